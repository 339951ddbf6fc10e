"""Who holds which title by where they stand: "President X", "X, president of …", "the president, X".

Verbs are read elsewhere. Which state a title serves, and who a name is, come later.
"""

import re

from pipeline.extract.inflection import doing_words
from pipeline.extract.officials.beside import (
    past_owner,
    past_seat,
    past_state,
    respective_states,
    state_at,
    state_beside,
)
from pipeline.extract.officials.leaders import leader_state
from pipeline.extract.officials.names import Name, is_rank
from pipeline.extract.officials.party_tags import behind_tag
from pipeline.extract.officials.subjects import GOVERNING, SAYING, acts, is_governed, leads_on
from pipeline.extract.officials.titles import Title, behind_name
from pipeline.extract.officials.vocabulary import Sort, honorifics, role_words
from pipeline.extract.officials.words import Words
from pipeline.values import value

_CLOSING = 5
"""Words: "X, the minister said on Monday." closes with no more, and has as many before."""
_LONGEST = 9
"""Words between a name and its apposition."""
_DASHES = frozenset("-–—")
_HONORS = 7
"""Words of respect before a name."""
_BESIDE = frozenset(("by", "with", "from", "to"))
_ONE_MORE = frozenset(("another", "fellow"))
_AGE = re.compile(r"(?:aged )?\d{2,3}")
_UNTIL = re.compile(r", (?:until|till)(?: (?:now|recently|(?:last|this) \w{3,9}|\w{3,9}|\d{4}))?")
_THEN = frozenset((", at that time", ", at time", ", back then"))
_TRADE = re.compile(r", (?:[a-z-]{3,15} ){1,4}and")
_ALLY = re.compile(
    r", (?:[a-z-]{2,15} ){0,3}(?:ally|associate|confidante?|friend|loyalist|supporter|critic|rival)"
    r"(?: (?:of|to) [a-z-]{2,15}(?: [a-z-]{2,15})?)? and"
)
_ONE_OF = re.compile(r", one of(?: [a-z]{3,12}){0,2}")
"""Before the title that several hold: ", one of the five"."""
_PASSED = role_words("between")
_SPEAKS = role_words("speaks")
_PLACED = frozenset(("at", "in", "near", "from", "to", "into", "outside", "around", "via"))
"""Before one word they make it a place."""
_CAPACITIES = frozenset((", in his capacity as", ", in her capacity as"))
_EQUALS = frozenset((("is",), ("was",), ("will", "be"), ("-",), ("–",), ("—",)))
_JOINTS = frozenset(((",",), ("and",), (",", "and"), ("&",), (",", "along", "with"), (";",), (";", "and")))


@value(frozen=True, slots=True)
class Claim:
    """One person said to hold one title."""

    name: Name | None
    """None for "he" or "she"."""
    title: Title
    rule: str
    status: str
    country: str | None = None
    """A state that the words between or behind them give ("President X of Turkey"), else None."""
    pronoun: int | None = None
    """Word index of the pronoun where there is no name."""


@value(frozen=True, slots=True)
class Sides:
    """The titles and names of a sentence in the order of its words."""

    words: Words
    items: tuple[Title | Name, ...]


