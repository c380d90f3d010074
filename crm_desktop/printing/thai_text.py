"""Thai text for paper: what is cleaned away, and where a line may break.

Words come from `thaibreak`, which sees runs of Thai letters only; everything else (SKUs, sizes,
numbers with their units, abbreviations) stays whole. Nothing here loads ReportLab.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f"  # for use inside a [...] of a pattern

NEARLY_FULL = 0.78  # of a line: from there on a blank is a better end than the next word

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_BLANK = re.compile("[\t\x0b\x0c\u2000-\u200a\u202f\u205f\u3000]")
_NEWLINE = re.compile("\r\n?|\u2028|\u2029|\x85")

_CLUSTER = re.compile(
    f"[^{MARKS}\u0e33][{MARKS}]*(?:\u0e33[{MARKS}]*)?|[{MARKS}]*\u0e33?[{MARKS}]*"
)
_SYLLABLE = re.compile(
    f"[\u0e40-\u0e44]*(?:[^{MARKS}\\s][{MARKS}]*[\u0e30\u0e32\u0e33\u0e45\u0e2f\u0e46]*"
    f"|[{MARKS}]+)\\s*|[\u0e40-\u0e44\\s]+",
)
_LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
_TOKEN = re.compile(
    "(?P<abbreviation>ฯลฯ|ฯพณฯ)"
    f"|(?P<thai>[{_LETTERS}]+)"
    "|(?P<space> +)"
    f"|(?P<other>[^ {_LETTERS}]+?(?=ฯลฯ|ฯพณฯ|[ {_LETTERS}]|$))"
)
_DEPENDENT = re.compile(f"[{MARKS}\u0e30\u0e32\u0e33\u0e45]")
_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44"
_NEVER_STARTS = set("ๆฯ,.;:!?)]}”’%/-–—…*×°²³\"'")
_NEVER_ENDS = set("([{“‘.-–—/#@&*×+\"'฿$")
_UNIT = re.compile(
    "(?:(?:มม|ซม|ม|กม|กก|มก|ก|มล|ล|ซีซี|ว|ตร|ลบ)(?:[./,)]|$)"
    "|(?:มิลลิเมตร|เซนติเมตร|เมตร|กิโลเมตร|นิ้ว|หุน|ฟุต|กิโล|กรัม|ตัน|ลิตร|แกลลอน|ตาราง|ลูกบาศก์|คิว"
    "|วัตต์|โวลต์|แอมป์|แรงม้า|องศา|ไร่|งาน|บาท|สตางค์|วัน|เดือน|ปี|ชั่วโมง|นาที|เปอร์เซ็นต์"
    "|ถุง|กล่อง|แผ่น|เส้น|ท่อน|ชิ้น|อัน|ตัว|ชุด|ม้วน|ลัง|กระป๋อง|ถัง|แกลอน|คู่|หลอด|ใบ|ก้อน|เครื่อง|ขวด|แท่ง"
    "|บาน|ดวง|โหล|แพ็ค|มัด|คัน|เที่ยว|ต้น|ดอก)"
    "|(?:mm|cm|m|km|kg|g|mg|l|ml|cc|w|kw|v|a|hp|hz|bar|psi|inch|in|ft|sqm|pcs?|sets?|days?|%)"
    "(?:[²³2]|\\b))",
    re.IGNORECASE,
)
TRADE_WORDS = frozenset(  # which the engine would tear
    [
        *("พอร์ซเลน", "แรงดัน", "ทำการ", "ไฟเบอร์กลาส", "โพลี", "ฟลินท์โค้ท", "กันซึม", "ข้องอ"),
        *("ข้อต่อ", "สามทาง", "หน้าแปลน", "เบรกเกอร์", "ดาวน์ไลท์", "สปอตไลท์", "คอนดูท", "วายเวย์"),
        *("ฟลูออเรสเซนต์", "ทีบาร์", "รีเวท", "โรตารี่", "ตลับเมตร", "ลูกหมู", "ทินเนอร์", "แกลอน"),
        *("ไวร์เมท", "โซล่า", "คอนดิชันเนอร์", "แมกเนติก", "สันหลังคา", "ยาแนว", "หินเกล็ด"),
    ]
)
_ADDRESS = re.compile("(ถนน|ซอย|แขวง|เขต|ตำบล|อำเภอ|จังหวัด)(.{2,16})$")
_SOFT = re.compile("[^ /,-]+[ /,-]*|[ /,-]+")
_TIMES = re.compile("[x×*]$", re.IGNORECASE)


def clean(text: str) -> str:
    """The text without what paper cannot show: control and zero-width characters, odd blanks."""
    text = _NEWLINE.sub("\n", text)
    return _BLANK.sub(" ", _CONTROL.sub("", text)).strip()


def clusters(text: str) -> list[str]:
    """The text cut into base-and-marks clusters, which nothing may tear apart."""
    return [cluster for cluster in _CLUSTER.findall(text) if cluster]


def break_lines(
    text: str,
    width: float,
    measure: Callable[[str], float],
    keep: frozenset[str] = frozenset(),
) -> list[str]:
    """Lines no wider than `width` by `measure` (additive over pieces); newlines are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_fill(pieces(paragraph, keep), width, measure))
    return lines


