"""Who acts in a clause whose own words name nobody ahead of its verb: the antecedent of a relative clause, the
speaker of a reported one, the subject of the sentence, who "he" or "the ministry" is.

Where a clause begins and ends is found in `subjects`.
"""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.party_words import party_words, referring, speaks_of
from pipeline.extract.events.scene import Scene
from pipeline.extract.events.subjects import RELATIVE, Frame
from pipeline.extract.events.trigger import Trigger

_CONNECTIVE = re.compile(
    r"\W{0,3}(?:which|who|whom|and|where|when|but|then|or|while|after|before|as|because|so|yet|although|though)\b"
)
_OBJECT_RELATIVE = re.compile(r"\W{0,3}(?:which|that|whom)\s(?P<who>he|she|they|it)\s")
"""A relative clause whose subject is a pronoun of its own, whatever it describes ("a treaty that they signed")."""
_OWN_ORGAN = re.compile(
    r"\bthe\s(?:[A-Z][\w-]{2,20}\s){0,2}(?:Assembly|Cabinet|Chamber|Congress|Council|Court|Diet|House|Legislature|Parliament|Senate)\s"
    r"(?:[a-z]{2,12}\s){0,3}\Z"
)
"""An organ as the subject of a clause that hangs on another."""
_SAID_THAT = re.compile(
    r"\b(?:said|says|told|reported|announced|noted|added|confirmed|stated|denied|claimed|pledged|promised)\b[^.;]{0,80}\Z"
)
_THE_NATION = re.compile(
    r"\bthe\s(?:[a-z-]{3,16}\s){1,2}(?:country|kingdom|nation|regime|state)\b(?!['’]|\s[a-z]+(?:er|or|ist)\b)"
)
_THE_COUNTRY = re.compile(
    r"\b(?:after|as|because|before|since|that|when|where|while)\sthe\s(?:[A-Za-z-]{3,16}\s){0,3}?(?:country|kingdom|nation|republic)\s(?:[a-z]{2,12}\s){0,3}\Z"
)
"""Who acts in a clause on what another did: the state named last ("vowed to punish Chad after the country fired")."""
_THE_STATE = re.compile(
    r"\W{0,3}[Tt]he\s(?:[A-Za-z-]{3,16}\s){0,4}(?:country|kingdom|nation|republic|sheikhdom|state|sultanate|territory)"
)
"""A state told of before, by what it is, where a sentence begins ("The Gulf kingdom, which …")."""
_WITH_WHOM = re.compile(
    r"\s(?:accord|agreement|clash|conflict|confrontation|contract|deal|dispute|feud|fight|meeting|negotiations|pact|quarrel|"
    r"row|spat|standoff|stand-off|summit|talks|treaty|war)\swith\s(?:the\s)?\Z"
)
"""What two have with each other, ahead of the one named last."""
_AFTER_DOING = re.compile(r"\W{0,3}(?:after|before|while|when|on|upon)\s\Z")
_OWN_NOUN = re.compile(
    r"\W{0,3}(?:after|because|before|once|since|until|when|while)\s(?:the|an?|some|several|many|two|three|dozens\sof|\d{1,4})\s"
    r"(?:(?!are|is|was|were)[A-Za-z][\w-]{1,20}\s){1,3}(?:(?:also|first|had|has|have|later|will|would)\s){0,2}\Z"
)
"""A clause of time or reason with a subject of its own that no state is known for ("after the Islamists")."""
_MONARCH = re.compile(
    r"\W{0,3}and\s(?:then\s)?the\s(?:[Cc]rown\s[Pp]rince|[Ee]mir|[Ee]mperor|[Kk]ing|[Pp]ope|[Pp]rince(?:ss)?|[Qq]ueen|[Ss]hah|[Ss]ultan)\s"
)
"""One who needs no state named to be known."""
_HAS_SAID = re.compile(
    r"[^,;]{0,30}?\s(?:said|says|told\sreporters|announced|added|reiterated|stressed)(?:\s[A-Z][a-z]+day)?"
)
_HAS_SAID_SO = re.compile(r"\b(?:said|says|told|added|announced)\b")
_SPEAKER = 24
"""Characters at most between a speaker and his saying."""
_AFTER_IT = re.compile(r"\W{0,3}(?:after|as|because|for|once|since|until|when)\sit\s")
_HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN"})
_NAMED_ALONE = frozenset({"capital", "government", "name", "short"})
"""Kinds of names that a pronoun may stand for: no adjective."""
_CAPITAL = re.compile(r"[A-Z]")
_JOINED_NAMES = re.compile(
    r"(?:['’]s?\s(?:[\w.'’-]{1,20}\s?){1,5})?,?\sand\s(?:the\s|his\s|her\s|its\s)?(?:[\w'’-]{2,20}\s){0,3}(?:of\s)?"
)
_PLURAL = re.compile(r"\b(?:are|were|have|both|each|jointly)\b")
"""In a relative clause that describes several."""
_WHERE_HE = re.compile(r"\W{0,3}where\s(?:he|she|they)\s")
"""A clause of a place in which the subject of the main one goes on to act."""
_PRESENT = re.compile(
    r"\s(?:also\s|still\s|[a-z]{2,12}ly\s)?(?!(?:as|was|is|has|does|this|its|his)\b)[a-z]{3,14}s\s(?:an?|the|its|great|[a-z]{4,12}\sto|[A-Z][a-z]+)\s"
)
_TWO = 2
_PREDICATE = 10
"""Characters of a verb that show that "the two" ahead of it is its subject."""
_ANTECEDENT = 45
"""Characters ahead of a relative clause within which its antecedent is named."""


