"""The state of each person of an article whose state no sentence tells: signs of all sentences, in rounds."""

from collections.abc import Iterable, Sequence

from pipeline.extract.officials.acting import Organ, actor, organs, subject_span
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.lines import Line
from pipeline.extract.officials.people import Person
from pipeline.extract.officials.scenes import Scenes
from pipeline.extract.officials.signs import PAGE_SIGNS, Around, Signs, decide, name_signs, top_weight, weigh
from pipeline.extract.officials.stages import moved_to, opening_state, start_of
from pipeline.extract.officials.state_offices import is_held_apart, single_office
from pipeline.extract.officials.states import sentence_subject, told_behind
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import role_words
from pipeline.extract.officials.words import CountrySpan, Words
from pipeline.values import value

_TWO = frozenset(("two", "both"))
_AT = frozenset(("on", "at", "for", "from"))
_FIRST = 2
"""Words: a sentence that begins with a state's name has no more before it."""
_Office = frozenset[str]
"""The words of an office."""
_TAKES = frozenset(("became", "becomes", "become", "becoming", "succeeded", "replaced")) | role_words("appoints")
_LEADS = (2.0, 1.0, 0.2, 0.2)
"""By how much a state must lead in each round: the clear cases are settled first and are signs for the rest."""


@value(frozen=True, slots=True)
class _Setting:
    """What a sentence and those before it say whoever their people serve: read once, for all rounds."""

    subject: CountrySpan | None
    """The sentence's own subject, where that is a state."""
    same_paragraph: bool
    """Whether the sentence before is of the same paragraph."""
    stage: str | None
    """The state to which the sentence before moved."""
    actor: str | None
    """The state that the sentence before, of the same paragraph, has act."""
    opened: str | None
    """The state of the place with which a sentence before, of the same paragraph, began."""
    organs: Sequence[Organ]
    """The ministries named before in the paragraph, in order."""


def settle_states(lines: Sequence[Line], scenes: Scenes) -> None:
    """Give each person whose state no sentence tells the state that the signs lead to, if they do clearly."""
    rivals = _rivals(lines)
    colleagues = _single_holders(lines)
    settings = list(_settings(lines[: _last_open(lines) + 1]))
    for lead in _LEADS:
        open_ones = gather_signs(lines, settings, scenes)
        if rivals or colleagues:
            # the surest takes a state first, and the others go without it
            open_ones.sort(key=lambda item: -top_weight(item[1]))
        taken: set[tuple[int, str]] = set()
        for person, signs in open_ones:
            # who shares a top office's plural with another serves another state
            code = decide(signs, lead, [rival.country for rival in rivals.get(id(person), ())])
            group = colleagues.get(id(person), 0)
            if code is None or (group, code) in taken:
                continue  # another took the single office in this round: the next weighs that
            person.serve(code)
            if group:
                taken.add((group, code))
        if all(person.country is not None for person, _ in open_ones):
            break


