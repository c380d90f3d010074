"""If these fail, what a customer copies or searches on a paper is not what was written."""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.fonts import BOLD, REGULAR, fonts, missing_glyphs, printable
from crm_desktop.printing.paper import Language
from tests.printing.desk_papers import every_paper
from tests.printing.papers import quotation
from tests.printing.reading import drawn_with, squeeze

HARD = (
    *("ที่", "นี้", "ปิ๊ง", "ป่า", "ฝั่ง", "ญู", "ฐุ", "ฎู", "ฏุ", "น้ำ", "ก่ำ", "ทำ", "กำ", "ปำ", "ป้ำ"),
    *("นํ้า", "ปี่", "กู่", "เก่", "พู่กัน", "ฬุ", "โป๊ะ", "ฟ้า", "ฝ้า", "ปู่", "ปุ๋ย", "ศิลป์", "สั้น", "ซึ่ง", "ยื่น"),
    *("กฎุมพี", "น้ำๆ", "ก็", "ผู้ซื้อ", "เชื้อเพลิง", "ฟื้นฟู", "ปั๊มน้ำ", "ก๊าดปั๊ม", "ญี่ปุ่น", "ฐานราก"),
    "น้ำมันก๊าด ปั๊มน้ำ 60x60 ซม. GT-6012",
    "ปูนซีเมนต์ปอร์ตแลนด์ ๆ ฯลฯ กรุงเทพฯ",
    "กระเบื้องพื้น 60x60 ซม. (เกรด A) @ 1,234.50 บาท/กล่อง",
    "ค่ายกขึ้นชั้น 3 – ที่จอดรถ “ชั้นใต้ดิน” 10+5%",
    "บริษัท ก่อสร้างที่ปรึกษาน้ำหนึ่ง จำกัด (มหาชน)",
    "Café ½ ตร.ม. × 2 ฿",
    "SKU/น้ำ-01ที่2ก่ำ3",
    "๐๑๒๓๔๕๖๗๘๙",
)


def drawn(strings: tuple[str, ...]) -> bytes:
    """One string a line, both faces in turn."""
    fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=REGULAR)
    for place, text in enumerate(strings):
        canvas.setFont((REGULAR, BOLD)[place % 2], 9)
        canvas.drawString(50, 815 - place * 14, text)
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


def by_poppler(data: bytes, folder: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    file = folder / "paper.pdf"
    file.write_bytes(data)
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
    return run.stdout.decode().replace("\f", "")


def fonts_of(page: pypdf.PageObject) -> list[Any]:
    """The font dictionaries that a page may use."""
    resources: Any = page["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]


EXTRACTORS = pytest.mark.parametrize("extract", [by_pypdf, by_pdfium, by_poppler])


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@EXTRACTORS
def test_copied_text_is_what_was_written(
    extract: Callable[[bytes, Path], str], tmp_path: Path
) -> None:
    assert len(HARD) >= 40
    assert lines_of(extract(drawn(HARD), tmp_path)) == list(HARD)


@EXTRACTORS
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_paper_reads_as_what_it_was_set_from(
    extract: Callable[[bytes, Path], str],
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, paper in (every_paper() | {"quotation": quotation(3)}).items():
        data, strings = drawn_with(replace(paper, language=language), monkeypatch)
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
    reader = pypdf.PdfReader(io.BytesIO(drawn(HARD)))
    names = set()
    for font in fonts_of(reader.pages[0]):
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
        names.add(font["/BaseFont"])
    assert names == {"/AAAAAA+Sarabun-Regular", "/AAAAAA+Sarabun-Bold"}


def test_a_character_that_would_print_as_a_box_is_refused_by_name() -> None:
    assert missing_glyphs("น้ำ 60x60 ซม.") == ""
    assert missing_glyphs("ถูกใจ 👍 ดี 👍 漢") == "👍漢"
    with pytest.raises(Refused) as refused:
        printable("ดี👍", "remarks")
    assert (refused.value.code, refused.value.field) == ("font_lacks_characters", "remarks")


def test_control_and_zero_width_characters_never_reach_the_paper() -> None:
    assert printable(" ก\u200bข\x00ค\u00ad\r\nง\tจ\ufeff ") == "กขค\nง จ"
