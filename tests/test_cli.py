"""`crm` keeps its word: what it does, what it refuses, and the exit status it ends with."""

import json
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from crm_desktop import cli, settings
from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.domain.authority import shipped
from crm_desktop.exchange.matrix_sheet import write_matrix
from crm_desktop.services.quotations import SaveQuotation
from crm_desktop.store import BANGKOK, Store
from crm_desktop.terminal.grammar import SUBCOMMANDS

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK)
ANSWERS = """
[shop]
name_th = "ร้านวัสดุไทย"
tax_number = "0105536112014"

[owner]
username = "owner"
full_name = "เจ้าของ ร้าน"
password = "long enough"

[administrator]
username = "root"
full_name = "ผู้ดูแล ระบบ"
password = "long enough"
"""


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo shop to copy; making it takes longer than all tests that use it."""
    path = tmp_path_factory.mktemp("cli") / "demo.db"
    store = Store.open(f"sqlite:///{path}")
    fill(store, 40, 1, NOW, papers=25)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path


class Terminal:
    """A person at a terminal, with one database."""

    def __init__(self, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self.url = f"sqlite:///{database}"
        self._capsys = capsys
        self.out = self.err = ""

    def crm(self, *words: str, user: str = "", database: bool = True) -> int:
        extra = [*(["--database", self.url] if database else []), *(["--as", user] if user else [])]
        status = cli.main([*words, *extra])
        self.out, self.err = self._capsys.readouterr()
        return status

    def json(self, *words: str, user: str = "") -> Any:
        assert self.crm(*words, "--json", user=user) == 0, self.err
        return json.loads(self.out)

    def refusal(self, *words: str, user: str = "") -> Any:
        assert self.crm(*words, "--json", user=user) == 1
        return json.loads(self.err)

    def sql(self, statement: str) -> Any:
        """Goes behind the program's back, as it must never be possible unseen."""
        connection = sqlite3.connect(self.database)
        try:
            connection.execute("PRAGMA recursive_triggers = OFF")
            return connection.execute(statement).fetchall()
        finally:
            connection.commit()
            connection.close()


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "new" / "desk.db", capsys)


@pytest.fixture
def terminal(
    demo_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    copy = tmp_path / "desk.db"
    copy.write_bytes(demo_file.read_bytes())
    monkeypatch.setenv("CRM_PASSWORD", "demo")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return Terminal(copy, capsys)


def issued(terminal: Terminal) -> str:
    (row,) = terminal.sql(
        "SELECT number FROM document WHERE number IS NOT NULL ORDER BY id LIMIT 1"
    )
    return str(row[0])


# ------------------------------------------------------------ the first run


def test_a_new_shop_begins_with_an_owner_and_an_administrator(
    empty: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    assert empty.crm("init", "--answers", str(answers), "--remember") == 0
    assert settings.database_url() == empty.url
    monkeypatch.setenv("CRM_PASSWORD", "long enough")
    people = {each["username"]: each for each in empty.json("users", "list", user="root")}
    assert (people["owner"]["grade"], people["owner"]["roles"]) == ("G6", ["director"])
    assert people["root"]["roles"] == ["administrator"]
    assert empty.json("show", "matrix", "1", user="owner")["state"] == "draft"
    assert empty.crm("verify", user="root") == 0
    decided = empty.json("decide", "quotation.issue", "--grade", "G3", user="owner")
    assert decided["level"] == "SUPERIOR"


def test_a_desk_in_use_is_never_set_up_anew(
    empty: Terminal, tmp_path: Path, terminal: Terminal
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    assert terminal.refusal("init", "--answers", str(answers))["refused"] == "desk_set_up_already"
    assert terminal.refusal("demo")["refused"] == "desk_set_up_already"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("0105536112014", "1234545678789", "tax_number"),
        ('password = "long enough"\n\n', 'password = "short"\n\n', "owner.password"),
        ('username = "root"', 'username = "owner"', "administrator.username"),
        ("[shop]", '[shop]\nname = "x"', "shop.name"),
        ("[shop]", '[branch]\ncode = "1"\n[shop]', "code"),
    ],
)
def test_a_wrong_answer_leaves_nothing_half_made(
    empty: Terminal, tmp_path: Path, old: str, new: str, field: str
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS.replace(old, new, 1), encoding="utf-8")
    assert empty.refusal("init", "--answers", str(answers))["field"] == field
    assert empty.sql("SELECT count(*) FROM person") == [(0,)]
    assert empty.sql("SELECT count(*) FROM setting") == [(0,)]


def test_answers_can_be_typed(
    empty: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["ร้านไทย", "", "", "", "", "", "เจ้าของ", "owner", "ผู้ดูแล", "root"])
    monkeypatch.setattr("builtins.input", lambda question: next(typed))
    monkeypatch.setattr("getpass.getpass", lambda question: "long enough")
    assert empty.crm("init") == 0
    assert empty.sql("SELECT count(*) FROM person") == [(2,)]


def test_where_nobody_can_answer_it_says_how_to_go_on(
    empty: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", gone)
    assert empty.refusal("init")["refused"] == "terminal_nobody_to_ask"


def test_demo_fills_an_empty_database(empty: Terminal) -> None:
    assert empty.crm("demo", "--customers", "3", "--seed", "2", "--language", "en") == 0
    assert "password is demo" in empty.out
    assert empty.sql("SELECT count(*) FROM customer") == [(3,)]


def test_a_shop_without_customers_is_wrong_use(empty: Terminal) -> None:
    assert empty.crm("demo", "--customers", "0") == 2
    assert not empty.database.exists()


# ------------------------------------------------------------ wrong use, language, help


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", [sub.name for sub in SUBCOMMANDS])
def test_every_subcommand_explains_itself(empty: Terminal, name: str, language: str) -> None:
    assert empty.crm(name, "--help", "--language", language, database=False) == 0
    assert "terminal_" not in empty.out
    thai = any("\u0e00" <= letter <= "\u0e7f" for letter in empty.out)
    assert thai == (language == "th")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("show",),
        ("show", "moon", "1"),
        ("decide", "quotation.issue"),
        ("demo", "--customers", "many"),
        ("users", "vanish"),
        ("--languag", "en", "doctor"),
        ("show", "customer", "C-000001"),
    ],
)
def test_wrong_use_ends_with_2_and_changes_nothing(empty: Terminal, words: tuple[str, ...]) -> None:
    assert empty.crm(*words) == 2
    assert empty.err.startswith("วิธีใช้")
    assert not empty.database.exists()


