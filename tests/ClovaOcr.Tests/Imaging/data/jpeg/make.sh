#!/bin/sh
# Makes the pictures of this folder anew. Every kind is there twice, as NAME.a.jpg and NAME.b.jpg, whose pixels differ within 29,21 to 52,30
# and nowhere else. Needs Debian's libjpeg-turbo-progs, imagemagick and ghostscript.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Waves with some noise; within the rectangle a noise of its own for each of the two. Maxima too, so that every kind of black is at work.
for side in a b; do
    awk -v seed="$side" 'BEGIN {
        w = 83; h = 61; n = 7; s = seed == "a" ? 1 : 2
        printf "P3\n%d %d\n255\n", w, h
        for (y = 0; y < h; y++) for (x = 0; x < w; x++) {
            for (c = 0; c < 3; c++) {
                n = (n * 1103 + 12345) % 65536
                s = (s * 1109 + 12347) % 65536
                v = int(128 + 80 * sin((x + c * 9) / 11) + 60 * cos((y - c * 5) / 7) + n % 17 - 8)
                if (x >= 29 && x < 52 && y >= 21 && y < 30) v = s % 256
                if (x >= 70 && y >= 50) v = 0
                print (v < 0 ? 0 : (v > 255 ? 255 : v))
            }
        }
    }' > "$work/$side.ppm"
done

# both NAME COMMAND...: runs it on either picture, which it gets as its input.
both() {
    name=$1
    shift
    for side in a b; do "$@" < "$work/$side.ppm" > "$name.$side.jpg"; done
}

# again NAME FROM COMMAND...: the same on either file of another kind.
again() {
    name=$1 from=$2
    shift 2
    for side in a b; do "$@" < "$from.$side.jpg" > "$name.$side.jpg"; done
}

script() { printf '%s\n' "$@" > "$work/scans"; }

# libjpeg-turbo's cjpeg
for mode in baseline optimize progressive; do
    for sampling in 1x1 2x1 1x2 2x2 4x1 1x4 4x2 2x4; do
        both "cjpeg-$sampling-$mode" cjpeg -quality 85 -sample "$sampling" "-$mode"
    done
    both "cjpeg-gray-$mode" cjpeg -grayscale "-$mode"
    both "cjpeg-rgb-$mode" cjpeg -rgb -quality 92 "-$mode"
done
for sampling in 3x1 1x3 3x2 2x3; do both "cjpeg-$sampling" cjpeg -quality 80 -sample "$sampling"; done
both cjpeg-luma-less cjpeg -sample 1x1,2x2,2x2
both cjpeg-luma-less-progressive cjpeg -sample 1x1,2x1,2x1 -progressive
both cjpeg-mixed-1 cjpeg -sample 2x1,1x1,1x1 -optimize -restart 1
both cjpeg-mixed-2 cjpeg -sample 2x2,2x1,1x2
both cjpeg-mixed-3 cjpeg -sample 2x2,1x2,2x1 -progressive
both cjpeg-mixed-4 cjpeg -sample 1x2,2x1,1x1 -optimize
both cjpeg-gray-2x2 cjpeg -grayscale -sample 2x2 -optimize
both cjpeg-rgb-2x2 cjpeg -rgb -sample 2x2,1x1,1x1 -optimize
for quality in 1 10 50 100; do
    both "cjpeg-quality-$quality" cjpeg -quality "$quality" -optimize
    both "cjpeg-quality-$quality-progressive" cjpeg -quality "$quality" -progressive
done
both cjpeg-quality-1-8-bit cjpeg -quality 1 -baseline
awk 'BEGIN { for (t = 0; t < 3; t++) for (i = 0; i < 64; i++) print 2 + t + int(i * i / (8 + 9 * t)) }' > "$work/tables"
both cjpeg-three-tables cjpeg -qtables "$work/tables" -qslots 0,1,2
awk 'BEGIN { for (i = 0; i < 64; i++) print 10 + 5 * i }' > "$work/tables"
both cjpeg-16-bit-table cjpeg -qtables "$work/tables" -qslots 0,0,0 -optimize
both cjpeg-restart-1-block cjpeg -restart 1B -sample 2x1
both cjpeg-restart-3-blocks cjpeg -restart 3B -optimize
both cjpeg-restart-1-row cjpeg -restart 1
both cjpeg-smooth cjpeg -smooth 1 -quality 90 -sample 1x1
both cjpeg-dct-fast cjpeg -dct fast
both cjpeg-dct-float cjpeg -dct float -optimize
both cjpeg-icc cjpeg -icc ../sRGB-v2-micro.icc
for mode in baseline optimize; do
    script '0; 1; 2;'
    both "cjpeg-scans-separate-$mode" cjpeg -scans "$work/scans" "-$mode"
    script '0; 1 2;'
    both "cjpeg-scans-chroma-together-$mode" cjpeg -scans "$work/scans" -sample 2x1 "-$mode" -restart 1
    script '2; 0 1;'
    both "cjpeg-scans-chroma-first-$mode" cjpeg -scans "$work/scans" -sample 1x2 "-$mode"
