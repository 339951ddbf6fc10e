"""Numbers that are no quantities: dates, years, times, ages, identifiers, scores, telephone and list numbers."""

from decimal import Decimal
from functools import cache

from pipeline.extract.quantities.counts import counted_noun
from pipeline.extract.quantities.number_forms import Number, number_words
from pipeline.extract.quantities.tokens import BREAK, Tokens
from pipeline.extract.quantities.units import Found, currency_before, first_words_of_units, is_unit
from pipeline.extract.quantities.words import word_set
from pipeline.lexicon.countries import code_of
from pipeline.lexicon.table import rows

_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
)
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "sep"})
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_CLOCK = word_set("am pm a.m p.m o'clock gmt utc est edt kst jst")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DASHES = frozenset({"-", "–", "—"})
_BETWEEN_MORE_DAYS = _DASHES | {"and", "to", ","}
_BETWEEN_DAYS = _BETWEEN_MORE_DAYS | {"or"}
_BETWEEN_YEARS = _DASHES | {"/"}
_GLUE_BEFORE = frozenset("/_@#=.&\\+:*")
_GLUE_BEHIND = frozenset("_@=&\\*")
_APPROXIMATELY = word_set("about some around nearly almost than least approximately roughly over")
_BEATEN = word_set(
    "won win wins beat beats lost lose leads led lead trailed trailing drew draw defeated defeating downed"
)
_NOT_ONE = word_set("the this that no any every each which another only good bad big last first next day")
_BEHIND_ONE = word_set(
    "of another by day side hand is was has and or to in on at for the that who whose thing another's "
    "another. , . ; : ) ? !"
)
_ORDINALS_SPELLED = word_set("first second third fourth fifth sixth seventh eighth ninth")
_STREETS = word_set("street st road rd avenue ave lane drive square boulevard blvd terrace court")
_STREET_REACH = 3
_ONE_DAY = word_set("in within than just for about of only per least and")
"""Before "one day" these make it a length of time; else it is "some day"."""
_BEFORE_YEAR = _MONTHS | word_set("in since of until from by during , late early mid for to and end before after year")
_BEHIND_DATE = word_set(
    ", . ; ) and in on with to for when after that by from as the was were at but which a while had"
)
_LETTERS_OF_MONEY = frozenset({"R", "N"})
"""Rand and naira stand before every sum as one letter; others that do are also letters of types ("M777", "A320")."""
_AGE_WORDS = word_set("age aged ages")
_AGES = (10, 110)
_YEARS = (1500, 2100)


@cache
def _labels(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("number_labels") if row["kind"] == kind)


@cache
def _measuring() -> frozenset[str]:
    """The words that go on with a number, or that its unit can begin with."""
    return first_words_of_units() | frozenset(number_words()) | {"and", "point", "odd", "plus"}


def is_excluded(tokens: Tokens, number: Number, before: Found | None, behind: Found | None) -> bool:
    """Whether `number`, with the units found beside it, is none of the text's quantities."""
    if before is not None:
        return _code_and_digits(tokens, number, before)
    if _in_a_name(tokens, number, behind) or _is_age(tokens, number, behind):
        return True
    if behind is not None:
        return _is_clock(tokens, number) or _is_one_day(tokens, number)
    if number.magnitude >= 1000 or number.vague or number.fraction:
        return False
    if not number.in_digits:
        return _is_word_of_course(tokens, number)
    return _is_no_amount(tokens, number)


def _is_no_amount(tokens: Tokens, number: Number) -> bool:
    """Whether bare digits are a date, a score, a name, or another thing that measures nothing."""
    named = _is_ordinal(tokens, number) or _is_labelled(tokens, number) or _is_listed(tokens, number)
    timed = named or _is_date(tokens, number) or _is_year(tokens, number) or _is_clock(tokens, number)
    return timed or _is_score(tokens, number) or _is_telephone(tokens, number) or _is_address(tokens, number)


