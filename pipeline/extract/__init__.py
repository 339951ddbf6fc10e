"""Pure functions of one article: masthead, dates, quantities, people, events, trade figures.

No pandas, no I/O, nothing about other articles.
"""
