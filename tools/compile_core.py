"""Builds the compiled core: what reads an article (`pipeline.text` and `pipeline.extract`) made C extensions by mypyc.

    python tools/compile_core.py [--profiled]

build/compiled gets a copy of the packages with the extensions beside their sources: with that folder first on
PYTHONPATH they are what is imported. They are compiled again only where modules, mypy or Python are others than at the
last time; that takes some minutes and a C compiler. Where there is none nothing is built, and the exit code is 3.
With --profiled they are compiled twice: the second time by what the first ones did while they read the sample articles
of data/raw, which takes twice as long and makes them faster by a tenth. Only gcc is asked for that.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

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
"""Calls between modules that nobody can redirect are direct, which saves 4 % of the time."""
_RECORD = ("-fprofile-generate", "-fprofile-update=single")
_USE = ("-fprofile-use", "-fprofile-partial-training", "-Wno-missing-profile", "-Wno-coverage-mismatch")
"""What gcc needs to record what is called how often, and to compile by the record; what it does not hold is compiled
as without one."""
_PROFILED = " profiled"
"""Behind the digest in the stamp of extensions that were compiled by a record."""
_SAMPLE = ROOT / "data" / "raw"
_ROUNDS = 20


def main(profiled: bool = False) -> int:
    """Build what has changed, one process at a time; `profiled` asks for extensions compiled by a record."""
    TARGET.parent.mkdir(exist_ok=True)
    with (TARGET.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return build(profiled and has_compiler() and is_gcc())


def build(profiled: bool) -> int:
    """Build what has changed; say in one line what was done. Where extensions compiled by a record are there already,
    they do for those without."""
    made_of = digest()
    told = _STAMP.read_text() if _STAMP.exists() else ""
    current = told == made_of + _PROFILED or (told == made_of and not profiled)
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
    run_here("run_mypyc", str(profiled))
    _STAMP.write_text(made_of + (_PROFILED if profiled else ""))
    return 0


def has_compiler() -> bool:
    """Whether the C compiler is there with which Python's extensions are built."""
    return bool(_compiler()) and shutil.which(_compiler()[0]) is not None


def is_gcc() -> bool:
    """Whether that compiler is GNU's: others record in other ways."""
    told = subprocess.run([*_compiler(), "--version"], capture_output=True, text=True).stdout
    return "Free Software Foundation" in told


def _compiler() -> list[str]:
    return (os.environ.get("CC") or sysconfig.get_config_var("CC") or "").split()


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


def run_here(function: str, argument: str = "", packages: Path | None = None) -> None:
    """Run one of this module's functions in the scratch folder, in a process of its own that imports `packages`."""
    path = os.pathsep.join(map(str, filter(None, (packages, Path(__file__).parent))))
    command = [sys.executable, "-P", "-W", "ignore", "-c", f"import compile_core; compile_core.{function}({argument})"]
    result = subprocess.run(command, cwd=SCRATCH, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{result.stdout[-2000:]}{result.stderr[-2000:]}\nthe core does not compile")


def run_mypyc(profiled: bool) -> None:
    """Compile, from the scratch folder: the names of modules are their paths from where it runs."""
    from mypyc.build import mypycify

    options = ["--config-file", str(ROOT / "pyproject.toml")]
    files = [str(path.relative_to(SCRATCH)) for path in modules(SCRATCH, CORE)]
    extensions = mypycify([*options, *files], opt_level=_OPTIMIZE, debug_level="0", multi_file=True)
    compile_with(extensions, _RECORD if profiled else ())
    if profiled:
        for record in SCRATCH.rglob("*.gcda"):
            record.unlink()
        run_here("read_sample", packages=TARGET)
        compile_with(extensions, _USE)


def compile_with(extensions: list[Any], flags: Iterable[str]) -> None:
    """Make the extensions and put them into the target; files are compiled as many at a time as there are cores."""
    from setuptools import setup
    from setuptools.command.build_ext import build_ext

    class InParallel(build_ext):  # type: ignore[misc]  # setuptools tells no types
        def build_extensions(self) -> None:
            compile_all = self.compiler.compile

            def compile_each(sources: list[str], **options: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    return list(chain(*pool.map(lambda source: compile_all([source], **options), sources)))

            self.compiler.compile = compile_each
            super().build_extensions()

    for extension in extensions:
        if os.name == "posix":
            kept = [flag for flag in extension.extra_compile_args if flag not in (*_FLAGS, *_RECORD, *_USE)]
            extension.extra_compile_args = [*kept, *_FLAGS, *flags]
            extension.extra_link_args = list(flags)
    arguments = ["build_ext", "--force", "--build-lib", str(TARGET)]
    setup(name="core", packages=[], ext_modules=extensions, script_args=arguments, cmdclass={"build_ext": InParallel})


def read_sample() -> None:
    """Read the sample articles some times, with what has been compiled to record what is called."""
    from pipeline.extract import extract_article
    from pipeline.intake.source import Metadata, SourceArticle

    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(_SAMPLE.rglob("*.txt"))]
    articles = [SourceArticle("", "", None, "utf-8", text, "", Metadata()) for text in texts]
    for _ in range(_ROUNDS):
        for article in articles:
            extract_article(article)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the compiled core.")
    parser.add_argument("--profiled", action="store_true", help="compile by a record of what is called")
    sys.exit(main(parser.parse_args().profiled))
