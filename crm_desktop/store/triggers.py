"""Tables that may only grow, guarded by the database itself on both engines."""

from typing import Any

from crm_desktop.store.ddl import engine_of

ONLY_GROW = (
    "audit_line",
    "request_step",
    "request_answer",
    "matrix_signature",
    "timeline",
    "document_print",
    "customer_consent",
    "goods_move",
    "receipt",
    "receipt_line",
    "arrival_move",
    "promise",
    "telling",
    "delivery",
    "delivery_line",
    "supplier_quote",
    "deposit_entry",
    "till_count",
    "erp_batch",
    "erp_sent",
    "follow_up",
    "objection",
)
ASKED = (
    *("id", "matter", "document_id", "branch_id", "requester_id", "reason", "competitor"),
    *("matrix_version", "amount_satang", "facts", "decision"),
    *("frozen_sha256", "asked_at", "detail", "competitor_satang"),
)
"""What a request asked, which nothing may change; where it stands may move on. To whose customer
it belongs may be told anew, for two records of one customer may become one; that the customer is
waiting may still be said, but not taken back."""
ASKED_WORDS = ("reason", "competitor")
"""Of these, what anonymisation may empty."""
EMPTIED: dict[str, dict[str, str]] = {
    "timeline": {"detail": "{}"},
    "telling": {"words": ""},
    "request_answer": {"note": ""},
    "follow_up": {"note": ""},
    "objection": {"words": "", "answer": ""},
    "delivery": {"receiver": "", "note": ""},
    "delivery_line": {"mismatch": ""},
    "promise": {"reason": ""},
    "goods_move": {"note": ""},
    "supplier_quote": {"note": ""},
    "deposit_entry": {"reference": "", "reason": ""},
}
"""Of what may only grow, the words about a person that anonymisation may empty, and what then
stands there; nothing else of such a row ever changes."""
UNTRUNCATED = (*ONLY_GROW, "audit_value", "request")

SQLITE_FORBID = """CREATE TRIGGER {table}_no_{what} BEFORE {event} ON {table} {when}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""

POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$"""

POSTGRESQL_FORBID = """CREATE TRIGGER {table}_no_{what} BEFORE {event} ON {table}
FOR EACH ROW {when} EXECUTE FUNCTION refuse_change()"""

POSTGRESQL_TRUNCATE = """CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""

CONFIRMED = "WHEN ({old}.state = 'confirmed')"
NOT_ERASING = (
    "WHEN (NOT (NEW.salt IS NULL AND NEW.before IS NULL AND NEW.after IS NULL"
    " AND NEW.line_id = OLD.line_id AND NEW.field = OLD.field))"
)
ASKED_OTHERWISE = (
    "WHEN ("
    + " OR ".join(
        f"NEW.{name} <> OLD.{name}" + f" AND NEW.{name} <> ''" * (name in ASKED_WORDS)
        for name in ASKED[:-1]
    )
    + " OR COALESCE(NEW.competitor_satang, -1) <> COALESCE(OLD.competitor_satang, -1)"
    " OR NEW.customer_waiting < OLD.customer_waiting)"
)


def rules() -> list[tuple[str, str, str, str]]:
    """(table, what, event, when): a line of the audit may never change; its values may be emptied
    by anonymisation but not rewritten; a confirmed matrix is what old decisions point to; a
    request goes its way, but what it asked stays asked."""
    listed = [(table, "update", "UPDATE", "") for table in ONLY_GROW]
    listed += [(table, "delete", "DELETE", "") for table in (*ONLY_GROW, "audit_value")]
    listed.append(("audit_value", "update", "UPDATE", NOT_ERASING))
    listed += [
        ("request", "update", "UPDATE", ASKED_OTHERWISE),
        ("request", "delete", "DELETE", ""),
    ]
    listed += [
        ("matrix", what.lower(), what, CONFIRMED.format(old="OLD")) for what in ("UPDATE", "DELETE")
    ]
    return listed


def names(engine: str) -> set[str]:
    """What must exist, on this program's say, for the append-only promise to hold."""
    found = {f"{table}_no_{what}" for table, what, _, _ in rules()}
    if engine == "postgresql":
        found |= {f"{table}_no_truncate" for table in UNTRUNCATED}
    return found


def recreate(database: Any) -> None:
    """Puts every guard in place again; a migration that rebuilds a table drops them silently.

    A table that an older schema does not have yet, or not whole, is left out; `missing` would tell.
    """
    there = set(database.get_tables())
    whole = "request" in there and set(ASKED) <= _columns(database, "request")
    postgresql = engine_of(database) == "postgresql"
    if postgresql:
        database.execute_sql(POSTGRESQL_FUNCTION)
    template = POSTGRESQL_FORBID if postgresql else SQLITE_FORBID
    for table, what, event, when in rules():
        if table not in there or (when is ASKED_OTHERWISE and not whole):
            continue
        unless = _not_emptying(database, table) if event == "UPDATE" and table in EMPTIED else when
        on = f" ON {table}" if postgresql else ""
        database.execute_sql(f"DROP TRIGGER IF EXISTS {table}_no_{what}{on}")
        database.execute_sql(template.format(table=table, what=what, event=event, when=unless))
    if postgresql:
        for table in there & set(UNTRUNCATED):
            database.execute_sql(f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}")
            database.execute_sql(POSTGRESQL_TRUNCATE.format(table=table))


def _columns(database: Any, table: str) -> set[str]:
    return {column.name for column in database.get_columns(table)}


def _not_emptying(database: Any, table: str) -> str:
    """When an update does more than take words about a person away. PostgreSQL compares the rows
    as a whole, for a column named in a guard could never change its type."""
    words = EMPTIED[table]
    kept = [f"(NEW.{name} = OLD.{name} OR NEW.{name} = '{words[name]}')" for name in words]
    if engine_of(database) == "postgresql":
        listed = ", ".join(f"'{name}'" for name in words)
        kept.append(f"to_jsonb(NEW) - ARRAY[{listed}] = to_jsonb(OLD) - ARRAY[{listed}]")
    else:
        others = sorted(_columns(database, table) - words.keys())
        kept += [f"NEW.{name} IS OLD.{name}" for name in others]
    return f"WHEN (NOT ({' AND '.join(kept)}))"


def missing(database: Any) -> set[str]:
    """The guards that somebody removed or switched off."""
    engine = engine_of(database)
    if engine == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    return names(engine) - {row[0] for row in database.execute_sql(query).fetchall()}
