"""From a query to its text in two thirds of peewee's time.

Today alone asks with thousands of columns and comparisons while the window waits; of these peewee
makes a context and a name each. Whatever else a query consists of is written by peewee itself.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from crm_desktop.store.orm import Select, Table, peewee

PLAIN = frozenset({str, int, bool, type(None), date, datetime})
OP = peewee.OP


@lru_cache(maxsize=4096)
def quoted(name: str) -> str:
    """A name as both engines take it."""
    return '"' + name.replace('"', '""') + '"'


class _Something:
    """What peewee learns of a query whether of which something is: it would write it out to ask."""

    @staticmethod
    def parse(part: Any) -> tuple[str, Any]:
        if isinstance(part, peewee.SelectBase):
            return "…", ()
        written: tuple[str, Any] = peewee.Context().parse(part)
        return written


class Writer(peewee.Context):  # type: ignore[misc]
    """Writes the same words and values as peewee's own context; a test compares them."""

    state: Any

    def as_new(self) -> type[_Something]:
        return _Something

    def sql(self, part: Any) -> Any:
        kind = type(part)
        if kind is peewee.Column and self.state.scope != peewee.SCOPE_VALUES:
            if isinstance(part.source, (Table, Select)):
                return self._column(part.source, part.name)
        elif kind is peewee.Expression:
            if not isinstance(part.lhs, (peewee.WrappedNode, peewee.Field)):
                return self._comparison(part)
        elif kind in PLAIN:
            settings = self.state.settings
            if settings.get("converter") is None and not settings.get("value_literals"):
                self._values.append(part)
                self._sql.append(settings.get("param") or "?")
                return self
        return super().sql(part)

    def _column(self, source: Any, name: str) -> Any:
        if source._alias:
            self.alias_manager[source] = source._alias
        self._sql.append(f"{quoted(self.alias_manager[source])}.{quoted(name)}")
        return self

    def _comparison(self, part: Any) -> Any:
        """As `Expression.__sql__`, where no model's field brings a converter."""
        op, right, before = part.op, part.rhs, self.state
        settings = before.settings
        if right is None and op in (OP.IS, OP.IS_NOT):
            right = peewee.SQL("NULL")
        if op in (OP.IN, OP.NOT_IN) and part._is_rhs_empty(right, self):
            return super().sql(part)
        if not settings.get("in_expr") or settings.get("converter") is not None:
            settings = {**settings, "in_expr": True, "converter": None}
        self.stack.append(before)
        self.state = peewee.State(before.scope, not part.flat, settings)
        with self:
            self.sql(part.lhs)
            self._sql.append(f" {settings['operations'].get(op, op)} ")
            return self.sql(right)