def test_global_options_stand_before_or_after(terminal: Terminal) -> None:
    before = ["--database", terminal.url, "--as", "somchai", "--json", "search", "C-000001"]
    assert cli.main(before) == 0
    first = terminal._capsys.readouterr().out
    assert terminal.json("search", "C-000001", user="somchai") == json.loads(first)


def test_the_language_follows_lang(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, begins in (("en_US.UTF-8", "usage"), ("th_TH.UTF-8", "วิธีใช้"), ("C", "วิธีใช้")):
        monkeypatch.setenv("LANG", lang)
        empty.crm("--help", database=False)
        assert empty.out.startswith(begins)


# ------------------------------------------------------------ refused, unexpected, stopped


def test_a_mistyped_path_does_not_make_an_empty_desk(empty: Terminal) -> None:
    told = empty.refusal("search", "x", user="somchai")
    assert told["refused"] == "terminal_no_database"
    assert str(empty.database) in told["message"]
    assert not empty.database.exists()


def test_a_wrong_password_is_refused(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_PASSWORD", "guess")
    told = terminal.refusal("search", "x", user="somchai")
    assert (told["refused"], told["field"]) == ("wrong_password", "password")


def test_the_terminal_can_do_nothing_that_the_windows_may_not(terminal: Terminal) -> None:
    assert terminal.refusal("verify", user="somchai")["refused"] == "not_allowed"
    wanted = ("users", "add", "eve", "--name", "อีฟ", "--roles", "director", "--grade", "G6")
    assert terminal.refusal(*wanted, user="somchai")["refused"] in (
        "not_allowed",
        "terminal_nobody_to_ask",
    )
    assert terminal.sql("SELECT count(*) FROM person WHERE username = 'eve'") == [(0,)]


def test_an_accident_has_a_reference_in_the_log(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def burst(*_: object) -> None:
        raise RuntimeError("the roof fell in")

    monkeypatch.setenv("CRM_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("crm_desktop.log.logger.handlers", [])
    monkeypatch.setattr(Application, "login", burst)
    assert terminal.crm("search", "x", user="somchai") == 3
    reference = terminal.err.partition("reference ")[2].partition(";")[0]
    log = (tmp_path / "data" / "log" / "crm.log").read_text(encoding="utf-8")
    assert reference in log
    assert "the roof fell in" in log


def test_ctrl_c_ends_calmly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Application, "login", interrupt)
    assert terminal.crm("search", "x", user="somchai") == 130
    assert "Traceback" not in terminal.err


# ------------------------------------------------------------ the one door


def test_commands_lists_every_command_with_who_may(terminal: Terminal) -> None:
    found = {each["name"]: each for each in terminal.json("commands")}
    assert found["quotation.submit"]["matter"] == "quotation.issue"
    assert "credit" in found["customer.credit"]["roles"]
    assert terminal.crm("commands", "quotation.save") == 0
    assert "LineInput" in terminal.out
    assert terminal.refusal("commands", "moon.fly")["refused"] == "terminal_no_command"


def test_run_executes_one_command_from_json(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "customer.json"
    customer = {"id": None, "version": 0, "kind": "person", "full_name": "ลูกค้า ใหม่"}
    file.write_text(json.dumps(customer | {"phones": ["0812345678"]}), encoding="utf-8-sig")
    new = terminal.json("run", "customer.save", "--file", str(file), user="somchai")
    assert terminal.json("show", "customer", "C-000041", user="somchai")["id"] == new


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"phones": ["12"]}, "bad_phone", "phones.0"),
        ({"phones": [12]}, "wire_wrong", "phones.0"),
        ({"phone": "081"}, "wire_unknown", "phone"),
        ({"kind": "robot"}, "bad_choice", "kind"),
    ],
)
def test_run_refuses_what_the_form_refuses(
    terminal: Terminal, tmp_path: Path, changed: dict[str, Any], code: str, field: str
) -> None:
    file = tmp_path / "customer.json"
    customer = {"id": None, "version": 0, "kind": "person", "full_name": "ลูกค้า ใหม่"}
    file.write_text(json.dumps(customer | {"phones": ["0812345678"]} | changed), encoding="utf-8")
    told = terminal.refusal("run", "customer.save", "--file", str(file), user="somchai")
    assert (told["refused"], told["field"]) == (code, field)
    assert terminal.sql("SELECT count(*) FROM customer") == [(40,)]


