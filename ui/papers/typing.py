"""What writes a paper faster than typing it: copies, templates, pasting, scanner, calculator."""

from collections.abc import Sequence
from decimal import Decimal

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import parse_quantity
from crm_desktop.domain.wanted import Wanted
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.copying import Copied, copied
from crm_desktop.services.papers.templates import KEPT, TemplateRow, from_template
from crm_desktop.services.products.matching import Matched, match_wanted
from crm_desktop.services.products.products import product_card
from ui.binding import Slot
from ui.desk import Desk
from ui.forms.fields import Field
from ui.papers.calculator import CalculatorPanel
from ui.papers.copying import copy_of, copy_panel, fresh_lines, notes_of
from ui.papers.document import PaperDocument
from ui.papers.form import PaperForm
from ui.papers.lines import Cell, Line, counted, plain
from ui.papers.scanner import Scanner
from ui.papers.templates import KeepPanel, TemplatesPanel
from ui.papers.wanted import WantedPanel
from ui.tasks import Task
from ui.tokens import Tone

AREA = "ตร.ม."
CHUNK = 20


class Typing(QObject):
    """Serves one document."""

    def __init__(self, document: PaperDocument) -> None:
        super().__init__(document)
        self.document = document
        grid = document.form.grid
        grid.asked.connect(self.understand)
        self.scanner = Scanner(document, grid, self._field_of, self.scan)

    @property
    def desk(self) -> Desk:
        """The desk of the document."""
        return self.document.desk

    @property
    def form(self) -> PaperForm:
        """The form of the document."""
        return self.document.form

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        return {
            "document.copy": self.copy,
            "document.template": self.keep,
            "line.template": self.choose_template,
            "line.paste": self.paste,
            "line.reckon": self.reckon,
        }

    def offered(self) -> dict[str, bool]:
        """Which of them are there now."""
        editable = self.document.editable
        kind = self.document.paper_kind.kind.code
        return {
            "document.copy": self.document.shown is not None and kind != "PR",
            "document.template": True,
            **dict.fromkeys(("line.template", "line.paste", "line.reckon"), editable),
        }

    # Copies -----------------------------------------------------------------------------------

    def begun(self) -> None:
        """A new paper that is to begin as a copy; one whose draft is offered has begun before."""
        source = copy_of(self.document.record_id)
        if source is None or not self.form.offer.isHidden():
            return
        try:
            made = self.desk.read(copied, *source)
        except Refused as refused:
            self.form.bar.say(self.desk.explain(refused), Tone.STOP)
            return
        self.form.take_customer(source[1])
        self._take_header(made.content, typed=True)
        self._put(made)
        words = self.tr("Copied from {0} at today’s prices.").format(made.source)
        self._tell(words, made)
        self.document.setFocusProxy(self.form.grid)

    def copy(self) -> None:
        """Ask for whom, then open the copy."""
        shown = self.document.shown
        if shown is None:
            return
        paper, customer = (shown.id, shown.reference), (shown.content.customer_id, shown.customer)
        opened = self.document.open_record.emit
        self.document.ask(copy_panel(self.desk, paper, customer, opened, self.document))

    def _take_header(self, content: Content, *, typed: bool) -> None:
        """Terms and texts; of a template only those, and only where nothing else was typed."""
        names = KEPT if not typed else (
            *KEPT, "contact", "project", "delivery_address", "language", "prices_include_vat",
            "deposit_percent", "document_discount",
        )  # fmt: skip
        for name in names:
            value = getattr(content, name)
            if name in self.form.fields and (value is False or value):
                self.form.fields[name].set_value(value)

    def _put(self, made: Copied) -> None:
        grid = self.form.grid
        row = grid.currentIndex().row()
        at = grid.lines.add(row if row >= 0 else grid.lines.rowCount() - 1, fresh_lines(made))
        for place, words in notes_of(made, self.desk.language).items():
            grid.lines.lines[at + place].note = words
        for row in range(at, at + len(made.content.lines)):
            grid.lines.lines[row].judge(self.desk.explain)
        self.form.price_now()

    def _tell(self, words: str, made: Copied) -> None:
        """One line on top about what is not as it was."""
        if not made.changes:
            self.desk.say(words)
            return
        more = self.tr("Not as it was: {0} of {1} lines, said under each.")
        more = more.format(len(made.changes), len(made.content.lines))
        self.form.bar.say(f"{words} {more}", Tone.WARN)

    # Templates --------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep lines and terms, as typed, under a name."""
        self.form.grid.finish_editing()
        try:
            content = self.form.content() if self.form.customer_id else self._without_customer()
        except Refused as refused:
            self.form.refused(refused)
            return
        self.document.ask(KeepPanel(self.desk, content, self.document))

    def _without_customer(self) -> Content:
        """Lines and terms of a paper that is for nobody yet."""
        raw = {name: self.form.fields[name].value() for name in KEPT if name in self.form.fields}
        given = {name: value for name, value in raw.items() if value is not None}
        return Content(0, self.form.grid.lines.meant(), **given)

    def choose_template(self) -> None:
        """Find one and put its lines in."""
        self.document.ask(TemplatesPanel(self.desk, self._use, self.document))

    def _use(self, row: TemplateRow) -> bool:
        including = bool(self.form.fields["prices_include_vat"].raw())
        customer_id = self.form.customer_id
        try:
            made = self.desk.read(from_template, row.id, customer_id, including)
        except Refused as refused:
            self.desk.refuse(refused)
            return False
        if not self.form.grid.lines.places:
            self._take_header(made.content, typed=False)
        self._put(made)
        self._tell(self.tr("Lines of “{0}” are in at today’s prices.").format(row.title), made)
        return True

    # Pasting ----------------------------------------------------------------------------------

    def paste(self) -> None:
        """The clipboard into the lines, wherever the cursor is."""
        self.form.grid.finish_editing()
        self.form.grid.paste_all()

    def understand(self, pieces: Sequence[Wanted]) -> None:
        """Look pieces up beside the window, then ask about them."""
        customer_id = self.form.customer_id or 0

        def look(application: Application, task: Task) -> tuple[Matched, ...]:
            found: list[Matched] = []
            for start in range(0, len(pieces), CHUNK):
                part = tuple(pieces[start : start + CHUNK])
                found += application.read(match_wanted, part, customer_id)
                task.report(len(found), len(pieces))
                if task.cancelled:
                    break
            return tuple(found)

        self.desk.beside(look, self._confirm)

    def _confirm(self, found: tuple[Matched, ...]) -> None:
        if not shiboken6.isValid(self.document) or not self.document.editable:
            return
        if all(each.wanted.is_aside for each in found):
            self.desk.say(self.tr("Nothing of what was pasted names goods."), Tone.WARN)
            return
        grid = self.form.grid
        prices, put = self.form.list_prices, self._put_lines
        panel = WantedPanel(
            self.desk, self.form.goods, grid.lines, found, prices, put, self.document
        )
        self.document.ask(panel)

    def _put_lines(self, made: Sequence[Line]) -> None:
        if not self.document.editable:
            return
        self.form.grid.put_lines(made)
        self.form.price_now()
        self.document.setFocusProxy(self.form.grid)
        self.desk.say(self.tr("{0} lines put in").format(len(made)))

    # Scanner ----------------------------------------------------------------------------------

    def _field_of(self, widget: QWidget) -> Field | None:
        panel = self.document.panel
        fields = [*self.form.fields.values(), *(panel.fields.values() if panel else ())]
        return next((each for each in fields if each.widget is widget), None)

    def scan(self, code: str, before: str) -> None:
        """A scanned code: its line counts one more, or begins; `20*` typed before it counts so."""
        if not self.document.editable:
            self.desk.say(self.tr("This paper is read only: {0} was not put in").format(code),
                          Tone.WARN)  # fmt: skip
            return
        found = self.form.goods.exact(code)
        if found is None:
            QApplication.beep()
            words = self.tr("No goods have the code {0}.").format(code)
            self.form.bar.say(words, Tone.WARN, [(self.tr("Search by name"), self._search)])
            return
        many, rest = counted(before)
        many = many if many is not None and not rest else Decimal(1)
        grid = self.form.grid
        row = self._line_of(found.id)
        if row is None:
            line = grid.lines.made(Line(quantity=plain(many)), found)
            row = grid.lines.add(grid.lines.rowCount() - 1, [line])
        else:
            line = grid.lines.lines[row]
            whole = parse_quantity(line.quantity) + many
            grid.lines.setData(grid.lines.index(row, Cell.QUANTITY), plain(whole))
        self.form.price_now()
        grid.scrollTo(grid.lines.index(row, Cell.CODE))
        words = self.tr("{0}: {1} {2}").format(line.description, line.quantity, line.unit)
        self.desk.say(words)

    def _line_of(self, product_id: int) -> int | None:
        """The last line of these goods in their own unit, with a quantity that makes sense."""
        lines = self.form.grid.lines.lines
        for row in reversed(range(len(lines))):
            line = lines[row]
            if line.product_id == product_id and Cell.QUANTITY not in line.errors:
                return row
        return None

    def _search(self) -> None:
        self.form.grid.go_to_end()
        self.form.grid.edit_here()

    # Calculator -------------------------------------------------------------------------------

    def reckon(self) -> None:
        """Ask for the figures of a job; goods are looked up and asked about like pasted ones."""
        panel = CalculatorPanel(self.desk, self._box(), self.understand, self.document)
        self.document.ask(panel)

    def _box(self) -> Decimal | None:
        """Square metres to one of the product under the cursor, where it is sold by area too."""
        grid = self.form.grid
        row = grid.currentIndex().row()
        product_id = grid.lines.lines[row].product_id if row >= 0 else None
        if product_id is None:
            return None
        card = self.desk.read(product_card, product_id)
        factor = next((each.factor for each in card.units if each.name == AREA), None)
        return (1 / factor).quantize(Decimal("0.01")) if factor else None
