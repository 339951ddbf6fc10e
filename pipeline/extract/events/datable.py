"""What a date can date at all: not what it measures, compares, numbers or bounds, nor a thing's own year.

Which event it dates is `govern`'s business.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from pipeline.extract.dates.words import alternatives, number
from pipeline.extract.events.occasions import occasion_signs
from pipeline.extract.events.tokens import word_class
from pipeline.extract.events.trigger import Trigger
from pipeline.extract.events.words import names_occasion, noun_forms
from pipeline.extract.facts import DateMention
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows
from pipeline.text.patterns import one_of

LONGEST_DAYS = 366
"""An event's interval is no longer than a year (DATASETS, "events")."""
_BASELINE = re.compile(
    r"\b(?:since|prior\sto|covering|spanning|equivalent\sof|deadline\s(?:at|of)|based\son|than|compared\s(?:with|to)|against|versus|up\sfrom|down\sfrom|(?<!effect\s)(?<!effective\s)(?<!starting\s)(?<!beginning\s)(?<!\bas\s)from|between|(?<!first\s)(?<!second\s)(?<!third\s)(?<!last\s)time|"
    r"same\s(?:period|months?|quarter|time|half)\s(?:of|in)|as\sin|"
    r"\b(?:down|up|more|less|fewer|higher|lower)\s(?:by\s)?[\d.,]{1,9}\s?(?:%|percent|per\scent)\s(?:on|over|than|from)(?:\sin)?|"
    r"(?<!set\s)(?<!ed\s)(?<!foreseen\s)(?<!due\s)(?<!\sin\s)(?<!plan\s)(?<!plans\s)for|in\sforce\ssince)\s"
    r"(?:the\s)?\Z"
)
"""What stands, in small letters, ahead of a date that measures or compares; a range may follow "from", "between"."""
_MEASURES = frozenset(
    {"since", "covering", "spanning", "to", "than", "with", "against", "versus", "from", "between", "time", "for"}
)
"""Words ahead of a date with which `_BASELINE` may end; these others only where the sentence compares."""
_COMPARES = frozenset({"at", "by", "of", "in", "on", "over"})
_COMPARING = frozenset({"same", "based", "as", "deadline", "percent", "cent"})
_COMPARED = re.compile(
    r"\b(?:(?:less|fewer|lower|higher|more|smaller|bigger|larger|greater|better|worse)\sthan\s(?:the|what|in|that|those)\b|"
    r"(?:triple|double|twice|times|half|than|as)\s(?:those|that)\s(?:of|in|for)\s|than\s(?:during|in)\b|from\s(?:(?:about|some|nearly|almost|over)\s)?(?:[A-Z]{1,3}\s?)?"
    r"(?:[$€£¥₩]\d|\d{1,3}(?:,\d{3}){1,3}\s|\d[\d.,]{0,12}[\s-]?(?:%|per|thousand|million|billion|m\b|bn\b|tons?\b|tonnes|barrels)))"
    r"[^,;:]{0,50}\Z"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)?|refut(?:ed|es|ing))\s(?:(?:[\w'’-]{1,16}\s){0,4}?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs|suggestions?)\s(?:[\w'’-]{1,16}\s){0,6}?)?that\s"
    r"(?!much\b)(?:(?!\sand\s)[^.;,]){0,100}\Z"
)
"""What is denied has, or had, no day ("denied a report that the base would pass to Oman in 2015")."""
_RUN = re.compile(
    rf"\bfor\s(?:about\s)?(?P<n>{alternatives('number')}|\d{{1,2}})\s(?P<unit>day|week)s?,?\s(?:beginning|from|starting)\s(?:on\s)?\Z"
)
_GENERIC = re.compile(r"[,.;:)]|\s(?:after|and|at|before|by|in|of|so|to|when|with)\b|\Z")
"""Behind "a Friday", where no noun follows."""
_EVERY = r"(?:annually|(?:each|every)\s(?:autumn|fall|second\syear|spring|summer|winter|year))"
_HABIT = re.compile(rf"\b{_EVERY}[^.;:]{{0,20}}\Z")
_FEASTS = (
    *sorted((row["form"] for row in rows("holidays")), key=lambda form: (-len(form), form)),
    *("Chinese New Year", "Jewish New Year", "Lunar New Year", "Orthodox New Year", "Persian New Year"),
    *("Vietnamese New Year", "Chuseok", "Diwali", "Eid", "Hanukkah", "Passover", "Ramadan", "Rosh Hashanah", "Seollal"),
    *("Spring Festival", "Tet", "Yom Kippur"),
)
"""Those of one day in every year, and those that move."""
_OF_FEASTS = frozenset(form.lower().rpartition(" ")[2] for form in _FEASTS)
"""Words of which a sentence has one that tells of a feast."""
_AHEAD_OF_FEAST = re.compile(
    r"\b(?:ahead\sof|after|before|by|following|for|since|until)\s(?:(?!and\b|to\b)[\w'’-]{1,20}\s){0,3}?"
    rf"(?:{one_of(_FEASTS)})(?:(?<=\bEid)\sal-[A-Z][a-z]{{2,8}})?"
    r"(?:\s(?:break|celebrations?|festival|festivities|holidays?))?,?\s(?:on\s|in\s)?(?:early\s|late\s|mid-)?\Z"
)
"""Ahead of the day of a feast that only says when something else was done."""
_FEAST_REACH = 90
"""Characters ahead of a date in which all that stands."""
_YEARLY = re.compile(rf"(?:\s(?:of\s)?|,\s){_EVERY}\b")
_SPAN_END = re.compile(r"\bbetween\s[^,;:]{3,60}\sand\s(?:the\s)?\Z")
"""The end of a time that something opens ("between its opening in May and the end of July")."""
_SERVICE = re.compile(r"\s(?:departures?|edition|ferry|flights?|market|newspaper|prayers?|services?|sermon|train)\b")
"""What a weekday names that comes every week ("the airline's Tuesday flight")."""
_COMPARED_SIGNS = frozenset({"than", "triple", "double", "twice", "times", "half", "as", "from"})
"""What a figure is compared with: "less than the record taken in May", "from 402,000 tonnes in April"."""
_SAME_SPAN = re.compile(
    r"(?:the\s)?same\s(?:\w{1,8}\s)?(?:period|months|quarter|half)\b|(?:the\s)?same\smonth\sa\s", re.IGNORECASE
)
"""A period that figures are compared with, however it stands."""
_PERIOD_END = re.compile(
    r"\b(?:year|quarter|season|period|half|months|week|decade|fiscal)(?:\s(?:of\s)?\d{4}(?:[-/–]\d{2,4})?)?(?:\s\([^)]{1,20}\))?,?\s(?:which\s|that\s)?(?:just\s)?"
    r"(?:ended|ending|to|ends|ran|runs|began|begins|beginning|started|starts|starting|through|until)\s(?:on\s|in\s|last\s)?\Z"
)
"""What a period of figures ends with dates nothing ("the fiscal year that ended on July 7")."""
_PERIODS = frozenset({"year", "quarter", "season", "period", "half", "months", "week", "decade", "fiscal"})
_PUT_OFF = re.compile(
    r"\b(?:adjourned|deferred|delayed|moved|postponed|rescheduled|shifted|put\s(?:off|back)|pushed\sback)"
    r"(?:\s(?:once|twice|again|already))?(?:,?\sfrom\s[^,;:]{1,30}\sand)?,?\sfrom\s(?:the\s)?\Z"
)
"""The day from which something is put off is one on which it did not take place."""
_NTH = re.compile(
    r"\b(?:his|her|its|their|(?:is|was|were|are|be)\sthe|for\sthe|already\sthe)\s(?:second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|\d{1,2}th)\s(?:[\w'’-]{1,20}\s){0,5}\Z"
)
"""The count of what there was in a time: "its second test this month"."""
_NUMBERED = re.compile(r"\d\s\(\Z|\b(?:Act|Bill|Code|Ordinance)\s(?:[A-Z]\w{2,20}\s)?of\s\Z")
"""The year of a numbered text: "resolution 2397 (2017)"."""
_TWEETED = re.compile(r"\(@\w{1,30}\)\s\Z")
"""Ahead of the day of a post that is quoted whole: "— Riga Mayor (@rigamayor) June 9, 2019"."""
_RECORDS = re.compile(r"\brecords\s(?:began|begin|started|were\sfirst\skept)\sin\s\Z")
"""Ahead of the year since which figures are kept."""
_NO_EVENT_OF = re.compile(
    r"\b(?:borders?|boundar(?:y|ies)|conditions|demands|frontiers?|lines?|principles|spirit|terms)\sof\s(?:the\s)?\Z"
)
"""Ahead of the day or year by which something is known ("take up the offer of 9 June", "the borders of 1967")."""
_CALLED = re.compile(r"\b(?:called|calls|calling)\s(?!on\b|for\b)[^,;:.]{3,60}\sfor\s(?:the\s)?(?:early\s|late\s)?\Z")
"""Ahead of the day for which an election or a strike is called."""
_CALLED_REACH = 90
_BEHIND_DATE = re.compile(
    r"(?:['’]s)?(?P<words>(?:\s(?!(?:and|as|at|but|by|for|from|in|of|on|or|that|the|to|when|which|with)\b)[\w.-]{2,20}){1,5})(?![\w'’])"
)
"""What a date ahead of it describes."""
_LEADS_TO, _ARTICLES = frozenset({"against", "for", "from", "time", "to", "with"}), (" the ", " its ", " their ")
"""Words, and articles behind them, ahead of the day of an occasion that is known by it."""
_OF_A_FIGURE = re.compile(
    r"\b(?:amid|citing|despite|given|noting|on|with)\s(?:[\w'’-]{2,20}\s){0,2}(?:annual|bilateral|mutual|record|total|two-way)\s"
    r"(?:[a-z]{2,12}\s){0,2}(?:exports|growth|imports|output|production|sales|trade|turnover)\s\Z"
)
"""Ahead of the year of a figure that is spoken of in passing ("noting their record trade last year")."""
_VALUED = re.compile(
    r"\b(?:exports|imports|output|production|purchases|sales|shipments|trade|turnover)\s"
    r"(?:(?:currently|together)\s)?(?:amounting|estimated|put|reaching|standing|totalling|totaling|valued|worth)\s"
    r"(?:[^\s;:]{1,14}\s){1,7}?(?:in|for|during)\s(?:the\s)?\Z"
)
"""Ahead of the time of a figure told in passing ("with sales valued at $3 million in 2016")."""
_GOALS = frozenset({"goal", "goals", "target", "targets"})
_AIMED_AT = re.compile(
    r"\b(?:goal|target)s?\s(?:of|to)\s[^.;\d]{0,100}\d(?:(?!\b(?:agreed|announced|by|fixed|set)\b)[^.;]){0,80}\s(?:in|for)\s\Z"
)
"""Ahead of the year for which a figure is aimed at ("set a target of exporting 9 million tonnes in 2030")."""
_GOAL_REACH = 190
_MODALS = (" could ", " is ", " may ", " might ", " was ", " will ", " would ")
_OF_RULE = (
    " of the administration",
    " of the government",
    " of her rule",
    " of his rule",
    " of her term",
    " of his term",
)
_LONG_AGO = re.compile(r"\b(?:decades|centuries)\sago")
_AS_OF = re.compile(r"\bas\sof\s(?:the\s)?\Z", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|shall|would|effective|(?:is|are|was|were)\sto)\b")
_FROM_THEN = re.compile(r"\W{0,3}(?:Starting\s|Beginning\s)?From\s(?:the\s)?\Z")
"""What begins on a day that opens the sentence ("From July 1 she will run the embassy")."""
_TO_END = re.compile(r"\s(?:to|until|till|through|onwards?)\b")
_WILL_FROM = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were|agreed|decided|planned|pledged|promised|vowed|plans?|due|set)\sto|(?:be|been|was|were)\s(?:abolished|allowed|banned|closed|introduced|lifted|opened|suspended))\s"
    r"[^,;:]{0,80}?\b(?:as\s)?from\s(?:the\s)?\Z|"
    r"\b(?:again|banned|barred|closed|cut|halted|imposed|introduced|lifted|opened|reopened|resumed|stopped|suspended|waived)\s"
    r"[^,;:]{0,60}?(?<!ing\s)\bfrom\s(?:the\s)?\Z"
)
"""What will be, or was lifted or banned, from a day: it begins on that day."""
_BY = re.compile(r"\bby\s(?:the\s)?\Z", re.IGNORECASE)
_RANGED = frozenset({"range"})
_NAMED_YEAR = re.compile(
    r"\s?(?:World\sCup|Olympics|Olympic|budget|Winter|Summer|[A-Z][a-z]+\s(?:Plan|Strategy|Agenda)|"
    r"(?:[A-Z][\w-]{1,20}\s){1,4}(?:Conference|Congress|Convention|Exhibition|Expo|Fair|Festival|Forum|Games|Summit)\b)"
)
_IN_NAME = re.compile(
    r"\b(?!(?:After|Around|Before|By|Circa|Christmas|Easter|During|For|From|In|Of|Ramadan|Since|Spring|Summer|Autumn|Fall|Winter|Through|Until)\s)[A-Z][\w-]{2,20}\s\Z"
)
_AHEAD_OF_YEARS = frozenset(
    {"and", "back", "but", "calendar", "early", "fiscal", "late", "mid", "or", "that", "then", "when", "while", "year"}
)
"""Words, capital where they open a sentence or a headline, with which no name ends."""
_STAMP = re.compile(r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[.,]{1,2}\s[^;:]{5,20}\d{4}")
"""A day as pages stamp it ("Tue, May 3, 2022"): that of the page, also where other words have been glued to it."""
_SHOW = re.compile(
    r"\s(?:[a-z]{2,14}\s){0,3}(?:airshow|competition|conference|congress|contest|convention|cup|exercises?|exhibition|"
    r"expo|fair|festival|forum|games|salon|show|tournament)\b"
)
"""Around the year of a fair that is called by it ("at the Orchid 2011 flower show")."""
_TO_NOUN = re.compile(r"['’]s\s(?:[\w'’.,-]{1,20}\s|\([^)]{1,12}\)\s){0,7}")
_OF_DAY = re.compile(r"(?<!\bon)(?<!\bby)(?<!\bof)(?<!from)(?<!since)(?<!until)\s(?:an?|the|its|his|her|their)\s\Z")
_AHEAD = 16
"""Characters ahead of a date that `_OF_DAY` looks at, and more."""
_LONG_TIME = re.compile(
    r"(?:the\s)?(?:(?:first|second|third|fourth|last)\s(?:half|quarter|[a-z]{3,6}\smonths)\s(?:of\s)?)?"
    r"(?:(?:19|20)\d\d|(?:last|past|previous|this)\syear)"
)
_APPRAISED = re.compile(
    r"\b(?P<noun>[a-z]{4,16})\s(?:achieved\s|made\s)?(?:during|for|in|of|over|throughout)\s(?:the\s)?\Z"
)
"""Ahead of the time of what is weighed or praised ("reviewed the progress made in 2018")."""
_DETERMINED = re.compile(r"(?:\b(?:a|an|the|its|his|her|their)|['’]s)\s(?:[a-z-]{3,14}\s)?\Z")
_APPRAISED_REACH = 36
"""Characters ahead of a time within which that noun begins."""
_THING = re.compile(r"(?:\s(?!and\b|but\b|by\b|in\b|to\b|was\b|were\b|when\b|which\b)[a-z-]{3,20}){1,3}")


def can_date(sentence: str, start: int, end: int, mention: DateMention, lead: str) -> bool:
    """False for a date that measures, numbers or bounds something; `lead` is the word ahead of it."""
    if mention.date_start is None or mention.date_end is None:
        return False
    if (mention.date_end - mention.date_start).days > LONGEST_DAYS or _STAMP.fullmatch(mention.text):
        return False
    yearly, before = mention.precision == "year", sentence[max(0, start - 40) : start]
    passing = (before.endswith("-") or _NUMBERED.search(before)) if yearly else _is_habit(sentence, start, end)
    if passing or _is_of_a_source(sentence, start, before, lead) or _is_of_a_thing(sentence, start, mention, lead):
        return False
    if "that" in vocabulary(sentence) and _DENIED.search(sentence, max(0, start - 160), start):
        return False
    if lead == "from" and _is_first_day(sentence, start, end, mention):
        return True
    if _is_subject(sentence, start, end) or (mention.text == "the next year" and lead in ("in", "over", "within")):
        return False
    if mention.text.startswith("this ") and _NTH.search(sentence, max(0, start - 70), start):
        return False
    if _of_an_occasion(sentence, start, end, mention, lead):
        return True
    if _measures(sentence, start, mention, lead) or _bounds(sentence, start, mention, lead):
        return False
    return not (yearly and (_NAMED_YEAR.match(sentence, end) or _is_in_name(sentence, start, end)))


def _is_in_name(sentence: str, start: int, end: int) -> bool:
    """True for the year in the name of a fair or an exercise, whichever day that takes place, and for the one that ends
    a name ("the Harbour Forum 2026")."""
    named = _IN_NAME.search(sentence, max(0, start - 24), start)
    if named is None:
        return False
    word = named.group().strip().lower()
    year = end - start == len("2026") and sentence[start:end].isdigit()
    ends = (
        year
        and word not in _AHEAD_OF_YEARS
        and word not in word_class("preposition")
        and word not in word_class("determiner")
    )
    return ends or _SHOW.match(sentence, end) is not None


def _is_subject(sentence: str, start: int, end: int) -> bool:
    """True for "This spring will show who rules", "a troubled first six months of her rule": it is the time itself that
    is spoken of; for the day ahead of an article on its page, and to whom it may be sent."""
    if sentence.startswith(" to Anyone ", end):
        return True
    if sentence.startswith(_MODALS, end) and not sentence[:start].strip(' "“'):
        return True
    return sentence.startswith(_OF_RULE, end)


def run_from(sentence: str, start: int, mention: DateMention) -> DateMention:
    """The days of "for three days from May 20" in place of the first of them, which begins at `start`."""
    run = _RUN.search(sentence, max(0, start - 50), start) if mention.precision == "day" else None
    if run is None or mention.date_start is None:
        return mention
    days = number(run["n"]) * (7 if run["unit"] == "week" else 1)
    return DateMention(
        char_start=mention.char_start, char_end=mention.char_end, text=mention.text,
        date_start=mention.date_start, date_end=mention.date_start + timedelta(days=days - 1),
        precision="range", method=mention.method,
    )  # fmt: skip


def _is_of_a_source(sentence: str, start: int, before: str, lead: str) -> bool:
    """True for the day of a post that is quoted whole, and for the year since which records are kept."""
    if sentence.endswith(") ", 0, start):
        return _TWEETED.search(sentence, max(0, start - 40), start) is not None
    return lead == "in" and "records" in before and _RECORDS.search(before) is not None


def _of_an_occasion(sentence: str, start: int, end: int, mention: DateMention, lead: str) -> bool:
    """True for the day of "left for Monday's talks": what stands ahead goes with the talks; and for the year of "since
    the 2022 invasion", whatever has gone on since; of "is due for the May 3 session"."""
    if mention.precision in ("day", "week") and sentence.startswith(("'s ", "’s "), end):
        return True
    if lead == "for" and mention.precision != "year" and _CALLED.search(sentence, max(0, start - _CALLED_REACH), start):
        return True
    owns = sentence.startswith(("'s ", "’s "), end)
    known = lead in _LEADS_TO and (owns or sentence.endswith(_ARTICLES, 0, start))
    words = _BEHIND_DATE.match(sentence, end) if known or lead == "since" else None
    return words is not None and names_occasion(words["words"].lower().rstrip(".").split())


def _is_of_a_thing(sentence: str, start: int, mention: DateMention, lead: str) -> bool:
    """True for the time of a feast, of terms or borders known by it, of a figure that is spoken of."""
    before = sentence[max(0, start - _FEAST_REACH) : start]
    if lead == "of":
        if mention.text == "tomorrow":
            return True  # "the cars of tomorrow"
        if _NO_EVENT_OF.search(before):
            return True
        return _AS_OF.search(before) is not None and not _COMING.search(sentence, 0, start)
    if mention.precision == "year" and (_OF_A_FIGURE.search(before) or _VALUED.search(before)):
        return True
    if mention.precision == "year" and not _GOALS.isdisjoint(vocabulary(sentence)):
        return _AIMED_AT.search(sentence, max(0, start - _GOAL_REACH), start) is not None
    if " ago" in mention.text and _LONG_AGO.search(mention.text):
        return True  # nobody counts decades to the year
    return _is_of_a_feast(sentence, start, mention)


def _is_of_a_feast(sentence: str, start: int, mention: DateMention) -> bool:
    """True for the Saturday of "ahead of the Lunar New Year on Saturday"."""
    if mention.precision == "year" or _OF_FEASTS.isdisjoint(vocabulary(sentence)):
        return False
    return _AHEAD_OF_FEAST.search(sentence, max(0, start - _FEAST_REACH), start) is not None


def _is_first_day(sentence: str, start: int, end: int, mention: DateMention) -> bool:
    """True for a day from which something is so, or from which it was put off."""
    if not _TO_END.match(sentence, end) and _begins(sentence, start, mention):
        return True
    return mention.precision not in _RANGED and _PUT_OFF.search(sentence, max(0, start - 70), start) is not None


def _is_habit(sentence: str, start: int, end: int) -> bool:
    """True for a day of every year ("is celebrated annually on February 7", "meet each spring, on May 3")."""
    if sentence.endswith("day", start, end) and sentence.endswith((" a ", " any "), 0, start):
        return _GENERIC.match(sentence, end) is not None
    if sentence[end - 4 : end].isdigit() or not ("every" in sentence or "annual" in sentence or "each" in sentence):
        return False
    return _HABIT.search(sentence, max(0, start - 40), start) is not None or _YEARLY.match(sentence, end) is not None


def _begins(sentence: str, start: int, mention: DateMention) -> bool:
    """True for a day from which something is so: one that opens the sentence, one of what will be or was lifted."""
    if _FROM_THEN.match(sentence, 0, start):
        return True
    dated = mention.precision in ("day", "month", "season", "quarter")
    return dated and _WILL_FROM.search(sentence, max(0, start - 100), start) is not None


def _measures(sentence: str, start: int, mention: DateMention, lead: str) -> bool:
    """True for a date that measures a time or that a figure is compared with; a range runs "from" and "between"."""
    words = vocabulary(sentence)
    if lead == "and" and "between" in words and _SPAN_END.search(sentence, max(0, start - 90), start):
        return True
    if lead in _MEASURES or (lead in _COMPARES and ("%" in sentence or not _COMPARING.isdisjoint(words))):
        measured = _BASELINE.search(sentence[max(0, start - 40) : start].lower())
        if measured is not None and not (
            mention.precision in _RANGED and measured.group().startswith(("from", "between"))
        ):
            return True
    if mention.precision == "day":
        return False
    if not _COMPARED_SIGNS.isdisjoint(words) and _COMPARED.search(sentence, max(0, start - 70), start):
        return True
    return _SAME_SPAN.match(mention.text) is not None


def _bounds(sentence: str, start: int, mention: DateMention, lead: str) -> bool:
    """True for a time by the end of which something is done, and for the end of a period of figures."""
    if lead == "by" and mention.precision != "day" and _BY.search(sentence[max(0, start - 40) : start]):
        return True
    if _PERIODS.isdisjoint(vocabulary(sentence)):
        return False
    return _PERIOD_END.search(sentence[max(0, start - 60) : start]) is not None


def of_a_thing(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> bool:
    """True for "this year's harvest", "a 2015 conviction": the date belongs to a thing, not to an event."""
    if sentence[end : end + 2] not in ("'s", "’s"):
        if _is_of_appraised(sentence, start, end, triggers):
            return True
        weekly = sentence.endswith("day", start, end) and _SERVICE.match(sentence, end) is not None
        return weekly or _is_old(sentence, start, end, triggers)
    return not any(t.pos == "noun" and _TO_NOUN.fullmatch(sentence, end, t.start) for t in triggers)


def _is_of_appraised(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> bool:
    """True for the year of what somebody weighs or praises: "hailed the progress of ties in 2018"."""
    if _LONG_TIME.fullmatch(sentence, start, end) is None:
        return False
    told = _APPRAISED.search(sentence, max(0, start - _APPRAISED_REACH), start)
    if told is None or told["noun"] not in word_class("appraised"):
        return False
    verb = next((t for t in reversed(triggers) if t.pos == "verb" and t.end < start), None)
    return verb is not None and verb.lemma in word_class("appraises")


def _is_old(sentence: str, start: int, end: int, triggers: Sequence[Trigger]) -> bool:
    """True for the time of a thing that something is done to: "threw out a 2015 conviction", "condemned the May 3
    remarks"."""
    bare_year = end - start == len("2015") and sentence[start:end].isdigit()
    if not bare_year and not (
        sentence[start : start + 1].isupper()
        and sentence[end - 1 : end].isdigit()
        and _OF_DAY.search(sentence, max(0, start - _AHEAD), start)
    ):
        return False
    things = _THING.match(sentence, end)
    if things is None or not _DETERMINED.search(sentence, max(0, start - 12), start):
        return False
    words = things.group().split()
    if not bare_year and any(word in noun_forms() for word in words):
        return False
    if not occasion_signs("message").isdisjoint(words) or any(_is_paper(word) for word in words):
        return False
    return not any(t.pos == "noun" and end < t.start < things.end() for t in triggers)


def _is_paper(word: str) -> bool:
    """True for what is made once and lasts ("a 1961 pact"): its year is that of an event."""
    return any(entry.thing for rest, entry in noun_forms().get(word, ()) if not rest)
