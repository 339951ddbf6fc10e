"""Whether a dated sentence gives a figure over a period and tells of no occurrence.

Such a figure is `trade`'s business.
"""

import re
from functools import cache

from pipeline.extract.events.governed import Governed
from pipeline.extract.events.tokens import word_class
from pipeline.extract.inflection import inflections, irregular_verbs
from pipeline.extract.vocabulary import vocabulary
from pipeline.lexicon.table import rows

_AMOUNT = re.compile(
    # one set of signs first: a pattern that begins so is searched for thrice as fast as alternatives are
    r"[$€£¥₽₩%\d](?:(?<=[$€£¥₽₩%])|(?<=\b\d)\d{0,2}(?:,\d{3})+\b|"
    r"(?:(?<=\b\d)|(?<=\b[A-Z]\d)|(?<=\b[A-Z]{2}\d)|(?<=\b[A-Z]{3}\d))[\d.,]{0,12}[\s-]?"
    r"(?:percent|per\scent|thousand|million|billion|trillion|mn|m\b|bn|bln|mln|tons?|tonnes|barrels|crore|lakh|"
    r"bpd|cubic|bcm|[TGMk]Wh?|(?:tera|giga|mega|kilo)watt[\s-]hours|kg|kilogram|litres|liters|head))"
)
_FRACTION = re.compile(
    r"\b(?:an?|half\sa|one|two|three|four|five|six|seven|eight|nine|ten|several)\s(?:million|billion)\b|\b(?:two-thirds|three-quarters|a\sthird|a\squarter|half|one-third|a\sfifth)\b"
    r"|\btimes\s(?:as\s(?:many|much)|more)\b"
)
_FRACTIONS = frozenset({"times", "thirds", "quarters", "third", "quarter", "half", "fifth", "million", "billion"})
"""Words of which a sentence with a fraction or a multiple has one."""
_BESIDE = 40
"""Characters around the date in which the amount stands."""
_LONG = frozenset({"year", "quarter", "half", "season", "range"})
_HOME = re.compile(r"\b(?:sent|sends|send|sending|remitted|wired)\s(?:back\s)?home\b")
FIGURE_AHEAD = re.compile(
    r"\s(?:(?:by|to|at|from|for|about|some|nearly|almost|over|around|barely|just|only|more\sthan|less\sthan|up|down|"
    r"a\sfurther|another|(?:an?|the)\s(?:new\s)?(?:all-time|estimated|historic|record|whopping|high\sof|low\sof))\s){0,3}"
    r"(?:in\s(?=\d[\d.,]{0,6}\s?(?:%|percent|per\scent)))?"
    r"(?:(?:[A-Z]{1,3}\s?)?(?:[$€£¥₩]\s?\d|\d[\d.,]{0,12}[\s-]?(?:%|percent|per\scent|points?|thousand|million|billion|"
    r"m\b|bn\b|lakh|crore|tons?\b|tonnes|barrels|yen\b|euros?\b|dollars?\b|yuan\b|won\b))|\d{1,5}\.\d{2,4}\b|"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several)\s(?:thousand|million|billion)\b|(?:an?\s|one[\s-])?(?:third|quarter|half|fifth|tenth)\b|"
    r"two[\s-](?:thirds|fifths)\b|three[\s-](?:quarters|fifths)\b)"
)
"""What the verb of a figure is followed by: "plummeted by 12 percent", "dropped by a third"."""
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several)\smillion|\d{1,3}(?:,\d{3}){1,3}|\d[\d.,]{0,8}[\s-](?:thousand|million|billion|lakh|crore|(?:cubic|metric)\s|"
    r"tons?|tonnes|barrels|litres)"
)
_OBJECT = re.compile(
    r"\s(?:(?!in\b|on\b|at\b|to\b|and\b|for\b|with\b|by\b|from\b|after\b|when\b|an?\b)[\w'’-]{1,16}\s){0,4}?"
    rf"(?:[A-Z]{{1,3}}\s?)?(?:[$€£¥₩]\s?\d|{_COUNT})"
)
"""An amount that a verb acts on: "moved 18.2 million tons", "notified the committee of 205,600 barrels"."""
_SUBJECT = re.compile(rf"\b(?:{_COUNT})\b[^,;:]{{0,60}}\s\Z")
"""An amount that moves: "some 18,460 lorries with local goods entered"."""
_COUNTED = re.compile(r"\b(?:\d{1,3}(?:,\d{3})+|\d[\d.,]{0,9}\s(?:thousand|million))\s(?:[\w'’-]{1,16}\s){0,2}\Z")
"""What stands before what is counted: "made 209,198 trips"."""
_BY_A_PART = re.compile(
    r"\s(?:[^,;:\s][^,;:]{0,79}?\s)?by\s(?:(?:about|some|nearly|almost|over|around|more|less|than|as|much)\s){0,3}"
    r"(?:\d[\d.,]{0,12}\s?(?:%|percent|per\scent)|a\sthird|a\squarter|half\b|two-thirds)"
)
"""What was changed by a part over a long time: "cut traffic by 38 percent in the first half"."""
_GOODS = re.compile(r"\b(?:tons?|tonnes|barrels|containers|wagons)\b")
"""What no troops are counted in."""
_BRINGS_TO = re.compile(
    r"\s(?=\S)[^.;]{3,90}?\sto\s(?:(?:about|some|nearly|almost|over|more\sthan)\s)?(?:[A-Z]{1,3}\s?)?[$€£¥₩]?\d[\d,.]*\s[a-z]"
)
"""What was told is added to what was told before."""
_COMPARED_NOUN = re.compile(r"\b(?:lower|higher|fewer|smaller|larger|falling|rising)\s(?:[\w-]{2,16}\s){0,2}\Z")
"""Ahead of a flow: it is compared with that of another time."""
_SUM_IN = re.compile(
    r"[$€£¥₩]\s?\d[\d.,]{0,9}\s?(?:million|billion|trillion|mn|m|bn|b)\s(?:of|in|worth\sof)\s[^;:]{0,50}\Z"
)
"""Ahead of the help of which a sum was given over a long time."""
_BALANCE = re.compile(
    r"\s(?:[^\s;:]{1,16}\s){0,6}?(?:deficits?|earnings|growth|loss(?:es)?|profits?|revenues?|sales|surplus(?:es)?|turnover)\b"
)
"""Behind a verb of having or showing: a figure of accounts."""
_MOVED = frozenset({"delivery", "export", "import", "sale", "shipment"})
"""What in a month or longer is a figure, whatever is told of it ("October shipments were back to normal")."""
_AMOUNTS = re.compile(
    r"\s(?:to\s(?:[\w'’-]{1,20}\s){1,3})?(?:amounting|standing|totalling|totaling|outstanding|valued|worth)\b"
)
_NUMBER_OF = re.compile(r"\b[Nn]umbers?\sof\s(?:[\w'’-]{1,20}\s){1,5}?(?:(?:that|who|which)\s)?\Z")
"""Ahead of what those do who are counted."""
_MORE_OF = re.compile(
    r"(?:%|\bper\s?cent|\btimes|\b(?:many|[a-z]{3,9}ly|far|\d))\s(?:more|fewer|as\smany)\s(?:[\w-]{2,16}\s){0,2}\Z"
)
"""Ahead of what is counted and compared ("a third more fires than in 2016", "40% fewer attacks")."""
_ALL_OF = re.compile(
    r"\b(?:all|everything|what|whatever|(?:[Tt]he|total)\s(?:amounts?|quantit(?:y|ies)|sums?|volumes?|number))\s(?:of\s[\w\s'-]{2,40}\s)?"
    r"(?:that\s|which\s)?(?:[\w'’-]{1,20}\s){1,4}\Z"
)
"""Ahead of a flow over a long time: the whole of it ("a quarter of everything that Laos bought in 2014")."""
_GIFT = re.compile(
    r"\b(?:[Dd]onat(?:ed|ions?)|[Gg]ifts?|[Hh]umanitarian|[Rr]elief|free\sof\scharge|World\sFood\sProgram(?:me)?)\b"
)
"""What goods that are given are called, and who brings them."""
_INCLUDES = re.compile(
    r",?\s(?:includes?|included|consists?\sof|consisted|comprises?|comprised|are|were|amount|amounted|accounts?|accounted)\b"
)
"""Behind the time of goods that moved in it: what they were ("goods exported in 2015 included tea")."""
_ONE_CARGO = re.compile(
    r"\b(?:an?|one|first|second|third|last|latest|new|another|trial)\s(?:[\w-]{2,16}\s){0,2}"
    r"(?:batch|cargo|consignment|container|convoy|delivery|instalment|installment|load|lorry|parcel|rake|shipment|train|tranche|truck|wagon)\b"
    r"|\b(?:[Aa]nother|[Aa]\sfurther)\s\d[\d.,]{0,9}\s(?:tons|tonnes|doses|barrels|kg)\b"
)
"""One that moves is an occurrence, however much it is."""
_ONE_LOAN = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|one|first|second|third|fourth|last|another)\s(?:[$€£¥]?[\w.,-]{1,16}\s){0,3}?"
    r"(?:credit|grant|line\sof\scredit|loan)\b(?!\s(?:volume|portfolio|growth))"
)
"""The same of one that is given."""


