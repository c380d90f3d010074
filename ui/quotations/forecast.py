"""The forecast: open offers by expected month, weighted by stage, and how the last months came."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money, plain_decimal
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.forecast import (
    Forecast,
    ForecastPaper,
    MonthRow,
    Past,
    forecast,
    forecast_papers,
)
from crm_desktop.services.papers.stages import Likelihood, SaveStages, likelihood
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.team.members import Scope
from ui.chips import Chips
from ui.desk import Desk
from ui.paper_view import open_paper
from ui.papers.panels import Panel, PanelPlace
from ui.quotations.months import month_words
from ui.states import state_word, tone_of
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.team.bars import Bar
from ui.team.figures import FiguresPage
from ui.team.scopes import ScopeBox
from ui.team.words import percent
from ui.theme import set_role
from ui.tokens import Tone

AHEAD, PAST, WON = "ahead", "past", "accepted"


class ForecastPage(FiguresPage):
    """Enter opens the papers behind a month; heads see the team, everybody else their own."""

    BEHIND = "forecast_behind"
    ROOM_FOR_BARS = 480
    FILTERS = ("chips", "scope")
    TABLES = frozenset({"document", "setting", "forecast_kept"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scope = ScopeBox(desk, self) if desk.may("team.read") else None
        self.found: Forecast | None = None
        self.shown: MonthRow | Past | None = None
        self.chips = Chips(
            {AHEAD: self.tr("Ahead"), PAST: self.tr("Kept, and what came")}, AHEAD, self
        )
        self.lists = {AHEAD: self._ahead(), PAST: self._past()}
        self.stack, self.sum = QStackedWidget(self), QLabel(self)
        self.asking = PanelPlace()
        preview = {"list.preview": self.preview} if self.scope else {}
        self.bind({**self.slots(), "pipeline.stages": self.ask_stages, **preview})
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._show_view())

    @property
    def title(self) -> str:
        return self.tr("Forecast")

    @property
    def whose(self) -> Scope | None:
        """Whose papers; None for the actor's own."""
        return None if self.scope is None else self.scope.scope

    @property
    def list(self) -> ListView:
        """The table in view."""
        return self.lists[self.chips.on]

    # Making -----------------------------------------------------------------------------------

    def _ahead(self) -> ListView:
        language = self.desk.language
        stages = [
            Column(
                state,
                state_word("QT", state, language),
                120,
                Align.RIGHT,
                value=partial(_of_stage, state),
            )
            for state in OPEN_STATES
        ]
        columns = [
            Column(
                "id", self.tr("Expected in"), 120, strong=True, format=self._month, stretch=True
            ),
            Column("papers", self.tr("Papers"), 72, Align.RIGHT),
            *stages,
            Column("value", self.tr("Open value"), 124, Align.RIGHT),
            Column("weighted", self.tr("Weighted"), 124, Align.RIGHT, strong=True),
        ]
        return self._list("forecast", columns, lambda found: found.months)

    def _past(self) -> ListView:
        meaning = self.tr("(forecast − actual) ÷ actual; of the current month so far.")
        columns = [
            Column("id", self.tr("Month"), 120, strong=True, format=self._month, stretch=True),
            Column("forecast", self.tr("Forecast as it began"), 170, Align.RIGHT),
            Column("actual", self.tr("Accepted"), 130, Align.RIGHT),
            Column("won", self.tr("Papers"), 72, Align.RIGHT),
            Column(
                "error",
                self.tr("Error"),
                120,
                Align.RIGHT,
                format=percent,
                meaning=meaning,
            ),
        ]
        return self._list("forecast_past", columns, lambda found: found.past)

    def _list(self, name: str, columns: Sequence[Column], rows: Any) -> ListView:
        made = ListView(
            name,
            self.title,
            columns,
            lambda _wanted: Page(rows(self.found) if self.found else ()),
            empty=(
                self.tr("Nothing here yet"),
                self.tr("Housekeeping keeps the forecast as each month begins."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )
        return self.wire(made)

    def behind_columns(self) -> Sequence[Column]:
        language = self.desk.language
        return [
            Column("reference", self.tr("Number"), 150, strong=True),
            Column("customer", self.tr("Customer"), 180, stretch=True),
            Column(
                "state",
                self.tr("State"),
                130,
                format=lambda state: state_word("QT", state, language),
                tone=lambda row: tone_of(row.state),
            ),
            Column("on", self.tr("Day"), 96, format=self.desk.day),
            Column("total", self.tr("Total"), 120, Align.RIGHT),
            Column("weighted", self.tr("Weighted"), 120, Align.RIGHT),
            Column("owner", self.tr("Owner"), 120, muted=True),
        ]

    def _month(self, month: str) -> str:
        return month_words(self.desk, month)

    def _lay_out(self) -> None:
        set_role(self.sum, "heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.chips)
        if self.scope is not None:
            head.addWidget(self.scope)
        head.addStretch(1)
        head.addLayout(self.button_row("pipeline.stages", "list.preview"))
        for view in self.lists.values():
            self.stack.addWidget(view)
        self.lay_out(head, self.asking, self.sum, self.meaning, self.pane, self.stack)

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """The figures anew, and the list behind one where that is in view."""
        self.found = self.desk.read(forecast, self.whose)
        words = self.tr("Weighted {0} of {1} baht that are open")
        self.sum.setText(words.format(self.found.weighted, self.found.value))
        self._show_view()
        self.behind.reload()

    def _show_view(self) -> None:
        found = self.found
        if found is None:
            return
        self.stack.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        if self.chips.on == AHEAD:
            self.meaning.setText(self._shares(found.likelihood))
            legend = [(self.tr("Weighted"), Tone.PLAIN), (self.tr("The rest"), Tone.WARN)]
            bars = self._open_bars(found)
        else:
            self.meaning.setText(
                self.tr("What was forecast as each month began, beside what was accepted in it.")
            )
            legend = [(self.tr("Accepted"), Tone.OK)]
            bars = self._past_bars(found)
        self.show_figures(self.title, bars, legend)

    def _shares(self, likely: Likelihood) -> str:
        """How likely each stage is won, and where the figure comes from."""
        sources = {
            "by_hand": self.tr("set by hand"),
            "own": self.tr("own history"),
            "shipped": self.tr("as shipped"),
        }
        language = self.desk.language
        stages = " · ".join(
            f"{state_word('QT', each.state, language)} {percent(each.share)}"
            f" ({sources[each.source]})"
            for each in likely.stages
        )
        return self.tr("Open value times how likely its stage is won: {0}").format(stages)

    def _open_bars(self, found: Forecast) -> Sequence[Bar]:
        return [
            Bar(
                row.id,
                self._month(row.id),
                (row.weighted.satang, max(row.value.satang - row.weighted.satang, 0)),
                f"{row.weighted} / {row.value}",
            )
            for row in found.months
        ]

    def _past_bars(self, found: Forecast) -> Sequence[Bar]:
        return [
            Bar(row.id, self._month(row.id), (row.actual.satang,), str(row.actual))
            for row in found.past
        ]

    # Doing ------------------------------------------------------------------------------------

    def open_figure(self, row: Any) -> None:
        """The papers behind the month."""
        if isinstance(row, MonthRow):
            self._look(row.id, self._stage_words(row))
        else:
            self._look(row.id, {WON: f"{self.tr('Accepted')}  {row.won}"})

    def _stage_words(self, row: MonthRow) -> Mapping[str, str]:
        language = self.desk.language
        words = {"": f"{self.tr('All')}  {row.papers}"}
        for state, papers, _ in row.stages:
            words[state] = f"{state_word('QT', state, language)}  {papers}"
        return words

    def _look(self, month: str, words: Mapping[str, str]) -> None:
        whose = self.whose

        def fetch(state: str, wanted: ListQuery) -> Page[ForecastPaper]:
            return self.desk.read(forecast_papers, month, state, whose, wanted)

        self.look(self._month(month), words, next(iter(words)), fetch)

    def open_behind(self, row: ForecastPaper) -> None:
        """The paper in its tab."""
        self.open_record.emit("quotation", row.id)

    def next_figures(self) -> None:
        """The other table."""
        self.chips.next()

    def back(self) -> bool:
        if self.asking.close_panel():
            self.list.setFocus()
            return True
        return super().back()

    def preview(self) -> None:
        """The forecast with follow-ups and win rate as it prints."""
        today = self.desk.read(day_here)
        scope = self.whose or Scope()
        first = today.replace(day=1)
        whose = (scope.person_id or "", scope.branch_id or "", int(scope.team))
        days = (f"{first:%Y%m%d}", f"{today:%Y%m%d}")
        open_paper(self.desk, "forecast-" + ".".join(map(str, (*days, *whose))), self)

    def ask_stages(self) -> None:
        """A manager sets how likely stages are won; an empty field goes by the shop's history."""
        found = self.desk.read(likelihood)
        title = self.tr("How likely each stage is won")
        panel = Panel(self.desk, title, "percent", self.tr("Save"), self)
        language = self.desk.language
        for stage in found.stages:
            label = self.tr("{0} (%)").format(state_word("QT", stage.state, language))
            own = percent(stage.own) if stage.own is not None else self.tr("too few papers yet")
            field = panel.rows.text(
                stage.state,
                label,
                parse=_percent,
                placeholder=self.tr("own history: {0}").format(own),
                longest=3,
                span=2,
            )
            field.set_value(stage.by_hand)

        def act() -> bool:
            given = {state: field.value() for state, field in panel.fields.items()}
            percents = tuple((state, value) for state, value in given.items() if value is not None)
            done = self.desk.execute(SaveStages(found.version, percents), panel) is not None
            if done:
                self.desk.say(self.tr("The forecast follows."))
                self.read_again()
            return done

        panel.act = act
        panel.closed.connect(self.list.setFocus)
        self.asking.ask(panel)


def _of_stage(state: str, row: MonthRow) -> Money:
    return next(value for each, _, value in row.stages if each == state)


def _percent(text: str, key: str) -> int:
    """Whole percent; Refused `bad_percent`."""
    number = plain_decimal(text, 0)
    if number is None or not 0 <= number <= 100:
        raise Refused("bad_percent", key, text=text)
    return int(number)
