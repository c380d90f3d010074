"""Which goods of the list a piece of an order message means, best first.

A piece is looked up word by word: every word has the spellings that lists may use, sizes count
most, and what this customer bought before goes before what others buy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from itertools import islice, product
from typing import Any

from crm_desktop.domain.materials import bar_weight
from crm_desktop.domain.thai import search_text, sort_key
from crm_desktop.domain.trade_words import FRACTIONS, HEADS, REBAR_OF_EIGHTHS, SAID
from crm_desktop.domain.wanted import Wanted, spelt
from crm_desktop.services.customers.customers import price_level
from crm_desktop.services.products.product_values import Goods, ProductRow
from crm_desktop.services.products.products import goods, product_by_code, product_rows
from crm_desktop.services.registry import Context, query
from crm_desktop.store import search

OFFERED = 9
LOOKED_AT = 80
READINGS = 8
BOUGHT = 300
SURE = Decimal("0.7")
"""Share of a piece's weight that its best match must cover to be taken as meant."""
ELSEWHERE = Decimal("0.02")
"""What a match loses whose name begins with another word: cement before the cart for it."""
HEAVY, NAMING, PLAIN = 3, 2, 1
GROSS = Decimal(12)

Spellings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a piece with every spelling that lists may have for it, the usual one first."""

    spellings: Spellings
    weight: int

    def rank_in(self, text: str) -> int | None:
        """Which spelling stands in the text; None for none. All parts of a spelling must."""
        for rank, spelling in enumerate(self.spellings):
            if all(_stands(part, text) for part in spelling.split(" ")):
                return rank
        return None


@dataclass(frozen=True, slots=True)
class Match:
    """One product that may be meant: so many of `unit`; `share` of the words fit it.

    `fits` says that the wanted unit is one of its own or was reckoned into one, `reckoned` that
    the quantity is another number than the written one.
    """

    product: ProductRow
    quantity: Decimal
    unit: str
    share: Decimal
    fits: bool
    reckoned: bool
    bought: bool
    names_alike: int = 1


@dataclass(frozen=True, slots=True)
class Matched:
    """A piece with what it may mean; `doubts` are codes of why the first is not sure."""

    wanted: Wanted
    matches: tuple[Match, ...]
    doubts: tuple[str, ...]


@query("product.read")
def match_wanted(
    context: Context, wanted: tuple[Wanted, ...], customer_id: int = 0
) -> tuple[Matched, ...]:
    """For each piece up to nine products, at the prices of the customer's level; pieces that name
    no goods come back without any."""
    bought = _bought(context, customer_id) if customer_id else {}
    return tuple(_matched(context, each, bought, customer_id) for each in wanted)


def _bought(context: Context, customer_id: int) -> dict[int, str]:
    """What this customer was quoted or sold lately, with the text it is found by."""
    line, document = context.t.document_line, context.t.document
    papers = (
        document.select(document.c.id)
        .where(document.c.customer_id == customer_id)
        .order_by(document.c.id.desc())
        .limit(50)
    )
    ids = [row[0] for row in papers.tuples()]
    rows = line.select(line.c.product_id).where(
        line.c.document_id.in_(ids), line.c.product_id.is_null(False)
    )
    found = list(dict.fromkeys(row[0] for row in rows.tuples()))[:BOUGHT] if ids else []
    return _texts(context, found)


def _texts(context: Context, ids: Iterable[int]) -> dict[int, str]:
    return search.texts(context.store, "product", ids)


def _matched(
    context: Context, wanted: Wanted, bought: Mapping[int, str], customer_id: int
) -> Matched:
    if wanted.is_aside:
        return Matched(wanted, (), ())
    exact = product_by_code(context, wanted.code or wanted.words, customer_id)
    rows: tuple[ProductRow, ...]
    if exact is not None:
        rows, shares = (exact,), {exact.id: Decimal(1)}
    else:
        words = words_of(spelt(wanted.words or wanted.code))
        shares = _scores(context, words, bought)
        best = islice(sorted(shares, key=lambda each: (-shares[each], -each)), 4 * OFFERED)
        rows = product_rows(context, tuple(best), price_level(context, customer_id))
    known = goods(context, [row.id for row in rows])
    found = [_match(row, known[row.id], wanted, shares[row.id], row.id in bought) for row in rows]
    found.sort(key=_order, reverse=True)
    found = _alike(found)
    return Matched(wanted, tuple(found[:OFFERED]), _doubts(wanted, found, exact is not None))


def _order(match: Match) -> tuple[Any, ...]:
    stock = match.product.stock or Decimal(0)
    enough = 2 if stock >= match.quantity > 0 else int(stock > 0)
    share = match.share if match.fits else match.share - Decimal("0.15")
    return round(share, 2), match.bought, enough, stock, -len(match.product.name)


def _alike(found: list[Match]) -> list[Match]:
    """How many stand level with the first: then it was only one of several."""
    if not found:
        return found
    first = found[0]
    level = [m for m in found if m.share == first.share and m.bought == first.bought]
    count = len(level)
    return [_with(found[0], count), *found[1:]]


def _with(match: Match, alike: int) -> Match:
    return Match(
        match.product, match.quantity, match.unit, match.share, match.fits, match.reckoned,
        match.bought, alike,
    )  # fmt: skip


def _doubts(wanted: Wanted, found: list[Match], exact: bool) -> tuple[str, ...]:
    if not found:
        return ("match_none",)
    first, doubts = found[0], list[str]()
    if not first.fits:
        doubts.append("match_unit")
    elif first.reckoned and wanted.measure is None:
        doubts.append("match_reckoned")
    if wanted.quantity is None and wanted.measure is None:
        doubts.append("match_no_quantity")
    elif wanted.more:
        doubts.append("match_more")
    if not exact and first.share < SURE:
        doubts.append("match_partly")
    elif not exact and first.names_alike > 1:
        doubts.append("match_several")
    return tuple(doubts)


# What a product would be sold as --------------------------------------------------------------


def _match(row: ProductRow, good: Goods, wanted: Wanted, share: Decimal, bought: bool) -> Match:
    quantity, unit, fits = in_units_of(good, wanted)
    reckoned = wanted.quantity is not None and quantity != wanted.quantity
    return Match(row, quantity, unit, share, fits, reckoned, bought)


def in_units_of(good: Goods, wanted: Wanted) -> tuple[Decimal, str, bool]:
    """Quantity and unit as the product is sold, and whether the wanted unit could be met.

    Floor area becomes whole boxes by the product's own factor, tons of steel whole bars by
    weight, a dozen twelve; a unit that the product knows stays as it was said.
    """
    asked = wanted.quantity if wanted.quantity is not None else Decimal(1)
    if wanted.measure is not None:
        factor = good.factor(wanted.measured_in)
        if factor is not None:
            return _whole(wanted.measure * factor), good.unit, True
    if not wanted.unit or wanted.unit == good.unit:
        return asked, good.unit, True
    factor = good.factor(wanted.unit)
    if factor is not None:
        if wanted.unit == "ตร.ม.":
            return _whole(asked * factor), good.unit, True
        return asked, wanted.unit, True
    if wanted.unit == "โหล":
        return asked * GROSS, good.unit, True
    weight = bar_weight(good.name) if wanted.unit in ("ตัน", "กก.") else None
    if weight:
        kilos = asked * (1000 if wanted.unit == "ตัน" else 1)
        return _whole(kilos / weight), good.unit, True
    return asked, good.unit, False


def _whole(number: Decimal) -> Decimal:
    return number.to_integral_value(ROUND_CEILING)


# Words and their spellings --------------------------------------------------------------------


_SIZE = re.compile(
    r"(?P<dims>[\d./]+(?:x[\d./]+)+)(?: (?P<of>\S+))?"
    r"|(?P<code>[a-z]+-?\d[\w./-]*)"
    r"|(?P<number>(?:\d+ )?\d+/\d+|\d[\d,]*(?:\.\d+)?)(?: ?(?P<unit>[^\s\d]+))?"
)
_UNITS = frozenset(
    (
        "มม.",
        "ซม.",
        "นิ้ว",
        "หุน",
        "กก.",
        "เมตร",
        "ลิตร",
        "ฟุต",
        "วัตต์",
        "แอมป์",
        "โวลต์",
        "ช่อง",
        "ขั้น",
        "ตร.มม.",
    )
) | {"กรัม", "ออนซ์", "หลุม", "ทาง", "องศา", "p", "k", "หลา"}
_SHORT = {"เมตร": "ม.", "แอมป์": "a", "โวลต์": "v", "วัตต์": "w"}
_LONGEST_SAID = sorted(SAID, key=len, reverse=True)
_SAID = re.compile("|".join(map(re.escape, _LONGEST_SAID)))
_FRACTION_SIGNS = {plain: sign for sign, plain in FRACTIONS.items()}


@lru_cache(maxsize=2_000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a piece with their spellings; steel's sizes become its bars."""
    plain, found = search_text(text), list[Word]()
    is_steel = "เหล็ก" in plain or "rebar" in plain
    at = 0
    while at < len(plain):
        hit = _SIZE.match(plain, at)
        if hit and (at == 0 or not plain[at - 1].isdigit()):
            used, word = _size(hit, is_steel and _may_be_bar(plain))
            found.append(word)
            at = used
            continue
        end = next((n for n in range(at, len(plain)) if plain[n] == " " or _begins(plain, n, at)),
                   len(plain))  # fmt: skip
        found += _names(plain[at:end])
        at = max(end, at + 1) if end == at else end
        while at < len(plain) and plain[at] == " ":
            at += 1
    return tuple(dict.fromkeys(found))


