"""The sums at the foot of a paper, live, down to the words."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.baht_text import baht_text, baht_text_english
from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.money import Money
from crm_desktop.domain.pricing import Totals
from ui.forms.fields import TextField
from ui.forms.rows import ErrorLine
from ui.theme import set_role

WIDTH = 320
LINE = 28
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TotalsPanel(QFrame):
    """Sum, document discount (typed here), net, VAT and grand total.

    `discount` is the field of the form; `words` stand where the form puts them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self.sum, self.taken, self.net = self._figure(), self._figure(), self._figure()
        self.vat, self.grand = self._figure(), self._figure()
        set_role(self.grand, "figure")
        self.vat_word = QLabel(self.tr("VAT"), self)
        self.words = QLabel(self)
        self.words.setAlignment(RIGHT)
        set_role(self.words, "muted")
        self.discount = self._discount_field()
        self._lay_out()
        self.set_read_only(False)

    def _figure(self) -> QLabel:
        label = QLabel("–", self)
        label.setAlignment(RIGHT)
        return label

    def _discount_field(self) -> TextField:
        box = QLineEdit(self)
        box.setAlignment(RIGHT)
        box.setMaxLength(40)
        box.setFixedWidth(96)
        box.setFixedHeight(LINE)
        title = self.tr("Discount")
        box.setAccessibleName(title)
        return TextField("document_discount", title, box, parse=_discount)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        discount = QLabel(self.tr("Discount"), self)
        discount.setBuddy(self.discount.widget)
        rows = (
            (QLabel(self.tr("Sum"), self), None, self.sum),
            (discount, self.discount.widget, self.taken),
            (QLabel(self.tr("Before VAT"), self), None, self.net),
            (self.vat_word, None, self.vat),
        )
        for number, (word, box, figure) in enumerate(rows):
            set_role(word, "muted")
            grid.addWidget(word, number, 0)
            if box is not None:
                grid.addWidget(box, number, 1)
            grid.addWidget(figure, number, 2)
        self.error = ErrorLine(self)
        self.discount.refusal.connect(self.error.say)
        line = QFrame(self)
        set_role(line, "line")
        total = QLabel(self.tr("Grand total"), self)
        set_role(total, "heading")
        foot = QGridLayout()
        foot.addWidget(total, 0, 0)
        foot.addWidget(self.grand, 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 2)
        column.setSpacing(2)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addStretch(1)
        column.addWidget(line)
        column.addLayout(foot)

    def set_read_only(self, read_only: bool) -> None:
        """A hint how to write a discount would look like one where nothing can be typed."""
        box = self.discount.widget
        assert isinstance(box, QLineEdit)
        box.setPlaceholderText("" if read_only else "10+5%")

    def show_totals(self, totals: Totals, rate: Decimal, language: str) -> None:
        """Show what the paper comes to, in words of the paper's language."""
        self.sum.setText(str(totals.sum))
        taken = totals.document_discount
        self.taken.setText(f"−{taken}" if taken else "0.00")
        self.net.setText(str(totals.net))
        self.vat_word.setText(self.tr("VAT {0}%").format(f"{rate.normalize():f}"))
        self.vat.setText(str(totals.vat))
        self.grand.setText(str(totals.grand_total))
        self.words.setText(in_words(totals.grand_total, language))


def in_words(amount: Money, language: str) -> str:
    """Baht in words as the paper prints them."""
    return baht_text(amount) if language == "th" else baht_text_english(amount)


def _discount(text: str, key: str) -> str:
    return str(Discount.parse(text, key))
