"""Words of flow in a sentence: which are there, and whether a word that is noun and verb is the one or the other."""

from functools import cache
from typing import NamedTuple

from pipeline.extract.quantities.changes import change_words
from pipeline.extract.quantities.phrases import PhraseTable
from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.assets import is_bought_stake, is_of_no_firm
from pipeline.extract.trade.balances import goes_on_in_trade, is_balance
from pipeline.extract.trade.beside import goods_before
from pipeline.extract.trade.commodity import term_at
from pipeline.extract.trade.idle_verbs import IDLE, is_a_states_name, is_no_act, is_no_gift, is_takings, moves_nothing
from pipeline.extract.trade.jobs import are_at_home
from pipeline.extract.trade.not_meant import means_no_flow
from pipeline.extract.trade.owing import pays_creditors
from pipeline.extract.trade.passives import is_passive
from pipeline.extract.trade.scene import Scene, Trigger
from pipeline.lexicon.table import rows

_NOT_FLOW = word_set(
    "minister ministers ministry ministries agency agencies war wars union unions unionist unionists unionism "
    "deal deals pact pacts agreement agreements talks talk fair fairs organization organisation "
    "representative representatives office association barrier barriers route routes embargo embargoes ban "
    "bans restrictions sanctions partner partners policy policies commission committee dispute disputes ties "
    "relations mission missions center centre commissioner official officials secretary act negotiator "
    "negotiators delegation department bloc liberalization facilitation tensions row expert experts economist "
    "economists show shows mark marks name names zone zones bank negotiations council forum group groups body "
    "bodies chamber workers worker visa convoy convoys law laws licence license duty duties tax taxes price "
    "prices tariff tariffs curbs controls control market markets spokesman house port terminal restriction "
    "sphere spheres sector sectors corridor gateway base data figures statistics hub hubs company companies "
    "firm firms site pipeline pipelines availability availabilities lines counsellor counsellors counselor counselors "
    "attache attaché adviser advisor envoy mart"
)
"""Behind "trade", "export" and their like these make a name or another matter of it ("trade minister")."""
_STILL_FLOW = word_set("data figures statistics tax taxes duties duty price prices tariff tariffs")
_DETERMINERS = word_set(
    "the a an its their his our this that these those some all no any total overall annual monthly bilateral "
    "mutual two-way such of in on to for from by with and or non oil new other further additional more less "
    "global crude record both"
)
_BEFORE_ADJECTIVE = _DETERMINERS | {"'s", "'"}
_ADJECTIVES = word_set("imported exported produced consumed supplied")
"""Between a determiner and goods these are no verbs ("its imported grain")."""
_DEALING_VERBS = word_set("exported exports sold sells shipped supplied bought purchased")
_NAMING = word_set("trade export import aid investment credit labour labor")
"""Words that with a capital letter before another one are part of a name ("Trade Organization")."""
_MIGRANTS = word_set(
    "migrants emigrants workers labourers laborers expatriates expats diaspora nurses seafarers maids miners seamen "
    "guestworkers fishermen compatriots nationals domestics"
)
"""What these send to a country is wages, and no goods."""
_AWAY = word_set("abroad overseas in living working")
"""Behind a people's name these say that its people live elsewhere ("Hondurans abroad wired")."""
_SENDING = word_set("send sends sent sending transfer transfers transferred transferring wired wire")
_SPENDING = word_set("spend spends spent spending")
_ON, _SPENT_REACH = frozenset({"on", "importing", "buying"}), 9
"""Within so many tokens behind "spent" must stand on what."""
_PAYING = word_set("pay pays paid paying")
_FOR_OR_BY, _RIGHTS_REACH = frozenset({"for", "by"}), 14
_RIGHTS = word_set(
    "rent lease leasing rights right transit fishing licences licenses access overflight usage use fees charges dues "
    "tolls services storage fish"
)
_FETCHING = word_set("fetch fetches fetched")
_LEAST_FETCHED = 100_000  # what fetches less is one piece of goods, and the sum its price
_TRADED = frozenset({"export", "import"})
_PUTTING = word_set("put puts putting sank sunk")
_INTO = frozenset({"into"})
_PUT_IN = ("invest", "pour", "pump", "inject", "flow")
_LIVING = word_set("live lives lived living reside resides resided residing")
_AT_WORK = word_set("work works worked working employed jobs guards workers labourers laborers migrants")
"""Beside these the people who live in a country work there, and are not its population."""
_HOME = frozenset({"home"})
_AT_HOME = frozenset({"domestic", "retail"})
_AT_HOME_REACH = 3
"""So many tokens before "sales", goods among them, these make it one within a country ("domestic oil sales")."""
_HOME_REACH = 8
"""Within so many tokens behind "sent" or "transferred", "home" makes it wages."""
GOING = word_set(
    "flew left entered arrived went leaving leave travelled traveled departed migrated emigrated registered live lives "
    "lived living reside resides resided residing hold holds held holding settled stay stayed returned"
)
"""Verbs of people who go abroad; where they count workers, or a nationality in a text about labour, they tell of it."""
_AT = frozenset({"on", "in", "at"})
_PLACE_REACH = 5
"""Places of work begin with these ("on the mines"): they tell of labour behind the people of a nation."""
_PAY = word_set("pay wages salaries earnings savings remittances remittance")
_OF_WHOM = frozenset({"them", "whom"})
"""Behind these workers are only a part of those who are counted ("many of them plasterers")."""
_BEFORE_GOING = word_set(
    "who have has had were was are is be been also will since still now already again to estimated believed thought "
    "reported known said currently do did"
)
_NUMBER = frozenset({"number", "numbers"})
_NUMBER_REACH = 4
_EARNED = word_set("earn earns earned earning")
_ARTICLES = word_set("a an the this its their such another")
_AUXILIARY = word_set("was were been being is are be")
_VERB_BEFORE = word_set(
    "to will would could should may might can must did does do not and which who that it they he she also has "
    "have had plans wants agreed still currently now annually actually only even already then reportedly "
    "usually once typically"
)
_WHOSE = frozenset({"of", "in", "on"})
"""Before a state these make the word behind it a noun ("a tenth of UK exports")."""
_BEHIND_NOUN = word_set("to of from were was are is has have had will totaled")
"""Behind a word that may be noun or verb these make it the noun."""
_ALIKE = word_set("purchase export import grant")
_OBJECTS = word_set("the its their a an some it them up more")


