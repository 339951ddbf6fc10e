"""The tables of a handful of articles: columns, ids, repeats, copies, order of arrival."""

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pipeline.extract.article import extract_article
from pipeline.extract.facts import Extraction
from pipeline.intake.source import SourceArticle
from pipeline.resolve.tables import build_tables
from pipeline.text.ids import stable_id
from schemas import STATED, column_names

Article = tuple[SourceArticle, Extraction]

LEAD = (
    "Kenyan Trade Minister Grace Wanjiru met Ugandan Prime Minister Peter Okello in Kampala on May 4, 2021, "
    "and the two signed a protocol on rail freight."
)
SALES = "Kenya exported 41,000 tons of cement worth $5.2 million to Uganda in 2020, the Kenyan customs service said."
LOAN = "Uganda borrowed $90 million from China in March 2021 to build a dry port in Tororo, Okello said."
BANS = "Tanzania banned imports of maize from Kenya on March 5, 2021, the Tanzanian agriculture ministry said."

WIRE = f"Kenya, Uganda sign rail pact\n\nNAIROBI, May 5, 2021 (Xinhua) -- {LEAD}\n\n{SALES}\n\n{LOAN}\n"
PAPER = f"A line for cement\n\nMay 6, 2021\n\n{LEAD.replace('two signed', 'two also signed')}\n\n{SALES} (Xinhua)\n\n{BANS}\n"
COPY = f"Kenya, Uganda sign rail pact\n\nMay 7, 2021\n\n{LEAD}\n\n{SALES}\n\n{LOAN}\n"
OTHER = (
    f"Changed figures\n\nMay 8, 2021\n\n{SALES.replace('41,000', '43,000')}\n\n{SALES.replace('41,000', '43,000')}\n"
)


def article(name: str, text: str) -> Article:
    source = SourceArticle(stable_id(name, None), name, None, "utf-8", text, "0" * 64)
    return source, extract_article(source)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    texts = {"copy.txt": COPY, "other.txt": OTHER, "paper.txt": PAPER, "wire.txt": WIRE}
    return [article(name, text) for name, text in texts.items()]


@pytest.fixture(scope="module")
def tables(articles: list[Article]) -> dict[str, pd.DataFrame]:
    return build_tables(articles)


def plain(tables: Mapping[str, pd.DataFrame]) -> dict[str, list[dict[str, object]]]:
    return {name: frame.to_dict("records") for name, frame in tables.items()}


