#!/usr/bin/env python3
"""Changes a ledger behind the program's back, as an editor with SQL access who covers the tracks.

    tamper_guarded.py [rows=5]     rows sampled of each table

Triggers are dropped for the change and made again byte for byte, so that no missing trigger gives
it away. Every column of every table is changed, rows are deleted, doubled and swapped. `verify` must
find each; where the change is in a projection, `rebuild` must restore the very rows. Then whole
rewrites, with leaf and frontier worked out anew and the tables rebuilt: `verify --root` with a root
kept elsewhere must find each."""

import datetime
import hashlib
import random
import shutil
import sqlite3
import tempfile

from sut import *

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
chance = random.Random(int(os.environ.get("SEED", 5)))
VALUES = ["{0} + 1", "'x' || {0}", "null", "zeroblob(3)", "'no'", "0"]


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def subtrees(leaves):
    """The frontier of RFC 6962's tree over leaves: the roots of its full subtrees, largest first."""
    edge = []
    for leaf in leaves:
        edge.append((1, leaf))
        while len(edge) > 1 and edge[-1][0] == edge[-2][0]:
            (size, left), (_, right) = edge[-2:]
            edge[-2:] = [(2 * size, sha(b"\x01", left, right))]
    return b"".join(root for _, root in edge)


def microseconds(text):
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    epoch = datetime.datetime.fromtimestamp(0, datetime.timezone.utc)
    return (at - epoch) // datetime.timedelta(microseconds=1)


def connect(folder):
    connection = sqlite3.connect(ledger(folder), isolation_level=None)
    connection.execute("pragma foreign_keys = off")
    return connection


def tables(connection):
    named = connection.execute("select name from sqlite_master where type = 'table'")
    return [name for (name,) in named if not name.startswith("sqlite_")]


def columns(connection, table):
    """The columns of a table, and those of its primary key."""
    about = connection.execute(f'pragma table_info("{table}")').fetchall()
    return [row[1] for row in about], [row[1] for row in about if row[5]]


def dump(folder):
    connection = connect(folder)
    found = {name: sorted(connection.execute(f'select * from "{name}"').fetchall(), key=repr)
             for name in tables(connection)}
    connection.close()
    return found


def unguarded(folder, change):
    """Makes a change with no trigger in the way; they stand again afterwards, as they were.

    False when the table refuses the change."""
    connection = connect(folder)
    guards = connection.execute(
        "select name, sql from sqlite_master where type = 'trigger'").fetchall()
    try:
        connection.execute("begin")
        for name, _ in guards:
            connection.execute(f'drop trigger "{name}"')
        change(connection)
        for _, sql in guards:
            connection.execute(sql)
        connection.execute("commit")
        return True
    except sqlite3.Error:
        return False
    finally:
        connection.close()


