#!/usr/bin/env python3
"""Lets several watchers and single passes run at once over the same nights: watch_twice.py WATCHERS

None is killed, so each notice must be told exactly once. Their clock runs 100,000 times as fast."""

import shutil
import sys
import tempfile
import time

from watching import *


def main():
    count = int(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="twice")
    watched = Watched(folder)
    watched.ask(12, "2026-01-02")
    watched.run("2026-01-01 12:30:00", "tick")
    begin = time.monotonic()
    watchers = [watched.start_watch("2026-01-02 00:00:00", " x100000") for _ in range(count)]
    passes = 0
    while time.monotonic() - begin < 14:
        time.sleep(0.3)
        passes += 1
    for watcher in watchers:
        watcher.terminate()
    statuses = [watcher.wait(timeout=40) for watcher in watchers]
    recorded, told = watched.recorded(), watched.told()
    bad = []
    if any(statuses):
        bad.append(f"a watcher ended with {statuses} when told to stop")
    if len(set(recorded)) != len(recorded) or not recorded:
        bad.append("a notice is on record twice, or none is")
    if len(told) != len(set(told)) or len(told) != len(recorded):
        bad.append(f"{len(told)} told, {len(set(told))} of them different, {len(recorded)} recorded")
    shutil.rmtree(folder)
    print(json.dumps({"watchers": count, "notices": len(recorded), "told": len(told), "bad": bad}))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
