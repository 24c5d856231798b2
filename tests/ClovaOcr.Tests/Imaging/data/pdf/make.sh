#!/bin/sh
# Makes the files of this folder anew. Every kind is there twice, as NAME.a.pdf and NAME.b.pdf, whose pictures differ within 48,32 to 80,48
# and nowhere else. Needs Debian's libjpeg-turbo-progs, imagemagick, ghostscript, img2pdf, qpdf, libtiff-tools and poppler-utils.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Debian's ImageMagick is told by a file of /etc not to write PDF; this run of it sees an empty one there.
echo '<policymap/>' > "$work/policy.xml"
magick() {
    unshare -rm sh -c 'mount --bind "$0/policy.xml" /etc/ImageMagick-6/policy.xml && exec convert "$@"' "$work" "$@"
}

# draw SIDE TYPE EXPRESSION: a picture of 96 x 64 pixels; within the rectangle a noise of its own for each of the two.
draw() {
    awk -v seed="$1" -v type="$2" 'BEGIN {
        w = 96; h = 64; n = 7; s = seed == "a" ? 1 : 2
        channels = type == "rgb" ? 3 : 1; top = type == "bits" ? 1 : 255
        printf "P%d\n%d %d\n%d\n", channels == 3 ? 3 : 2, w, h, top
        for (y = 0; y < h; y++) for (x = 0; x < w; x++) for (c = 0; c < channels; c++) {
            n = (n * 1103 + 12345) % 65536
            s = (s * 1109 + 12347) % 65536
            v = int(128 + 80 * sin((x + c * 9) / 11) + 60 * cos((y - c * 5) / 7) + n % 3 - 1)
            if (x >= 48 && x < 80 && y >= 32 && y < 48) v = s % 256
            v = v < 0 ? 0 : (v > 255 ? 255 : v)
            print type == "few" ? int(v / 40) * 40 : (type == "bits" ? int(v / 128) : v)
        }
    }'
}

for side in a b; do
    draw $side rgb > "$work/rgb.$side.ppm"
    draw $side gray > "$work/gray.$side.pgm"
    draw $side bits > "$work/bits.$side.pgm"
    draw $side few > "$work/few.$side.pgm"
    cjpeg -quality 85 "$work/rgb.$side.ppm" > "$work/color.$side.jpg"
    cjpeg -quality 85 -sample 1x1 -optimize "$work/rgb.$side.ppm" > "$work/plain.$side.jpg"
    cjpeg -quality 90 "$work/gray.$side.pgm" > "$work/gray.$side.jpg"
    convert "$work/rgb.$side.ppm" -colorspace CMYK -sampling-factor 1x1 -quality 90 "$work/inks.$side.jpg"
    convert "$work/rgb.$side.ppm" "$work/rgb.$side.png"
    convert "$work/rgb.$side.ppm" -depth 16 -define png:bit-depth=16 "$work/deep.$side.png"
    convert "$work/gray.$side.pgm" "$work/gray.$side.png"
    convert "$work/bits.$side.pgm" -monochrome "$work/bits.$side.png"
    convert "$work/few.$side.pgm" -define png:color-type=3 "$work/few.$side.png"
    convert "$work/bits.$side.pgm" -compress Group4 "$work/fax.$side.tif"
    convert "$work/rgb.$side.ppm" -compress None "$work/rgb.$side.tif"
    convert "$work/gray.$side.pgm" -compress None "$work/gray.$side.tif"
done

# both NAME COMMAND...: runs it for either side; SIDE in its words stands for a or b, OUT for the file it makes.
both() {
    name=$1
    shift
    for side in a b; do
        words=""
        for word in "$@"; do words="$words $(printf '%s' "$word" | sed "s|SIDE|$side|; s|WORK|$work|; s|OUT|$name.$side.pdf|")"; done
        $words
    done
}

