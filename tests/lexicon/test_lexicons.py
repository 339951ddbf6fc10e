"""Every lexicon loads, says what its columns mean, is sorted and holds no row twice; its entries can be reached."""

from importlib.resources import files

import pytest

from pipeline.extract.actors import find_countries
from pipeline.extract.article import extract_article
from pipeline.extract.dates import find_dates
from pipeline.extract.dates.feasts import feast
from pipeline.extract.events.cast import cast_of
from pipeline.extract.events.general import general_triggers
from pipeline.extract.events.occasions import occasion_words
from pipeline.extract.events.tokens import tokenize, word_class
from pipeline.extract.events.triggers import find_triggers, no_event_phrase
from pipeline.extract.events.words import noun_forms, object_types, verb_forms
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.lexicon.countries import OTHER, code_of, country_codes
from pipeline.lexicon.table import header, rows
from pipeline.text.paragraphs import read_page

NAMES = sorted(
    path.name.removesuffix(".csv") for path in files("pipeline.lexicon").iterdir() if path.name.endswith(".csv")
)

PASTS = {v.entry.lemma: form for form, verbs in verb_forms().items() for v in verbs if v.form == "past"}
"""A verb's lemma to the head word of its past tense."""


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_loads_and_says_what_its_columns_mean(name: str) -> None:
    assert rows(name)
    explained = " ".join(header(name))
    assert explained
    for column in rows(name)[0]:
        assert column in explained, f"{name}.csv does not explain its column {column}"


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_is_sorted_and_holds_no_row_twice(name: str) -> None:
    found = [tuple(row.values()) for row in rows(name)]
    assert found == sorted(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "row",
    [row for row in rows("countries") if row["kind"] not in ("short", "other", "prefix")],
    ids=lambda r: r["form"],
)
def test_every_name_of_a_state_is_found_in_a_sentence(row: dict[str, str]) -> None:
    [mention] = find_countries(f"They praised {row['form']} again.")
    assert (mention.text, mention.code) == (row["form"], row["code"])


def test_every_place_is_found_in_a_sentence() -> None:
    for row in rows("places"):
        [mention] = find_countries(f"They met in {row['form']} again.")
        assert (mention.text, mention.code, mention.kind) == (row["form"], row["code"], "place")


def test_a_longer_name_hides_the_state_in_it() -> None:
    for row in rows("countries"):
        if row["kind"] == "other":
            assert row["code"] == OTHER
            assert find_countries(f"They sailed by the {row['form']} again.") == ()


def test_a_short_form_counts_only_where_the_state_is_named() -> None:
    assert find_countries("The North fired a rocket.") == ()
    assert [m.code for m in find_countries("North Korea spoke. The North fired a rocket.")] == ["PRK", "PRK"]
    assert [m.text for m in find_countries("The North Korean envoy left.")] == ["North Korean"]


@pytest.mark.parametrize("row", [row for row in rows("countries") if row["kind"] == "prefix"], ids=lambda r: r["form"])
def test_a_prefix_counts_only_ahead_of_a_hyphen(row: dict[str, str]) -> None:
    assert [m.code for m in find_countries(f"The {row['form']}-Chilean talks ended.")] == [row["code"], "CHL"]
    assert find_countries(f"Mr {row['form']} left.") == ()


@pytest.mark.parametrize("row", rows("joint_names"), ids=lambda r: r["form"])
def test_every_joint_name_means_its_states(row: dict[str, str]) -> None:
    page = read_page(f"They spoke of {row['form']} affairs again.\n")
    assert {actor.code for actor in cast_of(page, ()).actors} == set(row["codes"].split(";"))


@pytest.mark.parametrize("row", rows("talks_formats"), ids=lambda r: r["form"])
def test_every_format_of_talks_tells_who_takes_part(row: dict[str, str]) -> None:
    state = next(form["form"] for form in rows("countries") if (form["code"], form["kind"]) == (row["about"], "name"))
    text = f"A word on {state}.\n\nThe {row['form']} peace talks resumed on 3 May 2006.\n"
    [event] = extract_article(SourceArticle("a", "a.txt", None, "utf-8", text, "0" * 64, Metadata())).events
    assert set(event.countries) == set(row["codes"].split(";"))


def test_dollars_are_no_state() -> None:
    assert find_countries("Chile sold copper for US $40 million and U.S. $2.") == find_countries("Chile sold copper.")
    assert [m.text for m in find_countries("Chile paid the US $40 million.")] == ["Chile", "US"]


def test_codes_by_word() -> None:
    assert (code_of("russian"), code_of("Côte d’Ivoire"), code_of("nowhere")) == ("RUS", "CIV", None)
    assert {"PRK", "SUN", "EUE", "UNO"} <= country_codes()


@pytest.mark.parametrize("lexicon", ["countries", "former_states", "leaders", "organisations", "places"])
def test_every_code_of_a_lexicon_may_stand_in_a_table(lexicon: str) -> None:
    codes = {row.get("code") or OTHER for row in rows(lexicon)}
    assert codes - {OTHER} <= country_codes()


@pytest.mark.parametrize("row", rows("holidays"), ids=lambda r: r["form"])
def test_every_holiday_is_read(row: dict[str, str]) -> None:
    [mention] = find_dates(f"They met on {row['form']}, 2011.", None)
    assert (mention.date_start, mention.precision) == (feast(row["day"], 2011), "day")


def test_every_event_verb_is_reached_in_the_past_tense() -> None:
    for row in rows("event_verbs"):
        heads = {verb.entry.lemma for group in verb_forms().values() for verb in group if verb.form == "past"}
        assert row["lemma"] in heads


