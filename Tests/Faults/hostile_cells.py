#!/usr/bin/env python3
"""Imports one file for each hostile value of hostile.py in each column of Augury CSV.

The headers and the other cells are sound, so that the value itself is what is judged, beyond the
header's check. No trap and no hang; a refusal has words without raw control characters, names line 2
and changes nothing; an acceptance verifies."""

import shutil
import tempfile

from sut import *

import hostile

SOUND = dict(
    source="Ann", question="will it rain", said_on="2026-01-01", probability="0.5",
    deadline="2026-12-31", zone="UTC", event="e", tags="t", quote="q",
    url="https://example.org/", via="v", baseline="0.4", system="s", question_id="1",
    recorded_on="2026-01-01T00:00:00Z")
VALUES = dict(
    probability=hostile.PROB, baseline=hostile.PROB, said_on=hostile.DATE, deadline=hostile.DATE,
    recorded_on=hostile.DATE, zone=["Nowhere/City", "../../etc/passwd", "UTC\x00", "CET-1CEST"],
    **{name: hostile.TEXT for name in
       ("source", "question", "event", "tags", "quote", "url", "via", "question_id", "system")})


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def main():
    folder = tempfile.mkdtemp(prefix="cells")
    run("init", folder)
    path = os.path.join(folder, "rows.csv")
    bad, counts, before = [], dict(ok=0, rejected=0), run("list", folder).stdout
    for column, values in VALUES.items():
        for value in values:
            row = dict(SOUND, **{column: value})
            text = ",".join(row) + "\n" + ",".join(cell(each) for each in row.values()) + "\n"
            with open(path, "wb") as file:
                file.write(text.encode("utf8", "surrogatepass"))
            result = run("imp", folder, path, timeout=30)
            label = (column, value[:40])
            if signalled(result) or result.returncode == 124:
                bad.append((*label, "crashed or hung", result.returncode))
            after = run("list", folder).stdout
            if result.returncode:
                counts["rejected"] += 1
                if b"ine 2" not in result.stderr:
                    bad.append((*label, "names no line", result.stderr[:120]))
                if after != before:
                    bad.append((*label, "changed the ledger though refused"))
            else:
                counts["ok"] += 1
            raw = [byte for byte in result.stdout + result.stderr if byte < 32 and byte != 10]
            if raw or b"\xc2\x9b" in result.stdout + result.stderr:
                bad.append((*label, "raw control characters"))
            before = after
    shown = call(augury(folder, "list")).stdout + call(augury(folder, "sources")).stdout
    if any(byte < 32 and byte != 10 for byte in shown):
        bad.append(("list", "raw control characters"))
    if run("verify", folder).returncode:
        bad.append(("verify", "finds something"))
    for each in bad[:20]:
        print("BAD", each)
    summary("hostile_cells", bad=len(bad), **counts)
    shutil.rmtree(folder)
    return 1 if bad else 0


sys.exit(main())
