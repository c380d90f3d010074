"""`crm verify`, `crm doctor`, `crm housekeeping`: what a scheduler asks every night."""

from time import sleep
from typing import TYPE_CHECKING, Any

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import known
from crm_desktop.services.health import Finding, examine
from crm_desktop.terminal.columns import pairs
from crm_desktop.terminal.session import Session

if TYPE_CHECKING:  # a command that needs no desk loads none
    from crm_desktop.application import Application
    from crm_desktop.services.letters import Posted
    from crm_desktop.services.transfer.watched import Taken


def verify(session: Session) -> None:
    """Every fault a line; Refused if there is one."""
    from crm_desktop.services.integrity import verify as look

    found = session.desk().read(look)
    sentences = [session.explain(fault) for fault in found.faults]
    told = {
        "faults": [
            {"code": fault.code, "values": fault.values, "message": text}
            for fault, text in zip(found.faults, sentences, strict=True)
        ],
        "papers": found.papers,
        "audit_line": found.line,
        "audit_hash": found.head,
    }
    end = session.say(
        "terminal_verify_fine", papers=found.papers, lines=found.line, head=found.head
    )
    session.answer(told, sentences or [end])
    if sentences:
        raise Refused("terminal_verify_faults", count=len(sentences))


def doctor(session: Session) -> None:
    """Looks at everything and needs nobody; Refused if something needs attention."""
    from crm_desktop import paths

    findings = [
        *examine(session.url),
        Finding("settings", str(paths.settings_file())),
        Finding("log", str(paths.log_file())),
    ]
    warned = [each for each in findings if each.code]
    lines = pairs((_subject(session, each), _told(session, each)) for each in findings)
    told = [
        {
            "subject": each.subject,
            "found": each.found,
            "warning": each.code or None,
            "message": session.explain(each) if each.code else None,
        }
        for each in findings
    ]
    session.answer(told, lines)
    if warned:
        raise Refused("terminal_doctor_warnings", count=len(warned))
    session.note(session.say("terminal_doctor_fine"))


def _subject(session: Session, finding: Finding) -> str:
    code = f"health_subject_{finding.subject}"
    return session.say(code) if known(code) else finding.subject


def _told(session: Session, finding: Finding) -> str:
    return f"{finding.found}  ! {session.explain(finding)}" if finding.code else finding.found


def housekeeping(session: Session) -> None:
    """Works until nothing is left to do; needs nobody's password, for a scheduler has none."""
    from crm_desktop.services.housekeeping import BREATH_SECONDS, Housekeeping

    app = session.system()
    done = app.execute(Housekeeping())
    expired = list(done.expired)
    while done.more:
        sleep(BREATH_SECONDS)
        done = app.execute(Housekeeping())
        expired += done.expired
    told: dict[str, Any] = {
        "expired": expired,
        "busy": done.busy,
        "audit_line": done.audit_line,
        "audit_hash": done.audit_hash,
    }
    taken = _take_in(app)
    told["watched"] = [{"file": each.file, "state": each.state} for each in taken]
    posted = _post(app)
    told["letters"] = {each: getattr(posted, each) for each in ("sent", "dropped", "given_up")}
    if posted.problem:
        session.note(session.explain(posted.problem))
    if done.busy:
        session.answer(told, [session.say("terminal_housekeeping_busy")])
        return
    lines = [
        session.say("terminal_housekept", count=len(expired)),
        *expired,
        session.say("terminal_audit_head", line=done.audit_line, hash=done.audit_hash),
        session.say("terminal_letters", **told["letters"]),
        *(session.say(f"terminal_watched_{each.state}", file=each.file) for each in taken),
    ]
    session.answer(told, lines)


def _take_in(app: "Application") -> list["Taken"]:
    """What the watched folder brought; files that came a moment ago are waited for once."""
    from crm_desktop.services.transfer.watched import TakeIn
    from crm_desktop.services.transfer.watching import rest_seconds, sight

    taken, waited = [], False
    while app.read(sight).todo:
        done = app.execute(TakeIn())
        if done.file:
            taken.append(done)
        elif not done.more:
            if waited or not done.waiting:
                break
            waited = True
            sleep(app.read(rest_seconds) + 1)
    return taken


def _post(app: "Application") -> "Posted":
    """Sends what is due, one mail after the other, until a server fails or nothing is left."""
    from crm_desktop.services.letters import SendLetters

    done = app.execute(SendLetters())
    while done.more:
        done = done.and_then(app.execute(SendLetters()))
    return done