done
script '0 1 2: 0-0, 0, 0;' '0: 1-63, 0, 0;' '1: 1-63, 0, 0;' '2: 1-63, 0, 0;'
both cjpeg-scans-by-spectrum cjpeg -scans "$work/scans"
script '0: 0-0, 0, 0;' '1 2: 0-0, 0, 1;' '1 2: 0-0, 1, 0;' '2: 1-63, 0, 0;' '0: 1-5, 0, 3;' '0: 6-63, 0, 3;' \
    '0: 1-63, 3, 2;' '1: 1-63, 0, 0;' '0: 1-63, 2, 1;' '0: 1-63, 1, 0;'
both cjpeg-scans-bit-by-bit cjpeg -scans "$work/scans" -quality 95
script '0: 0-0, 0, 0;' '0: 1-63, 0, 2;' '0: 1-63, 2, 1;' '0: 1-63, 1, 0;'
both cjpeg-scans-gray cjpeg -grayscale -scans "$work/scans"

# libjpeg-turbo's jpegtran
again jpegtran-optimize cjpeg-2x2-baseline jpegtran -optimize
again jpegtran-progressive cjpeg-2x1-baseline jpegtran -progressive
again jpegtran-sequential cjpeg-2x2-progressive jpegtran
again jpegtran-crop cjpeg-1x1-baseline jpegtran -crop 83x45+0+0
again jpegtran-gray cjpeg-2x2-optimize jpegtran -grayscale

# ImageMagick
for color in CMYK Gray RGB; do
    both "magick-$color" convert ppm:- -colorspace "$color" jpeg:-
    both "magick-$color-progressive" convert ppm:- -colorspace "$color" -interlace JPEG -quality 93 jpeg:-
done
both magick-CMYK-2x1 convert ppm:- -colorspace CMYK -sampling-factor 2x1 -quality 80 jpeg:-
both magick-plain-codes convert ppm:- -define jpeg:optimize-coding=false -quality 70 jpeg:-
both magick-4-1-1 convert ppm:- -sampling-factor 4:1:1 jpeg:-
both magick-4-1-0 convert ppm:- -sampling-factor 4x2,1x1,1x1 jpeg:-
both magick-planes convert ppm:- -interlace plane -sampling-factor 4:2:2 jpeg:-
both magick-300-dpi convert ppm:- -density 300 -units PixelsPerInch -set comment 'a comment' jpeg:-

# Ghostscript; its CMYK without the colour profile of half a megabyte that it adds
ghostscript() {
    convert ppm:- -density 72 -units PixelsPerInch "eps3:$work/picture.eps"
    gs -q -dBATCH -dNOPAUSE -dSAFER "-sDEVICE=$1" -r72 -g83x61 -dNOINTERPOLATE "-sOutputFile=$work/page.jpg" "$work/picture.eps"
    if [ "$1" = jpegcmyk ]; then jpegtran -copy none "$work/page.jpg"; else cat "$work/page.jpg"; fi
}
both ghostscript-jpeg ghostscript jpeg
both ghostscript-jpegcmyk ghostscript jpegcmyk
both ghostscript-jpeggray ghostscript jpeggray

# Kinds that are refused
cjpeg -arithmetic < "$work/a.ppm" > refused-arithmetic.jpg
cjpeg -arithmetic -progressive < "$work/a.ppm" > refused-arithmetic-progressive.jpg
jpegtran -arithmetic < cjpeg-gray-baseline.a.jpg > refused-arithmetic-jpegtran.jpg
cjpeg -progressive -restart 2B < "$work/a.ppm" > refused-restart.jpg
script '0 1 2: 0-0, 0, 1;' '0: 1-9, 0, 2;' '1: 1-63, 0, 1;'
cjpeg -scans "$work/scans" -quality 95 < "$work/a.ppm" > refused-unfinished.jpg
