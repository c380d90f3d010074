"""Two records of one customer that nobody finds stay two; two taken for one are worse."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain import likeness
from crm_desktop.domain.likeness import AGAINST, LISTED_FROM, WEIGHTS, Signs
from crm_desktop.domain.thai import bare_name


def signs(number: int, name: str, **more: Any) -> Signs:
    bare = bare_name(name)
    plain: dict[str, Any] = {"kind": "person", "phones": frozenset(), "places": frozenset()}
    plain |= dict.fromkeys(("tax_number", "tax_branch", "zone", "email", "line_id"), "")
    plain |= {"bare_name": bare.replace(" ", ""), "sound": likeness.sound(bare), **more}
    return Signs(number, **plain)


def alike(one: Signs, other: Signs) -> int:
    return likeness.score(likeness.reasons(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("สมชาย ใจดี", "สมชัย ใจดี"),
        ("วิโรจน์ ศรีสุข", "วิโรจ สีสุข"),
        ("บริษัท รุ่งเรืองวัสดุ จำกัด", "รุ่งเรื่องวัสดุ"),
        ("ธนพร แสงทอง", "ทะนะพร แสงทอง"),
        ("พงษ์ศักดิ์ มณีวงศ์", "พงศ์ศักดิ์ มณีวง"),
        ("Somchai Jaidee", "Somchay Jaidee"),
        ("อารีย์ คำแก้ว", "อารี คำแก้ว"),
    ],
)
def test_who_is_misspelt_shares_a_key_and_is_near(one: str, other: str) -> None:
    mine, theirs = likeness.near_keys(one), likeness.near_keys(other)
    assert mine[0] == theirs[0] or mine[1] == theirs[1]
    why = likeness.reasons(signs(1, one), signs(2, other))
    assert {"near_name", "sound_name"} & set(why)


def test_the_same_number_and_name_are_nearly_certain_and_a_name_alone_is_not() -> None:
    phone = {"phones": frozenset({"0812345678"})}
    assert alike(signs(1, "สมชาย ใจดี", **phone), signs(2, "นาย สมชาย ใจดี", **phone)) >= 75
    assert alike(signs(1, "สมชาย ใจดี"), signs(2, "สมชาย ใจดี")) < LISTED_FROM
    wife = signs(2, "มาลี ใจดี", **phone)
    assert alike(signs(1, "สมชาย ใจดี", **phone), wife) < 50


def test_two_branches_of_one_company_are_two_customers() -> None:
    company = {"kind": "company", "tax_number": "0105536112014"}
    head = signs(1, "บริษัท ก จำกัด", tax_branch="00000", **company)
    branch = signs(2, "บริษัท ก จำกัด สาขาบางนา", tax_branch="00001", **company)
    assert alike(head, branch) < LISTED_FROM
    again = signs(3, "ก", tax_branch="00000", **company)
    assert alike(head, again) > 90


def test_another_tax_number_speaks_against_everything_else() -> None:
    same = {"phones": frozenset({"021234567"}), "kind": "company"}
    one = signs(1, "บริษัท รุ่งเรือง จำกัด", tax_number="0105536112014", **same)
    other = signs(2, "หจก. รุ่งเรือง", tax_number="0105536112022", **same)
    assert alike(one, other) < LISTED_FROM


@given(st.lists(st.sampled_from([*WEIGHTS, *AGAINST]), unique=True))
def test_a_score_is_a_percentage_and_no_sign_for_it_makes_it_less(found: list[str]) -> None:
    percent = likeness.score(found)
    assert 0 <= percent <= 100
    for more in set(WEIGHTS) - set(found):
        assert likeness.score([*found, more]) >= percent
