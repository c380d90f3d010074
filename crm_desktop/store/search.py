"""Search that forgives: parts of names and numbers, first letters, the wrong keyboard layout.

Every subject has a text of its names and keys (`<subject>_search`), trigrams over it, and the first
one and two letters of each word (`<subject>_word`), because trigrams need three. Candidates are
taken newest first, at most 200, and ranked here: databases rank and count too slowly for typing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from crm_desktop.domain.thai import arabic_digits, bare_name, search_text, swap_layout
from crm_desktop.store import Store, bulk

CANDIDATES = 200
CHUNK = 20_000
NEWEST = 20_000
"""Where PostgreSQL looks first: what is common stands there 200 times, and its trigram index
would fetch every record that has it."""
BEGINNINGS = 50
SHORTEST_PART = 3
LONG_PART = 9
HIGHEST = "\U0010ffff"
KEYS_FOLLOW = "\n\n"
WITHOUT_SPACES = 2
_NUMBER = re.compile(r"\+?[\d\s().-]{3,}", re.ASCII)
_BETWEEN = re.compile(r"[\s./-]+")
_MARKS, _LETTERS = "ัิีึืฺุู็่้๊๋์ํ๎", "あいうえおかきくけこさしすせそた"
_AS_LETTERS = str.maketrans(_MARKS, _LETTERS)
_AS_MARKS = str.maketrans(_LETTERS, _MARKS)


@dataclass(frozen=True, slots=True)
class Record:
    """What a record is found by: names count by their words, keys (codes, numbers) as a whole."""

    id: int
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Names without titles, one a line, then the names as written and the keys."""
        bare = [bare_name(name) for name in self.names if name]
        whole = [search_text(name) for name in self.names if name]
        keys = [form for key in self.keys if key for form in _key_forms(key)]
        rest = [form for form in dict.fromkeys(whole + keys) if form not in bare]
        return "\n".join(dict.fromkeys(bare)) + KEYS_FOLLOW + "\n".join(rest)


@dataclass(frozen=True, slots=True)
class Beginning:
    """An indexed column of a subject whose beginning (or end, kept reversed) people type."""

    table: str
    column: str
    key: str
    read: Callable[[str], str]


def put(store: Store, subject: str, record: Record) -> None:
    """Makes a record findable as it is now; one without names and keys is forgotten."""
    put_all(store, subject, [record])


def put_all(store: Store, subject: str, records: Iterable[Record]) -> None:
    """The same for many; the caller holds the write transaction."""
    for chunk in bulk.chunks(records, CHUNK):
        fresh = {record.id: kept(store, record.text) for record in chunk}
        old = _texts(store, subject, fresh)
        changed = {each: text for each, text in fresh.items() if old.get(each, KEYS_FOLLOW) != text}
        _forget(store, subject, {each: old[each] for each in changed if each in old})
        _add(store, subject, {each: text for each, text in changed.items() if text != KEYS_FOLLOW})


def fill(store: Store, subject: str, records: Iterable[Record]) -> None:
    """The same for many that nobody could find yet; `make_trigrams` must follow."""
    texts = {record.id: kept(store, record.text) for record in records}
    bulk.insert(store.database, f"{subject}_search", ("id", "text"), texts.items())
    _add_words(store, subject, texts)


def make_trigrams(store: Store, subject: str) -> None:
    """Trigrams of a whole subject in one go: much less work than as records come, and one piece
    to search. PostgreSQL keeps them in an index like any other."""
    if store.engine == "sqlite":
        for order in ("rebuild", "optimize"):
            trigram = f"{subject}_trigram"
            store.database.execute_sql(f"INSERT INTO {trigram} ({trigram}) VALUES ('{order}')")


def tidy(store: Store, subject: str, pages: int, *, anew: bool) -> bool:
    """Writes about so many pages of SQLite's trigrams into one new piece that has nothing of what
    was forgotten; `anew` takes in all pieces there are now. Answers whether more is to be done."""
    connection, trigram = store.database.connection(), f"{subject}_trigram"
    before = connection.total_changes
    sql = f"INSERT INTO {trigram} ({trigram}, rank) VALUES ('merge', ?)"
    store.database.execute_sql(sql, (-pages if anew else pages,))
    return bool(connection.total_changes - before > 1)


