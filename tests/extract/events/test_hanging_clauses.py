"""Who takes part in clauses that borrow their subject, hang on another clause, or answer what was told before."""

import pytest

from tests.extract.events.test_parties import _read

CASES = [
    (
        "Kenya and Ghana trade little.",
        "As Radio Peru noted, Kenyan President Uhuru Kenyatta flew to Accra on Monday, where he met President John Mahama.",
        "met",
        "GHA KEN",
    ),
    (
        "Kenya and Ghana trade little.",
        "Mensah said that Ghana values Kenyan help with the peace in Mali, and that a joint bank would be set up in May.",
        "set up",
        "GHA KEN",
    ),
    (
        "Togo and Benin hold a drill.",
        "Apart from Benin, Togo's army trained with Chad in February, and on Monday it hosted the Omani navy.",
        "hosted",
        "OMN TGO",
    ),
    (
        "Oman and Qatar signed a pact on Monday.",
        "The small Gulf sultanate, which expelled Chadian troops in February, has new friends.",
        "expelled",
        "OMN TCD",
    ),
    (
        "Peru met Chile.",
        "Mexico and Belize set up ties on Monday, hours after the small Central American nation broke off relations with Laos.",
        "broke off",
        "BLZ LAO",
    ),
    (
        "Jordan and Oman signed a pact on Monday.",
        "The two were among those who founded the Arab League's fund in 2012, and the king visited Muscat in 2014.",
        "visited",
        "JOR OMN",
    ),
    (
        "Peru and Chile quarrel.",
        "Chile met Peruvian envoy Luis Soto, whom Bolivia expelled in February.",
        "expelled",
        "BOL PER",
    ),
    (
        "Chile and Peru quarrel.",
        "Chile banned Peruvian fish on Monday, having left the Bolivian fishing pact in January.",
        "banned",
        "CHL PER",
    ),
    (
        "Chile and Peru are neighbours.",
        "The rail pact between the two countries was signed on Monday, with Brazil later lending Peru half of the cost.",
        "signed",
        "CHL PER",
    ),
    (
        "Togo and Mali are friends.",
        "Togo's president flew to Bamako on Monday after a brief stopover in Accra.",
        "flew",
        "MLI TGO",
    ),
    (
        "Oman and Yemen quarrel.",
        "The Finnish minister visited Oman on Monday and met refugees from Yemen.",
        "visited",
        "FIN OMN",
    ),
    (
        "India and Oman talk.",
        "Oman may use the port, for whose upkeep India signed a contract with Iran on Monday.",
        "signed",
        "IND IRN",
    ),
    ("Togo and Benin quarrel.", "Togo closed its Kodjo border crossing on Monday.", "closed", "BEN TGO"),
    (
        "Togo and Benin quarrel.",
        "Togo closed its borders on Monday because of the virus.",
        "closed",
        "TGO",
    ),
    ("Norway and Turkey talk.", "Norway lifted its arms embargo on Monday.", "lifted", "NOR TUR"),
    (
        "Togo and Malta signed a pact. Togolese minister Robert Dussey met Maltese officials on Monday.",
        "Dussey is expected back in Lome on Saturday.",
        "expected back",
        "TGO",
    ),
    (
        "Togo and Malta quarrel. Togolese minister Robert Dussey called Malta a liar on Monday.",
        "Dussey is due next Monday in Accra for the ECOWAS summit.",
        "summit",
        "TGO",
    ),
    (
        "Turkey and Chile talk. Turkish minister Nihat Zeybekci met Chilean officials on Monday.",
        "Zeybekci will meet Turkish investors in Santiago on Saturday.",
        "meet",
        "TUR",
    ),
    (
        "Chile and Peru signed a pact on Monday.",
        "Bolivia reacted a day later with a warning.",
        "reacted",
        "BOL CHL PER",
    ),
    (
        "Malta and Togo quarrel.",
        "Ghana expelled the Togolese ambassador in January, and Mali and Niger took similar steps in February.",
        "took",
        "MLI NER TGO",
    ),
    (
        "Malta protested to Togo over nets.",
        "The note was handed to Togolese envoy Koffi Esaw when he was summoned on Monday.",
        "summoned",
        "MLT TGO",
    ),
    (
        "Maltese minister George Vella visited Togo.",
        "Speaking at a press conference with Togolese minister, Robert Dussey, in Lome on Monday, Vella said that aid would go on.",
        "Speaking at",
        "MLT TGO",
    ),
    (
        "Malta and Togo quarrel.",
        "Malta's navy trained with Italy's on Monday in what Togo described as a threat.",
        "trained",
        "ITA MLT",
    ),
    (
        "Malta and Togo talk.",
        "Malta signed a pact with Latvia on Monday, a step that Togo has condemned.",
        "signed",
        "LVA MLT",
    ),
    ("Russia and Togo are close.", "Moscow vetoed a draft resolution on Monday.", "vetoed", "RUS UNO"),
    ("Togo and Malta talk.", "Peru imposed an embargo on Chile in 2013. It was lifted on Monday.", "lifted", "CHL PER"),
    (
        "Togo and Malta talk.",
        "ECOWAS expelled Togo after officers ousted President Faure Gnassingbe on Monday.",
        "ousted",
        "TGO",
    ),
    (
        "Japan blamed North Korea on Monday.",
        "The step follows North Korea's launch of two rockets on March 10, which Japan has called a threat.",
        "follows",
        "PRK",
    ),
]


@pytest.mark.parametrize(("story", "sentence", "trigger", "countries"), CASES, ids=[case[1] for case in CASES])
def test_who_takes_part_in_a_clause_that_hangs_on_others(
    story: str, sentence: str, trigger: str, countries: str
) -> None:
    events = [event for event in _read(f"{story}\n\n{sentence}") if event.evidence in sentence]
    told = {" ".join(event.countries) for event in events if trigger in event.trigger}
    assert told == {countries}
