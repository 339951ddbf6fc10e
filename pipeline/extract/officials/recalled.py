"""Known leaders whom a page names without their office, and their office without them: "He met Benjamin Netanyahu. The
Israeli prime minister said …"."""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.leaders import leader_state
from pipeline.extract.officials.lines import Line
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.pairs import told_elsewhere
from pipeline.extract.officials.people import name_words
from pipeline.extract.officials.titles import Title

_SHORT = {"pm": "prime minister", "premier": "prime minister", "vp": "vice president"}
_VAGUE = frozenset(("leader", "ruler", "strongman", "head of state"))
"""What a text calls whoever heads a state, whatever the office is."""


def claim_known(lines: Sequence[Line]) -> None:
    """Add to `lines` the claims of known leaders to offices of their states that the page gives to nobody by name.

    The page must name one such leader of the state alone; the claim stands where it names him, in the title's own
    sentence if there.
    """
    open_titles = [(index, title) for index, line in enumerate(lines) for title in line.titles if _is_open(line, title)]
    if not open_titles:
        return
    known = _unclaimed(lines)
    held = {_office(claim.title, _state(claim)) for line in lines for claim in line.claims}
    plain = {title.countries[0] for _, title in open_titles if title.office.words not in _VAGUE}
    done = set()
    for index, title in open_titles:
        code = title.countries[0]
        office = _office(title, code)
        vague = title.office.words in _VAGUE and code in plain
        if code not in known or vague or not held.isdisjoint((office, _office(title, ""))) or office in done:
            continue
        done.add(office)
        place, name = min(known[code], key=lambda item: (abs(item[0] - index), item[0]))
        lines[place].claims.insert(0, told_elsewhere(name, title, code, "known_leader"))


def _is_open(line: Line, title: Title) -> bool:
    """Whether the title is of one head of a state, named with it, and the sentence gives it to nobody."""
    single = title.office.kind == "head_of_state" and not title.office.plural and len(title.countries) == 1
    if not single or not title.stated or not title.definite or title.end > title.head.end:
        return False
    return all(claim.title.head is not title.head for claim in line.claims)


def _office(title: Title, code: str) -> tuple[str, str, str]:
    return code, _SHORT.get(title.office.words, title.office.words), title.status


def _state(claim: Claim) -> str:
    """The state of a claim, "" where the page may mean any."""
    known = claim.country or next(iter(claim.title.countries), None)
    return known or (leader_state(claim.name.text, national=True) if claim.name is not None else None) or ""


def _unclaimed(lines: Sequence[Line]) -> dict[str, list[tuple[int, Name]]]:
    """State to the places where the page names its known leader, if that is one to whom it gives no office."""
    held = {
        name_words(claim.name.text)[-1]
        for line in lines
        for claim in line.claims
        if claim.name is not None and claim.title.office.words not in _VAGUE
    }
    places: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    people: dict[str, set[str]] = defaultdict(set)
    for index, line in enumerate(lines):
        for name in line.names:
            code = leader_state(name.text, national=True) if name.full else None
            if code is not None and held.isdisjoint(name_words(name.text)) and not _is_called(line, name):
                places[code].append((index, name))
                people[code].add(name_words(name.text)[-1])
    return {code: found for code, found in places.items() if len(people[code]) == 1}


def _is_called(line: Line, name: Name) -> bool:
    """Whether some title stands right before the name: "ousted leader X's army"."""
    return any(title.end == name.start for title in line.titles)
