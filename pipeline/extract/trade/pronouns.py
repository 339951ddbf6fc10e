"""Which country a pronoun or a noun such as "the kingdom", "the neighbour", "the bank" stands for in a sentence."""

from pipeline.extract.quantities.words import word_set
from pipeline.extract.trade.described import described
from pipeline.extract.trade.givers import GIFTS
from pipeline.extract.trade.pronoun_objects import given_to, is_object, other_than, visited
from pipeline.extract.trade.scene import PAIR, Scene, Side, Trigger
from pipeline.extract.trade.sides import PREPOSITIONS
from pipeline.extract.trade.story import Story, bodies, lenders, subject_among
from pipeline.extract.trade.whose import (
    OWNED_REACH,
    PARTNERS,
    give_speaker,
    of_the_way_back,
    where_it_is,
    who_deals,
    who_says,
    whose_buying,
    whose_partner,
)

_AWAY, _PARTNERS = frozenset({"to", "from", "with", "into"}), frozenset({"to", "from", "into"})
_RELATIVE = frozenset({"which", "who", "that"})
_BORDER_REACH = 2
"""So many tokens stand at most between "imported" and "country"."""
_MARKETS = word_set("market markets destination buyer customer importer")
_SOURCES = word_set("source supplier seller exporter")
_FOR_WHOM = frozenset({"for", "of", "to"})
_OF_THE_OWNER = word_set("making accounting representing")
"""Behind a clause that begins so, "its" is whose figure stood last."""
_PRONOUNS, _PLURAL = word_set("it its they their there we our"), frozenset({"they", "their"})
_UNKNOWN = ("pronoun", "neighbour", "bloc", "lender")
_WORDS = word_set(
    "announcement pledge promise decision offer agreement plan assurance statement commitment news reports"
)
_WORD_REACH = 3
_THANKS = word_set("thanked thank thanks thanking praised praise praises praising hailed grateful lauded commended")
_THANKS_REACH = 3
_THANKED_REACH = 5
_BEING = word_set("is was are were remains remained became becomes being")
_FOR_OR_TO, _WHERE, _OF_OR_IN = frozenset({"for", "to"}), frozenset({"in", "into"}), frozenset({"of", "in"})
_OWN_NEEDS = word_set("covers cover covered covering meets meet met meeting satisfy satisfies satisfied")
"""Verbs of what a state does about its own needs; of those of a state that a noun describes others may do it."""
_CEILINGS = frozenset({"ceiling", "ceilings", "quota", "quotas", "output", "production"})
_OPEC = "OPEC"
_HEAD_REACH = 3
"""So many tokens before a relative clause ends whom it is about."""
_MANY = word_set("nations countries economies debtors exporters producers states")
"""Before "their" these are whose it is, where no state is named."""


def resolve_pronouns(scene: Scene, story: Story) -> None:
    """Give each pronoun of `scene` its country, in place; those that stay open keep "" ."""
    named: list[Side] = []
    give_speaker(scene)
    for side in scene.sides:
        if side.kind not in _UNKNOWN:
            named.append(side)
        elif side.kind == "bloc":
            side.code = "EUE" if "EUE" in story.dominant else ""
        elif side.kind == "lender":
            side.code = next((s.code for s in reversed(named) if s.code in lenders()), story.lender or "")
        elif side.kind == "neighbour":
            side.code = _neighbour(scene, side, named, story)
        elif side.code == "" and scene.tokens.lowers[side.first] == "there":
            before = [s for s in scene.sides if s.last <= side.first and scene.tokens.lowers[s.first] not in _PRONOUNS]
            acts = who_deals(scene, side)
            near = [s.code for s in before if s.code not in ("", PAIR, acts) and not s.attribution]
            recent = story.recent(scene.paragraph.position)
            partner = _counterpart(story, scene, side, recent.view) if recent is not None else None
            away = not near and (side.preposition in _AWAY or acts is not None)
            side.code = near[-1] if near else (partner if away else None) or next(reversed(story.named), "")
        elif side.code == "" and _is_of_many(scene, side):
            continue
        elif side.code == "":
            told = described(scene.tokens, side, [*reversed(story.dominant), *story.named, *(s.code for s in named)])
            side.code = told or _antecedent(scene, side, named, story)
            if side.code and not side.possessive and scene.tokens.lowers[side.first] not in _PRONOUNS:
                named.append(side)


