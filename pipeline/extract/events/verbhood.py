"""Whether a word is a verb in its sentence, in the form that it seems to have: most forms may be nouns or describe one.

What the verb means is for `triggers`.
"""

import re
from functools import cache

from pipeline.extract.events.labels import telegraphic
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.tokens import Tokens, word_class
from pipeline.extract.events.words import VerbForm, noun_forms, verb_forms
from pipeline.extract.inflection import finite_words
from pipeline.lexicon.countries import forms

DAY_AHEAD = re.compile(
    r"\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"\d{1,2}(?:st|nd|rd|th|/|:|\s?[ap]\.?m)|(?:1[89]|20)\d\d\b(?!\s[a-z]{3})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:early|late|mid-|next|last)\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|today\b|tonight\b|tomorrow\b)"
)
"""Behind "passed on", "called for": a day, and the particle is a preposition."""
_NO_NOUN = frozenset({"to", "and", "that", "it", "him", "them", "us"})
"""Words behind a participle with which no noun begins that it describes, determiners beside."""
_NO_SUBJECT = frozenset({"and", "or", "to", "not", "let", "make", "help", "them", "him", "her", "us", "it", "nor"})
"""Words behind which a base form is an infinitive."""
_AHEAD_OF_NAMES = frozenset({"the", "a", "an", "of", "in", "from"})
"""Words behind which a participle with a name behind it only describes what that names."""
_INVERTS = frozenset({"did", "will", "would"})
_FRONTED = frozenset({"only", "until", "nor", "neither", "never"})
"""Words that put a helping verb ahead of its subject."""
_OPENS_OBJECT = frozenset({"a", "an", "the", "its", "his", "her", "their", "new", "two", "three", "four", "another"})
_TIMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "week", "month"}
)
"""What may stand between a subject and its verb."""
_DETERMINERS = (("the",), ("a",), ("an",), ("its",), ("their",), ("his",), ("her",))
_NOUNS_IN_LY = frozenset({"anomaly", "assembly", "elderly", "monopoly", "monthly", "quarterly", "weekly"})
_SCARCE = frozenset(
    {"ability", "access", "capacity", "means", "options", "power", "powers", "resources", "room", "time"}
)
"""What one has little of."""
_MOSTLY_NOUNS = frozenset(
    {"borrowing", "buying", "lending", "manufacturing", "mining", "selling", "shipping", "spending", "trading"}
)
"""Forms in -ing that are a noun behind an owner and what is done to."""
_SHIPPING = frozenset(
    {"companies", "containers", "costs", "delays", "firms", "lanes", "lines", "rates", "routes", "sources"}
)
"""What is described by "shipping", and is not shipped."""
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"}
)  # fmt: skip
_PHRASES = frozenset({"after", "amid", "before", "by", "despite", "during", "following", "for", "over", "since"})
"""Words ahead of "the" with which a phrase begins, and no clause ("since the Hamas attacks on")."""
_OWNS = frozenset({"of", "from", "under", "by", "against", "over", "its", "their", "his", "her", "these", "those"})
"""Words ahead of a name that says whose a thing is ("the lifting of EU sanctions on")."""
_SAYS = frozenset({"said", "told", "announced", "reported", "confirmed", "added"})
"""Verbs behind which another clause may begin with a name ("said Putin visits in May")."""
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozens"})
"""Words that count the things whose plural looks like a verb ("sent two Rafale jets")."""
_SUMS_UP = frozenset({"all", "any", "both", "few", "many", "some", "such"})
"""The same right ahead of the things ("withdrew all licenses to mine there")."""
_GOOD_SIGNS = frozenset(
    {"candidate", "candidates", "data", "development", "developments", "future", "market", "markets", "result",
     "results", "sign", "signs", "start", "step", "steps"}
)  # fmt: skip
"""What is promising of itself."""


