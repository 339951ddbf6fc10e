"""Bytes to text: the right encoding, or a reason why there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.intake.decode import decode
from pipeline.intake.errors import Refused

_TEXT = "The minister’s “new era” – worth €5 million – began in Málaga, says José Núñez."
_PLAIN = "The fair in Malaga ended; José Núñez and his café sold goods worth £5 in one week."


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (_TEXT.encode(), "utf-8", _TEXT),
        (_TEXT.encode("utf-8-sig"), "utf-8", _TEXT),
        (_TEXT.encode("utf-16"), "utf-16", _TEXT),
        (b"\xfe\xff" + _TEXT.encode("utf-16-be"), "utf-16", _TEXT),
        (_TEXT.encode("utf-32"), "utf-32", _TEXT),
        (_TEXT.encode("cp1252"), "cp1252", _TEXT),
        (_PLAIN.encode("latin-1"), "iso8859-1", _PLAIN),
        (b"plain words", "utf-8", "plain words"),
        ("\ufeffa\r\nb\rc".encode(), "utf-8", "a\r\nb\rc"),
    ],
)
def test_encodings(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_another_alphabet_is_found() -> None:
    text = "Министр торговли заявил в понедельник, что переговоры прошли в столице и будут продолжены. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text


def test_what_a_page_declares_comes_before_a_guess() -> None:
    data = "Łódź i Kraków".encode("iso8859-2")
    assert decode(data, "iso-8859-2").text == "Łódź i Kraków"
    assert decode(_TEXT.encode(), "iso-8859-2").encoding == "utf-8"
    assert decode(_PLAIN.encode("latin-1"), "no-such-codec").encoding == "iso8859-1"


@pytest.mark.parametrize(
    ("data", "rule", "word"),
    [
        (b"", "empty", "empty"),
        (b" \n\t", "empty", "white space"),
        (b"\xef\xbb\xbf", "empty", "byte-order mark"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary", "PNG"),
        (b"%PDF-1.7 text", "binary", "PDF"),
        (b"PK\x03\x04rest", "binary", "ZIP"),
        (b"\x1f\x8b\x08\0\0", "binary", "gzip"),
        (b"MZ\x90\0\x03\0", "binary", "program"),
        (b"\0" * 100, "binary", "NUL"),
        (b"text\0text", "binary", "NUL"),
        ("The talks were held".encode("utf-16-le"), "binary", "UTF-16"),
        (b"\xef\xbb\xbftext \xff", "encoding", "UTF-8"),
        (b"\xff\xfea", "encoding", "UTF-16"),
        ("“quoted” – and “more” – words".encode() + b"\xe2\x80", "encoding", "damaged UTF-8"),
    ],
)
def test_refusals(data: bytes, rule: str, word: str) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)
    assert caught.value.rule == rule
    assert word in caught.value.reason


def test_a_text_may_begin_like_a_program() -> None:
    assert decode(b"MZ, the code of Mozambique's airline, fell.").encoding == "utf-8"


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text and text[0] != "\ufeff"))
def test_utf8_with_and_without_its_mark_and_utf16_are_read_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text
    assert decode(text.encode("utf-16")).text == text


def outcome(data: bytes) -> str:
    """The rule that refuses `data`, or the encoding that it is read in."""
    try:
        decoded = decode(data)
    except Refused as refused:
        return refused.rule
    whole = decoded.text.encode(decoded.encoding)
    return decoded.encoding if data.endswith(whole) or decoded.encoding in {"utf-16", "utf-32"} else "changed"


@settings(max_examples=400)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_without_loss_or_refused(data: bytes) -> None:
    assert outcome(data) != "changed"
