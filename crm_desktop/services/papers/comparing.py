"""Papers of one family side by side: revisions of a quotation, an order and its quotation."""

from typing import cast

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.printing.house_papers import Comparison
from crm_desktop.printing.paper import Language, Paper
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import families, finders
from crm_desktop.services.papers.families import FamilyNode
from crm_desktop.services.papers.papers import paper
from crm_desktop.services.registry import Context, query

UNPRICED = "PR"
"""A paper that bears no money has nothing to compare."""


@query("order.read")
def comparison(context: Context, then_id: int, now_id: int, language: str = "") -> Comparison:
    """Both as they print; Refused `compare_strangers` for papers that have nothing in common."""
    row = families.readable(context, now_id)
    if then_id not in {each.id for each in comparable(context, now_id)}:
        raise Refused("compare_strangers")
    speech = cast(Language, language or row["language"])
    then, now = (cast(Paper, paper(context, each, speech)) for each in (then_id, now_id))
    compared = Comparison(
        seller=now.seller,
        dated=context.today,
        number=now.number,
        draft_reference=now.draft_reference,
        draft=now.draft,
        finder=finders.comparison(now.finder, then.finder),
        language=speech,
        then=then,
        now=now,
    )
    return dressed(context, compared)


@query("order.read")
def comparable(context: Context, document_id: int) -> tuple[FamilyNode, ...]:
    """What a paper can be compared with, the one it replaces or came from first."""
    row = families.readable(context, document_id)
    found = [each for each in families.nodes(context, row["family_id"]) if _is_priced(each.kind)]
    if not _is_priced(row["kind"]):
        return ()
    near = (row["replaces_id"], row["parent_id"])
    others = [each for each in found if each.id != document_id]
    return tuple(sorted(others, key=lambda each: (each.id not in near, -each.id)))


def _is_priced(kind: str) -> bool:
    return KINDS[kind].lined and kind != UNPRICED
