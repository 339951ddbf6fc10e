"""How a step ends where it meets what a person can mend: with one line, as in the command, and not with a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipeline.corrections import CorrectionsError
from pipeline.intake.errors import IntakeError
from pipeline.publish.errors import PublishError
from pipeline.run import TooManyRefusedError
from schemas.structure import StructureError


@contextmanager
def in_one_line() -> Iterator[None]:
    """Turn the errors that the stages announce into Dagster's failure of the step."""
    try:
        yield
    except (CorrectionsError, IntakeError, PublishError, StructureError, TooManyRefusedError) as error:
        raise dg.Failure(str(error), allow_retries=False) from error
