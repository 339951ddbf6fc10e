"""Who holds which title in a sentence, by the ways that wire style says it. Which state, and who the name is, come later."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from pipeline.extract.officials.names import Name
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import honorifics
from pipeline.extract.officials.words import Span, Words

_TIME = r"(?: (?:on|in|since|last|this|earlier|late|early) [\w]{1,15}(?: \d{1,4})?){0,2}"
_UNTIL = re.compile(r", (?:until|till)(?: (?:now|recently|(?:last|this) \w{3,9}|\w{3,9}|\d{4}))?")
_ADVERB = r"(?: (?:also|now|then|currently|concurrently|once|previously|formerly|recently|formally|officially|still|both|again|later|first|simultaneously|himself|herself|himself,|jointly|unanimously|duly|reportedly|widely|long|already)){0,2}"
_AS = r"(?: (?:as|to be|to become|to serve as|to the post of|to the position of|for|in as|into office as|to the office of|for the post of|to replace \w{1,20} as))?"
_BE = (
    r"(?:is|was|are|were|be|being|has been|had been|have been|will be|would be|gets|got|is to be|was to be|will become)"
)
_CHOSEN = (
    r"(?:appointed|reappointed|re-appointed|named|elected|re-elected|reelected|chosen|picked|selected|installed|sworn|confirmed|"
    r"inaugurated|promoted|made|crowned|proclaimed|declared|approved|designated|nominated|tapped|voted|appointed and sworn)"
)
_COPULA = re.compile(
    rf"(?:,? ?(?:who|and who|and|but|,))?{_ADVERB} ?"
    rf"(?:{_BE}|becomes?|became|remains?|remained|serves? as|served as|serving as|acts? as|acted as|acting as|doubles as|doubled as|"
    rf"works? as|worked as|took office as|takes office as|took over as|takes over as|taking over as|assumed office as|assumed the post of|"
    rf"assumed the office of|holds the post of|holds the position of|held the post of|held the position of|holds the office of|started as|"
    rf"rose to|rose to become|rose to be|returned as|returned to office as|continues as|stays on as|stayed on as|in his capacity as|in her capacity as|as)"
    rf"{_ADVERB}{_TIME}"
)
_ELECTED = re.compile(
    rf"(?:,? ?(?:who|and|,))?{_ADVERB} ?(?:(?:(?:is|was|are|were|be|being|has been|had been|have been|will be|would be)|has|had|having been|was being){_ADVERB} )?{_CHOSEN}{_ADVERB}{_TIME}{_AS}{_TIME}"
)
_ENDED = re.compile(
    rf"(?:,? ?(?:who|and|,))?{_ADVERB} ?(?:(?:{_BE}|has|had){_ADVERB} )?"
    rf"(?:stepped down|resigned|retired|quit|stood down|was dismissed|dismissed|fired|sacked|removed|ousted|replaced|relieved|left office|suspended|stripped|"
    rf"steps down|resigns)(?: of his duties| of her duties)?{_TIME} (?:as|from the post of|from his post as|from her post as|from office as|of the post of|of his post as|from the position of){_TIME}"
)
_PAST = re.compile(r"\b(?:was|were|served|had been|acted|worked|held)\b")
_NOT_PAST = re.compile(r"\b(?:until now|since)\b")
_APPOINTING = frozenset(
    [
        "appointed",
        "appoints",
        "appoint",
        "appointing",
        "named",
        "names",
        "name",
        "naming",
        "elected",
        "elects",
        "elect",
        "electing",
        "nominated",
        "nominates",
        "nominate",
        "picked",
        "picks",
        "chose",
        "chooses",
        "chosen",
        "designated",
        "designates",
        "installed",
        "installs",
        "promoted",
        "promotes",
        "reappointed",
        "confirmed",
        "made",
        "tapped",
        "swore",
        "dispatched",
        "sent",
        "proclaimed",
    ]
)
_NOMINATING = frozenset(["nominated", "nominates", "nominate", "nominating", "designated", "designates"])
_ENDING = frozenset(
    [
        "replaced",
        "replaces",
        "replacing",
        "replace",
        "succeeded",
        "succeeds",
        "succeeding",
        "succeed",
        "dismissed",
        "dismisses",
        "fired",
        "fires",
        "sacked",
        "sacks",
        "removed",
        "removes",
        "ousted",
        "ousts",
        "relieved",
        "suspended",
        "toppled",
    ]
)
_TAKING_OVER = frozenset(
    ["replaced", "replaces", "replacing", "replace", "succeeded", "succeeds", "succeeding", "succeed"]
)
_DASHES = frozenset("-–—")
_AGE = re.compile(r"(?:aged )?\d{2,3}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One person said to hold one title."""

    name: Name | None
    """None for "he" or "she"."""
    pronoun: int | None
    """Word index of the pronoun where there is no name."""
    title: Title
    rule: str
    status: str
    country: str | None
    """A state that the words between or behind them give ("President X of Turkey"), else None."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The titles and names of a sentence in the order of its words."""

    words: Words
    items: tuple[Title | Name, ...]


