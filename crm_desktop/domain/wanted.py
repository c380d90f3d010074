"""What a chat message asks for: its pieces of goods with quantity and unit, nothing lost or added.

A number is a quantity only where a selling unit stands behind it, or where it ends its piece and
nothing else there says how many; 12 มิล, DB12, 3/4 นิ้ว, 2x4 and เบอร์ 2 are sizes, and phones, dates
and money are left aside. Everything of the message stands in the `source` of some piece.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crm_desktop.domain.thai import search_text
from crm_desktop.domain.trade_words import COLOURS, CONJUNCTIONS, HEADS, POLITE, QUALIFIERS
from crm_desktop.domain.wanted_tokens import Kind, Token, tokens_of

LONGEST_MESSAGE = 20_000
MOST_PIECES = 500
SIZED = (Kind.SIZE, Kind.CODE)
MAYBE = (Kind.EITHER, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One piece of what was written: `words` to look for, empty for what names no goods.

    `quantity` is None where nobody said how many; `price` and `discount` are as typed in a table;
    `measure` is what is needed in a unit of size, where a product's own factor says how many;
    `more` says that another number of the same goods stands in the source.
    """

    source: str
    words: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    code: str = ""
    price: str = ""
    discount: str = ""
    measure: Decimal | None = None
    measured_in: str = ""
    note: str = ""
    more: bool = False

    @property
    def is_aside(self) -> bool:
        """Whether it names no goods: a greeting, a phone, a price."""
        return not (self.words or self.code)


@dataclass
class _Piece:
    """A piece while it is read: what was said of the goods, then how many."""

    tokens: list[Token] = field(default_factory=list)
    count: Token | None = None
    head: str = ""
    leading: bool = False
    aside: bool = False
    more: bool = False

    @property
    def said(self) -> list[Token]:
        return [each for each in self.tokens if each is not self.count]

    @property
    def names(self) -> bool:
        """Whether words were said, not sizes alone."""
        return any(each.kind in (Kind.WORD, Kind.CODE) and goods(each.text) for each in self.said)


def read_message(text: str) -> tuple[Wanted, ...]:
    """The pieces of a message in their order; only its first characters where it is endless."""
    clean, tokens = tokens_of(text[:LONGEST_MESSAGE])
    reader = _Reader()
    for token in tokens:
        reader.take(token)
    reader.close()
    pieces = _inherited(_joined(reader.pieces))
    pieces.sort(key=lambda each: each.tokens[0].start if each.tokens else 0)
    return tuple(_wanted(clean, piece) for piece in pieces if piece.tokens)[:MOST_PIECES]


