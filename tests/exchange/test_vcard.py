"""Cards of phones and mail programs: what goes out comes back, and old ones are read."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.vcard import Card, Place, read_cards, write_cards

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029"),
    max_size=40,
).map(lambda text: " ".join(text.split()))
NAMES = st.one_of(st.sampled_from(["สมชาย ใจดี", "น้ำค้าง", "O'Brien; Sons, Ltd\\"]), WORDS).filter(
    bool
)
PLACES = st.builds(Place, WORDS, WORDS, WORDS, WORDS, WORDS).filter(lambda place: place != Place())
PEOPLE = st.builds(
    Card,
    name=NAMES,
    organization=st.just("") | st.sampled_from(["บริษัท ไม้งาม จำกัด", "A;B"]),
    title=WORDS,
    phones=st.lists(st.sampled_from(["+66812345678", "+6627199680", "1160"]), unique=True).map(
        tuple
    ),
    emails=st.lists(st.sampled_from(["a@b.co", "ก@ข.ไทย"]), unique=True).map(tuple),
    places=st.lists(PLACES, max_size=2, unique=True).map(tuple),
    note=WORDS,
).filter(lambda card: card.name != card.organization)


@settings(max_examples=60)
@given(st.lists(PEOPLE, min_size=1, max_size=3), st.sampled_from(["3.0", "4.0"]))
def test_what_goes_out_comes_back(
    tmp_path_factory: pytest.TempPathFactory, cards: list[Card], version: str
) -> None:
    path = tmp_path_factory.mktemp("cards") / "out.vcf"
    path.write_bytes(write_cards(cards, version))
    assert list(read_cards(path)) == cards
    for line in path.read_bytes().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def read(tmp_path: Path, data: bytes) -> tuple[Card, ...]:
    path = tmp_path / "in.vcf"
    path.write_bytes(data)
    return read_cards(path)


def test_a_company_stays_a_company(tmp_path: Path) -> None:
    card = Card("หจก. ไม้งาม", phones=("+6627199680 2",), company=True)
    for version in ("3.0", "4.0"):
        (back,) = read(tmp_path, write_cards([card], version))
        assert (back.name, back.company, back.phones) == (card.name, True, ("+6627199680 ext. 2",))


def test_a_card_of_an_old_phone_is_read(tmp_path: Path) -> None:
    name = "".join(f"={octet:02X}" for octet in "ใจดี;สมชาย;;;".encode())
    old = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        f"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{name[:60]}=\r\n{name[60:]}\r\n"
        "TEL;CELL:081-234-5678\r\nTEL;WORK;FAX:021234567\r\n"
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n  SkZJRg\r\n\r\nEND:VCARD\r\n"
    )
    (card,) = read(tmp_path, old.encode())
    assert (card.name, card.phones) == ("สมชาย ใจดี", ("081-234-5678",))


def test_thai_in_the_code_of_old_windows_is_read(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nitem1.ORG:บริษัท ไม้งาม จำกัด;ขาย\nEND:VCARD\n"
    (card,) = read(tmp_path, text.encode("cp874"))
    assert (card.name, card.company) == ("บริษัท ไม้งาม จำกัด", True)


def test_a_card_cut_off_is_seen_and_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    whole = write_cards([Card("สมชาย ใจดี"), Card("สมศรี ใจงาม")]).split(b"\r\n")
    ends = [at for at, line in enumerate(whole) if line == b"END:VCARD"]
    for gone in ends:
        cards = read(tmp_path, b"\r\n".join(whole[:gone] + whole[gone + 1 :]))
        assert [card.name for card in cards] == ["สมชาย ใจดี", "สมศรี ใจงาม"]
        assert [card.cut for card in cards] == [gone == end for end in ends]


@pytest.mark.parametrize("data", [b"", b"name,phone\n", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_file_that_is_no_card_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refused, match="vcard_unreadable"):
        read(tmp_path, data)


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_no_file_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("cards") / "in.vcf"
    path.write_bytes(b"BEGIN:VCARD\n" + data + b"\nEND:VCARD\n")
    with suppress(Refused):
        assert len(read_cards(path)) >= 1
