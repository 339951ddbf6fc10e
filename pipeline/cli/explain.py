"""`wireledger explain`: why a row is as it is."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.console import (
    EXIT_CODES,
    BadInputError,
    corrections_option,
    curated_option,
    plain_errors,
    raw_option,
)

TABLES = {
    "event": ("events", "event_id"),
    "figure": ("trade_figures", "figure_id"),
    "role": ("official_roles", "role_id"),
}
REASONS = {
    "only_mention": "the only article that names this person with an office",
    "same_name": "the same name, the same state",
    "other_spelling": "the same name in another spelling, the same state",
    "like_name_and_office": "a name that differs by a letter or two, the same state and office",
    "name_left_out": "the name with words left out or as initials, the same state; no other name fits",
    "name_left_out_and_office": "the name without its end, the same state and office; no other name fits",
    "surname_and_office": "the surname, the same office, no other state; no other bearer fits",
}


@click.command(short_help="Why a row is as it is.", epilog=EXIT_CODES)
@click.argument("kind", type=click.Choice(["official", *TABLES]))
@click.argument("row_id", metavar="ID")
@click.option("--release", help="For facts: a version or a release folder.  [default: the newest release]")
@raw_option
@curated_option
@corrections_option
@plain_errors
def explain(kind: str, row_id: str, release: str | None, raw: Path, curated: Path, corrections: Path | None) -> None:
    """Say why the row with the id ID is as it is.

    For an official: every article that names the person, under which name, and why that is this person; taken from
    --raw, which must be the folder that the release was made from. For an event, a figure or a role: its rule, its
    evidence, what its dates were counted from, and the corrections that touched it.

    \b
    Examples:
      wireledger explain official dc69e07aef0e0bf2
      wireledger explain event cce481e3369d1750
    """
    lines = _official(row_id, raw, corrections) if kind == "official" else _fact(kind, row_id, release, curated)
    for line in lines:
        click.echo("".join(character if character.isprintable() else " " for character in line))


def _official(official_id: str, raw: Path, folder: Path | None) -> list[str]:
    from pipeline.corrections import Desk, corrections_beside, read_corrections
    from pipeline.corrections.articles import correct_articles
    from pipeline.resolve.corrected.pages import corrected_kinds
    from pipeline.resolve.tables import people_of
    from pipeline.run import extract, take_in

    desk = Desk(read_corrections(folder or corrections_beside(raw)))
    articles = correct_articles(take_in(raw).articles, desk)
    people = people_of(extract(articles, kinds=corrected_kinds(articles, desk)).articles, desk)
    person = next((person for person in people.people if person.official_id == official_id), None)
    if person is None:
        raise BadInputError(f"no official {official_id!r} in {raw}; ids stand in the table officials of a release")
    paths = {article.article_id: article.source_path for article in articles}
    also = f"; also {', '.join(person.aliases)}" if person.aliases else ""
    lines = [f"{person.name} ({person.official_id}), {person.country or 'no state known'}{also}"]
    for link in people.links:
        if link.official_id == official_id:
            why = REASONS.get(link.reason, "by a correction")
            lines.append(f"  {paths[link.article_id]}: {link.person}: {link.reason} ({why})")
    return lines


def _fact(kind: str, row_id: str, release: str | None, curated: Path) -> list[str]:
    from pipeline.publish.manifest import read_manifest
    from pipeline.publish.read import find_release, read_table

    table, id_column = TABLES[kind]
    folder = find_release(curated, release)
    manifest = read_manifest(folder)
    row = _row(read_table(folder, table, manifest), id_column, row_id)
    if row is None:
        raise BadInputError(f"no {kind} {row_id!r} in {folder}; ids stand in its table {table}")
    article = _row(read_table(folder, "articles", manifest), "article_id", row["article_id"]) or {}
    place = f"{row['source_path']}, characters {row['char_start']} to {row['char_end']}"
    lines = [f"{kind} {row_id}: rule {row['rule']}", f"  evidence: {row['evidence']}", f"  from: {place}"]
    lines += _dates(kind, row, article)
    if row["n_copies"]:
        lines.append(f"  copies: {row['n_copies']} other articles carry the paragraph")
    if row["corrected_by"]:
        lines.append(f"  corrected by: {row['corrected_by']}")
    return lines


def _dates(kind: str, row: dict[str, Any], article: dict[str, Any]) -> list[str]:
    """What the row's dates were read from."""
    published = article.get("published_on")
    known = "no publication date is known"
    if published is not None:
        evidence = article.get("published_on_evidence")
        known = f"published on {published} ({article['published_on_method']}{f': {evidence}' if evidence else ''})"
    if kind == "event":
        told = f"{row['date_text']!r} is {row['date_start']} to {row['date_end']}"
        return [f"  dates: {told} ({row['date_precision']}, {row['date_method']}); {known}"]
    if kind == "figure" and row["period_text"]:
        return [f"  period: {row['period_text']!r} is {row['period_start']} to {row['period_end']}; {known}"]
    return [f"  as of: {known}"]


def _row(table: Any, column: str, value: str) -> dict[str, Any] | None:
    keys = table[column].to_pylist()
    found: list[dict[str, Any]] = table.slice(keys.index(value), 1).to_pylist() if value in keys else []
    return found[0] if found else None
