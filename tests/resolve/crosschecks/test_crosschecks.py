"""Each contradiction between numbers is found, and what is none is left alone."""

import pytest
from figure_rows import change, figure, share, trade, year
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve.crosschecks import find_contradictions, warning_rows
from schemas.codes import WARNING_RULES


def rules(*figures):
    return [found.rule for found in find_contradictions(figures)]


def only(*figures):
    (found,) = find_contradictions(figures)
    return found


# ------------------------------------------------------------------------------------------------ shares


def test_shares_of_commodities_beyond_the_whole():
    found = only(share("a1", 61.5, "fish"), share("a2", 46, "textiles"), share("a3", 3, "timber"))
    assert (found.rule, found.value, found.compared_with) == ("shares_over_whole", 110.5, 100.0)
    assert found.message == (
        "The shares of one whole, the export from RUS to PRK in 2014, add up to 110.5 percent: 61.5 percent (fish), "
        "46 percent (textiles), 3 percent (timber); in a.txt."
    )


def test_shares_of_buyers_beyond_the_whole():
    buyers = [
        share("a1", 80, "coal", importer="CHN", countries=["CHN", "RUS"]),
        share("b1", 35, "coal", importer="JPN", countries=["JPN", "RUS"]),
    ]
    assert only(*buyers).message == (
        "The shares of one whole, the export of coal from RUS in 2014, add up to 115 percent: 80 percent (CHN), "
        "35 percent (JPN); in a.txt, b.txt."
    )


@pytest.mark.parametrize(
    "shares",
    [
        [share("a1", 60, "fish"), share("a2", 40.4, "textiles")],
        [share("a1", 60, "fish"), share("a2", 46, "textiles", **year(2015))],
        [share("a1", 60, "fish"), share("a2", 46, "textiles", status="planned")],
        [share("a1", 60, "fish"), share("b1", 62, "fish")],
        [share("a1", 60, "minerals", commodity_hs="26"), share("a2", 46, "iron ore", commodity_hs="26")],
        [share("a1", 60, "fish", flow="import"), share("a2", 46, "textiles")],
        [
            share("a1", 60, "fish", period_start=None, period_end=None, evidence="one"),
            share("a2", 46, "textiles", period_start=None, period_end=None, evidence="two"),
        ],
    ],
)
def test_shares_that_fit_or_are_of_different_wholes(shares):
    assert rules(*shares) == []


# ------------------------------------------------------------------------------------------------ parts


def test_a_commodity_beyond_all_goods():
    found = only(figure("a1", 10.2e6), figure("b1", 9.8e6, commodity=None, commodity_hs=None))
    assert (found.rule, found.value, found.compared_with, found.unit) == ("part_over_whole", 10.2e6, 9.8e6, "USD")
    assert found.message == (
        "The export of coal from RUS to PRK in 2014 is 10.2 million USD, more than the export from RUS to PRK in 2014 "
        "that it is a part of, 9.8 million USD; in a.txt, b.txt."
    )


def test_commodities_that_together_exceed_all_goods():
    found = only(
        figure("a1", 6.1e6),
        figure("a2", 5.4e6, commodity="fish", commodity_hs="03"),
        figure("a3", 9.8e6, commodity=None, commodity_hs=None),
    )
    assert (found.value, found.compared_with) == (11.5e6, 9.8e6)
    assert "add up to 11.5 million USD" in found.message


def test_one_direction_beyond_trade_in_both():
    assert rules(figure("a1", 104e6, commodity=None, commodity_hs=None), trade("a2", 97e6)) == ["part_over_whole"]
    assert rules(figure("a1", 97e6, commodity=None, commodity_hs=None), trade("a2", 104e6)) == []


def test_a_partner_beyond_all_partners():
    all_partners = {"importer": None, "countries": ["RUS"]}
    assert rules(figure("a1", 104e6), figure("a2", 97e6, **all_partners)) == ["part_over_whole"]


def test_half_a_year_beyond_the_year():
    half = {**year(2014), "period_end": year(2014)["period_start"].replace(month=6, day=30)}
    assert rules(figure("a1", 12e6, **half), figure("b1", 10.2e6)) == ["part_over_whole"]
    assert rules(figure("a1", 12e6, **half, per="day"), figure("b1", 10.2e6, per="day")) == []
    assert rules(figure("a1", 12e6, **half, flow="debt"), figure("b1", 10.2e6, flow="debt")) == []


def test_of_several_reports_the_one_counts_that_contradicts_least():
    whole = {"commodity": None, "commodity_hs": None}
    assert rules(figure("a1", 10.2e6), figure("b1", 9.8e6, **whole), figure("c1", 11e6, **whole)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "planned"},
        {"unit": "t"},
        {"flow": "import"},
        {"qualifier": "over"},
        year(2016),
        {"measure": "change"},
    ],
)
def test_amounts_that_are_no_whole_of_the_part(changes):
    assert rules(figure("a1", 10.2e6), figure("b1", 9.8e6, commodity=None, commodity_hs=None, **changes)) == []


# ------------------------------------------------------------------------------------------------ growth


