"""Where a text names a state, a body or a place, and which. Who acts on whom in a sentence is decided elsewhere."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.lexicon.countries import OTHER, Form, forms, institutions

_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,40}")
_APOSTROPHES = str.maketrans("’‘", "''")
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z", "is")
"""Endings of adjectives that name no single person; to others an s may be added ("Chileans")."""


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a state, a body or a place is named."""

    char_start: int
    char_end: int
    text: str
    code: str
    """ISO 3166-1 alpha-3, SUN, EUE, UNO, or another body's acronym; for a place the state that it lies in."""
    kind: str
    """`name` `demonym` `capital` `government` `organization` `short` `place`, and of `find_actors` `institution`."""


Patterns = dict[str, tuple[re.Pattern[str], dict[str, Form]]]


@cache
def _patterns(with_institutions: bool) -> Patterns:
    """First word to the pattern of all forms that begin with it, longest first, and the forms by their words."""
    grouped: dict[str, list[Form]] = defaultdict(list)
    known = forms() + (institutions() if with_institutions else ())
    for form in sorted(known, key=lambda form: (-len(form.form), form.form)):
        first = _WORD.search(form.form)
        if first is not None:
            grouped[first.group()].append(form)
    found = {}
    for word, group in grouped.items():
        spelled = "|".join(_spelled(form) for form in group)
        found[word] = (
            re.compile(rf"(?:{spelled})(?![\w$]|-[A-Z](?!\w))"),
            {form.form: form for form in reversed(group)},
        )
    return found


@cache
def _openings(with_institutions: bool) -> re.Pattern[str]:
    """A word with which a form may begin: one with a capital, or one of the few small ones ("the North")."""
    small = "|".join(sorted(word for word in _patterns(with_institutions) if word[0].islower()))
    return re.compile(rf"(?<!\w)(?:[^\W\d_a-z][^\W\d_]{{0,39}}|(?:{small})(?![^\W\d_]))")


def _of_the_union(mention: CountryMention, found: list[CountryMention]) -> CountryMention:
    """ "Brussels" stands for the European Union where the text names that and not Belgium."""
    if mention.text != "Brussels" or any(m.code == "BEL" and m.text != "Brussels" for m in found):
        return mention
    return replace(mention, code="EUE") if any(m.code == "EUE" for m in found) else mention


def _spelled(form: Form) -> str:
    # "the North" of "the North Korean minister" is no short form
    behind = r"(?!\s{1,3}[A-Z])" if form.kind == "short" and " " in form.form else ""
    people = "s?" if form.kind == "demonym" and not form.form.endswith(_NO_PLURAL) else ""
    return re.escape(form.form).replace(r"\ ", r"\s{1,3}") + people + behind


@lru_cache(maxsize=4)
def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Every mention of a state, body or place in `text`, in order, none overlapping another.

    A short form ("the North", "Korea") counts only where `text` names its state in full. The last texts' mentions are
    kept: every extractor of an article asks for them.
    """
    return _find(text, with_institutions=False)


def find_actors(text: str) -> tuple[CountryMention, ...]:
    """As `find_countries`, and every organ, party or company of a state and every body that organisations.csv knows."""
    return _find(text, with_institutions=True)


def _find(text: str, *, with_institutions: bool) -> tuple[CountryMention, ...]:
    plain = text.translate(_APOSTROPHES)
    patterns = _patterns(with_institutions)
    found, end = [], 0
    for word in _openings(with_institutions).finditer(plain):
        first = word.group()
        entry = patterns.get(first) or patterns.get(first.removesuffix("s"))
        if entry is None or word.start() < end:
            continue
        match = entry[0].match(plain, word.start())
        if match is None:
            continue
        end = match.end()
        words = " ".join(match.group().split())
        form = entry[1].get(words) or entry[1][words.removesuffix("s")]
        if form.code != OTHER:
            found.append(CountryMention(match.start(), end, text[match.start() : end], form.code, form.kind))
    found = [_of_the_union(mention, found) for mention in found]
    named = {mention.code for mention in found if mention.kind != "short"}
    return tuple(mention for mention in found if mention.kind != "short" or mention.code in named)
