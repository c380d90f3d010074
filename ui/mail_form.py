"""The shop's mail server, for the administrator: set it, try it, see what did not go out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import parse_email
from crm_desktop.messages import sentence
from crm_desktop.services.letters import Trouble, troubles
from crm_desktop.services.mailing import SECURITY, SaveMailServer, TryMail, mail_server
from ui.desk import Desk
from ui.form_tab import FormTab
from ui.forms.base import Form
from ui.forms.fields import Field
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone


class MailForm(Form):
    """`password` is only what is typed now; the one that is kept is never read again."""

    NEVER_KEPT = frozenset({"password"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "mail:server")
        rows = self.rows(columns=4)
        rows.hidden("version")
        rows.check("on", self.tr("Send mail to people who want it"), span=4)
        rows.text("host", self.tr("Server"), placeholder="smtp.example.com", span=2)
        rows.text("port", self.tr("Port"), parse=_port, longest=5)
        rows.choice("security", self.tr("Security"), self._securities())
        rows.text("user", self.tr("User name"), span=2)
        self._password(
            rows.text(
                "password",
                self.tr("Password"),
                span=2,
                help=self.tr("Leave this empty to keep the one that is kept."),
            )
        )
        rows.text("sender", self.tr("Mail comes from"), parse=parse_email, span=4)
        self.adopt(rows)
        self.troubles = QLabel(self)
        self.troubles.setWordWrap(True)
        self.body.addWidget(self.troubles)
        self.body.addStretch(1)
        self.load(self.stored())
        self.saved.connect(lambda _: self.load(self.stored()))
        self.show_troubles()

    @property
    def title(self) -> str:
        return self.tr("Mail server")

    def _securities(self) -> list[tuple[str, str]]:
        words = {"starttls": "STARTTLS", "ssl": "SSL/TLS", "none": self.tr("none")}
        return [(each, words[each]) for each in SECURITY]

    def _password(self, field: Field) -> None:
        assert isinstance(field.widget, QLineEdit)
        field.widget.setEchoMode(QLineEdit.EchoMode.Password)

    def show_troubles(self) -> None:
        """The letters that were given up and why, under the fields."""
        found = self.desk.read(troubles)
        heading = self.tr("Not sent, and not tried any more:")
        lines = [heading, *(self._told(each) for each in found)] if found else []
        self.troubles.setText("\n".join(lines))
        self.troubles.setVisible(bool(found))
        set_role(self.troubles, "muted")

    def _told(self, trouble: Trouble) -> str:
        why = sentence(trouble.code, self.desk.language, self.desk.era, **trouble.values)
        day = self.desk.day(trouble.made_at.date())
        return f"{day}  {trouble.reference}  {trouble.person} ({trouble.address}): {why}"

    # What the form base asks ------------------------------------------------------------------

    def stored(self) -> Mapping[str, Any]:
        server, version = self.desk.read(mail_server)
        names = ("on", "host", "port", "security", "user", "sender")
        return {"version": version, "password": "", **{n: getattr(server, n) for n in names}}

    def command(self) -> SaveMailServer:
        values = self.values()
        values["password"] = values["password"] or (None if values["user"] else "")
        values["sender"] = values["sender"] or ""
        values["port"] = values["port"] or 0
        return SaveMailServer(**values)


def _port(text: str, key: str) -> int:
    if not text.isdecimal():
        raise Refused("bad_port", key, port=text)
    return int(text)


class MailPage(FormTab):
    """The page of the settings; Ctrl+Shift+F8 leads there from anywhere."""

    form: MailForm

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, MailForm(desk), {"form.test": self.send_test})

    def reload(self, tables: frozenset[str]) -> None:
        if "letter" in tables:
            self.form.show_troubles()

    def send_test(self) -> None:
        """Ctrl+F5: a mail to oneself, by what is set now; the window goes on meanwhile."""
        if self.form.dirty and not self.save():
            return
        self.form.bar.say(self.tr("The mail is on its way …"))
        self.desk.beside(_send, self._arrived, self.form.refused)

    def _arrived(self, address: str) -> None:
        words = self.tr("The server took a mail to {0}. Please look into that mailbox.")
        self.form.bar.say(words.format(address), Tone.OK)


def _send(application: Application, _task: Task) -> str:
    return application.execute(TryMail())
