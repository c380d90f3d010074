"""The shop's own look: on every paper, kept whole, and never a look that no paper could have."""

import io
import json
from base64 import b64decode, b64encode
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.messages import LANGUAGES, explain, sentence
from crm_desktop.printing.paper import Look
from crm_desktop.services import look as looks
from crm_desktop.services.authority.authority_papers import authority_paper
from crm_desktop.services.authority.trails import trail
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.look import (
    SaveLogo,
    SaveLook,
    ShopLook,
    logo_and_version,
    look_and_version,
    look_of,
    sheets_of,
    special_terms,
    terms,
)
from crm_desktop.services.papers.comparing import comparison
from crm_desktop.services.papers.deposit_papers import statement_paper, till_paper
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.papers.quotations import ReviseQuotation
from crm_desktop.services.papers.samples import SAMPLES, sample
from crm_desktop.services.settings import Shop, shop_and_version
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.sheets import team_report
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
OURS = ShopLook(
    style="plain",
    accent="#8c1d2f",
    page_size="A5",
    receipt_size="roll",
    footer_th="ขอบคุณ",
    footer_en="Thank you",
    sets=("QT", "DL"),
    terms_th="ไม่รับคืน\nตรวจรับทันที",
    terms_en="No returns\nCheck at once",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>'
SELLER = Shop(name_th="ร้านวัสดุไทย")


def text64(content: bytes) -> str:
    return b64encode(content).decode()


def test_a_look_is_kept_as_it_was_saved_and_written_one_way(desk: Desk) -> None:
    typed = replace(OURS, accent=" 8C1D2F ", sets=("DL", "QT"), terms_th="ไม่รับคืน \n\n ตรวจรับทันที\n")
    desk.administrator.execute(SaveLook(0, typed))
    assert desk.officer.read(look_and_version) == (OURS, 1)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"accent": "red"}, "bad_colour", "accent"),
        ({"accent": "#12345"}, "bad_colour", "accent"),
        ({"style": "loud"}, "bad_choice", "style"),
        ({"page_size": "roll"}, "bad_choice", "page_size"),
        ({"receipt_size": "A3"}, "bad_choice", "receipt_size"),
        ({"sets": ("QT", "XX")}, "bad_choice", "sets"),
        ({"letterhead_mm": 121}, "bad_letterhead", "letterhead_mm"),
        ({"letterhead_mm": -1}, "bad_letterhead", "letterhead_mm"),
        (
            {"style": "letterhead", "letterhead_mm": 61, "page_size": "A5"},
            "letterhead_too_high",
            "letterhead_mm",
        ),
        ({"footer_en": "x" * 201}, "text_too_long", "footer_en"),
        ({"special_terms_th": "ก" * 8001}, "text_too_long", "special_terms_th"),
        ({"terms_th": "ร้าน 建材"}, "font_lacks_characters", "terms_th"),
    ],
)
def test_no_paper_is_left_with_a_look_that_cannot_be_set(
    desk: Desk, changes: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as caught:
        desk.administrator.execute(SaveLook(0, replace(OURS, **changes)))
    assert (caught.value.code, caught.value.field) == (code, field)
    assert desk.officer.read(look_and_version) == (ShopLook(), 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_footer_that_no_font_draws_is_said_to_be_the_footer(desk: Desk, language: str) -> None:
    with pytest.raises(Refused) as caught:
        desk.administrator.execute(SaveLook(0, replace(OURS, footer_th="ร้าน 建材")))
    assert sentence("print_place_footer", language) in explain(caught.value, language)


def test_the_later_of_two_looks_is_told(desk: Desk) -> None:
    desk.administrator.execute(SaveLook(0, OURS))
    desk.administrator.execute(SaveLogo(0, text64(SVG)))
    for late in (SaveLook(0, ShopLook()), SaveLogo(0, "")):
        with pytest.raises(Stale):
            desk.administrator.execute(late)
    assert desk.officer.read(look_and_version)[0] == OURS


def test_only_the_administrator_changes_or_tries_the_look(desk: Desk) -> None:
    for command in (SaveLook(0, OURS), SaveLogo(0, text64(SVG))):
        with pytest.raises(NotAllowed):
            desk.director.execute(command)
    with pytest.raises(NotAllowed):
        desk.director.read(sample, "QT", "th", SELLER, OURS, "")


# ------------------------------------------------------------ the logo


def test_any_logo_is_kept_as_a_picture_that_prints_and_goes_away_again(desk: Desk) -> None:
    desk.administrator.execute(SaveLogo(0, text64(SVG)))
    kept, version = desk.officer.read(logo_and_version)
    assert b64decode(kept).startswith(b"\x89PNG")
    desk.administrator.execute(SaveLogo(version, ""))
    assert desk.officer.read(logo_and_version) == ("", 2)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (text64(b"GIF89a no picture"), "logo_unreadable"),
        ("not base64!", "logo_unreadable"),
        ("A" * (11 * 1024 * 1024 + 400_000), "logo_too_large"),
    ],
    ids=["broken", "not_base64", "huge"],
)
def test_a_logo_that_cannot_print_is_refused_and_the_old_one_stays(
    desk: Desk, content: str, code: str
) -> None:
    desk.administrator.execute(SaveLogo(0, text64(SVG)))
    before = desk.officer.read(logo_and_version)
    with pytest.raises(Refused) as caught:
        desk.administrator.execute(SaveLogo(1, content))
    assert (caught.value.code, caught.value.field) == (code, "logo")
    assert desk.officer.read(logo_and_version) == before


