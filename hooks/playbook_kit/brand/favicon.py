"""An icon for the browser's tab, where a council's logo would not fit one: its first letter on its colour."""

from html import escape

from ..colour import Palette
from ..logo import Picture


def letter_icon(name: str, palette: Palette) -> Picture:
    """The first letter or figure of a name on the brand's colour, as a drawing of 32 by 32."""
    letter = next((sign for sign in name if sign.isalnum()), "•").upper()
    ground, ink = palette.light["brand"], palette.light["on-brand"]
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="6" fill="{ground}"/>'
        f'<text x="16" y="23.500" text-anchor="middle" font-family="Arial, Helvetica, sans-serif" font-size="22" '
        f'font-weight="700" fill="{ink}">{escape(letter)}</text></svg>\n'
    )
    return Picture("svg", drawing.encode(), 32, 32)
