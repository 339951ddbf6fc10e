"""What holds of every text: offsets point into it, numbers are read back, nothing is raised."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.extract.dates import resolve_dates
from pipeline.extract.facts import Masthead
from pipeline.extract.quantities import find_quantities
from pipeline.extract.trade import find_trade_figures
from pipeline.text.paragraphs import read_page

WORDS = st.sampled_from(
    [
        "exports",
        "imports",
        "trade",
        "China",
        "Russia",
        "North",
        "Korea's",
        "its",
        "of",
        "to",
        "from",
        "by",
        "rose",
        "fell",
        "percent",
        "%",
        "$5",
        "€3m",
        "12",
        "1,500",
        "2014",
        "million",
        "tons",
        "of",
        "coal",
        ",",
        ".",
        ";",
        "(",
        ")",
        "-",
        "and",
        "in",
        "up",
        "down",
        "between",
        "half",
        "a",
        "third",
        "two-thirds",
        "tens",
        "millions",
        "worth",
        "loan",
        "aid",
        "workers",
        "barrels",
        "a",
        "day",
        "year",
        "twice",
        "doubled",
        "respectively",
        "which",
        "it",
        "they",
        "said",
        "3-1",
        "17th",
        "No.",
        "5",
        "oil",
        "gas",
        "sold",
        "bought",
        "US$",
        "Rs",
        "crore",
        "nine",
        "point",
        "42",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
MASTHEAD = Masthead(None, None, None, None, date(2020, 6, 1), "metadata", None, "en")


@given(st.one_of(st.text(max_size=300), SENTENCES))
@example("¹")
@example("10² tons")
def test_every_quantity_points_into_the_text(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.char_start < quantity.char_end
        assert text[quantity.char_start : quantity.char_end] == quantity.text
        assert quantity.value >= 0
        assert quantity.value_high is None or quantity.value_high > quantity.value
        assert quantity.per in (None, "day", "month", "year")
        end = quantity.char_start + 1


@given(st.integers(min_value=10_000, max_value=10**12))
def test_whole_numbers_are_read_back_with_and_without_commas(number: int) -> None:
    assert [q.value for q in find_quantities(f"It sold {number:,} tons.")] == [float(number)]
    assert [q.value for q in find_quantities(f"It cost ${number}.")] == [float(number)]


@given(
    st.decimals(min_value=0, max_value=9999, places=2),
    st.sampled_from([("million", 10**6), ("bn", 10**9), ("crore", 10**7)]),
)
def test_decimals_keep_their_magnitude(number: object, magnitude: tuple[str, int]) -> None:
    word, factor = magnitude
    [found] = find_quantities(f"It cost EUR {number} {word} in all.")
    assert found.value == float(number * factor)  # type: ignore[operator]


@settings(max_examples=150)
@given(st.lists(SENTENCES, min_size=1, max_size=4).map(lambda parts: ". ".join(parts)))
@example("exports 12. (")
def test_every_figure_is_grounded(text: str) -> None:
    page = read_page(text)
    for figure in find_trade_figures(page, MASTHEAD, resolve_dates(page, date(2020, 6, 1), None), ()):
        assert text[figure.char_start : figure.char_end] == figure.evidence
        assert figure.countries == tuple(sorted(set(figure.countries)))
        assert {figure.exporter, figure.importer} - {None} <= set(figure.countries)
        assert figure.exporter is None or figure.exporter != figure.importer
        assert (figure.direction is None) == (figure.measure != "change")
        if figure.period_start and figure.period_end:
            assert figure.period_start <= figure.period_end


@given(SENTENCES)
def test_the_same_text_gives_the_same_quantities(text: str) -> None:
    assert find_quantities(text) == find_quantities(text)


def test_the_sign_of_a_footnote_is_no_part_of_the_amount() -> None:
    found = find_quantities("They sold goods worth $10 million¹ and 5,000 tons² of wheat on 3 km² of land.")
    assert [(quantity.text, quantity.value) for quantity in found] == [
        ("$10 million", 1e7),
        ("5,000 tons", 5000),
        ("3 km²", 3),
    ]
