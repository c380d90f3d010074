"""What time does by itself: papers run out, requests climb, the day's audit head is kept, open
offers are compared with new prices, the month's forecast is kept.

Visits whose day has passed are listed as overdue and changed by nobody but people: the program
cannot know whether the officer was there.
"""

from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any, ClassVar

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.services import letters, mailing, once, settings
from crm_desktop.services.authority import rerouting
from crm_desktop.services.authority.calendars import add_public_holidays
from crm_desktop.services.authority.escalating import begin, escalate, overdue, unset
from crm_desktop.services.customers import finder
from crm_desktop.services.papers import documents, forecast, price_rises, stages
from crm_desktop.services.privacy import traces
from crm_desktop.services.registry import MOVERS_LOCK, SYSTEM, Command, Context, handles, query
from crm_desktop.services.transfer import watching
from crm_desktop.store import audit
from crm_desktop.store.orm import SQL, fn

BATCH = 200
BREATH_SECONDS = 0.1
"""Between two runs of a long round: a SQLite file has one writer, and people come first."""


@dataclass(frozen=True, slots=True)
class Housekept:
    """What one run did: numbers of papers that ran out, ids of requests that climbed, and of those
    whose answerer could not answer any more.

    `more` says that another run will find more to do, `busy` that another copy was at it, so that
    this one did nothing. `audit_line` and `audit_hash` are the head kept for today, for printing.
    """

    expired: tuple[str, ...] = ()
    escalated: tuple[int, ...] = ()
    more: bool = False
    audit_line: int | None = None
    audit_hash: str | None = None
    busy: bool = False
    rerouted: tuple[int, ...] = ()


@dataclass(frozen=True)
class Housekeeping(Command[Housekept]):
    """Brings the desk up to today; runs as often as you like, from any number of copies."""

    name: ClassVar[str] = "system.housekeeping"


@dataclass(frozen=True, slots=True)
class Chores:
    """Whether anything is there to be done now, in the house and of the post; `watched` says that
    a folder is to be looked into, which takes as long as its server pleases."""

    house: bool
    letters: bool
    watched: bool = False


@query("system.housekeeping")
def chores(context: Context) -> Chores:
    """A question of a millisecond, so that every desk may ask it every minute."""
    new_day = not settings.load(context, _head_key(context))[0]
    begun = new_day or rerouting.is_due(context)
    due = (overdue(context), unset(context), _run_out(context))
    begun = begun or price_rises.is_due(context) or finder.is_due(context)
    begun = begun or traces.is_due(context)
    house = begun or any(list(rows.limit(1).tuples()) for rows in due)
    sends = mailing.account(context) is not None
    post = sends and bool(list(letters.due_letters(context).limit(1).tuples()))
    return Chores(house, post, watching.watches(context))


@handles(Housekeeping)
def keep_house(context: Context, command: Housekeeping) -> Housekept:
    """Works as `system`, whoever's copy comes first; a second run at once finds nothing to do.

    One kind of work in one transaction: papers are held in their one order, and not for long.
    """
    if not _alone(context):
        return Housekept(busy=True)
    context.actor = SYSTEM
    line, digest = _keep_audit_head(context)
    stages.keep_history(context)
    forecast.keep_forecast(context)
    add_public_holidays(context)
    letters.purge(context)
    once.purge(context)
    done = Housekept(audit_line=line, audit_hash=digest, more=True)
    rerouted, rest = rerouting.keep_moving(context)
    if rerouted or rest:
        return replace(done, rerouted=rerouted)
    if begin(context):
        return done
    if escalated := escalate(context):
        return replace(done, escalated=escalated)
    expired, more = _expire(context)
    if not more and price_rises.is_due(context):
        _, more = price_rises.sweep(context)
    more = more or traces.forget(context)
    if not more:  # who is new or was changed is compared with the others, some in every round
        finder.look(context, finder.STEP)
    return replace(done, expired=expired, more=more)


def _alone(context: Context) -> bool:
    """SQLite's one writer is alone anyway; on PostgreSQL a lock that ends with the transaction."""
    if context.store.engine == "sqlite":
        return True
    text = "SELECT pg_try_advisory_xact_lock(%s)"
    found = context.store.database.execute_sql(text, (MOVERS_LOCK,))
    return bool(found.fetchone()[0])


def _keep_audit_head(context: Context) -> tuple[int, str]:
    """The head of the chain as the day began here; written once a day and then only told."""
    key = _head_key(context)
    kept, _ = settings.load(context, key)
    if not kept:
        line, digest = audit.head(context.store)
        kept = {"line": line, "hash": digest, "at": context.moment}
        settings.store(context, key, 0, kept)
    return int(kept["line"]), str(kept["hash"])


def _head_key(context: Context) -> str:
    return f"audit_head.{context.today.isoformat()}"


def _expire(context: Context) -> tuple[tuple[str, ...], bool]:
    """Ends the validity of what ran out; a paper that a request locks waits for its answer."""
    rows = list(_run_out(context).limit(BATCH + 1).dicts())
    moved = (
        context.apart(partial(documents.move, context, row, "expire", follow_up_on=None))
        for row in sorted(rows[:BATCH], key=itemgetter("id"))
    )
    expired = tuple(row["number"] for row in moved if row is not None)
    return expired, bool(expired) and len(rows) > BATCH


def _run_out(context: Context) -> Any:
    document, request = context.t.document, context.t.request
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    asked = request.select(request.c.id).where(
        request.c.document_id == document.c.id,
        request.c.state << ("waiting", "advised"),
        request.c.closed_at.is_null(),  # a paper issued on advice is bound by it no longer
    )
    return (
        document.select()
        .where(
            document.c.kind == "QT",
            document.c.state.in_(SQL(f"({states})")),
            document.c.valid_until < context.today.isoformat(),
            ~fn.EXISTS(asked),
        )
        .order_by(document.c.valid_until, document.c.id)
    )
