"""The first occurrences met so far, found again by their words: letter for letter, or by the bands of their sketches.

The index lives in memory and holds what a stored one will: exact keys and band keys to paragraphs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz import fuzz

from pipeline.dedup.guard import judge
from pipeline.dedup.reading import MOST_WORDS, Reading
from pipeline.dedup.sketch import Keys, band_keys

LEAST_SIMILARITY = 0.75
"""Statements less alike are not given to the guard: a few edited words leave more than that of three lines."""
_LONGEST_BUCKET = 64
"""First occurrences that one band key is followed to, the earliest: more share it where a form is filled in daily."""
_MOST_CANDIDATES = 32
"""Candidates that the guard sees, those of the most shared bands first."""


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph and the first occurrence that it repeats."""

    first: int
    """Number of the first occurrence."""
    kind: str
    """`exact` or `near`."""
    similarity: float
    """How alike the two whole paragraphs are, 0 to 1."""
    reason: str
    """Why they say the same: "words", "affixes", or the guard's licences."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All paragraphs to be compared, by number, with their keys."""

    readings: Sequence[Reading]
    bands: Sequence[tuple[int, ...]]
    """Band keys joined with the fact key; those that no other paragraph has are left out."""
    days: Sequence[int]
    """Keys of what the relative dates mean."""


@dataclass(slots=True)
class Index:
    """First occurrences by their keys. With `dated`, one is found only where its relative dates mean the same."""

    corpus: Corpus
    dated: bool
    _exact: dict[tuple[str, int], int] = field(default_factory=dict)
    _bands: dict[int, list[int]] = field(default_factory=dict)

    def add(self, number: int) -> None:
        """Take in paragraph `number` as a first occurrence."""
        self._exact.setdefault(self._exact_key(number), number)
        for key in self._band_keys(number):
            self._bands.setdefault(key, []).append(number)

    def find(self, number: int) -> Match | None:
        """What paragraph `number` repeats, or None: the same words before nearly the same, then the earliest."""
        same = self._exact.get(self._exact_key(number))
        if same is not None:
            return same_words(self.corpus.readings[same], self.corpus.readings[number], same)
        for candidate in self._candidates(number):
            match = self._compare(candidate, number)
            if match:
                return match
        return None

    def _compare(self, candidate: int, number: int) -> Match | None:
        first, second = self.corpus.readings[candidate], self.corpus.readings[number]
        if self.dated and first.days != second.days:
            return None
        if fuzz.ratio(first.core, second.core, score_cutoff=100 * LEAST_SIMILARITY) == 0:
            return None
        verdict = judge(first.words, second.words)
        return Match(candidate, "near", similarity(first, second), verdict.reason) if verdict.same else None

    def _candidates(self, number: int) -> Iterable[int]:
        """Numbers of first occurrences that share a band, in their order."""
        shared: Counter[int] = Counter()
        for key in self._band_keys(number):
            shared.update(self._bands.get(key, ())[:_LONGEST_BUCKET])
        likeliest = sorted(shared, key=lambda candidate: (-shared[candidate], candidate))
        return sorted(likeliest[:_MOST_CANDIDATES])

    def _exact_key(self, number: int) -> tuple[str, int]:
        return self.corpus.readings[number].core, self.corpus.days[number] if self.dated else 0

    def _band_keys(self, number: int) -> Iterator[int]:
        days = self.corpus.days[number] if self.dated else 0
        return (key ^ days for key in self.corpus.bands[number])


def build_corpus(readings: Sequence[Reading]) -> Corpus:
    """The paragraphs `readings` with their keys."""
    sketched = [_digests(reading) for reading in readings]
    facts = np.array([reading.facts for reading in readings], dtype=np.uint64)
    keys = band_keys(sketched) ^ facts[:, None]
    keep = _shared(keys) & np.array([bool(words) for words in sketched], dtype=bool)[:, None]
    bands = [tuple(row[kept].tolist()) for row, kept in zip(keys, keep, strict=True)]
    return Corpus(readings, bands, [reading.days_key() for reading in readings])


def similarity(first: Reading, second: Reading) -> float:
    """How alike two whole paragraphs are: 1 minus the share of letters that must go or come (Indel)."""
    return round(fuzz.ratio(first.whole, second.whole) / 100, 4)


def same_words(first: Reading, second: Reading, number: int) -> Match:
    if first.whole == second.whole:
        return Match(number, "exact", 1.0, "words")
    return Match(number, "near", similarity(first, second), "affixes")


def _digests(reading: Reading) -> list[int]:
    """The words to sketch: none of a paragraph that is too long for the guard."""
    if len(reading.words) > MOST_WORDS:
        return []
    return [word.digest for word in reading.words if word.kind != "passing"]


def _shared(keys: Keys) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which of `keys` stand more than once: the others lead nowhere."""
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return (counts > 1)[inverse].reshape(keys.shape)