@lru_cache(maxsize=4096)
def pieces(text: str, keep: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The text in pieces that stay whole, each with its trailing blanks; joined, the text."""
    joined: list[str] = []
    for atom in _atoms(text, keep):
        if joined and not _may_break(joined[-1], atom):
            joined[-1] += atom
        else:
            joined.append(atom)
    return tuple(joined)


def _fill(parts: tuple[str, ...], width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line: list[str] = []
    used = 0.0
    for part in parts:
        if line and used + measure(part.rstrip()) > width:
            full, line = _at_blank(line, width, measure)
            yield full
            used = sum(map(measure, line))
        line.append(part)
        used += measure(part)
        if used - measure(part) + measure(part.rstrip()) > width:
            *full_lines, rest = _cut("".join(line), width, measure)
            yield from full_lines
            line, used = [rest], measure(rest)
    yield "".join(line).rstrip()


def _at_blank(
    line: list[str], width: float, measure: Callable[[str], float]
) -> tuple[str, list[str]]:
    """The full line, ended at its last blank where that leaves it nearly full, and the rest."""
    for place in range(len(line) - 1, 0, -1):
        kept = "".join(line[:place])
        if measure(kept) < NEARLY_FULL * width:
            break
        if kept.endswith(" "):
            return kept.rstrip(), line[place:]
    return "".join(line).rstrip(), []


def _cut(part: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A piece wider than its column: cut at its inner blanks and slashes, else at syllables."""
    soft = tuple(_SOFT.findall(part))
    if len(soft) > 1:
        *full, last = _fill(soft, width, measure)
        return [*full, last + part[len(part.rstrip()) :]]
    lines, line, used = [], "", 0.0
    for syllable in _SYLLABLE.findall(part):
        step = measure(syllable)
        if line and used + step > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + syllable, used + step
    return [*lines, line]


def _atoms(text: str, keep: frozenset[str]) -> Iterator[str]:
    """Thai words, blanks glued to what they follow, and everything else as it stands."""
    pending = ""
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "space":
            pending += match.group()
            continue
        words = _words(match.group(), keep) if match.lastgroup == "thai" else (match.group(),)
        for word in words:
            if pending:
                yield pending
            pending = word
    if pending:
        yield pending


@lru_cache(maxsize=8192)
def _words(run: str, keep: frozenset[str]) -> tuple[str, ...]:
    """The words of a run of Thai letters: no kept word torn, no lone consonant left over."""
    import thaibreak

    if address := _ADDRESS.fullmatch(run):  # the name of a place stays whole
        return address.groups()
    found: list[str] = []
    for word in thaibreak.words(run) or (run,):
        if found and _clings(found[-1], word):
            found[-1] += word
        else:
            found.append(word)
    if len(found) > 1 and len(found[0]) == 1:
        found[:2] = ["".join(found[:2])]
    return _keep_whole(tuple(found), run, TRADE_WORDS | keep)


def _clings(left: str, right: str) -> bool:
    return len(right) == 1 or left[-1] in _LEADING or bool(_DEPENDENT.match(right))


def _keep_whole(words: tuple[str, ...], run: str, keep: frozenset[str]) -> tuple[str, ...]:
    ends, at = set(), 0
    for word in words:
        at += len(word)
        ends.add(at)
    for kept in keep:
        start = run.find(kept)
        while kept and start >= 0:
            ends -= set(range(start + 1, start + len(kept)))
            start = run.find(kept, start + len(kept))
    edges = [0, *sorted(ends)]
    return tuple(run[a:b] for a, b in pairwise(edges))


def _may_break(left: str, right: str) -> bool:
    """Whether a line may end after `left` and the next begin with `right`."""
    body = left.rstrip()
    if not body:
        return left == ""
    if right[0] in _NEVER_STARTS and not (left != body and right[0] in "-–—/+*#\"'"):
        return False
    if _DEPENDENT.match(right):
        return False
    if left != body:
        return not (body[-1] in "([{“‘" or _belongs_to_number(body, right))
    return body[-1] not in _NEVER_ENDS and not body[-1].isdecimal()


def _belongs_to_number(left: str, right: str) -> bool:
    """A number keeps its unit, and `60 x 60` stays one size."""
    if left[-1].isdecimal() or left[-1] in "\"'”½¼¾":
        return bool(_UNIT.match(right) or _TIMES.match(right.rstrip()))
    return bool(re.search("\\d *[x×*]$", left, re.IGNORECASE)) and right[0].isdecimal()
