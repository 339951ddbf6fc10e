"""Whether one word of a sentence can be part of a person's name, by what it is and by its neighbours."""

from pipeline.extract.inflection import doing_words
from pipeline.extract.officials.party_tags import is_tag
from pipeline.extract.officials.vocabulary import Sort, family_names, given_names, honorifics, small_words
from pipeline.extract.officials.wordbook import COMMON, Form
from pipeline.extract.officials.words import Words

_SURNAME_OFFICES = frozenset(
    ("king", "prince", "pope", "judge", "justice", "major", "marshal", "general", "chancellor", "speaker", "mayor")
)
"""Titles that are English surnames too."""
_GIVEN_OFFICES = frozenset(("sultan", "amir", "dean", "rais"))
_SMALL = Sort.FUNCTION | Sort.CALENDAR
_MIDDLE = frozenset(("Van", "Thi"))
"""Vietnamese middle names: "Do Van Chien"."""
_SYLLABLE = 6
"""Letters: no syllable of a name is longer."""
_GIVEN_STATES = frozenset(("Jordan", "Israel", "Georgia", "Chad", "India", "Kenya"))
"""States that are given names too."""


def looks_like_name(words: Words, index: int, alone: bool = True) -> bool:
    """Whether the word at `index` can be part of a person's name.

    With `alone` False a word all in capitals is let pass whatever its neighbours are.
    """
    form = words.form[index]
    if not form & Form.LETTERS or (words.raw[index][1] == "-" and is_tag(words, index)):
        return False
    if index in words.bodies or index in words.things or index in words.placed:
        return False
    if index == 0 and words.raw[0].endswith("ing") and _opens_by_doing(words):
        return False
    if words.sort[index] & COMMON:
        return _is_name_though_common(words, index)
    if index in words.offices:
        return is_name_word(words, index)
    if index in words.countries:
        return _is_name_though_place(words, index)
    if form & Form.NOUN and not _behind_given(words, index):
        return False
    return not (alone and form & Form.SHOUTED) or _has_small_neighbour(words, index)


def _opens_by_doing(words: Words) -> bool:
    """Whether the sentence opens with what somebody is doing: "Thanking Silva, the premier said …"."""
    if words.low[0] not in doing_words() or words.raw[0] in given_names() or words.raw[0] in family_names():
        return False
    behind = 1
    while behind < len(words.low) and words.capital[behind]:
        behind += 1
    return behind > 1 and words.raw[behind : behind + 1] == [","]


def is_name_word(words: Words, index: int) -> bool:
    """Whether a word that can be a title is a name here: "Ri Son Gwon", "Stephen King"."""
    span = words.offices[index]
    if words.low[index] in _GIVEN_OFFICES and words.capital[index]:
        return _is_given_here(words, index)
    if span.end - span.start > 1 or not words.capital[index] or index == 0 or not words.capital[index - 1]:
        return False
    if index - 1 in words.country_ends or index - 1 in words.body_ends:
        return False
    if words.low[index] in _SURNAME_OFFICES:
        return words.raw[index - 1] in given_names() or _is_first_of_holder(words, index - 1)
    return span.office.kind == "none" and (_behind_family(words, index) or words.raw[index - 1] in given_names())


def _is_first_of_holder(words: Words, index: int) -> bool:
    """Whether a plain capitalised word stands right behind an office: "Governor Baron Smith"."""
    titled = any(span.end == index and span.office.kind != "rank" for span in words.offices.values())
    return titled and _is_plain(words, index)


def _is_given_here(words: Words, index: int) -> bool:
    """Whether a title begins a name: "Sultan bin Ahmed", "Amir Khan Muttaqi", "Dean Barrow"."""
    if words.low[index + 1 : index + 2] in (["bin"], ["ibn"], ["al"]):
        return True
    told = index > 0 and (words.low[index - 1] == "the" or index - 1 in words.country_ends)
    return (
        words.low[index] in ("amir", "dean", "rais")
        and not told
        and index + 1 < len(words.low)
        and words.capital[index + 1]
    )


def _is_name_though_common(words: Words, index: int) -> bool:
    """Whether a common word is a name here: "Liu He", "Vice Premier He Lifeng", "Ri Song Chan", "Theresa May"."""
    raw, surname = words.raw[index], words.sort[index] & Sort.SURNAME
    sort = words.sort[index] & ~Sort.SURNAME
    if sort & _SMALL and not sort & ~(_SMALL | Sort.VERB) and words.capital[index] and _stands_as_name(words, index):
        return True
    if sort == Sort.FUNCTION and raw in family_names():
        given = words.raw[index + 1] if index + 1 < len(words.low) and words.capital[index + 1] else ""
        if "-" in given or given in _MIDDLE or _syllables_follow(words, index):
            return True
        if raw == "He" and given and _is_plain(words, index + 1) and not words.possessive[index]:
            return True  # "He Weidong": a pronoun has a verb behind it
        return index > 1 and _behind_family(words, index)
    noun = sort == Sort.WORD or (sort & Sort.WORD | sort & Sort.PORTFOLIO == sort and _is_introduced(words, index))
    if noun and raw in family_names() and _beside_name(words, index):
        return True
    if sort == Sort.CALENDAR and len(raw) == 3 and (_behind_family(words, index) or _behind_family(words, index - 1)):
        return index + 1 == len(words.low) or not words.raw[index + 1][0].isdigit()
    if raw in given_names() and (_plain_capital_follows(words, index) or _particle_follows(words, index)):
        return True
    return bool(surname) and _behind_given(words, index)


