"""E-mails about requests: written beside the event itself, sent when nothing is held any more.

A letter says who asks what about which paper and since when, never how much or why. One that
nobody needs any more by the time it could leave is dropped.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.permissions import roams
from crm_desktop.messages import sentence
from crm_desktop.services import mailing
from crm_desktop.services.authority import delegations
from crm_desktop.services.mailing import Account, Mail
from crm_desktop.services.notify import wishes_of
from crm_desktop.services.registry import (
    SYSTEM,
    Command,
    Context,
    Transact,
    afterwards,
    handles,
    query,
)
from crm_desktop.store.orm import SQL, fn

Row = Mapping[str, Any]
ANSWERS = ("advised", "approved", "returned", "rejected", "voided")
WAITS = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=1))
"""How long after each try nobody tries again; as many tries as there are waits."""
AT_ONCE = 50
"""Letters that are looked at in one run."""
SHOWN = 20
KEPT = timedelta(days=90)
"""How long a letter is kept, whatever became of it; that it was written stays in the audit."""
PURGED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What a mail server refused with, as a code of the catalogue."""

    code: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Posted:
    """What one run did; `more` says that another will find more to do now."""

    sent: int = 0
    dropped: int = 0
    given_up: int = 0
    problem: Problem | None = None
    more: bool = False

    def and_then(self, later: "Posted") -> "Posted":
        """What this run and a later one did together."""
        return Posted(
            self.sent + later.sent,
            self.dropped + later.dropped,
            self.given_up + later.given_up,
            later.problem,
            later.more,
        )


@dataclass(frozen=True)
class SendLetters(Command[Posted]):
    """Sends what is due to one person as one mail; runs as often as you like, from any copy."""

    name: ClassVar[str] = "mail.send"
    permission: ClassVar[str] = "system.housekeeping"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A letter that did not go out and is not tried any more, and what the server said."""

    id: int
    person: str
    address: str
    reference: str
    made_at: datetime
    code: str
    values: Mapping[str, Any]


# ------------------------------------------------------------ writing


def tell(context: Context, request_id: int) -> None:
    """Writes to whoever must hear of a request as it is now and wants mail; belongs after every
    change of who is asked or what was answered, in the same transaction."""
    if mailing.account(context) is None:
        return
    request = context.row("request", request_id)
    for person_id, about in _to_tell(context, request):
        person = context.known("person", person_id)
        if person_id == context.actor.person_id or not _wants_mail(person):
            continue
        pressing = about == "customer"  # ten minutes later it climbs: tomorrow is no use
        quiet = wishes_of(person).quiet
        _write(
            context, request, person, about, context.now if pressing else quiet.ends(context.now)
        )


def _wants_mail(person: Row) -> bool:
    return bool(person["email"] and person["active"] and wishes_of(person).mail)


def _to_tell(context: Context, request: Row) -> Iterator[tuple[int, str]]:
    """(person, about) of everybody who must hear of a request as it is now."""
    state = request["state"]
    if state == "waiting":
        about = "escalated" if passed_up_by(context, request) else "asked"
        about = "customer" if request["customer_waiting"] else about
        yield from ((person_id, about) for person_id in _asked(context, request))
    elif state == "advised" and request["spoken"]:
        yield request["answerer_id"], "spoken"
    elif state in ANSWERS and not request["seen"]:
        paper = context.row("document", request["document_id"])
        whose = (request["requester_id"], paper["owner_id"])
        about = told_as(state, _last_answer(context, request["id"])[1])
        yield from ((each, about) for each in {_at_work(context, each): None for each in whose})


def _at_work(context: Context, person_id: int) -> int:
    """An officer, or the colleague who has their work today."""
    lent = (each for each in delegations.today(context) if each.kind == delegations.WORK)
    found = (each.deputy_id for each in lent if each.principal_id == person_id)
    return next(found, person_id)


def _asked(context: Context, request: Row) -> list[int]:
    """Whose answer is waited for: who is named or has the role, or else who stands in for them."""
    named = request["answerer_id"]
    persons = _with_role(context, request) if named is None else [named]
    found = dict.fromkeys(_there(context, each, request) for each in persons)
    return [each for each in found if each != request["requester_id"]]


def _there(context: Context, person_id: int, request: Row) -> int:
    deputy = delegations.deputy_of(context, person_id, request["matter"])
    away = deputy is not None and deputy.person != request["requester_id"]
    return deputy.person if deputy and away else person_id


def _with_role(context: Context, request: Row) -> list[int]:
    person = context.t.person
    rows = person.select(person.c.id, person.c.roles, person.c.branch_id).where(
        person.c.active == 1
    )
    return [
        person_id
        for person_id, roles, branch_id in rows.order_by(person.c.id).tuples()
        if request["answerer_role"] in roles.split()
        and (branch_id == request["branch_id"] or roams(roles.split(), "request.answer"))
    ]


def _write(context: Context, request: Row, person: Row, about: str, not_before: datetime) -> None:
    """One letter in the reader's language; an older one about the same request is dropped."""
    language, era = person["language"], person["era"]
    values = _values(context, request, language)
    subject = sentence(f"letter_{about}", language, era, **values)
    body = [subject, sentence("letter_facts", language, era, **values)]
    letter = context.t.letter
    letter.update(state="dropped", version=letter.c.version + 1).where(
        letter.c.request_id == request["id"],
        letter.c.person_id == person["id"],
        letter.c.state == "waiting",
    ).execute()
    row = letter.insert(
        person_id=person["id"],
        address=person["email"],
        request_id=request["id"],
        about=about,
        subject=subject,
        body="\n".join(body),
        made_at=context.moment,
        not_before=_stored(not_before),
        state="waiting",
    )
    told = {"person_id": person["id"], "request_id": request["id"], "about": about}
    context.audit("letter", int(row.execute()), "written", {}, told)


