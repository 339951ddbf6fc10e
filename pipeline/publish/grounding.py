"""Rows that quote an article are compared with the article's text, letter for letter."""

from collections.abc import Mapping

import pandas as pd

from pipeline.publish.failures import Failure, shortened

QUOTATIONS: Mapping[str, str] = {
    "paragraphs": "text",
    "events": "evidence",
    "trade_figures": "evidence",
    "official_roles": "evidence",
}
"""For each table that quotes, the column with the words that stand at `char_start` to `char_end`."""


def ungrounded_rows(name: str, frame: pd.DataFrame, texts: Mapping[str, str]) -> list[Failure]:
    """A failure for each row of `frame` for which `texts[article_id][char_start:char_end]` is not what it quotes.

    A row with a missing part is left to the rule `missing`; an article without a text grounds nothing.
    """
    if name not in QUOTATIONS:
        return []
    quotation = QUOTATIONS[name]
    failures = []
    columns = ("article_id", "char_start", "char_end", quotation)
    for row, article, start, end, words in frame[list(columns)].itertuples(name=None):
        if any(pd.isna(part) for part in (article, start, end, words)):
            continue
        if article not in texts or texts[article][start:end] != words:
            failures.append(Failure(name, int(row), "ungrounded", quotation, shortened(words)))
    return failures
