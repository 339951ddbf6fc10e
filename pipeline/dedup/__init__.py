"""Which paragraph repeats which: normal form, affixes, fact key, candidates, guard. It marks; it never drops."""