def _values(context: Context, request: Row, language: str) -> dict[str, Any]:
    """What the sentences name: people as readers of that language write them."""
    naming = "name_en" if language == "en" else "name"
    paper = context.row("document", request["document_id"])
    matter = request["matter"].replace(".", "_")
    return {
        "reference": paper["number"] or paper["draft_reference"],
        "person": context.known("person", request["requester_id"])[naming],
        "answerer": _name(context, _last_answer(context, request["id"])[0], naming),
        "before": _name(context, passed_up_by(context, request), naming),
        "matter": sentence(f"authority_matter_{matter}", language),
        "since": datetime.fromisoformat(request["asked_at"]),
    }


def told_as(state: str, verdict: str) -> str:
    """How the officer hears of an answer: by what became of the request, but of advice against and
    of advice that was never given by what was said last."""
    return {"advise_against": "against", "deny_spoken": "denied"}.get(verdict, state)


def _last_answer(context: Context, request_id: int) -> tuple[int | None, str]:
    """Who said something last about a request, and what."""
    answer = context.t.request_answer
    rows = answer.select(answer.c.person_id, answer.c.verdict)
    rows = rows.where(answer.c.request_id == request_id).order_by(answer.c.id.desc()).limit(1)
    return next(iter(rows.tuples()), (None, ""))


def _name(context: Context, person_id: int | None, naming: str) -> str:
    return "–" if person_id is None else str(context.known("person", person_id)[naming])


def passed_up_by(context: Context, request: Row) -> int | None:
    """Whoever did not answer in time, so that the request climbed to where it is now."""
    step, position = context.t.request_step, request["step"]
    rows = step.select(step.c.position, step.c.why, step.c.answerer_id).where(
        step.c.request_id == request["id"], step.c.position <= position
    )
    found = list(rows.order_by(step.c.position.desc()).limit(2).tuples())
    if len(found) < 2 or found[0][0] != position or json.loads(found[0][1])[:1] != ["escalated"]:
        return None
    return found[1][2]  # type: ignore[no-any-return]


