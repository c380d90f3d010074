"""`crm walk`: the main job through the real windows, which only this subcommand ever loads."""

from importlib.metadata import entry_points

from crm_desktop.domain.errors import Refused
from crm_desktop.terminal.session import Session

GROUP = "crm_desktop.walk"


def walk(session: Session) -> int:
    """Finds the windows by their entry point, so that the desk runs where they are absent."""
    for point in entry_points(group=GROUP):
        try:
            start = point.load()
        except ImportError as problem:
            raise Refused("terminal_no_windows", problem=str(problem)) from problem
        return int(start(session.url, session.options.out, session.language) or 0)
    raise Refused("terminal_no_windows", problem=GROUP)