def _begins(plain: str, here: int, start: int) -> bool:
    return here > start and plain[here].isdigit() and not plain[here - 1].isascii()


def _may_be_bar(plain: str) -> bool:
    """Whether steel is meant that is sold by its diameter."""
    return not any(shape in plain for shape in ("กล่อง", "ตัวซี", "ฉาก", "บีม", "แผ่น", "ท่อ", "ราง"))


def _size(hit: re.Match[str], bar: bool) -> tuple[int, Word]:
    if hit["dims"]:
        of = hit["of"] if hit["of"] in _UNITS else ""
        end = hit.end() if of or not hit["of"] else hit.start("of")
        return end, Word(tuple(dict.fromkeys(_dims(hit["dims"]))), HEAVY)
    if hit["code"]:
        return hit.end(), Word((hit["code"],), HEAVY)
    number, unit = hit["number"].replace(",", ""), hit["unit"] or ""
    if unit not in _UNITS:
        end = hit.end("number")
        return end, Word(tuple(_numbers(number, "")), PLAIN)
    return hit.end(), Word(tuple(dict.fromkeys(_sized(number, unit, bar))), HEAVY)


def _dims(text: str) -> Iterator[str]:
    for sign in ("x", "×", "*"):
        yield text.replace("x", sign)
    first, *rest = text.split("x")
    if len(rest) == 1:
        for sign in ("x", "×"):
            yield f"{rest[0]}{sign}{first}"


