#!/usr/bin/env python3
"""Lets the n-th I/O operation of `resolve`, `import`, `undo` and `backup` fail, for every n.

    sweep_commands.py [mode ...]     modes as in t02_io_sweep.py (default: all)

For each fault: what was in the ledger before is its beginning still, and it verifies; status 0
means that all is there, an acknowledged answer too; an error has words and is no trap; a change is
there whole or not at all. A backup that is there is whole, and the live ledger does not change."""

import shutil
import tempfile

from sut import *

MODES = ["errno:EIO", "errno:ENOSPC", "errno:EINTR", "short", "kill", "torn"]
ROWS = 40


class Sweep:
    """A ledger to copy for each fault, and the commands that change it."""

    def __init__(self, folder):
        self.base = os.path.join(folder, "base")
        self.work = os.path.join(folder, "work")
        self.counted = os.path.join(folder, "count")
        self.rows = os.path.join(folder, "rows.csv")
        os.mkdir(self.base)
        with open(self.rows, "w") as file:
            file.write(",".join(HEADER) + ",outcome\n")
            for number in range(ROWS):
                file.write(f"source {number % 7},claim {number},2026-01-01,0.{number + 10},"
                           f"2026-02-01,{'yes' if number % 2 else ''}\n")
        made = [run("init", self.base)] + [
            run("add", self.base, f"base {number}", "0.5") for number in range(3)]
        if any(each.returncode for each in made):
            raise SystemExit("the ledger to begin with cannot be made")
        self.before = run("list", self.base).stdout
        question = json.loads(made[-1].stdout)["question"]["id"]
        self.commands = {
            "resolve": ["resolve", question, "yes", "--on", "2026-01-02", "--format", "json"],
            "import": ["import", self.rows, "--format", "json"],
            "undo": ["undo", "--format", "json"],
            "backup": ["backup", os.path.join(self.work, "copy.db"), "--format", "json"],
        }
        self.added = {name: self.growth(name) for name in self.commands}

    def fresh(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)
        if os.path.exists(self.counted):
            os.unlink(self.counted)

    def growth(self, name):
        """How many entries a command adds when nothing fails."""
        self.fresh()
        result = call(augury(self.work, *self.commands[name]))
        if result.returncode:
            raise SystemExit(f"{name} fails without a fault: {result.stderr.decode()}")
        return run("list", self.work).stdout.count(b"\n") - self.before.count(b"\n")

    def attempt(self, name, mode, sticky, nth):
        """Runs a command under a fault; what is wrong then, or None when no fault fired."""
        self.fresh()
        environment = dict(
            FAULT_PATH=self.work + "/", FAULT_NTH=str(nth), FAULT_MODE=mode, FAULT_STICKY=sticky,
            FAULT_COUNT=self.counted)
        result = call(augury(self.work, *self.commands[name]), env=environment, preload=True)
        if not faulted(self.counted)[1]:
            return None
        dies = mode in ("kill", "torn")
        wrong = [] if dies else self.manners(result)
        checked = run("verify", self.work)
        if checked.returncode:
            wrong.append("does not verify: " + (checked.stdout + checked.stderr).decode()[:120])
        after = run("list", self.work).stdout
        grown = after.count(b"\n") - self.before.count(b"\n")
        if not after.startswith(self.before):
            wrong.append("lost or changed what was there")
        if grown not in (0, self.added[name]):
            wrong.append(f"wrote {grown} of {self.added[name]} entries")
        # An answer on standard output is a promise, however the process ended.
        if (result.returncode == 0 or result.stdout.strip()) and grown != self.added[name]:
            wrong.append("acknowledged but absent")
        if name == "backup":
            wrong += self.backup(result)
        return wrong

    def manners(self, result):
        if signalled(result) or result.returncode == 124:
            return [f"crashed or hung: {result.returncode}"]
        if result.returncode and not result.stderr.strip():
            return ["an error without words"]
        if result.returncode and result.stdout.strip():
            return ["an answer and an error"]
        if result.returncode == 0 and not result.stdout.strip():
            return ["success without an answer"]
        return []

    def backup(self, result):
        copy = os.path.join(self.work, "copy.db")
        if not os.path.exists(copy):
            return ["acknowledged backup is absent"] if result.returncode == 0 else []
        whole = call([AUGURY, "verify", "--ledger", copy]).returncode == 0
        same = call([AUGURY, "export", "--ledger", copy]).stdout == self.before
        return [] if whole and same else ["a backup that is not whole"]


def main():
    folder = tempfile.mkdtemp(prefix="sweep")
    sweep = Sweep(folder)
    faults, bad = {}, []
    for name in sweep.commands:
        for mode in sys.argv[1:] or MODES:
            # SQLite tries again for ever after EINTR, so that one is given once only.
            lasting = mode.startswith("errno") and "EINTR" not in mode
            for sticky in ("0", "1") if lasting else ("0",):
                nth = 1
                while (wrong := sweep.attempt(name, mode, sticky, nth)) is not None:
                    bad += [(name, mode, sticky, nth, each) for each in wrong]
                    nth += 1
                key = f"{name} {mode}/{sticky}"
                faults[key] = nth - 1
    for each in bad[:30]:
        print("BAD", each)
    summary("sweep_commands", bad=len(bad), faults=faults)
    shutil.rmtree(folder)
    return 1 if bad else 0


sys.exit(main())
