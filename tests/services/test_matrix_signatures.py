"""รับทราบ: nobody is held to a table that they were not shown, and nobody signs for another."""

# ruff: noqa: F401, F811 - fixtures are imported

from datetime import date, timedelta

import pytest
from peewee import DatabaseError

from crm_desktop.application import Application
from crm_desktop.domain.authority import rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain, known
from crm_desktop.printing.render import render
from crm_desktop.services.authority.authority_papers import authority_paper
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from crm_desktop.services.authority.signatures import Signatures, SignMatrix, signatures
from crm_desktop.services.people import SavePerson, people
from crm_desktop.services.today.today import counts, news, today
from tests.printing.reading import squeeze, text_of
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop, shop
from tests.services.test_replays import limited


def drafted(shop: SellingShop, *, ahead: int = 0) -> int:
    day = shop.desk.now.date() + timedelta(days=ahead)
    return shop.desk.director.execute(DraftMatrix.of(limited(20_000), "เพิ่มวงเงิน", day))


def confirmed(shop: SellingShop, *, ahead: int = 0) -> int:
    version = drafted(shop, ahead=ahead)
    shop.desk.manager.execute(ConfirmMatrix(version))
    return version


def to_sign(program: Application) -> list[int]:
    sections = program.read(today, whole=False).sections
    return [line.record_id for each in sections for line in each.lines if each.code == "today_sign"]


def read(shop: SellingShop, version: int, who: str = "manager") -> Signatures:
    found: Signatures = getattr(shop.desk, who).read(signatures, version)
    return found


def code_of(program: Application, version: int) -> str:
    with pytest.raises(Refused) as caught:
        program.execute(SignMatrix(version))
    return caught.value.code


def test_who_signed_stands_there_with_the_moment_and_the_others_are_missing(
    shop: SellingShop,
) -> None:
    shop.desk.later(hours=2)
    shop.desk.officer.execute(SignMatrix(1))
    found = read(shop, 1)
    (signed,) = found.signed
    assert (signed.name, signed.grade) == ("คุณofficer", "G3")
    assert signed.at.startswith("2026-11-22T11:00:00")
    assert {each.name for each in found.missing} == {
        *("คุณsupervisor", "คุณmanager", "คุณdirector", "คุณother")
    }
    assert found.awaited == 5


def test_a_signature_cannot_be_given_twice_changed_or_taken_away(shop: SellingShop) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    assert code_of(shop.desk.officer, 1) == "matrix_signed_already"
    table = shop.store.t.matrix_signature
    for act in (table.update(grade="G6"), table.delete()):
        with pytest.raises(DatabaseError), shop.store.write():
            act.execute()
    assert len(read(shop, 1).signed) == 1


def test_only_the_people_of_the_desk_sign(shop: SellingShop) -> None:
    for who in ("cashier", "credit", "administrator"):
        with pytest.raises(NotAllowed):
            getattr(shop.desk, who).execute(SignMatrix(1))
        assert not read(shop, 1, who).due


def test_what_does_not_hold_yet_or_any_more_is_not_signed(shop: SellingShop) -> None:
    draft = drafted(shop)
    assert code_of(shop.desk.officer, draft) == "matrix_not_confirmed"
    shop.desk.manager.execute(ConfirmMatrix(draft))
    assert code_of(shop.desk.officer, 1) == "matrix_sign_past"
    assert code_of(shop.desk.officer, 99) == "not_found"
    assert read(shop, 1).missing == ()


def test_an_unsigned_version_stands_on_today_until_it_is_signed(shop: SellingShop) -> None:
    officer = shop.desk.officer
    assert to_sign(officer) == [1]
    before = officer.read(counts).today
    coming = confirmed(shop, ahead=3)
    assert to_sign(officer) == [1, coming]
    officer.execute(SignMatrix(coming))
    assert to_sign(officer) == [1]
    assert officer.read(counts).today == before
    shop.desk.later(days=4)
    assert to_sign(officer) == []
    assert to_sign(shop.desk.supervisor) == [coming]


def test_a_draft_does_not_wait_unseen_by_the_second_person(shop: SellingShop) -> None:
    def told(who: str) -> list[tuple[int, str]]:
        found = getattr(shop.desk, who).read(news)
        return [(each.record_id, each.kind) for each in found if each.section == "today_confirm"]

    before = shop.desk.manager.read(counts).today
    draft = drafted(shop)
    assert told("manager") == [(draft, "matrix")]
    assert shop.desk.manager.read(counts).today == before + 1
    assert told("director") == told("supervisor") == told("officer") == []
    shop.desk.manager.execute(ConfirmMatrix(draft))
    assert told("manager") == []


