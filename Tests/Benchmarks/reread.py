"""How long it takes to read the words of 10,000 forecasts by another table.

The forecasts are made here: ten ways to say how likely and six to say by when, imported as words
alone, and read once. Then each round reads all of them by another table, with a report of what
moved: without writing (`reread --dry-run`, `report --scale`), and adding the new readings to the
ledger (`reread`)."""

import csv
import os
import random
import statistics

COUNT = 10_000
CHANCES = ["is likely to happen", "is very likely to happen", "is unlikely to happen",
           "is highly unlikely", "is almost certain", "has a good chance", "is probable",
           "could happen", "will happen", "is improbable"]
HORIZONS = ["by the end of next year", "soon", "in the coming months", "before June 2030",
            "within 18 months", "imminently"]
SCALES = ["icd-203", "nato", "ipcc", "uk-phia", "efsa"]


def made(path):
    """A table of forecasts in words alone, the same on every machine."""
    seeded = random.Random(1)
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "question", "said_on", "quote"])
        for number in range(COUNT):
            chance, horizon = seeded.choice(CHANCES), seeded.choice(HORIZONS)
            rows.writerow([f"Source {number % 40}", f"Event {number} happens", "2026-11-01",
                           f"event {number} {chance} {horizon}"])


def compare(bench):
    ledger, table = bench.path("words.db"), bench.path("words.csv")
    if os.path.exists(ledger):
        os.remove(ledger)
    made(table)
    rounds = bench.options.rounds or 5
    print(f"reread: {COUNT:,} forecasts in words, {rounds} rounds", flush=True)

    def augury(*words):
        return bench.run(bench.augury, words[0], "--ledger", ledger, *words[1:])

    augury("init")
    augury("import", "--from", "csv", table)
    augury("reread")
    # No two commands of a round read by the same table, so that each finds something to move.
    def scale(number):
        return SCALES[number % len(SCALES)]

    commands = {
        "reread --dry-run --scale": lambda n: augury("reread", "--dry-run", "--scale", scale(n + 2)),
        "report --scale": lambda n: augury("report", "--scale", scale(n + 1)),
        "reread --scale, recorded": lambda n: augury("reread", "--scale", scale(n)),
    }
    runs = bench.alternate(rounds, commands)
    for name in commands:
        bench.bar(f"{name}, ms", statistics.median(run.wall for run in runs[name]), 1000)
