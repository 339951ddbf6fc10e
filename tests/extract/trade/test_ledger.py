"""What the ledger answers of the way that goods go."""

from pipeline.extract.trade.ledger import Ledger, Way

COAL, COKE, OIL = ("thermal coal", "27"), ("coke", "27"), ("crude oil", "27")


def test_goods_keep_the_way_that_was_told() -> None:
    ledger = Ledger()
    ledger.note(COAL, "MNG", "CHN")
    assert ledger.way_of(("coal", "27")) == Way("MNG", "CHN")
    assert ledger.way_of(COKE) == Way("MNG", "CHN")
    assert ledger.way_of(("copper", "74")) is None


def test_goods_told_to_go_both_ways_have_none() -> None:
    ledger = Ledger()
    ledger.note(COAL, "MNG", "CHN")
    ledger.note(OIL, "CHN", "MNG")
    assert ledger.way_of(COKE) is None
    assert ledger.way_of(COAL) == Way("MNG", "CHN")
    assert ledger.only_way("CHN", "MNG", "exporter") is None


def test_several_buyers_leave_the_seller_alone() -> None:
    ledger = Ledger()
    ledger.note(COAL, "MNG", "CHN")
    ledger.note(COAL, "MNG", "JPN")
    assert ledger.way_of(COAL) == Way("MNG", None)
    assert ledger.way_of(COKE) is None
    assert ledger.only_way("CHN", "MNG", "importer") == Way("MNG", "CHN")
    assert ledger.only_way("CHN", "MNG", "exporter") is None


def test_a_country_does_not_trade_with_itself() -> None:
    ledger = Ledger()
    assert ledger.is_empty
    ledger.note(COAL, "MNG", "MNG")
    assert ledger.way_of(COAL) is None
