"""A state in the words behind a title's head: the one served, which leaves the title, or another that the office deals
with. The rest of these words is read in `complements`."""

from pipeline.extract.officials.reading import ARTICLES, NATIONAL_TOO, PRONOUNS, Reading, is_office_noun
from pipeline.extract.officials.vocabulary import Sort
from pipeline.extract.officials.words import CountrySpan, Words

OPEN = frozenset(("of", "for"))
"""Prepositions that open the complement of any office."""
INNER = frozenset(("of", "for", "to", "in", "on", "with", "at", "between", "under", "against", "from"))
"""Prepositions inside a complement."""
_FORMAL = frozenset(
    ("republic", "kingdom", "state", "union", "commonwealth", "federation", "emirate", "sultanate", "principality")
)
_NATIONAL_ORGANS = frozenset(("ministry", "cabinet", "presidency", "parliament", "treasury"))
_DEALT_WITH = frozenset(("affairs", "issues", "desk", "policy"))
"""Behind a state's name: what an office deals with."""
_MISSIONS = frozenset(("embassy", "mission", "consulate"))
_SENT = frozenset(("representative", "delegate", "observer", "coordinator"))
"""Offices that are held with another's organ."""
_DASHES = frozenset("-–—/")


def take_country(reading: Reading, country: CountrySpan, opener: str) -> None:
    """A state behind "of" or "for" is the one served and leaves the title; behind "to", "between" it stays."""
    words, kind, code = reading.words, country.mention.kind, country.mention.code
    if country.joint:
        # "the Russian-Turkish commission" is of both: part of the title, and no word of whom its official serves
        return
    before, behind = country.start - 1, words.low[country.end : country.end + 1]
    own = words.low[before] not in PRONOUNS
    if words.low[before] in ARTICLES:
        before -= 1
    if not _DEALT_WITH.isdisjoint(behind):
        return  # "the department of Japanese affairs"
    if not _MISSIONS.isdisjoint(behind):
        _take_mission(reading, country, own)
    elif country.mention.text in NATIONAL_TOO:
        reading.marks |= Sort.PUBLIC
    elif kind == "place" or (kind == "capital" and reading.head.office.kind == "regional"):
        _take_place(reading, country, opener)
    elif kind in ("organization", "government") or not _is_governed(reading, before, opener):
        _take_organ(reading, country, before, opener)
    elif reading.head.office.kind != "envoy" or words.low[before] not in ("for", "at", "in"):
        reading.countries.append(code)
        _cut_country(reading, country, before)


def _take_place(reading: Reading, country: CountrySpan, opener: str) -> None:
    """Take the state of a place; who heads the whole of one holds an office: "vice chairman of Guangxi"."""
    if opener in OPEN:
        reading.countries.append(country.mention.code)
    goes_on = any(reading.words.capital[country.end : country.end + 1])
    if opener == "of" and reading.head.office.need == "public" and not goes_on:
        reading.marks |= Sort.PUBLIC


def _take_mission(reading: Reading, country: CountrySpan, own: bool) -> None:
    """Take the state of "the U.S. embassy in Lima"; "its Chile embassy" is another's there."""
    if own:
        reading.countries.append(country.mention.code)
        _cut_country(reading, country, country.start - 1)


def _take_organ(reading: Reading, country: CountrySpan, before: int, opener: str) -> None:
    """Take a body or seat of government, or a state behind a preposition that need not tell whom the office serves."""
    kind = reading.head.office.kind
    of_it = opener == "of" or (opener == "at" and kind != "envoy") or (opener == "for" and kind == "spokesman")
    if of_it and reading.words.low[before] not in ("to", "between", "with", "and"):
        reading.countries.append(country.mention.code)
    if country.mention.kind in ("organization", "government"):
        reading.marks |= Sort.PUBLIC
        reading.organization = reading.organization or (country.start, country.end)


def _is_governed(reading: Reading, before: int, opener: str) -> bool:
    """Whether the state belongs to the office and not to what the office deals with."""
    words = reading.words
    joined = reading.head.office.plural and words.low[before] in ("and", ",") and before - 1 in words.country_ends
    if opener in ("to", "in") and words.low[before] == "of":
        return _serves_organ(reading, before)
    return opener in OPEN and (words.low[before] in ("of", "for", "at", "in") or joined)


def _serves_organ(reading: Reading, before: int) -> bool:
    """Whether "of" at `before` says whose organ the office serves: "adviser to the President of", "permanent secretary
    to the Ministry of Finance of"; whom an envoy is sent to is no such organ."""
    if reading.head.office.kind == "envoy" or reading.head.office.words in _SENT:
        return False
    words = reading.words
    organs = _NATIONAL_ORGANS.intersection(words.low[reading.end : before])
    return bool(organs) or any(index in words.offices for index in range(reading.end, before))


def _cut_country(reading: Reading, country: CountrySpan, before: int) -> None:
    """Cut the state out of the title's text, its preposition too where nothing follows that hangs on it."""
    words, behind = reading.words, country.end
    if behind < len(words) and words.low[behind] in ("side", "part"):
        return
    if words.low[before] == "of" and words.low[before - 1] in _FORMAL and country.mention.kind == "name":
        # "of the Islamic Republic of Iran": from the preposition before the form of state
        first = before - 1
        while first > reading.end and words.low[first] not in INNER:
            first -= 1
        reading.cut.append((first, behind))
        return
    modifier = is_adjective(words, country) or words.possessive[behind - 1] or _noun_follows(words, behind)
    reading.cut.append((country.start if modifier else before, behind))


def _noun_follows(words: Words, index: int) -> bool:
    """Whether the phrase goes on behind a state's name ("the DPRK Cabinet")."""
    if index >= len(words):
        return False
    noun = is_office_noun(words, index) or bool(words.sort[index] & Sort.BODY)
    return index in words.bodies or (noun and words.low[index] not in INNER | {"and"})


def is_adjective(words: Words, country: CountrySpan) -> bool:
    """Whether a word that can be an adjective stands before a noun, and is no name as "Djibouti" and "Lao" can be."""
    if country.mention.kind != "demonym" or country.end >= len(words):
        return False
    return words.low[country.end] not in INNER and words.low[country.end][0].isalpha()


def paired(words: Words, first: CountrySpan) -> CountrySpan | None:
    """The second state of "the Laos - Vietnam committee", which is of both."""
    second = words.countries.get(first.end + 1)
    return second if second is not None and words.low[first.end] in _DASHES else None
