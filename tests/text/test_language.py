"""English is told from other languages by its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister of trade said that the talks had been held in the capital on Monday."),
        ("en", "N. Korea's Kim met with Russia's visiting minister, and they agreed to meet again in May."),
        ("en", "Le Monde reported that the president of France will be in Berlin with his minister."),
        ("fr", "Le ministre du commerce a déclaré que les discussions se sont tenues dans la capitale lundi."),
        ("de", "Der Minister sagte, dass die Gespräche am Montag in der Hauptstadt stattgefunden haben."),
        ("es", "El ministro de comercio dijo que las conversaciones se celebraron en la capital el lunes."),
        ("pt", "O ministro do comércio disse que as conversações foram realizadas na capital na segunda-feira."),
        ("it", "Il ministro del commercio ha detto che i colloqui si sono svolti nella capitale."),
        ("nl", "De minister van handel zei dat de gesprekken op maandag in de hoofdstad zijn gehouden."),
        ("pl", "Minister handlu powiedział, że rozmowy odbyły się w stolicy w poniedziałek i nie było na nich umowy."),
        (
            "tr",
            "Bakan, görüşmelerin pazartesi günü başkentte yapıldığını ve bir anlaşma için çok çalıştıklarını söyledi.",
        ),
        (
            "id",
            "Menteri itu mengatakan bahwa pembicaraan akan dilakukan di ibu kota pada hari Senin dengan para pejabat.",
        ),
        ("vi", "Bộ trưởng nói rằng các cuộc đàm phán đã được tổ chức tại thủ đô và không có một thỏa thuận nào."),
        ("ru", "Министр торговли заявил, что переговоры прошли в столице."),
        ("ko", "무역부 장관은 회담이 수도에서 열렸다고 말했다."),
        ("ja", "大臣は会談が首都で行われたと述べた。"),
        ("zh", "部长表示会谈在首都举行。"),
        ("ar", "قال الوزير إن المحادثات عقدت في العاصمة."),
        ("und", ""),
        ("und", "12 34"),
        ("und", "Xyzzy plugh"),
    ],
)
def test_detect(language: str, text: str) -> None:
    assert detect(text) == language


def test_a_foreign_quotation_does_not_make_a_page_foreign() -> None:
    page = "The envoy said it was a new start for the two countries. «Мы рады», he added, and left for the airport."
    assert detect(page) == "en"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert 2 <= len(detect(text)) <= 3
