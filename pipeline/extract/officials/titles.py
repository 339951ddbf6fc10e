"""Titles in a sentence: how far each reaches, its own words, its organisation, the state beside it. Not whose it is."""

from dataclasses import dataclass, field, replace

from pipeline.extract.officials.names import is_name_word, looks_like_name
from pipeline.extract.officials.vocabulary import STATUS, Body, Office, Sort, family_names, given_names, honorifics
from pipeline.extract.officials.words import CountrySpan, OfficeSpan, Span, Words

_MAX_COMPLEMENT = 30
_MAX_BEFORE = 14
_ARTICLES = frozenset(("the", "a", "an"))
_PRONOUNS = frozenset(("his", "her", "its", "their", "our", "my"))
_DIPLOMATS = frozenset(("envoy",))
_OPEN = frozenset(("of", "for"))
_INNER = frozenset(("of", "for", "to", "in", "on", "with", "at", "between", "under", "against", "from"))
_BY_KIND = {
    "envoy": frozenset(("of", "for", "to", "in", "on", "at", "with")),
    "minister": frozenset(("of", "for", "to", "in charge", "at")),
    "regional": frozenset(("of", "for", "in")),
    "parliament": frozenset(("of", "for", "from", "in")),
    "spokesman": frozenset(("of", "for", "to", "at", "on")),
    "agency": frozenset(("of", "for", "to", "on", "at", "with", "in charge")),
    "body": frozenset(("of", "for", "to")),
    "military": frozenset(("of", "for", "in")),
    "none": frozenset(("of", "for", "at", "with", "on", "from", "in")),
}
_NATIONAL_TOO = frozenset(("Security Council", "General Assembly"))
"""Bodies of the United Nations whose names bodies of states bear too."""
_FORMAL = frozenset(["republic", "kingdom", "state", "union", "commonwealth", "federation", "emirate", "sultanate", "principality"])
_ORGANS = frozenset(("c.c.", "committee", "presidium", "bureau", "politburo", "secretariat"))
_ANCHORS = frozenset(("country", "nation", "republic", "kingdom", "state", "government", "north", "south"))
_STATED = ("name", "demonym", "capital", "government", "short", "organization")


@dataclass(frozen=True, slots=True)
class Title(Span):
    """A title with what belongs to it: `words[start:end]`, the state, article and status word before it included."""

    office: Office
    head: OfficeSpan
    text: str
    """Its own words, without state and status word; still plural where the text has it so."""
    status: str
    countries: tuple[str, ...] = ()
    """States named with it, the one served first; several for "the Russian and Chinese presidents"."""
    leaning: str | None = None
    """The state of a party named with it: a party's name may be used in several states."""
    organization: str | None = None
    standing: str = "public"
    """`public`, `private`, or `open` where its own words leave it to what is said elsewhere."""
    definite: bool = False
    """"the", "its", "Russia's" or another word before it says that there is one."""
    owner: str | None = None
    """The word before it that points back: "country" of "the country's", "academy" of "the academy's", "his"; or the name
    of "Biden's"."""


@dataclass(slots=True)
class _Reading:
    """What has been seen around a head."""

    words: Words
    head: OfficeSpan
    title_start: int
    start: int
    end: int
    status: str = "current"
    countries: list[str] = field(default_factory=list)
    cut: list[tuple[int, int]] = field(default_factory=list)
    """Words inside the title that are no part of its text."""
    bodies: list[Body] = field(default_factory=list)
    marks: int = 0
    """The sorts of all words of the title."""
    organization: tuple[int, int] | None = None
    named: bool = False
    """Whether an organisation or place that no lexicon knows stands in it."""
    definite: bool = False
    owner: str | None = None


def find_titles(words: Words) -> list[Title]:
    """All titles of the sentence, in order, none overlapping another."""
    found: list[Title] = []
    end = 0
    for first in sorted(words.offices):
        head = words.offices[first]
        if first < end or not _is_head(words, head):
            continue
        title = _read(words, head, end)
        found.append(title)
        end = title.end
        if head.office.plural and head.office.kind == "minister":
            found.extend(_continued(words, title))
            end = found[-1].end
    return found


