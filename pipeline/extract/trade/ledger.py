"""Which way each of an article's goods goes, as far as its text has said so: pages of a book, one a good.

What enters it say `origins` and the figures; here is only what it answers, and when it has nothing to say: where goods
have been told to go both ways, or several countries buy or sell them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.extract.quantities.words import word_set
from pipeline.values import value

_WORD = re.compile(r"[a-z]{3,30}")
_SMALL = word_set("and the for")
_SHARED = word_set(
    "product products goods oil fuel ore ores concentrate concentrates seed seeds meat part parts material materials "
    "equipment item items metal metals supply supplies food foods chemical chemicals machine machines vehicle"
)
"""Words that goods of different kinds end in, so that they name no good alone."""


@value(frozen=True, slots=True)
class Way:
    """From whom goods go and to whom; None for a side that is not known or not one country."""

    exporter: str | None
    importer: str | None


@dataclass(slots=True)
class Ledger:
    """What the article has said of the way that goods go."""

    pages: dict[str, list[Way]] = field(default_factory=dict)
    """The ways told, by the words and the chapters of the goods."""
    guessed: dict[str, list[Way]] = field(default_factory=dict)
    """Those that the text has only let one think, by the same."""
    told: list[Way] = field(default_factory=list)
    """All ways of which both sides have been told, of whatever goods."""
    spoken: tuple[str, str | None] | None = None
    """The goods that were last named with their origin."""
    spoken_at: int = -1
    """Where the sentence begins that named them."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been told yet."""
        return not (self.told or self.pages or self.guessed)

    def note(
        self, goods: tuple[str, str | None] | None, exporter: str | None, importer: str | None, told: bool = True
    ) -> None:
        """Let goods, if any are named, go from `exporter` to `importer`; `told` says that their sentence names one."""
        way = Way(exporter or None, importer or None)
        if told and way.exporter and way.importer and way not in self.told:
            self.told.append(way)
        if goods is None or way.exporter == way.importer:
            return
        pages = self.pages if told else self.guessed
        for key in _keys(goods):
            page = pages.setdefault(key, [])
            if way not in page:
                page.append(way)

    def way_of(self, goods: tuple[str, str | None]) -> Way | None:
        """The way that `goods` go: told of them by name, else of all of their chapter from one country to another."""
        *names, last = _keys(goods)
        for pages in (self.pages, self.guessed):
            found = [way for name in names for way in pages.get(name, ())]
            if found:
                return _common(found)
        way = _common(self.pages.get(last, ())) if last else None
        return way if way is not None and way.exporter and way.importer else None

    def only_way(self, one: str, other: str, role: str) -> Way | None:
        """The way that all goods go between two countries, if the text has told of one alone.

        Whoever of them is in `role` must not have been told to trade with a third country in it.
        """
        between = [way for way in self.told if {way.exporter, way.importer} == {one, other}]
        if len(between) != 1:
            return None
        same = [way for way in self.told if getattr(way, role) == getattr(between[0], role)]
        return between[0] if len(same) == 1 else None


def _keys(goods: tuple[str, str | None]) -> list[str]:
    """What goods are found under: the words that name them, and last their chapter ("" without one)."""
    words = [word for word in _WORD.findall(goods[0].lower()) if word not in _SMALL]
    names = [word.removesuffix("s") for word in words if word not in _SHARED]
    return [" ".join(words), *names[-1:], goods[1] or ""] if words else [goods[1] or ""]


def _common(ways: Iterable[Way]) -> Way | None:
    """What all of `ways` have in common; None where they run against each other or nothing remains."""
    exporters = {way.exporter for way in ways if way.exporter}
    importers = {way.importer for way in ways if way.importer}
    if exporters & importers:
        return None
    exporter = exporters.pop() if len(exporters) == 1 else None
    importer = importers.pop() if len(importers) == 1 else None
    return Way(exporter, importer) if exporter or importer else None
