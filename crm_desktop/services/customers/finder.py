"""Looks for doubles over the whole file, some customers at a time: whoever is new or was changed
since somebody looked is compared with those who share a number, an address or a name.

That a customer is still to be looked at follows from its version, so nobody who writes customers
has to think of it; an index holds exactly those.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain import likeness
from crm_desktop.domain.likeness import LISTED_FROM, Signs
from crm_desktop.domain.thai import bare_name
from crm_desktop.services.customers import completeness
from crm_desktop.services.customers.aliases import living_ids, merged_into
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk

STEP = 200
"""Customers in one transaction: others wait for it no longer than an eye blinks."""
COMMON = 12
"""A number or name that more customers share says nothing of any two of them."""
COLUMNS = (
    *("id", "version", "kind", "name", "bare_name", "tax_number", "tax_branch", "zone", "email"),
    *("line_id", "active"),
)
SHARED = {
    "tax_number": "SELECT id FROM customer WHERE tax_number = {key}",
    "phones": "SELECT customer_id AS id FROM customer_phone WHERE digits = {key}",
    "bare_name": "SELECT id FROM customer WHERE bare_name = {key}",
    "email": "SELECT id FROM customer WHERE email = {key} AND email <> ''",
    "line_id": "SELECT id FROM customer WHERE line_id = {key} AND line_id <> ''",
    "near_front": "SELECT id FROM customer WHERE near_front = {key} AND near_front IS NOT NULL",
    "near_back": "SELECT id FROM customer WHERE near_back = {key} AND near_back IS NOT NULL",
}
"""Who has a key, each one step along an index."""
EACH = {
    "sqlite": "SELECT k.value, c.id FROM json_each(?) k JOIN customer c ON c.id IN ({who} LIMIT"
    " {most}) WHERE c.active = 1",
    "postgresql": "SELECT k.value, c.id FROM jsonb_array_elements_text(%s::jsonb) k (value)"
    " CROSS JOIN LATERAL ({who} LIMIT {most}) f JOIN customer c ON c.id = f.id WHERE c.active = 1",
}
Pair = tuple[int, int]
WRITTEN = ("one_id", "other_id", "score", "reasons", "state", "found_at")


@dataclass(frozen=True, slots=True)
class Looked:
    """What one step did: customers looked at, pairs found and gone; `last_id` is how far it came,
    None where nobody is left."""

    looked: int = 0
    found: int = 0
    gone: int = 0
    last_id: int | None = None


@dataclass(frozen=True)
class LookForDoubles(Command[Looked]):
    """One step over those nobody has looked at yet; `again` forgets first that anybody did.

    `after` is how far the step before came: whoever was changed behind it comes when nobody is
    left ahead. PostgreSQL's index keeps for a while whom it has passed, and need not pass them all
    at each step.
    """

    name: ClassVar[str] = "customer.look"
    permission: ClassVar[str] = "customer.merge"
    again: bool = False
    step: int = STEP
    after: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the look over the file is: the first id still to be looked at (None: done) and the
    last there is."""

    next_id: int | None
    last_id: int


@handles(LookForDoubles)
def look_for_doubles(context: Context, command: LookForDoubles) -> Looked:
    """May run in any number of copies; what another changes meanwhile is looked at again."""
    if command.again:
        customer = context.t.customer
        customer.update(looked_version=0).where(customer.c.looked_version != 0).execute()
    return look(context, max(1, min(command.step, STEP)), command.after)


@query("customer.read")
def looking(context: Context) -> Progress:
    """Two steps along two indexes."""
    customer = context.t.customer
    (last,) = next(
        iter(customer.select(customer.c.id).order_by(customer.c.id.desc()).limit(1).tuples()), (0,)
    )
    return Progress(next(iter(_unlooked(context, 1)), {"id": None})["id"], last)


def is_due(context: Context) -> bool:
    """Whether anybody is still to be looked at."""
    return bool(_unlooked(context, 1))


def look(context: Context, step: int, after: int = 0) -> Looked:
    """The next customers in the order of their ids, from the first one again after the last."""
    rows = _unlooked(context, step, after)
    if not rows and after:
        rows = _unlooked(context, step)
    if not rows:
        return Looked()
    ids = [row["id"] for row in rows]
    _keep_keys(context, rows)
    active = [row for row in rows if row["active"]]
    signs = {each.id: each for each in _signs(context, active)}
    pairs = _alike(context, signs)
    found, gone = _keep_pairs(context, ids, pairs)
    return Looked(len(rows), found, gone, ids[-1])


def _unlooked(context: Context, most: int, after: int = 0) -> list[dict[str, Any]]:
    names, mark = ", ".join(COLUMNS), context.store.database.param
    text = (
        f"SELECT {names} FROM customer WHERE looked_version <> version AND id > {mark}"
        f" ORDER BY id LIMIT {most}"
    )
    found = context.store.database.execute_sql(text, (after,)).fetchall()
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def _keep_keys(context: Context, rows: list[dict[str, Any]]) -> None:
    """Near keys, what is lacking, and that somebody looked, in one write, for a row of a customer
    stands in many indexes; not over what another changed meanwhile."""
    database = context.store.database
    values = [(row["id"], row["version"], *likeness.near_keys(row["name"])) for row in rows]
    marks = ", ".join([f"({', '.join([database.param] * 4)})"] * len(values))
    text = (
        "UPDATE customer SET looked_version = v.column2, near_front = v.column3,"
        f" near_back = v.column4, {completeness.COUNTED} FROM (VALUES {marks}) AS v"
        " WHERE customer.id = v.column1 AND customer.version = v.column2"
    )
    database.execute_sql(text, [each for row in values for each in row])


def _signs(context: Context, rows: Iterable[Mapping[str, Any]]) -> Iterator[Signs]:
    listed = list(rows)
    ids = [row["id"] for row in listed]
    run = context.store.database
    phones: dict[int, set[str]] = {}
    where = "WHERE customer_id IN ({ids})"
    for customer_id, digits in bulk.rows_in(
        run, f"SELECT customer_id, digits FROM customer_phone {where}", ids
    ):
        phones.setdefault(customer_id, set()).add(digits)
    places: dict[int, set[tuple[str, str]]] = {}
    for customer_id, *place in bulk.rows_in(
        run, f"SELECT customer_id, postcode, house FROM customer_address {where}", ids
    ):
        if all(place):
            places.setdefault(customer_id, set()).add((place[0], place[1]))
    for row in listed:
        yield Signs(
            row["id"],
            row["kind"],
            row["bare_name"],
            likeness.sound(bare_name(row["name"])),
            row["tax_number"] or "",
            row["tax_branch"] or "",
            row["zone"],
            row["email"],
            row["line_id"],
            frozenset(phones.get(row["id"], ())),
            frozenset(places.get(row["id"], ())),
        )


def _alike(context: Context, signs: Mapping[int, Signs]) -> dict[Pair, tuple[int, tuple[str, ...]]]:
    """Every pair with one of these that is worth a look, with percent and reasons."""
    near = _near(context, signs)
    others = {each for ids in near.values() for each in ids} - signs.keys()
    known = {**signs, **{each.id: each for each in _read(context, others)}}
    found: dict[Pair, tuple[int, tuple[str, ...]]] = {}
    for one, ids in near.items():
        for other in ids:
            pair = (min(one, other), max(one, other))
            if one == other or pair in found or other not in known:
                continue
            why = likeness.reasons(known[one], known[other])
            percent = likeness.score(why)
            if percent >= LISTED_FROM:
                found[pair] = percent, why
    return found