def _sized(number: str, unit: str, bar: bool) -> Iterator[str]:
    """A size as lists may write it: bars by their diameter, หุน as parts of an inch."""
    if bar and unit in ("มม.", "หุน"):
        millimetres = REBAR_OF_EIGHTHS.get(number) if unit == "หุน" else number
        if millimetres:
            yield from (f"db{millimetres}", f"rb{millimetres}")
    if unit == "หุน" and number.isdigit():
        above, below = int(number), 8
        while above % 2 == 0 and below > 1:
            above, below = above // 2, below // 2
        whole = str(above) if below == 1 else f"{above}/{below}"
        yield from _numbers(whole, "นิ้ว")
    yield from _numbers(number, unit)
    if unit == "มม." and not bar:
        yield f"{number}มม"


def _numbers(number: str, unit: str) -> Iterator[str]:
    spelt = [number]
    whole, _, part = number.rpartition(" ")
    if part in _FRACTION_SIGNS:
        spelt = [f"{whole}{_FRACTION_SIGNS[part]}", number]
    for each in spelt:
        for name in filter(None, (unit, _SHORT.get(unit, ""))) if unit else ("",):
            yield f"{each}~{name}" if name else each


def _names(word: str) -> Iterator[Word]:
    """A run of letters as the words that lists have: what is said so, and the rest as it is."""
    at = 0
    for hit in _SAID.finditer(word):
        yield from _rest(word[at : hit.start()])
        meant = SAID[hit[0]]
        yield Word(tuple(dict.fromkeys((*meant, hit[0]))), NAMING)
        at = hit.end()
    yield from _rest(word[at:])


