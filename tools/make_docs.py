"""Writes the docs pages that are drawn from data: states of papers, permissions, commands.

`python tools/make_docs.py` writes them; a test fails when a page no longer says what the data say.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from crm_desktop.domain.kinds import KINDS  # noqa: E402 - the tree is found first
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


PAGES = {"states.md": states, "permissions.md": permissions}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(DOCS / name)


if __name__ == "__main__":
    main()
