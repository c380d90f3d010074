"""The views of a list that a person keeps; each list reads them as it opens."""

from dataclasses import dataclass
from typing import Any

from crm_desktop.services.registry import Context, query


@dataclass(frozen=True, slots=True)
class KeptView:
    """A view of the actor; `opens` says that the list opens with it."""

    id: int
    title: str
    content: str
    opens: bool


@query("person.self")
def list_views(context: Context, listed: str) -> tuple[KeptView, ...]:
    """The actor's views of a list in the order they were made."""
    return tuple(
        KeptView(row["id"], row["name"], row["content"], bool(row["opens"]))
        for row in views_of(context, listed)
    )


@query("person.self")
def opening_view(context: Context, listed: str) -> KeptView | None:
    """The view that the list opens with."""
    return next((view for view in list_views(context, listed) if view.opens), None)


def views_of(context: Context, listed: str) -> list[dict[str, Any]]:
    """The stored rows of the actor's views of a list, in the order they were made."""
    whose = {"person_id": context.actor.person_id, "list": listed}
    rows = context.rows("list_view", "id", **whose)
    return [row for row in rows if row["removed_at"] is None]
