"""How much material a job takes: a few figures, the result in words, Enter makes lines of it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.materials import RULES, Asked, Reckoned, Rule, reckon
from crm_desktop.domain.money import plain_decimal
from crm_desktop.domain.wanted import Wanted
from crm_desktop.messages import sentence
from ui.desk import Desk
from ui.papers.lines import plain
from ui.papers.panels import Panel
from ui.theme import set_role

PLACES = 3
"""Places after the point of a figure: a millimetre of a metre."""


class CalculatorPanel(Panel):
    """`taken` gets the pieces that a job takes; `box` is what a box of the tile under the cursor
    covers, in square metres, where its product says so."""

    def __init__(
        self,
        desk: Desk,
        box: Decimal | None,
        taken: Callable[[tuple[Wanted, ...]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "", "calculator", "", parent, tall=True)
        self.entitle(self.tr("How much material a job takes"), self.tr("Look for the goods"))
        self._taken, self._box = taken, box
        jobs = [(key, self._say(f"job_{key}")) for key in RULES]
        self.rows.choice("job", self.tr("Job"), jobs, span=3).changed.connect(self._ask)
        laid = (("5", self.tr("straight, 5 %")), ("10", self.tr("diagonal, 10 %")))
        pattern = self.rows.choice("pattern", self.tr("Laid"), laid, span=3)
        pattern.changed.connect(lambda: self.fields["waste"].set_raw(pattern.raw()))
        for each in _all_asked():
            field = self.rows.text(each, self._say(f"figure_{each}"), parse=_figure, show=plain)
            field.changed.connect(self.show_result)
        self.rows.check("noted", self.tr("Print how it was reckoned"))
        self.result = QLabel(self)
        self.result.setWordWrap(True)
        set_role(self.result, "heading")
        self.steps = QLabel(self)
        self.steps.setWordWrap(True)
        set_role(self.steps, "muted")
        self.body.insertWidget(0, self.result)
        self.body.insertWidget(1, self.steps)
        self.act = self._take
        self._ask()

    def _say(self, code: str, **values: str) -> str:
        return sentence(code, self.desk.language, **values)

    @property
    def rule(self) -> Rule:
        """The job that is chosen."""
        return RULES[str(self.fields["job"].raw())]

    def _ask(self) -> None:
        """Only what the job asks for, with what usually holds."""
        asked = {each.key: each for each in self.rule.asks}
        for key in _all_asked():
            field = self.fields[key]
            field.cell.setVisible(key in asked)
            if key in asked:
                usual = self._usual(asked[key])
                field.set_raw("" if usual is None else plain(usual))
        self.fields["pattern"].cell.setVisible(self.rule.key == "tiles")
        self.fields["pattern"].set_raw("5")
        self.show_result()

    def _usual(self, asked: Asked) -> Decimal | None:
        return self._box if asked.key == "box" and self._box else asked.usual

    def _reckoned(self) -> Reckoned:
        given = {each.key: self._value(each.key) for each in self.rule.asks}
        return reckon(self.rule, given)

    def _value(self, key: str) -> Decimal | None:
        value: Decimal | None = self.fields[key].value()
        return value

    def show_result(self) -> None:
        """What it comes to while somebody types; a sentence about what is missing until then."""
        try:
            found = self._reckoned()
        except Refused as refused:
            self.result.setText(self.tr("Type the figures"))
            typed = refused.field and self.fields[refused.field].raw()
            self.steps.setText(self.desk.explain(refused) if typed else "")
            return
        goods = (f"{each.words} {plain(each.quantity)} {each.unit}" for each in found.needs)
        self.result.setText(" · ".join(goods))
        self.steps.setText(self.in_words(found))

    def in_words(self, found: Reckoned) -> str:
        """The steps of the reckoning, as they may print under the line."""
        return " → ".join(
            self._say(step.code, **{name: plain(value) for name, value in step.values})
            for step in found.steps
        )

    def _take(self) -> bool:
        try:
            found = self._reckoned()
        except Refused as refused:
            self.refused(refused)
            return False
        note = self.in_words(found) if self.fields["noted"].raw() else ""
        self._taken(
            tuple(
                Wanted(
                    f"{each.words} {plain(each.quantity)} {each.unit}",
                    each.words,
                    each.quantity,
                    each.unit,
                    measure=each.measure,
                    measured_in=each.measured_in,
                    note=note if number == 0 else "",
                )
                for number, each in enumerate(found.needs)
            )
        )
        return True


def _all_asked() -> list[str]:
    """Every figure that any job asks for, once, in their order."""
    return list(dict.fromkeys(each.key for rule in RULES.values() for each in rule.asks))


def _figure(text: str, key: str) -> Decimal | None:
    """A figure with at most three places; Refused `bad_figure`."""
    if not text.strip():
        return None
    number = plain_decimal(text, PLACES)
    if number is None or number < 0:
        raise Refused("bad_figure", key, value=text, highest=Decimal(1_000_000))
    return number
