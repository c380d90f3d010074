"""If these fail, what a customer copies or searches on a paper is not what was written."""

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain, known
from crm_desktop.printing.charset import lacking
from crm_desktop.printing.fonts import BOLD, REGULAR, fonts
from crm_desktop.printing.layout import printable_paper
from crm_desktop.printing.paper import Language, Party
from crm_desktop.printing.render import render
from crm_desktop.printing.thai_text import NBSP, clean
from tests.printing.desk_papers import every_paper
from tests.printing.hard_strings import HARD
from tests.printing.papers import line, quotation
from tests.printing.reading import drawn_with, squeeze, text_of

LINES_A_PAGE = 55
UNSEEN = re.compile("[\u00ad\u034f\u2800\ufe00-\ufe0f]|\\s")


def drawn(strings: tuple[str, ...], turn: int = 0) -> bytes:
    """One string a line, both faces in turn."""
    fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=REGULAR)
    for place, text in enumerate(strings):
        row = place % LINES_A_PAGE
        if place and not row:
            canvas.showPage()
        canvas.setFont((REGULAR, BOLD)[(place + turn) % 2], 8)
        canvas.drawString(40, 815 - row * 14, text)
    canvas.save()
    return out.getvalue()


def by_pypdf(data: bytes, folder: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_pdfium(data: bytes, folder: Path) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_poppler(data: bytes, folder: Path, *how: str) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    file = folder / "paper.pdf"
    file.write_bytes(data)
    run = subprocess.run(["pdftotext", *how, file, "-"], capture_output=True, check=True)
    return run.stdout.decode().replace("\f", "")


def by_poppler_in_order(data: bytes, folder: Path) -> str:
    """As drawn: what runs slantwise over a page is read in one piece only so."""
    return by_poppler(data, folder, "-raw")


def fonts_of(page: pypdf.PageObject) -> list[Any]:
    """The font dictionaries that a page may use."""
    resources: Any = page["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]


def faces_in(data: bytes) -> set[str]:
    """The faces that a file carries, all of them embedded."""
    names = set()
    for font in fonts_of(pypdf.PdfReader(io.BytesIO(data)).pages[0]):
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
        names.add(font["/BaseFont"].removeprefix("/AAAAAA+"))
    return names


EXTRACTORS = pytest.mark.parametrize("extract", [by_pypdf, by_pdfium, by_poppler])


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@EXTRACTORS
@pytest.mark.parametrize("turn", [0, 1])
def test_copied_text_is_what_was_written(
    extract: Callable[[bytes, Path], str], turn: int, tmp_path: Path
) -> None:
    texts = tuple(map(clean, HARD))
    assert len(set(texts)) >= 200
    copied = [text.replace(NBSP, " ") for text in texts]
    assert lines_of(extract(drawn(texts, turn), tmp_path)) == copied


@pytest.mark.parametrize("extract", [by_pypdf, by_pdfium, by_poppler, by_poppler_in_order])
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_paper_reads_as_what_it_was_set_from(
    extract: Callable[[bytes, Path], str],
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, paper in (every_paper() | {"quotation": quotation(3)}).items():
        plain = replace(paper, language=language)
        marked = replace(plain, draft=True, stamp="cancelled")
        shown = plain if extract is by_poppler else marked
        data, strings = drawn_with(shown, monkeypatch)
        read = squeeze(extract(data, tmp_path))
        for _, text in strings:
            assert squeeze(text) in read, (name, text)
        assert Counter(read) == Counter(squeeze("".join(text for _, text in strings))), name


@EXTRACTORS
def test_tables_and_paragraphs_keep_their_text_too(
    extract: Callable[[bytes, Path], str], tmp_path: Path
) -> None:
    fonts()
    style = ParagraphStyle("thai", fontName=REGULAR, fontSize=10, leading=15)
    story: list[Flowable] = [Paragraph("ค่า<b>น้ำมันก๊าด</b> ที่ปั๊ม", style)]
    story.append(Table([["น้ำหนึ่ง"], ["ที่ปรึกษา"]], style=[("FONT", (0, 0), (-1, -1), REGULAR)]))
    out = io.BytesIO()
    SimpleDocTemplate(out, initialFontName=REGULAR).build(story)
    found = lines_of(extract(out.getvalue(), tmp_path))
    assert found == ["ค่าน้ำมันก๊าด ที่ปั๊ม", "น้ำหนึ่ง", "ที่ปรึกษา"]


def test_widths_count_no_marks_so_that_columns_line_up() -> None:
    font = fonts()[REGULAR]
    assert font.stringWidth("ที่", 10) == font.stringWidth("ท", 10)
    assert font.stringWidth("น้ำ", 10) == pytest.approx(font.stringWidth("นา", 10))
    assert font.stringWidth("1,234.50", 10) == pytest.approx(font.stringWidth("5,678.90", 10))


def test_only_the_faces_of_the_paper_are_in_the_file_and_all_are_embedded() -> None:
    assert faces_in(drawn(("ที่", "นี้"))) == {"Sarabun-Regular", "Sarabun-Bold"}
    assert faces_in(drawn(("ที่", "นี้", "✓ ที่"))) == {"Sarabun-Regular", "Sarabun-Bold", "Inter-400"}
    assert len(faces_in(drawn(tuple(map(clean, HARD))))) == 8


def test_a_character_that_would_print_as_a_box_is_refused_by_name() -> None:
    assert lacking("น้ำ 60x60 ซม. 25 ㎡ ✓ 👍") == []
    assert lacking("ถูกใจ 漢 ดี 漢字 \ue123") == ["漢", "字", "\ue123"]


@pytest.mark.parametrize("piled", ["ก" + "่" * 200, "กำ" + "ิ" * 100, "e" + "\u0301\u200b" * 99])
def test_marks_without_end_on_one_letter_are_refused_instead_of_ending_the_program(
    piled: str,
) -> None:
    for _ in range(2):  # nothing is kept of what failed
        with pytest.raises(Refused, match="font_lacks_characters_line") as refused:
            render(quotation((replace(line(0), description=f"ปูน {piled} ดี"),)))
        (characters,) = refused.value.values["characters"].split()
        assert 1 < len(characters) < 7
    many = "ก" + "่" * 4
    assert many in text_of(quotation((replace(line(0), description=f"{many} {many}"),)))


def test_more_kinds_of_clusters_than_a_face_holds_glyphs_are_refused_before_a_page_is_set() -> None:
    marks = ["".join(drawn) for drawn in product("่้๊๋์ํิี", repeat=4)]
    rows = tuple(
        replace(line(0), description="".join(f"ก{each}" for each in marks[at : at + 256]))
        for at in range(0, 4096, 256)
    )
    assert printable_paper(quotation(rows))
    other = tuple(replace(row, description=row.description.replace("ก", "ข")) for row in rows)
    with pytest.raises(Refused, match="paper_too_varied") as refused:
        printable_paper(quotation(rows + other))
    assert known(refused.value.code, "en")


@pytest.mark.parametrize(
    ("changes", "code", "field", "words"),
    [
        ({"remarks": "ด่วน 漢"}, "font_lacks_characters", "remarks", "หมายเหตุ"),
        ({"terms": ("ดี", "漢")}, "font_lacks_characters", "terms", "เงื่อนไขท้ายเอกสาร"),
        ({"customer": Party("บริษัท 漢")}, "font_lacks_characters", "name", "ชื่อลูกค้า"),
        (
            {"customer": Party("ก", address=("漢", "ข"))},
            "font_lacks_characters",
            "address",
            "ที่อยู่ลูกค้า",
        ),
        (
            {"lines": (line(0), line(1), replace(line(2), description="漢"))},
            "font_lacks_characters_line",
            "description",
            "บรรทัดที่ 3",
        ),
        ({"salesperson": "漢"}, "font_lacks_characters", "salesperson", "ข้อความอื่น"),
    ],
)
def test_the_refusal_says_where_the_character_stands(
    changes: dict[str, Any], code: str, field: str, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        printable_paper(replace(quotation(3), **changes))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert words in explain(refused.value)
    assert "漢" in explain(refused.value, "en")


def test_no_paper_loads_a_substitute_that_it_does_not_need() -> None:
    script = (
        "from crm_desktop.printing.render import render;"
        "from crm_desktop.printing import charset, fonts;"
        "from tests.printing.papers import quotation;"
        "render(quotation(3)); print(fonts._substitute.cache_info().currsize,"
        "charset._covered.cache_info().currsize);"
        "render(quotation(3, remarks='25 ㎡')); print(fonts._substitute.cache_info().currsize);"
        "render(quotation(3, remarks='✓')); print(fonts._substitute.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "1", "0", "1"]


def test_the_first_quotation_of_a_day_waits_for_nothing_that_it_does_not_need() -> None:
    script = (
        "import sys; from crm_desktop.printing.render import render;"
        "from tests.printing.papers import quotation; render(quotation(3));"
        "slow = ['thaibreak', 'crm_desktop.printing.slips', 'crm_desktop.printing.money_papers',"
        "'crm_desktop.printing.house_papers']; print(sys.modules.keys() & slow);"
        "render(quotation(3, remarks='ราคานี้ไม่รวมค่าขนส่งและค่าแรงติดตั้ง' * 5));"
        "print(sys.modules.keys() & slow)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["set()", "{'thaibreak'}"]


@pytest.mark.parametrize(
    ("typed", "paper"),
    [
        (" ก\u200bข\x00ค\u00ad\r\nง\tจ\ufeff ", "กขค\nง จ"),
        ("ก  ข \n  ค\u3000ง", "ก ข\nค ง"),
        ("50\u202fกก.\u00a0 ก", "50\u00a0กก.\u00a0ก"),
        ("✔\ufe0f ﬁ", "✔ fi"),
    ],
)
def test_what_cannot_be_seen_never_reaches_the_paper(typed: str, paper: str) -> None:
    assert clean(typed) == paper


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_cleaning_takes_away_nothing_that_can_be_seen(text: str) -> None:
    def seen(value: str) -> str:
        value = unicodedata.normalize("NFKC", value)
        return "".join(c for c in value if c.isprintable() and not UNSEEN.match(c))

    assert seen(clean(text)) == seen(text)
    assert clean(clean(text)) == clean(text)
