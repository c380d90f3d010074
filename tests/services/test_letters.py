"""Letters: whoever is asked or answered hears of it once, in time, and never what it is worth."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services import letters, mailing
from crm_desktop.services.authority.approvals import AnswerRequest, MarkSeen, RecallRequest
from crm_desktop.services.authority.delegations import Delegate, HandOver
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.letters import Posted, SendLetters, troubles
from crm_desktop.services.mailing import SaveMailServer
from crm_desktop.services.notify import SetNotify, my_notify
from crm_desktop.services.papers.quotations import Outcome
from crm_desktop.services.people import SavePerson, person_named
from crm_desktop.services.team.reassigning import Part, Reassign
from crm_desktop.store import Store, audit
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.postbox import Postbox, Serve, free_port, impatient, serve, use
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "impatient", "serve", "shop"]

EVENING, MORNING = "20:00", "07:00"
ADDRESSED = ("officer", "supervisor", "manager", "director", "credit")


def wish(shop: SellingShop, who: str, **wishes: Any) -> None:
    """Somebody's own settings, with an address unless they say otherwise."""
    program: Application = getattr(shop.desk, who)
    version = program.read(my_notify).version
    program.execute(SetNotify(version, **{"email": f"{who}@shop.example", **wishes}))


@pytest.fixture
def box(shop: SellingShop, serve: Serve) -> Postbox:
    """The shop sends mail, and everybody of the desk has an address."""
    made = serve()
    shop.desk.administrator.execute(use(made))
    for who in ADDRESSED:
        wish(shop, who)
    return made


