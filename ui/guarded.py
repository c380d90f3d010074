"""What Qt calls by itself must not raise: PySide would drop a reference that it does not own.

While an exception that left an overridden method waits for the Python call around it, PySide 6.10
and 6.11 take one reference too many from the function of every override that is looked up for the
first time. At last that function is freed while its class still has it, and the process dies.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(otherwise: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Marks an overridden method that may ask the database: what it raises goes where an error of a
    slot goes, and Qt gets this answer."""

    def guard(method: Callable[P, R]) -> Callable[P, R]:
        @wraps(method)
        def call(*arguments: P.args, **named: P.kwargs) -> R:
            try:
                return method(*arguments, **named)
            except Exception as error:  # noqa: BLE001 - the hook reports it
                sys.excepthook(type(error), error, error.__traceback__)
                return otherwise

        return call

    return guard
