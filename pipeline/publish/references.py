"""What rows say of each other: every reference is kept, and a row falls with the one that it refers to."""

from collections.abc import Iterator, Mapping

import pandas as pd

from pipeline.publish.failures import Failure
from schemas import columns
from schemas.column import TEXTS
from schemas.order import IDS

Frames = Mapping[str, pd.DataFrame]


def broken_references(kept: Frames, refused: Mapping[str, frozenset[str]]) -> list[Failure]:
    """A failure for each reference of a row of `kept` to a row that is not in `kept`.

    `refused` holds, for each table, the ids of rows that came in and were refused: a reference to one of these is
    `parent_quarantined`, any other `broken_reference`.
    """
    ids = {name: frozenset(frame[IDS[name][0]]) for name, frame in kept.items()}
    failures = []
    for name, frame in kept.items():
        for column in columns(name):
            if column.meaning.references is None:
                continue
            target = column.meaning.references.partition(".")[0]
            for row, id_ in _references(frame[column.name], is_list=column.type == TEXTS):
                if id_ not in ids[target]:
                    rule = "parent_quarantined" if id_ in refused[target] else "broken_reference"
                    failures.append(Failure(name, row, rule, column.name, id_))
    return failures


def officials_without_a_role(kept: Frames, had_a_role: frozenset[str]) -> list[Failure]:
    """A failure for each official of `kept` to whom no role of `kept` belongs.

    `had_a_role` are the ids of officials of whom a role came in, refused or not.
    """
    holders = frozenset(kept["official_roles"]["official_id"])
    return [
        Failure("officials", int(str(row)), "parent_quarantined" if id_ in had_a_role else "no_role", None, id_)
        for row, id_ in kept["officials"]["official_id"].items()
        if id_ not in holders
    ]


def contradictions(kept: Frames) -> list[Failure]:
    """A failure for each row of `kept` that contradicts the row that it refers to; all references must hold."""
    return [*_repeats_of_repeats(kept), *_facts_beside_their_paragraph(kept)]


def refused_ids(came_in: Frames, kept: Frames) -> dict[str, frozenset[str]]:
    """For each table the ids of the rows of `came_in` that are not in `kept`."""
    return {
        name: frozenset(frame[IDS[name][0]].dropna()) - frozenset(kept[name][IDS[name][0]])
        for name, frame in came_in.items()
    }


def _references(values: pd.Series, *, is_list: bool) -> Iterator[tuple[int, str]]:
    for row, value in values.dropna().items():
        for id_ in value if is_list else (value,):
            yield int(str(row)), id_


def _repeats_of_repeats(kept: Frames) -> Iterator[Failure]:
    for name in ("articles", "paragraphs"):
        frame = kept[name]
        repeats = frame["duplicate_of"].notna()
        firsts = frozenset(frame.loc[~repeats, IDS[name][0]])
        for row, id_ in frame.loc[repeats, "duplicate_of"].items():
            if id_ not in firsts:
                yield Failure(name, int(str(row)), "contradicts_parent", "duplicate_of", id_)


def _facts_beside_their_paragraph(kept: Frames) -> Iterator[Failure]:
    paragraphs = kept["paragraphs"].set_index("paragraph_id")
    paths = kept["articles"].set_index("article_id")["source_path"]
    for name in ("events", "trade_figures", "official_roles"):
        facts = kept[name]
        homes = paragraphs.loc[facts["paragraph_id"]].set_axis(facts.index, axis="index")
        faults = {
            "article_id": facts["article_id"] != homes["article_id"],
            "paragraph_id": homes["duplicate_of"].notna(),
            "char_start": facts["char_start"] < homes["char_start"],
            "char_end": facts["char_end"] > homes["char_end"],
            "source_path": facts["source_path"] != paths.loc[facts["article_id"]].set_axis(facts.index, axis="index"),
        }
        for column, fault in faults.items():
            for row, value in facts.loc[fault.astype(bool), column].items():
                yield Failure(name, int(str(row)), "contradicts_parent", column, str(value))
