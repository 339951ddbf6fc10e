"""What stands before a title's head: modifiers, organisation, state, owner, status word, article."""

from pipeline.extract.officials.nameword import looks_like_name
from pipeline.extract.officials.reading import ARTICLES, COUNTED, NATIONAL_TOO, PRONOUNS, Reading
from pipeline.extract.officials.vocabulary import STATUS, Sort, honorifics, role_words, small_words
from pipeline.extract.officials.words import BodySpan, CountrySpan, Words

_LONGEST = 14
"""Words: no title reaches further back."""
_PASSED = 3
"""Adjectives between a title and the state before it: "Russia's visiting natural resources minister"."""
_ANCHORS = frozenset(
    ("country", "nation", "republic", "kingdom", "state", "government", "north", "south", "bloc", "island", "alliance")
)
_TENDED = frozenset(("affairs", "development"))
"""Before them a region's name is a part of the portfolio: "Far East Development Minister"."""
_LEADING = frozenset(("head_of_state", "minister"))
_UNDER = frozenset(("secretary", "secretaries", "state", "treasurer"))
"""What there is an under one of; "under President X" only says when."""
_DEPUTIES = frozenset(("deputy", "vice", "assistant"))
_APPOINTS = role_words("appoints")
_NOMINEES = role_words("nominees")
_NOMINEE_JOINTS = frozenset(("for", "as"))
_OFFICE_WORDS = Sort.PORTFOLIO | Sort.RANK | Sort.PUBLIC | Sort.PRIVATE
_STATUSES = ((Sort.FORMER, "former"), (Sort.ACTING, "acting"), (Sort.DESIGNATE, "designate"))


def read_before(reading: Reading, floor: int) -> None:
    """Walk back from the head, not before the word `floor`."""
    words, skipped, stated = reading.words, 0, False
    index = reading.head.start - 1
    while index >= floor and reading.head.start - index <= _LONGEST:
        country = words.country_ends.get(index)
        if country is not None and country.start >= floor and index not in words.body_ends:
            if words.low[country.end] == "affairs" and reading.title_start == country.end:
                reading.take(country.start)  # "the Finnish EU Affairs Minister"
                index = country.start - 1
                continue
            if _acts(reading, country) or (stated and not _sends(reading, country)):
                break
            index, stated = _take_country(reading, country, floor), True
            continue
        step = _take_status(reading, index) or _step(reading, index, skipped, stated)
        if step is None:
            break
        index, skipped = index - step[0], skipped + step[1]
    _take_nominee(reading, floor)


def _take_nominee(reading: Reading, floor: int) -> None:
    """Take "the nominee for" before the title."""
    words, first = reading.words, reading.start - 2
    if first < floor or words.low[first + 1] not in _NOMINEE_JOINTS or words.low[first] not in _NOMINEES:
        return
    reading.status = "designate"
    reading.start = first
    if first > floor and words.low[first - 1] in ARTICLES:
        reading.start, reading.definite = first - 1, words.low[first - 1] == "the"


def _acts(reading: Reading, country: CountrySpan) -> bool:
    """Whether the word behind the state is what it does to the holder: "Israel assassinated General X"."""
    words, behind = reading.words, country.end
    if behind >= reading.title_start or country.mention.kind == "demonym" or words.possessive[behind - 1]:
        return False
    return words.low[behind].endswith("ed") and words.low[behind] != "retired"


def _sends(reading: Reading, country: CountrySpan) -> bool:
    """Whether the state sends the envoy to the one read before it, a part of the title: "Peru's U.S. ambassador";
    so does a body its own: "the World Bank's Peru director"."""
    host = reading.words.countries.get(country.end)
    owns = reading.words.possessive[country.end - 1]
    sends = reading.head.office.kind == "envoy" or country.mention.kind == "organization"
    if host is None or not owns or host.start != reading.start or not sends:
        return False
    reading.countries.clear()
    reading.take(host.start)
    return True


def _take_country(reading: Reading, country: CountrySpan, floor: int) -> int:
    """Take the state before the title, and "Russian and" before it; returns the next word to look at."""
    words, kind = reading.words, country.mention.kind
    possessive = words.possessive[country.end - 1]
    regional = reading.head.office.kind == "regional" and kind in ("capital", "place")
    developed = (
        kind == "place"
        and words.low[country.end : country.end + 1][0] in _TENDED
        and reading.title_start == country.end
    )
    if not possessive and (regional or developed or kind in ("government", "organization")):
        reading.title_start = country.start
        reading.organization = reading.organization or (country.start, country.end)
        if kind != "place":
            reading.marks |= Sort.PUBLIC
    if country.mention.text not in NATIONAL_TOO and not country.joint:
        reading.countries.append(country.mention.code)
    reading.start = country.start
    reading.definite |= possessive
    _take_body_of(reading, country, floor)
    return _take_joined_countries(reading, reading.start - 1, floor)


