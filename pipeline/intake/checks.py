"""What a decoded text must be to be taken in as an article: text, of bearable length, in English."""

import re

from pipeline.intake.errors import Refused
from pipeline.intake.limits import Limits
from pipeline.text.language import UNKNOWN, detect

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKUP_START = re.compile(r"\s{0,200}(?:<!doctype\s{1,9}html|<\?xml|<html|<head|<body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|article|b|br|div|em|h[1-6]|head|html|i|img|li|link|meta|p|script|span|strong|table|td|ul)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_MOST_TAGS = 8
_STRAY = 2
"""Odd characters that no text is refused for, however short."""
_CONTROL_SHARE = 1 / 500
_DAMAGE_SHARE = 1 / 200
_TELLING_WORDS = 20
"""Words from which on a text without one known function word is in no language that we read."""


def check_text(text: str, limits: Limits, markup: bool = False) -> None:
    """Raise Refused where `text` is no article that can be read; `markup` allows HTML tags.

    Rules: `empty`, `too_large`, `binary` (NUL), `surrogates`, `control_characters`, `encoding` (replacement characters
    left by an earlier, faulty decoding), `markup` (HTML handed in as text), `no_text` (no letters), `language` (not in
    English).
    """
    if not text.strip():
        raise Refused("empty", "there is no text")
    if len(text) > limits.max_article_chars:
        reason = f"{len(text)} characters, the limit for one article is {limits.max_article_chars}"
        raise Refused("too_large", reason, str(len(text)))
    _check_characters(text)
    if not markup and (_MARKUP_START.match(text) or sum(1 for _ in _TAG.finditer(text[:20_000])) >= _MOST_TAGS):
        raise Refused("markup", "this is HTML: give the file the ending .html")
    if not any(letter.isalpha() for letter in text):
        raise Refused("no_text", "there are no words in it")
    _check_language(text)


def _check_characters(text: str) -> None:
    if "\0" in text:
        raise Refused("binary", "the text holds NUL characters")
    if _SURROGATE.search(text):
        raise Refused("surrogates", "half of a surrogate pair: the text was cut or encoded wrongly; export it again")
    if "\x1b" in text:
        raise Refused("control_characters", "terminal escape sequences: save the text without colours")
    if len(_CONTROL.findall(text)) > max(_STRAY, _CONTROL_SHARE * len(text)):
        raise Refused("control_characters", "more control characters than a text has: it is damaged or no text")
    if text.count("\ufffd") > max(_STRAY, _DAMAGE_SHARE * len(text)):
        raise Refused("encoding", "replacement characters: the text was damaged before it came here; export it again")


def _check_language(text: str) -> None:
    language = detect(text)
    if language == "en" or (language == UNKNOWN and len(text.split(None, _TELLING_WORDS)) <= _TELLING_WORDS):
        return
    name = "an unknown language" if language == UNKNOWN else f"the language {language!r}"
    raise Refused("language", f"the article is in {name}; only English is read", language)
