"""Whether an office is public where only what was said before tells: "the company's chief executive", "its head"."""

from pipeline.extract.officials.acting import subject_state
from pipeline.extract.officials.backdrop import POINTING_BACK, Backdrop
from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import Sort, body_sorts
from pipeline.extract.officials.words import Words

_HIS = frozenset(("his", "her"))
_PRIVATE = ("private", "press")
_CLOSE = frozenset(("adviser", "advisor", "aide", "chief of staff", "envoy", "representative"))
"""What those are called who serve a head or a minister as his own."""
_LEADING = frozenset(("head_of_state", "minister"))


def standing_of(title: Title, words: Words, backdrop: Backdrop) -> str:
    """The standing of `title`, settled by its owner where its own words leave it open or name a mere company.

    `words` are its sentence: a body named before the title is the nearest that "its" can mean.
    """
    if title.owner in _HIS and title.office.words in _CLOSE and _of_a_leader(title, words):
        return "public"
    if title.office.kind == "spokesman" and _speaks_for_firm(title, words):
        return "open"
    if title.standing == "public" or (title.owner is None and title.standing == "private"):
        return title.standing
    if title.owner is None:
        return "public" if _body_before(words, title.start) else "open"
    known = _body_before(words, title.start) if title.owner in POINTING_BACK else None
    if known is None:
        known = backdrop.public().get(title.owner)
    if known is None or (title.standing == "private" and title.owner in POINTING_BACK):
        return title.standing
    return "public" if known else "private"


def _speaks_for_firm(title: Title, words: Words) -> bool:
    """Whether a bare "spokesman" speaks for a firm: the sentence names firms before, and no state that acts."""
    if title.end > title.head.end or title.start < title.head.start or title.countries or title.organization:
        return False
    named = [span.body.kind in _PRIVATE for first, span in words.bodies.items() if first < title.start]
    sorts = {sort for sort in words.sort[: title.start] if sort in body_sorts()}
    named += [not sort & Sort.PUBLIC for sort in sorts]
    return bool(named) and all(named) and subject_state(words, title.start) is None


def _body_before(words: Words, behind: int) -> bool | None:
    """Whether the last body named before the word `behind` is public; None where none is."""
    for index in range(behind - 1, -1, -1):
        span = words.body_ends.get(index)
        if span is not None:
            return span.body.kind not in _PRIVATE
        sort = words.sort[index]
        if sort in body_sorts():
            return bool(sort & Sort.PUBLIC)
    return None


def _of_a_leader(title: Title, words: Words) -> bool:
    """Whether "his" can mean a head or minister named before: "President X sent his adviser, Y"."""
    heads = (span for first, span in words.offices.items() if first < title.start)
    return any(span.office.kind in _LEADING and not span.office.plural for span in heads)