def borrowed_subject(
    sentence: str, frame: Frame, actors: Sequence[Actor], triggers: Sequence[Trigger], scene: Scene
) -> list[str]:
    """The states that act in a clause whose own words name none before the verb.

    `actors` are the sentence's own that act. A relative clause has its antecedent, a reported one its speaker, any
    other the subject of the sentence; a pronoun at the sentence's beginning means who acted before.
    """
    before = [actor for actor in actors if actor.end <= frame.low]
    if before and speaks_of("two", sentence[frame.low : frame.low + len(frame.opening) + _PREDICATE]):
        return _counted(before, scene)
    if frame.resumed:
        main = [actor for actor in before if actor.end <= frame.apart]
        return _subject_group(sentence, main, triggers) if main else _main_subject(sentence[: frame.apart], scene)
    described = _described(sentence, frame, before, triggers, scene)
    if described:
        return described
    if before and _OWN_ORGAN.search(frame.opening):
        return []
    speaker = _country(frame, before) or _speaker(sentence, frame, before)
    if speaker is not None:
        return [speaker]
    refers = referring().search(frame.opening)
    if refers and before and (opener := _opening_pronoun(sentence, before, triggers)):
        return _meant_by(opener, scene)
    if before:
        return _of_the_sentence(sentence, frame, before, triggers, refers)
    if refers:
        return _meant_by(refers, scene, _THE_NATION.search(sentence, 0, frame.low) is not None)
    if not _CAPITAL.search(frame.opening) and referring().search(sentence[: frame.low]):
        return list(scene.carried[:1])
    return []


def _main_subject(words: str, scene: Scene) -> list[str]:
    """Whom the `words` ahead of a relative clause mean that name nobody: "the two sides", else who acted before."""
    return list(scene.pair) if speaks_of("two", words) else list(scene.carried[:1])


def _of_the_sentence(
    sentence: str,
    frame: Frame,
    before: Sequence[Actor],
    triggers: Sequence[Trigger],
    refers: re.Match[str] | None,
) -> list[str]:
    """The subject that the sentence has named, or the one of several whom its pronoun means."""
    group = _subject_group(sentence, before, triggers) if refers or _is_connected(frame.opening) else []
    pronoun = refers.group().casefold() if refers is not None else ""
    if pronoun == "it" and (other := _it(frame, group, before, triggers)):
        return [other]
    return _of_one(sentence, frame, group, before) if pronoun in ("he", "she") and len(group) > 1 else group


def _country(frame: Frame, before: Sequence[Actor]) -> str | None:
    """The state that "the country" means as the subject of what it does: the one named last."""
    if "the " not in frame.opening or frame.opening.endswith((" is ", " was ", " has been ", " had been ")):
        return None
    if _THE_COUNTRY.search(frame.opening) is None:
        return None
    return next((actor.code for actor in reversed(before) if not is_body(actor.code)), None)


