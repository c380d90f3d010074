"""What lets a PDF last (ISO 19005-3, PDF/A-3b): its colours explained, what it says of itself in
XMP, and the data it was made from.

Everything is written by ReportLab's own document, in the same pass as the pages.
"""

import zlib
from base64 import b85decode
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

SRGB = "sRGB IEC61966-2.1"
IN_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
PROFILE = (  # of sRGB as littleCMS makes it, dated 1 January 2026, packed: ready to be written
    "c${^Sy-UMT6va<lrJ|J%I*2%AsN&FqD2Suhp-YicD_C_&UXw;h((sZX#Z_=|C^(2NehvNyx(coef}jW@&W?U9QsRA"
    "0p+(yJc)34L?z!CD0O72`Os8iaFfEtoGihnHxF$v45u(!wnK|}CE|*2u_<0O!A5x-M_qvWTP*NQRg!+hQnay2dng-b"
    "|*A~1-Jj`^tM0`S=<TN1ht<aT#-vpNf{u0a!`9&ZsdP?OsR@#{9+$5ePPMC(rn)8S+iK*7gGUZXaV{nj125Cr8;9(O"
    "6T%;&lw6o5>sfKR}74k58+Ngq)qYRzANm4!Ps#4ZSSLqn2ioO5er=!hG2i;?7p!e1HKgWUSK2Wdu{_m;p*Ux~+3vg|"
    "<{1w{M+&Ag9mX<gM;yb|QO-oY_fU8|#<k^<F+>j!4!<q(sTmXYbVCWv`Uk`TGe2?=dps-E9=ngnM0w$<FzVQb>D`&6"
)
STREAM_ENDS = b"endstream\nendobj\n"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


class Attachment(NamedTuple):
    """A file within the PDF: its compressed content, how long it is unpacked, what it is."""

    name: str
    title: str
    packed: bytes
    size: int


def attached(name: str, title: str, content: bytes) -> Attachment:
    """The content packed at once, so that a thousand of them take little memory."""
    return Attachment(name, title, zlib.compress(content), len(content))


def pdf_date(day: date) -> str:
    """The day's first minute in Thailand, as PDF writes moments."""
    return f"D:{day:%Y%m%d}000000+07'00'"


def make_lasting(
    document: Any, dated: date, language: str, attachments: Sequence[Attachment]
) -> None:
    """Add to a finished ReportLab document what PDF/A-3b asks for beyond its pages."""
    for each in attachments:
        document.updateSignature(each.packed)  # so that each paper has an identity of its own
    for page in document.Pages.pages:
        page.Trans = None  # an empty one, which PDF/A does not know
    files = _Files(document, dated)
    specifications = {each.name: files.add(each) for each in attachments}
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF", "OutputIntents"]
    catalog.Metadata = _stream(_xmp(document.info, dated, language), "Metadata", "XML")
    catalog.OutputIntents = PDFArray([document.Reference(_output_intent(document))])
    if specifications:
        catalog.AF = PDFArray(specifications.values())
        catalog.Names = _names(specifications)


def with_line_ends(document: Any, pdf: bytes) -> bytes:
    """The file with a line end before every `endstream`, where ReportLab writes none and PDF/A
    wants one, and a table of objects that knows where they moved."""
    places = [document.idToOffset[name] for _, name in sorted(document.numberToId.items())]
    table = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split()[0])
    parts, moved, entries = [pdf[: places[0]]], places[0], [b"0000000000 65535 f \n"]
    for begin, end in zip(places, [*places[1:], table], strict=True):
        part = pdf[begin:end]
        if part.endswith(STREAM_ENDS):
            part = part.removesuffix(STREAM_ENDS) + b"\n" + STREAM_ENDS
        parts.append(part)
        entries.append(b"%010d 00000 n \n" % moved)
        moved += len(part)
    trailer = pdf[pdf.index(b"trailer\n", table) : pdf.rindex(b"startxref\n")]
    head = b"xref\n0 %d\n" % len(entries)
    return b"".join([*parts, head, *entries, trailer, b"startxref\n%d\n%%%%EOF\n" % moved])


class _Files:
    """The attached files of one document."""

    def __init__(self, document: Any, dated: date) -> None:
        self._document, self._moment = document, PDFString(pdf_date(dated))

    def add(self, file: Attachment) -> Any:
        """A reference to the specification of one file, which explains what the paper says."""
        stream = _stream(file.packed, "EmbeddedFile", "application#2Fjson", packed=True)
        stream.dictionary["Params"] = PDFDictionary(
            {"Size": file.size, "CreationDate": self._moment, "ModDate": self._moment}
        )
        content = self._document.Reference(stream)
        specification = {
            "Type": PDFName("Filespec"),
            "F": PDFString(file.name),
            "UF": PDFString(file.name),
            "Desc": PDFString(file.title),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": content, "UF": content}),
        }
        return self._document.Reference(PDFDictionary(specification))


def _names(specifications: dict[str, Any]) -> PDFDictionary:
    """The tree that finds a file by its name, in the order of the names' bytes."""
    pairs = [
        part
        for name in sorted(specifications, key=lambda name: (not name.isascii(), name))
        for part in (PDFString(name), specifications[name])
    ]
    return PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(pairs)})})


def _output_intent(document: Any) -> PDFDictionary:
    """What the colours mean: sRGB."""
    profile = PDFStream(
        PDFDictionary({"N": 3, "Filter": PDFName("FlateDecode")}), b85decode(PROFILE)
    )
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(SRGB),
            "RegistryName": PDFString("http://www.color.org"),
            "Info": PDFString(SRGB),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _stream(content: bytes, kind: str, subtype: str, *, packed: bool = False) -> PDFStream:
    dictionary = {"Type": PDFName(kind), "Subtype": f"/{subtype}"}
    if packed:
        dictionary["Filter"] = PDFName("FlateDecode")
    return PDFStream(PDFDictionary(dictionary), content)


def _xmp(info: Any, dated: date, language: str) -> bytes:
    """What the file says of itself, word for word as in its older information dictionary."""
    values = {
        "title": info.title,
        "author": info.author,
        "subject": info.subject,
        "creator": info.creator,
        "producer": info.producer,
        "language": language,
        "moment": f"{dated:%Y-%m-%d}T00:00:00+07:00",
    }
    safe = {name: value.translate(IN_XML) for name, value in values.items()}
    return _XMP.format(**safe).encode()
