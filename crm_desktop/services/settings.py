"""What the shop sets for everybody: itself, its VAT, its numbers; its look stands in look.py."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.identity import TaxNumber, parse_branch
from crm_desktop.domain.promptpay import promptpay
from crm_desktop.domain.tax import VatRates
from crm_desktop.services.registry import Command, Context, handles, query

SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Shop:
    """The seller as it stands on every paper, and the defaults of new papers.

    `vat_rates` are (first day, percent) in ascending order; `follow_up_satang` is the total above
    which an open quotation needs a next follow-up date; `follow_up_after` are days from its issue,
    the others say how it is followed up as it runs out.
    """

    name_th: str = ""
    name_en: str = ""
    address_th: str = ""
    address_en: str = ""
    tax_number: str = ""
    tax_branch: str = "00000"
    phone: str = ""
    email: str = ""
    bank_account: str = ""
    quotation_valid_days: int = 30
    prices_include_vat: bool = True
    follow_up_satang: int = 500_000
    follow_up_after: tuple[int, ...] = (1, 3, 7)
    follow_up_before_expiry: int = 3
    follow_up_on_expiry: bool = True
    split_days: int = 3
    idle_lock_minutes: int = 10
    promptpay: str = ""
    back_order_deposit_percent: int = 30
    special_order_deposit_percent: int = 50
    promise_risk_days: int = 3
    storage_free_days: int = 14
    storage_percent_per_day: str = "0"
    number_pattern: str = "{kind}{branch}-{period}-{running:05d}"
    vat_rates: tuple[tuple[str, str], ...] = (("1999-04-01", "7"),)
    demo: bool = False

    def vat_rate(self, day: date) -> Decimal:
        """Percent in force on that day."""
        return VatRates(
            tuple((date.fromisoformat(first), Decimal(rate)) for first, rate in self.vat_rates)
        ).on(day)


@dataclass(frozen=True)
class SaveShop(Command[None]):
    """Replaces the shop's settings; `version` is what the caller read (0 for the first time)."""

    name: ClassVar[str] = "settings.save"
    version: int
    shop: Shop


@dataclass(frozen=True, slots=True)
class Branch:
    """A place of business with its number series and its line on the paper."""

    id: int
    version: int
    code: str
    name_th: str
    name_en: str
    tax_branch: str
    address_th: str
    address_en: str
    phone: str


@dataclass(frozen=True)
class SaveBranch(Command[int]):
    """Adds (id None) or changes a branch; answers its id."""

    name: ClassVar[str] = "settings.branch"
    permission: ClassVar[str] = "settings.save"
    id: int | None
    version: int
    code: str
    name_th: str
    name_en: str
    tax_branch: str = "00000"
    address_th: str = ""
    address_en: str = ""
    phone: str = ""


@handles(SaveShop)
def save_shop(context: Context, command: SaveShop) -> None:
    """Checks what is printed and what numbers rest on before it replaces the old settings."""
    old, known = load_shop(context)
    store(context, SHOP, command.version, asdict(checked(command.shop)))
    if known:
        context.reversible(command, SaveShop(known + 1, old))


def checked(shop: Shop) -> Shop:
    """The shop as it is kept; Refused with the field that papers could not rest on."""
    shop = replace(shop, tax_branch=parse_branch(shop.tax_branch, "tax_branch"))
    if not shop.name_th.strip():
        raise Refused("shop_name_needed", "name_th")
    if shop.tax_number:
        shop = replace(shop, tax_number=TaxNumber.parse(shop.tax_number, "tax_number").digits)
    _check_pattern(shop.number_pattern)
    _check_terms(shop)
    from crm_desktop.printing import charset  # late: every start reads settings

    for path, characters in charset.strange(shop):
        raise charset.refusal(path, characters, str(path[0]))
    return shop


def _check_terms(shop: Shop) -> None:
    """Days count from one; VAT rates are (ISO day, percent), the first of them first."""
    for name in ("quotation_valid_days", "split_days", "idle_lock_minutes"):
        if getattr(shop, name) < 1:
            raise Refused("at_least_one", name)
    from crm_desktop.domain.pipeline import check_rhythm  # late: every start reads settings

    check_rhythm(shop.follow_up_after, shop.follow_up_before_expiry)
    _check_deposits(shop)
    try:
        days = [date.fromisoformat(first) for first, _ in shop.vat_rates]
        rates = [Decimal(rate) for _, rate in shop.vat_rates]
    except (ValueError, ArithmeticError):
        days, rates = [], []
    if not days or days != sorted(set(days)) or not all(0 <= rate < 100 for rate in rates):
        raise Refused("bad_vat_rates", "vat_rates")


