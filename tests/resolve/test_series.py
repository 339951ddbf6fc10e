"""What different articles tell of one quantity stands in one row; what only looks alike does not."""

from datetime import date

import pytest
from figure_rows import change, figure, trade, year
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.reach import Reach
from pipeline.resolve.rounding import Span
from pipeline.resolve.series import common_number, series_rows

NOBODY = Reach({}, {}, {}, {})


def rows(*figures, reach=NOBODY):
    return list(series_rows(figures, reach))


def only(*figures, reach=NOBODY):
    (row,) = rows(*figures, reach=reach)
    return row


def test_two_articles_that_agree_give_the_more_exact_number():
    row = only(figure("a1", 10e6, value_text="10 million", qualifier="about"), figure("b1", 10.2e6))
    assert (row["n_reports"], row["agrees"], row["value"]) == (2, True, 10.2e6)
    assert (row["lowest"], row["highest"], row["reported"]) == (10e6, 10.2e6, ["10000000", "10200000"])
    assert row["figure_ids"] == ["a1", "b1"]


def test_two_articles_that_disagree_give_no_number():
    row = only(figure("a1", 10.2e6), figure("b1", 11.9e6))
    assert (row["agrees"], row["value"], row["lowest"], row["highest"]) == (False, None, 10.2e6, 11.9e6)


def test_one_article_agrees_with_nobody():
    assert (only(figure("a1"))["agrees"], only(figure("a1"))["value"]) == (None, 10.2e6)
    two = only(figure("a1", 344000.0), figure("a2", 1360000.0))
    assert (two["n_reports"], two["agrees"], two["value"]) == (1, None, None)


def test_articles_agree_where_each_has_one_number_that_fits():
    row = only(figure("a1", 5.1e6), figure("a2", 9.9e6), figure("b1", 9.9e6))
    assert (row["agrees"], row["value"]) == (True, 9.9e6)


def test_without_a_period_nothing_is_compared():
    bare = {"period_start": None, "period_end": None}
    row = only(figure("a1", 1e6, **bare), figure("b1", 9e6, **bare))
    assert (row["n_reports"], row["agrees"], row["value"]) == (2, None, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"flow": "import"},
        {"measure": "share", "unit": "percent"},
        {"unit": "t"},
        {"per": "day"},
        {"importer": "CHN", "countries": ["CHN", "RUS"]},
        {"commodity": "oil"},
        {"commodity": None},
        {"status": "planned"},
        year(2015),
        {"period_end": date(2014, 6, 30)},
    ],
)
def test_another_quantity_is_another_row(changes):
    found = rows(figure("a1"), figure("b1", **changes))
    assert len({row["series_id"] for row in found}) == 2


@pytest.mark.parametrize("commodity", ["Coal", "coals", "the coal"])
def test_spellings_of_one_commodity_are_one(commodity):
    assert only(figure("a1"), figure("b1", commodity=commodity), figure("c1"))["commodity"] == "coal"


def test_falls_are_negative_and_rises_contradict_them():
    row = only(change("a1", 12.0), change("b1", 12.0, "down"))
    assert (row["agrees"], row["lowest"], row["highest"]) == (False, -12.0, 12.0)


def test_changes_from_other_times_are_other_quantities():
    found = rows(change("a1", 12.0, baseline_text="from 2013"), change("b1", 3.0, baseline_text="from June"))
    assert {row["baseline"] for row in found} == {"from 2013", "from June"}
    assert only(change("a1", 12.0, baseline_text="from 2013"), change("b1", 12.0, baseline_text="compared with 2013"))


def test_a_pair_that_trades_both_ways_has_no_order():
    assert only(trade("a1", 5e6), trade("b1", 5e6, countries=["RUS", "PRK"]))["countries"] == ["PRK", "RUS"]


def test_a_figure_of_no_state_is_in_no_series():
    assert rows(figure("a1", exporter=None, importer=None, countries=None)) == []


def test_ranges_and_negative_numbers_are_written_out():
    row = only(figure("a1", 5e6, value_high=7e6), figure("b1", -2.5, status="actual"))
    assert row["reported"] == ["-2.5", "5000000..7000000"]
    assert (row["lowest"], row["highest"]) == (-2.5, 7e6)


def test_copies_and_publishers_are_counted_apart_from_reports():
    reach = Reach(
        carriers={"pa1": frozenset("bxy"), "pb1": frozenset("y")},
        publishers={"a": "TASS", "b": "Tass", "x": "KCNA"},
        published_on={},
        paths={},
    )
    row = only(figure("a1"), figure("b1"), reach=reach)
    assert (row["n_reports"], row["n_copies"], row["n_sources"]) == (2, 2, 1)


def test_the_chapter_is_given_where_reports_do_not_differ():
    assert only(figure("a1"), figure("b1", commodity_hs=None))["commodity_hs"] == "27"
    assert only(figure("a1"), figure("b1", commodity_hs="26"))["commodity_hs"] is None


FIGURES = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.floats(1, 1e9),
        st.sampled_from(["coal", "Coals", None]),
        st.sampled_from([None, "about", "over"]),
        st.booleans(),
    ),
    max_size=8,
)


@given(FIGURES, st.randoms(use_true_random=False))
def test_every_figure_is_in_one_row_whatever_the_order(drawn, rng):
    figures = [
        figure(
            f"{article}{number}", value, commodity=goods, qualifier=qualifier, status="actual" if fact else "planned"
        )
        for number, (article, value, goods, qualifier, fact) in enumerate(drawn)
    ]
    found = rows(*figures)
    assert sorted(name for row in found for name in row["figure_ids"]) == sorted(item.figure_id for item in figures)
    assert len({row["series_id"] for row in found}) == len(found)
    rng.shuffle(figures)
    assert {row["series_id"]: row for row in rows(*figures)} == {row["series_id"]: row for row in found}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8), st.sampled_from("abc")), min_size=1, max_size=8))
def test_the_common_number_is_the_smallest_that_all_tell(drawn):
    told = [(Span(low, low + length), teller) for low, length, teller in drawn]
    tellers = {teller for _, teller in told}
    fitting = [
        number
        for number in range(30)
        if {teller for span, teller in told if span.low <= number <= span.high} == tellers
    ]
    assert common_number(told) == (fitting[0] if fitting else None)