class Guarded:
    def __init__(self, folder):
        self.base = os.path.join(folder, "base")
        self.work = os.path.join(folder, "work")
        self.root = os.path.join(folder, "root.json")
        self.edits = self.rewrites = self.refused = self.rebuilt = 0
        self.bad = []
        os.mkdir(self.base)
        self.populate(folder)
        self.original = dump(self.base)
        kept = call(augury(self.base, "root", "--format", "json"))
        with open(self.root, "wb") as file:
            file.write(kept.stdout)

    def populate(self, folder):
        """A ledger in which no table is empty, and with an entry whose bytes were redacted."""
        rows = os.path.join(folder, "rows.csv")
        with open(rows, "w") as file:
            file.write("source,question,said_on,kind,option,probability,forecast_key,system,"
                       "deadline,outcome,tags,recorded_on\n")
            for option, probability in (("Red", "0.6"), ("Blue", "0.4")):
                file.write(f"Ann,Who wins?,2026-01-01,categorical,{option},{probability},k,poll,"
                           "2026-02-01,Red,race,2026-01-01T00:00:00Z\n")
        self.must("init")
        for number in range(6):
            self.must("log", f"claim number {number}", "--by", f"person {number % 3}", "-p",
                      f"0.{number + 2}", "--until", "2099-12-31", "--new", "--tag", "t")
        self.must("import", rows)
        asked = json.loads(self.must("list", "--format", "json"))["questions"]
        binary = [each["id"] for each in asked if each["kind"] == "binary"]
        self.must("resolve", binary[0], "yes", "--on", "2026-01-02")
        self.must("amend", binary[1], "--until", "2099-11-30")
        self.must("log", "a claim in words", "--by", "person 2", "--said",
                  "it is likely by the end of 2099", "--new")
        self.must("log", "another in words", "--by", "person 2", "--said",
                  "it could happen, sooner or later", "--new")
        self.must("reread", "--scale", "icd-203")
        self.must("log", "a slip", "--by", "person 0", "-p", "0.9", "--until", "2099-12-31", "--new")
        self.must("undo")
        secret = json.loads(self.must(
            "log", "a secret", "--by", "person 0", "-p", "0.9", "--until", "2099-12-31", "--new",
            "--format", "json"))
        self.must("redact", secret["id"], "--because", "asked to")
        self.must("log", "the last", "--by", "person 1", "-p", "0.1", "--until", "2099-12-31", "--new")
        if self.must("verify") is None:
            raise SystemExit("the ledger to begin with does not verify")

    def must(self, *words):
        result = call(augury(self.base, *words))
        if result.returncode:
            raise SystemExit(f"{words} fails: {result.stderr.decode()}")
        return result.stdout

    def fresh(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)

    def seen(self, *more):
        result = call(augury(self.work, "verify", *more))
        if signalled(result):
            self.bad.append(("verify crashes", result.returncode))
        return result.returncode != 0

    def edit(self, label, table, change):
        """One change to one table."""
        self.fresh()
        if not unguarded(self.work, change):
            self.refused += 1
            return
        if dump(self.work) == self.original:
            return  # Nothing changed, so there is nothing to find.
        self.edits += 1
        if not self.seen():
            self.bad.append((label, "is not seen"))
        elif table not in ("entry", "head"):
            self.rebuild(label)

    def rebuild(self, label):
        result = call(augury(self.work, "rebuild"))
        if result.returncode == 0 and not self.seen() and dump(self.work) == self.original:
            self.rebuilt += 1
        else:
            self.bad.append((label, "is not rebuilt", result.stderr.decode()[:120]))

    def sweep(self, table, names, key):
        """Every column of sampled rows, then whole rows."""
        rows = self.original[table]
        place = {name: number for number, name in enumerate(names)}
        here = " and ".join(f'"{name}" is ?' for name in key)
        for row in chance.sample(rows, min(ROWS, len(rows))):
            at = [row[place[name]] for name in key]

            def run_here(sql):
                return lambda connection: connection.execute(f"{sql} where {here}", at)

            for name in names:
                for value in VALUES:
                    sql = f'update "{table}" set "{name}" = ' + value.format(f'"{name}"')
                    self.edit(f"{table}.{name} = {value} at {at}", table, run_here(sql))
            self.edit(f"{table} without {at}", table, run_here(f'delete from "{table}"'))
            self.edit(f"{table} doubles {at}", table, self.doubling(table, names, key, row, place))
        self.edit(f"{table} emptied", table, lambda c: c.execute(f'delete from "{table}"'))
        if len(rows) > 1:
            self.edit(f"{table} swaps two", table, self.swapping(table, names, key, place))

    def doubling(self, table, names, key, row, place):
        """A copy of a row with another number or text in its key."""
        copy = list(row)
        last = place[key[-1]]
        copy[last] = copy[last] + 1000 if isinstance(copy[last], int) else str(copy[last]) + "x"
        marks = ",".join("?" * len(names))
        return lambda c: c.execute(f'insert into "{table}" values ({marks})', copy)

    def swapping(self, table, names, key, place):
        """Two rows change places: the keys stay, all else moves."""
        others = [name for name in names if name not in key]

        def swap(connection):
            one, two = chance.sample(self.original[table], 2)
            for here, there in ((one, two), (two, one)):
                for name in others:
                    connection.execute(
                        f'update "{table}" set "{name}" = ? where '
                        + " and ".join(f'"{each}" is ?' for each in key),
                        [there[place[name]], *(here[place[each]] for each in key)])

        return swap

    def rewrite(self, label, change, root=True):
        """A change of the records with everything that follows from them made to fit."""
        self.fresh()

        def whole(connection):
            change(connection)
            leaves = [row[0] for row in connection.execute("select leaf from entry order by seq")]
            (last,) = connection.execute(
                "select record from entry where record is not null order by seq desc").fetchone()
            at = microseconds(json.loads(last)["recorded_at"])
            connection.execute(
                "update head set size = ?, frontier = ?, last_at = ?, steady_at = ?",
                [len(leaves), subtrees(leaves), at, at])

        if not unguarded(self.work, whole):
            self.bad.append((label, "could not be made"))
            return
        call(augury(self.work, "rebuild"))
        self.rewrites += 1
        if root and self.seen():
            print("note:", label, "is seen even without a root")
        if not self.seen("--root", self.root):
            self.bad.append((label, "is not seen against the root"))


