"""Pages in many layouts: what each paragraph is, and that paragraphs and sentences cover the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.paragraphs import read_page

_BODY = (
    "Exports of coal rose by a tenth in the first quarter, the customs office said on Monday.",
    "Imports of rice fell for the third year in a row. Traders blamed the drought.",
    '"We had hoped for more," said the head of the millers\' union, Pavel Orlov.',
    "The two countries are to hold talks on a new treaty in the port of Vostochny in June.",
)

# One page a string: the kind of each paragraph, a bar, its text. "|" at the start of a line goes on with the last one.
PAGES = {
    "byline glued to its date, no blank lines": """
headline|Coal trains roll again on border line
byline|By Nora Vale-BrookPublished : May 3, 2016 - 09:12
body|{0}
body|{1}
body|{3} (Yonhap)
""",
    "deck, bare name, caption twice, teasers": """
headline|Coal trains roll again on border line

headline|Trade between the neighbours has grown fast since the bridge was mended.

byline|Nora Vale
caption|Coal wagons wait at the border. The line was closed in 2014. UPI/Ivan Petrov
caption|Coal wagons wait at the border. The line was closed in 2014. UPI/Ivan Petrov | License Photo

body|KHASAN, May 3 (UPI) -- {0}

boilerplate|RELATED Port of Rajin gets new crane

body|{1}

boilerplate|RELATED Ferry stays in harbor for third week

body|{2}

boilerplate|Latest Headlines
boilerplate|Storm closes Kuril airports
boilerplate|What next for the ruble?
""",
    "date line and caption with positions": """
headline|Coal trains roll again on border line: KCNA
dateline|May 3, 2016 10:12am
caption|Railway Minister Jon Kil-su (right) greets the driver of the first train. (KCNA)

body|{0}

body|{1} (Yonhap)
""",
    "footer with credit and edition": """
headline|Coal trains roll again on border line

body|KHASAN • {0}

body|{1}

credit|AGENCE FRANCE-PRESSE, REUTERS

boilerplate|A version of this story ran in the print edition of The Harbour Times on May 4, 2016.
""",
    "wire copy": """
headline|UPDATE 1-Coal trains roll again on border line
byline|By Nora Vale and Ivan Petrov

body|KHASAN, May 3 (Reuters) - {0}

body|{1}

headline|FREIGHT RATES

body|{3}

boilerplate|(Reporting by Nora Vale; Editing by Sam Hook)
""",
    "source line with bars": """
headline|Coal trains roll again on border line
dateline|Source: Xinhua| 2016-05-03 20:14:32|Editor: Lin Yao

body|KHASAN, May 3 (Xinhua) -- {0}
body|{1}
boilerplate|Share this article
boilerplate|We use cookies to improve your visit. Accept all.
""",
    "name and date on one line, town before a colon": """
headline|Coal trains roll again on border line
byline|Nora Vale Published May 3, 2016 Updated about 8 hours ago
body|KHASAN: {0}
body|{1}
boilerplate|Published in Harbour News, May 4th, 2016
boilerplate|Read more: Port of Rajin gets new crane
""",
    "staff line, place on a line of its own": """
headline|Coal trains roll again on border line
dateline|Updated - May 3, 2016 11:20 pm ISTSpecial Correspondent
dateline|NEW DELHI
body|{0}
body|{1}
dateline|Published - May 3, 2016 09:58 pm IST
boilerplate|READ MORE Explained | Why coal matters
""",
    "by alone, then the name": """
headline|Coal trains roll again on border line

byline|By
byline|Nora Vale

body|{0}

body|{1}
""",
    "role behind a comma": """
headline|Coal trains roll again on border line
byline|Nora Vale, Staff Writer
dateline|Tuesday, 3 May 2016
body|{0}
body|{1}
""",
    "section, share bar, reading time": """
boilerplate|World
headline|Coal trains roll again on border line
boilerplate|3 min read
boilerplate|Facebook Twitter Email
body|{0}
boilerplate|Advertisement
body|{1}
boilerplate|Sign up for our morning newsletter
body|{2}
boilerplate|All rights reserved. Harbour News 2016.
boilerplate|© 2016 Harbour News
""",
    "other headlines in the midst, then the story goes on": """
headline|Coal trains roll again on border line

body|{0}

boilerplate|Read also
boilerplate|Port of Rajin gets new crane
boilerplate|Ferry stays in harbor for third week

body|{1}

body|{2}
""",
    "no headline": """
body|KHASAN (AP) — {0}

body|{1}
""",
    "only running text": """
body|{0}
body|{1}
""",
    "one line without a full stop": """
body|Coal trains roll again on border line
""",
    "label before the headline": """
headline|Explainer: Why coal trains roll again on border line
byline|By Nora Vale
body|{0}
body|{1}
boilerplate|Explainer: What the port of Rajin is for
""",
    "list of points": """
headline|What the two sides agreed

body|The ministers agreed on three points:
body|- more coal trains
body|- 5,200 tons of flour by May
body|- a new ferry

