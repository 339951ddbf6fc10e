"""Numbers in digits and words ("1.756 billion", "nine-point-42 million", "half a million"), without units."""

from decimal import Decimal

from pipeline.extract.quantities.digits import digits_value, slash_fraction, spaced_groups, torn_decimal
from pipeline.extract.quantities.number_forms import HUNDRED, ONE, THOUSAND, Number, Word, number_words
from pipeline.extract.quantities.tokens import Tokens
from pipeline.extract.quantities.words import word_set

_CONTINUING = frozenset({"-", "–", "point", "and", "/"})
"""Digits behind which neither these stand nor a digit or a glyph are a number of their own."""
_MAGNITUDES = frozenset({"magnitude", "abbreviation", "hundred"})
_WORDS = frozenset({"unit", "tens", "hundred"})
_DASHES = frozenset({"-", "–"})
_JOINING = _DASHES | {"and"}
# What may follow "a third", "a tenth" and their like; before another word they are ordinals ("a third country").
_BEHIND_FRACTION = word_set(
    "of to from in the its their his our less more higher lower below above over since on by and but or as at "
    "this last during after between compared while year decline drop fall rise increase growth cut reduction came come "
    "comes coming go goes went consists consisted"
)
_BEFORE_FRACTION = word_set(
    "by than about around almost nearly over under up down roughly approximately only just which"
)
_HALVES_OF_TIME = word_set("first second last latter other same")
_ORDINALS = word_set("first second third fourth last latter final next past previous")
_BEFORE_TIME_QUARTER = word_set("in for per once each every this last next during within of after")
_TIME_OR_ARTICLE = word_set("a an the year years")
"""Behind "for a quarter of" these go on with a length of time, other words with a whole."""

