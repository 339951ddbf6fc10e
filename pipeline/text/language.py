"""The language of a text by its script and its function words. Fast and coarse: it tells English from the others."""

import re
from functools import cache

from pipeline.lexicon.table import rows
from pipeline.text.words import WordCutter

UNKNOWN = "und"
_SAMPLE = 6_000
"""Characters that are looked at: the words of one page tell a language as well as those of ten."""
_WORDS = WordCutter(re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?"))
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
"""A letter from the Greek block on, signs like dashes and quotes left out: most pages have none."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SCRIPT_SHARE = 0.4
"""Part of the letters from which a script decides alone; a script's letters carry more than Latin ones."""
_LEAST_HITS = 2
_FIRST_LOOK = 1_000
"""Characters that are looked at first; `_CLEAR_HITS` of one language in them, and a `_CLEAR_PART` of these of any other
at most, are enough."""
_CLEAR_HITS = 40
_CLEAR_PART = 0.5


def detect(text: str) -> str:
    """ISO 639-1 code of the language that `text` is written in, `und` where its words tell nothing.

    A script other than Latin names its most usual language. In Latin script the language with the most function words
    (language_words.csv) wins; on a tie, and with fewer than two of them, nothing is known.
    """
    sample = text[:_SAMPLE]
    script = _by_script(sample)
    if script is not None:
        return script
    ranked = _ranked(sample[:_FIRST_LOOK])
    if not _is_clear(ranked):
        ranked = _ranked(sample)
    if not ranked or ranked[0][1] < _LEAST_HITS:
        return UNKNOWN
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return UNKNOWN
    return ranked[0][0]


def _is_clear(ranked: list[tuple[str, int]]) -> bool:
    """Whether one language leads by so much that more of the text would change nothing."""
    hits = [hits for _, hits in ranked[:2]]
    return bool(hits) and hits[0] >= _CLEAR_HITS and max(hits[1:], default=0) <= hits[0] * _CLEAR_PART


def _by_script(sample: str) -> str | None:
    if sample.isascii() or _OTHER_SCRIPT.search(sample) is None:
        return None
    latin = len(_LATIN.findall(sample))
    for language, pattern in _SCRIPTS:
        letters = len(pattern.findall(sample))
        if letters and letters >= _SCRIPT_SHARE * (letters + latin):
            return language
    return None


def _ranked(sample: str) -> list[tuple[str, int]]:
    """The languages of the function words of `sample`, with how many they are, the most first."""
    known = _languages()
    lowered = sample.lower().replace("’", "'")
    hits = dict[str, int]()
    for word in _WORDS.words(lowered):
        for language in known.get(word, ()):
            hits[language] = hits.get(language, 0) + 1
    return sorted(hits.items(), key=lambda item: (-item[1], item[0]))


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("language_words"):
        found.setdefault(row["word"], []).append(row["language"])
    return {word: tuple(languages) for word, languages in found.items()}
