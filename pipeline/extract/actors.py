"""Where a text names a state, a body or a place, and which. Who acts on whom in a sentence is decided elsewhere."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.lexicon.countries import OTHER, Form, forms

_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,40}")
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a state, a body or a place is named."""

    char_start: int
    char_end: int
    text: str
    code: str
    """ISO 3166-1 alpha-3, SUN, EUE, UNO, or another body's acronym; for a place the state that it lies in."""
    kind: str
    """`name` `demonym` `capital` `government` `organization` `short` `place`."""


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], dict[str, Form]]]:
    """First word to the pattern of all forms that begin with it, longest first, and the forms by their words."""
    grouped: dict[str, list[Form]] = defaultdict(list)
    for form in forms():
        first = _WORD.search(form.form)
        if first is not None:
            grouped[first.group()].append(form)
    found = {}
    for word, group in grouped.items():
        spelled = "|".join(_spelled(form) for form in group)
        found[word] = (re.compile(rf"(?:{spelled})(?![\w$])"), {form.form: form for form in reversed(group)})
    return found


@cache
def _openings() -> re.Pattern[str]:
    """A word with which a form may begin: one with a capital, or one of the few small ones ("the North")."""
    small = "|".join(sorted(word for word in _patterns() if word[0].islower()))
    return re.compile(rf"(?<!\w)(?:[^\W\d_a-z][^\W\d_]{{0,39}}|(?:{small})(?![^\W\d_]))")


def _of_the_union(mention: CountryMention, found: list[CountryMention]) -> CountryMention:
    """ "Brussels" stands for the European Union where the text names that and not Belgium."""
    if mention.text != "Brussels" or any(m.code == "BEL" and m.text != "Brussels" for m in found):
        return mention
    return replace(mention, code="EUE") if any(m.code == "EUE" for m in found) else mention


def _spelled(form: Form) -> str:
    # "the North" of "the North Korean minister" is no short form
    behind = r"(?!\s{1,3}[A-Z])" if form.kind == "short" and " " in form.form else ""
    return re.escape(form.form).replace(r"\ ", r"\s{1,3}") + behind


@lru_cache(maxsize=4)
def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Every mention of a state, body or place in `text`, in order, none overlapping another.

    A short form ("the North", "Korea") counts only where `text` names its state in full. The last texts' mentions are
    kept: every extractor of an article asks for them.
    """
    plain = text.translate(_APOSTROPHES)
    patterns = _patterns()
    found, end = [], 0
    for word in _openings().finditer(plain):
        entry = patterns.get(word.group())
        if entry is None or word.start() < end:
            continue
        match = entry[0].match(plain, word.start())
        if match is None:
            continue
        end = match.end()
        form = entry[1][" ".join(match.group().split())]
        if form.code != OTHER:
            found.append(CountryMention(match.start(), end, text[match.start() : end], form.code, form.kind))
    found = [_of_the_union(mention, found) for mention in found]
    named = {mention.code for mention in found if mention.kind != "short"}
    return tuple(mention for mention in found if mention.kind != "short" or mention.code in named)
