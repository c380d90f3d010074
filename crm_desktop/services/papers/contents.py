"""What an officer types on a paper, and the money it comes to."""

from collections.abc import Set
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import LARGEST_PRICE, LARGEST_QUANTITY, Money
from crm_desktop.domain.pricing import PriceLine, Totals, add_up
from crm_desktop.domain.tax import VatClass
from crm_desktop.services.customers import customers
from crm_desktop.services.products import products
from crm_desktop.services.products.product_values import Goods
from crm_desktop.services.registry import Context
from crm_desktop.services.settings import Shop, load_shop

LINE_KINDS = ("product", "text", "heading", "subtotal")
PRICED = ("product", "text")
MOST_LINES = 2_000
LONGEST_TEXT = 5_000
LANGUAGES = ("th", "en", "both")


@dataclass(frozen=True, slots=True)
class LineInput:
    """One line as typed; a heading or a subtotal carries a description only.

    `unit_price` is in baht per `unit`, with or without VAT as the paper's prices are; `source_id`
    is the line of an earlier paper of the family that this one was taken from.
    """

    kind: str = "product"
    product_id: int | None = None
    code: str = ""
    description: str = ""
    quantity: Decimal = Decimal(1)
    unit: str = ""
    unit_price: Money = Money.ZERO
    discount: str = ""
    vat_class: VatClass = VatClass.STANDARD
    source_id: int | None = None

    @property
    def is_priced(self) -> bool:
        """Whether the line counts in the sums."""
        return self.kind in PRICED


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of a paper that an officer types; `deposit_percent` of the grand total.

    `facts` are (key, text) of what the kind knows beyond that, see `domain.kinds.Fact`.
    """

    customer_id: int
    lines: tuple[LineInput, ...] = ()
    contact: str = ""
    project: str = ""
    delivery_address: str = ""
    language: str = "th"
    valid_days: int = 30
    delivery_terms: str = ""
    payment_terms: str = ""
    remarks: str = ""
    deposit_percent: Decimal = Decimal(0)
    follow_up_on: date | None = None
    prices_include_vat: bool = True
    document_discount: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Priced:
    """A content with its money: per line the list price and the goods it is measured by."""

    content: Content
    totals: Totals
    list_prices: tuple[Money | None, ...]
    goods: tuple[Goods | None, ...] = field(repr=False)
    vat_rate: Decimal

    @property
    def groups(self) -> tuple[str, ...]:
        """The product group of each line; empty where it is no product."""
        return tuple(good.product_group if good else "" for good in self.goods)

    @property
    def costs(self) -> tuple[Money | None, ...]:
        """What one unit of each line costs the shop before VAT, where anybody said."""
        lines = zip(self.goods, self.content.lines, strict=True)
        return tuple(good.cost_in(line.unit) if good else None for good, line in lines)

    @property
    def nets(self) -> tuple[Money, ...]:
        """The net of each line, headings zero, a subtotal the sum since the heading above it."""
        priced, running, found = iter(self.totals.lines), Money.ZERO, []
        for line in self.content.lines:
            net = next(priced).net if line.is_priced else Money.ZERO
            if line.kind in ("heading", "subtotal"):
                net, running = (running if line.kind == "subtotal" else net), Money.ZERO
            running += net if line.is_priced else Money.ZERO
            found.append(net)
        return tuple(found)


def check_content(content: Content) -> None:
    """Refuses the first thing that cannot be kept, at its field: `lines.3.quantity` and so on."""
    if len(content.lines) > MOST_LINES:
        raise Refused("too_many_lines", "lines", most=MOST_LINES)
    if content.language not in LANGUAGES:
        raise Refused("bad_choice", "language", value=content.language)
    if not 1 <= content.valid_days <= 365:
        raise Refused("bad_valid_days", "valid_days", days=content.valid_days)
    if not 0 <= content.deposit_percent <= 100:
        raise Refused("bad_percent", "deposit_percent", text=str(content.deposit_percent))
    Discount.parse(content.document_discount, "document_discount")
    for index, line in enumerate(content.lines):
        _check_line(line, f"lines.{index}")


def _check_line(line: LineInput, where: str) -> None:
    if line.kind not in LINE_KINDS:
        raise Refused("bad_choice", f"{where}.kind", value=line.kind)
    if len(line.description) > LONGEST_TEXT:
        raise Refused("text_too_long", f"{where}.description", most=LONGEST_TEXT)
    if not line.is_priced:
        return
    if not line.description.strip():
        raise Refused("description_missing", f"{where}.description")
    if not 0 < line.quantity <= LARGEST_QUANTITY or line.quantity != round(line.quantity, 3):
        raise Refused(
            "bad_quantity",
            f"{where}.quantity",
            text=str(line.quantity),
            lowest=Decimal("0.001"),
            highest=LARGEST_QUANTITY,
        )
    if not Money.ZERO <= line.unit_price <= LARGEST_PRICE:
        raise Refused(
            "bad_price",
            f"{where}.unit_price",
            text=str(line.unit_price),
            lowest=Money.ZERO,
            highest=LARGEST_PRICE,
        )
    discount = Discount.parse(line.discount, f"{where}.discount")
    if discount.exceeds(line.unit_price.times(line.quantity)):
        raise Refused("discount_above_line", f"{where}.discount", text=line.discount)


def price(context: Context, content: Content) -> Priced:
    """Adds the paper up against the list prices of the customer's level on this day."""
    shop = load_shop(context)[0]
    rate = shop.vat_rate(context.today)
    goods = products.goods(context, [line.product_id for line in content.lines if line.product_id])
    level = customers.price_level(context, content.customer_id)
    lists, found, lines = [], [], []
    for index, line in enumerate(content.lines):
        good = goods.get(line.product_id or 0)
        if line.product_id and good is None:
            where = f"lines.{index}.product_id"
            raise Refused("not_found", where, record="product", record_id=line.product_id)
        listed = good.price(level, line.unit, line.quantity, context.today) if good else None
        listed = in_vat_mode(listed, line.vat_class, rate, shop, content.prices_include_vat)
        lists.append(listed)
        found.append(good)
        if line.is_priced:
            lines.append(_price_line(line, listed, good.product_group if good else ""))
    totals = add_up(
        lines,
        rate=rate,
        prices_include_vat=content.prices_include_vat,
        document_discount=Discount.parse(content.document_discount),
    )
    return Priced(content, totals, tuple(lists), tuple(found), rate)


