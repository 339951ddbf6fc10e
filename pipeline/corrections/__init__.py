"""What people set right: corrections as YAML files, each applied at the stage that makes its column.

A correction says which rows it means, what it does to them, why, and what the rows say without it; once they no longer
say that, it is left out and told. What becomes of facts, people and occurrences is done in `resolve`, by the desk here.
"""

from pipeline.corrections.desk import Desk
from pipeline.corrections.errors import CorrectionLeftOutError, CorrectionsError
from pipeline.corrections.model import Correction
from pipeline.corrections.read import corrections_beside, read_corrections

__all__ = ["Correction", "CorrectionLeftOutError", "CorrectionsError", "Desk", "corrections_beside", "read_corrections"]
