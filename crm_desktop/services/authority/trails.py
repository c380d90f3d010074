"""The history of a paper: everything asked and answered about it, as it was put down then.

It is read from what nothing can change (requests, steps, answers, exits, the audit) and from the
customer as frozen on the paper, so that it stays when the paper is cancelled, voided or revised
and when the customer's own record becomes another.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from crm_desktop.domain.authority import Facts, Grade
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.printing.house_papers import ApprovalSheet, TrailChapter, TrailEntry
from crm_desktop.printing.paper import Language
from crm_desktop.services.authority.trail_words import Words
from crm_desktop.services.customers import merge_lists
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import documents, finders, paper_parts
from crm_desktop.services.registry import Context, query

Fields = list[tuple[str, str]]
Dated = Iterator[TrailEntry]

STEPPED = """
SELECT l.at, l.actor_id, v.after FROM audit_line l JOIN audit_value v ON v.line_id = l.id
WHERE l.record = 'request' AND l.record_id = {id:d} AND v.field = 'step' ORDER BY l.id
"""
PRESSED = """
SELECT MIN(l.at) FROM audit_line l JOIN audit_value v ON v.line_id = l.id
WHERE l.record = 'request' AND l.record_id = {id:d} AND v.field = 'customer_waiting'
  AND v.after = '1'
"""
FROZEN = """
SELECT l.at, l.actor_id, l.event, v.after FROM audit_line l JOIN audit_value v ON v.line_id = l.id
WHERE l.record = 'document' AND l.record_id = {id:d} AND v.field = 'frozen_sha256'
  AND v.after IS NOT NULL ORDER BY l.id
"""


@query("request.trail")
def trail(context: Context, document_id: int, language: str = "") -> ApprovalSheet:
    """Every decision about a paper and its other revisions, oldest first, for printing."""
    row = documents.row_of(context, document_id, "request.trail")
    speech = cast(Language, language or context.actor.language)
    words, revisions = Words(speech, context.actor.era), _revisions(context, row)
    return _Teller(context, words, revisions).sheet(row, speech)


def _revisions(context: Context, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The paper with all that it replaces and that replaces it, oldest first."""
    document, found = context.t.document, {row["id"]: dict(row)}
    before = row["replaces_id"]
    while before is not None and before not in found:
        found[before] = context.row("document", before)
        before = found[before]["replaces_id"]
    after = [row["id"]]
    while after:
        later = document.select().where(document.c.replaces_id << after)
        after = [each["id"] for each in later.dicts() if found.setdefault(each["id"], each) is each]
    return [found[number] for number in sorted(found)]


