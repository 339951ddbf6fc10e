"""Longest-match look-up of lexicon phrases in tokens, forwards from a token or backwards to one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from pipeline.extract.quantities.tokens import Tokens, tokenize

T = TypeVar("T")


class _Phrase(NamedTuple, Generic[T]):
    length: int
    lowers: list[str]
    exact: list[str] | None
    """The words as written, where the case of letters counts."""
    glued: tuple[int, ...]
    """The words that follow the one before them without white space ("US$")."""
    meaning: T


_Group = tuple[dict[str, list[_Phrase[T]]], list[_Phrase[T]]]
"""Phrases that share a word at one end: the longer ones by the word beside it, longest first, and that word alone."""


class PhraseTable(Generic[T]):
    """Phrases with what they mean. A phrase with a capital letter matches as written, another in any case."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        known: list[_Phrase[T]] = []
        for form, meaning in phrases:
            tokens = tokenize(form)
            exact = tokens.words if form != form.lower() else None
            glued = tuple(at for at in range(1, len(tokens)) if tokens.glued(at))
            known.append(_Phrase(len(tokens), tokens.lowers, exact, glued, meaning))
        known.sort(key=lambda phrase: (-phrase.length, phrase.exact is None, phrase.exact or []))
        self._by_first = _grouped(known, 0, 1)
        self._first_words = frozenset(self._by_first)
        self._by_last = _grouped(known, -1, -2)

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at token `index` and the index behind it, or None."""
        lowers = tokens.lowers
        size = len(lowers)
        if not 0 <= index < size:
            return None
        group = self._by_first.get(lowers[index])
        if group is None:
            return None
        longer, alone = group
        if longer and index + 1 < size:
            for phrase in longer.get(lowers[index + 1], ()):
                if _fits(phrase, tokens, index):
                    return phrase.meaning, index + phrase.length
        for phrase in alone:
            if phrase.exact is None or phrase.exact[0] == tokens.words[index]:
                return phrase.meaning, index + 1
        return None

    def first_words(self) -> frozenset[str]:
        """The words that a phrase can begin with, in small letters."""
        return self._first_words

    def places(self, tokens: Tokens, first: int, last: int) -> list[int]:
        """The tokens from `first` up to `last` at which a phrase may begin, judged by two words of it."""
        lowers, found = tokens.lowers, list[int]()
        for at in tokens.places(self._first_words, first, last):
            longer, alone = self._by_first[lowers[at]]
            if alone or (at + 1 < last and lowers[at + 1] in longer):
                found.append(at)
        return found

    def before(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before token `index` and the index of its first token, or None."""
        lowers, last = tokens.lowers, index - 1
        if not 0 <= last < len(lowers):
            return None
        group = self._by_last.get(lowers[last])
        if group is None:
            return None
        longer, alone = group
        if longer and last > 0:
            for phrase in longer.get(lowers[last - 1], ()):
                first = index - phrase.length
                if first >= 0 and _fits(phrase, tokens, first):
                    return phrase.meaning, first
        for phrase in alone:
            if phrase.exact is None or phrase.exact[0] == tokens.words[last]:
                return phrase.meaning, last
        return None


def _grouped(phrases: list[_Phrase[T]], end: int, beside: int) -> dict[str, _Group[T]]:
    """`phrases` by their word at `end`; the longer ones of each by the word at `beside`."""
    grouped: dict[str, _Group[T]] = defaultdict(lambda: ({}, []))
    for phrase in phrases:
        longer, alone = grouped[phrase.lowers[end]]
        if phrase.length == 1:
            alone.append(phrase)
        else:
            longer.setdefault(phrase.lowers[beside], []).append(phrase)
    return dict(grouped)


def _fits(phrase: _Phrase[T], tokens: Tokens, first: int) -> bool:
    """Whether a phrase of several words, of which two beside each other are known to stand there, begins at `first`."""
    last = first + phrase.length
    if phrase.length > 2 and tokens.lowers[first:last] != phrase.lowers:
        return False
    if phrase.exact is not None and tokens.words[first:last] != phrase.exact:
        return False
    return not phrase.glued or all(tokens.glued(first + at) for at in phrase.glued)
