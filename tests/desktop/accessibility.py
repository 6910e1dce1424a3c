#!/usr/bin/python3
"""Uses the window as a screen reader does, and prints what that hears on every page.

usage: accessibility.py PROGRAM   (on a display, and a session bus, of its own)

Walks from the first start to a checked dossier by the names of things alone. On every page:
- whatever takes the focus has a name, and no two buttons of a page have the same;
- Tab reaches everything that takes input, returns to where it began, and nothing holds it;
- it goes on as people read: down, or to the right, and back only to begin anew.
Prints every tree, and what is wrong; the exit status is the number of faults, at most 100.
"""
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20  # seconds
STATES = Atspi.StateType
ROLES = Atspi.Role
INPUTS = {ROLES.PUSH_BUTTON, ROLES.TOGGLE_BUTTON, ROLES.CHECK_BOX, ROLES.RADIO_BUTTON, ROLES.COMBO_BOX, ROLES.ENTRY,
          ROLES.TEXT, ROLES.LIST, ROLES.TREE, ROLES.TABLE, ROLES.PAGE_TAB_LIST, ROLES.SLIDER, ROLES.SPIN_BUTTON}
# Qt says of these that they have the focus too when what they belong to has it.
PARTS = {ROLES.PAGE_TAB, ROLES.LIST_ITEM, ROLES.FRAME}
faults = []


def fault(page, text):
    faults.append(f"{page}: {text}")


class Item:
    """One accessible object as it is now."""

    def __init__(self, node, depth=0, parent=None):
        self.node, self.depth, self.parent = node, depth, parent
        self.window = parent.window if parent else self
        states = node.get_state_set()
        self.role = node.get_role()
        self.role_name = node.get_role_name()
        self.name = node.get_name() or ""
        self.description = node.get_description() or ""
        self.showing = states.contains(STATES.SHOWING)
        self.focusable = states.contains(STATES.FOCUSABLE)
        self.focused = states.contains(STATES.FOCUSED)
        self.enabled = states.contains(STATES.ENABLED)
        self.active = states.contains(STATES.ACTIVE)
        self.checked = states.contains(STATES.CHECKED)
        component = node.get_component_iface()
        box = component.get_extents(Atspi.CoordType.SCREEN) if component else None
        self.box = (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)

    def label(self):
        """What is read out: its name, or that of the label beside it."""
        if self.role != ROLES.COMBO_BOX or not self.name:
            return self.name
        # The name of a combo box may be no more than its value.
        for relation in self.node.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
                return f"{relation.get_target(0).get_name()} {self.name}"
        values = [child.get_name() for child in list_items(self.node)]
        return f"{self.description} {self.name}".strip() if self.description or self.name not in values else ""

    def key(self):
        return self.role_name, self.name, self.box

    def line(self):
        notes = [note for note, given in (("focus", self.focused), ("takes focus", self.focusable and not self.focused),
                                          ("off", self.focusable and not self.enabled), ("checked", self.checked)) if given]
        text = f"{'  ' * self.depth}{self.role_name} “{self.label()}”"
        if self.description and self.description != self.name:
            text += f" – {self.description}"
        return text + (f" [{', '.join(notes)}]" if notes else "")


