"""How well a release agrees with labelled articles: precision, recall and F1 for each table and field.

The measure is that of DATASETS, "Labels": a label and a row are paired one to one where their key fields agree, and
the pairing that finds the most required labels counts. Nothing here changes a row, and nothing upstream reads it.
"""

from pipeline.evaluate.dates import evaluate_dates
from pipeline.evaluate.evaluation import Evaluation, evaluate
from pipeline.evaluate.labels import LabelError, labels_beside, read_label_file, read_labels
from pipeline.evaluate.tally import Finding, Tally

__all__ = [
    "Evaluation",
    "Finding",
    "LabelError",
    "Tally",
    "evaluate",
    "evaluate_dates",
    "labels_beside",
    "read_label_file",
    "read_labels",
]