def put(connection, seq, record):
    connection.execute("update entry set record = ?, leaf = ? where seq = ?",
                       [record, sha(b"\x00", record), seq])


def forecasts(connection):
    rows = connection.execute("select seq, record from entry where record is not null")
    return [(seq, bytes(record)) for seq, record in rows if b'"kind":"forecast"' in bytes(record)]


def another_chance(connection):
    seq, record = forecasts(connection)[0]
    changed = record.replace(b'"text":"0.2","value":"0.2"', b'"text":"0.8","value":"0.8"')
    if changed == record:
        raise SystemExit("the record has another form than this attack knows")
    put(connection, seq, changed)


def another_salt(connection):
    seq, record = forecasts(connection)[1]
    digit = record.index(b'"salt":"') + 8
    other = b"1" if record[digit:digit + 1] == b"0" else b"0"
    put(connection, seq, record[:digit] + other + record[digit + 1:])


def cut_tail(connection):
    last = connection.execute("select max(seq) from entry").fetchone()[0]
    connection.execute("delete from entry where seq > ?", [last - 2])


def swapped(connection):
    (one, first), (two, second) = forecasts(connection)[:2]

    def renumbered(record, old, new):
        return record.replace(b'"seq":%d,' % old, b'"seq":%d,' % new)

    put(connection, one, renumbered(second, two, one))
    put(connection, two, renumbered(first, one, two))


def hidden(connection):
    """A record is made to look redacted."""
    seq, _ = forecasts(connection)[0]
    connection.execute("update entry set record = null where seq = ?", [seq])


def main():
    folder = tempfile.mkdtemp(prefix="guarded")
    guarded = Guarded(folder)
    connection = connect(guarded.base)
    shape = {table: columns(connection, table) for table in tables(connection)}
    connection.close()
    empty = [table for table in shape if not guarded.original[table]]
    if empty:
        guarded.bad.append(("tables without rows", empty))
    for table, (names, key) in shape.items():
        guarded.sweep(table, names, key)
    guarded.rewrite("another probability", another_chance)
    guarded.rewrite("another salt", another_salt)
    guarded.rewrite("a cut tail", cut_tail)
    guarded.rewrite("two records swapped", swapped)
    guarded.edit("a record hidden as redacted", "entry", hidden)
    for each in guarded.bad[:30]:
        print("BAD", each)
    summary("tamper_guarded", edits=guarded.edits, refused=guarded.refused,
            rebuilt=guarded.rebuilt, rewrites=guarded.rewrites, bad=len(guarded.bad))
    shutil.rmtree(folder)
    return 1 if guarded.bad else 0


sys.exit(main())