def test_a_quotation_goes_from_json_to_pdf(terminal: Terminal, tmp_path: Path) -> None:
    (product,) = terminal.sql("SELECT id, code, name, unit FROM product LIMIT 1")
    line = {
        "product_id": product[0],
        "code": product[1],
        "description": product[2],
        "unit": product[3],
        "quantity": "2",
        "unit_price": "150.00",
    }
    paper = tmp_path / "paper.json"
    draft = {"id": None, "version": 0, "content": {"customer_id": 1, "lines": [line]}}
    paper.write_text(json.dumps(draft), encoding="utf-8")
    saved = terminal.json("run", SaveQuotation.name, "--file", str(paper), user="somchai")
    submit = {"id": saved["id"], "version": saved["version"], "issue": True}
    paper.write_text(json.dumps(submit | {"plea": {"reason": "ด่วน"}}), encoding="utf-8")
    outcome = terminal.json("run", "quotation.submit", "--file", str(paper), user="somchai")
    assert outcome["state"] in ("issued", "waiting")


# ------------------------------------------------------------ reading


def test_search_finds_what_was_meant(terminal: Terminal) -> None:
    hits = terminal.json("search", "ปูน", user="somchai")
    assert hits["products"]
    number = issued(terminal)
    papers = terminal.json("search", number, user="prasit")["papers"]
    assert papers[0]["reference"] == number
    assert terminal.crm("search", "zzzzzz", user="somchai") == 0


@pytest.mark.parametrize(
    ("kind", "number"),
    [("customer", "C-000001"), ("product", "CM-01A"), ("person", "wanida"), ("matrix", "1")],
)
def test_show_reads_one_record(terminal: Terminal, kind: str, number: str) -> None:
    assert terminal.json("show", kind, number, user="prasit")
    assert terminal.crm("show", kind, number, user="prasit") == 0
    for missing in ("nowhere", "999"):
        assert terminal.crm("show", kind, missing, user="prasit") == 1