def is_verb(sentence: str, tokens: Tokens, at: int, verb: VerbForm, before: tuple[str, ...]) -> bool:
    """Whether the word at `at` is this form of a verb behind the words `before` in its clause."""
    last = before[-1] if before else ""
    nounish = last in word_class("determiner") or last.endswith(("'s", "’s", "s'"))
    match verb.form:
        case "past" | "participle":
            if _is_scarce(tokens, at) or (verb.entry.lemma == "have" and _helps(tokens, at)):
                return False
            if nounish and not verb.rest and tokens.lowers[at] == verb.entry.lemma:
                return False
            if _only_describes(tokens, at, before, last, nounish and not verb.rest, not verb.rest):
                return False
            return last not in word_class("stays_so")  # "the road remained blocked"
        case "base":
            if at > 1 and tokens.lowers[at - 1] == "not" and tokens.lowers[at - 2] in word_class("be"):
                return False  # "it was not clear"
            if last in word_class("modal") or _after_modal(tokens, at) or inverted(tokens, at) is not None:
                return True
            return not nounish and _is_present(sentence, tokens, at, last)
        case "s":
            return (not nounish or last == "that") and _is_third_person(sentence, tokens, at, last, verb.rest)
        case "ing":
            return _is_participle(tokens, at, last, nounish)
    return False


def _only_describes(tokens: Tokens, at: int, before: tuple[str, ...], last: str, nounish: bool, single: bool) -> bool:
    """True for a participle ahead of the noun or name that it describes ("met exiled leaders", "the occupied Golan");
    `single` is false where a particle belongs to it."""
    if single and last in _AHEAD_OF_NAMES and tokens.upper(at + 1):
        return True
    if single and tokens.lowers[at] == "accused" and tokens.lowers[at + 1 : at + 2] == ("of",):
        # "the trial of men accused of spying"
        told = not finite_words().isdisjoint(tokens.lowers[: at - 1])
        return word_class("be").isdisjoint(before) and (told or not word_class("preposition").isdisjoint(before))
    modifier = (nounish and not _counted_subject(before, last)) or _is_past_verb(last) or _is_how(before, last)
    return modifier and _followed_by_noun(tokens, at)


def _is_how(before: tuple[str, ...], last: str) -> bool:
    """True for the adverb of "the heavily fortified border"."""
    if not last.endswith("ly") or len(last) < 7 or last in _NOUNS_IN_LY:
        return False
    return before[-2:-1] in _DETERMINERS


def _is_scarce(tokens: Tokens, at: int) -> bool:
    """True for "have limited access": an adjective."""
    if tokens.lowers[at] != "limited" or at == 0 or at + 1 >= len(tokens.lowers):
        return False
    if tokens.lowers[at - 1] not in ("has", "have", "had", "with", "very"):
        return False
    return tokens.lowers[at + 1] in _SCARCE


def _helps(tokens: Tokens, at: int) -> bool:
    """True for the "had" of "had also declined"."""
    behind = at + 1
    while behind < len(tokens.lowers) and tokens.lowers[behind] in word_class("adverb"):
        behind += 1
    word = tokens.lowers[behind] if behind < len(tokens.lowers) else ""
    return word == "been" or (word.endswith("ed") and word in finite_words())


def words_before(tokens: Tokens, at: int) -> tuple[str, ...]:
    """The up to three words before a verb in its clause, adverbs left out; numbers and commas end them."""
    first = at
    stop = at - 3 if at > 3 else 0
    while first > stop and (tokens.gaps[first] == " " or not tokens.gaps[first].strip()):
        first -= 1
    last = at
    while last > first and tokens.lowers[last - 1] in word_class("adverb"):
        last -= 1
    return tokens.lowers[first:last]


