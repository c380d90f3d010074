"""Limits of an answer: how far the officer may go without asking again, typed beside the note."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Facts
from crm_desktop.domain.authority.limits import limits_to_json, reached
from crm_desktop.domain.authority.matrix import Limit
from crm_desktop.domain.authority.scales import Value
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import half_up
from crm_desktop.messages import show
from crm_desktop.services.authority.approval_queue import RequestCard
from crm_desktop.services.authority.approvals import AnswerLimit
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.tokens import GRID

CARRYING = ("approve", "advise_for")
"""The verdicts that can carry limits."""


def limitable(card: RequestCard) -> tuple[str, ...]:
    """What an answer to this request can limit; nothing where it is not about issuing. Where no
    goods have a list price their price stays, so that there is no sum to limit."""
    if not card.row.matter.endswith(".issue") or not set(CARRYING) & set(card.verdicts):
        return ()
    kind = KINDS[card.row.kind]
    listed = any(line.product_id for line in card.content.lines)
    there = {
        "discount": listed and not kind.prices_pass,
        "deposit_share": kind.takes_deposit or kind.code == "QT",
        "amount": listed,
        "days": kind.code == "QT",
    }
    return tuple(name for name, offered in there.items() if offered)


class LimitFields(QFrame):
    """Up to four fields; what is left empty is not limited. Nothing is limited while hidden."""

    typed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked: dict[str, tuple[str, str]] = {}
        self._rows = Rows(self, 4, desk.language, desk.era)
        self._rows.grid.setHorizontalSpacing(2 * GRID)
        self._rows.grid.setVerticalSpacing(GRID // 2)
        for kind, label in (
            ("discount", self.tr("Discount at most %")),
            ("deposit_share", self.tr("Deposit at least %")),
            ("amount", self.tr("Amount at most")),
            ("days", self.tr("Days at most")),
        ):
            field = self._rows.text(kind, label)
            field.changed.connect(self._typed)
            box = field.widget
            if isinstance(box, QLineEdit):
                box.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows.grid)
        self.hide()

    def offer(self, kinds: tuple[str, ...], facts: Facts) -> None:
        """Show fields for these kinds, with discount and deposit as they were asked; how much and
        how long was asked stands in them faintly."""
        for kind, field in self._rows.fields.items():
            field.refuse("")
            value = reached(facts, kind)
            asked, _ = self._asked[kind] = _words(kind, value)
            meant = asked if kind in ("discount", "deposit_share") and value else ""
            field.set_raw(meant if kind in kinds else "")
            box = field.widget
            if isinstance(box, QLineEdit):
                box.setPlaceholderText(asked)
            cell = box.parentWidget()
            (cell or box).setVisible(kind in kinds)
        self.show()
        first = self._rows.fields[kinds[0]].widget
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def limits(self) -> tuple[AnswerLimit, ...]:
        """What was typed, as it was typed; what was asked is meant to its last decimal."""
        if self.isHidden():
            return ()
        raw = {kind: str(field.raw()).strip() for kind, field in self._rows.fields.items()}
        return tuple(
            AnswerLimit(kind, self._meant(kind, text)) for kind, text in raw.items() if text
        )

    def _meant(self, kind: str, text: str) -> str:
        shown, exact = self._asked[kind]
        return exact if text == shown else text

    def refuse(self, kind: str, sentence: str) -> bool:
        """Say beside its field what is wrong with a limit; False where there is no such field."""
        field = self._rows.fields.get(kind)
        if field is None:
            return False
        field.refuse(sentence)
        field.widget.setFocus()
        return True

    def is_typing(self) -> bool:
        """Whether the cursor is in one of the fields."""
        return any(field.widget.hasFocus() for field in self._rows.fields.values())

    def _typed(self) -> None:
        for field in self._rows.fields.values():
            field.refuse("")
        self.typed.emit()


def _words(kind: str, value: Value | None) -> tuple[str, str]:
    """How far it was asked to go, as it is read and to its last decimal."""
    if value is None:
        return "", ""
    read = half_up(value) if isinstance(value, Decimal) else value
    return show(read), limits_to_json((Limit(kind, value),))[0][1]
