"""If these fail, a paper cannot be read in twenty years, or its data say more than the paper."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from pikepdf import pdfa

from crm_desktop.domain.dates import format_date
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.printing.data import data_name, paper_data
from crm_desktop.printing.figures import HeldReport, TeamReport
from crm_desktop.printing.house_papers import ApprovalSheet, AuthorityTable, Comparison
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lined import FORMS
from crm_desktop.printing.money_papers import MoneyPaper, Statement, TillList
from crm_desktop.printing.paper import AnyPaper, Language, Look, Paper, PaperLine
from crm_desktop.printing.render import KINDS, Bundle, render, render_many
from crm_desktop.printing.rounds import RouteSheet
from tests.printing.desk_papers import (
    delivery,
    every_paper,
    lined,
    order,
    purchase_request,
    receipt,
    refund,
    special_order,
)
from tests.printing.papers import SELLER, line, picture, quotation
from tests.printing.reading import squeeze, text_of
from tests.printing.sentinels import Filler

NAMES = (*every_paper(), "quotation")
CODES = {"kind", "language", "schema", "schema_version", "revision"}
OTHERS: dict[str, type[AnyPaper]] = {
    "CP": Comparison,
    "ST": Statement,
    "TL": TillList,
    "TR": TeamReport,
    "HD": HeldReport,
    "RS": RouteSheet,
    "AT": AuthorityTable,
    "AS": ApprovalSheet,
}


def named(name: str) -> AnyPaper:
    """A believable paper of that name."""
    return (every_paper() | {"quotation": quotation(3)})[name]


def data_of(paper: AnyPaper) -> dict[str, Any]:
    """The data as whoever opens the PDF finds them."""
    with pikepdf.open(io.BytesIO(render(paper))) as pdf:
        (found,) = pdf.attachments.values()
        data: dict[str, Any] = json.loads(found.get_file().read_bytes())
        return data


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every single thing that the data say, with the name it goes by."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value


# -------------------------------------------------------------------------- the archive's rules


def special_cases() -> dict[str, Callable[[], bytes]]:
    """Files with what the believable papers have not: marks, pictures, sizes, many in one."""
    logo = replace(SELLER, logo=picture())
    return {
        "draft": lambda: render(quotation(2, draft=True, number=None, draft_reference="D-7Q4K")),
        "stamp": lambda: render(quotation(40, stamp="superseded")),
        "logo": lambda: render(quotation(2, seller=logo, language="both")),
        "colour": lambda: render(receipt(seller=replace(SELLER, logo=picture("JPEG")))),
        "set": lambda: render(order(2, sheets=("original", "copy"), copy_number=1)),
        "a5": lambda: render(order(2, look=Look(page_size="A5", accent="#ffd400"))),
        "roll": lambda: render(receipt(look=Look(page_size="roll"))),
        "letters": lambda: render(quotation(1, remarks="✓ 12 ㎡ Ω ① ℃ ⌀ Ⅱ")),
        "batch": lambda: render_many([order(1), order(1), refund()], "ใบสั่ง & <ใบคืน>\x0b"),
    }


def approved(data: bytes) -> None:
    """A validator that knows the rules of veraPDF finds nothing to say, nor does a reader."""
    report = pdfa.validate_written(io.BytesIO(data), "3b")
    assert report.passed, [str(each) for each in report.findings]
    assert report.output_intent == "RGB"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_is_pdf_a_3b(name: str) -> None:
    approved(render(named(name)))


@pytest.mark.parametrize("name", special_cases())
def test_drafts_stamps_pictures_sizes_and_batches_are_pdf_a_3b(name: str) -> None:
    approved(special_cases()[name]())


def test_every_stream_ends_where_an_archive_looks_for_its_end() -> None:
    data = render(quotation(3, seller=replace(SELLER, logo=picture())))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = sum(isinstance(each, pikepdf.Stream) for each in pdf.objects)
    found = list(re.finditer(rb"(?s)/Length (\d+).{0,300}?>>\nstream\n", data))
    assert len(found) == streams >= 8
    for match in found:
        end = match.end() + int(match[1])
        assert data[end : end + 11] == b"\nendstream\n"
    table = int(data[data.rindex(b"startxref\n") + 10 :].split()[0])
    entries = data[table : data.index(b"trailer")].splitlines()[3:]
    for number, entry in enumerate(entries, start=1):
        assert data[int(entry[:10]) :].startswith(b"%d 0 obj\n" % number)


def test_the_file_says_the_same_of_itself_in_both_ways() -> None:
    data = render(quotation(1, seller=replace(SELLER, name_th="ร้าน <เหล็ก> & ปูน")))
    assert data.startswith(b"%PDF-1.7\n%")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_raw_bytes()  # nothing need be unpacked to find it
        assert packet in data
        told, older = pdf.open_metadata(), pdf.docinfo
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "B")
        assert told["dc:title"] == str(older["/Title"]) == "ใบเสนอราคา QT01-6911-00042"
        assert told["dc:creator"] == [str(older["/Author"])] == ["ร้าน <เหล็ก> & ปูน"]
        assert told["dc:description"] == str(older["/Subject"])
        assert told["pdf:Producer"] == str(older["/Producer"])
        assert told["xmp:CreatorTool"] == str(older["/Creator"]) == "CRM Desktop"
        for key, old in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
            assert told[key] == "2026-11-22T00:00:00+07:00"
            assert str(older[old]) == "D:20261122000000+07'00'"
        assert str(pdf.Root.Lang) == "th-TH"
        assert "/Encrypt" not in pdf.trailer
        assert len(pdf.trailer.ID) == 2


def test_the_widths_a_reader_uses_are_those_of_the_letters() -> None:
    from fontTools.ttLib import TTFont

    text = replace(line(0), description="ที่ฝั่งนี้มีน้ำก่ำ ญู ฐุ ปิ๊ง 60x60 ซม.")
    with pikepdf.open(io.BytesIO(render(quotation((text,))))) as pdf:
        fonts = {str(font.BaseFont): font for font in pdf.pages[0].Resources.Font.values()}
        assert len(fonts) == 2
        for name, font in fonts.items():
            assert re.fullmatch(r"/[A-Z]{6}\+Sarabun-\w+", name)
            (inner,) = font.DescendantFonts
            assert inner.CIDToGIDMap == "/Identity"
            assert "/ToUnicode" in font
            program = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
            scale = 1000 / program["head"].unitsPerEm
            glyphs = program.getGlyphOrder()
            widths = [float(width) for width in inner.W[1]]
            own = [program["hmtx"][glyph][0] * scale for glyph in glyphs[: len(widths)]]
            assert widths == pytest.approx(own, abs=0.01)
            made = [glyph for name in glyphs if (glyph := program["glyf"][name]).isComposite()]
            most = max(len(glyph.components) for glyph in made)
            assert 2 <= most <= program["maxp"].maxComponentElements
            assert program["maxp"].numGlyphs == len(glyphs)


# ----------------------------------------------------------------------------- the attached data


def test_the_data_of_a_paper_are_attached_as_what_it_says() -> None:
    with pikepdf.open(io.BytesIO(render(special_order(customer_signed=None)))) as pdf:
        (name,) = pdf.attachments
        assert name == "SP01-6911-00042.json"
        (specification,) = pdf.Root.AF
        assert specification.AFRelationship == "/Data"
        assert str(specification.UF) == name
        content = specification.EF.F
        assert content.Subtype == "/application/json"
        assert int(content.Params.Size) == len(content.read_bytes())
        assert str(content.Params.ModDate).startswith("D:20261122")
        assert "Special" not in content.read_bytes().decode()  # not in the language it is not in


@pytest.mark.parametrize("language", ["en", "both"])  # in Thai below
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_in_the_data_that_is_not_on_the_paper(name: str, language: Language) -> None:
    told_by_the_paper(replace(named(name), language=language))


def full(kind: str) -> AnyPaper:
    """A paper of that kind with every field filled, whether the kind prints it or not."""
    make = OTHERS.get(kind) or (Paper if kind in FORMS else MoneyPaper)
    paper: AnyPaper = Filler().made(make, kind=kind)
    if isinstance(paper, Paper):
        rows = [Filler().made(PaperLine, kind=each) for each in ("heading", "text", "subtotal")]
        return replace(paper, lines=(*paper.lines, *rows))
    return paper


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_a_kind_does_not_print_is_not_in_its_data(kind: str) -> None:
    paper = full(kind)
    told_by_the_paper(paper)
    if isinstance(paper, MoneyPaper):
        told_by_the_paper(replace(paper, look=Look(page_size="roll")))


def test_a_draft_of_the_authority_table_names_no_reader_to_machines_either() -> None:
    assert "readers" in str(data_of(full("AT")))
    assert "readers" not in str(data_of(replace(full("AT"), draft=True)))


def test_the_vat_of_a_remainder_is_told_only_where_there_is_a_remainder() -> None:
    paper = quotation(1)
    without = replace(paper.sums, remainder=None, remainder_vat=Money.of(7))
    assert "remainder_vat" not in data_of(replace(paper, sums=without))["sums"]


def told_by_the_paper(paper: AnyPaper) -> None:
    """Every leaf of the data stands in the text of the pages, dates and codes as they print."""
    printed = text_of(paper)
    for name, value in leaves(data_of(paper)):
        if name in CODES or (name == "kind" and value in {"product", "text"}):
            continue
        forms = printed_forms(name, value, Labels(paper.language, paper.era))
        assert any(squeeze(form) in printed for form in forms), (name, value)


def printed_forms(name: str, value: Any, say: Labels) -> list[str]:
    """How a leaf may stand on paper."""
    if name == "branch_code":
        return [say.branch(value)]
    if name in {"stamp", "event", "method"}:
        code = {"event": "movement"}.get(name, name)
        return [sentence(f"paper_{code}_{value}", each) for each in say.languages]
    if name == "details":
        labels = {"carrier", "supplier", "team_period", "route_officer", "held_of", "held_drawn"}
        return [say(value)] if value in labels else [value]
    if name in {"dated", "on", "due", "since", "valid_until", "cheque_on", "tax_invoice_on"} | {
        "follow_up_on"
    }:
        day = date.fromisoformat(value)
        plain = [format_date(day, each, say.era) for each in say.languages]
        return [say.day(day), say.short_day(day), *plain]
    if name == "at":
        at = datetime.fromisoformat(value)
        return [f"{say.day(at.date())}{at:%H:%M}", f"{say.short_day(at.date())}{at:%H:%M}"]
    if re.fullmatch(r"-?\d+(\.\d+)?", str(value)):
        whole, _, rest = str(value).partition(".")
        figure = f"{abs(int(whole)):,}" + (f".{rest}" if rest else "")
        return [figure, str(value)]
    return [str(value)]


def test_a_purchase_request_gives_away_no_price_to_machines_either() -> None:
    for paper in (purchase_request(3), full("PR")):
        names = {name for name, _ in leaves(data_of(paper))}
        assert not names & {"unit_price", "discount", "amount", "subtotal", "grand_total", "vat"}
        assert {"quantity", "unit", "due", "reference"} <= names


def test_thai_money_days_and_quantities_come_back_as_they_were() -> None:
    paper = quotation((replace(line(1), description='น้ำ"ที่" <ฝั่ง> & ป่า\nบรรทัดสอง'),))
    data = data_of(paper)
    (row,) = data["lines"]
    assert row["description"] == paper.lines[0].description
    assert (row["quantity"], row["unit_price"], row["amount"]) == ("37.5", "289.00", "10837.50")
    assert (data["dated"], data["kind"], data["language"]) == ("2026-11-22", "QT", "th")
    assert data["customer"]["name"] == paper.customer.name
    assert data["sums"]["grand_total"] == str(paper.sums.grand_total.baht)
    assert (data["schema"], data["schema_version"]) == ("crm-desktop/paper", 1)
    assert "น้ำ".encode() in paper_data(paper)
    assert data_of(receipt("transfer"))["payment"]["at"] == "2026-11-22T14:35+07:00"


def test_pictures_and_looks_stay_out_of_the_data() -> None:
    seller = replace(SELLER, logo=picture())
    names = {name for name, _ in leaves(data_of(delivery(1, seller=seller)))}
    assert not names & {"logo", "picture", "accent", "style", "finder", "era"}


def test_every_paper_of_a_batch_has_its_own_data() -> None:
    papers = [order(1), order(2), lined("QT", 1, number=None, draft_reference="D-7Q4K/1")]
    with pikepdf.open(io.BytesIO(render_many(papers))) as pdf:
        names = ["D-7Q4K-1.json", "SO01-6911-00042 (2).json", "SO01-6911-00042.json"]
        assert list(pdf.attachments) == names
        assert len(pdf.Root.AF) == 3
        found = [json.loads(pdf.attachments[name].get_file().read_bytes()) for name in names]
        assert [len(each["lines"]) for each in found] == [1, 2, 1]


def test_a_reader_can_turn_to_every_paper_of_a_batch() -> None:
    broken = order(1, seller=replace(SELLER, logo=b"no picture"))
    bundle = Bundle()
    for paper in (order(40), refund(), quotation(1)):
        with pytest.raises(Refused):
            bundle.add(broken)
        bundle.add(paper)
    reader = pypdf.PdfReader(io.BytesIO(bundle.finish()))
    told: list[Any] = reader.outline
    assert [entry.title for entry in told] == [
        "ใบสั่งขาย SO01-6911-00042",
        "ใบสำคัญจ่ายคืนเงินมัดจำ RV01-6911-00007",
        "ใบเสนอราคา QT01-6911-00042",
    ]
    last = len(reader.pages) - 1
    pages = [reader.get_destination_page_number(entry) for entry in told]
    assert pages == [0, last - 1, last]
    assert not pypdf.PdfReader(io.BytesIO(render(order(1)))).outline


def test_a_file_of_data_can_be_saved_on_any_system() -> None:
    for number in ('A/1\\2:*?"<>|', "รุ่นที่ 2", "QT01-6911-00042 R2"):
        assert not re.search(r'[\\/:*?"<>|\s]', data_name(quotation(1, number=number)))
    unnamed = replace(every_paper()["team"], number=None)
    assert data_name(unnamed) == "TR-20261122.json"


# --------------------------------------------------------------------------------- the same bytes


def test_the_same_papers_give_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.printing.desk_papers import order, refund;"
        "from crm_desktop.printing.render import render_many;"
        "sys.stdout.buffer.write(render_many([order(2), refund()], 'เอกสาร'))"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    assert run.stdout == render_many([order(2), refund()], "เอกสาร")
    first, second = (pypdf.PdfReader(io.BytesIO(render(quotation(n)))) for n in (1, 2))
    assert first.trailer["/ID"] != second.trailer["/ID"]
