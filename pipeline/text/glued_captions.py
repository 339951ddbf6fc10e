"""Captions that stand in one block with the story behind them: the picture's credit in brackets parts the two."""

from collections.abc import Iterator, Sequence

from pipeline.text.blocks import Block
from pipeline.text.credits import LONGEST_CAPTION, ends_with_picture_credit

_SHORTEST = 40
"""Characters: fewer are no caption, and no story either."""
_LONGEST_CREDIT = 80


def parted(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with each caption that a story follows in the same block as a block of its own."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Block]:
    end = _caption_end(block.text) if ") " in block.text[:LONGEST_CAPTION] else 0
    if not end:
        yield block
        return
    caption, story = block.text[:end].rstrip(), block.text[end:]
    yield Block(block.char_start, block.char_start + len(caption), caption, 1)
    yield Block(block.char_start + end, block.char_end, story, block.n_lines)


def _caption_end(text: str) -> int:
    """Where the story begins behind the caption that opens `text`, 0 where none does."""
    end = 0
    close = text.find(") ", _SHORTEST, LONGEST_CAPTION)
    while close >= 0 and len(text) - close > _SHORTEST:
        story = close + len(") ")
        while text[story : story + 1].isspace():
            story += 1
        opening = text.rfind("(", 0, close)
        is_short = opening >= 0 and close - opening <= _LONGEST_CREDIT
        is_between = is_short and text[story : story + 2].strip("\"“‘'")[:1].isupper()
        if is_between and ends_with_picture_credit(text[: close + 1]):
            end = story
        close = text.find(") ", story, LONGEST_CAPTION)
    return end
