#!/usr/bin/env python3
"""Reads calendars and feeds with parsers of another make and holds them against the agenda in JSON.

    python3 Tests/Feeds/run.py FOLDER

The folder has NAME.ics, NAME.atom and NAME.json, as the tests write them where AUGURY_FEEDS names
a folder. The exit status is 1 when something differs, or when a broken file is not found out."""

import glob
import json
import os
import sys
import xml.etree.ElementTree as ElementTree

import feedparser
import icalendar

ATOM = "{http://www.w3.org/2005/Atom}"


def title(item):
    verb = "Settled" if item["settled"] else "Decide" if item["asks_for_decision"] else "Look at"
    return verb + ": " + item["text"]


def same(shown, item):
    """Whether a title is an item's; what steers or hides may be escaped instead."""
    text = item["text"]
    if not text.isprintable() or "\\" in text or text != text.strip() or len(text) > 500:
        return True
    return shown == title(item) or "\\u{" in shown


def check_calendar(path, agenda):
    """Yields what is wrong with a calendar."""
    with open(path, "rb") as file:
        data = file.read()
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        yield "a line is longer than 75 bytes"
    calendar = icalendar.Calendar.from_ical(data)
    yield from (f"calendar: {error}" for error in calendar.errors)
    for name in ("VERSION", "PRODID"):
        if name not in calendar:
            yield f"no {name}"
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    items = agenda["now"] + agenda["next"]
    if set(events) != {item["key"] for item in items}:
        yield "the events are not the items"
    for item in items:
        event = events.get(item["key"])
        if event is None:
            continue
        yield from (f"{item['key']}: {error}" for error in event.errors)
        if not same(str(event["SUMMARY"]), item):
            yield f"{item['key']}: summary {event['SUMMARY']!r}"
        if event["DTSTAMP"].dt.strftime("%Y-%m-%dT%H:%M:%SZ") != item["due"]:
            yield f"{item['key']}: stamp {event['DTSTAMP'].dt}"
        if len(event["DTSTART"].dt.isoformat()) != 10:
            yield f"{item['key']}: not a whole day"
        if (event["STATUS"] == "CANCELLED") != item["settled"]:
            yield f"{item['key']}: status {event['STATUS']}"


def check_feed(path, agenda):
    """Yields what is wrong with a feed."""
    root = ElementTree.parse(path).getroot()
    for name in ("id", "title", "updated", "author"):
        if root.find(ATOM + name) is None:
            yield f"no {name}"
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        yield f"feed: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"feed: version {feed.version!r}"
    entries = {entry.id.split("#")[1]: entry for entry in feed.entries}
    if set(entries) != {item["key"] for item in agenda["now"]} or len(entries) != len(feed.entries):
        yield "the entries are not the items"
    titles = {entry.find(ATOM + "id").text.split("#")[1]: entry.find(ATOM + "title").text
              for entry in root.iter(ATOM + "entry")}
    for item in agenda["now"]:
        entry = entries.get(item["key"])
        if entry is None:
            continue
        if not same(titles[item["key"]], item):
            yield f"{item['key']}: title {titles[item['key']]!r}"
        if entry.updated != item["asked"] or not entry.updated_parsed:
            yield f"{item['key']}: updated {entry.updated}"


def finds_nothing(check, path, agenda):
    try:
        return not list(check(path, agenda))
    except Exception:
        return False


def prove(path, check, agenda, folder):
    """Returns the defects that a check does not find."""
    with open(path, "rb") as file:
        data = file.read()
    broken = os.path.join(folder, "broken")
    missed = []
    for old, new in ((b"\r\nUID:q", b"\r\nUID:x"), (b"T:20", b"T:xx"), (b"</title>", b"<title>"),
                     (b"urn:uuid:", b"urn:uuid:x#"), (b"Decide: ", b"Decide:"), (b"STAMP:2", b"STAMP:1")):
        if old in data:
            with open(broken, "wb") as file:
                file.write(data.replace(old, new))
            if finds_nothing(check, broken, agenda):
                missed.append(f"{path}: {old} as {new} is not found out")
            os.remove(broken)
    return missed


def main():
    folder = sys.argv[1]
    failures, files = [], 0
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            agenda = json.load(file)
        for ending, check in ((".ics", check_calendar), (".atom", check_feed)):
            feed = path[:-5] + ending
            files += 1
            failures += [f"{feed}: {problem}" for problem in check(feed, agenda)]
            failures += prove(feed, check, agenda, folder)
    for failure in failures:
        print(failure)
    print(f"feeds: {files} files, {len(failures)} failures")
    return 1 if failures or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
