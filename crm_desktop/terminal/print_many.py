"""`crm print --list`: what a list shows as PDF, one file for each paper or one for all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.batches import Picked, picked
from crm_desktop.terminal.session import Session, customer_id


class Silent:
    """Nobody stops a run of the terminal but with Ctrl+C."""

    cancelled = False

    def report(self, part: int, whole: int) -> None:
        """Says nothing: what is printed is for the next program."""


def print_list(session: Session) -> None:
    """Writes the files, and names on standard error what was left out; raises what ended it."""
    from crm_desktop.exchange.many import Batch, Run, unwritable

    given, out = session.options, Path(session.options.out)
    others = (given.numbers, given.delivery, given.voucher, given.trail, given.till)
    if any(others) or given.statement or given.authority is not None:
        session.wrong_use(session.say("terminal_print_list_alone"))
    one, app = out.suffix.lower() == ".pdf", session.desk()
    papers = tuple(_papers(session, app))
    try:
        (out.parent if one else out).mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise unwritable(out, problem) from None
    asked = Batch(papers, out, one, "terminal", given.language or "", given.drafts)
    done = Run(asked, app, Silent()).go()
    left = [
        {
            "reference": each.reference,
            "customer": each.customer,
            "code": why.code,
            "message": session.explain(why),
        }
        for each, why in done.left_out
    ]
    paths = [str(path) for path in done.files]
    session.answer({"papers": paths, "saved": done.saved, "left_out": left}, paths)
    for each in left if not session.json else ():
        session.note(f"{each['reference']} {each['customer']}: {each['message']}")
    if done.stopped is not None:
        raise done.stopped


def _papers(session: Session, app: Application) -> Iterator[Picked]:
    """All that the list shows, newest first."""
    filters = dict(_filter(session, app, each) for each in session.options.filter or ())
    wanted: ListQuery | None = ListQuery(text=session.options.find or "", filters=filters)
    while wanted is not None:
        page = app.read(picked, session.options.list, wanted)
        yield from page.rows
        following = page.next
        wanted = (
            ListQuery(text=wanted.text, filters=filters, after=following) if following else None
        )


def _filter(session: Session, app: Application, given: str) -> tuple[str, Any]:
    name, _, value = given.partition("=")
    fitting = FITTING[session.options.list]
    if name not in fitting or not value:
        session.wrong_use(session.say("terminal_print_filters", names=", ".join(fitting)))
    return FILTERS[name](app, value)


def _states(_: Application, value: str) -> tuple[str, Any]:
    return "state", _known(
        value, {state for kind in KINDS.values() for state in kind.states.states}
    )


def _kinds(_: Application, value: str) -> tuple[str, Any]:
    return "kind", _known(value.upper(), set(KINDS))


def _known(value: str, choices: set[str]) -> list[str]:
    """The words of a list with commas; Refused `bad_choice` for one that is none of the choices."""
    words = [word.strip() for word in value.split(",")]
    for word in words:
        if word not in choices:
            raise Refused("bad_choice", "filter", value=word)
    return words


FILTERS: dict[str, Callable[[Application, str], tuple[str, Any]]] = {
    "state": _states,
    "kind": _kinds,
    "customer": lambda app, value: ("customer_id", customer_id(app, value, "filter")),
    "mine": lambda _, value: ("mine", _known(value, {"yes", "no"}) == ["yes"]),
}
FITTING = {
    "quotations": ("state", "customer", "mine"),
    "orders": ("state", "kind", "customer", "mine"),
    "deposits": ("state", "customer"),
}
"""What each list can be narrowed by."""
