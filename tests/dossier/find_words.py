"""Looks for words in every byte of a dossier, however they are written: by Python's own Unicode data.

usage: find_words.py FOLDER WORD...     FOLDER holds the dossier, the same with its streams decoded (qpdf --qdf), the
                                        text of its pages and its attachments. Prints the names of the files with hits.
"""
import pathlib
import re
import sys
import unicodedata
import urllib.parse


def plain(text):
    """Percent-encoding undone, capitals and compositions folded, nothing invisible, no accents, no white space."""
    for _ in range(3):
        text = urllib.parse.unquote_plus(text, errors="ignore")
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp"))


def pdf_strings(data):
    """The bytes of literal and hexadecimal strings."""
    for match in re.finditer(rb"<([0-9A-Fa-f\s]+)>", data):
        digits = re.sub(rb"\s", b"", match[1])
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    for match in re.finditer(rb"\(((?:[^()\\]|\\.)*)\)", data, re.S):
        octal = re.sub(rb"\\([0-7]{1,3})", lambda m: bytes([int(m[1], 8) & 255]), match[1])
        yield re.sub(rb"\\(.)", rb"\1", octal, flags=re.S)


def readings(data):
    yield data.decode("utf-8", "ignore")
    for name in ("utf-16-be", "utf-16-le"):
        yield data.decode(name, "ignore")
        yield data[1:].decode(name, "ignore")
    for string in pdf_strings(data):
        yield string.decode("utf-8", "ignore")
        yield string.decode("latin-1")
        yield string.decode("utf-16-be", "ignore")


def main():
    words = [plain(word) for word in sys.argv[2:]]
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        if not path.is_file():
            continue
        texts = [path.name] + list(readings(path.read_bytes()))
        whole = plain("\n".join(texts))
        if any(word in whole for word in words):
            print(path.name)


main()
