"""Titles in a sentence: how far each reaches, its own words, its organisation, the state beside it. Not whose it is."""

from dataclasses import replace

from pipeline.extract.officials.before import read_before
from pipeline.extract.officials.complements import read_behind, read_complement
from pipeline.extract.officials.completed import cut_vague_place, leader_served, take_party
from pipeline.extract.officials.nameword import is_name_word, looks_like_name
from pipeline.extract.officials.reading import ARTICLES, PRONOUNS, Reading, title_follows
from pipeline.extract.officials.vocabulary import Office, Sort, given_names, honorifics
from pipeline.extract.officials.words import OfficeSpan, Span, Words
from pipeline.values import value

_OPPOSITION = "leader of the opposition"
_UNITS = frozenset(("bureau", "department", "division", "section"))
_PERSONAL = frozenset(("secretary", "aide", "assistant", "adviser", "advisor", "representative", "delegate"))
"""What somebody's own people are called too."""
_OF_BANKS = frozenset(("governor", "deputy governor", "vice governor"))
"""Who leads a central bank."""
_SCHOLARLY = frozenset(
    (
        "University",
        "university",
        "College",
        "college",
        "think",
        "think-tank",
        "charity",
        "nonprofit",
        "NGO",
        "organisation",
        "organization",
    )
)
"""Words of those who serve no state, in what somebody leads that is no known body."""
_CORPORATE = frozenset(("president", "vice president", "first vice president", "co-president", "chief executive"))
"""Offices of states that firms have as well."""
_OF_MANY = frozenset(("world", "global", "climate", "market", "championship", "industry", "league"))
_RANKED = frozenset(("first", "only", "last", "latest", "second", "third"))
_SHORT = 3
"""Letters: a title so short is an abbreviation in capitals."""
_LETTERS = frozenset(("MP", "MEP"))
_FAR = 40
"""Words behind a plural head within which its other complements stand."""


@value(frozen=True, slots=True)
class Title(Span):
    """A title with what belongs to it: `words[start:end]`, the state, article and status word before it included."""

    office: Office
    head: OfficeSpan
    text: str
    """Its own words, without state and status word; still plural where the text has it so."""
    status: str
    countries: tuple[str, ...] = ()
    """States named with it, the one served first; several for "the Russian and Chinese presidents"."""
    stated: bool = False
    """Whether a state's own name is among its words, not an organisation of the state alone."""
    leaning: str | None = None
    """The state of a party named with it: a party's name may be used in several states."""
    organization: str | None = None
    standing: str = "public"
    """`public`, `private`, or `open` where its own words leave it to what is said elsewhere."""
    definite: bool = False
    """"the", "its", "Russia's" or another word before it says that there is one."""
    apart: bool = False
    """Whether its holders are said to be of as many states: "the presidents of the two countries"."""
    owner: str | None = None
    """The word before it that points back: "country" of "the country's", "academy" of "the academy's", "his"; or the
    name of "Biden's"."""


def find_titles(words: Words) -> list[Title]:
    """All titles of the sentence, in order, none overlapping another."""
    found: list[Title] = []
    end = 0
    for first, head in words.offices.items():
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
    last = title.end
    for index in range(title.end, min(len(words.low) - 1, title.end + _FAR)):
        if index < last or words.low[index] not in ("of", "for") or words.low[index - 1] not in (",", "and"):
            continue
        if any(k in words.offices for k in range(title.end, index)):
            break
        reading = Reading(words, title.head, title.head.start, index, index)
        end = read_complement(reading, index)
        if end is None:
            break
        text = f"{words.text(title.head.start, title.head.end)} {words.text(index, end)}"
        found.append(replace(title, start=index, end=end, text=text))
        last = end
    return found


