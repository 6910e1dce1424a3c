#!/usr/bin/env python3
"""Times two commands in turn (A B A B ...) and prints their medians and the median of the pairwise ratios.

usage: compare.py LABEL TARGET RUNS [--fresh PATH=TEMPLATE]... -- A... -- B...
TARGET is the ratio aimed at, with its direction: "<=1.3" or ">=0.95". Nothing is judged: it is printed beside the ratio.
--fresh copies TEMPLATE over PATH before every run, outside the timing, for commands that change their input.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time


def split(arguments):
    parts, current = [], []
    for argument in arguments:
        if argument == "--":
            parts.append(current)
            current = []
        else:
            current.append(argument)
    parts.append(current)
    return parts


def run(command, fresh):
    for path, template in fresh:
        shutil.copyfile(template, path)
    os.sync()
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{errors.decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


def main():
    head, ours, reference = split(sys.argv[1:])
    label, target, runs = head[0], head[1], int(head[2])
    fresh = [pair.split("=", 1) for pair in head[4::2]]
    a, b = [], []
    for _ in range(2):
        run(ours, fresh)
        run(reference, fresh)
    for _ in range(runs):
        a.append(run(ours, fresh))
        b.append(run(reference, fresh))
    ratios = sorted(x[0] / y[0] for x, y in zip(a, b))
    ours_ms = statistics.median(x[0] for x in a) * 1000
    reference_ms = statistics.median(x[0] for x in b) * 1000
    peak = max(x[1] for x in a)
    print(f"{label:<58} {ours_ms:9.1f} {reference_ms:9.1f} {statistics.median(ratios):7.2f} "
          f"({ratios[0]:.2f}-{ratios[-1]:.2f}) {target:>8} {peak:7.0f} MB", flush=True)


main()
