"""What was said about a request so far, and why it went on to whoever has it now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crm_desktop.domain.authority.limits import Limits, limits_from_json
from crm_desktop.messages import known
from crm_desktop.services.registry import Context


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a request's history; `at` is when it was said, of a call the moment of the call;
    `stead` names the absent person it was said for, `beside` at whose PC; `limits` are those of the
    answer, or what was made of them."""

    at: datetime
    name: str
    verdict: str
    note: str
    stead: str = ""
    limits: Limits = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """Why a request went on to somebody else: a code with its values, as refusals have them."""

    code: str
    values: Mapping[str, str]


def answers(context: Context, request_id: int) -> tuple[Answer, ...]:
    """Every answer of a request, in the order in which they were given."""
    answer, person = context.t.request_answer, context.t.person
    away, desk = person.alias("away"), person.alias("desk")
    rows = (
        answer.select(
            answer.c.at,
            answer.c.spoken_at,
            answer.c.verdict,
            answer.c.note,
            answer.c.limits,
            getattr(person.c, context.naming).alias("name"),
            getattr(away.c, context.naming).alias("stead"),
            getattr(desk.c, context.naming).alias("beside"),
        )
        .join(person, on=(person.c.id == answer.c.person_id))
        .left_outer_join(away, on=(away.c.id == answer.c.for_id))
        .left_outer_join(desk, on=(desk.c.id == answer.c.beside_id))
        .where(answer.c.request_id == request_id)
        .order_by(answer.c.id)
    )
    return tuple(
        Answer(
            datetime.fromisoformat(each["spoken_at"] or each["at"]),
            each["name"],
            each["verdict"],
            each["note"],
            each["stead"] or "",
            limits_from_json(json.loads(each["limits"] or "[]")),
            each["beside"] or "",
        )
        for each in rows.dicts()
    )


def passed(context: Context, request_id: int) -> tuple[Passed, ...]:
    """Why it is not with whoever was asked first."""
    step = context.t.request_step
    rows = step.select(step.c.why).where(step.c.request_id == request_id).order_by(step.c.position)
    told = ([*json.loads(why), ""] for (why,) in rows.tuples())
    found = (Passed(f"route_{code}", {"name": name}) for code, name, *_ in told if code)
    return tuple(each for each in found if known(each.code))
