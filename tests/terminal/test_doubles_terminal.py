"""Doubles without a window: the list as a file, a merge by `crm run`, an old code that still leads
to the customer."""

import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.terminal.person import Terminal

TWICE: dict[str, Any] = {
    "kind": "person",
    "full_name": "สมหมาย ทดสอบดี",
    "phones": ["081-777-6666"],
    "id": None,
    "version": 0,
}


def test_from_the_report_to_one_customer_whose_old_code_still_opens_it(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "command.json"

    def run(name: str, **values: Any) -> Any:
        file.write_text(json.dumps(values), "utf-8")
        return terminal.json("run", name, "--file", str(file), user="prasit")

    ids = [run("customer.save", **TWICE) for _ in range(2)]
    while run("customer.look")["last_id"]:
        continue
    target = tmp_path / "doubles.xlsx"
    assert terminal.crm("report", "doubles", "-o", str(target), user="prasit") == 0, terminal.err
    page = load_workbook(target).active
    assert page is not None
    rows = [[cell.value for cell in row] for row in page.rows]
    pair = next(row for row in rows if "สมหมาย ทดสอบดี" in row)
    run("customer.merge", ids=ids, seen=[1, 1], reason="เบอร์เดียวกัน")
    codes = [cell for cell in pair if str(cell).startswith("C-")]
    shown = set()
    for code in codes:
        shown.add(terminal.json("show", "customer", code, user="prasit")["id"])
    assert shown == {ids[0]}
    assert terminal.crm("report", "incomplete", "-o", str(target), user="prasit") == 0
