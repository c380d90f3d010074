"""Searching a million customers: parts of names, first letters, ends of phone numbers.

Rows 1 and 2 of docs/speed.md. The floor is bare SQL on the same file through the same driver: the
candidates that the program takes (at most 200, newest first, by the same index), their texts, and
the rows of the first 50; no other reading of what was typed, no ranking, no rights, no names of
owners. The program is `customer_page` through the door, with its first 50 rows. On SQLite, and on
PostgreSQL where there is a server (there the trigrams are pg_trgm's). Run as
`python -m benchmarks.bench_search`.
"""

import random
from functools import partial
from typing import Any

from benchmarks.big import CUSTOMERS, PERSON, big_server, big_url
from benchmarks.measure import in_turn, p95, told
from crm_desktop.application import Application
from crm_desktop.services.customers.customer_pages import ROW_COLUMNS, customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.store.search import HIGHEST, SHORTEST_PART, kept

SEARCHES = 200
SHOWN = 50
TRIES = 5
RATIO, MOST_MS = 5.0, 50.0
COLUMNS = ", ".join(ROW_COLUMNS)
INSIDE = {
    "sqlite": "SELECT rowid FROM customer_trigram WHERE customer_trigram MATCH ?"
    " ORDER BY rowid DESC LIMIT 200",
    "postgresql": "SELECT id FROM customer_search WHERE text LIKE ? ORDER BY id DESC LIMIT 200",
}
WORD = "SELECT id FROM customer_word WHERE word = ? ORDER BY id DESC LIMIT 200"
TAIL = "SELECT customer_id FROM customer_phone WHERE reversed >= ? AND reversed < ? LIMIT 50"
Texts = dict[str, list[str]]


def searches(app: Application) -> Texts:
    """What people type, by kind."""
    dice = random.Random(5)
    names, phones = sample(app, dice)
    words = [max(name.split(), key=len) for name in names]

    def parts(length: int) -> list[str]:
        long = [word for word in words if len(word) >= length]
        starts = [dice.randrange(len(word) - length + 1) for word in long]
        return [word[at : at + length] for word, at in zip(long, starts, strict=True)]

    return {
        **{f"{length} characters": parts(length) for length in (3, 4, 5, 6, 8)},
        "one character": [name.split()[-1][:1] for name in names],
        "two characters": [name.split()[-1][:2] for name in names],
        "last four of a phone": [phone[-4:] for phone in phones],
    }


def statement(engine: str, text: str) -> tuple[str, tuple[str, ...]]:
    """What finds the candidates of one text, with its values."""
    if text.isdigit():
        return TAIL, (text[::-1], text[::-1] + HIGHEST)
    if len(text) < SHORTEST_PART:
        return WORD, (text,)
    return INSIDE[engine], (f'"{text}"' if engine == "sqlite" else f"%{text}%",)


def sample(app: Application, dice: random.Random) -> tuple[list[str], list[str]]:
    """Names and numbers of customers drawn from all."""
    ids = [dice.randrange(600, CUSTOMERS) for _ in range(SEARCHES)]
    customer, phone = app.store.t.customer, app.store.t.customer_phone
    names = customer.select(customer.c.name).where(customer.c.id.in_(ids)).tuples()
    digits = phone.select(phone.c.digits).where(phone.c.customer_id.in_(ids)).tuples()
    return [name for (name,) in names], [number for (number,) in digits]


def bare(app: Application, text: str) -> object:
    """Candidates, their texts, the rows of the first."""
    mark, run = app.store.database.param, app.store.database.execute_sql
    sql, values = statement(app.store.engine, kept(app.store, text))
    ids = [row[0] for row in run(sql.replace("?", mark), values).fetchall()]
    if not ids:
        return ()
    marks = ", ".join([mark] * len(ids))
    texts = run(f"SELECT id, text FROM customer_search WHERE id IN ({marks})", ids).fetchall()
    marks = ", ".join([mark] * len(ids[:SHOWN]))
    rows = run(f"SELECT {COLUMNS} FROM customer WHERE id IN ({marks})", ids[:SHOWN]).fetchall()
    return texts, rows


def program(app: Application, text: str) -> Any:
    """What a list shows."""
    return app.read(customer_page, ListQuery(text=text, limit=SHOWN))


def opened(url: str) -> Application:
    """The desk of an officer."""
    app = Application.open(url)
    app.login(PERSON, "demo")
    return app


def measure(app: Application, kinds: Texts) -> None:
    """Each kind in turn with its floor; the first few only warm both."""
    for name, texts in kinds.items():
        for text in texts[:5]:
            bare(app, text)
            program(app, text)
        times = in_turn(texts, partial(bare, app), partial(program, app), TRIES)
        told(f"search {app.store.engine}, {name}", *times, of=p95, ratio=RATIO, most=MOST_MS)


def main() -> None:
    """Measure on SQLite, and the same words on PostgreSQL."""
    app = opened(big_url())
    kinds = searches(app)
    print(f"search of {CUSTOMERS:,} customers, {SEARCHES} of each kind:")
    measure(app, kinds)
    app.close()
    with big_server() as url:
        if url:
            app = opened(url)
            measure(app, kinds)
            app.close()


if __name__ == "__main__":
    main()
