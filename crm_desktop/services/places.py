"""Thai places: a subdistrict, an old name or a postcode completes the rest of an address."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits, search_text

BANGKOK = "กรุงเทพมหานคร"
_BANGKOK_NAMES = {"กทม", "กทม.", "กรุงเทพ", "กรุงเทพฯ", "bangkok", "bkk"}
_LEADING = {
    "house": r"(?:บ้าน)?เลขที่",
    "moo": r"หมู่ที่|หมู่(?!บ้าน)|ม\.|moo\b\.?",
    "soi": r"ซอย|ซ\.|soi\b",
    "road": r"ถนน|ถ\.",
    "subdistrict": r"ตำบล|ต\.|แขวง",
    "district": r"อำเภอ|อ\.|กิ่งอำเภอ|เขต",
    "province": r"จังหวัด|จ\.",
}
_POSTCODE = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts, without the words (ซอย, ตำบล …) that stand before them on paper."""

    use: str = "billing"
    label: str = ""
    house: str = ""
    moo: str = ""
    building: str = ""
    soi: str = ""
    road: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One subdistrict under one postcode; `old_name` is the abolished name it was found by."""

    subdistrict: str
    district: str
    province: str
    postcode: str
    subdistrict_en: str
    district_en: str
    province_en: str
    old_name: str = ""

    def fill(self, address: Address) -> Address:
        """The address with this place in it."""
        return replace(
            address,
            subdistrict=self.subdistrict,
            district=self.district,
            province=self.province,
            postcode=self.postcode,
        )


def places(text: str, limit: int = 12) -> tuple[Place, ...]:
    """What a subdistrict, district, old name or postcode as typed may mean, best first.

    Several words narrow each other: `บางรัก กทม`, `วังทอง 65130`.
    """
    words = arabic_digits(text).replace(",", " ").split()
    codes = [word for word in words if _POSTCODE.fullmatch(word)]
    names = [_clean(word) for word in words if word not in codes]
    names = [name for name in names if name]
    if not names and not codes:
        return ()
    found: dict[Place, Place] = {}
    for read in ([" ".join(names)], names) if len(names) > 1 else (names,):
        for place in _candidates(read, codes):
            if _fits(place, read[1:], codes):
                found.setdefault(replace(place, old_name=""), place)
            if len(found) == limit:
                return tuple(found.values())
    return tuple(found.values())


def normalise(address: Address, field: str = "address") -> Address:
    """Trims the parts, drops their leading words, and completes what only one place can be.

    Refuses `bad_postcode` beside `field`.postcode; a place that is not listed stays as typed.
    """
    parts = {name: _without(word, getattr(address, name)) for name, word in _LEADING.items()}
    postcode = arabic_digits(address.postcode).strip()
    if postcode and not _POSTCODE.fullmatch(postcode):
        raise Refused("bad_postcode", f"{field}.postcode", text=address.postcode)
    tidy = replace(
        address,
        label=" ".join(address.label.split()),
        building=" ".join(address.building.split()),
        postcode=postcode,
        **parts,
    )
    if tidy.province.lower() in _BANGKOK_NAMES:
        tidy = replace(tidy, province=BANGKOK)
    return _completed(tidy) if tidy.subdistrict else tidy


def address_lines(address: Address, language: str = "th") -> tuple[str, ...]:
    """The address as printed, in the official order: house and street, then place and postcode."""
    lines = _english_lines(address) if language == "en" else _thai_lines(address)
    return tuple(line for line in lines if line)


def _completed(address: Address) -> Address:
    fitting = [
        place
        for area in _match(address.subdistrict, address.district, address.province)
        for place in _places_of(area)
        if address.postcode in ("", place.postcode)
    ]
    if len({(place.subdistrict, place.district, place.province) for place in fitting}) != 1:
        return address
    filled = fitting[0].fill(address)
    return filled if len(fitting) == 1 else replace(filled, postcode=address.postcode)


def _thai_lines(address: Address) -> tuple[str, str]:
    bangkok = address.province == BANGKOK
    street = (
        f"เลขที่ {address.house}" if address.house else "",
        f"หมู่ที่ {address.moo}" if address.moo else "",
        address.building,
        f"ซอย{address.soi}" if address.soi else "",
        f"ถนน{address.road}" if address.road else "",
    )
    sub, dis, pro = ("แขวง", "เขต", "") if bangkok else ("ตำบล", "อำเภอ", "จังหวัด")
    place = (
        sub + address.subdistrict if address.subdistrict else "",
        dis + address.district if address.district else "",
        pro + address.province if address.province else "",
        address.postcode,
    )
    return _joined(street, " "), _joined(place, " ")


def _english_lines(address: Address) -> tuple[str, str]:
    names = [address.subdistrict, address.district, address.province]
    areas = _match(*names) if address.subdistrict else []
    if areas:
        place = _place(areas[0], "")
        names = [place.subdistrict_en, place.district_en, place.province_en]
    street = (
        address.house,
        f"Moo {address.moo}" if address.moo else "",
        address.building,
        f"Soi {address.soi}" if address.soi else "",
        f"{address.road} Road" if address.road else "",
    )
    return _joined(street, ", "), f"{_joined(names, ', ')} {address.postcode}".strip()


def _joined(parts: Iterable[str], by: str) -> str:
    return by.join(part for part in parts if part)


def _clean(word: str) -> str:
    for leading in ("subdistrict", "district", "province"):
        word = _without(_LEADING[leading], word)
    name = search_text(word)
    return search_text(BANGKOK) if name in _BANGKOK_NAMES else name


def _without(leading: str, text: str) -> str:
    tidy = " ".join(text.split())
    return re.sub(rf"^(?:{leading})\s*(?=\S)", "", tidy, flags=re.IGNORECASE)


def _candidates(names: list[str], codes: list[str]) -> Iterator[Place]:
    import geothai

    if not names:
        for subdistrict in geothai.by_postal_code(codes[0]):
            yield from _places_of(_address(subdistrict))
        return
    found = geothai.search(names[0], limit=60)
    for result in found:
        if result.level == "subdistrict":
            yield from _places_of(_address(result.area))
    yield from _renamed(names[0])
    for result in found:
        if result.level == "district":
            for subdistrict in geothai.subdistricts(result.area.code):
                yield from _places_of(_address(subdistrict))


def _renamed(name: str) -> Iterator[Place]:
    """The places of today that stand for an abolished name, as far as they are recorded."""
    import geothai
    from geothai.abolished import match_abolished

    for old in match_abolished(name):
        for code in old.successors:
            area = geothai.address(code)
            for place in _places_of(area) if area else ():
                yield replace(place, old_name=old.name_th)


def _fits(place: Place, names: list[str], codes: list[str]) -> bool:
    if codes and place.postcode not in codes:
        return False
    known = (place.district, place.province, place.district_en, place.province_en)
    return all(any(search_text(part).startswith(name) for part in known) for name in names)


def _match(subdistrict: str, district: str, province: str) -> list[Any]:
    import geothai

    return list(geothai.match(subdistrict, district=district or None, province=province or None))


def _places_of(area: Any) -> Iterator[Place]:
    for postcode in area.subdistrict.postal_codes or ("",):
        yield _place(area, postcode)


def _place(area: Any, postcode: str) -> Place:
    district = _without(_LEADING["district"], area.district.name_th)
    return Place(
        area.subdistrict.name_th,
        district,
        area.province.name_th,
        postcode,
        area.subdistrict.name_en,
        area.district.name_en,
        area.province.name_en,
    )


def _address(subdistrict: Any) -> Any:
    import geothai

    return geothai.address(subdistrict.code)