def title_before_name(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "Foreign Minister X", with a plural title "Presidents X and Y"."""
    name = _name_at(sides, place + 1, title.end)
    if name is None or _describes(sides.words, title, name):
        return []
    whole = behind_name(sides.words, title, name.end)
    return _claims_behind(sides, name, whole, "title_name")


def _describes(words: Words, title: Title, name: Name) -> bool:
    """Whether the name is no holder's: "official OPEC prices", "a spokesman for the brewing firm Carl Hansen"."""
    if title.end > title.head.end:
        return bool(words.sort[title.end - 1] & Sort.PRIVATE) and not words.capital[title.end - 1]
    return title.text.lower() == "official" and not name.full and not name.honored


def chained(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "the ministers of Defence, X, of Finance, Y": each complement's holder stands behind it."""
    name = _name_behind_comma(sides, place, title)
    return [Claim(name, title, "title_comma_name", title.status)] if name is not None else []


def name_before_title(sides: Sides, place: int, title: Title, found: list[Claim]) -> list[Claim]:
    """ "X, president of …"; not where X got a title from before a comma and the next name looks for one as well."""
    name = _apposed(sides, place, title)
    if name is None:
        return []
    turned = any(claim.name is name and claim.rule == "title_comma_name" for claim in found)
    if (turned or _is_listed(sides, place, found, name)) and _name_behind_comma(sides, place, title) is not None:
        return []
    if _opens_clause(sides, title, found, name) or _attributes(sides.words, title, name):
        return []
    one_of = title.office.plural and _ONE_OF.fullmatch(" ".join(_gap(sides.words, name.end, title.start))) is not None
    holders = _plural_before(sides, place) if title.office.plural and not one_of else [name]
    told = sides.words.low[name.end : title.start] + sides.words.low[title.end : title.end + 1]
    then = " ".join(_gap(sides.words, name.end, title.start)) in _THEN
    status = "former" if "until" in told or then else title.status
    state = None if title.office.plural or title.countries else state_at(sides.words, name)
    return [Claim(holder, title, "name_title", status, state) for holder in holders]


def _is_listed(sides: Sides, place: int, found: list[Claim], name: Name) -> bool:
    """Whether name and title are two items of a list: "Minister X, Director of Y, Z, and the Governor of W, V"."""
    titled = any(
        claim.name is name and claim.rule == "title_name" and claim.title.office.kind != "rank" for claim in found
    )
    third = sides.items[place + 2] if titled and place + 2 < len(sides.items) else None
    second = sides.items[place + 1] if isinstance(third, Title) else None
    if not isinstance(second, Name) or not isinstance(third, Title) or third.start - second.end > 2:
        return False
    return _name_behind_comma(sides, place + 2, third) is not None


def _opens_clause(sides: Sides, title: Title, found: list[Claim], name: Name) -> bool:
    """Whether the title is the next clause's subject and no apposition: "according to Minister X, the premier will",
    "Thanking X, the premier said"."""
    words = sides.words
    named = title.start == title.head.start and words.capital[title.start] and title.head.end - title.start > 1
    if not (title.definite or named) or words.low[title.end : title.end + 1] == [","]:
        return False
    before = next((claim.title.start for claim in found if claim.name is name and claim.title.end <= name.start), None)
    first = before if before is not None else name.start
    if first == 0 or title.end >= len(words):
        return False
    ahead = words.low[first - 1]
    if ahead not in GOVERNING and ahead not in doing_words():
        return False
    return words.low[title.end] in SAYING or (before is None and acts(words, title))


def _attributes(words: Words, title: Title, name: Name) -> bool:
    """Whether the title only tells of whom something comes: ", a ministry official said", ", official data show".

    So it does behind what may be a place as well: "shells fell on Dhamar, the governor said".
    """
    if title.text == "official":
        return words.low[title.start] == "official"
    if words.low[title.start] not in ("a", "an") and (name.full or name.honored or not title.definite):
        closes = len(words) - title.end <= _CLOSING and name.start >= _CLOSING
        if not (title.definite and closes):
            return False
    return not _SPEAKS.isdisjoint(words.low[title.end : title.end + 1])


def title_comma_name(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "the president, X", "the prime ministers, X and Y"."""
    name = _name_behind_comma(sides, place, title)
    if name is None or not _may_precede(sides, place, title, name):
        return []
    return _claims_behind(sides, name, title, "title_comma_name")


def title_is_name(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "the new ambassador is X"."""
    name = sides.items[place + 1] if place + 1 < len(sides.items) else None
    if not isinstance(name, Name) or not title.definite or sides.words.possessive[name.end - 1]:
        return []
    gap = tuple(sides.words.low[title.end : name.start])
    return [Claim(name, title, "title_is_name", title.status)] if gap in _EQUALS else []


def joined_before(sides: Sides, last: Name) -> list[Name]:
    """`last` with the names joined to it by "and" and commas before it."""
    index = next(k for k, item in enumerate(sides.items) if item is last)
    return _plural_before(sides, index + 1)


# ---------------------------------------------------------------------------------------------- names behind


def _name_at(sides: Sides, place: int, word: int) -> Name | None:
    """The name at `place` if it begins at `word`, honorifics and ranks before it allowed."""
    name = sides.items[place] if place < len(sides.items) else None
    if isinstance(name, Title) and name.start == word and name.office.kind == "rank" and name.end == word + 1:
        # "interior ministers Prince X and Y": a rank that could be an office
        return _name_at(sides, place + 1, word + 1)
    if not isinstance(name, Name) or name.start < word:
        return None
    if name.start == word + 1 and _is_bracketed(sides.words, name):
        return name
    return name if name.start == word or _only_honors(sides.words, word, name) else None


def _is_bracketed(words: Words, name: Name) -> bool:
    """Whether brackets alone hold the name: "the foreign minister [Lavrov]"."""
    opening, closing = words.low[name.start - 1], words.low[name.end : name.end + 2]
    return (opening == "[" and "]" in closing) or (opening == "(" and closing[:1] == [")"] and name.full)


def _only_honors(words: Words, word: int, name: Name) -> bool:
    """Whether nothing but honorifics stands between `word` and the name: "the Honourable", "His Excellency Dr"."""
    first = word + 1 if words.low[word] == "the" else word
    known = honorifics()
    if name.start - first > _HONORS:
        return False
    if name.honored and all(words.capital[k] or words.raw[k] in "'’" for k in range(first, name.start)):
        return True
    return first < name.start and all(words.raw[k] in known for k in range(first, name.start))


def _name_behind_comma(sides: Sides, place: int, title: Title) -> Name | None:
    index = past_seat(sides.words, title)
    if index >= len(sides.words) or sides.words.low[index] != ",":
        return None
    return _name_at(sides, place + 1, past_owner(sides.words, index + 1) if title.office.plural else index + 1)


def _claims_behind(sides: Sides, first: Name, title: Title, rule: str) -> list[Claim]:
    """`first` holds the title; with a plural title those that follow too."""
    words = sides.words
    names = _plural_behind(sides, first) if title.office.plural else [first]
    if title.office.plural and len(names) == 1 and rule == "title_comma_name":
        return []
    states = title.countries or respective_states(words)
    distributed = len(states) == len(names) > 1
    return [
        Claim(
            name,
            title,
            rule,
            title.status,
            state_beside(words, name, title) or (states[k] if distributed else None),
        )
        for k, name in enumerate(names)
    ]


def _plural_behind(sides: Sides, first: Name) -> list[Name]:
    words, names = sides.words, [first]
    end = past_state(words, first.end, plural=True)
    place = next(k for k, item in enumerate(sides.items) if item is first)
    for item in sides.items[place + 1 :]:
        if isinstance(item, Title) and item.office.kind == "rank":
            continue
        if not isinstance(item, Name) or not is_joined(words, end, item):
            break
        names.append(item)
        end = past_state(words, item.end, plural=True)
    return names


def is_joined(words: Words, end: int, name: Name) -> bool:
    """Whether nothing but "and", a comma, honours and the name's own state stand between `end` and the name."""
    known = honorifics()
    start = name.start
    owner = words.country_ends.get(start - 1)
    if owner is not None and words.possessive[start - 1]:
        start = owner.start - (words.low[owner.start - 1 : owner.start] == ["the"])
    gap = (k for k in range(end, start) if words.raw[k] not in known and not is_rank(words, k))
    return tuple(words.low[k] for k in gap) in _JOINTS


def _follows_holder(sides: Sides, place: int) -> bool:
    """Whether an official stands before the title, named behind the office: "Minister X, Director of Y"."""
    before, office = (sides.items[place - 1], sides.items[place - 2]) if place > 1 else (None, None)
    return isinstance(before, Name) and isinstance(office, Title) and office.end == before.start


def _may_precede(sides: Sides, place: int, title: Title, name: Name) -> bool:
    """Whether "the minister, X" names its holder: the title says that there is one, and X is no item of a list."""
    words = sides.words
    if leads_on(words, title, name):
        return False
    single = title.definite or (words.low[title.start] in ("a", "an") and title.head.start > title.start + 1)
    single |= title.start > 0 and words.low[title.start - 1] in _BESIDE and title.head.start > title.start
    single |= title.start > 0 and words.low[title.start - 1] in _ONE_MORE
    single |= title.status == "former" and words.low[name.end : name.end + 1] == [","]
    if not (
        single or _is_known_head(title, name) or title.countries or title.end - title.head.start > 1 or title.start == 0
    ):
        return False
    end = past_state(words, name.end)
    following = sides.items[place + 2] if place + 2 < len(sides.items) else None
    if end < len(words) and words.low[end] == "," and isinstance(following, Title) and following.start <= end + 2:
        listed = _follows_holder(sides, place) and _name_behind_comma(sides, place + 2, following) is not None
        others = title.countries and following.countries and title.countries[0] != following.countries[0]
        return (title.definite or listed) and not (others and is_governed(words, title))
    return True


def _is_known_head(title: Title, name: Name) -> bool:
    """Whether a known leader follows a head's or minister's office: "President, X Y and Prime Minister, V W"."""
    return title.office.kind in ("head_of_state", "minister") and name.full and leader_state(name.text) is not None


# ---------------------------------------------------------------------------------------------- names before


def _apposed(sides: Sides, place: int, title: Title) -> Name | None:
    """The name before the title, set off by a comma, bracket or dash, an age between allowed."""
    words = sides.words
    place, start = _before_owner(sides, place, title)
    name = sides.items[place - 1] if place else None
    if place > 1 and isinstance(name, Name) and words.low[start - 1 : start] == ["and"]:
        name = _ally(sides, place, start) or name
    if not isinstance(name, Name) or words.possessive[name.end - 1] or start - name.end > _LONGEST:
        return None
    if not name.full and not name.honored and name.start and words.low[name.start - 1] in _PLACED:
        return None
    return name if _sets_off(_gap(words, name.end, start)) else None


def _ally(sides: Sides, place: int, start: int) -> Name | None:
    """X of "X, a close ally of Y and head of …"."""
    name = sides.items[place - 2]
    if not isinstance(name, Name) or start - name.end > _LONGEST:
        return None
    return name if _ALLY.fullmatch(" ".join(_gap(sides.words, name.end, start))) is not None else None


def _gap(words: Words, end: int, start: int) -> list[str]:
    """The words between a name and a title that matter."""
    end = min(behind_tag(words, end), start)
    if end < start and words.low[end] == "of" and end + 1 in words.countries:
        end = words.countries[end + 1].end
    gap = words.low[end:start]
    if gap[:1] == ["("] and ")" in gap[:6]:
        gap = gap[gap.index(")") + 1 :]
    return [low for low in gap if low not in _PASSED]


def _sets_off(gap: list[str]) -> bool:
    if gap in ([","], ["("], [",", ","]) or (len(gap) == 1 and gap[0] in _DASHES):
        return True
    text = " ".join(gap)
    aged = len(gap) > 2 and gap[0] == gap[-1] == "," and _AGE.fullmatch(" ".join(gap[1:-1])) is not None
    return (
        aged
        or _ONE_OF.fullmatch(text) is not None
        or text in _CAPACITIES
        or text in _THEN
        or _UNTIL.fullmatch(text) is not None
        or _is_trade(text)
    )


def _is_trade(text: str) -> bool:
    """Whether the words between name and title say what else the person is: ", a farmer and former"."""
    return _TRADE.fullmatch(text) is not None or _ALLY.fullmatch(text) is not None


def _before_owner(sides: Sides, place: int, title: Title) -> tuple[int, int]:
    """Where a title begins with its owner, "President Biden's envoy": place among the items and first word."""
    owner = sides.items[place - 1] if place and title.owner is not None else None
    if not isinstance(owner, Name) or owner.end != title.start or not sides.words.possessive[title.start - 1]:
        return place, title.start
    before = sides.items[place - 2] if place > 1 else None
    if isinstance(before, Title) and before.end == owner.start:
        return place - 2, before.start
    return place - 1, owner.start


def _plural_before(sides: Sides, place: int) -> list[Name]:
    names: list[Name] = []
    for item in reversed(sides.items[:place]):
        if not isinstance(item, Name) or (names and not is_joined(sides.words, item.end, names[-1])):
            break
        names.append(item)
    return names[::-1]