_OF_ANOTHER = word_set("days weeks months years decades days' weeks' months' years' year month times")
"""What a number counts that does not go on with the one before ("$2 million two years ago")."""
_MOST_MAGNITUDES = 3
"""So many magnitudes may follow each other ("lakh crore", "hundred thousand million")."""
_LONGEST_VAGUE = 6
"""So many tokens an order of magnitude may take ("hundreds of thousands of millions of")."""


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number that begins at token `index`, or None. "a" and "an" begin one only before a number word."""
    lower = tokens.lowers[index]
    if lower[0].isdecimal():
        number = _from_digits(tokens, index)
    elif lower in ("a", "an"):
        number = _from_article(tokens, index)
    else:
        word = number_words().get(lower)
        number = _from_word(tokens, index, word) if word else None
    return number


def _from_digits(tokens: Tokens, index: int) -> Number | None:
    value = digits_value(tokens.words[index])
    if value is None:
        return None
    if tokens.lower(index - 1) == "." and tokens.glued(index) and not tokens.glued(index - 1):
        return Number(index, index + 1, value.scaleb(-len(tokens.words[index])), True)
    following = tokens.lower(index + 1)
    if following == ".":
        torn = torn_decimal(tokens, index)
        if torn is not None and _scales(tokens.lower(index + 3)):
            return _scaled(tokens, Number(index, index + 3, torn, True))
    if following in _CONTINUING or following[:1].isnumeric():
        return _continued(tokens, index, value)
    return _scaled(tokens, Number(index, index + 1, value, True))


def _scales(lower: str) -> bool:
    """Whether a word makes a number of the decimals before it ("5 billion", "5 percent")."""
    word = number_words().get(lower)
    return lower in ("percent", "per") or (word is not None and word.kind in _MAGNITUDES)


def _continued(tokens: Tokens, index: int, value: Decimal) -> Number:
    """The number of the digits at `index`, worth `value`, with the digits or fractions that go on with them."""
    last, small = index + 1, False
    spaced = spaced_groups(tokens, index)
    if spaced:
        value, last = spaced
    point = _point(tokens, last) if tokens.words[index].isdecimal() else None
    glyph = number_words().get(tokens.lower(last))
    if point is not None:
        value, last = value + point[0], point[1]
    elif glyph and glyph.kind == "glyph" and tokens.starts[last] - tokens.ends[last - 1] <= 1:
        value, last, small = value + glyph.value, last + 1, True
    elif (slash := slash_fraction(tokens, last)) is not None:
        value, last, small = value + slash, last + 3, True
    elif (half := and_a_half(tokens, last)) is not None:
        value, last = value + half[0], half[1]
    elif (bare := slash_fraction(tokens, index)) is not None:
        return _part_of_whole(tokens, Number(index, index + 3, bare, True, fraction=True))
    number = _scaled(tokens, Number(index, last, value, True))
    if small and number.magnitude == ONE:
        number.suffix = 0
    return number


def and_a_half(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """ "and a half", "-and-a-half", "and three-quarters" at `index`."""
    if tokens.lower(index) != "and" and tokens.lower(index) not in _DASHES:
        return None
    at, words = index, list[str]()
    while at < len(tokens.lowers) and len(words) < 3:
        if tokens.lowers[at] not in _DASHES:
            words.append(tokens.lowers[at])
        at += 1
    if len(words) < 3 or words[0] != "and":
        return None
    count, part = number_words().get(words[1]), number_words().get(words[2])
    if part is None or part.kind != "fraction" or not (words[1] == "a" or (count and count.kind == "unit")):
        return None
    return (count.value if count else ONE) * part.value, at


def _from_article(tokens: Tokens, index: int) -> Number | None:
    word = number_words().get(tokens.lower(index + 1))
    if word is None:
        return None
    if word.kind in ("magnitude", "hundred"):
        number = _scaled(tokens, _spelled(tokens, index + 1, ONE) or Number(index + 1, index + 1, ONE, False))
        number.first = index
        return number
    if word.kind == "fraction":
        return _fraction(tokens, index, index + 1, ONE)
    return None


def _from_word(tokens: Tokens, index: int, word: Word) -> Number | None:
    if word.kind == "vague":
        return _vague(tokens, index, word)
    if word.kind == "fraction":
        return _half(tokens, index) if tokens.lowers[index] == "half" else None
    if word.kind == "glyph":
        return _part_of_whole(tokens, Number(index, index + 1, word.value, False, fraction=True))
    if word.kind not in _WORDS:
        return None
    number = _spelled(tokens, index, None)
    if number is None:
        return None
    after = number.last + (tokens.lower(number.last) in _DASHES)
    fraction = number_words().get(tokens.lower(after))
    if fraction and fraction.kind == "fraction" and number.value < HUNDRED:
        return _fraction(tokens, index, after, number.value)
    point = _point(tokens, number.last)
    if point is not None:
        number.value, number.last = number.value + point[0], point[1]
    elif (half := and_a_half(tokens, number.last)) is not None:
        number.value, number.last = number.value + half[0], half[1]
    return _scaled(tokens, number)


def _part_of_whole(tokens: Tokens, number: Number) -> Number:
    """A fraction in signs with its magnitude, if it has one ("¾ million"); else as a share ("3/4 of the oil")."""
    number = _scaled(tokens, number)
    if number.fraction:
        number.value *= HUNDRED
    return number


def _spelled(tokens: Tokens, index: int, carried: Decimal | None) -> Number | None:
    """The number below a thousand in words at `index` ("two hundred and fifty", "twenty-five").

    `carried` is the value of an article before it ("a hundred").
    """
    words = number_words()
    value, at, last_kind = carried or Decimal(0), index, "article" if carried else ""
    end = index
    while at < len(tokens):
        word = words.get(tokens.lowers[at])
        joined = end > index and tokens.lowers[at] in _JOINING
        if joined:
            follower = words.get(tokens.lower(at + 1))
            ties = last_kind == "hundred" if tokens.lowers[at] == "and" else last_kind == "tens"
            if not (ties and follower and follower.kind in ("unit", "tens")):
                break
            at += 1
            continue
        if word is None or not _may_follow(word.kind, last_kind, word.value):
            break
        value = (value or ONE) * HUNDRED if word.kind == "hundred" else value + word.value
        last_kind, at = word.kind, at + 1
        end = at
    if end == index:
        return None
    return Number(index, end, value, False, magnitude=HUNDRED if last_kind == "hundred" else ONE)


def _may_follow(kind: str, last: str, value: Decimal) -> bool:
    if kind == "unit":
        return last in ("", "hundred") or (last == "tens" and 0 < value < 10)
    if kind == "tens":
        return last in ("", "hundred")
    return kind == "hundred" and last in ("unit", "article")


def _point(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """The decimals of "nine point four two" and "nine-point-42"."""
    at = index + (tokens.lower(index) in _DASHES)
    if tokens.lower(at) != "point":
        return None
    at += 1 + (tokens.lower(at + 1) in _DASHES)
    digits, words = "", number_words()
    while at < len(tokens) and len(digits) < 6:
        word = words.get(tokens.lowers[at])
        if tokens.words[at].isdecimal():
            digits += tokens.words[at]
        elif word and word.kind == "unit" and word.value < 10:
            digits += str(word.value)
        else:
            break
        at += 1
        if tokens.lower(at) in _DASHES and (tokens.word(at + 1).isdecimal() or tokens.lower(at + 1) in words):
            follower = words.get(tokens.lower(at + 1))
            at += 1 if tokens.word(at + 1).isdecimal() or (follower and follower.kind == "unit") else 0
    return (Decimal(f"0.{digits}"), at) if digits else None


def _vague(tokens: Tokens, index: int, word: Word) -> Number | None:
    """ "tens of millions of", "hundreds of", "thousands of": the order of magnitude alone."""
    value, at, words = word.value, index + 1, number_words()
    while tokens.lower(at) == "of" and at - index <= _LONGEST_VAGUE:
        follower = words.get(tokens.lower(at + 1))
        if follower is None or follower.kind not in ("vague", "magnitude"):
            return Number(index, at, value, False, magnitude=value, vague=True)
        value, at = value * follower.value, at + 2
    return None


def _of_time(tokens: Tokens, index: int) -> bool:
    """Whether an ordinal before token `index` makes "half" or "quarters" a part of the year ("first half")."""
    return tokens.lower(index - 1) in _ORDINALS


def _half(tokens: Tokens, index: int) -> Number | None:
    """ "half a million", "half a dozen", "half-million", "half of", "half the", "by half"."""
    if tokens.lower(index - 1) in _HALVES_OF_TIME:
        return None
    words, at = number_words(), index + 1
    if tokens.lower(at) in _DASHES or tokens.lower(at) in ("a", "an"):
        at += 1
    magnitude = words.get(tokens.lower(at))
    if magnitude and magnitude.kind == "magnitude":
        return _scaled(tokens, Number(index, at, Decimal("0.5"), False))
    if at == index + 1 and (
        tokens.lower(at) in ("of", "the", "its", "their") or tokens.lower(index - 1) in _BEFORE_FRACTION
    ):
        return Number(index, at, Decimal(50), False, fraction=True)
    return None


_PARTIES = frozenset({"party", "parties"})
_OF_WHOLE = frozenset({"of", "the", "its", "their"})


def _fraction(tokens: Tokens, first: int, at: int, count: Decimal) -> Number | None:
    """ "a third", "two-thirds", "three quarters of a billion", of which the last word stands at `at`."""
    words = number_words()
    part = words[tokens.lowers[at]].value
    end = at + 1
    scale = end + 1 + (tokens.lower(end + 1) in ("a", "an"))
    magnitude = words.get(tokens.lower(scale)) if tokens.lower(end) == "of" else None
    if magnitude and magnitude.kind == "magnitude":
        return _scaled(tokens, Number(first, scale, count * part, False))
    if _of_time(tokens, first):
        return None
    before, behind = tokens.lower(first - 1), tokens.lower(end)
    if behind in _PARTIES or (before == "and" and tokens.lowers[at] == "half" and behind not in _OF_WHOLE):
        return None  # "by a third party", "over the past year and a half"
    told = behind in _BEHIND_FRACTION or before in _BEFORE_FRACTION
    if tokens.lowers[at] in ("quarter", "quarters") and (not told or _is_of_time(tokens, first, end)):
        return None
    alone = count == ONE and behind not in _BEHIND_FRACTION and before not in _BEFORE_FRACTION
    if alone and behind.isalpha() and behind not in _BEHIND_FRACTION:
        return None
    share = (count * part * HUNDRED).quantize(Decimal("0.01"))
    return Number(first, end, share, False, fraction=True)


def _is_of_time(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a quarter is one of a year or an hour ("in a quarter", not "for a quarter of its gas")."""
    if tokens.lower(first - 1) not in _BEFORE_TIME_QUARTER:
        return False
    whole = tokens.lower(end + 1) if tokens.lower(end) == "of" else ""
    return not whole.isalpha() or whole in _TIME_OR_ARTICLE


