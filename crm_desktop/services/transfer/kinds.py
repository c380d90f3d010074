"""The kinds of list that can be taken in; each is loaded when it is first asked for."""

from importlib import import_module

from crm_desktop.domain.errors import Refused
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import Kind

KINDS = {
    "customers": "customer_rows",
    "contacts": "contact_rows",
    "products": "product_rows",
    "prices": "product_rows",
    "stock": "product_rows",
    "credit": "credit_rows",
    "receivables": "bill_rows",
    "payments": "payment_rows",
    "bills": "payment_rows",
}
PERMISSIONS = {
    **dict.fromkeys(("customers", "contacts"), "customer.import"),
    **dict.fromkeys(("products", "prices", "stock"), "product.import"),
    **dict.fromkeys(("credit", "receivables", "payments", "bills"), "credit.import"),
}


def kind_of(context: Context, name: str) -> Kind:
    """The kind of that name; Refused `bad_choice`, or NotAllowed for whoever may not take it in."""
    if name not in KINDS:
        raise Refused("bad_choice", "kind", value=name)
    context.actor.require(PERMISSIONS[name])
    return load(name)


def load(name: str) -> Kind:
    """The kind, whoever asks."""
    module = import_module(f"crm_desktop.services.transfer.{KINDS[name]}")
    found: Kind = module.KINDS[name]
    return found
