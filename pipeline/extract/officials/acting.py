"""Which state a sentence has act or speak: the subject of a clause, its will, its organ, the place where it is told.

Only who acts is read here; states that are mere objects or asides are passed over. `signs` weighs it.
"""

from collections.abc import Collection, Sequence

from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.scenes import STATES
from pipeline.extract.officials.stages import end_of, is_moved_to, opening_state, start_of
from pipeline.extract.officials.title_words import title_words
from pipeline.extract.officials.vocabulary import Sort, role_words
from pipeline.extract.officials.words import CountrySpan, Words

_OBJECTS = role_words("objects")
_SPEAKS = role_words("speaks")
_SUBORDINATE = role_words("subordinate")
_WILL = frozenset(("will", "would", "is", "has", "plans", "intends"))
_CITED = frozenset(("said", "says"))
_ORGANS = frozenset(("ministry", "department", "embassy", "consulate"))
_MISSIONS = frozenset(("embassy", "consulate"))
_MISSION = "embassy"
_ORGAN_REACH = 6
"""Words between a state's name and its ministry."""
_SAID_REACH = 16
"""Words between a speaker and the state whose will is told."""
_ADDRESSED = 6
"""Words between the state of whoever is told and what is told."""
_BETWEEN = frozenset(("also", "still", "now", "and", "only", "never", "not", "always"))
"""Words between a state and the verb that it is the subject of."""
_CLAUSE_REACH = 8
"""Words between a subordinating word and the last of its subjects."""

Organ = tuple[frozenset[str], str]
"""The words of a ministry that name its portfolio, and its state."""


def subject_span(words: Words) -> CountrySpan | None:
    """The first state of the sentence that is no mere object ("with China", "to Moscow")."""
    for span in words.countries.values():
        if span.mention.kind in STATES and not _is_object(words, span):
            return span
    return None


def subject_state(words: Words, behind: int) -> str | None:
    """The state at that place if it stands before the word `behind`."""
    found = subject_span(words)
    return found.mention.code if found is not None and found.start < behind else None


def _is_object(words: Words, span: CountrySpan) -> bool:
    index = span.start - 1
    while index >= 0 and words.low[index] in ("the", "visiting", "neighbouring", "neighboring"):
        index -= 1
    return (index >= 0 and words.low[index] in _OBJECTS) or is_moved_to(words, 0, span.start)


def clause_subject(words: Words, behind: int) -> str | None:
    """The state that is the subject of the last main clause begun before the word `behind`; None where none is."""
    for first, span in reversed(words.countries.items()):
        if first < behind and is_acting(words, span) and not _is_subordinate(words, span):
            return span.mention.code
    return None


def is_acting(words: Words, span: CountrySpan) -> bool:
    """Whether the state at `span` is named as the subject of the verb behind it."""
    if span.mention.kind not in STATES or span.end >= len(words) or words.possessive[span.end - 1]:
        return False
    before = span.start - 1
    while before >= 0 and words.low[before] == "the":
        before -= 1
    if before >= 0 and words.low[before] in _OBJECTS:
        return False
    index = span.end
    while index < len(words) - 1 and words.low[index] in _BETWEEN:
        index += 1
    return bool(words.sort[index] & Sort.VERB)


def _is_subordinate(words: Words, span: CountrySpan) -> bool:
    """Whether the clause of the subject at `span` hangs on another: "as long as Peru and Chile remain members"."""
    for index in range(span.start - 1, max(-1, span.start - 1 - _CLAUSE_REACH), -1):
        if words.low[index] in _SUBORDINATE:
            return True
        if words.low[index] == "," or words.sort[index] & Sort.VERB:
            return False
    return False


def told_will(words: Words, claim: Claim, verbs: Collection[str]) -> str | None:
    """The state whose will the holder tells, by one of `verbs`: "X said that Peru wanted", "that Chile would ask"."""
    end = end_of(claim)
    for first, span in words.countries.items():
        if first < end or span.mention.kind == "place":
            continue
        if first - end > _SAID_REACH or not _SPEAKS & set(words.low[end:first]):
            return None
        if span.mention.kind == "demonym" and "that" in words.low[span.end : span.end + _ADDRESSED]:
            continue  # "told the Bulgarian ambassador that Morocco would not wait"
        # only what the first state named is said to want, hope or promise is the holder's own
        ahead = words.low[span.end : span.end + 4]
        return span.mention.code if is_acting(words, span) and any(low in verbs for low in ahead) else None
    return None


