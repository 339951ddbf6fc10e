"""`wireledger publish`: the main job in one process, without a server."""

from pathlib import Path

import click

from pipeline.cli.console import (
    EXIT_CODES,
    BadInputError,
    corrections_option,
    curated_option,
    plain_errors,
    progress_bars,
    raw_option,
    say,
)


@click.command(short_help="Read the articles and publish a release.", epilog=EXIT_CODES)
@raw_option
@curated_option
@corrections_option
@click.option("--strict", is_flag=True, help="Publish nothing where a correction is left out.")
@plain_errors
def publish(raw: Path, curated: Path, corrections: Path | None, strict: bool) -> None:
    """Read every article below RAW and publish what they state as a release below CURATED.

    Files: .txt, .html and .htm, .jsonl (one article a line), in folders of any depth, with NAME.meta.json beside them
    for what is known of an article. What cannot be read is listed in the release's table `quarantine`.

    Corrections are YAML files in the folder `corrections` beside RAW, or in the one that --corrections names. One that
    no longer fits is left out, listed in `quarantine` and told on standard error; with --strict it stops the run.

    The last line says `published VERSION`, or `unchanged VERSION` where the tables are those of the newest release.

    \b
    Examples:
      wireledger publish
      wireledger publish --raw ~/articles --curated ~/releases
    """
    from pipeline.corrections import corrections_beside
    from pipeline.run import refresh

    if corrections is not None and not corrections.is_dir():
        raise BadInputError(f"there is no folder of corrections {corrections}")
    with progress_bars() as progress:
        folder = corrections or corrections_beside(raw)
        published = refresh(raw, curated, progress, corrections=folder, strict=strict, warn=say)
    width = max(map(len, published.counts), default=0)
    for table, rows in published.counts.items():
        click.echo(f"{table:<{width}}  {rows:>8,}")
    if refused := published.counts.get("quarantine"):
        say(f"{refused} refused: see `wireledger show quarantine --curated {curated}`")
    if warnings := published.counts.get("warnings"):
        say(f"warnings: {warnings}; see `wireledger show warnings --curated {curated}`")
    click.echo(str(published.path))
    click.echo(f"{'published' if published.changed else 'unchanged'} {published.version}")