def test_an_administrator_is_asked_only_for_what_the_owner_drafted(shop: SellingShop) -> None:
    person = shop.store.t.person
    with shop.store.write():
        both = "administrator cashier"
        person.update(roles=both).where(person.c.username == "administrator").execute()
    administrator = shop.desk.administrator
    administrator.become(5)
    day = shop.desk.now.date()
    shop.desk.manager.execute(DraftMatrix.of(limited(20_000), "เพิ่มวงเงิน", day))
    owners = drafted(shop)
    lines = [each for each in administrator.read(news) if each.section == "today_confirm"]
    assert [each.record_id for each in lines] == [owners]


def test_a_coming_version_says_when_it_begins(shop: SellingShop) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    confirmed(shop, ahead=3)
    sections = shop.desk.officer.read(today).sections
    (line,) = next(each.lines for each in sections if each.code == "today_sign")
    assert (line.kind, line.reference) == ("matrix_signature", "รุ่นที่ 2")
    said = explain(line, "th")
    assert "จะใช้ตั้งแต่ 25/11/2569" in said
    assert "เพิ่มวงเงิน" in said


def test_nobody_who_has_no_table_is_asked(shop: SellingShop) -> None:
    for who in ("cashier", "credit", "logistics"):
        assert to_sign(getattr(shop.desk, who)) == []


def test_who_was_promoted_signs_the_table_of_the_new_grade(shop: SellingShop) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    (row,) = (p for p in shop.desk.manager.read(people) if p.username == "officer")
    shop.desk.administrator.execute(
        SavePerson(
            id=row.id,
            version=row.version,
            username=row.username,
            full_name=row.name,
            full_name_en=row.name_en,
            roles=("supervisor",),
            grade="G4",
            branch_id=row.branch_id,
            superior_id=row.superior_id,
        )
    )
    shop.desk.officer.become(row.id)
    assert to_sign(shop.desk.officer) == [1]
    shop.desk.officer.execute(SignMatrix(1))
    assert [each.grade for each in read(shop, 1).signed] == ["G3", "G4"]
    assert to_sign(shop.desk.officer) == []


def test_the_version_signed_last_is_what_a_new_one_is_held_against(shop: SellingShop) -> None:
    assert read(shop, 1, "officer").seen == 0
    shop.desk.officer.execute(SignMatrix(1))
    second = confirmed(shop)
    assert read(shop, second, "officer").seen == 1
    assert read(shop, second, "supervisor").seen == 0


def test_only_heads_read_who_is_missing(shop: SellingShop) -> None:
    assert [each.name for each in read(shop, 1, "officer").missing] == ["คุณofficer"]
    assert len(read(shop, 1, "supervisor").missing) == 5


def test_the_printed_table_has_bands_people_and_days(shop: SellingShop) -> None:
    shop.desk.officer.execute(SignMatrix(1))
    paper = shop.desk.officer.read(authority_paper, 0, "G3")
    said = text_of(paper)
    for words in (
        *("ตารางอำนาจดำเนินการ", "พนักงานลูกค้าสัมพันธ์ (G3)", "รุ่นที่ 1", "22 พฤศจิกายน 2569"),
        *("อนุมัติได้เอง", "ต้องขอคำแนะนำ", "นำเสนอผู้บังคับบัญชา", "ทดสอบ"),
        *("ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)", "คุณdirector", "คุณmanager"),
        *("ลงชื่อในโปรแกรมแล้ว", "คุณofficer", "คุณother", "หน้า 1 จาก"),
    ):
        assert squeeze(words) in said, words
    assert "คุณsupervisor" not in said
    assert render(paper) == render(paper)


def test_all_grades_print_one_after_another(shop: SellingShop) -> None:
    paper = shop.desk.officer.read(authority_paper, 1, "", "en")
    said = text_of(paper)
    places = [said.index(squeeze(f"({grade})")) for grade in ("G3", "G4", "G5", "G6")]
    assert places == sorted(places)


def test_a_paper_in_both_languages_has_its_number_on_one_line(shop: SellingShop) -> None:
    paper = shop.desk.officer.read(authority_paper, 1, "G3", "both")
    assert paper.number == "รุ่นที่ 1 / Version 1"
    for words in ("ส่วนลดไม่เกิน 5%", "Discount at most 5%", "Own Decision", "อนุมัติได้เอง"):
        assert squeeze(words) in text_of(paper), words


def test_a_draft_prints_as_a_draft_and_nobody_signs_it(shop: SellingShop) -> None:
    paper = shop.desk.officer.read(authority_paper, drafted(shop), "G3")
    assert paper.draft
    assert paper.posts[0].readers == ()
    assert squeeze("ยังไม่ยืนยัน") in text_of(paper)


def test_without_a_table_in_force_there_is_none_to_print(desk: Desk) -> None:
    with pytest.raises(Refused, match="matrix_none"):
        desk.officer.read(authority_paper)


def test_every_refusal_has_a_sentence() -> None:
    codes = ("matrix_none", "matrix_not_confirmed", "matrix_sign_past", "matrix_signed_already")
    assert [code for code in codes for lang in ("th", "en") if not known(code, lang)] == []
