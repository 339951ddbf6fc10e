"""The compiled core finds what the plain one finds, and passes the tests of the plain one."""

import os
import subprocess
import sys
from pathlib import Path

import compile_core
import pytest

from pipeline.fingerprint import ROOT

HERE = Path(__file__).parent
QUALITY = HERE.parent / "quality"


@pytest.fixture
def compiled() -> Path:
    if not compile_core.has_compiler():
        pytest.skip("no C compiler")
    assert compile_core.main() == 0
    return compile_core.TARGET


def run(packages: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What Python does with `packages` ahead of everything else."""
    environment = os.environ | {"PYTHONPATH": str(packages)}
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.slow
def test_it_finds_what_the_plain_core_finds(compiled: Path) -> None:
    folders = [str(QUALITY / name / "articles") for name in ("dev", "mixed", "wires")]
    plain = run(ROOT, str(HERE / "read_articles.py"), *folders)
    fast = run(compiled, str(HERE / "read_articles.py"), *folders)
    assert (plain.returncode, plain.stderr) == (0, "")
    assert (fast.returncode, fast.stderr) == (0, "")
    read_by, *found = plain.stdout.splitlines()
    read_fast_by, *found_fast = fast.stdout.splitlines()
    assert read_by.endswith("article.py")
    assert read_fast_by.endswith(".so")
    assert len(found) > 1000
    assert found_fast == found


@pytest.mark.slow
def test_it_passes_the_tests_of_the_extractors(compiled: Path) -> None:
    options = ["-q", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow and not plain"]
    result = run(compiled, "-m", "pytest", *options, "tests/text", "tests/extract")
    assert result.returncode == 0, result.stdout[-4000:]


@pytest.mark.slow
def test_the_command_says_which_core_it_runs(compiled: Path) -> None:
    command = ("-m", "pipeline.cli", "--version")
    assert run(compiled, *command).stdout.endswith(" (compiled core)\n")
    assert "compiled" not in run(ROOT, *command).stdout


@pytest.mark.slow
def test_it_is_built_once_for_the_same_sources(compiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_core.main() == 0
    assert capsys.readouterr().out == "the compiled core in build/compiled is up to date\n"


def test_without_a_compiler_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.setattr(compile_core, "TARGET", tmp_path / "build" / "compiled")
    monkeypatch.setattr(compile_core, "_STAMP", tmp_path / "build" / "compiled" / "made_of")
    assert compile_core.main() == compile_core.NO_COMPILER
    assert "no C compiler" in capsys.readouterr().err
    assert not (tmp_path / "build" / "compiled").exists()
