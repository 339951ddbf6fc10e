"""Builds the compiled core: what reads an article (`pipeline.text` and `pipeline.extract`) made C extensions by mypyc.

    python tools/compile_core.py

build/compiled gets a copy of the packages with the extensions beside their sources: with that folder first on
PYTHONPATH they are what is imported. They are compiled again only where modules, mypy or Python are others than at the
last time; that takes some minutes and a C compiler. Where there is none nothing is built, and the exit code is 3.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "compiled"
SCRATCH = ROOT / "build" / "core"
"""Modules as mypyc gets them, and the C made of them."""
PACKAGES = ("pipeline", "schemas")
CORE = ("pipeline/text", "pipeline/extract")
NO_COMPILER = 3
_KNOWN = ("pipeline/lexicon", "pipeline/intake", "pipeline/values.py", "tools")
"""What the C depends on besides the core's own modules: the types that these import, and how it is made."""
_STAMP = TARGET / "made_of"
_OPTIMIZE = "1"
"""What gcc calls -O: higher levels take longer and make nothing that is faster here."""
_FLAGS = ("-fvisibility=hidden", "-fno-plt")
"""Calls between modules that nobody can redirect are direct, which saves 4 % of the time; a profile of what is called
(-fprofile-use) would save 2 % more and make the build thrice as long."""


def main() -> int:
    """Build what has changed, one process at a time."""
    TARGET.parent.mkdir(exist_ok=True)
    with (TARGET.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return build()


def build() -> int:
    """Build what has changed; say in one line what was done."""
    made_of = digest()
    current = _STAMP.exists() and _STAMP.read_text() == made_of
    if not current and not has_compiler():
        print(
            "the compiled core is not built: there is no C compiler (on Debian: apt-get install gcc)", file=sys.stderr
        )
        return NO_COMPILER
    if not current:
        shutil.rmtree(TARGET, ignore_errors=True)
    lay_out(TARGET)  # lexicons change more often than modules
    if current:
        print("the compiled core in build/compiled is up to date")
        return 0
    print("building the compiled core in build/compiled (some minutes)", flush=True)
    lay_out(SCRATCH)
    spell_out()
    compile_core()
    _STAMP.write_text(made_of)
    return 0


def has_compiler() -> bool:
    """Whether the C compiler is there with which Python's extensions are built."""
    command = os.environ.get("CC") or sysconfig.get_config_var("CC") or ""
    return bool(command) and shutil.which(command.split()[0]) is not None


def digest() -> str:
    """The digest of all that the extensions are made of and with."""
    found = hashlib.sha256(f"{sys.version} mypy {version('mypy')} -O{_OPTIMIZE} {_FLAGS}".encode())
    for path in modules(ROOT, (*CORE, *_KNOWN)):
        found.update(f"{path.relative_to(ROOT)}\x1f{hashlib.sha256(path.read_bytes()).hexdigest()}\x1e".encode())
    return found.hexdigest()


def modules(root: Path, names: Iterable[str]) -> list[Path]:
    """The modules that have these names below `root`, or lie in folders that have them."""
    found = [
        path for name in names for path in ((root / name).rglob("*.py") if (root / name).is_dir() else [root / name])
    ]
    return sorted(found)


def lay_out(folder: Path) -> None:
    """Make the packages of `folder` those of the checkout; extensions that lie among them stay."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        for path in (folder / name).rglob("*"):
            if path.is_file() and path.suffix != ".so" and not (ROOT / path.relative_to(folder)).exists():
                path.unlink()


def spell_out() -> None:
    """Tell mypyc in the scratch folder's modules what it cannot know by itself."""
    from spelled_out import Sources

    sources = Sources(ROOT)
    for file in modules(ROOT, CORE):
        (SCRATCH / file.relative_to(ROOT)).write_text(sources.spelled_out(file), encoding="utf-8")


def compile_core() -> None:
    """Make C extensions of the scratch folder's core and put them into the target."""
    command = [sys.executable, "-W", "ignore", "-c", "from compile_core import run_mypyc; run_mypyc()"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    result = subprocess.run(command, cwd=SCRATCH, env=environment, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{result.stdout[-2000:]}{result.stderr[-2000:]}\nthe core does not compile")


def run_mypyc() -> None:
    """Compile, from the scratch folder: the names of modules are their paths from where it runs."""
    from mypyc.build import mypycify
    from setuptools import setup

    options = ["--config-file", str(ROOT / "pyproject.toml")]
    files = [str(path.relative_to(SCRATCH)) for path in modules(SCRATCH, CORE)]
    extensions = mypycify([*options, *files], opt_level=_OPTIMIZE, debug_level="0", multi_file=True)
    if os.name == "posix":
        for extension in extensions:
            extension.extra_compile_args.extend(_FLAGS)
    setup(name="core", packages=[], ext_modules=extensions, script_args=["build_ext", "--build-lib", str(TARGET)])


if __name__ == "__main__":
    sys.exit(main())
