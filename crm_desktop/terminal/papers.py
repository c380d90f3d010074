"""`crm print`: papers as PDF, as the windows would save them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.dates import parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.placing import Placed, place
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.registry import Command
from crm_desktop.terminal.session import Session, customer_id, record_id


@dataclass(frozen=True)
class Job:
    """One paper to set: what its file is called, its values, and what records its exit."""

    name: str
    paper: AnyPaper
    exit: Command[Any]


def print_papers(session: Session) -> None:
    """All papers or none: every one is set before the first file is written."""
    if session.options.list:
        from crm_desktop.terminal.print_many import print_list

        print_list(session)
        return
    from crm_desktop.printing.render import render

    _require_use(session, Path(session.options.out))
    app = session.desk()
    jobs = [*_documents(session, app), *_slips(session, app), *_lists(session, app)]
    jobs += [*_trails(session, app), *_authority(session, app)]
    targets = [_target(Path(session.options.out), job.name) for job in jobs]
    made = [render(job.paper) for job in jobs]
    take_out(
        app, [(target, pdf, job.exit) for target, pdf, job in zip(targets, made, jobs, strict=True)]
    )
    paths = [str(target) for target in targets]
    session.answer({"papers": paths}, paths)


def take_out(app: Application, leaving: Sequence[tuple[Path, bytes, Command[Any]]]) -> None:
    """Writes all files, then puts each exit on record; of what is refused then, no file stays."""
    placed: list[Placed] = []
    try:
        for target, pdf, _ in leaving:
            placed.append(_write(target, pdf))
        for _, _, exit_ in leaving:
            app.execute(exit_)
            placed.pop(0).keep()
    except Refused:
        for each in reversed(placed):
            each.undo()
        raise


def _require_use(session: Session, out: Path) -> None:
    """Something must be asked for, and more than one paper needs a folder."""
    given = session.options
    lists = [each for each in (given.till, given.statement) if each]
    lists += ["authority"] * (given.authority is not None)
    slips = [*(given.delivery or ()), *(given.voucher or ()), *(given.trail or ())]
    count = len(dict.fromkeys(given.numbers)) + len(slips) + len(lists)
    if not count:
        session.wrong_use(session.say("terminal_print_nothing"))
    if count > 1 and out.suffix.lower() == ".pdf":
        session.wrong_use(session.say("terminal_print_several"))


def _asked(session: Session) -> dict[str, Any]:
    """Language and sheets as every paper takes them."""
    sheets = tuple(session.options.sheets or ())
    return {"language": session.options.language or "", "sheets": sheets}


def _documents(session: Session, app: Application) -> Iterator[Job]:
    from crm_desktop.services.papers.exits import TakeOut, leaving_now, shows
    from crm_desktop.services.papers.paper_heads import paper_head_by_reference
    from crm_desktop.services.papers.papers import paper

    for number in dict.fromkeys(session.options.numbers):
        head = app.read(paper_head_by_reference, number)
        asked = _asked(session)
        values = app.read(paper, head.id, copy=head.print_count if head.number else 0, **asked)
        language = asked["language"] or head.language
        way = "save" if values.draft else "terminal"  # a watermarked draft is saved, no more
        app.read(leaving_now, head.id, way)
        leaves = TakeOut(head.id, way, language, shows(values), head.print_count)
        yield Job(number, values, leaves)


def _slips(session: Session, app: Application) -> Iterator[Job]:
    from crm_desktop.services.papers.deposit_papers import refund_voucher
    from crm_desktop.services.papers.exits import TakeOutSlip
    from crm_desktop.services.papers.order_papers import delivery_slip
    from crm_desktop.services.papers.paper_heads import delivery_by_reference, refund_by_reference

    asked = _asked(session)
    for given in session.options.delivery or ():
        delivery = record_id(given) or app.read(delivery_by_reference, given)
        slip = app.read(delivery_slip, delivery, **asked)
        leaves = TakeOutSlip("DL", delivery, "terminal", slip.language)
        yield Job(f"delivery-{slip.number}".replace("/", "-"), slip, leaves)
    for given in session.options.voucher or ():
        refund = record_id(given) or app.read(refund_by_reference, given)
        voucher = app.read(refund_voucher, refund, **asked)
        leaves = TakeOutSlip("RV", refund, "terminal", voucher.language)
        yield Job(f"voucher-{voucher.number}".replace("/", "-"), voucher, leaves)


def _lists(session: Session, app: Application) -> Iterator[Job]:
    from crm_desktop.services.papers.deposit_papers import statement_paper, till_paper
    from crm_desktop.services.papers.exits import TakeOutSlip

    language, today = session.options.language or "", app.store.now().date()
    if session.options.till:
        day = parse_date(session.options.till, "till", today)
        listed = app.read(till_paper, day, language=language)
        leaves = TakeOutSlip("TL", int(f"{day:%Y%m%d}"), "terminal", listed.language)
        yield Job(f"till-{day.isoformat()}", listed, leaves)
    if session.options.statement:
        since = _day(session, "since", today) or today.replace(day=1, month=1)
        until = _day(session, "until", today) or today
        code = session.options.statement
        whose = customer_id(app, code, "statement")
        told = app.read(statement_paper, whose, since, until, language)
        leaves = TakeOutSlip("ST", whose, "terminal", told.language)
        yield Job(f"statement-{code}", told, leaves)


def _trails(session: Session, app: Application) -> Iterator[Job]:
    from crm_desktop.services.authority.trails import trail
    from crm_desktop.services.papers.exits import TakeOutSlip
    from crm_desktop.services.papers.paper_heads import paper_head_by_reference

    language = session.options.language or session.language
    for number in session.options.trail or ():
        head = app.read(paper_head_by_reference, number)
        leaves = TakeOutSlip("AS", head.id, "terminal", language)
        yield Job(f"trail-{head.reference}", app.read(trail, head.id, language), leaves)


def _authority(session: Session, app: Application) -> Iterator[Job]:
    """The table of a version (0: the one in force), of one grade or all."""
    from crm_desktop.services.authority.authority_papers import authority_paper
    from crm_desktop.services.papers.exits import TakeOutSlip

    given = session.options
    if given.authority is None:
        return
    language = given.language or session.language
    table = app.read(authority_paper, given.authority, given.grade, language)
    name = "-".join(filter(None, ("authority", str(table.version), given.grade)))
    yield Job(name, table, TakeOutSlip("AT", table.version, "terminal", language))


def _day(session: Session, name: str, today: date) -> date | None:
    given = getattr(session.options, name)
    return parse_date(given, name, today) if given else None


def _target(out: Path, name: str) -> Path:
    """`-o` names a file where it ends in .pdf, else a folder."""
    return out if out.suffix.lower() == ".pdf" else out / f"{name}.pdf"


def _write(target: Path, pdf: bytes) -> Placed:
    """A file, with the folder it is to lie in; Refused `file_unwritable`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return place(pdf, target)
    except OSError as problem:
        text = problem.strerror or str(problem)
        raise Refused("file_unwritable", path=str(target), problem=text) from None
