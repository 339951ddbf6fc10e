"""The tables of texts beside this file: sentences of news in our own words, and the trade figures that they state.

A line that begins with `? ` names a figure that is not got right yet: a test fails once it is, so that the mark goes.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.extract.dates import resolve_dates
from pipeline.extract.facts import Masthead, TradeFigure
from pipeline.extract.trade import find_trade_figures
from pipeline.text.paragraphs import read_page

TABLES = [
    Path(__file__).with_name(name)
    for name in (
        "agencies.txt",
        "cases.txt",
        "customs.txt",
        "givers.txt",
        "goods.txt",
        "listed.txt",
        "newswire.txt",
        "parties.txt",
        "sides.txt",
        "ways.txt",
        "when.txt",
    )
]
LINE = re.compile(r"(?P<open>\? )?(\S+) (\S+) (\S+) (\S+) (\S+) \[(.*?)\] ?(\S*)$")
SMALL = {"and", "of", "the"}


@dataclass(frozen=True)
class Wanted:
    value: float
    units: list[str]
    flows: list[str]
    measure: str
    direction: str | None
    parties: str
    goods: str | None
    period: tuple[date | None, date | None] | None
    """None where it is not checked."""
    open: bool


@dataclass(frozen=True)
class Case:
    published_on: date
    text: str
    wanted: list[Wanted]


def _day(text: str, last: bool) -> date | None:
    if text in ("", "none"):
        return None
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    ends = monthrange(parts[0], month)[1]
    return date(parts[0], month, parts[2] if len(parts) > 2 else (ends if last else 1))


def _wanted(line: str) -> Wanted:
    match = LINE.match(line.strip())
    assert match is not None, line
    _, value, units, flows, measure, parties, goods, period = match.groups()
    start, dots, end = period.partition("..")
    change = measure in ("up", "down")
    return Wanted(
        value=float(value),
        units=units.split("|"),
        flows=flows.split("|"),
        measure="change" if change else measure,
        direction=measure if change else None,
        parties=parties,
        goods=None if goods == "-" else goods,
        period=(_day(start, False), _day(end if dots else start, True)) if period else None,
        open=match["open"] is not None,
    )


def _cases() -> list[Case]:
    cases: list[Case] = []
    for line in [line for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()]:
        if line.startswith("    "):
            cases[-1].wanted.append(_wanted(line))
        elif line and not line.startswith("#"):
            cases.append(Case(date.fromisoformat(line[:10]), line[11:].replace(" // ", "\n\n"), []))
    return cases


def _read(case: Case) -> tuple[TradeFigure, ...]:
    page = read_page(case.text)
    masthead = Masthead(None, None, None, None, case.published_on, "metadata", None, "en")
    return find_trade_figures(page, masthead, resolve_dates(page, case.published_on, None), ())


def _words(text: str | None) -> set[str]:
    return {word.rstrip("s") for word in re.findall("[a-z]+", (text or "").lower())} - SMALL


def _parties(figure: TradeFigure) -> str:
    if figure.exporter or figure.importer:
        return f"{figure.exporter or '-'}>{figure.importer or '-'}"
    return "+".join(figure.countries)


def _is(figure: TradeFigure, wanted: Wanted) -> bool:
    if figure.unit not in wanted.units or abs(figure.value - wanted.value) > 0.005 * abs(wanted.value):
        return False
    same = (figure.measure, figure.direction) == (wanted.measure, wanted.direction) and figure.flow in wanted.flows
    goods = bool(_words(figure.commodity) & _words(wanted.goods)) if wanted.goods else figure.commodity is None
    when = wanted.period is None or (figure.period_start, figure.period_end) == wanted.period
    return same and goods and when and _parties(figure) == wanted.parties


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=[case.text[:60] for case in CASES])
def test_figures_of_a_text(case: Case) -> None:
    figures = _read(case)
    for wanted in case.wanted:
        assert any(_is(figure, wanted) for figure in figures) != wanted.open, (wanted, figures)
    if not any(wanted.open for wanted in case.wanted):
        assert len(figures) == len(case.wanted), figures


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 150


def test_every_figure_is_grounded_in_its_sentence() -> None:
    for case in CASES:
        for figure in _read(case):
            assert case.text[figure.char_start : figure.char_end] == figure.evidence
            assert figure.value_text in figure.evidence


BASELINES = [
    ("China's exports to Japan rose 5 percent from 2018.", "from 2018"),
    ("China's exports to Japan rose to $5 billion, up from $4 billion in 2018.", "from $4 billion in 2018"),
    (
        "China's exports to Japan were $5 billion, compared with $4 billion a year earlier.",
        "compared with $4 billion a year earlier",
    ),
    ("China's exports to Japan were $5 billion.", None),
]


@pytest.mark.parametrize(("text", "baseline"), BASELINES)
def test_the_baseline_is_told_in_the_text_s_words(text: str, baseline: str | None) -> None:
    figures = _read(Case(date(2020, 6, 1), text, []))
    assert figures[0].baseline_text == baseline


STATUSES = [
    ("Russia exported 5,000 tons of coal to Japan in 2019.", "actual"),
    ("Russia will export 5,000 tons of coal to Japan in 2021.", "planned"),
    ("Russia is to ship 5,000 tons of coal to Japan.", "planned"),
    ("Russia's exports to Japan were estimated at 5,000 tons of coal.", "estimated"),
    ("The EU capped imports of Russian coal at 5,000 tons.", "limit"),
    ("The bank predicted Russian coal exports to Japan would grow by 5 percent in 2021.", "estimated"),
    ("About 80 percent of Japan's coal imports are expected to come from Russia.", "estimated"),
    ("Russian coal exports to Japan should reach $5 million in 2021.", "estimated"),
    ("Laos is seeking a $60 million loan from Denmark.", "planned"),
    ("Denmark is weighing a Laotian request for $60 million in soft loans.", "planned"),
    ("A Laotian mission is looking for $60 million in purchases from Danish firms.", "planned"),
    ("The visit paved the way for $2 billion in Danish investment pledges to Laos.", "planned"),
    ("At the meeting $3 billion in new funds were pledged for Laos.", "planned"),
    ("Officials said negotiations on a $70 million loan from Denmark to Laos had been completed.", "planned"),
    (
        "Nordbank expects Chile's trade surplus to grow to $9 million this year, and Peru's to shrink to $2 million.",
        "estimated",
    ),
    ("Laos told Denmark that it could not meet the four remaining repayments totalling $28 million.", "actual"),
    ("Trade between Laos and Denmark stood at approximately $16 million last year.", "actual"),
    ("Laos had a surplus last year, due largely to exports to Denmark of $5 million.", "actual"),
    ("Denmark is putting off a planned increase of tariffs on $7 million of Laotian goods.", "actual"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status_says_whether_a_figure_is_a_fact(text: str, status: str) -> None:
    figure = _read(Case(date(2020, 6, 1), text, []))[-1]
    assert figure.status == status


def test_what_an_expected_figure_is_compared_with_is_a_fact() -> None:
    text = "Japan's imports of Russian coal are expected to rise to 7,000 tons in 2020 from 5,000 tons in 2019."
    assert [figure.status for figure in _read(Case(date(2020, 6, 1), text, []))] == ["estimated", "actual"]


def test_one_fact_told_twice_is_one_row_at_the_fullest_body_sentence() -> None:
    text = (
        "Trade with Japan hits $5.2 billion\n\nBy Ann Example\n\nSEOUL, June 1 (Yonhap) -- South Korea's trade with Japan "
        "reached $5.21 billion in May.\n\nThe sum of $5.21 billion in trade with Japan was a record."
    )
    [figure] = _read(Case(date(2020, 6, 1), text, []))
    assert figure.value == 5.21e9
    assert figure.period_start == date(2020, 5, 1)


def test_two_facts_that_differ_in_partner_stay_two() -> None:
    text = "China's exports to Japan rose 5 percent in 2019. China's exports to Mexico rose 5 percent in 2019."
    assert [figure.importer for figure in _read(Case(date(2020, 6, 1), text, []))] == ["JPN", "MEX"]


def test_a_conversion_is_the_alternate_value_and_no_row() -> None:
    [figure] = _read(Case(date(2020, 6, 1), "Japan lent Laos 500 million yen ($4.6 million) in 2019.", []))
    assert (figure.value, figure.unit, figure.alternate_value, figure.alternate_unit) == (5e8, "JPY", 4.6e6, "USD")


def test_rates_ranges_and_qualifiers_are_kept() -> None:
    [figure] = _read(Case(date(2020, 6, 1), "Iraq exports about 3 to 4 million barrels of oil a day.", []))
    assert (figure.value, figure.value_high, figure.unit, figure.per) == (3e6, 4e6, "bbl", "day")
    assert (figure.qualifier, figure.approximate, figure.commodity_hs) == ("about", True, "27")


def test_goods_are_told_on_one_line() -> None:
    """A line that ends within the goods' name leaves no break in it."""
    text = "Togo sold Benin 52,000 tonnes of raw\nsugar in 2015."
    figures = _read(Case(date(2016, 5, 12), text, []))
    assert [figure.commodity for figure in figures] == ["raw sugar"]
