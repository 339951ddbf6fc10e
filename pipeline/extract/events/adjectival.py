"""Names of states that are adjectives as well: "in US air strikes" is not where, but whose strikes these are."""

import re

_ALSO_ADJECTIVES = frozenset({"EU", "G7", "G20", "NATO", "U.K.", "U.N.", "U.S.", "UAE", "UK", "UN", "US"})
"""Names that stand ahead of a noun as they are."""
_NOUN = re.compile(
    r"(?:-[a-z]{2,12})?\s(?!(?:after|ago|alone|also|and|are|as|at|back|before|but|by|came|comes|could|did|does|during|earlier|early|"
    r"for|from|had|has|have|if|in|into|is|it|its|last|late|later|led|may|more|nearly|next|not|now|of|off|on|or|out|over|said|says|"
    r"since|so|than|that|their|then|there|they|this|through|to|today|tomorrow|tonight|under|until|up|via|was|were|what|when|"
    r"where|which|while|who|will|with|would|yesterday)\b)[a-z]"
)
"""Behind such a name: a noun, or an adjective of one."""
_ACT = re.compile(
    r"(?:-[a-z]{2,12})?\s(?:[a-z-]{2,12}\s){0,2}?(?:air\s?strikes?|airstrikes?|assault|attacks?|bombardment|bombings?|drills?|elections?|embargo|"
    r"exercises?|intervention|invasion|offensive|operations?|raids?|sanctions|strikes?|talks|tariffs|trial|war)\b"
)
"""Behind such a name with "the" ahead: what is done."""


def is_adjective(name: str, before: str, behind: str) -> bool:
    """True for a `name` that describes the noun which follows it: "in a US raid", "in EU talks"; "in the US raids" by
    the act alone, for "in the US three banks closed" says where."""
    if name not in _ALSO_ADJECTIVES:
        return False
    return (_ACT if before.endswith("the ") else _NOUN).match(behind) is not None
