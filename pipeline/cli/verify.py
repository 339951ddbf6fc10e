"""`wireledger verify`: is a release still what was published?"""

from pathlib import Path

import click

from pipeline.cli.console import EXIT_CODES, CheckFailedError, curated_option, plain_errors, say


@click.command(short_help="Is a release still what was published?", epilog=EXIT_CODES)
@click.argument("release", required=False)
@curated_option
@plain_errors
def verify(release: str | None, curated: Path) -> None:
    """Hash every byte of RELEASE, read its tables again and compare all with its manifest.

    RELEASE is a version or a release folder; the newest release where it is left out. Parquet readers take a flipped
    byte without a word; this does not.

    \b
    Examples:
      wireledger verify
      wireledger verify 1.0.0
      wireledger verify ~/Downloads/1.0.0-0a1b2c3d
    """
    from pipeline.publish.read import find_release
    from pipeline.publish.verify import verify as find_damage

    folder = find_release(curated, release)
    damage = find_damage(folder)
    for line in damage:
        say(line)
    if damage:
        raise CheckFailedError(f"{folder} is not what was published: {len(damage)} faults")
    click.echo(f"{folder} is what was published")
