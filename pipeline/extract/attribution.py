"""Whether a date belongs to a clause that only attributes ("KCNA said Tuesday", "according to the ministry on Monday").

What is said, and whether saying it is an act of its own, is for the extractors to decide.
"""

import re
from functools import lru_cache

from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.text.patterns import one_of

_SAYS = frozenset(
    {"said", "says", "saying", "reported", "reports", "report", "told", "added", "noted", "wrote", "stated", "cited",
     "quoted", "disclosed", "tweeted", "posted", "explained", "commented", "remarked", "showed", "shows", "showing",
     "revealed", "confirmed", "informed", "claiming"}
)  # fmt: skip
_PUBLISHES = frozenset(
    {"published", "released", "issued", "carried", "obtained", "seen", "broadcast", "aired", "printed", "posted"}
)
_COMES_OUT = _PUBLISHES | {"distributed", "circulated", "leaked"}
_REACHES = frozenset({"available", "received"})
_TOLD_BY = frozenset({"disclosed", "reported", "revealed"})
_SIGNS = _SAYS | _PUBLISHES | _REACHES | {"according", "announced", "made"}
"""A sentence with none of these words attributes nothing."""
_BEFORE = re.compile(
    rf"\b(?:{one_of(_SAYS)}|according\sto|(?P<opens>According\sto))\b(?P<between>(?:\s[\w'’.,()&/-]++){{0,14}}?)\s?"
    r"(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z"
)
_TOLD_OFFICIALS = re.compile(
    r"\b(?:told|informed)\s(?:(?!news\b|press\b|regular\b|media\b)[\w'’.-]{1,20}\s){0,4}?(?:officials|leaders|allies|partners|[Aa]mbassador|counterpart|"
    r"[Mm]inister|delegation|envoys?|[Pp]resident|lawmakers|[Pp]arliament|[Cc]ongress|[Ss]enate|[Aa]ssembly|[Cc]ourt|[Cc]ouncil|[Cc]ommittee|[Cc]ommission|conference|summit|forum|"
    r"deputies|legislators|MPs|judges|Nations|Bundestag|Duma|Knesset|Lok\sSabha|Majlis)\b"
)
"""Told to those who decide or to whom it is addressed: what is said so is an act."""
_QUOTED = re.compile(r",[\"”]\s[^,;]{2,60}\Z")
"""Behind what was quoted telling only attributes it."""
_TOLD_LAST = re.compile(r",\s[^,;:]{2,100}\Z")
"""Ahead of telling that ends its sentence, behind what was told."""
_TO_DO = re.compile(r",?\s(?:not\s)?to\s(?!the\b|an?\b|its\b|his\b|her\b|their\b)[a-z]")
_TOLD = re.compile(r"\btold\s(?:[\w'’.-]{1,20}\s){1,6}(?:(?:late|early|earlier)\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z")
"""Told to do something: "told Russia on Wednesday to withdraw"."""
_TRAILING = re.compile(r",\s[^,;]{2,80},?\sannounced\s(?:late\s|early\s)?(?:on\s)?\Z")
_ANNOUNCED = re.compile(r"\bannounced\s(?:late\s|early\s)?(?:on\s)?\Z")
_REMARKED = re.compile(
    r"\bmade\s(?:the|his|her|their|these|those)\s(?:assertions?|comments?|observations?|remarks?|statements?)\s(?:[\w'’.,-]{1,20}\s){0,6}?\Z"
)
"""What was said, by its name: "made the remarks on Wednesday during an interview"."""
_CITING = re.compile(r",?\s(?:citing|quoting)\b")
_PUBLISHED = re.compile(
    r"\b(?:figures?|data|statistics|reports?|results|survey|study|statement|poll|documents?|numbers?|bulletin|index|"
    r"estimates?|reviews?|inquiry|assessments?|interview|article|commentary|video|photos?|pictures?|transcript|list|findings|minutes|tables?|remarks|comments|speech|letter|message|version|edition)\b"
    rf"(?:\s[\w'’.,-]+){{0,6}}?\s(?:{one_of(_PUBLISHES)})\b(?:\s[\w'’.-]+){{0,5}}?"
    r"\s?(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z"
    r"|\b[Aa]ccording\sto\s(?:an?|the|its|his|her|their)\s(?:[\w'’-]{2,20}\s){1,5}?"
    rf"(?:{one_of(_COMES_OUT)})(?:\s[\w'’.-]{{1,20}}){{0,10}}?\s?"
    r"(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?(?:late\s|early\s)?\Z"
    r"|\b(?:communiqu[eé]|dispatch|e-?mail|releases?|statements?)\b(?:\s[\w'’.,-]+){0,9}?\s(?:received|made\savailable)\b"
    r"(?:\s[\w'’.-]+){0,6}?\s?(?:late\s|early\s|earlier\s)?(?:on\s|in\s)?\Z"
)
"""A source that came out on the day ("figures published on Monday"): it attributes what the sentence tells."""
_CAME_OUT = re.compile(
    rf"[a-z]\s(?:{one_of(_PUBLISHES)})(?:\sby\s(?:[\w'’.-]{{1,20}}\s){{0,5}}?[\w'’.-]{{1,20}})?\s(?:late\s|early\s)?(?:on\s|in\s)?\Z"
)
_SAYS_SO = re.compile(
    r",?\s(?:also\s)?(?:finds?|found|indicated?s?|puts?|reveals?|revealed|said|says|showed|shows|suggest(?:s|ed)|warn(?:s|ed))\s"
)
"""Around the day of a source, whatever it is: "guidance released on Friday says that …"."""
_SOURCES = frozenset({"data", "documents", "figures", "filings", "records", "statistics", "survey"})
_SOURCE = re.compile(rf"\b(?:{one_of(_SOURCES)})\s(?:late\s|early\s)?(?:on\s)?\Z")
_SHOWED = re.compile(r"\s(?:also\s)?(?:indicated|revealed|showed|suggested)\b")
"""Around the day of a source that is named: "court documents on Wednesday showed"."""
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are)\s")
"""Its coming out is told: "the letter was published on Monday"."""
_OTHER_VERB = re.compile(r"\b(?:that|will|would|had|has|have|was|were|is|are|to|and|but|which|who|after|when|while)\b")
_AND_NAME = re.compile(r"\sand\s(?=(?:[Tt]he\s)?[A-Z]|[a-z]{3,14}\s(?:minister|ministry|secretary|department)\b)")
"""Within an office or between two speakers ("said the Minister of Trade and Industry on Monday")."""
_WAS_REPORTED = re.compile(r"(?<!\b[Ii]t)\s(?:was|were|been)\s(?:[a-z]{2,12}\s){0,2}\Z")
"""Ahead of "reported": what was reported is told of ("clashes were reported on Monday")."""
_REPORTED_BY = re.compile(
    r"\s(?:was|were|been)\s(?:[a-z]{2,12}\s){0,2}(?:disclosed|reported|revealed)\sby\s(?:[\w'’.,-]{1,20}\s){0,4}?"
    r"(?:agency|agencies|broadcasters?|channels?|daily|magazine|media|newspapers?|outlets?|paper|press|radio|television)\b[^;:]{0,60}?,?\s?(?:late\s|early\s)?(?:on\s)?\Z"
)
"""Ahead of the day on which the press told of it: that of what it told of is another."""
_WHO_DID = re.compile(r"\s(?:it|they|he|she|we)(?:\shad|\shas|\salso)?")
_DID_TO = re.compile(r"\s[a-z]{3,14}ed\s(?:her|him|it|its|them|us|his|their)\b")
"""What somebody is said to have done, by a verb that need not be known."""
_SAID_TO = ("confirmed ", "disclosed ", "explained ", "revealed ", "said ")
_TO_WHOM = re.compile(
    r"\A\sto\s(?:(?:the|a|an|local|state|foreign)\s){0,2}(?=[A-Z]|agenc|correspondent|journalist|media|news|press|radio|reporter|television)"
)
"""Behind a saying: to whom ("confirmed to the Gazette on Tuesday")."""
_WENT = re.compile(
    r"\s(?:also\s)?(?:amounted|are|averaged|climbed|could|declined|decreased|dropped|edged|exceeded|expanded|fell|grew|"
    r"ha(?:d|s|ve)|hit|increased|is|jumped|may|might|plunged|reached|rebounded|rose|shrank|should|slipped|slumped|soared|"
    r"stood|surged|swelled|topped|totall?ed|was|were|widened|will|would)\b"
)
"""Behind the date the verb of what is said, which so begins ahead of the date ("said sales in July increased")."""
_LOOK = 120
_SMALL = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "of", "in", "on", "by", "with", "newly", "recently"}
)


