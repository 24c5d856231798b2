#!/bin/sh
# Makes the TIFF pairs of this folder with libtiff's tools (Debian's libtiff-tools 4.5) and ImageMagick 6.9.
# a and b of each pair are encoded with the same settings and differ only in columns 20 to 40 and rows 17 to 28.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f ./*.tif

python3 - "$work" <<'PY'
import math, random, sys
folder = sys.argv[1]
width, height = 61, 45

def pixel(x, y, channel, hidden):
    if 20 <= x <= 40 and 17 <= y <= 28: return hidden.randrange(256)
    base = 120 + 70 * math.sin((x + 9 * channel) / 9) + 50 * math.cos((y - 5 * channel) / 7)
    return max(0, min(255, int(base) // 4 * 4))

def write(name, magic, most, data):
    with open(f"{folder}/{name}", "wb") as file:
        file.write(f"{magic}\n{width} {height}\n".encode() + (f"{most}\n".encode() if most else b"") + bytes(data))

for name, seed in (("a", 1), ("b", 2)):
    def samples(channels):
        hidden = random.Random(seed)
        return [pixel(x, y, c, hidden) for y in range(height) for x in range(width) for c in range(channels)]
    gray, rgb = samples(1), samples(3)
    write(f"gray-{name}.pgm", "P5", 255, gray)
    write(f"rgb-{name}.ppm", "P6", 255, rgb)
    write(f"gray16-{name}.pgm", "P5", 65535, [b for v in gray for b in (v, v * 7 % 256)])
    write(f"rgb16-{name}.ppm", "P6", 65535, [b for v in rgb for b in (v, v * 7 % 256)])
    for bits in (2, 4):
        write(f"gray{bits}-{name}.pgm", "P5", (1 << bits) - 1, [v >> (8 - bits) for v in gray])
    rows = []
    for y in range(height):
        row = [1 if gray[y * width + x] < 128 else 0 for x in range(width)] + [0] * (-width % 8)
        rows += [int("".join(map(str, row[i:i + 8])), 2) for i in range(0, len(row), 8)]
    write(f"bits-{name}.pbm", "P4", 0, rows)
    hidden = random.Random(seed)
    colors = [(240, 240, 230), (200, 60, 60), (40, 90, 160), (20, 20, 30), (90, 170, 90)]
    secret = [(hidden.randrange(256), hidden.randrange(256), hidden.randrange(256)) for _ in range(4 * seed)]
    write(f"few-{name}.ppm", "P6", 255, [v for y in range(height) for x in range(width) for v in (
        secret[hidden.randrange(len(secret))] if 20 <= x <= 40 and 17 <= y <= 28 else colors[(x // 7 + y // 5) % 5])])
    write(f"many-{name}.ppm", "P6", 255, [v for y in range(height) for x in range(width) for v in (
        secret[hidden.randrange(len(secret))] if 20 <= x <= 40 and 17 <= y <= 28 else (x * 4 % 200, y * 5 % 60 // 20 * 20, 99))])
PY

for n in a b; do
    gray=$work/gray-$n.tif rgb=$work/rgb-$n.tif bits=$work/bits-$n.tif
    ppm2tiff -c none -R 300 "$work/gray-$n.pgm" "$gray"
    ppm2tiff -c none -R 300 "$work/rgb-$n.ppm" "$rgb"
    ppm2tiff -c none -R 300 "$work/bits-$n.pbm" "$bits"
    convert "$work/gray16-$n.pgm" -depth 16 -compress none "$work/gray16-$n.tif"
    convert "$work/rgb16-$n.ppm" -depth 16 -compress none "$work/rgb16-$n.tif"

    # Black and white, all of CCITT, and without.
    tiffcp -c g4 "$bits" "bits-g4-$n.tif"
    tiffcp -c g4 -r 10 -f lsb2msb "$bits" "bits-g4-reversed-$n.tif"
    tiffcp -c g4 -t -w 32 -l 16 "$bits" "bits-g4-tiles-$n.tif"
    tiffcp -c g3:1d "$bits" "bits-g3-$n.tif"
    tiffcp -c g3:1d:fill -r 16 "$bits" "bits-g3-aligned-$n.tif"
    tiffcp -c g3:2d "$bits" "bits-g3-2d-$n.tif"
    tiffcp -c g3:2d:fill -B -f lsb2msb "$bits" "bits-g3-2d-aligned-$n.tif"
    tiffcp -c packbits "$bits" "bits-packbits-$n.tif"
    convert "$work/bits-$n.pbm" -type bilevel -compress group4 "bits-g4-magick-$n.tif"
    convert "$work/bits-$n.pbm" -type bilevel -compress fax -define tiff:rows-per-strip=9 "bits-g3-magick-$n.tif"
    convert "$work/bits-$n.pbm" -type bilevel -define quantum:polarity=min-is-black -compress lzw "bits-lzw-black-$n.tif"

    # Gray.
    tiffcp -c none "$gray" "gray-none-$n.tif"
    tiffcp -c lzw -r 7 "$gray" "gray-lzw-$n.tif"
    tiffcp -c zip:2 -B "$gray" "gray-zip-predicted-$n.tif"
    tiffcp -c packbits -t -w 16 -l 32 "$gray" "gray-packbits-tiles-$n.tif"
    convert "$work/gray-$n.pgm" -define quantum:polarity=min-is-white -compress lzw "gray-white-lzw-$n.tif"
    convert "$work/gray4-$n.pgm" -depth 4 -compress lzw "gray4-lzw-$n.tif"
    convert "$work/gray2-$n.pgm" -depth 2 -compress rle "gray2-packbits-$n.tif"
    convert "$work/gray-$n.pgm" \( +clone -negate \) -compose copy-opacity -composite -compress zip "gray-alpha-zip-$n.tif"
    tiffcp -c none -B "$work/gray16-$n.tif" "gray16-none-big-endian-$n.tif"
    tiffcp -c lzw:2 -r 11 "$work/gray16-$n.tif" "gray16-lzw-predicted-$n.tif"
    tiffcp -c zip:2 -B "$work/gray16-$n.tif" "gray16-zip-predicted-big-endian-$n.tif"

    # Colours.
    tiffcp -c none -r 8 "$rgb" "rgb-none-$n.tif"
    tiffcp -c lzw:2 "$rgb" "rgb-lzw-predicted-$n.tif"
    tiffcp -c zip -t -w 32 -l 32 "$rgb" "rgb-zip-tiles-$n.tif"
    tiffcp -c packbits -p separate -r 20 "$rgb" "rgb-packbits-planes-$n.tif"
    tiffcp -c lzw:2 -p separate -t -w 48 -l 16 "$rgb" "rgb-lzw-planes-tiles-$n.tif"
    tiffcp -c lzw -f lsb2msb "$rgb" "rgb-lzw-reversed-$n.tif"
    convert "$work/rgb-$n.ppm" -orient RightTop -compress lzw "rgb-lzw-turned-$n.tif"
    convert "$work/rgb-$n.ppm" \( +clone -channel G -separate \) -compose copy-opacity -composite -compress zip "rgba-zip-$n.tif"
    convert "$work/rgb-$n.ppm" \( +clone -channel G -separate \) -compose copy-opacity -composite -define tiff:alpha=associated -compress lzw "rgba-associated-lzw-$n.tif"
    tiffcp -c lzw:2 -B "$work/rgb16-$n.tif" "rgb16-lzw-predicted-big-endian-$n.tif"
    convert "$work/rgb16-$n.ppm" -depth 16 -interlace plane -compress zip "rgb16-zip-planes-$n.tif"
    convert "$work/rgb-$n.ppm" -colorspace CMYK -compress lzw "cmyk-lzw-$n.tif"
    convert "$work/rgb-$n.ppm" -colorspace CMYK -interlace plane -compress zip "cmyk-zip-planes-$n.tif"
    convert "$work/few-$n.ppm" -type palette -compress lzw "palette-few-lzw-$n.tif"
    convert "$work/many-$n.ppm" -type palette -compress zip "palette-many-zip-$n.tif"
    tiffcp -c packbits -t -w 32 -l 32 "palette-few-lzw-$n.tif" "palette-few-packbits-tiles-$n.tif"

    # JPEG.
    tiffcp -c jpeg:80 "$gray" "gray-jpeg-$n.tif"
    tiffcp -c jpeg:90 -r 16 "$rgb" "ycbcr-jpeg-strips-$n.tif"
    convert "$rgb" -crop 48x32+0+0 +repage -compress none "$work/part-$n.tif"
    tiffcp -c jpeg:75 -t -w 32 -l 32 "$work/part-$n.tif" "ycbcr-jpeg-tiles-$n.tif"
    tiffcp -c jpeg:r:85 -r 8 "$rgb" "rgb-jpeg-strips-$n.tif"
    tiffcp -c jpeg:r:85 -p separate -r 24 "$rgb" "rgb-jpeg-planes-$n.tif"
    convert "$work/rgb-$n.ppm" -quality 88 -compress jpeg "rgb-jpeg-magick-$n.tif"
    convert "$work/rgb-$n.ppm" -colorspace YCbCr -quality 93 -compress jpeg "ycbcr-jpeg-magick-$n.tif"
    convert "$work/rgb-$n.ppm" -colorspace CMYK -quality 85 -compress jpeg "cmyk-jpeg-$n.tif"
done

tiffcp -c jpeg:75 -t -w 32 -l 32 "$work/rgb-a.tif" "refused-jpeg-tiles.tif"
tiffcp -8 -c lzw "$work/rgb-a.tif" "refused-bigtiff.tif"
tiffcp "$work/rgb-a.tif" "$work/gray-a.tif" "refused-pages.tif"
convert "$work/rgb-a.ppm" -define quantum:format=floating-point -depth 32 -compress lzw "refused-float.tif"
convert "$work/rgb-a.ppm" -colorspace Lab -compress lzw "refused-lab.tif"
tiffcp -c zstd "$work/rgb-a.tif" "refused-zstd.tif"
tiffcp -c lzma "$work/rgb-a.tif" "refused-lzma.tif"
convert "$work/gray-a.pgm" -depth 12 -compress lzw "refused-12-bits.tif"
