"""Draws the two pictures that everything here is made of: they differ within 17,9 to 39,23 and nowhere else.

draw.py <folder>: writes a.png and b.png (colour), few-a.png and few-b.png (some twenty colours; those within the area are hidden ones).
"""
import math, random, sys
from PIL import Image

WIDTH, HEIGHT = 45, 31
LEFT, TOP, RIGHT, BOTTOM = 17, 9, 39, 23

def is_secret(x, y):
    return LEFT <= x < RIGHT and TOP <= y < BOTTOM

def draw(secret):
    visible, hidden = random.Random(7), random.Random(secret)
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            base = 150 + 60 * math.sin(x / 9) + 30 * math.cos(y / 5)
            color = tuple(int(base) + 9 * i + visible.randint(-3, 3) for i in range(3))
            picture.putpixel((x, y), tuple(hidden.randint(0, 255) for _ in range(3)) if is_secret(x, y) else color)
    return picture

def draw_few(secret):
    hidden = random.Random(secret)
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            number = (x // 5 + y // 4) % 11
            color = (200, 20 * hidden.randint(0, secret), 7) if is_secret(x, y) else (250 - 20 * number, 240 - 9 * number, 230)
            picture.putpixel((x, y), color)
    return picture

folder = sys.argv[1]
for name, secret in (("a", 3), ("b", 8)):
    draw(secret).save(f"{folder}/{name}.png")
    draw_few(secret).save(f"{folder}/few-{name}.png")