def _check_deposits(shop: Shop) -> None:
    """What deposits and goods that wait rest on: percents, days, and where the QR pays to."""
    for name in ("back_order_deposit_percent", "special_order_deposit_percent"):
        if not 0 <= getattr(shop, name) <= 100:
            raise Refused("bad_percent", name, text=str(getattr(shop, name)))
    for name in ("promise_risk_days", "storage_free_days"):
        if getattr(shop, name) < 0:
            raise Refused("days_below_zero", name)
    try:
        fee = Decimal(shop.storage_percent_per_day)
    except ArithmeticError:
        fee = Decimal(-1)
    if not (fee.is_finite() and 0 <= fee <= 100):
        raise Refused("bad_percent", "storage_percent_per_day", text=shop.storage_percent_per_day)
    if shop.promptpay:
        promptpay(shop.promptpay)


def _check_pattern(pattern: str) -> None:
    """Numbers of two branches, months or kinds must never read alike."""
    try:
        shown = pattern.format(kind="QT", branch="01", period="6911", running=42)
    except (KeyError, ValueError, IndexError, AttributeError, TypeError):
        shown = ""
    if not all(part in shown for part in ("QT", "01", "6911", "42")):
        raise Refused("bad_number_pattern", "number_pattern", pattern=pattern)


@handles(SaveBranch)
def save_branch(context: Context, command: SaveBranch) -> int:
    """Keeps the branch; its code is part of numbers, so it is two digits and never reused."""
    if not (len(command.code) == 2 and command.code.isdigit()):
        raise Refused("bad_branch_code", "code", code=command.code)
    if not command.name_th.strip():
        raise Refused("name_needed", "name_th")
    tax_branch = parse_branch(command.tax_branch, "tax_branch")
    branch = context.t.branch
    same = branch.select(branch.c.id).where(branch.c.code == command.code)
    if any(found != command.id for (found,) in same.tuples()):
        raise Refused("branch_code_taken", "code", code=command.code)
    values = {
        name.name: getattr(command, name.name)
        for name in fields(command)
        if name.name not in ("id", "version")
    } | {"tax_branch": tax_branch}
    if command.id is None:
        return context.insert("branch", "added", **values)
    before = context.row("branch", command.id)
    context.update("branch", command.id, command.version, "changed", **values)
    context.reversible(command, SaveBranch(**{**before, "version": command.version + 1}))
    return command.id


@query("settings.read")
def shop(context: Context) -> Shop:
    """The shop's settings, defaults where none were saved."""
    return load_shop(context)[0]


@query("settings.read")
def shop_and_version(context: Context) -> tuple[Shop, int]:
    """The settings with the version that a save must name."""
    return load_shop(context)


@query("settings.read")
def day_here(context: Context) -> date:
    """The day it is for everybody: the database's, in Bangkok."""
    return context.today


@query("settings.read")
def branches(context: Context) -> tuple[Branch, ...]:
    """All branches by code."""
    branch = context.t.branch
    return tuple(Branch(**row) for row in branch.select().order_by(branch.c.code).dicts())


def load_shop(context: Context) -> tuple[Shop, int]:
    """The settings and their version (0 before the first save)."""
    if SHOP not in context.memo:
        value, version = load(context, SHOP)
        names = {field.name for field in fields(Shop)}
        known = {name: _frozen(item) for name, item in value.items() if name in names}
        context.memo[SHOP] = Shop(**known), version
    found: tuple[Shop, int] = context.memo[SHOP]
    return found


def pretend(context: Context, shop: Shop) -> None:
    """What is made in this context is this shop's, whatever is stored; raises as `SaveShop`."""
    context.memo[SHOP] = checked(shop), 0


def load(context: Context, key: str) -> tuple[dict[str, Any], int]:
    """One setting as a mapping with its version; ({}, 0) when it was never saved."""
    for row in context.rows("setting", key=key):
        return json.loads(row["value"]), row["version"]
    return {}, 0


def store(
    context: Context,
    key: str,
    version: int,
    value: dict[str, Any],
    told: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda value: value,
) -> None:
    """Saves one setting if it still has the version the caller read; Refused Stale otherwise.

    The audit line has what is `told` of the value, where that is too large for it.
    """
    before, found = load(context, key)
    setting, text = context.t.setting, json.dumps(value, ensure_ascii=False, sort_keys=True)
    as_read = (setting.c.key == key) & (setting.c.version == version)
    if not version:
        fresh = setting.insert(key=key, value=text, version=1)
        written = fresh.on_conflict_ignore().as_rowcount().execute()
    else:
        written = setting.update(value=text, version=version + 1).where(as_read).execute()
    if not written:
        raise Stale("stale", record="setting", version=found)
    context.memo.pop(key, None)
    context.audit("setting", 0, f"saved {key}", told(before), told(value))


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