def find_claims(words: Words, titles: list[Title], names: list[Name]) -> list[Claim]:
    """All claims of the sentence, in order of its titles."""
    items = tuple(sorted([*titles, *names], key=lambda item: item.start))
    position = {id(item): index for index, item in enumerate(items)}
    sides = Sides(words, items)
    found: list[Claim] = []
    by_title: dict[int, list[Claim]] = {}
    heads = Counter(id(title.head) for title in titles)
    for title in titles:
        claims = _chained(sides, position[id(title)], title) if heads[id(title.head)] > 1 else []
        claims = claims or _claims_of(sides, position[id(title)], title, found)
        by_title[id(title)] = claims
        found.extend(claims)
    _distribute(titles, by_title)
    return _with_coordinates(sides, titles, by_title)


def _distribute(titles: list[Title], by_title: dict[int, list[Claim]]) -> None:
    """ "A and B, ministers of health and of agriculture": to each name its own of as many titles."""
    for index, title in enumerate(titles):
        run = [title]
        while index + len(run) < len(titles) and titles[index + len(run)].head is title.head:
            run.append(titles[index + len(run)])
        claims = by_title[id(title)]
        if len(run) > 1 and len(claims) == len(run) and not any(by_title[id(other)] for other in run[1:]):
            for other, claim in zip(run, claims, strict=True):
                by_title[id(other)] = [replace(claim, title=other)]


def _chained(sides: Sides, place: int, title: Title) -> list[Claim]:
    """ "the ministers of Defence, X, of Finance, Y": each complement's holder stands behind it."""
    if title.end < len(sides.words) and sides.words.low[title.end] == ",":
        name = _name_at(sides, place + 1, title.end + 1)
        if name is not None:
            return [Claim(name, None, title, "title_comma_name", title.status, None)]
    return []


def _claims_of(sides: Sides, place: int, title: Title, found: list[Claim]) -> list[Claim]:
    words, items = sides.words, sides.items
    behind = _name_at(sides, place + 1, title.end)
    if behind is not None:
        return _claims_behind(sides, place + 1, title, "title_name")
    before = _apposed(sides, place, title)
    comma = title.end < len(words) and words.low[title.end] == ","
    next_name = _name_at(sides, place + 1, title.end + 1) if comma else None
    if before is not None and not (next_name is not None and _turned(found, before)):
        holders = _plural_before(sides, place) if title.office.plural else [before]
        status = title.status if "until" not in words.low[before.end : title.start] else "former"
        return [Claim(name, None, title, "name_title", status, None) for name in holders]
    verbal = _verbal(sides, place, title)
    if verbal:
        return verbal
    if next_name is not None and _may_precede(sides, place, title, next_name):
        return _claims_behind(sides, place + 1, title, "title_comma_name")
    if place + 1 < len(items) and isinstance(items[place + 1], Name):
        name = items[place + 1]
        gap = words.low[title.end : name.start]
        if (
            gap in (["is"], ["was"], ["will", "be"], ["-"], ["–"], ["—"])
            and title.definite
            and not words.possessive[name.end - 1]
        ):
            return [Claim(name, None, title, "title_is_name", title.status, None)]
    return []


