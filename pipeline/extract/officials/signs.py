"""Signs of the state that a person serves where no sentence says it outright, and what they weigh together.

Only a state that leads clearly is given. The weights were set on labelled development articles.
"""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.extract.officials.acting import (
    Organ,
    embassy_state,
    exchanged,
    opens,
    organ_state,
    told_will,
    will_announced,
)
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.leaders import leader_signs
from pipeline.extract.officials.name_homes import name_homes
from pipeline.extract.officials.scenes import Scenes
from pipeline.extract.officials.stages import (
    moved_to,
    opening_place,
    opening_state,
    place_where,
    said_at,
    seated_at,
    source_state,
    spoken_for,
    start_of,
    told_own,
    visited,
)
from pipeline.extract.officials.state_offices import having, is_of_the_union
from pipeline.extract.officials.states import (
    accompanied,
    addressed,
    by_both,
    faces,
    in_other_party,
    is_guest,
    is_inviting,
    is_posted,
    listed_state,
    meeting_place,
    receives,
    sentence_subject,
)
from pipeline.extract.officials.title_words import title_words
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import role_words
from pipeline.extract.officials.words import CountrySpan, Words
from pipeline.values import value

WEIGHTS: Mapping[str, float] = {
    "listed": 1.0,  # the item before in the same list
    "listed_members": 2.5,  # members of parliament under one plural
    "listed_envoy": 0.5,  # the item before is an ambassador
    "listed_top": -3.25,  # the item before holds the same single office
    "listed_behind": -3.0,  # the next item is told to serve this state
    "subject": 1.75,  # the sentence is about this state or its official
    "partner": -1.5,  # the sentence's subject meets the person
    "faces": -2.25,  # an official of this state is the other party
    "counterpart": -3.0,  # "and his Turkish counterpart"
    "stage": 2.0,  # the sentence, or the one before, moved here
    "context": 0.25,  # the sentence before was about this state
    "context_state": 0.5,  # the same, and that sentence began with this state's name
    "context_posted": -0.75,  # the same, for an ambassador
    "context_paragraph": 1.0,  # the last sentence of the paragraph before was
    "party": 6.0,  # a party's name, which may be several states'
    "owner": 4.0,  # "President Biden's envoy"
    "speaks": 2.5,  # "said Seoul was watching"
    "will": 2.5,  # "said that Argentina would ask"
    "wish": 3.25,  # "said that Argentina hoped"
    "organ": 4.5,  # "South Korea's defense ministry", named before "Defense Minister X"
    "actor": 2.75,  # the sentence before began with this state, which acts, and this one with the title
    "opened_before": 4.0,  # the sentence before began with "In Tokyo, …"
    "exchanged_home": 8.0,  # "Ambassadors X and Y arrive in Quito and Lima": the other one's host
    "exchanged_host": -8.0,  # the same, the own host
    "opening": 5.0,  # "In Podgorica, Prime Minister …"
    "opening_sentence": 2.5,  # "In Podgorica, …", another word between
    "said_at_capital": 3.0,  # "told parliament in Jakarta"
    "said_at_place": 1.0,  # "said in Ushuaia"
    "told_own": 3.0,  # "told Czech radio"
    "seated": 4.0,  # "the finance minister in Windhoek, X"
    "where": 5.0,  # "flew to Asmara, where President …"
    "source": 1.75,  # the sentence cites this state's media
    "visited": -6.0,  # the sentence sends the person here
    "toured": -3.0,  # the same, where it may be at home too: "toured the port of Sines"
    "guest": -6.0,  # the page is told from where the person visits
    "guests_host": 2.5,  # the same, another of the sentence visits
    "home": 2.0,  # the first dateline
    "home_elsewhere": 1.5,  # the first dateline, where the paragraph has another
    "scene": 3.25,  # the paragraph's own dateline
    "scene_own": 1.25,  # that with which the paragraph itself begins
    "scene_posted": -1.0,  # the same, for an ambassador
    "home_posted": -1.25,  # the first dateline, for an ambassador
    "label": 2.5,  # the paragraph is headed with this state and another
    "press": 1.0,  # the paper or agency
    "press_abroad": 0.25,  # the same, where the dateline is of another state
    "share": 3.0,  # share of the page's mentions
    "share_posted": 1.75,  # the same, for an ambassador, the first dateline's state left out
    "succeeds": 3.0,  # whose office somebody of this state held before
    "rival": -4.0,  # another of this state holds the same single office
    "called": 4.0,  # "the Greek minister" later on
    "commissioner": 8.0,  # a commissioner for what the European Union has commissioners for
    "panel": 8.0,  # of a panel of experts, where no state is said to have it
    "receives": 5.5,  # the sentence before sent somebody here, and the person receives him
    "addressed": -5.0,  # whom the person thanks, asks or accuses
    "our": 4.0,  # "our foreign minister", on a page of this state
    "accompanied": 4.0,  # "who accompanied the President"
    "posted_at": -2.5,  # an ambassador acts here
    "posted_from": 1.5,  # the same: the state that the page speaks of besides
    "office": 1.75,  # few states have the office, this is one
    "no_office": -3.25,  # this state has no such office
    "name": 5.0,  # the name is at home here
    "name_passing": 0.75,  # the same, and the state is named in passing
    "foreign": -4.5,  # the name is at home in others of the page's states
    "leader": 5.0,  # a known leader
}
PAGE_SIGNS = frozenset(
    (
        "home",
        "home_elsewhere",
        "home_posted",
        "label",
        "scene",
        "scene_own",
        "scene_posted",
        "press",
        "press_abroad",
        "share",
        "share_posted",
        "commissioner",
        "office",
        "no_office",
        "rival",
    )
)
"""Kinds of sign that are the page's, not a sentence's."""
_BRUSSELS = frozenset(("EUE", "BEL"))
"""States on a page that may tell of the European Union: "Brussels" alone is taken for Belgium's capital."""
_PANEL = "panel"
"""What bodies of the United Nations are called that watch its sanctions; a state's own is told to be one."""
_WILL = frozenset(("will", "would"))
_WISHES = role_words("wishes")
_HIS = frozenset(("his", "her"))
_PASSING = 0.06
"""A state with a smaller share of a page's mentions is named in passing."""
_ENOUGH = 1.0
"""What the leading state must weigh."""
_LEFT = 0.5
"""The same, where the other of two is told against."""

