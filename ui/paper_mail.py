"""A paper by e-mail: whom it goes to and what is written around it, then the shop's own server or
the mail program of this PC."""

from collections.abc import Callable, Mapping

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import parse_emails
from crm_desktop.services.mailing import is_mail_on
from crm_desktop.services.papers.covers import cover
from crm_desktop.services.papers.sending import LONGEST_SUBJECT, LONGEST_TO, SendPaper
from ui.desk import Desk
from ui.forms.base import Form
from ui.paper_exits import Letter, PaperExit
from ui.paper_preview import PaperPreview
from ui.paper_sources import source_of
from ui.screen import Screen
from ui.theme import set_role
from ui.tokens import Tone

ROOM_FOR_BOTH = 1_000
"""Width of the tab below which the paper is not shown beside its mail."""
AT_RECIPIENT = frozenset({"mail_recipient_refused"})
"""What the server says about the addresses, and about nothing else."""


class PaperMailForm(Form):
    """The words come from the template in the paper's language until somebody writes their own.
    `about` is the paper behind its language: "th/12"."""

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__(desk, f"paper_mail:{about}")
        language, _, record_id = about.partition("/")
        self.source = source_of(desk, record_id)
        self._known = self.source.addressees()
        self._template: Mapping[str, str] = {}
        rows = self.rows(columns=3)
        to = rows.text(
            *("to", self.tr("To")),
            parse=parse_emails,
            help=self._others(),
            longest=LONGEST_TO,
            span=2,
        )
        rows.choice("language", self.tr("Language of the paper"), self._languages())
        rows.text("subject", self.tr("Subject"), longest=LONGEST_SUBJECT, span=3)
        rows.multiline("body", self.tr("Message"), lines=12)
        self.adopt(rows)
        self._complete(to.widget)
        file = QLabel(self.tr("Goes with it: {0}").format(f"{self.source.reference}.pdf"), self)
        file.setWordWrap(True)
        set_role(file, "muted")
        self.body.addWidget(file)
        self.body.addStretch(1)
        self.load({"language": language, **self._words(language)})
        self.fields["language"].changed.connect(self._retell)

    @property
    def title(self) -> str:
        return self.tr("Mail: {0}").format(self.source.reference)

    @property
    def language(self) -> str:
        """The language that the paper goes in."""
        return str(self.fields["language"].value())

    def _languages(self) -> list[tuple[str, str]]:
        both = self.tr("Thai and English")
        return [("th", self.tr("Thai")), ("en", self.tr("English")), ("both", both)]

    def _others(self) -> str:
        """Who else at the customer can be written to, and how to write to several."""
        several = self.tr("Several addresses have commas between them.")
        if len(self._known) < 2:
            return several
        people = ", ".join(f"{each.name} {each.email}" for each in self._known)
        return self.tr("Known: {0}").format(people) + f" · {several}"

    def _complete(self, box: QWidget) -> None:
        assert isinstance(box, QLineEdit)
        completer = QCompleter([each.email for each in self._known], box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)

    def _words(self, language: str) -> Mapping[str, str]:
        """The template for the paper in a language, and whom it is for."""
        values = self.source.values(language, 0)
        told = cover(values)
        self._template = {
            "to": self._addressee(values.customer.contact) or values.customer.email,
            "subject": told.subject,
            "body": told.body,
        }
        return self._template

    def _addressee(self, contact: str) -> str:
        """Whom the paper names to talk to, or else the customer; "" where nobody has an address."""
        found = sorted(self._known, key=lambda each: each.name != contact)
        return found[0].email if found else ""

    def _retell(self) -> None:
        """Another language: what nobody has written over is told in it."""
        before = self._template
        after = self._words(self.language)
        for key in ("subject", "body"):
            if self.fields[key].raw() == before[key]:
                self.fields[key].set_value(after[key])

    def letter(self) -> Letter:
        """What is written; the address may be missing where a mail program asks for it."""
        values = self.values()
        return Letter(values["to"] or "", values["subject"] or "", values["body"] or "")

    def command(self) -> SendPaper:
        words = self.letter()
        if not words.to:
            raise Refused("mail_to_needed", "to")
        return self.source.mail(words.to, words.subject, words.body, self.language)

    def refused(self, refusal: Refused) -> None:
        if refusal.code in AT_RECIPIENT:
            refusal.field = "to"
        super().refused(refusal)


