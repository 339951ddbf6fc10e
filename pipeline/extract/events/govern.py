"""Which event a date of a sentence dates. Further acts under one date are `second`'s business, those called off
`called_off`'s; where only the places of the words decide, `governor`'s."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.attribution import is_attribution
from pipeline.extract.events.called_off import called_off, calls_off, what_is_off
from pipeline.extract.events.clauses import clause_at, clause_bounds, in_quotation
from pipeline.extract.events.datable import LONGEST_DAYS, can_date, of_a_thing, run_from
from pipeline.extract.events.dated_sentence import DatedSentence
from pipeline.extract.events.governed import Governed
from pipeline.extract.events.governor import governor
from pipeline.extract.events.labels import label_end
from pipeline.extract.events.noun_dates import is_of_told, nowadays, told_among
from pipeline.extract.events.occasions import any_of, occasion_signs, occasion_words
from pipeline.extract.events.sayings import SAID_WORDS, saying_of
from pipeline.extract.events.second import with_second_acts
from pipeline.extract.events.speakers import (
    SPOKEN,
    act_of_speaker,
    after_event,
    announced_behind,
    at_occasion,
    denial,
    own_act,
    said_ahead,
    said_during,
    stated_aside,
    without_teller,
)  # fmt: skip
from pipeline.extract.events.told_when import day_that, from_then, opens_then, told_when
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.wishes import wish
from pipeline.extract.facts import DateMention
from pipeline.extract.vocabulary import vocabulary, word_before

__all__ = ["Governed", "govern"]

_UNTIL = re.compile(
    r"\b(?:until|till)\s(?:at\s(?:least|the\searliest)\s)?(?:the\s|early\s|late\s|mid-|next\s)?\Z", re.IGNORECASE
)
_NOT_UNTIL = re.compile(
    r"\b(?:[Nn]ot|had\sto\swait|waited|[Tt]ook\s(?:[\w’'-]{1,20}\s){1,5})\s?until\s(?:the\s|early\s|late\s|mid-)?\Z"
)
"""Ahead of a day on which something was done at last: "not until May did …", "took Chad until May to …"."""
_RUNS, _FEASTS = frozenset({"beginning", "from", "starting"}), frozenset({"of", "mark", "marking"})
_FEAST = re.compile(r"\b(?:occasion\sof|to\smark|marking|in\shonou?r\sof)\s(?:the\s)?\Z")
"""A day that is marked by what has a day of its own."""
_REDUCED = re.compile(r"\sby\s|\s[A-Z]")
"""What follows a participle that only describes: "called Esequiba", "hosted by Brazil"."""
_ITS_OBJECT = re.compile(r"(?:\s(?!and\b|but\b|it\b|they\b|he\b|she\b)[\w'’-]{1,20}){1,8},?\s(?:which\swas\s)?")
_IN_MESSAGE = re.compile(
    r"\A\W{0,3}In\s(?:an?|his|her|its|their)\s(?:[\w-]{2,20}\s){0,2}"
    rf"(?:{any_of('message')})\b(?:(?!after\b|ahead\b|before\b|following\b|prior\b)[^,;]){{0,60}}\Z"
)
"""What is said in a message of that day is an act of that day."""
_IN_INTERVIEW = re.compile(
    r"(?:\A|\s)(?:[Dd]uring|[Ii]n)\s(?:an|his|her)\s(?:[\w-]{2,20}\s){0,2}interview\b(?:(?!after\b|ahead\b|before\b|following\b|prior\b)[^,;]){0,60}\Z"
)
"""What is said so is an act only where saying it is one."""
_PUBLIC = frozenset({"address", "interview", "order", "post", "speech", "statement", "video"})
"""Messages to all, in which what one says is only told."""
_ASIDE_MAIN, _OPENED_MAIN, _BY = 20, 140, 60
"""Characters behind an aside's comma within which the main verb begins, behind what opens a sentence; behind a verb,
"by" and how it was done."""
_RIGHT_BEHIND = 12
"""Characters behind the day of a speech within which the verb begins that tells what was said."""
_GATHERS = frozenset({"assemble", "convene", "gather"})
_PARTICIPLE = re.compile(r"(?:\A\W{0,3}(?:(?:By|In|On|Upon|While|When)\s)?|,\s)\Z")
_NO_ACT = frozenset({"cite", "say", "speak", "quote", "follow", "welcome"})
"""Lemmas of participles that only lead to the main verb."""
_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night)\b")
_SAME_PHRASE = re.compile(r"[^,;:.]{0,90}\Z")


def govern(sentence: str, offset: int, triggers: Sequence[Trigger], dates: Sequence[DateMention]) -> list[Governed]:
    """The dated events of a sentence that begins at `offset` of its article.

    `dates` are the sentence's mentions that no longer one holds. Order: by date, then by place.
    """
    triggers = without_teller(sentence, triggers)
    bounds = clause_bounds(sentence)
    label = label_end(sentence)
    found: list[Governed] = []
    able: list[DateMention] = []
    earlier, last, dates_something = -1, -1, True
    for mention in dates:
        start, end = mention.char_start - offset, mention.char_end - offset
        between, last = sentence[last:start], end
        if between == " (" or (between == " and " and not dates_something):
            continue  # "today (12 March)", "covering 2019 and 2020"
        lead = word_before(sentence, start)
        mention = run_from(sentence, start, mention) if lead in _RUNS else mention
        dates_something = can_date(sentence, start, end, mention, lead)
        if dates_something:
            able.append(mention)
        if end <= label:
            found += _labelled(sentence, label, mention, triggers, bounds)
        elif opens_then(sentence, start, end, lead):
            found += from_then(end, mention, triggers, bounds, was=lead == "from" and mention.precision != "year")
        elif len(dates) > 1 and lead in _FEASTS and _FEAST.search(sentence[max(0, start - 30) : start]):
            continue
        elif (then := day_that(end, mention, sentence, triggers, bounds)) is not None:
            found.append(then)
        elif dates_something and not of_a_thing(sentence, start, end, triggers):
            found += list(_dated(sentence, mention, start, end, triggers, bounds, earlier)) or told_when(
                sentence, end, mention, triggers, bounds
            )
        earlier = start if dates_something else earlier
    if "”" in sentence or '"' in sentence:
        found = [item for item in found if not _is_only_said(sentence, offset, item)]
    own = _of_one_time(sentence, offset, _once(_without_own(found)))
    page = DatedSentence(sentence, offset, triggers, able, bounds, {item.trigger.start for item in own})
    return with_second_acts(page, own)


def _is_only_said(sentence: str, offset: int, item: Governed) -> bool:
    """True for the telling behind the quotation that the date stands in: what is said of a day is not said on it."""
    start = item.date.char_start - offset
    if item.trigger.start < start or item.trigger.start < sentence.find('"' if '"' in sentence else "”", start):
        return False
    return in_quotation(sentence, start) and not in_quotation(sentence, item.trigger.start)


def _once(found: Sequence[Governed]) -> list[Governed]:
    """`found` without what another date of the same days dates already ("on Monday, in the afternoon")."""
    days = [(item.trigger.start, item.date.date_start, item.date.date_end) for item in found]
    return [item for at, item in enumerate(found) if days[at] not in days[:at]]


def _of_one_time(sentence: str, offset: int, found: list[Governed]) -> list[Governed]:
    """`found` without the year of a verb that has a day as well: "the envoy to the 2016 talks on Monday accused …"."""
    days = [item for item in found if item.trigger.pos == "verb" and item.date.precision in ("day", "week")]
    if not days or len(found) < 2:
        return found
    return [item for item in found if item.date.precision != "year" or not _has_day(sentence, offset, item, days)]


def _has_day(sentence: str, offset: int, item: Governed, days: Sequence[Governed]) -> bool:
    """True where a day of `days` is that of the same verb, and not one of a list."""
    for other in days:
        if other.trigger.start == item.trigger.start:
            one, two = sorted((item.date, other.date), key=lambda mention: mention.char_start)
            if " and " not in sentence[one.char_end - offset : two.char_start - offset]:
                return True
    return False


def _without_own(found: Sequence[Governed]) -> list[Governed]:
    """`found` without the main verb of a participle's date where that verb has a date of its own."""
    opened = {item.date.char_start for item in found if item.rule == "participle_date"}
    own = {item.trigger.start for item in found if item.date.char_start not in opened}
    return [item for item in found if item.date.char_start not in opened or item.trigger.start not in own]


