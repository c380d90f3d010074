"""`crm print`: papers as PDF, as the windows would save them."""

from pathlib import Path

from crm_desktop.domain.errors import Refused
from crm_desktop.terminal.session import Session


def print_papers(session: Session) -> None:
    """All papers or none: every one is set before the first file is written."""
    from crm_desktop.printing.render import render
    from crm_desktop.services.papers import TakeOut, paper
    from crm_desktop.services.quotation_lists import quotation_by_reference

    app, language = session.desk(), session.options.language or ""
    numbers = list(dict.fromkeys(session.options.numbers))
    targets = _targets(session, Path(session.options.out), numbers)
    found = [app.read(quotation_by_reference, number) for number in numbers]
    made = [
        render(app.read(paper, each.id, language=language, copy=each.print_count)) for each in found
    ]
    for target, pdf in zip(targets, made, strict=True):
        _write(target, pdf)
    for each in found:
        if each.number:
            app.execute(TakeOut(each.id, "save", language or each.content.language))
    paths = [str(target) for target in targets]
    session.answer({"papers": paths}, paths)


def _targets(session: Session, out: Path, numbers: list[str]) -> list[Path]:
    """`-o` names a file where it ends in .pdf, else a folder."""
    if out.suffix.lower() != ".pdf":
        return [out / f"{number}.pdf" for number in numbers]
    if len(numbers) > 1:
        session.wrong_use(session.say("terminal_print_several"))
    return [out]


def _write(target: Path, pdf: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
    except OSError as problem:
        text = problem.strerror or str(problem)
        raise Refused("file_unwritable", path=str(target), problem=text) from None
