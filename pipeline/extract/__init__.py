"""Pure functions of one article: masthead, dates, quantities, people, events, trade figures.

No pandas, no I/O, nothing about other articles.
"""

from pipeline.extract.article import extract_article

__all__ = ["extract_article"]