def _name_at(sides: Sides, place: int, word: int) -> Name | None:
    """The name at `place` if it begins at `word`, honorifics and ranks before it allowed."""
    if place >= len(sides.items):
        return None
    name = sides.items[place]
    if not isinstance(name, Name) or name.start < word:
        return None
    if name.start == word or (name.honored and name.start - word <= 4 and _honors(sides.words, word, name.start)):
        return name
    return None


def _honors(words: Words, first: int, behind: int) -> bool:
    return all(words.capital[k] or words.raw[k] in ("(",) for k in range(first, behind))


def _claims_behind(sides: Sides, place: int, title: Title, rule: str) -> list[Claim]:
    """The name at `place` holds the title; with a plural title those that follow too."""
    words, items = sides.words, sides.items
    first = items[place]
    assert isinstance(first, Name)
    names = [first]
    if title.office.plural:
        end, index = _past_state(words, first.end), place + 1
        while index < len(items):
            item = items[index]
            if not isinstance(item, Name) or not _joined(words, end, item):
                break
            names.append(item)
            end = _past_state(words, item.end)
            index += 1
        if len(names) == 1:
            return (
                []
                if rule == "title_comma_name"
                else [Claim(first, None, title, rule, title.status, _state_behind(words, first.end))]
            )
    distributed = len(title.countries) == len(names) > 1
    return [
        Claim(
            name,
            None,
            title,
            rule,
            title.status,
            _state_behind(words, name.end) or (title.countries[k] if distributed else None),
        )
        for k, name in enumerate(names)
    ]


def _joined(words: Words, end: int, name: Name) -> bool:
    known = honorifics()
    gap = [words.low[k] for k in range(end, name.start) if words.raw[k] not in known]
    return gap in ([","], ["and"], [",", "and"], ["&"], [",", "along", "with"])


def _past_state(words: Words, end: int) -> int:
    """Behind "of Turkey" or "(Turkey)" after a name."""
    if end + 1 < len(words) and words.low[end] in ("of", "(") and end + 1 in words.countries:
        close = words.countries[end + 1].end
        return close + 1 if words.low[end] == "(" else close
    return end


def _state_behind(words: Words, end: int) -> str | None:
    if end + 1 < len(words) and words.low[end] in ("of", "(") and not words.possessive[end - 1]:
        span = words.countries.get(end + 1)
        if span is not None and span.mention.kind in ("name", "short", "place"):
            return span.mention.code
    return None


def _apposed(sides: Sides, place: int, title: Title) -> Name | None:
    """The name before the title, set off by a comma, bracket or dash, an age between allowed."""
    words, start = sides.words, title.start
    place, start = _before_owner(sides, place, title)
    if place == 0 or not isinstance(sides.items[place - 1], Name):
        return None
    name = sides.items[place - 1]
    assert isinstance(name, Name)
    gap = words.low[name.end : start]
    if words.possessive[name.end - 1] or not gap or len(gap) > 9:
        return None
    if gap[0] == "of" and name.end + 1 in words.countries:
        gap = words.low[words.countries[name.end + 1].end : start]
    if gap and gap[0] == "(" and ")" in gap[:6]:
        gap = gap[gap.index(")") + 1 :]
    gap = [
        low
        for low in gap
        if low
        not in (
            "also",
            "now",
            "currently",
            "both",
            "himself",
            "herself",
            "then",
            "formerly",
            "a",
            "an",
            "the",
            "new",
            "newly",
            "one",
            "of",
            "once",
            "long",
            "respectively",
        )
    ]
    if gap in ([","], ["("], [",", ","]) or (len(gap) == 1 and gap[0] in _DASHES):
        return name if _is_apposition(words, title, gap) else None
    text = " ".join(gap)
    if _UNTIL.fullmatch(text):
        return name
    if gap[0] == "," and gap[-1] == "," and _AGE.fullmatch(" ".join(gap[1:-1])):
        return name
    if text in (", in his capacity as", ", in her capacity as"):
        return name
    return None