def behind_name(words: Words, title: Title, index: int) -> Title:
    """`title` with the body that stands behind its holder's name: "Director X of the Protocol Department"."""
    if index >= len(words.low) or words.low[index] != "of" or title.end > title.head.end or title.office.plural:
        return title
    if words.low[index + 1 : index + 2] and words.low[index + 1] in PRONOUNS:
        return title  # "told President X of our plan"
    reading = Reading(words, title.head, index, index, index)
    end = read_complement(reading, index)
    if end is None or not (reading.bodies or reading.marks & (Sort.PORTFOLIO | Sort.PUBLIC)):
        return title
    reading.end = end
    countries = title.countries or tuple(reading.countries) or tuple(body.code for body in reading.bodies if body.code)
    return replace(
        title,
        text=f"{title.text} {_title_text(reading)}",
        countries=countries,
        organization=title.organization or _organization(reading),
        standing=title.standing if title.standing == "public" else _standing(reading, bool(countries)),
    )


def _is_head(words: Words, head: OfficeSpan) -> bool:
    """Whether the words of an office stand for it, and are no part of another title or name."""
    last, behind = head.end - 1, head.end
    if words.possessive[last] or is_name_word(words, head.start) or _is_behind_name(words, head):
        return False
    if head.office.kind == "rank" and not words.capital[head.start] and not _is_counted(words, head):
        return False
    if last == head.start and (_is_hour(words, last, head.office.plural) or _is_royal_name(words, last)):
        return False
    if behind >= len(words.low):
        return True
    if head.start == last and words.sort[last] & Sort.RANK and _modifies(words, behind):
        return False
    following = words.offices.get(behind)
    if following is not None and is_name_word(words, behind):
        return True  # "Prime Minister Dean Barrow"
    if following is not None and following.office.kind == "none" and words.capital[behind]:
        # "Ambassador Hotel manager"
        return False
    if following is not None and not words.possessive[following.end - 1]:
        # "Justice Minister", "general secretary": the first is a word of the second
        return following.office.kind == "rank" or not words.sort[last] & (Sort.PORTFOLIO | Sort.RANK)
    # "Prime Minister Office", "President Hotel": part of another name
    compound = words.sort[behind] & (Sort.WORD | Sort.PUBLIC | Sort.PRIVATE)
    if words.capital[behind] and compound and not looks_like_name(words, behind):
        return words.low[behind] == "general" or behind in words.countries or head.office.words == _OPPOSITION
    return True


def _is_royal_name(words: Words, index: int) -> bool:
    """Whether another's throne stands before the word, which so is a part of a name: "the King, Sultan Iskandar"."""
    behind = index - 1
    return (
        words.low[index] == "sultan"
        and words.low[max(0, behind) : index] == [","]
        and any(span.end == behind and span.office.kind == "head_of_state" for span in words.offices.values())
    )


def _is_hour(words: Words, index: int, plural: bool) -> bool:
    """Whether "pm" tells of the afternoon and of no prime minister ("5 pm", "09:20 PM"), "CMS" of a body and of no
    chief ministers."""
    if len(words.raw[index]) > _SHORT:
        return False
    if plural and words.raw[index].isupper():
        return True
    return not words.raw[index][:2].isupper() or (index > 0 and words.raw[index - 1][-1:].isdigit())


def _is_behind_name(words: Words, head: OfficeSpan) -> bool:
    """Whether the letters of an office stand behind their holder's name: "Hon. Davies Chama MP"."""
    first = head.start
    if words.raw[first] not in _LETTERS:
        return False
    known = honorifics()
    apart = first > 0 and words.low[first - 1] == ","
    if apart and words.low[first + 1 : first + 2] in ([","], ["."], ["and"], []):
        first -= 1
    while first > 0 and words.capital[first - 1] and words.raw[first - 1] not in known:
        if not looks_like_name(words, first - 1):
            break
        first -= 1
    size = head.start - apart - first
    honored = first > 0 and words.raw[first - 1] in known
    return size > 0 and (honored or (not apart and size > 1 and words.raw[first] in given_names()))