Told = tuple[str | None, str]
"""A state, None for no sign, and the kind of sign."""
Signs = dict[tuple[str, str], float]
"""(state, kind of sign) to how often, or how much of it, was met."""


@value(frozen=True, slots=True)
class Around:
    """What is known around a claim."""

    people: Sequence[tuple[int, str]]
    """Word index and state of every person of the sentence whose state is known, in order."""
    context: str | None
    """The state that the sentence before was on."""
    context_stated: bool
    """Whether that sentence began with the state's name."""
    subject: CountrySpan | None
    """The sentence's own subject, where that is a state."""
    same_paragraph: bool
    """Whether that sentence is of the same paragraph."""
    stage: str | None
    """The state to which the sentence before moved."""
    before: Sequence[tuple[Claim, str | None]]
    """The sentence's earlier claims with their states."""
    behind: str | None = None
    """The state told of the next item of the list: "X and Nepal's Y" have two."""
    actor: str | None = None
    """The state that the sentence before, of the same paragraph, has act."""
    opened: str | None = None
    """The state of the place with which that sentence began: "In Tokyo, …"."""
    organs: Sequence[Organ] = ()
    """The ministries named before with their states, in order."""
    claims: Sequence[Claim] = ()
    """All claims of the sentence."""


def weigh(words: Words, claim: Claim, around: Around, scenes: Scenes) -> Signs:
    """The signs of the sentence and the page for and against each state as the one that `claim`'s title serves."""
    found: Signs = {}
    posted, partner = is_posted(claim.title), in_other_party(words, claim, around.before)
    told = _sentence_signs(words, claim, around, posted, partner)
    told += _list_signs(words, claim, around, posted)
    if words.countries:
        told += _place_signs(words, claim, around, scenes, posted)
        told += _will_signs(words, claim, posted or partner)
    if posted:
        told.append((embassy_state(around.organs), "organ"))
    elif not partner:
        told += _paragraph_signs(words, claim, around)
    for code, kind in told:
        if code is not None:
            found[code, kind] = found.get((code, kind), 0.0) + 1.0
    own = scenes.of_paragraph.get(words.sentence.paragraph) or scenes.home or scenes.press
    if own is not None and is_guest(words, claim):
        found[own, "guest"] = 1.0
    elif own is not None and any(is_guest(words, other) for other in around.claims if other.name is not claim.name):
        found[own, "guests_host"] = 1.0
    if claim.title.owner == "our" and own is not None:
        found[own, "our"] = 1.0
    page = _page_signs(scenes, words.sentence.paragraph, posted)
    for code, kind, amount in (*page, *_office_signs(claim, scenes)):
        found[code, kind] = found.get((code, kind), 0.0) + amount
    return found


