"""`crm show` and `crm search`: what the desk knows, read as the person of `--as` may read it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.domain.money import Money
from crm_desktop.messages import show as shown
from crm_desktop.services import wire
from crm_desktop.terminal.columns import pairs, table
from crm_desktop.terminal.session import Session, record_id

INDENT = "  "


def show(session: Session) -> None:
    """One record by what people call it."""
    record = READERS[session.options.kind](session.desk(), session.options.number.strip())
    session.answer(record, _lines(session, record))


def _quotation(app: Application, number: str) -> Any:
    from crm_desktop.services.papers.quotation_lists import quotation_by_reference

    return app.read(quotation_by_reference, number)


def _order_of(kind: str) -> Callable[[Application, str], Any]:
    def read(app: Application, number: str) -> Any:
        from crm_desktop.services.orders.order_lists import order_by_reference

        found = app.read(order_by_reference, number)
        if found.kind != kind:
            raise Refused("terminal_not_there", "number", number=number)
        return found

    return read


def _deposit(app: Application, number: str) -> Any:
    from crm_desktop.services.deposits.deposit_lists import deposit_by_reference

    return app.read(deposit_by_reference, number)


def _customer(app: Application, code: str) -> Any:
    from crm_desktop.services.customers.customer_lists import customer, customer_by_code

    found = app.read(customer_by_code, code)
    if found is None:
        raise Refused("terminal_not_there", "number", number=code)
    return app.read(customer, found)


def _product(app: Application, code: str) -> Any:
    from crm_desktop.services.products.products import product_by_code, product_card

    found = app.read(product_by_code, code)
    return app.read(product_card, _only(code, (found,) if found else ()))


def _only(code: str, rows: tuple[Any, ...]) -> int:
    """The one row that bears the code; Refused `terminal_not_there`."""
    for row in rows:
        if code.upper() in (row.code.upper(), getattr(row, "barcode", "").upper()):
            return int(row.id)
    raise Refused("terminal_not_there", "number", number=code)


def _person(app: Application, username: str) -> Any:
    from crm_desktop.services.people import person_named

    return app.read(person_named, username)


def _matrix(app: Application, version: str) -> Any:
    from crm_desktop.services.authority.matrices import matrix_version

    known = record_id(version)
    if known is None:
        raise Refused("terminal_not_there", "number", number=version)
    return app.read(matrix_version, known).to_json()


READERS: dict[str, Callable[[Application, str], Any]] = {
    "quotation": _quotation,
    **{kind.name.replace("_", "-"): _order_of(kind.code) for kind in ORDERS},
    "deposit": _deposit,
    "customer": _customer,
    "product": _product,
    "person": _person,
    "matrix": _matrix,
}


def _lines(session: Session, record: Any) -> list[str]:
    """Name and value in columns, what hangs on the record below it."""
    if not is_dataclass(record):
        return wire.dumps(record).splitlines()
    values = [(each.name, getattr(record, each.name)) for each in fields(record)]
    lines = pairs((name, _text(session, value)) for name, value in values if not _is_deep(value))
    for name, value in values:
        if _is_deep(value):
            lines.append(f"{name}:")
            for each in value if isinstance(value, tuple) else (value,):
                marks = ["- " if isinstance(value, tuple) else INDENT]
                inner = _lines(session, each)
                marks += [INDENT] * (len(inner) - 1)
                lines += [INDENT + mark + line for mark, line in zip(marks, inner, strict=True)]
    return lines


def _is_deep(value: Any) -> bool:
    if isinstance(value, tuple):
        return bool(value) and _is_deep(value[0])
    return is_dataclass(value) and not isinstance(value, Money)


def _text(session: Session, value: Any) -> str:
    if value in (None, (), ""):
        return ""
    if isinstance(value, bool):
        return wire.line(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_text(session, each)}" for name, each in value.items())
    if isinstance(value, tuple | frozenset):
        return ", ".join(_text(session, each) for each in value)
    return shown(value, session.language)


def search(session: Session) -> None:
    """The hits of each kind in the order of the search box, as the windows show them."""
    from crm_desktop.services.finding import find

    text = " ".join(session.options.text)
    hits = session.desk().read(find, text)
    rows = [
        *((sheet.kind, sheet.reference, sheet.record_id, "") for sheet in hits.sheets),
        *(("customer", row.code, row.name, row.phone) for row in hits.customers),
        *(
            (row.kind, row.reference, row.customer, f"{row.total} {_state(session, row)}")
            for row in hits.papers
        ),
        *(("product", row.code, row.name, f"{row.price}/{row.unit}") for row in hits.products),
    ]
    lines = (
        table(("",) * 4, rows)[1:] if rows else [session.say("terminal_nothing_found", text=text)]
    )
    session.answer(hits, lines)


def _state(session: Session, row: Any) -> str:
    return session.say(KINDS[row.kind].states.state_code(row.state))
