"""Verbs behind which stands what makes no act of them: a medium or one's own house that is spoken to, a question of the
press, how somebody is left. Such a verb keeps its date, and neither of them makes a row.

A word that is no verb at all is `verbhood`'s business, one that never tells of an event the lexicon no_event_verbs'.
"""

import re

from pipeline.extract.dates.words import alternatives
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.trigger import NO_EVENT, Trigger
from pipeline.extract.events.words import base_forms
from pipeline.lexicon.table import rows

_SPEAKS = frozenset({"speak to", "speak with", "talk to", "talk with"})
_NAMES_OF_MEDIA = "|".join(
    re.escape(form)
    for form in sorted((row["form"] for row in rows("media") if row["kind"] != "photo"), key=lambda f: (-len(f), f))
)
_TO_MEDIA = re.compile(
    rf"\s(?:(?:an?|the|his|her|their|our|my)\s)?(?:(?:{_NAMES_OF_MEDIA})\b|"
    r"(?:(?!(?:and|at|in|on|after|before|about|when|while|who)\b)[\w'’.&-]{1,20}\s){0,4}?"
    r"(?:broadcasters?|channels?|correspondents?|journalists?|magazines?|media|news|newsmen|newspapers?|podcasts?|press|"
    r"[Rr]adio|reporters?|[Tt]elevision|TV)\b)(?!\s(?:attach|chief|minister|officer|secretar))"
)
"""Behind "speaking to": those who only pass it on."""
_TO_A_MATTER = re.compile(
    r"\s(?:how|that|this|what|why|(?:an?|the)\s(?:[a-z]{3,12}\s)?"
    r"(?:concerns?|facts?|idea|importance|issues?|need|point|question|reality|scale|significance|urgency|value))\b"
)
"""Behind "spoke to": what was spoken of."""
_TO_ONES_HOUSE = re.compile(
    r"\s(?:(?:an?|the|his|her|its|their|fellow|state|federal|senior)\s){0,2}(?:[A-Z][\w'’.-]{1,20}\s){0,2}"
    r"(?:lawmakers|[Pp]arliament|[Cc]ongress|[Ss]enate|[Ss]enators|deputies|legislators|legislature|MPs|Commons|Bundestag|Duma|"
    r"Knesset|Lok\sSabha|Majlis)\b"
)
"""Behind "told": those to whom one's own government answers."""
_TO_DO = re.compile(r"\s(?:(?!that\b|about\b|whether\b)[\w'’.,-]{1,20}\s){0,8}?(?:not\s)?to\s[a-z]|\sfor\s")
_QUESTION = re.compile(
    r"\s(?:(?!for\b|to\b)[\w'’.-]{1,20}\s){0,4}?(?:about|how|if|what|whether|when|where|why)\b|"
    r"\s(?:at|by|during|in|on)\s(?:(?:an?|his|her|the)\s)?(?:[\w'’-]{1,20}\s){0,3}?"
    r"(?:briefing|conference|interview|journalists?|reporters?|show)\b"
)
"""Behind "asked": what one wants to know, or the press that does."""
_ONLINE = re.compile(
    r"\s(?:(?!and\b|by\b|that\b|with\b)[\w'’-]{1,16}\s){0,4}?(?:on\s(?:(?:his|her|its|their|the|a)\s)?(?:social|X\b|Facebook|Instagram|LinkedIn|Telegram|"
    r"TikTok|Truth\sSocial|Twitter|VKontakte|WeChat|Weibo|WhatsApp|YouTube)|online)\b"
)
"""Behind "shared": where pictures and words are."""
_LEFT_SO = re.compile(
    r"\s(?:(?!and\b|for\b|in\b|on\b|to\b)[\w'’,.-]{1,20}\s){1,5}?(?:alone|behind|empty|exposed|hanging|homeless|idle|intact|isolated|jobless|open|open-ended|"
    r"powerless|reeling|stranded|struggling|uncertain|unclear|unemployed|unresolved|vulnerable|wondering)\b"
)
"""Behind "left": how somebody or something was then."""
_PICTURE = re.compile(r"\b(?:image|photo|photograph|picture|selfie|screenshot)s?\s(?:was\s|were\s)?\Z")
"""Ahead of "taken": nobody else's act."""
_WHAT = re.compile(r"\b[Ww]hat\s(?:(?!is\b|was\b|are\b)[\w'’.-]{1,20}\s){1,6}\Z")
"""Ahead of "called": a name for a thing ("what he once called his “tours of peace”")."""
_A_THING = re.compile(r"\ban?\s(?:(?!and\b|but\b|had\b|has\b|later\b|to\b|was\b|who\b)[a-z-]{2,16}\s){1,5}\Z")
_A_NAME = re.compile(r"\s(?:the\s)?[“\"‘']?[A-Z]")
"""Around "called": a thing and its name ("planted a kind of rice called the Blue Pearl in May")."""
_INFORMS = re.compile(
    r"\s(?:(?:an?|the|any|few|further|little|more|no|some)\s)?(?:[a-z-]{3,14}\s)?"
    r"(?:breakdown|clues?|data|details|estimates?|evidence|figures|glimpse|information|insights?|overview|proof|summary|timeline)\b"
)
"""Behind "provided": what is only told."""
_ITS_PLACE = re.compile(
    r"\s(?:(?:his|her|its|their|the)\s)(?:[a-z-]{3,14}\s)?(?:career|face|jobs?|marriage|presidency|seat|skin)\b"
)
"""Behind "save": one's own post."""
_A_ROLE = re.compile(
    r"\s(?:(?:an?|its|his|her|the|their|no)\s)?(?:(?!in\b|on\b|with\b)[\w'’-]{1,20}\s){0,4}?(?:hand|parts?|peacemaker|roles?)\b"
)
"""Behind "played"."""
_PLAYS = frozenset({"play", "played", "playing", "plays"})
_ENDS = frozenset({"close", "conclude", "end", "finish"})
_A_TIME = re.compile(
    r"\s(?:the\s)?(?:(?:first|second|third|fourth|financial|fiscal|trading)\s)?(?:(?:1[89]|20)\d\d\b|"
    r"(?:decade|half|month|quarter|season|week|year)\b)(?!['’-])"
)
"""Behind a verb of ending: how somebody stood when that time was over ("ended 1996 with a deficit")."""
_PERIOD = re.compile(
    r"(?<!last\s)(?<!next\s)(?<!this\s)\b(?:year|quarter|half|months?|weeks?|season|semester|fiscal)(?:\s\d{4}(?:[-/–]\d{2,4})?)?(?:\s\(?\d{4}(?:[-/–]\d{2,4})?\)?)?,?\s"
    r"(?:(?:that|which)\s)?(?:(?:had|just|was|were|will|would)\s){0,2}\Z"
)
_ITS_BOUND = re.compile(
    rf"\s(?:(?:at|in|last|on|this|with)\s)?(?:the\s)?(?:end[\s-](?:of\s)?|early[\s-]|late[\s-]|mid[\s-]|{alternatives('month')}\b|\d)"
)
"""Around a verb of beginning and ending: what is no act but a stretch of time, and its first or last day."""
_BOUNDS = frozenset(
    {"begin", "began", "close", "closed", "end", "ended", "finish", "finished", "ran", "run", "start", "started"}
)
_REVERSED = re.compile(
    r"\s(?:an?|the|its|their|last|this)?\s?(?:[\w'’-]{1,20}\s){0,3}?(?:declines?|drops?|falls?|gains?|growth|losses|rises?|slide|slump|trend)\b"
)
"""Behind "reversed": how a figure had moved."""
_RANKED = re.compile(
    r"\s(?:(?!and\b|but\b|after\b|when\b)[\w'’-]{1,20}\s){0,4}?(?:biggest|busiest|fastest-growing|largest|leading|main|most\s[a-z]{5,12}|number\sone|(?:second|third|fourth|fifth)-(?:biggest|largest)|sole|top)\s"
    r"(?:[\w'’-]{1,20}\s){0,3}?(?:buyers?|consumers?|creditors?|customers?|destinations?|economy|economies|export(?:er|s)?s?|import(?:er|s)?s?|investors?|lenders?|markets?|"
    r"partners?|producers?|sellers?|sources?|suppliers?|traders?)\b"
)
"""Behind "became": a place in a ranking."""
_SUMS = frozenset({"billion", "hundred", "million", "thousand", "trillion"})
THINGS = frozenset({"burst", "cut", "hit", "split"})
"""Pasts that are nouns too."""
_TAKES = frozenset({"dealt", "suffered", "take", "taken", "takes", "taking", "took"})
MONIES = frozenset({"crowns", "marks", "pounds", "won"})
"""Currencies that are verbs too."""


