"""Kinds of lists, their fields, and values that a file changes, in words."""

from datetime import datetime
from decimal import Decimal

from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence, show
from crm_desktop.services.transfer import importing
from ui.desk import Desk


def kind_word(desk: Desk, kind: str) -> str:
    """What a kind of list is called."""
    return sentence(f"import_kind_{kind}", desk.language)


def field_word(desk: Desk, key: str) -> str:
    """What a field is called; a price with its level and quantity, stock with its branch."""
    name, *rest = key.split(":")
    word = sentence(f"import_field_{name}", desk.language)
    if name == "price" and rest:
        level = sentence(f"price_level_{rest[0]}", desk.language)
        quantity = Decimal(rest[1]) / 1000 if len(rest) > 1 else Decimal(0)
        return f"{word} · {level}" + (f" @{show(quantity)}" if quantity else "")
    return " ".join(filter(None, (word, *rest)))


def column_word(desk: Desk, column: str) -> str:
    """What a column of the database is called; its own name where nobody types it."""
    return importing.column_word(column, desk.language)


def value_word(desk: Desk, column: str, value: object) -> str:
    """A stored value as a person reads it."""
    if value is None or value == "":
        return "–"
    if column.endswith("_satang") and isinstance(value, int):
        return str(Money(value))
    if column.endswith("_milli") and isinstance(value, int):
        return show(Decimal(value) / 1000)
    if column == "as_of":
        moment = datetime.fromisoformat(str(value))
        return f"{desk.day(moment.date())} {moment:%H:%M}"
    return str(value)
