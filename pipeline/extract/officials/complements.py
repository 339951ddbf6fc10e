"""What stands behind a title's head: "-designate", "of Natural Resources and Ecology", "to Moscow"."""

from pipeline.extract.officials.aides import holder_follows, is_held, serve_with
from pipeline.extract.officials.complement_states import INNER, OPEN, is_adjective, paired, take_country
from pipeline.extract.officials.nameword import looks_like_name
from pipeline.extract.officials.reading import (
    ARTICLES,
    COUNTED,
    PRONOUNS,
    Reading,
    is_doing,
    is_office_noun,
    title_follows,
)
from pipeline.extract.officials.vocabulary import Sort, family_names, given_names, honorifics, role_words
from pipeline.extract.officials.words import BodySpan, CountrySpan, Words

_LONGEST = 30
"""Words: no complement is longer."""
_BY_KIND = {
    "envoy": frozenset(("of", "for", "to", "in", "on", "at", "with")),
    "minister": frozenset(("of", "for", "to", "at")),
    "regional": frozenset(("of", "for", "in")),
    "parliament": frozenset(("of", "for", "from", "in", "to")),
    "spokesman": frozenset(("of", "for", "to", "at", "on")),
    "agency": frozenset(("of", "for", "to", "on", "at", "with", "in")),
    "body": frozenset(("of", "for", "to")),
    "military": frozenset(("of", "for", "in")),
    "none": frozenset(("of", "for", "at", "with", "on", "from", "in")),
}
_CHARGES = {
    "in": ((["in", "charge", "of"], 2),),
    "responsible": ((["responsible", "for"], 1),),
    "with": ((["with", "responsibility", "for"], 2),),
}
"""First word of what opens a complement like a preposition, to its words and the last of them."""
_HOUSED = frozenset(("ministry", "department", "office", "cabinet", "presidency", "secretariat"))
_PARTIES = role_words("parties")
_PARTIES_REACH = 6  # "of the two neighbouring island states"
_ORGANS = frozenset(("c.c.", "committee", "presidium", "bureau", "politburo", "secretariat"))
_PLACED = 6
"""Words: "the southern oil hub of" is no longer."""
_INTERIM = ["a", ".", "i", "."]
_SERVED = frozenset(("head_of_state", "minister"))
"""Kinds of office whose holders' own people are officials."""
_DIRECTIONS = frozenset(("central", "east", "greater", "lower", "north", "south", "upper", "west"))
_SPANS = frozenset(("coming", "next", "past", "last", "previous", "recent", "future", "short"))
"""Words that begin a length of time."""
_NOUN = Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE | Sort.WORD

_Taken = tuple[int, bool, bool]
"""Next word, whether a noun must follow, whether the phrase may end here."""


def read_behind(reading: Reading) -> None:
    """Walk on from the head."""
    words, size = reading.words, len(reading.words)
    if reading.end < size and words.low[reading.end] in ("designate", "elect", "nominee"):
        reading.status = "designate"
        reading.cut.append((reading.end, reading.end + 1))
        reading.end += 1
    if words.low[reading.end : reading.end + 4] == _INTERIM:
        reading.end += 4
    openers = _BY_KIND.get(reading.head.office.kind, OPEN)
    if reading.head.office.plural:
        _take_parties(reading)
    while reading.end < size:
        preposition = _preposition(words, reading.end, openers)
        end = read_complement(reading, preposition) if preposition is not None else None
        if end is None:
            break
        reading.end = end
        openers = OPEN if reading.head.office.kind not in _BY_KIND or reading.head.office.kind == "minister" else INNER
    if reading.end == reading.head.end or reading.end + 1 in words.countries:
        _take_house(reading)


def _take_house(reading: Reading) -> None:
    """Take the ministry that a comma sets behind an office: "Joint Secretary, Ministry of Ports"."""
    words, comma = reading.words, reading.end
    if words.low[comma : comma + 1] != [","] or reading.head.office.plural:
        return
    if comma + 1 in words.countries:
        _take_house_of(reading, words.countries[comma + 1])
    if words.low[comma + 2 : comma + 3] != ["of"]:
        return
    if words.low[comma + 1] in _HOUSED and words.capital[comma + 1]:
        end = read_complement(reading, comma)
        reading.end = end if end is not None else reading.end


