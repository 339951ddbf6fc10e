"""The story of an article before its first sentence: which countries it is of, by what it names and how often."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.extract.actors import CountryMention
from pipeline.extract.trade.story import Story, bodies
from pipeline.text.page import Page

_REPORTER = re.compile(
    r"\s(?:Agriculture|Energy) Department|\sDepartment of (?:Agriculture|Energy)|\sEnergy Information Administration|"
    r"\s(?:farm |agricultural |trade )?(?:[Ee]mbassy|[Aa]ttach[eé])\b"
)
"""Offices that reckon what others buy and grow: the state that they serve is not told of by their name."""
_LEAD = 2
"""So many sentences of an article, none shorter than `_LEAD_LENGTH`, say what it is about."""
_LEAD_LENGTH = 60


def open_story(page: Page, mentions: Sequence[CountryMention], home: str | None) -> Story:
    """The story of an article before its first sentence."""
    if any(mention.code == "RUS" for mention in mentions):
        # what is Soviet is told of as past
        mentions = [mention for mention in mentions if mention.code != "SUN"]
    codes = [mention.code for mention in mentions]
    counted = Counter(codes)
    for p in page.paragraphs:
        if p.kind == "headline":
            # one in a headline counts for three
            counted.update(2 * [m.code for m in mentions if p.char_start <= m.char_start < p.char_end])
    reporters = Counter(mention.code for mention in mentions if _REPORTER.match(page.text, mention.char_end))
    told = counted - reporters
    first = {code: place for place, code in reversed(list(enumerate(codes)))}
    spoken = {mention.code for mention in mentions if mention.kind != "place"}

    def rank(counts: Counter[str]) -> list[str]:
        return sorted(counts, key=lambda code: (code in bodies() or code not in spoken, -counts[code], first[code]))

    ranked, main = rank(counted), rank(told)
    two = set(ranked[:2]) <= told.keys() and _is_bilateral(ranked, counted)
    two = two and _both_open(ranked[:2], counted, page, mentions)
    named = {mention.code: mention.char_start for mention in reversed(mentions)}
    return Story(
        dominant=tuple(main),
        bilateral=two,
        both_named=max(named[code] for code in ranked[:2] if code != home) if two else -1,
        home=home if home in told else None,
        told_of=_one_told_of(main, told),
        text=page.text,
    )


def _one_told_of(ranked: list[str], counted: Counter[str]) -> str | None:
    if not ranked or ranked[0] in bodies():
        return None
    return ranked[0] if len(ranked) == 1 or counted[ranked[0]] >= 2 * counted[ranked[1]] else None


def _is_bilateral(ranked: list[str], counted: Counter[str]) -> bool:
    if len(ranked) < 2 or (ranked[1] in bodies() and ranked[1] != "EUE"):
        return False
    return len(ranked) == 2 or counted[ranked[2]] * 3 <= counted[ranked[1]]


def _both_open(two: list[str], counted: Counter[str], page: Page, mentions: Sequence[CountryMention]) -> bool:
    """Whether the two are named where an article says what it is about, or one nearly as often as the other."""
    if counted[two[1]] * 2 >= counted[two[0]] and two[1] not in bodies():
        return True
    body = [sentence for sentence in page.sentences if len(sentence.text) > _LEAD_LENGTH]
    end = body[min(_LEAD, len(body)) - 1].char_end if body else 0
    return set(two) <= {mention.code for mention in mentions if mention.char_start < end}