def _scaled(tokens: Tokens, number: Number, below: Decimal | None = None) -> Number:
    """`number` with the magnitudes that follow it ("5 hundred crore", "$3m"), each less than `below`."""
    words, at = number_words(), number.last
    for _ in range(_MOST_MAGNITUDES):
        lower = tokens.lower(at)
        dash = lower in _DASHES
        word = words.get(tokens.lower(at + 1) if dash else lower)
        if word is None or (below is not None and word.value >= below):
            break
        glued = tokens.glued(at) and not dash
        letter = word.kind == "suffix" and number.in_digits and glued and number.magnitude == ONE
        if not (word.kind in _MAGNITUDES or letter):
            break
        number.value *= word.value
        number.magnitude *= word.value
        if number.fraction:
            number.fraction = False
        at += 1 + dash
        number.last, number.suffix = at, int(letter)
        if (
            tokens.lower(at) == "."
            and word.kind == "abbreviation"
            and tokens.glued(at)
            and not _ends_sentence(tokens, at)
        ):
            number.last = at = at + 1
        half = and_a_half(tokens, at) if number.value == word.value else None
        if half is not None:
            number.value, number.last = number.value + half[0] * word.value, half[1]
            break
        rest = _digits_rest(tokens, at, word) or _spelled_rest(tokens, at, word, THOUSAND if number.in_digits else ONE)
        if rest is not None and tokens.lower(rest[1]) not in _OF_ANOTHER:
            number.value, number.last = number.value + rest[0], rest[1]
            break
    return number


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    following = tokens.word(index + 1)
    return not following or following[0].isupper() or following == "¶"


