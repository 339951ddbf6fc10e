"""CSV text: one way of writing each value, and each reads back."""

import csv
import io
import math

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.csv_text import csv_chunks, number_text, rows_sha256

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(FINITE)
def test_a_number_reads_back_as_itself(value):
    assert float(number_text(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10200000.0, "10200000"),
        (9.35, "9.35"),
        (-0.0, "0"),
        (-12.5, "-12.5"),
        (0.1, "0.1"),
        (999999999999999.0, "999999999999999"),
        (1e16 - 2, "9999999999999998"),
        (1e16, "1e+16"),
        (1e22, "1e+22"),
        (33.333333333333336, "33.333333333333336"),
    ],
)
def test_numbers_are_written_as_documented(value, text):
    assert number_text(value) == text


@given(st.lists(st.none() | st.text(st.characters(codec="utf-8"), min_size=1), max_size=20))
def test_text_reads_back_letter_for_letter(texts):
    table = pa.table({"n": pa.array(range(len(texts)), pa.int64()), "text": pa.array(texts, pa.string())})

    content = b"".join(csv_chunks(table)).decode("utf-8")

    records = list(csv.reader(io.StringIO(content, newline="")))
    assert records == [["n", "text"], *([str(n), text or ""] for n, text in enumerate(texts))]


def test_the_digest_does_not_depend_on_chunks():
    whole = pa.table({"n": pa.array(range(25_000), pa.int64())})
    pieces = pa.concat_tables([whole.slice(0, 7), whole.slice(7, 11_000), whole.slice(11_007)])

    assert rows_sha256(pieces) == rows_sha256(whole)
    assert len(list(csv_chunks(whole))) == math.ceil(25_000 / 10_000) + 1


def test_the_digest_tells_null_from_words_and_rows_apart():
    digests = {
        rows_sha256(pa.table({"a": pa.array(values, pa.string())}))
        for values in ([None, "x"], ["x", None], ["x"], ["None"])
    }

    assert len(digests) == 4
