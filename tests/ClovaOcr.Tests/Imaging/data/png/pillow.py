"""Kinds of PNG by Pillow. pillow.py <folder of draw.py> <a|b>"""
import sys
from PIL import Image, PngImagePlugin

folder, name = sys.argv[1:]
color = Image.open(f"{folder}/{name}.png").convert("RGB")
few = Image.open(f"{folder}/few-{name}.png").convert("RGB")
gray = color.convert("L")

def save(picture, kind, **options):
    picture.save(f"{kind}.{name}.png", **options)

save(color, "pillow-rgb")
save(color, "pillow-rgb-optimized", optimize=True)
save(color, "pillow-rgb-stored", compress_level=0)
save(color, "pillow-rgb-dpi", dpi=(600, 600))
save(color, "pillow-rgb-colour-key", transparency=color.getpixel((0, 0)))
save(gray, "pillow-gray")
save(gray, "pillow-gray-key", transparency=gray.getpixel((44, 30)))
save(gray.convert("I").point(lambda v: v * 251), "pillow-gray-16")
save(gray.point(lambda v: 255 if v > 150 else 0).convert("1", dither=Image.NONE), "pillow-gray-1")
alpha = gray.point(lambda v: 0 if 140 < v < 150 else min(255, v + 40))
save(Image.merge("LA", (gray, alpha)), "pillow-gray-alpha")
rgba = color.copy()
rgba.putalpha(alpha)
save(rgba, "pillow-rgba")

colors = sorted({few.getpixel((x, y)) for y in range(few.height) for x in range(few.width)})
indexed = Image.new("P", few.size)
indexed.putpalette([part for c in colors for part in c])
indexed.putdata([colors.index(c) for c in few.getdata()])
save(indexed, "pillow-palette")
save(indexed, "pillow-palette-8-bits", bits=8)
save(indexed, "pillow-palette-alpha", transparency=bytes(90 + c[1] % 160 for c in colors))
save(indexed, "pillow-palette-one-clear", transparency=len(colors) - 1)
information = PngImagePlugin.PngInfo()
information.add_text("Comment", "any")
information.add(b"sBIT", b"\5\6\5")
information.add(b"bKGD", b"\0\1\0\2\0\3")
save(color, "pillow-rgb-text-sbit-bkgd", pnginfo=information)