def _continued(words: Words, title: Title) -> list[Title]:
    """ "of Health" and "of Agriculture" behind "the ministers of Defence": titles that share the plural head.

    The complements stand next to each other or with the holders' names, set off by commas, between them.
    """
    found: list[Title] = []
    start, last = title.head.start, title.end
    for index in range(title.end, min(len(words) - 1, title.end + 40)):
        if index < last or words.low[index] not in ("of", "for") or words.low[index - 1] not in (",", "and"):
            continue
        if any(k in words.offices for k in range(title.end, index)):
            break
        reading = _Reading(words, title.head, start, index, index)
        end = _complement(reading, index)
        if end is None:
            break
        text = f"{words.text(title.head.start, title.head.end)} {words.text(index, end)}"
        found.append(replace(title, start=index, end=end, text=text))
        last = end
    return found


def _is_head(words: Words, head: OfficeSpan) -> bool:
    last = head.end - 1
    if words.possessive[last] or is_name_word(words, head.start):
        return False
    if head.office.kind == "rank" and " " not in head.office.words and not words.capital[head.start]:
        return False
    behind = head.end
    if behind >= len(words):
        return True
    if (
        head.start == last
        and words.sort[last] & Sort.RANK
        and _title_follows(words, behind)
        and words.low[behind] not in _ARTICLES
    ):
        return False
    following = words.offices.get(behind)
    if following is not None and not words.possessive[following.end - 1]:
        # "Justice Minister", "general secretary": the first is a word of the second
        return following.office.kind == "rank" or not words.sort[last] & (Sort.PORTFOLIO | Sort.RANK)
    # "Prime Minister Office", "General Staff": part of another name
    compound = words.sort[behind] & (Sort.WORD | Sort.PUBLIC | Sort.PRIVATE)
    if words.capital[behind] and compound and not looks_like_name(words, behind):
        return words.low[behind] in ("general",) or bool(behind in words.countries)
    return True


def _read(words: Words, head: OfficeSpan, floor: int) -> Title:
    reading = _Reading(words, head, head.start, head.start, head.end)
    _read_before(reading, floor)
    _read_behind(reading)
    office = head.office
    countries = list(dict.fromkeys(reading.countries))
    if not countries:
        countries = [body.code for body in reading.bodies if body.code and body.kind != "party"]
    if not countries and office.code:
        countries = [office.code]
    organization = _organization(reading)
    return Title(
        start=reading.start,
        end=reading.end,
        office=office,
        head=head,
        text=_title_text(reading),
        status=reading.status,
        countries=tuple(countries),
        organization=organization,
        leaning=next((body.code for body in reading.bodies if body.kind == "party"), None),
        standing=_standing(reading, bool(countries)),
        definite=reading.definite,
        owner=reading.owner,
    )


# ---------------------------------------------------------------------------------------------- before the head


def _read_before(reading: _Reading, floor: int) -> None:
    """Walk back from the head over modifiers, organisation, state, status and article."""
    words, skipped, stated = reading.words, 0, False
    index = reading.head.start - 1
    while index >= floor and reading.head.start - index <= _MAX_BEFORE:
        country = words.country_ends.get(index)
        if country is not None and country.start >= floor and index not in words.body_ends:
            if stated:
                break
            index, stated = _take_country(reading, country, floor), True
            continue
        step = _step_before(reading, index, skipped, stated)
        if step is None:
            break
        index, skipped = index - step[0], skipped + step[1]


def _take_country(reading: _Reading, country: CountrySpan, floor: int) -> int:
    """Take the state before the title, and "Russian and" before it; returns the next word to look at."""
    words, kind = reading.words, country.mention.kind
    possessive = words.possessive[country.end - 1]
    regional = reading.head.office.kind == "regional" and kind in ("capital", "place") and not possessive
    if regional or (kind in ("government", "organization") and not possessive):
        reading.title_start = country.start
        reading.organization = reading.organization or (country.start, country.end)
        if kind != "place":
            reading.marks |= Sort.PUBLIC
    if country.mention.text not in _NATIONAL_TOO:
        reading.countries.append(country.mention.code)
    reading.start = country.start
    reading.definite |= possessive
    index = country.start - 1
    while index - 1 >= floor and words.low[index] in ("and", ",", "/") and (index - 1) in words.country_ends:
        other = words.country_ends[index - 1]
        if not reading.head.office.plural:
            break
        reading.countries.insert(0, other.mention.code)
        reading.start = other.start
        index = other.start - 1
    return index


