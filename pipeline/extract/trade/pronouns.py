"""Which country a pronoun or a noun such as "the kingdom", "the neighbour", "the bank" stands for in a sentence."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.described import described
from pipeline.extract.trade.scene import PAIR, Scene, Side
from pipeline.extract.trade.story import Story, bodies, lenders, subject_among

_AWAY = frozenset({"to", "from", "with", "into"})
_RELATIVE = frozenset({"which", "who", "that"})
_OF_THE_OWNER = word_set("making accounting representing")
"""Behind a clause that begins so, "its" is whose figure stood last."""
_PRONOUNS = word_set("it its they their there")
_UNKNOWN = ("pronoun", "neighbour", "bloc", "lender")


def resolve_pronouns(scene: Scene, story: Story) -> None:
    """Give each pronoun of `scene` its country, in place; those that stay open keep "" ."""
    named: list[Side] = []
    for side in scene.sides:
        if side.kind not in _UNKNOWN:
            named.append(side)
        elif side.kind == "bloc":
            side.code = "EUE" if "EUE" in story.dominant else ""
        elif side.kind == "lender":
            side.code = next((s.code for s in reversed(named) if s.code in lenders()), story.lender or "")
        elif side.kind == "neighbour":
            side.code = _neighbour(scene, side, named, story)
        elif side.code == "" and scene.tokens.lowers[side.first] == "there":
            before = [s for s in scene.sides if s.last <= side.first and scene.tokens.lowers[s.first] not in _PRONOUNS]
            near = [s.code for s in before if s.code not in ("", PAIR)]
            side.code = near[-1] if near else next(reversed(story.named), "")
        elif side.code == "":
            told = described(scene.tokens, side, [*reversed(story.dominant), *story.named, *(s.code for s in named)])
            side.code = told or _antecedent(scene, side, named, story)
            if side.code and not side.possessive and scene.tokens.lowers[side.first] not in _PRONOUNS:
                named.append(side)


def _neighbour(scene: Scene, side: Side, named: list[Side], story: Story) -> str:
    """The country beside the one whose neighbour it is."""
    owner = _owner(scene, named, scene.clause(side.first)[0]) or story.subject
    apart = [s for s in named if s.code != owner and not s.attribution]
    clear = [s for s in apart if s.kind != "demonym" or not s.possessive]
    return next((s.code for s in clear), None) or story.other(owner) or next((s.code for s in apart), None) or ""


def _is_object(scene: Scene, side: Side, named: list[Side]) -> bool:
    """Whether "the country" stands right behind the verb of another ("Qatar lent the country")."""
    free = side.preposition is None and not side.possessive
    before = [s for s in named if s.last <= side.first and s.preposition is None and not s.attribution]
    return free and bool(before) and any(t.last in (side.first, side.first - 1) for t in scene.triggers)


def _antecedent(scene: Scene, side: Side, named: list[Side], story: Story) -> str:
    """The country of "it", "its", "the country": the sentence's subject, its speaker, or the story's."""
    noun = scene.tokens.lowers[side.first] not in _PRONOUNS
    first = scene.clause(side.first)[0]
    owners = named if noun else [s for s in named if s.kind != "demonym" or not s.possessive]
    here = _owner(scene, owners or named, first)
    by_body = noun and here in bodies()
    speaker = next((s.code for s in named if s.attribution and s.preposition is None and s.kind != "person"), None)
    if noun and here is not None and _is_object(scene, side, named):
        main = (story.home, *story.dominant)
        return next((code for code in main if code and code != here and code not in bodies()), "")
    subject = None if by_body else here
    subject = subject or (story.topic() if noun else speaker or story.subject)
    if side.possessive and scene.tokens.lower(first) in _OF_THE_OWNER:
        subject = next((s.code for s in reversed(named) if s.possessive and s.kind != "demonym"), subject)
    away = side.preposition in _AWAY and not side.possessive and not by_body
    return (_counterpart(story, scene, subject) if away else subject) or ""


def _counterpart(story: Story, scene: Scene, subject: str | None) -> str | None:
    """Whom "to the republic", "from it" means: the other country of the story."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and recent.bilateral:
        view = recent.view if recent.view in recent.countries else subject
        return next((code for code in recent.countries if code != view), None)
    last = next((code for code in reversed(story.named) if code not in (subject, story.home)), None)
    return last or story.other(subject)


def _owner(scene: Scene, named: list[Side], first: int) -> str | None:
    """The country whose "its" is: the subject; goods behind a relative pronoun own nothing ("which sells Thai tea")."""
    if scene.tokens.lowers[first] in _RELATIVE:
        named = [side for side in named if side.first < first or side.kind != "demonym" or not side.possessive]
    return subject_among(named, first)
