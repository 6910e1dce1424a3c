#!/usr/bin/env python3
"""Prints how the size of a dossier compares with its pictures, and how the time of an export grows.

usage: dossiers.py size LABEL DOSSIER PICTURES_TIMES PICTURE...
       dossiers.py growth EXHIBIT17 CASE:EXHIBITS...
"""
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

PAGE = 3000  # bytes that a page may take besides its pictures


def font_bytes(objects):
    """The embedded font programs and what makes their text readable."""
    total, seen = 0, set()
    for value in objects.values():
        dictionary = value.get("value")
        if not isinstance(dictionary, dict):
            continue
        for key in ("/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap"):
            reference = dictionary.get(key)
            if isinstance(reference, str) and reference.endswith(" R") and reference not in seen:
                seen.add(reference)
                total += objects[f"obj:{reference}"]["stream"]["dict"]["/Length"]
    return total


def size(label, dossier, times, pictures):
    answer = subprocess.run(["qpdf", "--json=2", "--json-stream-data=none", dossier], check=True, stdout=subprocess.PIPE)
    objects = json.loads(answer.stdout)["qpdf"][1]
    pages = sum(1 for value in objects.values()
                if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Page")
    inside = sum(os.path.getsize(picture) for picture in pictures) * times
    fonts = font_bytes(objects)
    whole = os.path.getsize(dossier)
    each = (whole - inside - fonts) / pages
    print(f"{label:<58} {whole / 1e6:.2f} MB = {times} x pictures {inside / 1e6:.2f} MB + fonts {fonts / 1e3:.0f} KB + "
          f"{pages} pages x {each / 1000:.2f} KB   (target: at most 3 KB a page)")


def export(program, case):
    with tempfile.TemporaryDirectory(dir=os.path.dirname(case)) as folder:
        begin = time.perf_counter()
        process = subprocess.Popen([program, "export", case, folder + "/d.pdf"], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{program} export {case} failed")
        return time.perf_counter() - begin, usage.ru_maxrss / 1024


def growth(program, cases):
    points = []
    for case, exhibits in cases:
        runs = [export(program, case) for _ in range(3)]
        points.append((exhibits, statistics.median(run[0] for run in runs), max(run[1] for run in runs)))
        print(f"export of {exhibits:>5} exhibits: {points[-1][1] * 1000:8.0f} ms, {points[-1][1] / exhibits * 1000:6.2f} ms each, "
              f"{points[-1][2]:5.0f} MB")
    # The start of the program and its fonts are the same for all: the slope is that of what comes on top.
    rest = [(exhibits - points[0][0], seconds - points[0][1]) for exhibits, seconds, _ in points[1:]]
    slope = math.log(rest[-1][1] / rest[0][1]) / math.log(rest[-1][0] / rest[0][0])
    print(f"slope of time over exhibits, log to log: {slope:.2f}   (1 is linear)")


if sys.argv[1] == "size":
    size(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:])
else:
    growth(sys.argv[2], [(case, int(count)) for case, _, count in (word.rpartition(":") for word in sys.argv[3:])])
