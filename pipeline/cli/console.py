"""What the commands share: errors in one line with an exit code, progress on a terminal, where things are.

Results go to standard output; progress, warnings and errors go to standard error.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

CHECK_FAILED = 1
BAD_INPUT = 2
EXIT_CODES = "Exit codes: 0 all is well, 1 a check failed, 2 wrong usage or input that cannot be used."

P = ParamSpec("P")
T = TypeVar("T")

raw_option = click.option(
    "--raw",
    type=click.Path(path_type=Path),
    default=Path("data/raw"),
    show_default=True,
    envvar="WIRELEDGER_RAW",
    show_envvar=True,
    help="The folder that holds the articles.",
)
curated_option = click.option(
    "--curated",
    type=click.Path(path_type=Path),
    default=Path("data/curated"),
    show_default=True,
    envvar="WIRELEDGER_CURATED",
    show_envvar=True,
    help="The folder of the releases.",
)


corrections_option = click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    default=None,
    envvar="WIRELEDGER_CORRECTIONS",
    show_envvar=True,
    help="The folder of the corrections; else `corrections` beside the folder of the articles.",
)


class CheckFailedError(click.ClickException):
    """Something that was looked at is not as it should be."""

    exit_code = CHECK_FAILED


class BadInputError(click.ClickException):
    """What the command was given cannot be used."""

    exit_code = BAD_INPUT


def plain_errors(command: Callable[P, T]) -> Callable[P, T]:
    """Let `command` end with one clear line and an exit code where it meets what a user can mend."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            plain = _in_one_line(error)
            if plain is None:
                raise
            raise plain from error

    return guarded


def say(line: str) -> None:
    """A line beside the result, on standard error."""
    click.echo(line, err=True)


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None] | None]:
    """A callback (stage, done, total) that draws a bar for each stage; None where standard error is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:>12}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def _in_one_line(error: Exception) -> click.ClickException | None:
    """`error` as the user should see it, or None where only a developer can mend it."""
    from pipeline.corrections.errors import CorrectionLeftOutError, CorrectionsError
    from pipeline.intake.errors import IntakeError
    from pipeline.publish.errors import CommitTakenError, DamageError, PublishError
    from pipeline.run import TooManyRefusedError
    from schemas.structure import StructureError

    message = " ".join(str(error).split())
    if isinstance(
        error, StructureError | TooManyRefusedError | DamageError | CommitTakenError | CorrectionLeftOutError
    ):
        return CheckFailedError(message)
    if isinstance(error, IntakeError | CorrectionsError | PublishError | OSError):
        return BadInputError(message)
    return None
