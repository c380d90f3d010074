"""peewee without the driver it would load at once: importing psycopg costs 150 ms at every start.

The rest of the program takes peewee's names from here, so that whoever imports first does it so.
"""

import sys
from importlib import import_module
from typing import Any


def _without_driver() -> Any:
    if "psycopg" in sys.modules:
        return import_module("peewee")
    sys.modules["psycopg"] = None  # type: ignore[assignment]
    try:
        return import_module("peewee")
    finally:
        del sys.modules["psycopg"]


peewee = _without_driver()
SQL, Select, Table, fn = peewee.SQL, peewee.Select, peewee.Table, peewee.fn
Case, NodeList = peewee.Case, peewee.NodeList
DatabaseError, InterfaceError = peewee.DatabaseError, peewee.InterfaceError
IntegrityError, OperationalError = peewee.IntegrityError, peewee.OperationalError
PeeweeException = peewee.PeeweeException


def load_driver() -> None:
    """Gives peewee the PostgreSQL driver that it was kept from."""
    if peewee.psycopg is not None:
        return
    import psycopg
    from psycopg.pq import TransactionStatus
    from psycopg.types.json import Json, Jsonb

    peewee.psycopg, peewee.Json_pg3, peewee.Jsonb_pg3 = psycopg, Json, Jsonb
    peewee.TransactionStatus = TransactionStatus
    adapter = peewee.Psycopg3Adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN


def names_of(cursor: Any) -> list[str]:
    """The columns of a result. For `description` psycopg makes an object of each, which is a fifth
    of what a command of many reads takes."""
    result = getattr(cursor, "pgresult", None)
    if result is None:
        return [column[0] for column in cursor.description]
    return [result.fname(place).decode() for place in range(result.nfields)]


__all__ = [
    "SQL",
    "Case",
    "DatabaseError",
    "IntegrityError",
    "InterfaceError",
    "NodeList",
    "OperationalError",
    "PeeweeException",
    "Select",
    "Table",
    "fn",
    "load_driver",
    "names_of",
    "peewee",
]