def list_items(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child
            yield from list_items(child)


def read(node, depth=0, parent=None):
    """All that shows, in order."""
    item = Item(node, depth, parent)
    if not item.showing:
        return
    yield item
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from read(child, depth + 1, item)


def wait_for(question, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    raise SystemExit(f"It doesn't come: {what}\n" + "\n".join(faults))


class Window:
    def __init__(self, program, arguments=()):
        self.process = subprocess.Popen([program, *arguments], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
                                        stderr=subprocess.DEVNULL)
        self.app = wait_for(self.find, "the program on the accessibility bus")
        self.app.set_cache_mask(Atspi.Cache.NONE)
        wait_for(self.items, "the window")

    def find(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def items(self):
        found = []
        for index in range(self.app.get_child_count()):
            top = self.app.get_child_at_index(index)
            if top is not None:
                found += read(top)
        return found

    def get(self, role, name):
        def look():
            return next((item for item in self.items()
                         if item.role == role and item.enabled and item.label().startswith(name)), None)
        return wait_for(look, f"{role.value_nick} “{name}”")

    def says(self, words):
        return wait_for(lambda: any(words in item.name for item in self.items()), f"the words “{words}”")

    def press(self, name, role=ROLES.PUSH_BUTTON):
        act(self.get(role, name).node)

    def write(self, name, text):
        self.get(ROLES.TEXT, name).node.set_text_contents(text)

    def focused(self):
        # A list and its current item both have the focus, a text and what it scrolls in too: Tab stops at the first.
        focused = [Item(node) for node in self.focused_nodes()]
        focused = [item for item in focused if item.role not in PARTS]
        return next((item for item in focused if item.role in INPUTS), next(iter(focused), None))

    def focused_nodes(self):
        """Asks for states alone, since this is asked often."""
        waiting = [self.app]
        while waiting:
            node = waiting.pop()
            states = node.get_state_set()
            if node != self.app and not states.contains(STATES.SHOWING):
                continue
            if states.contains(STATES.FOCUSED):
                yield node
            children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
            waiting += [child for child in reversed(children) if child is not None]

    def check(self, page):
        """Everything that is asked of a page; prints its tree."""
        time.sleep(0.5)
        items = self.items()
        print(f"\n=== {page}")
        print("\n".join(item.line() for item in items))
        check_names(page, items)
        # Others may be open behind it.
        self.check_tab(page, [item for item in items if item.window.active and is_stop(item)])

    def check_tab(self, page, expected):
        way = []
        if not expected:
            fault(page, "no window is active")
        while len(way) <= len(expected) + 1:
            subprocess.run(["xdotool", "key", "Tab"], check=True)
            time.sleep(0.06)
            here = self.focused()
            if here is None:
                continue_at = f" after “{way[-1].label()}”" if way else ""
                fault(page, f"the focus is nowhere{continue_at}")
                break
            if not here.label().strip():
                fault(page, f"Tab stops at {here.line().strip()} {here.box}, which has no name")
            if way and here.key() == way[-1].key() and len(expected) > 1:
                fault(page, f"Tab doesn't leave {here.line().strip()}")
                break
            if any(here.key() == before.key() for before in way):
                break
            way.append(here)
        print("Tab: " + " → ".join(item.label() for item in way))
        reached = {item.key()[:2] for item in way}
        for item in expected:
            if item.key()[:2] not in reached:
                fault(page, f"Tab doesn't reach {item.line().strip()}")
        # Where something lies below the fold says nothing: it moves with the focus.
        check_order(page, way, {item.key()[:2]: item.box for item in expected if is_inside(item.box, item.window.box)})

    def check_tabs(self, page):
        """The page with each of its tabs in front."""
        for tab in [item for item in self.items() if item.role == ROLES.PAGE_TAB]:
            self.press(tab.name, ROLES.PAGE_TAB)
            self.check(f"{page}, {tab.name}")


def act(node):
    if node.get_n_actions() == 0 or not node.do_action(0):
        raise SystemExit(f"“{node.get_name()}” can't be pressed")


def is_stop(item):
    parts = {ROLES.COMBO_BOX, ROLES.PAGE_TAB_LIST}
    is_part = item.parent is not None and item.parent.role in parts
    if item.role == ROLES.RADIO_BUTTON and not item.checked:
        return False  # the arrow keys go there
    return item.role in INPUTS and item.focusable and item.enabled and not is_part and item.box[2] > 1


def is_inside(box, window):
    return box[1] >= window[1] and box[1] + box[3] <= window[1] + window[3]


def check_names(page, items):
    buttons = {}
    for item in items:
        inside = item.parent is not None and item.parent.role in {ROLES.COMBO_BOX, ROLES.PAGE_TAB_LIST}
        if item.role in INPUTS and item.focusable and not inside and not item.label().strip():
            fault(page, f"{item.role_name} at {item.box} has no name")
        if item.role == ROLES.PUSH_BUTTON and item.enabled:
            buttons.setdefault(item.name, []).append(item)
    for name, same in buttons.items():
        if len(same) > 1 and name:
            fault(page, f"{len(same)} buttons are called “{name}”")


def check_order(page, way, places):
    """Where Tab begins depends on what had the focus, so that it may begin anew once. Places are those from before,
    since what scrolls moves with the focus."""
    starts = 0
    for before, here in zip(way, way[1:] + way[:1]):
        if before.key()[:2] not in places or here.key()[:2] not in places:
            continue
        left, top, width, height = places[before.key()[:2]]
        x, y, w, h = places[here.key()[:2]]
        above = y + h <= top and x < left + width
        beside = x + w <= left and y < top + height
        if above or beside:
            starts += 1
            if starts > 1:
                fault(page, f"Tab jumps back to {here.line().strip()}, which is above or left of “{before.label()}”")


def walk(window):
    window.check("Question 1: who")
    window.write("Full name", "Erika Muster")
    window.write("E-mail address", "erika@example.org")
    window.press("Continue")
    window.says("Where did the AI answer?")
    window.check("Question 2: where")
    country = window.get(ROLES.COMBO_BOX, "The person lives in")
    choose(country.node, "Germany")
    window.press("Continue")
    window.says("What do you want?")
    window.check("Question 3: what")
    window.press("Make the case")
    window.says("How to ask")
    window.check("How to ask")
    window.press("Add the first exhibit")
    window.says("A new exhibit")
    window.check("A new exhibit")
    window.press("Capture beside the chat")
    window.says("2. Take the picture")
    window.check("The bar beside the chat")
    window.press("Back to the large window")
    window.says("A new exhibit")
    window.write("1. What you asked", "Who is Erika Muster?")
    window.write("2. What it answered", "She lives in Lindau.")
    window.press("Save the exhibit")
    window.says("Exhibit 1 is saved")
    window.check_tabs("The case")
    window.press("Make the dossier")
    window.says("One PDF with the letter")
    wait_for(lambda: "GDPR" in letter_of(window), "the letter " + letter_of(window))
    window.check_tabs("The dossier")
    window.press("Make the dossier")
    window.says("Your dossier is ready")
    window.says("Checked: every file")
    window.check("What next")
    window.press("‹ Back to the case")
    window.press("‹ All cases")
    window.says("Your cases")
    wait_for(lambda: any("Erika" in item.name for item in window.items()), "the case in the list")
    window.check("Your cases")
    subprocess.run(["xdotool", "key", "alt+m", "d"], check=True)
    window.says("This can't be undone")
    window.check("Delete for good")
    window.press("Keep the case")
    window.press("Check a dossier")
    window.says("Choose a PDF")
    window.check("Check a dossier")


def letter_of(window):
    text = window.get(ROLES.TEXT, "The words of the letter").node.get_text_iface()
    return Atspi.Text.get_text(text, 0, text.get_character_count())


def choose(combo, name):
    def try_once():
        combo.get_component_iface().grab_focus()
        time.sleep(0.3)
        subprocess.run(["xdotool", "type", name], check=True)
        time.sleep(0.7)
        return combo.get_name() == name
    wait_for(try_once, f"“{name}”")


def main():
    window = Window(sys.argv[1])
    try:
        walk(window)
    finally:
        window.process.kill()
    print("\n" + "\n".join(faults or ["Nothing is wrong."]))
    sys.exit(min(len(faults), 100))


if __name__ == "__main__":
    main()
