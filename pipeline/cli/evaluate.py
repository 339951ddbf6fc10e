"""`wireledger evaluate`: how well the tables agree with labelled articles."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import EXIT_CODES, BadInputError, curated_option, plain_errors, progress_bars, say

WIDTH_OF_FILES = 120
"""Columns of text where the output is no terminal and has no width of its own."""

if TYPE_CHECKING:
    import pyarrow as pa


@click.command(short_help="Precision and recall on labelled articles.", epilog=EXIT_CODES)
@click.option("--gold", type=click.Path(path_type=Path, file_okay=False, exists=True), help="The folder of labels.")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Instead: a file of labelled pairs of reports, of one occurrence or of two.",
)
@click.option(
    "--raw",
    type=click.Path(path_type=Path),
    help="Read these articles now, instead of looking at a release; nothing is published.",
)
@click.option("--release", help="A version or a release folder.  [default: the newest release]")
@click.option("--errors", is_flag=True, help="Name every disagreement.")
@click.option("--json", "as_json_text", is_flag=True, help="Print JSON instead of a table.")
@curated_option
@plain_errors
def evaluate(
    gold: Path | None,
    pairs: Path | None,
    raw: Path | None,
    release: str | None,
    errors: bool,
    as_json_text: bool,
    curated: Path,
) -> None:
    """Compare the rows of labelled articles with their labels: precision, recall and F1 for each table and field.

    Labels are one NAME.json for an article NAME.txt. `found` counts rows with the right key fields, `full` rows with
    every labelled field right. With --pairs: how well reports of one occurrence are linked, with 95 percent intervals.

    \b
    Examples:
      wireledger evaluate --gold tests/quality/sample
      wireledger evaluate --raw ~/articles --gold ~/labels --errors
      wireledger evaluate --gold ~/labels --release 1.0.0 --json
      wireledger evaluate --pairs tests/quality/pairs/events_dev.csv
    """
    if (gold is None) == (pairs is None):
        raise click.UsageError("Give either --gold or --pairs.")
    if pairs is not None:
        _evaluate_pairs(pairs, errors, as_json_text)
    elif gold is not None:
        _evaluate_articles(gold, raw, release, errors, as_json_text, curated)


def _evaluate_pairs(path: Path, errors: bool, as_json_text: bool) -> None:
    from pipeline.evaluate.labels import LabelError
    from pipeline.evaluate.pairs import as_json, as_text, evaluate_pairs, read_pairs

    try:
        evaluation = evaluate_pairs(read_pairs(path))
    except LabelError as error:
        raise BadInputError(str(error)) from error
    click.echo(as_json(evaluation) if as_json_text else as_text(evaluation))
    if errors and not as_json_text:
        for fault, names in (("linked, but two", evaluation.wrongly_linked), ("not linked", evaluation.not_linked)):
            for name in names:
                click.echo(f"{fault}: {name}")


def _evaluate_articles(
    gold: Path, raw: Path | None, release: str | None, errors: bool, as_json_text: bool, curated: Path
) -> None:
    if raw is not None and release is not None:
        raise click.UsageError("--raw and --release exclude each other.")
    from rich.console import Console

    from pipeline.evaluate import LabelError, read_labels
    from pipeline.evaluate import evaluate as compare
    from pipeline.evaluate.report import as_json, as_lines, as_table

    try:
        labels = read_labels(gold)
    except LabelError as error:
        raise BadInputError(str(error)) from error
    if not labels:
        raise BadInputError(f"{gold} holds no label file (NAME.json)")
    evaluation = compare(_tables(raw, release, curated), labels)
    if as_json_text:
        click.echo(as_json(evaluation, findings=errors))
        return
    console = Console(soft_wrap=True)
    if not console.is_terminal:
        console.width = WIDTH_OF_FILES
    console.print(as_table(evaluation))
    for article in evaluation.absent:
        say(f"{article} is labelled but not among the articles: all its labels count as missed")
    if errors:
        for line in as_lines(evaluation.findings):
            console.print(line)


def _tables(raw: Path | None, release: str | None, curated: Path) -> "dict[str, pa.Table]":
    from pipeline.publish.read import find_release, read_tables
    from pipeline.run import refresh

    if raw is None:
        return read_tables(find_release(curated, release))
    with TemporaryDirectory(prefix="wireledger-") as place, progress_bars() as progress:
        return read_tables(refresh(raw, Path(place), progress).path)
