"""The sheet of a day's route: every stop with what to bring up, and lines to write on."""

from collections.abc import Iterator

from crm_desktop.printing.blocks import detail_fields
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row
from crm_desktop.printing.rounds import OpenOffer, RouteSheet, RouteStop
from crm_desktop.printing.sheet import (
    BODY,
    EDGE,
    HAIR,
    LOWER,
    SMALL,
    STRONG,
    TINT,
    Block,
    Palette,
)

LEFT = 5.0
FACTS = ("purpose", "address", "contact", "last", "promised", "offers", "notes")
GAP = 14.0
NOTE_LINES = 2
NOTE_LEADING = 20.0
PAD = 4.0


class RouteStops(Content):
    """A stop is never torn, so that what is written beside it is found with it."""

    def __init__(self, paper: RouteSheet, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper = paper
        self.plain = Labels("en" if paper.language == "en" else "th", paper.era)
        self.left = GAP + SMALL.widest([say(f"route_{fact}") for fact in FACTS])
        facts = [(say("day"), say.day(paper.dated)), *detail_fields(paper, say)]
        self.above = self.blocks.parties("", None, facts)

    def rows(self) -> list[Row]:
        """Stop by stop, or that there is none."""
        if not self.paper.stops:
            block = Block()
            block.lines(LEFT, 6, [self.say("route_none")], BODY)
            return [Row(block)]
        return [self._row(stop) for stop in self.paper.stops]

    def closing(self, *, whole: bool) -> Block:
        """Nothing is signed."""
        return Block()

    def _row(self, stop: RouteStop) -> Row:
        block = Block()
        block.place(self._head(stop), 0, 0)
        y = block.height + 2
        for label, words in self._facts(stop):
            y = self._fact(block, y, self.say(label), words)
        block.lines(LEFT, y + LOWER, [self.say("route_notes")], SMALL)
        for number in range(NOTE_LINES):
            at = y + (number + 1) * NOTE_LEADING - 4
            block.rule(LEFT + self.left, at, self.width - LEFT - self.left, HAIR)
        block.height = max(block.height, y + NOTE_LINES * NOTE_LEADING) + 8
        return Row(block)

    def _head(self, stop: RouteStop) -> Block:
        """The number, the hour and the name on a band, how and why one goes below."""
        when = f"{stop.place}.  {stop.time}".rstrip()
        names = STRONG.lines(stop.customer, self.width * 0.66 - self.left)
        height = len(names) * STRONG.leading + PAD
        block = Block()
        block.band(0, 0, self.width, height, TINT)
        block.rule(0, height, self.width, EDGE)
        block.text(LEFT, PAD / 2, when, STRONG)
        block.lines(LEFT + self.left, PAD / 2, names, STRONG)
        room = self.width * 0.34 - 2 * LEFT
        beside = BODY.lines(" · ".join(filter(None, (stop.how, stop.zone))), room)
        block.text(self.width - LEFT, PAD / 2, beside[0], BODY, "right")
        block.height = height
        return block

    def _facts(self, stop: RouteStop) -> Iterator[tuple[str, list[str]]]:
        yield "route_purpose", [stop.purpose]
        yield "route_address", [stop.address]
        yield "route_contact", [stop.contact]
        yield "route_last", [stop.last or self.say("route_first")]
        yield "route_promised", [stop.promised]
        yield "route_offers", [self._offer(offer) for offer in stop.offers]

    def _offer(self, offer: OpenOffer) -> str:
        """In one language on every sheet: it is read in a car."""
        say = self.plain
        valid = say("route_valid", day=say.short_day(offer.valid_until))
        words = [offer.number, f"{offer.amount} {say('route_baht')}", valid]
        if offer.follow_up_on:
            words.append(say("route_follow", day=say.short_day(offer.follow_up_on)))
        return " · ".join(words)

    def _fact(self, block: Block, y: float, label: str, words: list[str]) -> float:
        room = self.width - 2 * LEFT - self.left
        lines = [line for text in words if text for line in BODY.lines(text, room)]
        if not lines:
            return y
        block.lines(LEFT, y + LOWER, [label], SMALL)
        return block.lines(LEFT + self.left, y, lines, BODY)
