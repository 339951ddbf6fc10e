"""Undated acts of a sentence that hangs itself on a dated event: "during the visit", "at the talks"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from pipeline.extract.events.clauses import clause_at, clause_bounds, in_quotation
from pipeline.extract.events.dated_sentence import DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.joined import joined_acts
from pipeline.extract.events.occasions import any_of, occasion_signs, occasion_words
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.facts import DateMention, Event
from pipeline.extract.inflection import finite_words
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.countries import code_of
from pipeline.text.page import Sentence

_LINK = re.compile(
    # a set of letters first: a pattern that begins so is searched for twice as fast as alternatives are
    r"(?P<words>[DdAaFfOoIi](?<=\b\w)(?:(?<=[Dd])uring|(?<=[Aa])fter|(?<=[Ff])ollowing|"
    r"(?<=[Oo])n\sthe\s(?:sidelines|margins)\sof|(?<=[Oo])n(?=\sthat\s(?:journey|occasion|tour|trip|visit)\b)|"
    r"(?:(?<=[Aa])t|(?<=[Ii])n)(?:\sthe\s(?:end|close|start|beginning|opening|conclusion|course)\sof)??)\s"
    rf"(?:the|his|her|their|its|that|this|[A-Z][\w-]{{2,20}}['’]s)\s(?:(?!(?:coming|earlier|for|from|future|last|most|next|of|on|past|preceding|previous|upcoming|[a-z]{{2,7}}est(?:-[a-z]{{3,6}})?)\b)[\w-]{{2,20}},?\s){{0,2}}(?:{any_of('occasion')}))\b(?<!n\sthe\sevent)(?!\sof\s(?:a|an|any|war|fire)\b|\s(?:address|remarks|speech|statement)\b)"
)
_WHICH_IS = re.compile(
    r"(?:\s(?:in|at|on|of|for)\s[^,;:]{2,40})?,?\s(?:which|that)\s(?:will\s(?:be\s)?|is\s(?:being\s|(?:due\s|set\s)?to\s(?:be\s)?)?|was\s|has\sbeen\s)?"
)
"""Between an occasion and the verb that gives it a day of its own ("at the summit, which will be held on May 3")."""
_BEHIND_IT = re.compile(r"(?:After|Following)\b", re.IGNORECASE)
"""What is still to come after an event that has been is not of its day."""
_PLACE = re.compile(r"\s(?:to|in|with)\s(?:the\s)?(?P<place>[A-Z][a-z'’-]{2,20}(?:\s[A-Z][a-z'’-]{2,20})?)\b")
"""Behind a link: where, or with whom."""
_WHOSE = re.compile(
    r"\s(?:of|by)\s(?:the\s|[A-Z][\w-]{2,20}['’]s\s)(?P<who>[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,4})"
)
"""Behind a journey: who makes it, by office ("during the visit of the Trade Secretary")."""
_WHO = re.compile(r",\s(?:who|which|whose)\s(?:[\w'’-]{1,20}\s){0,4}\Z")
_KEPT_FROM = frozenset({"agree", "attend", "hold", "join", "meet", "participate", "reach", "sign", "take part"})
"""What does not come about at an occasion is only told of these."""
_SAYS = frozenset({"acknowledged", "added", "believe", "noted", "said", "says", "stated", "told"})
_SAID_THERE = re.compile(
    r"\b(?:acknowledged|added|noted|said|says|stated|told\s(?:the\s)?(?:audience|crowd|delegates|journalists|media|newsmen|press|reporters))"
    r"(?:\s(?:on\s)?[A-Z]\w{2,10})?\s\Z"
)
"""Right ahead of a link: it is there that something is said."""
_PAPERS = ("communique ", "communiqué ", "document ", "readout ", "statement ", "transcript ")
_THAT = (" that ", ", that ")
_ASIDE = re.compile(r",?\s(?:which|where|who)\s")
_LEAVES = ("depart", "left", "leave", "set off", "set out", "flew", "fly")
"""Words of setting out: those are no talks yet."""
_TALKED = frozenset({"talks", "meeting", "summit", "session", "conference", "negotiations"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
"""A round by its number is only that one ("reached in the fourth round")."""
_JOURNEYS = frozenset({"journey", "stay", "tour", "trip", "visit"})
"""Words for one and the same."""
_LONG = ("year", "half", "season", "quarter")
"""Precisions of what is told in passing: no visit or meeting that a story is about is dated so."""
_REACH, _FAR_REACH = 2, 4
"""Paragraphs back in which the event may stand that a sentence hangs itself on, and one that is told to be somebody's
("during his visit")."""
_OWNED = re.compile(r"\s(?:his|her|their)\s")


def _link(sentence: Sentence, told: Sequence[Event]) -> re.Match[str] | None:
    """The words with which the sentence hangs itself on an event; None where none was told near enough."""
    if not told or sentence.paragraph - told[-1].paragraph > _FAR_REACH:
        return None
    if occasion_signs("occasion").isdisjoint(vocabulary(sentence.text)):
        return None
    match = _LINK.search(sentence.text)
    if match is None:
        return None
    reach = _FAR_REACH if " will " in sentence.text else _reach(match)
    return match if sentence.paragraph - told[-1].paragraph <= reach else None


def _reach(match: re.Match[str]) -> int:
    """How many paragraphs back the event may stand: what is told to be somebody's is known from further off."""
    return _FAR_REACH if _OWNED.search(match["words"]) else _REACH