@cache
def _change() -> re.Pattern[str]:
    """A change that a figure is said to have seen ("another drop", "the first rise")."""
    nouns = "|".join(sorted(row["word"] for row in rows("changes") if row["kind"] == "noun"))
    return re.compile(rf"\s(?:an?|another|the|its|their)\s(?:[\w-]{{2,16}}\s){{0,2}}(?:{nouns})\b")


_RANKED = frozenset(
    {"become", "slip", "climb", "fall", "rise", "drop", "rank", "emerge", "jump", "move", "climbed", "dropped",
     "emerged", "fell", "jumped", "moved", "ranked", "rose", "slipped"}
)  # fmt: skip
"""Lemmas, and forms of those that the lexicons do not know."""
_PLACE = re.compile(
    r"(?:\s[\w'’]{1,20}){0,7}?(?:[\s-](?:largest|biggest|top|main)\s(?:[a-z-]{2,14}\s){0,2}(?:partner|supplier|buyer|market|"
    r"exporter|importer|source|destination|investor|customer|economy|producer|seller|consumer|creditor|lender|donor)\b|"
    r"\s(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top)\s"
    r"(?:spot|place|position|rank)\b)"
)
"""A place among others ("became its third-largest supplier", "slipped to ninth place"): a figure in words."""


@cache
def _moves() -> re.Pattern[str]:
    """The verbs of a figure, in every form of the past: "rose", "came to", "stood at"."""
    forms = []
    irregular = irregular_verbs()
    for lemma in sorted(word_class("moves")):
        head, *rest = lemma.split()
        forms += [
            " ".join([form, *rest]) for form, kind in inflections(head, irregular) if kind in ("past", "participle")
        ]
    return re.compile(rf"\b(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})\b")


