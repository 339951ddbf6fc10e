"""Publishing as a whole: what a run writes, when it writes nothing, and that the same tables give the same bytes."""

import json
import os
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.intake.source import Rejection
from pipeline.publish.commits import head, history
from pipeline.publish.errors import DamageError, PlaceError, StorageError
from pipeline.publish.place import Place
from pipeline.publish.read import find_release, read_manifest, read_tables
from pipeline.publish.release import STEPS, publish
from pipeline.publish.verify import verify
from pipeline.publish.version import Version
from schemas import DERIVED, RELEASE_TABLES, TABLES
from schemas.structure import StructureError

REFUSED = Rejection("articles", "binary", "the file is no text; remove it", "photo.jpg")


def whole_folder(curated):
    """All files of a curated folder: the releases, the history and the pointer to the newest."""
    return {str(path.relative_to(curated)): path.read_bytes() for path in curated.rglob("*") if path.is_file()}


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def changes_of(published):
    table = read_tables(published.path)["changes"]
    return {(row["table"], row["id"]): row for row in table.to_pylist()}


def test_a_first_release_holds_every_table_twice_a_manifest_and_a_dictionary(world, tmp_path):
    published = publish(world.whole, [REFUSED], tmp_path / "curated")

    digest = json.loads((tmp_path / "curated/latest.json").read_bytes())["digest"]
    assert published.version == "1.0.0"
    assert published.changed
    assert published.path == tmp_path / "curated/releases" / f"1.0.0-{digest[:8]}"
    assert set(files_of(published.path)) == {
        "datapackage.json",
        "data_dictionary.md",
        *(f"{name}.{suffix}" for name in RELEASE_TABLES for suffix in ("parquet", "csv")),
    }
    assert published.counts == {**{name: len(frame) for name, frame in world.whole.items()}, "quarantine": 1}
    assert verify(published.path) == ()


def test_the_pointer_and_the_commit_name_the_release(world, tmp_path):
    published = publish(world.whole, [], tmp_path)

    commit = head(Place(tmp_path))
    assert json.loads((tmp_path / "latest.json").read_bytes()) == {
        "version": "1.0.0",
        "path": f"releases/{published.path.name}",
        "digest": commit.digest,
    }
    assert (tmp_path / commit.path, commit.sequence, commit.parent) == (published.path, 1, None)
    assert [path.name for path in (tmp_path / "commits").iterdir()] == ["00000001.json"]
    assert list((tmp_path / ".staging").iterdir()) == []


def test_the_first_release_adds_every_row(world, tmp_path):
    published = publish(world.whole, [REFUSED], tmp_path)

    changes = changes_of(published)
    assert len(changes) == sum(published.counts.values())
    assert {(row["change"], row["columns"], row["derived"]) for row in changes.values()} == {("ADD", None, False)}