class Meaning(NamedTuple):
    """A row of flows.csv."""

    flow: str
    subject: str
    strong: bool
    amounts: str


@cache
def _table() -> PhraseTable[dict[str, Meaning]]:
    grouped: dict[str, dict[str, Meaning]] = {}
    for row in rows("flows"):
        meaning = Meaning(row["flow"], row["subject"], row["strength"] == "strong", row["amounts"])
        grouped.setdefault(row["word"], {})[row["kind"]] = meaning
    return PhraseTable(grouped.items())


def find_triggers(scene: Scene) -> list[Trigger]:
    """The words of flow of `scene` in order, none overlapping another; a dateline ("(Delta Wire) --") has none."""
    tokens, table, behind = scene.tokens, _table(), max(scene.first, scene.opening)
    found: list[Trigger] = []
    for at in table.places(tokens, behind, scene.last):
        if at < behind:
            continue
        match = table.at(tokens, at)
        if match is None or match[1] > scene.last:
            continue
        meanings, behind = match
        trigger = _place(scene, at, behind, meanings) if "place" in meanings else None
        plain = {kind: meaning for kind, meaning in meanings.items() if kind != "place"} if trigger is None else {}
        if plain and "idiom" not in plain:
            trigger = _read(scene, at, behind, plain)
        if trigger is not None and not (found and _says_no_more(scene, found[-1], trigger)):
            found.append(trigger)
    return found


def _people_go(scene: Scene, index: int) -> bool:
    """Whether people who are counted are the subject of the verb at token `index` ("3,000 Nepalis flew to Doha")."""
    at = index
    while at > scene.first and (
        scene.tokens.lowers[at - 1] in _BEFORE_GOING or scene.tokens.lowers[at - 1].endswith("ly")
    ):
        at -= 1
    peoples = any(side.last == at and side.kind == "demonym" for side in scene.sides)
    counted = any(a.kind == "count" and a.noun is not None and a.noun[1] == at for a in scene.amounts)
    if any(a.kind == "count" and a.noun is None and a.last == at for a in scene.amounts):
        return at < index
    if counted and not peoples:
        return _ends_in_workers(scene, at)
    numbered = scene.has(at - _NUMBER_REACH, at, _NUMBER)
    return peoples and (counted or numbered)


def _of_a_nation(scene: Scene, index: int) -> bool:
    """Whether the people of a country are named right before token `index` ("Zambians on the farms")."""
    return any(side.last == index and side.kind == "demonym" and not side.possessive for side in scene.sides)


