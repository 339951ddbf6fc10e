"""Corrections to paragraphs: what kind one is, before anything is read of it; and what it repeats."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from rapidfuzz import fuzz

from pipeline.corrections.desk import Desk, Row, fits
from pipeline.corrections.model import Correction
from pipeline.dedup.corpus import Place, Repeat, Repeats
from pipeline.intake.source import SourceArticle
from pipeline.resolve.source import Source, paragraph_ids
from pipeline.text.page import PARAGRAPH_KINDS, Page, ParagraphKind
from pipeline.text.paragraphs import read_page

_OF_ARTICLE = ("article_id", "source_path", "record_key")

Kinds = Mapping[str, Mapping[int, ParagraphKind]]
"""Article id to the kinds that corrections give its paragraphs, by position."""


def corrected_kinds(articles: Sequence[SourceArticle], desk: Desk) -> Kinds:
    """The kinds of paragraphs that corrections set; each acts before the page is read for facts."""
    corrections = [entry for entry in desk.of("paragraphs") if "kind" in entry.set]
    rows: dict[str, Row] = {}
    places: dict[str, Place] = {}
    for article in articles if corrections else ():
        if not any(_may_mean(entry, article) for entry in corrections):
            continue
        page = read_page(article.text)
        ids = paragraph_ids(article.article_id, page)
        for paragraph_id, row in zip(ids, _paragraph_rows(article, page, ids), strict=True):
            rows[paragraph_id] = row
            places[paragraph_id] = (article.article_id, int(str(row["position"])))
    kinds: dict[str, dict[int, ParagraphKind]] = {}
    for picked in desk.pick(corrections, rows):
        for paragraph_id in picked.ids:
            article_id, position = places[paragraph_id]
            kinds.setdefault(article_id, {})[position] = _kind(picked.correction)
            desk.touch(picked.correction, "paragraphs", paragraph_id)
    return kinds


def _kind(correction: Correction) -> ParagraphKind:
    kind = str(correction.set["kind"])
    assert kind in PARAGRAPH_KINDS, "the column's codes are these"
    return cast(ParagraphKind, kind)


def corrected_repeats(repeats: Repeats, sources: Sequence[Source], desk: Desk) -> Repeats:
    """`repeats` as the corrections of `duplicate_of` have them."""
    corrections = [entry for entry in desk.of("paragraphs") if "duplicate_of" in entry.set]
    if not corrections:
        return repeats
    places = {
        paragraph_id: (source.article_id, position)
        for source in sources
        for position, paragraph_id in enumerate(source.paragraph_ids)
    }
    texts = {
        (source.article_id, paragraph.position): paragraph.text
        for source in sources
        for paragraph in source.extraction.page.paragraphs
    }
    changed = Repeats(dict(repeats.duplicate_of), dict(repeats.article_of))
    for picked in desk.pick(corrections, _repeat_rows(repeats, sources)):
        target = picked.correction.set["duplicate_of"]
        first = None if target is None else places.get(str(target))
        if target is not None and first is None:
            desk.skip(picked.correction, "correction_failed", f"there is no paragraph {target}")
            continue
        for paragraph_id in picked.ids:
            _repeat(changed, places[paragraph_id], first, texts)
            desk.touch(picked.correction, "paragraphs", paragraph_id)
    return changed


def _repeat(repeats: Repeats, place: Place, first: Place | None, texts: Mapping[Place, str]) -> None:
    """Let the paragraph at `place` repeat that at `first`, or its first occurrence; with None let it repeat none."""
    if first is None:
        repeats.duplicate_of.pop(place, None)
        repeats.article_of.pop(place[0], None)
        return
    known = repeats.duplicate_of.get(first)
    home = (known.article_id, known.position) if known is not None else first
    if home == place:
        return
    alike = fuzz.ratio(texts[place], texts[home]) / 100
    kind = "exact" if texts[place] == texts[home] else "near"
    repeats.duplicate_of[place] = Repeat(home[0], home[1], kind, round(alike, 4), "correction")
    for other, repeat in list(repeats.duplicate_of.items()):
        if (repeat.article_id, repeat.position) == place:
            # what repeated this one repeats its first occurrence
            repeats.duplicate_of[other] = replace(repeat, article_id=home[0], position=home[1], kind="near")


def _may_mean(entry: Correction, article: SourceArticle) -> bool:
    known = {column: getattr(article, column) for column in _OF_ARTICLE}
    return fits({column: value for column, value in entry.match.items() if column in known}, known, any_of=True)


def _paragraph_rows(article: SourceArticle, page: Page, ids: Sequence[str]) -> list[Row]:
    known = {column: getattr(article, column) for column in _OF_ARTICLE}
    return [
        {**known, "paragraph_id": ids[p.position], "position": p.position, "text": p.text, "kind": p.kind}
        for p in page.paragraphs
    ]


def _repeat_rows(repeats: Repeats, sources: Sequence[Source]) -> dict[str, Row]:
    ids = {source.article_id: source.paragraph_ids for source in sources}
    rows: dict[str, Row] = {}
    for source in sources:
        for row in _paragraph_rows(source.article, source.extraction.page, source.paragraph_ids):
            repeat = repeats.duplicate_of.get((source.article_id, int(str(row["position"]))))
            rows[str(row["paragraph_id"])] = {
                **row,
                "duplicate_of": ids[repeat.article_id][repeat.position] if repeat else None,
                "duplicate_kind": repeat.kind if repeat else None,
            }
    return rows
