"""The tables as assets: two steps, each over the whole folder.

The first takes the folder in and says what its articles and paragraphs are; the second takes up the same articles and
says what they state. Both check what they made by `pipeline.run.check` and hand on the rows that passed.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd

from pipeline.corrections import Desk, read_corrections
from pipeline.corrections.articles import correct_articles
from pipeline.defs import checks
from pipeline.defs.describe import column_schema, description, table_metadata
from pipeline.defs.failures import in_one_line
from pipeline.defs.folders import Folders
from pipeline.defs.handover import hand_on, of_one_origin, stamp_of, take
from pipeline.defs.raw import raw_articles
from pipeline.defs.records import (
    articles_from_arrow,
    articles_to_arrow,
    rejections_from_arrow,
    rejections_to_arrow,
)
from pipeline.fingerprint import fingerprint
from pipeline.intake.source import SourceArticle
from pipeline.publish.csv_text import rows_sha256
from pipeline.publish.validate import Validated
from pipeline.resolve.corrected.pages import corrected_kinds
from pipeline.resolve.tables import build_tables
from pipeline.run import check, extract, take_in, too_many_refused
from schemas import STATED, column_names
from schemas.arrow import to_arrow
from schemas.structure import StructureError

READ = ("articles", "paragraphs")
"""The tables of the first step."""
FACTS = ("events", "trade_figures", "officials", "official_roles")
"""What articles state: tables of the second step."""
DERIVED = {
    "occurrences": ("articles", "events", "officials"),
    "trade_series": ("articles", "trade_figures"),
    "warnings": ("articles", "trade_figures"),
}
"""What follows from other tables: the rest of the second step, each with the tables that it is made of."""
SOURCES = "sources"
"""Under this name the first step hands on the articles as they came in."""
REFUSED_BY_INTAKE = "refused_by_intake"
"""Under this name the first step hands on what intake refused."""
REFUSED = "refused"
"""Under this name the second step hands on everything that was refused."""

StepEvents = Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]


def table_spec(name: str, group: str, deps: Sequence[str | dg.SourceAsset]) -> dg.AssetSpec:
    """The asset of table `name`, as the UI shows it before it is made."""
    return dg.AssetSpec(
        name,
        deps=deps,
        group_name=group,
        description=description(name),
        code_version=fingerprint(),
        kinds={"arrow"},
        metadata={"dagster/column_schema": column_schema(name)},
    )


@dg.multi_asset(
    name="read_articles",
    specs=[table_spec(name, "pages", [raw_articles]) for name in READ],
    check_specs=[*map(checks.schema_check, READ), checks.quarantine_rate_check("articles")],
    description="Takes the raw folder in, from copies of its files, and says what its articles and paragraphs are.",
)
def read_articles(folders: Folders) -> StepEvents:
    """See the description."""
    with in_one_line():
        desk = Desk(read_corrections(folders.corrections_path))
        intake = take_in(folders.raw_path)
        articles = correct_articles(intake.articles, desk)
        reading = extract(articles, kinds=corrected_kinds(articles, desk))
    stamp = stamp_of(intake.articles, intake.rejections, desk.corrections.digest)
    hand_on(folders.scratch_path, SOURCES, articles_to_arrow(intake.articles), stamp)
    hand_on(folders.scratch_path, REFUSED_BY_INTAKE, rejections_to_arrow(intake.rejections), stamp)
    tables = build_tables(reading.articles, desk)
    own = {name: tables[name] for name in READ}
    yield from _made(READ, _checked(own, intake.articles), folders.scratch_path, stamp)
    yield checks.quarantine_rate_result("articles", intake, (*intake.rejections, *reading.rejections))


@dg.multi_asset(
    name="read_facts",
    specs=[
        *(table_spec(name, "facts", READ) for name in FACTS),
        *(table_spec(name, "comparisons", deps) for name, deps in DERIVED.items()),
    ],
    check_specs=[*map(checks.schema_check, (*FACTS, *DERIVED)), *checks.contradiction_checks("warnings")],
    description="Reads what the articles state (events, trade figures, officials and their roles) and compares it: "
    "reports of one occurrence, numbers of one quantity, contradictions.",
)
def read_facts(folders: Folders) -> StepEvents:
    """See the description."""
    scratch = folders.scratch_path
    sources, refused = take(scratch, SOURCES), take(scratch, REFUSED_BY_INTAKE)
    of_one_origin((sources, refused))
    articles, by_intake = articles_from_arrow(sources.table), rejections_from_arrow(refused.table)
    with in_one_line():
        desk = Desk(read_corrections(folders.corrections_path))
        stamp = stamp_of(articles, by_intake, desk.corrections.digest)
        if stamp != sources.stamp:
            raise dg.Failure("the corrections have changed since the articles were read: use Materialize all")
        articles = list(correct_articles(articles, desk))
        reading = extract(articles, kinds=corrected_kinds(articles, desk))
    checked = _checked(build_tables(reading.articles, desk), articles)
    yield from _made((*FACTS, *DERIVED), checked, scratch, stamp)
    if isinstance(checked, Validated):
        yield from checks.contradiction_results("warnings", checked.tables["warnings"])
        everything = (*by_intake, *reading.rejections, *desk.rejections, *checked.rejections)
        hand_on(scratch, REFUSED, rejections_to_arrow(everything), stamp)


def _checked(tables: Mapping[str, pd.DataFrame], articles: Sequence[SourceArticle]) -> Validated | StructureError:
    """What passes of `tables`; those that a step does not make are empty, and none of its own refers to them."""
    empty = {name: pd.DataFrame(columns=list(column_names(name)), dtype=object) for name in STATED}
    try:
        return check({**empty, **tables}, articles)
    except StructureError as error:
        return error


def _made(names: Sequence[str], checked: Validated | StructureError, scratch: Path, stamp: str) -> StepEvents:
    """Hand on the tables called `names` and tell what became of them; where one is built wrongly, end the step."""
    if isinstance(checked, StructureError):
        if checked.table in names:
            yield checks.structure_result(checked)
        raise dg.Failure(str(checked), allow_retries=False) from checked
    for name in names:
        report = checked.reports[name]
        table = to_arrow(name, checked.tables[name])
        hand_on(scratch, name, table, stamp)
        yield dg.MaterializeResult(
            name,
            metadata=table_metadata(table),
            data_version=dg.DataVersion(rows_sha256(table)[:16]),
            check_results=[checks.schema_result(report, blocked=too_many_refused(report) is not None)],
        )
