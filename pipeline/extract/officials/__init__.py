"""The people of an article and the offices that it gives them."""

from pipeline.extract.officials.article import Officials, find_officials

__all__ = ["Officials", "find_officials"]
