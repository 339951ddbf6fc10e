"""What ends a run on account of its corrections."""


class CorrectionsError(Exception):
    """A file of corrections cannot be read as one: one line says where and why."""


class CorrectionLeftOutError(Exception):
    """With `--strict`: a correction was left out; one line says which and why."""