def is_plain_date(tokens: Tokens, index: int) -> bool:
    """Whether the digits at token `index` are a year or a day beside its month, with no word of measure behind.

    It decides nothing that `is_excluded` would not, only sooner.
    """
    word = tokens.words[index]
    length = len(word)
    if length > len("2014") or not word.isdecimal() or tokens.glued(index):
        return False
    behind = tokens.lower(index + 1)
    if behind not in _BEHIND_DATE and (not behind.isalpha() or behind in _measuring()):
        return False
    if length == len("2014"):
        return _YEARS[0] <= int(word) < _YEARS[1] and tokens.lower(index - 1) in _BEFORE_YEAR
    beside = length <= len("31") and int(word) <= 31
    return beside and (_is_month(tokens, index - 1) or _is_month(tokens, index + 1))


def _code_and_digits(tokens: Tokens, number: Number, before: Found) -> bool:
    """N95, R2 and M777 are no money, nor is the 52 of B-52: a sum behind one letter is large, or written as a sum."""
    letter = tokens.words[before.first]
    if len(letter) > 1 or not letter.isalpha() or tokens.words[before.last - 1] not in (letter, "-"):
        return False
    summed = number.magnitude > 1 or "," in tokens.words[number.first] or letter in _LETTERS_OF_MONEY
    return letter != tokens.words[before.last - 1] or number.value < 100 or not summed


_LETTERS_OF_A_MAKE = 3


def _in_a_name(tokens: Tokens, number: Number, unit: Found | None) -> bool:
    """Whether a number belongs to a longer sign or to the name of a make."""
    return _is_glued_in(tokens, number, unit) or _is_a_model(tokens, number.first)


def _is_glued_in(tokens: Tokens, number: Number, unit: Found | None) -> bool:
    """Glued into a longer sign: A320, SA-8, 787s, 9/11, www.x.org/12, P5+1."""
    first, last = number.first, number.last
    if tokens.glued(first):
        before, glued = tokens.words[first - 1], tokens.glued(first - 1)
        if before[0].isalnum() and not before[0].isdecimal():
            return True
        if before in _DASHES and glued and tokens.words[first - 2][-1].isalpha() and number.in_digits:
            return tokens.lower(first - 2) not in _labels("function") and not _ends_amount(tokens, first - 2)
        signed = before == "+" and tokens.word(first - 2) == "("
        if (
            before in _GLUE_BEFORE
            and glued
            and not signed
            and not (before == ":" and not tokens.word(first - 2)[-1:].isdecimal())
        ):
            return True
        if before == "'":
            return True
    if tokens.glued(last):
        behind = tokens.words[last]
        if behind in _GLUE_BEHIND or (
            behind in "/:" and tokens.glued(last + 1) and tokens.word(last + 1)[:1].isdecimal()
        ):
            return True
        if behind == "." and tokens.glued(last + 1) and number.in_digits:
            return True
        if behind[0].isalpha() and number.last - number.first == 1 and number.in_digits:
            return unit is None
    return False


def _is_a_model(tokens: Tokens, first: int) -> bool:
    """Whether a number is a part of that of a make ("Boeing 737-800"), or a gap has come between it and the letters of
    the make ("its T- 55 tanks")."""
    if tokens.lower(first - 1) == "-" and tokens.word(first - 2).isdecimal():
        return tokens.glued(first) and tokens.glued(first - 1) and tokens.lower(first - 3) in _labels("label")
    if tokens.lower(first - 1) != "-" or tokens.glued(first) or not tokens.glued(first - 1):
        return False
    letters = tokens.word(first - 2)
    return len(letters) <= _LETTERS_OF_A_MAKE and letters.isalpha() and letters[0].isupper()