def _announced(sentence: str, label: int, behind: Sequence[Trigger]) -> Trigger | None:
    """The first verb behind a label that does not only describe a noun ("a state called X", "talks hosted by Y"), else
    the first word."""
    verbs = [t for t in behind if t.pos == "verb" and t.finite]
    act = verbs[0] if verbs else None
    if act is None or act.form != "past" or act.passive or not any(t.end <= act.start for t in behind):
        return act or (behind[0] if behind else None)
    reduced = _REDUCED.match(sentence, act.end) is not None or sentence.endswith(", ", label, act.start)
    return behind[0] if reduced else act


def _labelled(
    sentence: str, label: int, mention: DateMention, triggers: Sequence[Trigger], bounds: list[tuple[int, int]]
) -> Iterator[Governed]:
    """What a date label announces: the first verb behind it, else the first noun."""
    if mention.date_start is None or mention.date_end is None:
        return
    if (mention.date_end - mention.date_start).days > LONGEST_DAYS:
        return
    behind = [t for t in triggers if t.start >= label]
    act = _announced(sentence, label, behind)
    if act is None:
        return
    clause = bounds[clause_at(bounds, act.start)]
    if act.kind == "cancel":
        noun = next((t for t in behind if t.pos == "noun"), None)
        thing = "CONSULT" if act.event_type == "OTHER" else act.event_type
        act = act._replace(event_type=noun.event_type if noun else thing)
    yield Governed(act, mention, "label", clause)