def _place(scene: Scene, first: int, last: int, meanings: dict[str, Meaning]) -> Trigger | None:
    """A place of work as a word of labour, where the people of a nation stand before it ("28,000 Thais on farms")."""
    near = range(first - 1, max(scene.first, first - _PLACE_REACH) - 1, -1)
    at = next((at for at in near if scene.tokens.lowers[at] in _AT), None)
    if at is None or not _of_a_nation(scene, at):
        return None
    flow, subject, strong, amounts = meanings["place"]
    return Trigger(first, last, "verb", flow, subject, strong, amounts)


def _ends_in_workers(scene: Scene, index: int) -> bool:
    """Whether a word for workers ends before token `index`."""
    matches = (_table().at(scene.tokens, at) for at in range(max(scene.first, index - 2), index))
    return any(found is not None and found[1] == index and _is_worker(found[0]) for found in matches)


def _is_worker(meanings: dict[str, Meaning]) -> bool:
    return "noun" in meanings and meanings["noun"].subject == "worker"


def _for_goods(scene: Scene, index: int) -> bool:
    """Whether what is paid behind token `index` is paid for goods ("paid Tajikistan $52 million for electricity")."""
    lowers = scene.tokens.lowers
    end = min(index + 12, scene.last)
    if any(a.first >= index and a.qualifier_first == index and a.kind == "percent" for a in scene.amounts):
        return False
    at = next((at for at in range(index, end) if lowers[at] == "for"), None)
    paid = any(a.kind == "currency" and index <= a.first < end for a in scene.amounts)
    if at is not None and paid and scene.tokens.lower(at + 1) == "them":
        return True
    if not paid or at is None:
        return False
    if any(a.qualifier_first == at + 1 and (a.kind != "currency" and a.kind != "time") for a in scene.amounts):
        return True  # "paid $3 million for 2,000 tonnes of Omani dates"
    return any(term_at(scene.tokens, at + step) is not None for step in (1, 2, 3))


def _paid_for_no_goods(scene: Scene, first: int, last: int) -> Trigger | None:
    """What is paid to creditors, or for rights ("pays Morocco 30 million euros a year for the right to fish")."""
    if pays_creditors(scene, last):
        return Trigger(first, last, "verb", "debt", "importer", True, "money")
    end = min(last + _RIGHTS_REACH, scene.last)
    paid = any(a.kind == "currency" and last <= a.first < end for a in scene.amounts)
    rights = paid and scene.has(last, end, _RIGHTS)
    return Trigger(first, last, "verb", "other", "pair", False, "money") if rights else None


def _says_no_more(scene: Scene, before: Trigger, trigger: Trigger) -> bool:
    """Whether `trigger` only goes on with the word before it ("export sales earned", "a deficit in trade with")."""
    earns = before.flow == "export" and scene.tokens.lowers[trigger.first] in _EARNED
    if earns and scene.tokens.lower(trigger.first - 1) == ",":
        return True
    if before.kind != "noun" or not before.strong:
        return False
    if before.flow == "debt" and trigger.kind == "noun" and trigger.flow in _TRADED:
        # debts for goods that were bought
        return "for" in scene.tokens.lowers[before.last : trigger.first][:2]
    if before.flow == "export":
        return scene.tokens.lowers[trigger.first] in _EARNED
    return before.flow == "balance" and goes_on_in_trade(scene, before, trigger)


def _read(scene: Scene, first: int, last: int, meanings: dict[str, Meaning]) -> Trigger | None:
    kinds = set(meanings)
    if _is_part_of_name(scene, first, last, kinds) or _is_no_verb(scene, first, last, kinds):
        return None
    told = _of_firms(scene, first, last)
    if told is not None:
        return told
    kind = ("verb" if _is_verb(scene, first, last) else "noun") if kinds >= {"noun", "verb"} else min(kinds)
    flow, subject, strong, amounts = meanings[kind]
    if kind == "verb" and subject != "goods" and is_passive(scene, first, last):
        kind = "passive"
    if flow == "balance" and last - first == 1 and not is_balance(scene, first, last):
        return None
    spent = scene.tokens.lowers[first] in _SPENDING
    if spent and (kind == "passive" or not scene.has(last, last + _SPENT_REACH, _ON)):
        return None
    if scene.tokens.lowers[first] in _SENDING and _sends_wages(scene, first, last, kind):
        return Trigger(first, last, kind, "labour", "sender", True)
    pays = last - first == 1 and scene.tokens.lowers[first] in _PAYING
    if pays and kind == "passive" and not scene.has(last, scene.last, _FOR_OR_BY):
        return None
    if pays and kind == "verb" and not _for_goods(scene, last):
        return _paid_for_no_goods(scene, first, last)
    if flow == "labour" or scene.tokens.lowers[first] in GOING:
        return _of_people(scene, Trigger(first, last, kind, flow, subject, strong, amounts))
    trigger = Trigger(first, last, kind, flow, subject, strong, amounts)
    whole = _has_its_object(scene, trigger) if kind == "verb" else not is_of_no_firm(scene, trigger)
    return trigger if whole else None


