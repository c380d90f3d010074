"""The one way from a paper's values to its PDF; a new kind is a row here."""

from collections.abc import Mapping

from crm_desktop.printing.approval_sheet import Trail
from crm_desktop.printing.authority_table import TableOfAuthority
from crm_desktop.printing.layout import Make, printable_paper, set_paper
from crm_desktop.printing.lined import FORMS, Lined
from crm_desktop.printing.listings import StatementList, TillTable
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.slips import SLIPS, Slip
from crm_desktop.printing.team_report import Figures

KINDS: Mapping[str, Make] = {
    **dict.fromkeys(FORMS, Lined),
    **dict.fromkeys(SLIPS, Slip),
    "ST": StatementList,
    "TL": TillTable,
    "TR": Figures,
    "AT": TableOfAuthority,
    "AS": Trail,
}


def render(paper: AnyPaper) -> bytes:
    """The paper as PDF; Refused for a broken picture, a missing font or unknown characters."""
    return set_paper(printable_paper(paper), KINDS[paper.kind])
