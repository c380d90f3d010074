"""What each step of a quotation leaves beside its state: since when, how far it came, when it
closed; and how likely an offer in each stage is won."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.pipeline import (
    BY_EVENT,
    CLOSED,
    ENOUGH,
    HISTORY_DAYS,
    REACHED,
    USUAL_DAYS_TO_CLOSE,
    Rhythm,
    Stage,
    proposed_close,
)
from crm_desktop.services import settings
from crm_desktop.services.authority.deadlines import load_calendar
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.settings import load_shop
from crm_desktop.store.orm import SQL, fn

PIPELINE = "pipeline"
HISTORY = "pipeline_history"
MOST_DURATIONS = 2_000
"""So many of the latest accepted papers say how long an offer usually takes."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The stages with their shares and the usual days from issue to acceptance; `version` is what
    a save must name, `as_of` the day of the history (None while there is none)."""

    version: int
    stages: tuple[Stage, ...]
    usual_days: int
    as_of: date | None

    def of(self, state: str) -> Stage:
        """The stage of an open state."""
        return next(each for each in self.stages if each.state == state)


@dataclass(frozen=True)
class SaveStages(Command[None]):
    """Sets by hand how likely offers of some stages are won, as (state, percent); a stage that is
    not named goes by the shop's own history again."""

    name: ClassVar[str] = "pipeline.save"
    version: int
    percents: tuple[tuple[str, int], ...]


@handles(SaveStages)
def save_stages(context: Context, command: SaveStages) -> None:
    """Replaces what was set; every open figure of the forecast follows at once."""
    for state, percent in command.percents:
        if state not in OPEN_STATES:
            raise Refused("bad_choice", "percents", value=state)
        if not 0 <= percent <= 100:
            raise Refused("bad_percent", state, text=str(percent))
    old, known = settings.load(context, PIPELINE)
    settings.store(context, PIPELINE, command.version, {"percents": dict(command.percents)})
    back = SaveStages(known + 1, tuple(old.get("percents", {}).items()))
    context.reversible(command, back)


@query("quotation.read")
def likelihood(context: Context) -> Likelihood:
    """How likely each stage is won, and where the figure comes from."""
    value, version = settings.load(context, PIPELINE)
    kept, _ = settings.load(context, HISTORY)
    percents, history = value.get("percents", {}), kept.get("stages", {})
    stages = tuple(
        Stage(state, percents.get(state), *history.get(state, (0, 0))) for state in OPEN_STATES
    )
    usual = kept.get("usual_days") or USUAL_DAYS_TO_CLOSE
    day = date.fromisoformat(kept["day"]) if kept else None
    return Likelihood(version, stages, usual, day)


def keep_history(context: Context) -> None:
    """Counts once a day what became of the papers of the last year, for everybody to read."""
    kept, version = settings.load(context, HISTORY)
    if kept.get("day") == context.today.isoformat():
        return
    counts = {state: [0, 0] for state in OPEN_STATES}
    for state, reached, papers in _closed(context):
        for stage, bit in REACHED.items():
            if reached & bit:
                counts[stage][0] += papers if state == "accepted" else 0
                counts[stage][1] += papers
    value = {"day": context.today.isoformat(), "stages": counts, "usual_days": _usual(context)}
    settings.store(context, HISTORY, version, value)


def _closed(context: Context) -> Any:
    """How many papers of the last year ended in which state, by the stages they had stood in."""
    document = context.t.document
    since = (context.today - timedelta(days=HISTORY_DAYS)).isoformat()
    count = fn.COUNT(SQL("1"))
    rows = document.select(document.c.state, document.c.reached, count).where(
        document.c.closed_on.is_null(False), document.c.closed_on >= since,
        document.c.state << CLOSED,
    )  # fmt: skip
    return rows.group_by(document.c.state, document.c.reached).tuples()


