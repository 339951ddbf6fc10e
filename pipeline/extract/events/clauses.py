"""The clauses that a sentence falls into: spans within which a date, a verb and its actors belong together."""

import re

from pipeline.extract.events.tokens import tokenize
from pipeline.extract.inflection import finite_words

_BREAK = re.compile(
    # one set of signs first: a pattern that begins so is searched for thrice as fast as alternatives are
    r"[;:,\s-](?:"
    # by first letters: an alternative that begins with a letter is passed over at once where another stands
    r"(?<=\s)(?=[–—abdfijostuw])(?:[–—]\s|"
    r"a(?:t\swhich|fter(?:\swhich)?|lthough|mid|ccording\sto|s\spart\sof|head\sof)\s|"
    r"b(?:ecause|efore|ut(?<!\sall\sbut)(?<!nothing\sbut))\s|d(?:uring\swhich|espite)\s|"
    r"following(?<!the\sfollowing)\s|just\sas(?=\s(?:[A-Z]|the\s|its\s|his\s|it\s|he\s|she\s|they\s))\s|in\s(?:which|line\swith)\s|on\swhich\s|u(?:nder|pon)\swhich\s|"
    r"wh(?:ile|ereas|ich|om?|ere|en)\s|though\s|"
    r"since(?=\s(?:[a-z]{2,14}ing|(?:civil\s)?(?:clashes|hostilities|protests|riots|unrest|violence|war)\s(?:began|broke|erupted|flared|started)|[hH]e|[sS]he|it|they|the|an?|its|his|her|their|"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]{0,6}\b)[A-Z][\w’'-]{1,20})\s)\s|"
    r"that(?!\s(?:same\s)?(?:year|month|week|day|summer|autumn|winter|spring|evening|morning|afternoon|night|date|weekend|"
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]{0,6}\b))\s)|"
    r"(?<!\s)(?:(?<=[;:])\s|(?<=-)-|(?<=\s-)\s|"
    r"(?<=,)(?:[\"”]\s(?:and|but|while)\s|\s(?:a(?:fter|gainst|t)|by|during|f(?:or|rom)|in|o[fn]|t(?:hrough|o)|u(?:nder|pon)|with)\swh(?:ich|om|ose)\s|"
    r"\s(?:and|but|while|which|who|whom|whose|where|when|after|before|as|although|though|whereas|whereupon|because|so|yet|or)\s)))"
)
_OPENERS = frozenset(
    {"according", "after", "ahead", "although", "amid", "as", "at", "because", "before", "but", "despite", "during",
     "following", "in", "just", "on", "since", "that", "though", "under", "upon", "when", "where", "whereas", "which",
     "while", "who", "whom", "–", "—"}
)  # fmt: skip
"""What stands between blanks where a clause begins behind the first of them."""
_QUOTES = frozenset('"”')
_CLOSERS = frozenset(",;:") | _QUOTES
_QUOTED = (',"', ",”")
_OPENING_CLAUSE = re.compile(
    r"\W{0,3}(?:After|Although|As|Because|Before|Even\s(?:as|if|though)|Just\sas|Once|Since|Though|Whereas|While|When)\s"
)
_OPENING = re.compile(
    r"\W{0,3}(?=[ABDEFJOPSTW])(?:After|Ahead\sof|Although|Amid|As|Because|Before|Besides|Despite|During|Even\s(?:as|if|though)|Following|"
    r"Just\sas|Once|Prior\sto|Since|Though|Whereas|While|When)\s"
)
"""The same, and phrases that open a sentence."""
_SUBJECT = re.compile(r",\s(?:an?|both|he|her|his|it|its|she|the|their|they|[A-Z][\w.’'-]{0,30})\s?(?=[\w,])")
"""What begins behind a comma where a main clause does."""
_WORD = re.compile(r"[\w’'-]+")
_COORDINATED = re.compile(r"(?:,\s|\s)(?:and|then|or)\s(?:was\s|were\s)?(?:then\s|also\s|later\s|\w{2,12}ly\s)?\Z")


