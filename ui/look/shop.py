"""The form for the shop itself: who it is, where it is paid, what new papers begin with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from crm_desktop.domain.dates import format_date, parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import parse_email
from crm_desktop.domain.money import Money, plain_decimal
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.look import logo_and_version, look_and_version
from crm_desktop.services.settings import SaveShop, Shop, shop_and_version
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.look.settings_form import Read, SettingsForm

NAMED = ("name_th", "name_en", "address_th", "address_en", "tax_number", "tax_branch", "phone")
TYPED = (*NAMED, "bank_account", "promptpay", "number_pattern", "storage_percent_per_day")
COUNTED = (
    *("quotation_valid_days", "split_days", "idle_lock_minutes"),
    *("back_order_deposit_percent", "special_order_deposit_percent"),
    *("promise_risk_days", "storage_free_days"),
)
FOLLOWED = ("follow_up_after", "follow_up_before_expiry", "follow_up_on_expiry")
Rates = tuple[tuple[str, str], ...]


class ShopForm(SettingsForm):
    """What the shop has no field for here, such as that it is a demo, stays as it is stored."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings:shop")
        rows = self.rows(columns=2)
        rows.hidden("version")
        self._seller(rows)
        self._papers(rows)
        self._goods(rows)
        self._numbers(rows)
        self.adopt(rows)
        self.body.addStretch(1)
        self.load(self.stored())

    @property
    def title(self) -> str:
        return self.tr("The shop")

    def _seller(self, rows: Rows) -> None:
        rows.text("name_th", self.tr("Name, Thai"), required=True, span=2)
        rows.text("name_en", self.tr("Name, English"), span=2)
        rows.multiline("address_th", self.tr("Address, Thai"), lines=2)
        rows.multiline(
            "address_en",
            self.tr("Address, English"),
            lines=2,
            help=self.tr("A branch with an address or phone of its own prints that."),
        )
        rows.text("tax_number", self.tr("Tax number"), longest=20)
        rows.text("tax_branch", self.tr("Tax branch"), longest=20)
        rows.text("phone", self.tr("Phone"))
        rows.text("email", self.tr("E-mail"), parse=parse_email)
        rows.text("bank_account", self.tr("Bank account on papers"), span=2)
        about = self.tr("Phone or tax number; with it slips and receipts bear a QR to pay by.")
        rows.text("promptpay", self.tr("PromptPay"), help=about, longest=20, span=2)

    def _papers(self, rows: Rows) -> None:
        rows.heading(self.tr("Quotations"))
        rows.check("prices_include_vat", self.tr("New papers: prices include VAT"), span=2)
        self._count(rows, "quotation_valid_days", self.tr("Offers hold (days)"))
        rows.text(
            "follow_up_after",
            self.tr("Follow up after (days)"),
            help=self.tr("Days from the issue of an offer, such as 1, 3, 7."),
            required=True,
            parse=_day_list,
            show=_shown_days,
            longest=60,
        )
        self._count(rows, "follow_up_before_expiry", self.tr("And before its end (days)"))
        rows.check("follow_up_on_expiry", self.tr("And on its last day"))
        rows.money("follow_up", self.tr("Follow up from (baht)"), required=True)
        self._count(rows, "split_days", self.tr("Split papers (days)"))

    def _goods(self, rows: Rows) -> None:
        rows.heading(self.tr("Deposits asked, goods that wait"))
        self._count(rows, "back_order_deposit_percent", self.tr("Back orders (%)"))
        self._count(rows, "special_order_deposit_percent", self.tr("Special orders (%)"))
        self._count(rows, "promise_risk_days", self.tr("Promise at risk (days)"))
        self._count(rows, "storage_free_days", self.tr("Kept free (days)"))
        rows.text("storage_percent_per_day", self.tr("Storage a day (%)"), required=True)

    def _numbers(self, rows: Rows) -> None:
        rows.heading(self.tr("Numbers, VAT and lock"))
        about = self.tr("Must keep {kind}, {branch}, {period} and {running:05d}.")
        rows.text("number_pattern", self.tr("Number of papers"), help=about, required=True, span=2)
        rows.multiline(
            "vat_rates",
            self.tr("VAT: first day and percent, one a line"),
            required=True,
            parse=_rates,
            show=self._shown_rates,
            lines=2,
        )
        self._count(rows, "idle_lock_minutes", self.tr("Locks after (minutes)"))

    def _count(self, rows: Rows, key: str, label: str) -> None:
        rows.text(key, label, required=True, parse=_whole, longest=4)

    def _shown_rates(self, rates: Rates) -> str:
        language, era = self.desk.language, self.desk.era
        return "\n".join(
            f"{format_date(date.fromisoformat(first), language, era)}  {percent}"
            for first, percent in rates
        )

    # What the bases ask -----------------------------------------------------------------------

    def stored(self) -> Mapping[str, Any]:
        shop, version = self.desk.read(shop_and_version)
        names = (*TYPED, *COUNTED, *FOLLOWED, "email", "prices_include_vat", "vat_rates")
        return {
            **{name: getattr(shop, name) for name in names},
            "follow_up": Money(shop.follow_up_satang),
            "version": version,
        }

    def _shop(self) -> Shop:
        values = self.values()
        del values["version"]
        values["follow_up_satang"] = values.pop("follow_up").satang
        values["email"] = values["email"] or ""
        return replace(self.desk.read(shop_and_version)[0], **values)

    def sampled(self, read: Read) -> AnyPaper:
        look, logo = self.desk.read(look_and_version)[0], self.desk.read(logo_and_version)[0]
        return read(self._shop(), look, logo)

    def command(self) -> SaveShop:
        return SaveShop(self.fields["version"].value(), self._shop())


def _whole(text: str, key: str) -> int:
    if not text.isdecimal():
        raise Refused("at_least_one", key)
    return int(text)


def _day_list(text: str, key: str) -> tuple[int, ...]:
    parts = text.replace(",", " ").split()
    if not all(part.isdecimal() for part in parts):
        raise Refused("bad_rhythm", key)
    return tuple(int(part) for part in parts)


def _shown_days(days: tuple[int, ...]) -> str:
    return ", ".join(map(str, days))


def _rates(text: str, key: str) -> Rates:
    """Lines of a day and a percent, whatever stands between them."""
    return tuple(_rate(line, key) for line in text.splitlines() if line.strip())


def _rate(line: str, key: str) -> tuple[str, str]:
    day, _, percent = line.strip().replace("\t", " ").rpartition(" ")
    number = plain_decimal(percent.rstrip("%"), 2)
    if number is None:
        raise Refused("bad_vat_rates", key)
    return parse_date(day.strip(), key).isoformat(), f"{number.normalize():f}"
