"""The matrix as data: kept exactly, its faults named, its rows read out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from hypothesis import given

from crm_desktop.domain.authority import (
    MATTERS,
    SCALES,
    Band,
    Condition,
    Credit,
    Grade,
    Level,
    Matrix,
    Reason,
    Row,
    Step,
    describe_row,
    ladder,
    shipped,
    validate,
)
from crm_desktop.domain.money import Money
from crm_desktop.messages import show
from tests.domain.authority_strategies import MATTER, matrices

G3, G4, G5, G6 = Grade
OWN, CONSULT, SUPERIOR = Level
MESSAGES = Path(__file__).parents[2] / "crm_desktop" / "messages"


def sentences(language: str) -> dict[str, str]:
    """The sentences of the subject in one language."""
    with (MESSAGES / language / "authority.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


def planted(*conditions: Condition, grade: Grade = G3) -> list[tuple[str, dict[str, object]]]:
    """The faults of the shipped matrix with one row's conditions exchanged."""
    rows = shipped().rows
    bad = Row(MATTER, grade, conditions)
    matrix = replace(shipped(), rows=tuple(bad if row.key == bad.key else row for row in rows))
    place = {"matter", "grade", "condition"}
    return [
        (problem.code, {key: v for key, v in problem.values.items() if key not in place})
        for problem in validate(matrix)
    ]


@given(matrices(None))
def test_a_version_is_kept_exactly(matrix: Matrix) -> None:
    dated = replace(matrix, effective_from=date(2026, 11, 22), author="มานพ", reason="ปรับวงเงิน")
    stored = json.loads(json.dumps(dated.to_json()))
    again = Matrix.from_json(stored)
    assert again == dated
    assert again.to_json() == dated.to_json()


def test_the_shipped_matrix_has_no_fault() -> None:
    assert validate(shipped()) == []
    assert Matrix.from_json(json.loads(json.dumps(shipped().to_json()))) == shipped()


def test_a_gap_is_named_with_both_its_ends() -> None:
    bands = (Band(OWN, Money(100)), Band(SUPERIOR, None, Money(200)))
    assert planted(Condition("amount", bands)) == [
        ("authority_gap_between", {"past": Money(100), "to": Money(200)})
    ]


def test_an_overlap_is_named_with_both_its_ends() -> None:
    bands = (Band(OWN, Decimal(10)), Band(SUPERIOR, None, Decimal(5)))
    assert planted(Condition("discount", bands)) == [
        ("authority_overlap_between", {"past": Decimal(5), "to": Decimal(10)})
    ]


def test_a_deposit_share_has_its_gaps_on_the_way_down() -> None:
    sound = ladder("deposit_share", (OWN, Decimal(50)), (CONSULT, Decimal(30)), (SUPERIOR, None))
    assert planted(sound) == []
    bands = (Band(OWN, Decimal(50)), Band(SUPERIOR, None, Decimal(30)))
    assert planted(Condition("deposit_share", bands)) == [
        ("authority_gap_between", {"past": Decimal(50), "to": Decimal(30)})
    ]


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        ((Band(OWN, 7),), ("authority_gap_above", {"past": 7})),
        ((Band(OWN, None, 7),), ("authority_gap_below", {"to": 7})),
        ((Band(OWN), Band(OWN, None, 7)), ("authority_overlap_open", {"bound": 7})),
        ((), ("authority_condition_empty", {})),
        (
            (Band(SUPERIOR, 7), Band(OWN, None, 7)),
            ("authority_level_falls", {"past": 7}),
        ),
        (
            (Band(OWN, 7), Band(OWN, 3, 7), Band(OWN, None, 3)),
            ("authority_band_backwards", {"past": 7, "to": 3}),
        ),
        ((Band(OWN, None, None, (Step.CREDIT,)),), ("authority_steps_end_with_superior", {})),
    ],
)
def test_faulty_bands_are_named(
    bands: tuple[Band, ...], fault: tuple[str, dict[str, object]]
) -> None:
    assert fault in planted(Condition("days", bands))


def test_a_case_without_a_level_or_with_two_is_named() -> None:
    bands = (Band(OWN, Credit.OK), Band(SUPERIOR, Credit.OK), Band(OWN))
    codes = [code for code, _ in planted(Condition("credit", bands))]
    assert codes.count("authority_choice_missing") == 3
    assert codes.count("authority_choice_twice") == 1
    assert codes.count("authority_choice_unnamed") == 1


