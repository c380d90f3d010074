"""What SQLite still has of words that were taken out: pages that nothing was written over, and
pieces of the search index.

The index only notes that a word went; the piece that has it stays as it is until pieces are merged
into a new one. Of a million customers that takes seconds, so housekeeping does it a step at a time.
"""

from crm_desktop.services import settings
from crm_desktop.services.registry import Context
from crm_desktop.store import search

TRACES = "search_traces"
ASKED, BEGUN, NONE = "asked", "begun", ""
STEP = 500
"""Pages of the index that one step writes: about 0.05 s."""


def overwrite(context: Context) -> None:
    """What this copy deletes from now on is written over at once. PostgreSQL does so when it tidies
    up by itself."""
    if context.store.engine == "sqlite":
        context.store.database.execute_sql("PRAGMA secure_delete = ON")


def ask(context: Context) -> None:
    """Housekeeping is to write the search index of customers anew."""
    if context.store.engine == "sqlite":
        _mark(context, ASKED)


def is_due(context: Context) -> bool:
    """Whether words that went are still in a piece of the index."""
    return _marked(context) != NONE


def forget(context: Context) -> bool:
    """One step; answers whether there is another. Whoever is erased meanwhile begins it anew."""
    marked = _marked(context)
    if marked == NONE:
        return False
    overwrite(context)
    more = search.tidy(context.store, "customer", STEP, anew=marked == ASKED)
    _mark(context, BEGUN if more else NONE)
    return more


def _marked(context: Context) -> str:
    return str(settings.load(context, TRACES)[0].get("state", NONE))


def _mark(context: Context, state: str) -> None:
    kept, version = settings.load(context, TRACES)
    if kept.get("state", NONE) != state:
        settings.store(context, TRACES, version, {"state": state})
