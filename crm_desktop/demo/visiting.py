"""The life of one demo visit: planned, confirmed perhaps, held or missed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from crm_desktop.demo.clients import Client
from crm_desktop.demo.stage import Stage, words, workday
from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.services.visits.visits import ConfirmVisit, LogVisit, MissVisit, PlanVisit

HELD = (Outcome.SOLD, Outcome.QUOTATION, Outcome.FOLLOW_UP, Outcome.FOLLOW_UP, Outcome.NO_NEED)


BACK = {"A": (38, 29, 20, 12), "B": (35,), "C": (100,)}
"""How many days ago the visits of a class were planned."""
FORGOTTEN = 0.25
"""Of what the rhythm asks for, so much nobody planned."""


def rounds(
    stage: Stage, luck: Random, clients: Sequence[Client], end: datetime, most: int
) -> Iterator[tuple[datetime, Iterator[datetime]]]:
    """The visits of the last weeks that the classes ask for, each with when it begins; of whom
    officers forgot, the list of those who are due speaks."""
    begun = [
        (end - timedelta(days=days + luck.randint(0, 3)), client)
        for client in clients
        for days in BACK.get(client.rhythm, ())
        if luck.random() >= FORGOTTEN
    ]
    luck.shuffle(begun)
    for day, client in begun[:most]:
        at = datetime.combine(workday(day.date()), end.timetz()).replace(
            hour=luck.randint(8, 15), minute=luck.randint(0, 59)
        )
        yield at, visit(stage, luck, client)


def visit(
    stage: Stage, luck: Random, client: Client, ahead: date | None = None
) -> Iterator[datetime]:
    """One visit some days on; one that is planned `ahead` for a day is not held yet."""
    listed = words("customers")
    day = ahead or workday(stage.moment.date() + timedelta(days=luck.randint(1, 10)))
    hour = luck.randint(9, 16)
    planned = PlanVisit(
        client.id,
        day,
        luck.choice(listed["purposes"]),
        time=f"{hour:02d}:{luck.choice(('00', '30'))}",
        channel=luck.choice((Channel.VISIT, Channel.VISIT, Channel.PHONE)),
    )
    visit_id, version = stage.do(client.officer, planned), 1
    if luck.random() < 0.5:
        yield stage.moment + timedelta(minutes=luck.randint(5, 90))
        stage.do(client.officer, ConfirmVisit(visit_id, version))
        version += 1
    if ahead is not None:
        return
    yield stage.moment.replace(year=day.year, month=day.month, day=day.day, hour=hour, minute=50)
    if luck.random() < 0.08:
        stage.do(client.officer, MissVisit(visit_id, version, "ลูกค้าติดธุระด่วน"))
        return
    outcome = luck.choice(HELD)
    obstacle = Obstacle.NONE if outcome is Outcome.SOLD else luck.choice(list(Obstacle))
    following = day + timedelta(days=luck.randint(7, 45))
    promised = luck.choice(listed["promised"])
    stage.do(client.officer, LogVisit(visit_id, version, outcome, following, obstacle, promised))
