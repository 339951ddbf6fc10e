"""Relative clauses without a pronoun: "a pact Oman and Chad signed", "the call the two ministers had". Their subject is
right behind the noun that they describe, and whoever stands ahead of that noun acts in another clause."""

import re
from collections.abc import Sequence

from pipeline.extract.events.actor import Actor
from pipeline.extract.events.trigger import Trigger

_TO_VERB = re.compile(
    r"(?:\s(?:(?:has|had|have|will|would|is|was|were|are|also|both|earlier|first|just|later|once|originally|then|together|[a-z]{2,12}ly)\s){0,3}|\s)"
)
"""Between the subject and its verb."""
_AND = re.compile(r"(?:['’]s?\s[\w\s.'’-]{2,60}?)?,?\sand\s(?:the\s)?|,\s(?:the\s)?")
_DESCRIBED = re.compile(
    r"\b(?:accord|agreement|aid|arms|assets|ban|bases?|bid|bill|bodies|call|ceasefire|charges|claims?|commitments?|concessions?|conditions|"
    r"contract|convention|conversation|curbs|deal|debts?|declaration|demands?|discussions?|document|documents|drills?|duties|embargo|"
    r"exercises?|funds?|goods|invasion|land|law|limits|list|loans?|maps?|measures|meetings?|memorandum|missiles?|money|negotiations|note|"
    r"offers?|orders?|pact|pacts|plans?|platform|pledges?|project|projects|promises?|proposals?|protocol|quotas?|resolution|resolutions|"
    r"restrictions|roadmap|sanctions|satellites?|ships?|statement|strikes?|summit|talks|tariffs?|terms|territor(?:y|ies)|treat(?:y|ies)|truce|"
    r"tunnels?|visit|war|warning|weapons)\s(?:the\s)?\Z"
)
"""Ahead of the subject: what is signed, sent, held or imposed."""
_OWNS = re.compile(r"(?:['’]s?)?\s(?:(?!(?:an?|any|its|that|the|their|this)\b)[\w-]{2,16}\s){0,2}")
"""Between a state and what is its own ("a U.N. resolution Chad signed")."""
_LOOK = 40
"""Characters ahead of a subject within which that stands."""


def contact_clause(sentence: str, trigger: Trigger, low: int, actors: Sequence[Actor]) -> int | None:
    """Where the clause of `trigger` begins, in one that begins at `low`, if it is a relative one without a pronoun: at
    its subject, or at whose the noun is that it describes."""
    if trigger.pos != "verb" or not trigger.finite or trigger.passive:
        return None
    before = [actor for actor in actors if low <= actor.start and actor.end < trigger.start]
    if not before or _TO_VERB.fullmatch(sentence, before[-1].end, trigger.start) is None:
        return None
    start = before[-1].start
    for actor in reversed(before[:-1]):
        if actor.end >= start:
            start = min(start, actor.start)
        elif _AND.fullmatch(sentence, actor.end, start) is not None:
            start = actor.start
        else:
            break
    noun = _DESCRIBED.search(sentence, max(low, start - _LOOK), start)
    if noun is None:
        return None
    owner = next((actor for actor in reversed(before) if actor.end <= noun.start()), None)
    owned = owner is not None and _OWNS.fullmatch(sentence, owner.end, noun.start()) is not None
    return owner.start if owner is not None and owned else start
