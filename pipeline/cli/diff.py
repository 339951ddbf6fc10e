"""`wireledger diff`: what moved between two releases."""

from pathlib import Path

import click

from pipeline.cli.console import EXIT_CODES, curated_option, plain_errors


@click.command(short_help="What moved between two releases.", epilog=EXIT_CODES)
@click.argument("old")
@click.argument("new", required=False)
@click.option("--rows", is_flag=True, help="Name every row that moved.")
@curated_option
@plain_errors
def diff(old: str, new: str | None, rows: bool, curated: Path) -> None:
    """Tell what moved from release OLD to release NEW (the newest where it is left out).

    Both are versions or release folders. A row is `derived` where it moved only because other articles came, went or
    changed: a count of copies, a date of first sight.

    \b
    Examples:
      wireledger diff 1.0.0
      wireledger diff 1.0.0 1.1.0 --rows
    """
    from pipeline.publish.diff import diff as compare
    from pipeline.publish.read import find_release

    found = compare(find_release(curated, old), find_release(curated, new))
    click.echo(f"{found.old} to {found.new}")
    width = max((len(table.table) for table in found.tables), default=0)
    click.echo(
        f"{'':<{width}}  {'before':>8}  {'after':>8}  {'added':>8}  {'changed':>8}  {'removed':>8}  {'derived':>8}"
    )
    for table in found.tables:
        numbers = (table.rows_before, table.rows_after, table.added, table.modified, table.removed, table.derived)
        click.echo(f"{table.table:<{width}}  " + "  ".join(f"{number:>8,}" for number in numbers))
        for sign, columns in (("+", table.columns_added), ("-", table.columns_removed)):
            for column in columns:
                click.echo(f"{'':<{width}}  {sign} column {column}")
    if rows:
        for change, derived in zip(found.rows, found.derived, strict=True):
            words = (change.change, change.table, change.id, ",".join(change.columns), "derived" if derived else "")
            click.echo(" ".join(word for word in words if word))
