#!/usr/bin/env python3
"""Writes Augury CSV for measurements: the same bytes for the same arguments, on any machine.

    forecasts.py FILE [rows=1000000] [questions=50000] [sources=1000]

About 150 bytes a row; seven questions in eight have an outcome."""

import datetime
import sys

# Parts of words without meaning: 4,096 words come of them.
SYLLABLES = ["ka", "lo", "mi", "ren", "tus", "vor", "sel", "dan", "pi", "gro", "ne", "ba", "shu",
             "fel", "or", "ti"]
DAY = datetime.date(2020, 1, 1)
HEADER = "source,question,said_on,probability,deadline,outcome,known_on,quote\n"


def stream(seed):
    """SplitMix64: numbers that do not depend on the version of Python."""
    state, mask = seed, (1 << 64) - 1
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ state >> 30) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & mask
        yield mixed ^ mixed >> 31


def word(number):
    return "".join(SYLLABLES[number >> 4 * place & 15] for place in range(3))


def question(number, bits, decided=False):
    """The cells of a question: its text, its deadline and what became of it."""
    a, b = word(bits & 4095), word(bits >> 12 & 4095)
    text = f"Will {a} exceed {b} in case {number}?"
    deadline = DAY + datetime.timedelta(days=60 + bits % 2000)
    known = (deadline + datetime.timedelta(days=1)).isoformat()
    fate = bits >> 40 & 7
    outcome = "" if fate == 0 and not decided else "yes" if fate in (1, 2) else "no"
    return text, deadline.isoformat(), f"{outcome},{known if outcome else ''}"


def write(path, rows=1_000_000, questions=50_000, sources=1_000, decided=False):
    numbers = stream(20)
    asked = [question(number, next(numbers), decided) for number in range(questions)]
    days = [(DAY + datetime.timedelta(days=day)).isoformat() for day in range(60)]
    with open(path, "w", newline="") as file:
        file.write(HEADER)
        lines = []
        for row in range(rows):
            bits = next(numbers)
            # Each question is met early, as in a file that is sorted by nothing.
            text, deadline, outcome = asked[row if row < questions else bits % questions]
            chance = bits >> 20 & 16383
            lines.append(
                f"Forecaster {(bits >> 34) % sources},{text},{days[(bits >> 50) % 60]},"
                f"0.{chance % 9999:04d},{deadline},{outcome},by all the signs that we have "
                f"{word(bits >> 8 & 4095)} {word(bits >> 44 & 4095)}\n")
            if len(lines) == 10_000:
                file.write("".join(lines))
                lines = []
        file.write("".join(lines))


if __name__ == "__main__":
    write(sys.argv[1], *(int(word) for word in sys.argv[2:]))
