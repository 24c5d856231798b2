#!/bin/sh
# Makes all files here, with Debian 12's Pillow, ImageMagick 6, optipng, pngcrush and pngquant.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
rm -f ./*.png
/usr/bin/python3 draw.py "$work"

for name in a b; do
    color=$work/$name.png few=$work/few-$name.png deep=$work/deep-$name.png
    /usr/bin/python3 pillow.py "$work" $name

    # Sixteen bits that are not eight bits twice.
    convert "$color" -depth 16 -evaluate multiply 0.913 -define png:color-type=2 -define png:bit-depth=16 "$deep"
    make() { kind=$1; shift; convert -define png:exclude-chunk=date,tIME "$@" "$kind.$name.png"; }
    alpha="( +clone -colorspace gray ) -compose CopyOpacity -composite"
    for type in 0 2 4 6; do
        for depth in 8 16; do
            for interlace in none PNG; do
                case $type in 0) look="-colorspace gray" ;; 2) look= ;; 4) look="-colorspace gray $alpha" ;; 6) look=$alpha ;; esac
                make "magick-type-$type-depth-$depth-interlace-$interlace" "$deep" $look -interlace $interlace -define png:color-type=$type -define png:bit-depth=$depth
            done
        done
    done
    for depth in 1 2 4; do
        for interlace in none PNG; do
            make "magick-gray-depth-$depth-interlace-$interlace" "$color" -colorspace gray +dither -posterize $((1 << depth)) -interlace $interlace \
                -define png:color-type=0 -define png:bit-depth=$depth
        done
    done
    for interlace in none PNG; do
        make "magick-palette-interlace-$interlace" "$few" -interlace $interlace -define png:color-type=3
    done
    make magick-palette-2-bits "$few" +dither -posterize 2 -define png:color-type=3 -define png:bit-depth=2 -type Palette
    make magick-rgb-key "$few" -transparent 'rgb(250,240,230)' -define png:color-type=2
    make magick-gamma-background "$color" -gamma 1.1 -background red -define png:include-chunk=bKGD,gAMA,cHRM -define png:color-type=2
    make magick-density-time "$color" -density 300 -units PixelsPerInch -define png:include-chunk=all
    for filter in 0 1 2 3 4; do
        make magick-filter-$filter "$color" -define png:compression-filter=$filter -define png:color-type=2
    done
    make magick-one-column "$color" -crop 1x31+20+0 +repage -define png:color-type=2
    make magick-one-row-interlaced "$color" -crop 45x1+0+12 +repage -interlace PNG -define png:color-type=2
    make magick-5-by-3-interlaced "$color" -crop 5x3+18+10 +repage -interlace PNG -define png:color-type=2

    optipng -quiet -o7 "$color" -out optipng-o7.$name.png
    optipng -quiet -i1 -f5 -zw 1k -zc9 -zm9 -zs1 "$deep" -out optipng-deep-interlaced-window-1k.$name.png
    optipng -quiet -i1 -f0-5 -zs3 "$few" -out optipng-few-interlaced.$name.png
    pngcrush -q -brute "$color" pngcrush-brute.$name.png
    pngcrush -q -reduce -w 8 -m 7 "$few" pngcrush-few.$name.png
    pngcrush -q -m 4 "$deep" pngcrush-deep.$name.png
    pngquant --force --nofs 64 "$few" -o pngquant-few.$name.png
    for kind in zlib-fixed-huffman zlib-huffman-only zlib-runs zlib-stored zlib-window-512 zlib-window-4096 idat-one-byte-each idat-37-bytes-and-empty; do
        /usr/bin/python3 rewrap.py "$few" $kind $name
    done
done
