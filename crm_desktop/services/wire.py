"""Commands and results as JSON, read and written by their own type hints.

Sums and quantities travel as exact text ("1234.50"), days as ISO, a set as a sorted list. What does
not fit is refused with the path of the field (`lines.2.quantity`), before anything is executed.
"""

import json
import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from functools import cache
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

T = TypeVar("T")
LARGEST_INTEGER = 2**63 - 1
LONGEST_FIGURE = 40
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Shape(Enum):
    """What a field wants, as a code of the catalogue."""

    TEXT = "wire_text"
    WHOLE = "wire_whole_number"
    EXACT = "wire_exact_number"
    MONEY = "wire_money"
    YES_NO = "wire_yes_no"
    DAY = "wire_day"
    MOMENT = "wire_moment"
    LIST = "wire_list"
    RECORD = "wire_record"
    NOTHING = "wire_nothing"


# ---------------------------------------------------------------- out


def plain(value: Any) -> Any:
    """The value as what JSON knows: dict, list, str, int, bool, None."""
    match value:
        case Enum():
            return _spelt(value)
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Money():
            return str(value.baht)
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case timedelta():
            return value // timedelta(seconds=1)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() if hasattr(value, "_asdict"):
            return plain(value._asdict())
        case frozenset() | set():
            return sorted((plain(item) for item in value), key=str)
        case tuple() | list():
            return [plain(item) for item in value]
        case _ if is_dataclass(value):
            return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"{type(value).__name__} does not travel")


def _spelt(member: Enum) -> Any:
    """Ranks (an IntEnum's members) travel by name, all others by value."""
    return member.name if isinstance(member, IntEnum) else plain(member.value)


def dumps(value: Any) -> str:
    """The value as JSON text for people and machines alike: indented, Thai left readable."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def line(value: Any) -> str:
    """JSON in one line, as a cell of a table shows it."""
    return json.dumps(plain(value), ensure_ascii=False)


# ---------------------------------------------------------------- in


def loads(text: str) -> Any:
    """JSON with exact numbers; Refused `wire_not_json`, also for a name that stands twice."""
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once
        )
    except json.JSONDecodeError as problem:
        raise Refused("wire_not_json", line=problem.lineno, column=problem.colno) from None
    except (RecursionError, ValueError):
        raise Refused("wire_not_json", line=1, column=1) from None


def read(kind: type[T], text: str) -> T:
    """JSON text as a value of the class; Refused with the path of the field that does not fit."""
    value: T = build(kind, loads(text))
    return value


def build(hint: Any, data: Any, path: str = "") -> Any:
    """What `loads` gave as a value of the type hint."""
    reader = _READERS.get(hint)
    if reader:
        return reader(data, path)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _any_of(arguments, data, path)
    if origin is Literal:
        return _choice(arguments, data, path)
    if origin in (tuple, frozenset):
        return _many(origin, arguments, data, path)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments, data, path)
    if isinstance(hint, type) and issubclass(hint, Enum):
        spelt = {_spelt(each): each for each in hint}
        return spelt[_choice(spelt, data, path)]
    if is_dataclass(hint):
        return _record(hint, data, path)
    raise TypeError(f"{hint} does not travel")


def _refuse(path: str, wanted: Shape, data: Any) -> NoReturn:
    shown = json.dumps(plain(data), ensure_ascii=False)
    shown = shown if len(shown) <= LONGEST_FIGURE else f"{shown[:LONGEST_FIGURE]}…"
    raise Refused("wire_wrong", path or None, path=path or "JSON", wanted=wanted, found=shown)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused("wire_twice", twice, path=twice)
    return found


def _text(data: Any, path: str) -> str:
    if not isinstance(data, str) or _UNSTORABLE.search(data):
        _refuse(path, Shape.TEXT, data)
    return data


def _whole(data: Any, path: str) -> int:
    if isinstance(data, bool) or not isinstance(data, int) or abs(data) > LARGEST_INTEGER:
        _refuse(path, Shape.WHOLE, data)
    return data


def _yes_no(data: Any, path: str) -> bool:
    if not isinstance(data, bool):
        _refuse(path, Shape.YES_NO, data)
    return data


def _exact(data: Any, path: str, wanted: Shape = Shape.EXACT) -> Decimal:
    text = str(data) if isinstance(data, int | Decimal) and not isinstance(data, bool) else data
    if not isinstance(text, str) or len(text) > LONGEST_FIGURE or not _PLAIN_NUMBER.fullmatch(text):
        _refuse(path, wanted, data)
    return Decimal(text)


def _money(data: Any, path: str) -> Money:
    baht = _exact(data, path, Shape.MONEY)
    satang = baht.scaleb(2)
    if satang != satang.to_integral_value() or abs(satang) > LARGEST_INTEGER:
        _refuse(path, Shape.MONEY, data)
    return Money(int(satang))


def _moment_of(read_iso: Callable[[str], T], wanted: Shape) -> Callable[[Any, str], T]:
    def reader(data: Any, path: str) -> T:
        try:
            return read_iso(_text(data, path))
        except (ValueError, Refused):
            _refuse(path, wanted, data)

    return reader


def _moment(text: str) -> datetime:
    """A moment without an offset is one of Bangkok, as all times of the desk are."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=BANGKOK)


