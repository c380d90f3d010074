"""Pressing keys on a machine that may be switched off at any statement: whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.services.registry import Command
from tests.services.deposit_shop import DepositShop

COUNTED = {
    "document": "SUM(version)",
    "deposit": "SUM(expected_satang)",
    "deposit_entry": "SUM(satang)",
    "deposit_claim": "SUM(version)",
    "request": "SUM(version)",
    "request_answer": "MAX(id)",
    "number_series": "SUM(last)",
    "audit_line": "MAX(id)",
    "timeline": "MAX(id)",
    "goods_move": "MAX(id)",
    "delivery": "MAX(id)",
    "document_party": "MAX(document_id)",
}


class Crash(Exception):
    """The machine was switched off between two statements."""


class Keys:
    """The keys of the people of a shop."""

    till: DepositShop

    def press(self, who: str, command: Command[Any], allowed: bool, crash: int | None) -> Any:
        """Carries a command out; a crash at some statement leaves nothing, then it is pressed
        again."""
        before = self.counts()
        refused: Refused | None = None
        try:
            with self.crashing(crash):
                answer = self.till.do(who, command)
        except Crash:
            assert self.counts() == before
            return self.press(who, command, allowed, None)
        except Refused as told:
            answer, refused = None, told
        if allowed:
            assert refused is None, f"{refused}, but nothing speaks against {command}"
        else:
            assert refused is not None, f"{command} was carried out"
            assert self.counts() == before
        return answer

    @contextmanager
    def crashing(self, at: int | None) -> Iterator[None]:
        """The machine is switched off at the statement of this number."""
        database, seen = self.till.shop.store.database, count(1)
        real = database.execute_sql

        def execute_sql(*arguments: Any, **named: Any) -> Any:
            if next(seen) == at:
                raise Crash
            return real(*arguments, **named)

        database.execute_sql = execute_sql
        try:
            yield
        finally:
            del database.execute_sql

    def counts(self) -> list[Any]:
        run = self.till.shop.store.database.execute_sql
        return [
            run(f"SELECT COUNT(*), {what} FROM {table}").fetchone()
            for table, what in COUNTED.items()
        ]

    def version(self, table: str, record_id: int) -> int:
        rows = self.till.shop.store.database.execute_sql(
            f"SELECT version FROM {table} WHERE id = {record_id:d}"
        )
        return int(rows.fetchone()[0])