@lru_cache(maxsize=64)
def is_attribution(sentence: str, start: int, end: int) -> bool:
    """True where the expression at `sentence[start:end]` dates a saying and not what is said.

    The last answers are kept: dates, events and figures of an article ask the same.
    """
    words = vocabulary(sentence)
    if _SIGNS.isdisjoint(words):
        return False
    if sentence.startswith(("'s ", "’s "), end):
        return False  # "said last week's talks had failed"
    before = sentence[max(0, start - _LOOK) : start]
    if "announced" in words and _announces(sentence, before, end):
        return True
    if "made" in words and _REMARKED.search(before) is not None:
        return True
    if ("told" in words or "informed" in words) and _is_told_as_act(sentence, before, end):
        return False
    if "by" in words and not _TOLD_BY.isdisjoint(words) and _REPORTED_BY.search(before):
        return True
    source = None if _COMES_OUT.isdisjoint(words) and _REACHES.isdisjoint(words) else _PUBLISHED.search(before)
    if source is not None and not _PASSIVE.search(source.group()):
        return True
    if not _PUBLISHES.isdisjoint(words) and _SAYS_SO.match(sentence, end) and _CAME_OUT.search(before):
        return True
    if not _SOURCES.isdisjoint(words) and _SHOWED.match(sentence, end) and _SOURCE.search(before):
        return True
    return _says(before) and _WENT.match(sentence, end) is None


