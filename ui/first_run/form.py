"""What a new shop is asked, step by step, in one form: kept as a draft, set up at once or not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber, parse_branch, parse_email
from crm_desktop.services.first_run import FirstBranch, FirstPerson, SetUpDesk
from crm_desktop.services.look import ShopLook
from crm_desktop.services.people import check_password
from crm_desktop.services.settings import Shop
from ui.desk import Desk
from ui.first_run.authority import AuthorityField
from ui.forms.base import Form
from ui.forms.fields import Field
from ui.forms.rows import Rows
from ui.look.logo import LogoField
from ui.theme import set_role

KEY = "first_run"
SECRETS = tuple(f"{who}_{what}" for who in ("owner", "administrator") for what in ("new", "again"))
HEAD_OFFICE = "00000"
FIRST_DAY = "1999-04-01"
"""From when on the VAT rate that is asked here counts: before any paper of this desk."""


@dataclass(frozen=True)
class Step:
    """One page of the form with what it is about."""

    key: str
    title: str
    about: str
    page: QWidget
    fields: tuple[str, ...]


class SetUpForm(Form):
    """All steps stand in one form, one of them in view; `moved` tells that another is."""

    NEVER_KEPT = frozenset(SECRETS)
    moved = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, KEY, parent)
        self.at = 0
        self.steps = (self._shop(), self._branch(), self._papers(), self._people(), self._powers())
        self.body.addStretch(1)
        self.load(_defaults())
        self.show_step(0)

    @property
    def title(self) -> str:
        return self.tr("Setting up the desk")

    # Steps ------------------------------------------------------------------------------------

    def _shop(self) -> Step:
        page, rows = self._page()
        rows.text("name_th", self.tr("Name of the shop, Thai"), required=True, span=2)
        rows.text("name_en", self.tr("Name of the shop, English"), span=2)
        tax = self.tr("13 digits; it stands on every paper.")
        rows.text("tax_number", self.tr("Tax number"), help=tax, longest=20, parse=_tax_number)
        head = self.tr("00000 is the head office.")
        rows.text("tax_branch", self.tr("Tax branch"), help=head, longest=20, parse=parse_branch)
        rows.multiline("address_th", self.tr("Address, Thai"), lines=2, span=2)
        rows.multiline("address_en", self.tr("Address, English"), lines=2, span=2)
        rows.text("phone", self.tr("Phone"))
        rows.text("email", self.tr("E-mail"), parse=parse_email)
        rows.percent("vat", self.tr("VAT (%)"), required=True)
        rows.check("prices_include_vat", self.tr("Prices include VAT"))
        about = self.tr("These words stand at the head of every paper. All can be changed later.")
        return self._step("shop", self.tr("The shop"), about, page, rows)

    def _branch(self) -> Step:
        page, rows = self._page()
        code = self.tr("Two digits; they are part of every number: QT01-6911-00001.")
        rows.text("code", self.tr("Code"), help=code, required=True, longest=2, span=2)
        rows.text("branch_th", self.tr("Name of the branch, Thai"), required=True)
        rows.text("branch_en", self.tr("Name of the branch, English"))
        own = self.tr("Only where they differ from the shop’s.")
        rows.multiline("branch_address_th", self.tr("Address, Thai"), help=own, lines=2, span=2)
        rows.multiline("branch_address_en", self.tr("Address, English"), lines=2, span=2)
        rows.text("branch_phone", self.tr("Phone"))
        about = self.tr("The place where this desk stands; further branches can follow.")
        return self._step("branch", self.tr("The branch"), about, page, rows)

    def _papers(self) -> Step:
        page, rows = self._page()
        rows.add(LogoField("logo", self.tr("Logo"), self.desk, page), span=2)
        styles = (
            ("modern", self.tr("Modern: with a colour of the shop’s")),
            ("plain", self.tr("Plain: black and grey, saves ink")),
            ("letterhead", self.tr("Letterhead: for sheets that are printed already")),
        )
        rows.choice("style", self.tr("Style"), styles, span=2)
        rows.choice("page_size", self.tr("Paper"), (("A4", "A4"), ("A5", "A5")))
        about = self.tr("How quotations and receipts look; Settings shows a sample to fine-tune.")
        return self._step("papers", self.tr("Papers"), about, page, rows)

    def _people(self) -> Step:
        page, rows = self._page()
        self._ask_person(rows, "owner", self.tr("Owner: decides what nobody else may"))
        self._ask_person(rows, "administrator", self.tr("Administrator: people, settings, backups"))
        about = self.tr(
            "Two people, so that a change of who decides what always has a second pair of eyes. "
            "They add everybody else."
        )
        return self._step("people", self.tr("First people"), about, page, rows)

    def _ask_person(self, rows: Rows, who: str, heading: str) -> None:
        rows.heading(heading)
        rows.text(f"{who}_name", self.tr("Full name"), required=True)
        rows.text(f"{who}_username", self.tr("User name"), required=True)
        words = {"new": self.tr("Password"), "again": self.tr("Password again")}
        for what, label in words.items():
            field = rows.text(f"{who}_{what}", label, required=True)
            assert isinstance(field.widget, QLineEdit)
            field.widget.setEchoMode(QLineEdit.EchoMode.Password)

    def _powers(self) -> Step:
        page, rows = self._page()
        rows.add(AuthorityField("confirmed", self.tr("Who decides what"), self.desk, page), span=2)
        about = self.tr(
            "Who may decide what alone, with advice, or not. Until the owner confirms a table, "
            "only the owner decides. It can be changed in the program, for whatever day."
        )
        return self._step("authority", self.tr("Authority"), about, page, rows)

    def _page(self) -> tuple[QWidget, Rows]:
        page = QWidget(self._body_widget)
        return page, Rows(page, 2, self.desk.language, self.desk.era)

    def _step(self, key: str, title: str, about: str, page: QWidget, rows: Rows) -> Step:
        heading, words = QLabel(title, page), QLabel(about, page)
        set_role(heading, "title")
        set_role(words, "muted")
        words.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(words)
        column.addLayout(_top(rows.grid))
        for field in rows.fields.values():
            self.watch(field)
        self.body.addWidget(page)
        return Step(key, title, about, page, tuple(rows.fields))

    def show_step(self, number: int) -> None:
        """Bring one step into view, with the cursor where its typing begins."""
        self.at = number
        for place, step in enumerate(self.steps):
            step.page.setVisible(place == number)
        self.fields[self.steps[number].fields[0]].widget.setFocus()
        self.moved.emit(number)

    def go_on(self) -> bool:
        """To the next step, if this one can be left so; False on the last."""
        for key in self.steps[self.at].fields:
            if not self._sound(self.fields[key]):
                return True
        if self.at + 1 == len(self.steps):
            return False
        self.show_step(self.at + 1)
        return True

    def _sound(self, field: Field) -> bool:
        try:
            self._judged(field.key, field.value())
        except Refused as refusal:
            field.refuse(self.desk.explain(refusal))
            self.show_field(field)
            return False
        return True

    def _judged(self, key: str, value: Any) -> None:
        """What concerns more than the field alone: both passwords are one."""
        who, _, what = key.rpartition("_")
        if what == "new":
            check_password(value, key)
        if what == "again" and value != self.fields[f"{who}_new"].value():
            raise Refused("terminal_passwords_differ", key)

    def show_field(self, field: Field) -> None:
        for number, step in enumerate(self.steps):
            if field.key in step.fields and number != self.at:
                self.show_step(number)
        super().show_field(field)

    # Another language -------------------------------------------------------------------------

    def typed(self) -> dict[str, Any]:
        """All that stands in the fields, for a form in another language to go on with."""
        return self._raw()

    def take_over(self, typed: Mapping[str, Any]) -> None:
        """Go on with what was typed in another language."""
        self.offer.clear()
        self._body_widget.setEnabled(True)
        self._put(typed)

    # Setting up -------------------------------------------------------------------------------

    def command(self) -> SetUpDesk:
        given = self.values()
        for key, value in given.items():
            self._judged(key, value)
        return SetUpDesk(
            shop=_shop_of(given),
            owner=_person_of(given, "owner"),
            administrator=_person_of(given, "administrator"),
            branch=_branch_of(given),
            look=replace(ShopLook(), style=given["style"], page_size=given["page_size"]),
            logo=given["logo"] or "",
            confirmed=given["confirmed"],
        )

    def refused(self, refusal: Refused) -> None:
        """The refusal of an answer, at the field where it was typed."""
        refusal.field = FIELDS.get(refusal.field or "", refusal.field)
        super().refused(refusal)


NAMED = ("name_th", "name_en", "tax_number", "tax_branch", "address_th", "address_en", "phone")
PLACED = {"name_th": "branch_th", "name_en": "branch_en", "phone": "branch_phone"}
BRANCH = {"code": "code", **PLACED} | {
    name: f"branch_{name}" for name in ("address_th", "address_en")
}
PERSON = {"full_name": "name", "username": "username", "password": "new"}
FIELDS = (
    {f"shop.{name}": name for name in (*NAMED, "email")}
    | {f"branch.{name}": key for name, key in BRANCH.items()}
    | {
        f"{who}.{name}": f"{who}_{key}"
        for who in ("owner", "administrator")
        for name, key in PERSON.items()
    }
)
"""Where an answer of the command stands in the form."""


def _defaults() -> dict[str, Any]:
    branch = FirstBranch()
    return {
        "tax_branch": HEAD_OFFICE,
        "vat": Decimal(7),
        "prices_include_vat": True,
        "style": "modern",
        "page_size": "A4",
        **{key: getattr(branch, name) for name, key in BRANCH.items()},
    }


def _shop_of(given: Mapping[str, Any]) -> Shop:
    named: dict[str, Any] = {name: given[name] or "" for name in NAMED if name != "tax_branch"}
    return Shop(
        **named,
        tax_branch=given["tax_branch"] or HEAD_OFFICE,
        email=given["email"] or "",
        prices_include_vat=given["prices_include_vat"],
        vat_rates=((FIRST_DAY, f"{given['vat'].normalize():f}"),),
    )


def _branch_of(given: Mapping[str, Any]) -> FirstBranch:
    named = {name: given[key] for name, key in BRANCH.items()}
    return FirstBranch(**named, tax_branch=given["tax_branch"] or HEAD_OFFICE)


def _person_of(given: Mapping[str, Any], who: str) -> FirstPerson:
    return FirstPerson(**{name: given[f"{who}_{key}"] for name, key in PERSON.items()})


def _tax_number(text: str, key: str) -> str:
    return TaxNumber.parse(text, key).digits


def _top(grid: QGridLayout) -> QGridLayout:
    grid.setContentsMargins(0, 8, 0, 0)
    return grid
