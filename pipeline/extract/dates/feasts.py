"""Days that bear a name: the day on which one falls in a year, fixed or moving, by lexicon/holidays.csv. Which year is
meant is `resolve`'s business."""

from datetime import date, timedelta

from pipeline.lexicon.table import rows

RULES: dict[str, str] = {row["form"]: row["day"] for row in rows("holidays")}
"""Name to rule: "12-25" (month and day), "11 thu 4" (the fourth Thursday of November, -1 for the last), "easter -2"
(days from Easter Sunday)."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def feast(rule: str, year: int) -> date:
    """The day of `year` that a rule of the lexicon says. Raises ValueError for a year without it."""
    words = rule.split()
    if len(words) == 1:
        month, day = words[0].split("-")
        return date(year, int(month), int(day))
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]))
    behind = int(words[3]) if len(words) > 3 else 0
    return _weekday_of_month(year, int(words[0]), _WEEKDAYS.index(words[1]), int(words[2])) + timedelta(days=behind)


def weekday_rule(month: int, weekday: int, count: int) -> str:
    """The rule of "the first Monday of May": `weekday` 0 for Monday, `count` -1 for the last one."""
    return f"{month} {_WEEKDAYS[weekday]} {count}"


def _weekday_of_month(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`th such weekday of the month, -1 for its last."""
    if count < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7, weeks=-count - 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=count - 1)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computation (Meeus, "Astronomical Algorithms", chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)
