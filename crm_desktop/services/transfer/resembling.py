"""Whom a line of a customers' list looks like: the rules of the warning while one is typed."""

from collections.abc import Iterable, Sequence
from typing import Any

from crm_desktop.services.customers.customer_lists import WEIGHTS
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import Resembled, Row
from crm_desktop.store import bulk, search

MOST = 3
TAX = "SELECT tax_number, id, kind, tax_branch FROM customer WHERE tax_number IN ({ids})"
PHONE = "SELECT digits, customer_id FROM customer_phone WHERE digits IN ({ids})"
NAME = "SELECT bare_name, id FROM customer WHERE bare_name IN ({ids})"
WHO = "SELECT id, code, name, phone FROM customer WHERE active = 1 AND id IN ({ids})"


class Finder:
    """Looks among the customers that were there before the file, and among its earlier lines."""

    def __init__(self, context: Context) -> None:
        self._database = context.store.database
        sql = "SELECT coalesce(max(id), 0) FROM customer"
        self._last = self._database.execute_sql(sql).fetchone()[0]
        self._lines: dict[tuple[str, Any], tuple[int, str]] = {}
        self._taken: dict[int, int] = {}

    def take(self, customer_id: int, line: int) -> bool:
        """Whether no other line was taken for this customer yet."""
        return self._taken.setdefault(customer_id, line) == line

    def look(self, rows: Sequence[Row]) -> None:
        """Says of each row whom it resembles, the likeliest first."""
        keys = {row.line: _keys(row) for row in rows}
        known = self._known(keys.values())
        reasons = {row.line: self._reasons(keys[row.line], known) for row in rows}
        ids = {each for found in reasons.values() for each in found}
        who = {row[0]: row for row in bulk.rows_in(self._database, WHO, ids)}
        for row in rows:
            found = {c: why for c, why in reasons[row.line].items() if c in who}
            best = sorted(found, key=lambda c: (WEIGHTS.index(found[c][0]), -c))[:MOST]
            same = [Resembled(c, who[c][1], who[c][2], who[c][3], 0, tuple(found[c])) for c in best]
            row.resembles = (*same, *self._earlier(row, keys[row.line]))

    def _known(self, keys: Iterable[dict[str, list[Any]]]) -> dict[tuple[str, Any], list[int]]:
        """Customers by what they can be recognised by."""
        every = list(keys)
        found: dict[tuple[str, Any], list[int]] = {}
        numbers = {each[0] for k in every for each in k["same_tax_number"]}
        for number, customer_id, kind, branch in bulk.rows_in(self._database, TAX, numbers):
            key = (number, branch if kind == "company" else None)
            found.setdefault(("same_tax_number", key), []).append(customer_id)
        for reason, sql in (("same_phone", PHONE), ("same_name", NAME)):
            asked = {each for k in every for each in k[reason]}
            for key, customer_id in bulk.rows_in(self._database, sql, asked):
                found.setdefault((reason, key), []).append(customer_id)
        return found

    def _reasons(
        self, keys: dict[str, list[Any]], known: dict[tuple[str, Any], list[int]]
    ) -> dict[int, list[str]]:
        reasons: dict[int, list[str]] = {}
        for reason, values in keys.items():
            for value in values:
                for customer_id in known.get((reason, value), ()):
                    why = reasons.setdefault(customer_id, [])
                    if customer_id <= self._last and reason not in why:
                        why.append(reason)
        return {customer_id: why for customer_id, why in reasons.items() if why}

    def _earlier(self, row: Row, keys: dict[str, list[Any]]) -> tuple[Resembled, ...]:
        """The first line of the same file that has the same; a line is remembered as itself."""
        found: dict[int, list[str]] = {}
        labels = {}
        for reason, values in keys.items():
            for value in values:
                line, label = self._lines.setdefault((reason, value), (row.line, row.label))
                if line != row.line:
                    found.setdefault(line, []).append(reason)
                    labels[line] = label
        return tuple(
            Resembled(0, "", labels[line], "", line, tuple(dict.fromkeys(why)))
            for line, why in found.items()
        )


def _keys(row: Row) -> dict[str, list[Any]]:
    """By what this line can be recognised."""
    values = row.values
    number, company = values.get("tax_number"), values.get("kind") == "company"
    phones = [p.digits for name in ("phone", "phone2", "phone3") for p in values.get(name, ())]
    branch = values.get("tax_branch", "00000") if company else None
    return {
        "same_tax_number": [(number, branch)] if number else [],
        "same_phone": phones,
        "same_name": [search.bare_form(values["name"])],
    }