def _is_connected(opening: str) -> bool:
    """True for a clause that goes on with what the sentence is about, and has no other subject of its own."""
    if _OWN_NOUN.match(opening) or _MONARCH.match(opening):
        return False
    return _CONNECTIVE.match(opening) is not None or _CAPITAL.search(opening) is None


def _speaker(sentence: str, frame: Frame, before: Sequence[Actor]) -> str | None:
    """The state of one who says a thing after doing another, behind the thing that he says ("Oman is ready to talk,
    Chad's envoy said after meeting …")."""
    if (
        not before
        or not _AFTER_DOING.match(frame.opening)
        or not _HAS_SAID.fullmatch(sentence, before[-1].end, frame.low)
    ):
        return None
    return before[-1].code


def _described(
    sentence: str, frame: Frame, before: Sequence[Actor], triggers: Sequence[Trigger], scene: Scene
) -> list[str]:
    """The states that act in a relative clause: its antecedent, or whom the pronoun means that is its subject."""
    if before and _WHERE_HE.match(frame.opening):
        return _subject_group(sentence, before, triggers)
    own = _OBJECT_RELATIVE.match(frame.opening)
    if own is not None:
        return list(scene.last) if own["who"] == "they" and len(scene.last) == _TWO else []
    if not RELATIVE.match(frame.opening) or _reported(sentence, frame):
        return []
    if not before and speaks_of("two", sentence[: frame.low]):
        return list(scene.pair)
    if not before and _THE_STATE.fullmatch(sentence, 0, frame.low):
        return _told_last(scene)
    near = [actor for actor in before if frame.low - actor.end <= _ANTECEDENT]
    if near and frame.agreed:
        return list(dict.fromkeys(actor.code for actor in before))
    if near and near[-1].standing == "rule":
        return [actor.code for actor in near if actor.start == near[-1].start]
    return _antecedent(sentence, near[-1], before, frame, triggers) if near else []


def _told_last(scene: Scene) -> list[str]:
    """The state that did what was told last, else the first of those that acted before."""
    source = scene.told[-1].source_country if scene.told else None
    states = [code for code in scene.carried if not is_body(code)]
    return [source] if source is not None and not is_body(source) else states[:1]


def _antecedent(
    sentence: str, last: Actor, before: Sequence[Actor], frame: Frame, triggers: Sequence[Trigger]
) -> list[str]:
    """The state that a relative clause describes, named `last`; both of two with "and" between them where the verb is
    that of several, or they are the subject that the sentence opens with ("X of Peru and Y of Chile, who met")."""
    other = next((actor for actor in reversed(before) if actor.code != last.code), None)
    if other is None:
        return [last.code]
    if (
        last.kind != "person"
        and _WITH_WHOM.search(sentence, other.end, last.start)
        and frame.opening.startswith(" that")
    ):
        return [other.code, last.code]
    if other.start == last.start:
        return list(
            dict.fromkeys(actor.code for actor in before if actor.start == last.start)
        )  # "the five powers, who"
    own = [actor for actor in before if actor.start > other.start and actor.code == last.code]
    if not own or not _JOINED_NAMES.fullmatch(sentence, other.end, own[0].start):
        return [last.code]
    verb = next((t for t in triggers if t.start >= frame.low), None)
    plural = _PLURAL.search(frame.opening) is not None or (verb is not None and verb.lemma in party_words("together"))
    return _listed(sentence, before) if plural else [last.code]


def _listed(sentence: str, before: Sequence[Actor]) -> list[str]:
    """The states of the list with which `before` ends ("Peru, Chile and Bolivia, who …")."""
    codes = [before[-1].code]
    for one, two in zip(reversed(before[:-1]), reversed(before), strict=False):
        link = sentence[one.end : two.start]
        if one.code == two.code:
            continue
        if not (_JOINED_NAMES.fullmatch(link) if len(codes) == 1 else link.strip() in (",", ", the")):
            break
        codes.append(one.code)
    return list(dict.fromkeys(reversed(codes)))