def stored_prices(content: Content, rate: Decimal) -> Priced:
    """The money of a paper as it was stored: its own rate, no look at today's lists."""
    lines = [_price_line(line, None, "") for line in content.lines if line.is_priced]
    totals = add_up(
        lines,
        rate=rate,
        prices_include_vat=content.prices_include_vat,
        document_discount=Discount.parse(content.document_discount),
    )
    nothing = (None,) * len(content.lines)
    return Priced(content, totals, nothing, nothing, rate)


def in_vat_mode(
    listed: Money | None, vat_class: VatClass, rate: Decimal, shop: Shop, include: bool
) -> Money | None:
    """A list price as it reads on a paper that quotes with (or without) VAT."""
    if listed is None or include == shop.prices_include_vat or vat_class is not VatClass.STANDARD:
        return listed
    factor = (100 + rate) / Decimal(100)
    return listed.times(factor) if include else Money.of(listed.baht / factor)


def _price_line(line: LineInput, listed: Money | None, group: str) -> PriceLine:
    return PriceLine(
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=Discount.parse(line.discount),
        vat_class=line.vat_class,
        list_price=listed,
        product_group=group,
        is_free_text=line.kind == "text",
    )


def measured(priced: Priced, approved: Set[int]) -> Totals:
    """The same money, with what it says to authority when these lines (by index) keep prices of
    an approved paper."""
    lines = [
        replace(_price_line(line, listed, group), approved=index in approved)
        for index, (line, listed, group) in enumerate(
            zip(priced.content.lines, priced.list_prices, priced.groups, strict=True)
        )
        if line.is_priced
    ]
    return add_up(
        lines,
        rate=priced.vat_rate,
        prices_include_vat=priced.content.prices_include_vat,
        document_discount=Discount.parse(priced.content.document_discount),
    )