def _sentence_signs(words: Words, claim: Claim, around: Around, posted: bool, partner: bool) -> list[Told]:
    start = start_of(claim)
    subject = sentence_subject(words, around.subject, around.people, around.context, start)
    found: list[Told] = [(claim.title.leaning, "party"), (source_state(words), "source")]
    if partner:
        found.append((subject or around.context, "partner"))
        found.append((around.stage or moved_to(words, start), "stage"))
    elif by_both(words, start):
        found.append((meeting_place(words, start), "stage"))
    else:
        found.append((subject, "subject"))
        found.append((around.context, _context_kind(posted, around)))
    if claim.title.owner in _HIS and not partner:
        # "the minister cannot come, his spokeswoman, X, said"
        found.append((next((code for index, code in reversed(around.people) if index < start), None), "owner"))
    elif claim.title.owner is not None:
        found.append((next((code for index, code in around.people if index == claim.title.start - 1), None), "owner"))
    if around.stage is not None and opens(words, claim) and receives(words, claim):
        found.append((around.stage, "receives"))
    found.append((accompanied(words, claim, around.people), "accompanied"))
    found += [(code, "faces") for index, code in around.people if faces(words, claim, index)]
    return found


def _place_signs(words: Words, claim: Claim, around: Around, scenes: Scenes, posted: bool) -> list[Told]:
    """Signs of the states and places named in the sentence."""
    opened = opening_place(words, claim)
    found: list[Told] = [
        (opened, "opening"),
        (None if opened else opening_state(words), "opening_sentence"),
        (place_where(words, claim), "where"),
        (seated_at(words, claim), "seated"),
        (told_own(words, claim), "told_own"),
    ]
    if not posted and not claim.title.office.plural and around.behind is None and not is_guest(words, claim):
        # several who share a title or a verb meet at the place of one of them
        found += [(code, f"said_at_{kind}") for kind, code in said_at(words, claim).items()]
    elif posted:
        found += _posting_signs(set(said_at(words, claim).values()), scenes)
    pair = exchanged(words, claim, around.claims)
    if pair is not None:
        found += zip(pair, ("exchanged_home", "exchanged_host"), strict=True)
    elif is_inviting(words, claim):
        found.append((moved_to(words, len(words)), "stage"))
    else:
        found += sorted(visited(words, claim).items())
    found.append((addressed(words, claim), "addressed"))
    return found


def _posting_signs(hosts: set[str], scenes: Scenes) -> list[Told]:
    """An ambassador who acts at a place of the `hosts` is not theirs, and of two states the other's."""
    shares = sorted((-share, code) for code, share in scenes.shares.items() if share >= _PASSING and code not in hosts)
    found: list[Told] = [(code, "posted_at") for code in sorted(hosts)]
    return [*found, (shares[0][1], "posted_from")] if hosts and shares else found


def _will_signs(words: Words, claim: Claim, aside: bool) -> list[Told]:
    """Signs of the state for which the holder speaks; of whoever is met or posted abroad it tells no will."""
    wish = None if aside else told_will(words, claim, _WISHES)
    if wish is not None:
        return [(wish, "wish")]
    will = None if aside else told_will(words, claim, _WILL) or will_announced(words, claim)
    return [(will, "will"), (spoken_for(words, claim), "speaks")]


def _paragraph_signs(words: Words, claim: Claim, around: Around) -> list[Told]:
    """Signs of the sentences before, of the same paragraph."""
    found: list[Told] = [(organ_state(claim, around.organs), "organ"), (around.opened, "opened_before")]
    if around.actor is not None and around.opened is None and opens(words, claim):
        found.append((around.actor, "actor"))
    return found


def _context_kind(posted: bool, around: Around) -> str:
    if posted:
        return "context_posted"
    if not around.same_paragraph:
        return "context_paragraph"
    return "context_state" if around.context_stated else "context"