def _opening_pronoun(sentence: str, before: Sequence[Actor], triggers: Sequence[Trigger]) -> re.Match[str] | None:
    """What stands for a party in the main clause, where that names its subject by a pronoun alone ("On Monday he will
    meet the Thai envoy, and on Tuesday he will …")."""
    first = next((t.start for t in triggers if t.pos == "verb" and t.finite), 0)
    return referring().search(sentence, 0, first) if first < before[0].start else None


def _counted(before: Sequence[Actor], scene: Scene) -> list[str]:
    """Whom "the two" means where the sentence has named somebody: two states, or one of those it was told of before;
    "Oman will watch; the two agreed to that" leaves who they are to the story."""
    states = list(dict.fromkeys(actor.code for actor in before if not is_body(actor.code)))
    known = scene.last if len(scene.last) == _TWO else scene.pair
    return states if len(states) == _TWO or not set(states).isdisjoint({*known, *scene.pair}) else []


def _meant_by(refers: re.Match[str], scene: Scene, nation: bool = False) -> list[str]:
    """The state that a pronoun at a sentence's beginning means: "he" the official's, "they" and "the ministry" no
    body's; "it", behind "the isolated nation", the one named last."""
    if scene.person and refers.group().casefold() in ("he", "she"):
        return [scene.person]
    they = refers.group().casefold() == "they"
    if they and len(scene.pair) == _TWO and set(scene.pair) <= set(scene.carried) and len(scene.last) != _TWO:
        return list(scene.pair)
    if they and len(scene.last) == _TWO and (scene.here or set(scene.carried) == set(scene.last)):
        return list(scene.last)
    if refers.group().casefold() == "it" and nation:
        return [code for code in scene.recent if not is_body(code)][:1]
    if scene.person and refers.group().casefold().startswith(("his ", "her ")):
        return [scene.person]
    if refers["office"] or they:
        return [code for code in scene.carried if not is_body(code)][:1]
    return list(scene.carried[:1])


def _of_one(sentence: str, frame: Frame, group: list[str], before: Sequence[Actor]) -> list[str]:
    """Of the states of `group` that of "he" or "she": the person's who stands right ahead of a saying, else that of the
    first one named ("Mali's leader said the raid on Chad was part of a plan that he would explain")."""
    people = [actor for actor in before if actor.kind == "person" and actor.code in group]
    said = _HAS_SAID_SO.search(sentence, 0, frame.low)
    speaks = [actor for actor in people if said is not None and 0 <= said.start() - actor.end < _SPEAKER]
    told = speaks[-1:] or people[:1]
    return [told[0].code] if told else group


def _it(frame: Frame, group: list[str], before: Sequence[Actor], triggers: Sequence[Trigger]) -> str | None:
    """The state that "it" means in a clause that says why or when: whom the main clause punishes or blames, or tells of
    behind several who act ("Oman and Chad left Mali's side after it fired")."""
    if _AFTER_IT.match(frame.opening) is None:
        return None
    main = [t for t in triggers if t.end <= frame.low]
    verb = next((t for t in main if t.pos == "verb" and t.finite), None)
    if verb is None or (len(group) <= 1 and _HOSTILE.isdisjoint([t.event_type for t in main])):
        return None
    others = [a for a in before if a.start > verb.end and a.kind in _NAMED_ALONE and not is_body(a.code)]
    return next((a.code for a in reversed(others) if a.code not in group), None)


def _reported(sentence: str, frame: Frame) -> bool:
    """True for the clause of "China said that it …"."""
    return frame.opening.lstrip(" ,").startswith("that ") and _SAID_THAT.search(sentence[: frame.low]) is not None


def _subject_group(sentence: str, before: Sequence[Actor], triggers: Sequence[Trigger]) -> list[str]:
    """The actors ahead of the sentence's first verb; where there is none, the first actor."""
    first = min((t.start for t in triggers if t.pos == "verb" and t.finite), default=0)
    group = [actor for actor in before if actor.start < first]
    states = next(([one] for one in group if _does(sentence, one)), group) or before[:1]
    return list(dict.fromkeys(actor.code for actor in states))


def _does(sentence: str, actor: Actor) -> bool:
    """True for a state with its verb right behind it, be it known or not ("that Chad values the help of Mali")."""
    if actor.kind != "name" or actor.text.isupper() or not sentence.startswith(" ", actor.end):
        return False
    return _PRESENT.match(sentence, actor.end) is not None
