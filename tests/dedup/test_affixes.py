"""Affixes are stripped at the ends, and nothing but affixes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.affixes import core_span
from pipeline.lexicon.table import rows

STATEMENT = "The two governments opened a rail link near Lake Khasan."


def core(text: str) -> str:
    start, end = core_span(text)
    return text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        f"SEOUL, March 17 (UPI) -- {STATEMENT}",
        f"(Reuters) - {STATEMENT}",
        f"(LEAD) SEOUL, May 4 (Yonhap) -- {STATEMENT} (Yonhap)",
        f"{STATEMENT} (Xinhua)",
        f"{STATEMENT} /TASS/",
        f"{STATEMENT} (ZNA-XP)",
        f"{STATEMENT} [ABX]",
        f"{STATEMENT} -- Reuters",
        f"{STATEMENT} | License Photo",
        f"{STATEMENT} UPI/Ann Carver | License Photo",
        f"{STATEMENT} Photo by Ann Carver/AFP",
        f"{STATEMENT} (Reporting by Ann Carver in Moscow; editing by Tom Hale)",
        f"{STATEMENT} Copyright 2019 Example Media.",
        f"{STATEMENT} <All rights reserved by Yonhap News Agency>",
        f"UPDATE 2-{STATEMENT}",
        f"RELATED {STATEMENT}",
        f"FILE PHOTO: {STATEMENT}",
        f"  {STATEMENT}  (KCNA, Yonhap) ",
    ],
)
def test_affixes_are_stripped(text: str) -> None:
    assert core(text) == STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT,
        "He wrote to the minister (Orlov).",
        "The port lies in the Far East (Primorye)",
        "MOSCOW: we will not yield",
        "The photo by Ann Carver shows the new bridge.",
        "It cost $5 million - a fifth of the loan.",
        "He works for Reuters",
        "The vote ended 52/48",
        "The talks are at an end",
        "(Orlov) -- he said so.",
        "Related industries grew by a tenth.",
        "Shown here. Photo: Orlov and Belov sign the treaty in Baku on May 5",
    ],
)
def test_text_is_kept(text: str) -> None:
    assert core(text) == text


@pytest.mark.parametrize(
    "text", ["", "   ", "(Yonhap)", "License Photo", "Print Edition | Subscribe", "READ MORE:", "© 2021 Example"]
)
def test_nothing_is_left_of_boilerplate(text: str) -> None:
    start, end = core_span(text)
    assert start == end


@given(st.text())
def test_the_span_lies_in_the_text_and_is_final(text: str) -> None:
    start, end = core_span(text)
    assert 0 <= start <= end <= len(text)
    assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize("place", ["prefix", "suffix"])
def test_every_label_of_the_lexicon_is_stripped(place: str) -> None:
    for row in rows("affixes"):
        if row["place"] == place:
            text = f"{row['form']} {STATEMENT}" if place == "prefix" else f"{STATEMENT} | {row['form']}"
            assert core(text) == STATEMENT, row["form"]


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "A ",
        "(",
        ") ",
        "/A",
        "1",
        "- ",
        "Photo by ",
        "(Reporting by ",
        "Aa/",
        "| ",
        "\u2014",
        " ",
        "SEOUL, ",
        "A.B, ",
        "© ",
    ],
)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    text = unit * (65_536 // len(unit))
    start = time.process_time()
    core_span(text)
    assert time.process_time() - start < 0.5
