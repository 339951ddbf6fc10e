"""Text files: one article a file, its text as it lies there."""

from pipeline.intake.checks import check_text
from pipeline.intake.decode import Decoded, decode
from pipeline.intake.limits import Limits


def read_plain(data: bytes, limits: Limits) -> Decoded:
    """The article in the bytes of a text file. Raises Refused."""
    decoded = decode(data)
    check_text(decoded.text, limits)
    return decoded