def will_announced(words: Words, claim: Claim) -> str | None:
    """The state that begins the sentence and whose plan the holder announces: "Oman will pay, Minister X said"."""
    start, end = start_of(claim), end_of(claim)
    span = words.countries.get(1 if words.low[:1] == ["the"] else 0)
    if span is None or words.low[start - 1 : start] != [","] or words.low[end : end + 1] == [","]:
        return None
    told = not _SPEAKS.isdisjoint(words.low[end : end + 2])
    return span.mention.code if told and not _WILL.isdisjoint(words.low[span.end : span.end + 2]) else None


def organs(words: Words) -> Sequence[Organ]:
    """The ministries that the sentence names with their states: "South Korea's defense ministry"."""
    found: list[Organ] = []
    if not words.countries or not _ORGANS & set(words.low):
        return found
    for span in words.countries.values():
        if span.mention.kind not in STATES:
            continue
        for index in range(span.end, min(span.end + _ORGAN_REACH, len(words))):
            if words.low[index] in _ORGANS:
                behind = index + 1
                portfolio = words.low[span.end : index]
                if words.low[index] in _MISSIONS:
                    portfolio = [_MISSION]
                if not portfolio and words.low[behind : behind + 1] in (["of"], ["for"]):
                    portfolio = words.low[behind + 1 : behind + 2]
                if portfolio:
                    found.append((frozenset(portfolio), span.mention.code))
                break
            if words.low[index] == "," or words.sort[index] & Sort.VERB:
                break
    return found


def embassy_state(named: Sequence[Organ]) -> str | None:
    """The state of the embassy named last."""
    return next((code for portfolio, code in reversed(named) if _MISSION in portfolio), None)


def organ_state(claim: Claim, named: Sequence[Organ]) -> str | None:
    """The state of the ministry named last that the title is of: "Defense Minister" of a "defense ministry"."""
    if not named:
        return None
    own = title_words(claim.title.text)
    if claim.title.office.kind == "spokesman" and len(own) == 1:
        return named[-1][1]
    return next((code for portfolio, code in reversed(named) if portfolio <= own), None)


def actor(words: Words) -> str | None:
    """The one state that the sentence is about: who tells it, or who stands at its head and acts."""
    telling = _teller(words)
    if telling is not None:
        return telling
    head = words.countries.get(1 if words.low[:1] == ["the"] else 0)
    if head is not None and head.mention.kind in STATES:
        aside = words.low[head.end : head.end + 2] in ([",", "which"], [",", "whose"])
        if aside or words.possessive[head.end - 1] or is_acting(words, head):
            return head.mention.code
    return opening_state(words)


def _teller(words: Words) -> str | None:
    """The state that the end of a sentence cites: "…, Ecuador said on Monday", "…, Japan's foreign ministry said"."""
    for first, span in reversed(words.countries.items()):
        before = first - 1 if words.low[first - 1] != "the" else first - 2
        if before > 0 and words.low[before] == "," and span.mention.kind in STATES:
            said = next((k for k in range(span.end, min(span.end + 5, len(words))) if words.low[k] in _CITED), None)
            return span.mention.code if said is not None and "," not in words.low[span.end : said] else None
    return None


def exchanged(words: Words, claim: Claim, claims: Sequence[Claim]) -> tuple[str, str] | None:
    """Home and host of one of two ambassadors who go to each other's states: "Ambassadors X and Y arrive in A and B".

    X, who goes to A, is of B.
    """
    pair = [other for other in claims if other.title is claim.title]
    if not claim.title.office.plural or len(pair) != 2 or claim.title.countries:
        return None
    behind = max(end_of(other) for other in pair)
    ahead = [span for first, span in words.countries.items() if first >= behind]
    joined = len(ahead) >= 2 and words.low[ahead[0].end : ahead[1].start] == ["and"]
    if not joined or ahead[0].mention.code == ahead[1].mention.code or words.low[ahead[0].start - 1] not in _TO:
        return None
    hosts = [span.mention.code for span in ahead[:2]]
    if pair[0] is claim:
        hosts.reverse()
    return hosts[0], hosts[1]


_TO = frozenset(("in", "to", "for"))


def opens(words: Words, claim: Claim) -> bool:
    """Whether the sentence begins with the holder's title and name, an article apart."""
    start = start_of(claim)
    return start == 0 or (start == 1 and words.low[0] in ("the", "its"))
