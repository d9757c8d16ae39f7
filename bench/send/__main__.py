"""Prints two tables: how fast everybody is without a limit, and how much of a permitted rate everybody uses."""

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from statistics import median

from bench.send.place import Limit, Run, run, server
from bench.send.senders import PLAIN, SENDERS, Sender

PATIENCE = 3  # times the seconds that a perfect sender needs, then a run is ended
LATENCY = 0.05  # seconds of a round trip under a limit
FAST = Limit()
Runs = dict[Sender, list[Run]]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    read = argparse.ArgumentParser(prog="bench.send", description=__doc__)
    read.add_argument("--rounds", type=int, default=5, help="alternating rounds without a limit (0: none)")
    read.add_argument("--people", type=int, default=3000, help="messages of each sender in a round")
    read.add_argument("--rates", type=int, nargs="*", default=[30, 1000], help="permitted messages a second")
    read.add_argument("--seconds", type=int, default=20, help="seconds that a perfect sender takes under a limit")
    read.add_argument("--only", nargs="*", choices=[s.module for s in SENDERS], help="senders beside plain aiohttp")
    return read.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure by what the command line says."""
    options = _options(arguments)
    senders = [s for s in SENDERS if s is PLAIN or options.only is None or s.module in options.only]
    with server() as api:
        if options.rounds:
            _print_speed(_alternating(senders, api, options.rounds, options.people))
        for rate in options.rates:
            limit, people = Limit(rate, LATENCY), rate * options.seconds
            _print_limited(rate, ((s, _tried(s, api, people, limit, PATIENCE * options.seconds)) for s in senders))


def _alternating(senders: Sequence[Sender], api: str, rounds: int, people: int) -> Runs:
    """Every sender in every round, another one first each time; who breaks is left out from then on."""
    runs: Runs = {sender: [] for sender in senders}
    for number in range(rounds):
        first = number % len(senders)
        for sender in (*senders[first:], *senders[:first]):
            if sender in runs and (done := _tried(sender, api, people, FAST, 600)):
                runs[sender].append(done)
            else:
                runs.pop(sender, None)
    return runs


def _tried(sender: Sender, api: str, people: int, limit: Limit, most_seconds: float) -> Run | None:
    try:
        return run(sender, api, people, limit, most_seconds)
    except subprocess.CalledProcessError as broken:
        last = (broken.stderr or "").strip().splitlines()[-1:]
        print(f"{sender.name} cannot be measured here: {''.join(last) or broken}", file=sys.stderr)
        return None


def _print_speed(runs: Runs) -> None:
    print("Without a limit (× plain aiohttp: median of the rounds)")
    print(f"{'':<38}{'messages/s':>12}{'× plain':>10}{'CPU s/1,000':>14}{'× plain':>10}{'MB':>8}")
    for sender, own in runs.items():
        speed = median(one.sent / one.seconds for one in own)
        cpu = median(_cpu(one) for one in own)
        pairs = list(zip(own, runs[PLAIN], strict=True))
        faster = median((one.sent / one.seconds) / (plain.sent / plain.seconds) for one, plain in pairs)
        dearer = median(_cpu(one) / _cpu(plain) for one, plain in pairs)
        memory = max(one.megabytes for one in own)
        print(f"{sender.name:<38}{speed:>12,.0f}{faster:>10.2f}{cpu:>14.3f}{dearer:>10.2f}{memory:>8.0f}")


def _cpu(one: Run) -> float:
    """CPU seconds for a thousand messages."""
    return one.cpu / max(1, one.sent) * 1000


def _print_limited(rate: int, runs: Iterable[tuple[Sender, Run | None]]) -> None:
    print(f"\nPermitted: {rate:,} in any second, {LATENCY * 1000:.0f} ms away, 3 s of silence after one too many")
    print(f"{'':<38}{'of the rate':>12}{'refusals':>10}{'not sent':>14}{'CPU s/1,000':>14}")
    for sender, one in runs:
        if one:
            used = min(1.0, one.sent / (rate * max(one.span, one.people / rate - 1)))
            missing = one.people - one.sent
            print(f"{sender.name:<38}{used:>12.1%}{one.refused:>10,}{missing:>14,}{_cpu(one):>14.3f}", flush=True)


if __name__ == "__main__":
    main()