def find(store: Store, subject: str, text: str, limit: int = 50) -> list[int]:
    """Ids of what was meant, best first: as typed, then as a number, without titles, and as the
    other keyboard layout would have had it."""
    found: dict[int, None] = {}
    for form in _forms(text):
        found.update(dict.fromkeys(_ranked(store, subject, form, limit)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def holding(store: Store, subject: str, parts: Iterable[str], limit: int = CANDIDATES) -> list[int]:
    """Ids of the newest records whose text has every part as it is, spaces included; parts that
    are too short for trigrams are not asked about, and by none of them nothing is found."""
    asked = [part for part in parts if len(part) >= SHORTEST_PART]
    if not asked:
        return []
    if store.engine == "sqlite":
        return _by_trigrams(store, subject, asked, limit)
    return _by_parts(store, subject, asked, limit)


def texts(store: Store, subject: str, ids: Iterable[int]) -> dict[int, str]:
    """What each of these records is found by."""
    found = _texts(store, subject, ids)
    if store.engine == "sqlite":
        return found
    return {each: text.translate(_AS_MARKS) for each, text in found.items()}


def kept(store: Store, text: str) -> str:
    """As the tables hold it: PostgreSQL's trigrams end at Thai marks, no letters in its locales,
    so letters that no shop writes stand for them there."""
    return text if store.engine == "sqlite" else text.translate(_AS_LETTERS)


def accelerated(store: Store) -> bool:
    """Whether trigram indexes are there; a PostgreSQL without pg_trgm searches row by row."""
    if store.engine == "sqlite":
        return True
    sql = "SELECT count(*) FROM pg_indexes WHERE indexname = 'customer_trigram'"
    return bool(store.database.execute_sql(sql).fetchone()[0])


def digits_of(text: str) -> str:
    """The digits of what looks like a number, +66 read as 0; empty for anything else."""
    typed = arabic_digits(text).strip()
    if not _NUMBER.fullmatch(typed):
        return ""
    digits = re.sub(r"\D", "", typed)
    digits = re.sub(r"^66(?=\d{8})", "0", digits) if typed.startswith("+") else digits
    return digits if len(digits) >= SHORTEST_PART else ""


def bare_form(name: str) -> str:
    """How the column `bare_name` keeps a name: no titles, no spaces."""
    return bare_name(name).replace(" ", "")


BEGINNINGS_OF = {
    "customer": (
        Beginning("customer", "bare_name", "id", bare_form),
        Beginning("customer", "code", "id", str.upper),
        Beginning("customer", "tax_number", "id", digits_of),
        Beginning("customer_phone", "digits", "customer_id", digits_of),
        Beginning("customer_phone", "reversed", "customer_id", lambda text: digits_of(text)[::-1]),
    ),
    "product": (
        Beginning("product", "code", "id", str.upper),
        Beginning("product", "barcode", "id", digits_of),
    ),
    "document": (
        Beginning("document", "number", "id", str.upper),
        Beginning("document", "draft_reference", "id", str.upper),
    ),
}


def _key_forms(key: str) -> tuple[str, str]:
    plain = key.casefold() if key.isascii() else search_text(key)
    return plain, plain if plain.isalnum() else _BETWEEN.sub("", plain)


def _forms(text: str) -> Iterator[str]:
    """What the typed text may mean, each reading once."""
    if "\0" in text:
        return
    seen = {""}
    for typed in (text, swap_layout(text)):
        for form in (search_text(typed), digits_of(typed), bare_name(typed)):
            if form not in seen:
                seen.add(form)
                yield form


def _ranked(store: Store, subject: str, form: str, limit: int) -> list[int]:
    begun = set(_beginning(store, subject, form))
    form = kept(store, form)
    ids = set(begun)
    if not (form.isdigit() and len(ids) >= limit):
        ids.update(_inside(store, subject, form))
    parts, ranked = form.split(), []
    for record_id, text in _texts(store, subject, ids).items():
        rank = _rank(text, form, parts)
        if rank is not None or record_id in begun:
            ranked.append((WITHOUT_SPACES if rank is None else rank, -record_id))
    return [-negative for _, negative in sorted(ranked)]


def _rank(text: str, form: str, parts: Sequence[str]) -> int | None:
    """0 exact, 1 beginning of a name or end of a number, 2 beginning of a word, 3 inside, 4 in
    parts; None: not as typed."""
    around = f"\n{text}\n"
    if f"\n{form}\n" in around:
        return 0
    if f"\n{form}" in around or (form.isdigit() and f"{form}\n" in around):
        return 1
    if f" {form}" in around:
        return 2
    if form in around:
        return 3
    return 4 if all(part in around for part in parts) else None


def _beginning(store: Store, subject: str, form: str) -> Iterator[int]:
    mark = store.database.param
    for each in BEGINNINGS_OF[subject]:
        typed = each.read(form)
        if not typed:
            continue
        sql = (
            f"SELECT {each.key} FROM {each.table} WHERE {each.column} >= {mark}"
            f" AND {each.column} < {mark} ORDER BY {each.column} LIMIT {BEGINNINGS}"
        )
        for row in store.database.execute_sql(sql, (typed, typed + HIGHEST)).fetchall():
            yield row[0]


def _inside(store: Store, subject: str, form: str) -> list[int]:
    """Newest first: by trigrams where a part is long enough for them, else by first letters."""
    parts = [part for part in form.split() if len(part) >= SHORTEST_PART]
    if not parts:
        return _by_first_letters(store, subject, form.split())
    if store.engine == "sqlite":
        pieces = [piece for part in parts for piece in _pieces(part)]
        return _by_trigrams(store, subject, pieces, CANDIDATES)
    return _by_parts(store, subject, parts, CANDIDATES)


def _by_trigrams(store: Store, subject: str, parts: Iterable[str], limit: int) -> list[int]:
    sql = (
        f"SELECT rowid FROM {subject}_trigram WHERE {subject}_trigram MATCH ?"
        f" ORDER BY rowid DESC LIMIT {limit:d}"
    )
    wanted = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
    return _ids(store, sql, [wanted])


def _by_parts(store: Store, subject: str, parts: Iterable[str], limit: int) -> list[int]:
    """PostgreSQL cannot tell how rare a part is, so it is told how to look: among the newest, then
    by the index; `id + 0` keeps it from walking through all of them, newest first, instead."""
    spelt = [kept(store, part) for part in parts]
    newest = (
        f"SELECT id FROM (SELECT id, text FROM {subject}_search ORDER BY id DESC LIMIT {NEWEST})"
        f" newest WHERE {' AND '.join(['strpos(text, %s) > 0'] * len(spelt))}"
        f" ORDER BY id DESC LIMIT {limit:d}"
    )
    found = _ids(store, newest, spelt)
    if len(found) == limit:
        return found
    indexed = (
        f"SELECT id FROM {subject}_search WHERE {' AND '.join(['text LIKE %s'] * len(spelt))}"
        f" ORDER BY id + 0 DESC LIMIT {limit:d}"
    )
    return _ids(store, indexed, [f"%{_literal(part)}%" for part in spelt])


def _pieces(part: str) -> Iterator[str]:
    """A long part is asked for by trigrams side by side: a third of the lists to walk, and what
    they find by chance is few and fails the ranking."""
    if len(part) < LONG_PART:
        yield part
        return
    for start in range(0, len(part) - SHORTEST_PART, SHORTEST_PART):
        yield part[start : start + SHORTEST_PART]
    yield part[-SHORTEST_PART:]


def _by_first_letters(store: Store, subject: str, parts: list[str]) -> list[int]:
    mark = store.database.param
    words = f"{subject}_word"
    also = f"EXISTS (SELECT 1 FROM {words} w WHERE w.word = {mark} AND w.id = {words}.id)"
    where = " AND ".join([f"word = {mark}", *[also] * (len(parts) - 1)])
    sql = f"SELECT id FROM {words} WHERE {where} ORDER BY id DESC LIMIT {CANDIDATES}"
    return _ids(store, sql, parts)


def _ids(store: Store, sql: str, values: Sequence[str]) -> list[int]:
    return [row[0] for row in store.database.execute_sql(sql, values).fetchall()]


def _texts(store: Store, subject: str, ids: Iterable[int]) -> dict[int, str]:
    select = f"SELECT id, text FROM {subject}_search WHERE id IN ({{ids}})"
    return dict(bulk.rows_in(store.database, select, ids))


def _literal(text: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", text)


def _words(text: str) -> set[str]:
    """The first letter and the first two letters of every word of the names."""
    pairs = {word[:2] for word in text.partition(KEYS_FOLLOW)[0].split()}
    return pairs | {pair[0] for pair in pairs}


def _forget(store: Store, subject: str, texts: dict[int, str]) -> None:
    if not texts:
        return
    mark = store.database.param
    if store.engine == "sqlite":
        bulk.insert(
            store.database,
            f"{subject}_trigram",
            (f"{subject}_trigram", "rowid", "text"),
            (("delete", each, text) for each, text in texts.items()),
        )
    sql = f"DELETE FROM {subject}_search WHERE id = {mark}"
    words = f"DELETE FROM {subject}_word WHERE word = {mark} AND id = {mark}"
    for each, text in texts.items():
        store.database.execute_sql(sql, (each,))
        for word in _words(text):
            store.database.execute_sql(words, (word, each))


def _add(store: Store, subject: str, texts: dict[int, str]) -> None:
    bulk.insert(store.database, f"{subject}_search", ("id", "text"), texts.items())
    if store.engine == "sqlite":
        bulk.insert(store.database, f"{subject}_trigram", ("rowid", "text"), texts.items())
    _add_words(store, subject, texts)


def _add_words(store: Store, subject: str, texts: dict[int, str]) -> None:
    by_word: dict[str, list[int]] = defaultdict(list)
    for each, text in texts.items():
        for word in _words(text):
            by_word[word].append(each)
    rows = ((word, each) for word in sorted(by_word) for each in by_word[word])
    bulk.insert(store.database, f"{subject}_word", ("word", "id"), rows)