def _before_owner(sides: Sides, place: int, title: Title) -> tuple[int, int]:
    """Where a title begins with its owner, "President Biden's envoy": place among the items and first word."""
    start = title.start
    if place and title.owner is not None:
        owner = sides.items[place - 1]
        if isinstance(owner, Name) and owner.end == start and sides.words.possessive[start - 1]:
            place, start = place - 1, owner.start
            before = sides.items[place - 1] if place else None
            if isinstance(before, Title) and before.end == start:
                place, start = place - 1, before.start
    return place, start


def _is_apposition(words: Words, title: Title, gap: list[str]) -> bool:
    """A bare title behind a comma must close the apposition; a title whose holder follows is no apposition."""
    if gap != [","] or title.end >= len(words):
        return True
    return not words.possessive[title.end - 1]


def _turned(found: list[Claim], name: Name) -> bool:
    """Whether `name` got its title from before a comma: then the next title looks ahead as well."""
    return any(claim.name is name and claim.rule == "title_comma_name" for claim in found)


def _plural_before(sides: Sides, place: int) -> list[Name]:
    names: list[Name] = []
    index = place - 1
    while index >= 0 and isinstance(sides.items[index], Name):
        name = sides.items[index]
        assert isinstance(name, Name)
        if names and not _joined(sides.words, name.end, names[-1]):
            break
        names.append(name)
        index -= 1
    return names[::-1]


def _may_precede(sides: Sides, place: int, title: Title, name: Name) -> bool:
    """Whether "the minister, X" names its holder: the title says that there is one, and X is no next item of a list."""
    words = sides.words
    if not (title.definite or title.countries or title.end - title.head.start > 1 or title.start == 0):
        return False
    end = _past_state(words, name.end)
    if end < len(words) and words.low[end] == "," and place + 2 < len(sides.items):
        following = sides.items[place + 2]
        if isinstance(following, Title) and following.start <= end + 2 and not title.definite:
            return False
    return True


# ---------------------------------------------------------------------------------------------- by verbs


def _verbal(sides: Sides, place: int, title: Title) -> list[Claim]:
    """Claims by a verb: "X is …", "X was appointed …", "appointed X …", "replaced X as …", "He is …"."""
    words = sides.words
    subject: Name | None = None
    for index in range(place - 1, max(-1, place - 4), -1):
        item = sides.items[index]
        if isinstance(item, Name):
            subject = item
            break
    start = title.start
    if subject is not None:
        claims = _by_object(sides, place, subject, title)
        if claims:
            return claims
        status = _verb_status(words, subject.end, start)
        if status is not None and not words.possessive[subject.end - 1]:
            holders = _subjects(sides, subject) if title.office.plural else [subject]
            return [
                Claim(name, None, title, "name_verb_title", _combined(title.status, status), None) for name in holders
            ]
    for index in range(start - 1, max(-1, start - 12), -1):
        if words.low[index] in ("he", "she") and (subject is None or subject.end <= index):
            status = _verb_status(words, index + 1, start)
            if status is not None:
                return [Claim(None, index, title, "pronoun_verb_title", _combined(title.status, status), None)]
    return []


def _subjects(sides: Sides, last: Name) -> list[Name]:
    """`last` with the names joined to it by "and" and commas before it."""
    index = next(k for k, item in enumerate(sides.items) if item is last)
    return _plural_before(sides, index + 1)


def _combined(by_title: str, by_verb: str) -> str:
    return by_verb if by_title == "current" else by_title


def _verb_status(words: Words, first: int, behind: int) -> str | None:
    """The status that the words between a subject and a title give, or None where they do not join them."""
    if not 0 < behind - first <= 14:
        return None
    gap = words.low[first:behind]
    if gap[0] == "," and "," in gap[1:-1] and "who" not in gap[:3]:
        # ", 56, was": pass over what stands between the commas
        gap = gap[gap.index(",", 1) + 1 :]
    gap = [low for low in gap if low not in _FILLERS]
    text = " ".join(gap).strip()
    if _COPULA.fullmatch(text):
        return "former" if _PAST.search(text) and "became" not in text else "current"
    if _ELECTED.fullmatch(text):
        return "designate" if "nominated" in text or "designated" in text or "will" in gap else "current"
    if _ENDED.fullmatch(text):
        return "former"
    return None


