"""Puts a PNG's rows into other zlib streams and chunks. rewrap.py <source.png> <kind> <a|b>"""
import struct, sys, zlib

source, kind, name = sys.argv[1:]
file, position, chunks = open(source, "rb").read(), 8, []
while position < len(file):
    length, tag = struct.unpack(">I4s", file[position:position + 8])
    chunks.append((tag, file[position + 8:position + 8 + length]))
    position += length + 12
rows = zlib.decompress(b"".join(data for tag, data in chunks if tag == b"IDAT"))

level, window, memory, strategy, piece = {
    "zlib-fixed-huffman": (6, 15, 8, zlib.Z_FIXED, 1 << 20),
    "zlib-huffman-only": (6, 15, 8, zlib.Z_HUFFMAN_ONLY, 1 << 20),
    "zlib-runs": (6, 15, 8, zlib.Z_RLE, 1 << 20),
    "zlib-stored": (0, 15, 8, zlib.Z_DEFAULT_STRATEGY, 1 << 20),
    "zlib-window-512": (9, 9, 1, zlib.Z_DEFAULT_STRATEGY, 1 << 20),
    "zlib-window-4096": (9, 12, 9, zlib.Z_FILTERED, 1 << 20),
    "idat-one-byte-each": (9, 15, 8, zlib.Z_DEFAULT_STRATEGY, 1),
    "idat-37-bytes-and-empty": (9, 15, 8, zlib.Z_DEFAULT_STRATEGY, 37),
}[kind]
packer = zlib.compressobj(level, zlib.DEFLATED, window, memory, strategy)
data = packer.compress(rows) + packer.flush()
pieces = [data[i:i + piece] for i in range(0, len(data), piece)]
if kind.endswith("empty"): pieces = [b""] + [each for both in zip(pieces, [b""] * len(pieces)) for each in both]

def chunk(tag, data):
    return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))

with open(f"{kind}.{name}.png", "wb") as out:
    out.write(file[:8])
    done = False
    for tag, data in chunks:
        if tag != b"IDAT": out.write(chunk(tag, data))
        elif not done:
            for each in pieces: out.write(chunk(b"IDAT", each))
            done = True
