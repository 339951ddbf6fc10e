"""Whom the names of an article mean: full names first, then surnames, "he" and "the minister" by what fits."""

from collections.abc import Iterable, Sequence

from pipeline.extract.officials.backdrop import Backdrop
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.lines import Line
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.people import Person, Register, name_words
from pipeline.extract.officials.standing import standing_of
from pipeline.extract.officials.states import listed_state, told_state
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, family_names, given_names
from pipeline.extract.officials.words import Words

Mention = tuple[int, int, str, Person]
"""First offset, offset behind, words, person."""

_ROYAL = frozenset(
    ("king", "queen", "sultan", "emir", "amir", "pope", "emperor", "empress", "prince", "princess", "crown prince")
)
"""Offices whose holders go by their given names."""
_ITS_SUBJECT = frozenset(("he", "she", "his", "her"))
"""Words at the start of a sentence that is still about the person before."""
_INHERITED = ("predecessor", "successor")
_SPECIFIC = frozenset(("head_of_state", "minister"))


def register_full_names(register: Register, line: Line) -> None:
    """Make known the full names that the line vouches for: by a title, an honorific or a given name."""
    claimed = {id(claim.name) for claim in line.claims}
    for name in line.names:
        if name.full and (id(name) in claimed or name.honored or _is_vouched(line.words, name)):
            register.add(name.text)


def fit_headline(register: Register, words: Words, name: Name) -> Name | None:
    """`name` of a headline cut before a verb, or to the part that the body knows: "Kim Jong Un Receives"; None for the
    verb itself and for a lone word that is no known name: "Russian FM Leaves", "Minister to End Trade Rows"."""
    end = next((k for k in range(name.start + 1, name.end) if words.sort[k] & Sort.VERB), name.end)
    for behind in range(end, name.start, -1):
        text = words.text(name.start, behind)
        if register.bearers(text):
            return Name(name.start, behind, text, name.honored, behind - name.start > 1)
    alone = words.raw[name.start] if name.end - name.start == 1 else None
    if words.sort[name.start] & Sort.VERB or (alone and alone not in family_names() and alone not in given_names()):
        return None
    return Name(name.start, end, words.text(name.start, end), name.honored, end - name.start > 1)


def tie(register: Register, lines: Sequence[Line]) -> list[Mention]:
    """Tie every name and claim of `lines` to a person; returns the mentions."""
    mentions: list[Mention] = []
    backdrop = Backdrop([line.words for line in lines])
    subject: Person | None = None
    for index, line in enumerate(lines):
        backdrop.now = index
        by_name = _tie_claims(register, line, backdrop, subject) if line.claims else {}
        mentions.extend(_tie_names(register, line, by_name))
        if line.titles:
            mentions.extend(_tie_titles(register, line))
            line.people.sort(key=lambda item: item[0])
        if line.people and line.words.low[0] not in _ITS_SUBJECT:
            subject = line.people[0][1]
    return mentions


def _is_vouched(words: Words, name: Name) -> bool:
    first = words.raw[name.start]
    if first in given_names():
        return True
    size = name.end - name.start
    return first in family_names() and (size == 3 or (size == 2 and "-" in words.raw[name.start + 1]))


# ---------------------------------------------------------------------------------------------- claims


def _tie_claims(register: Register, line: Line, backdrop: Backdrop, subject: Person | None) -> dict[int, Person]:
    """Say of whom each claim is; returns the persons by their names in the line."""
    by_name: dict[int, Person] = {}
    done: list[tuple[Claim, str | None]] = []
    for claim in line.claims:
        told = told_state(line.words, claim, backdrop)
        listed, shared = listed_state(line.words, claim, done)
        person = _holder(
            register, claim, told or (listed if shared else None), _told_of(register, line, claim, subject)
        )
        line.told.append(told)
        line.standings.append(standing_of(claim.title, line.words, backdrop))
        line.holders.append(person)
        done.append((claim, told))
        if person is not None and claim.title.office.words in _INHERITED:
            line.inherited.append((len(line.holders) - 1, _antecedent(register, line, claim, subject)))
        if person is not None:
            _learn(person, claim, told, line.standings[-1])
            if claim.name is not None:
                by_name[id(claim.name)] = person
    return by_name


