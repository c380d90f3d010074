"""What records of others say of somebody, with whom they were one customer for a while,
or were taken for one."""

import json
from collections.abc import Iterable, Iterator

from crm_desktop.domain.kinds.customer_merge import KIND
from crm_desktop.services.privacy.held import OF_ANOTHER, PARTING
from crm_desktop.services.privacy.values import empty_values
from crm_desktop.services.registry import Context
from crm_desktop.store import bulk, triggers

SHARED = """
SELECT m.id, m.document_id, o.customer_id
FROM customer_merge_part p JOIN customer_merge m ON m.id = p.merge_id
JOIN customer_merge_part o ON o.merge_id = m.id WHERE p.customer_id IN ({people})
"""


def forget(context: Context, people: list[int]) -> None:
    """Merges of these, also those that were parted again: why, and what they wrote into whom; and
    what is told of them where somebody said that they are two. Their own lines are read for it."""
    listed = ", ".join(map(str, people))
    rows = context.store.database.execute_sql(SHARED.format(people=listed)).fetchall()
    merges, papers, shared = (sorted({row[at] for row in rows}) for at in range(3))
    _empty_reasons(context, "customer_merge", merges)
    asked = context.rows("request", document_id=tuple(papers))
    _empty_reasons(context, "request", [row["id"] for row in asked])
    empty_values(context, "customer", shared, commands=OF_ANOTHER)
    codes = {row["code"] for row in context.rows("customer", id=tuple(people))}
    line = context.t.timeline
    near = {*shared, *_named(context, people)}
    gone = list(_lines(context, near, set(papers), codes))
    for chunk in bulk.chunks(gone, 500):
        empty = triggers.EMPTIED["timeline"]["detail"]
        line.update(detail=empty).where(line.c.id << chunk).execute()


def _empty_reasons(context: Context, name: str, ids: list[int]) -> None:
    table = getattr(context.t, name)
    for chunk in bulk.chunks(ids, 500):
        table.update(reason="").where(table.c.id << chunk).execute()
    empty_values(context, name, ids, ("reason",))


def _named(context: Context, people: list[int]) -> list[int]:
    """The others of whom their own lines have the code."""
    line = context.t.timeline
    told = line.select(line.c.detail).where(line.c.customer_id << people, line.c.event << PARTING)
    codes = {json.loads(row[0]).get("code", "") for row in told.tuples()} - {""}
    return [row["id"] for row in context.rows("customer", code=tuple(codes))] if codes else []


def _lines(
    context: Context, shared: Iterable[int], papers: set[int], codes: set[str]
) -> Iterator[int]:
    """Lines that name one of these codes as the other, or say why two were taken for one."""
    line = context.t.timeline
    rows = line.select(line.c.id, line.c.event, line.c.subject, line.c.subject_id, line.c.detail)
    for chunk in bulk.chunks(shared, 500):
        about = rows.where(line.c.customer_id << chunk)  # by subject it is the whole table
        for line_id, event, subject, paper_id, detail in about.tuples():
            said = json.loads(detail)
            why = subject == KIND.name and paper_id in papers and said.get("reason")
            if why or (event in PARTING and said.get("code") in codes):
                yield line_id
