"""Words that stay whole at the end of a line although the engine knows their parts.

The dictionary's are read when the first line is broken; a paper brings its own along. Nothing here
loads ReportLab.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # for use inside a [...]
_PLACE = re.compile(
    "(?:ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ถนน|ซอย|ตรา|ยี่ห้อ|(?<![\u0e01-\u0e4e])[ตอจถซ]\\.) ?"
    f"([{LETTERS}]{{3,16}})(?![{LETTERS}])"
)
_ALONE = re.compile(f"(?:^|(?<=[ (]))[{LETTERS}]{{3,10}}(?=[ ),]|$)")
_kept: ContextVar[frozenset[str]] = ContextVar("kept", default=frozenset())

LONGEST_TAIL = 5

TRADE_WORDS = frozenset(  # which the engine would tear where no two of its words meet
    [
        *("พอร์ซเลน", "แรงดัน", "ทำการ", "ไฟเบอร์กลาส", "โพลี", "ฟลินท์โค้ท", "กันซึม", "ข้องอ"),
        *("ข้อต่อ", "สามทาง", "หน้าแปลน", "เบรกเกอร์", "ดาวน์ไลท์", "สปอตไลท์", "คอนดูท", "วายเวย์"),
        *("ฟลูออเรสเซนต์", "ทีบาร์", "รีเวท", "โรตารี่", "ตลับเมตร", "ลูกหมู", "ทินเนอร์", "แกลอน"),
        *("ไวร์เมท", "โซล่า", "คอนดิชันเนอร์", "แมกเนติก", "สันหลังคา", "ยาแนว", "หินเกล็ด"),
        *("เส้นผ่านศูนย์กลาง", "โซลาร์เซลล์", "ใบมีด", "รางน้ำฝน"),
        *("กรุงเทพ", "กรุงเทพมหานคร"),  # in most addresses: known before the engine is loaded
    ]
)


@cache
def dictionary() -> frozenset[bytes]:
    """Thai words as UTF-8, compounds among them, for that is read in a third of the time."""
    spec = find_spec("newmm_tokenizer")
    if spec is None or spec.origin is None:
        return frozenset()
    file = Path(spec.origin).with_name("words_th.txt")
    return frozenset(file.read_bytes().split())


def compounds(words: Iterable[str]) -> Iterator[str]:
    """The words, two neighbours that the dictionary has as one put together."""
    known, last = dictionary(), ""
    for word in words:
        if last and (last + word).encode() in known:
            yield last + word
            last = ""
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def with_tails(words: Iterable[str]) -> list[str]:
    """The words, a short piece that no dictionary knows put to the one before: it is the end of a
    borrowed word of the trade (เมทัล-ชีท) and none of its own."""
    known, made = dictionary(), list[str]()
    for word in words:
        if made and len(word) <= LONGEST_TAIL and word.encode() not in known:
            made[-1] += word
        else:
            made.append(word)
    return made


def own_words(products: Iterable[str], places: Iterable[str]) -> frozenset[str]:
    """What a paper shows to be words: short ones alone between blanks in the names of its goods,
    and the names of places and brands that it calls so."""
    goods, addresses = "\n".join(products), "\n".join(places)
    alone = (word for name in goods.splitlines() for word in _ALONE.findall(name))
    return frozenset((*alone, *_PLACE.findall(f"{goods}\n{addresses}")))


@contextmanager
def keeping(words: frozenset[str]) -> Iterator[None]:
    """Within it, no line of any text ends inside one of the words."""
    token = _kept.set(words)
    try:
        yield
    finally:
        _kept.reset(token)


def kept_in(text: str) -> frozenset[str]:
    """The kept words that the text has."""
    kept = _kept.get()
    return frozenset(word for word in kept if word in text) if kept else kept
