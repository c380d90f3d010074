"""What counters in other processes do; each tells what came of it through a pipe of its own."""

from datetime import datetime
from decimal import Decimal
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.papers.contents import Content, LineInput
from crm_desktop.services.papers.quotations import SaveQuotation, SubmitQuotation
from crm_desktop.services.registry import Command
from crm_desktop.store import BANGKOK

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=BANGKOK)


def desk_of(url: str, person_id: int) -> Application:
    """The program of one person."""
    application = Application.open(url, lambda: NOW)
    application.become(person_id)
    return application


def issue(
    url: str,
    start: Barrier,
    told: Connection,
    officer: int,
    product: int,
    customer: int,
    count: int,
) -> None:
    """Write and issue quotations; tells each number as soon as it is committed."""
    desk = desk_of(url, officer)
    line = LineInput(
        product_id=product,
        code="CEM",
        description="ปูนซีเมนต์",
        quantity=Decimal(1),
        unit="ถุง",
        unit_price=Money.of(150),
    )
    start.wait()
    for _ in range(count):
        saved = desk.execute(SaveQuotation(None, 0, Content(customer, (line,))))
        told.send(desk.execute(SubmitQuotation(saved.id, saved.version, issue=True)).number)
    desk.close()
    told.close()


def press(
    url: str, start: Barrier, told: Connection, person: int, commands: tuple[Command[Any], ...]
) -> None:
    """Carry each command out in the same moment as the others; tells `done` or why not."""
    press_as(url, start, told, *((person, command) for command in commands))


def press_as(
    url: str, start: Barrier, told: Connection, *pressed: tuple[int, Command[Any]]
) -> None:
    """The same, each command by a person of its own."""
    desk = desk_of(url, pressed[0][0])
    for person, command in pressed:
        desk.become(person)
        start.wait()
        try:
            desk.execute(command)
            told.send("done")
        except Refused as problem:
            told.send(problem.code)
    desk.close()
    told.close()


Press = tuple[int, Command[Any], tuple[str, str] | None]
"""Who presses what; with a name and a password it is done as somebody else at their PC."""


def press_or_sign(url: str, start: Barrier, told: Connection, *pressed: Press) -> None:
    """Like `press_as`, where some are answers of a superior who signs in for them."""
    desk = desk_of(url, pressed[0][0])
    for person, command, signed in pressed:
        desk.become(person)
        start.wait()
        try:
            if signed is None:
                desk.execute(command)
            else:
                desk.execute_as(*signed, command)
            told.send("done")
        except Refused as problem:
            told.send(problem.code)
        assert desk.actor is not None
        assert desk.actor.person_id == person
    desk.close()
    told.close()


def watch(url: str, start: Barrier, told: Connection, now: datetime) -> None:
    """Takes in what lies in the watched folder until nothing does."""
    from crm_desktop.services.transfer.watched import TakeIn
    from crm_desktop.services.transfer.watching import sight

    desk = Application.open(url, lambda: now)
    desk.act_as_system()
    start.wait()
    while desk.read(sight).todo:
        told.send(desk.execute(TakeIn()).file)
    desk.close()
    told.close()