class _Reader:
    """Takes token after token and closes a piece where the next one begins."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self._now = _Piece()
        self._line = 0
        self._after: list[Token] = []

    def take(self, token: Token) -> None:
        if token.kind is Kind.ASIDE:
            self.pieces.append(_Piece([token], aside=True))
        elif token.kind in (Kind.BREAK, Kind.COMMA) or token.text in CONJUNCTIONS:
            self.close()
            self._line = len(self.pieces) if token.kind is Kind.BREAK else self._line
        elif token.kind is Kind.COUNT:
            self._count(token)
        elif token.kind is Kind.EACH:
            self._each(token)
        else:
            self._say(token)

    def _count(self, token: Token) -> None:
        now = self._now
        if now.count is not None:
            waiting = self._take_back(now)
            self.close()
            self._now = now = _Piece(waiting)
        now.leading = not any(t.kind is not Kind.WORD or goods(t.text) for t in now.tokens)
        now.count = token
        now.tokens.append(token)

    def _take_back(self, now: _Piece) -> list[Token]:
        """Sizes behind a count that another count follows belong to what comes."""
        if now.leading or now.count is None:
            return []
        place = now.tokens.index(now.count) + 1
        moved, now.tokens = now.tokens[place:], now.tokens[:place]
        return moved

    def _each(self, token: Token) -> None:
        """`A B C อย่างละ 10 ตัว`: everything of the line that has no count yet gets this one."""
        waiting, self.pieces[self._line :] = self.pieces[self._line :], []
        parts = [each for each in waiting if each.count is None and not each.aside]
        self.pieces += [each for each in waiting if each not in parts]
        if self._now.tokens:
            parts.append(self._now)
        split = [each for part in parts for each in _split(part)]
        _share_sizes(split)
        for piece in split or [_Piece()]:
            piece.count = token
            piece.tokens.append(token)
            self.pieces.append(piece)
        self._now = _Piece()

    def _say(self, token: Token) -> None:
        now = self._now
        word = token.kind is Kind.WORD
        if now.count is not None and not now.leading:
            if token.kind is Kind.NUMBER or (word and not _belongs(token)):
                self.close()
        elif word and now.tokens and now.tokens[-1].kind in MAYBE and is_head(token.text):
            if now.names or now.leading:
                self.close()
        elif now.leading and now.names and word and is_head(token.text):
            self._close_sized()
        self._now.tokens.append(token)

    def _close_sized(self) -> None:
        """A name behind a size begins other goods; behind a name it may be part of that."""
        if self._now.tokens[-1].kind is not Kind.WORD:
            self.close()

    def close(self) -> None:
        """End the piece; its last number says how many where nothing else does."""
        now, self._now = self._now, _Piece()
        if not now.tokens:
            return
        if now.count is None:
            meant = [t for t in now.tokens if t.kind is not Kind.WORD or goods(t.text)]
            if meant and meant[-1].kind in MAYBE and len(meant) > 1:
                now.count = meant[-1]
        self.pieces.append(now)


def _belongs(token: Token) -> bool:
    """Whether a word behind a count still tells of the same goods: `ตราเสือ`, `(สีขาว)`, `ครับ`."""
    text = search_text(token.text)
    coloured = text.startswith("สี") and text.removeprefix("สี").startswith(COLOURS)
    return coloured or text.startswith((*QUALIFIERS, "(")) or not goods(text)


def _split(piece: _Piece) -> list[_Piece]:
    """The goods of a piece one by one: at each of its names, else at each of its sizes."""
    starts = [n for n, t in enumerate(piece.tokens) if _names_anew(t, piece.tokens[:n][-1:])]
    if len(starts) > 1:
        starts = [0, *starts[1:]]
        ends = [*starts[1:], len(piece.tokens)]
        return [_Piece(piece.tokens[a:b]) for a, b in zip(starts, ends, strict=True)]
    sizes = [n for n, t in enumerate(piece.tokens) if t.kind in (*SIZED, *MAYBE)]
    if len(sizes) < 2 or not piece.tokens[: sizes[0]]:
        return [piece]
    unit = piece.tokens[sizes[-1]].unit
    head, found = piece.tokens[: sizes[0]], list[_Piece]()
    for number in sizes:
        token = piece.tokens[number]
        sized = replace(token, kind=Kind.SIZE, unit=token.unit or unit)
        found.append(_Piece([*(head if not found else []), sized], head=_words(head)))
    return found


def _names_anew(token: Token, before: list[Token]) -> bool:
    """Whether other goods begin: of `ท่อ PVC` the second word is a kind of the first."""
    beside = bool(before) and before[0].kind is Kind.WORD
    if token.kind is Kind.CODE:
        return not beside or goods(before[0].text) not in ("เหล็ก",)
    return (
        token.kind is Kind.WORD
        and is_head(token.text)
        and not (beside and goods(token.text).isascii())
    )


def _share_sizes(pieces: list[_Piece]) -> None:
    """`ข้องอ สามทาง ½ นิ้ว อย่างละ 10`: a size said once, at the end, is everybody's."""
    if len(pieces) < 2:
        return
    last = [each for each in pieces[-1].tokens if each.kind in (Kind.SIZE, *MAYBE)]
    if last and not any(t.kind in (*SIZED, *MAYBE) for piece in pieces[:-1] for t in piece.tokens):
        for piece in pieces[:-1]:
            piece.tokens += last


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Words on one line and their count alone on the next are one piece; a second count of the
    same goods stays with them, to be asked about."""
    found: list[_Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        alone = piece.count is not None and not piece.aside and not _words(piece.said)
        if alone and before and before.count is None and before.names and not before.aside:
            before.count = piece.count
            before.tokens += piece.tokens
        elif alone and before and before.count is not None and not before.aside:
            before.more = True
            before.tokens += piece.tokens
        else:
            found.append(piece)
    return found


def _inherited(pieces: list[_Piece]) -> list[_Piece]:
    """Sizes without a name are of what was named before: `เหล็ก 12 มิล 50 เส้น 16 มิล 20 เส้น`."""
    head, heading = "", None
    for piece in pieces:
        if piece.aside:
            continue
        first = next((each for each in piece.said if each.kind is Kind.WORD), None)
        if piece.names:
            if first is not None and is_head(first.text):
                head = piece.head or _head_words(piece)
                heading = piece if piece.count is None else None
        elif piece.said and head and any(t.kind in (Kind.SIZE, *MAYBE) for t in piece.said):
            piece.head = head
            if heading is not None:
                heading.aside = True
    return pieces


def _head_words(piece: _Piece) -> str:
    named: list[Token] = []
    for token in piece.said:
        if token.kind is not Kind.WORD and named:
            break
        named.append(token)
    return _words(named)


def _wanted(clean: str, piece: _Piece) -> Wanted:
    start = min(each.start for each in piece.tokens)
    end = max(each.end for each in piece.tokens)
    source = " ".join(clean[start:end].split())
    if piece.head or any(each.start < start for each in piece.tokens):
        source = " ".join(_source(clean, piece))
    words = "" if piece.aside else _words(piece.said)
    if words and not piece.names and not piece.head:
        words = ""
    counted = piece.count is not None and (piece.names or bool(piece.head))
    if words and piece.count is None and not any(map(is_head, words.split())):
        words = ""
    if piece.head and piece.head not in words:
        words = f"{piece.head} {words}"
    if not words or not piece.count or not counted:
        return Wanted(source, words)
    return Wanted(source, words, piece.count.value, piece.count.unit, more=piece.more)


def _source(clean: str, piece: _Piece) -> Iterator[str]:
    for token in sorted(piece.tokens, key=lambda each: each.start):
        yield clean[token.start : token.end]


def _words(tokens: Sequence[Token]) -> str:
    """What to look for: sizes in the spelling of lists, words of courtesy left out."""
    return " ".join(filter(None, (_spelt(each) for each in tokens)))


def spelt(text: str) -> str:
    """A name of goods with its units and sizes in the spelling of lists; nothing is left out but
    courtesy."""
    tokens = tokens_of(text)[1]
    return " ".join(
        filter(None, (f"{t.text} {t.unit}".strip() if t.value else _spelt(t) for t in tokens))
    )


def _spelt(token: Token) -> str:
    if token.kind in (Kind.SIZE, *MAYBE):
        return f"{token.text} {token.unit}".strip()
    if token.kind is Kind.COUNT:
        return ""
    return goods(token.text)


_POLITE = "|".join(map(re.escape, sorted(POLITE, key=len, reverse=True)))
_BEFORE = re.compile(rf"^(?:{_POLITE})(?=[\s\u0e01-\u0e2e\u0e40-\u0e44]|$)")
_BEHIND = re.compile(rf"(?:(?<=[\u0e00-\u0e7f])|^|(?<=\s))(?:{_POLITE})$")


def goods(text: str) -> str:
    """What of a word names goods: courtesy around it is taken off; "" where nothing is left."""
    word = search_text(text).strip("()[]{}.:=!?\"'~_…/\\-–")
    while word:
        shorter = word
        if not word.startswith(HEADS):
            shorter = _BEFORE.sub("", shorter).strip()
        shorter = _BEHIND.sub("", shorter).strip()
        if shorter == word:
            return word
        word = shorter
    return ""


def is_head(text: str) -> bool:
    """Whether a name of goods begins here."""
    return goods(text).startswith(HEADS)
