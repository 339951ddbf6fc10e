"""Our measure beside the reference script, on published releases. Runs where the script lies beside the repository."""

import importlib.util
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.evaluate import evaluate, read_labels
from pipeline.publish.read import read_tables
from pipeline.run import refresh

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
FOLDERS = {
    "sample": (ROOT / "data" / "raw", HERE / "sample"),
    "shared": (SHARED / "corpus", SHARED / "gold"),
}

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="no reference script beside the repository")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FOLDERS)
def test_the_figures_are_those_of_the_reference(reference: ModuleType, name: str) -> None:
    raw, gold = FOLDERS[name]
    with tempfile.TemporaryDirectory() as curated:
        release = refresh(raw, Path(curated)).path
        ours = evaluate(read_tables(release), read_labels(gold)).tallies
        theirs = reference.score(reference.load(release), gold)
    for measure, wanted in theirs.items():
        tally = ours[measure]
        assert (measure, tally.right, tally.extra, tally.missed) == (measure, wanted["tp"], wanted["fp"], wanted["fn"])
