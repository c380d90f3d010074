"""What was pasted, piece by piece beside the goods it may mean; Enter takes all of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, parse_quantity
from crm_desktop.domain.thai import swap_layout
from crm_desktop.domain.wanted import Wanted
from crm_desktop.messages import sentence
from crm_desktop.services.products.matching import Match, Matched
from crm_desktop.services.products.product_values import ProductRow
from ui.desk import Desk
from ui.forms.lookup import Found
from ui.guarded import guarded
from ui.icons import icon
from ui.papers.goods import Goods
from ui.papers.lines import Line, plain
from ui.papers.model import LinesModel
from ui.papers.panels import Panel
from ui.theme import set_role, tokens
from ui.tokens import ROW, Tone

SHOWN = 9
BESIDE = 900
"""Width from which two lists stand side by side."""
LEAST = 92
SHOWN_OF_SOURCE = 160
FREE, LEFT_OUT = -1, -2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass
class Choice:
    """A piece and what becomes of it: the place of a match, `FREE` text or `LEFT_OUT`."""

    matched: Matched
    picked: int
    quantity: Decimal | None
    touched: bool = False

    @property
    def wanted(self) -> Wanted:
        """The piece as it was written."""
        return self.matched.wanted

    @property
    def match(self) -> Match | None:
        """The product that is chosen."""
        return self.matched.matches[self.picked] if self.picked >= 0 else None

    @property
    def amount(self) -> Decimal:
        """How many go into the line."""
        if self.quantity is not None:
            return self.quantity
        return self.match.quantity if self.match else self.wanted.quantity or Decimal(1)

    @property
    def unit(self) -> str:
        """Of what."""
        return self.match.unit if self.match else self.wanted.unit


def chosen_first(matched: Matched) -> Choice:
    """The best match; words without one as free text, what names no goods left out."""
    best = 0 if matched.matches else LEFT_OUT if matched.wanted.is_aside else FREE
    return Choice(matched, best, None)


class PieceTable(QTableWidget):
    """`struck` carries a key that is meant for the piece under the cursor, in Latin letters."""

    struck = Signal(str)

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and "\u0e00" < typed < "\u0e7f":
            typed = swap_layout(typed)
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Delete:
            self.struck.emit(" ")
        elif plain_key and typed and typed.upper() in "123456789 TQFN":
            self.struck.emit(typed.upper())
        elif event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WantedPanel(Panel):
    """Asks about pieces; `prices` knows what lines cost this customer, `put` gets the lines that
    were agreed to."""

    def __init__(
        self,
        desk: Desk,
        goods: Goods,
        model: LinesModel,
        found: Sequence[Matched],
        prices: Callable[[Sequence[Line | None]], Sequence[Money | None]],
        put: Callable[[list[Line]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "", "clipboard-text", "", parent, tall=True)
        self.waits = True
        self.entitle(self.tr("What was pasted, and the goods it means"), self.tr("Put in"))
        self._goods, self._model, self._put = goods, model, put
        self.choices = [chosen_first(each) for each in found]
        self._prices = prices
        self._listed: Sequence[Money | None] = ()
        self._summed = ""
        self._ask_more()
        self.table = self._make_table()
        self.offered = QListWidget(self)
        self.offered.setAccessibleName(self.tr("Other goods for this piece"))
        self.offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offered.setWordWrap(True)
        self.offered.setMinimumHeight(LEAST)
        self.offered.itemClicked.connect(lambda _: self.strike(str(self.offered.currentRow() + 1)))
        help_line = QLabel(self.tr(
            "1–9 other goods · T as free text · Space leave out · F search · Q quantity · "
            "N next doubtful · Enter puts all in"
        ), self)  # fmt: skip
        help_line.setWordWrap(True)
        set_role(help_line, "muted")
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(12)
        self._both.addWidget(self.table, 2)
        self._both.addWidget(self.offered, 1)
        self.body.insertWidget(1, self.counts)
        self.body.insertLayout(2, self._both)
        self.body.insertWidget(3, help_line)
        self.act = self._take
        self.show_all()
        self.table.setCurrentCell(self._first_doubt(), 1)
        self.table.currentCellChanged.connect(lambda *_: self._show_offered())
        self.table.struck.connect(self.strike)
        self._show_offered()

    def _ask_more(self) -> None:
        self.rows.lookup(
            "search",
            self.tr("Other goods for this piece (F)"),
            self._goods.find,
            picked=self._searched,
            placeholder=self.tr("Code, barcode or part of a name"),
            span=4,
        )
        quantity = self.rows.text("quantity", self.tr("Quantity (Q)"), span=1)
        quantity.left.connect(self._counted)
        for field in self.fields.values():
            field.cell.hide()

    def _make_table(self) -> PieceTable:
        table = PieceTable(len(self.choices), 6, self)
        table.setHorizontalHeaderLabels([
            self.tr("Written"), self.tr("Goods"), self.tr("Quantity"), self.tr("Unit"),
            self.tr("Price"), self.tr("To look at"),
        ])  # fmt: skip
        table.setAccessibleName(self.tr("Pieces of what was pasted"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        across = table.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((0, 0, 80, 60, 80, 146)):
            stretch = QHeaderView.ResizeMode.Stretch
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed if width else stretch)
            if width:
                across.resizeSection(column, width)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room the other goods stand beside the pieces, else under them."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(across if wide else down)
        rows = min(max(len(self.choices), 4), 9) if wide else 3
        self.table.setFixedHeight((rows + 1) * ROW + 6)

    def begin(self) -> None:
        self.table.setFocus()

    # Showing ----------------------------------------------------------------------------------

    def doubts(self, choice: Choice) -> tuple[str, ...]:
        """Why a piece should be looked at; nothing once somebody did."""
        return () if choice.touched or choice.picked == LEFT_OUT else choice.matched.doubts

    def show_all(self) -> None:
        """Every piece as it is chosen now, and what that comes to."""
        self._listed = self._prices([self._line(each) if each.match else None
                                     for each in self.choices])  # fmt: skip
        for row in range(len(self.choices)):
            self._show(row)
        lines = [each for each in self.choices if each.picked != LEFT_OUT]
        doubtful = sum(1 for each in lines if self.doubts(each))
        words = self.tr("{0} lines go in, {1} to look at")
        self._summed = words.format(len(lines), doubtful)
        self.promise(self.tr("Put {0} in").format(len(lines)))

    def _show(self, row: int) -> None:
        choice = self.choices[row]
        doubts = [sentence(code, self.desk.language) for code in self.doubts(choice)]
        left_out = choice.picked == LEFT_OUT
        cells = (
            choice.wanted.source,
            self._called(choice),
            "" if left_out else plain(choice.amount),
            "" if left_out else choice.unit,
            "" if left_out else choice.wanted.price or str(self._listed[row] or ""),
            "" if left_out else " · ".join(doubts) or self.tr("fits"),
        )
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column in (2, 4):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            tone = self._tone(choice, column, bool(doubts))
            if tone is not None:
                item.setForeground(QColor(tone))
            if column == 5 and not left_out:
                item.setIcon(icon("warning" if doubts else "check-circle",
                                  Tone.WARN if doubts else Tone.OK))  # fmt: skip
            self.table.setItem(row, column, item)

    def _tone(self, choice: Choice, column: int, doubtful: bool) -> str | None:
        if choice.picked == LEFT_OUT or column == 0:
            return tokens().muted
        if column == 5:
            return tokens().tones[Tone.WARN if doubtful else Tone.OK][0]
        return None

    def _called(self, choice: Choice) -> str:
        if choice.picked == LEFT_OUT:
            return self.tr("left out")
        if choice.match is None:
            return self.tr("as free text: {0}").format(choice.wanted.words or choice.wanted.source)
        return self._goods.name(choice.match.product)

    def _show_offered(self) -> None:
        self.offered.clear()
        choice = self.current
        if choice is None:
            return
        doubts = (sentence(code, self.desk.language) for code in self.doubts(choice))
        written = f"“{choice.wanted.source[:SHOWN_OF_SOURCE]}”"  # the column may be too narrow
        self.counts.setText(" · ".join((self._summed, written, *doubts)))
        for number, match in enumerate(choice.matched.matches[:SHOWN], 1):
            row = match.product
            often = f" · {self.tr('bought before')}" if match.bought else ""
            how = f" · {plain(match.quantity)} {match.unit}" if match.reckoned else ""
            words = f"{number}  {self._goods.name(row)}\n     {self._goods.hint(row)}{how}{often}"
            self.offered.addItem(words)
        self.offered.setCurrentRow(choice.picked)
        self.fields["quantity"].set_raw(plain(choice.amount))

    @property
    def current(self) -> Choice | None:
        """The piece under the cursor."""
        row = self.table.currentRow()
        return self.choices[row] if 0 <= row < len(self.choices) else None

    def _first_doubt(self, after: int = -1) -> int:
        order = [*range(after + 1, len(self.choices)), *range(after + 1)]
        return next((row for row in order if self.doubts(self.choices[row])), max(after, 0))

    # Choosing ---------------------------------------------------------------------------------

    def strike(self, key: str) -> None:
        """What a key does to the piece under the cursor."""
        choice = self.current
        if choice is None:
            return
        if key.isdigit():
            if int(key) <= len(choice.matched.matches):
                self._pick(choice, int(key) - 1)
        elif key == "T":
            self._pick(choice, FREE)
        elif key == " ":
            back = 0 if choice.matched.matches else FREE
            self._pick(choice, back if choice.picked == LEFT_OUT else LEFT_OUT)
        elif key == "N":
            self.table.setCurrentCell(self._first_doubt(self.table.currentRow()), 1)
        else:
            self._ask_for("search" if key == "F" else "quantity")

    def _ask_for(self, key: str) -> None:
        """One of the fields over the table, the other out of the way; "" for neither."""
        for name, field in self.fields.items():
            field.cell.setVisible(name == key)
        if not key:
            self.table.setFocus()
            return
        self.fields[key].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, choice: Choice, picked: int) -> None:
        choice.picked, choice.touched = picked, True
        self.show_all()
        self._show_offered()

    def _searched(self, found: Found) -> None:
        """Goods that somebody looked up are the piece's own from now on."""
        choice, row = self.current, found.id
        assert isinstance(row, ProductRow)
        if choice is not None:
            said = choice.wanted.quantity or Decimal(1)
            own = Match(row, said, row.unit, Decimal(1), True, False, False)
            matches = (own, *choice.matched.matches)[:SHOWN]
            choice.matched = Matched(choice.wanted, matches, choice.matched.doubts)
            self._pick(choice, 0)
        self.fields["search"].set_raw((None, ""))
        self._ask_for("")

    def _counted(self) -> bool:
        """Take the quantity that was typed; False, with a sentence, if it is none."""
        choice, field = self.current, self.fields["quantity"]
        if choice is None or field.raw() == plain(choice.amount):
            return True
        try:
            choice.quantity = parse_quantity(str(field.raw()), "quantity")
        except Refused as refused:
            field.refuse(self.desk.explain(refused))
            return False
        field.refuse("")
        choice.touched = True
        self.show_all()
        return True

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field beside the table goes back to it first."""
        inside = QApplication.focusWidget() in [field.widget for field in self.fields.values()]
        if inside and event.key() in _ENTER and not event.modifiers():
            if self._counted():
                self._ask_for("")
        else:
            super().keyPressEvent(event)

    # Taking -----------------------------------------------------------------------------------

    def lines(self) -> list[Line]:
        """What was agreed to, as it would have been typed."""
        return [self._line(each) for each in self.choices if each.picked != LEFT_OUT]

    def _line(self, choice: Choice) -> Line:
        wanted, match = choice.wanted, choice.match
        line = Line(
            quantity=plain(choice.amount),
            unit=choice.unit,
            unit_price=wanted.price,
            discount=wanted.discount,
        )
        if match is None:
            line.kind, line.description = "text", wanted.words or wanted.source
        made = self._model.made(line, match.product if match else None)
        if wanted.note:
            made.description = f"{made.description} ({wanted.note})"
        return made

    def _take(self) -> bool:
        self._put(self.lines())
        return True
