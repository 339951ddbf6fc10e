"""The code location as Dagster's own tools load it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("command", [["dg", "check", "defs"], ["dagster", "definitions", "validate"]], ids=" ".join)
def test_the_definitions_are_valid(command, tmp_path):
    (tmp_path / "dagster.yaml").write_text((ROOT / "dagster.yaml").read_text())
    program = Path(sys.executable).parent / command[0]
    environment = os.environ | {"DAGSTER_HOME": str(tmp_path), "VIRTUAL_ENV": str(program.parents[1])}
    result = subprocess.run([program, *command[1:]], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_loading_brings_in_nothing_that_only_runs_need():
    heavy = ("trafilatura", "dask", "playwright", "matplotlib")
    code = f"import sys, pipeline.definitions; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT).returncode == 0