def _is_counted(words: Words, head: OfficeSpan) -> bool:
    """Whether a rank in small letters is one: "a marshal of the army", "the Iranian general Reza Amini"."""
    before = words.low[head.start - 1] if head.start else ""
    if head.start - 1 in words.country_ends and head.end < len(words.low) and looks_like_name(words, head.end):
        return True
    behind = words.low[head.end] if head.end < len(words.low) else "."
    return head.end - head.start > 1 or (before in ("a", "an", "retired") and behind in ("of", "in", ",", "."))


def _modifies(words: Words, behind: int) -> bool:
    """Whether a word of rank belongs to the title that begins at `behind`: "deputy foreign minister"."""
    return words.low[behind] not in ARTICLES and title_follows(words, behind)


def _read(words: Words, head: OfficeSpan, floor: int) -> Title:
    reading = Reading(words, head, head.start, head.start, head.end)
    read_before(reading, floor)
    before = len(reading.countries)
    read_behind(reading)
    cut_vague_place(reading)
    if head.office.words == _OPPOSITION:
        take_party(reading)
    office = head.office
    if office.words == "member":
        # "the Serb member of Bosnia's presidency" serves Bosnia
        reading.countries = [*reading.countries[before:], *reading.countries[:before]]
    countries = list(dict.fromkeys(reading.countries))
    if not countries:
        countries = [body.code for body in reading.bodies if body.code and body.kind != "party"]
    if not countries and office.code:
        countries = [office.code]
    served = leader_served(reading) if not countries else None
    if served is not None:
        countries = [served]
    organization = _organization(reading)
    return Title(
        start=reading.start,
        end=reading.end,
        office=office,
        head=head,
        text=_title_text(reading),
        status=reading.status,
        countries=tuple(countries),
        stated=bool(reading.countries),
        organization=organization,
        leaning=next((body.code for body in reading.bodies if body.kind == "party"), None),
        standing="public" if served is not None else _standing(reading, bool(countries)),
        definite=reading.definite,
        apart=reading.apart,
        owner=reading.owner,
    )


# ---------------------------------------------------------------------------------------------- what it comes to


def _title_text(reading: Reading) -> str:
    """The title's own words: from its first modifier to its end, states and status words cut out."""
    words, index = reading.words, reading.title_start
    if not reading.cut:
        return " ".join(words.text(index, reading.end).split()).strip(" ,&-")
    pieces = []
    for first, behind in sorted(reading.cut):
        if first > index:
            pieces.append(words.text(index, first))
        index = max(index, behind)
    if index < reading.end:
        pieces.append(words.text(index, reading.end))
    return " ".join(" ".join(pieces).split()).strip(" ,&-")


def _organization(reading: Reading) -> str | None:
    """The organisation as written: one of the lexicon, or words that tell of one; a portfolio alone is none."""
    if reading.organization is None:
        return None
    words, (first, behind) = reading.words, reading.organization
    tells = any(words.sort[k] & Sort.BODY or k in words.bodies or k in words.countries for k in range(first, behind))
    plain = all(words.sort[k] & (Sort.PORTFOLIO | Sort.RANK) or not words.capital[k] for k in range(first, behind))
    return words.text(first, behind) if tells or not plain else None


def _is_mere_word(reading: Reading, stated: bool) -> bool:
    """Whether the head stands without what would make it an office: "his deputy", "Chief X", "the Marshal X"."""
    office, owner = reading.head.office, reading.owner
    if reading.title_start < reading.head.start or reading.end > reading.head.end or reading.bodies:
        return False
    if office.words == "deputy" or (
        office.words == "chief executive" and not reading.words.capital[reading.head.start]
    ):
        return owner is None or office.words == "deputy"
    if office.words in _PERSONAL:
        return owner is not None and (owner in ("his", "her") or owner[0].isupper())
    if office.kind == "rank":
        return not stated and (reading.definite or office.need == "state")
    return office.words in ("chief", "head") and not stated and owner is None


def _is_among_many(reading: Reading) -> bool:
    """Whether a leader is one of all that lead: "a world leader", "the only EU leader there"."""
    words, head = reading.words, reading.head
    if head.office.words != "leader" or head.office.plural:
        return False
    among = words.low[head.start - 1 : head.start]
    behind = words.low[reading.end : reading.end + 1] == ["to"]
    return not _OF_MANY.isdisjoint(among) or (
        behind and not _RANKED.isdisjoint(words.low[max(0, reading.start - 3) : head.start])
    )


