"""Forms beside the work list: erasing one person for good, and how long data are kept."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.privacy import REASONS, Terms
from crm_desktop.services.privacy.erasing import Anonymise, Preview, erasure_preview
from crm_desktop.services.privacy.terms import SaveTerms, terms_and_version
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import day_here
from ui.customers.words import word
from ui.desk import Desk
from ui.forms.side import SideForm
from ui.tasks import Task
from ui.tokens import Tone

YEARS = ("customers_years", "enquiries_years", "files_years", "papers_years")


class EraseForm(SideForm):
    """What goes and what stays is told first; the code is typed, for there is no way back."""

    def __init__(self, desk: Desk, customer_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, f"erase:{customer_id}", lambda: desk.read(day_here), parent)
        self.preview: Preview = desk.read(erasure_preview, customer_id)
        self.head(self.title, f"{self.preview.code} {self.preview.name}")
        made = self.rows()
        for text in self._told():
            label = QLabel(text, self)
            label.setWordWrap(True)
            made.place(label)
        choices = [(each, word(desk, f"erase_reason_{each}")) for each in REASONS]
        self.choice(made, "reason", self.tr("Why"), choices)
        made.text(
            "code",
            self.tr("Type the code of {0} once more: {1}").format(
                self.preview.name, self.preview.code
            ),
            required=True,
            help=self.tr("This cannot be undone."),
            longest=40,
        )
        made.labels["code"].setWordWrap(True)  # however long the name
        self.adopt(made)
        self.finish(self.tr("Erase for good"))
        self.load({"reason": REASONS[0], "code": ""})
        self._say_obstacles()

    @property
    def title(self) -> str:
        return self.tr("Erase personal data")

    def command(self) -> Command[Any]:
        values = self.values()
        shown = self.preview
        return Anonymise(shown.id, shown.version, values["code"], values["reason"])

    def submit(self) -> Any:
        """Beside the window, for a large import's way back may have to be looked through."""
        if not self.store.isEnabled() or not self.check():
            return None
        command = self.command()

        def work(application: Application, _: Task) -> int:
            kept: int = application.execute(command)
            return kept

        self.store.setEnabled(False)
        self.desk.beside(work, self._done, self._failed)
        return None

    def _done(self, kept: int) -> None:
        """Lists and cards are read again at once: it was written on another connection."""
        self.settle()
        self.desk.look_around()
        self.desk.drafts.remove(self.desk.actor.person_id, f"customer:{self.preview.id}")
        self.saved.emit(kept)

    def _failed(self, refusal: Refused) -> None:
        self.store.setEnabled(True)
        self.refused(refusal)

    def _told(self) -> list[str]:
        shown = self.preview
        told = [
            self.tr(
                "Name, phones, addresses, contacts, notes, photos and what the log kept of them "
                "go. Sums, bills and deposits stay, under the code alone."
            )
        ]
        if shown.kept and shown.kept_until:
            told.append(
                self.tr("{0} issued papers keep what was printed until {1} at the latest.").format(
                    f"{shown.kept:,}", self.desk.day(shown.kept_until)
                )
            )
        if shown.files:
            told.append(self.tr("{0} files go with it.").format(f"{shown.files:,}"))
        return told

    def _say_obstacles(self) -> None:
        """What is open is finished first; until then nothing can be erased."""
        obstacles = self.preview.obstacles
        self.store.setEnabled(not obstacles)
        if obstacles:
            self.bar.say("\n".join(map(self.desk.explain, obstacles)), Tone.STOP)


class TermsForm(SideForm):
    """Years after which somebody or something comes onto the work list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "privacy:terms", lambda: desk.read(day_here), parent)
        about = self.tr("Nothing is erased by itself: it comes onto the work list.")
        self.head(self.title, about)
        words = {
            "customers_years": self.tr("Customers who bought: years since the last contact"),
            "enquiries_years": self.tr("Who only asked: years since the last contact"),
            "files_years": self.tr("Photos and scans on finished papers: years"),
            "papers_years": self.tr("Names on issued papers: years (5 to 7, by law)"),
        }
        made = self.rows()
        made.hidden("version", 0)
        for key, label in words.items():
            made.text(key, label, required=True, parse=_whole, longest=2)
        self.adopt(made)
        self.finish(self.tr("Save"))
        self.load(self.stored())

    @property
    def title(self) -> str:
        return self.tr("How long data are kept")

    def stored(self) -> Mapping[str, Any]:
        terms, version = self.desk.read(terms_and_version)
        return {"version": version, **{key: getattr(terms, key) for key in YEARS}}

    def command(self) -> Command[Any]:
        values = self.values()
        return SaveTerms(values["version"], Terms(**{key: values[key] for key in YEARS}))


def _whole(text: str, key: str) -> int:
    if not text.isdecimal():
        raise Refused("at_least_one", key)
    return int(text)