def _is_of_many(scene: Scene, side: Side) -> bool:
    """Whether "their" is that of states which the sentence does not name ("ten nations and their exports")."""
    if scene.tokens.lowers[side.first] != "their" or not scene.has(scene.first, side.first, _MANY):
        return False
    before = [s for s in scene.sides if s.last <= side.first]
    return not any(s.code == PAIR or (s.code and not s.attribution and s.kind != "person") for s in before)


def _neighbour(scene: Scene, side: Side, named: list[Side], story: Story) -> str:
    """The country beside the one whose neighbour it is."""
    states = [s for s in named if s.code not in bodies()]
    owner = _owner(scene, side, states, scene.clause(side.first)[0]) or story.subject
    apart = [s for s in named if s.code != owner and not s.attribution]
    clear = [s for s in apart if s.kind != "demonym" or not s.possessive]
    return next((s.code for s in clear), None) or story.other(owner) or next((s.code for s in apart), None) or ""


def _antecedent(scene: Scene, side: Side, named: list[Side], story: Story) -> str:
    """The country of "it", "its", "the country": the sentence's subject, its speaker, or the story's."""
    noun = scene.tokens.lowers[side.first] not in _PRONOUNS
    told = _told_beside(scene, side, named) or (
        (_his(scene, side, story) or _that(scene, side, named) or visited(scene, side)) if noun else None
    )
    told = given_to(scene, side, named, story) if told is None else told
    if told is not None:
        return told
    first = scene.clause(side.first)[0]
    others = where_it_is(scene, side, named) or _not_meant(scene, side, named, noun)
    apart = [s for s in named if s.code not in others] if others else named
    owners = apart if noun else [s for s in apart if s.kind != "demonym" or not s.possessive]
    here = (_owner(scene, side, owners, first) if owners else None) or _owner(scene, side, apart, first)
    if here is None and others:
        here = next((s.code for s in reversed(apart) if s.code not in bodies()), None)
    if side.possessive and here in lenders() and _owned(scene, side, scene.clause(side.first)[1]) is not None:
        # "a World Bank loan to Chad to raise its exports"
        here = next((s.code for s in reversed(apart) if s.code not in bodies() and not s.attribution), here)
    by_body = noun and here in bodies()
    speaker = next((s.code for s in apart if s.attribution and s.preposition is None and s.kind != "person"), None)
    if noun and here is not None and not others and is_object(scene, side, named):
        return other_than(side, named, story, here)
    subject = None if by_body else here
    if scene.tokens.lowers[side.first] in _PLURAL and (subject is None or here == story.subject) and story.people:
        return story.people
    if subject is None:
        hosts = _host(scene, side, story) or _dealt_with(scene, side, story, others)
        subject = hosts or _from_story(
            scene, story, others, (_topic(scene, side, story) if noun else speaker or story.subject)
        )
    if side.possessive and scene.tokens.lower(first) in _OF_THE_OWNER:
        subject = next((s.code for s in reversed(named) if s.possessive and s.kind != "demonym"), subject)
    if noun and side.preposition in _AWAY:
        market = next((s for s in named if s.last < side.first and scene.tokens.lower(s.last) in _MARKETS), None)
        if market is not None:
            return market.code
    away = side.preposition in _AWAY and not side.possessive and not by_body and not _crosses_its_border(scene, side)
    away = away and not (noun and others and side.preposition in _WHERE and subject in (story.home, story.told_of))
    away = away and (here is None or scene.tokens.lower(side.first - 1) != "that")
    return (_counterpart(story, scene, side, subject) if away else subject) or ""


def _crosses_its_border(scene: Scene, side: Side) -> bool:
    """Whether goods are told to enter or leave the country that trades ("were imported into the country")."""
    moved = next((t for t in scene.triggers if 1 <= side.first - t.last <= _BORDER_REACH), None)
    if moved is None or (moved.kind == "noun" and (moved.flow, side.preposition) != ("import", "into")):
        return False
    if moved.flow == "import":
        return side.preposition in ("into", "to")
    return moved.flow == "export" and side.preposition == "from"


