"""Two holders whom the next sentence names: "The presidents of A and B met on Monday. X and Y shook hands." """

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.leaders import leader_signs
from pipeline.extract.officials.lines import BODY, Line
from pipeline.extract.officials.name_homes import name_homes
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.state_offices import is_held_apart
from pipeline.extract.officials.titles import Title


def claim_pairs(lines: Sequence[Line]) -> None:
    """Add to `lines` the claims of two who open a sentence with their bare names, after one on the two as holders.

    The sentence before, or the headline, must speak of one office of two states ("the leaders of Peru and Chile") and
    name nobody who holds it.
    """
    spoken: Title | None = None
    for line in lines:
        if not line.names and not line.titles:
            continue
        pair = _opening_pair(line) if spoken is not None and line.kind in BODY else None
        if spoken is not None and pair is not None:
            codes = _in_order(pair, spoken.countries)
            line.claims[:0] = [
                told_elsewhere(name, spoken, code, "pair_after_title") for name, code in zip(pair, codes, strict=True)
            ]
        spoken = _of_two_states(line)


def _of_two_states(line: Line) -> Title | None:
    """The title of two states that the line gives to nobody by name."""
    claimed = {id(claim.title) for claim in line.claims}
    free = (title for title in line.titles if id(title) not in claimed and title.office.plural)
    return next((title for title in free if len(set(title.countries)) == 2 and is_held_apart(title)), None)


def _opening_pair(line: Line) -> tuple[Name, Name] | None:
    """The two full names "X and Y" with which the sentence begins; None where it gives one of them an office."""
    if len(line.names) < 2 or line.names[0].start != 0:
        return None
    first, second = line.names[:2]
    joined = line.words.low[first.end : second.start] == ["and"]
    held = any(claim.name in (first, second) for claim in line.claims)
    return (first, second) if joined and first.full and second.full and not held else None


def _in_order(pair: tuple[Name, Name], codes: Sequence[str]) -> tuple[str, str]:
    """The state of each of the two: by what their names tell, else in the order in which the states are named."""
    one, other = codes[0], codes[1]

    def pull(name: Name) -> float:
        known, homes = leader_signs(name.text, codes), name_homes(name.text)
        sure = 10 * (known.get(one, 0.0) - known.get(other, 0.0))
        return sure + homes.get(one, 0.0) - homes.get(other, 0.0)

    return (one, other) if pull(pair[0]) >= pull(pair[1]) else (other, one)


def told_elsewhere(name: Name, spoken: Title, code: str, rule: str) -> Claim:
    """The claim of `name` to the title that another sentence speaks of; in this one it takes no word."""
    title = replace(spoken, start=name.start, end=name.start, countries=(code,), definite=False, owner=None)
    return Claim(name, title, rule, spoken.status, code)
