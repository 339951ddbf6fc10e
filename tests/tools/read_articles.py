"""Prints all that is found in the articles of the folders that it is given, and in odd texts made of them.

    python -P read_articles.py FOLDER…

The first line of what it prints says which module read them.
"""

import random
import sys
from pathlib import Path

from pipeline.extract import article, extract_article
from pipeline.intake.source import Metadata, SourceArticle

HOSTILE = {
    "empty": "", "blank": " \n\n \t", "letter": "a", "digits": "1" * 4000, "numbers": "12 " * 2000, "May": "May " * 2000,
    "brackets": "(" * 2000 + ")" * 2000, "quotes": '"' * 2000, "surrogate": "\ud800 visited Oman on May 5, 2016.",
    "dollars": "$5" * 2000, "stops": ". " * 2000, "table": "\t1\t2\t3\n" * 500, "capitals": "A" * 3000, "of": "of " * 2000,
}  # fmt: skip


def main() -> None:
    """Read and print."""
    print(article.__file__)
    files = sorted(path for folder in sys.argv[1:] for path in Path(folder).glob("*.txt"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    for name, text in (texts | odd(list(texts.values())) | HOSTILE).items():
        found = extract_article(SourceArticle("", "", None, "utf-8", text, "", Metadata()))
        parts = (found.page, found.masthead, found.dates, found.people, found.roles, found.events, found.figures)
        print(name, *map(ascii, parts), sep="\n")


def odd(texts: list[str]) -> dict[str, str]:
    """Texts cut, run together, shuffled, shouted, and with characters that no newspaper prints."""
    dice = random.Random(5)
    made = {}
    for number, text in enumerate(texts[:12]):
        words = text.split(" ")
        dice.shuffle(words)
        at = dice.randrange(len(text))
        for name, changed in {
            "cut": text[at:],
            "torn": text[:at],
            "upper": text.upper(),
            "lower": text.lower(),
            "line": " ".join(text.split()),
            "shuffled": " ".join(words),
            "spaces": text.replace(" ", "\u00a0"),
            "windows": text.replace("\n", "\r\n"),
            "strange": "".join(
                letter if dice.random() > 0.03 else dice.choice("\u2028\x00\té😀İſ½²") for letter in text
            ),
        }.items():
            made[f"{name} {number}"] = changed
    return made


if __name__ == "__main__":
    main()
