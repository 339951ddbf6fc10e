"""What stands in a sentence beyond the act: words said with it, others' doings beside it, whom its parties are like."""

import pytest

from tests.extract.events.test_parties import _read

STORY = "Kenya and Uganda agreed on Monday to widen the road between them.\n\n"
CASES = [
    ("Mali's remarks came as Chadian premier Idriss Haroun is due to visit Niamey on March 27.", "visit", "NER TCD"),
    ("The boycott came two weeks after Oman closed its embassy in Chad on March 2.", "closed", "OMN TCD"),
    ("Peru wrote to Chile on Tuesday, citing a ruling on Bolivian ports.", "wrote", "CHL PER"),
    ("Ghana thanked Togo on Tuesday for the fuel, adding that Benin had sent none.", "thanked", "GHA TGO"),
    ("Oman sent tents to Yemen on Tuesday, with the United Arab Emirates sending blankets.", "sent", "OMN YEM"),
    ("Laos, a Thai ally that helped Bangkok in a row with Mali, joined ASEAN on Tuesday.", "joined", "ASEAN LAO"),
    ("Jan Novak of Slovakia was the only EU leader to visit Bolivia on Tuesday.", "visit", "BOL SVK"),
    ("Kenya lifted UN-imposed sanctions against Chad on Tuesday.", "lifted", "KEN TCD"),
    ("Speaking on Peruvian national TV, Chad's premier praised Mali on Tuesday.", "praised", "MLI TCD"),
    ("Niger said on Tuesday it was leaving ECOWAS.", "leaving", "ECOWAS NER"),
    ("Uganda thanked the members of a bloc led by Beijing and Moscow on Tuesday.", "thanked", "KEN UGA"),
    ("Ghana joined a bloc that was founded by Peru and Chile on Tuesday.", "founded", "CHL PER"),
    ("Ghana opened an inquiry on Tuesday into the port over its dealings with Mali.", "opened", "GHA"),
    ("Kenyan tea exports, halted on Tuesday by a flood, are to go on.", "halted", "KEN"),
    ("Fuel is short in Kenya amid protests in Chad last week.", "protests", "TCD"),
    ("Ghana let a Chinese ship dock on Tuesday, much to Delhi's dismay.", "let", "CHN GHA"),
    ("Since taking office in 2012, Uganda's leader has been to Oman twice.", "taking office", "UGA"),
    ("While visiting Oman on Tuesday, the Chadian envoy fell ill.", "visiting", "OMN TCD"),
    ("The Chadian envoy's visit to Oman on Tuesday was a snub to Mali.", "visit", "OMN TCD"),
    ("A Kenyan trade official responded on Tuesday that the road was closed.", "responded", "KEN UGA"),
    ("The Kenyan president landed in Nairobi on Tuesday.", "landed", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "countries"), CASES, ids=[case[0] for case in CASES])
def test_what_is_beyond_the_act_takes_no_part(sentence: str, trigger: str, countries: str) -> None:
    events = [event for event in _read(STORY + sentence) if event.evidence == sentence]
    told = {" ".join(event.countries) for event in events if trigger in event.trigger}
    assert told == {countries}