def test_the_audit_names_the_logo_by_its_hash_and_does_not_grow_by_it(desk: Desk) -> None:
    desk.administrator.execute(SaveLogo(0, text64(SVG)))
    kept, _ = desk.officer.read(logo_and_version)
    line = desk.store.t.audit_line
    told = "".join(json.dumps(row, default=str) for row in line.select().dicts())
    assert "saved logo" in told
    assert "sha256" in told
    assert kept[:60] not in told


# ------------------------------------------------------------ on papers


def dress(shop: SellingShop, **changes: Any) -> None:
    """The administrator saves this look."""
    version = shop.system.read(look_and_version)[1]
    shop.system.execute(SaveLook(version, replace(OURS, **changes)))


def test_a_paper_keeps_its_words_and_wears_the_look_of_today(shop: SellingShop) -> None:
    dress(shop)
    shop.system.execute(SaveLogo(0, text64(SVG)))
    issued = shop.issued(shop.line("CEM", 3)).id
    dress(shop, accent="#1b3a6b", terms_th="ข้อใหม่", footer_th="ท้ายใหม่")
    printed = shop.desk.officer.read(paper, issued)
    assert printed.terms == ("ไม่รับคืน", "ตรวจรับทันที")
    assert printed.look == Look("plain", "#1b3a6b", "A5", 0)
    assert printed.seller.footer == "ท้ายใหม่"
    assert printed.seller.logo is not None
    assert printed.seller.logo.startswith(b"\x89PNG")


def test_what_is_drawn_up_beside_papers_wears_the_look_too(shop: SellingShop) -> None:
    dress(shop)
    first = shop.issued(shop.line("CEM", 3)).id
    manager, day = shop.desk.manager, shop.desk.now.date()
    revised = shop.desk.officer.execute(ReviseQuotation(first)).id
    made = (
        manager.read(statement_paper, shop.customer, day, day),
        manager.read(till_paper, day),
        manager.read(trail, first),
        manager.read(authority_paper),
        manager.read(team_report, Span(day, day)),
        manager.read(comparison, first, revised),
    )
    footers = {"th": "ขอบคุณ", "en": "Thank you"}
    for each in made:
        assert each.look == look_of(OURS, each.kind), each.kind
        assert each.seller.footer == footers[each.language], each.kind


