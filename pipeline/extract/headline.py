"""Which line of a page is the article's headline. What else the page says of itself belongs to `masthead`."""

from pipeline.text.date_lines import is_date_line, is_dated_name
from pipeline.text.page import Page, Paragraph

_LONGEST_NAME = 2
"""Words in capitals that are the site's or section's name where a longer headline follows ("Harbour News")."""
_SHORTEST_HEADLINE = 4


def find_headline(page: Page) -> Paragraph | None:
    """The first headline above the running text, None where there is none.

    A name with a date that opens the page is one too; a mere name of a site or section is none if a headline follows.
    """
    found = _headlines(page)
    if len(found) > 1 and _is_name(found[0].text) and len(found[1].text.split()) >= _SHORTEST_HEADLINE:
        return found[1]
    return found[0] if found else None


def _headlines(page: Page) -> list[Paragraph]:
    """The headlines above the running text."""
    found = []
    for paragraph in page.paragraphs:
        text = paragraph.text
        dated_name = paragraph.position == 0 and is_dated_name(text) and not is_date_line(text)
        if paragraph.kind == "headline" or dated_name:
            found.append(paragraph)
        elif paragraph.kind == "body":
            break
    return found


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)