def _take_body_of(reading: Reading, country: CountrySpan, floor: int) -> None:
    """Take the body that is named by its place: "University of Tokyo President"."""
    words, index = reading.words, country.start - 2
    bodily = index >= floor and words.low[index + 1] == "of" and words.capital[index]
    if bodily and words.sort[index] & (Sort.BODY | Sort.WORD):
        reading.marks |= words.sort[index]
        reading.named = True
        reading.take(index)
        reading.organization = (index, country.end)


def _take_joined_countries(reading: Reading, index: int, floor: int) -> int:
    words = reading.words
    while reading.head.office.plural and index - 1 >= floor and words.low[index] in ("and", ",", "/"):
        other = words.country_ends.get(index - 1)
        if other is None:
            break
        reading.countries.insert(0, other.mention.code)
        reading.start = other.start
        index = other.start - 1
    return index


def _take_status(reading: Reading, index: int) -> tuple[int, int] | None:
    """Take a status word: "former", "acting", "then"."""
    words, sort = reading.words, reading.words.sort[index]
    if not sort & STATUS or (sort & Sort.PORTFOLIO and words.low[index] != "acting"):
        return None
    for mark, status in _STATUSES:
        if sort & mark and reading.status == "current":
            reading.status = status
    reading.start = index
    return 1, 0


def _step(reading: Reading, index: int, skipped: int, stated: bool) -> tuple[int, int] | None:
    """Take the word at `index`; (words gone, words skipped), or None where the title begins behind it."""
    words, low = reading.words, reading.words.low[index]
    if low in ARTICLES:
        reading.definite |= low == "the"
        reading.start = index
        return None
    if low in PRONOUNS or words.possessive[index]:
        return _take_owner(reading, index)
    if low == "whose":
        _take_whose(reading, index)
        return None
    if low in COUNTED and reading.head.office.plural and not skipped:
        reading.definite, reading.start = True, index
        return 1, 0
    if stated:
        return _take_deputy(reading, index)
    if low.isdigit() and not skipped:
        return _take_number(reading, index)
    if low == ")" and not skipped and _is_short_form(words, index - 1):
        reading.take(index - 2)
        return 3, 0
    body = words.body_ends.get(index)
    if body is None:
        return _take_modifier(reading, index, skipped)
    return None if skipped else _take_body(reading, body)


def _take_body(reading: Reading, body: BodySpan) -> tuple[int, int]:
    """Take a body of the lexicon, a state's name that it begins with left out: "US Treasury Secretary"."""
    reading.bodies.append(body.body)
    reading.organization = (body.start, body.end)
    reading.take(body.start)
    named = reading.words.countries.get(body.start)
    if named is not None and named.mention.kind == "name" and _is_organ(reading.words, body, named.end):
        reading.cut.append((named.start, named.end))
    return body.end - body.start, 0


def _is_organ(words: Words, body: BodySpan, behind: int) -> bool:
    """Whether a body of a state has a name of its own in the words from `behind` on, no bank or airline."""
    return body.body.kind in ("government", "parliament", "military") and words.low[behind] not in ("bank", "airlines")


def _take_deputy(reading: Reading, index: int) -> tuple[int, int] | None:
    """Take the rank before the state into the title, the state left out: "Deputy Peruvian Foreign Minister"."""
    words = reading.words
    between = words.countries.get(index + 1)
    if words.low[index] not in _DEPUTIES or between is None or between.end != reading.title_start:
        return None
    if between.mention.kind not in ("demonym", "name"):
        return None
    reading.cut.append((between.start, between.end))
    reading.take(index)
    return 1, 0


def _is_short_form(words: Words, index: int) -> bool:
    """Whether a body's short form stands in brackets behind its name: "World Food Programme (WFP)"."""
    if index < 2 or words.low[index - 1] != "(" or not words.raw[index].isupper():
        return False
    last = index - 2
    return bool(words.sort[last] & _OFFICE_WORDS) or last in words.body_ends or last in words.country_ends


def _take_whose(reading: Reading, index: int) -> None:
    """Take the state or place of "in Daraa, whose governor"; nobody else's office is known by what stands before."""
    words = reading.words
    before = words.country_ends.get(index - 2 if words.low[index - 1 : index] == [","] else index - 1)
    if before is not None and not reading.countries:
        reading.definite, reading.start = True, index
        reading.countries.append(before.mention.code)


def _take_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """Pass over "No. 3" of "China's No. 3 official"."""
    size = 3 if reading.words.low[max(0, index - 1)] == "." else 2
    return (size, 0) if reading.words.low[max(0, index - size + 1)] == "no" else None