def test_show_reads_a_quotation_by_its_number(terminal: Terminal) -> None:
    number = issued(terminal)
    assert terminal.json("show", "quotation", number, user="prasit")["number"] == number
    assert terminal.crm("show", "quotation", "QT99-0000-00000", user="prasit") == 1


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (("--amount", "10,000", "--discount", "2"), "OWN"),
        (("--amount", "10000", "--discount", "8%"), "CONSULT"),
        (("--amount", "60000", "--discount", "2"), "CONSULT"),
        (("--amount", "10000", "--discount", "10.01"), "SUPERIOR"),
        (("--credit", "overdue", "--credit", "blocked"), "SUPERIOR"),
        (("--below-cost",), "SUPERIOR"),
        (("--unlisted", "5000.01"), "SUPERIOR"),
    ],
)
def test_decide_says_whose_decision_it_is(
    terminal: Terminal, facts: tuple[str, ...], level: str
) -> None:
    asked = ("decide", "quotation.issue", "--grade", "G3", *facts)
    for told in (terminal.json(*asked, user="somchai"), terminal.json(*asked, "--shipped")):
        assert told["level"] == level
        assert {"level", "bands", "reasons", "answerer"} <= set(told)
        assert len(told["sentences"]) == len(told["reasons"])


def test_decide_refuses_what_is_no_matter_or_figure(terminal: Terminal) -> None:
    assert terminal.crm("decide", "moon.fly", "--grade", "G3", "--shipped") == 1
    asked = ("decide", "quotation.issue", "--grade", "G3", "--shipped")
    assert terminal.refusal(*asked, "--discount", "101")["field"] == "discount"
    assert terminal.refusal(*asked, "--amount", "1e5")["field"] == "amount"


# ------------------------------------------------------------ papers, imports


def test_print_leaves_a_pdf_and_a_record(terminal: Terminal, tmp_path: Path) -> None:
    number = issued(terminal)
    told = terminal.json("print", number, "-o", str(tmp_path / "papers"), user="prasit")
    (path,) = map(Path, told["papers"])
    assert path.read_bytes().startswith(b"%PDF")
    assert terminal.sql("SELECT count(*) FROM document_print") == [(1,)]