def _step_before(reading: _Reading, index: int, skipped: int, stated: bool) -> tuple[int, int] | None:
    """Take the word at `index`; (words gone, words skipped), or None where the title begins behind it."""
    words = reading.words
    low, sort = words.low[index], words.sort[index]
    if sort & STATUS and not (sort & Sort.PORTFOLIO and low != "acting"):
        _take_status(reading, sort)
        reading.start = index
        return 1, 0
    if low in _ARTICLES:
        reading.definite |= low == "the"
        reading.start = index
        return None
    if low in _PRONOUNS or words.possessive[index]:
        return _take_owner(reading, index)
    if stated:
        return None
    body = words.body_ends.get(index)
    if body is not None:
        if skipped:
            return None
        reading.bodies.append(body.body)
        reading.organization = (body.start, body.end)
        reading.title_start = reading.start = body.start
        return index - body.start + 1, 0
    return _take_modifier(reading, index, skipped)


def _take_status(reading: _Reading, sort: int) -> None:
    for mark, status in ((Sort.FORMER, "former"), (Sort.ACTING, "acting"), (Sort.DESIGNATE, "designate")):
        if sort & mark and reading.status == "current":
            reading.status = status


def _take_owner(reading: _Reading, index: int) -> tuple[int, int] | None:
    words = reading.words
    reading.definite = True
    if words.low[index] in _PRONOUNS:
        reading.owner, reading.start = words.low[index], index
        return None
    # "the foreign ministry's spokesman", "the People's Bank": an organisation before the head
    if words.sort[index] & (Sort.PORTFOLIO | Sort.PUBLIC) and words.low[index] not in _ANCHORS:
        reading.marks |= words.sort[index]
        reading.title_start = reading.start = index
        reading.owner = words.low[index]
        return 1, 0
    if words.capital[index] and looks_like_name(words, index):
        reading.owner = words.raw[index]
        return None
    if not words.capital[index]:
        reading.owner = words.low[index].rstrip("'")
        reading.marks |= words.sort[index]
    elif words.sort[index] & (Sort.PUBLIC | Sort.PRIVATE | Sort.WORD) == 0:
        reading.named = True
    reading.start = index
    return None


def _take_modifier(reading: _Reading, index: int, skipped: int) -> tuple[int, int] | None:
    """A portfolio word, a rank, an unknown name, or a passing adjective."""
    words = reading.words
    low, sort = words.low[index], words.sort[index]
    inside = reading.title_start == index + 1 and not skipped
    if (
        inside
        and sort & (Sort.PORTFOLIO | Sort.RANK | Sort.PUBLIC | Sort.PRIVATE)
        and not sort & (Sort.FUNCTION & ~Sort.RANK) * _lone(words, index)
    ):
        reading.marks |= sort
        reading.title_start = reading.start = index
        if not sort & Sort.RANK:
            reading.organization = (index, reading.organization[1] if reading.organization else index + 1)
        return 1, 0
    if inside and low in ("and", "&", ",") and _joins_portfolios(words, index, reading):
        reading.title_start = reading.start = index
        return 1, 0
    if sort & (Sort.FUNCTION | Sort.VERB | Sort.CALENDAR) or not low[0].isalpha() or words.raw[index] in honorifics():
        return None
    if words.capital[index]:
        if not inside or index == 0 or not looks_like_name(words, index, alone=False):
            return None
        reading.named = True
        reading.title_start = reading.start = index
        reading.organization = (index, reading.organization[1] if reading.organization else index + 1)
        return 1, 0
    if skipped >= 3 or low.endswith("ly"):
        return (1, 1) if low.endswith("ly") and skipped < 3 else None
    return 1, 1


def _lone(words: Words, index: int) -> int:
    """1 where the word at `index` opens the sentence ("Trade minister …" is a title, "Under minister …" none)."""
    return int(index == 0 and not words.sort[index] & (Sort.PORTFOLIO | Sort.RANK))


def _joins_portfolios(words: Words, index: int, reading: _Reading) -> bool:
    """Whether "and" or a comma at `index` stands inside a title: "Trade, Industry and Energy Minister"."""
    before, behind = index - 1, index + 1
    if before < 0 or behind >= reading.head.end or not words.sort[behind] & Sort.PORTFOLIO:
        return False
    if not words.sort[before] & Sort.PORTFOLIO or words.possessive[before]:
        return False
    if words.capital[before] != words.capital[behind]:
        return False
    if words.low[index] == ",":
        joined = {words.low[k] for k in range(behind, reading.head.start)}
        return bool(joined & {"and", "&"})
    first = before
    while first > 0 and words.sort[first - 1] & Sort.PORTFOLIO:
        first -= 1
    return first == 0 or words.low[first - 1] not in ("of", "for", "on", "in", "between")


