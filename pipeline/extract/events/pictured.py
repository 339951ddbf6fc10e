"""What a picture shows: a caption tells of the day of its picture, which the story around it does not take over."""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.governed import Governed
from pipeline.extract.facts import DateMention
from pipeline.text.credits import ends_with_picture_credit, notes_positions
from pipeline.text.fulldate import MONTH
from pipeline.text.page import Page
from pipeline.text.parts import holds_any
from pipeline.text.vocabulary import is_medium

_SIDES = ("left", "right", "center", "centre", "(L)", "(R)", "(C)", "(not ", "(unseen)")
"""One of these stands in each note on who stands where."""
_ENDS_WITH_YEAR = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".")
_UNDER_PICTURE = re.compile(
    rf"(?<!day)(?:,|\b[A-Z][\w.]{{1,20}}(?<!day),?)\s{{1,2}}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s?,\s)?"
    rf"(?i:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}),?\s(?:19|20)\d\d\.?\Z"
)
"""The end of what tells of a picture: the day in full behind its place, with no "on" ("in Lomé, May 3, 2021.")."""
_IN_PICTURE = re.compile(
    r"\bin\sthis\s(?:[\w-]{2,16}\s){0,3}(?:frame|image|photo|photograph|picture|screengrab|still)\b"
)
_SHOWN = re.compile(
    r"[^.;,]{3,90}?(?:,\s[^.;,]{2,60},)?\s(?:is|are)\s(?:anchored|berthed|displayed|docked|loaded|moored|observed|parked|"
    r"photographed|pictured|piled|queued|seen|shown|stacked|unloaded|(?:lined|piled|queued|stacked)\sup)\s"
    r"[^;]{5,160}\d\.?\Z"
)
"""What lies or stands somewhere on a day long past is what a picture of that day shows."""
_LONGEST_DAY = 60
_LONGEST_CREDIT = 60
_MOST_NAMES = 4
_OF_PICTURES = frozenset({"picture", "take", "show", "see", "photograph"})


_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Kinds of acts of many people, none of whom need be named."""


def is_of_picture(mention: DateMention) -> bool:
    """True for a day in full; "on Monday" beside a picture may be that of any week."""
    return mention.precision == "day" and mention.method == "explicit"


def is_caption(page: Page, at: int, dates: Sequence[DateMention]) -> bool:
    """True for a sentence among running text that tells of a picture: its words note who stands where, its credit
    stands behind it, or the day in full behind its place ends it. All its `dates` are days in full."""
    text = page.sentences[at].text
    if dates and "in this " in text and _IN_PICTURE.search(text):
        return True
    if not dates or not all(is_of_picture(mention) for mention in dates):
        return False
    if holds_any(text, _SIDES) and notes_positions(text):
        return True
    if text.endswith(_ENDS_WITH_YEAR) and _UNDER_PICTURE.search(text, max(0, len(text) - _LONGEST_DAY)) is not None:
        return True
    if text.endswith(_ENDS_WITH_YEAR) and len(dates) == 1 and _SHOWN.match(text) is not None:
        return True
    behind = page.sentences[at + 1] if at + 1 < len(page.sentences) else None
    if behind is None or behind.paragraph != page.sentences[at].paragraph:
        return False
    if not behind.text.startswith("("):
        return _opens_with_credit(behind.text)
    credit = behind.text[: behind.text.find(")") + 1]
    return ends_with_picture_credit(f"{text} {credit}")


def _opens_with_credit(text: str) -> bool:
    """True for a photographer, a slash and a medium ("Kofi Mensah/AFP/Getty Images Related article")."""
    name, slash, rest = text[:_LONGEST_CREDIT].partition("/")
    words = name.split()
    if not slash or not 1 < len(words) <= _MOST_NAMES or not all(word[0].isupper() for word in words):
        return False
    medium = rest.replace("/", " ").split()
    return is_medium(" ".join(medium[:1])) or is_medium(" ".join(medium[:2]))


def shows(item: Governed, dates: Sequence[DateMention], actors: Sequence[Actor]) -> bool:
    """True for what a verb tells of that the lexicons know, and for a meeting: what else a caption names ("a protest
    against the ban") is only what the picture is about. Where none of its `actors` is an official it shows force, or
    passers-by ("boats anchored", "families wait to cross").

    The day of the picture ends its caption: of the sentence's `dates` one ahead of it is the page's, or of something
    else.
    """
    trigger = item.trigger
    if not is_of_picture(item.date) or item.date.char_start < dates[-1].char_start:
        return False
    if trigger.kind == "general" or trigger.lemma in _OF_PICTURES:
        return False
    if trigger.event_type not in _FORCE and not any(actor.person for actor in actors):
        return False
    return trigger.pos == "verb" or trigger.event_type == "CONSULT"