def _own_link(sentence: Sentence) -> re.Match[str] | None:
    """Such words where the sentence itself goes on to tell when the occasion is."""
    if ", which " not in sentence.text or occasion_signs("occasion").isdisjoint(vocabulary(sentence.text)):
        return None
    match = _LINK.search(sentence.text)
    return match if match is not None and _WHICH_IS.match(sentence.text, match.end()) else None


def hangs_on_another(sentence: Sentence, told: Sequence[Event]) -> bool:
    """True where the sentence names an occasion that it belongs to ("during the visit"), and one was told."""
    return _link(sentence, told) is not None


def _of_the_place(text: str, link: re.Match[str], near: list[Event]) -> list[Event]:
    """The events of `near` that the link can mean: "his Chad trip" and "the talks in Oman" name whose they are."""
    named = [word for word in link["words"].split()[1:] if word[0].isupper()]
    behind = _PLACE.match(text, link.end())
    if behind is not None and not (" their " in link["words"] and all(e.location is None for e in near)):
        named.append(behind["place"])
    codes = {code for code in (code_of(name.casefold()) for name in named) if code is not None}
    if not codes:
        return near
    return [e for e in near if not codes.isdisjoint(e.countries) or (e.location is not None and e.location in named)]


def _of_whom(text: str, link: re.Match[str], near: list[Event]) -> list[Event]:
    """The events of `near` that the link can mean: of talks none that only tells of setting out, of somebody's visit
    those that name him."""
    noun = link["words"].rsplit(" ", 1)[-1].casefold()
    if noun in _TALKED:
        near = [event for event in near if not event.trigger.casefold().startswith(_LEAVES)]
    whose = _WHOSE.match(text, link.end()) if noun in _JOURNEYS else None
    return near if whose is None else [event for event in near if whose["who"] in event.evidence]


def _has_date(verb: Trigger, bounds: list[tuple[int, int]], dated: Sequence[Governed], opens: bool) -> bool:
    """True where a date of the sentence governs the verb or its clause; a noun behind the verb has its own where the
    link `opens` the sentence."""
    clause = bounds[clause_at(bounds, verb.start)]
    return any(
        item.trigger.start == verb.start
        or (item.clause == clause and not (opens and item.trigger.pos == "noun" and item.trigger.start > verb.end))
        for item in dated
    )


def _main_verb(text: str, link: re.Match[str], triggers: Sequence[Trigger]) -> Trigger | None:
    """The verb of the sentence that the link belongs to: not one of a quotation that the link is not in, and none
    behind a verb that tells of no event ("During the talks he explained the need to make progress")."""
    quoted = in_quotation(text, link.start())
    for verb in triggers:
        if verb.pos != "verb" or not verb.finite or link.start() <= verb.start < link.end():
            continue
        if not quoted and in_quotation(text, verb.start):
            continue
        if verb.form == "past" and verb.start == link.end() + 1:
            continue  # "During the summit held in Riga"
        if verb.negated and verb.lemma not in _KEPT_FROM:
            return None  # "made no remarks at the signing"
        if _of_saying(text, link, verb) or _of_aside(text, link, verb):
            continue
        if _describes(text, link.end(), verb) and any(t.pos == "verb" and t.start > verb.end for t in triggers):
            continue
        if verb.form == "past" and not text[: verb.start].strip(' "“'):
            return None  # "Asked during the talks whether …"
        ahead = text[link.end() : verb.start] if verb.start > link.end() else ""
        words = tokenize(ahead).lowers
        if verb.form == "base" and not verb.future:
            return None if not _tellings().isdisjoint(words) else verb
        before = words[-1:] == ("had",) and ("that" in words or not _tellings().isdisjoint(words))
        return None if before else verb
    return None


def _describes(text: str, low: int, verb: Trigger) -> bool:
    """True for the verb of an aside behind an occasion that opens the sentence ("At their meeting, the envoys, who lead
    the panels set up in May, agreed …")."""
    if verb.start < low or text.find(", ", verb.end) < 0:
        return False
    if verb.form == "past" and not verb.passive and text.endswith(", ", 0, verb.start):
        return True
    return _WHO.search(text, max(low, verb.start - 50), verb.start) is not None


def _of_saying(text: str, link: re.Match[str], verb: Trigger) -> bool:
    """True for a verb that only tells what is said there: "said at the talks that they had grown", "the host of the
    talks said he blamed nobody", "they suffered, he said at the talks". What the speaker will do is an act."""
    if verb.future or _SAYS.isdisjoint(vocabulary(text)):
        return False
    said = _SAID_THERE.search(text, max(0, link.start() - 50), link.start())
    if said is not None:
        return (
            verb.start < said.start() or text.startswith(_THAT, link.end()) or " that " in text[link.end() : verb.start]
        )
    return not _SAYS.isdisjoint(tokenize(text[link.end() : verb.start]).lowers) if verb.start > link.end() else False


