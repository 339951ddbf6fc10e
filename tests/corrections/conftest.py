"""Runs over a few articles of our own with corrections."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pipeline.publish.read import read_tables
from pipeline.run import refresh

ARTICLES = {
    "a/one.txt": """Ministers meet in Tashkent

TASHKENT, May 12, 2015 - Uzbek Foreign Minister Rustam Azizov met Latvian Foreign Minister Edgars Kalnins in Tashkent on Monday.

Uzbekistan exported cotton worth $40 million to Latvia in 2014, the ministry said.

READ MORE: other news of the day.

Analyst Janis Balodis called the talks useful.
""",
    "b/two.txt": """Latvia and Uzbekistan hold talks

RIGA, May 13, 2015 (LETA) - The foreign ministers of Latvia and Uzbekistan, Edgars Kalniņš and Rustam Azizov, met in Tashkent on Monday.

Latvian Transport Minister Anrijs Ozols will fly to Tashkent on Friday.

Uzbekistan exported cotton worth $40 million to Latvia in 2014, the ministry said.
""",
    "c/three.txt": """Azizov in Minsk

Uzbek Foreign Minister Rustam Azizov arrived in Minsk on Wednesday. He met Belarusian President Viktar Hlaz the same day.
""",
}

Outcome = tuple[dict[str, pd.DataFrame], list[str]]
Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Publish the articles with the corrections of a YAML text; the tables, and the warnings."""

    def publish(yaml: str = "", articles: dict[str, str] = ARTICLES, strict: bool = False) -> Outcome:
        raw, corrections = tmp_path / "raw", tmp_path / "corrections"
        for name, text in articles.items():
            (raw / name).parent.mkdir(parents=True, exist_ok=True)
            (raw / name).write_text(text, encoding="utf-8")
        corrections.mkdir(exist_ok=True)
        (corrections / "some.yaml").write_text(yaml, encoding="utf-8")
        told: list[str] = []
        released = refresh(raw, tmp_path / "curated", corrections=corrections, strict=strict, warn=told.append)
        return {name: table.to_pandas() for name, table in read_tables(released.path).items()}, told

    return publish


def entry(name: str, table: str, action: str, *lines: str) -> str:
    """A correction as YAML; `lines` are its other keys."""
    head = [f"- id: {name}", f"  table: {table}", f"  action: {action}"]
    tail = ["  reason: the page says so", "  author: A. Reader", "  date: 2026-11-20"]
    return "\n".join([*head, *(f"  {line}" for line in lines), *tail]) + "\n"
