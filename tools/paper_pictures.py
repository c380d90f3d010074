"""Pictures of every paper as it prints, on what a demo database holds, and of the shop's looks."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from crm_desktop.printing.paper import AnyPaper, Look, Paper
from crm_desktop.printing.render import render
from crm_desktop.services.authority.trails import trail
from crm_desktop.services.deposits.claim_lists import claims_page
from crm_desktop.services.deposits.deposit_lists import deposit_page
from crm_desktop.services.orders.goods_records import deliveries
from crm_desktop.services.orders.order_lists import order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.comparing import comparable, comparison
from crm_desktop.services.papers.deposit_papers import refund_voucher, statement_paper, till_paper
from crm_desktop.services.papers.order_papers import delivery_slip
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.settings import day_here
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.sheets import team_report
from ui.desk import Desk
from ui.driver import Driver

WIDTH, ROLL = 840, 420
NEWEST = ListQuery(sort="id", descending=True, limit=60)
FINISHED = {"kind": "BO", "state": "delivered"}
ISSUED = ("issued", "received", "negotiating", "accepted")
LINES = 5
"""Of a quotation that has something to show."""

Named = Iterator[tuple[str, AnyPaper]]


def officer_papers(driver: Driver) -> None:
    """What an officer hands out, the newest of each kind that has something to show."""
    for name, shown in (*_quotations(driver.desk), *_orders(driver.desk), *_money(driver.desk)):
        sheet(driver, f"paper-{name}", shown)


def till_papers(driver: Driver) -> None:
    """What stays with cashier and credit-finance."""
    read = driver.desk.read
    claims = read(claims_page, replace(NEWEST, filters={"state": ("approved", "done")})).rows
    refund = next(each for each in claims if each.matter == "deposit.refund")
    sheet(driver, "paper-voucher-th", read(refund_voucher, refund.id, "th"))
    came = [each for each in read(deposit_page, NEWEST).rows if each.received_on]
    day = came[0].received_on
    assert day is not None
    sheet(driver, "paper-till-th", read(till_paper, day, None, "th"))


def team_papers(driver: Driver) -> None:
    """What a manager takes into a meeting."""
    today = driver.desk.read(day_here)
    span = Span(today.replace(month=1, day=1), today)
    sheet(driver, "paper-team-th", driver.desk.read(team_report, span, "th"))


def _quotations(desk: Desk) -> Named:
    """One in every language, style and size, a draft, a revision beside what it replaces."""
    rows = desk.read(quotation_page, NEWEST).rows
    wanted = (desk.read(paper, row.id, "th") for row in rows if row.state in ISSUED)
    full = next(each for each in wanted if isinstance(each, Paper) and len(each.lines) >= LINES)
    yield "th", full
    shown = next(row.id for row in rows if row.number == full.number)
    for language in ("en", "both"):
        yield f"quotation-{language}", desk.read(paper, shown, language)
    accent = full.look.accent
    yield "plain-th", replace(full, look=Look("plain", accent))
    yield "letterhead-th", replace(full, look=Look("letterhead", accent, letterhead_mm=40))
    yield "small-th", replace(full, look=Look("modern", accent, "A5"))
    yield "draft-th", desk.read(paper, next(row.id for row in rows if not row.number), "th")
    pairs = ((row.id, each.id) for row in rows for each in desk.read(comparable, row.id))
    now, then = next(pairs)
    yield "comparison-th", desk.read(comparison, then, now, "th")
    told = [desk.read(trail, row.id, "th") for row in rows]
    yield "approvals-th", max(told, key=lambda each: len(each.chapters))


def _orders(desk: Desk) -> Named:
    for kind, name in (("SO", "sale"), ("BO", "order"), ("SP", "special"), ("PR", "request")):
        rows = desk.read(order_page, replace(NEWEST, filters={"kind": kind})).rows
        numbered = next(row.id for row in rows if row.number)
        yield f"{name}-th", desk.read(paper, numbered, "th")
    finished = desk.read(order_page, replace(NEWEST, filters=FINISHED)).rows
    handed = [each for row in finished for each in desk.read(deliveries, row.id) if each.deducted]
    yield "delivery-th", desk.read(delivery_slip, handed[0].id)


def _money(desk: Desk) -> Named:
    for state, name in (("held", "deposit"), ("expected", "pay-in")):
        row = desk.read(deposit_page, replace(NEWEST, filters={"state": state})).rows[0]
        shown = desk.read(paper, row.id, "th")
        yield f"{name}-th", shown
        yield f"{name}-roll-th", replace(shown, look=replace(shown.look, page_size="roll"))
        if state == "held":
            today = desk.read(day_here)
            days = (today.replace(month=1, day=1), today)
            yield "statement-th", desk.read(statement_paper, row.customer_id, *days, "th")


def sheet(driver: Driver, name: str, shown: AnyPaper) -> None:
    """The first page of a paper, a slip from a roll in its own width."""
    document, data = QPdfDocument(), QBuffer()
    data.setData(render(shown))
    data.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(data)
    points = document.pagePointSize(0)
    wide = WIDTH if shown.look.page_size != "roll" else ROLL
    size = QSize(wide, round(wide * points.height() / points.width()))
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    path = driver.out / f"{name}.png"
    page.save(str(path))
    driver.pictures.append(path)
