"""The words of stances.csv: what speakers want, back, refuse, need and fear. What is made of them is said elsewhere."""

from collections.abc import Mapping
from functools import cache

from pipeline.extract.inflection import inflections, irregular_verbs
from pipeline.lexicon.table import rows

_VERBS = frozenset({"aims", "betters", "verb"})
"""Kinds whose lemmas are met in every finite form."""


@cache
def stances(kind: str) -> Mapping[str, str]:
    """The words of one kind, verbs in every form but that in "-ing", to their types."""
    known = {row["form"]: row["type"] for row in rows("stances") if row["kind"] == kind}
    if kind not in _VERBS:
        return known
    irregular = irregular_verbs()
    return {form: told for lemma, told in known.items() for form, how in inflections(lemma, irregular) if how != "ing"}
