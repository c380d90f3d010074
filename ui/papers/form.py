"""A paper as a form: compact header, line grid, terms and sums, priced while typing."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from time import perf_counter
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Customer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.contents import Content, stored_prices
from crm_desktop.services.places import address_lines
from crm_desktop.services.settings import shop
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.fields import ChoiceField
from ui.forms.lookup import Found
from ui.forms.rows import Rows
from ui.papers.goods import Goods
from ui.papers.grid import LineGrid, LinesField
from ui.papers.kind import PaperKind, Previewed, Stored
from ui.papers.lines import Line
from ui.papers.model import LinesModel
from ui.papers.totals import TotalsPanel
from ui.papers.usual import offer_usual
from ui.papers.words import DELIVERY_TERMS, PAYMENT_TERMS
from ui.tokens import ROW, Tone

PRICE_MS = 90
"""How long a pause in typing is; a paper so long that pricing takes its time waits for more."""
ROUNDS = 3
OFFERED = 8
CONTENT = tuple(each.name for each in fields(Content))


class PaperForm(Form):
    """`priced` carries the Previewed of what stands there now, None where nothing can be said.

    A kind gives title, preview and command, and may add header fields.
    """

    COLUMNS: ClassVar[int] = 8
    PROJECT_SPAN: ClassVar[int] = 4
    priced = Signal(object)

    def __init__(
        self, desk: Desk, kind: PaperKind, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, parent)
        self.paper_kind = kind
        self.read_only = False
        self.found: Previewed | None = None
        self._filled: dict[str, str] = {}
        self._pause = QTimer(self, interval=PRICE_MS, singleShot=True)
        self._pause.timeout.connect(self.price_now)
        stock = (self.tr("{0} in stock"), self.tr("none in stock"))
        self.goods = Goods(desk, *stock, lambda: self.customer_id)
        model = LinesModel(desk.explain, self.goods.exact, self)
        self.grid = LineGrid(model, self.goods.find, self.goods.units, self)
        self.totals = TotalsPanel(self)
        self._make_header()
        self.body.addWidget(self.grid, 1)
        self._make_foot()
        self._chain()
        model.priced.connect(self.price_now)
        self.grid.history.said.connect(partial(desk.say, tone=Tone.INFO))
        self.edited.connect(self._pause.start)
        self.body.setContentsMargins(16, 0, 16, 8)

    # Laying out -------------------------------------------------------------------------------

    def _chain(self) -> None:
        """Tab goes as the eye does: header, lines, terms, discount."""
        boxes = [self.fields[key].widget for key in self._shown_keys()]
        for before, after in pairwise(boxes):
            QWidget.setTabOrder(before, after)

    def _make_header(self) -> None:
        rows = self.rows(columns=self.COLUMNS)
        rows.grid.setHorizontalSpacing(8)
        rows.grid.setVerticalSpacing(4)
        rows.lookup(
            "customer",
            self.tr("Customer"),
            self._find_customers,
            required=True,
            picked=lambda found: self._picked_customer(found.id),
            placeholder=self.tr("Name, phone, tax number or code"),
            span=4,
        )
        rows.text("contact", self.tr("Contact"), span=2)
        rows.choice(
            "language",
            self.tr("Paper in"),
            (
                ("th", self.tr("Thai")),
                ("en", self.tr("English")),
                ("both", self.tr("Thai and English")),
            ),
        )
        rows.choice(
            "prices_include_vat",
            self.tr("Prices"),
            ((True, self.tr("with VAT")), (False, self.tr("before VAT"))),
        )
        rows.text("project", self.tr("Project"), span=self.PROJECT_SPAN)
        self.add_header(rows)
        for key in ("id", "version"):
            rows.hidden(key)
        self.adopt(rows)

    def add_header(self, rows: Rows) -> None:
        """Room for a kind's own header fields beside the project, and in whole rows below."""

    def _make_foot(self) -> None:
        self.watch(LinesField(self.tr("Lines"), self.grid))
        rows = self.rows(columns=2)
        rows.grid.setHorizontalSpacing(8)
        rows.grid.setVerticalSpacing(4)
        rows.text("payment_terms", self.tr("Payment"), longest=300)
        rows.text("delivery_terms", self.tr("Delivery"), longest=300)
        rows.text("delivery_address", self.tr("Deliver to"), longest=500)
        remarks = rows.multiline("remarks", self.tr("Remarks"), lines=1, span=1).widget
        assert isinstance(remarks, QPlainTextEdit)
        remarks.setFixedHeight(ROW)
        remarks.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        for off in (remarks.setVerticalScrollBarPolicy, remarks.setHorizontalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(rows.grid)
        left.addStretch(1)
        left.addWidget(self.totals.words)
        foot.addLayout(left, 1)
        foot.addWidget(self.totals)
        self.body.addLayout(foot)
        for field in rows.fields.values():
            self.watch(field)
        self.watch(self.totals.discount)
        self.totals.discount.changed.connect(lambda: self.totals.discount.refuse(""))
        self.totals.discount.left.connect(self._judge_discount)
        for key, codes in (("payment_terms", PAYMENT_TERMS), ("delivery_terms", DELIVERY_TERMS)):
            offer_usual(self.fields[key].widget, codes, lambda: self.paper_language)
        self.fields["language"].changed.connect(self._speak)

    def _judge_discount(self) -> None:
        try:
            self.totals.discount.value()
        except Refused as refused:
            self.totals.discount.refuse(self.desk.explain(refused))

    def _speak(self) -> None:
        self.goods.language = self.grid.lines.language = self.paper_language

    @property
    def paper_language(self) -> str:
        """The language of what a paper has once; one in both says that in Thai."""
        return "en" if self.fields["language"].raw() == "en" else "th"

    # The customer -----------------------------------------------------------------------------

    def _find_customers(self, text: str) -> list[Found]:
        page = self.desk.read(customer_page, ListQuery(text=text, limit=OFFERED))
        return [
            Found(row.id, row.name, " · ".join(filter(None, (row.code, row.phone, row.zone))))
            for row in page.rows
        ]

    def _picked_customer(self, customer_id: int) -> None:
        """The customer is known: the next thing to type is what they want."""
        self.take_customer(customer_id)
        if not self.grid.lines.places:
            self.grid.setFocus()

    def take_customer(self, customer_id: int) -> None:
        """Show the customer, and their contact, address and language where nothing else stands."""
        chosen = self.desk.read(customer, customer_id)
        self.fields["customer"].set_raw([chosen.id, chosen.name])
        self.fields["language"].set_raw(chosen.paper_language)
        for key, words in _of_customer(chosen).items():
            field = self.fields[key]
            if field.raw() in ("", self._filled.get(key)):
                field.set_raw(words)
                self._filled[key] = words
        self._from_the_start()
        self.price_now()

    @property
    def customer_id(self) -> int | None:
        """The customer of the paper, once one was picked."""
        found: int | None = self.fields["customer"].raw()[0]
        return found

    # What the base asks for -------------------------------------------------------------------

    def preview(self, content: Content) -> Previewed:
        """What the content comes to and whose decision it would be; may raise Refused."""
        raise NotImplementedError

    def defaults(self) -> dict[str, Any]:
        """What an empty paper begins with."""
        return {
            "id": None,
            "version": 0,
            "language": self.desk.language,
            "prices_include_vat": self.desk.read(shop).prices_include_vat,
            "lines": (),
        }

    def content(self) -> Content:
        """What is typed, as the paper takes it; raises the first field's Refused."""
        values = self.values()
        return _content({**values, "customer_id": values["customer"]})

    def check(self) -> bool:
        self.grid.finish_editing()
        self.price_now()
        return super().check()

    def stored(self) -> Mapping[str, Any] | None:
        document_id = self.fields["id"].raw()
        return (
            None
            if document_id is None
            else self.values_of(self.desk.read(self.paper_kind.read, document_id))
        )

    def values_of(self, shown: Stored) -> dict[str, Any]:
        """A stored paper as the form's fields take it."""
        content = shown.content
        return {
            **{name: getattr(content, name) for name in CONTENT if name in self.fields},
            "id": shown.id,
            "version": shown.version,
            "customer": (content.customer_id, shown.customer),
            "deposit_percent": content.deposit_percent or None,
            "document_discount": str(Discount.parse(content.document_discount)),
        }

    def show_paper(self, shown: Stored, *, read_only: bool) -> None:
        """Show a stored paper; one that may not be changed keeps the sums it was stored with."""
        self.set_read_only(read_only)
        self.load(self.values_of(shown))
        self._from_the_start()
        if read_only:
            self._pause.stop()
            old = stored_prices(shown.content, shown.vat_rate)
            rows = list(range(len(shown.content.lines)))
            self.grid.lines.show_prices(rows, old.nets, old.list_prices)
            self.totals.show_totals(old.totals, shown.vat_rate, self.paper_language)
        else:
            self.price_now()

    def _from_the_start(self) -> None:
        """What is longer than its field is read from its beginning."""
        for field in self.fields.values():
            if isinstance(field.widget, QLineEdit) and not field.widget.hasFocus():
                field.widget.home(False)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read and nothing be typed, or the other way round."""
        self.read_only = read_only
        self.grid.lines.editable = not read_only
        self.totals.set_read_only(read_only)
        for field in self.fields.values():
            if isinstance(field, ChoiceField):
                field.combo.setEnabled(not read_only)
            elif isinstance(field.widget, QLineEdit | QPlainTextEdit):
                field.widget.setReadOnly(read_only)

    # Sums and authority, live -----------------------------------------------------------------

    def price_now(self) -> None:
        """Ask what the paper comes to and whose decision it is; prices follow the list."""
        self._pause.stop()
        if self.read_only or not self.desk.may(self.paper_kind.permission("save")):
            return
        begun = perf_counter()
        for _ in range(ROUNDS):
            rows, content = self._as_typed()
            try:
                self.found = self.preview(content)
            except Refused:
                self.found = None
                self.priced.emit(None)
                return
            found = self.found
            if not self.grid.lines.show_prices(rows, found.nets, found.list_prices):
                break
        self._pause.stop()
        self._pause.setInterval(max(PRICE_MS, int(2_000 * (perf_counter() - begun))))
        self.totals.show_totals(found.totals, found.vat_rate, self.paper_language)
        self.priced.emit(found if content.customer_id and content.lines else None)

    def list_prices(self, lines: Sequence[Line | None]) -> Sequence[Money | None]:
        """What each line would cost by the list if it were put in now; None where nothing says."""
        meant = [line.understood() if line else None for line in lines]
        content = replace(self._as_typed()[1], lines=tuple(filter(None, meant)))
        try:
            found = iter(self.preview(content).list_prices)
        except Refused:
            found = iter(())
        return [next(found, None) if each else None for each in meant]

    def _as_typed(self) -> tuple[list[int], Content]:
        """What makes sense of the form now; the rest is as if it were not there."""
        understood = self.grid.lines.understood()
        lines = tuple(line for _, line in understood)
        meant = {key: self._meant(key) for key in self.fields if key != "lines"}
        content = _content({**meant, "customer_id": self.customer_id or 0, "lines": lines})
        return [row for row, _ in understood], content

    def _meant(self, key: str) -> Any:
        try:
            return self.fields[key].value()
        except Refused:
            return None


def _content(values: Mapping[str, Any]) -> Content:
    """Whatever of a content was given; what is None is as the content has it by itself."""
    return Content(**{name: values[name] for name in CONTENT if values.get(name) is not None})


def _of_customer(chosen: Customer) -> dict[str, str]:
    """What a new paper takes over from its customer."""
    contact = next(iter(chosen.contacts), None)
    address = chosen.address("delivery")
    lines = address_lines(address, chosen.paper_language) if address else ()
    return {
        "contact": " ".join(filter(None, (contact.name, contact.phone))) if contact else "",
        "delivery_address": " ".join(lines),
    }
