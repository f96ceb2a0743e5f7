"""Writes a letter as a PDF with its fonts inside, without any library: a page of text, a subset of two fonts."""

import struct
import zlib
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/noto")
WIDTH, HEIGHT, LEFT, RIGHT, TOP = 595, 842, 71, 71, 62
SIZE, LEADING = 11, 15.5


class Font:
    """A TrueType font of which only the letters used are kept; glyph numbers stay as they are."""

    KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")

    def __init__(self, name):
        self.name = name
        self.data = (FONTS / f"{name}.ttf").read_bytes()
        count = struct.unpack(">H", self.data[4:6])[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack(">4sLLL", self.data[12 + 16 * i:28 + 16 * i])
            self.tables[tag.decode()] = self.data[offset:offset + length]
        self.units = struct.unpack(">H", self.tables["head"][18:20])[0]
        self.glyphs = struct.unpack(">H", self.tables["maxp"][4:6])[0]
        self.metrics = struct.unpack(">H", self.tables["hhea"][34:36])[0]
        wide = struct.unpack(">h", self.tables["head"][50:52])[0]
        step = 4 if wide else 2
        loca = struct.unpack(f">{self.glyphs + 1}{'L' if wide else 'H'}", self.tables["loca"][:step * (self.glyphs + 1)])
        self.loca = [place * (1 if wide else 2) for place in loca]
        self.map = self.letters()
        self.used = {}

    def letters(self):
        """Code point to glyph, from the format 4 table."""
        cmap = self.tables["cmap"]
        for i in range(struct.unpack(">H", cmap[2:4])[0]):
            platform, encoding, offset = struct.unpack(">HHL", cmap[4 + 8 * i:12 + 8 * i])
            if (platform, encoding) == (3, 1):
                return self.segments(cmap[offset:])
        raise ValueError(f"{self.name} has no Unicode table")

    @staticmethod
    def segments(table):
        count = struct.unpack(">H", table[6:8])[0] // 2
        ends = struct.unpack(f">{count}H", table[14:14 + 2 * count])
        at = 16 + 2 * count
        starts = struct.unpack(f">{count}H", table[at:at + 2 * count])
        deltas = struct.unpack(f">{count}H", table[at + 2 * count:at + 4 * count])
        ranges = struct.unpack(f">{count}H", table[at + 4 * count:at + 6 * count])
        result = {}
        for i in range(count):
            for code in range(starts[i], ends[i] + 1 if ends[i] < 0xFFFF else 0xFFFF):
                glyph = code
                if ranges[i]:
                    spot = at + 4 * count + 2 * i + ranges[i] + 2 * (code - starts[i])
                    glyph = struct.unpack(">H", table[spot:spot + 2])[0]
                result[code] = (glyph + deltas[i]) & 0xFFFF
        return result

    def glyph(self, letter):
        glyph = self.map[ord(letter)]
        self.used[glyph] = letter
        return glyph

    def advance(self, glyph):
        at = 4 * min(glyph, self.metrics - 1)
        return struct.unpack(">H", self.tables["hmtx"][at:at + 2])[0] * 1000 / self.units

    def width(self, text, size):
        return sum(self.advance(self.map[ord(letter)]) for letter in text) * size / 1000

    def shown(self, text):
        return "<" + "".join(f"{self.glyph(letter):04X}" for letter in text) + "> Tj"

    def outline(self, glyph):
        return self.tables["glyf"][self.loca[glyph]:self.loca[glyph + 1]]

    def closure(self):
        """The glyphs used and those they are put together from."""
        todo, result = [0, *self.used], set()
        while todo:
            glyph = todo.pop()
            if glyph not in result:
                result.add(glyph)
                todo += self.parts(self.outline(glyph))
        return result

    @staticmethod
    def parts(outline):
        if not outline or struct.unpack(">h", outline[:2])[0] >= 0:
            return []
        parts, at, flags = [], 10, 0x20
        while flags & 0x20:
            flags, glyph = struct.unpack(">HH", outline[at:at + 4])
            parts.append(glyph)
            at += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0)
        return parts

    def subset(self):
        kept, glyf, loca = self.closure(), b"", [0]
        for glyph in range(self.glyphs):
            outline = self.outline(glyph) if glyph in kept else b""
            glyf += outline + b"\0" * (-len(outline) % 4)
            loca.append(len(glyf))
        head = self.tables["head"]
        tables = dict(self.tables, glyf=glyf, loca=struct.pack(f">{len(loca)}L", *loca),
                      head=head[:8] + b"\0\0\0\0" + head[12:50] + b"\0\1" + head[52:])
        return self.assembled({tag: tables[tag] for tag in self.KEPT if tag in tables})

    @staticmethod
    def assembled(tables):
        count = len(tables)
        power = count.bit_length() - 1
        header = struct.pack(">LHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
        offset, directory, body = 12 + 16 * count, b"", b""
        for tag, table in sorted(tables.items()):
            padded = table + b"\0" * (-len(table) % 4)
            check = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
            directory += struct.pack(">4sLLL", tag.encode(), check, offset + len(body), len(table))
            body += padded
        return header + directory + body


class Letter:
    """Lines of `style|text` become one page."""

    def __init__(self, subject, date):
        self.subject, self.date = subject, date
        self.plain, self.bold = Font("NotoSerif-Regular"), Font("NotoSerif-Bold")
        self.y, self.ops = HEIGHT - TOP, []

    def write(self, lines):
        for line in filter(None, lines):
            style, *rest = line.split("|")
            getattr(self, style)(*rest)
        if self.y < 40:
            raise ValueError("the letter is longer than its page")
        return self.file()

    def put(self, font, size, x, text):
        name = "F1" if font is self.plain else "F2"
        self.ops.append(f"BT /{name} {size} Tf {x:.2f} {self.y:.2f} Td {font.shown(text)} ET")

    def left(self, text):
        self.put(self.plain, SIZE, LEFT, text)
        self.y -= LEADING

    def right(self, text):
        self.put(self.plain, SIZE, WIDTH - RIGHT - self.plain.width(text, SIZE), text)
        self.y -= LEADING

    def title(self, text):
        self.heading(self.bold, 15, text)

    def centre(self, text):
        self.heading(self.plain, SIZE, text)

    def heading(self, font, size, text):
        for row in self.wrapped(text, font, size, WIDTH - LEFT - RIGHT - 60):
            self.put(font, size, (WIDTH - font.width(row, size)) / 2, row)
            self.y -= size + 5

    def gap(self, _):
        self.y -= LEADING * 0.7

    def text(self, text):
        self.paragraph(text, LEFT)
        self.y -= 4

    def item(self, number, text):
        self.put(self.plain, SIZE, LEFT + 14, number)
        self.paragraph(text, LEFT + 34)

    def paragraph(self, text, x):
        for row in self.wrapped(text, self.plain, SIZE, WIDTH - RIGHT - x):
            self.put(self.plain, SIZE, x, row)
            self.y -= LEADING

    @staticmethod
    def wrapped(text, font, size, width):
        rows = [""]
        for word in text.split(" "):
            longer = f"{rows[-1]} {word}".strip()
            if rows[-1] and font.width(longer, size) > width:
                rows.append(word)
            else:
                rows[-1] = longer
        return rows

    def file(self):
        title = self.subject.encode("utf-16-be").hex().upper()
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (az) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
            "/Resources << /Font << /F1 6 0 R /F2 11 0 R >> >> >>".encode(),
            stream("\n".join(self.ops).encode()),
            f"<< /Title <FEFF{title}> /CreationDate (D:{self.date}) >>".encode(),
            *embedded(self.plain, 6), *embedded(self.bold, 11),
        ]
        out, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
        for number, content in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} "
                      f"/Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(out)}\n%%EOF\n").encode()


