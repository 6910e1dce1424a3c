#!/usr/bin/python3
"""Rows about the desktop program, each on a display of its own with a window manager and a session bus.

usage: desktop.py BIN-FOLDER WORK-FOLDER

- the first window, from the program's start to its place in the window manager's list, against ksnip's
- a capture of the screen, from the program's start to its end with everything on disk, against flameshot's; of a 4K
  screen too, and with the prompt from the clipboard
- how often the idle program wakes up
- for how long at most its windows couldn't answer, while a person's way was gone through with large pictures and texts,
  and how much of such a stretch was work of theirs; the rest they waited for a processor or for another program

Nothing is judged: targets are printed beside what was measured.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "desktop"))


class Display:
    def __init__(self, home, size="1920x1080"):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(mode=0o700, parents=True)
        ours, theirs = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size + "x24", "-nolisten", "tcp"],
            pass_fds=[theirs], stderr=subprocess.DEVNULL)
        os.close(theirs)
        number = b""
        while not number.endswith(b"\n"):
            number += os.read(ours, 16)
        os.environ.update({"DISPLAY": ":" + number.decode().strip(), "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
                           "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"})
        for name in ("LC_ALL", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        ready = home / "ready"
        self.manager = subprocess.Popen(["openbox", "--sm-disable", "--startup", f"touch {ready}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not ready.exists():
            time.sleep(0.05)

    def close(self):
        self.manager.kill()
        self.server.kill()


def first_window(command):
    """Seconds from the start of a program to its first window."""
    spy = subprocess.Popen(["xprop", "-root", "-spy", "_NET_CLIENT_LIST"], stdout=subprocess.PIPE, text=True)
    spy.stdout.readline()
    begin = time.perf_counter()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while "0x" not in spy.stdout.readline():
        pass
    seconds = time.perf_counter() - begin
    program.kill()
    program.wait()
    spy.kill()
    time.sleep(0.3)
    return seconds


def row(label, ours, reference, target):
    ratios = sorted(a / b for a, b in zip(ours, reference))
    print(f"{label:<58} {statistics.median(ours) * 1000:9.1f} {statistics.median(reference) * 1000:9.1f} "
          f"{statistics.median(ratios):7.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f}) {target:>8}", flush=True)


def compare_windows(programs):
    ours, reference = [], []
    for turn in range(12):
        pair = first_window([programs / "exhibit17-desktop"]), first_window(["ksnip"])
        if turn >= 2:
            ours.append(pair[0])
            reference.append(pair[1])
    row("first window / ksnip's", ours, reference, "<=1")


def timed(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def captures(programs, work, label, options):
    ours, reference = [], []
    case, picture = work / "capture.exhibit17", work / "capture.png"
    for turn in range(12):
        shutil.copyfile(work / "empty.exhibit17", case)
        picture.unlink(missing_ok=True)
        a = timed([programs / "exhibit17", "capture", case, "--screen", *options])
        b = timed(["flameshot", "full", "-p", picture])
        if not picture.exists():
            sys.exit("flameshot saved nothing")
        if turn >= 2:
            ours.append(a)
            reference.append(b)
    row(f"{label} to an exhibit on disk / flameshot full", ours, reference, "<=0.5")


def compare_captures(programs, work, label):
    window = subprocess.Popen([programs / "exhibit17-desktop", work / "example" / "example.exhibit17"],
                              stderr=subprocess.DEVNULL)
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"Who?", check=True)
    time.sleep(3)
    captures(programs, work, label, ["--prompt", "Who?"])
    captures(programs, work, label + " and clipboard", ["--prompt-from-clipboard"])
    window.kill()
    window.wait()


def wake_ups(pid):
    """How often each thread went to sleep so far."""
    counts = {}
    for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                counts[status.parent.name] = int(line.split()[1])
    return counts


def idle(programs, label, arguments):
    program = subprocess.Popen([programs / "exhibit17-desktop", *arguments], stderr=subprocess.DEVNULL)
    time.sleep(35)  # the cursor rests after 10 seconds, and Qt ends threads without work after 30
    before = wake_ups(program.pid)
    seconds = 20
    time.sleep(seconds)
    after = wake_ups(program.pid)
    rate = sum(count - before.get(thread, 0) for thread, count in after.items()) / seconds
    print(f"{'wake-ups a second, idle: ' + label:<58} {rate:9.1f} {'':31} {'<=1':>8}", flush=True)
    program.kill()
    program.wait()


def blocked_in_walk(programs, work, turn):
    """The longest time in which no key got through; what was under way then goes to WORK/loop-TURN."""
    import accessibility
    report, case = work / f"loop-{turn}", work / f"walk-{turn}.exhibit17"
    for old in work.glob(f"*-{turn}.*"):
        old.unlink()
    report.unlink(missing_ok=True)
    shutil.copy(work / "pictures.exhibit17", case)
    os.environ.update({"LOOP_WATCH": str(report), "LD_PRELOAD": str(programs / "libbench_loop_watch.so")})
    window = accessibility.Window(programs / "exhibit17-desktop", [case])
    del os.environ["LD_PRELOAD"]
    time.sleep(2)
    exhibits = [item for item in window.items() if item.role == accessibility.ROLES.LIST_ITEM]
    window.get(accessibility.ROLES.LIST, "Exhibits").node.get_component_iface().grab_focus()
    for _ in exhibits:
        subprocess.run(["xdotool", "key", "Down"], check=True)
        time.sleep(1)
    for tab in [item.name for item in window.items() if item.role == accessibility.ROLES.PAGE_TAB]:
        window.press(tab, accessibility.ROLES.PAGE_TAB)
        time.sleep(0.5)
    window.press("Make the dossier")
    window.says("One PDF with the letter")
    time.sleep(2)
    window.press("Make the dossier")
    window.says("Checked: every file")
    window.press("‹ Back to the case")
    window.press("Add an exhibit")
    window.says("A new exhibit")
    for kind, name, button in (("UTF8_STRING", "line.txt", "Paste the prompt"),
                               ("UTF8_STRING", "megabyte.txt", "Paste the answer"),
                               ("image/png", "large.png", "Paste a picture")):
        subprocess.run(["xclip", "-selection", "clipboard", "-t", kind, "-i", str(work / name)], check=True)
        window.press(button)
        time.sleep(3)
    window.press("Save the exhibit")
    window.says("Exhibit 5 is saved")
    window.press("‹ All cases")
    window.says("Your cases")
    window.process.kill()
    window.process.wait()
    stretches = [re.match(r"busy (\d+) ms, computing (\d+) ms", line) for line in report.read_text().splitlines()]
    found = [(int(stretch[1]), int(stretch[2])) for stretch in stretches if stretch]
    return max((busy for busy, _ in found), default=0), max((computing for _, computing in found), default=0)


def blocked(programs, work):
    # Several times, since a machine that others use too now and then stands still for as long.
    walks = [blocked_in_walk(programs, work, turn) for turn in range(5)]
    for label, values in (("longest time without an answer to keys, ms", sorted(busy for busy, _ in walks)),
                          ("the same, what the window's thread computed, ms", sorted(own for _, own in walks))):
        said = [str(value) if value else "<50" for value in (statistics.median(values), values[0], values[-1])]
        print(f"{label:<58} {said[0]:>9} {'':17} ({said[1]}-{said[2]}) {'<=50':>8}", flush=True)


def main():
    programs, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    chosen = sys.argv[3:] or ["windows", "captures", "idle", "blocked"]
    display = Display(work / "home")
    try:
        if "windows" in chosen:
            compare_windows(programs)
        if "captures" in chosen:
            compare_captures(programs, work, "screen")
        if "idle" in chosen:
            idle(programs, "the first question", [])
            idle(programs, "a case", [work / "example" / "example.exhibit17"])
        if "blocked" in chosen:
            blocked(programs, work)
    finally:
        display.close()
    if "captures" in chosen:
        display = Display(work / "home", "3840x2160")
        try:
            compare_captures(programs, work, "4K screen")
        finally:
            display.close()


main()