def _topic(scene: Scene, side: Side, story: Story) -> str | None:
    """The country that "the country" is: not the partner told of last where whose trade it is goes on ("Peru was the
    main buyer of its tea. The country exported 4 tons of coffee")."""
    topic, told = story.topic(), story.traded
    spoken_of = _owner_before(scene, story)
    if spoken_of is not None:
        return spoken_of
    if side.preposition is not None and not side.possessive:
        return topic
    if scene.first == 0 and story.viewer in story.dominant[:2]:
        return story.viewer
    if told is None or told.view in (None, topic) or topic not in told.countries:
        return topic
    role = "exporter" if told.view == told.exporter else "importer"
    return told.view if any(trigger.subject == role for trigger in scene.triggers) else topic


def _owner_before(scene: Scene, story: Story) -> str | None:
    """Whose matter alone the sentence before tells of ("Latvia's taste for figs has grown. The country bought")."""
    before = story.before
    if before is None or scene.first == 0 or before.paragraph is not scene.paragraph:
        return None
    codes = {s.code for s in before.sides if s.code not in ("", PAIR)}
    opens = before.sides[0] if before.sides else None
    if opens is None or len(codes) != 1 or opens.first != before.first or not opens.possessive:
        return None
    return opens.code if opens.kind in ("name", "short") else None


def _who_is_thanked(scene: Scene, side: Side, named: list[Side]) -> str | None:
    """Whose help it is that another thanks for ("thanked Fiji on Tuesday for its aid")."""
    before = next((s for s in reversed(named) if s.last <= side.first and not s.attribution), None)
    if before is None or side.first - before.last > _THANKED_REACH:
        return None
    words = scene.tokens.lowers[max(scene.first, before.first - _THANKS_REACH) : before.first]
    return before.code if not _THANKS.isdisjoint(words) else None


def _told_beside(scene: Scene, side: Side, named: list[Side]) -> str | None:
    """Who is meant by what stands right around the word: who is thanked, whom goods come back from, who announces."""
    if side.preposition in _PARTNERS and not side.possessive:
        partner = of_the_way_back(scene, side, named)
        if partner is not None:
            return partner
    if scene.tokens.lowers[side.first] in _PRONOUNS:
        part = side.possessive and scene.tokens.lower(side.first - 1) in _OF_OR_IN
        whose = (whose_partner(scene, side) if part else None) or who_says(scene, side)
        if whose is not None:
            return whose
        if side.possessive and scene.tokens.lower(side.first - 1) == "for":
            thanked = _who_is_thanked(scene, side, named)
            if thanked is not None:
                return thanked
        whose = _whose_market(scene, side, named)
        if whose is not None:
            return whose
        if side.possessive and scene.has(side.last, side.last + OWNED_REACH, _CEILINGS):
            cartel = next((s for s in reversed(named) if s.last <= side.first and not s.possessive), None)
            if cartel is not None and cartel.code == _OPEC:
                return _OPEC
    return _whose_word(scene, side, named) or whose_buying(scene, side)


def _whose_market(scene: Scene, side: Side, named: list[Side]) -> str | None:
    """Who sells where another is called its market ("Italy is the main market for Malta, as it exported 3 tons")."""
    verb = next((t for t in scene.triggers if t.kind == "verb" and t.first == side.last), None)
    if verb is None or side.possessive or verb.subject not in ("exporter", "importer"):
        return None
    words = _MARKETS if verb.subject == "exporter" else _SOURCES
    at = next((at for at in range(side.first - 1, scene.first, -1) if scene.tokens.lowers[at] in words), None)
    if at is None:
        return None
    return next((s.code for s in named if 0 < s.first - at <= OWNED_REACH and s.preposition in _FOR_WHOM), None)


def _whose_word(scene: Scene, side: Side, named: list[Side]) -> str | None:
    """Who announces or promises what "it" will do ("Japan's pledge that it will lend")."""
    at = side.first - 1 - (scene.tokens.lower(side.first - 1) == "that")
    if scene.tokens.lower(at) not in _WORDS:
        return None
    owners = (s for s in reversed(named) if s.possessive and s.last < at <= s.last + _WORD_REACH)
    return next((s.code for s in owners), None)


