"""Corrections at the stages of this room: paragraphs, facts, people, occurrences. `pipeline.corrections` reads them."""
