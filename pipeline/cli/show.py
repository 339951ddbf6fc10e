"""`wireledger show`: a look into a release."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.console import EXIT_CODES, BadInputError, curated_option, plain_errors

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.publish.manifest import Manifest


@click.command(short_help="Look into a release.", epilog=EXIT_CODES)
@click.argument("table", required=False)
@click.option("--release", help="A version or a release folder.  [default: the newest release]")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many rows to show.")
@click.option("--columns", help="Only these columns, separated by commas, side by side.")
@curated_option
@plain_errors
def show(table: str | None, release: str | None, limit: int, columns: str | None, curated: Path) -> None:
    """Show the first rows of TABLE, or the tables of the release where TABLE is left out.

    Each row is a block of lines, one a column, those without a value left out; with --columns, rows are lines.

    \b
    Examples:
      wireledger show
      wireledger show events --limit 3
      wireledger show trade_figures --columns period_start,exporter,importer,commodity,value,unit
      wireledger show changes --release 1.1.0
    """
    from pipeline.publish.manifest import read_manifest
    from pipeline.publish.read import find_release, read_table

    folder = find_release(curated, release)
    manifest = read_manifest(folder)
    if table is None:
        _show_tables(folder, manifest)
        return
    if table not in manifest.tables:
        raise BadInputError(f"no table {table!r}; there are {', '.join(manifest.tables)}")
    rows = read_table(folder, table, manifest)
    chosen = _chosen(rows, columns)
    head = rows.slice(0, limit).select(chosen)
    _show_lines(head) if columns else _show_blocks(head)
    if rows.num_rows > limit:
        click.echo(f"{limit} of {rows.num_rows} rows", err=True)


def _show_tables(folder: Path, manifest: "Manifest") -> None:
    from schemas import RELEASE_TABLES

    click.echo(f"{folder} (version {manifest.version})")
    width = max(map(len, manifest.tables), default=0)
    for name, entry in manifest.tables.items():
        meaning = " ".join((RELEASE_TABLES[name].__doc__ or "").split()) if name in RELEASE_TABLES else ""
        click.echo(f"{name:<{width}}  {entry.rows:>8,}  {meaning}")


def _chosen(rows: "pa.Table", columns: str | None) -> list[str]:
    chosen = rows.column_names if columns is None else [name.strip() for name in columns.split(",")]
    unknown = [name for name in chosen if name not in rows.column_names]
    if unknown:
        raise BadInputError(f"no column {unknown[0]!r}; there are {', '.join(rows.column_names)}")
    return chosen


def _show_blocks(rows: "pa.Table") -> None:
    width = max(map(len, rows.column_names), default=0)
    for number, row in enumerate(rows.to_pylist()):
        if number:
            click.echo()
        for name, value in row.items():
            if value is not None:
                click.echo(f"{name:>{width}}  {_text(value)}")


def _show_lines(rows: "pa.Table") -> None:
    lines: list[Sequence[str]] = [rows.column_names]
    lines += [[_text(value) for value in row.values()] for row in rows.to_pylist()]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _text(value: Any) -> str:
    """`value` on one line, without control characters: text from outside must not steer the terminal."""
    text = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return "".join(character if character.isprintable() else " " for character in text)
