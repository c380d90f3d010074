"""What the program asks is word for word what peewee would have asked."""

from datetime import date
from typing import Any

import pytest

from crm_desktop.store.orm import SQL, Case, NodeList, Select, Table, fn, load_driver, peewee
from crm_desktop.store.writer import Writer

A = Table("customer", primary_key="id")
B = Table("document", primary_key="id").alias("paper")
IDS = A.select(A.c.id).where(A.c.branch_id == 1)
FEW = B.select(B.c.customer_id, fn.COUNT(SQL("1")).alias("papers")).limit(3).alias("few")
ODD = Table('a "strange" name')
WALK = IDS.cte("walk", recursive=True, columns=("id",))
QUERIES = {
    "comparisons": A.select().where(
        (A.c.id > 1) & ~(A.c.name == None) | A.c.name.is_null() | (A.c.a != B.c.b)  # noqa: E711
    ),
    "nothing": A.select().where(A.c.id.is_null(False), A.c.name.in_([]), A.c.id.not_in([])),
    "nothing written": A.select().where(A.c.id.in_(SQL("()")), A.c.id.in_(SQL("(1)"))),
    "lists": A.select().where(A.c.id.in_([1, 2]), A.c.id.not_in((3,)), A.c.id << {4}),
    "subqueries": B.select().where(B.c.customer_id.in_(IDS.where(A.c.id.not_in(IDS)))),
    "join": Select([FEW], [FEW.c.papers, A.c.name])
    .join(A, on=(A.c.id == FEW.c.customer_id))
    .where(fn.EXISTS(IDS))
    .order_by(FEW.c.papers.desc(nulls="last")),
    "both": (IDS | IDS.where(A.c.id == 2)).order_by(SQL("1")),
    "tree": Select([WALK], [WALK.c.id]).with_cte(WALK),
    "case": A.select(Case(A.c.kind, (("person", 1), ("firm", None)), 0).alias("rank"))
    .group_by(A.c.kind)
    .having(fn.MAX(A.c.id) < date(2026, 11, 22)),
    "words": A.select(A.c.name.concat("!"), A.c.name.cast("text"), -A.c.id + 1, A.c.a % 2).where(
        NodeList((A.c.name, SQL("LIKE ? ESCAPE '\\'", ("x%",))))
    ),
    "regexp": A.select().where(A.c.name.regexp("^x"), A.c.name.contains("5%")),
    "names": ODD.select(ODD.c['col"umn']).where(ODD.c['col"umn'] == "?"),
    "window": A.select(fn.ROW_NUMBER().over(partition_by=[A.c.kind], order_by=[A.c.id])),
    "insert": A.insert({A.c.name: "x", A.c.day: date(2026, 11, 22)}),
    "rows": A.insert([{A.c.name: None, A.c.kind: True}, {A.c.name: "y", A.c.kind: False}]),
    "upsert": A.insert(id=1, name="x").on_conflict(
        conflict_target=(A.c.id,), update={A.c.name: SQL("excluded.name")}, where=(A.c.id > 0)
    ),
    "update": A.update({A.c.seen: A.c.seen + 1}).where(A.c.id == IDS),
    "delete": A.delete().where(A.c.id.between(1, 2) & (A.c.name % "x")),
}


def asked(database: Any, writer: type) -> dict[str, tuple[str, list[Any]]]:
    database.context_class = writer
    return {name: database.get_sql_context().sql(query).query() for name, query in QUERIES.items()}


@pytest.mark.parametrize("engine", ["SqliteDatabase", "PostgresqlDatabase"])
def test_every_query_is_asked_as_it_was_meant(engine: str) -> None:
    load_driver()
    database = getattr(peewee, engine)(None)
    assert asked(database, Writer) == asked(database, peewee.Context)
