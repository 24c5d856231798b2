#!/bin/sh
# Makes the files of this folder anew. Needs Debian's imagemagick, libtiff-tools, libjpeg-turbo-progs, img2pdf, qpdf, ghostscript and
# poppler-utils.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f ./*.tif ./*.pdf ./*.png

# Debian's ImageMagick is told by a file of /etc not to write PDF; this run of it sees an empty one there.
echo '<policymap/>' > "$work/policy.xml"
magick() {
    unshare -rm sh -c 'mount --bind "$0/policy.xml" /etc/ImageMagick-6/policy.xml && exec convert "$@"' "$work" "$@"
}

# draw TYPE: waves in 90 x 60 pixels, of a colour of its own in every corner, so that a turned or mirrored picture is another.
draw() {
    awk -v type="$1" 'BEGIN {
        w = 90; h = 60; channels = type == "rgb" || type == "few" ? 3 : 1; top = type == "bits" ? 1 : 255
        printf "P%d\n%d %d\n%d\n", channels == 3 ? 3 : 2, w, h, top
        for (y = 0; y < h; y++) for (x = 0; x < w; x++) for (c = 0; c < channels; c++) {
            v = int(128 + 60 * sin((x + c * 9) / 13) + 50 * cos((y - c * 5) / 9))
            if (x < 20 && y < 12) v = c == 0 ? 230 : 20
            if (x >= 60 && y < 12) v = c == 1 ? 200 : 40
            if (x < 20 && y >= 40) v = c == 2 ? 250 : 90
            print type == "few" ? int(v / 48) * 48 : (type == "bits" ? int(v / 128) : v)
        }
    }'
}

for type in rgb gray bits few; do
    draw $type > "$work/$type.pnm"
    convert "$work/$type.pnm" -define png:exclude-chunks=date,time "$type.png"
    convert "$work/$type.pnm" -compress none "$work/$type.tif"
done
convert "$work/bits.pnm" -type bilevel -compress group4 "$work/fax.tif"
convert "$work/gray.pnm" -depth 16 -compress none "$work/gray16.tif"
cjpeg -quality 95 -sample 1x1 "$work/rgb.pnm" > "$work/rgb.jpg"
cjpeg -quality 95 -grayscale "$work/gray.pnm" > "$work/gray.jpg"
convert "$work/rgb.pnm" -colorspace CMYK -sampling-factor 1x1 -quality 95 "$work/inks.jpg"

# TIFF: NAME-KIND.tif shows NAME.png.
tiffcp -c none -r 8 "$work/rgb.tif" rgb-none.tif
tiffcp -c lzw:2 "$work/rgb.tif" rgb-lzw-predicted.tif
tiffcp -c zip -t -w 32 -l 32 "$work/rgb.tif" rgb-deflate-tiles.tif
tiffcp -c packbits -p separate "$work/rgb.tif" rgb-packbits-planes.tif
tiffcp -c jpeg:95 -r 16 "$work/rgb.tif" rgb-jpeg-strips.tif
tiffcp -8 -c zip "$work/rgb.tif" rgb-deflate-bigtiff.tif
convert "$work/rgb.pnm" -orient RightTop -compress lzw rgb-lzw-oriented.tif
convert "$work/rgb.pnm" -depth 16 -compress zip rgb-deflate-16-bits.tif
convert "$work/rgb.pnm" -colorspace CMYK -compress lzw rgb-lzw-inks.tif
tiffcp -c none "$work/gray.tif" gray-none.tif
tiffcp -c zip:2 -B "$work/gray.tif" gray-deflate-big-endian.tif
tiffcp -c packbits "$work/gray.tif" gray-packbits.tif
# ImageMagick writes the samples as they are and only says that they mean the opposite.
convert "$work/gray.pnm" -negate -define quantum:polarity=min-is-white -compress lzw gray-lzw-white-is-zero.tif
tiffcp -c lzw "$work/gray16.tif" gray-lzw-16-bits.tif
convert "$work/few.pnm" -type palette -compress lzw few-lzw-palette.tif
tiffcp -c g4 "$work/fax.tif" bits-group-4.tif
tiffcp -c g3:2d -r 16 "$work/fax.tif" bits-group-3.tif
tiffcp -c zip "$work/rgb.tif" "$work/gray.tif" rgb-deflate-two-pages.tif

# PDF: the same.
img2pdf --nodate -o rgb-jpeg-img2pdf.pdf "$work/rgb.jpg"
img2pdf --nodate -o gray-jpeg-img2pdf.pdf "$work/gray.jpg"
img2pdf --nodate -o rgb-jpeg-inks-img2pdf.pdf "$work/inks.jpg"
img2pdf --nodate -o rgb-flate-img2pdf.pdf rgb.png
img2pdf --nodate -o gray-flate-img2pdf.pdf gray.png
img2pdf --nodate -o few-flate-palette-img2pdf.pdf few.png
img2pdf --nodate -o bits-group-4-img2pdf.pdf "$work/fax.tif"
convert bits.png -type bilevel -define png:bit-depth=1 "$work/bits.png"
img2pdf --nodate -o bits-flate-img2pdf.pdf "$work/bits.png"
for compression in LZW RLE; do magick "$work/rgb.pnm" -compress $compression rgb-$compression-magick.pdf; done
magick "$work/bits.pnm" -compress Fax bits-fax-magick.pdf
tiff2pdf -z -o rgb-flate-tiff2pdf.pdf "$work/rgb.tif"
gs -q -sDEVICE=pdfwrite -dAutoFilterColorImages=false -dColorImageFilter=/FlateEncode -o rgb-flate-ghostscript.pdf rgb-flate-img2pdf.pdf
gs -q -sDEVICE=pdfimage24 -r96 -o rgb-flate-strips-lossy-ghostscript.pdf rgb-flate-img2pdf.pdf
pdftocairo -pdf rgb-flate-img2pdf.pdf rgb-flate-cairo.pdf
qpdf --linearize --object-streams=generate --deterministic-id rgb-flate-img2pdf.pdf rgb-flate-linearized-qpdf.pdf
qpdf --empty --deterministic-id --pages rgb-flate-img2pdf.pdf gray-flate-img2pdf.pdf -- rgb-flate-two-pages-qpdf.pdf

# What is refused.
qpdf --encrypt user owner 128 --use-aes=y -- rgb-flate-img2pdf.pdf refused-encrypted.pdf
qpdf --encrypt "" owner 256 -- rgb-flate-img2pdf.pdf refused-encrypted-for-no-one.pdf
convert "$work/rgb.pnm" -define quantum:format=floating-point -depth 32 -compress lzw refused-float.tif
tiffcp -c lzma "$work/rgb.tif" refused-lzma.tif

# A specimen, half as large as samples/cards has it.
card=../../../../samples/cards/ac-10-etc-small-gray.jpg
djpeg "$card" > "$work/card.pnm"
convert "$work/card.pnm" -resize 500x "$work/card-small.pnm"
cjpeg -quality 80 -grayscale "$work/card-small.pnm" > "$work/card.jpg"
img2pdf --nodate --imgsize 85.6mm -o card-jpeg.pdf "$work/card.jpg"
djpeg "$work/card.jpg" | convert - -compress none "$work/card.tif"
tiffcp -c jpeg:80 -r 64 "$work/card.tif" card-jpeg.tif
convert "$work/card-small.pnm" -dither None -colors 16 -type palette -compress none "$work/card-few.tif"
tiffcp -c zip "$work/card-few.tif" card-deflate-palette.tif
qpdf --rotate=+90 --deterministic-id card-jpeg.pdf card-jpeg-turned.pdf
