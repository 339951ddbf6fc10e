"""Titles whose words end before the title of another, with that one's holder: "adviser to EU trade chief X"."""

from pipeline.extract.officials.nameword import looks_like_name
from pipeline.extract.officials.reading import Reading
from pipeline.extract.officials.vocabulary import STATUS, Sort
from pipeline.extract.officials.words import OfficeSpan, Words

_ADVISERS = frozenset(("adviser", "advisor", "aide", "assistant"))
_LONGEST = 7
"""Words: no title before a name is longer."""


def is_held(words: Words, index: int) -> bool:
    """Whether a title that its holder's name follows begins at `index`: "EU trade chief X"."""
    limit = min(index + _LONGEST, len(words))
    while index < limit:
        office = words.offices.get(index)
        if office is not None and (office.end >= len(words) or office.end not in words.offices):
            ranked = office.office.kind == "rank"  # "chief of staff of the armed forces Major General X"
            return not (ranked or words.possessive[office.end - 1]) and holder_follows(words, office)
        span = words.countries.get(index) or words.bodies.get(index)
        if span is None and not words.sort[index] & (Sort.PORTFOLIO | Sort.RANK | Sort.PUBLIC | STATUS):
            return False
        index = span.end if span is not None else index + 1
    return False


def serve_with(reading: Reading, index: int, opener: str) -> None:
    """Note the state or body whose official the holder is an aide of; whom an envoy is sent to is no such official."""
    sent = reading.head.office.kind == "envoy" and reading.head.office.words.rpartition(" ")[2] not in _ADVISERS
    if opener == "to" and sent:
        return
    country, body = reading.words.countries.get(index), reading.words.bodies.get(index)
    code = country.mention.code if country is not None else body.body.code if body is not None else None
    if code is not None and opener in ("of", "to", "for"):
        reading.countries.append(code)
    reading.marks |= Sort.PUBLIC


def holder_follows(words: Words, office: OfficeSpan) -> bool:
    """Whether the office at hand has its own holder behind it ("spokesman for President Vladimir Putin")."""
    behind = office.end
    return behind < len(words) and words.capital[behind] and looks_like_name(words, behind)
