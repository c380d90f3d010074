import pytest
from hypothesis import settings
from crm_desktop.services import deposit_accounts, deposit_ledger, deposit_uses, deposit_claims, deposits
from crm_desktop.domain import deposits as rules
from tests.services.test_deposit_machine import *
from tests.services import test_deposit_machine as m
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def go(till):
    with pytest.raises(BaseException) as told:
        m.run(till, 12, 30)
    print(type(told.value), str(told.value)[:150])
def test_free(till, monkeypatch):
    monkeypatch.setattr(deposit_accounts.Account, "free", property(lambda self: self.balance.cleared))
    go(till)
def test_commit(till, monkeypatch):
    real = deposit_ledger.write
    def write(context, *a, **k):
        out = real(context, *a, **k)
        context.store.database.commit(); context.store.database.begin()
        return out
    monkeypatch.setattr(deposit_ledger, "write", write)
    go(till)
def test_partner(till, monkeypatch):
    monkeypatch.setattr(deposit_uses, "_require_untouched", lambda found: None)
    go(till)
def test_vat(till, monkeypatch):
    from fractions import Fraction
    monkeypatch.setattr(rules.Balance, "vat_of", lambda self, amount: self.vat.times(Fraction(amount.satang, self.came.satang)))
    go(till)
def test_room(till, monkeypatch):
    real = deposit_ledger.applied_to
    monkeypatch.setattr(deposit_ledger, "applied_to", lambda c, p: (Money.ZERO, Money.ZERO))
    go(till)