def _last_open(lines: Sequence[Line]) -> int:
    """The index of the last line with a person whose state is open; -1 where none has one."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.claims and any(
            _is_open(claim, person) for claim, person in zip(line.claims, line.holders, strict=True)
        ):
            return index
    return -1


def _settings(lines: Sequence[Line]) -> Iterable[_Setting]:
    paragraph = -1
    before: Words | None = None
    opened: str | None = None
    named: list[Organ] = []
    for line in lines:
        same = paragraph == line.words.sentence.paragraph
        if not same:
            opened, named = None, []
        acts = actor(before) if same and before is not None else None
        stage = moved_to(before, len(before)) if before is not None else None
        yield _Setting(subject_span(line.words), same, stage, acts, opened, tuple(named))
        before, paragraph = line.words, line.words.sentence.paragraph
        opened = opening_state(before) or opened
        named.extend(organs(before))


def gather_signs(lines: Sequence[Line], settings: Sequence[_Setting], scenes: Scenes) -> list[tuple[Person, Signs]]:
    """The signs for every person with a title whose state is not known; behind the `settings` no line has one."""
    found: dict[int, tuple[Person, Signs]] = {}
    context: str | None = None
    stated = False
    for line, setting in zip(lines, settings, strict=False):
        if not line.claims and not line.people and setting.subject is None:
            stated = False  # the context stays what it is
            continue
        known = line.known_people()
        done: list[tuple[Claim, str | None]] = []
        for index, (claim, person) in enumerate(zip(line.claims, line.holders, strict=True)):
            if person is not None and _is_open(claim, person):
                around = Around(
                    people=known,
                    context=context,
                    context_stated=stated,
                    subject=setting.subject,
                    same_paragraph=setting.same_paragraph,
                    stage=setting.stage,
                    before=done,
                    behind=told_behind(line.words, claim, *line.next_claim(index)),
                    actor=setting.actor,
                    opened=setting.opened,
                    organs=setting.organs,
                    claims=line.claims,
                )
                _add(found, person, weigh(line.words, claim, around, scenes))
            done.append((claim, person.country if person is not None else None))
        if line.titles:
            _add_counterparts(found, line)
        context = sentence_subject(line.words, setting.subject, known, context, len(line.words)) or context
        first = setting.subject
        stated = first is not None and first.start <= _FIRST and first.mention.code == context
    for line in lines[len(settings) :]:  # what these sentences are on is context for nobody
        if line.titles:
            _add_counterparts(found, line)
    for person, sign in (*_colleagues(lines), *_called(lines)):
        _add(found, person, {sign: 1.0})
    for person, signs in found.values():
        signs.update(name_signs(person.name, scenes))
    return list(found.values())


def _is_open(claim: Claim, person: Person | None) -> bool:
    """Whether signs are sought for the holder of `claim`."""
    return person is not None and person.country is None and claim.title.office.kind != "none"


def _add_counterparts(found: dict[int, tuple[Person, Signs]], line: Line) -> None:
    for person, sign in _counterparts(line):
        _add(found, person, {sign: 1.0})


def _add(found: dict[int, tuple[Person, Signs]], person: Person, signs: Signs) -> None:
    known = found.setdefault(id(person), (person, {}))[1]
    for key, amount in signs.items():
        before = known.get(key, 0.0)
        # what the page says counts once, however often the person is named
        known[key] = max(before, amount) if key[1] in PAGE_SIGNS else before + amount


def _counterparts(line: Line) -> Iterable[tuple[Person, tuple[str, str]]]:
    """Persons beside "his Turkish counterpart", with the state that they do not serve."""
    for title in line.titles:
        if title.office.kind == "peer" and title.owner in (None, "his", "her", "their") and title.countries:
            before = [person for index, person in line.people if index < title.start]
            if before and before[-1].country is None:
                yield before[-1], (title.countries[0], "counterpart")


def _colleagues(lines: Sequence[Line]) -> Iterable[tuple[Person, tuple[str, str]]]:
    """Persons whose state is open, with the state of another who holds the same office, of which a state has one."""
    holders, followers = _holders(lines)
    for person, office in followers:
        states = {other.country for other in holders.get(office, ())}
        code = states.pop() if len(states) == 1 else None
        if person.country is None and code is not None:
            yield person, (code, "succeeds")
    for group in holders.values():
        known = [other.country for other in group if other.country is not None]
        for person in group:
            if person.country is None:
                yield from ((person, (code, "rival")) for code in known)


def _single_holders(lines: Sequence[Line]) -> dict[int, int]:
    """Person to the number of the single office that several of the page hold, by which colleagues are known."""
    groups = [group for group in _holders(lines)[0].values() if len(group) > 1]
    return {id(person): number for number, group in enumerate(groups, 1) for person in group}


def _holders(lines: Sequence[Line]) -> tuple[dict[_Office, list[Person]], list[tuple[Person, _Office]]]:
    """The holders of each single office, and those of whom it is told that they came to one."""
    holders: dict[_Office, list[Person]] = {}
    followers: list[tuple[Person, _Office]] = []
    for line in (line for line in lines if line.claims):
        for claim, person in zip(line.claims, line.holders, strict=True):
            office = single_office(claim.title) if person is not None and claim.status == "current" else None
            if person is None or not office:
                continue
            if _takes_office(line.words, claim):
                followers.append((person, office))
            elif person not in holders.setdefault(office, []):
                holders[office].append(person)
    return holders, followers


def _takes_office(words: Words, claim: Claim) -> bool:
    """Whether the words between name and title tell of a change: another held the office before."""
    return claim.name is not None and not _TAKES.isdisjoint(words.low[claim.name.end : claim.title.start])


def _called(lines: Sequence[Line]) -> Iterable[tuple[Person, tuple[str, str]]]:
    """Persons whose state is open and whom the text calls by office and state later on, "the Greek minister", or before
    it names them: "Kenya's trade minister", "Trade Minister X"."""
    met: dict[str, list[Person]] = {}
    unnamed: dict[str, set[str]] = {}
    for line in (line for line in lines if line.titles):
        claimed = {id(claim.title.head) for claim in line.claims}
        for title in line.titles:
            free = title.definite and title.countries and id(title.head) not in claimed and not title.office.plural
            if not free or title.office.kind in ("peer", "none"):
                continue
            unnamed.setdefault(title.text.lower(), set()).add(title.countries[0])
            fitting = met.get(title.office.words)
            if fitting and fitting[-1].country is None and not _serves(fitting, title.countries[0]):
                yield fitting[-1], (title.countries[0], "called")
        for claim, person in zip(line.claims, line.holders, strict=True):
            if person is not None:
                met.setdefault(claim.title.office.words, []).append(person)
                text = claim.title.text.lower()
                states = unnamed.get(text, set()) if " " in text and person.country is None else set()
                if len(states) == 1:
                    yield person, (next(iter(states)), "called")


def _serves(people: Sequence[Person], code: str) -> bool:
    return any(person.country == code for person in people)


def _rivals(lines: Sequence[Line]) -> dict[int, list[Person]]:
    """Person to those with whom the person shares a plural that nobody of one state shares: "Presidents A and B"."""
    found: dict[int, list[Person]] = {}
    for line in (line for line in lines if len(line.claims) > 1):
        groups: dict[int, list[Person]] = {}
        for claim, person in zip(line.claims, line.holders, strict=True):
            title = claim.title
            if person is not None and title.office.plural and not title.countries and is_held_apart(title):
                groups.setdefault(id(title), []).append(person)
        for group in (*groups.values(), _facing(line)):
            for person in group:
                found.setdefault(id(person), []).extend(other for other in group if other is not person)
    return found


def _facing(line: Line) -> list[Person]:
    """The two whom the sentence sets on two sides: "its two chairmen, Minister A and Minister B", "on the other side".

    Empty where it sets nobody so.
    """
    low = line.words.low
    counted = next((title for title in line.titles if title.office.plural and _is_of_two(low, title)), None)
    behind = low.index("other") if counted is None and "other" in low and "one" in low else -1
    if counted is None and (behind < 2 or low[behind - 1] != "the" or low[behind - 2] not in _AT):
        return []
    first = counted.end if counted is not None else 0
    facing = [
        person
        for claim, person in zip(line.claims, line.holders, strict=True)
        if person is not None and claim.title is not counted and start_of(claim) >= first and not claim.title.countries
    ]
    offices = {claim.title.office.words for claim in line.claims if claim.title is not counted}
    return facing if len(facing) == 2 and facing[0] is not facing[1] and len(offices) == 1 else []


def _is_of_two(low: Sequence[str], title: Title) -> bool:
    """Whether the words count the holders of a plural title: "its two chairmen", "both co-chairs"."""
    return not _TWO.isdisjoint(low[max(0, title.start - 2) : title.head.start])
