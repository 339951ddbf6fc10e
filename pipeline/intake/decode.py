"""Bytes to text: which encoding a file is in, and which bytes are no text at all."""

import codecs
import re
from dataclasses import dataclass

from pipeline.intake.errors import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_UTF8_PAIRS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_C1 = re.compile(rb"[\x80-\x9f]")
_ORDINARY = re.compile(
    r"[\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u20ac\u2122\u00a0\u00a3\u00a5\u00a7\u00a9\u00ab\u00ad\u00ae"
    r"\u00b0\u00b1\u00b2\u00b3\u00b5\u00b7\u00ba\u00bb\u00bc\u00bd\u00be\u00bf\u00d7]|(?<=[A-Za-z])[\u00c0-\u00ff\u0152\u0153"
    r"\u0160\u0161\u0178\u017d\u017e]|[\u00c0-\u00de\u0160\u017d\u0152](?=[a-z])|[\u00df-\u00ff\u0161\u017e\u0153](?=[A-Za-z])"
)
_ORDINARY_SHARE = 0.6
_WESTERN_SHARE = 0.3
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text."""

    text: str
    """Byte-order mark removed, nothing else changed."""
    encoding: str
    """The codec's Python name."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`.

    A byte-order mark decides; then UTF-8, then `declared` (what an HTML page says of itself), then Windows-1252 or,
    where no byte tells the two apart, Latin-1, if the result looks like western text; else what charset-normalizer
    finds. Raises Refused: `empty`, `binary` (NUL bytes, the signature of another format) or `encoding` (no encoding
    fits, or damaged UTF-8: read as something else, every typographic quote would become three odd letters).
    """
    if not data.strip():
        raise Refused("empty", "the file holds nothing but white space" if data else "the file is empty")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, bom, encoding)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    if declared is not None:
        found = _declared(data, declared)
        if found is not None:
            return found
    if _is_damaged_utf8(data):
        raise Refused("encoding", f"damaged UTF-8: byte {position} fits no character; export the file again")
    return _western(data) or _normalised(data)


def _with_bom(data: bytes, bom: bytes, encoding: str) -> Decoded:
    try:
        text = (data[len(bom) :] if encoding == "utf-8" else data).decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("encoding", f"marked as {encoding.upper()}, but byte {error.start} fits no character") from error
    if not text.strip():
        raise Refused("empty", "the file holds nothing but a byte-order mark")
    return Decoded(text, encoding)


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data or (magic[0] >= 0x1F and magic[1] >= 0x80)):
            raise Refused("binary", f"this is {name}, not text: convert it first")
    if b"\0" not in data:
        return
    head = data[:2_000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > 0.6 * len(head) / 2 and min(even, odd) < 0.1 * len(head) / 2:
        raise Refused("binary", "this looks like UTF-16 without a byte-order mark: save it as UTF-8")
    raise Refused("binary", "the file holds NUL bytes: it is no text, or was cut short while it was written")


def _declared(data: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeError):
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the bytes above ASCII form UTF-8 characters: then the others are damage, not another encoding."""
    pairs = _UTF8_PAIRS.findall(data)
    whole = sum(len(pair) for pair in pairs)
    return bool(pairs) and whole >= 0.5 * len(_HIGH.findall(data))


def _western(data: bytes) -> Decoded | None:
    """`data` as Windows-1252 or Latin-1, None where the outcome does not look like a western language."""
    name = "cp1252" if _C1.search(data) else "iso8859-1"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    high = sum(1 for letter in sample if letter > "\x7f")
    ordinary = len(_ORDINARY.findall(sample))
    if ordinary >= _ORDINARY_SHARE * high and high <= _WESTERN_SHARE * len(sample):
        return Decoded(text, name)
    return None


def _gives_back(decoded: Decoded, data: bytes) -> bool:
    """Whether the text has the same bytes again: a guessed encoding that loses some is the wrong one."""
    try:
        return decoded.text.encode(decoded.encoding) == data
    except UnicodeError:
        return False


def _normalised(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        found = _declared(data, best.encoding)
        if found is not None and _gives_back(found, data):
            return found
    raise Refused("encoding", "no encoding fits these bytes: save the file as UTF-8")
