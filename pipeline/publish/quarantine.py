"""The quarantine table: everything that was refused on the way, as rows with ids that stay."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from pipeline.intake.source import Rejection
from pipeline.publish.failures import shortened
from pipeline.text.ids import stable_id
from schemas import column_names


def quarantine_frame(rejections: Iterable[Rejection]) -> pd.DataFrame:
    """One row for each rejection; text that no file can hold is written with escapes, line breaks become spaces.

    The id is a hash of what was refused (table, file, record and row) and not of the rule, so that a refusal for
    another reason is a changed row.
    """
    cleaned = sorted({_cleaned(rejection) for rejection in rejections}, key=_words)
    seen: Counter[str] = Counter()
    rows = []
    for rejection in cleaned:
        refused = stable_id(rejection.table, rejection.source_path or None, rejection.record_key, rejection.value)
        rows.append((stable_id("quarantine", refused, seen[refused]), *_cells(rejection)))
        seen[refused] += 1
    return pd.DataFrame(rows, columns=list(column_names("quarantine")), dtype=object)


def _cleaned(rejection: Rejection) -> Rejection:
    return Rejection(
        table=rejection.table,
        rule=rejection.rule,
        reason=" ".join(_encodable(rejection.reason).split()),
        source_path=_encodable(rejection.source_path),
        record_key=None if not rejection.record_key else _encodable(rejection.record_key),
        value=None if not rejection.value else shortened(_encodable(rejection.value)) or None,
    )


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _words(rejection: Rejection) -> tuple[str, ...]:
    return tuple(cell or "" for cell in _cells(rejection))


def _cells(rejection: Rejection) -> tuple[str | None, ...]:
    return (
        rejection.table,
        rejection.rule,
        rejection.reason,
        rejection.source_path or None,
        rejection.record_key,
        rejection.value,
    )
