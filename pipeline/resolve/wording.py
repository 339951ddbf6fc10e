"""Whether two accounts use the same words for what happened: stems of triggers, content words of sentences."""

import re
from functools import cache, lru_cache

from pipeline.lexicon.table import rows

LIGHT_VERBS = frozenset({"be", "do", "give", "have", "hold", "make", "pay", "take"})
"""Stems that say nothing of what was done: a ceremony and talks are both held."""

_SHORTEST_STEM = 3
_SHORTEST_CONTENT_WORD = 3
_SMALL = frozenset(("be", "determiner", "modal", "negation", "preposition"))
"""Kinds of small_words.csv that say nothing of what happened."""
_LETTERS = re.compile(r"[^\W\d_]{1,60}")
_SUFFIXES = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y")


@lru_cache(maxsize=1 << 16)
def stems(trigger: str) -> frozenset[str]:
    """The stems of a trigger's words, light verbs left out: "held talks" and "talks" share "talk"."""
    return frozenset(_stem(word) for word in _LETTERS.findall(trigger.lower())) - LIGHT_VERBS


@lru_cache(maxsize=1 << 16)
def content_words(sentence: str) -> frozenset[str]:
    """Stems of the sentence's words of three letters or more, small words and those that come and go left out."""
    words = _LETTERS.findall(sentence.lower())
    return (
        frozenset(_stem(word) for word in words if len(word) >= _SHORTEST_CONTENT_WORD and word not in _empty_words())
        - LIGHT_VERBS
    )


def one_word_for(word: str) -> str:
    """The word that `word` is another spelling or name of ("firm": "company"), else `word` itself."""
    return _likes().get(word.strip(".,;:\"'()").casefold(), word)


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    word = _lemmas().get(word, word)
    if word in LIGHT_VERBS:
        return word
    if len(word) == len("spies") and word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            stem = word.removesuffix(suffix)
            return stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem
    return word


@cache
def _lemmas() -> dict[str, str]:
    """Irregular forms and the verbs that they are of; the light verbs' other forms too."""
    found = {"has": "have", "does": "do", "is": "be", "are": "be", "were": "be", "having": "have", "making": "make"}
    found |= {"giving": "give", "taking": "take", "holding": "hold", "holds": "hold", "paying": "pay", "pays": "pay"}
    for row in rows("irregular_verbs"):
        found |= {row["past"]: row["lemma"], row["participle"]: row["lemma"]}
    return found


@cache
def _likes() -> dict[str, str]:
    """Single words that say the same, each with the one that stands for it."""
    pairs = ((row["form"], row["means"]) for row in rows("same_words"))
    return {form.casefold(): means for form, means in pairs if form.isalpha() and means.isalpha()}


@cache
def _empty_words() -> frozenset[str]:
    passing = {row["form"] for row in rows("passing_words")}
    usual = {row["word"] for row in rows("function_words") if row["language"] == "en"} - {"talks", "trade"}
    small = {row["form"] for row in rows("small_words") if row["kind"] in _SMALL}
    return frozenset(passing | usual | small | _counting())


@cache
def _counting() -> set[str]:
    """Words that stand beside every amount: "million", "tonnes", "percent", "dollars"."""
    lexicons = ("units", "currencies", "number_words")
    return {
        form for name in lexicons for form in (row["form"] for row in rows(name)) if form.isalpha() and form.islower()
    }
