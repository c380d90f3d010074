"""Who may: role × command × branch, as one table that the handlers, the screens and docs read."""

from collections.abc import Iterable
from dataclasses import dataclass

ROLES = (
    "officer",
    "supervisor",
    "manager",
    "director",
    "cashier",
    "credit",
    "sales",
    "merchandise",
    "receiving",
    "logistics",
    "administrator",
)
DESK = "officer supervisor manager director"
HEADS = "supervisor manager director"
BUSINESS = (
    "officer supervisor manager director cashier credit sales merchandise receiving logistics"
)
EVERYBODY = " ".join(ROLES)


@dataclass(frozen=True, slots=True)
class Permission:
    """What one command or query asks for; `roaming` roles reach the papers of every branch."""

    name: str
    roles: frozenset[str]
    roaming: frozenset[str]


def _row(
    name: str, roles: str, roaming: str = "manager director credit administrator"
) -> Permission:
    return Permission(name, frozenset(roles.split()), frozenset(roaming.split()))


PERMISSIONS: dict[str, Permission] = {
    row.name: row
    for row in (
        _row("customer.read", BUSINESS, BUSINESS),
        _row("customer.save", DESK, BUSINESS),
        _row("customer.note", DESK + " sales credit", BUSINESS),
        _row("customer.consent", DESK, BUSINESS),
        _row("customer.credit", "credit", BUSINESS),
        _row("customer.reveal", DESK + " credit", BUSINESS),
        _row("customer.import", HEADS),
        _row("import.use", HEADS + " credit merchandise administrator"),
        _row("customer.merge", DESK),
        _row("customer_merge.read", DESK + " credit", BUSINESS),
        _row("privacy.export", HEADS),
        _row("privacy.erase", HEADS),
        _row("privacy.save", "manager director"),
        _row("product.read", BUSINESS, BUSINESS),
        _row("product.import", "manager director merchandise administrator"),
        _row("cost.see", "credit supervisor manager director"),
        _row("quotation.read", DESK + " sales credit"),
        _row("quotation.save", DESK),
        _row("quotation.submit", DESK),
        _row("quotation.issue", DESK),
        _row("quotation.print", DESK + " sales"),
        _row("quotation.revise", DESK),
        _row("quotation.follow", DESK),
        _row("quotation.cancel", DESK),
        _row("quotation.extend", DESK),
        _row("pipeline.save", "manager director"),
        _row("template.read", DESK),
        _row("template.save", DESK),
        _row("template.any", HEADS),
        _row("order.read", BUSINESS),
        _row("order.save", DESK),
        _row("order.submit", DESK),
        _row("order.issue", DESK),
        _row("order.cancel", DESK),
        _row("order.print", BUSINESS),
        _row("order.hand_off", DESK),
        _row("order.accept", "sales logistics"),
        _row("order.settle", DESK + " credit"),
        _row("order.promise", DESK + " sales"),
        _row("order.tell", DESK + " sales"),
        _row("order.sign", DESK),
        _row("order.quote", DESK + " sales merchandise"),
        _row("purchase.request", DESK),
        _row("purchase.answer", "sales merchandise"),
        _row("goods.receive", "receiving merchandise sales"),
        _row("goods.inspect", "receiving merchandise sales"),
        _row("goods.allocate", DESK + " receiving sales"),
        _row("delivery.record", DESK + " logistics"),
        _row("deposit.read", BUSINESS),
        _row("deposit.ask", DESK + " cashier"),
        _row("deposit.receive", "cashier"),
        _row("deposit.clear", "cashier credit"),
        _row("deposit.apply", DESK + " cashier credit"),
        _row("deposit.refund", DESK),
        _row("deposit.pay", "credit"),
        _row("deposit.forfeit", DESK),
        _row("deposit.transfer", DESK),
        _row("deposit.waive", DESK),
        _row("deposit.reverse", HEADS + " credit"),
        _row("deposit.account", "credit"),
        _row("till.read", HEADS + " cashier credit"),
        _row("till.count", "cashier"),
        _row("credit.read", DESK + " credit sales", BUSINESS),
        _row("credit.import", "credit"),
        _row("erp.send", HEADS + " sales credit"),
        _row("request.recall", DESK),
        _row("request.read", DESK + " credit"),
        _row("request.answer", HEADS + " credit"),
        _row("request.trail", DESK + " credit"),
        _row("delegation.read", BUSINESS),
        _row("delegation.plan", DESK + " credit"),
        _row("delegation.save", HEADS + " credit"),
        _row("work.hand_over", DESK),
        _row("team.read", HEADS),
        _row("team.reassign", HEADS),
        _row("visit.read", DESK),
        _row("visit.save", DESK),
        _row("authority.read", EVERYBODY),
        _row("matrix.draft", "manager director administrator"),
        _row("matrix.confirm", "manager director administrator"),
        _row("matrix.replay", HEADS),
        _row("matrix.sign", DESK),
        _row("calendar.save", "manager director administrator"),
        _row("find", EVERYBODY),
        _row("today.read", BUSINESS),
        _row("person.self", EVERYBODY),
        _row("person.read", EVERYBODY),
        _row("person.save", "administrator"),
        _row("settings.read", EVERYBODY),
        _row("settings.save", "administrator"),
        _row("system.verify", "administrator"),
        _row("system.housekeeping", EVERYBODY),
    )
}


LENT = frozenset({"request.read", "request.answer"})
"""What a deputy may do with the roles of the person they stand in for, and nothing else."""


def may(roles: Iterable[str], permission: str) -> bool:
    """Whether any of the roles holds the permission; an unknown permission is a KeyError."""
    return not PERMISSIONS[permission].roles.isdisjoint(roles)


def roams(roles: Iterable[str], permission: str) -> bool:
    """Whether the permission reaches beyond the actor's own branch for one of the roles."""
    row = PERMISSIONS[permission]
    return not (row.roles & row.roaming).isdisjoint(roles)