def _list_signs(words: Words, claim: Claim, around: Around, posted: bool) -> list[Told]:
    listed, shared = listed_state(words, claim, around.before)
    after_envoy = listed is not None and is_posted(around.before[-1][0].title) and not posted
    members = (
        listed is not None and claim.title.office.kind == "parliament" and around.before[-1][0].title is claim.title
    )
    return [(listed, _list_kind(after_envoy, members, shared)), (around.behind, "listed_behind")]


def _list_kind(after_envoy: bool, members: bool, shared: bool) -> str:
    if members:
        return "listed_members"
    return "listed_envoy" if after_envoy else "listed" if shared else "listed_top"


def _page_signs(scenes: Scenes, paragraph: int, posted: bool) -> Iterable[tuple[str, str, float]]:
    scene, home = scenes.of_paragraph.get(paragraph), scenes.home
    elsewhere = scene is not None and scene != home
    if scene is not None and elsewhere:
        yield scene, "scene_posted" if posted else "scene", 1.0
        if not posted and paragraph in scenes.told_from:
            yield scene, "scene_own", 1.0
    if home is not None:
        yield home, "home_elsewhere" if elsewhere else "home_posted" if posted else "home", 1.0
    elif posted and scenes.press is not None:
        yield scenes.press, "home_posted", 1.0
    for code in scenes.labels.get(paragraph, ()):
        yield code, "label", 1.0
    if scenes.press is not None and not (posted and scenes.press == home):
        yield scenes.press, "press" if home in (None, scenes.press) else "press_abroad", 1.0
    for code, share in scenes.shares.items():
        if not posted or (code != home and len(scenes.states) > 1):
            yield code, "share_posted" if posted else "share", share


def _office_signs(claim: Claim, scenes: Scenes) -> list[tuple[str, str, float]]:
    found = [(code, "office" if has else "no_office", 1.0) for code, has in having(claim.title, scenes.states)]
    if is_of_the_union(claim.title) and scenes.states & _BRUSSELS:
        found.append(("EUE", "commissioner", 1.0))
    if _is_of_experts(claim.title) and (claim.title.office.words == "coordinator" or "UNO" in scenes.states):
        found.append(("UNO", "panel", 1.0))
    return found


def _is_of_experts(title: Title) -> bool:
    """Whether the office is of a panel; parliaments have panels too."""
    return title.owner == _PANEL or _PANEL in title_words(title.text)


def name_signs(name: str, scenes: Scenes) -> Signs:
    """What the person's name says among the states that the page speaks of, less for one named in passing."""
    found: Signs = {(code, "leader"): amount for code, amount in leader_signs(name, scenes.states).items()}
    homes = name_homes(name)
    best = max([homes[code] for code in scenes.states if code in homes], default=0.0)
    if best <= 0.0:
        return found
    # a name that is more at home elsewhere says less
    sure = min(1.0, best) * best / max(homes.values())
    for code in scenes.states:
        at_home = homes.get(code, 0.0) / best
        passing = scenes.shares.get(code, _PASSING) < _PASSING
        found[code, "name_passing" if passing else "name"] = sure * at_home
        found[code, "foreign"] = sure * (1.0 - at_home)
    return found


def decide(signs: Signs, lead: float, excluded: Iterable[str | None] = ()) -> str | None:
    """The state that leads the next by `lead`, `excluded` ones left out; None where none does."""
    out = set(excluded)
    ranked = sorted(((weight, code) for code, weight in _weighed(signs).items() if code not in out), key=_by_weight)
    # of two states the one that nothing speaks against
    left = len(ranked) == 2 and ranked[1][0] < 0
    if not ranked or ranked[0][0] < (_LEFT if left else _ENOUGH):
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < lead:
        return None
    return ranked[0][1]


def top_weight(signs: Signs) -> float:
    """What the leading state weighs."""
    return max(_weighed(signs).values(), default=0.0)


def _weighed(signs: Signs) -> dict[str, float]:
    weighed: dict[str, float] = {}
    for sign in sorted(signs):
        code, kind = sign
        weighed[code] = weighed.get(code, 0.0) + WEIGHTS[kind] * signs[sign]
    return weighed


def _by_weight(item: tuple[float, str]) -> tuple[float, str]:
    weight, code = item
    return -weight, code
