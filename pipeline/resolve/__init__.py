"""Across articles: facts of repeats dropped and counted, one person one id, one occurrence one id; then the tables."""