def _is_present(sentence: str, tokens: Tokens, at: int, last: str) -> bool:
    """True for a base form that tells of several in the present ("envoys hold talks")."""
    word = tokens.lowers[at]
    if word == "shake" and last not in _NO_SUBJECT and tokens.lowers[at + 1 : at + 2] == ("hands",):
        return True
    if word in word_class("timetable") and last not in _NO_SUBJECT and _goes_on(tokens, at):
        return True
    if word in noun_forms():
        return last.endswith("s") and takes_phrase(tokens, at) and telegraphic(sentence)
    several = last.endswith("s")
    if (several or last in ("men", "sides", "")) and telegraphic(sentence):
        return True
    named = at > 1 and tokens.upper(at - 1)
    if named and " and " in sentence[: tokens.starts[at]] and telegraphic(sentence):
        return True
    if not several or named or word in word_class("both"):
        return False
    return _takes_object(tokens, at) or takes_phrase(tokens, at)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """True for "meet in Riga", "resume again on Monday", "leave for Wellington"."""
    if tokens.lowers[at] == "leave":
        return tokens.lowers[at + 1 : at + 2] == ("for",) or tokens.upper(at + 1)
    behind = at
    while behind + 1 < len(tokens.lowers) and tokens.lowers[behind + 1] in word_class("adverb"):
        behind += 1
    return takes_phrase(tokens, behind) or (behind == at and tokens.upper(at + 1))


def _is_third_person(sentence: str, tokens: Tokens, at: int, last: str, rest: tuple[str, ...]) -> bool:
    """True for "visits Moscow", "arrives in Riga": a plural noun of the same form stands otherwise."""
    if _is_past_verb(last) or _is_counted(tokens, at, last):
        return False
    if tokens.lowers[at] in noun_forms() and tokens.gaps[at].strip().isdigit():
        return False  # "its May 24 sanctions"
    if tokens.lowers[at] in noun_forms() and (_is_described(tokens, at) or _behind_day(tokens, at)):
        return False
    if (
        (last in ("which", "who") and tokens.lowers[at] in noun_forms())
        or _behind_time(tokens, at, last)
        or _is_to_come(sentence, tokens, at, last, rest)
    ):
        return True
    word, named = tokens.lowers[at], at > 0 and tokens.upper(at - 1)
    if named and word in word_class("both") and last in _demonyms():
        return False
    if _takes_object(tokens, at):
        return True
    if word in word_class("both") or word in noun_forms():
        if named and _names_whose(tokens, at):
            return False
        one = (
            named
            or last in ("he", "she", "it", "which", "who")
            or (last in party_words("office") and tokens.upper(at + 2))
            or (rest == ("for",) and last in noun_forms())
        )
        return one and takes_phrase(tokens, at)
    if telegraphic(sentence):
        return True
    return at > 0 and last not in word_class("preposition") and takes_phrase(tokens, at)


def _behind_time(tokens: Tokens, at: int, last: str) -> bool:
    """True for "Oman this week welcomes envoys", "Okello on Monday meets traders"."""
    return last in _TIMES and at > 1 and tokens.lowers[at] not in noun_forms() and "-" not in tokens.gaps[at]


def _is_counted(tokens: Tokens, at: int, last: str) -> bool:
    """True for the jets of "two Rafale jets", the licenses of "all licenses", and for the heads of states."""
    if last in _SUMS_UP or tokens.lowers[at : at + 2] == ("heads", "of"):
        return True
    if tokens.lowers[at] == "jets" and tokens.lowers[at + 1 : at + 2] not in (("into",), ("off",)):
        return True
    return not _COUNTS.isdisjoint(tokens.lowers[max(0, at - 2) : at])


def _is_described(tokens: Tokens, at: int) -> bool:
    """True behind the second half of an adjective: "UN-imposed sanctions", "army-led talks"."""
    before = tokens.lowers[at - 1] if at else ""
    return "-" in before and before.endswith(("ed", "run", "made", "wide"))


