"""How much material a job takes: rules of the trade as a table, exact, and said in words.

Quantities are what is bought: whole boxes, bags, sheets, bars, rounded up. Every rule names the
source of its figures; what a shop's own product says of itself goes before any of them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from crm_desktop.domain.errors import Refused

D = Decimal
HUNDRED = Decimal(100)
MOST = Decimal(1_000_000)

Given = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Need:
    """Goods that a job takes: `words` to look for, `quantity` in `unit`; `measure` is what must be
    met where a product's own factor says how many, in `measured_in`."""

    words: str
    quantity: Decimal
    unit: str
    measure: Decimal | None = None
    measured_in: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reckoning: a message code with its figures."""

    code: str
    values: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a job takes and how that was found."""

    needs: tuple[Need, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that a rule asks for, by its message code, with what usually holds; None where it
    must be typed. One of `instead` may be given in its place."""

    key: str
    usual: Decimal | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A job: its key, what it asks for, and how it is reckoned."""

    key: str
    asks: tuple[Asked, ...]
    reckon: Callable[[Given], Reckoned]


def reckon(rule: Rule, given: Mapping[str, Decimal | None]) -> Reckoned:
    """What the job takes; Refused at the figure that is missing or cannot be."""
    known: dict[str, Decimal] = {}
    for each in rule.asks:
        value = given.get(each.key)
        if value is None:
            value = each.usual
        if value is None:
            if each.optional:
                continue
            raise Refused("value_needed", each.key, label="")
        if not (0 if _may_be_zero(each) else D("0.001")) <= value <= MOST:
            raise Refused("bad_figure", each.key, value=value, highest=MOST)
        known[each.key] = value
    return rule.reckon(known)


def _may_be_zero(each: Asked) -> bool:
    return each.key in ("waste", "openings", "skirting", "spare") or each.optional


def whole(number: Decimal | Fraction) -> Decimal:
    """The next whole number up: nobody sells half a bag."""
    exact = Fraction(number)
    return Decimal(-(-exact.numerator // exact.denominator))


def hundredths(number: Decimal | Fraction) -> Decimal:
    """To two places, up: what is needed must be enough."""
    return whole(Fraction(number) * 100) / HUNDRED


def with_waste(amount: Decimal, percent: Decimal) -> Decimal:
    """The amount and so many percent of cuttings more."""
    return amount * (HUNDRED + percent) / HUNDRED


def _area(given: Given) -> tuple[Decimal, list[Step]]:
    """Square metres: typed, or by the sides of a room; less doors and windows."""
    steps = []
    if "area" in given:
        area = given["area"]
    elif "length" in given and "width" in given:
        area = given["length"] * given["width"]
        sides = (("length", given["length"]), ("width", given["width"]), ("area", area))
        steps.append(Step("reckon_sides", sides))
    else:
        raise Refused("area_needed", "area")
    openings = given.get("openings", D(0))
    if openings:
        if openings >= area:
            raise Refused("bad_figure", "openings", value=openings, highest=area)
        area -= openings
        steps.append(Step("reckon_openings", (("openings", openings), ("area", area))))
    return area, steps


SURFACE = (
    Asked("area", optional=True),
    Asked("length", optional=True),
    Asked("width", optional=True),
    Asked("openings", optional=True),
)


def tiles(given: Given) -> Reckoned:
    """Boxes of tiles: area ÷ coverage of a box, with waste, whole boxes; skirting is cut from the
    same tiles. 5 % for straight laying and 10 % for diagonal are what Thai tile makers print on
    their boxes; tile adhesive 20 kg ÷ 4 kg/m² (6 mm notched trowel) and grout 1 kg ÷ 0.25 kg/m²
    are of the makers' data sheets for 60x60 cm."""
    area, steps = _area(given)
    if given.get("skirting"):
        strip = given["skirting"] * D("0.1")
        area += strip
        steps.append(Step("reckon_skirting", (("skirting", given["skirting"]), ("area", area))))
    needed = hundredths(with_waste(area, given["waste"]))
    boxes = whole(Fraction(needed) / Fraction(given["box"]))
    steps += [
        Step("reckon_waste", (("waste", given["waste"]), ("area", needed))),
        Step("reckon_boxes", (("box", given["box"]), ("count", boxes))),
    ]
    adhesive = whole(Fraction(area) * 4 / 20)
    grout = whole(Fraction(area) / 4)
    needs = (
        Need("กระเบื้อง", boxes, "กล่อง", needed, "ตร.ม."),
        Need("กาวซีเมนต์ปูกระเบื้อง", adhesive, "ถุง"),
        Need("ยาแนวกระเบื้อง", grout, "ถุง"),
    )
    return Reckoned(needs, tuple(steps))


def paint(given: Given) -> Reckoned:
    """Pails of paint: area × coats ÷ spreading rate. 30–35 m² a gallon and coat, that is 9 m² a
    litre, is the rate on Thai acrylic pails (TIS 2321); primer one coat at the same rate."""
    area, steps = _area(given)
    litres = hundredths(Fraction(area) * Fraction(given["coats"]) / Fraction(given["spread"]))
    pails = whole(Fraction(litres) / Fraction(given["pail"]))
    primer = whole(Fraction(area) / Fraction(given["spread"]) / Fraction(given["pail"]))
    figures = (("coats", given["coats"]), ("spread", given["spread"]), ("litres", litres))
    steps.append(Step("reckon_paint", figures))
    steps.append(Step("reckon_pails", (("pail", given["pail"]), ("count", pails))))
    size = f"{given['pail'].normalize():f} ลิตร"
    needs = (
        Need(f"สีน้ำอะคริลิก {size}", pails, "ถัง"),
        Need(f"สีรองพื้นปูนใหม่ {size}", primer, "ถัง"),
    )
    return Reckoned(needs, tuple(steps))


@dataclass(frozen=True, slots=True)
class Masonry:
    """What a square metre of wall takes: pieces, and square metres to one bag of mortar."""

    words: str
    pieces: Decimal
    mortar: str
    area_of_bag: Decimal


WALLS = {
    "aac": Masonry("อิฐมวลเบา 20x60x7.5", D("8.33"), "ปูนก่ออิฐมวลเบา", D(20)),
    "block": Masonry("อิฐบล็อก 7 ซม.", D("12.5"), "ปูนผสม", D(5)),
    "clay": Masonry("อิฐมอญ", D(135), "ปูนผสม", D("2.5")),
}


def wall(kind: str) -> Callable[[Given], Reckoned]:
    """Blocks and mortar of a wall. Pieces follow from their face with joints: AAC 20×60 cm and
    3 mm 8.33, block 19×39 and 1 cm 12.5, clay brick of half its depth 135 to a m²; a 40–50 kg bag
    of mortar lays 20 m² of AAC, 5 of block, 2.5 of brick (makers' tables of dry mortar)."""
    walled = WALLS[kind]

    def found(given: Given) -> Reckoned:
        area, steps = _area(given)
        pieces = whole(Fraction(with_waste(area * walled.pieces, given["waste"])))
        bags = whole(Fraction(area) / Fraction(walled.area_of_bag))
        figures = (("per", walled.pieces), ("waste", given["waste"]), ("count", pieces))
        steps.append(Step("reckon_pieces", figures))
        steps.append(Step("reckon_mortar", (("per", walled.area_of_bag), ("count", bags))))
        needs = (Need(walled.words, pieces, "ก้อน"), Need(walled.mortar, bags, "ถุง"))
        return Reckoned(needs, tuple(steps))

    return found


def plaster(given: Given) -> Reckoned:
    """Bags of plaster: a 40 kg bag of ready mix gives 0.025 m³, so 2.5 m² at 10 mm (makers'
    tables); thicker coats in proportion, 5 % waste."""
    area, steps = _area(given)
    volume = with_waste(area * given["thickness"] / 1000, given["waste"])
    bags = whole(Fraction(volume) / Fraction("0.025"))
    figures = (("thickness", given["thickness"]), ("waste", given["waste"]), ("count", bags))
    steps.append(Step("reckon_plaster", figures))
    return Reckoned((Need("ปูนฉาบ", bags, "ถุง"),), tuple(steps))


def _volume(given: Given) -> tuple[Decimal, list[Step]]:
    """Cubic metres of a slab: length × width × thickness in centimetres, or as typed."""
    if "volume" in given:
        return given["volume"], []
    if not {"length", "width", "depth"} <= given.keys():
        raise Refused("volume_needed", "volume")
    sides = tuple((key, given[key]) for key in ("length", "width", "depth"))
    volume = hundredths(given["length"] * given["width"] * given["depth"] / 100)
    return volume, [Step("reckon_volume", (*sides, ("volume", volume)))]


BULK = (
    Asked("volume", optional=True),
    Asked("length", optional=True),
    Asked("width", optional=True),
    Asked("depth", optional=True),
    Asked("waste", D(5)),
)


def concrete(given: Given) -> Reckoned:
    """Concrete 1:2:4 mixed on the site: 320 kg of cement, 0.45 m³ of sand and 0.9 m³ of stone to a
    cubic metre (EIT 1014 and the cement makers' mix tables), cement in bags of 50 kg."""
    volume, steps = _volume(given)
    volume = hundredths(with_waste(volume, given["waste"]))
    bags = whole(Fraction(volume) * 320 / 50)
    sand, stone = (hundredths(Fraction(volume) * Fraction(each)) for each in ("0.45", "0.9"))
    steps.append(Step("reckon_bulk", (("waste", given["waste"]), ("volume", volume))))
    steps.append(Step("reckon_mix", (("count", bags), ("sand", sand), ("stone", stone))))
    needs = (
        Need("ปูนโครงสร้าง 50 กก.", bags, "ถุง"),
        Need("ทรายหยาบ", sand, "คิว"),
        Need("หิน 1", stone, "คิว"),
    )
    return Reckoned(needs, tuple(steps))


def ready_mix(given: Given) -> Reckoned:
    """Ready-mixed concrete comes by the quarter of a cubic metre (plants' order sheets)."""
    volume, steps = _volume(given)
    volume = hundredths(with_waste(volume, given["waste"]))
    ordered = whole(Fraction(volume) * 4) / 4
    steps.append(Step("reckon_bulk", (("waste", given["waste"]), ("volume", volume))))
    steps.append(Step("reckon_ready", (("volume", ordered),)))
    return Reckoned((Need("คอนกรีตผสมเสร็จ", ordered, "คิว"),), tuple(steps))


def roof(given: Given) -> Reckoned:
    """Roof sheets: area along the slope ÷ what a sheet covers beside its laps. A 50×120 cm double
    wave sheet covers 0.45 m² with 20 cm end lap and one wave at the side (makers' leaflets)."""
    area, steps = _area(given)
    needed = hundredths(with_waste(area, given["waste"]))
    sheets = whole(Fraction(needed) / Fraction(given["sheet"]))
    steps.append(Step("reckon_waste", (("waste", given["waste"]), ("area", needed))))
    steps.append(Step("reckon_sheets", (("sheet", given["sheet"]), ("count", sheets))))
    return Reckoned((Need("กระเบื้องลอนคู่", sheets, "แผ่น", needed, "ตร.ม."),), tuple(steps))


def gypsum(given: Given) -> Reckoned:
    """Gypsum boards of 1.2×2.4 m, 2.88 m² each; C-line of 4 m every 60 cm across and 1.2 m along
    (0.65 bar to a m²) and 20 screws to a m² (makers' ceiling manuals)."""
    area, steps = _area(given)
    needed = hundredths(with_waste(area, given["waste"]))
    boards = whole(Fraction(needed) / Fraction(given["sheet"]))
    bars = whole(Fraction(area) * Fraction("0.65"))
    screws = whole(Fraction(area) * 20 / 1000)
    steps.append(Step("reckon_waste", (("waste", given["waste"]), ("area", needed))))
    steps.append(Step("reckon_sheets", (("sheet", given["sheet"]), ("count", boards))))
    needs = (
        Need("แผ่นยิปซัม 9 มม.", boards, "แผ่น", needed, "ตร.ม."),
        Need("โครงซีไลน์", bars, "เส้น"),
        Need("สกรูยิปซัม 1 นิ้ว", screws, "กล่อง"),
    )
    return Reckoned(needs, tuple(steps))


def kilos_per_metre(diameter: Decimal) -> Decimal:
    """Mass of a round steel bar in kg/m by its diameter in mm, as tables round it: TIS 20-2559 and
    TIS 24-2559 reckon 0.00616 d²."""
    return (diameter * diameter * D("0.006165")).quantize(D("0.001"))


def steel(given: Given) -> Reckoned:
    """Bars for so many kilograms or tons of steel, by the mass of a metre."""
    each = kilos_per_metre(given["diameter"]) * given["bar"]
    bars = whole(Fraction(given["kilos"]) / Fraction(each))
    figures = (("diameter", given["diameter"]), ("per", each), ("kilos", given["kilos"]))
    steps = (Step("reckon_steel", (*figures, ("count", bars))),)
    return Reckoned((Need(f"เหล็ก {given['diameter'].normalize():f} มิล", bars, "เส้น"),), steps)


def steel_weight(given: Given) -> Reckoned:
    """The mass of so many bars; they stay bars, for nobody counts by weight what is cut."""
    each = kilos_per_metre(given["diameter"]) * given["bar"]
    kilos = hundredths(each * given["bars"])
    figures = (("diameter", given["diameter"]), ("bars", given["bars"]), ("kilos", kilos))
    need = Need(f"เหล็ก {given['diameter'].normalize():f} มิล", whole(given["bars"]), "เส้น")
    return Reckoned((need,), (Step("reckon_weight", figures),))


_BAR = re.compile(r"(?:DB|RB|db|rb)\s?(\d{1,2})\b")
_LONG = re.compile(r"(?:ยาว\s*)?(\d{1,2}(?:\.\d)?)\s*(?:ม\.|เมตร|m\b)")


def bar_weight(name: str) -> Decimal | None:
    """Kilograms of one bar by what its name says of diameter and length; 10 m where it says none,
    None for what is no round bar."""
    diameter, length = _BAR.search(name), _LONG.search(name)
    if diameter is None:
        return None
    return kilos_per_metre(D(diameter[1])) * D(length[1] if length else 10)


_WASTE = Asked("waste", D(5))
RULES: dict[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule("tiles", (*SURFACE, Asked("box", D("1.44")), _WASTE, Asked("skirting", optional=True)),
             tiles),
        Rule("paint", (*SURFACE, Asked("coats", D(2)), Asked("spread", D(9)), Asked("pail", D(18))),
             paint),
        Rule("wall_aac", (*SURFACE, _WASTE), wall("aac")),
        Rule("wall_block", (*SURFACE, _WASTE), wall("block")),
        Rule("wall_clay", (*SURFACE, _WASTE), wall("clay")),
        Rule("plaster", (*SURFACE, Asked("thickness", D(10)), _WASTE), plaster),
        Rule("concrete", BULK, concrete),
        Rule("ready_mix", BULK, ready_mix),
        Rule("roof", (*SURFACE, Asked("sheet", D("0.45")), _WASTE), roof),
        Rule("gypsum", (*SURFACE, Asked("sheet", D("2.88")), _WASTE), gypsum),
        Rule("steel", (Asked("kilos"), Asked("diameter", D(12)), Asked("bar", D(10))), steel),
        Rule("steel_weight", (Asked("bars"), Asked("diameter", D(12)), Asked("bar", D(10))),
             steel_weight),
    )
}  # fmt: skip
"""Every job by its key, in the order in which they are offered."""

DIAGONAL = Decimal(10)
"""Percent of cuttings where tiles are laid diagonally."""
