#!/usr/bin/env python3
"""Backs a ledger up again and again while others write.

    backup_under_load.py [backups=100]

Each backup must verify, have the SHA-256 that it names, and hold a beginning of the live ledger;
what was acknowledged before it began must be in it."""

import hashlib
import shutil
import tempfile
import threading

from sut import *

BACKUPS = int(sys.argv[1]) if len(sys.argv) > 1 else 100


def main():
    folder = tempfile.mkdtemp(prefix="backup")
    run("init", folder)
    promised, failed, stop = [], [], threading.Event()

    def write(name):
        number = 0
        while not stop.is_set():
            number += 1
            result = run("add", folder, f"writer {name} number {number}", "0.5")
            one = acked(result)
            (promised if one else failed).append(one or result.stderr.decode()[:200])

    writers = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    bad, kept, sizes = [], [], []
    for number in range(BACKUPS):
        before = list(promised)
        path = os.path.join(folder, f"backup-{number}.db")
        result = call(augury(folder, "backup", path))
        if result.returncode:
            bad.append((number, "backup fails", result.stderr.decode()[:200]))
            continue
        with open(path, "rb") as file, open(path + ".sha256") as named:
            if named.read().split()[0] != hashlib.sha256(file.read()).hexdigest():
                bad.append((number, "SHA-256 differs"))
        if call([AUGURY, "verify", "--ledger", path]).returncode:
            bad.append((number, "the backup does not verify"))
        export = call([AUGURY, "export", "--ledger", path]).stdout
        lost = [one for one in before if one.encode() not in export]
        if lost:
            bad.append((number, f"misses {len(lost)} acknowledged entries"))
        # A digest of each beginning is enough to compare later.
        kept.append((number, len(export), hashlib.sha256(export).digest()))
        sizes.append(export.count(b"\n"))
        os.unlink(path)
    stop.set()
    for writer in writers:
        writer.join()
    live = run("list", folder).stdout
    for number, length, digest in kept:
        if hashlib.sha256(live[:length]).digest() != digest:
            bad.append((number, "is not a beginning of the live ledger"))
    bad += [("writer", text) for text in failed]
    if run("verify", folder).returncode:
        bad.append(("live", "does not verify"))
    for each in bad[:20]:
        print("BAD", each)
    grew = sum(one < other for one, other in zip(sizes, sizes[1:]))
    summary("backup_under_load", backups=len(kept), grew=grew, acked=len(promised), bad=len(bad))
    shutil.rmtree(folder)
    return 1 if bad else 0


sys.exit(main())
