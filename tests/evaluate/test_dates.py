from dataclasses import dataclass
from datetime import date

import pytest

from pipeline.evaluate.dates import evaluate_dates, place
from pipeline.evaluate.labels import ArticleLabels, DateLabel
from pipeline.evaluate.tally import Tally

TEXT = "In May they met; in May of 2019 they may meet on Friday."


@dataclass(frozen=True)
class Mention:
    char_start: int
    char_end: int
    text: str
    date_start: date | None
    date_end: date | None


def mention(text: str, start: date | None, end: date | None = None) -> Mention:
    at = TEXT.index(text)
    return Mention(at, at + len(text), text, start, end or start)


def tally(*found: Mention, published_on: date | None = date(2019, 6, 1), read_on: date | None = None) -> Tally:
    labels = ArticleLabels(
        article="a.txt",
        published_on=published_on,
        read_on=read_on,
        dates=(
            DateLabel("May", 2, date(2019, 5, 1), date(2019, 5, 31), optional=False),
            DateLabel("Friday", 1, date(2019, 6, 7), date(2019, 6, 7), optional=False),
            DateLabel("In May", 1, None, None, optional=True),
        ),
        duplicates=(), events=(), figures=(), officials=(), not_officials=(),
    )  # fmt: skip

    def read(text: str, day: date | None) -> list[Mention]:
        assert day == (published_on or read_on)
        return list(found)

    return evaluate_dates([labels], {"a.txt": TEXT}, read).tally("dates")


MAY = mention("May of 2019", date(2019, 5, 1), date(2019, 5, 31))
FRIDAY = mention("Friday", date(2019, 6, 7))


def test_right_are_overlapping_mentions_with_the_same_interval() -> None:
    assert tally(MAY, FRIDAY) == Tally(right=2)


def test_another_interval_is_wrong_and_none_is_missed() -> None:
    assert tally(mention("Friday", date(2019, 5, 31))) == Tally(extra=1, missed=2)


def test_what_overlaps_no_label_is_extra_unless_it_has_no_interval() -> None:
    assert tally(MAY, FRIDAY, mention("may meet", date(2019, 5, 1))) == Tally(right=2, extra=1)
    assert tally(MAY, FRIDAY, mention("may meet", None)) == Tally(right=2)


def test_optional_labels_count_neither_way() -> None:
    assert tally(MAY, FRIDAY, mention("In May", date(2018, 5, 1), date(2018, 5, 31))) == Tally(right=2)


def test_an_undated_article_is_read_as_of_its_day() -> None:
    assert tally(MAY, FRIDAY, published_on=None, read_on=date(2019, 6, 2)) == Tally(right=2)


def test_the_second_occurrence() -> None:
    assert place(TEXT, DateLabel("May", 2, None, None, optional=False)) == (20, 23)
    with pytest.raises(ValueError, match="not found"):
        place(TEXT, DateLabel("May", 3, None, None, optional=False))