def _of_aside(text: str, link: re.Match[str], verb: Trigger) -> bool:
    """True for the verb of "at the talks, which have grown" and of ", who came with them, told …"."""
    if verb.start > link.end():
        behind = _ASIDE.match(text, link.end())
        return behind is not None and text.find(",", behind.end(), verb.start) < 0
    return _WHO.search(text, max(0, verb.start - 50), verb.start) is not None and ", " in text[verb.end : link.start()]


@cache
def _tellings() -> frozenset[str]:
    """Verbs in the past that tell of themselves, and not of what was to be."""
    return finite_words() - word_class("helping") - occasion_words("planned")


def _occasion(near: Sequence[Event], noun: str, verb: Trigger, theirs: bool) -> Event | None:
    """The event told last in the words of the link ("session"), else the latest one told, of those that took place; for
    a verb of what is to come of those to come.

    None where none of them is an occasion: "in the session" is of another one then; but `theirs`, told right behind
    what two states did on a day, is that of this day.
    """
    wanted = "occurred" if verb.form in ("past", "participle") else "planned" if verb.future else ""
    alike = [event for event in near if event.status == wanted]
    held = alike or [event for event in near if event.status in ("occurred", "planned")] or list(near)
    if not alike and wanted == "occurred" and all(event.status == "planned" for event in near):
        return None  # what was said at a meeting was not said at one that is to come
    if not alike and wanted == "planned":
        held = [event for event in held if event.date_precision != "year"]
        if not held:
            return None
    named = next((e for e in held if e.event_type == "CONSULT" and noun in e.evidence.casefold()), None)
    if noun in _JOURNEYS and (named is None or named.trigger.casefold() not in _JOURNEYS):
        named = next((e for e in held if e.trigger.casefold() in _JOURNEYS), named)
    if named is None and not any(e.event_type == "CONSULT" or noun in e.evidence.casefold() for e in held):
        met = theirs and noun in _TALKED and wanted == "occurred" and near[0].date_precision == "day"
        return near[0] if met and near[0] in held and len(near[0].countries) > 1 else None
    held = [event for event in held if event.date_precision not in _LONG]
    if not held or (named is not None and named.date_precision in _LONG):
        return None
    just = near[0] if near[0] in held and near[0].event_type == "CONSULT" and near[0].rule != "linked" else None
    return named or just or max(held, key=lambda event: (event.date_end, event.char_start))


def linked(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    dated: Sequence[Governed],
    told: Sequence[Event],
) -> list[Governed]:
    """The events of a sentence without a date of its own that says which dated event it belongs to.

    They take the date of the latest event told in this paragraph or the two before: what lies further back is
    background.
    """
    match = _link(sentence, told) or (_own_link(sentence) if dated else None)
    if match is None or any(match.start() <= m.char_start - sentence.char_start < match.end() for m in dates):
        return []
    if sentence.text.endswith(_PAPERS, 0, match.start()):
        return []  # "…, a statement after the talks showed"
    reach = _FAR_REACH if any(t.future for t in triggers) else _reach(match)
    near = list(takewhile(lambda event: sentence.paragraph - event.paragraph <= reach, reversed(told)))
    near = _of_whom(sentence.text, match, _of_the_place(sentence.text, match, near))
    numbers = _ORDINALS.intersection(match["words"].casefold().split())
    owned = "'s " in match["words"] or "’s " in match["words"]
    if numbers and not owned and not any(number in event.evidence.casefold() for number in numbers for event in near):
        return []
    bounds = clause_bounds(sentence.text)
    verb = _main_verb(sentence.text, match, triggers)
    if (
        verb is None
        or verb.form == "ing"
        or verb.event_type == "OTHER"
        or (verb.event_type != "AGREE" and _BEHIND_IT.match(match["words"]) is not None)
        or verb.lemma in ("attend", "host")
        or _has_date(verb, bounds, dated, match.start() < 3)
    ):
        return []
    own = next((i.date for i in dated if _WHICH_IS.fullmatch(sentence.text, match.end(), i.trigger.start)), None)
    noun, theirs = match["words"].rsplit(" ", 1)[-1].casefold(), " their " in match["words"]
    last = _occasion(near, noun, verb, theirs) if near and own is None else None
    if own is not None:
        days = (own.date_start, own.date_end, own.precision)
    elif last is not None and not (
        verb.future and last.status == "occurred" and _BEHIND_IT.match(match["words"]) is not None
    ):
        days = (last.date_start, last.date_end, last.date_precision)
    else:
        return []
    mention = DateMention(
        char_start=sentence.char_start + match.start("words"), char_end=sentence.char_start + match.end("words"),
        text=match["words"], date_start=days[0], date_end=days[1], precision=days[2], method="relative",
    )  # fmt: skip
    first = Governed(verb, mention, "linked", bounds[clause_at(bounds, verb.start)])
    taken = {item.trigger.start for item in dated}
    more = joined_acts(DatedSentence(sentence.text, sentence.char_start, triggers, dates, bounds, taken), first)
    return [first, *(replace(item, rule="linked") for item in more)]
