"""The Makefile in a fresh checkout, with an interpreter that notes down what it is asked for instead of installing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INTERPRETER = """\
#!/bin/sh
echo "$@" >> "{log}"
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
fi
{also}
"""


class Checkout:
    """A fresh checkout with `make` in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "asked.log"
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, folder / name)
        self.set_interpreter()

    def set_interpreter(self, also: str = "") -> None:
        """The stand-in for Python; `also` is what it does besides noting down its arguments."""
        path = self.folder / "python"
        path.write_text(INTERPRETER.format(log=self.log, also=also))
        path.chmod(0o755)

    def make(self, *arguments: str, python: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run make; the environment is that of the tests without make's own variables."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
        chosen = f"PYTHON={self.folder / 'python' if python is None else python}"
        return subprocess.run(
            ["make", chosen, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True
        )

    def asked(self) -> list[str]:
        """What the interpreter was asked for since the last call."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


def test_without_a_target_it_lists_those_that_there_are(checkout):
    result = checkout.make()
    assert result.returncode == 0
    for target in ("publish", "ui", "test", "test-all", "clean"):
        assert f"  make {target} " in result.stdout
    assert checkout.asked() == []


def test_publish_makes_the_environment_installs_and_publishes(checkout):
    assert checkout.make("publish").returncode == 0
    made, installed, published = checkout.asked()
    assert made == "-m venv .venv"
    assert installed.startswith("-m pip install")
    assert installed.endswith("--editable .")
    assert published == "-m pipeline.cli publish --raw data/raw --curated data/curated"


def test_a_second_time_it_only_publishes(checkout):
    checkout.make("publish")
    checkout.asked()
    checkout.make("publish", "RAW=elsewhere")
    assert checkout.asked() == ["-m pipeline.cli publish --raw elsewhere --curated data/curated"]


def test_it_installs_again_when_the_dependencies_may_have_changed(checkout):
    checkout.make("publish")
    checkout.asked()
    later = (checkout.folder / ".venv" / ".run").stat().st_mtime + 10
    os.utime(checkout.folder / "pyproject.toml", (later, later))
    checkout.make("publish")
    assert [line.split()[1] for line in checkout.asked()] == ["pip", "pipeline.cli"]


def test_an_installation_that_was_cut_short_is_made_up_for(checkout):
    checkout.set_interpreter('[ "$2" != pip ]')
    assert checkout.make("publish").returncode != 0
    assert not any(line.startswith("-m pipeline.cli") for line in checkout.asked())
    (checkout.folder / ".venv" / "bin" / "python").unlink()
    checkout.set_interpreter()
    assert checkout.make("publish").returncode == 0


def test_tests_install_what_they_need_and_leave_slow_ones_out(checkout):
    (checkout.folder / "lint-imports").write_text("#!/bin/sh\n")
    (checkout.folder / "lint-imports").chmod(0o755)
    checkout.set_interpreter(f'[ "$2" = venv ] && cp "{checkout.folder}/lint-imports" "$3/bin/"; true')
    result = checkout.make("test")
    assert result.returncode == 0, result.stderr
    asked = checkout.asked()
    assert any(line.endswith("--editable .[dev]") for line in asked)
    assert [line.split()[1] for line in asked[-4:]] == ["ruff", "ruff", "mypy", "pytest"]
    assert asked[-1] == "-m pytest -n 2 -m not slow and not ui"


def test_the_compiled_core_needs_what_the_tests_need(checkout):
    assert checkout.make("compile").returncode == 0
    asked = checkout.asked()
    assert any(line.endswith("--editable .[dev]") for line in asked)
    assert asked[-1] == "tools/compile_core.py --profiled"


def test_a_machine_without_python_is_told_what_is_missing(checkout):
    result = checkout.make("publish", python="")
    assert result.returncode != 0
    assert "Python 3.11 or newer" in result.stderr
    assert not (checkout.folder / ".venv").exists()


def test_clean_keeps_releases(checkout):
    checkout.make("publish")
    release = checkout.folder / "data" / "curated" / "releases"
    release.mkdir(parents=True)
    for name in ("pipeline", "schemas", "tests", "build"):
        (checkout.folder / name).mkdir()
    assert checkout.make("clean").returncode == 0
    assert release.exists()
    assert not (checkout.folder / ".venv").exists()
    assert not (checkout.folder / "build").exists()


def test_the_continuous_integration_runs_everything_and_reads_nothing():
    script = (ROOT / ".ci" / "run").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert script.splitlines()[-1] == "exec make test-all < /dev/null"
