"""What a sentence says of the state that a title serves: outright, or by its lists, its subject and its verbs.

What this comes to where nothing is said outright is weighed in `signs`.
"""

from collections.abc import Sequence

from pipeline.extract.officials.acting import clause_subject, subject_state
from pipeline.extract.officials.backdrop import POINTING_BACK, Backdrop, last_body, names_body
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.leaders import leader_state
from pipeline.extract.officials.scenes import STATES
from pipeline.extract.officials.stages import end_of, start_of
from pipeline.extract.officials.state_offices import is_held_apart
from pipeline.extract.officials.title_words import deputy_words
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import plural_bodies, role_words
from pipeline.extract.officials.words import CountrySpan, Words

_SIDES = role_words("sides")
_SPEAKS = role_words("speaks")
_LISTING = role_words("listing")
_BACK = frozenset(("country", "nation", "its", "their", "kingdom", "republic", "government"))
_DEMONSTRATIVE = frozenset(("that", "latter", "territory", "emirate", "archipelago", "sultanate"))
_OF_STATES = frozenset(("head_of_state", "minister", "envoy", "parliament", "military"))
_OF_BODIES = role_words("of_bodies")
_OF_EITHER = role_words("of_either")
_PARTNERS = role_words("partners")
_MEETINGS = role_words("meets")
_HOSTING = role_words("hosts")
_WITH_COMPANY = frozenset(("along", "together")) | role_words("moves")
"""With these "with" names who comes along, and no other party."""
_LED = role_words("leads")
_LEADING = role_words("leading")
_GROUPS = role_words("groups")
_PASSED = role_words("addresses")
_ACCOMPANY = frozenset(("accompanied", "accompanies", "accompanying"))
_TRAVEL = frozenset(("travelled", "traveled", "travelling", "traveling", "travels", "came", "flew", "arrived"))
_NEXT = 6
"""Words between the holder, the verb and the one travelled with."""
_ADDRESSES = role_words("entreats")
_RECEIVES = role_words("receives")
_BOTH = frozenset(("two", "both"))
_PARTIES = role_words("parties")
_POINTED = frozenset(("ministry", "department", "agency", "embassy", "commission", "bank", "company", "authority"))
_VISITING = "visiting"
_VISITORS = frozenset(("guest", "guests", "visitor", "host", "hosts", "colleague", "interlocutor"))
_POSTS = frozenset(
    (
        "ambassador",
        "consul general",
        "consul",
        "vice consul",
        "chargé d'affaires",
        "charge d'affaires",
        "high commissioner",
    )
)
_UNIQUE = ("head_of_state",)
_PERSONS = frozenset(("he", "she", "they", "his", "her"))


def told_state(words: Words, claim: Claim, backdrop: Backdrop) -> str | None:
    """The state that the sentence gives `claim`'s title outright, or None where it leaves it open."""
    title = claim.title
    if claim.country is not None:
        return claim.country
    if title.countries:
        return title.countries[0]
    if title.office.words.endswith("commissioner") and "european" in title.text.lower().split():
        return "EUE"
    leads = leader_state(claim.name.text, _is_national(title)) if claim.name is not None and claim.name.full else None
    if leads is not None:
        return leads
    led = _led_state(words, claim, backdrop) or _pointed_at(words, title, backdrop)
    if led is not None:
        return led
    if title.owner in POINTING_BACK and title.office.kind not in _OF_STATES:
        own = last_body(words, title.start)
        return own if own is not None or names_body(words, title.start) else backdrop.body()
    if title.owner in _BACK and (title.owner not in POINTING_BACK or title.office.kind in _OF_STATES):
        return clause_subject(words, title.start) or subject_state(words, title.start) or backdrop.context()
    if title.owner is not None and title.owner in backdrop.anchors():
        return backdrop.anchors()[title.owner]
    within = _named_within(words, title)
    if within is not None and within in backdrop.anchors():
        return backdrop.anchors()[within]
    aside = other_party(words, claim) or words.low[start_of(claim) - 1 : start_of(claim)] in (["for"], ["to"])
    return None if aside else _side(words, title.start)


def _named_within(words: Words, title: Title) -> str | None:
    """The body that a title points back to: "director of the ministry's trade centre", "an official at the bank"."""
    for index in range(title.head.end + 1, title.end):
        pointed = words.low[index] in _POINTED and words.low[index - 1] == "the"
        if pointed and (words.possessive[index] or index == title.end - 1):
            return words.low[index]
    return None


def _is_national(title: Title) -> bool | None:
    """Whether the title's words are of a state's office, or of one of a body of many states; None where of either."""
    if title.office.words in _OF_BODIES:
        return False
    return True if title.office.kind in _OF_STATES and title.office.words not in _OF_EITHER else None


def _pointed_at(words: Words, title: Title, backdrop: Backdrop) -> str | None:
    """The state named last before "that country's prime minister" and "the latter's foreign minister"."""
    if words.low[title.start - 1 : title.start] == ["whose"]:
        ends = (title.start - 2, title.start - 1)
        return next((span.mention.code for span in words.countries.values() if span.end in ends), None)
    if title.owner is None or title.owner in POINTING_BACK:
        return None
    if title.owner not in _DEMONSTRATIVE and words.low[title.start - 1 : title.start] != ["that"]:
        return None
    here = (span.mention.code for first, span in reversed(words.countries.items()) if first < title.start)
    return next(here, None) or backdrop.last_named()