def _antecedent(register: Register, line: Line, claim: Claim, subject: Person | None) -> Person | None:
    """Whose predecessor or successor the claim is of: "his", "Abrahamyan's"."""
    owner = claim.title.owner
    if owner in ("his", "her"):
        before = [other for other in line.holders[:-1] if other is not None and other is not line.holders[-1]]
        return before[-1] if before else subject
    bearers = register.bearers(owner) if owner is not None and owner[0].isupper() else []
    return max(bearers, key=lambda person: person.last, default=None)


def _told_of(register: Register, line: Line, claim: Claim, subject: Person | None) -> Person | None:
    """Whom "he" or "she" of the claim means: the first known person named before in the sentence, else `subject`."""
    if claim.pronoun is None or line.words.low[claim.pronoun] in ("him", "her"):
        return subject
    for name in line.names:
        if name.end <= claim.pronoun:
            bearers = register.bearers(name.text)
            if bearers:
                return max(bearers, key=lambda person: person.last)
    return subject


def _holder(register: Register, claim: Claim, country: str | None, subject: Person | None) -> Person | None:
    """The person of `claim`: by name, or for "he" and "she" the `subject` of the sentence before."""
    if claim.name is None:
        return subject
    if claim.name.full:
        return register.add(claim.name.text)
    fitting = [
        person
        for person in register.bearers(claim.name.text)
        if (country is None or person.country in (None, country)) and _office_fits(person, claim)
    ]
    return max(fitting, key=lambda person: person.last) if fitting else register.add(claim.name.text)


def _office_fits(person: Person, claim: Claim) -> bool:
    """Whether a surname with a title can be `person`, whose other offices are known."""
    assert claim.name is not None
    if claim.title.office.words in _ROYAL:
        first = name_words(claim.name.text)[0]
        return bool(person.offices & _ROYAL) and name_words(person.name)[0] == first
    if claim.name.text not in family_names() or claim.title.office.kind not in _SPECIFIC:
        return True
    # a family name that many bear: no foreign minister becomes "President Park" in one article
    others = person.kinds & _SPECIFIC
    return not others or claim.title.office.kind in others


def _learn(person: Person, claim: Claim, told: str | None, standing: str) -> None:
    office = claim.title.office
    if told is not None and office.kind != "none":
        person.serve(told)
    person.offices.add(office.words)
    person.kinds.add(office.kind)
    person.official |= standing == "public"


# ---------------------------------------------------------------------------------------------- mentions


def _tie_names(register: Register, line: Line, by_name: dict[int, Person]) -> Iterable[Mention]:
    words = line.words
    for name in line.names:
        person = by_name.get(id(name)) or _bearer(register, words, name)
        if person is not None:
            start, end = words.place(name.start, name.end)
            person.last = start
            line.people.append((name.start, person))
            yield start, end, name.text, person


def _bearer(register: Register, words: Words, name: Name) -> Person | None:
    bearers = register.bearers(name.text)
    if bearers:
        return max(bearers, key=lambda person: person.last)
    return register.add(name.text) if name.honored or (name.full and _is_vouched(words, name)) else None


def _tie_titles(register: Register, line: Line) -> Iterable[Mention]:
    """Titles that stand for somebody named before: "the minister", "the head of government"."""
    words = line.words
    claimed = {id(claim.title.head) for claim in line.claims}
    for title in line.titles:
        free = id(title.head) not in claimed and _points_back(title)
        meant = register.holder_of(title.office) if free else None
        if meant is not None:
            first = title.head.start
            start, end = words.place(first, title.end)
            meant.last = start
            line.people.append((title.start, meant))
            yield start, end, words.text(first, title.end), meant


def _points_back(title: Title) -> bool:
    bare = title.end == title.head.end and not title.countries and not title.office.plural
    return title.definite and bare and title.owner is None and title.status == "current"
