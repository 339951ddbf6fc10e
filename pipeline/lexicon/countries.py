"""States, bodies and places by their names. What a mention means in its sentence belongs to `extract.actors`."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.lexicon.table import rows

OTHER = "-"
"""The code of a longer name that holds a state's name and means something else ("South China Sea")."""
_ACTING = frozenset({"party", "parliament", "government", "military", "agency", "company", "body"})
"""Kinds of organisations.csv that act for a state or are a body."""
_SHORTENED = ((" Corporation", " Corp"), (" Company", " Co"), (" Limited", " Ltd"))
_KIND = {"body": "organization", "parliament": "parliament"}
"""Kind of organisations.csv to that of its form, where that is not `institution`."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of naming a state, a body or a place."""

    form: str
    """The words as written, with plain apostrophes."""
    code: str
    """ISO 3166-1 alpha-3, SUN, EUE, UNO, another body's acronym, or `OTHER`."""
    kind: str
    """`name` `demonym` `capital` `government` `organization` `short` `prefix` `other` of countries.csv, `place` of
    places.csv, or `institution` and `parliament` of organisations.csv."""


@cache
def forms() -> tuple[Form, ...]:
    """All forms of countries.csv and places.csv, longest first, so that the first that fits is the right one."""
    named = [Form(row["form"], row["code"], row["kind"]) for row in rows("countries")]
    placed = [Form(row["form"], row["code"], "place") for row in rows("places")]
    return tuple(sorted(named + placed, key=lambda form: (-len(form.form), form.form)))


@cache
def institutions() -> tuple[Form, ...]:
    """Organs, parties and companies of a state and international bodies, with the code that they act for.

    From organisations.csv, without the media and what countries.csv has; kind `parliament`,
    of bodies `organization`, of others `institution`.
    """
    known = {row["form"] for row in rows("countries")}
    named = [
        Form(form, row["code"], _KIND.get(row["kind"], "institution"))
        for row in rows("organisations")
        if row["code"] and row["kind"] in _ACTING and row["organisation"] not in known
        for form in _spellings(row["organisation"])
    ]
    return tuple({form.form: form for form in reversed(named)}.values())


def _spellings(name: str) -> tuple[str, ...]:
    """A name and, of a company, the one with its kind cut short ("Kuwait Petroleum Corp")."""
    for kind, short in _SHORTENED:
        if name.endswith(kind):
            return name, name.removesuffix(kind) + short
    return (name,)


@cache
def company_names() -> frozenset[str]:
    """The names of the companies of states, as organisations.csv has them."""
    named = (row["organisation"] for row in rows("organisations") if row["code"] and row["kind"] == "company")
    return frozenset(form for name in named for form in _spellings(name))


@cache
def body_codes() -> frozenset[str]:
    """The codes that stand for international bodies and not for states."""
    states = {row["code"] for row in rows("countries") if row["kind"] in ("name", "demonym", "capital")}
    return country_codes() - states | {"EUE", "UNO"}


@cache
def _by_form() -> dict[str, str]:
    return {form.form.casefold(): form.code for form in reversed(forms()) if form.code != OTHER}


def code_of(word: str) -> str | None:
    """The code that `word` stands for ("Russian", "Moscow", "the North"), case ignored; None if it stands for none."""
    return _by_form().get(word.casefold().replace("’", "'"))


@cache
def country_codes() -> frozenset[str]:
    """Every code that a country column may hold: those of countries.csv, and the bodies of organisations.csv."""
    states = {row["code"] for row in rows("countries") if row["code"] != OTHER}
    return frozenset(states | {row["code"] for row in rows("organisations") if row["kind"] == "body" and row["code"]})


@dataclass(frozen=True, slots=True)
class Heir:
    """Who went on in the place of a state that is gone."""

    since: date
    """The first day of the state that is gone."""
    until: date
    """The last day of the state that is gone."""
    code: str
    """The state that went on."""
    also: str
    """By which words of the heir the state itself was meant while it was there: `all`, its `seat` alone, or `none`."""


@cache
def heirs() -> dict[str, Heir]:
    """The heir of each state that is gone, by its code (former_states.csv)."""
    return {
        row["code"]: Heir(date.fromisoformat(row["since"]), date.fromisoformat(row["until"]), row["heir"], row["also"])
        for row in rows("former_states")
    }


def living(code: str) -> str:
    """The state that answers for `code` today: its heir's code for a state that is gone, else `code` itself."""
    heir = heirs().get(code)
    return code if heir is None else heir.code
