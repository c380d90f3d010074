"""The one way from papers as values to a PDF; a new kind is a row here."""

from collections.abc import Iterable, Mapping

from crm_desktop.printing.approval_sheet import Trail
from crm_desktop.printing.authority_table import TableOfAuthority
from crm_desktop.printing.file import PdfFile
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Make, printable_paper, set_paper
from crm_desktop.printing.lined import FORMS, Lined
from crm_desktop.printing.listings import StatementList, TillTable
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.sheet import Palette
from crm_desktop.printing.slips import SLIPS, Slip
from crm_desktop.printing.team_report import Figures

LOCALES = {"th": "th-TH", "en": "en-US", "both": "th-TH"}
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
    return render_many([paper])


def render_many(papers: Iterable[AnyPaper], title: str = "") -> bytes:
    """Papers one after the other in one file, read only as they are set; Refused as `render`."""
    file: PdfFile | None = None
    for each in papers:
        paper = printable_paper(each)
        if file is None:
            author = paper.seller.name_th
            file = PdfFile(title or title_of(paper), author, LOCALES[paper.language], paper.dated)
        set_paper(paper, KINDS[paper.kind], file)
    if file is None:
        raise ValueError("no paper to set")
    return file.finish()


def title_of(paper: AnyPaper) -> str:
    """What a reader of PDFs shows as the name of the paper."""
    say = Labels(paper.language, paper.era)
    return Heads(paper, say, Palette.of(paper.look.accent), 0).name_of_paper()