def test_a_shop_without_the_small_qr_prints_none(shop: SellingShop) -> None:
    issued = shop.issued(shop.line("CEM", 3)).id
    assert shop.desk.officer.read(paper, issued).finder
    dress(shop, finder=False)
    assert shop.desk.officer.read(paper, issued).finder == ""


def test_a_paper_in_both_languages_says_terms_and_footer_in_both(shop: SellingShop) -> None:
    dress(shop)
    issued = shop.issued(shop.line("CEM", 3), language="both").id
    printed = shop.desk.officer.read(paper, issued)
    assert printed.language == "both"
    assert printed.terms == ("ไม่รับคืน / No returns", "ตรวจรับทันที / Check at once")
    assert printed.seller.footer == "ขอบคุณ  ·  Thank you"


def test_a_customer_is_kept_with_papers_in_both_languages(shop: SellingShop) -> None:
    wants = SaveCustomer(None, 0, "person", "คุณสองภาษา", ("081-234-5678",), paper_language="both")
    customer = shop.desk.officer.execute(wants)
    draft = shop.draft(customer_id=customer, language="both")
    assert shop.desk.officer.read(paper, draft.id).language == "both"


def test_terms_that_do_not_match_are_said_one_language_after_the_other() -> None:
    uneven = {"terms_th": "หนึ่ง\nสอง", "terms_en": "one"}
    assert terms(uneven, "both") == ("หนึ่ง", "สอง", "one")
    only_thai = {"terms_th": "หนึ่ง", "terms_en": ""}
    assert terms(only_thai, "both") == ("หนึ่ง",)
    signed = {"special_terms_th": "ไม่คืน", "special_terms_en": "Final"}
    assert special_terms(signed, "both") == "ไม่คืน\nFinal"


def test_only_receipts_go_on_the_roll_and_no_roll_is_a_letterhead() -> None:
    pre_printed = replace(OURS, style="letterhead", letterhead_mm=45)
    assert look_of(pre_printed, "QT") == Look("letterhead", "#8c1d2f", "A5", 45)
    assert look_of(pre_printed, "DP") == Look("plain", "#8c1d2f", "roll", 0)
    assert look_of(replace(OURS, style="modern"), "RV").letterhead_mm == 0


def test_the_kinds_that_the_shop_named_are_printed_in_sets(desk: Desk) -> None:
    desk.administrator.execute(SaveLook(0, OURS))
    assert desk.officer.read(sheets_of, "QT") == ("original", "copy")
    assert desk.officer.read(sheets_of, "SO") == ()


def test_writing_a_paper_never_waits_for_the_logo(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(looks, "_load_logo")
    assert shop.submit(shop.draft(shop.line("CEM", 3))).id


# ------------------------------------------------------------ samples


@SQLITE
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_sample_shows_what_is_not_saved_and_is_never_taken_for_a_paper(
    desk: Desk, kind: str
) -> None:
    from crm_desktop.printing.render import render

    language: Any
    for language, mark in (("th", "ตัวอย่าง"), ("en", "SAMPLE"), ("both", "ตัวอย่าง")):
        made = desk.administrator.read(sample, kind, language, SELLER, OURS, text64(b""))
        assert made.seller.name_th == "ร้านวัสดุไทย"
        assert made.look == look_of(OURS, kind)
        assert "0000" in (made.number or "")
        assert made.finder == made.number
        pages = pypdf.PdfReader(io.BytesIO(render(made))).pages
        assert all(mark in page.extract_text() for page in pages)
    assert desk.officer.read(look_and_version) == (ShopLook(), 0)
    assert desk.officer.read(shop_and_version) == (Shop(), 0)


@SQLITE
def test_a_sample_of_what_cannot_be_saved_names_the_field(desk: Desk) -> None:
    for seller, look, field in (
        (replace(SELLER, tax_number="1"), OURS, "tax_number"),
        (SELLER, replace(OURS, accent="red"), "accent"),
    ):
        with pytest.raises(Refused) as caught:
            desk.administrator.read(sample, "QT", "th", seller, look, "")
        assert caught.value.field == field
