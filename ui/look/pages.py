"""A form of the shop's settings with a sample paper beside it that follows every keystroke."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.papers.samples import SAMPLES, sample
from ui.binding import Slot
from ui.desk import Desk
from ui.guarded import guarded
from ui.look.papers import LookForm
from ui.look.settings_form import SettingsForm
from ui.look.shop import ShopForm
from ui.paper_pages import ZOOM_STEP
from ui.paper_preview import PaperPreview
from ui.screen import Screen
from ui.theme import set_role
from ui.tokens import Tone

WAIT_MS = 250
"""After the last keystroke, before the sample is set anew."""
NARROWEST_FORM, NARROWEST_SAMPLE = 300, 200
SHARES = (9, 11)


class SamplePane(QWidget):
    """A sample of a kind and language; the pages that are there stay until the new ones are."""

    def __init__(self, desk: Desk, form: SettingsForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self._refused, self._width = False, 0.0
        self.kind = self._box(
            self.tr("Sample"),
            [(kind, sentence(f"paper_title_{kind.lower()}", desk.language)) for kind in SAMPLES],
        )
        self.language = self._box(
            self.tr("Language of the paper"),
            [
                ("th", self.tr("Thai")),
                ("en", self.tr("English")),
                ("both", self.tr("Thai and English")),
            ],
        )
        self.preview = PaperPreview(desk, self)
        self.preview.shown.connect(lambda _: self._was_set())
        self.preview.refused.connect(self._was_refused)
        self._soon = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._soon.timeout.connect(self.set_now)
        form.edited.connect(self._soon.start)
        self._lay_out()

    def _box(self, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        for value, words in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(lambda _: self.set_now())
        return box

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        words = QLabel(self.tr("Sample"), self)
        set_role(words, "heading")
        top.addWidget(words)
        top.addWidget(self.kind, 1)
        top.addWidget(self.language, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        self.setMinimumWidth(NARROWEST_SAMPLE)

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def next_kind(self) -> None:
        """Quotation, order, receipt …: one after the other."""
        self._next(self.kind)

    def next_language(self) -> None:
        """Thai, English, both: one after the other."""
        self._next(self.language)

    def _next(self, box: QComboBox) -> None:
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())

    # Setting ----------------------------------------------------------------------------------

    def set_now(self) -> None:
        """Set the sample by what stands in the fields; what cannot be is said at its field, and
        the last sample that could be set stays."""
        self._soon.stop()
        if not self.isVisible():
            return
        try:
            paper = self._form.sampled(self._read)
        except Refused as refusal:
            self._form.point_out(refusal)
        else:
            self.preview.show_values(lambda: paper)

    def _read(self, *settings: object) -> AnyPaper:
        kind, language = self.kind.currentData(), self.language.currentData()
        return self._desk.read(sample, kind, language, *settings)  # type: ignore[arg-type]

    def _was_refused(self, refusal: Refused) -> None:
        self._refused = True
        self._form.bar.say(self._desk.explain(refusal), Tone.STOP)

    def _was_set(self) -> None:
        """Paper of another width is shown as a first look is: not wider than reads well."""
        document = self.preview.document
        width = document.pagePointSize(0).width() if document else 0.0
        if width != self._width:
            self._width = width
            self.preview.pages.begin()
        if self._refused:
            self._refused = False
            self._form.bar.clear()


class SettingsPage(Screen):
    """The form on the left, the sample on the right; the form scrolls where room is short."""

    make: Callable[[Desk], SettingsForm]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = type(self).make(desk)
        self.pane = SamplePane(desk, self.form, self)
        pages = self.pane.preview.pages
        self.bind(
            {
                **self.slots(),
                "settings.sample": self.pane.next_kind,
                "paper.language": self.pane.next_language,
                "paper.larger": lambda: pages.zoom(ZOOM_STEP),
                "paper.smaller": lambda: pages.zoom(1 / ZOOM_STEP),
                "paper.fit": pages.fit,
                "form.revert": self.form.revert,
                "form.save": self.save,
            }
        )
        self.form.foot.addStretch(1)
        self.form.foot.addLayout(self.button_row("form.revert", "form.save", primary="form.save"))
        self.form.setMinimumWidth(NARROWEST_FORM)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        for place, part in enumerate((self.form, self.pane)):
            split.addWidget(part)
            split.setStretchFactor(place, SHARES[place])
        split.setSizes([100 * share for share in SHARES])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.setFocusProxy(self.form.first_field().widget)

    def slots(self) -> dict[str, Slot]:
        """What can be done on this page beside saving and looking."""
        return {}

    def save(self) -> None:
        """Ctrl+S: every paper from now on looks so."""
        if self.form.submit() is not None:
            self.desk.say(self.tr("Saved."))

    def reload(self, tables: frozenset[str]) -> None:
        """What another saved is shown, unless something is being written here."""
        if "setting" in tables and not self.form.dirty:
            self.form.load(self.form.stored())


class PapersPage(SettingsPage):
    """Style, colour, sizes, logo, footer, sets and terms."""

    make = LookForm
    form: LookForm

    def slots(self) -> dict[str, Slot]:
        return {
            "settings.logo": self.form.logo.choose,
            "settings.no_logo": self.form.logo.remove,
        }

    @property
    def title(self) -> str:
        return self.tr("Look of papers")


class ShopPage(SettingsPage):
    """Names, addresses, numbers, and what new papers begin with."""

    make = ShopForm

    @property
    def title(self) -> str:
        return self.tr("The shop")
