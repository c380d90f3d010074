"""A row is written without gaps, its faults stand beside what they are about, and it reads out."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    SCALES,
    Band,
    Condition,
    Grade,
    Level,
    Limit,
    Matrix,
    Reason,
    Row,
    Step,
    ladder,
    read_row,
    shipped,
    validate,
)
from crm_desktop.domain.authority.explain import calm
from crm_desktop.domain.authority.matrix import in_order
from crm_desktop.domain.authority.sketch import (
    ConditionSketch,
    Fault,
    LimitSketch,
    RowSketch,
    Rung,
    faults_of,
    fresh,
    row_of,
    sketch_of,
    tidy,
)
from crm_desktop.domain.authority.table_sketch import TableSketch
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain
from tests.domain.authority_strategies import MATTER, rows

OWN, CONSULT, SUPERIOR = Level
MESSAGES = Path(__file__).parents[2] / "crm_desktop" / "messages"
SHIPPED = {row.key: row for row in shipped().rows}
some_rows = st.sampled_from(Grade).flatmap(rows)


def officer(key: str = "quotation.issue/G3") -> RowSketch:
    return sketch_of(SHIPPED[key])


def with_amount(*rungs: tuple[str, Level]) -> RowSketch:
    made = tuple(Rung(to, level) for to, level in rungs)
    return officer().with_condition(0, ConditionSketch("amount", made))


def places(sketch: RowSketch) -> list[tuple[str, int | None, int | None]]:
    return [(each.code, each.condition, each.rung) for each in faults_of(sketch)]


def said(row: Row, language: str, level: Level | None = None) -> str:
    return " ".join(explain(calm(each), language) for each in read_row(row, level))


@given(some_rows)
def test_a_row_that_is_only_looked_at_stays_as_it_was(row: Row) -> None:
    sketch = sketch_of(row)
    assert row_of(sketch) == row
    assert RowSketch.from_json(json.loads(json.dumps(sketch.to_json()))) == sketch


def test_one_limit_typed_moves_the_band_beside_it() -> None:
    sketch = officer()
    amount = sketch.conditions[0]
    rung = amount.rungs[0]._replace(to="60,000")
    made = row_of(sketch.with_condition(0, amount.with_rung(0, rung))).conditions[0]
    assert made == ladder(
        "amount", (OWN, Money.of(60_000)), (CONSULT, Money.of(200_000)), (SUPERIOR, None)
    )


@given(some_rows, st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4))))
def test_adding_and_taking_away_bands_leaves_no_gap(
    row: Row, acts: list[tuple[bool, int, int]]
) -> None:
    sketch = sketch_of(row)
    for add, where, which in acts:
        at = where % len(sketch.conditions)
        condition = sketch.conditions[at]
        if condition.scale.choices or (not add and len(condition.rungs) == 1):
            continue
        act = condition.with_band if add else condition.without_band
        sketch = sketch.with_condition(at, act(which % len(condition.rungs)))
    codes = {each.code for each in faults_of(sketch)}
    assert codes <= {"authority_bound_missing"}


@given(some_rows)
def test_a_row_without_a_fault_makes_a_version_without_one(row: Row) -> None:
    made = row_of(sketch_of(row))
    others = tuple(each for each in shipped().rows if each.key != made.key)
    assert validate(Matrix(2, (*others, replace(made, branch=None)))) == []


@pytest.mark.parametrize(
    ("rungs", "found"),
    [
        ((("", OWN), ("", SUPERIOR)), ("authority_bound_missing", 0, 0)),
        ((("5o", OWN), ("", SUPERIOR)), ("authority_bound_unreadable", 0, 0)),
        ((("-5", OWN), ("", SUPERIOR)), ("authority_bound_unreadable", 0, 0)),
        (
            (("50,000", OWN), ("20,000", CONSULT), ("", SUPERIOR)),
            ("authority_band_backwards", 0, 1),
        ),
        (
            (("50,000", OWN), ("50,000", CONSULT), ("", SUPERIOR)),
            ("authority_band_backwards", 0, 1),
        ),
        ((("50,000", SUPERIOR), ("", OWN)), ("authority_level_falls", 0, 1)),
        ((("50,000", OWN), ("200,000", CONSULT)), ("authority_gap_above", 0, None)),
    ],
)
def test_a_fault_stands_beside_the_band_it_is_about(
    rungs: tuple[tuple[str, Level], ...], found: tuple[str, int, int | None]
) -> None:
    sketch = with_amount(*rungs)
    assert places(sketch) == [found]
    with pytest.raises(Refused) as refused:
        row_of(sketch)
    assert refused.value.code == found[0]
    for language in ("th", "en"):
        words = explain(refused.value, language)
        assert "G3" in words
        assert "{" not in words


def test_a_gap_is_named_with_its_figure() -> None:
    [fault] = faults_of(with_amount(("50,000", OWN), ("200,000", CONSULT)))
    told = explain(fault, "th")
    assert told == "ออกใบเสนอราคา · G3: ยอดรวม: ไม่มีช่วงหลัง 200,000"


def test_a_limit_that_spares_a_condition_is_judged_too() -> None:
    sketch = officer("sales_order.issue/G3")
    amount = sketch.conditions[0].with_limit(1, LimitSketch("discount", "ห้า"))
    [fault] = faults_of(sketch.with_condition(0, amount))
    assert (fault.condition, fault.limit) == (0, 1)


def test_faults_of_the_whole_row_stand_by_themselves() -> None:
    empty = replace(officer(), conditions=())
    assert faults_of(empty)[0].code == "authority_row_silent"
    top = sketch_of(SHIPPED["quotation.issue/G6"])
    strict = top.with_condition(0, top.conditions[0].with_rung(0, Rung("", SUPERIOR)))
    assert [each.code for each in faults_of(strict)] == ["authority_top_grade_limited"]
    alone = officer("deposit.refund/G3").with_condition(1, fresh("discount", Grade.G3, "TILES"))
    alone = alone.with_condition(1, replace(alone.conditions[1], rungs=(Rung("", SUPERIOR),)))
    assert faults_of(alone)[0] == Fault("authority_group_alone", faults_of(alone)[0].values)


@pytest.mark.parametrize("kind", SCALES)
@pytest.mark.parametrize("grade", Grade)
def test_a_new_condition_is_strict_until_it_is_told_otherwise(kind: str, grade: Grade) -> None:
    made = fresh(kind, grade)
    if made.rungs[0].to == "" and len(made.rungs) > 1:
        made = made.with_rung(0, made.rungs[0]._replace(to="7"))
    row = row_of(RowSketch(MATTER, grade, (made,)))
    strict = max(band.level for band in row.conditions[0].bands)
    assert strict is (OWN if grade is Grade.G6 else SUPERIOR)


def test_what_is_one_s_own_has_nobody_to_answer_first() -> None:
    credit = officer().conditions[-1]
    assert credit.rungs[1].steps == (Step.CREDIT, Step.SUPERIOR)
    assert credit.with_rung(1, credit.rungs[1]._replace(level=OWN)).rungs[1].steps == ()


# ------------------------------------------------------------ read out


def test_a_row_reads_as_a_person_would_say_it() -> None:
    assert said(SHIPPED["quotation.issue/G3"], "th", OWN) == (
        "พนักงานระดับ G3 ออกใบเสนอราคา ได้เอง เมื่อยอดรวม VAT ก่อนหักมัดจำไม่เกิน 50,000 บาท, "
        "ส่วนลดไม่เกิน 5%, ไม่มีรายการขายต่ำกว่าทุน, รายการที่ไม่มีราคาตั้งรวมไม่เกิน 5,000 บาท "
        "และชำระครบหรืออยู่ในวงเงินเครดิต"
    )
    assert said(SHIPPED["quotation.issue/G3"], "en", CONSULT) == (
        "An officer of grade G3 asks the superior’s advice before “Issue a quotation” when the "
        "amount with VAT before deposits is over 50,000 baht and at most 200,000 baht, or the "
        "discount is over 5% and at most 10%. Advice by telephone will do if the superior "
        "confirms it the same day. If the advice is against it, it goes to the superior for "
        "approval."
    )
    assert said(SHIPPED["quotation.issue/G6"], "en") == (
        "A director of grade G6 decides alone on “Issue a quotation”, whatever the case."
    )


def test_nobody_reads_that_they_may_decide_what_they_may_not() -> None:
    assert said(SHIPPED["deposit.refund/G3"], "th").startswith(
        "พนักงานระดับ G3 คืนเงินมัดจำ เองไม่ได้ ต้องนำเสนอผู้บังคับบัญชาทุกกรณี"
    )
    assert "คำขอของตนเองในเรื่องนี้ต้องนำเสนอ" in said(SHIPPED["deposit.refund/G4"], "th", OWN)
    assert read_row(SHIPPED["special_order.issue/G3"], OWN) == ()


def test_what_spares_a_condition_is_read_out_even_where_it_is_all_that_helps() -> None:
    assert "“Amount” does not count when all goods are in stock" in said(
        SHIPPED["sales_order.issue/G3"], "en", OWN
    )
    only = Condition("amount", (Band(SUPERIOR),), unless=(Limit("stock", "partly"),))
    assert said(Row(MATTER, Grade.G3, (only,)), "en") == (
        "An officer of grade G3 decides alone on “Issue a quotation” when “Amount” does not "
        "count. “Amount” does not count when all goods are in stock, or the goods are partly in "
        "stock. They need the superior’s approval when the amount with VAT before deposits is of "
        "any size."
    )


def test_goods_with_limits_of_their_own_are_told_from_the_others() -> None:
    general = ladder("discount", (OWN, Decimal(5)), (SUPERIOR, None))
    tiles = ladder("discount", (OWN, Decimal(3)), (SUPERIOR, None), group="กระเบื้อง")
    words = said(Row(MATTER, Grade.G3, (general, tiles), branch="02"), "th", OWN)
    assert words == (
        "พนักงานระดับ G3 สาขา 02 ออกใบเสนอราคา ได้เอง เมื่อส่วนลดสินค้ากลุ่มอื่นไม่เกิน 5% "
        "และส่วนลดกลุ่ม กระเบื้อง ไม่เกิน 3%"
    )


def values_in(each: Any) -> set[Any]:
    """The figures that a sentence names, at any depth."""
    if isinstance(each, Reason):
        return set().union(*map(values_in, each.values.values()))
    if isinstance(each, tuple):
        return set().union(*map(values_in, each))
    return {each} if isinstance(each, Money | Decimal | int) else set()


@given(some_rows)
def test_a_row_read_out_names_every_figure_where_its_level_changes(row: Row) -> None:
    floor = max(OWN if c.unless else min(b.level for b in c.bands) for c in row.conditions)
    wanted = {
        band.to
        for condition in row.conditions
        if not condition.scale.choices
        for band, after in zip(in_order(condition), in_order(condition)[1:], strict=False)
        if band.level < after.level and after.level > floor
    }
    told = set().union(*map(values_in, read_row(row)))
    assert wanted <= told
    for language in ("th", "en"):
        words = said(row, language)
        assert words
        assert "authority_" not in words


@pytest.mark.parametrize(
    ("language", "words"), [("th", "รวม VAT ก่อนหักมัดจำ"), ("en", "with VAT before")]
)
def test_every_amount_read_out_says_what_it_includes(language: str, words: str) -> None:
    with (MESSAGES / language / "matrix_reading.po").open("rb") as file:
        texts = {str(each.id): str(each.string) for each in read_po(file)}
    for shape in ("upto", "between", "beyond", "any"):
        assert words in texts[f"authority_if_amount_{shape}"]


def test_both_languages_read_out_the_same_values() -> None:
    def texts(language: str) -> dict[str, set[str | None]]:
        with (MESSAGES / language / "matrix_reading.po").open("rb") as file:
            return {
                str(each.id): {name for _, name, _, _ in Formatter().parse(str(each.string))}
                for each in read_po(file)
                if each.id
            }

    thai, english = texts("th"), texts("en")
    assert thai.keys() == english.keys()
    assert {key for key in thai if thai[key] - {None} != english[key] - {None}} == set()


# ------------------------------------------------------------ a whole version


def test_a_version_in_the_making_keeps_what_was_changed_and_nothing_else() -> None:
    table = TableSketch(shipped().rows)
    assert (table.made(), table.changed, table.to_json()) == (shipped().rows, [], [])
    table.put(with_amount(("60,000", OWN), ("", SUPERIOR)))
    kept = json.loads(json.dumps(table.to_json()))
    again = TableSketch(shipped().rows)
    again.load(kept)
    assert again.made() == table.made()
    assert (len(table.changed), table.to_json()) == (1, kept)
    table.put(with_amount(("50000", OWN), ("200000.00", CONSULT), ("", SUPERIOR)))
    assert (table.changed, table.rows()) == ([], shipped().rows)


def test_what_is_not_whole_yet_is_shown_as_it_was_and_not_saved() -> None:
    table = TableSketch(shipped().rows)
    discount = ConditionSketch("discount", (Rung("7", OWN), Rung("", SUPERIOR)))
    table.put(with_amount(("6o", OWN), ("", SUPERIOR)).with_condition(1, discount))
    amount, other, *_ = table.rows()[0].conditions
    assert amount == shipped().rows[0].conditions[0]
    assert other == ladder("discount", (OWN, Decimal(7)), (SUPERIOR, None))
    found = table.first_fault()
    assert found is not None
    assert found[0] == (MATTER, Grade.G3, None)
    with pytest.raises(Refused) as refused:
        table.made()
    assert (refused.value.code, refused.value.field) == ("authority_bound_unreadable", "rows")


def test_a_condition_just_added_is_kept_though_its_limit_is_still_missing() -> None:
    table = TableSketch(shipped().rows)
    table.put(officer().with_condition(9, fresh("days", Grade.G3)))
    assert table.changed == [(MATTER, Grade.G3, None)]
    assert table.rows() == shipped().rows


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("amount", "1234567", "1,234,567"),
        ("amount", "50.5", "50.50"),
        ("discount", "7.5 %", "7.5"),
        ("amount", "5o", "5o"),
        ("days", "", ""),
    ],
)
def test_a_figure_is_written_as_figures_are_once_it_is_left(
    kind: str, text: str, shown: str
) -> None:
    assert tidy(SCALES[kind], text) == shown


def test_a_branch_gets_its_own_row_and_loses_it_again() -> None:
    table = TableSketch(shipped().rows)
    own = replace(officer(), branch="02")
    table.put(own)
    assert table.made()[-1].key == f"{MATTER}/G3/02"
    later = TableSketch(table.made())
    later.remove((MATTER, Grade.G3, "02"))
    assert later.made() == shipped().rows
    assert later.sketch((MATTER, Grade.G3, "02")) is None
    again = TableSketch(table.made())
    again.load(later.to_json())
    assert again.made() == shipped().rows
    again.restore((MATTER, Grade.G3, "02"))
    assert again.made() == table.made()
    table.remove((MATTER, Grade.G3, "02"))
    assert table.changed == []
