"""Commands and results cross the wire whole, or are refused with the field's path."""

import json
import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain
from crm_desktop.services import wire
from crm_desktop.services.registry import Command, commands

BANGKOK = timezone(timedelta(hours=7))
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
SATANG = st.integers(-(10**12), 10**12)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(2**63) + 1, 2**63 - 1),
    bool: st.booleans(),
    Decimal: st.decimals(-(10**9), 10**9, places=3),
    Money: SATANG.map(Money),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(BANGKOK)),
    type(None): st.none(),
    Any: TEXT,
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Every value that a field of this type may have."""
    origin, inside = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if origin in (Union, types.UnionType):
        return st.one_of([values(each) for each in inside])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is frozenset:
        return st.frozensets(values(inside[0]), max_size=3)
    if origin is tuple and inside[1:] == (...,):
        return st.lists(values(inside[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, inside))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if is_dataclass(hint):
        known = get_type_hints(hint)
        return st.builds(hint, **{each.name: values(known[each.name]) for each in fields(hint)})
    return st.dictionaries(values(inside[0]), values(inside[1]), max_size=3)


@pytest.mark.parametrize("name", list(commands()))
@settings(max_examples=25)  # over a hundred commands, whose fields are of a dozen types
@given(data=st.data())
def test_no_command_loses_anything_between_a_script_and_the_door(
    name: str, data: st.DataObject
) -> None:
    kind = commands()[name]
    command = data.draw(values(kind))
    assert wire.read(kind, wire.dumps(command)) == command


class Rank(IntEnum):
    LOW = 1
    HIGH = 2


class Shade(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Line:
    quantity: Decimal
    price: Money = Money.ZERO


@dataclass(frozen=True)
class Asking(Command[None]):
    name: ClassVar[str] = "test.asking"
    id: int | None
    on: date
    lines: tuple[Line, ...] = ()
    shade: Shade = Shade.RED
    rank: Rank = Rank.LOW
    side: Literal["left", "right"] = "left"
    urgent: bool = False
    roles: frozenset[str] = frozenset()
    at: datetime | None = None
    pair: tuple[int, str] = (0, "")


GOOD = {"id": None, "on": "2026-11-22"}


def refusal(**changed: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        wire.build(Asking, GOOD | changed)
    return caught.value


def test_a_moment_without_an_offset_is_one_of_bangkok() -> None:
    built = wire.build(Asking, GOOD | {"at": "2026-11-22T09:30"})
    assert built.at == datetime(2026, 11, 22, 9, 30, tzinfo=BANGKOK)


def test_what_travels_reads_like_the_trade_writes_it() -> None:
    asking = Asking(
        None,
        date(2026, 11, 22),
        (Line(Decimal("2.500"), Money.of("1234.5")),),
        Shade.BLUE,
        Rank.HIGH,
        roles=frozenset({"b", "a"}),
    )
    plain = wire.plain(asking)
    assert plain["lines"] == [{"quantity": "2.500", "price": "1234.50"}]
    assert (plain["on"], plain["shade"], plain["rank"]) == ("2026-11-22", "blue", "HIGH")
    assert plain["roles"] == ["a", "b"]
    assert wire.build(Asking, plain) == asking


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"id": "7"}, "wire_wrong", "id"),
        ({"id": True}, "wire_wrong", "id"),
        ({"id": 2**63}, "wire_wrong", "id"),
        ({"on": "22/11/2569"}, "wire_wrong", "on"),
        ({"on": None}, "wire_wrong", "on"),
        ({"lines": {}}, "wire_wrong", "lines"),
        ({"lines": [{"quantity": "1"}, {"quantity": "many"}]}, "wire_wrong", "lines.1.quantity"),
        ({"lines": [{"quantity": "NaN"}]}, "wire_wrong", "lines.0.quantity"),
        ({"lines": [{"quantity": "1", "price": "1.005"}]}, "wire_wrong", "lines.0.price"),
        ({"lines": [{"price": "1"}]}, "wire_missing", "lines.0.quantity"),
        ({"lines": [{"quantity": "1", "prize": "1"}]}, "wire_unknown", "lines.0.prize"),
        ({"shade": "green"}, "wire_choice", "shade"),
        ({"rank": 2}, "wire_choice", "rank"),
        ({"side": "up"}, "wire_choice", "side"),
        ({"urgent": 1}, "wire_wrong", "urgent"),
        ({"roles": "a"}, "wire_wrong", "roles"),
        ({"roles": ["a\0b"]}, "wire_wrong", "roles.0"),
        ({"at": "yesterday"}, "wire_wrong", "at"),
        ({"pair": [1]}, "wire_wrong", "pair"),
        ({"colour": "red"}, "wire_unknown", "colour"),
    ],
)
def test_a_script_is_told_which_field_is_wrong(changed: Any, code: str, field: str) -> None:
    refused = refusal(**changed)
    assert (refused.code, refused.field) == (code, field)
    for language in ("th", "en"):
        assert field in explain(refused, language)


def test_a_missing_field_is_asked_for_by_name() -> None:
    with pytest.raises(Refused) as caught:
        wire.read(Asking, '{"id": 1}')
    assert (caught.value.code, caught.value.field) == ("wire_missing", "on")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,", "nonsense", '{"id": NaN}', '{"id": Infinity}', "[" * 200_000],
)
def test_broken_json_is_refused_and_not_an_accident(text: str) -> None:
    with pytest.raises(Refused) as caught:
        wire.loads(text)
    assert caught.value.code == "wire_not_json"


def test_a_field_that_stands_twice_is_not_silently_halved() -> None:
    with pytest.raises(Refused) as caught:
        wire.loads('{"id": 1, "id": 2}')
    assert (caught.value.code, caught.value.field) == ("wire_twice", "id")


@given(SATANG)
def test_money_never_passes_through_a_binary_fraction(satang: int) -> None:
    written = json.dumps({"quantity": "1", "price": str(Money(satang).baht)})
    exact = written.replace(f'"{Money(satang).baht}"', str(Money(satang).baht))
    for text in (written, exact):
        assert wire.read(Line, text).price == Money(satang)


@given(st.text(max_size=40))
def test_whatever_is_typed_into_a_script_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refused, match="wire_"):
        wire.read(Asking, text)


def test_results_of_any_shape_can_be_shown_to_a_machine() -> None:
    shown = wire.plain({"span": timedelta(minutes=2), "n": None, "many": [Line(Decimal(1))]})
    assert shown == {"span": 120, "n": None, "many": [{"quantity": "1", "price": "0.00"}]}
    with pytest.raises(TypeError):
        wire.plain(object())


def test_a_command_says_what_it_wants() -> None:
    described = {each["name"]: each for each in wire.describe(Asking)}
    assert described["id"] == {"name": "id", "type": "int | null", "required": True}
    assert described["lines"]["type"] == "[Line]"
    assert described["side"]["default"] == "left"
    assert list(wire.parts(Asking)) == ["Line"]
