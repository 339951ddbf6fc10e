"""The sentences of a page that are read for officials, with what each holds. Who its people are, `ties` settles."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.extract.actors import CountryMention
from pipeline.extract.officials.claims import find_claims
from pipeline.extract.officials.glued import holds_glued
from pipeline.extract.officials.holders import Claim
from pipeline.extract.officials.introduced import introduced
from pipeline.extract.officials.names import Name, find_names
from pipeline.extract.officials.people import Person
from pipeline.extract.officials.scenes import Scenes
from pipeline.extract.officials.titles import Title, find_titles
from pipeline.extract.officials.words import Words, plain_text, read_words
from pipeline.text.page import Page

BODY = frozenset(("body", "caption", "dateline"))
HEADLINE = frozenset(("headline",))

Fit = Callable[[Words, Name], Name | None]
"""Cuts a name to what can be one, None where nothing is left."""


@dataclass(slots=True)
class Line:
    """A sentence with what was found in it."""

    words: Words
    kind: str
    """Of its paragraph."""
    titles: list[Title]
    names: list[Name]
    claims: list[Claim]
    holders: list[Person | None] = field(default_factory=list)
    """Whom each claim is of."""
    told: list[str | None] = field(default_factory=list)
    """The state that the sentence gives each claim."""
    standings: list[str] = field(default_factory=list)
    """Whether each claim's office is public, private, or left open."""
    inherited: list[tuple[int, Person | None]] = field(default_factory=list)
    """Claims of "his predecessor", by index, with him."""
    people: list[tuple[int, Person]] = field(default_factory=list)
    """Word index and person of every mention, in order."""

    def next_claim(self, index: int) -> tuple[Claim | None, str | None]:
        """The claim behind that at `index`, and the state told of it."""
        if index + 1 < len(self.claims):
            return self.claims[index + 1], self.told[index + 1]
        return None, None

    def known_people(self) -> list[tuple[int, str]]:
        """Word index and state of the people whose state is known."""
        return [(index, code) for index, person in self.people if (code := person.country) is not None]


def read_lines(
    page: Page, countries: Sequence[CountryMention], scenes: Scenes, wanted: frozenset[str], fit: Fit | None = None
) -> list[Line]:
    """The sentences of the paragraphs of the `wanted` kinds, in the order of the text."""
    kinds = {paragraph.position: paragraph.kind for paragraph in page.paragraphs}
    plain = plain_text(page.text)
    starts = [mention.char_start for mention in countries]
    letters = introduced(plain, countries)
    glued = holds_glued(plain)
    lines = []
    for sentence in page.sentences:
        kind = kinds[sentence.paragraph]
        if kind in wanted:
            told_from = scenes.told_from.get(sentence.paragraph, 0)
            first = bisect_left(starts, max(sentence.char_start, told_from))
            behind = bisect_left(starts, sentence.char_end, lo=first)
            if behind > first and countries[behind - 1].char_end > sentence.char_end:
                behind -= 1
            words = read_words(plain, sentence, countries[first:behind], told_from, letters, glued)
            lines.append(_read_line(words, kind, fit))
    return lines


def _read_line(words: Words, kind: str, fit: Fit | None) -> Line:
    titles = find_titles(words) if words.offices else []
    names = find_names(words, titles)
    if fit is not None:
        names = [fitted for name in names if (fitted := fit(words, name)) is not None]
    return Line(words, kind, titles, names, find_claims(words, titles, names))
