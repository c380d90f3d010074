"""The form of a customer: a walk-in with name and phone, or a company with all its papers need."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from crm_desktop.domain.identity import TaxNumber, branch_label, parse_branch, parse_email
from crm_desktop.domain.permissions import may
from crm_desktop.domain.rounds import CLASSES
from crm_desktop.services.customers.customer_choices import customer_choices
from crm_desktop.services.customers.customer_lists import customer, doubles, tax_number_warning
from crm_desktop.services.customers.customer_values import MASK, PRICE_LEVELS, Customer
from crm_desktop.services.customers.customers import ADDRESS_USES, SaveCustomer
from crm_desktop.services.people import people
from ui.customers.doubles import WIDTH, Doubles
from ui.customers.editors import (
    AddressEditor,
    ContactEditor,
    PhoneEditor,
    read_address,
    read_contact,
    read_phone,
)
from ui.customers.fields import Hint, KindField, ListField
from ui.customers.words import word
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.fields import Field, TextField
from ui.forms.rows import Rows
from ui.icons import icon
from ui.theme import set_role

LOOK_AFTER_MS = 250
WIDEST = 860
BESIDE_FROM = 820
"""Narrower than this the likely doubles stand above the fields, not beside them."""


class CustomerForm(Form):
    """`instead` carries the customer to open in place of the one being typed; `quote` asks for a
    quotation, `cancelled` to close the form."""

    instead = Signal(int)
    quote = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, record_id: str | int, parent: QWidget | None = None) -> None:
        super().__init__(desk, f"customer:{record_id}", parent)
        self.record_id = record_id
        known = desk.read(customer, record_id) if isinstance(record_id, int) else None
        self._known = known
        self._choices = desk.read(customer_choices)
        self.doubles = Doubles(desk, self)
        self.doubles.chosen.connect(self.instead)
        self.warning = Hint(self)
        self._head()
        self._lay_out_fields()
        self._lay_out_beside()
        self._foot()
        self._soon = QTimer(self, interval=LOOK_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.look_for_doubles)
        self.edited.connect(self._edited)
        self.load(self._values_of(known) if known else self._empty())
        self._suit_kind()

    @property
    def title(self) -> str:
        name = str(self.fields["full_name"].raw()).strip() if self.fields else ""
        return name or self.tr("New customer")

    # What the screen uses ---------------------------------------------------------------------

    def first_field(self) -> Field:
        return self.fields["full_name"]

    def typed(self) -> dict[str, Any]:
        """What was typed so far, to bring back later; empty if nothing was."""
        return self._raw() if self.dirty else {}

    def bring(self, typed: Mapping[str, Any]) -> None:
        """Put back what `typed` gave."""
        self._put(typed)

    def settled_id(self) -> int | None:
        """The stored customer, saved first if anything was typed; None if that was refused."""
        if isinstance(self.record_id, int) and not self.dirty:
            return self.record_id
        answer = self.submit()
        return answer if isinstance(answer, int) else None

    def look_for_doubles(self) -> None:
        """Ask who is like what stands in the form now; half-typed input is fine."""
        self._soon.stop()
        raw = self._raw()
        tax_number = "" if MASK in raw["tax_number"] else raw["tax_number"]
        phones = tuple(each["phone"] for each in raw["phones"])
        known = self.record_id if isinstance(self.record_id, int) else None
        found = self.desk.read(doubles, raw["full_name"], phones, tax_number, known)
        self.doubles.show_found(found)

    # What the form base asks ------------------------------------------------------------------

    def command(self) -> SaveCustomer:
        values = self.values()
        for key in ("tax_number", "tax_branch", "email"):
            values[key] = values[key] or ""
        return SaveCustomer(**values)

    def stored(self) -> Mapping[str, Any] | None:
        if not isinstance(self.record_id, int):
            return None
        return self._values_of(self.desk.read(customer, self.record_id))

    # Laying out -------------------------------------------------------------------------------

    def _head(self) -> None:
        known = self._known
        heading = self.tr("Change {0}").format(known.code) if known else self.tr("New customer")
        label = QLabel(heading, self)
        set_role(label, "title")
        kinds = {"person": self.tr("Person"), "company": self.tr("Company, shop")}
        kind = KindField("kind", self.tr("Kind"), kinds, self)
        self.watch(kind)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(label)
        line.addWidget(kind.widget, 1)
        self.body.addLayout(line)

    def _lay_out_fields(self) -> None:
        rows = self.rows(columns=6)
        for key, value in (("id", None), ("version", 0), ("branch_id", None)):
            rows.hidden(key, value)
        rows.text("full_name", self.tr("Name"), required=True, span=3)
        rows.add(self._phones(), required=True, span=3)
        self._identity(rows)
        self._suggest(rows.text("segment", self.tr("Segment"), span=2), self._choices.segments)
        self._suggest(rows.text("zone", self.tr("Zone"), span=2), self._choices.zones)
        levels = [(level, word(self.desk, f"price_level_{level}")) for level in PRICE_LEVELS]
        rows.choice("price_level", self.tr("Price level"), levels, span=2)
        rows.choice("owner_id", self.tr("Owner"), self._owners(), span=2)
        classes = [("", self.tr("No class")), *((each, each) for each in CLASSES)]
        rows.choice("rhythm", self.tr("Class of visits"), classes, span=2)
        languages = [
            ("th", self.tr("Thai")),
            ("en", self.tr("English")),
            ("both", self.tr("Thai and English")),
        ]
        rows.choice("paper_language", self.tr("Papers in"), languages, span=2)
        rows.text("line_id", self.tr("LINE"), span=2)
        rows.text("full_name_en", self.tr("English name"), span=4)
        rows.multiline("note", self.tr("Note"), lines=2, span=3)
        if self._known:
            rows.check("active", self.tr("Still a customer"), span=3)
        else:
            rows.hidden("active", True)
        for field in (self._addresses(), self._contacts()):
            _head_over(rows.add(field, span=6))
        self.adopt(rows)
        self.body.addStretch(1)

    def _identity(self, rows: Rows) -> None:
        """The branch shares a cell with the e-mail, for a person has none."""
        self._tax = rows.text("tax_number", self.tr("Tax number"), parse=_tax_number, span=3)
        cell = self._tax.cell.layout()
        assert cell is not None
        cell.addWidget(self.warning)
        self._shared = self.rows(columns=2)
        self._branch = self._shared.text(
            "tax_branch",
            self.tr("Branch"),
            parse=parse_branch,
            show=partial(branch_label, language=self.desk.language),
            placeholder=branch_label("00000", self.desk.language),
        )
        self._shared.text("email", self.tr("E-mail"), parse=parse_email)
        holder = QWidget(self)
        self._shared.grid.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self._shared.grid)
        rows.place(holder, 3)
        rows.fields.update(self._shared.fields)

    def _phones(self) -> ListField:
        return ListField(
            "phones",
            self.tr("Phone"),
            self,
            PhoneEditor,
            self.tr("Add a phone"),
            read_phone,
            at_least=1,
            beside=True,
        )

    def _contacts(self) -> ListField:
        add = self.tr("Add a contact")
        return ListField("contacts", self.tr("Contacts"), self, ContactEditor, add, read_contact)

    def _addresses(self) -> ListField:
        uses = {use: word(self.desk, f"address_{use}") for use in ADDRESS_USES}
        add = self.tr("Add an address")
        make = partial(AddressEditor, uses=uses)
        return ListField("addresses", self.tr("Addresses"), self, make, add, read_address)

    def _owners(self) -> list[tuple[int | None, str]]:
        """Whoever may look after customers, and whoever does so now."""
        owners: list[tuple[int | None, str]] = [(None, self.tr("Nobody yet"))]
        owners += [
            (each.id, each.called(self.desk.language))
            for each in self.desk.read(people)
            if may(each.roles, "customer.save")
        ]
        if self._known and self._known.owner_id not in {owner for owner, _ in owners}:
            owners.append((self._known.owner_id, self._known.owner))
        return owners

    def _suggest(self, field: TextField, words: tuple[str, ...]) -> None:
        """Offer what was typed for other customers."""
        completer = QCompleter(words, field.widget)
        box = field.widget
        assert isinstance(box, QLineEdit)
        box.setCompleter(completer)

    def _lay_out_beside(self) -> None:
        """The fields keep a width that reads well; the doubles stand in the room beside."""
        self._body_widget.setMaximumWidth(WIDEST)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        place = layout.indexOf(self._scroll)
        layout.removeWidget(self._scroll)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(0, 0, 16, 0)
        self._across.setSpacing(8)
        self._across.addWidget(self._scroll, 1)
        self._across.addWidget(self.doubles, 0, Qt.AlignmentFlag.AlignTop)
        layout.insertLayout(place, self._across, 1)

    def _foot(self) -> None:
        save = self._button(self.tr("Save"), "floppy-disk", "Ctrl+S", primary=True)
        save.clicked.connect(self.submit)
        quote = self._button(self.tr("Save and quote"), "file-plus", "F2")
        quote.clicked.connect(self.quote)
        quote.setVisible(self.desk.may("quotation.save"))
        cancel = self._button(self.tr("Cancel"), "x", "Esc")
        cancel.clicked.connect(self.cancelled)
        self.foot.setSpacing(8)
        for button in (save, quote, cancel):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def _button(self, text: str, glyph: str, key: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(f"{text}  {key}")
        if primary:
            set_role(button, "primary")
        else:
            button.setIcon(icon(glyph))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= BESIDE_FROM
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if wide else direction.BottomToTop)
        self.doubles.setMaximumWidth(WIDTH if wide else 16_777_215)
        self.doubles.setMinimumWidth(WIDTH if wide else 0)
        self.doubles.lie_flat(not wide)
        super().resizeEvent(event)

    # While somebody types ---------------------------------------------------------------------

    def _edited(self) -> None:
        self._suit_kind()
        self._soon.start()

    def _suit_kind(self) -> None:
        """A person has no branch; a number of the other kind is worth a word, not a refusal."""
        kind = self.fields["kind"].raw()
        company = kind == "company"
        self._branch.cell.setVisible(company)
        self._shared.grid.setColumnStretch(0, 2 if company else 0)
        self._shared.grid.setColumnStretch(1, 3)
        code = tax_number_warning(kind, self._tax.raw())
        self.warning.say(word(self.desk, code) if code else "")

    # Values -----------------------------------------------------------------------------------

    def _empty(self) -> dict[str, Any]:
        mine = any(owner == self.desk.actor.person_id for owner, _ in self._owners())
        return {
            "kind": "person",
            "price_level": "retail",
            "paper_language": "th",
            "rhythm": "",
            "owner_id": self.desk.actor.person_id if mine else None,
        }

    def _values_of(self, known: Customer) -> dict[str, Any]:
        return {
            "id": known.id,
            "version": known.version,
            "kind": known.kind,
            "full_name": known.name,
            "full_name_en": known.name_en,
            "phones": [{"phone": phone.typed} for phone in known.phones],
            "tax_number": known.tax_number,
            "tax_branch": known.tax_branch,
            "contacts": [_plain(contact) for contact in known.contacts],
            "addresses": [_plain(address) for address in known.addresses],
            "email": known.email,
            "line_id": known.line_id,
            "segment": known.segment,
            "zone": known.zone,
            "price_level": known.price_level,
            "paper_language": known.paper_language,
            "owner_id": known.owner_id,
            "branch_id": known.branch_id,
            "note": known.note,
            "active": known.active,
            "rhythm": known.rhythm,
        }


def _tax_number(text: str, key: str) -> str:
    """The digits; what is masked goes back as it came and stays what it is."""
    return text if MASK in text else TaxNumber.parse(text, key).digits


def _plain(part: Any) -> dict[str, str]:
    return {name: getattr(part, name) for name in part.__slots__}


def _head_over(field: ListField) -> None:
    """Make the label over a long field a heading."""
    for label in field.cell.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
        set_role(label, "heading")
        label.setContentsMargins(0, 8, 0, 2)