def ask(shop: SellingShop, **how: Any) -> Outcome:
    """A paper that the supervisor decides."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")), **how)


def answer(shop: SellingShop, asked: Outcome, verdict: str, who: str = "supervisor") -> None:
    assert asked.request_id is not None
    version = shop.request(asked.request_id)["version"]
    program: Application = getattr(shop.desk, who)
    program.execute(AnswerRequest(asked.request_id, version, verdict, "ราคานี้ไม่ได้ 1,234"))


def send(shop: SellingShop) -> Posted:
    """One whole round, as the program does every minute."""
    done = shop.desk.officer.execute(SendLetters())
    while done.more:
        done = done.and_then(shop.desk.officer.execute(SendLetters()))
    return done


def kept(shop: SellingShop) -> list[tuple[str, str]]:
    """(user name, state) of every letter."""
    letter = shop.store.t.letter
    names = list(PEOPLE)
    rows = letter.select(letter.c.person_id, letter.c.state).order_by(letter.c.id)
    return [(names[person - 1], state) for person, state in rows.tuples()]


# ------------------------------------------------------------ who hears of what


def test_the_superior_reads_who_asks_what_since_when_and_no_figure(
    shop: SellingShop, box: Postbox
) -> None:
    asked = ask(shop)
    assert send(shop) == Posted(sent=1)
    (mail,) = box.mails
    reference = shop.paper(asked.id).reference
    assert mail["To"] == "คุณsupervisor <supervisor@shop.example>"
    assert mail["Subject"] == f"{reference}: คุณofficer ขออนุมัติ"
    text = mail.get_content()
    for told in ("ออกใบเสนอราคา", "คุณofficer", "22/11/2569 09:00", "เรียน คุณsupervisor"):
        assert told in text
    for secret in ("ก่อสร้างไทย", "081", "12%", "7,9", "ลูกค้าประจำ", "150"):
        assert secret not in text
    assert send(shop) == Posted(), "once is enough"


def test_each_reads_in_their_own_language(shop: SellingShop, box: Postbox) -> None:
    person = shop.store.t.person
    with shop.store.write():
        person.update(language="en").where(person.c.username == "supervisor").execute()
    ask(shop)
    send(shop)
    (mail,) = box.mails
    assert mail["Subject"].endswith(": Officer asks for approval")
    assert "Matter: Issue a quotation" in mail.get_content()
    assert "22/11/2026" in mail.get_content() or "22/11/2569" in mail.get_content()


@pytest.mark.parametrize(
    ("verdict", "words"),
    [("approve", "อนุมัติแล้ว"), ("return", "ส่งกลับให้แก้ไข"), ("reject", "ไม่อนุมัติ")],
)
def test_the_officer_hears_the_answer_and_not_its_reason(
    shop: SellingShop, box: Postbox, verdict: str, words: str
) -> None:
    asked = ask(shop)
    answer(shop, asked, verdict)
    assert send(shop) == Posted(sent=1, dropped=1), "the question is answered by now"
    (mail,) = box.mails
    assert mail["To"].endswith("<officer@shop.example>")
    assert f"คุณsupervisor {words}" in mail["Subject"]
    assert "1,234" not in mail.get_content()


def test_what_is_out_of_date_is_never_sent(shop: SellingShop, box: Postbox) -> None:
    recalled, read = ask(shop), ask(shop)
    assert recalled.request_id is not None
    assert read.request_id is not None
    shop.desk.officer.execute(RecallRequest(recalled.request_id, 1))
    answer(shop, read, "approve")
    shop.desk.officer.execute(MarkSeen(read.request_id))
    assert send(shop) == Posted(dropped=3)
    assert box.mails == []


def test_what_nobody_answered_is_told_to_the_next_with_the_reason(
    shop: SellingShop, box: Postbox
) -> None:
    ask(shop, waiting=True)
    send(shop)
    shop.desk.later(minutes=11)
    shop.desk.officer.execute(Housekeeping())
    assert send(shop).sent == 1
    first, second = box.mails
    assert "ลูกค้ารออยู่" in first["Subject"]
    assert second["To"].endswith("<manager@shop.example>")
    asked = ask(shop)
    shop.desk.later(days=3)
    shop.desk.officer.execute(Housekeeping())
    send(shop)
    reference = shop.paper(asked.id).reference
    told = [
        mail.get_content() for mail in box.mails if mail["To"].endswith("manager@shop.example>")
    ]
    assert f"{reference}: ส่งต่อถึงคุณ เพราะ คุณsupervisor ไม่ได้ตอบทันเวลา" in told[-1]


def test_everybody_of_a_role_is_asked_who_may_answer(shop: SellingShop, box: Postbox) -> None:
    shop.tell_credit(outstanding=5_000, overdue=5_000)
    ask(shop)
    send(shop)
    assert [mail["To"] for mail in box.mails] == ["คุณcredit <credit@shop.example>"]


def test_a_deputy_is_written_to_instead_of_the_one_who_is_away(
    shop: SellingShop, box: Postbox
) -> None:
    today = shop.desk.now.date()
    manager = list(PEOPLE).index("manager") + 1
    shop.desk.supervisor.execute(Delegate(manager, today, today, "ลาพักร้อน"))
    ask(shop)
    send(shop)
    assert [mail["To"] for mail in box.mails] == ["คุณmanager <manager@shop.example>"]


def test_an_answer_goes_to_the_colleague_who_has_the_work_today(
    shop: SellingShop, box: Postbox
) -> None:
    asked, today = ask(shop), shop.desk.now.date()
    manager = list(PEOPLE).index("manager") + 1
    shop.desk.officer.execute(HandOver(manager, today, today, "ลาป่วย"))
    answer(shop, asked, "return")
    send(shop)
    assert [mail["To"] for mail in box.mails] == ["คุณmanager <manager@shop.example>"]


def test_who_took_the_paper_over_is_written_to_beside_the_one_who_asked(
    shop: SellingShop, box: Postbox
) -> None:
    asked, heir = ask(shop), list(PEOPLE).index("manager") + 1
    parts = (Part("papers", heir),)
    shop.desk.supervisor.execute(Reassign(1, parts, "งานมาก"))
    answer(shop, asked, "approve")
    send(shop)
    assert sorted(mail["To"] for mail in box.mails) == [
        "คุณmanager <manager@shop.example>",
        "คุณofficer <officer@shop.example>",
    ]


def test_ones_own_decision_is_no_news(shop: SellingShop, box: Postbox) -> None:
    shop.issued()
    assert send(shop) == Posted()
    assert kept(shop) == []


def test_nobody_is_written_to_about_their_own_answer(shop: SellingShop, box: Postbox) -> None:
    asked, today = ask(shop), shop.desk.now.date()
    supervisor = list(PEOPLE).index("supervisor") + 1
    shop.desk.officer.execute(HandOver(supervisor, today, today, "ลาป่วย"))
    answer(shop, asked, "return")
    assert send(shop) == Posted(dropped=1), "who has the officer's work is who answered"


def test_a_letter_goes_to_the_address_that_holds_when_it_leaves(
    shop: SellingShop, box: Postbox
) -> None:
    ask(shop)
    wish(shop, "supervisor", email="new@shop.example")
    assert send(shop).sent == 1
    assert [mail["To"] for mail in box.mails] == ["คุณsupervisor <new@shop.example>"]


# ------------------------------------------------------------ who wants none


def test_nothing_is_written_to_whoever_wants_none(shop: SellingShop, box: Postbox) -> None:
    wish(shop, "supervisor", mail=False)
    ask(shop)
    wish(shop, "supervisor", email="")
    ask(shop)
    assert kept(shop) == []
    wish(shop, "supervisor")
    ask(shop)
    wish(shop, "supervisor", mail=False)
    assert send(shop) == Posted(dropped=1), "whoever changes their mind is left alone too"


def test_a_shop_without_a_mail_server_writes_nothing(shop: SellingShop) -> None:
    wish(shop, "supervisor")
    ask(shop)
    assert kept(shop) == []
    assert send(shop) == Posted()


# ------------------------------------------------------------ quiet hours


def test_a_letter_waits_for_the_morning_and_is_dropped_if_it_was_answered_by_then(
    shop: SellingShop, box: Postbox
) -> None:
    wish(shop, "supervisor", quiet_from=EVENING, quiet_until=MORNING)
    shop.desk.now = shop.desk.now.replace(hour=21)
    first, second = ask(shop), ask(shop)
    assert send(shop) == Posted()
    answer(shop, first, "approve")
    shop.desk.now += timedelta(hours=9, minutes=59)
    assert send(shop).sent == 1, "the officer, who has no quiet hours"
    shop.desk.now += timedelta(minutes=1)
    assert send(shop) == Posted(sent=1, dropped=1)
    assert shop.paper(second.id).reference in box.mails[-1]["Subject"]


def test_a_customer_who_waits_is_told_of_at_any_hour(shop: SellingShop, box: Postbox) -> None:
    wish(shop, "supervisor", quiet_from=EVENING, quiet_until=MORNING, days=(7,))
    ask(shop, waiting=True)
    assert send(shop).sent == 1


def test_several_letters_to_one_person_come_as_one_mail(shop: SellingShop, box: Postbox) -> None:
    papers = [shop.paper(ask(shop).id).reference for _ in range(3)]
    assert send(shop) == Posted(sent=3)
    (mail,) = box.mails
    assert mail["Subject"] == "มี 3 เรื่องใหม่ในโปรแกรมลูกค้าสัมพันธ์"
    assert [reference for reference in papers if reference not in mail.get_content()] == []


@pytest.mark.parametrize(
    ("wishes", "code", "field"),
    [
        ({"quiet_from": "25:00", "quiet_until": "07:00"}, "bad_hour", "quiet_from"),
        ({"quiet_from": "20:00"}, "quiet_half", "quiet_until"),
        ({"quiet_until": "07:00"}, "quiet_half", "quiet_from"),
        ({"quiet_from": "8.00", "quiet_until": "08:00"}, "quiet_always", "quiet_until"),
        ({"days": (1, 2, 3, 4, 5, 6, 7)}, "quiet_always", "days"),
        ({"days": (0,)}, "quiet_always", "days"),
        ({"email": "somewhere"}, "bad_email", "email"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(
    shop: SellingShop, wishes: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        wish(shop, "officer", **wishes)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_what_the_administrator_enters_for_a_person_is_theirs_to_change(shop: SellingShop) -> None:
    found = shop.desk.administrator.read(person_named, "officer")
    saved = SavePerson(
        *(found.id, found.version, found.username, found.name, found.name_en, found.roles),
        *(found.grade, found.branch_id, found.superior_id),
        email="Somchai@Shop.Example",
    )
    shop.desk.administrator.execute(saved)
    mine = shop.desk.officer.read(my_notify)
    assert (mine.email, mine.notify.mail, mine.notify.tray) == ("Somchai@shop.example", True, True)
    shop.desk.administrator.execute(replace(saved, version=mine.version, email=None))
    assert shop.desk.officer.read(my_notify).email == "Somchai@shop.example"
    wish(shop, "officer", email="")
    assert shop.desk.administrator.read(person_named, "officer").email == ""


# ------------------------------------------------------------ servers that are down


def test_a_letter_is_tried_three_times_with_growing_waits_and_then_shown(
    shop: SellingShop, box: Postbox
) -> None:
    box.refusing = "451 4.3.0 try again later"
    asked = ask(shop)
    tried: list[int] = []
    for minute in range(120):
        if send(shop).problem:
            tried.append(minute)
        shop.desk.later(minutes=1)
    assert tried == [0, 5, 65]
    assert kept(shop)[0] == ("supervisor", "given_up")
    (trouble,) = shop.desk.administrator.read(troubles)
    assert (trouble.person, trouble.reference) == (
        "คุณsupervisor",
        shop.paper(asked.id).reference,
    )
    assert trouble.code == "mail_refused"
    box.refusing = ""
    ask(shop)
    assert send(shop).sent == 1
    assert shop.desk.administrator.read(troubles) == (), "mail reaches the person again"


def test_a_dead_server_keeps_nobody_waiting_and_the_rest_goes_when_it_is_back(
    shop: SellingShop, box: Postbox
) -> None:
    alive = box.port
    shop.desk.administrator.execute(
        SaveMailServer(1, True, "localhost", free_port(), "none", sender="a@b.co")
    )
    first = ask(shop)
    answer(shop, first, "return")
    ask(shop)
    done = shop.desk.officer.execute(SendLetters())
    assert (done.sent, done.more) == (0, False), "one try tells enough for this round"
    shop.desk.administrator.execute(
        SaveMailServer(2, True, "localhost", alive, "none", sender="a@b.co")
    )
    shop.desk.later(minutes=6)
    assert send(shop).sent == 2


def test_the_same_letter_keeps_its_name_when_it_is_sent_once_more(
    shop: SellingShop, box: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        ask(shop)

    def die(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(letters, "_settle", die)
        with pytest.raises(KeyboardInterrupt):
            shop.desk.officer.execute(SendLetters())
    ask(shop)
    assert send(shop).sent == 1, "what that copy had taken is its own for a while"
    shop.desk.later(minutes=6)
    assert send(shop).sent == 2
    names = [mail["Message-ID"] for mail in box.mails]
    assert (len(names), len(set(names)), names[0]) == (3, 2, names[2])


def test_a_copy_that_dies_each_time_does_not_send_for_ever(
    shop: SellingShop, box: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(shop)

    def die(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(mailing, "hand_in", die)
        for _ in letters.WAITS:
            with pytest.raises(KeyboardInterrupt):
                send(shop)
            shop.desk.later(hours=2)
    assert send(shop) == Posted(given_up=1)
    assert shop.desk.administrator.read(troubles)[0].code == "letter_unknown"


def test_two_copies_at_once_send_each_letter_once(
    shop: SellingShop, box: Postbox, store_url: str
) -> None:
    for _ in range(3):
        asked = ask(shop)
        answer(shop, asked, "return")
        ask(shop)
    race = Race(racers.press, store_url, [(1, (SendLetters(),) * 4), (2, (SendLetters(),) * 4)])
    race.run()
    assert [set(told) for told in race.told] == [{"done"}, {"done"}]
    letter = shop.store.t.letter
    sent = letter.select(letter.c.subject).where(letter.c.state == "sent")
    subjects = [row[0] for row in sent.tuples()]
    text = "\n".join(mail.get_content() for mail in box.mails)
    assert len(subjects) == 6
    assert [subject for subject in subjects if text.count(subject) != 1] == []


def test_nothing_is_held_while_the_server_takes_its_time(
    shop: SellingShop, box: Postbox, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(shop)
    elsewhere = Application(Store.open(store_url), lambda: shop.desk.now)
    elsewhere.become(list(PEOPLE).index("sales") + 1)
    slow = SetNotify(1, email="sales@shop.example")
    monkeypatch.setattr(mailing, "hand_in", lambda *_: elsewhere.execute(slow))
    assert send(shop).sent == 1
    elsewhere.close()
    assert shop.desk.sales.read(my_notify).email == "sales@shop.example"


def test_an_idle_round_leaves_no_trace(shop: SellingShop, box: Postbox) -> None:
    head = audit.head(shop.store)
    assert send(shop) == Posted()
    assert audit.head(shop.store) == head


def test_a_failing_paper_leaves_no_letter(shop: SellingShop, box: Postbox) -> None:
    with pytest.raises(Refused):
        ask(shop, reason="")
    assert kept(shop) == []


def test_what_was_sent_is_on_record_without_its_words(shop: SellingShop, box: Postbox) -> None:
    ask(shop)
    send(shop)
    store: Store = shop.store
    line, value = store.t.audit_line, store.t.audit_value
    rows = line.select(line.c.id, line.c.event, line.c.actor_id).where(line.c.record == "letter")
    found = list(rows.order_by(line.c.id).tuples())
    assert [(event, actor) for _, event, actor in found] == [("written", 1), ("sent", None)]
    fields = value.select(value.c.field).where(value.c.line_id << [row[0] for row in found])
    assert {row[0] for row in fields.tuples()} == {"about", "person_id", "request_id"}
    assert list(audit.verify(store)) == []


def test_letters_are_not_kept_for_ever(
    shop: SellingShop, box: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "PURGED_AT_ONCE", 2)
    for _ in range(3):
        ask(shop)
    assert send(shop).sent == 3
    shop.desk.now += timedelta(days=60)
    ask(shop)
    for days, left in ((30, 4), (1, 2), (0, 1), (0, 1)):
        shop.desk.now += timedelta(days=days)
        shop.desk.officer.execute(Housekeeping())
        latest = shop.store.t.letter.select().where(shop.store.t.letter.c.about == "asked")
        assert latest.count() == left
    assert list(audit.verify(shop.store)) == []
