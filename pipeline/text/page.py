"""The parts of a page as values: paragraph, sentence, page. `paragraphs` and `sentences` say how they are found."""

from bisect import bisect_left, bisect_right
from typing import Literal, get_args

from pipeline.values import value

ParagraphKind = Literal["headline", "byline", "dateline", "caption", "body", "boilerplate", "credit"]
PARAGRAPH_KINDS: tuple[str, ...] = get_args(ParagraphKind)


@value(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article."""

    position: int
    """0 for the first paragraph of the article."""
    kind: ParagraphKind
    """What the paragraph is on the page (DATASETS, "paragraphs")."""
    char_start: int
    """Offset of its first character in the article's text, in code points."""
    char_end: int
    """Offset behind its last character."""
    text: str
    """`article_text[char_start:char_end]`, with no white space at either end."""


@value(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph: the unit of evidence."""

    paragraph: int
    """Position of its paragraph."""
    char_start: int
    """Offset of its first character in the article's text, in code points."""
    char_end: int
    """Offset behind its last character, closing quotes included."""
    text: str
    """`article_text[char_start:char_end]`, with no white space at either end."""


@value(frozen=True, slots=True)
class Page:
    """An article's text and the parts that it falls into."""

    text: str
    """The whole article as decoded: nothing normalised."""
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text, without gaps but white space."""
    sentences: tuple[Sentence, ...]
    """The sentences of all paragraphs, in the order of the text."""

    def paragraph_sentences(self, position: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph at `position`."""
        first = bisect_left(self.sentences, position, key=_paragraph)
        last = bisect_right(self.sentences, position, lo=first, key=_paragraph)
        return self.sentences[first:last]


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph
