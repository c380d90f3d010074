"""Orders and deposits of the small shop, written as their commands leave them."""

from typing import Any

import pytest

from tests.services.office import Office


class Papers:
    """Rows of orders and deposits as their commands leave them."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.t = office.store.t

    def add(self, kind: str, state: str, owner: str = "nok", **values: Any) -> int:
        """A numbered paper of a kind in a state; `first` and `day` are its promises in days."""
        days = {key: values.pop(key) for key in ("first", "day", "arrived") if key in values}
        names = {"first": "first_promise_on", "day": "promised_on", "arrived": "arrived_on"}
        number = f"{kind}01-6911-{self.t.document.select().count() + 1:05d}"
        paper = {
            "kind": kind,
            "number": number,
            "base_number": None,
            "state": state,
            "issued_at": self.office.now.isoformat(),
            "valid_until": None,
        }
        dates = {names[key]: self.office.day(days[key]).isoformat() for key in days}
        return self.office.quotation(owner, **{**paper, **dates, **values})

    def stand(self, paper: int, **stages: int) -> int:
        """So many pieces of the paper at each stage, as one line of it."""
        line = self.t.document_line.insert(
            document_id=paper,
            position=self.t.document_line.select().count(),
            kind="product",
            code="CEM",
            description="ปูน",
            product_group="",
            quantity_milli=1000,
            unit="ถุง",
            unit_price_satang=1,
            discount="",
            net_satang=1,
            vat_class="standard",
        ).execute()
        for stage, pieces in stages.items():
            self.t.goods_stage.insert(
                line_id=line,
                stage=stage,
                quantity_milli=pieces * 1000,
                document_id=paper,
                branch_id=1,
            ).execute()
        return int(line)

    def back_order(self, state: str, stage: str, owner: str = "nok", **values: Any) -> int:
        """A back order whose goods all stand at one stage; its first promise is printed on it."""
        paper = self.add("BO", state, owner, **values)
        line = self.stand(paper, **{stage: 5})
        if "first" in values:
            self.t.promise.insert(
                document_id=paper,
                line_id=line,
                promised_on=self.office.day(values["first"]).isoformat(),
                reason="",
                source="paper",
                at=self.office.now.isoformat(),
            ).execute()
        return paper

    def deposit(self, state: str, paper: int, method: str = "cheque", **values: Any) -> int:
        """A deposit for a paper."""
        deposit = self.add("DP", state, **values)
        self.t.deposit.insert(
            document_id=deposit,
            for_id=paper,
            payer="ร้านสมชายวัสดุ",
            expected_satang=100_000,
            method=method,
            received_on=self.office.day(-2).isoformat(),
        ).execute()
        return deposit

    def claim(self, deposit: int, state: str, matter: str = "deposit.refund") -> int:
        """What was asked of a deposit."""
        return int(
            self.t.deposit_claim.insert(
                deposit_id=deposit,
                matter=matter,
                state=state,
                satang=50_000,
                payee="คุณสมชาย",
                term="",
                reason="x",
                by_id=1,
                at=self.office.now.isoformat(),
            ).execute()
        )

    def failed(self, paper: int, line: int, event: str) -> None:
        """Goods of the paper failed their inspection."""
        self.t.goods_move.insert(
            document_id=paper,
            line_id=line,
            event=event,
            from_stage="arrived",
            to_stage="open",
            quantity_milli=5000,
            note="สีผิด",
            at=self.office.now.isoformat(),
        ).execute()

    def told(self, paper: int, about: str, promised_on: str | None = None) -> None:
        """The customer was told."""
        self.t.telling.insert(
            document_id=paper,
            about=about,
            channel="phone",
            words="แจ้งแล้ว",
            promised_on=promised_on,
            by_id=1,
            at=self.office.now.isoformat(),
        ).execute()


@pytest.fixture
def papers(office: Office) -> Papers:
    return Papers(office)