def _behind_day(tokens: Tokens, at: int) -> bool:
    """True for "the 7 May guerrilla raids" and "the May 7 Hezbollah attacks": a day ahead of a name."""
    if at < 3 or tokens.texts[at - 2] not in _MONTHS or not tokens.upper(at - 1):
        return False
    return tokens.lowers[at - 3] in ("the", "its", "their")


def _names_whose(tokens: Tokens, at: int) -> bool:
    """True for "lifted UN sanctions on", "the UN-backed talks in": the name ahead says whose the noun is."""
    if at < 2:
        return False
    ahead, name = tokens.lowers[at - 2], tokens.texts[at - 1]
    if ahead == "the":
        phrase = at > 2 and tokens.lowers[at - 3] in _PHRASES
        return phrase or "-" in name or (name.isupper() and tokens.lowers[at] in noun_forms())
    return ahead in _OWNS or (ahead not in _SAYS and _is_past_verb(ahead))


def _is_to_come(sentence: str, tokens: Tokens, at: int, last: str, rest: tuple[str, ...]) -> bool:
    """True for "takes effect", "meets again in Riga" and the second predicate of "and lapses on July 1": the present
    of what is planned."""
    joined = last == "and"
    if not joined and last in word_class("preposition"):
        return False
    if rest and rest[0] != "_":
        return rest[-1] not in word_class("preposition") or _on_a_day(sentence, tokens, at + len(rest))
    if tokens.lowers[at] in noun_forms():
        return False
    word = tokens.lowers[at]
    base = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    if base in word_class("timetable") - word_class("both"):
        return _goes_on(tokens, at)
    behind = at
    while behind + 1 < len(tokens.lowers) and tokens.lowers[behind + 1] in word_class("adverb"):
        behind += 1
    if behind > at:
        return takes_phrase(tokens, behind)
    if joined and tokens.lowers[at] not in word_class("both") and takes_phrase(tokens, at):
        return True
    return joined and _on_a_day(sentence, tokens, at)


def _on_a_day(sentence: str, tokens: Tokens, last: int) -> bool:
    """True where a day follows a verb whose last word stands at `last`."""
    ahead = tokens.ends[last + 1] if takes_phrase(tokens, last) else tokens.ends[last]
    return DAY_AHEAD.match(sentence, ahead) is not None


@cache
def _demonyms() -> frozenset[str]:
    """The adjectives of the states: behind one a word that may be a noun is one ("barred Russian ships from")."""
    return frozenset(form.form.casefold() for form in forms() if form.kind == "demonym" and not form.form.endswith("s"))


def _is_participle(tokens: Tokens, at: int, last: str, nounish: bool) -> bool:
    """True for the -ing form of a verb, where it is no noun ("meeting") and no preposition ("following")."""
    word = tokens.lowers[at]
    if word == "following" or (word in _MOSTLY_NOUNS and (_tells_what(tokens, at) or _is_owned(tokens, at))):
        return False
    if word == "promising" and not _GOOD_SIGNS.isdisjoint(tokens.lowers[at + 1 : at + 2]):
        return False
    if word in noun_forms():
        joined = last in word_class("be") or last in _ahead_of_doing() or _opens_aside(tokens, at)
        return (joined or (at == 0 and not takes_phrase(tokens, at))) and not (last == "be" and nounish)
    return not nounish or last in ("after", "before", "by", "of", "in", "for")


def _tells_what(tokens: Tokens, at: int) -> bool:
    """True for the shipping of "carrying shipping containers", "amid shipping delays": it describes a noun."""
    return tokens.lowers[at] == "shipping" and at + 1 < len(tokens.lowers) and tokens.lowers[at + 1] in _SHIPPING


def _is_owned(tokens: Tokens, at: int) -> bool:
    """True for the buying of "Chad's wheat buying in May"."""
    return at > 1 and tokens.lowers[at - 2].endswith(("'s", "’s")) and not tokens.gaps[at].strip()


