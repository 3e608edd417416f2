"""Characters of the Symbol font, by their code in it, as Unicode (the font's published encoding, Adobe 1985)."""

from __future__ import annotations

_LETTERS = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_CAPITALS = dict(zip("ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", strict=True))
_SIGNS = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xD6: "√", 0xD7: "·", 0xE5: "∑", 0x2D: "−", 0x7E: "~",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character of a `w:sym`: of the Symbol font by its table, of any other by its code; � where it has none."""
    try:
        value = int(code, 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= value <= 0xF0FF:
        value -= 0xF000
        if font.lower() != "symbol":
            return {0xFC: "✓", 0xFB: "✗", 0xE0: "→"}.get(value, "•") if "ding" in font.lower() else chr(value)
    if font.lower() == "symbol":
        letter = chr(value) if value < 0x110000 else ""
        return _SIGNS.get(value) or _LETTERS.get(letter) or _CAPITALS.get(letter) or letter
    return chr(value) if 0x20 <= value < 0x110000 and not 0xD800 <= value < 0xE000 else "\ufffd"
