"""The cashier's form: how much came, by which way, and who saw the money."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.deposits import CLEAR_WHEN_SEEN, METHODS
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.services.deposits.deposit_lists import Deposit, qr_of
from crm_desktop.services.deposits.deposits import ReceiveDeposit
from crm_desktop.services.registry import Command
from ui.deposits.qr import QrCode
from ui.deposits.renewing import MoneyForm
from ui.deposits.words import METHOD_ORDER, method_word
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.theme import set_role, set_tone
from ui.tokens import Tone

QR_AFTER_MS = 150
WIDE = 640
ASKED = (
    *("tendered", "bank", "account", "reference", "at", "card_last4"),
    *("cheque_number", "cheque_date", "confirmed"),
)
"""Fields that only some ways to pay have, in their order."""


class ReceiveForm(MoneyForm):
    """Fields follow the way to pay; PromptPay shows its code, cash tells the change."""

    def __init__(
        self,
        desk: Desk,
        expected: Deposit,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "receive", expected, today, parent)
        self.head(self.title, f"{expected.customer} · {expected.for_reference}")
        rows = self.rows(columns=2)
        rows.hidden("version", expected.version)
        rows.money("amount", self.tr("Amount"), zero=False, required=True)
        methods = [(method, method_word(desk, method)) for method in METHOD_ORDER]
        self.choice(rows, "method", self.tr("Paid by"), methods, required=True)
        rows.place(self._make_places(), 2)
        details = self._ask_details()
        rows.fields |= details.fields
        rows.place(self._details, 2)
        self.day(rows, "received_on", self.tr("Received on"))
        rows.text("payer", self.tr("Paid by whom"), placeholder=expected.customer)
        self._lay_beside(rows)
        self.finish(self.tr("Receive"))
        self._soon = QTimer(self, interval=QR_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._draw_code)
        self.edited.connect(self._follow)
        self.load({"amount": expected.expected, "received_on": today(), "method": METHOD_ORDER[0]})
        self._follow()

    @property
    def title(self) -> str:
        return self.tr("Receive deposit {0}").format(self.about.reference)

    # Looks ------------------------------------------------------------------------------------

    def _ask_details(self) -> Rows:
        """What only some ways to pay ask for, in a grid of its own that closes its holes."""
        self._details = QWidget(self)
        rows = self.rows(columns=2)
        rows.money("tendered", self.tr("Cash handed over"), zero=False)
        self.change = self.beside(rows)
        rows.text("bank", self.tr("Bank"))
        rows.text("account", self.tr("From account"), longest=30)
        rows.text("reference", self.tr("Reference"), longest=60)
        rows.text(
            "at", self.tr("Time of the transfer"), parse=_time, show=_hour, placeholder="09:30"
        )
        rows.text(
            "card_last4",
            self.tr("Last four digits"),
            parse=_digits,
            longest=4,
            placeholder="1234",
        )
        rows.text("cheque_number", self.tr("Number of the cheque"), longest=20)
        rows.date("cheque_date", self.tr("Date on the cheque"), today=self.today)
        words = self.tr("I have seen the money in the account")
        help = self.tr("Unticked, it waits until somebody has seen it.")
        rows.check("confirmed", words, help=help, span=2)
        rows.grid.setContentsMargins(0, 0, 0, 0)
        self._details.setLayout(rows.grid)
        self._detailed = rows
        self._grid, self._laid = rows.grid, ""
        return rows

    def _close_up(self) -> None:
        """Lay the fields of the chosen way out one after the other."""
        if self._laid == self.method:
            return
        self._laid = self.method
        cells = [_above(self.fields[key].widget) for key in ASKED]
        for cell in (*cells, _above(self.change)):
            self._grid.removeWidget(cell)
        shown = [cell for cell in cells if not cell.isHidden()]
        wide = shown.pop() if "confirmed" in self._asked() else None
        if self.method == "cash":
            shown.append(_above(self.change))
        for place, cell in enumerate(shown):
            last = place % 2 == 0 and cell is shown[-1]
            where = (place // 2, place % 2, 1, 2 if last else 1)
            self._grid.addWidget(cell, *where, Qt.AlignmentFlag.AlignTop)
        if wide is not None:
            self._grid.addWidget(wide, len(shown), 0, 1, 2)

    def _make_places(self) -> QWidget:
        """The code stands under the first fields, or, where there is room, beside all of them."""
        self._narrow = QWidget(self)
        self._under, self._beside = QVBoxLayout(self._narrow), QVBoxLayout()
        self._under.setContentsMargins(0, 0, 0, 0)
        self._cell = self._make_code()
        self._under.addWidget(self._cell)
        return self._narrow

    def _lay_beside(self, rows: Rows) -> None:
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(rows.grid, 1)
        across.addLayout(self._beside)
        self.body.addLayout(across)
        for field in rows.fields.values():
            self.watch(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_code()

    def _place_code(self) -> None:
        """Where there is room; without a code it takes none."""
        wide = self.width() >= WIDE
        place = self._beside if wide else self._under
        if place.indexOf(self._cell) < 0:
            place.addWidget(self._cell)
        there = not (self.code.isHidden() and self.code_words.isHidden())
        self._cell.setVisible(there)
        self._narrow.setVisible(there and not wide)

    def _make_code(self) -> QWidget:
        cell = QWidget(self)
        self.code, self.code_words = QrCode(cell), QLabel(cell)
        self.code_words.setWordWrap(True)
        self.code_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_role(self.code_words, "muted")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.code_words)
        column.addStretch(1)
        return cell

    # Following what is typed ------------------------------------------------------------------

    @property
    def method(self) -> str:
        """The way to pay that is chosen."""
        return str(self.fields["method"].raw())

    def _follow(self) -> None:
        """Ask only for what belongs to the way to pay."""
        asked = self._asked()
        for key in ASKED:
            _above(self.fields[key].widget).setVisible(key in asked)
        for key in METHODS[self.method][0]:
            self._detailed.star(key, needed=key in METHODS[self.method][1])
        self._close_up()
        self._tell_change()
        self._soon.start()

    def _asked(self) -> set[str]:
        asked = {"tendered"} if self.method == "cash" else set(METHODS[self.method][0])
        return asked | ({"confirmed"} if self.method in CLEAR_WHEN_SEEN else set())

    def _tell_change(self) -> None:
        amount, tendered = self._typed("amount"), self._typed("tendered")
        there = self.method == "cash" and amount is not None and tendered is not None
        _above(self.change).setVisible(there)
        if amount is None or tendered is None:
            return
        missing = self._missing()
        if missing:
            self.change.setText(self.tr("{0} missing").format(missing))
        else:
            self.change.setText(self.tr("Change: {0}").format(tendered - amount))
        set_tone(self.change, Tone.STOP if missing else Tone.OK)

    def _missing(self) -> Money:
        """What the cash that was handed over is short of the sum; an empty field says nothing."""
        amount, tendered = self._typed("amount"), self._typed("tendered")
        if self.method != "cash" or amount is None or tendered is None:
            return Money.ZERO
        return max(amount - tendered, Money.ZERO)

    def _draw_code(self) -> None:
        """The code with the exact sum; what stands against one is said in its place."""
        payload, words = "", ""
        amount = self._typed("amount")
        if self.method == "promptpay" and amount is not None:
            try:
                payload = self.desk.read(qr_of, self.about.id, amount)
            except Refused as refusal:
                words = self.desk.explain(refusal)
            else:
                words = self.tr("Scan to pay {0} baht; then look whether it came.").format(amount)
        self.code.show_payload(payload, words)
        self.code_words.setText(words)
        self.code_words.setVisible(bool(words))
        self._place_code()
        if payload:
            QTimer.singleShot(0, self, lambda: self.scroll_to(self.code))

    def _typed(self, key: str) -> Money | None:
        try:
            value = self.fields[key].value()
        except Refused:
            return None
        return value if isinstance(value, Money) else None

    # Saving -----------------------------------------------------------------------------------

    def check(self) -> bool:
        """Cash that is not all there is not received in full."""
        good, missing = super().check(), self._missing()
        if good and missing:
            words = self.tr("{0} is missing: take the rest, or receive only what is here.")
            self.fields["tendered"].refuse(words.format(missing))
            self.show_field(self.fields["tendered"])
        return good and not missing

    def command(self) -> Command[Any]:
        values = self.values()
        method = values["method"]
        if values["at"]:
            values["at"] = datetime.combine(values["received_on"], values["at"])
        details = tuple((key, _text(values[key])) for key in METHODS[method][0] if values[key])
        return ReceiveDeposit(
            self.about.id,
            values["version"],
            values["amount"],
            method,
            values["received_on"],
            details,
            payer=values["payer"],
            confirmed=method in CLEAR_WHEN_SEEN and values["confirmed"],
        )

    def refused(self, refusal: Refused) -> None:
        """What the way to pay needs is refused as a part of "details"."""
        if refusal.field and refusal.field.startswith("details."):
            refusal.field = refusal.field.removeprefix("details.")
        super().refused(refusal)


def _above(widget: QWidget) -> QWidget:
    """The cell that holds a field or a label with all that belongs to it."""
    cell = widget.parentWidget()
    assert cell is not None
    return cell


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _digits(text: str, key: str) -> str:
    """Digits of either script as the house keeps them."""
    return arabic_digits(text)


def _hour(value: time) -> str:
    return f"{value:%H:%M}"


def _time(text: str, key: str) -> time:
    """An hour as people type it: 9.30, 09:30."""
    try:
        return time.fromisoformat(arabic_digits(text).replace(".", ":").zfill(5))
    except ValueError:
        raise Refused("visit_time_bad", key, text=text) from None
