"""What a title takes and leaves once it is read: a party behind it, a place without a name, the leader served."""

from pipeline.extract.officials.leaders import leader_signs
from pipeline.extract.officials.reading import Reading

_PLACES = frozenset(("city", "town", "village", "country", "nation", "island", "territory"))
"""What places are called that stand without their names."""
_CLOSE = frozenset(
    (
        "adviser",
        "advisor",
        "aide",
        "senior adviser",
        "senior advisor",
        "senior aide",
        "chief of staff",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    )
)
"""What those are called who serve a head as his own."""


def cut_vague_place(reading: Reading) -> None:
    """Leave a place that is not named out of the title's text: "mayor of the eastern Polish city, X"."""
    words, first, last = reading.words, reading.head.end, reading.end - 1
    if last <= first or words.low[first] != "of" or words.low[last] not in _PLACES or words.possessive[last]:
        return
    inner = range(first + 1, last)
    if all(not words.capital[k] or k in words.placed or k in words.countries for k in inner):
        reading.cut.append((first, reading.end))


def take_party(reading: Reading) -> None:
    """Take the party behind "the leader of the opposition": "the leader of the opposition Labor party"."""
    words, end = reading.words, reading.end
    while end < len(words) and (words.capital[end] or end in words.bodies) and not words.possessive[end]:
        end += 1
    if end > reading.end and words.low[end : end + 1] in (["party"], ["alliance"], ["coalition"], ["bloc"]):
        end += 1
    if words.low[end - 1] in ("party", "alliance", "coalition", "bloc"):
        reading.end = end


def leader_served(reading: Reading) -> str | None:
    """The state of the leader, known to all by surname, whom an aide serves: "Putin's aide", "a Castro adviser"."""
    words, head = reading.words, reading.head
    if head.office.words not in _CLOSE or head.office.plural or reading.end > head.end:
        return None
    named = [reading.owner] if reading.owner is not None else words.raw[reading.title_start : head.start]
    signs = [leader_signs(word, ()) for word in named if word[:1].isupper()]
    return next((code for found in signs for code in found), None)
