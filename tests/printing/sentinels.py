"""Papers of which every field holds something that stands nowhere else, to see what leaks."""

from collections.abc import Callable, Iterator
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.money import Money
from crm_desktop.printing.paper import Look

FIXED: dict[str, Any] = {  # what is a code, or not a text
    "draft": False,
    "copy_number": 0,
    "language": "th",
    "era": "buddhist",
    "stamp": "cancelled",
    "details": (("carrier", "รถตรวจ 9007"),),
    "event": "receive",
    "branch_code": "00417",
    "look": Look(),
    "sheets": (),
}


class Filler:
    """Makes values, each of which is its own."""

    def __init__(self) -> None:
        self._next: Iterator[int] = count(101)

    def made(self, made_of: type, **given: Any) -> Any:
        """An instance with every field filled."""
        hints = get_type_hints(made_of)
        values = {f.name: self._field(f, hints[f.name]) for f in fields(made_of)}
        return made_of(**{**values, **given})

    def _field(self, field: Field[Any], hint: Any) -> Any:
        return FIXED[field.name] if field.name in FIXED else self._of(hint)

    def _of(self, hint: Any) -> Any:
        origin, inner = get_origin(hint), get_args(hint)
        if origin in {Union, UnionType}:
            chosen = next(each for each in inner if each is not NoneType)
            return None if chosen is bytes else self._of(chosen)
        if origin is Literal:
            return inner[0]
        if origin is tuple:
            if Ellipsis in inner:
                return (self._of(inner[0]), self._of(inner[0]))
            return tuple(map(self._of, inner))
        if is_dataclass(hint) and hint is not Money:
            return self.made(hint) if isinstance(hint, type) else None
        return self._plain(hint)

    def _plain(self, hint: Any) -> Any:
        number = next(self._next)
        plain: dict[Any, Callable[[], Any]] = {
            str: lambda: f"ค่า{number}ฯ",
            bool: lambda: False,
            int: lambda: number,
            Money: lambda: Money(number * 1_000_003),
            Decimal: lambda: Decimal(number) + Decimal("0.25"),
            date: lambda: date(2001, 1, 1) + timedelta(days=number),
            datetime: lambda: datetime(2011, 1, 1, 7, 9, tzinfo=BANGKOK) + timedelta(days=number),
        }
        return plain[hint]()
