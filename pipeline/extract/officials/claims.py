"""All claims of a sentence: every way of saying who holds what, tried in order, then titles joined by "and"."""

from dataclasses import replace
from itertools import pairwise

from pipeline.extract.officials.clauses import PRONOUNS, by_clause
from pipeline.extract.officials.holders import (
    Claim,
    Sides,
    chained,
    name_before_title,
    title_before_name,
    title_comma_name,
    title_is_name,
)
from pipeline.extract.officials.listed import titled_list
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.subjects import acts, leads_on
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort
from pipeline.extract.officials.words import Words

_AHEAD = ("title_name", "title_comma_name")
"""Rules by which a title looks ahead to its holder."""
_NOW = frozenset(("now", "currently"))
_JOINED = frozenset(
    (
        "and",
        "&",
        ",",
        "as",
        "well",
        "-",
        "–",
        "—",
        "cum",
        "/",
        ";",
        "concurrently",
        "also",
        "now",
        "currently",
        "formerly",
        "then",
    )
)
"""What may stand between two titles of one person, at most three words of it."""


def find_claims(words: Words, titles: list[Title], names: list[Name]) -> list[Claim]:
    """All claims of the sentence, in order of its titles."""
    if not titles or (not names and PRONOUNS.isdisjoint(words.low)):
        return []
    items = sorted([*titles, *names], key=lambda item: item.start)
    sides = Sides(words, tuple(items))  # type: ignore[arg-type]
    found: list[Claim] = []
    by_title: list[list[Claim]] = []
    for place, title in enumerate(items):
        if not isinstance(title, Title):
            continue
        shared = len(titles) > 1 and sum(other.head is title.head for other in titles) > 1
        by_title.append((chained(sides, place, title) if shared else []) or _claims_of(sides, place, title, found))
        found.extend(by_title[-1])
    if len(titles) > 1:
        _distribute(titles, by_title)
        _join_behind(words, titles, by_title)
        _join_before(words, titles, by_title)
    claims = [claim for claims in by_title for claim in claims]
    return _of_one_embassy(words, claims) if len(claims) > 1 else claims


def _of_one_embassy(words: Words, claims: list[Claim]) -> list[Claim]:
    """`claims` with the state of the embassy that stands behind the last of several diplomats given to each."""
    for index in range(len(claims) - 2, -1, -1):
        first, second = claims[index], claims[index + 1]
        posted = (
            first.title.office.kind == second.title.office.kind == "envoy" and first.title.head.end == first.title.end
        )
        if not posted or first.title.countries or first.country is not None or first.name is None:
            continue
        state = second.country or (second.title.countries[0] if second.title.countries else None)
        if second.title.start >= first.name.end and second.title.text.endswith("embassy"):
            joined = _JOINED.issuperset(words.low[first.name.end : second.title.start])
            claims[index] = replace(first, country=state) if joined else first
    return claims


def _names_a_thing(words: Words, title: Title) -> bool:
    """Whether title and name are a ship's or a street's: "the vessel President Park", "named after President X"."""
    before = title.start - 1
    if words.low[max(0, before - 1) : before + 1] in (["named", "after"], ["named", "for"]):
        return True
    if title.office.kind == "rank" and before > 0 and words.low[before] == "of" and words.sort[before - 1] & Sort.LEAD:
        return True
    leads = before >= 0 and words.sort[before] & Sort.LEAD and not words.capital[before]
    return bool(leads) and words.capital[title.head.start] and title.head.start == title.start


def _claims_of(sides: Sides, place: int, title: Title, found: list[Claim]) -> list[Claim]:
    if _names_a_thing(sides.words, title):
        return []
    return (
        title_before_name(sides, place, title)
        or name_before_title(sides, place, title, found)
        or by_clause(sides, place, title)
        or title_comma_name(sides, place, title)
        or title_is_name(sides, place, title)
        or titled_list(sides, place, title)
    )


def _distribute(titles: list[Title], by_title: list[list[Claim]]) -> None:
    """ "A and B, ministers of health and of agriculture": to each name its own of as many titles."""
    for index, title in enumerate(titles):
        run = [place for place in range(index, len(titles)) if titles[place].head is title.head]
        claims = by_title[index]
        if len(run) > 1 and len(claims) == len(run) and not any(by_title[place] for place in run[1:]):
            for place, claim in zip(run, claims, strict=True):
                by_title[place] = [replace(claim, title=titles[place])]


def _join_behind(words: Words, titles: list[Title], by_title: list[list[Claim]]) -> None:
    """ "X, premier and minister": a title without a holder has that of the title that it is joined to."""
    for place, (first, second) in enumerate(pairwise(titles)):
        left = by_title[place]
        if not left or by_title[place + 1] or (second.definite and acts(words, second)):
            continue  # "talks with X, founder of Y, the premier said"
        if left[-1].rule not in _AHEAD and _are_joined(words, first, second):
            now = not _NOW.isdisjoint(words.low[first.end : second.head.start])
            by_title[place + 1] = [
                replace(claim, title=second, status=second.status if now else _shared(second, claim)) for claim in left
            ]


def _join_before(words: Words, titles: list[Title], by_title: list[list[Claim]]) -> None:
    """ "Premier and Foreign Minister X": the title before "and" is X's too."""
    for place in range(len(titles) - 2, -1, -1):
        first, second, right = titles[place], titles[place + 1], by_title[place + 1]
        ahead = right and right[0].rule in _AHEAD and not second.definite
        ahead = ahead and words.low[first.start] not in ("a", "an")
        ahead = ahead and not _is_told_of_another(words, first, right[0])
        if ahead and not by_title[place] and _are_joined(words, first, second):
            by_title[place] = [replace(claim, title=first, status=_shared(first, claim)) for claim in right]


def _is_told_of_another(words: Words, first: Title, claim: Claim) -> bool:
    """Whether a comma sets `first` apart from the clause's subject: "in a letter to the premier, General X asked"."""
    comma = words.low[first.end : claim.title.start] == [","]
    return comma and claim.name is not None and leads_on(words, first, claim.name)


def _shared(title: Title, claim: Claim) -> str:
    """The status of a joined title: its own, else that of the verb or of the title that it is joined to."""
    return title.status if title.status != "current" else claim.status


def _are_joined(words: Words, first: Title, second: Title) -> bool:
    if first.office.plural != second.office.plural:
        return False
    if first.countries and second.countries and first.countries[0] != second.countries[0]:
        return False
    gap = words.low[first.end : second.start]
    return len(gap) <= 3 and _JOINED.issuperset(gap)
