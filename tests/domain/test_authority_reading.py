"""What is read out to people is what decides: the sentences are held against the rule itself."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    SCALES,
    Credit,
    Facts,
    Grade,
    Level,
    Matrix,
    MatrixState,
    Reason,
    Row,
    Stock,
    describe_row,
    ladder,
    read_row,
    rule,
)
from crm_desktop.domain.authority.sketch import row_of, sketch_of
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain
from tests.domain.authority_strategies import MATTER, facts, rows

OWN, CONSULT, SUPERIOR = Level
BELOW_TOP = st.sampled_from([grade for grade in Grade if grade is not Grade.G6])
known_facts = facts.map(
    lambda each: replace(
        each,
        credit=frozenset({next(iter(sorted(each.credit)), Credit.OK)}),
        deposit_share=each.deposit_share or Decimal(0),
        stock=each.stock or Stock.NONE,
        days=each.days or 0,
        branch=None,
    )
)


class Listener:
    """Somebody who has only the sentences, and a paper."""

    def __init__(self, row: Row, paper: Facts) -> None:
        self.paper, self.apart = paper, {c.group for c in row.conditions if c.group}
        self.said = read_row(row)
        self.idle: list[Reason] = []
        self.idle += [
            each.values["condition"]
            for each in self.said
            if each.code == "authority_read_spared" and self.holds(each.values["when"])
        ]

    def level(self) -> Level:
        """The strictest level that a sentence gives the paper."""
        found = [level for level in Level if any(map(self.tells, self.of(level)))]
        return max(found)

    def of(self, level: Level) -> Iterator[Reason]:
        """The sentences that begin a column."""
        stem = f"authority_read_{level.name.lower()}_"
        return (each for each in self.said if each.code.startswith(stem))

    def tells(self, each: Reason) -> bool:
        """Whether a sentence speaks about the paper; the first speaks of all that holds."""
        if each.code.endswith("_always"):
            return True
        first = each is next(iter(self.said))
        return self.holds(each.values["when"], idle=first)

    def holds(self, when: Any, *, idle: bool = False) -> bool:
        """Whether a clause is true; one about what does not count, or is not
        there, is as `idle` says."""
        if when.code in ("authority_read_and", "authority_read_or"):
            parts = (*when.values["first"], when.values["last"])
            return (all if when.code.endswith("and") else any)(
                [self.holds(each, idle=idle) for each in parts]
            )
        if when.code == "authority_read_spare":
            return self.counts_not(when.values["condition"])
        if when.code.startswith("authority_read_no_goods"):
            return self.value("discount", *self.goods(when)) is None
        words = when.code.removeprefix("authority_if_")
        kind = next(each for each in SCALES if words.startswith(f"{each}_"))
        if self.counts_not(self.name(kind, words, when.values)):
            return idle
        value = self.value(kind, words, when.values)
        return idle if value is None else self.is_so(kind, words, when.values, value)

    def goods(self, when: Reason) -> tuple[str, Any]:
        """The goods that a paper is said to be without."""
        return when.code.replace("authority_read_no_goods", "discount"), when.values

    def counts_not(self, name: Reason) -> bool:
        return name in self.idle

    def name(self, kind: str, words: str, values: Any) -> Reason:
        """What the sentences call the condition that a clause is about."""
        if words.startswith("discount_group"):
            return Reason("authority_read_discount_group", {"group": values["group"]})
        others = words.startswith("discount_others")
        return Reason("authority_read_discount_others", {}) if others else SCALES[kind].title

    def is_so(self, kind: str, words: str, values: Any, value: Any) -> bool:
        scale = SCALES[kind]
        if scale.choices:
            return words == f"{kind}_is_{value}"
        at = scale.position(value)
        if words.endswith("_none"):
            return at <= scale.position(scale.parse("0"))
        over = "past" not in values or at > scale.position(values["past"])
        return over and ("to" not in values or at <= scale.position(values["to"]))

    def value(self, kind: str, words: str, values: Any) -> Any:
        groups = self.paper.discount_by_group
        if words.startswith("discount_group"):
            return groups.get(values["group"])
        if words.startswith("discount_others") and groups:
            return max(
                (each for name, each in groups.items() if name not in self.apart), default=None
            )
        if kind == "below_cost":
            return "yes" if self.paper.below_cost else "no"
        return next(iter(self.paper.credit)) if kind == "credit" else getattr(self.paper, kind)


@given(BELOW_TOP.flatmap(rows), known_facts)
def test_who_only_listens_decides_as_the_rule_does(row: Row, paper: Facts) -> None:
    by_rule = rule(MATTER, row.grade, None, paper, Matrix(1, (row,), MatrixState.CONFIRMED))
    assert Listener(row, paper).level() is by_rule.level


@given(BELOW_TOP.flatmap(rows), known_facts)
def test_a_row_through_the_editor_decides_as_it_did(row: Row, paper: Facts) -> None:
    again = row_of(sketch_of(row))
    one, two = (Matrix(1, (each,), MatrixState.CONFIRMED) for each in (row, again))
    assert (
        rule(MATTER, row.grade, None, paper, one).level
        is rule(MATTER, row.grade, None, paper, two).level
    )


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_discount_is_said_as_such_and_not_as_one_of_nothing(language: str) -> None:
    none = (ladder("discount", (Level.OWN, 0), (Level.SUPERIOR, None)),)
    bare = (ladder("unlisted", (Level.OWN, Money.ZERO), (Level.SUPERIOR, None)),)
    row = Row(MATTER, Grade.G3, (*none, *bare))
    own = [explain(each, language) for each in describe_row(row)[Level.OWN]]
    said = {
        "th": ["ไม่มีส่วนลด", "ไม่มีรายการที่ไม่มีราคาตั้ง"],
        "en": ["No discount", "No lines without a list price"],
    }
    assert own == said[language]
    told = explain(read_row(row, Level.OWN)[0], language)
    assert all(words.lower() in told.lower() for words in said[language])
