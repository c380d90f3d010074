"""The matrix read a second time, the slow and plain way, by somebody who saw only the paper.

Nothing here is taken from the program but its stored form: rows and facts come as JSON, values are
decimals, and a level is found by walking over every cell. What the program says must be the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

LEVELS = ("OWN", "CONSULT", "SUPERIOR")
CHOICES = {
    "below_cost": ("no", "yes"),
    "credit": ("ok", "over_limit", "overdue", "blocked"),
    "stock": ("stocked", "partly", "none"),
}
"""The cases that are named and not measured, from the mildest to the worst."""

Json = Mapping[str, Any]


class Said(NamedTuple):
    """What one condition says of one value; a band of None is a gap."""

    kind: str
    group: str | None
    value: str | None
    band: Json | None
    level: str


class Verdict(NamedTuple):
    """The level for one grade, everything that was said, and what of it decided."""

    level: str
    said: tuple[Said, ...]
    deciding: tuple[Said, ...]


def verdict(row: Json, facts: Json) -> Verdict:
    """The strictest of everything that the row says; the superior's where it says nothing."""
    said: list[Said] = []
    spared = False
    for condition in row["conditions"]:
        if condition["unless"] and all(_kept(facts, *limit) for limit in condition["unless"]):
            spared = True
            continue
        for value, group in _values(row, condition, facts):
            said += _say(condition, value, group)
    levels = [each.level for each in said] + ["OWN"] * spared
    level = strictest(levels) if levels else "SUPERIOR"
    return Verdict(level, tuple(said), tuple(each for each in said if each.level == level))


def strictest(levels: Sequence[str]) -> str:
    """The worst of some levels."""
    return max(levels, key=LEVELS.index)


def _values(row: Json, condition: Json, facts: Json) -> Iterator[tuple[str | None, str | None]]:
    """The values that a condition looks at, each with its product group if it is one's own."""
    kind, by_group = condition["kind"], facts["discount_by_group"]
    if kind == "credit":
        yield from ((state, None) for state in facts["credit"] or ["ok"])
    elif kind == "below_cost":
        yield "yes" if facts["below_cost"] else "no", None
    elif kind != "discount":
        yield facts[kind] if facts[kind] is None else str(facts[kind]), None
    elif condition["group"] is not None:
        if condition["group"] in by_group:
            yield by_group[condition["group"]], condition["group"]
    else:
        apart = {each["group"] for each in row["conditions"]} - {None}
        if apart and by_group:
            yield from ((by_group[each], each) for each in by_group if each not in apart)
        else:
            yield facts["discount"], None


def _say(condition: Json, value: str | None, group: str | None) -> Iterator[Said]:
    """The strictest band that holds the value; of a value nobody knows, the strictest of all."""
    kind = condition["kind"]
    held = [band for band in condition["bands"] if value is None or _holds(kind, band, value)]
    band = max(held, key=lambda each: LEVELS.index(each["level"]), default=None)
    yield Said(kind, group, value, band, band["level"] if band else "SUPERIOR")


def _holds(kind: str, band: Json, value: str) -> bool:
    if kind in CHOICES:
        return bool(band["to"] == value)
    number = Decimal(value)
    past, to = (band[end] if band[end] is None else Decimal(band[end]) for end in ("past", "to"))
    if kind == "deposit_share":  # at least so much, and below so much
        return (to is None or number >= to) and (past is None or number < past)
    return (past is None or number > past) and (to is None or number <= to)


def _kept(facts: Json, kind: str, limit: str) -> bool:
    """Whether the facts are nowhere worse than a limit."""
    if kind in CHOICES:
        worst = {"below_cost": ["yes" if facts["below_cost"] else "no"]}.get(kind) or facts[kind]
        held = worst if isinstance(worst, list) else [worst]
        order = CHOICES[kind]
        return all(
            each is not None and order.index(each) <= order.index(limit) for each in held or ["ok"]
        )
    if facts[kind] is None:
        return False
    number, bound = Decimal(str(facts[kind])), Decimal(limit)
    return number >= bound if kind == "deposit_share" else number <= bound


class Somebody(NamedTuple):
    """A person as the office knows them."""

    id: int
    grade: str
    branch: str | None
    superior: int | None
    active: bool
    deputy: int | None
    answers: bool = True


class Office(NamedTuple):
    """The people and the confirmed rows (None: no version is confirmed)."""

    people: Mapping[int, Somebody]
    rows: Sequence[Json] | None

    def row_of(self, matter: str, grade: str, branch: str | None) -> Json | None:
        """The branch's own row, or the general one."""
        found: dict[str | None, Json] = {}
        for each in self.rows or ():
            if (each["matter"], each["grade"]) == (matter, grade):
                found[each["branch"]] = each
        return found.get(branch) or found.get(None)

    def level(self, matter: str, grade: str, branch: str | None, facts: Json) -> str:
        """What one grade may do by its row."""
        if grade == "G6":
            return "OWN"
        row = self.row_of(matter, grade, branch)
        return "SUPERIOR" if row is None else verdict(row, facts).level

    def asked_level(self, matter: str, person: int, facts: Json) -> str:
        """The level for whoever asks: a refund is never their own."""
        who = self.people[person]
        level = self.level(matter, who.grade, facts["branch"] or who.branch, facts)
        return "SUPERIOR" if matter == "deposit.refund" and who.grade != "G6" else level

    def superiors(self, person: int) -> list[Somebody]:
        """Whoever is above and still there, nearest first."""
        found, above = [], self.people[person].superior
        while above is not None:
            found += [self.people[above]] if self.people[above].active else []
            above = self.people[above].superior
        return found

    def answerer(self, matter: str, person: int, facts: Json, barred: set[int]) -> int | None:
        """The nearest above who answers requests, neither asks nor gains (nor does their deputy),
        and may decide it alone; None: the top grade's queue."""
        branch = facts["branch"] or self.people[person].branch
        for each in self.superiors(person):
            hands = {each.id, each.deputy} - {None}
            free = each.answers and hands.isdisjoint({person} | barred)
            if free and self.able(matter, each, branch, facts):
                return each.id
        return None

    def able(self, matter: str, who: Somebody, branch: str | None, facts: Json) -> bool:
        """Whether somebody's own row gives OWN."""
        return self.level(matter, who.grade, branch, facts) == "OWN"