_FILLERS = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "country's", "new", "first", "ever", "longest-serving"]
)


def _by_object(sides: Sides, place: int, name: Name, title: Title) -> list[Claim]:
    """ "appointed X (as) minister", "replaced X as minister", "with X as minister"."""
    words = sides.words
    gap = [low for low in words.low[name.end : title.start] if low not in _FILLERS]
    if gap not in ([], ["as"], ["to", "be"], ["to", "serve", "as"], ["to", "become"], ["as", "next"], ["for"]):
        return []
    first = name.start
    verb = next(
        (words.low[k] for k in range(first - 1, max(-1, first - 6), -1) if words.low[k] in _APPOINTING | _ENDING), None
    )
    if verb in _ENDING and gap == ["as"]:
        claims = [Claim(name, None, title, "verb_name_title", "former", None)]
        subject = _subject(sides, place, name)
        if verb in _TAKING_OVER and subject is not None:
            claims.append(Claim(subject, None, title, "name_verb_title", title.status, None))
        return claims
    if verb in _APPOINTING and (gap or title.definite or title.end > title.head.start):
        status = "designate" if verb in _NOMINATING else "current"
        return [Claim(name, None, title, "verb_name_title", _combined(title.status, status), None)]
    return []


def _subject(sides: Sides, place: int, name: Name) -> Name | None:
    for item in reversed(sides.items[:place]):
        if isinstance(item, Name) and item is not name and item.end <= name.start:
            return item
    return None


# ---------------------------------------------------------------------------------------------- joined titles


def _with_coordinates(sides: Sides, titles: list[Title], by_title: dict[int, list[Claim]]) -> list[Claim]:
    """Give "X and Y" of one person to that person: the neighbour's holder is the holder of a title that has none."""
    words = sides.words
    for first, second in zip(titles, titles[1:], strict=False):
        left, right = by_title[id(first)], by_title[id(second)]
        if (
            left
            and not right
            and left[-1].rule not in ("title_name", "title_comma_name")
            and _coordinate(words, first, second)
        ):
            now = bool({"now", "currently"} & set(words.low[first.end : second.head.start]))
            by_title[id(second)] = [
                replace(claim, title=second, status=second.status if now else _shared(second, claim)) for claim in left
            ]
    for first, second in zip(reversed(titles[:-1]), reversed(titles[1:]), strict=False):
        left, right = by_title[id(first)], by_title[id(second)]
        if (
            right
            and not left
            and _coordinate(words, first, second)
            and not second.definite
            and right[0].rule in ("title_name", "title_comma_name")
        ):
            if first.office.plural == second.office.plural:
                by_title[id(first)] = [replace(claim, title=first, status=_shared(first, claim)) for claim in right]
    return [claim for title in titles for claim in by_title[id(title)]]


def _shared(title: Title, claim: Claim) -> str:
    """The status of a joined title: its own, else that of the verb or of the title that it is joined to."""
    return title.status if title.status != "current" else claim.status


def _coordinate(words: Words, first: Title, second: Title) -> bool:
    if first.office.plural != second.office.plural:
        return False
    if first.countries and second.countries and first.countries[0] != second.countries[0]:
        return False
    return tuple(words.low[first.end : second.start]) in _JOINTS


_JOINTS = frozenset(
    tuple(text.split())
    for text in ["and", "&", ",", ", and", "as well as", "- cum -", "/", ";", "and concurrently", ", and concurrently", "and also", ", also", ", now", ", currently", "and now", ", concurrently", ", formerly", "and formerly", ", then"]
) | {()}
"""What may stand between two titles of one person."""


__all__ = ["Claim", "Span", "find_claims"]