def _take_house_of(reading: Reading, country: CountrySpan) -> None:
    """Take the body that a state's name and a comma set behind: "assistant secretary, U.S. Department of Commerce"."""
    body = reading.words.bodies.get(country.end)
    if body is not None and reading.words.low[body.end : body.end + 1] in ([","], ["."], [")"], []):
        reading.countries.append(country.mention.code)
        reading.cut.append((country.start, country.end))
        reading.end = _take_body(reading, body)[0]


def _take_parties(reading: Reading) -> None:
    """Take "of the two neighbouring countries" behind a plural head, no part of the title's text."""
    words = reading.words
    index, last = reading.end + 1, min(len(words), reading.end + _PARTIES_REACH)
    if words.low[reading.end : index] != ["of"]:
        return
    while index < last and words.low[index] not in _PARTIES:
        index += 1
    between = words.low[reading.end + 1 : index]
    told = not COUNTED.isdisjoint(between) or between[:1] in (["their"], ["the"])
    if index < last and told and not any(words.capital[reading.end + 1 : index]) and not words.possessive[index]:
        reading.cut.append((reading.end, index + 1))
        reading.end, reading.apart = index + 1, True


def _preposition(words: Words, index: int, openers: frozenset[str]) -> int | None:
    """The preposition that opens a complement at `index`, "in charge of" taken as one."""
    low = words.low[index]
    if low in ("in", "on", "for") and _is_time(words, index + 1):
        return None
    for phrase, last in _CHARGES.get(low, ()):
        if words.low[index : index + len(phrase)] == phrase:
            return index + last
    if (
        low == "in"
        and words.low[index + 1 : index + 2] == ["the"]
        and _HOUSED.intersection(words.low[index + 2 : index + 4])
    ):
        return index
    if low == "in" and "at" in openers and "from" not in openers and not _place_ahead(words, index + 1):
        return None
    if low == "to" and words.low[index + 1 : index + 2] and not _is_known(words, index + 1):
        return None
    return index if low in openers else None


def _is_known(words: Words, index: int) -> bool:
    """Whether the word behind "to" is no verb: "met the trade minister to end the talks"."""
    if words.capital[index] or words.low[index] in ARTICLES or words.low[index] in PRONOUNS:
        return True
    return bool(words.sort[index] & ~Sort.VERB) or index in words.offices or index in words.countries


def _place_ahead(words: Words, index: int) -> bool:
    """Whether a place is named at `index`, or behind "the southern port of"."""
    if words.low[index : index + 1] == ["the"]:
        limit = min(index + _PLACED, len(words))
        while index < limit and words.low[index] != "of" and not words.capital[index]:
            index += 1
        index += 1
    return index in words.countries


def _is_time(words: Words, index: int) -> bool:
    """Whether a time begins at `index`: "the coming weeks", "May", "2016"."""
    while words.low[index : index + 1] and words.low[index] in ARTICLES:
        index += 1
    if index >= len(words):
        return False
    calendar = words.sort[index] & Sort.CALENDAR and not words.sort[index] & Sort.PORTFOLIO
    return bool(calendar) or words.low[index] in _SPANS or words.low[index].isdigit()


def read_complement(reading: Reading, preposition: int) -> int | None:
    """Read the phrase behind the preposition; the word behind its end, or None where there is none."""
    words = reading.words
    index, end, need = preposition + 1, None, True
    opener = words.low[preposition]
    limit = min(len(words), preposition + _LONGEST)
    while index < limit:
        if need and (index in words.countries or index in words.bodies) and is_held(words, index):
            serve_with(reading, index, opener)
            break
        taken = (
            _take_named(reading, index, need, opener)
            or _take_link(reading, index, need)
            or _take_word(reading, index, need, opener)
        )
        if taken is None:
            break
        index, need, closed = taken
        if closed:
            end = index
    return end


