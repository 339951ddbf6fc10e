"""Who acts where a phrase with names of its own stands ahead of the subject: "In a letter to Peru's premier on Monday,
Oman's king blamed …". The subject acts; whom the phrase names is acted upon, unless the verb has its object.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.subjects import Frame
from pipeline.extract.events.trigger import Trigger

_PHRASE = re.compile(
    r"\W{0,3}(?:(?:[Aa]fter|[Aa]longside|[Aa]t|[Dd]uring|[Ff]ollowing|[Ii]n|[Oo]n)\s(?:an?|his|her|its|their|the|talks|discussions|a\sseries)\b|"
    r"(?:After|At|During|Following|In)\s(?:discussions|negotiations|talks)\b|(?:[Aa]ddressing|[Mm]eeting|[Ss]peaking|[Ss]tanding)\b)"
    r"[^,;:“”\"]{3,110}(?:,\s(?:19|20)\d\d)?,\s(?!and\b|or\b|which\b|who\b|where\b|when\b)"
)
"""What stands ahead of a subject and its comma."""
_OPENS = re.compile(
    r"[\s“\"]{0,3}(?:(?:[Aa]fter|[Bb]efore|[Ss]ince|[Uu]pon|[Ww]hen|[Ww]hile|On|By|In)\s(?:first\s|again\s)?)?"
)
"""What a gerund may have ahead of it where it opens the clause."""
_LISTED = (", ", " and ", ", and ")
_SUBJECT = 60
"""Characters behind the comma within which the subject stands."""
_REACH = 160
"""Characters behind the phrase within which the main verb stands."""


def behind_phrase(
    sentence: str,
    frame: Frame,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    acting: Sequence[Actor],
    named: tuple[list[str], list[str]],
) -> tuple[list[str], list[str]]:
    """The states `named` ahead of the trigger and behind it, the subject's first where a phrase stands ahead of it."""
    if trigger.form == "ing" and _OPENS.fullmatch(sentence, frame.low, trigger.start):
        return _of_gerund(sentence, trigger, triggers, acting, named)
    opened = _PHRASE.match(sentence, frame.low) if ", " in sentence[frame.low :] else None
    if opened is None or trigger.passive:
        return named
    if trigger.pos == "noun":
        return _of_noun(sentence, opened.end(), trigger, triggers, acting, named)
    if trigger.start < opened.end() or frame.subject_end < opened.end():
        return named
    ahead = [actor.code for actor in acting if frame.low <= actor.start < opened.end()]
    own = _subject(sentence, acting, opened.end(), frame.subject_end)
    if not own or not ahead or set(ahead) <= set(own):
        return named
    left, right = named
    if set(left) != {*ahead, *own}:
        return named
    return (own, right) if not set(right) <= set(own) else ([*own, *ahead], right)


def _of_gerund(
    sentence: str,
    gerund: Trigger,
    triggers: Sequence[Trigger],
    acting: Sequence[Actor],
    named: tuple[list[str], list[str]],
) -> tuple[list[str], list[str]]:
    """The same for "Visiting Oman on Monday, the Chadian envoy said …", and for "Since taking office in 2020, he …"."""
    comma = sentence.find(", ", gerund.end, gerund.end + _REACH)
    verb = next((t.start for t in triggers if t.start > comma and t.pos == "verb" and t.finite), comma + _SUBJECT)
    own = _subject(sentence, acting, comma + 2, min(verb, comma + _SUBJECT)) if comma > 0 else []
    ahead = list(dict.fromkeys(actor.code for actor in acting if gerund.end <= actor.start < comma))
    if own and not ahead and not named[0]:
        return own[:1], named[1]
    return (own[:1], ahead) if own and ahead and own[0] not in ahead else named


def _of_noun(
    sentence: str,
    end: int,
    noun: Trigger,
    triggers: Sequence[Trigger],
    acting: Sequence[Actor],
    named: tuple[list[str], list[str]],
) -> tuple[list[str], list[str]]:
    """The same for an occasion within the phrase, which ends at `end`: those who are at it, and with whom or where."""
    if noun.end > end or noun.event_type != "CONSULT":
        return named
    verb = next((t for t in triggers if t.start >= end and t.pos == "verb" and t.finite), None)
    if verb is None or verb.start - end > _REACH:
        return named
    own = _subject(sentence, acting, end, verb.start)
    ahead = list(dict.fromkeys(actor.code for actor in acting if noun.end <= actor.start < end))
    if not own or len(ahead) != 1 or ahead[0] in own:
        return named
    return own, ahead


def _subject(sentence: str, acting: Sequence[Actor], start: int, end: int) -> list[str]:
    """The states of the subject between the offsets; none where the phrase ahead of it ends in a list of names."""
    own = [actor for actor in acting if start <= actor.start < end]
    if own and own[0].start == start and sentence.startswith(_LISTED, own[0].end) and own[0].kind != "person":
        return []
    return list(dict.fromkeys(actor.code for actor in own))
