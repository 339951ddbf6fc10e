"""The words of a sentence that tell of what was or of what is to come, by their places. Which of them a date goes by is
told in `tense`."""

import re
from functools import cache

from pipeline.lexicon.table import rows

LOOK = 400
"""Characters to each side of the place that are looked at."""
ARTICLE = re.compile(r"\b(?:the|an?)\s\Z")
"""Before these a past form is a noun ("on the ground", "the left")."""


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(row["past"] for row in rows("irregular_verbs")) - {
        "set",
        "put",
        "cut",
        "hit",
        "let",
        "read",
        "cost",
    }


@cache
def _present_forms() -> frozenset[str]:
    regular = {"visits", "signs", "hosts", "attends", "arrives", "starts", "concludes", "votes", "travels", "opens"}
    return frozenset(regular) | {row["lemma"] + "s" for row in rows("irregular_verbs")} - {
        "says",
        "sets",
        "deals",
        "cuts",
        "means",
    }


_FUTURE = re.compile(
    r"\b(?:(?:will|shall)\shave\b(?:\s(?:\w{2,12}ly\s|been\s){0,2}\w{3,20})?|would\shave\s(?:an?|her|his|its|meetings|talks|their)\b|will|shall|won['’]t|would|going\sto|to\sbe|invitations?\sto|call(?:s|ed|ing)\sfor|"
    r"(?:is|are|be|being|now)\s(?:\w{2,12}ly\s|also\s|now\s|still\s|not\s){0,2}"
    r"(?:scheduled|set|due|slated|expected|forecast|projected|seen|planned|planning|poised|about|likely|supposed|preparing|hoping|aiming)"
    r"(?:\s(?:to|for|on|in|at)\b)?|(?:is|are)\sto\b|"
    r"expect(?:s|ed|ing)?\s(?:(?!that\b)[\w'’.-]{1,20}\s){1,6}?to\b|"
    r"(?:plans?|planned|intend(?:s|ed)?|hoped?s?|aim(?:s|ed)?|expects?|wants?|agreed|vowed|pledged|promised|decided|offered|undertook|means?)\s(?:to(?!\s(?:an?|his|its|the|their|[A-Z]\w{1,20})\b)|for)\b|"
    r"wants?\s(?:\w{2,20}\s){1,3}\w{2,14}ed\b|"
    r"(?:scheduled|slated|planned|due|set)\s(?:for|to)\b|(?:expected|likely|poised|bound|projected|forecast)\sto\b|"
    r"(?:scheduled|slated|planned|due)\son\b|upcoming|forthcoming|ahead\sof|looks?\sforward|"
    r"may|might|can|must|should|takes?\seffect|comes?\sinto|enters?\sinto|begins|opens|starts|resumes?|kicks\soff|runs|expires|ends|falls\son|"
    r"due\s(?:back|out|in|at|here))\b"
)
_ASKED = ("called for", "invitation to", "invitations to")
"""Of these the ones that are told as often by the day on which they were said."""
_PROGRESSIVE = re.compile(
    r"\b(?:is|are)\s(?:also\s)?(?!(?:being|bring|having|king|nothing|reporting|saying|something|spring|telling|thing)\b)\w{2,14}ing\b"
    r"|\bgo(?:es)?\son\s(?:sale|show|trial)\b"
)
"""What goes on or is soon to come."""
_PAST_AUX = re.compile(r"\b(?:was|were|had|did|has|have|since|ago)\b")
_BIDDEN = re.compile(
    r"\b(?:allow|ask|direct|instruct|invit|order|permit|press|request|tell|told|urg)(?:e?d|es?|s|ing)?\s(?:(?!that\b)[\w'’.-]{1,20}\s){1,6}?to\s[a-z]"
)
"""Up to what somebody is asked to do ("invited him to come in May"): the day may be that of the asking."""
_TO_HAVE = re.compile(
    r"to\shave\s(?!been\b|[a-z]{2,14}(?:ed|en|wn|ught)\b|met\b|held\b|made\b|left\b|sent\b|put\b|set\b|cut\b|had\b|begun\b|built\b|come\b|"
    r"gone\b|done\b|sold\b|told\b|won\b|lost\b|paid\b|said\b|become\b|run\b|found\b|struck\b|sunk\b|shot\b|got\b|led\b|fled\b|spent\b)"
)
"""What is to be had ("promised to have talks in May"), and not what has been."""
_WORD = re.compile(r"[^\W\d_]{3,30}")
_AFTER_VERB = re.compile(
    r"\s(?:the|a|an|his|her|its|their|to|in|on|at|with|for|from|by|that|up|down|out|off|over|into|of|and|as|it|him|them|"
    r"all|both|dozens|several|two|three|four|five|six|seven|eight|nine|ten|[A-Z\d$€£\"“]|\w{2,14}ly\b)|[,.;:]|\s?\Z"
)
_SUBJECT = re.compile(
    r"(?:\b(?:it|he|she|they|we|I|who|which)|(?!this\b|less\b|across\b)\b[a-z]{3,20}(?<!ou)s|\b[A-Z][a-z]{2,20}"
    r"|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s"
    r"(?!still\b|yet\b|now\b|most\b|best\b|well\b|once\b|long\b|much\b|first\b|last\b|then\b|already\b|also\b)"
    r"[a-z]{3,20}(?<!ly)"
    r"|(?:\b(?:[Tt]he|[Aa]n?)|['’]s)\s(?:[A-Z][a-z]{2,14}\s)?[a-z]{3,14}(?<!ly)(?<!s))\s(?:(?:also|then|later|already|since|[a-z]{2,12}ly)\s)?\Z"
)
"""What stands before a verb and not before a participle that belongs to the noun behind it."""
_PRONOUN = re.compile(r"\b(?:he|she|it|He|She|It|who|which)\s(?:also\s|now\s|then\s)?\Z")
_ONE = re.compile(
    r"(?:\b[A-Z][\w.]{1,24}|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:[A-Z][a-z]{2,14}\s)?[a-z-]{3,20}(?<!s)"
    r"|['’]s\s(?:[a-z-]{3,14}\s)?[a-z-]{3,20}(?<!s))\s\Z"
)
_OBJECT = re.compile(r"\s(?:the|an?|his|her|its|their|to|off|up)\b")
_SAYS = frozenset(
    {
        "says",
        "adds",
        "notes",
        "argues",
        "insists",
        "recalls",
        "explains",
        "claims",
        "writes",
        "tells",
        "thinks",
        "believes",
    }
)
_SCHEDULED = frozenset(
    {
        "meet",
        "visit",
        "hold",
        "sign",
        "vote",
        "gather",
        "convene",
        "arrive",
        "return",
        "travel",
        "begin",
        "start",
        "open",
        "resume",
        "reopen",
        "leave",
        "depart",
    }
)
_COMES = frozenset({"meet", "convene", "gather", "arrive", "begin", "resume", "depart", "reopen", "leave"})
"""Of those the ones that are no nouns, so that whoever does it may stand farther ahead."""
_GOES_ON = re.compile(r"(?<!leave)\s(?:again\s)?(?:in|at|for|on)\s|(?<=leave)\sfor\s")
_NO_SUBJECT = re.compile(
    r"\b(?:to|and|or|not|let|make|help|them|on|will|would|can|could|may|might|must|shall|should|did|does|do)\s\Z"
)
_SEVERAL = re.compile(
    r"(?:\b[A-Za-z][a-z]{2,20}(?<![su])s|\band\s(?:[A-Z][\w’'.-]{1,20}\s){0,2}[A-Z][a-z]{2,20}|\bthey)\s\Z"
)
_BE = re.compile(r"\b(?:be|been|being|is|are|to)\s(?:\w{2,12}ly\s)?\Z")
_BY_WHOM = re.compile(r"\sby\s(?:the|its|his|her|their|[A-Z])")
"""Behind a participle that belongs to a noun ("a delegation led by the minister"); "was" tells the past before it."""
_PLURAL = re.compile(r"\s[a-z]{3,20}(?<!s)s\b")
"""Behind a verb ahead of which an apposition ends ("the premier, a former banker, addressed lawmakers")."""
_COMPOUND = re.compile(r"\w(?<!\bco)(?<!\bre)-\Z")
"""Before a participle in a compound ("a Kenyan-led force")."""
_BASE_IN_ED = frozenset({"bleed", "breed", "exceed", "hundred", "indeed", "proceed", "speed", "succeed"})
_UNCHANGED = frozenset({"put", "set", "cut", "hit", "shut", "beat", "quit"})
"""Verbs whose past is as their base form: past before an object, unless a modal or "to" stands before."""
_AFTER_PUT = re.compile(
    r"\s(?:the|a|an|its|his|her|their|up|off|down|out|forward|in|foot|aside|back|(?i:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_MODAL_BEFORE = re.compile(r"\b(?:to|will|would|can|could|may|might|must|shall|should|not)\s(?:\w+ly\s)?\Z")
_BEFORE_ADJECTIVE = re.compile(
    r"(?:\b(?:the|a|an|of|its|his|their|this|these|newly|recently|heavily)\s|(?<!\bco)(?<!\bre)-)\Z", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Tt]hese|[Tt]hose|[Rr]ecent|[Ss]everal|[Tt]wo|[Tt]hree|air|drone|general|hunger|missile|official|price|retaliatory|rocket|state|tit-for-tat|"
    r"after|against|between|by|for|of|with)\s(?:[A-Z][a-z]{2,12}(?:n|ch|i|sh|se)\s)?\Z"
)
"""Ahead of a noun that looks like a verb of the present."""
_ADVERB = re.compile(r"(?:\b(?:also|later|then|even|once|twice)\s){1,2}\Z")
"""What may stand between a subject and its verb."""


