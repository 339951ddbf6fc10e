"""Which states have an office at all: "President" is nobody of Norway's, a "Sultan" no Chilean."""

from collections import defaultdict
from collections.abc import Iterable
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


def having(title: Title, states: Iterable[str]) -> list[tuple[str, bool]]:
    """Those of `states` and bodies of which it is known whether they have the office of `title`, and whether they do.

    Of heads the bare title alone tells: "president of the court" is no president.
    """
    office = title.office
    if office.words not in _known() or office.plural or title.owner is not None:
        return []
    if office.kind == "head_of_state" and title.text.lower() != office.words:
        return []
    have, lack = _known()[office.words]
    return [(code, bool(have)) for code in states if code in (have or lack)]


def is_of_the_union(title: Title) -> bool:
    """Whether the title is of a commissioner for what the European Union has commissioners for."""
    return title.office.words in ("commissioner", "trade commissioner") and bool(title_words(title.text) & _UNION)


def single_office(title: Title) -> frozenset[str]:
    """The words of an office that a state has one of, "president", "energy minister"; empty for any other."""
    head = title.office.kind == "head_of_state"
    if not head and title.office.words != "minister":
        return frozenset()
    if title.status != "current" or title.office.plural or deputy_words(title.text):
        return frozenset()
    words = title_words(title.text)
    if head:
        # provinces have premiers
        return words if title.text.lower() == title.office.words != "premier" else frozenset()
    return words if len(words - _ANY_MINISTER) > 1 else frozenset()


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