body|{3}
""",
    "agency notes and end mark": """
headline|(2nd LD) Coal trains roll again on border line
boilerplate|(ATTN: RECASTS lead; ADDS details in paras 3-5)
byline|By Han Bo-ra
body|KHASAN, May 3 (Yonhap) -- {0}

body|{1}

boilerplate|hanbora@agency.example
boilerplate|(END)
""",
    "file photo below the headline": """
headline|Coal trains roll again on border line
caption|FILE PHOTO: A coal train leaves the port of Rajin, North Korea, July 18, 2014. REUTERS/Yuri Maltsev/File Photo
body|{0}
body|{1}
""",
    "address below the story": """
headline|Coal trains roll again on border line
body|{0}
body|{1}
boilerplate|https://harbour.example/2016/05/03/coal
""",
    "separator lines": """
headline|Coal trains roll again on border line
body|{0}
boilerplate|* * *
body|{1}
boilerplate|___
boilerplate|AP writer Sam Hook in Vladivostok contributed to this report.
""",
}


def page_of(layout: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a layout, and the kind and text of each of its paragraphs."""
    lines: list[str] = []
    expected: list[tuple[str, str]] = []
    for line in layout.strip("\n").split("\n"):
        kind, _, text = line.partition("|")
        text = text.format(*_BODY)
        lines.append(text)
        if text:
            expected.append((kind, text))
    return "\n".join(lines), expected


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_kinds(name: str, line_end: str) -> None:
    text, expected = page_of(PAGES[name])
    page = read_page(text.replace("\n", line_end))
    assert [(paragraph.kind, paragraph.text) for paragraph in page.paragraphs] == expected


@pytest.mark.parametrize(
    ("caption", "story"),
    [
        (
            "The pier of Lome at dusk on June 3, 2021. (AFP/Kofi Mensah)",
            "LOME - Togo's premier flew to Accra on Monday.",
        ),
        (
            "Faure Abalo, right, greets the envoy of Benin.  (Photo: Government House)",
            "Togo will mend the road along its coast by 2030.",
        ),
        (
            "Cranes wait in the rain. (Kofi Mensah/Pool Photo via AP, File)",
            "The two states will meet again in Lome in July.",
        ),
        (
            "The envoy (not pictured) left Lome on May 4, 2021. (Reuters)",
            "Togo has asked for more time to pay its debt.",
        ),
    ],
)
def test_a_story_behind_a_caption_is_a_paragraph_of_its_own(caption: str, story: str) -> None:
    page = read_page(f"Togo and Benin mend their road\n\n{caption} {story}\n\n{_BODY[0]}\n")
    kinds = [(paragraph.kind, paragraph.text) for paragraph in page.paragraphs]
    assert kinds == [
        ("headline", "Togo and Benin mend their road"),
        ("caption", caption),
        ("body", story),
        ("body", _BODY[0]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Togo has sold its ferry. (KCNA) Benin bought the harbour of Aneho, the ministry of transport said on Monday.",
        "The bank (Ecobank) Togo founded has lent the port of Lome $20 million, the ministry said on Monday in Lome.",
        "The premier spoke of roads (and ports). Togo will build three of each by 2030, the ministry said on Monday.",
    ],
)
def test_other_brackets_part_nothing(text: str) -> None:
    page = read_page(f"Togo and Benin mend their road\n\n{_BODY[0]}\n\n{text}\n")
    assert page.paragraphs[2].text == text


WRAPPED = """\
Coal trains roll again on border line

KHASAN, May 3 (AP) -- Exports of coal rose by a tenth in the first
quarter, the customs office said on Monday. Imports of rice fell for the
third year in a row.

Traders blamed the drought. They are to meet on
6 May.
Next talks are in June, the head of the millers' union, Pavel
Orlov, told the
Harbour News.
By Nora Vale
"""


def test_hard_wrapped_lines_are_one_paragraph_between_blanks() -> None:
    page = read_page(WRAPPED)
    assert [(paragraph.kind, " ".join(paragraph.text.split())[:30]) for paragraph in page.paragraphs] == [
        ("headline", "Coal trains roll again on bord"),
        ("body", "KHASAN, May 3 (AP) -- Exports "),
        ("body", "Traders blamed the drought. Th"),
        ("byline", "By Nora Vale"),
    ]
    assert page.paragraphs[2].text.endswith("Harbour News.")
    assert [" ".join(sentence.text.split()) for sentence in page.paragraph_sentences(2)] == [
        "Traders blamed the drought.",
        "They are to meet on 6 May.",
        "Next talks are in June, the head of the millers' union, Pavel Orlov, told the Harbour News.",
    ]


def test_hard_wrapped_paragraphs_without_blanks_end_with_a_short_line() -> None:
    words = "Exports of coal rose by a tenth in the first quarter of the year, the office of customs said"
    paragraph = f"{words}\n{words.lower()}\nand fell.\n"
    page = read_page(paragraph * 4)
    assert [len(one.text) for one in page.paragraphs] == [len(paragraph) - 1] * 4


