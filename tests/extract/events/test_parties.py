"""Who takes part: states named in the clause, meant by it, carried over from before; what is aside; acts at home."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.article import extract_article
from pipeline.extract.events.asides import standing_of
from pipeline.extract.events.party_words import party_words, speaks_of
from pipeline.extract.events.words import noun_forms, verb_forms
from pipeline.extract.facts import Event
from pipeline.intake.source import Metadata, SourceArticle
from pipeline.lexicon.table import rows
from pipeline.text.ids import stable_id

FRIDAY = date(2016, 3, 18)
_FOUND = 0.7
"""Part of the labelled events that must be there; which sentences tell of events is other modules' matter."""
PAGE_FILE = Path(__file__).parent / "parties.txt"


def _read(text: str) -> tuple[Event, ...]:
    article = SourceArticle(
        article_id=stable_id("a.txt", None), source_path="a.txt", record_key=None, encoding="utf-8",
        text=text, sha256="0" * 64, metadata=Metadata(published_on=FRIDAY),
    )  # fmt: skip
    return extract_article(article).events


def _last(text: str) -> str:
    events = _read(text)
    assert events, text
    return " ".join(events[-1].countries)


NAMED = [
    ("Chile and Peru signed a fishing accord on Monday.", "CHL PER"),
    ("The Chilean foreign minister met his Peruvian counterpart in Geneva on Monday.", "CHL PER"),
    ("Ghana's president visited Togo on Monday.", "GHA TGO"),
    ("A Ghanaian delegation arrived in Lome on Monday.", "GHA TGO"),
    ("Talks between Georgia and Armenia were held in Vienna on Monday.", "ARM GEO"),
    ("Nairobi sent 40 trucks of maize to Juba on Monday.", "KEN SSD"),
    ("The Kremlin accused Kyiv of shelling a village on Monday.", "RUS UKR"),
    ("Malaysia's Petronas signed a contract with Turkmengaz on Monday.", "MYS TKM"),
    ("The Knesset ratified a treaty with Jordan on Monday.", "ISR JOR"),
    ("On Monday the Storting approved a loan to Iceland.", "ISL NOR"),
    ("Mongolian and Kazakh border guards held a joint exercise on Monday.", "KAZ MNG"),
    ("Bolivia's ambassador to Paraguay met Brazilian officials on Monday.", "BOL BRA"),
    ("The Danish navy seized a Panamanian tanker on Monday.", "DNK PAN"),
    ("Qatar pledged $30 million to Lebanon on Monday.", "LBN QAT"),
    ("Zambians voted for a new president on Monday.", "ZMB"),
    ("Jordan's King Abdullah II received the Cypriot president in Amman on Monday.", "CYP JOR"),
    ("Egypt, Sudan and Ethiopia signed a declaration on the dam on Monday.", "EGY ETH SDN"),
    ("The leaders of Japan, South Korea and China met in Tokyo on Monday.", "CHN JPN KOR"),
    ("A Cuban medical brigade left for Angola on Monday.", "AGO CUB"),
    ("Vietnam's prime minister left Hanoi for a visit to Laos on Monday.", "LAO VNM"),
    ("Tunisian customs officers arrested two Libyans on Monday.", "LBY TUN"),
    ("Estonia expelled two Russian diplomats on Monday.", "EST RUS"),
    ("Romania summoned the Hungarian ambassador on Monday.", "HUN ROU"),
    ("Ecuador recalled its ambassador to Colombia on Monday.", "COL ECU"),
    ("Norway named a new ambassador to Chile on Monday.", "CHL NOR"),
    ("Saudi Arabia lifted its ban on Brazilian poultry on Monday.", "BRA SAU"),
    ("Indonesia and the European Union concluded trade talks on Monday.", "EUE IDN"),
    ("The IMF approved a loan for Ghana on Monday.", "GHA IMF"),
    ("The World Bank lent Nepal $50 million on Monday.", "NPL WB"),
    ("The UN Security Council imposed an arms embargo on South Sudan in July 2011.", "SSD UNO"),
    ("The African Union suspended Mali on Monday.", "AU MLI"),
    ("ECOWAS lifted sanctions on Niger on Monday.", "ECOWAS NER"),
    ("NATO ministers met in Brussels on Monday.", "NATO"),
    ("The European Parliament passed a resolution on Monday condemning Belarus.", "BLR EUE"),
    ("The International Criminal Court issued a warrant against a Libyan general on Monday.", "ICC LBY"),
    ("Finland's parliament approved the budget on Monday.", "FIN"),
    ("Slovak voters elected a new president on Monday.", "SVK"),
    ("Kenya's Supreme Court annulled the election on Monday.", "KEN"),
    ("Peru's prime minister resigned on Monday.", "PER"),
    ("Thailand's cabinet approved a bill on Monday.", "THA"),
    ("India tested a missile on Monday.", "IND"),
    ("Iran launched a satellite on Monday.", "IRN"),
    ("Morocco closed its borders on Monday.", "MAR"),
    ("Argentina devalued its currency on Monday.", "ARG"),
    ("Sri Lanka's president dissolved parliament on Monday.", "LKA"),
    ("Turkish jets bombed positions in Syria on Monday.", "SYR TUR"),
    ("Azerbaijan's army shelled Armenian positions on Monday.", "ARM AZE"),
    ("Ukraine thanked Poland on Monday for the transit of grain through Romania.", "POL UKR"),
    ("Latvia praised Japan on Monday, TASS reported.", "JPN LVA"),
    ("Portugal and Angola signed an agreement in Geneva on Monday.", "AGO PRT"),
    ("The Thai prime minister met his Lao counterpart on the sidelines of a summit in Manila on Monday.", "LAO THA"),
    ("Like Vietnam, Cambodia banned rubber exports to China on Monday.", "CHN KHM"),
    ("Hungary shipped Soviet-era tanks to Iraq on Monday.", "HUN IRQ"),
    ("Kuwait sent a US-built jet to Bahrain on Monday.", "BHR KWT"),
    ("Uganda received wheat from Russia via Mombasa on Monday.", "RUS UGA"),
    ("Swiss envoys mediated in talks between Colombia and Venezuela on Monday.", "CHE COL VEN"),
    ("Senegal and Gambia opened a bridge on Monday, according to Chinese state media.", "GMB SEN"),
    ("Brunei's sultan is to visit Oman on May 9.", "BRN OMN"),
    ('Poland denounced Belarus on Monday for its "games with Moscow".', "BLR POL"),
    ("A treaty that Spain signed with Morocco in June 2011 was shelved.", "ESP MAR"),
    ("Oman, which hosted the talks, signed a gas deal with India on Monday.", "IND OMN"),
    ("Serbia, whose president is ill, opened a consulate in Malta on Monday.", "MLT SRB"),
    ("Azerbaijani President Ilham Aliyev phoned Georgian Prime Minister Irakli Garibashvili on Monday.", "AZE GEO"),
    ("Officials in Lagos detained a Greek captain on Monday.", "GRC NGA"),
    ("Chileans voted on Monday.", "CHL"),
    ("The delegation from Bhutan toured a dam in Nepal on Monday.", "BTN NPL"),
    ("President Nana Akufo-Addo of Ghana hosted Ivory Coast's president on Monday.", "CIV GHA"),
    ("Sino-Indian border talks were held in Leh on Monday.", "CHN IND"),
    ("The Franco-German defence council met in Paris on Monday.", "DEU FRA"),
    ("US-China trade talks resumed on Monday.", "CHN USA"),
    ("Indo-Pak hockey talks were called off on Monday.", "IND PAK"),
    ("Inter-Korean talks opened at Panmunjom on Monday.", "KOR PRK"),
    ("The Russo-Japanese commission convened in Tokyo on Monday.", "JPN RUS"),
    ("The Anglo-Irish Agreement was signed in November 2015.", "GBR IRL"),
    ("An India-Bangladesh bus service was flagged off on Monday.", "BGD IND"),
    ("Turkish-Greek exploratory talks took place in Athens on Monday.", "GRC TUR"),
    ("The EU-Ukraine summit was held in Brussels on Monday.", "EUE UKR"),
    ("A trilateral summit of Cyprus, Greece and Egypt was held in Nicosia on Monday.", "CYP EGY GRC"),
    ("Having met Kenya's president, Somali leader Hassan Sheikh Mohamud flew home on Monday.", "KEN SOM"),
    ("Accompanied by his Thai host, the Burmese premier toured a refinery on Monday.", "MMR THA"),
    ("It was in Riga that Latvia and Estonia signed the pact on Monday.", "EST LVA"),
    ("In Riga, the Latvian and Estonian premiers signed the pact on Monday.", "EST LVA"),
    ("A shipment of Ukrainian wheat reached Beirut on Monday.", "LBN UKR"),
    ("Wheat from Ukraine was unloaded in Lebanon on Monday.", "LBN UKR"),
    ("A Chinese loan of $50 million to Fiji was approved on Monday.", "CHN FJI"),
    ("Brussels slapped anti-dumping duties on Chinese steel on Monday.", "CHN EUE"),
    ("The European Commission opened a probe into Chinese solar panels on Monday. ", "CHN EUE"),
    ("German Chancellor Angela Merkel, on a visit to Niger, pledged aid on Monday.", "DEU NER"),
    ("Rwandan President Paul Kagame is to host Tanzania's leader on May 9.", "RWA TZA"),
    (
        "At the invitation of the Hungarian government, Georgia's foreign minister will visit Budapest on May 9.",
        "GEO HUN",
    ),
    ("Ambassador of Japan to Kenya Toshitsugu Uesawa handed over the school on Monday.", "JPN KEN"),
    ("The Swedish embassy in Hanoi reopened on Monday.", "SWE VNM"),
    ("Czech police extradited a Lebanese man to the United States on Monday.", "CZE LBN USA"),
    ("Spain's Repsol and Bolivia's YPFB signed a gas contract on Monday.", "BOL ESP"),
    ("Air strikes by the Saudi-led coalition hit Sanaa on Monday.", "SAU YEM"),
    ("Israeli troops shot dead two Palestinians on Monday.", "ISR PSE"),
    ("The UN sent 500 peacekeepers to Mali in June 2013.", "MLI UNO"),
    ("The IMF and Tunisia reached an agreement on Monday.", "IMF TUN"),
    ("ASEAN foreign ministers held talks with China on Monday.", "ASEAN CHN"),
    ("The African Development Bank granted Malawi $20 million on Monday.", "AfDB MWI"),
    ("Burundi's parliament voted on Monday to leave the ICC.", "BDI ICC"),
    ("WHO declared Nigeria free of polio on Monday.", "NGA UNO"),
    ("Montenegro was invited to join NATO on Monday.", "MNE NATO"),
    ("Cuba's Raul Castro and Venezuela's Nicolas Maduro met in Havana on Monday.", "CUB VEN"),
    ("Vietnam, which is not a claimant, urged China and Japan on Monday to talk.", "CHN JPN VNM"),
    ("Malta denied on Monday that it had sold passports to Russians.", "MLT RUS"),
    ("The Vatican and Mauritania opened relations on Monday.", "MRT VAT"),
    ("Kosovo and Serbia initialled a deal in Brussels on Monday.", "SRB XKX"),
    ("Taiwan broke off ties with Gambia in November 2013.", "GMB TWN"),
    ("Bhutan held its second election in July 2013.", "BTN"),
    ("South Sudanese rebels released two Kenyan pilots on Monday.", "KEN SSD"),
    ("Two Kenyan pilots were freed in South Sudan on Monday.", "KEN SSD"),
    ("Libyan coast guards turned back 200 migrants on Monday.", "LBY"),
    ("Greece sent 300 migrants back to Turkey on Monday.", "GRC TUR"),
    ("Denmark extended border checks with Germany on Monday.", "DEU DNK"),
    ("The Dutch voted against the EU's Ukraine pact on Monday.", "EUE NLD UKR"),
    ("Iceland's prime minister stepped down on Monday over the Panama papers.", "ISL"),
    ("Armenian and Azerbaijani forces exchanged fire on Monday.", "ARM AZE"),
    ("Mexico's Pemex bought a Spanish shipyard on Monday.", "ESP MEX"),
    ("President Sisi of Egypt received the Emirati crown prince on Monday.", "ARE EGY"),
    ("Seoul and Tokyo will hold vice-ministerial talks on May 9, Yonhap reported.", "JPN KOR"),
    ("The Philippines deported a North Korean crew on Monday.", "PHL PRK"),
    ("Somaliland's president visited Djibouti on Monday.", "DJI SOM"),
]
MEANT = [
    ("The two countries signed a treaty in June 2011.", "CHL PER"),
    ("Both governments agreed on Monday to meet again.", "CHL PER"),
    ("The talks were held on Monday.", "CHL PER"),
    ("A protocol was signed on Monday.", "CHL PER"),
    ("Chile's foreign minister said talks went well. He will travel to Lima on May 9.", "CHL PER"),
    ("Chile lifted the ban on Monday.", "CHL PER"),
    ("Peru shipped 40 tons of grapes on Monday.", "CHL PER"),
    ("The Peruvian president was elected in June 2011.", "PER"),
    ("Peru holds a presidential election on April 10.", "PER"),
    ("The Chilean Senate will vote on the bill on Monday.", "CHL"),
    ("Peru's interior minister resigned on Monday.", "PER"),
    ("Chile's navy fired two missiles in a test on Monday.", "CHL"),
    ("Chile's foreign ministry denounced the remarks on Monday.", "CHL PER"),
    ("Lima summoned the ambassador on Monday.", "CHL PER"),
    ("Ecuador signed a similar accord with Colombia on Monday.", "COL ECU"),
    ("Bolivia recalled its envoy from Santiago on Monday.", "BOL CHL"),
    ("The UN Security Council met on Monday.", "UNO"),
    ("Chile's envoy arrived in Lima on Monday and met the president.", "CHL PER"),
    ("A Chilean trade delegation left for home on Monday.", "CHL PER"),
    ("The next round will be held in Geneva on May 9.", "CHL PER"),
    ("Peru banned imports of the fruit on Monday.", "CHL PER"),
    ("Chile, Peru and Bolivia met in La Paz last week. The three countries will meet again on May 9.", "BOL CHL PER"),
    ("Bolivia's president met Chile's in March. The two leaders talked again on Monday.", "BOL CHL"),
    ("A freight service between Arica and Tacna was launched on Monday.", "CHL PER"),
    ("It is to take effect on May 9.", "CHL PER"),
]
PAGES = [
    (
        "Norway to send food to Chad",
        "The ministry said that Norway would send food to Chad.\n\nThe first shipment left on Monday.",
        "NOR TCD",
    ),
    ("Mali's president in Senegal", "Mali's president is in Dakar. He met Senegal's president on Monday.", "MLI SEN"),
    ("RUSSIA, CHINA HOLD TALKS ON GAS", "RUSSIAN AND CHINESE OFFICIALS TALK.\n\nThe talks ended on Monday.", "CHN RUS"),
    ("Yemen talks go on", "Yemen's government and the opposition held talks in Kuwait on Monday.", "YEM"),
    ("Kazakhstan and China discuss tariffs", "Kazakhstan unilaterally cut the tariff on Monday.", "KAZ"),
    ("Zambian court acquits minister", "The court in Lusaka acquitted the former minister on Monday.", "ZMB"),
    ("Pakistan gets IMF loan", "The Fund approved the second tranche on Monday.", "IMF PAK"),
    (
        "Tajikistan, Iran to build tunnel",
        "Tajikistan and Iran are to build a tunnel.\n\nTehran will lend $20 million for it in May.",
        "IRN TJK",
    ),
    (
        "Digest",
        "RIGA - The president signed a law on Monday.\n\nHANOI - Ministers held talks on Tuesday with Estonia.\n\nOSLO - A bridge was opened on Monday.",
        "NOR",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED, ids=[case[0] for case in NAMED])
def test_who_is_named_takes_part_and_asides_do_not(sentence: str, expected: str) -> None:
    assert _last(f"A report of the day\n\n{sentence}\n") == expected


@pytest.mark.parametrize(("sentence", "expected"), MEANT, ids=[case[0] for case in MEANT])
def test_who_is_meant_in_a_story_of_two(sentence: str, expected: str) -> None:
    story = "Chile and Peru open border talks\n\nChile and Peru are neighbours. Peruvian grapes go to Chile.\n\n"
    assert _last(f"{story}{sentence}\n") == expected


@pytest.mark.parametrize(("title", "text", "expected"), PAGES, ids=[case[0] for case in PAGES])
def test_who_is_meant_on_a_page(title: str, text: str, expected: str) -> None:
    assert _last(f"{title}\n\n{text}\n") == expected


def _articles() -> list[tuple[str, list[tuple[str, str]]]]:
    lines = [line for line in PAGE_FILE.read_text(encoding="utf-8").splitlines(keepends=True) if line[0] != "#"]
    found = []
    for block in "".join(lines).split("-----\n"):
        told = [line for line in block.splitlines() if line.startswith("= ")]
        text = block[: block.index("= ")]
        labels = [tuple(line[2:].split(" | ")) for line in told]
        found.append((text, [(words, codes) for words, codes in labels]))
    return found


@pytest.mark.parametrize(("text", "labels"), _articles(), ids=[text.splitlines()[0] for text, _ in _articles()])
def test_who_takes_part_in_the_events_of_an_article(text: str, labels: list[tuple[str, str]]) -> None:
    events = _read(text)
    found = 0
    for words, codes in labels:
        told = {" ".join(event.countries) for event in events if words in " ".join(event.evidence.split())}
        assert not told or codes in told, (words, told)
        found += bool(told)
    assert found >= _FOUND * len(labels)


def test_an_event_says_who_acts_and_who_is_acted_upon() -> None:
    [event] = _read("A report of the day\n\nNorway banned imports of Chilean salmon on Monday.\n")
    assert (event.source_country, event.target_country) == ("NOR", "CHL")
    [event] = _read("A report of the day\n\nForty tents were handed over to Nepal by Japan on Monday.\n")
    assert (event.source_country, event.target_country) == ("JPN", "NPL")


def test_a_headline_in_capitals_names_its_states() -> None:
    text = "SALMON TALKS OF NORWAY AND CHILE OPEN\n\nA protocol was signed on Monday.\n"
    assert _last(text) == "CHL NOR"


@pytest.mark.parametrize(
    ("before", "name", "behind", "code", "kind", "expected"),
    [
        ("in ", "Peru", " on Monday", "PER", "name", "scene"),
        ("In the northern city of ", "Tacna", ", talks", "PER", "place", "scene"),
        ("officials in ", "Lima", " said", "PER", "capital", "acts"),
        ("its ambassador to ", "Peru", " left", "PER", "name", "post"),
        ("shipped via ", "Peru", " to", "PER", "name", "via"),
        ("tension over ", "Peru", " rose", "PER", "name", "aside"),
        ("", "Peru", "'s state media said", "PER", "name", "aside"),
        ("", "Peruvian", "-made trucks", "PER", "demonym", "aside"),
        ("", "Lima", " accord was signed", "PER", "capital", "aside"),
        ("on ", "Peruvian", " soil", "PER", "demonym", "scene"),
        ("under ", "U.N.", " sanctions", "UNO", "name", "rule"),
        ("and ", "Peru", " signed", "PER", "name", "acts"),
        ("in ", "Jorge Soto", " of", "PER", "person", "acts"),
    ],
)
def test_what_the_words_around_a_name_make_of_it(
    before: str, name: str, behind: str, code: str, kind: str, expected: str
) -> None:
    text = before + name + behind
    assert standing_of(text, len(before), len(before + name), code, kind) == expected


@given(st.text(alphabet="in at the of to Peru's-media war,", max_size=120), st.integers(0, 60))
def test_every_name_has_a_standing(around: str, at: int) -> None:
    text = around[:at] + "Peru" + around[at:]
    start = min(at, len(around))
    assert standing_of(text, start, start + 4, "PER", "name") in {"acts", "scene", "via", "post", "aside"}


@pytest.mark.parametrize("group", sorted(party_words("group")))
def test_every_group_is_counted(group: str) -> None:
    assert speaks_of("two", f"Later the two {group} spoke.")
    assert speaks_of("three", f"All three {group} spoke.")
    assert not speaks_of("two", f"Two dozen {group} spoke.")


def test_every_verb_and_noun_of_an_act_is_in_the_event_lexicon() -> None:
    verbs = {verb.entry.lemma for forms in verb_forms().values() for verb in forms}
    nouns = {entry.noun for forms in noun_forms().values() for _, entry in forms}
    kinds = (
        "home_act",
        "home_vote",
        "organ_act",
        "home_trip",
        "envoy_act",
        "house_act",
        "staff_act",
        "build_act",
        "curb",
    )
    for kind in (*kinds, "raise_money", "shot", "weapon_act", "departs"):
        assert party_words(kind) <= verbs, sorted(party_words(kind) - verbs)
    assert party_words("home_noun") <= nouns


@pytest.mark.parametrize("row", rows("asides"), ids=lambda row: f"{row['kind']}: {row['form']}")
def test_every_word_of_asides_is_reached(row: dict[str, str]) -> None:
    form, name = row["form"], "Lima"
    texts = {
        "post": (f"the {form} to ", name, " left"),
        "people": (f"the {form} in ", name, " left"),
        "settlement": (f"the {form} of ", name, " lies"),
        "maker": ("the ", name, f"-{form} ship"),
        "money": ("the ", "Peruvian", f" {form} too"),
        "soil": ("on ", "Peruvian", f" {form} too"),
        "base": ("at the ", "Peruvian", f" {form} too"),
        "docket": ("a ", "WTO", f" {form} too"),
        "leaning": ("the pro-", "Peruvian", f" {form} too"),
        "rule": ("the ", "UN", f" {form} too"),
        "named_after": ("the ", name, f" {form} too"),
        "occasion": ("at the ", "ASEAN", f" {form} too"),
        "citizen": ("Juan Rey, a ", "Peruvian", f" {form} too"),
        "national": ("the Peruvian ", form, " too"),
        "made": (f"rifles {form} in ", name, " too"),
        "ally": ("", name, f"'s {form} Bolivia"),
        "at_whom": (f"remarks {form} at ", name, " too"),
        "joining": ("the ", "NATO", f" {form} too"),
    }
    behind = {"medium", "belonging"}
    before, named, after = texts.get(
        row["kind"], ("the ", name, f" {form} too") if row["kind"] in behind else (f"{form} ", name, " too")
    )
    kinds = dict.fromkeys(("occasion", "national", "joining", "docket"), "organization") | dict.fromkeys(
        ("soil", "money", "citizen", "base", "leaning"), "demonym"
    )
    kind = kinds.get(row["kind"], "capital")
    code = "UNO" if row["kind"] == "rule" else "PER"
    expected = {
        "post": "post", "people": "acts", "settlement": "scene", "soil": "scene", "base": "scene",
        "scene": "scene", "rule": "rule",
        "via": "via", "at_whom": "acts",
    }  # fmt: skip
    text = before + named + after
    found = standing_of(text, len(before), len(before) + len(named), code, kind)
    assert found == expected.get(row["kind"], "aside")


SIDES = [
    ("In a gesture of thanks to Malta, Slovenian Premier Borut Pahor on Monday announced a gift of books.", "SVN", "MLT"),
    ("Vans from Peru were hit with new duties by Chile in 2014.", "CHL", "PER"),
    ("The raid on northern Kenya on Monday was the work of Somali gunmen.", "SOM", "KEN"),
    (("Iraqi lawmakers praised it on Monday. Iraq's invasion of Kuwait, as they called it, was a blunder. "
     "Since Iraq's invasion in August 1990 Jordan had taken in thousands."), "IRQ", "KWT"),
    (("Iraqi lawmakers were mild. Iraq's invasion of Kuwait, as they called it, was a blunder. "
     "Jordan had been poor before the war began in 1990."), "IRQ", "KWT"),
    ("Sudan stood by. Sudan and Chad are at odds. On Monday an attack on the Chadian town of Adre damaged a mill.", "SDN", "TCD"),
    ("A fund of $9 million for Chad was approved on Monday by nobody but Togo.", "TGO", "TCD"),
    ("The Obama Administration announced a grant of tents for Haiti on Monday.", "USA", "HTI"),
    ("Peru and Chile, both of whom buy coal from Japan as old partners, signed an accord on Monday.", "PER", "CHL"),
    ("NATO envoys were in Oslo. Libya will cut off funds withheld in the wake of Egypt's invasion of Sudan in 2014.", "EGY", "SDN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "target"), SIDES)
def test_who_acts_and_who_is_acted_upon(text: str, source: str, target: str) -> None:
    event = _read(text)[-1]
    assert (event.source_country, event.target_country) == (source, target)