def _his(scene: Scene, side: Side, story: Story) -> str | None:
    """ "his nation": the state of the official who speaks, else the one told of before."""
    if scene.tokens.lower(side.first - 1) not in ("his", "her"):
        return None
    before = [s for s in scene.sides if s.last <= side.first and s.code not in ("", PAIR)]
    speaker = next((s.code for s in before if s.kind == "person" or s.attribution), None)
    return speaker or story.subject or story.home


def _that(scene: Scene, side: Side, named: list[Side]) -> str | None:
    """ "exports to Peru rose, and imports from that country fell": the partner named before."""
    if scene.tokens.lower(side.first - 1) != "that" or side.preposition not in _AWAY:
        return None
    return next((s.code for s in reversed(named) if s.last < side.first and s.preposition in _AWAY), None)


def _host(scene: Scene, side: Side, story: Story) -> str | None:
    """ "the host country": where the workers told of before are."""
    recent = story.recent(scene.paragraph.position)
    if recent is None or recent.flow != "labour" or scene.tokens.lower(side.first - 1) != "host":
        return None
    return recent.exporter if recent.wages else recent.importer


def _dealt_with(scene: Scene, side: Side, story: Story, others: set[str]) -> str | None:
    """Whom "it" is as the object of a verb of flow: who bought before is sold to, who sold is paid."""
    recent = story.recent(scene.paragraph.position)
    verb = next((t for t in scene.triggers if t.kind == "verb" and t.last == side.first), None)
    if recent is None or verb is None or verb.subject not in ("exporter", "importer"):
        return None
    code = recent.importer if verb.subject == "exporter" else recent.exporter
    return code if code not in others else None


def _from_story(scene: Scene, story: Story, others: set[str], first: str | None) -> str | None:
    """Whom the story makes it, where the sentence names nobody that it can be."""
    if first not in others:
        return first
    recent = story.recent(scene.paragraph.position)
    views = (recent.view, *recent.countries) if recent is not None else ()
    main = (story.told_of, *views, story.subject, story.topic(), *story.pair, *story.dominant[:2])
    return next((code for code in main if code and code not in others and code not in bodies()), None)


def _not_meant(scene: Scene, side: Side, named: list[Side], noun: bool) -> set[str]:
    """The countries that the one of `side` deals with in its clause, so that it is none of them."""
    first, end = scene.clause(side.first)
    if noun and side.preposition in _WHERE and _gives_before(scene, first, side):
        return {s.code for s in named if s.last <= side.first and s.preposition in (None, "of")}
    if noun and side.preposition in _FOR_OR_TO and not side.possessive:
        giver = _giver_before(scene, named, first, side)
        if giver is not None:
            return {giver}
    if side.possessive and _is_partner_of(scene, side, first):
        subject = _clause_subject(scene, named, first, side.first)
        return {subject} if subject else set()
    if side.possessive:
        owned = _owned(scene, side, end)
        if owned is None:
            return set()
        behind = (s for s in scene.sides if owned.last <= s.first < end and s.preposition in _PARTNERS)
        found = {s.code for s in behind if s.code not in ("", PAIR) and not s.possessive}
        verb = _verb_before(scene, side, first)
        if verb is not None and _deals(verb, owned, noun, scene):
            subject = _clause_subject(scene, named, first, verb.first)
            return found | ({subject} if subject else set())
        return found
    if side.preposition is None and not noun and any(t.last == side.first for t in scene.triggers if t.kind == "verb"):
        head = next((s for s in reversed(named) if s.last <= first), None)
        if scene.tokens.lowers[first] in _RELATIVE and head is not None:
            return {head.code}
        subject = _clause_subject(scene, named, first, side.first)
        return {subject} if subject else set()
    return set()


def _is_partner_of(scene: Scene, side: Side, first: int) -> bool:
    """Whether the subject is told to be the market or the source of who is meant ("Spain was its best customer")."""
    end = min(side.last + OWNED_REACH, scene.last)
    return scene.has(side.last, end, PARTNERS) and scene.has(first, side.first, _BEING)


