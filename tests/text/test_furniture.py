"""Lines by their own words: bylines, date lines, credits, captions, teasers; and prose that only begins like one."""

import pytest

from pipeline.text.boilerplate import boilerplate_sort
from pipeline.text.bylines import bare_name, byline_name
from pipeline.text.date_lines import is_dated_name
from pipeline.text.furniture import mark_line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(@NoraVale_)", "@NoraVale_"),
        ("By Nora Vale", "Nora Vale"),
        ("BY NORA VALE", "NORA VALE"),
        ("by Nora Vale", "Nora Vale"),
        ("By NORA VALE, Associated Press", "NORA VALE"),
        ("By Nora Vale and Ivan Petrov", "Nora Vale and Ivan Petrov"),
        ("By Nora Vale, Ivan Petrov and Kim So-ra", "Nora Vale, Ivan Petrov and Kim So-ra"),
        ("By Nora ValePublished : July 19, 2017 - 15:25", "Nora Vale"),
        ("By Nora Vale | May 3, 2016", "Nora Vale"),
        ("By Nora Vale in Seoul", "Nora Vale"),
        ("By Nora Vale (nora@harbour.example)", "Nora Vale"),
        ("Written by Nora Vale", "Nora Vale"),
        ("By Our Staff Reporter", "Our Staff Reporter"),
        ("By J. R. de la Cruz", "J. R. de la Cruz"),
        ("Nora Vale, Staff Writer", "Nora Vale"),
        ("NORA VALE, Nikkei staff writer", "NORA VALE"),
        ("Nora Vale | Reuters", "Nora Vale"),
        ("Nora Vale Published May 3, 2016 Updated May 4, 2016", "Nora Vale"),
        ("Special Correspondent", "Special Correspondent"),
        ("By", ""),
    ],
)
def test_byline(line: str, name: str) -> None:
    assert byline_name(line) == name
    assert mark_line(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the ships had left",
        "By May 2016 trade had doubled.",
        "By the end of the year, exports will double",
        "By Kim's account the talks went well",
        "By contrast, Russia sold more coal",
        "Bylaws of the Union",
        "Kim Jong-un, Chairman of the Commission",
        "Nora Vale met Ivan Petrov on May 3, 2016",
    ],
)
def test_no_byline(line: str) -> None:
    assert byline_name(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "November 19, 2024 10:12am",
        "Published : July 19, 2017 - 15:25",
        "Updated: Jul 19, 2017 10:12am KST",
        "Published Tue, May 3 2016 4:12 PM EDT",
        "2016/05/03 17:05",
        "Tuesday, 3 May 2016",
        "Posted on 3 May 2016 at 09:00 GMT",
        "News ID: 85110432 - 14 May 2023 - 10:52",
        "Source: Xinhua| 2019-11-06 20:14:32|Editor: Lin Yao",
        "Xinhua | Updated: 2021-10-20 09:31",
        "Jakarta | Thu, May 24, 2018 | 08:11 am",
        "Last edited 20:12",
        "SEOUL, March 17 (UPI)",
        "Brussels, 22 July 2022",
        "Oct. 3, 2009 (Yonhap)",
        "May 3",
        "Tuesday",
    ],
)
def test_date_line(line: str) -> None:
    assert mark_line(line) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "The pact of May 3, 2016 holds",
        "Trade rose on Tuesday",
        "May 3 talks end in failure",
        "Sanctions: what May 2016 changed",
        "12 dead, 40 hurt",
        "2016",
    ],
)
def test_no_date_line(line: str) -> None:
    assert mark_line(line) is None


def test_a_name_with_a_date_dates_the_page_only_where_it_stands_outside_the_story() -> None:
    assert is_dated_name("VNA Thursday, October 30, 2014 17:20")
    assert is_dated_name("Updated - May 03, 2016 09:45 pm IST - KHASAN")
    assert is_dated_name("Khasan - May 03, 2016 09:45 pm - Rail")
    assert is_dated_name("Ports and rail 21:45 03.05.2016 get link")
    assert not is_dated_name("03.05.2016 21:45 Twelve ships loaded with barley and maize left the quay")
    assert not is_dated_name("Ana Pop on May 3, 2016 at 9:45 pm")
    assert is_dated_name("(Pacific News Service, Friday 4 March 2016)")
    assert not is_dated_name("The pact of May 3, 2016 holds")
    assert not is_dated_name("Sanctions of 2016")