_NONE_BEFORE = {
    "provide": _INFORMS, "reverse": _REVERSED, "save": _ITS_PLACE, "share": _ONLINE, **dict.fromkeys(_ENDS, _A_TIME),
    "became": _RANKED, "become": _RANKED
}  # fmt: skip
"""Verbs, and behind each what makes no act of it."""


def is_no_act(sentence: str, trigger: Trigger) -> bool:
    """True for a verb that its object, or the words behind it, make no act of."""
    lemma, end = trigger.lemma, trigger.end
    if trigger.event_type == NO_EVENT:
        return True
    if lemma in _SPEAKS:
        if _TO_MEDIA.match(sentence, end) is not None:
            return True
        return lemma == "speak to" and _TO_A_MATTER.match(sentence, end) is not None
    if lemma == "tell":
        return trigger.event_type == "CONSULT" and _TO_ONES_HOUSE.match(sentence, end) is not None
    if lemma in _BOUNDS and _bounds_a_time(sentence, trigger):
        return True
    if lemma in _NONE_BEFORE:
        return not trigger.passive and _NONE_BEFORE[lemma].match(sentence, end) is not None
    if lemma == "take":
        return _PICTURE.search(sentence, max(0, trigger.start - 24), trigger.start) is not None
    if lemma == "leave":
        return trigger.passive or _LEFT_SO.match(sentence, end) is not None
    if lemma == "ask":
        return _QUESTION.match(sentence, end) is not None and _TO_DO.match(sentence, end) is None
    return False


