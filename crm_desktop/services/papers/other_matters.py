"""What is asked of a paper beside issuing it: to cancel it or a part of it, to extend it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from crm_desktop.domain.authority import Facts, Level
from crm_desktop.services.authority import appraisal, requests
from crm_desktop.services.authority.appraisal import Subject
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.papers import documents, submitting
from crm_desktop.services.papers.contents import price
from crm_desktop.services.papers.submitting import Outcome
from crm_desktop.services.registry import Context, Loaded

Part = dict[int, int]
"""Thousandths by line, where a matter is about a part of a paper only."""

PARTS: Loaded[Callable[[Context, dict[str, Any], str, Part], None]] = Loaded()
"""What an approved cancelling of a part does, by kind."""


def ask_beside(
    context: Context,
    row: dict[str, Any],
    matter: str,
    plea: Plea,
    *,
    facts: Facts | None = None,
    days: int | None = None,
    part: Part | None = None,
    detail: str = "",
) -> Outcome:
    """Asks another matter of a paper; what is the actor's own takes effect at once.

    `facts` are those of the paper unless given; `days` replaces what the matter counts in days;
    `part` is what of the paper is meant, where it is not all, `detail` what else the effect must
    know.
    """
    subject = Subject.of(row, context.actor.person_id)
    if facts is None:
        priced = price(context, documents.content_of(context, row))
        facts = appraisal.facts_of(context, priced, subject)
    if days is not None:
        facts = replace(facts, days=days)
    decision = appraisal.judge(context, matter, facts, subject.officer_id, subject.barred)
    if part:
        detail = json.dumps(part)
    request_id = requests.ask(context, row, decision, plea, detail=detail)
    if not part:
        submitting.tell(context, row, f"asked_{matter.split('.')[1]}")
    if decision.level is Level.OWN:
        request = context.row("request", request_id)
        requests.EFFECTS[matter].approved(context, row, request)
    return submitting.outcome_of(context, context.row("document", row["id"]), decision, request_id)


def part_of(request: Mapping[str, Any]) -> Part:
    """What of its paper a stored request wants cancelled; empty where it is about all."""
    if request["matter"] != "document.cancel":
        return {}
    stored = json.loads(request["detail"] or "{}")
    return {int(line_id): milli for line_id, milli in stored.items()}


class _Cancel:
    """document.cancel: an approval cancels as the kind does it; otherwise the paper lives on."""

    def approved(self, context: Context, row: dict[str, Any], request: dict[str, Any]) -> None:
        road, part = submitting.ROADS[row["kind"]], part_of(request)
        if part:
            PARTS[row["kind"]](context, row, request["reason"], part)
        else:
            road.cancel(context, row, request["reason"])

    def sent_back(
        self, context: Context, row: dict[str, Any], request: dict[str, Any], event: str, note: str
    ) -> None:
        submitting.tell(context, row, f"cancel_{event}", reason=note)


requests.EFFECTS |= {"document.cancel": _Cancel()}
