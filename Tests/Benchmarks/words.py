"""How fast words are read, beside libraries for Python that read times in English.

Every side reads the same phrases with the same days of reference. The peers' figures are those of
their loops, without the start of Python and the import. Ours is given twice: the loop of the
library, `HorizonReader.phrase`, which does what the peers' loops do; and the whole process of
`augury interpret --batch`, which also starts up, reads JSON, reads how likely the words say it is,
and writes all readings as JSON, on enough lines to dwarf the start."""

import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# The last prerelease of Recognizers-Text; it needs an emoji of its time.
PACKAGES = {"dateparser": ["dateparser==1.5.0"],
            "recognizers": ["recognizers-text-date-time==1.0.2a2", "emoji==0.6.0"]}
# How often a peer reads all phrases in one round.
PEERS = {"dateparser": 1, "dateparser-en": 10, "recognizers": 1}
LOOPS = 1000


def gold():
    """The phrases of duckling's corpus that are horizons, where the reference data is at hand."""
    data = os.environ.get("AUGURY_REFERENCE_DATA") or os.path.join(os.path.dirname(ROOT), "shared")
    path = os.path.join(data, "extraction", "gold", "temporal_duckling.jsonl")
    if not os.path.exists(path):
        return None
    with open(path) as file:
        rows = [json.loads(line) for line in file]
    grains = ("day", "week", "month", "quarter", "year")
    return [{"text": row["text"], "reference": row["ref"]} for row in rows
            if row["expected"].get("grain") in grains
            and (row["expected"].get("end") or "9") > row["ref"]]


def made():
    """Phrases of the same kinds, for want of gold."""
    months = ["January", "March", "May", "October"]
    units = ["days", "weeks", "months", "years"]
    texts = [f"{lead} {number} {unit}" for lead in ("in", "within", "in the next")
             for number in (2, 3, 10) for unit in units]
    texts += [f"{lead} {month} {year}" for lead in ("by", "before", "by the end of")
              for month in months for year in (2027, 2030)]
    texts += [f"{day} {month}" for day in (3, 15, 28) for month in months]
    texts += ["tomorrow", "next Friday", "next week", "by Christmas", "this summer", "by mid-2027",
              "Q3 2027", "next quarter", "the end of the year", "before 2035"]
    return [{"text": text, "reference": "2026-06-17T12:00:00"} for text in texts]


def install(bench, name):
    """The Python of a private environment that has a peer, or None and why not."""
    folder = bench.path("peer-" + name)
    python = os.path.join(folder, "bin", "python")
    for command in ([sys.executable, "-m", "venv", folder],
                    [python, "-m", "pip", "install", "-q", *PACKAGES[name]]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return None, (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return python, None


def loop(command, given=None):
    """Phrases a second that a loop tells, and how many phrases of one round it read."""
    with open(given or os.devnull, "rb") as source:
        done = subprocess.run(command, stdin=source, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return told["phrases"] / told["seconds"], told["read"]


def compare(bench):
    phrases, origin = gold(), "phrases of duckling's corpus that are horizons"
    if not phrases:
        phrases, origin = made(), "made phrases, for want of reference data"
    rounds = bench.options.rounds or 5
    lines = min(bench.options.rows, 200_000) // len(phrases) * len(phrases)
    print(f"words: {len(phrases)} {origin}; {lines:,} lines a process, {rounds} rounds", flush=True)
    few, many = bench.path("phrases.jsonl"), bench.path("batch.jsonl")
    text = "".join(json.dumps(dict(phrase, id=number)) + "\n"
                   for number, phrase in enumerate(phrases))
    for path, times in ((few, 1), (many, lines // len(phrases))):
        with open(path, "w") as file:
            file.write(text * times)
    own = bench.build("ReadingSpeed")
    commands = {
        "augury interpret --batch, whole": lambda n: (
            lines / bench.run(bench.augury, "interpret", "--batch", given=many).wall * 1000, None),
        "HorizonReader.phrase, loop": lambda n: loop([own, str(LOOPS)], few),
    }
    for name, times in PEERS.items():
        python, reason = install(bench, name.removesuffix("-en"))
        if reason:
            print(f"  SKIP {name}: {reason}")
            continue
        command = [python, os.path.join(HERE, "words_peer.py"), name, few, str(times)]
        commands[name + ", loop"] = lambda n, command=command: loop(command)
    report(bench, bench.alternate(rounds, commands), len(phrases))


def report(bench, runs, count):
    print("  load of the machine: " + ", ".join(f"{each:.1f}" for each in os.getloadavg()))
    speed = {name: statistics.median(each for each, _ in runs[name]) for name in runs}
    for name, each in speed.items():
        read = runs[name][0][1]
        said = f", {read} of {count} read as something" if read else ""
        print(f"  {name:34} {each:11,.0f} phrases a second{said}")
    whole, own = speed["augury interpret --batch, whole"], speed["HorizonReader.phrase, loop"]
    for name in ("dateparser, loop", "dateparser-en, loop", "recognizers, loop"):
        if name not in speed:
            continue
        print(f"  the whole process is {whole / speed[name]:,.0f} times as fast as {name}")
        if name.startswith("dateparser"):
            bench.bar(f"loop / {name}", own / speed[name], 100, at_most=False)
    if "dateparser, loop" in speed:
        bench.bar("whole process / dateparser, loop", whole / speed["dateparser, loop"], 100,
                  at_most=False)
    else:
        bench.missed.append("no dateparser to compare with")
