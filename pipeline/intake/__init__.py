"""From files to decoded articles: one module a format, size, encoding and safety limits, quarantine with a reason.

Nothing here reads meaning: paragraphs belong to `text`, dates and people to `extract`.
"""