def _is_introduced(words: Words, index: int) -> bool:
    """Whether an office or an honour stands right before the word: "Gen Tea Banhan"."""
    if not index:
        return False
    return words.raw[index - 1] in honorifics() or any(span.end == index for span in words.offices.values())


def _stands_as_name(words: Words, index: int) -> bool:
    """Whether a small word in a capital stands where only a name does: "Minister Than Swe said", "Pak In Guk".

    What follows is a plain name word, and the run of capitals ends: a headline in capitals throughout goes on.
    """
    if not index or not _plain_capital_follows(words, index) or not _is_plain(words, index + 1):
        return False
    titled = any(span.end == index for span in words.offices.values())
    if not titled and not (words.capital[index - 1] and words.raw[index - 1] in family_names()):
        return False
    behind = index + 2
    while behind < len(words.low) and words.capital[behind] and _is_plain(words, behind):
        behind += 1
    if behind >= len(words.low) or words.capital[behind]:
        return False
    return words.low[behind].isalpha() or words.sentence.text.rstrip("\"”’' ").endswith(".")


def _syllables_follow(words: Words, index: int) -> bool:
    """Whether two short capitalised words that mean nothing else follow: "by An Tok Il", "An Tok Il, minister of"."""
    given = range(index + 1, index + 3)
    if index + 2 >= len(words.low):
        return False
    if index == 0 and (words.low[3:4] != [","] or words.raw[1] in family_names()):
        return False  # "To Wang Yi, …": a word of the sentence before a whole name
    return all(words.capital[k] and len(words.raw[k]) <= _SYLLABLE and _is_plain(words, k) for k in given)


def _is_plain(words: Words, index: int) -> bool:
    known = words.sort[index] & ~Sort.SURNAME or index in words.countries or index in words.bodies
    return not known and index not in words.offices and words.raw[index].isalpha() and not words.raw[index].isupper()


def _behind_given(words: Words, index: int) -> bool:
    return index > 0 and words.capital[index - 1] and words.raw[index - 1] in given_names()


def _behind_family(words: Words, index: int) -> bool:
    return index > 0 and words.capital[index - 1] and words.raw[index - 1] in family_names()


def _plain_capital_follows(words: Words, index: int) -> bool:
    behind = index + 1
    if behind >= len(words.low) or words.possessive[index] or behind in words.countries:
        return False
    return words.capital[behind] and not words.sort[behind]


def _particle_follows(words: Words, index: int) -> bool:
    """Whether "de Wit" follows."""
    behind = index + 1
    if behind >= len(words.low) or words.low[behind] not in small_words():
        return False
    return _plain_capital_follows(words, behind)


def _beside_name(words: Words, index: int) -> bool:
    """Whether the word before or behind is a plain name word."""
    return any(
        0 <= other < len(words.low) and words.capital[other] and not words.sort[other] and other not in words.countries
        for other in (index - 1, index + 1)
    )


def _is_name_though_place(words: Words, index: int) -> bool:
    """Whether a place's name is a person's here: "Jordan Bardella", "Juan Manuel Santos"."""
    span, raw = words.countries[index], words.raw[index]
    if span.end - span.start > 1 or span.mention.kind not in ("name", "capital", "place"):
        return False
    if _behind_given(words, index) or (_behind_family(words, index) and span.mention.kind != "name"):
        return True
    if span.mention.kind != "name" and index > 1 and words.capital[index - 1] and _behind_given(words, index - 1):
        # "Gloria Fuentes Lagos": a second surname
        return _is_plain(words, index - 1) and not words.possessive[index - 1]
    if raw not in given_names() or not _plain_capital_follows(words, index):
        return False
    return span.mention.kind != "name" or (raw in _GIVEN_STATES and words.raw[index + 1] not in given_names())


def _has_small_neighbour(words: Words, index: int) -> bool:
    """Whether a name word in small letters stands beside one in capitals: "KIM Jong-un", "Shinzo ABE"."""
    for other in (index - 1, index + 1):
        if not 0 <= other < len(words.low) or other in words.offices or other in words.countries:
            continue
        raw = words.raw[other]
        if not words.capital[other] or raw.isupper() or not raw[0].isalpha() or words.sort[other] & COMMON:
            continue
        return words.raw[index].capitalize() in family_names() or raw in given_names() or "-" in raw
    return False