def is_figure(words: str) -> bool:
    """True where a verb tells how a figure moved or what it came to."""
    return _moves().search(words) is not None


def is_statistic(sentence: str, offset: int, item: Governed) -> bool:
    """True for "exported $34 million worth of oil in 2014": an amount that moved over a month or longer.

    The sentence begins at `offset` of its article. What was given in a month is an occurrence ("donated 500 tons in
    May"), over a longer time a figure; deliveries that rose are a figure however they are dated.
    """
    if item.trigger.pos != "noun" and item.date.precision in ("day", "week"):
        return False
    if (
        _is_sum(sentence, item)
        or _is_counted_more(sentence, item)
        or _is_sum_of_help(sentence, item)
        or (_is_balance(sentence, item) or _is_number_of(sentence, item) or _is_whole(sentence, item))
    ):
        return True
    if item.trigger.lemma in word_class("registers") and _change().match(sentence, item.trigger.end):
        return True
    if (
        item.trigger.form in ("past", "participle")
        and item.trigger.lemma in word_class("flows")
        and _INCLUDES.match(sentence, item.date.char_end - offset)
    ):
        return True
    low, high = _around(item, offset)
    if not _has_amount(sentence, sentence[low:high]):
        return False
    if item.trigger.pos == "noun" and is_figure(sentence[low:high]):
        return True
    if item.date.precision in ("day", "week"):
        return False
    if _is_described(sentence, offset, item) or _HOME.search(sentence[low:high]):
        return True
    if item.trigger.kind == "general" and item.trigger.lemma not in word_class("matrix"):
        return item.trigger.event_type == "OTHER" or _takes_part(sentence, item)
    return _is_flow(sentence, item, sentence[low:high])


def _takes_part(sentence: str, item: Governed) -> bool:
    """True where an amount is the object or the subject of the verb."""
    if _OBJECT.match(sentence, item.trigger.end):
        return True
    return _SUBJECT.search(sentence[item.clause[0] : item.trigger.start]) is not None


def _around(item: Governed, offset: int) -> tuple[int, int]:
    """Where in the sentence the amount stands: in the clause, or beside its date."""
    (low, high), start, end = item.clause, item.date.char_start - offset, item.date.char_end - offset
    if low <= start and end <= high and item.trigger.kind == "content" and item.trigger.start > start:
        return low, high
    return min(low, max(0, start - _BESIDE)), max(high, end + _BESIDE)


def _is_sum(sentence: str, item: Governed) -> bool:
    """True for "the deliveries bring the total to 8,000 tonnes", for "lower fuel shipments in March", and for a place
    among others."""
    trigger = item.trigger
    if trigger.lemma in _RANKED:
        return _PLACE.match(sentence, trigger.end) is not None
    if trigger.lemma == "bring":
        return _BRINGS_TO.match(sentence, trigger.end) is not None
    return (
        trigger.lemma in word_class("flows")
        and _COMPARED_NOUN.search(sentence, max(0, trigger.start - 60), trigger.start) is not None
    )