def _announces(sentence: str, before: str, end: int) -> bool:
    """True where "announced" ends the sentence behind what it tells, or a source follows ("announced … citing …")."""
    if _CITING.match(sentence, end) is not None:
        return _ANNOUNCED.search(before) is not None
    return _TRAILING.search(before) is not None and not sentence[end:].strip(" .")


def _is_told_as_act(sentence: str, before: str, end: int) -> bool:
    """True where telling is an act: to those who decide, or to do something."""
    told = _TOLD_OFFICIALS.search(before)
    if told is not None:
        if _QUOTED.search(before, 0, told.start()) is not None:
            return False
        return sentence[end:].strip(' ."”') != "" or _TOLD_LAST.search(before, 0, told.start()) is None
    return _TO_DO.match(sentence, end) is not None and _TOLD.search(before) is not None


def _says(before: str) -> bool:
    """True where the words `before` an expression end with a saying that it dates; of two the last may be it ("data
    posted on its website showed")."""
    match = _BEFORE.search(before)
    while match is not None:
        if _is_dated(match, before):
            return True
        match = _BEFORE.search(before, match.start() + 1)
    return False


def _is_dated(match: re.Match[str], before: str) -> bool:
    """True where no verb of its own stands between the saying and what dates it."""
    if match.group().startswith("reported ") and _WAS_REPORTED.search(before, 0, match.start()):
        return False
    told = match.group().startswith(_SAID_TO)
    between = _TO_WHOM.sub("", match["between"]) if told else match["between"]
    if _OTHER_VERB.search(_AND_NAME.sub(" ", between) if " and " in between else between):
        return False
    if match["opens"] and "," in match["between"]:
        return False  # "According to the agency, last month the envoys met": the source stands apart
    if _WHO_DID.fullmatch(match["between"]) is not None:
        return False  # "said it yesterday reached a deal"
    if "ed " in match["between"] and _DID_TO.search(match["between"]):
        return False  # "said the envoy contacted her on Monday"
    words = match["between"].split()
    return not any(word in finite_words() and words[at - 1] not in _SMALL for at, word in enumerate(words) if at)
