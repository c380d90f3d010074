"""Why somebody cannot be anonymised yet: something is still open between them and the shop."""

from collections.abc import Iterable, Iterator

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.domain.privacy import OVER
from crm_desktop.services.registry import Context

NAMED = 5
PAPERS = """
SELECT COALESCE(number, draft_reference), kind, state FROM document
WHERE customer_id IN ({people}) ORDER BY id
"""
ASKED_OF = """
SELECT d.draft_reference FROM customer_merge_part p JOIN customer_merge m ON m.id = p.merge_id
JOIN document d ON d.id = m.document_id
WHERE p.customer_id IN ({people}) AND d.state IN ('draft', 'waiting')
"""
HELD = """
SELECT COALESCE(SUM(CASE WHEN e.kind IN ('receive', 'transfer_in') THEN e.satang
    WHEN e.kind IN ('apply', 'refund', 'forfeit', 'transfer_out', 'bounce') THEN -e.satang
    ELSE 0 END), 0)
FROM document d JOIN deposit_entry e ON e.deposit_id = d.id
WHERE d.customer_id IN ({people}) AND e.kind <> 'reverse'
    AND NOT EXISTS (SELECT 1 FROM deposit_entry r WHERE r.reverses_id = e.id)
"""
OWED = """
SELECT COALESCE(SUM(amount_satang - paid_satang), 0) FROM receivable
WHERE customer_id IN ({people}) AND paid_satang < amount_satang
"""
STATED = "SELECT COALESCE(SUM(outstanding_satang), 0) FROM customer_credit WHERE {where}"
VISITS = """
SELECT COUNT(*) FROM visit
WHERE customer_id IN ({people}) AND state IN ('planned', 'confirmed')
"""


def obstacles(context: Context, people: Iterable[int]) -> Iterator[Refused]:
    """Each with a sentence that says what to finish first."""
    listed = ", ".join(map(str, people))
    run = context.store.database.execute_sql
    waiting = [row[0] for row in run(ASKED_OF.format(people=listed)).fetchall()]
    waiting += [
        reference
        for reference, kind, state in run(PAPERS.format(people=listed)).fetchall()
        if state not in OVER[kind] and reference not in waiting
    ]
    if waiting:
        named = ", ".join(waiting[:NAMED]) + ("…" if len(waiting) > NAMED else "")
        yield WrongState("erase_open_papers", count=len(waiting), references=named)
    if held := run(HELD.format(people=listed)).fetchone()[0]:
        yield WrongState("erase_deposits_held", amount=Money(int(held)))
    stated = run(STATED.format(where=f"customer_id IN ({listed})")).fetchone()[0]
    owed = max(int(run(OWED.format(people=listed)).fetchone()[0]), int(stated))
    if owed:
        yield WrongState("erase_debts", amount=Money(owed))
    if count := run(VISITS.format(people=listed)).fetchone()[0]:
        yield WrongState("erase_visits_planned", count=int(count))
