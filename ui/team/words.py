"""Words of the team pages: parts of a whole, working time, matters, states, whose figures."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.authority import MATTERS
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from ui.desk import Desk

HOUR = 60


def no_data() -> str:
    """What stands where nothing could be divided."""
    return QCoreApplication.translate("team", "no data")


def percent(part: Fraction | None) -> str:
    """A part of a whole with one place, the exact one being what is compared."""
    if part is None:
        return no_data()
    tenths = int(abs(part) * 1000 + Fraction(1, 2))
    return f"{'-' if part < 0 else ''}{tenths // 10}.{tenths % 10} %"


def minutes(count: Fraction | int | None) -> str:
    """Working time in hours and minutes."""
    if count is None:
        return no_data()
    hours, left = divmod(int(count + Fraction(1, 2)), HOUR)
    if not hours:
        return QCoreApplication.translate("team", "{0} min").format(left)
    return QCoreApplication.translate("team", "{0} h {1} min").format(hours, left)


def matter_word(desk: Desk, matter: str) -> str:
    """What was asked; nothing for all matters together."""
    return desk.explain(MATTERS[matter].title) if matter else ""


def state_word(desk: Desk, kind: str, state: str) -> str:
    """The state of a paper of a kind."""
    return sentence(KINDS[kind].states.state_code(state), desk.language)


def kind_word(desk: Desk, kind: str) -> str:
    """The name of a kind of paper; nothing for what is none."""
    return sentence(KINDS[kind].title, desk.language) if kind else ""
