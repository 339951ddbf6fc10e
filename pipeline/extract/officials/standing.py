"""Whether an office is public where only what was said before tells: "the company's chief executive", "its head"."""

from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort
from pipeline.extract.officials.words import Words

_CALLED = {
    "company": frozenset(("company", "firm", "giant", "group", "corporation", "producer", "operator", "bank", "its")),
    "agency": frozenset(("agency", "service", "office", "its")),
    "media": frozenset(("agency", "newspaper", "broadcaster", "its")),
    "party": frozenset(("party", "its")),
    "private": frozenset(("company", "firm", "giant", "group", "corporation", "producer", "bank", "its")),
}
_BACK = frozenset(("its", "their"))


class Standings:
    """What the bodies named so far are: public or private, by the words that a text calls them again with."""

    def __init__(self) -> None:
        self._public: dict[str, bool] = {}

    def note(self, words: Words) -> None:
        """Learn from a sentence: bodies of the lexicon, and the first noun for a body ("the farm ministry")."""
        for span in words.bodies.values():
            for called in _CALLED.get(span.body.kind, _BACK):
                self._public[called] = span.body.kind not in ("private", "press")
        if words.bodies:
            return
        for index, sort in enumerate(words.sort):
            if sort & Sort.BODY and sort & (Sort.PUBLIC | Sort.PRIVATE):
                self._public["its"] = self._public[words.low[index]] = bool(sort & Sort.PUBLIC)
                return

    def of(self, title: Title, words: Words) -> str:
        """The standing of `title`, settled by its owner where its own words leave it open or name a mere company.

        `words` are its sentence: a body named before the title is the nearest that "its" can mean.
        """
        if title.standing == "public" or (title.owner is None and title.standing == "private"):
            return title.standing
        if title.owner is None:
            return "public" if _body_before(words, title.start) else "open"
        known = _body_before(words, title.start) if title.owner in _BACK else None
        if known is None:
            known = self._public.get(title.owner)
        if known is None or (title.standing == "private" and title.owner in _BACK):
            return title.standing
        return "public" if known else "private"


def _body_before(words: Words, behind: int) -> bool | None:
    """Whether the last body named before the word `behind` is public; None where none is."""
    for index in range(behind - 1, -1, -1):
        span = words.body_ends.get(index)
        if span is not None:
            return span.body.kind not in ("private", "press")
        sort = words.sort[index]
        if sort & Sort.BODY and sort & (Sort.PUBLIC | Sort.PRIVATE):
            return bool(sort & Sort.PUBLIC)
    return None