def _take_named(reading: Reading, index: int, need: bool, opener: str) -> _Taken | None:
    """Take a state, a body or an office of the lexicons."""
    words = reading.words
    country, body = words.countries.get(index), words.bodies.get(index)
    if country is not None and (body is None or body.end <= country.end):
        if need or words.raw[index] not in given_names():
            second = paired(words, country)
            if second is not None:
                return second.end, True, False
            take_country(reading, country, opener)
            open_ended = words.possessive[country.end - 1] or is_adjective(words, country)
            return country.end, open_ended, not open_ended
        return None
    if body is not None:
        return _take_body(reading, body)
    office = words.offices.get(index)
    if office is not None and need and not words.possessive[office.end - 1] and not holder_follows(words, office):
        reading.marks |= Sort.PUBLIC
        if office.office.code:
            reading.countries.append(office.office.code)
        return office.end, False, True
    if office is not None and need and office.office.need == "none" and office.office.kind in _SERVED:
        reading.marks |= Sort.PUBLIC  # "an aide to President Arias"
    return None


def _take_body(reading: Reading, body: BodySpan) -> _Taken:
    possessive = reading.words.possessive[body.end - 1]
    reading.bodies.append(body.body)
    reading.organization = reading.organization or (body.start, body.end)
    return body.end, possessive, not possessive


def _take_count(reading: Reading, index: int) -> _Taken | None:
    """Take "two" of "the governors of the two central banks", no part of the title's text."""
    if not reading.head.office.plural:
        return None
    reading.cut.append((index, index + 1))
    reading.apart = True
    return index + 1, True, False


def _take_link(reading: Reading, index: int, need: bool) -> _Taken | None:
    """Take an article, "and", a comma, a bracket or a preposition inside the phrase."""
    words = reading.words
    low = words.low[index]
    if low in ARTICLES or low in PRONOUNS:
        return (index + 1, True, False) if need else None
    if low in COUNTED:
        return _take_count(reading, index) if need else None
    if low in ("and", "&", ",", "/"):
        return (index + 1, True, False) if _goes_on(words, index) else None
    if low == "(" and not need and words.low[index + 2 : index + 3] == [")"] and words.capital[index + 1]:
        return index + 3, False, True
    if low in INNER:
        return (index + 1, True, False) if not need and _inner_fits(words, index) else None
    return None


def _take_word(reading: Reading, index: int, need: bool, opener: str) -> _Taken | None:
    """Take a plain word of the office's name."""
    words = reading.words
    low, sort, capital = words.low[index], words.sort[index], words.capital[index]
    if low in ARTICLES or low in PRONOUNS or low in INNER or not low[0].isalnum():
        return None
    if low == "and" or (
        not capital and ((sort & (Sort.VERB | Sort.CALENDAR) and low != "top") or words.raw[index] in honorifics())
    ):
        return None
    if need and sort & Sort.CALENDAR and not sort & Sort.PORTFOLIO:
        return None
    office = words.offices.get(index)
    if office is not None and not words.possessive[office.end - 1] and holder_follows(words, office):
        return None
    if capital:
        return _take_capitals(reading, index, need, opener)
    if sort & Sort.FUNCTION and not is_office_noun(words, index):
        return None
    if low.endswith("ly") or (low.endswith("ed") and not sort) or (need and opener == "for" and is_doing(words, index)):
        return None
    reading.marks |= sort
    possessive = words.possessive[index]
    return index + 1, possessive, not possessive


# ---------------------------------------------------------------------------------------------- joints


def _goes_on(words: Words, index: int) -> bool:
    """Whether "and" or a comma at `index` joins two nouns of one office, not two offices or two people."""
    behind = index + 1
    while behind < len(words) and words.low[behind] in ("the", "and"):
        behind += 1
    if behind >= len(words) or title_follows(words, behind):
        return False
    noun = is_office_noun(words, behind) or behind in words.bodies
    if words.low[index] == ",":
        # a comma goes on in an enumeration that an "and" closes, and before the body that an organ is of
        if behind in words.bodies and words.low[index - 1] in _ORGANS:
            return True
        return noun and words.low[behind - 1] == "," and _is_enumeration(words, behind)
    if behind in words.countries:
        return True
    if noun:
        return words.capital[behind] == words.capital[index - 1] or not words.capital[behind]
    if not words.capital[behind]:
        return False
    last = behind
    while last + 1 < len(words) and _same_run(words, last):
        last += 1
    # the noun of "Asian and Oceanian affairs" is written small
    nouns = range(behind, min(last + 2, len(words)))
    return not looks_like_name(words, behind) or any(is_office_noun(words, k) for k in nouns)


