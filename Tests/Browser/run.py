#!/usr/bin/env python3
"""Opens the pages of reports in a real browser and holds them to what Docs/Pages.md promises.

    python3 Tests/Browser/run.py [--pages FOLDER] [--shots FOLDER] [--chromium PATH]

Environment: AUGURY is the executable (default: the debug build in .build). The pages come from
`augury report --format html` over the sample ledger, and from the folder, if one is given.
Each is opened 360 and 1440 pixels wide, in light and in dark colours, and for print. The exit
status is 1 when a page fails, or when a page with a defect does not. --shots keeps pictures."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

import checks
from defects import DEFECTS, END, START

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
#: The pages of the sample ledger: all sources, one with a record, one with a single claim.
DEMO = {
    "demo-record": ["report"],
    "demo-source": ["report", "Invented Oracle A"],
    "demo-claim": ["report", "Abbas Gallyamov"],
    "demo-groups": ["report", "--group-by", "lead-time"],
    "demo-compare": ["compare", "Invented Oracle A", "Invented Oracle B"],
    "demo-explain": ["explain", "brier", "Invented Oracle A"],
}
#: Where letters stand has nothing to do with their colours: each width and each palette is looked
#: at in full once, and the other two ways to put them together for what changes.
FULL = ["wide", "small", "crowded", "pale", "structure", "axe"]
CHECKS = {(360, "light"): FULL, (1440, "dark"): FULL, (360, "dark"): ["pale", "wide"],
          (1440, "light"): ["pale", "wide"]}


class Watch:
    """A page that is open, with all that it said and asked for."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.found = []
        address = "file://" + path
        self.page.on("console", lambda m: self.found.append(("console", m.text)))
        self.page.on("pageerror", lambda e: self.found.append(("error", str(e))))
        self.page.on("request", lambda r: r.url != address
                     and self.found.append(("request", r.url)))
        self.page.goto(address, wait_until="load")
        self.page.unchecked = 0

    def run(self, names):
        for name in names:
            self.found += [(name, text) for text in getattr(checks, name)(self.page)]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def options(width, scheme):
    return {"viewport": {"width": width, "height": 900}, "color_scheme": scheme,
            "reduced_motion": "reduce"}


def shoot(watch, shots, name):
    if shots:
        watch.page.screenshot(path=os.path.join(shots, name + ".png"), full_page=True)


def look(browser, path, shots):
    """Returns what is wrong with a page, with the widths and colours in which it is."""
    name = os.path.splitext(os.path.basename(path))[0]
    failures, unchecked = [], 0
    for (width, scheme), names in CHECKS.items():
        with Watch(browser, path, **options(width, scheme)) as watch:
            shoot(watch, shots, f"{name}-{width}-{scheme}")
            watch.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            watch.run(names)
            unchecked += watch.page.unchecked
            failures += [(f"{width} px, {scheme}", *found) for found in watch.found]
    with Watch(browser, path, **options(794, "dark")) as watch:
        watch.page.emulate_media(media="print", color_scheme="light")
        watch.run(["wide", "printed", "closed"])
        if shots:
            watch.page.pdf(path=os.path.join(shots, name + ".pdf"), format="A4",
                           prefer_css_page_size=True, print_background=False)
        failures += [("print", *found) for found in watch.found]
    return failures, unchecked


def prove(browser, folder):
    """Returns the defects that no check found."""
    missed = []
    for name, (check, body) in DEFECTS.items():
        path = os.path.join(folder, "defect.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(START + body + END)
        with Watch(browser, path, **options(360, "light")) as watch:
            if check == "closed":
                watch.page.emulate_media(media="print")
            watch.run([check] if hasattr(checks, check) else [])
            if check not in {kind for kind, _ in watch.found}:
                missed.append(f"{name}: “{check}” found nothing")
    return missed


def make(augury, folder):
    """Makes the pages of the sample ledger by the program itself; none where it cannot."""
    ledger = os.path.join(folder, "demo.db")
    env = {"PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "AUGURY_LEDGER": ledger}

    def run(*arguments):
        return subprocess.run([augury, *arguments], capture_output=True, env=env, timeout=60)

    demo = run("demo", "--ledger", ledger)
    if demo.returncode != 0:
        sys.exit(f"augury demo: {demo.stderr.decode()}")
    pages = []
    for name, command in DEMO.items():
        arguments = [*command, "--format", "html", "--at", "2026-12-31T00:00:00Z"]
        page = run(*arguments)
        if page.returncode != 0:
            sys.exit(f"augury {arguments}: {page.stderr.decode()}")
        if run(*arguments).stdout != page.stdout:
            sys.exit(f"augury {arguments}: two runs give different bytes")
        pages.append(os.path.join(folder, name + ".html"))
        with open(pages[-1], "wb") as file:
            file.write(page.stdout)
    return pages


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages")
    parser.add_argument("--shots")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    arguments = parser.parse_args()
    augury = os.environ.get("AUGURY", os.path.join(ROOT, ".build/debug/augury"))
    if arguments.shots:
        os.makedirs(arguments.shots, exist_ok=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = make(augury, folder)
        if arguments.pages:
            pages += sorted(os.path.join(arguments.pages, name)
                            for name in os.listdir(arguments.pages) if name.endswith(".html"))
        if not pages:
            sys.exit("there is no page to look at")
        browser = driver.chromium.launch(
            executable_path=arguments.chromium,
            args=["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"])
        missed = prove(browser, folder)
        failed = False
        for path in pages:
            failures, unchecked = look(browser, os.path.abspath(path), arguments.shots)
            size = os.path.getsize(path)
            state = "FAILED" if failures else "ok"
            print(f"{state:6} {os.path.basename(path)}, {size:,} bytes, "
                  f"{unchecked} nodes that axe could not decide")
            for place, check, text in failures:
                print(f"       {place}: {check}: {text}")
            failed = failed or bool(failures)
        for text in missed:
            print(f"MISSED {text}")
        print(f"{len(pages)} pages, {len(DEFECTS)} defects, {len(missed)} missed, "
              f"{browser.version}, {time.monotonic() - start:.0f} s")
        browser.close()
    sys.exit(1 if failed or missed else 0)


if __name__ == "__main__":
    main()
