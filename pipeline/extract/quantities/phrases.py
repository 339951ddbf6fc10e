"""Longest-match look-up of lexicon phrases in tokens, forwards from a token or backwards to one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.extract.quantities.tokens import Tokens, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    lowers: tuple[str, ...]
    exact: tuple[str, ...] | None
    """The words as written, where the case of letters counts."""
    glued: tuple[int, ...]
    """The words that follow the one before them without white space ("US$")."""
    meaning: T

    def fits(self, tokens: Tokens, first: int) -> bool:
        """Whether the phrase stands at token `first`; its first or its last word is known to."""
        length = len(self.lowers)
        if length > 1:
            second = first + 1
            if second >= len(tokens.lowers) or tokens.lowers[second] != self.lowers[1]:
                return False
            if length > 2 and tuple(tokens.lowers[first : first + length]) != self.lowers:
                return False
        if self.exact is not None and tuple(tokens.words[first : first + length]) != self.exact:
            return False
        return all(tokens.glued(first + at) for at in self.glued)


class PhraseTable(Generic[T]):
    """Phrases with what they mean. A phrase with a capital letter matches as written, another in any case."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, list[_Phrase[T]]] = defaultdict(list)
        by_last: dict[str, list[_Phrase[T]]] = defaultdict(list)
        for form, meaning in phrases:
            tokens = tokenize(form)
            exact = tuple(tokens.words) if form != form.lower() else None
            glued = tuple(at for at in range(1, len(tokens)) if tokens.glued(at))
            entry = _Phrase(tuple(tokens.lowers), exact, glued, meaning)
            by_first[entry.lowers[0]].append(entry)
            by_last[entry.lowers[-1]].append(entry)
        for table in (by_first, by_last):
            for entries in table.values():
                entries.sort(key=lambda entry: (-len(entry.lowers), entry.exact is None, entry.exact or ()))
        self._by_first = dict(by_first)
        self._by_last = dict(by_last)

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at token `index` and the index behind it, or None."""
        if not 0 <= index < len(tokens.lowers):
            return None
        phrases = self._by_first.get(tokens.lowers[index])
        if phrases is None:
            return None
        for phrase in phrases:
            length = len(phrase.lowers)
            if length == 1:
                if phrase.exact is None or phrase.exact[0] == tokens.words[index]:
                    return phrase.meaning, index + 1
            elif phrase.fits(tokens, index):
                return phrase.meaning, index + length
        return None

    def first_words(self) -> frozenset[str]:
        """The words that a phrase can begin with, in small letters."""
        return frozenset(self._by_first)

    def before(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before token `index` and the index of its first token, or None."""
        if not 0 < index <= len(tokens.lowers):
            return None
        for phrase in self._by_last.get(tokens.lowers[index - 1], ()):
            first = index - len(phrase.lowers)
            if first >= 0 and tokens.lowers[first] == phrase.lowers[0] and phrase.fits(tokens, first):
                return phrase.meaning, first
        return None
