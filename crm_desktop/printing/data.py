"""What a paper says as data: JSON for whoever reads papers by machine, attached to the PDF.

It says nothing that the paper does not: pictures, the look and what a kind leaves out stay away,
as do empty fields and zeros that mean nothing was said. Where the shop's own sheet names the shop
already, it is named here too.
"""

import json
import re
from collections.abc import Container, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.printing.lined import FORMS
from crm_desktop.printing.paper import ONE_SUM, AnyPaper, Look, PaperLine, Party

SCHEMA, VERSION = "crm-desktop/paper", 1

NEVER = frozenset(  # how the paper is set, not what it says
    ["finder", "era", "sheets", "qr_payload", "pieces", "figures_from"]
)
UNSIGNED = ("remarks", "terms", "details", "proposer", "approver", "customer_signed")
HIDDEN: Mapping[str, tuple[str, ...]] = {  # by kind, what its layout leaves out
    "PR": ("sums", "bank"),
    "DP": ("proposer", "approver"),
    "PI": ("approver", "cashier", "customer_signed"),
    "RV": ("proposer",),
    "ST": ("customer_signed",),
    "TL": ("customer_signed",),
    "TR": ("dated", "remarks", "terms", "approver", "customer_signed"),
    "HD": ("dated", "remarks", "terms", "approver", "customer_signed"),
    "RS": ("remarks", "terms", "proposer", "approver", "customer_signed"),
    "AT": ("remarks", "terms", "version", "customer_signed"),
    "AS": ("dated", *UNSIGNED),
    "CP": ("dated", "then", "now", *UNSIGNED),  # what is alike is told in one line
}
BESIDE = {  # printed only where the other is
    "discount_text": "discount",
    "remainder_vat": "remainder",
    "withholding_rate": "withholding",
    "tax_invoice_on": "tax_invoice",
}
OF_COLUMN = {
    "price": "unit_price",
    "delivered": "quantity",
    "promised": "due",
    "needed": "due",
}
SIGNED_LATER = ("readers",)  # below what counts, so not yet on a draft
OF_LINE = ("kind", "description")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def paper_data(paper: AnyPaper) -> bytes:
    """The paper's data as UTF-8 JSON; money in baht and quantities as decimal strings."""
    said = {"schema": SCHEMA, "schema_version": VERSION, **_Walk(paper).said()}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def data_name(paper: AnyPaper) -> str:
    """The name of the attached file: what the paper is called, safe on every system."""
    known = paper.number or paper.draft_reference or f"{paper.kind} {paper.dated:%Y%m%d}"
    return _NOT_IN_NAMES.sub("-", known) + ".json"


class _Walk:
    """One way through all values of a paper, whatever its kind."""

    def __init__(self, paper: AnyPaper) -> None:
        self.paper = paper
        self.languages = ("th", "en") if paper.language == "both" else (paper.language,)
        form = FORMS.get(paper.kind)
        columns = form.columns if form else ()
        self._on_a_roll = paper.look.page_size == "roll" and paper.kind in ONE_SUM
        self._columns = {OF_COLUMN.get(name, name) for name in columns} | {*OF_LINE, "note"}

    def said(self) -> dict[str, Any]:
        """The paper's own fields, its kind and language first."""
        paper = self.paper
        hidden = {*HIDDEN.get(paper.kind, ())}
        hidden |= {"draft_reference"} if paper.number else set()
        hidden |= {"approver"} if getattr(paper, "alone", False) else set()
        first = {"kind": paper.kind, "language": paper.language}
        return first | {k: v for k, v in self._fields(paper).items() if k not in hidden}

    def _value(self, value: Any) -> Any:
        if isinstance(value, PaperLine):
            return self._line(value)
        if isinstance(value, Party) and self._on_a_roll:
            value = replace(value, contact="", email="", site="")
        if isinstance(value, Money):
            return str(value.baht)
        if isinstance(value, Decimal):
            return f"{value.normalize():f}"
        if isinstance(value, datetime):
            return value.isoformat(timespec="minutes")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, tuple):
            return [said for item in value if (said := self._value(item)) is not None]
        return self._fields(value) if is_dataclass(value) else value

    def _fields(self, value: Any) -> dict[str, Any]:
        return {
            field.name: self._value(inner)
            for field in _fields_of(value.__class__)
            if _is_said(field, inner := getattr(value, field.name))
            and self._is_in_language(value, field.name)
            and _is_beside(value, field.name)
            and not (self.paper.draft and field.name in SIGNED_LATER)
        }

    def _line(self, line: PaperLine) -> dict[str, Any] | None:
        """A row as its kind prints it; a subtotal says nothing where there is no money."""
        shown: Container[str] = self._columns
        if line.kind == "heading":
            shown = OF_LINE
        elif line.kind == "subtotal":
            shown = (*OF_LINE, "amount")
            if "amount" not in self._columns:
                return None
        return {name: said for name, said in self._fields(line).items() if name in shown}

    def _is_in_language(self, value: Any, name: str) -> bool:
        """Whether a field of one language prints; Thai stands in for English that is not there."""
        base, _, language = name.rpartition("_")
        if language not in {"th", "en"} or language in self.languages:
            return True
        return language == "th" and not getattr(value, f"{base}_en")


@cache
def _fields_of(kind: type) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.name not in NEVER)


def _is_said(field: Field[Any], value: Any) -> bool:
    """Whether there is anything to say: a zero counts where it is not merely the default."""
    if isinstance(value, bytes | Look):
        return False
    return bool(value) or (isinstance(value, int | Decimal | Money) and value != _default(field))


def _is_beside(value: Any, name: str) -> bool:
    other = BESIDE.get(name)
    if other is None:
        return True
    field = next(each for each in _fields_of(value.__class__) if each.name == other)
    return _is_said(field, getattr(value, other))


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()