def _of_firms(scene: Scene, first: int, last: int) -> Trigger | None:
    """What a stake cost that is told of by its price, or what a firm takes in, which is no trade."""
    if is_bought_stake(scene, first):
        return Trigger(first, last, "noun", "investment", "exporter", False, "money")
    return Trigger(first, last, "block", "-", "-", True) if is_takings(scene, first, last) else None


def _has_its_object(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb has what makes it one of flow: money that is put *into*, goods that are made and not described
    ("bottled 3 million litres", not "bottled water")."""
    word = scene.tokens.lowers[trigger.first]
    if word in _PUTTING and trigger.last - trigger.first == 1:
        at = next((a.last for a in scene.amounts if a.kind == "currency" and a.qualifier_first == trigger.last), -1)
        return scene.tokens.lower(at) == "in" or scene.has(trigger.last, trigger.last + _SPENT_REACH, _INTO)
    if word in _FETCHING:
        return any(
            a.kind == "currency" and a.value >= _LEAST_FETCHED and a.first >= trigger.last for a in scene.amounts
        )
    describes = trigger.flow == "production" and trigger.amounts == "goods" and word.endswith(("ed", "ght"))
    return not describes or any(a.qualifier_first == trigger.last for a in scene.amounts)


def _sends_wages(scene: Scene, first: int, last: int, kind: str) -> bool:
    """Whether money is sent home ("sent $80 million home"), or pay is sent ("their pay sent to Lesotho")."""
    if kind == "verb":
        return scene.has(last, last + _HOME_REACH, _HOME) or _migrants_send(scene, first, last)
    return kind == "passive" and scene.tokens.lower(first - 1) in _PAY


def _migrants_send(scene: Scene, first: int, last: int) -> bool:
    """Whether people who work abroad send money ("Migrants sent 1.28 billion dollars to Tajikistan")."""
    begins = max(scene.first, first - _HOME_REACH)
    people = any(s.kind == "demonym" and not s.possessive and begins <= s.first < first for s in scene.sides)
    if not (people and scene.has(begins, first, _AWAY)) and not scene.has(begins, first, _MIGRANTS):
        return False
    return any(a.kind == "currency" and last <= a.first < last + _HOME_REACH for a in scene.amounts)


def _of_people(scene: Scene, trigger: Trigger) -> Trigger | None:
    """A word of labour, or a verb of going as one where people are its subject; None where it tells of none."""
    going = scene.tokens.lowers[trigger.first] in GOING
    if going and trigger.kind in ("verb", "passive"):
        if scene.tokens.lowers[trigger.first] in _LIVING and not scene.has(scene.first, scene.last, _AT_WORK):
            return None
        if _people_go(scene, trigger.first):
            return Trigger(trigger.first, trigger.last, "verb", "labour", "worker", False)
        return None if trigger.flow == "labour" and trigger.last - trigger.first == 1 else trigger
    if are_at_home(scene, trigger):
        return None
    if scene.tokens.lowers[trigger.first] in _AT and not _of_a_nation(scene, trigger.first):
        return None
    part = trigger.kind == "noun" and scene.tokens.lower(trigger.first - 1) in _OF_WHOM
    return None if part and trigger.subject == "worker" else trigger


def _is_part_of_name(scene: Scene, first: int, last: int, kinds: set[str]) -> bool:
    """Whether the word makes another noun or a name with what follows ("trade minister", "Export-Import Bank")."""
    tokens = scene.tokens
    behind = tokens.lower(last)
    if behind == "-" and tokens.glued(last) and tokens.glued(last + 1):
        return True
    # "export data", "import prices" keep no flow of their own; "exports price" is none either
    still = tokens.lowers[first] in ("exports", "imports") and behind not in _STILL_FLOW
    if behind in _NOT_FLOW and "noun" in kinds and last - first == 1 and not still:
        return True
    if tokens.lowers[first] not in _NAMING or first == scene.first or scene.paragraph.kind == "headline":
        return False
    return tokens.words[first][0].isupper() and tokens.word(last)[:1].isupper() and behind.isalpha()


def _is_no_verb(scene: Scene, first: int, last: int, kinds: set[str]) -> bool:
    """Whether a verb stands as a noun ("an offer"), or a blocking noun in another sense ("free of duty")."""
    before = scene.tokens.lower(first - 1)
    if "block" in kinds:
        free = before == "of" and scene.tokens.lower(first - 2) == "free"
        return free or is_a_states_name(scene, first) or _takes_investment(scene, first, before)
    if first > scene.first and scene.tokens.lowers[first] in IDLE and moves_nothing(scene, first):
        return True
    if is_no_act(scene, first) or is_no_gift(scene, first, last) or means_no_flow(scene, first, last):
        return True
    if "verb" in kinds and any(a.last == first and a.kind == "count" and a.noun is not None for a in scene.amounts):
        return True
    one_word = kinds == {"verb"} and last - first == 1
    if one_word and before == "-" and _describes(scene, first):
        return True
    if scene.tokens.lowers[first] == "sales" and scene.has(first - _AT_HOME_REACH, first, _AT_HOME):
        return True
    if one_word and scene.tokens.lowers[first].endswith("ed") and before in _BEFORE_ADJECTIVE:
        joined = before == "and" and scene.has(scene.first, first - 2, _DEALING_VERBS)  # "sold tea and imported rice"
        return not joined and scene.tokens.lowers[first] in _ADJECTIVES and term_at(scene.tokens, last) is not None
    return one_word and (before in _ARTICLES or before == "of") and not scene.tokens.lowers[first].endswith("ed")


def _takes_investment(scene: Scene, index: int, before: str) -> bool:
    """Whether an economy is what money is put into ("invested $3 million in the Lao economy")."""
    owner = next((s for s in scene.sides if s.possessive and s.last + (before in ("'s", "'")) == index), None)
    into = owner is not None and owner.preposition in ("in", "into") and scene.tokens.lowers[index] == "economy"
    return into and any(word.startswith(_PUT_IN) for word in scene.tokens.lowers[scene.first : scene.last])


def _describes(scene: Scene, index: int) -> bool:
    """Whether a participle behind a hyphen describes something else than what a state does ("donor-funded schools",
    and not "the China-funded port")."""
    if not scene.tokens.glued(index) or not scene.tokens.lowers[index].endswith("ed"):
        return False
    return not any(side.last == index - 1 for side in scene.sides)


def _is_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether a word that may be noun or verb ("exports", "supplies") is the verb here."""
    tokens = scene.tokens
    before, behind = tokens.lower(first - 1), tokens.lower(last)
    if behind in change_words("verb") or behind in _BEHIND_NOUN:
        return before in ("will", "would", "could", "may", "can", "must") or (before == "to" and behind == "to")
    if (before == "to" and _has_object(scene, last)) or (tokens.lowers[first].endswith("ing") and before in _AUXILIARY):
        return True
    if before in ("'s", "'") or before in _DETERMINERS:
        bought = tokens.lowers[first] in _ALIKE and _has_object(scene, last)
        return before == "and" and (bought or any(side.last == first - 1 for side in scene.sides))
    if before in _VERB_BEFORE:
        return not (before == "which" and tokens.lower(first - 2) == "of")
    side = next((side for side in scene.sides if side.last == first), None)
    if side is not None:
        acts = side.kind in ("name", "capital", "short", "pronoun", "organization", "lender") and not side.possessive
        return acts and not (side.preposition in _WHOSE and tokens.lowers[first].endswith("s"))
    following = next((a for a in scene.amounts if a.qualifier_first == last), None)
    if following is None or before in (",", ";", "") or (following.kind == "percent" and goods_before(scene, first)):
        return False
    return not behind.endswith("ed")


def _has_object(scene: Scene, last: int) -> bool:
    """Whether behind an infinitive an amount, goods or a country follow ("began to supply electricity to")."""
    if any(amount.qualifier_first == last for amount in scene.amounts) or scene.tokens.lower(last) in _OBJECTS:
        return True
    return term_at(scene.tokens, last) is not None or any(side.first == last for side in scene.sides)