def signs_in(text: str, low: int = 0, high: int = LOOK) -> list[tuple[int, str]]:
    """Where `text` tells of past or future between two places, in order: the place and `past`, `future` or `near`.

    No sign crosses from one clause to the next.
    """
    coming = [match.span() for match in _FUTURE.finditer(text, low, high)]
    found = [(start, "near" if text.startswith(_ASKED, start) else "future") for start, _ in coming]
    goes_on = [match.start() for match in _PROGRESSIVE.finditer(text, low, high)]
    found += [(start, "near") for start in goes_on if not _within(start, coming)]
    found += [(match.end(), "near") for match in _BIDDEN.finditer(text, low, high)]
    found += [
        (match.start(), "past")
        for match in _PAST_AUX.finditer(text, low, high)
        if not _within(match.start(), coming) and _TO_HAVE.match(text, max(0, match.start() - 3)) is None
    ]
    tensed = _tensed_forms()
    for match in _WORD.finditer(text, low, high):
        word = match[0]
        if not (word in tensed or word[-1] == "s" or word[-2:] == "ed") or _within(match.start(), coming):
            continue
        if _is_past(text, match):
            found.append((match.start(), "past"))
        elif (
            (word in _present_forms() and not _is_several(text, match.start()))
            or _are_to(text, match)
            or (word[-1] == "s" and _is_to(text, match))
        ):
            found.append((match.start(), "near"))
    return sorted(found)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return bool(spans) and any(start <= place < end for start, end in spans)


