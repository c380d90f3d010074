"""My notices: how a person wants to be told, and when to be left alone."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel

from crm_desktop.domain.identity import parse_email
from crm_desktop.domain.quiet import WEEK
from crm_desktop.services.mailing import is_mail_on
from crm_desktop.services.notify import SetNotify, my_notify
from ui.desk import Desk
from ui.form_tab import FormTab
from ui.forms.base import Form
from ui.theme import set_role


class NoticeForm(Form):
    """The person's own; nobody else sees or sets it but the address."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "notices:mine")
        self._how()
        self._when()
        self.body.addStretch(1)
        self.load(self.stored())
        self.saved.connect(lambda _: self.load(self.stored()))

    @property
    def title(self) -> str:
        return self.tr("My notices")

    def _how(self) -> None:
        rows = self.rows()
        rows.hidden("version")
        off = self.tr("The shop does not send mail yet; the administrator can switch it on.")
        rows.text(
            "email",
            self.tr("My e-mail address"),
            parse=parse_email,
            help="" if self.desk.read(is_mail_on) else off,
        )
        rows.check(
            "mail",
            self.tr("Send me mail"),
            help=self.tr(
                "When somebody asks me, or answers me. It says who, what and which paper, never "
                "how much."
            ),
        )
        rows.check(
            "tray",
            self.tr("Show notices on this PC"),
            help=self.tr(
                "While the window is not in front. Over a locked window they name nobody."
            ),
        )
        self.adopt(rows)

    def _when(self) -> None:
        rows = self.rows(columns=4)
        rows.heading(self.tr("Leave me alone"))
        for key, label, hint in (
            ("quiet_from", self.tr("From"), "20:00"),
            ("quiet_until", self.tr("Until"), "07:00"),
        ):
            rows.text(key, label, placeholder=hint, longest=5)
        self.adopt(rows)
        rows = self.rows(columns=len(WEEK))
        rows.heading(self.tr("All day on"))
        names = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        for day, name in zip(WEEK, names, strict=True):
            rows.check(f"day_{day}", name)
        self.adopt(rows)
        told = QLabel(
            self.tr(
                "What comes meanwhile is told afterwards, unless it was settled by then. A "
                "customer who is waiting is told of at any hour."
            ),
            self,
        )
        told.setWordWrap(True)
        set_role(told, "muted")
        self.body.addWidget(told)

    # What the form base asks ------------------------------------------------------------------

    def stored(self) -> Mapping[str, Any]:
        mine = self.desk.read(my_notify)
        quiet = mine.notify.quiet
        return {
            "version": mine.version,
            "email": mine.email,
            "mail": mine.notify.mail,
            "tray": mine.notify.tray,
            "quiet_from": f"{quiet.since:%H:%M}" if quiet.since else "",
            "quiet_until": f"{quiet.until:%H:%M}" if quiet.until else "",
            **{f"day_{day}": day in quiet.days for day in WEEK},
        }

    def command(self) -> SetNotify:
        values = self.values()
        days = tuple(day for day in WEEK if values.pop(f"day_{day}"))
        return SetNotify(**{**values, "email": values["email"] or "", "days": days})


class NoticesScreen(FormTab):
    """The tab, from the palette or Ctrl+F8."""

    def __init__(self, desk: Desk, kind: str, record_id: str) -> None:
        super().__init__(desk, NoticeForm(desk))