def _ends_amount(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` ends the lower end of a range ("1.6 million-1.8 million")."""
    scaled = len(tokens.words[index]) > 1 and tokens.lowers[index] in _measuring()
    return scaled and (tokens.word(index - 1)[:1].isdecimal() or tokens.lower(index - 1) in number_words())


def _is_age(tokens: Tokens, number: Number, behind: Found | None) -> bool:
    before = tokens.lower(number.first - 1)
    if before in _AGE_WORDS or tokens.lower(number.first - 3) in _AGE_WORDS:
        return True
    if behind is not None:
        if behind.unit.kind != "time":
            return False
        after = behind.last + (tokens.lower(behind.last) in _DASHES)
        return tokens.lower(after) in ("old", "olds")
    if before != "," or tokens.lower(number.last) != ",":
        return False
    told = tokens.word(number.first - 2)[-1:].isalpha() and number.in_digits and number.magnitude == 1
    return told and _AGES[0] <= number.value < _AGES[1]


def _is_clock(tokens: Tokens, number: Number) -> bool:
    behind = tokens.lower(number.last)
    if behind in _CLOCK:
        return behind not in ("am", "est") or number.value <= 12
    if behind not in ("a", "p", ":"):
        return False
    after = tokens.lower(number.last + 1)
    if behind != ":" and after == "." and tokens.lower(number.last + 2) == "m":
        return True
    return behind == ":" and tokens.glued(number.last) and after[:1].isdecimal() and tokens.glued(number.last + 1)


def _is_ordinal(tokens: Tokens, number: Number) -> bool:
    return tokens.lower(number.last) in _ORDINALS and tokens.glued(number.last)


def _is_date(tokens: Tokens, number: Number) -> bool:
    """Beside a month, or at the end of a range that begins beside one."""
    if number.value > 31 or number.value != number.value.to_integral_value():
        return False
    first, last = number.first, number.last
    if _is_month(tokens, last) or _is_month(tokens, first - 1):
        return True
    if tokens.lower(first - 1) == "." and _is_month(tokens, first - 2):
        return True
    if tokens.lower(first - 1) in _BETWEEN_DAYS and tokens.word(first - 2).isdecimal():
        return _is_month(tokens, first - 3) or (tokens.lower(first - 3) == "." and _is_month(tokens, first - 4))
    follows = tokens.lower(last) in _BETWEEN_MORE_DAYS and tokens.word(last + 1).isdecimal()
    return follows and _is_month(tokens, last + 2)


def _is_month(tokens: Tokens, index: int) -> bool:
    lower = tokens.lower(index)
    return lower in _MONTHS and (tokens.word(index)[0].isupper() or lower not in _AMBIGUOUS_MONTHS)


def _is_year(tokens: Tokens, number: Number) -> bool:
    word = tokens.words[number.first]
    if (
        len(word) == 2
        and tokens.lower(number.first - 1) in _BETWEEN_YEARS
        and _year_like(tokens.word(number.first - 2))
    ):
        return True
    if not _year_like(word):
        # "the Iranian calendar year of 1395"
        at = number.first - 1 - (tokens.lower(number.first - 1) == "of")
        return tokens.lower(at) == "year" and len(word) == len("1395") and word.isdecimal()
    told = tokens.lower(number.first - 1) in _APPROXIMATELY
    return not (told and counted_noun(tokens, number.last))


def _year_like(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and _YEARS[0] <= int(word) < _YEARS[1]


def _is_score(tokens: Tokens, number: Number) -> bool:
    """3-1, 24-17, and the parts of 6-4, 6-3: two whole numbers that do not rise to a counted noun."""
    first, last = number.first, number.last
    if (
        tokens.lower(last) in _DASHES
        and tokens.word(last + 1).isdecimal()
        and tokens.glued(last)
        and tokens.glued(last + 1)
    ):
        high, behind = Decimal(tokens.words[last + 1]), last + 2
        return high <= number.value or tokens.lower(first - 1) in _BEATEN or not _measured(tokens, behind)
    if tokens.lower(first - 1) in _DASHES and tokens.word(first - 2).isdecimal() and tokens.glued(first):
        low = Decimal(tokens.words[first - 2])
        priced = currency_before(tokens, first - 2) is not None
        return low >= number.value or (counted_noun(tokens, last) is None and not priced)
    return False


def _measured(tokens: Tokens, index: int) -> bool:
    at = index + (tokens.lower(index) in _DASHES)
    word = number_words().get(tokens.lower(at))
    scaled = word is not None and word.kind in ("magnitude", "abbreviation", "hundred")
    return scaled or is_unit(tokens, at) or counted_noun(tokens, at) is not None


def _is_labelled(tokens: Tokens, number: Number) -> bool:
    """Behind a word that numbers things ("Resolution 2397", "No. 3"), or behind a name ("Boeing 737", "Windows 10")."""
    at = number.first - 1
    if tokens.lower(at) == "." and tokens.lower(at - 1) in ("no", "nos", "art", "sec", "vol"):
        return True
    if tokens.lower(at) == "#":
        return True
    word, lower = tokens.word(at), tokens.lower(at)
    if lower in _labels("label") and (word[0].isupper() or number.value == number.value.to_integral_value()):
        return not (lower in ("no", "type", "class", "level") and word.islower())
    if "," in tokens.words[number.first] or not word[:1].isupper() or lower in _labels("function"):
        return False
    if (
        _is_month(tokens, at)
        or lower in _WEEKDAYS
        or code_of(word) is not None
        or code_of(tokens.span(max(at - 1, 0), at + 1))
    ):
        return False
    begins = at == 0 or tokens.words[at - 1] in (".", BREAK, "“", '"', ":", "?", "!")
    return not begins


def _is_listed(tokens: Tokens, number: Number) -> bool:
    """1. and 2) at the head of a line, and a bracketed number alone."""
    first, last = number.first, number.last
    head = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    if head and tokens.lower(last) in (".", ")") and tokens.glued(last) and number.value < 100:
        return True
    return tokens.lower(first - 1) == "(" and tokens.lower(last) == ")" and number.value < 100


def _is_address(tokens: Tokens, number: Number) -> bool:
    """10 Downing Street, and the model 3 Series."""
    if tokens.word(number.last) in ("Series", "Class"):
        return True
    for at in range(number.last, number.last + _STREET_REACH):
        if not tokens.word(at)[:1].isupper():
            return False
        if at > number.last and tokens.lowers[at] in _STREETS:
            return True
    return False


def _is_one_day(tokens: Tokens, number: Number) -> bool:
    """ "One day he left", but not "in one day" and "a one-day visit"."""
    if tokens.lowers[number.first] != "one" or tokens.lower(number.last) != "day":
        return False
    return tokens.lower(number.first - 1) not in _ONE_DAY


def _is_telephone(tokens: Tokens, number: Number) -> bool:
    """Groups of digits joined by dashes or set off by spaces behind a plus sign."""
    first, last = number.first, number.last
    groups = 0
    at = last
    while groups < 2 and tokens.lower(at) in _DASHES and tokens.word(at + 1).isdecimal():
        groups, at = groups + 1, at + 2
    at = first - 1
    while groups < 2 and tokens.lower(at) in _DASHES and tokens.word(at - 1).isdecimal():
        groups, at = groups + 1, at - 2
    zero = len(tokens.words[first]) > 1 and tokens.words[first][0] == "0" and tokens.words[first].isdecimal()
    if zero or (_leads_zero(tokens.word(first - 1)) or _leads_zero(tokens.word(first - 2))):
        return tokens.word(first - 1).isdecimal() or (zero and tokens.word(last).isdecimal())
    long_group = len(tokens.words[first]) >= 7 and tokens.words[first].isdecimal()
    return groups >= 2 or _behind_plus(tokens, first) or (long_group and tokens.words[first][0] == "0")


def _leads_zero(word: str) -> bool:
    return len(word) > 1 and word[0] == "0" and word.isdecimal()


def _behind_plus(tokens: Tokens, first: int) -> bool:
    """Whether a plus sign glued to digits stands one or two tokens before."""
    return any(tokens.lower(at) == "+" and tokens.glued(at + 1) for at in (first - 1, first - 2))


def _is_word_of_course(tokens: Tokens, number: Number) -> bool:
    """ "one" as a pronoun, and number words inside a name ("Group of Seven")."""
    word, before, behind = tokens.words[number.first], tokens.lower(number.first - 1), tokens.lower(number.last)
    if (
        word[0].isupper()
        and number.first > 0
        and tokens.words[number.first - 1] not in (".", BREAK, "“", '"', ":", "?", "!")
    ):
        upper_before = tokens.words[number.first - 1][:1].isupper() or before == "of"
        if upper_before and not tokens.words[number.first].isupper():
            return True
    if tokens.lower(number.last) == "-" and tokens.lower(number.last + 1) in _ORDINALS_SPELLED:
        return True
    if number.last - number.first == 1 and tokens.lowers[number.first] == "one":
        if before == "only" and tokens.lower(number.first - 2) not in ("the", "an", "my"):
            return behind in _BEHIND_ONE or not behind.isalpha()
        return before in _NOT_ONE or behind in _BEHIND_ONE or not behind.isalpha() or behind.endswith("'s")
    return False
