from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.pairing import best_matching, pair

Edges = dict[tuple[int, int], tuple[int, ...]]
edges = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.integers(0, 1), st.integers(0, 1), st.just(1)),
    max_size=14,
)


def worth(matching: dict[int, int], worths: Edges) -> tuple[int, ...]:
    pairs = [worths[edge] for edge in matching.items()]
    return tuple(map(sum, zip(*pairs, strict=True))) if pairs else (0, 0, 0)


def best_by_trying(worths: Edges) -> tuple[int, ...]:
    orders = permutations(range(5))
    return max(
        worth({left: right for left, right in enumerate(order) if (left, right) in worths}, worths) for order in orders
    )


@given(edges)
def test_no_matching_is_worth_more(worths: Edges) -> None:
    found = best_matching(worths)
    assert len(set(found.values())) == len(found)
    assert worth(found, worths) == best_by_trying(worths)


def always(*_: object) -> bool:
    return True


def none_asked(*_: object) -> tuple[bool, ...]:
    return ()


def test_a_row_goes_to_the_label_that_has_no_other() -> None:
    fits = {("a", 1), ("a", 2), ("b", 1)}
    pairing = pair(["a", "b"], [1, 2], lambda label, row: (label, row) in fits, none_asked)
    assert pairing.pairs == (("a", 2), ("b", 1))
    assert pairing.missed == pairing.extra == ()


def test_the_first_quality_outweighs_all_others() -> None:
    """One row for two labels: the required label takes it, though the other would fit it in every field."""
    worth = {("required", "row"): (True, False, False), ("optional", "row"): (False, True, True)}
    pairing = pair(["optional", "required"], ["row"], always, lambda label, row: worth[label, row])
    assert pairing.pairs == (("required", "row"),)
    assert pairing.missed == ("optional",)


def test_nothing_fits() -> None:
    pairing = pair(["a"], [1], lambda label, row: label == row, none_asked)
    assert (pairing.pairs, pairing.missed, pairing.extra) == ((), ("a",), (1,))
