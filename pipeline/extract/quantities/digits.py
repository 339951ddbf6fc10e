"""What digits are worth: separators of thousands, decimals, groups set off by spaces, fractions with a slash."""

from decimal import Decimal

from pipeline.extract.quantities.tokens import Tokens


def digits_value(word: str) -> Decimal | None:
    """The value of digits with separators; None for what is no number (1.2.3)."""
    if "," not in word:
        if word.count(".") <= 1:
            return Decimal(word)
        groups = word.split(".")
        return (
            Decimal("".join(groups)) if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 else None
        )
    whole, point, part = word.partition(".")
    groups = whole.split(",")
    if "," in part:
        return _continental(word)
    if len(groups) == 2 and len(groups[1]) in (1, 2) and not point:
        return Decimal(f"{groups[0]}.{groups[1]}")
    inner_fits = all(len(group) in (2, 3) for group in groups[1:])
    if not inner_fits or len(groups[-1]) != 3 or not 1 <= len(groups[0]) <= 3:
        return None
    return Decimal("".join(groups) + point + part)


def _continental(word: str) -> Decimal | None:
    """1.234.567,8 as on the Continent."""
    whole, _, part = word.partition(",")
    groups = whole.split(".")
    if part.isdecimal() and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
        return Decimal("".join(groups) + "." + part)
    return None


def spaced_groups(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """Thousands set off by spaces ("1 200 000"): at least two groups of three, or one behind a narrow space."""
    first = tokens.words[index]
    if len(first) > 3 or not first.isdecimal():
        return None
    end = index + 1
    while end < len(tokens) and end - index < 6 and len(tokens.words[end]) == 3 and tokens.words[end].isdecimal():
        gap = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        if gap not in (" ", "\u00a0", "\u202f", "\u2009"):
            break
        end += 1
    narrow = end > index + 1 and tokens.text[tokens.ends[index]] != " "
    # one group alone counts only before what it measures, and not behind a month ("on June 12 500 tons came")
    told = end - index == 2 and tokens.words[index + 1] == "000" and tokens.lower(end).isalpha()
    if end - index < 3 and not (narrow or told):
        return None
    return Decimal("".join(tokens.words[index:end])), end


def torn_decimal(tokens: Tokens, index: int) -> Decimal | None:
    """A decimal that a wire has set with a space behind its point ("5. 5 billion"), one or two digits behind it."""
    whole, part = tokens.words[index], tokens.word(index + 2)
    if len(whole) > 3 or not whole.isdecimal() or len(part) > 2 or not part.isdecimal():
        return None
    torn = tokens.glued(index + 1) and tokens.text[tokens.ends[index + 1] : tokens.starts[index + 2]] == " "
    return Decimal(f"{whole}.{part}") if torn else None


def slash_fraction(tokens: Tokens, index: int) -> Decimal | None:
    """3/4 as the tokens at `index`, below one and with a small divisor."""
    if tokens.lower(index + 1) != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    above, below = tokens.word(index), tokens.word(index + 2)
    if not (
        len(above) == 1
        and above.isdecimal()
        and len(below) == 1
        and below.isdecimal()
        and tokens.word(index + 3) != "/"
    ):
        return None
    return Decimal(above) / Decimal(below) if 0 < int(above) < int(below) else None
