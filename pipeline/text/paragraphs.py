"""A page out of a text: lines to blocks, blocks to paragraphs with kinds, paragraphs to sentences."""

from pipeline.text.blocks import join_lines
from pipeline.text.dateline import read_dateline
from pipeline.text.furniture import Mark, mark_line
from pipeline.text.glued_captions import parted
from pipeline.text.kinds import classify
from pipeline.text.lines import read_lines
from pipeline.text.page import Page, Paragraph, Sentence
from pipeline.text.sentences import split_sentences


def read_page(text: str) -> Page:
    """The parts of an article's `text`.

    Paragraphs cover everything but white space, in order and without overlap; each sentence lies in one paragraph.
    Any text is accepted, an empty one has no paragraphs. The time grows with the length of the text alone.
    """
    marks = _Marks()
    blocks = parted(join_lines(text, read_lines(text), lambda line: marks[line] is not None))
    kinds = classify(blocks, [marks[block.text] for block in blocks])
    paragraphs = [
        Paragraph(position, kind, block.char_start, block.char_end, block.text)
        for position, (block, kind) in enumerate(zip(blocks, kinds, strict=True))
    ]
    sentences = [sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph)]
    return Page(text, tuple(paragraphs), tuple(sentences))


class _Marks(dict[str, Mark | None]):
    """What each line of a page is: it is looked at as a line, as its neighbour's neighbour and as a block."""

    def __missing__(self, line: str) -> Mark | None:
        found = self[line] = mark_line(line)
        return found


def _sentences(text: str, paragraph: Paragraph) -> list[Sentence]:
    dateline = read_dateline(paragraph.text)
    skip_to = paragraph.char_start + dateline.char_end if dateline is not None and dateline.complete else 0
    return [
        Sentence(paragraph.position, start, end, text[start:end])
        for start, end in split_sentences(text, paragraph.char_start, paragraph.char_end, skip_to)
    ]