def _opens_aside(tokens: Tokens, at: int) -> bool:
    """True for ", signing three accords": a comma ahead, an object that is counted or determined behind."""
    if tokens.gaps[at] != ", " or at + 1 >= len(tokens.lowers):
        return False
    following = tokens.lowers[at + 1]
    if tokens.lowers[at] == "warning":
        return following not in ("signs", "shots", "labels", "systems")
    return following in word_class("determiner") and following not in word_class("preposition")


@cache
def _ahead_of_doing() -> frozenset[str]:
    """Words behind which an -ing form is a verb though it may be a noun: "by lifting", "began lifting"."""
    begins = {
        form for form, verbs in verb_forms().items() for verb in verbs if verb.entry.lemma in word_class("begins_doing")
    }
    return frozenset(begins | {"after", "before", "by", "while", "without", "when"})


def _counted_subject(before: tuple[str, ...], last: str) -> bool:
    """True for "the two" of "the two signed", "that" of "that signed": words that a noun may follow, but need not."""
    if last in ("that", "first"):
        return True
    return last in ("two", "three", "four", "five") and before[-2:-1] in (("the",), ("all",), ("these",), ("those",))


def _is_past_verb(word: str) -> bool:
    """True for the "met" of "met exiled leaders"."""
    helping = word in word_class("be") or word in ("had", "have", "has") or word in word_class("modal")
    return not helping and any(verb.form == "past" for verb in verb_forms().get(word, ()))


def _after_modal(tokens: Tokens, at: int) -> bool:
    """True for "will next month lift" and for the second verb of "will visit Jakarta and sign"."""
    lowers = tokens.lowers
    for last in range(at - 1, max(-1, at - 6), -1):
        if lowers[last] in word_class("modal") and tokens.texts[last] != "May":
            between = lowers[last + 1 : at]
            return len(between) <= 3 and all(word in word_class("time") or word.endswith("ly") for word in between)
    if at == 0 or lowers[at - 1] != "and":
        return False
    before = lowers[max(0, at - 16) : at]
    if not (word_class("future") | {"to", "would"}).intersection(before):
        return False
    return tokens.upper(at + 1) or (lowers[at + 1 : at + 2] or ("",))[0] in word_class("determiner")


def inverted(tokens: Tokens, at: int) -> str | None:
    """What opens a clause whose helping verb stands ahead of its subject: "only" of "only on Monday did the ministers
    meet"; None where no such clause has its verb at `at`."""
    lowers = tokens.lowers
    if _FRONTED.isdisjoint(lowers[:at]):
        return None
    helps = next((last for last in range(at - 2, max(0, at - 8), -1) if lowers[last] in _INVERTS), None)
    if helps is None:
        return None
    subject = lowers[helps + 1 : at]
    if not word_class("preposition").isdisjoint(subject) or any(_is_past_verb(word) for word in subject):
        return None
    return next((word for word in lowers[max(0, helps - 6) : helps] if word in _FRONTED), None)


def _followed_by_noun(tokens: Tokens, at: int) -> bool:
    if at + 1 >= len(tokens.texts):
        return False
    word = tokens.lowers[at + 1]
    if word in word_class("determiner") or word in _NO_NOUN:
        return False
    if not tokens.texts[at + 1][0].islower():
        return word in _demonyms() or word.removesuffix("s") in _demonyms()
    return not word.endswith("ly")


def _takes_object(tokens: Tokens, at: int) -> bool:
    """True for "visits Moscow", "tests a missile": a noun in the plural would not be followed so."""
    if at + 1 >= len(tokens.texts) or tokens.gaps[at + 1].strip():
        return False
    return tokens.upper(at + 1) or tokens.lowers[at + 1] in _OPENS_OBJECT


def takes_phrase(tokens: Tokens, at: int) -> bool:
    """True for "Smith arrives in Riga", "Latvia agrees to talks"."""
    if at + 1 >= len(tokens.lowers):
        return False
    following = tokens.lowers[at + 1]
    return following == "it" or following in word_class("preposition")