def _giver_before(scene: Scene, named: list[Side], first: int, side: Side) -> str | None:
    """Who gives what is told as for "the country" ("Norway's premier, who has pledged $3 million for the country")."""
    gives = (t for t in scene.triggers if t.kind == "verb" and t.flow in GIFTS and first <= t.first < side.first)
    verb = next(gives, None)
    if verb is None or verb.subject != "exporter":
        return None
    free = (s for s in reversed(named) if s.last <= verb.first and s.preposition is None and not s.attribution)
    return next((s.code for s in free if s.code and s.code != PAIR), None)


def _gives_before(scene: Scene, first: int, side: Side) -> bool:
    """Whether money is put into what stands at `side` ("is to invest $3.5 billion in the country's fields")."""
    verbs = (t for t in scene.triggers if t.kind == "verb" and t.flow in GIFTS)
    return any(first <= verb.first and verb.last <= side.first for verb in verbs)


def _owned(scene: Scene, side: Side, end: int) -> Trigger | None:
    """The trade that a possessor has ("its total merchandise imports")."""
    near = (t for t in scene.triggers if side.last <= t.first < min(side.last + OWNED_REACH, end))
    return next((t for t in near if t.kind == "noun" and t.subject in ("exporter", "importer")), None)


def _verb_before(scene: Scene, side: Side, first: int) -> Trigger | None:
    """The verb of flow whose object the possessor is a part of, a share between them ("takes a third of its")."""
    shares = [a for a in scene.amounts if a.kind == "percent" and a.last <= side.first <= a.last + 2]
    if not shares or scene.tokens.lower(shares[-1].last) != "of":
        return None
    verbs = [t for t in scene.triggers if first <= t.first and t.last <= shares[-1].first]
    return verbs[-1] if verbs and verbs[-1].kind == "verb" else None


def _deals(verb: Trigger, owned: Trigger, noun: bool, scene: Scene) -> bool:
    """Whether the subject of `verb` is on the other side of what is owned ("provides 80 percent of its imports")."""
    if verb.subject not in ("exporter", "importer") or verb.subject == owned.subject:
        return False
    return noun or scene.tokens.lowers[verb.first] not in _OWN_NEEDS


def _clause_subject(scene: Scene, named: list[Side], first: int, last: int) -> str | None:
    """The country that acts in the clause before token `last`, by name or by pronoun."""
    here = [s for s in named if first <= s.first and s.last <= last]
    opening = next((s for s in scene.sides if s.first == scene.first and s.last <= last and s.kind == "pronoun"), None)
    it = opening.code if opening is not None and not opening.possessive and opening.code != PAIR else None
    return subject_among(here) or it or subject_among([s for s in named if s.last <= last])


def _counterpart(story: Story, scene: Scene, side: Side, subject: str | None) -> str | None:
    """Whom "to the republic", "from it" means: the other country of the story."""
    recent = story.recent(scene.paragraph.position)
    if recent is not None and recent.bilateral:
        view = recent.view if recent.view in recent.countries else subject
        return next((code for code in recent.countries if code != view), None)
    if scene.tokens.lowers[side.first] not in _PRONOUNS:
        told = (story.told_of, story.home, story.subject)
        main = next((code for code in told if code not in (None, subject)), None)
        if main is not None:
            return main
    last = next((code for code in reversed(story.named) if code not in (subject, story.home)), None)
    return last or story.other(subject)


def _owner(scene: Scene, side: Side, named: list[Side], first: int) -> str | None:
    """The country whose "its" is: the subject; goods behind a relative pronoun own nothing ("which sells Thai tea")."""
    if scene.tokens.lowers[first] in _RELATIVE:
        head = next((s for s in reversed(named) if s.last <= first), None)
        acts = side.first > first + 1 and (first == scene.first or scene.tokens.lowers[first - 1] not in PREPOSITIONS)
        if acts and head is not None and first - head.last < _HEAD_REACH and not _begins_goods(head):
            return head.code
        named = [side for side in named if side.first < first or side.kind != "demonym" or not side.possessive]
    return subject_among(named, first)


def _begins_goods(side: Side) -> bool:
    """Whether a country only describes or owns what is named behind it."""
    return side.kind == "demonym" or side.possessive
