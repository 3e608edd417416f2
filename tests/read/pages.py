"""PDF files written by hand: pages of (x, y, size, font, text), in points from the lower left corner."""

from __future__ import annotations

Piece = tuple[float, float, float, str, str]
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}


def pdf(*pages: list[Piece]) -> bytes:
    """A PDF with these pages, in fonts that every reader knows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = []
    for name, base in FONTS.items():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>")
        fonts.append(f"/{name} {len(objects)} 0 R")
    kids = []
    for page in pages:
        content = "".join(
            f"BT /{font} {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, size, font, text in page
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        resources = f"<< /Font << {' '.join(fonts)} >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources {resources} /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines(top: float, *texts: str, left: float = 60, size: float = 10, leading: float = 12) -> list[Piece]:
    """Lines of text below one another."""
    return [(left, top - number * leading, size, "F1", text) for number, text in enumerate(texts)]
