"""The words of page furniture as sets, out of their lexicon files. What a line of them means is told elsewhere."""

from functools import cache, lru_cache

from pipeline.lexicon.table import rows


@lru_cache(maxsize=128)
def folded_text(text: str) -> str:
    """`text` in small letters with plain apostrophes and single spaces: how the lexicon files write their words.

    The last ones are kept: a line is asked in turn whether it is a teaser, a credit, a caption.
    """
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


def is_medium(words: str) -> bool:
    """Whether `words` are the name of an agency, a paper, a broadcaster or a picture desk (media.csv)."""
    return words in media() or (len(words) > 3 and words.casefold() in folded_media())


@cache
def media() -> frozenset[str]:
    """Forms and names of media, as written."""
    return frozenset(word for row in rows("media") for word in (row["form"], row["name"]))


@cache
def folded_media() -> frozenset[str]:
    """The same in small letters; initials of three letters are left out: they can be words."""
    return frozenset(word.casefold() for word in media() if len(word) > 3)


@cache
def folded_media_words() -> frozenset[str]:
    """Each word of a medium's name, in small letters."""
    return frozenset(part.casefold() for word in media() for part in word.split())


@cache
def date_labels() -> frozenset[str]:
    """Words that may stand beside a date on a date line."""
    return frozenset(row["word"] for row in rows("date_labels"))


@cache
def stamps() -> frozenset[str]:
    """Labels of dates ("published", "updated")."""
    return frozenset(row["word"] for row in rows("date_labels") if row["role"] != "beside") | {"last"}


@cache
def months() -> frozenset[str]:
    """Names and abbreviations of months and weekdays, in small letters."""
    return frozenset(row["form"].casefold() for row in rows("calendar") if row["kind"] in {"month", "weekday"})


@cache
def date_line_words() -> frozenset[str]:
    """What may stand beside a date on a date line: labels of dates, and roles of authors."""
    return date_labels() | role_words()


@cache
def name_ends() -> frozenset[str]:
    """Words that end a run of names: labels of dates, months, and what follows a name without a break."""
    return stamps() | months() | name_stops()


@cache
def words_behind_names() -> frozenset[str]:
    """What may follow an author's name on a byline: labels of dates, small words, roles, media."""
    return date_labels() | links() | role_words() | folded_media_words()


@cache
def openers() -> tuple[str, ...]:
    """What opens a byline, longest first."""
    return tuple(sorted((row["words"] for row in rows("bylines") if row["kind"] == "opener"), key=len, reverse=True))


@cache
def roles() -> frozenset[str]:
    """What an author is called ("staff writer")."""
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "role")


@cache
def role_words() -> frozenset[str]:
    """Each word of an author's role."""
    return frozenset(word for role in roles() for word in role.split())


@cache
def links() -> frozenset[str]:
    """Small words between an author's name and place."""
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "link")


@cache
def starters() -> frozenset[str]:
    """Words with which sentences begin, with their capital."""
    return frozenset(row["word"] for row in rows("sentence_starters"))


@cache
def name_stops() -> frozenset[str]:
    """Words that follow a name without a break and are none of it ("Ann Lee Contact the author")."""
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "stop")


@cache
def particles() -> frozenset[str]:
    """Small words inside a person's name ("van", "bin")."""
    return frozenset(row["words"] for row in rows("bylines") if row["kind"] == "particle")
