"""How much a job takes: against figures reckoned by hand, and never less than is needed."""

from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.materials import RULES, bar_weight, reckon

HAND = (
    ("tiles", {"length": D(5), "width": D(4)}, {"กระเบื้อง": D(15)}),
    ("tiles", {"area": D(20), "waste": D(10), "box": D("1.44")}, {"กระเบื้อง": D(16)}),
    ("tiles", {"area": D(20), "skirting": D(18)}, {"กระเบื้อง": D(16)}),
    ("paint", {"area": D(160)}, {"สีน้ำอะคริลิก 18 ลิตร": D(2), "สีรองพื้นปูนใหม่ 18 ลิตร": D(1)}),
    ("wall_aac", {"area": D(30)}, {"อิฐมวลเบา 20x60x7.5": D(263), "ปูนก่ออิฐมวลเบา": D(2)}),
    ("wall_clay", {"area": D(10), "openings": D(2)}, {"อิฐมอญ": D(1134)}),
    ("plaster", {"area": D(50)}, {"ปูนฉาบ": D(21)}),
    ("concrete", {"length": D(10), "width": D(3), "depth": D(10)}, {"ทรายหยาบ": D("1.42")}),
    ("concrete", {"volume": D(3)}, {"ปูนโครงสร้าง 50 กก.": D(21)}),
    ("ready_mix", {"volume": D(3)}, {"คอนกรีตผสมเสร็จ": D("3.25")}),
    ("roof", {"area": D(90)}, {"กระเบื้องลอนคู่": D(210)}),
    ("gypsum", {"area": D(24)}, {"แผ่นยิปซัม 9 มม.": D(9), "โครงซีไลน์": D(16)}),
    ("steel", {"kilos": D(1000)}, {"เหล็ก 12 มิล": D(113)}),
    ("steel_weight", {"bars": D(10), "diameter": D(16)}, {"เหล็ก 16 มิล": D(10)}),
)


@pytest.mark.parametrize(("job", "given_", "needs"), HAND)
def test_the_figures_are_those_reckoned_by_hand(
    job: str, given_: dict[str, D], needs: dict[str, D]
) -> None:
    found = {each.words: each.quantity for each in reckon(RULES[job], given_).needs}
    assert {words: found[words] for words in needs} == needs


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["tiles", "roof", "gypsum"]),
    st.decimals("0.5", 5_000, places=2),
    st.decimals(0, 30, places=1),
)
def test_whole_boxes_are_enough_and_one_less_would_not_be(job: str, area: D, waste: D) -> None:
    rule = RULES[job]
    cover = next(each.usual for each in rule.asks if each.key in ("box", "sheet"))
    assert cover is not None
    count = reckon(rule, {"area": area, "waste": waste}).needs[0].quantity
    wanted = area * (100 + waste) / 100
    assert count * cover >= wanted
    assert (count - 1) * cover < wanted + D("0.01")


@pytest.mark.parametrize("job", RULES)
def test_what_is_missing_or_cannot_be_is_refused_at_its_figure(job: str) -> None:
    with pytest.raises(Refused) as caught:
        reckon(RULES[job], {})
    assert caught.value.field in {each.key for each in RULES[job].asks}
    first = RULES[job].asks[0].key
    with pytest.raises(Refused):
        reckon(RULES[job], {first: D(-1)})


def test_a_bar_weighs_what_the_tables_say() -> None:
    assert bar_weight("เหล็กข้ออ้อย DB12 ยาว 10 ม. โรงงานบูรพา") == D("8.88")
    assert bar_weight("เหล็กเส้นกลม RB9 ยาว 10 ม.") == D("4.99")
    assert bar_weight("เหล็กกล่อง 2×2 นิ้ว") is None