def _near(context: Context, signs: Mapping[int, Signs]) -> dict[int, set[int]]:
    """For each of them who shares a key that is not common."""
    keyed: dict[str, dict[str, set[int]]] = {name: {} for name in SHARED}
    fronts = _near_keys(context, list(signs))
    for each in signs.values():
        values = {
            "tax_number": (each.tax_number,),
            "phones": tuple(each.phones),
            "bare_name": (each.bare_name,),
            "email": (each.email,),
            "line_id": (each.line_id,),
            "near_front": (fronts[each.id][0],),
            "near_back": (fronts[each.id][1],),
        }
        for name, keys in values.items():
            for key in filter(None, keys):
                keyed[name].setdefault(key, set()).add(each.id)
    near: dict[int, set[int]] = {}
    for name, owners in keyed.items():
        for key, ids in _sharing(context, name, list(owners)).items():
            if 1 < len(ids) <= COMMON:
                for one in owners[key]:
                    near.setdefault(one, set()).update(ids)
    return near


def _near_keys(context: Context, ids: list[int]) -> dict[int, tuple[str | None, str | None]]:
    text = "SELECT id, near_front, near_back FROM customer WHERE id IN ({ids})"
    return {row[0]: (row[1], row[2]) for row in bulk.rows_in(context.store.database, text, ids)}


def _sharing(context: Context, name: str, keys: list[str]) -> dict[str, set[int]]:
    """Who has each key, one more than `COMMON` at most; those put aside are left out."""
    if not keys:
        return {}
    who = SHARED[name].format(key="k.value")
    text = EACH[context.store.engine].format(who=who, most=COMMON + 1)
    found: dict[str, set[int]] = {}
    rows = context.store.database.execute_sql(text, (json.dumps(keys, ensure_ascii=False),))
    for key, customer_id in rows.fetchall():
        found.setdefault(key, set()).add(customer_id)
    return found


def _read(context: Context, ids: Iterable[int]) -> Iterator[Signs]:
    names = ", ".join(COLUMNS)
    text = f"SELECT {names} FROM customer WHERE active = 1 AND id IN ({{ids}})"
    rows = bulk.rows_in(context.store.database, text, ids)
    return _signs(context, [dict(zip(COLUMNS, row, strict=True)) for row in rows])


def _keep_pairs(
    context: Context, ids: list[int], pairs: Mapping[Pair, tuple[int, tuple[str, ...]]]
) -> tuple[int, int]:
    """Writes what is new or otherwise than before; what was said to be apart stays apart, and what
    is alike no more goes."""
    table = context.t.customer_pair
    stored = _stored(context, ids)
    apart = _apart(context, ids) if pairs else set()
    fresh = {pair: how for pair, how in pairs.items() if pair not in stored and pair not in apart}
    rows = (
        (*pair, percent, " ".join(why), "open", context.moment)
        for pair, (percent, why) in fresh.items()
    )
    bulk.insert(context.store.database, "customer_pair", WRITTEN, rows, "ON CONFLICT DO NOTHING")
    gone = [
        row["id"] for pair, row in stored.items() if row["state"] == "open" and pair not in pairs
    ]
    for chunk in bulk.chunks(gone, STEP):
        table.delete().where(table.c.id << chunk).execute()
    for pair, row in stored.items():
        if row["state"] == "open" and pair in pairs:
            percent, why = pairs[pair]
            if (row["score"], row["reasons"]) != (percent, " ".join(why)):
                write = table.update(score=percent, reasons=" ".join(why))
                write.where(table.c.id == row["id"]).execute()
    if fresh or gone:
        context.touched.add("customer_pair")
    return len(fresh), len(gone)


def _stored(context: Context, ids: list[int]) -> dict[Pair, dict[str, Any]]:
    found: dict[Pair, dict[str, Any]] = {}
    for side in ("one_id", "other_id"):
        for row in context.rows("customer_pair", **{side: tuple(ids)}):
            found[row["one_id"], row["other_id"]] = row
    return found


def _apart(context: Context, ids: list[int]) -> set[Pair]:
    """Pairs that somebody said are two, also of a record that is merged into one of them now."""
    merged = {row["id"]: row["merged_into_id"] for row in merged_into(context, ids)}
    if not merged:
        return set()
    said = [pair for pair, row in _stored(context, list(merged)).items() if row["state"] == "apart"]
    into = living_ids(context, {each for pair in said for each in pair})
    now = [(into.get(one, one), into.get(other, other)) for one, other in said]
    return {(min(pair), max(pair)) for pair in now}
