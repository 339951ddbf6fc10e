"""Every rule that a row can be refused by. Those that one column keeps by itself are carried out in `checks`."""

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "missing": "the value is missing",
    "duplicate_id": "another row has the same id",
    "not_in_code_list": "the value is not in the column's code list",
    "out_of_range": "the value lies outside the column's range",
    "not_finite": "the number is not finite",
    "empty_text": "the text is empty; a missing text is null",
    "untrimmed": "the text begins or ends with white space",
    "not_composed": "the name is not in Unicode's composed form (NFC)",
    "bad_item": "a list item is missing, empty, untrimmed, or holds a semicolon",
    "repeated_item": "a list names an item twice",
    "start_after_end": "the start lies after the end",
    "over_a_year": "the interval is longer than a year",
    "day_is_range": "the precision is day but start and end differ",
    "evidence_length": "the words are not as long as their offsets say",
    "high_below_value": "value_high is below value",
    "half_pair": "one of two columns that belong together is missing",
    "direction_without_change": "a direction is given for what is no change",
    "date_without_method": "published_on and published_on_method contradict each other",
    "repeat_of_itself": "the row is called a repeat of itself",
    "half_repeat": "duplicate_of, duplicate_kind and similarity are not given together",
    "more_repeats_than_paragraphs": "more paragraphs are called repeats than there are",
    "occurrence_after_event": "occurrence_id is greater than event_id, so it is not the smallest of its rows",
    "not_unicode": "the text holds half a surrogate pair and cannot be encoded",
    "ungrounded": "the article's text does not hold the row's words at its offsets",
    "broken_reference": "the row that it refers to does not exist",
    "contradicts_parent": "the row and the one that it refers to contradict each other",
    "parent_quarantined": "the row that it refers to was refused",
    "no_role": "no role of the person stands",
}
"""Each rule with what it means that a row failed it."""

_OF_PANDERA = {"not_nullable": "missing", "field_uniqueness": "duplicate_id"}


def rule_of(check: str) -> str:
    """The rule that pandera's check called `check` stands for; our own checks are called like their rules."""
    return _OF_PANDERA.get(check, check)