def of(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    return frame[frame["article_id"] == stable_id(name, None)]


def test_every_table_has_its_columns_in_their_order(tables: dict[str, pd.DataFrame]) -> None:
    assert list(tables) == list(STATED)
    for name, frame in tables.items():
        assert tuple(frame.columns) == column_names(name)
        assert len(frame) > 0


def test_cells_are_plain_values(tables: dict[str, pd.DataFrame]) -> None:
    kinds = {type(value) for frame in tables.values() for column in frame for value in frame[column]}
    assert kinds <= {str, int, float, bool, list, date, type(None)}


def test_no_articles_make_empty_tables() -> None:
    for name, frame in build_tables([]).items():
        assert frame.empty
        assert tuple(frame.columns) == column_names(name)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_does_not_matter(
    articles: list[Article], tables: dict[str, pd.DataFrame], seed: int
) -> None:
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert plain(build_tables(shuffled)) == plain(tables)


def test_repeated_paragraphs_name_their_first_occurrence(tables: dict[str, pd.DataFrame]) -> None:
    paragraphs = tables["paragraphs"].set_index("paragraph_id")
    repeats = paragraphs[paragraphs["duplicate_of"].notna()]
    firsts = paragraphs.loc[repeats["duplicate_of"]]
    assert firsts["duplicate_of"].isna().all()
    assert set(firsts["article_id"]) == {stable_id("wire.txt", None), stable_id("other.txt", None)}
    assert set(of(repeats, "paper.txt")["duplicate_kind"]) == {"near"}
    (again,) = of(repeats, "other.txt").to_dict("records")
    assert (again["duplicate_kind"], again["similarity"]) == ("exact", 1.0)
    assert not (
        repeats["text"].str.contains("41,000").to_numpy() & firsts["text"].str.contains("43,000").to_numpy()
    ).any()


def test_articles_count_their_repeats_and_name_what_they_copy(tables: dict[str, pd.DataFrame]) -> None:
    rows = tables["articles"].set_index("source_path")
    assert rows["n_duplicate_paragraphs"].to_dict() == {"copy.txt": 4, "other.txt": 1, "paper.txt": 2, "wire.txt": 0}
    assert rows["duplicate_of"].to_dict() == {
        "copy.txt": stable_id("wire.txt", None),
        "other.txt": None,
        "paper.txt": None,
        "wire.txt": None,
    }


@pytest.mark.parametrize("name", ["events", "trade_figures", "official_roles"])
def test_facts_come_from_first_occurrences_alone(tables: dict[str, pd.DataFrame], name: str) -> None:
    paragraphs = tables["paragraphs"].set_index("paragraph_id")
    rows = tables[name]
    assert of(rows, "copy.txt").empty
    assert paragraphs.loc[rows["paragraph_id"], "duplicate_of"].isna().all()
    assert (paragraphs.loc[rows["paragraph_id"], "article_id"].to_numpy() == rows["article_id"].to_numpy()).all()


def test_facts_count_the_articles_that_carry_them(tables: dict[str, pd.DataFrame]) -> None:
    figures = tables["trade_figures"]
    counted = dict(zip(figures["value_text"], figures["n_copies"], strict=True))
    assert counted["41,000 tons"] == 2
    assert counted["$90 million"] == 1
    assert counted["43,000 tons"] == 0
    assert set(of(tables["events"], "paper.txt")["n_copies"]) == {0}


def test_the_changed_figure_is_told_once(tables: dict[str, pd.DataFrame]) -> None:
    assert list(of(tables["trade_figures"], "other.txt")["value_text"]).count("43,000 tons") == 1


def test_every_fact_is_grounded(articles: list[Article], tables: dict[str, pd.DataFrame]) -> None:
    texts = {source.article_id: source.text for source, _ in articles}
    for name in ("events", "trade_figures", "official_roles"):
        for row in tables[name].to_dict("records"):
            assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["evidence"]


def test_references_hold(tables: dict[str, pd.DataFrame]) -> None:
    officials = set(tables["officials"]["official_id"])
    assert set(tables["official_roles"]["official_id"]) == officials
    assert {person for people in tables["events"]["participants"] for person in people} <= officials
    assert any(tables["events"]["participants"])
    assert set(tables["events"]["occurrence_id"]) <= set(tables["events"]["event_id"])


def test_ids_are_unique_and_made_of_source_words(tables: dict[str, pd.DataFrame]) -> None:
    for name, frame in tables.items():
        assert frame[column_names(name)[0]].is_unique, name
    figure = tables["trade_figures"].to_dict("records")[0]
    assert figure["figure_id"] == stable_id(
        "trade_figures", figure["article_id"], figure["evidence"], figure["value_text"], 0
    )
    paragraph = tables["paragraphs"].to_dict("records")[0]
    assert paragraph["paragraph_id"] == stable_id(paragraph["article_id"], paragraph["text"], 0)


def test_roles_are_as_of_the_day_of_publication(tables: dict[str, pd.DataFrame]) -> None:
    assert set(of(tables["official_roles"], "wire.txt")["as_of"]) == {date(2021, 5, 5)}


def test_an_added_article_changes_no_id_of_the_others(articles: list[Article], tables: dict[str, pd.DataFrame]) -> None:
    earlier = article("archive.txt", f"From the archive\n\nApril 1, 2021\n\n{BANS}\n\n{LOAN}\n")
    grown = build_tables([*articles, earlier])
    for name in ("paragraphs", "events", "trade_figures", "official_roles"):
        key = column_names(name)[0]
        mine = grown[name][grown[name]["article_id"] != stable_id("archive.txt", None)]
        assert set(mine[key]) <= set(tables[name][key])
    spread = {BANS: 1, LOAN: 2}
    for row in of(grown["events"], "archive.txt").to_dict("records"):
        assert row["n_copies"] == spread[row["evidence"]]


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_repeats_of_the_shared_corpus() -> None:
    read = [article(path.name, path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.txt"))]
    articles = build_tables(read)["articles"]
    assert {path[:3]: count for path, count in zip(articles["source_path"], articles["n_duplicate_paragraphs"], strict=True)} == {
        "000": 2, "001": 0, "002": 1, "003": 0, "004": 0,
    }  # fmt: skip
    assert articles["duplicate_of"].isna().all()
