"""The words of party_words.csv, and the phrases that they make ("the two ministers", "the ministry")."""

import re
from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text.parts import holds_any

_PREDICATE = "are|will|have|had|were|also|then|agreed|signed|met|discussed|exchanged|called|vowed|decided|issued"
"""Words behind "the two" by which it is the subject."""

_HINTS = {"two": ("two", "both", "between them", "the pair"), "three": ("three", "trio", "trilateral", "tripartite")}


@cache
def party_words(kind: str) -> frozenset[str]:
    """The words of one kind of party_words.csv."""
    return frozenset(row["form"] for row in rows("party_words") if row["kind"] == kind)


@cache
def counted_parties(number: str) -> re.Pattern[str]:
    """ "the two countries", "both sides" (`number` "two"), "the three leaders" (`number` "three"), in small letters."""
    groups = "|".join(sorted(party_words("group")))
    counted = rf"\b(?:the|all|its|their|our|these|those)\s{number}\s(?:[\w-]{{2,20}}\s){{0,2}}?(?:{groups})\b"
    alone = r"|\bboth(?=[.,;]|\s(?:in|last|on|this)\b)|\bbetween\sthem\b|\bthe\spair\b"
    both = rf"|\bboth\s(?:the\s)?(?:[\w-]{{2,20}}\s){{0,2}}?(?:{groups})\b" + alone
    subject = rf"\b(?:the\s{number}{'|both' if number == 'two' else ''})\s(?:{_PREDICATE})\b"
    three = r"|\bthe\strio\b|\b(?:trilateral|tripartite|three-way)\b"
    among = rf"|\b(?:to|for|among|between|with)\sthe\s{number}(?=[.,;]|\s(?:in|on|last|this)\b)"
    # where no word begins, or one with another letter, none of them is tried
    return re.compile(rf"\b(?=[abfiotw])(?:{subject}|{counted}{among}{both if number == 'two' else three})")


def speaks_of(number: str, text: str) -> bool:
    """True where `text` has a phrase of `counted_parties`; most texts lack the words for it and are not searched."""
    lowered = text.lower()
    return holds_any(lowered, _HINTS[number]) and counted_parties(number).search(lowered) is not None


@cache
def referring() -> re.Pattern[str]:
    """What stands for a party named before, at the opening of a clause: a pronoun, "the ministry", "its parliament"."""
    institutions = "|".join(sorted(party_words("institution")))
    return re.compile(
        # where no word begins, or one with another letter, none of them is tried
        r"\b(?=[hHiIsStTwW])(?:(?i:he|she|they|it|who)\b|"
        rf"(?P<office>(?i:the|its|his|her|their|that|this)\s(?:[a-z-]{{2,20}}\s){{0,3}}?(?i:{institutions})\b))",
    )