def below_cost(
    priced: Priced, approved: Set[int] = frozenset(), quoted: Money | None = None
) -> bool:
    """Whether any line, after every discount and before VAT, brings less than it costs; what an
    approved paper sells so already is left out.

    `quoted` is what the supplier asks for all of it: that then is the cost, approved or not.
    """
    if quoted is not None:
        return priced.totals.net < quoted
    lines = [index for index, line in enumerate(priced.content.lines) if line.is_priced]
    costs = priced.costs
    for index, total in zip(lines, priced.totals.lines, strict=True):
        cost = None if index in approved else costs[index]
        if cost is not None and total.base < cost.times(priced.content.lines[index].quantity):
            return True
    return False


def margin(priced: Priced, quoted: Money | None = None) -> Money | None:
    """Baht before VAT above cost, which is the supplier's `quoted` one where there is one; None
    where a line's cost is not known."""
    if quoted is not None:
        return priced.totals.net - quoted
    lines = [index for index, line in enumerate(priced.content.lines) if line.is_priced]
    left, costs = Money.ZERO, priced.costs
    for index, total in zip(lines, priced.totals.lines, strict=True):
        cost = costs[index]
        if cost is None:
            return None
        left += total.base - cost.times(priced.content.lines[index].quantity)
    return left


def only_milder(before: Priced, after: Priced) -> bool:
    """Whether a changed paper asks less than before: the approval then outlives the change.

    Total and every discount no higher, what has no list price no cheaper, and nothing else that
    prints is different.
    """
    if after.totals.grand_total > before.totals.grand_total:
        return False
    if _apart_from_money(before.content) != _apart_from_money(after.content):
        return False
    if after.totals.discount_percent > before.totals.discount_percent:
        return False
    cheaper = (
        new < old
        for old, new in zip(_unlisted_prices(before), _unlisted_prices(after), strict=True)
    )
    return not any(cheaper) and all(
        _line_discount(old, index, before) >= _line_discount(new, index, after)
        for index, (old, new) in enumerate(
            zip(before.content.lines, after.content.lines, strict=True)
        )
    )


def _apart_from_money(content: Content) -> Content:
    return replace(
        content,
        follow_up_on=None,
        document_discount="",
        lines=tuple(
            replace(line, quantity=Decimal(1), unit_price=Money.ZERO, discount="")
            if line.is_priced
            else line
            for line in content.lines
        ),
    )


def _unlisted_prices(priced: Priced) -> list[Fraction]:
    """Satang per unit, after every discount, of each line that no list price measures; else 0."""
    totals, found = iter(priced.totals.lines), []
    for line, listed in zip(priced.content.lines, priced.list_prices, strict=True):
        final = next(totals).final.satang if line.is_priced else 0
        bare = listed is None and line.quantity
        found.append(Fraction(final) / Fraction(line.quantity) if bare else Fraction(0))
    return found


def _line_discount(line: LineInput, index: int, priced: Priced) -> Decimal:
    """Percent that a line stands below its list price, before the document discount."""
    listed = priced.list_prices[index]
    if not line.is_priced or not listed or not line.quantity:
        return Decimal(0)
    net = Discount.parse(line.discount).take_from(line.unit_price.times(line.quantity))
    asked = line.unit_price.times(line.quantity) - net
    return 100 - 100 * asked.baht / listed.times(line.quantity).baht