def test_a_line_that_breaks_off_goes_on_with_a_small_letter() -> None:
    text = "The minister of trade and industry met\nwith the head of the port.\n" + "\n".join(_BODY)
    page = read_page(text)
    assert page.paragraphs[0].text == "The minister of trade and industry met\nwith the head of the port."
    assert len(page.paragraphs) == 5


def test_a_sentence_that_an_advertisement_cuts_stays_cut() -> None:
    page = read_page(f"{_BODY[0]}\nThe minister met\nAdvertisement\nthe head of the port.\n{_BODY[1]}")
    assert "Advertisement" in [paragraph.text for paragraph in page.paragraphs if paragraph.kind == "boilerplate"]


def test_a_body_sentence_may_speak_of_photos_and_of_reading() -> None:
    lines = [
        "Photos released by the agency showed the minister greeting the driver of the train.",
        "Read in parliament on Tuesday, the bill was passed by a large majority of the house.",
        "More than 5,000 tons of flour were unloaded in the port of Nampo on the same day.",
        '"It is a new start," said an article that featured photos of the two men shaking hands.',
        "Share prices of the three mills fell by a tenth in Moscow after the news had come out.",
        "By Tuesday the two ships had left the harbour again, the coast guard said.",
        "Produced by a state company, the coal is sold to mills in three provinces.",
        "Published in 2014, the plan was dropped two years later.",
        "By continuing to test missiles, the North defied the council, the envoy said.",
        "With assistance from China, the port was dredged twice within three years.",
        "Copyright law was on the agenda of the talks as well, a member of the staff said.",
        "Press service chief Ivan Orlov told reporters that the train had left on time.",
        "Related sanctions remain in force until the end of the year, a diplomat said.",
        "Follow-up talks were held in the same hotel two days later, the ministry said.",
    ]
    page = read_page("Headline of the page\n" + "\n".join(lines) + "\n" + _BODY[3])
    assert [paragraph.kind for paragraph in page.paragraphs] == ["headline"] + ["body"] * 15


def test_an_agency_dateline_stays_with_its_sentence() -> None:
    page = read_page(f"A headline\nVLADIVOSTOK, February 11. /TASS/. {_BODY[0]}\n{_BODY[1]}")
    assert page.paragraph_sentences(1)[0].text.startswith("VLADIVOSTOK, February 11. /TASS/. Exports")


def test_sentences_of_a_paragraph() -> None:
    page = read_page("\n".join(_BODY))
    assert [len(page.paragraph_sentences(position)) for position in range(5)] == [1, 2, 1, 1, 0]


def test_an_empty_text_has_no_paragraph() -> None:
    assert read_page("").paragraphs == ()
    assert read_page(" \r\n\u2028\t").sentences == ()


_LINES = st.sampled_from(
    [
        *_BODY,
        "By Nora Vale",
        "KHASAN, May 3 (AP) -- It rose.",
        "Latest Headlines",
        "May 3, 2016",
        "lower case, and",
        "(Yonhap)",
        "",
        " ",
        "A B",
        "x" * 130,
        "FILE - A train",
        "\u200b",
    ]
)


@given(st.one_of(st.text(), st.lists(_LINES).map("\n".join), st.lists(_LINES).map("\r\n".join)))
def test_parts_cover_the_text(text: str) -> None:
    page = read_page(text)
    assert page.text == text
    at = 0
    for position, paragraph in enumerate(page.paragraphs):
        assert paragraph.position == position
        assert text[at : paragraph.char_start].strip() == ""
        assert text[paragraph.char_start : paragraph.char_end] == paragraph.text == paragraph.text.strip() != ""
        at = paragraph.char_end
        inner = paragraph.char_start
        for sentence in page.paragraph_sentences(position):
            assert sentence.paragraph == position
            assert text[inner : sentence.char_start].strip() == ""
            assert text[sentence.char_start : sentence.char_end] == sentence.text == sentence.text.strip() != ""
            inner = sentence.char_end
        assert text[inner : paragraph.char_end].strip() == ""
    assert text[at:].strip() == ""
    assert len(page.sentences) == sum(len(page.paragraph_sentences(one.position)) for one in page.paragraphs)


def test_a_short_page_is_wrapped_where_all_between_its_blank_lines_reads_on() -> None:
    page = read_page(
        "Ferry to sail again\n\nTBILISI -- Georgian Economy Minister Nino Beridze signed a protocol with Bulgarian\n"
        "Transport Minister Petar Kolev in Tbilisi on Tuesday.\n\nThe first ship leaves in June.\n"
    )
    assert [paragraph.kind for paragraph in page.paragraphs] == ["headline", "body", "body"]


def test_a_stack_of_headings_is_no_wrapped_paragraph() -> None:
    page = read_page(
        "Georgia and Bulgaria sign a protocol on their ferry\nFirst ship is to leave Batumi in June with lorries\n\n"
        "Georgian Economy Minister Nino Beridze signed it on Tuesday.\n"
    )
    assert [paragraph.kind for paragraph in page.paragraphs] == ["headline", "headline", "body"]