def _led_state(words: Words, claim: Claim, backdrop: Backdrop) -> str | None:
    """The state of a delegation "led by" the person: the last one named before, in the same phrase.

    Where none is, that of the delegation that the words before spoke of.
    """
    start = start_of(claim)
    acted_for = _acted_for(words, start)
    if acted_for is not None:
        return acted_for
    for index in range(start - 1, max(0, start - 5), -1):
        if words.low[index] == "by" and words.low[index - 1] in _LED:
            for before in range(index - 2, max(-1, index - 16), -1):
                if words.low[before] in ("with", "and", "while", ";", "between"):
                    return None
                span = words.country_ends.get(before)
                if span is not None and not (span.start and words.low[span.start - 1] in ("to", "in", "visited")):
                    return span.mention.code
                if words.low[before] in _GROUPS and words.low[max(0, before - 1)] == "the":
                    return backdrop.anchors().get(words.low[before])
            return None
    return _leads_group(words, end_of(claim), backdrop)


def _acted_for(words: Words, start: int) -> str | None:
    """The state of "Guyana's delegation was led by X, Venezuela's by Y" and of "signed for Guyana by X"."""
    owner = words.country_ends.get(start - 2)
    if owner is None or words.low[start - 1] != "by":
        return None
    opener = words.low[max(0, owner.start - 2) : owner.start]
    acted_for = words.possessive[start - 2] or opener[-1:] == ["for"] or opener == ["behalf", "of"]
    return owner.mention.code if acted_for else None


def _leads_group(words: Words, index: int, backdrop: Backdrop) -> str | None:
    """The state of the delegation in ", who leads the delegation" from the word `index` on."""
    ahead = words.low[index : index + 6]
    for k, low in enumerate(ahead[:4]):
        if low in _LEADING and ahead[k + 1 : k + 2] == ["the"] and k + 2 < len(ahead) and ahead[k + 2] in _GROUPS:
            return backdrop.anchors().get(ahead[k + 2])
    return None


def listed_state(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]]) -> tuple[str | None, bool]:
    """The state of the item before in the same list, and whether it is shared.

    Names and titles between are passed over. Two holders of top offices beside each other serve two states.
    """
    if not before:
        return None, True
    last, state = before[-1]
    if last.title is claim.title:
        return state, not (is_single_office(claim.title) or is_held_apart(claim.title) or _heads_bodies(claim.title))
    end, first = end_of(last), start_of(claim)
    if state is None or not all(low in _LISTING for low in words.low[end:first]):
        return None, True
    tops = claim.title.office.kind in _UNIQUE and last.title.office.kind in _UNIQUE and _top(claim) and _top(last)
    return state, not (tops and claim.name is not last.name)


def told_behind(words: Words, claim: Claim, following: Claim | None, told: str | None) -> str | None:
    """The state told of the claim that follows in the same list, where it is another person's."""
    if following is None or told is None or following.name is claim.name or following.title is claim.title:
        return None
    gap = words.low[end_of(claim) : start_of(following)]
    return told if following.title.stated and gap and all(low in _LISTING for low in gap) else None


def is_posted(title: Title) -> bool:
    """Whether the office is held abroad."""
    return title.office.words in _POSTS


def _heads_bodies(title: Title) -> bool:
    """Whether the holders of a plural title head a body each: "the heads of the security services"."""
    return title.office.plural and title.definite and title.text.rpartition(" ")[2] in plural_bodies()


def is_single_office(title: Title) -> bool:
    """Whether a state has one such office: president, premier, or the minister of one thing."""
    if deputy_words(title.text):
        return False
    return title.office.kind in _UNIQUE or title.text.lower().startswith(("foreign min", "defence min", "defense min"))


def _top(claim: Claim) -> bool:
    return not deputy_words(claim.title.text)


def _side(words: Words, behind: int) -> str | None:
    """The state of "the North Korean attendees", "for Argentina," before the word `behind`: the last such."""
    found = None
    for first, span in words.countries.items():
        if first >= behind or span.end >= len(words) or span.mention.kind not in STATES:
            continue
        opened = first == 1 or words.low[first - 2 : first - 1] in ([","], [";"], ["and"])
        spoken_for = opened and words.low[first - 1] in ("for", "from") and words.low[span.end] in (",", ":")
        if words.low[span.end] in _SIDES or spoken_for:
            found = span.mention.code
    return found


def other_party(words: Words, claim: Claim) -> bool:
    """Whether the sentence has its subject meet the holder: "met with President X", "was received by Premier Y"."""
    index = start_of(claim) - 1
    if index > 1 and words.low[index] == "," and words.low[index - 1] in _VISITORS:
        # "his guest, Transport Minister X"
        return words.low[index - 2] in ("his", "her", "their")
    while index >= 0 and words.low[index] in _PASSED:
        index -= 1
    if index < 0:
        return False
    if words.low[index] == "with" and (words.low[max(0, index - 1)] in ("along", "together") or _adds(words, claim)):
        return False
    if words.low[index] == "of":
        return words.low[index - 1] == "invitation"
    if words.low[index] == "by":
        return bool(_HOSTING & set(words.low[max(0, index - 3) : index]))
    return words.low[index] in _PARTNERS