def test_faulty_rows_are_named() -> None:
    any_days = ladder("days", (OWN, None))
    tiles = ladder("discount", (OWN, None), group="TILES")
    assert planted() == [("authority_row_silent", {})]
    assert planted(any_days, any_days) == [("authority_condition_twice", {})]
    assert planted(tiles) == [("authority_group_alone", {"group": "TILES"})]
    assert planted(ladder("days", (SUPERIOR, None)), grade=G6) == [
        ("authority_top_grade_limited", {})
    ]
    odd = replace(any_days, group="TILES")
    assert ("authority_group_not_discount", {"group": "TILES"}) in planted(any_days, odd)


def test_missing_double_and_unknown_rows_are_named() -> None:
    first, *others = shipped().rows
    odd = replace(first, matter="quotation.isue")
    rows = (*others, others[0], odd)
    codes = [problem.code for problem in validate(Matrix(2, rows))]
    assert codes == [
        "authority_row_missing",
        "authority_row_twice",
        "authority_matter_unknown",
    ]


def test_the_cells_read_as_the_table_on_paper() -> None:
    rows = {row.key: row for row in shipped().rows}
    cells = describe_row(rows["quotation.issue/G3"])
    assert cells[OWN][:2] == (
        ("authority_amount_upto", {"to": Money.of("50000")}),
        ("authority_discount_upto", {"to": Decimal(5)}),
    )
    assert cells[CONSULT] == (
        ("authority_amount_between", {"past": Money.of("50000"), "to": Money.of("200000")}),
        ("authority_discount_between", {"past": Decimal(5), "to": Decimal(10)}),
    )
    assert cells[SUPERIOR][0] == ("authority_amount_beyond", {"past": Money.of("200000")})
    assert [each.code for each in cells[SUPERIOR]].count("authority_answered_by") == 1
    never = describe_row(rows["deposit.refund/G3"])
    assert (never[OWN], never[CONSULT]) == ((), ())
    assert never[SUPERIOR][0] == ("authority_amount_any", {})
    assert describe_row(rows["deposit.refund/G6"])[OWN] == (("authority_amount_any", {}),)


@pytest.mark.parametrize(("language", "words"), [("th", "รวม VAT ก่อนหักมัดจำ"), ("en", "with VAT")])
def test_every_amount_in_a_cell_says_what_it_includes(language: str, words: str) -> None:
    texts = sentences(language)
    for shape in ("upto", "between", "beyond", "any"):
        assert words in texts[f"authority_amount_{shape}"]


def codes_in_use() -> Iterator[str]:
    """Every code that is built from parts, beside those that the tests above meet."""
    yield from (matter.title.code for matter in MATTERS.values())
    yield from (each.title.code for each in (*Level, *Grade, *SCALES.values()))
    yield from (f"authority_step_{step}" for step in Step)
    for kind, scale in SCALES.items():
        yield f"authority_{kind}_unbanded"
        for choice in scale.choices:
            yield from (f"authority_{kind}_is_{choice}", f"authority_{kind}_{choice}_over")
        if not scale.choices:
            for shape in ("upto", "between", "beyond", "any", "within", "over", "never"):
                yield f"authority_{kind}_{shape}"
    for shape in ("upto", "between", "beyond", "any", "within", "over", "never", "unbanded"):
        yield f"authority_discount_group_{shape}"
    yield from (f"authority_{kind}_missing" for kind in ("days", "stock", "deposit_share"))


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_reason_is_left_without_a_sentence(language: str) -> None:
    assert set(codes_in_use()) - set(sentences(language)) == set()


def test_both_languages_say_the_same_with_the_same_values() -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    thai, english = sentences("th"), sentences("en")
    assert thai.keys() == english.keys()
    assert {code for code in thai if fields(thai[code]) != fields(english[code])} == set()


def test_an_approver_reads_values_as_people_write_them() -> None:
    why = Reason(
        "authority_discount_over", {"grade": "G3", "value": Decimal("12.00"), "limit": Decimal(5)}
    )
    assert show(why, "th") == "ส่วนลด 12% เกินอำนาจ 5% ของระดับ G3"
    when = (Reason("authority_stock_is_stocked", {}), Reason("authority_credit_is_ok", {}))
    assert show(when, "en") == "All goods in stock, Paid or within credit"