class PaperMailScreen(Screen):
    """A tab with the form, and the paper beside it where there is room."""

    def __init__(self, desk: Desk, kind: str, record_id: str) -> None:
        super().__init__(desk)
        self.form = PaperMailForm(desk, record_id)
        self._paper = record_id.partition("/")[2]
        self._sending = False
        slots: dict[str, Callable[[], object]] = {
            "paper.program": self.open_program,
            "document.revert": self.form.revert,
            "document.preview": self.look,
        }
        if desk.read(is_mail_on):
            slots["document.submit"] = self.send
        self.bind(slots)
        self.preview = PaperPreview(desk, self)
        self._assemble()
        self.form.fields["language"].changed.connect(self._show)
        self._show()
        self.setFocusProxy(self.form.first_field().widget)

    @property
    def title(self) -> str:
        return self.form.title

    def _assemble(self) -> None:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        heading.setContentsMargins(16, 12, 16, 0)
        heading.setWordWrap(True)
        self.form.foot.addStretch(1)
        primary = "document.submit" if "document.submit" in self.bound else "paper.program"
        if primary == "document.submit":
            self.bound[primary].setText(self.tr("Send"))
        self.form.foot.addLayout(
            self.button_row("document.revert", "paper.program", "document.submit", primary=primary)
        )
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(heading)
        left.addWidget(self.form, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(left, 3)
        row.addWidget(self.preview, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= ROOM_FOR_BOTH)

    def _show(self) -> None:
        self.preview.show_paper(self._paper, self.form.language)

    def look(self) -> None:
        """The paper itself, in its own tab."""
        self.open_record.emit("paper", self._paper)

    # Sending ----------------------------------------------------------------------------------

    def send(self) -> None:
        """By the shop's server, beside the window; what it refuses is told here, and what was
        written stays."""
        if self._sending or not self.form.check():
            return
        try:
            command = self.form.command()
        except Refused as refusal:
            self.form.refused(refusal)
            return
        self._set_sending(True)
        self.form.bar.say(self.tr("The mail is on its way …"))
        self.desk.beside(
            lambda application, _task: _send(application, command),
            lambda copy: self._sent(command.to, copy),
            self._refused,
            quiet=True,
        )

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        for name in {"document.submit", "paper.program"} & set(self.bound):
            self.bound[name].setEnabled(not sending)

    def _sent(self, to: str, copy: int) -> None:
        words = self.tr("The mail server took the mail to {0}.")
        if copy:
            words = self.tr(
                "The mail server took the mail to {0}; the paper is marked as copy {1}."
            )
        self._gone(words.format(to, copy), Tone.OK)

    def _refused(self, refusal: Refused) -> None:
        if not shiboken6.isValid(self):
            self.desk.refuse(refusal)
            return
        self._set_sending(False)
        self.form.bar.clear()
        self.form.refused(refusal)

    def open_program(self) -> None:
        """In the mail program of this PC, to be looked at and sent there."""
        if not self.form.check():
            return
        source = source_of(self.desk, self._paper)
        way = PaperExit(self.desk, source, self, self.form.language, self._gone)
        way.email(self.form.letter())

    def _gone(self, words: str, tone: Tone) -> None:
        """What is out needs no draft any more; what is not stays with the reason."""
        still_open = shiboken6.isValid(self)
        if still_open and tone is not Tone.OK:
            self.form.bar.say(words, tone)
            return
        self.desk.say(words, tone)
        if not still_open:
            return
        self._set_sending(False)
        self.form.settle()
        self.finished.emit()


def _send(application: Application, command: SendPaper) -> int:
    """Nobody can call a mail back that is on its way, so its record is not given up either."""
    application.given_up = bool
    return application.execute(command)