def test_growth_that_its_amounts_do_not_give():
    found = only(change("a1", 32), figure("a2", 11.7e6), figure("b1", 10.2e6, **year(2013)))
    assert (found.rule, found.value, found.compared_with, found.unit) == (
        "growth_against_levels",
        32.0,
        14.71,
        "percent",
    )
    assert found.message == (
        "The export of coal from RUS to PRK in 2014 is told to have changed by 32 percent, but it went from 10.2 million "
        "USD in 2013 to 11.7 million USD, which is 14.71 percent; in a.txt, b.txt."
    )


@pytest.mark.parametrize(
    "told",
    [
        change("a1", 15),
        change("a1", 14.7),
        change("a1", 32, period_start=None, period_end=None),
        change("a1", 32, **year(2015)),
        change("a1", 32, commodity="fish"),
        change("a1", 32, baseline_text="from the previous month"),
        change("a1", 32, baseline_text="from 2008"),
        change("a1", 32, status="planned"),
        change("c1", 32),
        change("a1", 10, qualifier="over"),
        change("a1", 20, qualifier="under"),
        figure("a1", 114.7, measure="ratio", unit="percent", value_text="114.7 percent"),
        change("a1", 1.5e6, unit="USD", value_text="$1.5 million"),
    ],
)
def test_growth_that_fits_or_is_counted_from_elsewhere(told):
    assert rules(told, figure("a2", 11.7e6), figure("b1", 10.2e6, **year(2013))) == []


@pytest.mark.parametrize(
    "told",
    [
        change("a1", 15, "down"),
        change("a1", 13),
        change("a1", 16, qualifier="over"),
        change("a1", 10, "down", qualifier="over"),
        change("a1", 32, baseline_text="compared with 2013"),
        figure("a1", 87.0, measure="ratio", unit="percent", value_text="87 percent"),
        change("a1", 3.5e6, unit="USD", value_text="$3.5 million"),
    ],
)
def test_other_ways_to_tell_growth(told):
    assert rules(told, figure("a2", 11.7e6), figure("b1", 10.2e6, **year(2013))) == ["growth_against_levels"]


def test_growth_from_the_month_before():
    def month(number):
        return {
            "period_start": year(2014)["period_start"].replace(month=number),
            "period_end": year(2014)["period_start"].replace(month=number, day=28),
        }

    before, now = figure("a1", 10e6, **month(4)), figure("a2", 15e6, **month(5))
    assert rules(before, now, change("a3", 10, baseline_text="from the previous month", **month(5))) != []
    assert rules(before, now, change("a3", 50, baseline_text="from the previous month", **month(5))) == []


# ------------------------------------------------------------------------------------------------ magnitude


def test_a_value_of_another_magnitude():
    found = only(figure("a1", 10.2e9), figure("b1", 10.2e6), figure("c1", 10e6))
    assert (found.rule, found.value, found.compared_with) == ("order_of_magnitude", 10.2e9, 10.2e6)
    assert found.message == (
        "For the export of coal from RUS to PRK in 2014 one article gives 10.2 billion USD (a.txt), another 10.2 million "
        "USD (b.txt): a factor of 1,000."
    )


def test_values_that_differ_by_less_than_ten_or_stand_in_one_article():
    assert rules(figure("a1", 10.2e6), figure("b1", 80e6)) == []
    assert rules(figure("a1", 10.2e6), figure("a2", 10.2e9)) == []
    assert rules(change("a1", 1), change("b1", 40)) == []


def test_a_least_amount_contradicts_no_greater_one():
    assert rules(figure("a1", 10e6, qualifier="over"), figure("b1", 10e9)) == []
    assert rules(figure("a1", 10e9, qualifier="over"), figure("b1", 10e6)) == ["order_of_magnitude"]
    assert rules(figure("a1", 10e9, qualifier="under"), figure("b1", 10e6)) == []


def test_a_value_that_may_be_nothing_is_compared_as_told():
    assert rules(figure("a1", 2e6, qualifier="up_to"), figure("b1", 10e6)) == []
    assert rules(figure("a1", 2e6, qualifier="up_to"), figure("b1", 10e9)) == ["order_of_magnitude"]


# ------------------------------------------------------------------------------------------------ all of them


def test_a_row_names_the_figures_articles_and_files():
    (row,) = warning_rows([figure("b1", 10.2e9, source_path="x;y.txt"), figure("a1", 10.2e6)])
    assert (row["figure_ids"], row["article_ids"]) == (["a1", "b1"], ["a", "b"])
    assert row["source_paths"] == ["a.txt", "x,y.txt"]


FIGURES = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from([figure, share, change, trade]),
        st.floats(0, 1e10),
        st.sampled_from(["coal", "fish", None]),
        st.sampled_from([2013, 2014]),
    ),
    max_size=10,
)


@given(FIGURES, st.randoms(use_true_random=False))
def test_contradictions_do_not_depend_on_the_order_and_are_told_once(drawn, rng):
    figures = [
        share(f"{article}{number}", value, goods, **year(told))
        if make is share
        else make(f"{article}{number}", value, **({"commodity": goods} if make is figure else {}), **year(told))
        for number, (article, make, value, goods, told) in enumerate(drawn)
    ]
    found = {row["warning_id"]: row for row in warning_rows(figures)}
    assert len(found) == len(list(find_contradictions(figures)))
    assert {row["rule"] for row in found.values()} <= set(WARNING_RULES.codes)
    rng.shuffle(figures)
    assert {row["warning_id"]: row for row in warning_rows(figures)} == found
