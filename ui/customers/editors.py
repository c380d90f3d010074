"""What is written for each phone, contact and address of a customer."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.phones import parse_phone
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.places import BANGKOK, Address, Place, normalise, places
from ui.customers.fields import Box, Editor, Raw
from ui.forms.lookup import Found, Picker
from ui.theme import set_role

OFFERED = 10
AREA = ("subdistrict", "district", "province", "postcode")


class PhoneEditor(Editor):
    """One number as it is written down at the counter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line("phone", self.tr("Phone"), longest=60), 1)
        row.addWidget(self.remove)


def read_phone(raw: Raw, field: str) -> str:
    """The number as typed, once it is known to be one."""
    return parse_phone(raw["phone"], field).typed


class ContactEditor(Editor):
    """Somebody to talk to, on one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, name, width in (
            ("name", self.tr("Name"), 5),
            ("duty", self.tr("Duty"), 3),
            ("phone", self.tr("Phone"), 3),
            ("email", self.tr("E-mail"), 4),
            ("line_id", self.tr("LINE"), 3),
        ):
            row.addWidget(self.line(key, name, placeholder=name), width)
        row.addWidget(self.remove)


def read_contact(raw: Raw, field: str) -> Contact:
    """A contact; its parts are checked when it is saved, the phone at once."""
    if raw["phone"].strip():
        parse_phone(raw["phone"], f"{field}.phone")
    return Contact(**raw)


class AddressEditor(Editor):
    """An address in its official order; a subdistrict or a postcode fills in the rest."""

    def __init__(self, parent: QWidget, uses: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._uses = uses
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column in range(24):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 4)
        for row, cells in enumerate(self._cells()):
            column = 0
            for key, name, width in cells:
                grid.addLayout(self._cell(key, name), row, column, 1, width)
                column += width
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(4)
        line.addLayout(grid, 1)
        side = QVBoxLayout()
        side.addSpacing(22)
        side.addWidget(self.remove)
        side.addStretch(1)
        line.addLayout(side)
        self._pickers = [
            Picker(box, self._find, self._take)
            for key in ("subdistrict", "postcode")
            if isinstance(box := self.boxes[key], QLineEdit)
        ]
        province = self.boxes["province"]
        assert isinstance(province, QLineEdit)
        province.textChanged.connect(self._name_area)

    def _cells(self) -> Sequence[Sequence[tuple[str, str, int]]]:
        return (
            (
                ("use", self.tr("Used for"), 4),
                ("label", self.tr("Name of the place"), 5),
                ("house", self.tr("House no."), 3),
                ("moo", self.tr("Moo"), 2),
                ("building", self.tr("Building, village"), 5),
                ("soi", self.tr("Soi"), 5),
            ),
            (
                ("road", self.tr("Road"), 4),
                ("subdistrict", self.tr("Subdistrict (tambon)"), 5),
                ("district", self.tr("District (amphoe)"), 5),
                ("province", self.tr("Province"), 5),
                ("postcode", self.tr("Postcode"), 5),
            ),
        )

    def _cell(self, key: str, name: str) -> QVBoxLayout:
        box: Box = self.choose(key, name, self._uses) if key == "use" else self.line(key, name)
        label = QLabel(name, self)
        set_role(label, "label")
        label.setBuddy(box)
        self._labels[key] = label
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(label)
        cell.addWidget(box)
        return cell

    def _find(self, text: str) -> Sequence[Found]:
        return [
            Found(place, place.subdistrict, self._hint(place)) for place in places(text, OFFERED)
        ]

    def _hint(self, place: Place) -> str:
        rest = f"{place.postcode} · {place.district} · {place.province}"
        if place.old_name:
            return self.tr("formerly {0} · {1}").format(place.old_name, rest)
        return rest

    def _take(self, found: Found) -> None:
        place: Place = found.id
        self.set_raw({key: getattr(place, key) for key in AREA})

    def _name_area(self, province: str) -> None:
        """Bangkok has khwaeng and khet where the provinces have tambon and amphoe."""
        bangkok = province.strip() == BANGKOK
        names = {
            "subdistrict": self.tr("Subdistrict (khwaeng)")
            if bangkok
            else self.tr("Subdistrict (tambon)"),
            "district": self.tr("District (khet)") if bangkok else self.tr("District (amphoe)"),
        }
        for key, name in names.items():
            self._labels[key].setText(name)
            self.boxes[key].setAccessibleName(name)


def read_address(raw: Raw, field: str) -> Address:
    """An address; refuses a postcode that is none."""
    address = Address(**raw)
    normalise(address, field)
    return address
