"""The one way from papers as values to a PDF; a new kind is a row here."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from crm_desktop.printing.data import data_name, paper_data
from crm_desktop.printing.file import PdfFile
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Make, printable_paper, set_paper
from crm_desktop.printing.lined import FORMS
from crm_desktop.printing.paper import ONE_SUM, AnyPaper
from crm_desktop.printing.sheet import Palette
from crm_desktop.printing.thai_text import clean

LOCALES = {"th": "th-TH", "en": "en-US", "both": "th-TH"}
KINDS: Mapping[str, str] = {  # what sets it, loaded with the first paper of the kind
    **dict.fromkeys(FORMS, "lined:Lined"),
    **dict.fromkeys(ONE_SUM, "slips:Slip"),
    "ST": "listings:StatementList",
    "TL": "listings:TillTable",
    "TR": "team_report:Figures",
    "HD": "team_report:Figures",
    "RS": "route_sheet:RouteStops",
    "AT": "authority_table:TableOfAuthority",
    "AS": "approval_sheet:Trail",
    "CP": "comparison:SideBySide",
}


def render(paper: AnyPaper) -> bytes:
    """The paper as PDF; Refused for a broken picture, a missing font or unknown characters."""
    return render_many([paper])


def render_many(papers: Iterable[AnyPaper], title: str = "") -> bytes:
    """Papers one after the other in one file, read only as they are set; Refused as `render`."""
    bundle = Bundle(title)
    for each in papers:
        bundle.add(each)
    return bundle.finish()


class Bundle:
    """One file on its way, which papers are added to one after the other."""

    def __init__(self, title: str = "") -> None:
        self._title = clean(title)
        self._file: PdfFile | None = None

    def add(self, each: AnyPaper) -> None:
        """Sets a paper behind the others; what is Refused as by `render` leaves no page."""
        paper = printable_paper(each)
        if self._file is None:
            title, author = self._title or title_of(paper), paper.seller.name_th
            self._file = PdfFile(title, author, LOCALES[paper.language], paper.dated)
        self._file.begin()
        set_paper(paper, _make_of(paper.kind), self._file)
        self._file.attach(data_name(paper), title_of(paper), paper_data(paper))

    def finish(self) -> bytes:
        """The whole PDF; ValueError where no paper was set."""
        if self._file is None:
            raise ValueError("no paper to set")
        return self._file.finish()


def title_of(paper: AnyPaper) -> str:
    """What a reader of PDFs shows as the name of the paper."""
    say = Labels(paper.language, paper.era)
    return Heads(paper, say, Palette.of(paper.look), 0).name_of_paper()


def _make_of(kind: str) -> Make:
    module, _, name = KINDS[kind].partition(":")
    make: Make = getattr(import_module(f"crm_desktop.printing.{module}"), name)
    return make