def _is_enumeration(words: Words, index: int) -> bool:
    """Whether office nouns and commas run from `index` on to an "and" with another office noun."""
    for k in range(index, min(index + 14, len(words) - 1)):
        if words.low[k] in ("and", "&"):
            return is_office_noun(words, k + 1) and not title_follows(words, k + 1)
        stops = words.capital[k] or words.sort[k] & (Sort.VERB | Sort.FUNCTION)
        if words.low[k] != "," and not is_office_noun(words, k) and stops:
            return False
    return False


def _inner_fits(words: Words, index: int) -> bool:
    """Whether the preposition goes on inside an office: "in", "on" and "at" only before a name or office noun."""
    if words.low[index] in ("of", "for", "between"):
        return True
    behind = index + 1
    while behind < len(words) and words.low[behind] in ARTICLES:
        behind += 1
    if behind >= len(words):
        return False
    if words.low[index] == "to":
        return behind > index + 1 or _is_known(words, behind)
    if behind in words.countries:
        return words.low[index] in ("in", "on", "with")
    return bool(words.sort[behind] & Sort.PORTFOLIO) and not words.sort[behind] & Sort.CALENDAR


# ---------------------------------------------------------------------------------------------- capitals


def _take_capitals(reading: Reading, index: int, need: bool, opener: str) -> _Taken | None:
    """Capitalised words of a complement: office nouns and place names are taken, a person's name is not."""
    words, last = reading.words, index
    while last + 1 < len(words) and _same_run(words, last):
        last += 1
    nouns = [k for k in range(index, last + 1) if words.sort[k] & _NOUN and not _is_person_word(words, k)]
    if nouns == [index] and index < last and words.low[index] in _DIRECTIONS:
        nouns = []  # "East Nusa Tenggara" is a place
    if nouns:
        end = nouns[-1] + 1
        if end <= last and len(nouns) == 1 and nouns[0] > index and words.raw[index] in given_names():
            return None
        for k in range(index, end):
            reading.marks |= words.sort[k]
        firm = words.sort[end - 1] & Sort.FIRM and not any(words.sort[k] & Sort.PUBLIC for k in range(index, end))
        reading.firm = reading.firm or bool(firm)
        reading.organization = reading.organization or (index, end)
    elif not need and _owns_or_names(words, last):
        end = last + 1
    elif not need or (opener in ("of", "for", "to") and words.raw[index] in given_names()):
        return None
    else:
        reading.named = True
        end = _end_of_place(words, index, last)
    return end, words.possessive[end - 1], not words.possessive[end - 1]


def _owns_or_names(words: Words, last: int) -> bool:
    """Whether the word names a body with those behind it: "Municipal People's Committee", "Kazmun company"."""
    nouns = words.sort[last + 1 : last + 3]
    if words.possessive[last]:
        return bool(nouns) and bool(nouns[0] & _NOUN)
    apart = any(words.capital[last + 1 : last + 3])
    return not apart and any(sort & Sort.BODY for sort in nouns)


def _end_of_place(words: Words, index: int, last: int) -> int:
    """Where an unknown place ends and its official's name begins: "Nizhny Novgorod Gleb Nikitin"."""
    size = last - index + 1
    if size > 1 and words.low[last + 1 : last + 2] == [","] and _name_stands(words, last + 2):
        return last + 1  # "East Nusa Tenggara, Budi Santoso"
    if size >= 3:
        return last - 1
    if size == 2 and words.raw[last] in given_names():
        return index + 1
    return last + 1


def _name_stands(words: Words, index: int) -> bool:
    return index < len(words) and words.capital[index] and looks_like_name(words, index)


def _same_run(words: Words, index: int) -> bool:
    behind = index + 1
    return (
        words.capital[behind]
        and not words.possessive[index]
        and behind not in words.countries
        and behind not in words.bodies
        and behind not in words.offices
        and words.raw[behind][0].isalpha()
    )


def _is_person_word(words: Words, index: int) -> bool:
    """Whether a noun stands as a name: behind a given name ("Susan Rice"), or as a family name ("Ri Song Chan")."""
    if words.sort[index] & Sort.PORTFOLIO:
        return False
    return words.raw[index] in family_names() or (index > 0 and words.raw[index - 1] in given_names())
