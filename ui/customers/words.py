"""What codes of customers and their history are called, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from crm_desktop.domain.identity import branch_label
from crm_desktop.domain.rounds import CLASSES
from crm_desktop.messages import known, sentence
from ui.desk import Desk

if TYPE_CHECKING:
    from crm_desktop.services.customers.customer_values import TimelineLine

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODES = {
    "purpose": "purpose_{}",
    "outcome": "{}",
    "obstacle": "{}",
    "exit": "exit_{}",
    "how": "follow_how_{}",
    "result": "follow_result_{}",
    "objection": "objection_{}",
    "slip": "paper_title_{}",
}

ICONS = {
    "customer": "user",
    "note": "note",
    "credit": "credit-card",
    "quotation": "file-text",
    "sales_order": "shopping-cart",
    "back_order": "hourglass-medium",
    "special_order": "ruler",
    "purchase_request": "shopping-bag",
    "deposit": "wallet",
    "request": "check-square-offset",
    "visit": "map-pin",
    "customer_merge": "git-merge",
}
"""The subjects of the timeline with their icons, in the order of the filter."""


DIGITS_OF_A_PHONE = 6


def as_typed(text: str) -> dict[str, Any]:
    """What was looked for as a name, or as a phone if it has digits enough."""
    if sum(letter.isdigit() for letter in text) >= DIGITS_OF_A_PHONE:
        return {"phones": [{"phone": text}]}
    return {"full_name": text}


def word(desk: Desk, code: str, **values: Any) -> str:
    """The sentence of a code."""
    return sentence(code, desk.language, desk.era, **values)


def class_box(parent: QWidget) -> QComboBox:
    """Customers of one class of the rhythm of visits, or of all."""
    box, translate = QComboBox(parent), QCoreApplication.translate
    box.setAccessibleName(translate("words", "Class"))
    box.addItem(translate("words", "All classes"), "")
    for each in CLASSES:
        box.addItem(translate("words", "Class {0}").format(each), each)
    return box


def moment(desk: Desk, at: datetime) -> str:
    """A day and an hour as the person reads them."""
    return f"{desk.day(at.date())} {at:%H:%M}"


def age(span: timedelta) -> str:
    """How long ago something was said: minutes, hours or days."""
    minutes = max(0, int(span.total_seconds()) // 60)
    translate = QCoreApplication.translate
    if minutes < 60:
        return translate("words", "{0} min ago").format(minutes)
    if minutes < 48 * 60:
        return translate("words", "{0} h ago").format(minutes // 60)
    return translate("words", "{0} days ago").format(minutes // 1440)


def branch_of(desk: Desk, tax_branch: str) -> str:
    """A company's branch as papers name it; "" for a person."""
    return branch_label(tax_branch, desk.language) if tax_branch else ""


def happened(desk: Desk, line: "TimelineLine") -> str:
    """What a line of the timeline says."""
    code = f"timeline_{line.subject}_{line.event}"
    if code == "timeline_quotation_follow_up" and line.detail.get("on") in (None, "None"):
        code = "timeline_quotation_follow_up_none"
    if not known(code, desk.language):
        return word(desk, "timeline_other", event=line.event)
    try:
        words = word(desk, code, **_values(desk, line.detail)).strip()
    except KeyError:  # what it said of the person was erased
        return word(desk, "timeline_erased")
    copy = line.detail.get("copy")
    return f"{words} · {word(desk, 'copy_nth', number=copy)}" if copy else words


def remark(desk: Desk, line: "TimelineLine") -> str:
    """What somebody wrote with it: a reason, a promise, the purpose of a visit."""
    if line.subject == "customer":
        return ""
    told = {name: line.detail.get(name) for name in ("reason", "promised", "purpose")}
    return " · ".join(
        str(text) for name, text in told.items() if text and not _says(desk, line, name)
    )


def _says(desk: Desk, line: "TimelineLine", name: str) -> bool:
    """Whether the sentence itself tells a detail already."""
    without = replace(line, detail={**line.detail, name: ""})
    return happened(desk, without) != happened(desk, line)


def _values(desk: Desk, detail: Mapping[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for key, value in detail.items():
        name = "number" if key == "code" else key
        code = _CODES[name].format(value) if name in _CODES else ""
        if code and known(code, desk.language):
            shown[name] = word(desk, code)
        elif isinstance(value, str) and _DAY.fullmatch(value):
            shown[name] = date.fromisoformat(value)
        else:
            shown[name] = value
    return shown
