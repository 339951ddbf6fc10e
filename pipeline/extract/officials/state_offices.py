"""Which states have an office at all: "President" is nobody of Norway's, a "Sultan" no Chilean."""

from collections import defaultdict
from functools import cache

from pipeline.extract.officials.title_words import deputy_words, title_words
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import role_words
from pipeline.lexicon.table import rows

_ANY_MINISTER = frozenset(("cabinet", "union", "federal", "government", "state", "central", "principal", "super"))
"""Words before "minister" that name no portfolio."""
_CO_CHAIRS = frozenset(("co-chair", "co-chairman", "co-chairperson", "co-chairwoman", "cochairman"))
_UNION = role_words("union")


@cache
def _known() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Office to the few states that have it, and those of the others that have it not."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for row in rows("state_offices"):
        found[row["office"]][row["has"] == "no"].add(row["code"])
    return {office: (frozenset(have), frozenset(lack)) for office, (have, lack) in found.items()}


def has_office(code: str, title: Title) -> bool | None:
    """Whether the state or body `code` has the office of `title`; None where nothing is known of it.

    Of heads the bare title alone tells: "president of the court" is no president.
    """
    text = title.text.lower()
    office = title.office.words
    if title.office.plural or title.owner is not None or (title.office.kind == "head_of_state" and text != office):
        return None
    have, lack = _known().get(office, (frozenset(), frozenset()))
    if have:
        return True if code in have else None
    return False if code in lack else None


def is_of_the_union(title: Title) -> bool:
    """Whether the title is of a commissioner for what the European Union has commissioners for."""
    words = title_words(title.text)
    return title.office.words in ("commissioner", "trade commissioner") and bool(words & _UNION)


def single_office(title: Title) -> frozenset[str]:
    """The words of an office that a state has one of, "president", "energy minister"; empty for any other."""
    words = title_words(title.text)
    if title.status != "current" or deputy_words(title.text) or title.office.plural:
        return frozenset()
    if title.office.kind == "head_of_state":
        # provinces have premiers
        return words if title.text.lower() == title.office.words != "premier" else frozenset()
    return words if title.office.words == "minister" and len(words - _ANY_MINISTER) > 1 else frozenset()


def is_held_apart(title: Title) -> bool:
    """Whether two of one state do not share the plural `title`: "interior ministers A and B", "the two presidents"."""
    words = title_words(title.text)
    if title.apart or title.office.words in _CO_CHAIRS:
        return True
    if deputy_words(title.text) or title.status != "current":
        return False
    if title.office.kind == "head_of_state":
        return True
    return title.office.words in ("minister", "foreign secretary") and len(words - _ANY_MINISTER) > 1
