"""An order as a form: the facts of its kind stand in the header, each as its type asks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import Fact
from crm_desktop.domain.lifecycle import Code
from crm_desktop.messages import sentence
from crm_desktop.services.orders.order_lists import Order, Preview, preview_order
from crm_desktop.services.orders.orders import SaveOrder
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.settings import Shop, day_here, shop
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.orders.kinds import ORDERS
from ui.orders.words import notes_of
from ui.papers.form import PaperForm
from ui.papers.kind import Stored

BLOCK_LINES = 2


class OrderForm(PaperForm):
    """Fields of facts are called `facts.<key>`, as refusals name them."""

    PROJECT_SPAN = 3

    def __init__(self, desk: Desk, kind: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, ORDERS[kind], key, parent)

    @property
    def _facts(self) -> tuple[Fact, ...]:
        return self.paper_kind.kind.facts

    @property
    def _takes_deposit(self) -> bool:
        return self.paper_kind.kind.takes_deposit

    # Laying out -------------------------------------------------------------------------------

    def add_header(self, rows: Rows) -> None:
        """Short facts share the row of the project, blocks of text have rows of their own."""
        left = self.COLUMNS - self.PROJECT_SPAN
        if self._takes_deposit:
            rows.percent("deposit_percent", self.tr("Deposit (%)"))
            left -= 1
        short = [fact for fact in self._facts if fact.type != "lines"]
        blocks = [fact for fact in self._facts if fact.type == "lines"]
        for place, fact in enumerate(short, 1):
            self._add_fact(rows, fact, left if place == len(short) else 1)
            left -= 1
        for fact in blocks:
            span = self.COLUMNS // len(blocks)
            rows.multiline(f"facts.{fact.key}", self._label(fact), lines=BLOCK_LINES, span=span)

    def _add_fact(self, rows: Rows, fact: Fact, span: int) -> None:
        key, label = f"facts.{fact.key}", self._label(fact)
        if fact.type == "day":
            rows.date(key, label, today=self._today, span=span)
        elif fact.type == "choice":
            code = f"{self.paper_kind.kind.name}_{fact.key}"
            words = [(each, self._word(f"{code}_{each}")) for each in fact.choices]
            rows.choice(key, label, [("", "–"), *words], span=span)
        else:
            rows.text(key, label, longest=300, span=span)

    def _today(self) -> date:
        """The database's day, to count from."""
        return self.desk.read(day_here)

    def _label(self, fact: Fact) -> str:
        return self._word(self.paper_kind.kind.fact_label(fact.key))

    def _word(self, code: str) -> str:
        return sentence(Code(code), self.desk.language)

    # What the base asks for -------------------------------------------------------------------

    @property
    def title(self) -> str:
        name = self.fields["customer"].raw()[1] if "customer" in self.fields else ""
        return f"{self._word(self.paper_kind.kind.title)} {name}".strip()

    def defaults(self) -> dict[str, Any]:
        usual = self.desk.read(shop)
        percent = _usual_deposit(self.paper_kind.kind.code, usual)
        return {**super().defaults(), "deposit_percent": percent or None}

    def preview(self, content: Content) -> Preview:
        code = self.paper_kind.kind.code
        return self.desk.read(preview_order, code, content, self.fields["id"].raw())

    def content(self) -> Content:
        return replace(super().content(), facts=self._told())

    def _told(self) -> tuple[tuple[str, str], ...]:
        """The facts as a paper keeps them: days are ISO, what is empty is left out."""
        values = {fact.key: self.fields[f"facts.{fact.key}"].value() for fact in self._facts}
        return tuple(
            (key, value.isoformat() if isinstance(value, date) else str(value))
            for key, value in values.items()
            if value
        )

    def command(self) -> SaveOrder:
        version = self.fields["version"].raw() or 0
        code = self.paper_kind.kind.code
        return SaveOrder(code, self.fields["id"].raw(), version, self.content())

    def values_of(self, shown: Stored) -> dict[str, Any]:
        told: Mapping[str, str] = dict(shown.content.facts)
        facts: dict[str, Any] = {}
        for fact in self._facts:
            text = told.get(fact.key, "")
            is_day = fact.type == "day" and text
            facts[f"facts.{fact.key}"] = date.fromisoformat(text) if is_day else text
        return {**super().values_of(shown), **facts}

    def show_paper(self, shown: Stored, *, read_only: bool) -> None:
        super().show_paper(shown, read_only=read_only)
        assert isinstance(shown, Order)
        self.grid.lines.tell(notes_of(self.desk, shown))

    def refused(self, refusal: Refused) -> None:
        """A fact has its own field, although its name has two parts."""
        field = self.fields.get(refusal.field or "")
        if field is None or not (refusal.field or "").startswith("facts."):
            super().refused(refusal)
        else:
            field.refuse(self.desk.explain(refusal))
            self.show_field(field)


def _usual_deposit(code: str, usual: Shop) -> Decimal:
    """What the shop asks for such a paper where nobody says otherwise."""
    if code == "BO":
        return Decimal(usual.back_order_deposit_percent)
    if code == "SP":
        return Decimal(usual.special_order_deposit_percent)
    return Decimal(0)
