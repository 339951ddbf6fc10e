"""The words: CSV and TOML files that a non-programmer can edit, and the functions that load them.

Every file opens with a header that says what its columns mean. No rule lives here, only words and their codes.
"""
