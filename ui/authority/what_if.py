"""What if: whose decision something would be, answered while the figures are typed."""

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.domain.authority import MATTERS, Credit, Facts, Grade, Stock
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, plain_decimal
from crm_desktop.domain.permissions import DESK
from crm_desktop.messages import explain, sentence
from crm_desktop.services.authority.matrices import matrix_in_force, matrix_versions
from crm_desktop.services.authority.questions import Question, what_if
from crm_desktop.services.people import people
from crm_desktop.services.settings import Branch, branches
from ui.authority.answer import AnswerView
from ui.authority.choosing import narrow, offer, version_choices
from ui.desk import Desk
from ui.forms.fields import ChoiceField, Field
from ui.forms.rows import Rows
from ui.screen import LiveScreen
from ui.theme import set_role
from ui.tokens import GRID

PAUSE_MS = 60
FORM = 104 * GRID
WIDE_ENOUGH = 860
"""Below this width the answer stands over the form, so that both can be seen."""
MOST_DAYS = 3_650


def group_percents(text: str, key: str) -> dict[str, Decimal]:
    """Discounts by product group as they are typed: "tile 12, cement 3"."""
    found = {}
    for part in filter(None, map(str.strip, text.split(","))):
        group, _, number = part.rpartition(" ")
        percent = plain_decimal(number.removesuffix("%"), 2)
        if not group.strip() or percent is None or not 0 <= percent <= 100:
            raise Refused("bad_group_percent", key, text=part)
        found[group.strip()] = percent
    return found


def whole_days(text: str, key: str) -> int:
    """A count of days."""
    number = plain_decimal(text, 0)
    if number is None or not 0 <= number <= MOST_DAYS:
        raise Refused("bad_days", key, text=text)
    return int(number)


class WhatIfPage(LiveScreen):
    """Ctrl+2: the form on one side, the answer on the other; nothing here is stored."""

    TABLES = frozenset({"matrix", "person", "branch", "delegation"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._typed = QWidget(self)
        self.rows = Rows(self._typed, 2, desk.language, desk.era)
        self.answer = AnswerView(desk, self)
        self._soon = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._soon.timeout.connect(self._ask_soon)
        self._make_fields()
        self.bind({"list.reload": self.read_again})
        self._lay_out()
        self.setFocusProxy(self.fields["matter"].widget)

    @property
    def title(self) -> str:
        return self.tr("What if")

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the question by key."""
        return self.rows.fields

    # Looks ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        rows, language = self.rows, self.desk.language
        matters = [(name, explain(each.title, language)) for name, each in MATTERS.items()]
        rows.choice("matter", self.tr("Matter"), matters, span=2)
        self.who = rows.choice("who", self.tr("Who asks"), [], span=2)
        rows.money("amount", self.tr("Total with VAT, before deposits"))
        rows.percent("discount", self.tr("Discount, all of it (%)"))
        rows.text(
            "groups",
            self.tr("Discount by product group"),
            parse=group_percents,
            placeholder=self.tr("tile 12, cement 3"),
            span=2,
        )
        rows.money("unlisted", self.tr("Lines without a list price (baht)"))
        rows.text("days", self.tr("Days asked for"), parse=whole_days, longest=5)
        rows.percent(
            "deposit",
            self.tr("Deposit share (%)"),
            help=self.tr("Empty: not known, the strictest band counts."),
        )
        rows.choice("stock", self.tr("Stock"), self._stock())
        rows.check("below_cost", self.tr("Something is sold below cost"), span=2)
        for state in list(Credit)[1:]:
            rows.check(state.value, sentence(f"authority_credit_is_{state}", language), span=2)
        self.branch = rows.choice("branch", self.tr("Branch"), [])
        self.version = rows.choice("version", self.tr("By which version"), [])
        for field in rows.fields.values():
            field.changed.connect(self._soon.start)
            if isinstance(field, ChoiceField):
                narrow(field.combo)

    def _stock(self) -> list[tuple[str | None, str]]:
        language = self.desk.language
        words = [(each.value, sentence(f"authority_stock_is_{each}", language)) for each in Stock]
        return [(None, self.tr("not known")), *words]

    def _lay_out(self) -> None:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        note = QLabel(
            self.tr(
                "Type the figures of a paper that is not there: the answer is the one that it "
                "would get. Nothing is stored."
            ),
            self,
        )
        note.setWordWrap(True)
        set_role(note, "muted")
        column = QVBoxLayout(self._typed)
        column.setContentsMargins(0, 0, 3 * GRID, 0)
        column.addLayout(self.rows.grid)
        column.addStretch(1)
        self.form = QScrollArea(self)
        self.form.setWidgetResizable(True)
        self.form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setWidget(self._typed)
        self._typed.setAutoFillBackground(False)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(4 * GRID)
        self._sides.addWidget(self.form, 1)
        self._sides.addWidget(self.answer, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        page.setSpacing(2 * GRID)
        page.addWidget(heading)
        page.addWidget(note)
        page.addLayout(self._sides, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_ENOUGH
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.BottomToTop)

    # Asking -----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read who and which versions there are; what is chosen stays chosen."""
        offer(self.who, self._people(), self.desk.actor.person_id)
        here = self.desk.read(branches)
        places = [(each.code, f"{each.code} {self._called(each)}") for each in here]
        own = [each.code for each in here if each.id == self.desk.actor.branch_id]
        offer(self.branch, places, own[0] if own else None)
        versions = version_choices(self.desk.read(matrix_versions))
        offer(self.version, versions, self.desk.read(matrix_in_force).version)
        self.ask()

    def _people(self) -> list[tuple[str | int, str]]:
        """Anybody of a grade, then the people of the desk, who have superiors of their own."""
        language = self.desk.language
        grades: list[tuple[str | int, str]] = [
            (grade.name, explain(grade.title, language)) for grade in Grade
        ]
        named = [
            (each.id, f"{each.called(language)} ({each.grade})")
            for each in self.desk.read(people)
            if not set(DESK.split()).isdisjoint(each.roles)
        ]
        return [*grades, *named]

    def _called(self, branch: Branch) -> str:
        return branch.name_en if self.desk.language == "en" else branch.name_th

    def _ask_soon(self) -> None:
        """The answer waits until somebody looks."""
        if self.isVisible():
            self.ask()
        else:
            self.stale = True

    def ask(self) -> None:
        """Answer what is typed, or say beside the field what cannot be read."""
        try:
            question = self.question()
        except Refused as refusal:
            field = self.fields.get(refusal.field or "")
            if field is not None:
                field.refuse(self.desk.explain(refusal))
            self.answer.say_nothing()
            return
        self.answer.show_decision(self.desk.read(what_if, question))

    def question(self) -> Question:
        """What is asked; raises the Refused of the first field that cannot be read."""
        given = {key: field.value() for key, field in self.fields.items()}
        credit = frozenset(state for state in Credit if given.get(state.value))
        groups = given["groups"] or {}
        facts = Facts(
            amount=given["amount"] or Money.ZERO,
            discount=max([given["discount"] or Decimal(0), *groups.values()]),
            discount_by_group=groups,
            below_cost=given["below_cost"],
            unlisted=given["unlisted"] or Money.ZERO,
            credit=credit or frozenset({Credit.OK}),
            deposit_share=given["deposit"],
            stock=Stock(given["stock"]) if given["stock"] else None,
            days=given["days"],
            branch=given["branch"],
        )
        who = given["who"]
        person = who if isinstance(who, int) else None
        grade = "" if person else str(who)
        return Question(given["matter"], facts, grade, person, given["version"] or 0)
