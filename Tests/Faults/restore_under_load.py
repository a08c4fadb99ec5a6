#!/usr/bin/env python3
"""Restores a ledger again and again while others write to it; some restores are killed.

    restore_under_load.py [restores=60]

What was acknowledged must be in the ledger or in one of the files that a restore kept aside. All
of them must verify, also after a kill, and a writer may fail only by being told of the restore."""

import glob
import random
import shutil
import signal
import tempfile
import threading
import time

from sut import *

RESTORES = int(sys.argv[1]) if len(sys.argv) > 1 else 60
TOLD = b"was restored from another"
chance = random.Random(int(os.environ.get("SEED", 5)))


class Writers:
    """Commands that write until they are stopped, and what they were told."""

    def __init__(self, folder):
        self.folder = folder
        self.promised, self.failed, self.refused = [], [], 0
        self.stop = threading.Event()
        self.threads = [threading.Thread(target=self.write, args=(name,)) for name in "abc"]
        for thread in self.threads:
            thread.start()

    def write(self, name):
        number = 0
        while not self.stop.is_set():
            number += 1
            result = run("add", self.folder, f"writer {name} number {number}", "0.5")
            one = acked(result)
            if one:
                self.promised.append(one)
            elif TOLD in result.stdout + result.stderr:
                self.refused += 1
            else:
                self.failed.append(result.stderr.decode()[:200])

    def end(self):
        self.stop.set()
        for thread in self.threads:
            thread.join()


def restore(folder, backup, span):
    """Restores once; returns whether it was killed, and what went wrong."""
    process = subprocess.Popen(
        augury(folder, "restore", backup), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if chance.random() < 0.5:
        time.sleep(chance.random() * span)
        process.send_signal(signal.SIGKILL)
    error = process.communicate()[1]
    killed = process.returncode == -signal.SIGKILL
    return killed, None if killed or process.returncode == 0 else error.decode()[:200]


def exported(path):
    """What a ledger holds; nothing when it does not verify."""
    if call([AUGURY, "verify", "--ledger", path]).returncode:
        return None
    return call([AUGURY, "export", "--ledger", path]).stdout


def main():
    folder = tempfile.mkdtemp(prefix="restore")
    run("init", folder)
    for number in range(30):
        run("add", folder, f"before the backup {number}", "0.5")
    backup = os.path.join(folder, "backup.db")
    call(augury(folder, "backup", backup), check=True)
    start = time.time()
    call(augury(folder, "restore", backup), check=True)
    span = 1.5 * (time.time() - start)
    writers = Writers(folder)
    bad, kills = [], 0
    for number in range(RESTORES):
        time.sleep(chance.random() * 0.3)
        killed, problem = restore(folder, backup, span)
        kills += killed
        if problem:
            bad.append((number, problem))
        if killed and run("verify", folder).returncode:
            bad.append((number, "does not verify after a kill"))
    writers.end()
    paths = [ledger(folder)] + [
        path for path in glob.glob(ledger(folder) + ".before-restore*")
        if not path.endswith(".part")]
    texts = {path: exported(path) for path in paths}
    bad += [(path, "does not verify") for path, text in texts.items() if text is None]
    everything = b"".join(text for text in texts.values() if text)
    lost = [one for one in writers.promised if one.encode() not in everything]
    bad += [("lost", one) for one in lost] + [("writer", text) for text in writers.failed]
    for each in bad[:20]:
        print("BAD", each)
    summary("restore_under_load", restores=RESTORES, kills=kills, kept=len(paths) - 1,
            acked=len(writers.promised), refused=writers.refused, bad=len(bad))
    shutil.rmtree(folder)
    return 1 if bad else 0


sys.exit(main())
