"""An invented shield as the tests' logo; it is no official emblem."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw

SHIELD = ((60, 20), (340, 20), (340, 240), (200, 390), (60, 240))


@cache
def shield(width: int = 400, height: int = 410, *, jpeg: bool = False) -> bytes:
    """A shield with waves, on a clear ground (PNG) or on white (JPEG), of so many pixels."""
    picture = Image.new("RGBA", (400, 410), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    draw.polygon(SHIELD, fill="#2E7D6B", outline="#123B33", width=12)
    for row in range(3):
        y = 90 + 60 * row
        draw.arc((100, y, 200, y + 60), 180, 360, fill="white", width=14)
        draw.arc((200, y, 300, y + 60), 0, 180, fill="white", width=14)
    picture = picture.resize((width, height))
    out = io.BytesIO()
    if jpeg:
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        ground.save(out, "JPEG", quality=90)
    else:
        picture.save(out, "PNG")
    return out.getvalue()
