"""The form for the look of papers; look and logo are two settings, saved with one key."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.look import (
    HIGHEST_LETTERHEAD_MM,
    IN_SETS,
    LONGEST_FOOTER,
    RECEIPT_SIZES,
    SIZES,
    STYLES,
    TEXTS,
    SaveLogo,
    SaveLook,
    ShopLook,
    accent_of,
    logo_and_version,
    look_and_version,
)
from crm_desktop.services.settings import shop
from ui.desk import Desk
from ui.forms.fields import Field
from ui.forms.rows import Rows
from ui.look.colour import Inks
from ui.look.logo import LogoField
from ui.look.settings_form import Read, SettingsForm

LONG_WORDS = 20
"""Letters of a kind of paper that takes a line of its own."""
CHOSEN = ("style", "accent", "page_size", "receipt_size", "letterhead_mm", "finder")


class SetsField(Field):
    """The kinds of paper that are printed as original and copy; the value is their codes."""

    def __init__(self, key: str, label: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(key, label, QWidget(parent))
        self._words = {
            kind: sentence(f"paper_title_{kind.lower()}", desk.language) for kind in IN_SETS
        }
        self.boxes = {kind: QCheckBox(words, self.widget) for kind, words in self._words.items()}
        grid = QGridLayout(self.widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        place = 0
        for box in self.boxes.values():
            box.toggled.connect(lambda _: self.changed.emit())
            span = 2 if len(box.text()) > LONG_WORDS else 1
            place += place % 2 * (span - 1)
            grid.addWidget(box, place // 2, place % 2, 1, span)
            place += span
        self.widget.setFocusProxy(next(iter(self.boxes.values())))

    def raw(self) -> list[str]:
        return [kind for kind, box in self.boxes.items() if box.isChecked()]

    def set_raw(self, raw: object) -> None:
        chosen = raw if isinstance(raw, list | tuple) else ()
        for kind, box in self.boxes.items():
            box.setChecked(kind in chosen)

    def value(self) -> tuple[str, ...]:
        return tuple(self.raw())

    def words(self, raw: Any) -> str:
        return ", ".join(self._words[kind] for kind in raw or ()) or "—"


class LookForm(SettingsForm):
    """`logo_version` is that of the logo, `version` that of all the rest."""

    logo: LogoField
    inks: Inks

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings:look")
        rows = self.rows(columns=2)
        rows.hidden("version")
        rows.hidden("logo_version")
        self._looks(rows)
        self._words(rows)
        self.adopt(rows)
        self.body.addStretch(1)
        for box in self._body_widget.findChildren(QComboBox):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.fields["style"].changed.connect(self._fit)
        self.load(self.stored())
        self._fit()

    @property
    def title(self) -> str:
        return self.tr("Look of papers")

    def _looks(self, rows: Rows) -> None:
        styles = {
            "plain": self.tr("Plain: black and grey, saves ink"),
            "modern": self.tr("Modern: with the shop’s colour"),
            "letterhead": self.tr("Letterhead: for sheets that are printed already"),
        }
        rows.choice("style", self.tr("Style"), [(each, styles[each]) for each in STYLES], span=2)
        rows.text(
            "letterhead_mm",
            self.tr("Room on top of every page (mm)"),
            help=self.tr("0 to {0} mm are left free for what is on the sheet.").format(
                HIGHEST_LETTERHEAD_MM
            ),
            required=True,
            parse=_millimetres,
            longest=3,
            span=2,
        )
        sizes = {"A4": "A4", "A5": "A5", "roll": self.tr("Roll of 80 mm (till printer)")}
        rows.choice("page_size", self.tr("Paper"), [(each, sizes[each]) for each in SIZES])
        receipts = [(each, sizes[each]) for each in RECEIPT_SIZES]
        rows.choice("receipt_size", self.tr("Receipts and pay-in slips"), receipts)
        accent = rows.text(
            "accent", self.tr("Colour"), required=True, parse=accent_of, longest=7, span=2
        )
        self.inks = Inks(accent, self._body_widget)
        rows.place(self.inks, 2)
        self.logo = LogoField("logo", self.tr("Logo"), self.desk, self)
        rows.add(self.logo, span=2)

    def _words(self, rows: Rows) -> None:
        rows.heading(self.tr("Foot of every page"))
        for tongue, language in self._tongues():
            label = self.tr("Footer, {0}").format(language)
            rows.text(f"footer_{tongue}", label, longest=LONGEST_FOOTER, span=2)
        rows.check("finder", self.tr("Small QR: scanned, it finds the paper"), span=2)
        rows.heading(self.tr("Printed as original and copy"))
        rows.add(SetsField("sets", self.tr("Kinds"), self.desk, self._body_widget), span=2)
        rows.heading(self.tr("Terms, one a line"))
        for tongue, language in self._tongues():
            rows.multiline(f"terms_{tongue}", self.tr("On papers, {0}").format(language), lines=4)
        for tongue, language in self._tongues():
            label = self.tr("Above the signature of a special order, {0}").format(language)
            rows.multiline(f"special_terms_{tongue}", label, lines=4)

    def _tongues(self) -> tuple[tuple[str, str], ...]:
        return ("th", self.tr("Thai")), ("en", self.tr("English"))

    def _fit(self) -> None:
        """Only sheets that are printed already need room on top."""
        self.fields["letterhead_mm"].cell.setVisible(self.fields["style"].raw() == "letterhead")

    # What the bases ask -----------------------------------------------------------------------

    def stored(self) -> Mapping[str, Any]:
        look, version = self.desk.read(look_and_version)
        logo, logo_version = self.desk.read(logo_and_version)
        return {
            **{name: getattr(look, name) for name in (*CHOSEN, *TEXTS)},
            "sets": look.sets,
            "version": version,
            "logo": logo,
            "logo_version": logo_version,
        }

    def _look(self) -> ShopLook:
        values = self.values()
        return ShopLook(**{name: values[name] for name in (*CHOSEN, *TEXTS, "sets")})

    def sampled(self, read: Read) -> AnyPaper:
        return read(self.desk.read(shop), self._look(), self.logo.value())

    def command(self) -> SaveLook:
        return SaveLook(self.fields["version"].value(), self._look())

    def submit(self) -> Any:
        """The logo goes first: where it is refused, nothing is saved."""
        self._decide()
        if self.logo.raw() != self._base["logo"]:
            if not (self.check() and self._save_logo()):
                return None
            if self._raw() == self._base:
                self.settle()
                self.saved.emit(True)
                return True
        return super().submit()

    def _save_logo(self) -> bool:
        version, png = self.fields["logo_version"], self.logo.value()
        if self.desk.execute(SaveLogo(version.value(), png), self) is None:
            return False
        version.set_raw(self.desk.read(logo_and_version)[1])
        self._base |= {"logo": png, "logo_version": version.raw()}
        return True


def _millimetres(text: str, key: str) -> int:
    if not (text.isdecimal() and int(text) <= HIGHEST_LETTERHEAD_MM):
        raise Refused("bad_letterhead", key, most=HIGHEST_LETTERHEAD_MM)
    return int(text)
