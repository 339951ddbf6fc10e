"""How the names of goods are written: with hyphens, with their initials in brackets."""

from pipeline.extract.quantities.tokens import Tokens


def is_abbreviated(tokens: Tokens, index: int) -> bool:
    """Whether what stands before is called by the initials that stand in brackets at token `index` ("(LNG)")."""
    return (tokens.lower(index - 1), tokens.lower(index + 1)) == ("(", ")") and tokens.words[index].isupper()


def hyphened(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` is a hyphen within a word ("ship-to-ship", "non-oil")."""
    return tokens.lower(index) == "-" and tokens.glued(index) and tokens.glued(index + 1)
