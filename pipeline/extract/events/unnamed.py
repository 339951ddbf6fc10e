"""The parties of an act whose clause names none: those of the sentence, of the event before, of the story; the state of
an act that is done at home."""

import re

from pipeline.extract.events.act import Act
from pipeline.extract.events.cast import is_body
from pipeline.extract.events.others import by_a_group
from pipeline.extract.events.party_words import party_words
from pipeline.extract.events.scene import Scene
from pipeline.text.parts import holds_any

_PAIR = 2
_THE_COUNTRY = re.compile(
    r"\b(?:from|to|with|against|of|invad(?:e|ed|es|ing)|attack(?:s|ed|ing)?|occup(?:y|ied|ies|ying)|bomb(?:s|ed|ing)?|fle(?:e|d|es|eing)|"
    r"[Vv]isit(?:s|ed|ing)?|tour(?:s|ed|ing)?|left|leaves?|leaving|enter(?:s|ed|ing)?)\s(?:the|that)\s"
    r"(?:country|kingdom|nation|republic)\b(?!['’])"
)
_EACH = frozenset({"each", "their"})
_IN_IT = re.compile(r"\b(?:across|in|throughout)\s(?:the\s)?(?:[a-z-]{3,12}\s){0,2}(?:of\s)?(?:the\s)?\Z")
"""Ahead of the state in which something befalls it ("rebels in the east of")."""
_COUNTRY = ("country", "kingdom", "nation", "republic")
_PRONOUN_OPENS = re.compile(r"\W{0,3}(?:It|They|That|This|These)\s")
_SAME_COUNTRY = re.compile(r"\W{0,3}(?:[Aa]nd\s|[Bb]ut\s)?[Tt]he\s(?:country|island|kingdom|nation|republic)\s")


def speaks_of_the_country(words: str) -> bool:
    """True where one goes to, leaves or attacks "the country"."""
    return holds_any(words, _COUNTRY) and _THE_COUNTRY.search(words) is not None


def unnamed(act: Act, scene: Scene) -> list[str]:
    """The parties of an act whose clause names none: those of the sentence, of the event before, of the story."""
    if by_a_group(act):
        return []
    if speaks_of_the_country(act.words):
        return [code for code in scene.recent if not is_body(code)][:1]
    if len(set(act.beside)) == _PAIR:
        return list(dict.fromkeys(act.beside))
    if act.trigger.event_type == "CONSULT" and len(act.placed) == 1 and is_body(act.placed[0]):
        return list(act.placed)
    if act.trigger.event_type == "ASSAULT" and act.placed and not set(act.placed) <= set(scene.last):
        return list(act.placed[:1])
    it = act.trigger.lemma in party_words("thing_act") and _PRONOUN_OPENS.match(act.frame.opening) is not None
    if len(scene.last) >= _PAIR and (scene.here or it or len(scene.pair) < _PAIR):
        return list(scene.last)
    return list((scene.nearest if _is_between_two(act, scene) else ()) or scene.group)


def _is_between_two(act: Act, scene: Scene) -> bool:
    """True for what two have with each other by its words, where the story is about two."""
    told = not act.vocabulary.isdisjoint(party_words("shared_matter") | _EACH)
    return told and len(scene.pair) == _PAIR and set(scene.nearest).isdisjoint(scene.pair)


def own_state(act: Act, scene: Scene) -> list[str]:
    """The state of an act at home whose clause names none: where it takes place, else that of the act at home told
    before it, else whom the story is about."""
    before = scene.last if scene.here and len(scene.last) == 1 else ()
    carried = [code for code in scene.carried if not is_body(code)]
    filed = [scene.story.filed] if scene.story.filed is not None else []
    if scene.last and scene.told and _SAME_COUNTRY.match(act.frame.opening):
        before = (scene.told[-1].source_country,) if scene.told[-1].source_country is not None else before
    low, high = act.frame.low, act.frame.high
    inside = {
        a.code for a in act.named if low <= a.start < high and _IN_IT.search(act.whole[max(0, a.start - 24) : a.start])
    }
    there = list(inside) if len(inside) == 1 else []
    return [*act.placed, *there, *before, *filed, *scene.pair, *carried][:1]