def _usual(context: Context) -> int | None:
    """The median of days from issue to acceptance; None of too few."""
    document = context.t.document
    rows = (
        document.select(document.c.issued_at, document.c.closed_on)
        .where(document.c.closed_on.is_null(False), document.c.state == "accepted")
        .order_by(document.c.closed_on.desc(), document.c.id.desc())
        .limit(MOST_DURATIONS)
    )
    days = sorted(
        (date.fromisoformat(closed) - date.fromisoformat(issued[:10])).days
        for issued, closed in rows.tuples()
        if issued
    )
    return max(days[len(days) // 2], 1) if len(days) >= ENOUGH else None


# ---------------------------------------------------------------- the steps of a paper


def rhythm(context: Context) -> Rhythm:
    """The shop's rhythm of follow-ups."""
    shop = load_shop(context)[0]
    return Rhythm(shop.follow_up_after, shop.follow_up_before_expiry, shop.follow_up_on_expiry)


def next_follow_up(context: Context, row: Mapping[str, Any], until: str | None = None) -> date:
    """The next day of the rhythm for a paper that is out, or goes out today."""
    issued = date.fromisoformat((row["issued_at"] or context.moment)[:10])
    last = date.fromisoformat(until or row["valid_until"])
    return rhythm(context).next(context.today, issued, last, load_calendar(context))


def begin(context: Context, follow_up_on: str | None, until: str) -> dict[str, Any]:
    """What a paper gets when it goes out: its first date, and when it is likely decided."""
    usual = likelihood(context).usual_days
    last, calendar = date.fromisoformat(until), load_calendar(context)
    expected = proposed_close(context.today, last, usual, calendar)
    return {"follow_due_on": follow_up_on, "expected_on": expected.isoformat()}


def expected_beside(row: Mapping[str, Any], on: str | None) -> dict[str, Any]:
    """What the program itself expects is never before the next word with the customer; what a
    person expects stays."""
    if row["expected_by_hand"] or not on or (row["expected_on"] or "") >= on:
        return {}
    return {"expected_on": on}


def along(context: Context, row: Mapping[str, Any], event: str, after: str) -> dict[str, Any]:
    """Columns that follow from a step; a paper that is open no longer leaves its last follow-up
    and a call about prices behind it."""
    if row["kind"] != KIND.code or after == row["state"]:
        return {}
    columns: dict[str, Any] = {
        "stage_at": context.moment,
        "reached": row["reached"] | REACHED.get(after, 0),
        "closed_on": context.today.isoformat() if after in CLOSED else None,
    }
    if row["state"] in OPEN_STATES and after not in OPEN_STATES:
        _last_follow_up(context, row, event)
        end_call(context, row["id"])
        columns["follow_due_on"] = None
    return columns


def _last_follow_up(context: Context, row: Mapping[str, Any], event: str) -> None:
    """What was due by today was done by the customer's word, or missed for good."""
    due = row["follow_due_on"] or row["follow_up_on"]
    if due is None or due > context.today.isoformat():
        return
    result = BY_EVENT.get(event, "")
    done_on = context.today.isoformat() if result else None
    record(context, row, due, done_on, "", result, "")


def record(
    context: Context,
    row: Mapping[str, Any],
    due_on: str,
    done_on: str | None,
    how: str,
    result: str,
    note: str,
) -> None:
    """One follow-up that was due: done, or (without a day) missed; such lines only grow."""
    context.insert(
        "follow_up",
        "done" if done_on else "missed",
        document_id=row["id"],
        branch_id=row["branch_id"],
        owner_id=row["owner_id"],
        due_on=due_on,
        done_on=done_on,
        how=how,
        result=result,
        note=note,
        by_id=context.actor.person_id or None,
        at=context.moment,
    )


def end_call(context: Context, document_id: int) -> None:
    """Nobody needs to be told of new prices of a paper that is open no longer."""
    for call in context.rows("price_call", "id", document_id=document_id, state="open"):
        context.update("price_call", call["id"], call["version"], "over", state="over")
