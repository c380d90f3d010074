"""What is asked under a token is done once, however often it is asked.

A connection may break after the server stored the work and before its answer came. Whoever asks
again, with the token of the first time, gets that answer instead of a second paper or customer.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar, get_type_hints

from crm_desktop.domain.errors import WrongState
from crm_desktop.services import wire
from crm_desktop.services.registry import HANDLERS, Command, Context

R = TypeVar("R")
KEPT = timedelta(days=7)
"""Longer than any form waits for a connection."""


def do_once(context: Context, token: str, command: Command[R], work: Callable[[], R]) -> R:
    """The answer of the work, or the one it had when it was done under this token before.

    Raises WrongState `asked_differently` where that was another request or another person's: the
    form was changed after its first save got through unheard.
    """
    asker = f"{context.actor.person_id} {command.name} {wire.line(command)}"
    asked = hashlib.sha256(asker.encode()).hexdigest()
    done_once = context.t.done_once
    for row in done_once.select().where(done_once.c.token == token).dicts():
        if row["asked"] != asked:
            raise WrongState("asked_differently")
        kind = get_type_hints(HANDLERS[type(command)])["return"]
        answer: R = wire.build(kind, wire.loads(row["answer"]))
        return answer
    answer = work()
    done_once.insert(
        token=token, asked=asked, answer=wire.line(answer), at=context.moment
    ).execute()
    return answer


def purge(context: Context) -> None:
    """Nobody asks again after so long."""
    done_once, before = context.t.done_once, (context.now - KEPT).isoformat()
    done_once.delete().where(done_once.c.at < before).execute()