# ---------------------------------------------------------------------------------------------- behind the head


def _read_behind(reading: _Reading) -> None:
    """Walk on from the head: "-designate", then "of …", "to …", "for …"."""
    words = reading.words
    if reading.end < len(words) and words.low[reading.end] in ("designate", "elect", "nominee"):
        reading.status = "designate"
        reading.cut.append((reading.end, reading.end + 1))
        reading.end += 1
    openers = _BY_KIND.get(reading.head.office.kind, _OPEN)
    while reading.end < len(words):
        index = reading.end
        low = words.low[index]
        if low == "in" and index + 2 < len(words) and words.low[index + 1 : index + 3] == ["charge", "of"]:
            behind = index + 2
        elif low == "responsible" and index + 1 < len(words) and words.low[index + 1] == "for":
            behind = index + 1
        elif low in openers:
            behind = index
        else:
            break
        end = _complement(reading, behind)
        if end is None:
            break
        reading.end = end
        openers = _INNER if reading.head.office.kind != "minister" else _OPEN | {"in charge"}
        openers = openers - {"in", "on", "with", "at", "from"} if reading.head.office.kind not in _BY_KIND else openers


def _complement(reading: _Reading, preposition: int) -> int | None:
    """Read the phrase behind the preposition; the word behind its end, or None where there is none."""
    words = reading.words
    index, end, need = preposition + 1, None, True
    opener = words.low[preposition]
    limit = min(len(words), preposition + _MAX_COMPLEMENT)
    while index < limit:
        taken = _take_complement(reading, index, need, opener)
        if taken is None:
            break
        index, need, closed = taken
        if closed:
            end = index
    return end


def _take_complement(reading: _Reading, index: int, need: bool, opener: str) -> tuple[int, bool, bool] | None:
    """Take what stands at `index`: (next word, whether a noun must follow, whether the phrase may end here)."""
    words = reading.words
    low, sort = words.low[index], words.sort[index]
    country = words.countries.get(index)
    body = words.bodies.get(index)
    if body is not None and country is not None and body.end > country.end:
        country = None
    if country is not None and not (need is False and _name_here(words, index)):
        _complement_country(reading, country, opener)
        possessive = words.possessive[country.end - 1] or country.mention.kind == "demonym"
        return country.end, possessive, not possessive
    if body is not None:
        reading.bodies.append(body.body)
        reading.organization = reading.organization or (body.start, body.end)
        return body.end, words.possessive[body.end - 1], not words.possessive[body.end - 1]
    if low in _ARTICLES or low in _PRONOUNS:
        return (index + 1, True, False) if need else None
    if low in ("and", "&", ",", "/"):
        return (index + 1, True, False) if _goes_on(words, index) else None
    if low == "(" and index + 2 < len(words) and words.low[index + 2] == ")" and words.capital[index + 1] and not need:
        return index + 3, False, True
    if low in _INNER:
        return (index + 1, True, False) if not need and _inner_fits(words, index) else None
    if not low[0].isalnum() or (sort & (Sort.VERB | Sort.CALENDAR) and not words.capital[index]):
        return None
    office = words.offices.get(index)
    if office is not None and not words.possessive[office.end - 1] and _holder_follows(words, office):
        return None
    if office is not None and need and not words.possessive[office.end - 1]:
        reading.marks |= Sort.PUBLIC
        if office.office.code:
            reading.countries.append(office.office.code)
        return office.end, False, True
    if words.capital[index]:
        return _complement_capital(reading, index, need, opener)
    if sort & Sort.FUNCTION and not sort & (Sort.PORTFOLIO | Sort.PUBLIC):
        return None
    if low.endswith("ly") or (low.endswith("ed") and not sort):
        return None
    reading.marks |= sort
    possessive = words.possessive[index]
    return index + 1, possessive, not possessive


