"""The customers of the demo shop: the first ones come through the door, the masses in bulk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from operator import mul
from random import Random

from crm_desktop.demo.stage import Stage, words
from crm_desktop.domain.money import Money
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.customers.consents import GiveConsent
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import AddCustomerNote, SaveCustomer
from crm_desktop.services.places import Address

THROUGH_THE_DOOR = 500
WEIGHTS = range(13, 1, -1)
CASH_ROOM = 10_000_000
ODDEST = 9_000
LATE_PAYERS = ("overdue", "blocked")
Credit = tuple[str, int, SetCredit | None]
OFFICERS = {"01": ("somchai", "kanya", "piti"), "02": ("malee", "ekachai")}
SEGMENTS = {
    "company": ("ผู้รับเหมา", "โครงการ", "ร้านค้าช่วง", "โรงงาน"),
    "person": ("เจ้าของบ้าน", "เจ้าของบ้าน", "ช่าง", "ผู้รับเหมารายย่อย"),
}
LEVEL_OF = {
    "ผู้รับเหมา": "contractor",
    "โครงการ": "project",
    "ร้านค้าช่วง": "wholesale",
    "โรงงาน": "project",
    "เจ้าของบ้าน": "retail",
    "ช่าง": "contractor",
    "ผู้รับเหมารายย่อย": "contractor",
}
MOBILES = tuple(f"0{two}" for two in (*range(61, 66), *range(80, 100)))


@dataclass(frozen=True, slots=True)
class Client:
    """A customer that papers and visits are played with; `credit` is cash, ok or what is wrong.

    `room` is what they may still buy for before credit is over its limit, in baht, `finance` the
    word about it that the accounts gave at first.
    """

    id: int
    branch: str
    officer: int
    level: str
    credit: str
    contact: str
    room: int
    finance: SetCredit | None
    rhythm: str = ""


def gather(stage: Stage, wanted: int) -> tuple[Client, ...]:
    """Takes the customers in; credit of some is overdue, over its limit or blocked."""
    luck = stage.luck("customers")
    clients = []
    makes = invented(luck, stage.people)
    for number in range(min(wanted, THROUGH_THE_DOOR)):
        branch, command = next(makes)
        officer = command.owner_id or 0
        customer_id = stage.do(officer, command)
        contact = command.contacts[0].name if command.contacts else command.full_name
        level = command.price_level
        credit = _credit(stage, customer_id, command, number)
        known = (customer_id, branch, officer, level, credit[0], contact, *credit[1:])
        clients.append(Client(*known, command.rhythm or ""))
        _remember(stage, customer_id, officer, luck)
    if wanted > THROUGH_THE_DOOR:
        from crm_desktop.demo import crowd

        crowd.take_in(stage, wanted - THROUGH_THE_DOOR)
    return tuple(clients)


def invented(
    luck: Random, people: Mapping[str, int], first: int = 1
) -> Iterator[tuple[str, SaveCustomer]]:
    """Customers without end, each with the code of the branch it belongs to."""
    for number in count(first):
        branch = "01" if luck.random() < 0.65 else "02"
        officer = people[luck.choice(OFFICERS[branch])]
        make = _company if luck.random() < 0.35 else _person
        yield branch, make(luck, number, branch, officer)


def _rhythm(segment: str, number: int) -> str:
    """Who buys often is met often; of a crowd one in a hundred has a class at all."""
    if number > THROUGH_THE_DOOR and number % 100:
        return ""
    classes = {"ผู้รับเหมา": "AB", "โครงการ": "AAB", "ร้านค้าช่วง": "BC", "โรงงาน": "BC", "ช่าง": "C"}
    offered = classes.get(segment, "")
    return offered[number % len(offered)] if offered else ""


def _company(luck: Random, number: int, branch: str, officer: int) -> SaveCustomer:
    listed = words("customers")
    words_of_it = 2 if number <= THROUGH_THE_DOOR else 3
    name = "".join((*luck.sample(listed["firms"], words_of_it), luck.choice(listed["works"])))
    form = luck.choice(("บริษัท {} จำกัด", "บริษัท {} จำกัด", "หจก. {}", "ร้าน {}"))
    segment = luck.choice(SEGMENTS["company"])
    person = _full_name(luck, number)
    contacts = (Contact(person, luck.choice(listed["duties"]), _mobile(luck)),)
    address = _address(luck, branch)
    return SaveCustomer(
        id=None,
        version=0,
        kind="company",
        full_name=form.format(name),
        phones=(_landline(luck),),
        tax_number=_tax_number(f"0{luck.choice('145')}055", number),
        tax_branch="00000" if luck.random() < 0.85 else f"{luck.randint(1, 12):05d}",
        contacts=contacts,
        addresses=(address, *_site(luck, branch)),
        email=f"office{number}@example.com" if luck.random() < 0.5 else "",
        segment=segment,
        zone=address.district,
        price_level=LEVEL_OF[segment],
        owner_id=officer,
        rhythm=_rhythm(segment, number),
    )


def _person(luck: Random, number: int, branch: str, officer: int) -> SaveCustomer:
    segment = luck.choice(SEGMENTS["person"])
    name = _full_name(luck, number)
    if segment == "ช่าง":
        name = f"{name} ({luck.choice(words('customers')['trades'])})"
    known = luck.random()
    address = _address(luck, branch)
    return SaveCustomer(
        id=None,
        version=0,
        kind="person",
        full_name=name if known < 0.5 else f"คุณ{name}",
        phones=(_mobile(luck),),
        tax_number=_tax_number("3400", number) if known < 0.2 else "",
        addresses=(address,) if known < 0.7 else (),
        line_id=f"line{number}" if luck.random() < 0.3 else "",
        segment=segment,
        zone=address.district,
        price_level=LEVEL_OF[segment],
        owner_id=officer,
        rhythm=_rhythm(segment, number),
    )


def _full_name(luck: Random, number: int) -> str:
    """In a crowd there are as many surnames as a province has: two words make one."""
    listed = words("customers")
    given = luck.choice(listed["men"] if luck.random() < 0.6 else listed["women"])
    if number <= THROUGH_THE_DOOR:
        return f"{given} {luck.choice(listed['surnames'])}"
    first, second = (luck.choice(listed[part]) for part in ("surname_begins", "surname_ends"))
    return f"{given} {first}{second}"


def _tax_number(head: str, number: int) -> str:
    """A number with a good check digit, each only once."""
    digits = head + f"{number * 7_919 % 10**8:08d}"[-(12 - len(head)) :]
    weighed = sum(map(mul, map(int, digits), WEIGHTS))
    return f"{digits}{(11 - weighed % 11) % 10}"


def _mobile(luck: Random) -> str:
    return f"{luck.choice(MOBILES)}-{luck.randint(100, 999)}-{luck.randint(0, 9999):04d}"


def _landline(luck: Random) -> str:
    return f"04{luck.choice('234')}-{luck.randint(200, 399)}-{luck.randint(0, 999):03d}"


def _address(luck: Random, branch: str, use: str = "billing") -> Address:
    listed = words("customers")
    provinces = listed["home"][branch] if luck.random() < 0.85 else listed["far"]
    subdistrict, district, province, postcode = luck.choice(_places(luck.choice(provinces)))
    return Address(
        use=use,
        label="หน้างาน" if use == "delivery" else "",
        house=f"{luck.randint(1, 399)}/{luck.randint(1, 99)}",
        moo=str(luck.randint(1, 15)) if luck.random() < 0.6 else "",
        building=luck.choice(listed["villages"]) if luck.random() < 0.25 else "",
        road=luck.choice(listed["roads"]) if luck.random() < 0.5 else "",
        subdistrict=subdistrict,
        district=district,
        province=province,
        postcode=postcode,
    )


def _site(luck: Random, branch: str) -> tuple[Address, ...]:
    return (_address(luck, branch, "delivery"),) if luck.random() < 0.4 else ()


@cache
def _places(province: str) -> tuple[tuple[str, str, str, str], ...]:
    """Every subdistrict of a province with its district and postcode, as the country has them."""
    import geothai

    (code,) = [each.code for each in geothai.provinces() if each.name_th == province]
    return tuple(
        (each.name_th, district.name_th.removeprefix("เขต"), province, each.postal_codes[0])
        for district in geothai.districts(code)
        for each in geothai.subdistricts(district.code)
        if each.postal_codes
    )


def _remember(stage: Stage, customer_id: int, officer: int, luck: Random) -> None:
    if luck.random() < 0.15:
        stage.do(officer, AddCustomerNote(customer_id, luck.choice(words("customers")["notes"])))
    if luck.random() < 0.4:
        stage.do(officer, GiveConsent(customer_id, "marketing", "2569-01", "paper"))


def _credit(stage: Stage, customer_id: int, command: SaveCustomer, number: int) -> Credit:
    """Finance's word on every company, and the room that leaves; most are fine, a few not."""
    if command.kind != "company":
        return "cash", CASH_ROOM, None
    state = ("ok", "ok", "ok", "overdue", "ok", "over_limit", "ok", "blocked")[number % 8]
    limit = 100_000 * (1 + number % 15)
    owing = {"over_limit": limit + 15_000, "overdue": limit * 2 // 5, "blocked": limit * 7 // 10}
    outstanding = owing.get(state, limit // 10)
    odd = Money(number * 791_925 % (ODDEST * 100))
    finance = SetCredit(
        customer_id,
        blocked=state == "blocked",
        limit=Money.of(limit),
        outstanding=Money.of(outstanding) + odd,
        overdue=Money.of(outstanding // 2) + odd if state in LATE_PAYERS else Money.ZERO,
        term_days=30,
        source="ระบบบัญชี",
    )
    stage.do(stage.people["wichai"], finance)
    return state, limit - outstanding - ODDEST if state == "ok" else CASH_ROOM, finance