def clause_bounds(sentence: str) -> list[tuple[int, int]]:
    """The clauses as spans of `sentence`, in order; the word that opens a clause is part of it."""
    starts = [0, *_breaks(sentence)]
    ends = [*starts[1:], len(sentence)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if sentence[start:end].strip()]


def _breaks(sentence: str) -> list[int]:
    """Where clauses begin behind the first, as `_BREAK` finds them. It is tried at words and signs alone with which a
    break may begin: at each blank it takes five times as long."""
    if not sentence.isprintable() or "--" in sentence:
        return [match.start() for match in _BREAK.finditer(sentence)]
    found = list[int]()
    at = free = 0
    for chunk in sentence.split(" "):
        behind = at + len(chunk)
        if chunk in _OPENERS or chunk == "-":
            free = _try(sentence, at if chunk == "-" else at - 1, free, found)
        elif chunk and chunk[-1] in _CLOSERS:
            quoted = chunk[-1] in _QUOTES
            if not quoted or chunk.endswith(_QUOTED):
                free = _try(sentence, behind - 1 - quoted, free, found)
        at = behind + 1
    return found


def _try(sentence: str, at: int, free: int, found: list[int]) -> int:
    """Note a break at `at`, if there is one and none before reaches so far; how far they reach."""
    match = _BREAK.match(sentence, at) if at >= free else None
    if match is None:
        return free
    found.append(at)
    return match.end()


def clause_at(bounds: list[tuple[int, int]], offset: int) -> int:
    """Index of the clause that holds `offset`."""
    for at, (_, end) in enumerate(bounds):
        if offset < end:
            return at
    return len(bounds) - 1


def main_from(sentence: str, at: int) -> int:
    """Where the main clause begins that holds `at`, behind a clause that opens the sentence ("While Chad hailed it,
    Oman on Monday …"); 0 where none does."""
    if _OPENING_CLAUSE.match(sentence) is None:
        return 0
    for subject in _SUBJECT.finditer(sentence, 0, at):
        if not finite_words().isdisjoint(tokenize(sentence[: subject.start()]).lowers[1:]):
            listed = sentence.find(" and ", subject.end(), at) >= 0
            return 0 if listed else subject.start()
    return 0


def opening_ends(sentence: str, at: int) -> tuple[int, int]:
    """Where the clause ends that opens the sentence and holds `at` ("After Chad held a vote in May, Oman sent …"), and
    where the verb of the main one behind it stands; (0, 0) where there is no such clause."""
    comma = sentence.find(", ", at)
    if comma < 0 or _OPENING.match(sentence) is None or main_from(sentence, at):
        return 0, 0
    while comma >= 0:
        behind = sentence.find(", ", comma + 2)
        for word in _WORD.finditer(sentence, comma, len(sentence) if behind < 0 else behind):
            if word.group() in finite_words():
                return comma, word.start()
        comma = behind
    return 0, 0


def between_dashes(sentence: str, at: int, bounds: list[tuple[int, int]]) -> bool:
    """True where the clause at `at` is an aside between two dashes ("On Monday Chad – a poor state – signed …")."""
    if at + 1 >= len(bounds):
        return False
    low, behind = bounds[at][0], bounds[at + 1][0]
    dash = sentence[low : low + 3].strip()[:1]
    return dash in ("-", "–", "—") and sentence[behind : behind + 3].strip()[:1] == dash


def coordinated(sentence: str, start: int) -> bool:
    """True where the word at `start` follows "and": a second predicate of the same subject."""
    return _COORDINATED.search(sentence[max(0, start - 30) : start]) is not None


def in_quotation(text: str, at: int) -> bool:
    """True where a quotation that has begun before `at` has not ended there."""
    return text.count('"', 0, at) % 2 == 1 or text.rfind("“", 0, at) > text.rfind("”", 0, at)