def _complement_country(reading: _Reading, country: CountrySpan, opener: str) -> None:
    """A state behind "of" or "for" is the one served and leaves the title; behind "to", "between" it stays."""
    words, index = reading.words, country.start
    before = index - 1
    if words.low[before] in _ARTICLES:
        before -= 1
    joined = reading.head.office.plural and words.low[before] in ("and", ",") and before - 1 in words.country_ends
    governed = opener in _OPEN and (words.low[before] in ("of", "for", "at", "in") or joined)
    if country.mention.kind == "place" or (
        country.mention.kind == "capital" and reading.head.office.kind == "regional"
    ):
        if opener in _OPEN:
            reading.countries.append(country.mention.code)
        return
    if country.mention.text in _NATIONAL_TOO:
        reading.marks |= Sort.PUBLIC
        return
    if not governed or country.mention.kind in ("organization", "government"):
        if opener in _OPEN and words.low[before] not in ("to", "between", "with", "and"):
            reading.countries.append(country.mention.code)
        if country.mention.kind in ("organization", "government"):
            reading.marks |= Sort.PUBLIC
        return
    if reading.head.office.kind == "envoy" and words.low[before] in ("for", "at", "in"):
        return
    reading.countries.append(country.mention.code)
    behind = country.end
    modifier = country.mention.kind == "demonym" or words.possessive[behind - 1] or _noun_follows(words, behind)
    if behind < len(words) and words.low[behind] in ("side", "part"):
        return
    if words.low[before] == "of" and words.low[before - 1] in _FORMAL and country.mention.kind == "name":
        reading.cut.append((reading.end, behind))
        return
    reading.cut.append((index, behind) if modifier else (before, behind))


def _noun_follows(words: Words, index: int) -> bool:
    """Whether the phrase goes on behind a state's name ("the DPRK Cabinet")."""
    if index >= len(words):
        return False
    if index in words.bodies:
        return True
    return bool(words.sort[index] & (Sort.PORTFOLIO | Sort.PUBLIC)) and words.low[index] not in _INNER | {"and"}


def _goes_on(words: Words, index: int) -> bool:
    """Whether "and" or a comma at `index` joins two nouns of one office, not two offices or two people."""
    behind = index + 1
    while behind < len(words) and words.low[behind] in ("the", "and"):
        behind += 1
    if behind >= len(words) or _title_follows(words, behind):
        return False
    noun = bool(words.sort[behind] & (Sort.PORTFOLIO | Sort.PUBLIC)) or behind in words.bodies
    if words.low[index] == ",":
        # a comma goes on in an enumeration that an "and" closes, and before the body that an organ is of
        if behind in words.bodies and words.low[index - 1] in _ORGANS:
            return True
        return noun and words.low[behind - 1] == "," and _enumeration(words, behind)
    if noun or behind in words.countries:
        return (
            words.capital[behind] == words.capital[index - 1] or not words.capital[behind] or behind in words.countries
        )
    return words.capital[behind] and not looks_like_name(words, behind)


def _enumeration(words: Words, index: int) -> bool:
    """Whether office nouns and commas run from `index` on to an "and" with another office noun."""
    for k in range(index, min(index + 14, len(words) - 1)):
        if words.low[k] in ("and", "&"):
            return bool(words.sort[k + 1] & (Sort.PORTFOLIO | Sort.PUBLIC)) and not _title_follows(words, k + 1)
        known = words.sort[k] & (Sort.PORTFOLIO | Sort.PUBLIC)
        if words.low[k] != "," and not known and (words.capital[k] or words.sort[k] & (Sort.VERB | Sort.FUNCTION)):
            return False
    return False


def _title_follows(words: Words, index: int) -> bool:
    """Whether another title begins at `index`: modifiers, then a head."""
    for k in range(index, min(index + 7, len(words))):
        if k in words.offices:
            return not words.possessive[words.offices[k].end - 1]
        known = words.sort[k] & (Sort.PORTFOLIO | Sort.RANK | STATUS | Sort.PUBLIC)
        if not known and k not in words.countries and k not in words.bodies and words.low[k] not in ("the", "a"):
            return False
    return False


def _inner_fits(words: Words, index: int) -> bool:
    """Whether the preposition at `index` goes on inside an office: "in", "on" and "at" only before a name or office noun."""
    if words.low[index] in ("of", "for", "to", "between"):
        return True
    behind = index + 1
    while behind < len(words) and words.low[behind] in _ARTICLES:
        behind += 1
    if behind >= len(words):
        return False
    place = words.countries.get(behind)
    if place is not None:
        return words.low[index] in ("in", "on", "with")
    return bool(words.sort[behind] & Sort.PORTFOLIO) and not words.sort[behind] & Sort.CALENDAR


