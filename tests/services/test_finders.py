"""The QR in the corner of a paper must bring the paper back, whatever the keyboard is set to."""

from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.thai import swap_layout
from crm_desktop.services.authority.authority_papers import authority_paper
from crm_desktop.services.authority.trails import trail
from crm_desktop.services.finding import find
from crm_desktop.services.papers.deposit_papers import refund_voucher, statement_paper, till_paper
from crm_desktop.services.papers.order_papers import delivery_slip
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import Scope
from crm_desktop.services.team.sheets import team_report
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def found(person: Any, code: str) -> list[str]:
    """What the search box opens for a scan: the best paper, or what is beside papers."""
    hits = person.read(find, code)
    return [each.record_id for each in hits.sheets] or [each.reference for each in hits.papers[:1]]


def test_a_scanned_code_opens_the_very_paper_it_stands_on(shop: GoodsShop) -> None:
    till = DepositShop(shop)
    manager, today = shop.desk.manager, till.today
    order_id = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30)).id
    draft = manager.read(paper, shop.saved("SO").id)
    held = till.receive(till.ask(order_id).id, 450)
    delivered = shop.deliver(order_id, 4).delivery_id
    claim = till.refund(held, 100)
    till.answer(claim)
    order = manager.read(paper, order_id)
    customer_id = shop.row(order_id)["customer_id"]
    span = Span(today, today, Scope(None, 1, True))
    sheets = {
        manager.read(delivery_slip, delivered).finder: f"delivery-{delivered}",
        manager.read(refund_voucher, claim.claim_id).finder: f"voucher-{claim.claim_id}",
        manager.read(statement_paper, customer_id, today, today).finder: (
            f"statement-{customer_id}.{today:%Y%m%d}.{today:%Y%m%d}"
        ),
        shop.desk.cashier.read(till_paper, today).finder: f"till-{today:%Y%m%d}",
        manager.read(trail, order_id).finder: f"trail-{order_id}",
        manager.read(authority_paper, 1, "G4").finder: "authority-1.G4",
        manager.read(authority_paper, 1).finder: "authority-1",
        manager.read(team_report, span).finder: f"team-{today:%Y%m%d}.{today:%Y%m%d}..1.1",
        order.finder: order.number,
        draft.finder: draft.draft_reference,
    }
    assert len(sheets) == 10
    for typed in (str, swap_layout):
        for scan, opens in sheets.items():
            assert found(manager, typed(scan)) == [opens], scan


@pytest.mark.parametrize(
    "code",
    [
        *("ST C-1 20261301 x", "TL 2026", "TL 2026-11-22", "TL 2026-W47-7", "TL 20269999", "AT x"),
        *("TR 1.2.3", "TR 20261101.20261122.x.y.z", "XX/9", "/1", "QT\x00/1", "AS \x00", "CP a"),
        f"SO01-6911-00001/{'9' * 5_000}",
    ],
)
def test_a_code_of_nothing_finds_nothing(shop: GoodsShop, code: str) -> None:
    assert found(shop.desk.manager, code) == []


def test_who_may_not_read_a_paper_does_not_find_it_by_its_code(shop: GoodsShop) -> None:
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    delivered = shop.deliver(order_id, 4).delivery_id
    code = shop.desk.manager.read(delivery_slip, delivered).finder
    assert found(shop.desk.administrator, code) == []
    assert found(shop.desk.administrator, "TL 20261122") == []