@cache
def _tensed_forms() -> frozenset[str]:
    """Words without -ed that may be a sign."""
    return _past_forms() | _present_forms() | _UNCHANGED | _SCHEDULED


def _is_several(text: str, place: int) -> bool:
    """True for the noun of "his Swedish hosts" and "air strikes", and for no verb."""
    return _COUNTED.search(text, max(0, place - 34), place) is not None


def _is_to(text: str, match: re.Match[str]) -> bool:
    """True for what one is to do, told in the present ("the company unveils a phone on Thursday")."""
    if match.group() in _SAYS or match.group().endswith(("ss", "us", "is")):
        return False
    before = text[max(0, match.start() - 32) : match.start()]
    if _PRONOUN.search(before):
        return True
    return _OBJECT.match(text, match.end()) is not None and _ONE.search(before) is not None


def _are_to(text: str, match: re.Match[str]) -> bool:
    """True for what several are to do, told in the present ("the ministers meet on Monday")."""
    place = match.start()
    if match.group() not in _SCHEDULED:
        return False
    if match.group() in _COMES and _GOES_ON.match(text, match.end()) and not _NO_SUBJECT.search(text, 0, place):
        return True
    return _SEVERAL.search(text, max(0, place - 60), place) is not None


def told_past(word: str) -> bool:
    """True for a verb's past form that cannot be its base form."""
    return word in _past_forms() or (word.endswith("ed") and len(word) > 4 and word not in _BASE_IN_ED)


def _is_past(text: str, match: re.Match[str]) -> bool:
    word = match[0]
    known = word in _past_forms() or word in _UNCHANGED
    if not known and (word[0].isupper() or not told_past(word)):
        return False
    before = _ADVERB.sub("", text[max(0, match.start() - 28) : match.start()])
    if _BE.search(before) or _BY_WHOM.match(text, match.end()):
        return False
    if word in _past_forms():
        return not (ARTICLE.search(before) or _COMPOUND.search(before))
    if word in _UNCHANGED:
        return _AFTER_PUT.match(text, match.end()) is not None and not _MODAL_BEFORE.search(before)
    if before.endswith(", ") and text.startswith(" by ", match.end()):
        return False
    if _SUBJECT.search(before):
        return True
    set_off = before.endswith(", ") and text.count(", ", 0, match.start()) > 1 and _PLURAL.match(text, match.end())
    return bool(set_off or _AFTER_VERB.match(text, match.end())) and not _BEFORE_ADJECTIVE.search(before)
