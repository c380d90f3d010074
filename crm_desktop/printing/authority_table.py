"""The authority table in the layout of a job description: matters, three columns, who signed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crm_desktop.printing.blocks import SIGNERS_A_ROW, Field, Signer, detail_fields
from crm_desktop.printing.grid import PAD
from crm_desktop.printing.house_papers import AuthorityPost, AuthorityRow, AuthorityTable
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row, flowing, heading_row
from crm_desktop.printing.paper import Signatory
from crm_desktop.printing.sheet import (
    ACCENT,
    BODY,
    EDGE,
    FINE,
    HAIR,
    INK,
    SMALL,
    STRONG,
    TINT,
    Block,
    Palette,
    Pen,
    Style,
)

SHARES = (0.22, 0.26, 0.26, 0.26)
LEVELS = ("own", "consult", "superior")
GAP, TICK = 8.0, 5.0
INDENT = TICK + 4
CELL = SMALL._replace(ink=INK)
MOST_LINES = 16  # of a matter in one row; what is longer may turn the page
BLANK = (Signatory(""),) * 2  # lines for a pen, where nobody is named


class Set(NamedTuple):
    """A line of a cell; the first of each band has the tick of the form."""

    text: str
    ticked: bool = False


class Ticked(Block):
    """A block on which a tick may stand, for no face of the papers has one."""

    def tick(self, x: float, y: float) -> None:
        """A tick whose box begins at (x, y)."""

        def draw(pen: Pen, left: float, top: float) -> None:
            pen.stroke(ACCENT, 1.1)
            stroke = pen.canvas.beginPath()
            stroke.moveTo(left + x, top - y - TICK * 0.55)
            stroke.lineTo(left + x + TICK * 0.38, top - y - TICK * 0.95)
            stroke.lineTo(left + x + TICK, top - y - TICK * 0.1)
            pen.canvas.drawPath(stroke)

        self.shape(draw)


class TableOfAuthority(Content):
    """Post after post, each on pages of its own: its matters, then รับทราบ of its people."""

    def __init__(self, paper: AuthorityTable, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper = paper
        room = width - GAP * (len(SHARES) - 1)
        self._widths = [room * share for share in SHARES]
        self._lefts = [sum(self._widths[:n]) + n * GAP for n in range(len(SHARES))]
        self.above = self.blocks.parties("", None, self._facts())
        self.head = self._head()

    def _facts(self) -> list[Field]:
        paper, say = self.paper, self.say
        posts = [each.title for each in paper.posts]
        confirmed = say("authority_alone") if paper.alone else _who(paper.approver, say)
        return [
            (say("authority_post"), posts[0] if len(posts) == 1 else say("authority_all_posts")),
            (say("authority_from"), say.day(paper.dated)),
            (say("reason"), paper.reason),
            (say("authority_author"), _who(paper.proposer, say)),
            (say("authority_confirmed"), confirmed or say("authority_unconfirmed")),
            *detail_fields(paper, say),
        ]

    # -------------------------------------------------------------- the table

    def _head(self) -> Block:
        """The three columns of the form with when each counts."""
        block, style = Block(), self.palette.head
        labels = [self.say.each("column_matter")]
        labels += [self.say.each(f"column_{level}") for level in LEVELS]
        notes = ["", *(self.say(f"column_{level}_note") for level in LEVELS)]
        bottoms = []
        columns = zip(labels, notes, self._lefts, self._widths, strict=True)
        for place, (names, note, left, width) in enumerate(columns):
            indent = INDENT if place else 0
            lines = [line for name in names for line in style.lines(name, width - indent)]
            y = block.lines(left + 3 + indent, PAD, lines, style)
            fine = FINE.lines(note, width - indent) if note else []
            bottoms.append(block.lines(left + 3 + indent, y, fine, FINE))
        made = Block()
        made.band(0, 0, self.width, max(bottoms) + PAD, TINT)
        made.rule(0, 0, self.width, ACCENT)
        made.rule(0, max(bottoms) + PAD, self.width, EDGE)
        made.place(block, 0, 0)
        made.height = max(bottoms) + PAD
        return made

    def rows(self) -> list[Row]:
        """Every post: its name, its matters, the lines to sign."""
        made: list[Row] = []
        for post in self.paper.posts:
            rows = [row for matter in post.rows for row in self._matter(matter)]
            if len(self.paper.posts) > 1:
                rows.insert(0, heading_row(post.title, self.palette, self.width))
            if not self.paper.draft:
                rows += self._signing(post)
            made += [rows[0]._replace(new_page=bool(made)), *rows[1:]] if rows else []
        return made

    def _matter(self, row: AuthorityRow) -> Iterator[Row]:
        """One matter; cells longer than a part of a page go on in further rows."""
        title = [Set(line) for line in STRONG.lines(row.matter, self._widths[0] - 3)]
        title += [Set(line) for line in SMALL.lines(row.note, self._widths[0] - 3) if row.note]
        cells = [title, *(list(self._cell(cell, n)) for n, cell in enumerate(row.cells, 1))]
        longest = max(map(len, cells))
        for begin in range(0, longest, MOST_LINES):
            end = begin + MOST_LINES
            yield self._part(cells, begin, end, len(title) - bool(row.note), last=end >= longest)

    def _cell(self, bands: Sequence[str], place: int) -> Iterator[Set]:
        for band in bands:
            lines = CELL.lines(band, self._widths[place] - INDENT - 3)
            yield from (Set(text, number == 0) for number, text in enumerate(lines))

    def _part(
        self, cells: Sequence[Sequence[Set]], begin: int, end: int, strong: int, *, last: bool
    ) -> Row:
        block = Ticked()
        for place, cell in enumerate(cells):
            y = PAD
            for number, line in enumerate(cell[begin:end], begin):
                style = (STRONG if number < strong else SMALL) if not place else CELL
                y = self._line(block, place, y, line, style)
        block.height += PAD
        if last:
            block.rule(0, block.height, self.width, HAIR)
        return Row(block)

    def _line(self, block: Ticked, place: int, y: float, line: Set, style: Style) -> float:
        left = self._lefts[place] + 3
        if line.ticked:
            block.tick(left, y + (style.leading - TICK) / 2)
        return block.lines(left + (INDENT if place else 0), y, [line.text], style)

    # -------------------------------------------------------------- signing

    def _signing(self, post: AuthorityPost) -> Iterator[Row]:
        """Whoever has this post; who signed in the program stands there with the day."""
        words = self.say("authority_read_words", version=self.common.number or "")
        heading, *text = flowing(
            self.say("authority_read"), [words], self.palette, self.width, BODY
        )
        yield heading
        yield from (each._replace(keep_with_next=True) for each in text)
        people = post.readers or BLANK
        for begin in range(0, len(people), SIGNERS_A_ROW):
            some = people[begin : begin + SIGNERS_A_ROW]
            block = Block()
            block.place(self._readers(some), 0, 6)
            yield Row(block)

    def _readers(self, people: Sequence[Signatory]) -> Block:
        """Up to three beside one another; places stay in line where the last row is not full."""
        block = Block()
        width = self.width / SIGNERS_A_ROW
        for place, who in enumerate(people):
            signer = Signer("authority_reader", who)
            block.place(self.blocks.signature(signer, width - 12, 1), place * width, 0)
        return block

    def closing(self, *, whole: bool) -> Block:
        """Who drew the table up and who confirmed it."""
        block = Block()
        signers = [Signer("signed_by_author", self.paper.proposer)]
        if not self.paper.alone:
            signers.append(Signer("signed_by_confirmer", self.paper.approver))
        block.place(self.blocks.signatures(signers), 0, 16)
        return block


def _who(person: Signatory | None, say: Labels) -> str:
    """A name with the day of what they did."""
    if person is None:
        return ""
    return "  ".join(filter(None, (person.name, say.day(person.on) if person.on else "")))