def _dated(
    sentence: str,
    mention: DateMention,
    start: int,
    end: int,
    triggers: Sequence[Trigger],
    bounds: list[tuple[int, int]],
    earlier: int,
) -> Iterator[Governed]:
    """The event that a date within a sentence dates, and a participle's beside it."""

    def of(trigger: Trigger, rule: str, told: bool = False) -> Governed:
        return Governed(trigger, mention, rule, bounds[clause_at(bounds, trigger.start)], told)

    part = _PART_OF_DAY.match(sentence, end)
    said = _said_then(sentence, start, part.end() if part else end, triggers, earlier)
    if said is not None:
        for act, rule in said:
            yield of(act, rule, rule == "own_act")
        return
    trigger = _dated_by_place(sentence, start, end, triggers, bounds, earlier)
    saying = said_ahead(sentence, end, trigger)
    if saying:
        opening = _participle(sentence, start, triggers)
        if opening is not None:
            yield of(opening, "participle_date")
        for act, rule in _acts_of_speaker(sentence, saying, saying, triggers):
            yield of(act, rule, rule == "own_act")
        return
    if trigger is None or nowadays(sentence, start, end, trigger) or is_of_told(sentence, start, trigger):
        return
    for act, rule in _with_aside(sentence, start, end, trigger, triggers):
        yield of(act, rule)


