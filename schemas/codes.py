"""The code lists: what codes a column may hold, and what each means. Which column holds which stands in the tables.

Event types are the categories of PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data
Alliance), currencies ISO 4217 with CLDR's former ones, countries ISO 3166-1 and the lexicon, languages ISO 639-1,
commodities the chapters of the Harmonized System of 2012.
"""

from dataclasses import dataclass

import pycountry
from babel import Locale

from pipeline.lexicon.countries import country_codes
from pipeline.lexicon.table import rows


@dataclass(frozen=True, slots=True)
class CodeList:
    """The codes that a column may hold."""

    codes: dict[str, str]
    """Each code with its meaning."""
    summary: str | None = None
    """For a list too long to print: what stands for it."""


PUBLISHED_ON_METHODS = CodeList(
    {
        "metadata": "a sidecar file, the record's own field or the page's head gives it",
        "header": "a line above the story gives it",
        "footer": "a line below the story gives it",
        "dateline": "the dateline of the story gives it in full",
        "url": "the address of the page holds it",
        "inferred": "a date without a year, completed by weekday and by what the story tells as past",
        "none": "the text does not fix it; published_on is null",
    }
)
PARAGRAPH_KINDS = CodeList(
    {
        "headline": "title or subtitle of the story",
        "byline": "who wrote it",
        "dateline": "place and date on a line of their own",
        "caption": "what stands under a picture",
        "body": "the story itself",
        "boilerplate": "teasers, advertisements, lists of other stories, rights lines, share prompts",
        "credit": "who took a picture or supplied the story",
    }
)
DUPLICATE_KINDS = CodeList(
    {
        "exact": "same words once spacing, quotes, case and known affixes are put aside",
        "near": "the same statement after an edit of a few words that changes no fact",
    }
)
DATE_PRECISIONS = CodeList(
    {
        "day": "one day",
        "week": "a week, Monday to Sunday",
        "month": "a calendar month",
        "quarter": "three months of a year",
        "half": "six months of a year",
        "season": "a season of a year",
        "year": "a calendar or fiscal year",
        "range": "from one day or month to another",
        "approximate": "an early, middle or late part of a month or year, or a time called about",
    }
)
DATE_METHODS = CodeList(
    {
        "explicit": "the words themselves fix it",
        "relative": "counted from the publication date or from the day that the story is telling of",
        "inferred": "the year was completed from the rest of the story",
    }
)
EVENT_TYPES = CodeList(
    {
        "AGREE": "agree to, promise or sign",
        "CONSULT": "meet, visit, talk, negotiate, attend",
        "SUPPORT": "praise, back, mark an anniversary, recognise",
        "COOPERATE": "work together materially: joint projects, shipments, links opened",
        "AID": "give aid, relief or a donation",
        "YIELD": "give way: lift a ban, release, withdraw, resign",
        "REQUEST": "demand, appeal, propose",
        "ACCUSE": "accuse, criticise, condemn",
        "REJECT": "refuse or decline",
        "THREATEN": "threaten or warn",
        "PROTEST": "demonstrate, strike",
        "SANCTION": "impose an embargo, an import ban, sanctions; cut ties",
        "MOBILIZE": "deploy, drill, test weapons",
        "COERCE": "arrest, seize, expel, restrict",
        "ASSAULT": "attack, use force",
        "OTHER": "another act: appointments, elections, court decisions, openings",
    }
)
EVENT_STATUSES = CodeList(
    {
        "occurred": "told as having happened",
        "planned": "told as still to come when the article appeared",
        "cancelled": "called off, postponed or shelved",
        "negated": "told as not having happened",
    }
)
FLOWS = CodeList(
    {
        "export": "goods or services sold abroad, told from the seller's side",
        "import": "goods or services bought abroad, told from the buyer's side",
        "trade": "both directions together (turnover)",
        "balance": "exports less imports; a deficit is negative",
        "aid": "donations and relief",
        "investment": "capital put into another country",
        "consumption": "what a country uses",
        "production": "what a country makes",
        "debt": "loans and what is owed on them",
        "labour": "workers abroad and the wages they send home",
        "cap": "an upper limit set on a flow",
        "other": "another flow between countries",
    }
)
MEASURES = CodeList(
    {
        "level": "an amount",
        "change": "how much an amount rose or fell",
        "share": "a part of a whole",
        "ratio": "one amount over another, such as a year's over the year before",
    }
)
RATES = CodeList({"day": "a day", "month": "a month", "year": "a year"})
QUALIFIERS = CodeList(
    {
        "about": "roughly this much",
        "almost": "a little less",
        "over": "more than this",
        "under": "less than this",
        "up_to": "this much at most",
        "at_least": "this much or more",
    }
)
DIRECTIONS = CodeList({"up": "it rose", "down": "it fell"})
FIGURE_STATUSES = CodeList(
    {
        "actual": "reported as fact",
        "planned": "aimed at or agreed for later",
        "estimated": "somebody's estimate",
        "limit": "a ceiling or floor set by a rule",
    }
)
ROLE_STATUSES = CodeList(
    {
        "current": "holds the office",
        "former": "held it before",
        "acting": "holds it for the time being",
        "designate": "is named to it, not yet in it",
    }
)
WARNING_RULES = CodeList(
    {
        "shares_over_whole": "the shares of one whole add up to more than 100 percent",
        "part_over_whole": "a part, or the sum of the parts, is greater than the whole",
        "growth_against_levels": "a change is not the one that the amounts before and after give",
        "order_of_magnitude": "two articles give values for one quantity of which one is ten times the other or more",
    }
)
CHANGES = CodeList(
    {
        "ADD": "the row is new",
        "MOD": "the row has the same id and other values",
        "DEL": "the row is gone",
    }
)

