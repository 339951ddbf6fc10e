"""MinHash sketches of paragraphs: 32 permutations over words and pairs of neighbouring words, in 8 bands of 4.

Two paragraphs of similarity J share a band with probability 1 - (1 - J^4)^8: 0.93 at J = 0.73, which is one changed
word in ten. The keys depend on the words alone, so that they may be stored and compared across runs and machines.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import xxhash

BANDS = 8
ROWS = 4

Keys = npt.NDArray[np.uint64]

_BATCH = 4096
"""Paragraphs at a time: bounds the working arrays to some 10 MB."""


def _constants(name: str, count: int) -> Keys:
    """Odd multipliers that never change: hashes of their own names."""
    return np.array(
        [xxhash.xxh3_64_intdigest(f"{name} {number}".encode()) | 1 for number in range(count)], dtype=np.uint64
    )


_PERMUTATIONS = _constants("permutation", BANDS * ROWS)
_SHIFTS = _constants("shift", BANDS * ROWS)
_BAND_MIX = _constants("band", BANDS)
_PAIR_LEFT, _PAIR_RIGHT, _MIX = _constants("pair", 3)
_FOLD = np.uint64(29)


def band_keys(paragraphs: Sequence[Sequence[int]]) -> Keys:
    """The band keys of `paragraphs`, each given by the 64-bit digests of its words; shape (paragraphs, 8).

    A paragraph without words has the keys 0.
    """
    keys = np.zeros((len(paragraphs), BANDS), dtype=np.uint64)
    for start in range(0, len(paragraphs), _BATCH):
        batch = paragraphs[start : start + _BATCH]
        filled = [number for number, words in enumerate(batch) if words]
        if filled:
            rows = np.array(filled, dtype=np.int64) + start
            keys[rows] = _bands(_signatures([batch[number] for number in filled]))
    return keys


def _signatures(paragraphs: Sequence[Sequence[int]]) -> Keys:
    """The smallest value of each permutation over each paragraph's shingles; shape (32, paragraphs)."""
    lengths = np.array([len(words) for words in paragraphs], dtype=np.int64)
    words = np.fromiter(
        (digest for digests in paragraphs for digest in digests), dtype=np.uint64, count=int(lengths.sum())
    )
    ends = np.cumsum(lengths)
    pairs = _mixed(words[:-1] * _PAIR_LEFT + words[1:] * _PAIR_RIGHT) if len(words) > 1 else words[:0]
    # A pair across the border of two paragraphs gives way to the last word itself, which is a shingle anyway.
    paired = np.append(pairs, words[-1:])
    paired[ends - 1] = words[ends - 1]
    shingles = np.empty(2 * len(words), dtype=np.uint64)
    shingles[0::2], shingles[1::2] = words, paired
    starts = 2 * (ends - lengths)
    return np.stack(
        [
            np.minimum.reduceat(_mixed(shingles * permutation + shift), starts)
            for permutation, shift in zip(_PERMUTATIONS, _SHIFTS, strict=True)
        ]
    )


def _bands(signatures: Keys) -> Keys:
    """One key for each band of 4 rows; shape (paragraphs, 8)."""
    keys = np.empty((signatures.shape[1], BANDS), dtype=np.uint64)
    for band in range(BANDS):
        key = np.full(signatures.shape[1], _BAND_MIX[band], dtype=np.uint64)
        for row in signatures[band * ROWS : (band + 1) * ROWS]:
            key = _mixed((key ^ row) * _MIX)
        keys[:, band] = key
    return keys


def _mixed(values: Keys) -> Keys:
    """`values` with their high bits folded into the low ones: multiplication alone leaves the low bits weak."""
    mixed: Keys = values ^ (values >> _FOLD)
    return mixed
