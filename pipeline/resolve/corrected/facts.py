"""Corrections to facts: a column set, a row dropped, a row added with its evidence. Ids stay the source words' own.

Roles are corrected before people are told apart, so that a corrected state or title counts as evidence of who is who.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from pipeline.corrections.desk import Desk, Picked, Row
from pipeline.corrections.model import Correction
from pipeline.extract.facts import Event, Role, TradeFigure
from pipeline.resolve.identity import ArticleRole
from pipeline.resolve.repeats import id_words
from pipeline.resolve.settled import Named, SettledFacts
from pipeline.resolve.source import Source
from pipeline.text.ids import stable_id

Fact = TypeVar("Fact", Event, Role, TradeFigure)

_IDS = {"events": "event_id", "trade_figures": "figure_id", "official_roles": "role_id"}
_RULE = "correction"
_QUOTED = {"events": "date_text", "trade_figures": "value_text", "official_roles": "name_text"}
"""Words of an added row that must stand in its evidence."""
_EVENT = {
    "date_precision": "day",
    "date_method": "explicit",
    "status": "occurred",
    "source_country": None,
    "target_country": None,
    "countries": (),
    "location": None,
    "participants": (),
}
_FIGURE = {
    **dict.fromkeys(("value_high", "per", "alternate_value", "alternate_unit", "qualifier", "direction"), None),
    **dict.fromkeys(("commodity", "commodity_hs", "exporter", "importer", "period_text", "period_start"), None),
    **dict.fromkeys(("period_end", "baseline_text"), None),
    "approximate": False,
    "countries": (),
    "status": "actual",
}
_ROLE = {"organization": None, "country": None, "status": "current"}


def corrected_facts(facts: SettledFacts, sources: Sequence[Source], desk: Desk) -> SettledFacts:
    """`facts` with the corrections of their tables."""
    by_id = {source.article_id: source for source in sources}
    return SettledFacts(
        events=_corrected("events", facts.events, by_id, desk, Event, _EVENT),
        figures=_corrected("trade_figures", facts.figures, by_id, desk, TradeFigure, _FIGURE),
        roles=_corrected("official_roles", facts.roles, by_id, desk, Role, _ROLE),
    )


def corrected_roles(stated: Sequence[ArticleRole], before: SettledFacts, after: SettledFacts) -> list[ArticleRole]:
    """`stated`, the roles of all articles, as the corrected rows have them: set, dropped and added ones alike."""
    if before.roles is after.roles:
        return list(stated)
    kept = {named.fact_id: named for named in after.roles}
    told = {named.fact_id for named in before.roles}
    changed = {
        _words(named.source.article_id, named.fact): kept.get(named.fact_id)
        for named in before.roles
        if named.fact_id not in kept or kept[named.fact_id].fact is not named.fact
    }
    found = []
    for item in stated:
        words = _words(item.article_id, item.role)
        if words not in changed:
            found.append(item)
        elif (named := changed[words]) is not None:
            found.append(replace(item, role=_as_set(item.role, named.fact)))
    added = [named for named in after.roles if named.fact_id not in told]
    found += [ArticleRole(n.source.article_id, n.source.extraction.masthead.published_on, n.fact) for n in added]
    return found


def _words(article_id: str, role: Role) -> tuple[str, ...]:
    """What tells a role from the others of its article, wherever it is told."""
    return article_id, role.person, role.name_text, role.title, role.status


def _as_set(role: Role, corrected: Role) -> Role:
    names = ("name_text", "title", "organization", "country", "status")
    return replace(role, **{name: getattr(corrected, name) for name in names})


# ---------------------------------------------------------------------------------------------- rows


def _corrected(
    table: str,
    named: list[Named[Fact]],
    sources: Mapping[str, Source],
    desk: Desk,
    kind: type[Fact],
    defaults: Mapping[str, object],
) -> list[Named[Fact]]:
    corrections = desk.of(table)
    if not corrections:
        return named
    rows = {item.fact_id: _row(table, item) for item in named}
    facts = {item.fact_id: item for item in named}
    for picked in desk.pick([entry for entry in corrections if entry.action != "add"], rows):
        _apply(table, picked, facts, desk)
    for picked in desk.pick(desk.of(table, "add"), _article_rows(sources)):
        added = _added(table, picked, sources, facts, desk, kind, defaults)
        if added is not None:
            facts[added.fact_id] = added
            desk.touch(picked.correction, table, added.fact_id)
    order = {article_id: number for number, article_id in enumerate(sources)}
    return sorted(facts.values(), key=lambda item: (order[item.source.article_id], item.fact.char_start))


def _row(table: str, item: Named[Fact]) -> Row:
    """The row of a fact, as far as corrections may name it."""
    row: dict[str, object] = {field.name: getattr(item.fact, field.name) for field in fields(item.fact)}
    return {**row, **_article(item.source), _IDS[table]: item.fact_id}


def _article(source: Source) -> dict[str, object]:
    article = source.article
    return {
        "article_id": article.article_id,
        "source_path": article.source_path,
        "record_key": article.record_key,
    }


def _article_rows(sources: Mapping[str, Source]) -> dict[str, Row]:
    return {article_id: _article(source) for article_id, source in sources.items()}


def _apply(table: str, picked: Picked, facts: dict[str, Named[Fact]], desk: Desk) -> None:
    correction = picked.correction
    for fact_id in picked.ids:
        item = facts[fact_id]
        if correction.action == "drop":
            desk.drop(correction, fact_id, item.source.article.source_path)
            del facts[fact_id]
            continue
        changes: dict[str, Any] = {name: _plain(name, value) for name, value in correction.set.items()}
        facts[fact_id] = replace(item, fact=replace(item.fact, **changes))
        desk.touch(correction, table, fact_id)


def _plain(name: str, value: object) -> object:
    return tuple(value or ()) if name == "countries" and isinstance(value, tuple | None) else value


# ---------------------------------------------------------------------------------------------- added rows


def _added(
    table: str,
    picked: Picked,
    sources: Mapping[str, Source],
    facts: Mapping[str, Named[Fact]],
    desk: Desk,
    kind: type[Fact],
    defaults: Mapping[str, object],
) -> Named[Fact] | None:
    """The row that the correction adds to its article; None where it cannot stand there, which is told."""
    correction, source = picked.correction, sources[picked.ids[0]]
    place = _place(source, correction)
    quoted = str(correction.set[_QUOTED[table]])
    if place is None:
        desk.skip(
            correction, "correction_failed", "its evidence stands in no paragraph of the article, letter by letter"
        )
        return None
    if unicodedata.normalize("NFC", quoted) not in unicodedata.normalize("NFC", place["evidence"]):
        desk.skip(correction, "correction_failed", f"{_QUOTED[table]} {quoted!r} does not stand in its evidence")
        return None
    values: dict[str, Any] = {**defaults, **correction.set, **place, "rule": _RULE}
    values = {name: _plain(name, value) for name, value in values.items()}
    if kind is Role:
        values["person"] = _person(source, quoted)
    fact = kind(**values)
    fact_id = stable_id(table, source.article_id, fact.evidence, *id_words(fact), 0)
    if fact_id in facts:
        desk.skip(correction, "correction_contradicts", "the row is there already: set its columns instead")
        return None
    return Named(source, fact_id, fact)


def _place(source: Source, correction: Correction) -> dict[str, Any] | None:
    """Where the evidence stands: its paragraph, its offsets, its words as the article has them."""
    evidence = str(correction.set["evidence"])
    page = source.extraction.page
    for wanted in dict.fromkeys((evidence, unicodedata.normalize("NFD", evidence))):
        start = page.text.find(wanted)
        end = start + len(wanted)
        for paragraph in page.paragraphs if start >= 0 else ():
            if paragraph.char_start <= start and end <= paragraph.char_end:
                return {"paragraph": paragraph.position, "char_start": start, "char_end": end, "evidence": wanted}
    return None


def _person(source: Source, name_text: str) -> str:
    """The person of the article whom `name_text` names, else a person of that name."""
    known = {mention.text: mention.person for mention in source.extraction.people}
    return known.get(name_text, name_text)
