"""Writes the docs pages that are drawn from data: states of papers, permissions, commands.

`python tools/make_docs.py` writes them; a test fails when a page no longer says what the data say.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from crm_desktop.domain.kinds import KINDS  # noqa: E402 - the tree is found first
from crm_desktop.domain.lasting import LASTING, PARTLY  # noqa: E402
from crm_desktop.domain.lifecycle import StateTable  # noqa: E402
from crm_desktop.domain.permissions import PERMISSIONS, ROLES  # noqa: E402
from crm_desktop.messages import sentence  # noqa: E402
from crm_desktop.services.registry import commands, permission_of  # noqa: E402

DOCS = ROOT / "docs"
MADE = "Made from the program's data by `tools/make_docs.py`.\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def both(code: str) -> str:
    """The English and the Thai words of a code."""
    return f"{sentence(code, 'en')} · {sentence(code, 'th')}"


def steps(life: StateTable) -> str:
    """The rows of one state table."""
    rows = [
        (
            both(life.state_code(row.state)),
            both(life.event_code(row.event)),
            both(life.state_code(row.next)),
            both(life.guard_code(row.guard)) if row.guard else "",
            ", ".join(f"`{name}`" for name in sorted(row.who)),
        )
        for row in life.rows
    ]
    return table(("in state", "event", "leads to", "only if", "who"), rows)


def states() -> str:
    """Every legal step of every kind of paper and of its lines; what is no row cannot happen."""
    parts = ["# The lives of the papers\n", MADE]
    for kind in KINDS.values():
        parts += [f"## {both(kind.title)} `{kind.code}`\n", steps(kind.states)]
        if kind.goods is not None:
            parts += ["### What one line of it goes through\n", steps(kind.goods)]
    return "\n".join(parts)


def permissions() -> str:
    """Role × permission: `all` reaches every branch, `own` the papers of the person's own."""
    rows = [
        (
            f"`{row.name}`",
            *(
                ("all" if role in row.roaming else "own") if role in row.roles else ""
                for role in ROLES
            ),
        )
        for row in PERMISSIONS.values()
    ]
    asks = [
        (f"`{name}`", f"`{permission_of(kind)}`", f"`{kind.matter}`" if kind.matter else "")
        for name, kind in commands().items()
    ]
    return "\n".join(
        (
            "# Who may\n",
            MADE,
            "`all`: in every branch; `own`: in the person's own branch; empty: not at all. What a",
            "grade may decide is another matter: see [authority.md](authority.md).\n",
            table(("permission", *ROLES), rows),
            "## What each command asks for\n",
            table(("command", "permission", "matter asked of the matrix"), asks),
        )
    )


UNDO = """
Ctrl+Z takes back what was done last; which, depends on where the cursor is:

| the cursor is in | Ctrl+Z takes back | again |
| --- | --- | --- |
| a text field, or a cell that is typed into | the letters typed last | `Ctrl+Y` in the field |
| the lines of a paper | the last change of lines: a whole paste, scan or template at once, a \
cell, a line put in, copied, moved or taken away; other fields stay | `Ctrl+Y` |
| anywhere else | the act that was stored last | `Ctrl+Z` once more |

In the lines Ctrl+Z never reaches for what is stored: with nothing left to take back it says so.
Saving does not end what can be taken back there, opening another paper does. The stored act is
also taken back by the button at the foot of the window, which is only there while there is one;
`?` shows the rule on every screen.

An act that was stored is taken back whole or not at all, by the person who did it, on the same
day, and only while nothing of it was changed since: otherwise a sentence says so and nothing
happens. Locking the window keeps it for the same person; another person who comes to the desk
never takes back what the one before did. Taking back is an act itself: it stands in the audit and
in the story of the record, and is taken back by the same key. Everything asks for the same
permission and the same branch as the act did.

A visit that was put in goes out like one that is not needed, so that other people's calendars
strike it out; a visit that was moved stands again where it stood, in calendars too. Who was met
by such an act was not, and is due as before, unless somebody else met them on that day too.
"""


def undo() -> str:
    """What lasts and why; everything else has a way back."""
    lasting = {name for names in LASTING.values() for name in names}
    returning = [(f"`{name}`", PARTLY.get(name, "")) for name in commands() if name not in lasting]
    reasons = [
        (reason, ", ".join(f"`{name}`" for name in names)) for reason, names in LASTING.items()
    ]
    return "\n".join(
        (
            *("# Taking back\n", MADE + UNDO, "## What can be taken back\n"),
            table(("command", "how far"), returning),
            *("## What lasts\n", table(("because", "commands"), reasons)),
        )
    )


PAGES = {"states.md": states, "permissions.md": permissions, "undo.md": undo}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(DOCS / name)


if __name__ == "__main__":
    main()
