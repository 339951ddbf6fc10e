"""One page in, its people and their offices out: the order in which sentences, names and states are settled."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pipeline.extract.actors import CountryMention, find_countries
from pipeline.extract.facts import PersonMention, Role
from pipeline.extract.officials.lines import BODY, HEADLINE, Line, read_lines
from pipeline.extract.officials.pairs import claim_pairs
from pipeline.extract.officials.people import Register
from pipeline.extract.officials.recalled import claim_known
from pipeline.extract.officials.roles import Stated, choose
from pipeline.extract.officials.scenes import read_scenes, with_shares
from pipeline.extract.officials.settle import settle_states
from pipeline.extract.officials.singular import singular_title
from pipeline.extract.officials.ties import fit_headline, register_full_names, tie
from pipeline.extract.officials.vocabulary import known_people, matches
from pipeline.lexicon.countries import country_codes
from pipeline.text.page import Page
from pipeline.values import value

_SOVIET, _RUSSIA = "SUN", "RUS"
_NAME = 60
"""Characters: the names of known leaders are no longer."""


@value(frozen=True, slots=True)
class Officials:
    """What an article says of people."""

    mentions: tuple[PersonMention, ...]
    """Every place where a person is named, in the order of the text."""
    roles: tuple[Role, ...]
    """One for each person and office, in the order of the text."""


def find_officials(page: Page) -> Officials:
    """The people named in `page` and the public offices that its text gives them.

    Bylines, credits and boilerplate are not read; a headline gives a role only to a person whom the body gives none.
    """
    scenes = read_scenes(page)
    countries = [mention for mention in find_countries(page.text) if _is_free(page.text, mention)]
    register = Register()
    lines = read_lines(page, countries, scenes, BODY)
    claim_pairs(lines)
    claim_known(lines)
    for line in lines:
        register_full_names(register, line)
    headlines = read_lines(page, countries, scenes, HEADLINE, partial(fit_headline, register))
    for line in headlines:
        register_full_names(register, line)
    lines += headlines
    mentions = tie(register, lines)
    settle_states(lines, with_shares(scenes, countries))
    if _is_soviet(countries):
        _serve_union(lines, register)
    stated = [_stated(line, k) for line in lines for k, _ in enumerate(line.claims) if _is_role(line, k)]
    roles = choose(stated + _inherited(lines, stated))
    official = {role.person for role in roles}
    return Officials(
        mentions=tuple(
            PersonMention(start, end, text, person.name, _published(person.country), person.name in official)
            for start, end, text, person in sorted(mentions, key=lambda item: item[:2])
        ),
        roles=roles,
    )


def _is_free(text: str, mention: CountryMention) -> bool:
    """Whether a state's name stands for itself: not in "US$", nor as the end of a name ("Vieira-Lima")."""
    if text.startswith("$", mention.char_end):
        return False
    known = known_people().get(mention.text)
    if known is not None:
        words = [word.rstrip(".,;:") for word in text[mention.char_start : mention.char_start + _NAME].split()]
        if any(matches(words, 0, rest) for rest in known.get(words[1] if len(words) > 1 else "", ())):
            return False  # "German Gref"
    before = mention.char_start - 1
    return before < 1 or text[before] != "-" or not text[before - 1].isalpha()


def _is_soviet(countries: Sequence[CountryMention]) -> bool:
    """Whether the page tells of the Soviet Union, and of no Russia."""
    codes = {mention.code for mention in countries if mention.kind in ("name", "demonym")}
    return _SOVIET in codes and _RUSSIA not in codes


def _serve_union(lines: Sequence[Line], register: Register) -> None:
    """Let who serves the Kremlin serve the Soviet Union."""
    for line in lines:
        line.told = [_SOVIET if code == _RUSSIA else code for code in line.told]
    for person in register.people:
        if person.country == _RUSSIA:
            person.country = _SOVIET


def _published(code: str | None) -> str | None:
    """`code` where it is on the list of codes that tables may hold: not every body of the lexicon is."""
    return code if code in country_codes() else None


def _is_role(line: Line, index: int) -> bool:
    """Whether the claim is of a public office; an open one is if its holder has another that is."""
    person = line.holders[index]
    if person is None:
        return False
    standing = line.standings[index]
    return standing == "public" or (standing == "open" and person.official)


def _inherited(lines: Sequence[Line], stated: Sequence[Stated]) -> list[Stated]:
    """The office of "his predecessor, X", who is given no other: that of the person before."""
    offices = {id(place.person): place for place in reversed(stated)}
    found = []
    for line in lines:
        for index, before in line.inherited:
            claim, person, place = line.claims[index], line.holders[index], offices.get(id(before))
            if person is None or claim.name is None or place is None or id(person) in offices:
                continue
            status = "former" if claim.title.office.words == "predecessor" else "current"
            country = _published(person.country or before.country) if before is not None else None
            said = replace(place, person=person, name_text=claim.name.text, status=status, country=country)
            found.append(replace(said, sentence=line.words.sentence, kind=line.kind, rule=claim.title.office.words))
    return found


def _stated(line: Line, index: int) -> Stated:
    claim, person = line.claims[index], line.holders[index]
    assert person is not None
    return Stated(
        sentence=line.words.sentence,
        kind=line.kind,
        rule=claim.rule,
        person=person,
        name_text=claim.name.text if claim.name is not None else line.words.raw[claim.pronoun or 0],
        title=singular_title(claim.title) if claim.title.office.plural else claim.title.text,
        office=claim.title.office,
        organization=claim.title.organization,
        country=_published(line.told[index] or person.country),
        status=claim.status,
    )