def in_other_party(words: Words, claim: Claim, before: Sequence[tuple[Claim, str | None]]) -> bool:
    """As `other_party`, or further on in a list that begins so: "will meet President X, Minister Y"."""
    if other_party(words, claim):
        return True
    behind = words.low[end_of(claim) : end_of(claim) + 1]
    if not before or not _SPEAKS.isdisjoint(behind):
        return False
    last = before[-1][0]
    gap = words.low[end_of(last) : start_of(claim)]
    if last.title is claim.title or not gap or not _LISTING.issuperset(gap):
        return False
    return in_other_party(words, last, before[:-1])


def _adds(words: Words, claim: Claim) -> bool:
    """Whether "with" before the holder adds what he does: "Chad followed, with Premier X calling the attack vile"."""
    end = end_of(claim)
    return any(low.endswith("ing") for low in words.low[end : end + 1])


def sentence_subject(
    words: Words, span: CountrySpan | None, people: Sequence[tuple[int, str]], context: str | None, behind: int
) -> str | None:
    """The state of the first state or person named before the word `behind`; `context` for "he" and "she".

    `span` is the sentence's `subject_span`, and `people` are the word indices and states of its people whose state is
    known, in order.
    """
    if span is not None and span.start >= behind:
        span = None
    if people and people[0][0] < behind and (span is None or people[0][0] <= span.start):
        return people[0][1]
    if span is not None:
        return span.mention.code
    return context if behind > 0 and words.low[0] in _PERSONS else None


def accompanied(words: Words, claim: Claim, people: Sequence[tuple[int, str]]) -> str | None:
    """The state of the person whom the holder travels with: "X, who accompanied the President"."""
    end = end_of(claim)
    for index in range(end, min(end + _NEXT, len(words))):
        low = words.low[index]
        if low in _ACCOMPANY or (low == "with" and words.low[index - 1] in _TRAVEL):
            return next((code for place, code in people if index < place <= index + _NEXT), None)
    return None


def addressed(words: Words, claim: Claim) -> str | None:
    """The state that the holder thanks, asks or accuses: "X asked Peru for vaccines", "X wrote to the Thai premier"."""
    end = end_of(claim)
    verb = next((k for k in range(end, min(end + 3, len(words))) if words.low[k] in _ADDRESSES), None)
    if verb is None:
        return None
    for index in range(verb + 1, min(verb + 4, len(words))):
        span = words.countries.get(index)
        if span is not None:
            to_official = any(k in words.offices for k in range(span.end, span.end + 3))
            foreign = span.mention.kind in ("name", "short", "capital") or to_official
            return span.mention.code if foreign and not words.possessive[span.end - 1] else None
        if words.low[index] not in ("the", "to", "on"):
            return None
    return None


def is_inviting(words: Words, claim: Claim) -> bool:
    """Whether others come "at the invitation of" the holder."""
    start = start_of(claim)
    return words.low[max(0, start - 2) : start] == ["invitation", "of"]


def is_guest(words: Words, claim: Claim) -> bool:
    """Whether the holder is told to be a guest where he is: "the visiting Premier X", "the president received X"."""
    first = claim.title.start
    if _VISITING in words.low[max(0, first - 1) : claim.title.head.start]:
        return True
    return first > 1 and words.low[first - 1] in _RECEIVES and any(index < first - 1 for index in words.offices)


def receives(words: Words, claim: Claim) -> bool:
    """Whether the holder is a host: "Energy Minister X received the guests"."""
    return not _RECEIVES.isdisjoint(words.low[end_of(claim) : end_of(claim) + 2])


def meeting_place(words: Words, behind: int) -> str | None:
    """The state of the place named last before the word `behind`: "led a team to Bamako, and the two sides …"."""
    for first, span in reversed(words.countries.items()):
        if first < behind and words.low[first - 1] in ("in", "to", "at") and span.mention.kind in ("capital", "place"):
            return span.mention.code
    return None


def by_both(words: Words, behind: int) -> bool:
    """Whether what the words before `behind` tell is done by both: ", and the two sides signed a note that X …"."""
    if _BOTH.isdisjoint(words.low[:behind]):
        return False
    pairs = (k for k in range(3, behind) if words.low[k] in _PARTIES and words.low[k - 1] in _BOTH)
    return any("," in words.low[k - 3 : k] or "and" in words.low[k - 3 : k] for k in pairs)


def faces(words: Words, claim: Claim, index: int) -> bool:
    """Whether the official at `index` is the other party: a verb of meeting stands between."""
    end = end_of(claim)
    between = set(words.low[end:index] if index >= end else words.low[index : start_of(claim)])
    if between & _WITH_COMPANY:
        between.discard("with")
    return 0 < len(between) <= 20 and bool(_MEETINGS & between)
