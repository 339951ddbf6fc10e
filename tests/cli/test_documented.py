"""A command or option that nobody wrote about does not exist for its users."""

from pathlib import Path

import click
import pytest

from pipeline.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SHARED = {"--raw", "--curated", "--help", "--version"}


def section(name):
    return COMMANDS.partition(f"\n## wireledger {name}")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", main.commands)
def test_every_command_is_in_the_readme_and_has_its_section(name):
    assert f"| `wireledger {name}` |" in README
    assert section(name)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option)
        for name, command in main.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ],
)
def test_every_option_is_explained(name, option):
    text = COMMANDS if option in SHARED else section(name)
    assert f"`{option}" in text


@pytest.mark.parametrize("name", main.commands)
def test_every_command_shows_examples_and_exit_codes(name):
    help_text = main.commands[name].get_help(click.Context(main.commands[name], info_name=name))
    assert "Examples:" in help_text
    assert f"wireledger {name}" in help_text
    assert "Exit codes:" in help_text


def test_no_section_is_about_a_command_that_is_gone():
    named = [line.split()[2] for line in COMMANDS.splitlines() if line.startswith("## wireledger ")]
    assert sorted(named) == sorted(main.commands)


def test_every_make_target_of_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in README.splitlines():
        if line.startswith("make "):
            assert f"\n{line.split()[1]}:" in makefile