def _bounds_a_time(sentence: str, trigger: Trigger) -> bool:
    """True for the "ended" of "the fiscal year ended June 30"."""
    if _ITS_BOUND.match(sentence, trigger.end) is None:
        return False
    return _PERIOD.search(sentence, max(0, trigger.start - 50), trigger.start) is not None


def is_to_media(sentence: str, end: int) -> bool:
    """True where those stand behind `end` who only pass on what is said."""
    return _TO_MEDIA.match(sentence, end) is not None


def is_no_verb(sentence: str, tokens: Tokens, at: int, lemma: str) -> bool:
    """True for a word that only helps another verb, gives a name or is a currency."""
    if tokens.lowers[at] == "left":
        return stands_left(tokens, at)
    if tokens.lowers[at] in THINGS:
        return is_thing(tokens, at)
    if lemma == "play":
        return is_role(sentence, tokens, at)
    return _only_helps(tokens, at, lemma) or only_names(sentence, tokens.starts[at], lemma) or is_money(tokens, at)


def is_thing(tokens: Tokens, at: int) -> bool:
    """True for the noun of "took a heavy hit" and "was a sharp cut"."""
    if at < 3 or tokens.lowers[at - 2] not in ("a", "an"):
        return False
    return tokens.lowers[at - 3] in word_class("be") or tokens.lowers[at - 3] in _TAKES


def stands_left(tokens: Tokens, at: int) -> bool:
    """True for the "left" of who stands where in a picture ("Ana Pop (left)", "Ana Pop, left, and …")."""
    before, behind = tokens.gaps[at], tokens.gaps[at + 1]
    return behind.startswith(")") or (behind.startswith(",") and before.startswith(","))


def is_role(sentence: str, tokens: Tokens, at: int) -> bool:
    """True for the "played" of "played a crucial role"."""
    return tokens.lowers[at] in _PLAYS and _A_ROLE.match(sentence, tokens.ends[at]) is not None


def _only_helps(tokens: Tokens, at: int, lemma: str) -> bool:
    """True for the "going to" of "is going to face"."""
    if lemma != "go to" or tokens.lowers[at] != "going" or at + 2 >= len(tokens.lowers):
        return False
    return tokens.lowers[at + 2] in base_forms() and not tokens.upper(at + 2)


def only_names(sentence: str, start: int, lemma: str) -> bool:
    """True for the "called" of "what he once called his “tours of peace”" and of "a rice called the Blue Pearl"."""
    if lemma != "call" or not sentence.startswith("called", start):
        return False
    if _WHAT.search(sentence, max(0, start - 60), start) is not None:
        return True
    named = _A_NAME.match(sentence, start + len("called")) is not None
    return named and _A_THING.search(sentence, max(0, start - 80), start) is not None


def is_money(tokens: Tokens, at: int) -> bool:
    """True for the "won" of "25 billion won" and the "pounds" of "5,000 pounds"; that of "in 2016 won" is a verb."""
    if tokens.lowers[at] not in MONIES or at == 0:
        return False
    gap = tokens.gaps[at].strip()
    if not gap:
        return tokens.lowers[at - 1] in _SUMS
    return (
        len(gap) > 2 and gap[-1:].isdigit() and not (len(gap) == 4 and gap.isdigit() and gap[:2] in ("18", "19", "20"))
    )