@pytest.mark.parametrize(
    "line",
    [
        "AGENCE FRANCE-PRESSE, REUTERS",
        "(Yonhap)",
        "-- BERNAMA",
        "Source: Xinhua",
        "[Photo : Yonhap News]",
        "AP and Reuters",
        "TASS/Interfax",
        "==Kyodo",
    ],
)
def test_credit(line: str) -> None:
    assert mark_line(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Coal wagons wait at the border. UPI/Ivan Petrov",
        "Coal wagons wait at the border. UPI/Ivan Petrov | License Photo",
        "Coal wagons wait at the border. File photo by Ivan Petrov/UPI",
        "Railway Minister Jon Kil-su (right) greets the driver. (KCNA)",
        "Railway Minister Jon Kil-su greets the driver of the train (Yonhap)",
        "Coal wagons wait at the border, May 3, 2016. (AP Photo/Ivan Petrov)",
        "FILE - Coal wagons wait at the border, May 3, 2016.",
        "FILE PHOTO: Coal wagons wait at the border. REUTERS/Ivan Petrov/File Photo",
        "This photo released by the agency shows coal wagons at the border.",
        "In this May 3, 2016, photo, coal wagons wait at the border.",
        "Coal wagons wait at the border. Photo: Harbour News",
        "Coal wagons wait at the border / AFP",
        "Coal wagons at the border [Photo/Xinhua]",
        "Coal wagons wait at the border. Photo courtesy of the Railway Ministry",
        "Cranes stand at the port of Tema on Tuesday, May 2. (Nora Vale Via AP)",
        "Cranes stand at the port of Tema on May 2. | Photo Credit: AFP",
        "Cranes stand at the port of Tema on May 2. © AFP",
        "Cranes stand at the port of Tema on May 2, in this undated photo carried by the port's newspaper.",
        "From left, Minister Nora Vale greets her colleagues at the port of Tema on Tuesday.",
        "(FILES) Cranes stand at the port of Tema on May 2.",
        "Cranes are seen beyond a fence of the harbour of Tema, outside the capital Accra, Ghana May 2, 2019.",
    ],
)
def test_caption(line: str) -> None:
    assert mark_line(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Trade rose by a tenth, the ministry said. (Yonhap)",
        "Photos released by the agency showed the minister greeting the driver.",
        "He called it a victory of photo over word.",
        "The minister, in this picture of gloom, saw one bright spot.",
        "Officials from the Korean Central News Agency (KCNA).",
        "The talks were held in the presence of AP/Reuters reporters.",
        "Data from 1998/2014",
        "The two are seen as likely to meet in the capital Accra, Ghana, again on May 2, 2019.",
    ],
)
def test_no_caption(line: str) -> None:
    assert mark_line(line) is None


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("RELATED Port gets new crane", "teaser"),
        ("Related: Port gets new crane", "teaser"),
        ("READ MORE: Port gets new crane", "teaser"),
        ("Also Read | Port gets new crane", "teaser"),
        ("Latest Headlines", "list"),
        ("More from World", "list"),
        ("ADVERTISEMENT", "advertisement"),
        ("Print Edition | Subscribe", "subscription"),
        ("Sign up for our newsletter", "newsletter"),
        ("Share on Facebook", "share"),
        ("3 comments", "share"),
        ("<All rights reserved by Yonhap News Agency>", "rights"),
        ("© 2016 Harbour News", "rights"),
        ("This website uses cookies to improve your visit.", "cookies"),
        ("(Reporting by Nora Vale; Editing by Sam Hook)", "reporter"),
        ("AP writer Sam Hook contributed to this report.", "reporter"),
        ("A version of this article appeared in print on May 4, 2016.", "edition"),
        ("Published in Dawn, November 12th, 2010", "edition"),
        ("press@harbour.example", "contact"),
        ("https://harbour.example/a", "contact"),
        ("(END)", "end"),
        ("World", "section"),
    ],
)
def test_boilerplate(line: str, sort: str) -> None:
    assert boilerplate_sort(line) == sort


@pytest.mark.parametrize("line", ["Elizabeth Shim", "Kim So-ra", "J. R. Ewing", "Maria del Pilar Ruiz"])
def test_a_bare_name(line: str) -> None:
    assert bare_name(line)


@pytest.mark.parametrize(
    "line", ["North Korea", "Moscow Talks", "The Straits", "Kim meets Putin", "Reuters", "Nora", "Staff Writer"]
)
def test_no_bare_name(line: str) -> None:
    assert not bare_name(line)


def test_lists_of_other_headlines_run_together_are_no_report() -> None:
    glued = (
        "Ferry fares to rise in May Storks return to the delta Related Articles Farmers doubt the dam Popular Choir "
        "wins a prize More in World View more Europe Oslo lends Riga $3 million The Latest View more Rain ends a drought"
    )
    assert mark_line(glued) == "boilerplate"
    assert mark_line("Popular songs were sung, and the minister said: The Latest figures please us.") is None
