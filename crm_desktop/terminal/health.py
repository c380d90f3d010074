"""`crm verify`, `crm doctor`, `crm housekeeping`: what a scheduler asks every night."""

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import known
from crm_desktop.services.health import Finding, examine
from crm_desktop.terminal.columns import pairs
from crm_desktop.terminal.session import Session


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
