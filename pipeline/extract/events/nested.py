"""Names that stand deep inside what an act is about: the goods' origin, the treaty's third member, the state that a
statement is on. Where a clause names three or more, those take no part in the act.

Names that only say where or by whom reported are `asides`' business, reasons `attributes`'.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.subjects import Frame
from pipeline.extract.events.trigger import Trigger
from pipeline.text.parts import holds_any

_PAIR = 2
_LISTED = re.compile(
    r"(?:['’]s?|-[a-z]+)?(?:\s[\w.'’-]{1,20}){0,5}?(?:,\s|,?\s(?:and|or|with|plus)\s|,?\sas\swell\sas\s)"
    r"(?:(?:with|to|from|the|an?|his|her|its|their|visiting|[a-z]+ly|both|then)\s){0,3}(?:[A-Z][\w.-]{1,20}\s){0,3}|\s|-|['’]s?\s"
)
"""Between two of one list."""
_ON = r"on(?!\s(?:a\s(?:aircraft|bus|flight|plane|ship|train|vessel)\b|[A-Z][a-z]{2,5}day\b|(?:[A-Z][a-z]{2,8}\s)?\d))"
"""A topic, and neither a day nor a ship."""
_CLAUSES = (
    r"about|after|aimed|amid|because|before|concerning|despite|during|for|how|if|over|regarding|since|that|unless|until|when|where|"
    r"whereby|whether|which|while|who|why|to\s(?!(?:the|an?|its|his|her|their|both|all)\b)[a-z]{2,16}|"
    r"(?!during|including)[a-z]{2,14}ing|(?:[a-z]{2,14}(?:ed|ld|nt)|made|run|taken)\s(?:jointly\s|together\s)?(?:by|in|on|to|with)"
)
_TELLS_ELSE = re.compile(rf"\b(?:{_CLAUSES})\s")
"""Behind which a phrase tells of something else than the act."""
_NESTS = re.compile(rf"\b(?:{_CLAUSES}|{_ON}|as|at|from|into|like|through|towards?|under|via|without)\s")
"""The same behind an object."""
_MEETS = re.compile(
    r"\b(?:consultations|dinner|drills?|exercises?|lunch|meeting|meetings|negotiations|summit|talks)\swith\s(?:[\w'’-]{1,20}\s){0,3}\Z"
)
"""Ahead of one more with whom one meets."""
_BORDER = re.compile(r"(?:-[A-Z]\w{2,20})?\s(?:border|boundary|frontier|route)\b")
_MEMBERSHIP = re.compile(
    r"\b(?:accession|admission|admittance|application|bid|candidacy|entry|joining|membership|seat)\s(?:at|for|in|into|of|to|to\sjoin)?\s?(?:the\s)?\Z"
)
"""Ahead of a body that is to be joined."""
_TALKED_OF = frozenset({"discuss", "debate", "review", "touch on", "talk about"})
"""Verbs whose object is what they talk of."""
_QUOTED = ('"', "”")
_WITH = re.compile(r"\swith\s(?:[\w'’-]{1,20}\s){0,4}\Z")
_OF_WHAT = re.compile(
    r"\b(?:about|against|for|from|in(?!\s(?:[a-z]+ion|alliance|concert|partnership|tandem)\b)|into|of|on|over|to|towards?)\s"
    r"(?:[\w'’-]{1,20}\s){0,3}\Z"
)
"""Behind a subject, ahead of what only describes it ("Mali's objection to Nato's plan")."""


def without_nested(
    sentence: str,
    trigger: Trigger,
    frame: Frame,
    named: tuple[list[str], list[str]],
    actors: tuple[Sequence[Actor], Sequence[Actor]],
    pair: Sequence[str],
) -> tuple[list[str], list[str]]:
    """The states `named` ahead of the verb, or whose act it borrows, and behind it, three or more, without what stands
    deep inside a phrase; `actors` are all of the sentence and the objects. The story's own `pair` stays."""
    left, right = named
    if len({*left, *right}) <= _PAIR:
        return named
    acting, objects = actors
    ahead = [a for a in acting if frame.low <= a.start < frame.subject_end and a.code in left]
    first = _subjects(sentence, ahead, left, pair)
    known = set(first)
    kept: list[Actor] = []
    end = trigger.end
    for actor in _without_topic(sentence, trigger, first, [a for a in objects if a.code in right]):
        new = actor.code not in known
        if new and len(known) >= _PAIR and actor.code not in pair and _is_nested(sentence, end, actor, bool(kept)):
            continue
        known.add(actor.code)
        kept.append(actor)
        end = actor.end
    return first, [actor.code for actor in kept]


def _is_nested(sentence: str, end: int, actor: Actor, listed: bool) -> bool:
    """True for a name behind a word that governs it, and, where an object ends at `end` (`listed`), not in one list
    with that."""
    if _MEETS.search(sentence, end, actor.start):
        return False
    if sentence.startswith("-", actor.start - 1) and _BORDER.match(sentence, actor.end):
        return True
    if listed and _LISTED.fullmatch(sentence, end, actor.start):
        with_it = sentence.endswith((" with ", " with the "), 0, actor.start)
        return with_it and _TELLS_ELSE.search(sentence, end, actor.start) is not None
    if _BORDER.match(sentence, actor.end) or _MEMBERSHIP.search(sentence, end, actor.start):
        return True
    return (_NESTS if listed else _TELLS_ELSE).search(sentence, end, actor.start) is not None


def _subjects(sentence: str, ahead: Sequence[Actor], left: list[str], pair: Sequence[str]) -> list[str]:
    """The states of `left` without those that, of the names `ahead` of the verb, only describe its subject."""
    kept: list[Actor] = []
    aside: set[str] = set()
    for actor in ahead:
        if kept and actor.code not in pair and actor.code not in {other.code for other in kept}:
            between = sentence[kept[-1].end : actor.start]
            if actor.code in aside or (_OF_WHAT.search(between) and not _LISTED.fullmatch(between)):
                aside.add(actor.code)
                continue
        kept.append(actor)
    return [code for code in left if code not in aside]


def _without_topic(sentence: str, trigger: Trigger, ahead: list[str], behind: Sequence[Actor]) -> Sequence[Actor]:
    """Those `behind` a verb of talking who are talked with, where it is told ("discussed Iraq with Jordan's king");
    none of them where several talk who are named `ahead`."""
    if trigger.lemma not in _TALKED_OF:
        return behind
    partner = next((a for a in behind if _WITH.search(sentence, trigger.end, a.start)), None)
    if partner is None and len(set(ahead)) >= _PAIR and trigger.pos == "verb":
        return [actor for actor in behind if holds_any(sentence[trigger.end : actor.start], _QUOTED)]
    return behind if partner is None else [actor for actor in behind if actor.start >= partner.start]