def _take_owner(reading: Reading, index: int) -> tuple[int, int] | None:
    """Take "his", "the ministry's", "the country's"; of "Biden's" only the name is noted."""
    words, low = reading.words, reading.words.low[index]
    reading.definite = True
    if low in PRONOUNS:
        reading.owner, reading.start = low, index
        return None
    body = words.body_ends.get(index)
    if body is not None and body.body.kind == "government" and body.end - body.start == 1:
        # "the Taliban's deputy governor": who governs stands for the state
        reading.bodies.append(body.body)
        reading.start = body.start
        return None
    if body is not None:
        if body.body.kind == "body":
            reading.countries.clear()  # "the World Bank's Peru director"
        # "the central bank's deputy governor"
        reading.bodies.append(body.body)
        reading.take(body.start)
        reading.owner = low
        return index - body.start + 1, 0
    if words.sort[index] & (Sort.PORTFOLIO | Sort.PUBLIC) and low not in _ANCHORS:
        # "the foreign ministry's spokesman": an organisation before the head
        reading.marks |= words.sort[index]
        reading.take(index)
        reading.owner = low
        return 1, 0
    if words.capital[index] and looks_like_name(words, index):
        reading.owner = words.raw[index]
        return None
    if _is_leading(words, index):
        reading.marks |= Sort.PUBLIC  # "the prime minister's adviser"
    if not words.capital[index]:
        reading.owner = low.rstrip("'")
        reading.marks |= words.sort[index]
        reading.start = index
        _take_owners_state(reading, index - 1)
        return None
    if not words.sort[index] & (Sort.PUBLIC | Sort.PRIVATE | Sort.WORD):
        reading.named = True
    reading.start = index
    return None


def _is_leading(words: Words, index: int) -> bool:
    """Whether the office of a head or a minister ends with the word at `index`."""
    spans = (words.offices.get(index - size) for size in (0, 1))
    return any(span is not None and span.end == index + 1 and span.office.kind in _LEADING for span in spans)


def _take_owners_state(reading: Reading, index: int) -> None:
    """Take "the UN" of "the UN chief's envoy": the state of the owner, which the holder serves too."""
    span = reading.words.country_ends.get(index)
    if span is None or reading.countries:
        return
    reading.countries.append(span.mention.code)
    reading.start = span.start
    if reading.words.low[span.start - 1 : span.start] == ["the"]:
        reading.start -= 1


def _take_modifier(reading: Reading, index: int, skipped: int) -> tuple[int, int] | None:
    """A portfolio word, a rank, an unknown name, or a passing adjective."""
    words = reading.words
    low, sort = words.low[index], words.sort[index]
    inside = reading.title_start == index + 1 and not skipped
    if inside and _is_modifier(words, index):
        reading.marks |= sort
        reading.take(index)
        if not sort & Sort.RANK:
            reading.widen_organization(index)
        return 1, 0
    if inside and low in ("and", "&", ",") and _joins_portfolios(words, index, reading):
        reading.take(index)
        return 1, 0
    if inside and low == "of" and index and words.capital[index + 1] and _is_house(words, index - 1):
        # "Ministry of Defence Joint Secretary"
        reading.marks |= words.sort[index - 1]
        reading.take(index - 1)
        reading.widen_organization(index - 1)
        return 2, 0
    if sort & (Sort.FUNCTION | Sort.VERB | Sort.CALENDAR) or not low[0].isalpha() or words.raw[index] in honorifics():
        return None
    if words.capital[index]:
        return _take_unknown(reading, index) if inside else None
    return (1, 1) if skipped < _PASSED else None


def _is_house(words: Words, index: int) -> bool:
    """Whether a public body is named by the word at `index` and "of" behind it."""
    public = Sort.PUBLIC | Sort.BODY
    return words.capital[index] and words.sort[index] & public == public


def _is_modifier(words: Words, index: int) -> bool:
    sort = words.sort[index]
    if not sort & _OFFICE_WORDS or (words.low[index] == "under" and words.low[index + 1] not in _UNDER):
        return False
    # "Under minister X" at the start of a sentence is no under minister
    return index > 0 or not sort & Sort.FUNCTION or bool(sort & (Sort.PORTFOLIO | Sort.RANK))


def _take_unknown(reading: Reading, index: int) -> tuple[int, int] | None:
    """A capitalised word that no lexicon knows names the organisation or region: "Primorye Governor"."""
    if index == 0 or not looks_like_name(reading.words, index, alone=False) or _is_appointed(reading.words, index):
        return None
    reading.named = True
    reading.take(index)
    reading.widen_organization(index)
    return 1, 0


def _is_appointed(words: Words, index: int) -> bool:
    """Whether the word at `index` ends the name of who gets the office: "Kenya named Davis Kiplagat minister"."""
    first = index
    while first > 0 and (words.capital[first - 1] or words.low[first - 1] in small_words()):
        first -= 1
    return 0 < first < index and words.low[first - 1] in _APPOINTS


def _joins_portfolios(words: Words, index: int, reading: Reading) -> bool:
    """Whether "and" or a comma at `index` stands inside a title: "Trade, Industry and Energy Minister"."""
    before, behind = index - 1, index + 1
    if before < 0 or words.possessive[before] or words.capital[before] != words.capital[behind]:
        return False
    if not words.sort[behind] & words.sort[before] & Sort.PORTFOLIO:
        return False
    if words.low[index] == ",":
        return bool({"and", "&"} & set(words.low[behind : reading.head.start]))
    first = before
    while first > 0 and words.sort[first - 1] & Sort.PORTFOLIO:
        first -= 1
    return first == 0 or words.low[first - 1] not in ("of", "for", "on", "in", "between")
