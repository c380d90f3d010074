"""Goods that arrived and belong to nobody yet: given out by key, or put into normal stock."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.services.orders.allocation import AllocateGoods, ReleaseToStock
from crm_desktop.services.orders.goods_lists import arrivals_pool
from crm_desktop.services.orders.goods_values import PoolRow
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.desk import Desk
from ui.papers.lines import plain
from ui.papers.panels import Panel, PanelPlace
from ui.screen import Screen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import Tone

TABLES = frozenset({"arrival_move", "goods_stage", "product"})


class PoolPage(Screen):
    """Who waits longest is served first; nobody can give out more than arrived."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = self._make_list()
        self.bind(
            {
                "work.give": self.give,
                "work.release": self.release,
                "list.reload": self.list.reload,
                "list.columns": self.list.choose_columns,
            }
        )
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addLayout(self.button_row("work.release", "work.give", primary="work.give"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._asking = PanelPlace()
        column.addLayout(self._asking)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @property
    def title(self) -> str:
        return self.tr("Arrived, not given out")

    @property
    def panel(self) -> Panel | None:
        """What asks now."""
        return self._asking.panel

    def _make_list(self) -> ListView:
        return ListView(
            "orders/pool",
            self.title,
            (
                Column("code", self.tr("Code"), 100, muted=True),
                Column("name", self.tr("Goods"), 240, stretch=True, strong=True),
                Column("unit", self.tr("Unit"), 72),
                Column("there", self.tr("Lies here"), 100, Align.RIGHT, plain),
                Column("wanted", self.tr("Waited for"), 100, Align.RIGHT, plain),
                Column("releasable", self.tr("Nobody’s"), 100, Align.RIGHT, plain),
            ),
            self._fetch,
            empty=(
                self.tr("Everything that arrived is given out"),
                self.tr("What passes inspection on a purchase request lies here until then."),
            ),
            state=self.desk.state,
            parent=self,
        )

    def _fetch(self, wanted: ListQuery) -> Page[PoolRow]:
        return self.desk.read(arrivals_pool, wanted)

    def reload(self, tables: frozenset[str]) -> None:
        if not tables or tables & TABLES:
            self.list.reload()

    def back(self) -> bool:
        return self._asking.close_panel()

    # What is done here ------------------------------------------------------------------------

    def give(self) -> None:
        """Everything that somebody waits for, first come, first served."""
        given = self.desk.execute(AllocateGoods())
        if isinstance(given, tuple) and given:
            names = sorted({each.reference for each in given})
            self.desk.say(self.tr("Kept for {0}").format(", ".join(names)))
        elif isinstance(given, tuple):
            self.desk.say(self.tr("Nobody waits for what lies here"), Tone.INFO)

    def release(self) -> None:
        """What nobody waits for becomes normal stock; what is in no list gets its end said."""
        row = self.list.current()
        if not isinstance(row, PoolRow):
            return
        listed = row.product_id is not None
        title = self.tr("Put {0} into normal stock") if listed else self.tr("What becomes of {0}")
        word = self.tr("Put into stock") if listed else self.tr("Take off the list")
        what = self.tr("Note") if listed else self.tr("Sold, sent back or scrapped")
        panel = Panel(self.desk, title.format(row.name), "stack", word, self)
        panel.rows.quantity("quantity", self.tr("How much"), required=True, span=2)
        panel.rows.text("note", what, longest=300, required=not listed, span=4)
        panel.fields["quantity"].set_value(row.releasable or None)

        def act() -> bool:
            values = panel.values()
            quantity: Decimal = values["quantity"]
            command = ReleaseToStock(row.product_id, quantity, values["note"], line_id=row.line_id)
            done = self.desk.execute(command, panel) is not None
            if done and listed:
                self.desk.say(self.tr("It is normal stock now"))
            elif done:
                self.desk.say(self.tr("It is off the list"))
            return done

        panel.act = act
        self._asking.ask(panel)