_MEASURED_UNITS = {
    "t": "metric ton",
    "bbl": "barrel",
    "m3": "cubic metre",
    "MWh": "megawatt hour",
    "MW": "megawatt",
    "count": "a number of things or people",
    "percent": "per cent",
    "percentage_point": "percentage point",
}


_TRADED = ("energy", "freight", "mass", "power", "volume")
"""Kinds of measure in which goods are counted; a unit of them that the contract does not name keeps its own symbol."""


def _other_units() -> dict[str, str]:
    found = {row["unit"]: f"a unit of {row['kind']}" for row in rows("units") if row["kind"] in _TRADED}
    return {unit: name for unit, name in sorted(found.items()) if unit not in _MEASURED_UNITS}


def _currencies() -> dict[str, str]:
    names = {code: str(name) for code, name in Locale("en").currencies.items()}
    names.update({currency.alpha_3: currency.name for currency in pycountry.currencies})
    return dict(sorted(names.items()))


def _countries() -> dict[str, str]:
    names = dict.fromkeys(country_codes(), "an international body, or a state of the lexicon")
    names.update({country.alpha_3: country.name for country in pycountry.historic_countries})
    names.update({country.alpha_3: country.name for country in pycountry.countries})
    names.update({"SUN": "Soviet Union", "EUE": "European Union", "UNO": "United Nations"})
    return dict(sorted(names.items()))


def _languages() -> dict[str, str]:
    names = {language.alpha_2: language.name for language in pycountry.languages if hasattr(language, "alpha_2")}
    return {**dict(sorted(names.items())), "und": "undetermined"}


UNITS = CodeList(
    {**_MEASURED_UNITS, **_other_units(), **_currencies()},
    "a currency of ISO 4217, or "
    + ", ".join(f"`{unit}` ({name})" for unit, name in _MEASURED_UNITS.items())
    + ", or another unit's own symbol",
)
COUNTRIES = CodeList(
    _countries(),
    "ISO 3166-1 alpha-3; `SUN` the Soviet Union, `EUE` the European Union, `UNO` the United Nations; another "
    "international body its acronym",
)
LANGUAGES = CodeList(_languages(), "ISO 639-1, or `und` where it is not known")
HS_CHAPTERS = CodeList(
    {f"{number:02d}": f"chapter {number}" for number in range(1, 98) if number != 77},
    "a chapter of the Harmonized System of 2012, `01` to `97`",
)