@pytest.mark.parametrize("row", [r for r in rows("event_verbs") if r["kind"] == "content"], ids=lambda r: r["lemma"])
def test_every_content_verb_is_a_trigger_behind_will(row: dict[str, str]) -> None:
    sentence = f"The minister will {row['lemma'].replace('_', 'it')} Riga on Monday."
    assert row["lemma"] in {trigger.lemma for trigger in find_triggers(sentence, tokenize(sentence))}


@pytest.mark.parametrize("row", rows("plain_verbs"), ids=lambda r: r["lemma"])
def test_every_plain_verb_has_its_type_where_it_is_finite(row: dict[str, str]) -> None:
    sentence = f"The minister will {row['lemma']} Riga on Monday."
    tokens = tokenize(sentence)
    assert not find_triggers(sentence, tokens)
    assert row["type"] in {trigger.event_type for trigger in general_triggers(sentence, tokens, ())}


@pytest.mark.parametrize("row", rows("event_nouns"), ids=lambda r: r["noun"])
def test_every_event_noun_is_a_trigger(row: dict[str, str]) -> None:
    sentence = f"It was after a {row['noun']} in Riga."
    assert row["noun"] in {trigger.lemma for trigger in find_triggers(sentence, tokenize(sentence))}
    assert any(entry.noun == row["noun"] for group in noun_forms().values() for _, entry in group)


@pytest.mark.parametrize("verb", sorted(object_types()))
def test_every_object_decides_the_type_of_its_verb(verb: str) -> None:
    for row in rows("event_objects"):
        if row["verb"] == verb:
            told = [_with_its_noun(row, noun) for noun in _nouns_of(row)]
            found = [{t.event_type for t in find_triggers(s, tokenize(s)) if t.lemma == verb} for s in told]
            assert {row["type"]} in found, told


def _with_its_noun(row: dict[str, str], noun: str) -> str:
    _, *rest = row["verb"].split()
    behind = " ".join([PASTS[row["verb"]], *rest])
    if row["role"] == "subject":
        return f"The {noun} {behind.replace('_', 'a')} there on Monday."
    return f"They {behind.replace('_', noun)} on Monday." if "_" in behind else f"They {behind} {noun} on Monday."


def _nouns_of(row: dict[str, str]) -> list[str]:
    """The nouns that a row of event_objects decides on: of a class those that no other row of the verb names."""
    if row["noun"] == "AMOUNT":
        return ["$5 million"]
    if row["noun"] == "NAME":
        return ["Smith"]
    if row["noun"] == "STATE":
        return ["Fiji"]
    if not row["noun"].isupper():
        return ["the " + row["noun"]] if row["role"] == "object" else [row["noun"]]
    alone = {
        other["noun"] for other in rows("event_objects") if (other["verb"], other["role"]) == (row["verb"], row["role"])
    }
    return [
        item["noun"] for item in rows("object_classes") if item["class"] == row["noun"] and item["noun"] not in alone
    ]


def test_no_two_classes_of_a_verb_decide_one_noun_differently() -> None:
    classes = {row["class"] for row in rows("object_classes")}
    classes_of: dict[str, set[str]] = {}
    for row in rows("object_classes"):
        classes_of.setdefault(row["noun"], set()).add(row["class"])
    for verb, types in object_types().items():
        for chosen in (types.objects, types.subjects):
            assert {noun for noun in chosen if noun.isupper() and noun not in ("AMOUNT", "NAME", "STATE")} <= classes
            for noun, its in classes_of.items():
                found = {chosen[name] for name in its if name in chosen}
                assert noun in chosen or len(found) <= 1, f"{verb} {noun}: {found}"


@pytest.mark.parametrize("row", [r for r in rows("no_event_verbs") if " " in r["lemma"]], ids=lambda r: r["lemma"])
def test_every_phrase_that_tells_of_no_event_is_passed_over(row: dict[str, str]) -> None:
    sentence = f"The minister will {row['lemma']} there on Monday."
    assert no_event_phrase(sentence, tokenize(sentence), 3)


def test_every_kind_of_small_word_has_words() -> None:
    assert all(word_class(kind) for kind in {row["kind"] for row in rows("small_words")})


def test_every_language_of_a_name_has_a_home() -> None:
    homes = {row["language"] for row in rows("name_homes")}
    assert {row["language"] for row in rows("name_words")} <= homes
    assert {row["code"] for row in rows("name_homes")} <= country_codes()


def test_offices_of_few_states_are_titles() -> None:
    titles = {row["title"] for row in rows("titles")}
    assert {row["office"] for row in rows("state_offices")} - {f"deputy {title}" for title in titles} <= titles
    assert {row["has"] for row in rows("state_offices")} == {"yes", "no"}


def test_every_kind_of_occasion_word_has_words() -> None:
    kinds = {row["kind"] for row in rows("occasion_words")}
    assert kinds == {
        "celebrates",
        "means",
        "message",
        "occasion",
        "opinion",
        "planned",
        "platform",
        "scheme",
        "speaking",
    }
    assert all(occasion_words(kind) for kind in kinds)


@pytest.mark.parametrize("row", rows("earlier_times"), ids=lambda row: row["words"])
def test_every_earlier_time_is_counted_back(row: dict[str, str]) -> None:
    text = f"Trade\n\nPeru sold Chile 90 tons of tin in the last quarter of 2014, against 70 tons the {row['words']}.\n"
    figures = extract_article(SourceArticle("", "", None, "utf-8", text, "", Metadata())).figures
    months = [(f.period_start.year * 12 + f.period_start.month) for f in figures if f.period_start is not None]
    assert months[0] - months[1] == int(row["months"])
