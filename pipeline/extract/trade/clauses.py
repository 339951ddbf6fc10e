"""Where one clause of a sentence ends and the next begins."""

from pipeline.extract.inflection import finite_words
from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene

_OPENERS = word_set("while whereas although though but whilst which who because")
_COMMA_OPENERS = word_set(
    "with as after when compared up down accounting making representing bringing where followed including of against "
    "more less fewer"
)
_OBJECTS = word_set("the a an its their it them him her")
_RELATIVE = word_set("which who whose")
_AUXILIARIES = word_set("has have had is was are were will would can could said did does do may might should")
_SAYING = word_set("said says told according reported added")

_BRACKET_REACH = 8
_ASIDE_REACH = 10
_GOING_ON = word_set("to from into for during last this")
_STOPS = frozenset({";", ":", "—"})
_CLOSING = frozenset({",", "”", '"'})
_BEFORE_BREAK = _STOPS | _CLOSING
"""Behind these a clause may begin, with whatever word."""
_BREAKING = _OPENERS | {"and", "yet"}
"""The words that a clause can begin with, whatever stands before them."""
_MARKS = _BREAKING | _BEFORE_BREAK


def find_breaks(scene: Scene) -> list[int]:
    """The tokens at which clauses begin, the sentence's first among them."""
    tokens, lowers, found = scene.tokens, scene.tokens.lowers, [scene.first]
    marks = tokens.places(_MARKS, scene.first, scene.last)
    for at in sorted({at + (lowers[at] in _BEFORE_BREAK) for at in marks} - {scene.first, scene.last}):
        relative = lowers[found[-1]] in _RELATIVE
        if _breaks(scene, at, lowers[at], lowers[at - 1], relative):
            found.append(at)
    return found


def _breaks(scene: Scene, at: int, lower: str, before: str, relative: bool) -> bool:
    """Whether a clause begins at token `at`."""
    if lower in _OPENERS or (lower == "whose" and before == ","):
        return True
    if before in _STOPS and lower not in _STOPS:
        return not _within_bracket(scene, at)
    if (before in _CLOSING and lower in _SAYING) or (before == "," and _is_first_of_parts(scene, at)):
        return True
    if before == "," and relative and lower in finite_words():
        return True
    if before == "," and lower.endswith("ing") and _leads_on(scene, at + 1):
        return True
    if before == "," and lower == "including" and _is_aside(scene, at):
        return False
    if before == "," and (lower in _COMMA_OPENERS or (relative and lower in _AUXILIARIES)):
        return True
    if before == "," and relative and any(t.first == at and t.kind in ("verb", "passive") for t in scene.triggers):
        return True
    if lower == "yet":
        return scene.tokens.lower(at + 1) in change_words("verb")  # "fell to 5 tons yet recovered in 2010"
    return lower == "and" and _opens(scene, at)


def _is_first_of_parts(scene: Scene, at: int) -> bool:
    """Whether the first part of a total stands behind the comma that ends it ("Of the $9 billion, 4 went to Oman")."""
    if scene.tokens.lowers[scene.first] != "of" or "," in scene.tokens.lowers[scene.first : at - 1]:
        return False
    total = any(amount.last < at for amount in scene.amounts)
    told = any(trigger.kind == "noun" and trigger.first < at for trigger in scene.triggers)
    return total and told and any(amount.qualifier_first == at for amount in scene.amounts)


def _is_aside(scene: Scene, at: int) -> bool:
    """Whether the clause goes on behind what "including" names ("tea, including green tea, to Oman")."""
    lowers, end = scene.tokens.lowers, min(at + _ASIDE_REACH, scene.last - 1)
    comma = next((place for place in range(at + 1, end) if lowers[place] == ","), 0)
    if not comma or any(at < amount.first < comma for amount in scene.amounts):
        return False
    return lowers[comma + 1] in _GOING_ON and not any(at < side.first < comma for side in scene.sides)


def _within_bracket(scene: Scene, index: int) -> bool:
    """Whether the token at `index` stands in a bracket with amounts ("600m euros (£510m; $690m)")."""
    near = scene.tokens.lowers[max(scene.first, index - _BRACKET_REACH) : index]
    return "(" in near and ")" not in near[near.index("(") :]


def _leads_on(scene: Scene, index: int) -> bool:
    """Whether a participle stands before token `index` ("forcing Brazilian millers", "leaving the country")."""
    if scene.tokens.lower(index) in _OBJECTS:
        return not any(trigger.last == index for trigger in scene.triggers)
    return any(side.first == index and side.kind != "place" for side in scene.sides) and not any(
        trigger.last == index for trigger in scene.triggers
    )


def _opens(scene: Scene, at: int) -> bool:
    """Whether the "and" at token `at` joins clauses: words of flow with amounts of their own on both sides."""
    before = any(trigger.kind != "block" and trigger.last <= at for trigger in scene.triggers)
    behind = [trigger for trigger in scene.triggers if at < trigger.first <= at + 7]
    if not (before and behind):
        return False
    listed = next((side for side in scene.sides if side.first == at + 1 and side.listed), None)
    if listed is not None and scene.tokens.lower(listed.last) == ",":
        return False
    amount_before = any(amount.last <= at for amount in scene.amounts)
    return amount_before and not any(at < amount.first < behind[0].first for amount in scene.amounts)
