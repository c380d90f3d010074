"""The quotation (ใบเสนอราคา): what it says beside the customer; the rest is every paper's."""

from crm_desktop.printing.blocks import Field, validity
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import printable_paper, set_paper
from crm_desktop.printing.paper import Paper


def render(paper: Paper) -> bytes:
    """The quotation as PDF; Refused for a broken logo, a missing font or unknown characters."""
    paper = printable_paper(paper)
    say = Labels(paper.language, paper.era)
    return set_paper(paper, _facts(paper, say), say)


def _facts(paper: Paper, say: Labels) -> list[Field]:
    sales = "  ".join(part for part in (paper.salesperson, paper.salesperson_phone) if part)
    return [
        (say("date"), say.day(paper.dated)),
        (say("valid_until"), validity(paper, say)),
        (say("delivery"), paper.delivery),
        (say("payment_terms"), paper.payment_terms),
        (say("salesperson"), sales),
        *((say(label), value) for label, value in paper.details),
    ]