class _Teller:
    """Tells one history in the words of its reader."""

    def __init__(self, context: Context, words: Words, revisions: list[dict[str, Any]]) -> None:
        self._context, self._say, self._revisions = context, words, revisions
        self._of = {row["id"]: row for row in revisions}

    def sheet(self, row: Mapping[str, Any], speech: Language) -> ApprovalSheet:
        parties, say = self._parties(row), self._say
        kind, me = KINDS[row["kind"]], self._context.actor.person_id or None
        facts = [
            (say("trail_paper"), say(f"paper_title_{row['kind'].lower()}")),
            (say("trail_state"), say(kind.states.state_code(row["state"]))),
            (say("trail_owner"), self._person(row["owner_id"])),
            (say("trail_issued"), say.moment(row["issued_at"]) if row["issued_at"] else ""),
            (say("trail_total"), str(Money(row["total_satang"])) if row["total_satang"] else ""),
            (say("trail_printed"), f"{say.show(self._context.now)}  {self._person(me)}"),
        ]
        sheet = ApprovalSheet(
            seller=paper_parts.seller(parties["letterhead"]),
            dated=self._context.today,
            number=row["number"],
            draft_reference=row["draft_reference"],
            finder=finders.trail(row["number"] or row["draft_reference"]),
            language=speech,
            customer=paper_parts.party(parties["customer"]),
            facts=tuple(facts),
            chapters=(*self._merge(row), *self._chapters()),
        )
        return dressed(self._context, sheet)

    def _parties(self, row: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
        """As frozen, even where the paper is a draft again; of today if it never was."""
        table = self._context.t.document_party
        rows = table.select(table.c.customer).where(table.c.document_id == row["id"])
        frozen: Mapping[str, Any] = next((json.loads(each[0]) for each in rows.tuples()), {})
        return frozen or documents.parties_of(self._context, row)

    def _merge(self, row: Mapping[str, Any]) -> Iterator[TrailChapter]:
        """Which records became one, and whose value of each field stayed."""
        if row["kind"] != "CM":
            return
        card, say = merge_lists.merge_card(self._context, row["id"]), self._say
        facts = [(side.code, side.name) for side in card.sides]
        for field in card.fields:
            values = dict(zip((side.id for side in card.sides), field.values, strict=True))
            if field.differs:
                value = self._value(field.field, values[field.chosen])
                facts.append((say(f"merge_field_{field.field}"), value))
        yield TrailChapter(say("kind_customer_merge"), tuple(facts))

    def _value(self, field: str, value: str) -> str:
        """Codes in words, the kind before its tax number."""
        first, _, rest = value.partition(" ")
        if field in merge_lists.CODED and value:
            return f"{self._say(merge_lists.CODED[field].format(first))} {rest}".strip()
        return value or "–"

    def _chapters(self) -> Iterator[TrailChapter]:
        say, requests = self._say, self._rows("request", "document_id")
        for number, request in enumerate(requests, start=1):
            yield self._request(number, request)
        if not requests:
            yield TrailChapter(say("trail_nothing"))
        for title, entries in (
            ("trail_revisions", self._papers()),
            ("trail_frozen", self._hashes()),
            ("trail_exits", self._exits()),
        ):
            told = tuple(entries)
            if told:
                yield TrailChapter(say(title), entries=told)

    # ------------------------------------------------------------ requests

    def _request(self, number: int, request: Mapping[str, Any]) -> TrailChapter:
        say = self._say
        title = say(
            "trail_request",
            number=number,
            matter=say.matter(request["matter"]),
            state=say(f"request_state_{request['state']}"),
        )
        told = [(at, text) for at, text in self._asked(request) if text]
        return TrailChapter(title, tuple(told), tuple(self._happened(request)))

    def _asked(self, request: Mapping[str, Any]) -> Fields:
        say, decision = self._say, json.loads(request["decision"])
        asker = f"{self._person(request['requester_id'])} ({decision['grade']})"
        used = request["used_facts"]
        return [
            (say("trail_about"), self._reference(request["document_id"])),
            (say("trail_asked"), f"{say.moment(request['asked_at'])}  {asker}"),
            (say("trail_level"), say.level(decision["level"])),
            (say("trail_under"), self._rule(decision)),
            (say("trail_figures"), say.facts(Facts.from_json(json.loads(request["facts"])))),
            (say("trail_bands"), say.bands(decision["bands"])),
            (say("trail_why"), say.reasons(decision["reasons"])),
            (say("trail_reason"), request["reason"]),
            (say("trail_competitor"), self._competitor(request)),
            (say("trail_waiting"), self._pressed(request)),
            (say("trail_limits"), say.limits(request["limits"])),
            (say("trail_used"), say.facts(Facts.from_json(json.loads(used))) if used else ""),
            (say("trail_hash"), request["frozen_sha256"]),
        ]

    def _competitor(self, request: Mapping[str, Any]) -> str:
        """What the officer wrote, with the price where it was given as a figure."""
        satang = request["competitor_satang"]
        unit = self._say("trail_unit_baht")
        price = "" if satang is None else f"{Money(satang)} {unit}"
        return "  ".join(part for part in (request["competitor"], price) if part)

    def _pressed(self, request: Mapping[str, Any]) -> str:
        """Since when the customer waits: from the question on, or said later."""
        if not request["customer_waiting"]:
            return ""
        run = self._context.store.database.execute_sql
        ((at,),) = run(PRESSED.format(id=request["id"])).fetchall()
        return self._say("trail_since", at=datetime.fromisoformat(at or request["asked_at"]))

    def _rule(self, decision: Mapping[str, Any]) -> str:
        """Version and row that decided, as they are called in the authority table."""
        if not decision["version"]:
            return self._say("trail_unconfirmed")
        version = self._say("trail_version", number=decision["version"])
        if not decision["row"]:
            return version
        _, grade, *branch = decision["row"].split("/")
        return "  ".join((version, self._say.explain(Grade[grade].title), *branch))

    def _happened(self, request: Mapping[str, Any]) -> Dated:
        """Each step with its answers below it."""
        answers = self._rows("request_answer", "request_id", request["id"])
        decision, began = json.loads(request["decision"]), {1: (request["asked_at"], 0)}
        run = self._context.store.database.execute_sql
        for at, actor_id, position in run(STEPPED.format(id=request["id"])).fetchall():
            if position:
                began.setdefault(int(position), (at, actor_id))
        asked = self._rows("request_step", "request_id", request["id"])
        steps = {each["position"]: each for each in asked}
        for position in sorted({*steps, *(each["position"] for each in answers)}):
            if position in steps:
                yield self._step(steps[position], *began.get(position, ("", 0)), decision)
            yield from (self._answer(each) for each in answers if each["position"] == position)

    def _step(
        self, step: Mapping[str, Any], at: str, actor_id: int, decision: Mapping[str, Any]
    ) -> TrailEntry:
        """Who was asked: first of all past whom, later by whom it was handed up and why."""
        say, first, by = self._say, decision["steps"], ""
        whom = self._person(step["answerer_id"]) or self._role(step["role"])
        notes: list[str] = []
        if step["position"] > len(first):
            why, *words = json.loads(step["why"])
            by = say("trail_by", name=self._person(actor_id)) if actor_id else ""
            handed = say.known("trail_step", why)
            notes = [] if handed == why else [handed, *words]
        elif first[step["position"] - 1] == "superior":
            notes = [say.reasons(each["reasons"]) for each in decision["climbed"]]
        moment = datetime.fromisoformat(at) if at else None
        return TrailEntry(moment, say("trail_asks", name=whom), by, tuple(filter(None, notes)))

    def _role(self, role: str) -> str:
        """Whoever holds a role, where nobody is named."""
        if role == "director":
            return self._say.explain(Grade.G6.title)
        return self._say.known("authority_step", role)

    def _answer(self, answer: Mapping[str, Any]) -> TrailEntry:
        say, note = self._say, answer["note"]
        who = [self._person(answer["person_id"])]
        for column in ("for_id", "beside_id"):
            if answer[column]:
                who.append(say(f"trail_{column}", name=self._person(answer[column])))
        notes = [say.known("trail_void", note) if answer["verdict"] == "void" else note]
        notes.append(say.limits(answer["limits"], used=answer["verdict"] == "within"))
        if answer["spoken_at"]:
            notes.append(say("trail_spoken", at=datetime.fromisoformat(answer["spoken_at"])))
        return TrailEntry(
            datetime.fromisoformat(answer["at"]),
            say(f"verdict_{answer['verdict']}"),
            "  ".join(who),
            tuple(filter(None, notes)),
        )

    # ------------------------------------------------------------ the paper

    def _papers(self) -> Dated:
        """Each revision, where there are several."""
        for row in self._revisions if len(self._revisions) > 1 else ():
            at = datetime.fromisoformat(row["issued_at"] or row["created_at"])
            state = self._say(KINDS[row["kind"]].states.state_code(row["state"]))
            total = f"{self._say('trail_total')}  {Money(row['total_satang'])}"
            yield TrailEntry(at, f"{self._reference(row['id'])}  {state}", notes=(total,))

    def _hashes(self) -> Dated:
        """What stood on the paper each time it was frozen, as its SHA-256."""
        run = self._context.store.database.execute_sql
        for row in self._revisions:
            states = KINDS[row["kind"]].states
            for at, actor_id, event, frozen in run(FROZEN.format(id=row["id"])).fetchall():
                word = self._say.known(f"{states.name}_event", event)
                word = self._say.known("trail_event", event) if word == event else word
                what = f"{word}  {self._reference(row['id'])}"
                who = self._person(actor_id)
                yield TrailEntry(datetime.fromisoformat(at), what, who, (frozen,))

    def _exits(self) -> Dated:
        """Each time the paper, or a slip beside it, left the house."""
        for left in self._rows("document_print", "document_id"):
            what = self._say(f"exit_{left['exit']}")
            slip, _, place = left["slip"].partition("/")
            named = self._say(f"paper_title_{slip.lower()}") if slip else ""
            copy = self._say("paper_copy", number=left["copy"]) if left["copy"] else ""
            of = self._reference(left["document_id"])
            yield TrailEntry(
                datetime.fromisoformat(left["at"]),
                "  ".join(part for part in (what, f"{named} {place}".strip(), of, copy) if part),
                self._person(left["by_id"]),
            )

    # ------------------------------------------------------------ reading

    def _rows(self, table: str, column: str, number: int | None = None) -> Sequence[dict[str, Any]]:
        """The rows of one record, or of every revision, oldest first."""
        rows = getattr(self._context.t, table)
        wanted = list(self._of) if number is None else [number]
        found = rows.select().where(getattr(rows.c, column) << wanted)
        return list(found.order_by(rows.c.id).dicts())

    def _person(self, person_id: int | None) -> str:
        """Nobody is "", the program itself what its own account is called."""
        if person_id is None:
            return ""
        return self._say.name(self._context.known("person", person_id))

    def _reference(self, document_id: int) -> str:
        row = self._of[document_id]
        revision = f" R{row['revision']}" if row["revision"] > 1 else ""
        return str(row["number"] or row["draft_reference"] + revision)
