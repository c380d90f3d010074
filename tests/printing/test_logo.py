"""If these fail, a shop's logo prints wrong, or a file that is no logo stops the program."""

import io
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

import pypdf
import pytest
from PIL import Image, ImageCms

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import known
from crm_desktop.printing import svg
from crm_desktop.printing.pictures import logo_png
from crm_desktop.printing.raster import LARGEST_FILE, PRINTED_PIXELS
from crm_desktop.printing.render import render
from tests.printing.papers import SELLER, picture, quotation

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
RED, GREEN = (255, 0, 0), (0, 128, 0)


def drawing(inside: str, size: str = 'width="300" height="150"') -> bytes:
    """An SVG file."""
    return f'{HEAD}{size} viewBox="0 0 300 150">{inside}</svg>'.encode()


def opened(png: bytes) -> Image.Image:
    """The picture, which must be a PNG."""
    image = Image.open(io.BytesIO(png))
    assert image.format == "PNG"
    return image.convert("RGBA")


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def near(found: Any, wanted: tuple[int, int, int], by: int = 40) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found[:3], wanted, strict=True))


# ------------------------------------------------------------------------------- what does


def test_an_svg_becomes_a_sharp_picture_on_nothing() -> None:
    half = '<rect width="150" height="150" fill="red"/>'
    image = opened(logo_png(drawing(half)))
    assert image.size == (PRINTED_PIXELS, PRINTED_PIXELS // 2)
    assert image.getpixel((100, 100)) == (*RED, 255)
    assert image.getpixel((800, 100))[3] == 0
    paper = render(quotation(1, seller=replace(SELLER, logo=logo_png(drawing(half)))))
    (printed,) = pypdf.PdfReader(io.BytesIO(paper)).pages[0].images
    assert near(printed.image.convert("RGB").getpixel((800, 100)), (255, 255, 255))


@pytest.mark.parametrize("opening", ["\ufeff", "<?xml version='1.0'?>\n", "<!-- By hand -->\n"])
def test_an_svg_is_known_however_it_begins(opening: str) -> None:
    assert opened(logo_png(opening.encode() + drawing('<circle r="99"/>'))).width


def test_a_logo_keeps_what_shines_through_and_never_grows() -> None:
    image = opened(logo_png(picture("PNG", (400, 220))))
    assert image.size == (400, 220)
    clear = Image.new("RGBA", (2400, 800), (0, 0, 0, 0))
    clear.paste((*RED, 255), (0, 0, 1200, 800))
    image = opened(logo_png(saved(clear, "PNG")))
    assert image.size == (PRINTED_PIXELS, PRINTED_PIXELS // 3)
    assert image.getpixel((800, 100))[3] == 0


def test_a_photo_taken_sideways_stands_upright() -> None:
    image = Image.new("RGB", (200, 100), RED)
    image.paste(GREEN, (100, 0, 200, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it clockwise
    upright = opened(logo_png(saved(image, exif=exif)))
    assert upright.size == (100, 200)
    assert near(upright.getpixel((50, 20)), RED)
    assert near(upright.getpixel((50, 180)), GREEN)


def test_a_jpeg_in_printing_colours_is_not_turned_inside_out() -> None:
    image = Image.new("CMYK", (60, 40), (0, 255, 255, 0))
    assert near(opened(logo_png(saved(image))).getpixel((20, 20)), RED)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    wrong = saved(image, icc_profile=profile)  # says RGB of a picture in CMYK
    assert near(opened(logo_png(wrong)).getpixel((20, 20)), RED)


def test_the_same_file_gives_the_same_logo() -> None:
    assert logo_png(drawing('<circle r="99"/>')) == logo_png(drawing('<circle r="99"/>'))


# -------------------------------------------------------------------------- what does not


def refusal(content: bytes) -> str:
    """Why a file is no logo; the reason has a sentence."""
    with pytest.raises(Refused) as refused:
        logo_png(content)
    assert refused.value.field == "logo"
    assert known(refused.value.code)
    assert known(refused.value.code, "en")
    return refused.value.code


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"<svg",
        b"<html><body>a page about <svg></body></html>",
        picture()[:300],
        picture("JPEG")[:300],
        drawing('<rect width="9" height="9"/>', 'width="-4" height="0"'),
        drawing("<g>" * 3000 + "</g>" * 3000),
        drawing('<circle r="9"/>').decode().encode("utf-16"),
        saved(Image.new("RGB", (40, 20)), "EPS"),  # which would run another program of this PC
        saved(Image.new("P", (40, 20)), "GIF"),
    ],
)
def test_a_broken_or_empty_file_gets_a_sentence(content: bytes) -> None:
    assert refusal(content) == "logo_unreadable"


@pytest.mark.parametrize("content", [b"\0" * (LARGEST_FILE + 1), b"<svg>" + b" " * LARGEST_FILE])
def test_a_huge_file_is_refused_unread(content: bytes) -> None:
    assert refusal(content) == "logo_too_large"


def claiming(width: int, height: int) -> bytes:
    """A small PNG that says it is as large as that."""
    png = picture()
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + png[24:29]
    return png[:12] + head + crc32(head).to_bytes(4, "big") + png[33:]


@pytest.mark.parametrize("size", [(7000, 7000), (20_000, 20_000)])
def test_a_picture_that_would_fill_memory_is_told_as_such_in_an_svg_too(
    size: tuple[int, int],
) -> None:
    png = claiming(*size)
    assert refusal(png) == "logo_too_many_pixels"
    assert refusal(drawing(image_of(png))) == "logo_too_many_pixels"


def test_many_pictures_in_an_svg_count_together() -> None:
    assert refusal(drawing(image_of(claiming(5000, 5000)) * 2)) == "logo_too_many_pixels"
    assert opened(logo_png(drawing(image_of(picture()) * 8))).width
    assert refusal(drawing(image_of(b"no picture"))) == "logo_unreadable"


def image_of(png: bytes) -> str:
    return f'<image width="99" height="99" href="data:image/png;base64,{b64encode(png).decode()}"/>'


def test_a_logo_that_shows_nothing_is_told_as_such() -> None:
    assert refusal(saved(Image.new("RGBA", (40, 20)), "PNG")) == "logo_blank"
    assert refusal(drawing("")) == "logo_blank"


def test_a_logo_may_be_a_link_for_nothing_is_read_from_there() -> None:
    link = '<a xlink:href="https://a.example/"><rect width="300" height="150" fill="red"/></a>'
    assert near(opened(logo_png(drawing(link))).getpixel((100, 100)), RED)


def test_a_logo_in_words_that_need_a_font_is_refused_rather_than_printed_without_them() -> None:
    page = '<foreignObject width="99" height="99"><p>วัสดุ</p></foreignObject>'
    assert refusal(drawing(page)) == "logo_has_words"
    assert refusal(drawing('<text x="9" y="90">วัสดุ</text>')) == "logo_has_words"


@pytest.mark.parametrize(
    "link", ["{0}", "file://{0}", "https://a.example/b.png", "data:image/svg+xml,x"]
)
def test_an_svg_never_reads_another_file(link: str, tmp_path: Path) -> None:
    other = tmp_path / "secret.png"
    other.write_bytes(picture())
    href = link.format(other)
    image = f'<image width="300" height="150" xlink:href="{href}"/>'
    assert refusal(drawing(image)) == "logo_links_outside"
    assert refusal(drawing(image.replace("xlink:", ""))) == "logo_links_outside"
    assert refusal(drawing(f'<use xlink:href="{href}#a"/>')) == "logo_links_outside"


def _uses() -> str:
    groups = '<g id="g0"><rect width="3" height="3"/></g>'
    for place in range(1, 9):
        inside = f'<use xlink:href="#g{place - 1}"/>' * 10
        groups += f'<g id="g{place}">{inside}</g>'
    return f'<defs>{groups}</defs><use xlink:href="#g8"/>'


BOMBS: dict[str, Callable[[], bytes]] = {
    "references": lambda: drawing(_uses()),
    "depth": lambda: drawing("<g>" * 200_000 + "</g>" * 200_000),
    "size": lambda: drawing('<rect width="1" height="1"/>', 'width="1e9" height="1"'),
    "entities": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(
            f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9)
        )
        + b"]>"
        + drawing("<desc>&j;</desc>")
    ),
    "noise": lambda: drawing(
        '<filter id="f"><feTurbulence numOctaves="99999999" baseFrequency="0.5"/></filter>'
        '<rect width="300" height="150" filter="url(#f)"/>'
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_made_to_harm_neither_hangs_nor_kills_the_program(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(svg, "LONGEST_SECONDS", 0.6)
    begun = time.monotonic()
    assert refusal(BOMBS[name]()) in {"logo_unreadable", "logo_blank"}
    assert time.monotonic() - begun < 8