both img2pdf-jpeg img2pdf --nodate -o OUT WORK/color.SIDE.jpg
both img2pdf-jpeg-gray-a4 img2pdf --nodate --pagesize A4 --border 2cm -o OUT WORK/gray.SIDE.jpg
both img2pdf-jpeg-inks img2pdf --nodate -o OUT WORK/inks.SIDE.jpg
both img2pdf-jpeg-turned img2pdf --nodate --rotation=90 -o OUT WORK/plain.SIDE.jpg
both img2pdf-png-rgb img2pdf --nodate -o OUT WORK/rgb.SIDE.png
both img2pdf-png-gray img2pdf --nodate -o OUT WORK/gray.SIDE.png
both img2pdf-png-bits img2pdf --nodate -o OUT WORK/bits.SIDE.png
both img2pdf-png-palette img2pdf --nodate -o OUT WORK/few.SIDE.png
both img2pdf-png-16-bit img2pdf --nodate -o OUT WORK/deep.SIDE.png
both img2pdf-group-4 img2pdf --nodate -o OUT WORK/fax.SIDE.tif

for compression in None JPEG Zip LZW RLE; do both "magick-$compression" magick WORK/rgb.SIDE.ppm -compress $compression OUT; done
both magick-Group4 magick WORK/bits.SIDE.pgm -compress Group4 OUT
both magick-Fax magick WORK/bits.SIDE.pgm -compress Fax OUT
both magick-gray-Zip magick WORK/gray.SIDE.pgm -compress Zip OUT
both magick-palette-Zip magick WORK/few.SIDE.png -type Palette -compress Zip OUT
both magick-inks-Zip magick WORK/inks.SIDE.jpg -compress Zip OUT

both tiff2pdf-zip tiff2pdf -z -o OUT WORK/rgb.SIDE.tif
both tiff2pdf-jpeg tiff2pdf -j -q 90 -o OUT WORK/rgb.SIDE.tif
both tiff2pdf-gray-none tiff2pdf -n -o OUT WORK/gray.SIDE.tif
both tiff2pdf-group-4 tiff2pdf -o OUT WORK/fax.SIDE.tif

both ghostscript-jpeg gs -q -sDEVICE=pdfwrite -o OUT img2pdf-jpeg.SIDE.pdf
both ghostscript-zip gs -q -sDEVICE=pdfwrite -dAutoFilterColorImages=false -dColorImageFilter=/FlateEncode -o OUT img2pdf-png-rgb.SIDE.pdf
both ghostscript-1.3 gs -q -sDEVICE=pdfwrite -dCompatibilityLevel=1.3 -o OUT img2pdf-png-gray.SIDE.pdf
both ghostscript-pdfimage24 gs -q -sDEVICE=pdfimage24 -r96 -o OUT img2pdf-png-rgb.SIDE.pdf
both ghostscript-pdfimage8 gs -q -sDEVICE=pdfimage8 -r96 -sCompression=LZW -o OUT img2pdf-png-gray.SIDE.pdf

both qpdf-linearized qpdf --linearize --deterministic-id img2pdf-jpeg.SIDE.pdf OUT
both qpdf-object-streams qpdf --object-streams=generate --deterministic-id img2pdf-png-palette.SIDE.pdf OUT
both qpdf-linearized-object-streams qpdf --linearize --object-streams=generate --deterministic-id magick-Zip.SIDE.pdf OUT
both qpdf-qdf qpdf --qdf --deterministic-id magick-JPEG.SIDE.pdf OUT
both qpdf-turned qpdf --rotate=+270 --deterministic-id img2pdf-png-gray.SIDE.pdf OUT
both qpdf-recompressed qpdf --recompress-flate --compression-level=9 --deterministic-id img2pdf-png-rgb.SIDE.pdf OUT
both cairo-jpeg pdftocairo -pdf img2pdf-jpeg.SIDE.pdf OUT
both cairo-rgb pdftocairo -pdf img2pdf-png-rgb.SIDE.pdf OUT