def _stored(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


# ------------------------------------------------------------ sending


@dataclass(frozen=True, slots=True)
class Claimed:
    """One mail and the letters in it, which nobody else tries meanwhile."""

    server: Account
    mail: Mail
    letters: tuple[tuple[int, int], ...]


@handles(SendLetters)
def claim(context: Context, command: SendLetters) -> tuple[Posted, Claimed | None]:
    """Takes the letters of one person for a while: each try is counted before it is made, so
    that a copy that dies over it never leads to a try too many."""
    context.actor = SYSTEM
    server = mailing.account(context)
    if server is None:
        return Posted(), None
    due = list(due_letters(context).limit(AT_ONCE + 1).dicts())
    alive = [row for row in due if not _is_over(context, row)]
    group = [row for row in alive if _group(row) == _group(alive[0])] if alive else []
    taken = [row for row in group if _take(context, row)]
    done = Posted(
        dropped=sum(row["state"] == "dropped" for row in due),
        given_up=sum(row["state"] == "given_up" for row in due),
        more=len(due) > AT_ONCE or len(alive) > len(group),
    )
    if not taken:
        return done, None
    letters = tuple((row["id"], row["version"] + 1) for row in taken)
    return done, Claimed(server, _mail(context, taken), letters)


def due_letters(context: Context) -> Any:
    """What is to leave now, the longest waiting first; a literal, for the partial index."""
    letter = context.t.letter
    return (
        letter.select()
        .where(letter.c.state == SQL("'waiting'"), letter.c.not_before <= context.moment)
        .order_by(letter.c.not_before, letter.c.id)
    )


def _group(row: Row) -> tuple[Any, ...]:
    """What goes as one mail: a first try takes all that waits, a second the same as the first."""
    return (row["person_id"], row["address"], row["tries"], row["tries"] and row["not_before"])


def _is_over(context: Context, row: dict[str, Any]) -> bool:
    """Whether nobody needs the letter any more, or it was tried often enough; then it ends here."""
    request = context.row("request", row["request_id"])
    person = context.known("person", row["person_id"])
    row["address"] = person["email"]  # which may have changed since it was written
    if not _wants_mail(person) or (row["person_id"], row["about"]) not in _to_tell(
        context, request
    ):
        row["state"] = "dropped"
    elif row["tries"] >= len(WAITS):
        row["state"] = "given_up"
    else:
        return False
    _end(context, row["id"], row["version"], row["state"])
    return True


def _take(context: Context, row: Row) -> bool:
    """Whether nobody else took it in the same moment."""
    letter = context.t.letter
    until = _stored(context.now + WAITS[row["tries"]])
    taken = letter.update(
        version=row["version"] + 1,
        tries=row["tries"] + 1,
        not_before=until,
        address=row["address"],
    ).where(letter.c.id == row["id"], letter.c.version == row["version"])
    return bool(taken.execute())


def _end(
    context: Context, letter_id: int, version: int, state: str, failure: str | None = None
) -> None:
    """Writes down what became of a letter, unless somebody else did."""
    letter = context.t.letter
    values = {"state": state, "version": version + 1}
    values |= {"sent_at": context.moment} if state == "sent" else {}
    values |= {} if failure is None else {"failure": failure}
    written = letter.update(**values).where(letter.c.id == letter_id, letter.c.version == version)
    if written.execute() and state != "waiting":
        context.audit("letter", letter_id, state)


def _mail(context: Context, rows: Sequence[Row]) -> Mail:
    """The letters as one mail."""
    person = context.known("person", rows[0]["person_id"])
    language = person["language"]
    name = person["name_en" if language == "en" else "name"]
    subject = rows[0]["subject"]
    if len(rows) > 1:
        subject = sentence("letter_several", language, count=len(rows))
    greeting = sentence("letter_greeting", language, name=name)
    text = "\n\n".join(
        [greeting, *(row["body"] for row in rows), sentence("letter_foot", language)]
    )
    which = json.dumps([(row["id"], row["made_at"]) for row in rows])
    ident = f"letters.{hashlib.sha256(which.encode()).hexdigest()[:32]}"
    return Mail(name, rows[0]["address"], subject, text + "\n", ident, context.now)


@afterwards(SendLetters)
def post(claimed: tuple[Posted, Claimed | None], transact: Transact) -> Posted:
    """Hands the mail in while nothing is held, then writes down what came of it."""
    done, mail = claimed
    if mail is None:
        return done
    problem = _tried(mail)
    given_up = transact(lambda context: _settle(context, mail, problem))
    if problem:  # the server may be down for everybody: the rest waits for another run
        return Posted(0, done.dropped, done.given_up + given_up, problem)
    return Posted(len(mail.letters), done.dropped, done.given_up, more=done.more)


def _tried(claimed: Claimed) -> Problem | None:
    """What went wrong, if anything did."""
    try:
        mailing.hand_in(claimed.server, claimed.mail)
    except Refused as refused:
        return Problem(refused.code, refused.values)
    return None


def _settle(context: Context, claimed: Claimed, problem: Problem | None) -> int:
    """Writes down what came of it, with what the server said; how many letters are given up."""
    context.actor = SYSTEM
    letter, given_up = context.t.letter, 0
    failure = json.dumps(asdict(problem), ensure_ascii=False) if problem else ""
    for letter_id, version in claimed.letters:
        tries = letter.select(letter.c.tries).where(letter.c.id == letter_id).scalar()
        ended = "given_up" if tries >= len(WAITS) else "waiting"
        _end(context, letter_id, version, ended if problem else "sent", failure)
        given_up += bool(problem) and ended == "given_up"
    return given_up


def purge(context: Context) -> None:
    """Takes away what is of no use to anybody any more, the oldest first."""
    letter = context.t.letter
    old = letter.select(letter.c.id).where(letter.c.made_at < _stored(context.now - KEPT))
    ids = [row[0] for row in old.order_by(letter.c.made_at).limit(PURGED_AT_ONCE).tuples()]
    if ids:
        letter.delete().where(letter.c.id << ids).execute()
        context.audit("letter", 0, "purged", {}, {"count": len(ids)})


# ------------------------------------------------------------ what did not go out


@query("settings.save")
def troubles(context: Context) -> tuple[Trouble, ...]:
    """The letters that were given up, the latest first, of people whom none has reached since."""
    letter, later = context.t.letter, context.t.letter.alias("later")
    person, request, document = context.t.person, context.t.request, context.t.document
    reached = later.select(later.c.id).where(
        later.c.person_id == letter.c.person_id,
        later.c.state == "sent",
        later.c.id > letter.c.id,
    )
    rows = (
        letter.select(
            *(letter.c.id, letter.c.address, letter.c.made_at, letter.c.failure),
            *(document.c.number, document.c.draft_reference),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(person, on=person.c.id == letter.c.person_id)
        .join(request, on=request.c.id == letter.c.request_id)
        .join(document, on=document.c.id == request.c.document_id)
        .where(letter.c.state == "given_up", ~fn.EXISTS(reached))
        .order_by(letter.c.id.desc())
        .limit(SHOWN)
    )
    return tuple(_trouble(row) for row in rows.dicts())


def _trouble(row: Row) -> Trouble:
    """One whose last try ended with its copy of the program has nothing that was said."""
    said = json.loads(row["failure"] or '{"code": "letter_unknown", "values": {}}')
    return Trouble(
        row["id"],
        row["person"],
        row["address"],
        row["number"] or row["draft_reference"],
        datetime.fromisoformat(row["made_at"]),
        said["code"],
        said["values"],
    )