def test_the_same_tables_again_write_nothing(world, tmp_path):
    first = publish(world.whole, [REFUSED], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    second = publish(world.whole, [REFUSED], tmp_path)

    assert not second.changed
    assert (second.version, second.path, second.counts) == (first.version, first.path, first.counts)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_two_fresh_folders_get_the_same_bytes(world, tmp_path):
    one = publish(world.whole, [REFUSED], tmp_path / "one")
    shuffled = {name: frame.sample(frac=1, random_state=3)[frame.columns[::-1]] for name, frame in world.whole.items()}
    two = publish(shuffled, [REFUSED, REFUSED], tmp_path / "two")

    assert files_of(one.path) == files_of(two.path)
    assert whole_folder(tmp_path / "one") == whole_folder(tmp_path / "two")


def test_a_history_replayed_elsewhere_gives_the_same_bytes(make_world, stories, tmp_path):
    for folder in ("one", "two"):
        for number in (1, 3, 2):
            publish(make_world(stories[:number]).whole, [], tmp_path / folder)

    one, two = (whole_folder(tmp_path / folder) for folder in ("one", "two"))
    assert len([path for path in one if path.startswith("commits/")]) == 3
    assert one == two


def test_one_article_added_brings_its_rows_and_moves_the_counts_of_others(make_world, stories, tmp_path):
    alpha, beta, gamma = stories
    before = make_world([alpha, gamma])
    after = make_world([alpha, beta, gamma])
    publish(before.whole, [], tmp_path)

    published = publish(after.whole, [], tmp_path)

    assert published.version == "1.1.0"
    brought, moved = set(), {}
    for (table, id_), row in changes_of(published).items():
        if row["derived"]:
            moved[table, id_] = (row["change"], row["columns"])
        else:
            brought.add((row["change"], table, id_))
    own = {
        ("ADD", table, id_)
        for table, frame in after.whole.items()
        for id_ in frame.iloc[:, 0]
        if id_ not in set(before.whole[table].iloc[:, 0])
    }
    assert brought == own
    assert {table for _, table, _ in own} == {
        "articles",
        "paragraphs",
        "events",
        "trade_figures",
        "official_roles",
        "occurrences",
    }
    repeated = after.tables["events"].query("n_copies == 1")
    roles = after.tables["official_roles"]
    ro = roles.loc[roles["name_text"] == "Kim Ro", "official_id"].iloc[0]
    assert moved == {
        ("events", repeated["event_id"].iloc[0]): ("MOD", ["n_copies"]),
        ("trade_figures", after.tables["trade_figures"].query("n_copies == 1")["figure_id"].iloc[0]): (
            "MOD",
            ["n_copies"],
        ),
        ("official_roles", roles.query("n_copies == 1")["role_id"].iloc[0]): ("MOD", ["n_copies"]),
        ("officials", ro): ("MOD", ["last_seen", "n_articles", "latest_title"]),
        ("occurrences", repeated["event_id"].iloc[0]): ("MOD", ["n_copies"]),
        ("trade_series", after.whole["trade_series"]["series_id"].iloc[0]): (
            "MOD",
            ["n_reports", "reported", "figure_ids"],
        ),
    }


def test_an_earlier_article_takes_over_a_first_occurrence(make_world, make_story, stories, tmp_path):
    """Facts leave an article that did not change because its paragraph became a repeat: derived."""
    gamma = stories[2]
    older = make_story("older", date(2019, 1, 1), gamma.sentences)
    before, after = make_world([gamma]), make_world([older, gamma])
    publish(before.whole, [], tmp_path)

    changes = changes_of(publish(after.whole, [], tmp_path))

    for table in ("events", "trade_figures", "official_roles", "occurrences"):
        gone = before.whole[table].iloc[0, 0]
        come = after.whole[table].iloc[0, 0]
        ids = {id_: (row["change"], row["derived"]) for (name, id_), row in changes.items() if name == table}
        assert ids[gone] == ("DEL", True)
        assert ids[come] == ("ADD", False)
    series = [(row["change"], row["derived"]) for (name, _), row in changes.items() if name == "trade_series"]
    assert series == [("MOD", True)]
    officials = {row["change"]: row["derived"] for (name, _), row in changes.items() if name == "officials"}
    assert officials == {"MOD": True}


def test_a_state_that_returns_is_a_new_version(make_world, stories, tmp_path):
    versions = [publish(make_world(stories[:number]).whole, [], tmp_path).version for number in (2, 3, 2)]

    assert versions == ["1.0.0", "1.1.0", "1.2.0"]


def test_a_changed_value_is_a_patch(world, tmp_path):
    publish(world.whole, [], tmp_path)
    world.tables["trade_figures"].at[0, "value"] = 120.0

    published = publish(world.whole, [], tmp_path)

    assert published.version == "1.0.1"
    assert {
        table: (row["change"], row["columns"], row["derived"]) for (table, _), row in changes_of(published).items()
    } == {
        "trade_figures": ("MOD", ["value"], False),
        "trade_series": ("MOD", ["lowest", "reported"], False),
    }


def test_a_figure_of_another_quantity_leaves_its_series(world, tmp_path):
    publish(world.whole, [], tmp_path)
    world.tables["trade_figures"].at[0, "commodity"] = "gold"

    published = publish(world.whole, [], tmp_path)

    assert published.version == "1.1.0"
    moved = [(row["change"], row["derived"]) for (name, _), row in changes_of(published).items() if "series" in name]
    assert sorted(moved) == [("ADD", False), ("MOD", False)]


def test_tables_that_are_new_to_the_release_before_make_a_minor_version(world, tmp_path, monkeypatch):
    def without(names):
        return {name: table for name, table in names.items() if name not in DERIVED}

    with monkeypatch.context() as older:
        older.setattr("pipeline.publish.state.TABLES", without(TABLES))
        older.setattr("pipeline.publish.manifest.RELEASE_TABLES", without(RELEASE_TABLES))
        assert publish(world.tables, [], tmp_path).version == "1.0.0"

    published = publish(world.whole, [], tmp_path)

    assert published.version == "1.1.0"
    changes = changes_of(published)
    assert {row["change"] for row in changes.values()} == {"ADD"}
    assert {table for table, _ in changes} == {"occurrences", "trade_series"}


def test_counts_that_move_while_all_articles_stand_are_not_derived(world, tmp_path):
    publish(world.whole, [], tmp_path)
    world.tables["events"].at[0, "n_copies"] = 5

    assert [row["derived"] for row in changes_of(publish(world.whole, [], tmp_path)).values()] == [False]


def test_a_refused_file_is_a_change_of_its_own(world, tmp_path):
    publish(world.whole, [], tmp_path)

    published = publish(world.whole, [REFUSED], tmp_path)

    assert published.version == "1.1.0"
    assert [(row["table"], row["change"]) for row in changes_of(published).values()] == [("quarantine", "ADD")]


def test_a_raised_contract_is_a_major_version_without_a_changed_row(world, tmp_path, monkeypatch):
    publish(world.whole, [], tmp_path)
    monkeypatch.setattr("pipeline.publish.state.CONTRACT_VERSION", 2)

    published = publish(world.whole, [], tmp_path)

    assert published.version == "2.0.0"
    assert changes_of(published) == {}


def test_empty_tables_make_a_release(make_world, tmp_path):
    published = publish(make_world([]).whole, [], tmp_path)

    assert verify(published.path) == ()
    assert set(published.counts.values()) == {0}


def test_steps_are_told_in_their_order(world, tmp_path):
    told = []
    publish(world.whole, [], tmp_path, on_step=told.append)

    assert tuple(told) == STEPS


def test_a_lost_or_wrong_pointer_is_written_again(make_world, stories, tmp_path):
    publish(make_world(stories[:1]).whole, [], tmp_path)
    old = (tmp_path / "latest.json").read_bytes()
    tables = make_world(stories[:2]).whole
    newest = publish(tables, [], tmp_path)
    right = (tmp_path / "latest.json").read_bytes()

    (tmp_path / "latest.json").write_bytes(old)
    assert find_release(tmp_path) == newest.path
    publish(tables, [], tmp_path)
    assert (tmp_path / "latest.json").read_bytes() == right

    (tmp_path / "latest.json").unlink()
    publish(tables, [], tmp_path)
    assert (tmp_path / "latest.json").read_bytes() == right


def test_duplicate_ids_are_not_published(world, tmp_path):
    world.tables["events"].iat[1, 0] = world.tables["events"].iat[0, 0]

    with pytest.raises(
        StructureError, match=r"events\.event_id: expected ids that no two rows share, found 1 repeated"
    ):
        publish(world.whole, [], tmp_path)
    assert not (tmp_path / "latest.json").exists()


def test_a_null_where_a_value_is_required_is_not_published(world, tmp_path):
    world.tables["events"].at[1, "trigger"] = None

    with pytest.raises(StructureError, match=r"events\.trigger: expected a value in every row, found 1 nulls"):
        publish(world.whole, [], tmp_path)


def test_a_curated_folder_inside_the_raw_folder_is_refused(world, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()

    with pytest.raises(PlaceError, match="lies inside the raw folder"):
        publish(world.whole, [], raw / "deep" / "curated", raw=raw)
    assert list(raw.iterdir()) == []


def test_a_curated_folder_that_links_into_the_raw_folder_is_refused(world, tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "curated").symlink_to(tmp_path / "raw")

    with pytest.raises(PlaceError, match="lies inside the raw folder"):
        publish(world.whole, [], tmp_path / "curated", raw=tmp_path / "raw")


@pytest.mark.parametrize("name", ["", "releases", "commits", ".staging"])
def test_a_file_in_the_way_of_a_folder_is_named(world, tmp_path, name):
    target = tmp_path / "curated" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("mine")

    with pytest.raises(PlaceError, match=f"{target}: a file stands where a folder is needed"):
        publish(world.whole, [], tmp_path / "curated")
    assert target.read_text() == "mine"


def test_a_folder_in_the_way_of_the_pointer_is_named(world, tmp_path):
    (tmp_path / "latest.json").mkdir()

    with pytest.raises(PlaceError, match=r"latest\.json: a folder stands where a file is needed"):
        publish(world.whole, [], tmp_path)


def test_foreign_files_beside_releases_are_left_alone(world, tmp_path):
    for name in ("README.md", "commits/.DS_Store", "commits/notes.json", "releases/old.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine")

    published = publish(world.whole, [], tmp_path)

    assert verify(published.path) == ()
    assert (tmp_path / "commits/notes.json").read_text() == "mine"


def test_a_foreign_folder_with_the_releases_name_is_left_alone(world, tmp_path):
    name = publish(world.whole, [], tmp_path / "elsewhere").path.name
    foreign = tmp_path / "curated/releases" / name
    foreign.mkdir(parents=True)
    (foreign / "mine.txt").write_text("mine")

    published = publish(world.whole, [], tmp_path / "curated")

    assert published.path.name == f"{name}-2"
    assert files_of(foreign) == {"mine.txt": b"mine"}
    assert verify(published.path) == ()
    assert json.loads((tmp_path / "curated/latest.json").read_bytes())["path"] == f"releases/{name}-2"


def test_a_commit_that_cannot_be_read_stops_publishing_with_one_line(world, tmp_path):
    (tmp_path / "commits").mkdir()
    (tmp_path / "commits/00000001.json").write_text("{")

    with pytest.raises(DamageError, match=r"00000001\.json: is no commit record"):
        publish(world.whole, [], tmp_path)


def test_an_altered_parent_is_not_built_upon(make_world, stories, tmp_path):
    first = publish(make_world(stories[:1]).whole, [], tmp_path)
    (first.path / "events.parquet").write_bytes(b"PAR1")

    with pytest.raises(DamageError, match=r"events\.parquet: was altered after it was published"):
        publish(make_world(stories[:2]).whole, [], tmp_path)
    assert len(history(Place(tmp_path))) == 1


def test_a_newest_release_that_is_gone_is_not_called_unchanged(make_world, stories, tmp_path):
    tables = make_world(stories[:1]).whole
    first = publish(tables, [], tmp_path)
    shutil.rmtree(first.path)

    for again in (tables, make_world(stories).whole):
        with pytest.raises(
            DamageError, match=r"1\.0\.0 is in the history but its folder is gone; restore it, or delete"
        ):
            publish(again, [], tmp_path)

    (tmp_path / "commits/00000001.json").unlink()
    assert publish(tables, [], tmp_path).changed


def test_a_newest_release_with_an_altered_manifest_is_not_called_unchanged(world, tmp_path):
    manifest = publish(world.whole, [], tmp_path).path / "datapackage.json"
    manifest.write_bytes(manifest.read_bytes() + b" ")

    with pytest.raises(DamageError, match=r"datapackage\.json: was altered after it was published"):
        publish(world.whole, [], tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(world, tmp_path):
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(StorageError, match="writing is not allowed"):
            publish(world.whole, [], tmp_path / "curated")
    finally:
        tmp_path.chmod(0o755)


@settings(max_examples=25)
@given(states=st.lists(st.sets(st.integers(0, 2)), min_size=1, max_size=6))
def test_versions_rise_and_changes_lead_from_each_release_to_the_next(states, make_world, stories, tmp_path_factory):
    """Any history of article sets: the changes of each release, applied to its parent, give it."""
    curated = tmp_path_factory.mktemp("history")
    parent: dict[str, dict[str, dict[str, object]]] = {}
    last = None
    for state in states:
        tables = make_world([stories[number] for number in state]).whole
        published = publish(tables, [], curated)
        now = {name: table for name, table in read_tables(published.path).items() if name != "changes"}
        rows = {name: {next(iter(row.values())): row for row in table.to_pylist()} for name, table in now.items()}
        assert published.changed == (rows != parent or last is None)
        if published.changed:
            version = tuple(int(part) for part in published.version.split("."))
            assert last is None or version > last
            last = version
            assert applied(parent, changes_of(published), rows) == rows
            parent = rows
    commits = history(Place(curated))
    assert [commit.sequence for commit in commits] == list(range(1, len(commits) + 1))
    assert read_manifest(find_release(curated)).version == Version(*last)


def applied(parent, changes, child):
    """`parent` after `changes`; values of added rows and of changed columns are looked up in `child`."""
    rows = {name: dict(parent.get(name, {})) for name in child}
    for (name, id_), change in changes.items():
        if change["change"] == "DEL":
            assert rows[name].pop(id_) is not None
        elif change["change"] == "ADD":
            assert id_ not in rows[name]
            rows[name][id_] = child[name][id_]
        else:
            new = {column: child[name][id_][column] for column in change["columns"]}
            assert all(rows[name][id_][column] != value for column, value in new.items())
            rows[name][id_] = rows[name][id_] | new
    return rows
