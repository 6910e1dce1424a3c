#!/usr/bin/env python3
"""Makes different pictures that look like screenshots of a chat: text, flat areas, a piece of photograph.

usage: make_screenshots.py FOLDER COUNT WIDTH HEIGHT
"""
import pathlib
import random
import sys

from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS = "the of and to in is you that it he was for on are as with his they at be this have from or one had by".split()


def photograph(width, height, seed):
    """Noise with some structure, as hard to compress as a photograph."""
    small = Image.frombytes("RGB", (width // 3, height // 3), random.Random(seed).randbytes(width // 3 * (height // 3) * 3))
    return small.filter(ImageFilter.GaussianBlur(1)).resize((width, height))


def screenshot(width, height, seed):
    generator = random.Random(seed)
    unit = height // 60
    font = ImageFont.truetype("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", unit)
    picture = Image.new("RGB", (width, height), (250, 251, 253))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 3 * unit), fill=(24, 119, 242))
    y = 4 * unit
    while y < height - 12 * unit:
        lines = generator.randint(2, 6)
        draw.rounded_rectangle((width // 6, y, width * 5 // 6, y + (lines + 1) * 3 * unit // 2), unit, fill=(228, 233, 240))
        for line in range(lines):
            text = " ".join(generator.choice(WORDS) for _ in range(14)) + f" {generator.random():.6f}"
            draw.text((width // 6 + unit, y + unit // 2 + line * 3 * unit // 2), text, (20, 22, 26), font)
        y += (lines + 2) * 3 * unit // 2
    picture.paste(photograph(width // 3, height // 4, seed), (width * 2 // 3 - 20, height * 3 // 4 - 20))
    return picture


def main():
    folder, count, width, height = pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        screenshot(width, height, number).save(folder / f"{number:04}.png", compress_level=6)


main()