def _nothing(data: Any, path: str) -> None:
    if data is not None:
        _refuse(path, Shape.NOTHING, data)


_READERS: dict[Any, Callable[[Any, str], Any]] = {
    str: _text,
    int: _whole,
    bool: _yes_no,
    Decimal: _exact,
    Money: _money,
    date: _moment_of(date.fromisoformat, Shape.DAY),
    datetime: _moment_of(_moment, Shape.MOMENT),
    type(None): _nothing,
    None: _nothing,
    Any: lambda data, _path: data,
}


def _any_of(hints: Iterable[Any], data: Any, path: str) -> Any:
    """The first member that fits; of an optional value the refusal names what it would be."""
    if data is None and type(None) in hints:
        return None
    refusal: Refused | None = None
    for hint in hints:
        if hint is type(None):
            continue
        try:
            return build(hint, data, path)
        except Refused as problem:
            refusal = refusal or problem
    assert refusal is not None
    raise refusal


def _choice(allowed: Iterable[Any], data: Any, path: str) -> Any:
    choices = list(allowed)
    for choice in choices:
        if type(choice) is type(data) and choice == data:
            return choice
    shown = ", ".join(str(choice) for choice in choices)
    raise Refused("wire_choice", path or None, path=path or "JSON", choices=shown)


def _many(origin: Any, hints: tuple[Any, ...], data: Any, path: str) -> Any:
    if not isinstance(data, list):
        _refuse(path, Shape.LIST, data)
    fixed = origin is tuple and (len(hints) != 2 or hints[1] is not Ellipsis)
    if fixed and len(data) != len(hints):
        _refuse(path, Shape.LIST, data)
    each = hints if fixed else (hints[0],) * len(data)
    built = [
        build(hint, item, f"{path}.{place}")
        for place, (hint, item) in enumerate(zip(each, data, strict=True))
    ]
    return origin(built)


def _mapping(hints: tuple[Any, ...], data: Any, path: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        _refuse(path, Shape.RECORD, data)
    return {name: build(hints[1], item, _below(path, name)) for name, item in data.items()}


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: Any, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        _refuse(path, Shape.RECORD, data)
    known = {each.name: each for each in fields(kind)}
    for name in data:
        if name not in known:
            where = _below(path, name)
            raise Refused("wire_unknown", where, path=where, known=", ".join(known))
    values = {}
    for name, each in known.items():
        where = _below(path, name)
        if name in data:
            values[name] = build(_hints(kind)[name], data[name], where)
        elif _required(each):
            raise Refused("wire_missing", where, path=where)
    return kind(**values)


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _required(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


# ---------------------------------------------------------------- what a command wants


def describe(kind: Any) -> list[dict[str, Any]]:
    """The fields of a class: name, type in words of the program, whether needed, its default."""
    return [
        {
            "name": each.name,
            "type": type_text(_hints(kind)[each.name]),
            "required": _required(each),
            **({} if each.default is MISSING else {"default": plain(each.default)}),
        }
        for each in fields(kind)
    ]


def type_text(hint: Any) -> str:
    """A type hint as a person reads it: `Money`, `date | null`, `[QuotationLine]`."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is type(None):
        return "null"
    if origin in (Union, types.UnionType):
        return " | ".join(type_text(each) for each in arguments)
    if origin is Literal:
        return " | ".join(repr(each) for each in arguments)
    if origin in (tuple, frozenset):
        return f"[{', '.join(type_text(each) for each in arguments if each is not Ellipsis)}]"
    return getattr(hint, "__name__", str(hint))


def parts(kind: Any) -> dict[str, Any]:
    """The classes that the fields of a class are made of, by name, nested ones too."""
    found: dict[str, Any] = {}
    for hint in _hints(kind).values():
        for each in (hint, *_inside(hint)):
            if is_dataclass(each) and each is not Money and isinstance(each, type):
                found |= {each.__name__: each, **parts(each)}
    return found


def _inside(hint: Any) -> list[Any]:
    return [deep for each in get_args(hint) for deep in (each, *_inside(each))]