def _is_balance(sentence: str, item: Governed) -> bool:
    """True for "ran a trade surplus of $4 billion", "registered revenue of 300 million kwacha", "loans amounting to $5
    billion"."""
    trigger = item.trigger
    if trigger.pos == "noun":
        if trigger.form == "many" and trigger.lemma in _MOVED:
            return item.date.precision not in ("day", "week")
        return trigger.event_type == "AID" and _AMOUNTS.match(sentence, trigger.end) is not None
    runs = trigger.lemma in ("post", "report", "run") or trigger.lemma in word_class("registers")
    return runs and _BALANCE.match(sentence, trigger.end) is not None


def _is_number_of(sentence: str, item: Governed) -> bool:
    """True for "the number of tourists visiting Peru in 2018"."""
    trigger = item.trigger
    if trigger.pos != "verb" or trigger.form not in ("ing", "s", "base") or "umber" not in sentence:
        return False
    return _NUMBER_OF.search(sentence, max(0, trigger.start - 90), trigger.start) is not None


def _is_whole(sentence: str, item: Governed) -> bool:
    """True for "a quarter of everything that Laos bought from Vietnam in 2014"."""
    trigger = item.trigger
    if trigger.pos != "verb" or item.date.precision not in _LONG:
        return False
    if trigger.lemma not in word_class("flows") and trigger.lemma not in word_class("flows_directly"):
        return False
    return _ALL_OF.search(sentence, max(0, trigger.start - 90), trigger.start) is not None


def _is_sum_of_help(sentence: str, item: Governed) -> bool:
    """True for "$9 billion in humanitarian aid from January to May"."""
    trigger = item.trigger
    if item.date.precision != "range" or trigger.event_type != "AID" or trigger.pos != "noun":
        return False
    return _SUM_IN.search(sentence, max(0, trigger.start - 90), trigger.start) is not None


def _is_counted_more(sentence: str, item: Governed) -> bool:
    """True for "40% fewer attacks in 2017 than in 2016"."""
    start, end = item.trigger.start, item.trigger.end
    if item.trigger.pos != "noun" or item.trigger.form != "many" or " than" not in sentence[end : end + 80]:
        return False
    return _MORE_OF.search(sentence, max(0, start - 60), start) is not None


def _has_amount(sentence: str, words: str) -> bool:
    """True where `words`, a part of `sentence`, hold an amount of money, of goods or in parts."""
    if _AMOUNT.search(words):
        return True
    return not _FRACTIONS.isdisjoint(vocabulary(sentence)) and _FRACTION.search(words) is not None


def _is_described(sentence: str, offset: int, item: Governed) -> bool:
    """True for the pay of "pay sent to Lesotho came to R640m": the verb only describes what the figure is of."""
    trigger = item.trigger
    if trigger.pos != "verb" or trigger.form not in ("past", "participle") or trigger.passive:
        return False
    words = sentence[trigger.end : max(0, item.date.char_start - offset)]
    moves = _moves().search(words)
    return moves is not None and not words.endswith((" and ", ", "), 0, moves.start())


def _is_one_gift(item: Governed, words: str) -> bool:
    """True for what was given in a month, or is to be given in no more than a half ("will donate 5,000 tons in June"):
    a gift is an occurrence, however much it is."""
    if item.trigger.event_type != "AID" and _GIFT.search(words) is None:
        return False
    given = item.trigger.lemma in word_class("gives") or _GIFT.search(words) is not None
    if item.date.precision in ("month", "approximate"):
        return given
    return given and item.trigger.future and item.date.precision in ("quarter", "season", "half")


def _is_flow(sentence: str, item: Governed, words: str) -> bool:
    """True where the amount in `words`, dated by a month or a longer time, is what flowed in that time."""
    trigger, long = item.trigger, item.date.precision in _LONG
    if _is_one_gift(item, words):
        return False
    if trigger.event_type == "MOBILIZE" and not _GOODS.search(words):
        return False
    if trigger.lemma in word_class("flows"):
        return _ONE_CARGO.search(words) is None
    if long and item.date.precision != "season" and trigger.lemma in word_class("gives"):
        return _ONE_LOAN.search(words) is None
    if trigger.pos == "noun":
        return (
            trigger.form == "many" and _COUNTED.search(sentence[max(0, trigger.start - 60) : trigger.start]) is not None
        )
    if long and _BY_A_PART.match(sentence, trigger.end):
        return True
    return trigger.lemma in word_class("flows_directly") and _takes_part(sentence, item)
