"""Wireledger: news articles to tables that an analyst can cite. The rooms are in the order of the data's way."""