def _rest(word: str) -> Iterator[Word]:
    word = word.strip("().,:-")
    for before in ("ยี่ห้อ", "ตรา", "รุ่น", "ขนาด", "ชนิด", "แบบ", "หนา", "ยาว"):
        if word.startswith(before) and word != before:
            word = word.removeprefix(before)
    head = next(
        (each for each in sorted(HEADS, key=len, reverse=True) if word.startswith(each)), ""
    )
    if head and len(word) > len(head) + 1:
        yield Word((word, f"{head} {word[len(head) :]}"), NAMING)
    elif len(word) > 1:
        yield Word((word,), NAMING if head else PLAIN)


_EDGES: dict[str, re.Pattern[str]] = {}


@lru_cache(maxsize=5_000)
def _edge(part: str) -> re.Pattern[str]:
    """A number must not be the end or beginning of a longer one; ~ is a space or none."""
    before = r"(?<![\d.,/])" if part[0].isdigit() else ""
    behind = r"(?![\d/]|[.,]\d)" if part[-1].isdigit() else ""
    return re.compile(before + re.escape(part).replace("\\~", " ?").replace("~", " ?") + behind)


def _stands(part: str, text: str) -> bool:
    if "~" in part or any(each.isdigit() for each in part):
        return _edge(part).search(text) is not None
    return part in text


# Looking up -----------------------------------------------------------------------------------


def _scores(
    context: Context, words: tuple[Word, ...], bought: Mapping[int, str]
) -> dict[int, Decimal]:
    """The share of the words that each candidate has; only those that have any."""
    if not words:
        return {}
    texts = {**_texts(context, _candidates(context, words)), **bought}
    whole, found = Decimal(sum(each.weight for each in words)), {}
    for product_id, text in texts.items():
        share = _covered(words, text) / whole
        if share >= Decimal("0.34"):
            found[product_id] = share
    return found


def _covered(words: tuple[Word, ...], text: str) -> Decimal:
    """The weight of the words that stand in a text; a name that begins as they do fits better."""
    total, begins = Decimal(0), False
    for word in words:
        rank = word.rank_in(text)
        if rank is not None:
            total += word.weight - Decimal(rank) * word.weight / 20
            begins = begins or text.startswith(word.spellings[rank].partition(" ")[0])
    return total if begins else total * (1 - ELSEWHERE)


def _candidates(context: Context, words: tuple[Word, ...]) -> list[int]:
    """Ids that the search finds for all of it, then for less and less of it, sizes kept longest;
    for one word also the first names that begin so."""
    store, found = context.store, dict[int, None]()
    usual = [word.spellings[0].replace("~", " ") for word in words]
    found.update(dict.fromkeys(search.holding(store, "product", [" ".join(usual)], LOOKED_AT)))
    for kept in _fewer(words):
        for reading in islice(product(*(word.spellings for word in kept)), READINGS):
            parts = [part.replace("~", " ") for said in reading for part in said.split(" ")]
            found.update(dict.fromkeys(search.holding(store, "product", parts, LOOKED_AT)))
        if len(found) >= OFFERED:
            break
    if len(words) == 1:
        found.update(dict.fromkeys(_beginning(context, usual[0].partition(" ")[0])))
    return list(found)[: 3 * LOOKED_AT]


def _beginning(context: Context, word: str) -> list[int]:
    """The first products by name whose name begins with a word."""
    key, table = sort_key(word), context.t.product
    rows = table.select(table.c.id).where(
        table.c.sort_key >= key, table.c.sort_key < key + search.HIGHEST, table.c.active == 1
    )
    return [row[0] for row in rows.order_by(table.c.sort_key).limit(LOOKED_AT).tuples()]


def _fewer(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    yield words
    lightest = sorted(words, key=lambda each: each.weight)
    if len(words) > 1:
        for left_out in lightest:
            yield tuple(each for each in words if each is not left_out)
    if len(words) > 2:
        for each in sorted(words, key=lambda each: -each.weight):
            yield (each,)