def test_several_papers_need_a_folder(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.crm("print", "A", "B", "-o", str(tmp_path / "x.pdf"), user="prasit") == 2


def test_an_import_names_every_wrong_row_and_takes_nothing(
    terminal: Terminal, tmp_path: Path
) -> None:
    file, faults = tmp_path / "goods.csv", tmp_path / "faults.csv"
    file.write_text("code,name,unit,price\nX-1,ก,ชิ้น,12.50\nX-2,,ชิ้น,abc\n", encoding="utf-8")
    words = ("import", "products", str(file), "--errors", str(faults))
    assert terminal.crm(*words, user="supaporn") == 1
    assert terminal.out.count("row 3") >= 1
    assert "3" in faults.read_text(encoding="utf-8-sig")
    assert terminal.sql("SELECT count(*) FROM product WHERE code LIKE 'X-%'") == [(0,)]


def test_a_sound_import_can_be_tried_before_it_is_done(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("code,name,unit,price\nX-1,ก,ชิ้น,12.50\n", encoding="utf-8")
    assert terminal.crm("import", "products", str(file), "--dry-run", user="supaporn") == 0
    assert terminal.sql("SELECT count(*) FROM product WHERE code = 'X-1'") == [(0,)]
    assert terminal.json("import", "products", str(file), user="supaporn")["added"] == 1


def test_a_matrix_comes_from_a_spreadsheet_as_a_draft(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "matrix.xlsx"
    write_matrix(shipped(), file)
    assert terminal.crm("import", "matrix", str(file), "--dry-run", user="prasit") == 0
    told = terminal.json("import", "matrix", str(file), "--reason", "ปีใหม่", user="prasit")
    shown = terminal.json("show", "matrix", str(told["version"]), user="prasit")
    assert (shown["state"], shown["reason"]) == ("draft", "ปีใหม่")
    assert terminal.crm("import", "matrix", str(tmp_path / "no.xlsx"), user="prasit") == 1


# ------------------------------------------------------------ people


def test_an_administrator_adds_changes_and_bars_people(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_NEW_PASSWORD", "a new password")
    named = ("--name", "ใหม่ มาแรง", "--roles", "officer,cashier", "--superior", "wanida")
    assert terminal.crm("users", "add", "mai", *named, "--branch", "02", user="admin") == 0
    assert terminal.crm("users", "change", "mai", "--grade", "G4", user="admin") == 0
    person = terminal.json("show", "person", "mai", user="admin")
    assert (person["grade"], person["roles"], person["branch_id"]) == (
        "G4",
        ["officer", "cashier"],
        2,
    )
    assert terminal.crm("users", "change", "mai", "--active", "no", user="admin") == 0
    monkeypatch.setenv("CRM_PASSWORD", "a new password")
    assert terminal.refusal("search", "x", user="mai")["refused"] == "wrong_password"


def test_passwords_are_changed_by_their_owner_or_the_administrator(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_NEW_PASSWORD", "a new password")
    assert terminal.crm("users", "password", user="somchai") == 0
    assert terminal.crm("users", "password", "kanya", user="admin") == 0
    assert terminal.refusal("users", "password", "piti", user="wanida")["refused"] == "not_allowed"
    monkeypatch.setenv("CRM_PASSWORD", "a new password")
    assert terminal.crm("search", "x", user="somchai") == 0
    assert terminal.crm("search", "x", user="kanya") == 0


def test_a_branch_or_superior_that_is_not_there_is_named(terminal: Terminal) -> None:
    told = terminal.refusal("users", "change", "piti", "--branch", "77", user="admin")
    assert told["field"] == "branch"
    assert terminal.crm("users", "change", "piti", "--superior", "nobody", user="admin") == 1


# ------------------------------------------------------------ health


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (
            "UPDATE document SET total_satang = total_satang + 1 WHERE number = '{}'",
            "paper_sums_wrong",
        ),
        ("UPDATE document SET remarks = 'x' WHERE number = '{}'", "paper_not_as_frozen"),
        ("UPDATE number_series SET last = last + 1 WHERE kind = 'QT'", "numbers_not_gapless"),
        (
            "UPDATE document SET approved_request_id = NULL WHERE number = '{}'",
            "paper_without_approval",
        ),
        (
            "DELETE FROM request_step; UPDATE request SET state = 'recalled' WHERE state = 'waiting'",
            "",
        ),
    ],
)
def test_verify_finds_what_was_changed_behind_the_program(
    terminal: Terminal, harm: str, code: str
) -> None:
    assert terminal.json("verify", user="admin")["faults"] == []
    if not code:
        terminal.sql("UPDATE request SET state = 'recalled' WHERE state = 'waiting'")
        code = "paper_waits_for_nobody"
    else:
        terminal.sql(harm.format(issued(terminal)))
    assert terminal.crm("verify", "--json", user="admin") == 1
    assert code in [each["code"] for each in json.loads(terminal.out)["faults"]]
    assert json.loads(terminal.err)["refused"] == "terminal_verify_faults"


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE audit_line SET at = '2000-01-01' WHERE id = 9", "audit_line_changed"),
        ("DELETE FROM audit_line WHERE id = 9", "audit_line_missing"),
        ("UPDATE audit_value SET after = 'x' WHERE line_id = 9", "audit_value_changed"),
    ],
)
def test_verify_finds_a_forged_audit_line(terminal: Terminal, harm: str, code: str) -> None:
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    kept = terminal.sql(triggers)
    for name, _ in kept:
        terminal.sql(f"DROP TRIGGER {name}")
    terminal.sql(harm)
    for _, statement in kept:
        terminal.sql(statement)
    assert terminal.crm("verify", user="admin") == 1
    assert terminal.crm("verify", "--json", user="admin") == 1
    assert code in [each["code"] for each in json.loads(terminal.out)["faults"]]


def test_doctor_needs_nobody_and_names_what_is_wrong(terminal: Terminal, tmp_path: Path) -> None:
    found = {each["subject"]: each for each in terminal.json("doctor")}
    assert found["file"]["found"] == "ok"
    assert found["schema"]["found"].startswith("00")
    terminal.database.write_bytes(b"this is no database, whatever its name says" * 100)
    assert terminal.crm("doctor", "--json") == 1
    assert [each["warning"] for each in json.loads(terminal.out) if each["warning"]]


def test_doctor_warns_where_there_is_no_database_yet(empty: Terminal) -> None:
    assert empty.crm("doctor", "--json") == 1
    assert "health_no_file" in [each["warning"] for each in json.loads(empty.out)]
    assert not empty.database.exists()


def test_migrate_makes_and_leaves_a_database_up_to_date(empty: Terminal) -> None:
    assert len(empty.json("migrate")["done"]) >= 2
    assert empty.json("migrate")["done"] == []


def test_housekeeping_runs_without_a_password_and_twice(terminal: Terminal) -> None:
    assert terminal.json("housekeeping")["audit_line"]
    assert terminal.json("housekeeping")["expired"] == []


def test_walk_says_when_the_windows_are_not_installed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.terminal.walking.entry_points", lambda group: ())
    assert terminal.refusal("walk")["refused"] == "terminal_no_windows"