def _said_then(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], earlier: int
) -> list[tuple[Trigger, str]] | None:
    """The acts with their rules of a date that belongs to a message or a saying, None for any other date."""
    if _IN_MESSAGE.match(sentence, 0, start):
        act = next((t for t in triggers if t.pos == "verb" and t.finite and t.start > end), None)
        saying = said_ahead(sentence, end, act) if not _PUBLIC.isdisjoint(vocabulary(sentence)) else 0
        if saying:
            acts = _acts_of_speaker(sentence, saying, saying, triggers)
            wished = wish(sentence, start, end, triggers) if not acts else None
            return acts if wished is None else [wished]
        act = act or next(
            (t for t in triggers if t.pos == "noun" and t.end < start and t.event_type == "SUPPORT"), None
        )
        return [(act, "in_message")] if act is not None else []
    stated = stated_aside(sentence, start, end, triggers)
    if stated is not None:
        return [(stated, "in_message")]
    interview = _IN_INTERVIEW.search(sentence, 0, start) if "interview" in sentence else None
    if interview is not None and not any(t.pos == "verb" and t.end < start for t in triggers):
        return _in_interview(sentence, start, end, triggers)
    attributes = is_attribution(sentence, start, end)
    acts = _acts_of_speaker(sentence, start, end, triggers, beside=attributes)
    if not attributes:
        at_it = said_during(start, acts, triggers) if acts else _said_at(sentence, start, end, triggers)
        return [*acts, (at_it, "said_after")] if at_it is not None else acts or None
    announced = announced_behind(sentence, start, end, triggers) if earlier < 0 else None
    if announced is not None:
        return [(announced, "own_act")]
    noun = after_event(sentence, end, triggers) or at_occasion(sentence, start, triggers)
    return acts if noun is None or "own_act" in [rule for _, rule in acts] else [(noun, "said_after"), *acts]


