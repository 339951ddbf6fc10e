"""Why intake stops or refuses: `IntakeError` ends the run, `Refused` becomes a row of quarantine."""


class IntakeError(Exception):
    """The raw folder cannot be read at all. Its text is one line for a person."""


class Refused(Exception):  # noqa: N818 - it is an outcome, not an error
    """A file or record that is not taken in."""

    def __init__(self, rule: str, reason: str, value: str | None = None) -> None:
        """`rule` is a short snake_case word, `reason` one line for a person, `value` the offending value."""
        super().__init__(reason)
        self.rule = rule
        self.reason = reason
        self.value = value