def _digits_rest(tokens: Tokens, index: int, word: Word) -> tuple[Decimal, int] | None:
    """What follows a magnitude in digits with one of its own, as in news of Central Asia: the "300 million" of "2
    billion 300 million dollars", the "450" of "12 thousand 450 tons"."""
    following = tokens.lower(index)
    value = digits_value(following) if following[:1].isdecimal() and not tokens.glued(index) else None
    if value is None:
        return None
    lesser = number_words().get(tokens.lower(index + 1))
    if lesser is not None and lesser.kind in ("magnitude", "abbreviation"):
        rest = value * lesser.value
        return (rest, index + 2) if lesser.value >= THOUSAND and rest < word.value else None
    told = word.value == THOUSAND and following.isdecimal() and value < THOUSAND and tokens.lower(index + 1).isalpha()
    return (value, index + 1) if told else None


def _spelled_rest(tokens: Tokens, index: int, word: Word, least: Decimal) -> tuple[Decimal, int] | None:
    """What follows a magnitude in words: the "two hundred" of "five thousand two hundred". No less than `least`."""
    if word.value < 1000 or word.kind != "magnitude" or word.value == 12:
        return None
    if tokens.lower(index) in _DASHES and tokens.word(index + 1).isdecimal() and tokens.glued(index + 1):
        rest_value = Decimal(tokens.words[index + 1])
        return (rest_value, index + 2) if rest_value < word.value else None
    link = tokens.lower(index)
    at = index + (link in ("and", ","))
    first = number_words().get(tokens.lower(at))
    if first is None or first.kind not in ("unit", "tens"):
        return None
    rest = _spelled(tokens, at, None)
    if rest is None:
        return None
    nested = _scaled(tokens, rest, word.value)
    # behind a comma only thousands go on with millions ("one million, two hundred thousand")
    goes_on = max(least, THOUSAND if link == "," else ONE) <= nested.value < word.value
    return (nested.value, nested.last) if goes_on else None
