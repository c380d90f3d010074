"""The panels of a paper: what is asked before it is put to somebody, given a date or ended."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.domain.authority import Level
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import plain_decimal
from crm_desktop.services.authority.approval_queue import Adviser
from crm_desktop.services.authority.requests import Consulted, Plea
from ui.desk import Desk
from ui.papers.kind import Previewed
from ui.papers.panels import Panel
from ui.papers.usual import offer_usual
from ui.theme import set_role

QUEUE, PHONE = "queue", "phone"
LABEL = 26
"""Height of the label over a field: a box to tick stands in line with the fields."""


class SubmitPanel(Panel):
    """The officer's words for the paper; for advice also who said what by phone.

    `record` is what the button says where advice by phone is only recorded; a paper that sells
    nothing, or waits for credit alone, has no competitor's price (`selling`). The sum of the paper
    stands in the head, for the form may be out of sight; `limited` warns of what asking anew ends.
    """

    def __init__(
        self,
        desk: Desk,
        level: Level,
        title: str,
        record: str,
        superiors: Sequence[Adviser],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        selling: bool = True,
        limited: bool = False,
        tall: bool = False,
    ) -> None:
        super().__init__(desk, "", "paper-plane-tilt", "", parent, tall=tall)
        self.total = QLabel(self)
        set_role(self.total, "heading")
        self.head.insertWidget(2, self.total)
        if limited:
            self.body.insertWidget(0, self._warning())
        send = self.tr("Ask for advice") if level is Level.CONSULT else self.tr("Send")
        self.entitle(title, send)
        self._now, self._superiors, self._record = now, superiors, record
        self.level = level
        if level is Level.CONSULT and superiors:
            self._ask_how()
        self.rows.text(
            "reason",
            self.tr("Reason"),
            required=level is Level.SUPERIOR,
            placeholder=self.tr("Why the customer should get this") if selling else "",
            longest=500,
            span=3 if selling else 5,
        )
        if selling:
            self.rows.money("competitor_price", self.tr("Competitor’s price"), zero=False)
            self.rows.text("competitor", self.tr("Competitor"))
        self.rows.check("customer_waiting", self.tr("Customer is waiting"))
        beside = self.fields["customer_waiting"].cell.layout()
        if beside is not None:
            beside.setContentsMargins(0, LABEL, 0, 0)
        self._show_how()

    def _warning(self) -> QLabel:
        words = QLabel(self.tr("Asking anew ends the answer with limits"), self)
        words.setWordWrap(True)
        return words

    def show_total(self, found: Previewed | None) -> None:
        """What the paper comes to as it is typed now."""
        if found is not None:
            self.total.setText(self.tr("Grand total {0}").format(found.totals.grand_total))

    def _ask_how(self) -> None:
        how = self.rows.choice(
            "how",
            self.tr("Advice"),
            ((QUEUE, self.tr("Ask in the queue")), (PHONE, self.tr("Consulted by phone"))),
            span=2,
        )
        self.rows.choice(
            "superior_id",
            self.tr("With whom"),
            tuple((each.id, each.called(self.desk.language)) for each in self._superiors),
            span=2,
        )
        self.rows.text(
            "spoken_at",
            self.tr("Today at"),
            parse=self._moment,
            show=lambda moment: f"{moment:%H:%M}",
            required=True,
        ).set_value(self._now())
        self.rows.text("words", self.tr("What was said"), required=True, longest=500, span=6)
        how.changed.connect(self._show_how)

    def _show_how(self) -> None:
        if "how" not in self.fields:
            return
        phone = self.fields["how"].raw() == PHONE
        for key, there in (
            *((key, phone) for key in ("superior_id", "spoken_at", "words")),
            *((key, not phone) for key in ("competitor_price", "competitor", "customer_waiting")),
        ):
            if key in self.fields:
                self.fields[key].cell.setVisible(there)
        self.promise(self._record if phone else self.tr("Ask for advice"))

    @property
    def by_phone(self) -> bool:
        """Whether advice was taken by phone already."""
        return "how" in self.fields and self.fields["how"].raw() == PHONE

    @property
    def plea(self) -> Plea:
        """The reason with what belongs to it."""
        raw = self.fields
        asked = not self.by_phone
        compared = asked and "competitor" in raw
        return Plea(
            str(raw["reason"].raw()).strip(),
            str(raw["competitor"].raw()).strip() if compared else "",
            bool(raw["customer_waiting"].raw()) and asked,
            raw["competitor_price"].value() if compared else None,
        )

    @property
    def consulted(self) -> Consulted | None:
        """The advice by phone; None where it is asked for in the queue."""
        if not self.by_phone:
            return None
        raw = self.fields
        return Consulted(raw["superior_id"].value(), raw["spoken_at"].value(), raw["words"].value())

    def _moment(self, text: str, key: str) -> datetime:
        now = self._now()
        try:
            hour, _, minute = text.replace(".", ":").partition(":")
            spoken = datetime.combine(now.date(), time(int(hour), int(minute or 0)), now.tzinfo)
        except ValueError:
            raise Refused("bad_time", key, text=text) from None
        if spoken > now:
            raise Refused("spoken_not_today", key, today=now.date())
        return spoken


def reason_panel(
    desk: Desk,
    words: tuple[str, str, str],
    usual: Sequence[Code],
    parent: QWidget,
    *,
    required: bool = True,
) -> Panel:
    """Asks why; `words` are title, field and button, `usual` the reasons to pick from."""
    title, label, accept = words
    panel = Panel(desk, title, "note", accept, parent)
    field = panel.rows.text("reason", label, required=required, longest=500, span=6)
    if usual:
        offer_usual(field.widget, usual, lambda: desk.language)
    return panel


def whole_days(text: str, key: str) -> int:
    """A number of days; Refused `bad_valid_days` for anything but 1 to 365."""
    number = plain_decimal(text, 0)
    if number is None or not 1 <= number <= 365:
        raise Refused("bad_valid_days", key, days=text)
    return int(number)
