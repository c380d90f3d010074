"""Thai text for paper: what is cleaned away, and where a line may break.

Words come from `thaibreak`, which sees runs of Thai letters only; everything else (SKUs, sizes,
numbers with their units, abbreviations) stays whole. Nothing here loads ReportLab.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from crm_desktop.printing.words import LETTERS, TRADE_WORDS, compounds, kept_in, with_tails

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f"  # for use inside a [...] of a pattern

NEARLY_FULL = 0.78  # of a line: from there on a blank is a better end than the next word

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
NBSP = "\u00a0"
_ODD_BLANKS = "\t\x0b\x0c\u2000-\u200a\u202f\u205f\u3000\u00a0"
_BLANKS = re.compile(f"[ {_ODD_BLANKS}]{{2,}}|[{_ODD_BLANKS}]")
_HELD = re.compile("[\u00a0\u2007\u202f]")
_EDGE = re.compile("[ \u00a0]*\n[ \u00a0]*")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st"}
_ODD = re.compile("[^!-~\u0e01-\u0e5b ]|  ")  # what most texts have none of
_NEWLINE = re.compile("\r\n?|\u2028|\u2029|\x85")

_CLUSTER = re.compile(
    f"[^{MARKS}\u0e33][{MARKS}]*(?:\u0e33[{MARKS}]*)?|[{MARKS}]*\u0e33?[{MARKS}]*"
)
_TOKEN = re.compile(
    "(?P<abbreviation>ฯลฯ|ฯพณฯ)"
    f"|(?P<place>(?<![{LETTERS}.])(?:ต|อ|จ|ถ|ซ|บ|ม|มบ)\\.[{LETTERS}]{{2,20}}(?![{LETTERS}.]))"
    f"|(?P<thai>[{LETTERS}]+)"
    "|(?P<space> +)"
    f"|(?P<other>[^ {LETTERS}]+?(?=ฯลฯ|ฯพณฯ|[ {LETTERS}]|$))"
)
_DEPENDENT = re.compile(f"[{MARKS}\u0e30\u0e32\u0e33\u0e45]")
_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44"
_NEVER_STARTS = set("ๆฯ,.;:!?)]}”’»›%‰/-‑–—…*×°²³\"'㎜㎝㎞㎡㎥㎏㎎㏄℃℉" + NBSP)
_NEVER_ENDS = set("([{“‘«‹.-‑–—/#@&*×+\"'฿$" + NBSP)
_UNIT = re.compile(
    "(?:มม|ซม|ม|กม|กก|มก|ก|มล|ล|ซีซี|ว|ตร|ลบ)(?:[./,)]|$)|[㎜㎝㎞㎡㎥㎏㎎㏄℃℉°Ω]"
    "|(?:mm|cm|m|km|kg|g|mg|l|ml|cc|w|kw|v|a|hp|hz|bar|psi|inch|in|ft|sqm|pcs?|sets?|days?|%)"
    "(?:[²³2]|\\b)",
    re.IGNORECASE,
)
_UNIT_WORDS = (
    *("มิลลิเมตร", "เซนติเมตร", "เมตร", "กิโลเมตร", "นิ้ว", "หุน", "ฟุต", "กิโล", "กรัม"),
    *("ตัน", "ลิตร", "แกลลอน", "ตาราง", "ลูกบาศก์", "คิว", "วัตต์", "โวลต์", "แอมป์", "แรงม้า"),
    *("องศา", "ไร่", "งาน", "บาท", "สตางค์", "วัน", "เดือน", "ปี", "ชั่วโมง", "นาที"),
    *("เปอร์เซ็นต์", "ถุง", "กล่อง", "แผ่น", "เส้น", "ท่อน", "ชิ้น", "อัน", "ตัว", "ชุด"),
    *("ม้วน", "ลัง", "กระป๋อง", "ถัง", "แกลอน", "คู่", "หลอด", "ใบ", "ก้อน", "เครื่อง", "ขวด"),
    *("แท่ง", "บาน", "ดวง", "โหล", "แพ็ค", "มัด", "คัน", "เที่ยว", "ต้น", "ดอก", "ระบบ", "ฟัน"),
    *("ช่อง", "ขั้น", "จังหวะ", "ชั้น", "ห้อง", "หลัง", "คน", "ครั้ง", "รอบ", "จุด", "รู"),
    *("หัว", "ทาง", "ขา", "ล้อ", "เฟส", "หลุม", "ลูก", "เม็ด", "แผง", "กระสอบ", "ขด", "ตู้"),
    *("แถว", "ด้าน", "มุม", "สาย", "เล่ม", "ที่นั่ง", "คืน", "กะ", "เท่า", "ส่วน", "ไมครอน"),
    *("ลูเมน", "เดซิเบล", "ระดับ", "ออนซ์", "ปอนด์", "หลา", "ไมล์", "ปี๊บ", "ถาด", "ซอง"),
    *("กอง", "พวง", "ข้อ", "ฉบับ", "สปีด", "แกน", "เสา", "บล็อก", "ผืน", "พับ", "หน้า", "แท่น"),
    *("ราง", "ซี่", "แขน", "แฉก", "เหลี่ยม", "โอห์ม", "มิลลิกรัม", "มิลลิลิตร", "เฮิรตซ์"),
    *("กิโลวัตต์", "พิกเซล", "กลุ่ม", "ตา", "เต้า", "สถานี", "คะแนน", "ก๊อก", "ซ็อกเก็ต"),
    *("บาร์", "บีทียู", "แคล", "นิวตัน", "ปาสคาล", "เคลวิน", "เมกะ", "มิลลิ", "เซนติ", "ไมโคร"),
    *("นาโน"),
)
_ADDRESS = re.compile(  # what a place is, and its name to the end of the run
    "(.*?)((?:^|(?<=.))(?:ถนน|ซอย|แขวง|เขต|ตำบล|อำเภอ|จังหวัด)|^(?:หมู่บ้าน|บ้าน)(?=.{2,10}$))"
    "((?:(?<=อำเภอ)เมือง)?)(.{2,16})"
)
_FOLLOWS = frozenset("ะาำๅๆฯ " + NBSP)
_TIMES = re.compile("[x×*]$", re.IGNORECASE)


def clean(text: str) -> str:
    """The text without what paper cannot show: control and zero-width characters, blanks at the
    edges and more than one in a row, ligatures of letters.

    Where one of several blanks holds its neighbours together, so does the one that stays.
    """
    if not _ODD.search(text):
        return text.strip()
    text = _CONTROL.sub("", _NEWLINE.sub("\n", text)).translate(_LIGATURES)
    return _EDGE.sub("\n", _BLANKS.sub(_one_blank, text)).strip()


def _one_blank(found: re.Match[str]) -> str:
    return NBSP if _HELD.search(found.group()) else " "


def clusters(text: str) -> list[str]:
    """The text cut into base-and-marks clusters, which nothing may tear apart."""
    return [cluster for cluster in _CLUSTER.findall(text) if cluster]


def break_lines(
    text: str,
    width: float,
    measure: Callable[[str], float],
) -> list[str]:
    """Lines no wider than `width` by `measure` (additive over pieces); newlines are kept.

    Words are looked for only in what is longer than a line.
    """
    lines: list[str] = []
    for paragraph in map(str.rstrip, text.split("\n")):
        if measure(paragraph) <= width:
            lines.append(paragraph)
        else:
            lines.extend(_fill(pieces(paragraph, kept_in(paragraph)), width, measure))
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
    syllables = _syllables(part)
    soft = tuple(_softly(syllables))
    if len(soft) > 1:
        *full, last = _fill(soft, width, measure)
        return [*full, last + part[len(part.rstrip()) :]]
    lines, line, used = [], "", 0.0
    for syllable in syllables:
        if line and used + measure(syllable.rstrip()) > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + syllable, used + measure(syllable)
    return [*lines, line]


def _syllables(part: str) -> list[str]:
    """Clusters with the vowels before and after them, and with the blanks that follow."""
    found: list[str] = []
    for cluster in clusters(part):
        if found and (cluster[0] in _FOLLOWS or found[-1][-1] in _LEADING):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _softly(syllables: list[str]) -> Iterator[str]:
    """The syllables in groups that end where a long piece had better be cut."""
    group = ""
    for syllable in syllables:
        group += syllable
        if group[-1] in " /,-":
            yield group
            group = ""
    if group:
        yield group


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
    if run in TRADE_WORDS or run in keep:  # the engine, slow to load, has nothing to say
        return (run,)
    if address := _ADDRESS.fullmatch(run):  # the name of a place stays whole
        before, *rest = address.groups()
        return (*(_words(before, keep) if before else ()), *filter(None, rest))
    import thaibreak

    found: list[str] = []
    for word in thaibreak.words(run) or (run,):
        if found and _clings(found[-1], word):
            found[-1] += word
        else:
            found.append(word)
    if len(found) > 1 and len(found[0]) == 1:
        found[:2] = ["".join(found[:2])]
    return _keep_whole(tuple(with_tails(compounds(found))), run, TRADE_WORDS | keep)


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
    body = left.rstrip(" ")
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
        is_unit = right.startswith(_UNIT_WORDS) or _UNIT.match(right)
        return bool(is_unit or _TIMES.match(right.rstrip()))
    return bool(re.search("\\d *[x×*]$", left, re.IGNORECASE)) and right[0].isdecimal()
