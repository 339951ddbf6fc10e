"""Jobs that a state makes or loses at home, which tell of nobody who works abroad."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.scene import Scene, Trigger

_REACH = 7
_FIRMS = word_set("company firm group bank airline carmaker shipbuilder steelmaker maker manufacturer corporation")
_MADE_OR_LOST = word_set(
    "save saved saves saving create created creates creating lost lose loses losing cut cuts cutting support supports "
    "supported supporting shed added adds generate generated generates generating eliminate eliminated threaten "
    "threatens provide provides provided providing bring brings promise promises promised promising pledge pledges "
    "pledged"
)


def are_at_home(scene: Scene, trigger: Trigger) -> bool:
    """Whether the word of labour tells of jobs made or lost ("the tariff saved 1,200 jobs"), or of a firm's people."""
    if scene.tokens.lowers[trigger.first] == "workforce":
        return scene.has(trigger.first - _REACH, trigger.first, _FIRMS)
    if scene.tokens.lowers[trigger.first] != "jobs":
        return False
    return scene.has(max(scene.first, trigger.first - _REACH), trigger.first, _MADE_OR_LOST)
