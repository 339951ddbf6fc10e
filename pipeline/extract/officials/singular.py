"""A plural title as each of its holders has it: "Union Ministers" is "Union Minister"."""

import re
from functools import cache

from pipeline.extract.officials.titles import Title
from pipeline.extract.officials.vocabulary import plural_bodies, plural_of

_JOINT = re.compile(r"[ -]")


def singular_title(title: Title) -> str:
    """The words of a plural title with its head in the singular, case and hyphens kept.

    Of "heads of the security services" each holder heads one: a body in the plural at the end is made singular too.
    """
    match = _plural(title.office.words).search(title.text)
    if match is None:
        return title.text
    joints = [*_JOINT.findall(match.group()), ""]
    written = _JOINT.split(match.group())
    singular = zip(_JOINT.split(title.office.words), written, joints, strict=True)
    head = "".join(_as_written(new, old) + joint for new, old, joint in singular)
    return title.text[: match.start()] + head + _with_singular_body(title.text[match.end() :])


@cache
def _plural(office: str) -> re.Pattern[str]:
    """How the plural of an office is written."""
    words = _JOINT.split(plural_of(office))
    return re.compile(r"(?<!\w)" + "[ -]".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def _with_singular_body(text: str) -> str:
    before, joint, last = text.rpartition(" ")
    return before + joint + plural_bodies().get(last, last)


def _as_written(word: str, pattern: str) -> str:
    return word.capitalize() if pattern[:1].isupper() else word
