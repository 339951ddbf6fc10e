"""Datelines of many agencies, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.dateline import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "date_text", "agency", "rest"),
    [
        ("SEOUL (Yonhap) -- Trade rose.", "SEOUL", None, "Yonhap", "Trade rose."),
        ("SEOUL, March 17 (UPI) -- Trade rose.", "SEOUL", "March 17", "UPI", "Trade rose."),
        ("MOSCOW • Trade rose.", "MOSCOW", None, None, "Trade rose."),
        ("NEW DELHI: Trade rose.", "NEW DELHI", None, None, "Trade rose."),
        ("PYONGYANG, Sept. 3 (Xinhua) — Trade rose.", "PYONGYANG", "Sept. 3", "Xinhua", "Trade rose."),
        ("WASHINGTON, D.C. — Trade rose.", "WASHINGTON, D.C.", None, None, "Trade rose."),
        ("BEIJING/SEOUL, 4 May - Trade rose.", "BEIJING/SEOUL", "4 May", None, "Trade rose."),
        ("(Reuters) - Trade rose.", None, None, "Reuters", "Trade rose."),
        ("MOSCOW, July 19. /TASS/. Trade rose.", "MOSCOW", "July 19", "TASS", "Trade rose."),
        ("MOSCOW. April 10 (Interfax) - Trade rose.", "MOSCOW", "April 10", "Interfax", "Trade rose."),
        ("Asuncion, Sep 14 (EFE).- Trade rose.", "Asuncion", "Sep 14", "EFE", "Trade rose."),
        ("TOKYO, Feb. 12, 2016, Kyodo - Trade rose.", "TOKYO", "Feb. 12, 2016", "Kyodo", "Trade rose."),
        ("QUITO, May 3, 2016, Andes-Info – Trade rose.", "QUITO", "May 3, 2016", "Andes-Info", "Trade rose."),
        ("Baku (AFP) – Trade rose.", "Baku", None, "AFP", "Trade rose."),
        ("Riga, Latvia CNN — Trade rose.", "Riga, Latvia", None, "CNN", "Trade rose."),
        ("Hanoi CNN — Trade rose.", "Hanoi", None, "CNN", "Trade rose."),
        ("CNN — Trade rose.", None, None, "CNN", "Trade rose."),
        ("Pyongyang, April 16, 2016 (KCNA) -- Trade rose.", "Pyongyang", "April 16, 2016", "KCNA", "Trade rose."),
        ("GENEVA (4 May 2018) – Trade rose.", "GENEVA", "4 May 2018", None, "Trade rose."),
        ("ST. PETERSBURG, Russia (AP) — Trade rose.", "ST. PETERSBURG, Russia", None, "AP", "Trade rose."),
        ("KARACHI, Nov 11: Trade rose.", "KARACHI", "Nov 11", None, "Trade rose."),
        ("SINGAPORE — Two ministers met.", "SINGAPORE", None, None, "Two ministers met."),
        ("Hong Kong - Two ministers met.", "Hong Kong", None, None, "Two ministers met."),
        ("LUSAKA, June 2 -Trade rose.", "LUSAKA", "June 2", None, "Trade rose."),
        ("UNITED NATIONS, June 2 (Reuters) - Trade rose.", "UNITED NATIONS", "June 2", "Reuters", "Trade rose."),
        ("ASTANA. KAZINFORM – Trade rose.", "ASTANA", None, "KAZINFORM", "Trade rose."),
        ("Kuwait City, KUNA – Trade rose.", "Kuwait City", None, "KUNA", "Trade rose."),
        ("SOSNOVO /Tver Region/, November 16. /TASS/. Trade rose.", "SOSNOVO", "November 16", "TASS", "Trade rose."),
        ("SEOUL, November 16./TASS/. Trade rose.", "SEOUL", "November 16", "TASS", "Trade rose."),
        (
            "(MENAFN) ASTANA, Kazakhstan, January 6. Trade rose.",
            "ASTANA, Kazakhstan",
            "January 6",
            "MENAFN",
            "Trade rose.",
        ),
        ("(Danube Wire) Sofia, Bulgaria, May 6. Trade rose.", "Sofia, Bulgaria", "May 6", "Danube Wire", "Trade rose."),
        (
            "SOFIA (Balkan News / Wire - 3rd May, 2016) Trade rose.",
            "SOFIA",
            "3rd May, 2016",
            "Balkan News / Wire",
            "Trade rose.",
        ),
        (
            "SOFIA, (Balkan News / Wire - 3rd May, 2016 ):Trade rose.",
            "SOFIA",
            "3rd May, 2016",
            "Balkan News / Wire",
            "Trade rose.",
        ),
        ("SOFIA, Bulgaria, May 6. Trade rose.", "SOFIA, Bulgaria", "May 6", None, "Trade rose."),
        ("Sofia, May 6. Trade rose.", "Sofia", "May 6", None, "Trade rose."),
        ("SOFIA (Balkan Wire, May 3, 2016) -- Trade rose.", "SOFIA", "May 3, 2016", "Balkan Wire", "Trade rose."),
        ("9diario, Sofia, 4 March 2023 — Trade rose.", "Sofia", "4 March 2023", "9diario", "Trade rose."),
        ("Delta Daily, SOFIA, March 4 -- Trade rose.", "SOFIA", "March 4", "Delta Daily", "Trade rose."),
        ("Moscow – Russia's trade rose.", "Moscow", None, None, "Russia's trade rose."),
        (
            "SEOUL, Korea, July 19, 2017 /PRNewswire/ -- Trade rose.",
            "SEOUL, Korea",
            "July 19, 2017",
            "PRNewswire",
            "Trade rose.",
        ),
    ],
)
def test_dateline_before_a_report(
    text: str, place: str | None, date_text: str | None, agency: str | None, rest: str
) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.date_text, dateline.agency) == (place, date_text, agency)
    assert (dateline.char_start, text[dateline.char_end :], dateline.complete) == (0, rest, True)


@pytest.mark.parametrize(
    ("text", "place", "date_text"),
    [
        ("NEW DELHI", "NEW DELHI", None),
        ("Brussels, 22 July 2022", "Brussels", "22 July 2022"),
        ("SEOUL, March 17 (UPI)", "SEOUL", "March 17"),
        ("Buenos Aires, 14/03/2019", "Buenos Aires", "14/03/2019"),
    ],
)
def test_dateline_on_a_line_of_its_own_is_not_complete(text: str, place: str, date_text: str | None) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.date_text, dateline.complete) == (place, date_text, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "North Korea on Wednesday praised the pact.",
        "RELATED: Trade rose",
        "RELATED Trade rose",
        "UPDATE: Trade rose",
        "US — North Korea talks are to resume.",
        "NATO - the alliance - met.",
        "NORTH KOREA: Trade rose",
        "On Tuesday, July 19 — the day of the vote — they met.",
        "Kim - the leader - said so.",
        "Moscow – which has backed the plan – said no.",
        "Moscow: we will not go, the minister said.",
        "CENTRAL ASIA NEWS DIGEST, 12.07.2021",
        "FOREIGN MINISTER RECEIVES HIS COLLEAGUE",
        "TUNISIAN BARLEY IMPORTS SEEN TO SHRINK",
        "(Yonhap)",
        "Talks, trade, 4 March 2023 — the list is long.",
        "By Ann Lee",
        "Talks, May 6. Trade rose.",
        "Sofia. Trade rose.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@given(st.text(), st.sampled_from(["", "SEOUL, ", "SEOUL (", "Seoul, May 4 (", "(AP", "SEOUL --"]))
def test_any_text_is_read(text: str, head: str) -> None:
    dateline = read_dateline(head + text)
    assert dateline is None or 0 == dateline.char_start < dateline.char_end <= len(head + text)


def test_a_region_by_its_letters_is_no_agency() -> None:
    found = read_dateline("Tema (G/R), June 14, CNA - The minister opened a cold store.")
    assert found is not None
    assert (found.place, found.date_text, found.agency) == ("Tema", "June 14", "CNA")
