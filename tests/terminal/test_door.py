"""The one door by hand: commands listed and run from JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.services.papers.quotations import SaveQuotation
from tests.demo.stage import CUSTOMERS
from tests.terminal.person import Terminal


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
    assert terminal.json("show", "customer", f"C-{CUSTOMERS + 1:06d}", user="somchai")["id"] == new


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
    assert terminal.sql("SELECT count(*) FROM customer") == [(CUSTOMERS,)]


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