def stream(data, extra=""):
    packed = zlib.compress(data, 9)
    return f"<< /Length {len(packed)} /Filter /FlateDecode{extra} >>\nstream\n".encode() + packed + b"\nendstream"


def embedded(font, first):
    """The five objects of a font, from number `first` on."""
    tag = f"TANIQA+{font.name}"
    used = sorted(font.used)
    widths = " ".join(f"{glyph} [{font.advance(glyph):.0f}]" for glyph in used)
    box = " ".join(str(round(value * 1000 / font.units)) for value in struct.unpack(">4h", font.tables["head"][36:44]))
    up, down = (round(v * 1000 / font.units) for v in struct.unpack(">2h", font.tables["hhea"][4:8]))
    program = font.subset()
    pairs = "\n".join(f"<{glyph:04X}> <{ord(font.used[glyph]):04X}>" for glyph in used)
    unicode = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Taniq def /CMapType 2 def\n"
               f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(used)} beginbfchar\n{pairs}\nendbfchar\n"
               "endcmap CMapName currentdict /CMap defineresource pop end end")
    assert len(used) <= 100, "a block of a character map holds 100 letters"
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{tag} /Encoding /Identity-H "
        f"/DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R >>".encode(),
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{tag} /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {first + 2} 0 R /W [{widths}] "
        "/CIDToGIDMap /Identity >>".encode(),
        f"<< /Type /FontDescriptor /FontName /{tag} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {up} "
        f"/Descent {down} /CapHeight 714 /StemV 80 /FontFile2 {first + 3} 0 R >>".encode(),
        stream(program, f" /Length1 {len(program)}"),
        stream(unicode.encode()),
    ]
