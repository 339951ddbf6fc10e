"""What a page is made of: lines, paragraphs and their kinds, sentences; offsets always point into the source text.

Nothing here knows what a text is about: no dates, people or figures.
"""