def _in_interview(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> list[tuple[Trigger, str]]:
    """What is said in an interview of that day: an act of speaking, or a wish, and no event that is told of."""
    act = next((t for t in triggers if t.pos == "verb" and t.finite and t.start > end), None)
    if act is not None and act.event_type in SPOKEN and not act.negated:
        return [(act, "in_message")]
    wished = wish(sentence, start, end, triggers)
    return [wished] if wished is not None else []


def _said_at(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The visit of "In May, the minister said during a visit to Riga that …"."""
    words = vocabulary(sentence)
    if SAID_WORDS.isdisjoint(words) or occasion_signs("occasion").isdisjoint(words):
        return None
    said = saying_of(sentence, start, end)
    return after_event(sentence, said.end, triggers) if said is not None and said.start > end else None


def _acts_of_speaker(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], *, beside: bool = True
) -> list[tuple[Trigger, str]]:
    """What the speaker of a saying at `start`..`end` tells of his own, else, where `beside`, does beside it."""
    own = own_act(sentence, start, end, triggers)
    if own is not None:
        return [(own, "own_act")]
    act = denial(sentence, start, end) or act_of_speaker(sentence, start, end, triggers) if beside else None
    if act is not None:
        return [(act, "said_and")]
    wished = wish(sentence, start, end, triggers)
    return [wished] if wished is not None else []


def _with_aside(
    sentence: str, start: int, end: int, trigger: Trigger, triggers: Sequence[Trigger]
) -> list[tuple[Trigger, str]]:
    """The dated act with its rule, beside it that of a participle or, where a participle is dated, of the main verb."""
    spoken = _in_speech(start, end, trigger, triggers)
    dated = [(spoken, "in_message")] if spoken is not None else [(trigger, f"{trigger.pos}_date")]
    owned = trigger.pos == "noun" and (trigger.start - end < 2 or sentence.startswith(("'s ", "’s "), end))
    participle = _participle(sentence, start, triggers) if trigger.start > start and not owned else None
    if participle is not None:
        dated.insert(0, (participle, "participle_date"))
    main = _main_of_aside(sentence, start, end, trigger, triggers)
    if main is not None:
        dated.append((main, "aside_main"))
    return dated


def _in_speech(start: int, end: int, trigger: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """What was said in the speech of "in a speech on Monday accused Oman of …"."""
    if trigger.pos != "noun" or trigger.end > start or trigger.lemma not in occasion_words("platform"):
        return None
    act = next((t for t in triggers if t.start > end and t.pos == "verb" and t.finite), None)
    near = act is not None and act.form == "past" and act.start - end <= _RIGHT_BEHIND and not act.negated
    return act if near and act is not None and act.event_type in SPOKEN else None


def _main_of_aside(
    sentence: str, start: int, end: int, trigger: Trigger, triggers: Sequence[Trigger]
) -> Trigger | None:
    """What was done at the meeting of "leaders of the bloc, meeting in Riga on Monday, agreed …" and of "Meeting on
    Monday, leaders of the bloc agreed …"."""
    gerund = trigger.pos == "noun" and sentence.endswith("ing", 0, trigger.end)
    if trigger.end > start or not (gerund or trigger.lemma in _GATHERS) or not sentence.startswith(",", end):
        return None
    reach = _OPENED_MAIN if trigger.start <= 2 else _ASIDE_MAIN
    if reach == _ASIDE_MAIN and not sentence.endswith(", ", 0, trigger.start):
        return None
    act = next((t for t in triggers if t.start > end and t.pos == "verb" and t.finite), None)
    return act if act is not None and act.form == "past" and act.start - end <= reach else None


def _dated_by_place(
    sentence: str, start: int, end: int, triggers: Sequence[Trigger], bounds: list[tuple[int, int]], earlier: int
) -> Trigger | None:
    """What was called off, else what the date stands closest to.

    A day that something lasts until dates nothing; what was not done until then was done then.
    """
    ahead = sentence[max(0, start - 30) : start]
    until = "til" in ahead.lower() and _UNTIL.search(ahead) is not None
    off = called_off(sentence, start, end, triggers)
    if off is not None:
        return off._replace(negated=False) if until and off.negated and off.end < start else off
    trigger = told_among(sentence, start, triggers)
    if trigger is None and triggers:
        trigger = governor(sentence, start, end, triggers, bounds, earlier)
    if trigger is None:
        return None
    trigger = _not_attended(sentence, trigger, triggers) or _done_by(sentence, trigger, triggers) or trigger
    if calls_off(sentence, start, trigger, triggers):
        return what_is_off(sentence, start, trigger, triggers)
    if not until or _NOT_UNTIL.search(sentence, 0, start):
        return trigger
    return trigger._replace(negated=False) if trigger.negated and trigger.end < start else None


def _not_attended(sentence: str, held: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The refusal of "did not attend the hearings, held in June": what is not done to an event is of its time."""
    if held.lemma.split()[0] not in ("hold", "host", "convene") or held.passive or held.form != "past":
        return None
    before = [t for t in triggers if t.end <= held.start and t.pos == "verb"]
    if not before or not before[-1].negated:
        return None
    return before[-1] if _ITS_OBJECT.fullmatch(sentence, before[-1].end, held.start) else None


def _done_by(sentence: str, told: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The closing of "angered its neighbours by closing the pass": a verb that says nothing of the act itself."""
    if told.kind != "general" or told.form != "past" or told.passive:
        return None
    return next(
        (
            t
            for t in triggers
            if t.form == "ing" and 0 < t.start - told.end <= _BY and sentence.endswith(" by ", 0, t.start)
        ),
        None,
    )


def _participle(sentence: str, start: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """The first verb of "Arriving in Riga on Monday, the minister praised …"."""
    for trigger in triggers:
        if (
            trigger.end > start
            or trigger.form != "ing"
            or trigger.kind not in ("content", "light")
            or trigger.lemma.split()[0] in _NO_ACT
        ):
            continue
        opens = _PARTICIPLE.search(sentence[: trigger.start]) is not None
        if opens and _SAME_PHRASE.fullmatch(sentence, trigger.end, start):
            return trigger
    return None