def _holder_follows(words: Words, office: OfficeSpan) -> bool:
    """Whether the office at hand has its own holder behind it ("spokesman for President Vladimir Putin")."""
    behind = office.end
    return behind < len(words) and words.capital[behind] and looks_like_name(words, behind)


def _complement_capital(reading: _Reading, index: int, need: bool, opener: str) -> tuple[int, bool, bool] | None:
    """Capitalised words of a complement: office nouns and place names are taken, a person's name is not."""
    words = reading.words
    last = index
    while last + 1 < len(words) and _same_run(words, last):
        last += 1
    nouns = [
        k
        for k in range(index, last + 1)
        if words.sort[k] & (Sort.PORTFOLIO | Sort.PUBLIC | Sort.PRIVATE | Sort.WORD) and not _person_word(words, k)
    ]
    if nouns:
        end = nouns[-1] + 1
        for k in range(index, end):
            reading.marks |= words.sort[k]
        if reading.organization is None:
            reading.organization = (index, end)
        if end <= last and len(nouns) == 1 and nouns[0] > index and _name_here(words, index):
            return None
        possessive = words.possessive[end - 1]
        return end, possessive, not possessive
    if not need:
        return None
    if _name_here(words, index) and opener in ("of", "for", "to") and _is_person(words, index, last):
        return None
    reading.named = True
    size = last - index + 1
    if size >= 3:
        end = last - 1
    elif size == 2 and _is_person(words, last, last):
        end = index + 1
    else:
        end = last + 1
    return end, words.possessive[end - 1], not words.possessive[end - 1]


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


def _person_word(words: Words, index: int) -> bool:
    """Whether a noun stands as a name: behind a given name ("Susan Rice"), or as a family name ("Ri Song Chan")."""
    if words.sort[index] & Sort.PORTFOLIO:
        return False
    return words.raw[index] in family_names() or (index > 0 and words.raw[index - 1] in given_names())


def _name_here(words: Words, index: int) -> bool:
    return words.raw[index] in given_names()


def _is_person(words: Words, first: int, last: int) -> bool:
    return any(words.raw[k] in given_names() for k in range(first, last + 1)) or (
        last > first and words.raw[first] in family_names()
    )


# ---------------------------------------------------------------------------------------------- what it comes to


def _title_text(reading: _Reading) -> str:
    """The title's own words: from its first modifier to its end, states and status words cut out."""
    words = reading.words
    pieces, index = [], reading.title_start
    for first, behind in sorted(reading.cut):
        if first > index:
            pieces.append(words.text(index, first))
        index = max(index, behind)
    if index < reading.end:
        pieces.append(words.text(index, reading.end))
    return " ".join(" ".join(pieces).split()).strip(" ,&-")


def _organization(reading: _Reading) -> str | None:
    """The organisation as written: one of the lexicon, or words that tell of one; a portfolio alone is none."""
    if reading.organization is None:
        return None
    words, (first, behind) = reading.words, reading.organization
    tells = any(words.sort[k] & Sort.BODY or k in words.bodies or k in words.countries for k in range(first, behind))
    plain = all(words.sort[k] & (Sort.PORTFOLIO | Sort.RANK) or not words.capital[k] for k in range(first, behind))
    return words.text(first, behind) if tells or not plain else None


def _standing(reading: _Reading, stated: bool) -> str:
    """Whether the words make it a public office, by the office's need (titles.csv)."""
    office, marks = reading.head.office, reading.marks
    if office.kind in ("none", "peer"):
        return "private"
    bare = reading.title_start == reading.head.start and reading.end == reading.head.end
    if office.words in ("chief", "head") and bare and not stated and reading.owner is None:
        return "private"
    if any(body.kind not in ("private", "press") for body in reading.bodies):
        return "public"
    if reading.bodies:
        return "private"
    public, private = bool(marks & Sort.PUBLIC), bool(marks & Sort.PRIVATE)
    if office.need == "none":
        return "private" if private and not public and not stated and not marks & Sort.PORTFOLIO else "public"
    if public:
        return "public"
    if private:
        return "private"
    if office.need == "state" and (stated or reading.owner is not None or not reading.named):
        return "public"
    return "private" if reading.named else "open"
