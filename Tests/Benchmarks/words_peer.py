"""Reads phrases of time in a loop, by a library for Python, and prints how long the loop took.

    python3 words_peer.py dateparser|dateparser-en|recognizers PHRASES TIMES

PHRASES has a line of JSON for each phrase, with text and reference. What is timed is the loop alone,
after one round to warm up: neither the start of Python nor the import."""

import datetime
import json
import sys
import time
import warnings

warnings.simplefilter("ignore")


def reader(peer):
    if peer == "recognizers":
        from recognizers_date_time import DateTimeRecognizer
        model = DateTimeRecognizer("en-us").get_datetime_model()
        return lambda text, day: model.parse(text, day)
    import dateparser
    more = {"languages": ["en"]} if peer == "dateparser-en" else {}
    return lambda text, day: dateparser.parse(
        text, settings={"RELATIVE_BASE": day, "PREFER_DATES_FROM": "future"}, **more)


def main():
    peer, path, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path) as file:
        phrases = [json.loads(line) for line in file]
    phrases = [(row["text"], datetime.datetime.fromisoformat(row["reference"])) for row in phrases]
    read = reader(peer)
    found = sum(bool(read(*phrase)) for phrase in phrases)
    start = time.perf_counter()
    for _ in range(times):
        for phrase in phrases:
            read(*phrase)
    seconds = time.perf_counter() - start
    print(json.dumps({"phrases": len(phrases) * times, "seconds": seconds, "read": found}))


if __name__ == "__main__":
    main()
