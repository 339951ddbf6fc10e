"""Texts as no editor left them: whatever is cut, torn or mixed up, the path goes on and every row keeps its rules."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.source import SourceArticle
from pipeline.publish.validate import validate
from pipeline.resolve.tables import build_tables
from pipeline.run import extract, take_in
from pipeline.text.ids import stable_id

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "data" / "raw", ROOT / "tests" / "quality" / "dev" / "articles")
NOISE = " \n\t.,;:\"'()[]-–—/0123456789$%€£&@*#\u00a0\u200b\u2028“”‘’¹²½①٣Ⅳ"
COPIES = 120


def cut(chance: random.Random, text: str, words: list[str]) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(3000)]


def swapped_words(chance: random.Random, text: str, words: list[str]) -> str:
    own = text.split(" ")
    for _ in range(chance.randrange(1, 30)):
        own[chance.randrange(len(own))] = chance.choice(words)
    return " ".join(own)


def lost_letters(chance: random.Random, text: str, words: list[str]) -> str:
    return "".join(letter for letter in text if chance.random() > 0.02)


def noise(chance: random.Random, text: str, words: list[str]) -> str:
    return "".join(chance.choice(NOISE) if chance.random() < 0.03 else letter for letter in text)


def shuffled_sentences(chance: random.Random, text: str, words: list[str]) -> str:
    sentences = text.split(". ")
    chance.shuffle(sentences)
    return ". ".join(sentences)


def capitals(chance: random.Random, text: str, words: list[str]) -> str:
    return text.upper()


def one_line(chance: random.Random, text: str, words: list[str]) -> str:
    return " ".join(text.replace(". ", " ").split())


def narrow_lines(chance: random.Random, text: str, words: list[str]) -> str:
    width = chance.randrange(1, 8)
    own = text.split()
    return "\n".join(" ".join(own[start : start + width]) for start in range(0, len(own), width))


def word_salad(chance: random.Random, text: str, words: list[str]) -> str:
    return " ".join(chance.choice(words) for _ in range(chance.randrange(400)))


MANGLERS = (
    cut,
    swapped_words,
    lost_letters,
    noise,
    shuffled_sentences,
    capitals,
    one_line,
    narrow_lines,
    word_salad,
)


@pytest.fixture(scope="module")
def originals() -> list[SourceArticle]:
    return [article for folder in FOLDERS for article in take_in(folder).articles]


@pytest.mark.parametrize("mangle", MANGLERS)
def test_mangled_articles_end_no_run_and_give_rows_that_keep_the_rules(
    mangle: Callable[[random.Random, str, list[str]], str], originals: list[SourceArticle]
) -> None:
    chance = random.Random(mangle.__name__)
    words = [word for article in originals for word in article.text.split()]
    articles = []
    for number in range(COPIES):
        text = mangle(chance, originals[number % len(originals)].text, words)
        path = f"{number}.txt"
        articles.append(SourceArticle(stable_id(path, None), path, None, "utf-8", text, f"{number:064}"))
    reading = extract(articles)
    assert [rejection.reason for rejection in reading.rejections] == []
    validated = validate(build_tables(reading.articles), {article.article_id: article.text for article in articles})
    # a number in a unit that the contract has no code for is refused, and rightly so
    reasons = [
        rejection.reason for rejection in validated.rejections if "unit: the value is not in" not in rejection.reason
    ]
    assert reasons == []