def _standing(reading: Reading, stated: bool) -> str:
    """Whether the words make it a public office, by the office's need (titles.csv)."""
    office = reading.head.office
    if office.kind in ("none", "peer") or _is_mere_word(reading, stated) or _is_among_many(reading):
        return "private"
    if any(body.kind not in ("private", "press") for body in reading.bodies):
        return "public"
    if reading.bodies or (not stated and _is_at_firm(reading)) or _is_of_scholars(reading):
        return "private"
    if office.words in _CORPORATE and not (stated or reading.marks & Sort.PUBLIC) and _is_corporate(reading):
        return "open" if reading.end > reading.head.end else "private"
    return _by_need(reading, stated)


def _by_need(reading: Reading, stated: bool) -> str:
    """The same, where no body of the lexicon and no firm says it: by the words of the office and its need."""
    office, marks = reading.head.office, reading.marks
    private = bool(marks & Sort.PRIVATE)
    # "the exporters' federation"
    banded = bool(marks & Sort.LEAGUE and marks & Sort.MEMBERS)
    public = bool(marks & Sort.PUBLIC) and not banded
    if office.words == "commissioner" and stated and marks & Sort.PORTFOLIO:
        return "public"  # "European Commissioner for Research"
    if office.words in _OF_BANKS and "bank" in reading.words.low[reading.head.end : reading.end]:
        return "public"
    if office.need == "none":
        if office.kind == "head_of_state" and private and marks & Sort.BODY:
            return "public" if public else "private"
        plain = banded or not marks & Sort.PORTFOLIO
        return "private" if private and not public and not stated and plain else "public"
    if public:
        return "public"
    if private:
        return "private"
    stately = marks & Sort.PORTFOLIO and (stated or office.words.partition(" ")[0] in _UNITS)
    if office.need == "public" and stately:
        return "public"  # "the Kenyan director for land transport", "Budget Bureau director"
    if office.need == "state" and (stated or reading.owner is not None or not reading.named):
        return "public"
    return "private" if reading.named else "open"


def _is_of_scholars(reading: Reading) -> bool:
    """Whether scholars or private helpers are led, whatever they work on: "director of the university's policy
    centre", "head of mining at the charity Clean Metal"."""
    if reading.head.office.need == "none":
        return False
    return not _SCHOLARLY.isdisjoint(reading.words.raw[reading.title_start : reading.end])


def _is_corporate(reading: Reading) -> bool:
    """Whether a name that no lexicon knows makes it a firm's president: "vice president at Marlow Futures"."""
    words, end = reading.words, reading.end
    if end > reading.head.end:
        return reading.named
    behind = end + 1
    if behind >= len(words) or not words.capital[behind] or behind in words.countries or behind in words.bodies:
        return False
    if words.low[end] == "at":
        return True
    # "X, president, Marlow & Sons, said"
    bare = reading.start == reading.head.start and reading.start > 0 and words.low[reading.start - 1] == ","
    return bare and words.low[end] == "," and words.low[behind + 1 : behind + 2] in (["&"], ["inc"], ["inc."], ["ltd"])


def _is_at_firm(reading: Reading) -> bool:
    """Whether a firm stands behind the title, or "at" and a name of no lexicon: "president at Keller Brothers"."""
    if reading.firm:
        return True
    words, behind = reading.words, reading.end + 1
    if words.low[reading.end : behind] != ["at"] or behind >= len(words) or not words.capital[behind]:
        return False
    if reading.start != reading.head.start or behind in words.countries or behind in words.bodies:
        return False
    last = behind
    while last + 1 < len(words) and words.capital[last + 1] and not words.possessive[last]:
        last += 1
    return not any(words.sort[k] & (Sort.PUBLIC | Sort.PORTFOLIO) for k in range(behind, last + 1))
