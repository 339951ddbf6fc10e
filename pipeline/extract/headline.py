"""Which line of a page is the article's headline. What else the page says of itself belongs to `masthead`."""

from pipeline.text.date_lines import is_date_line, is_dated_name
from pipeline.text.page import Page, Paragraph

_LONGEST_NAME = 2
"""Words in capitals that are the site's or section's name where a longer headline follows ("Harbour News")."""
_LONGEST_ISSUER = 12
"""Words: no issuer's name is longer."""
_SHORTEST_HEADLINE = 4
_ISSUERS = frozenset(
    ("commission", "department", "directorate", "embassy", "government", "kingdom", "ministry", "office", "republic")
)
_LINKS = frozenset(("of", "the", "and", "for", "to", "in", "on"))


def find_headline(page: Page) -> Paragraph | None:
    """The first headline above the running text, None where there is none.

    A name with a date that opens the page is one too; a mere name of a site or section is none if a headline follows.
    """
    found = _headlines(page)
    last = len(found) - 1
    for index, paragraph in enumerate(found):
        named = index < last and _names_issuer(paragraph.text)
        if not named or (index + 1 == last and len(found[last].text.split()) < _SHORTEST_HEADLINE):
            return paragraph
    return None


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


def _names_issuer(text: str) -> bool:
    """Whether a line is the site's or section's name, the issuer's, or the paper's with its date."""
    words = text.split()
    capitals = all(word[0].isupper() or word in _LINKS for word in words if word[0].isalpha())
    if not capitals or len(words) > _LONGEST_ISSUER:
        return False
    return len(words) <= _LONGEST_NAME or words[0].casefold() in _ISSUERS or is_dated_name(text)
