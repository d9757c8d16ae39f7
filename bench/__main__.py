"""Prints every measurement as a table, beside what we aim at.

With the argument `send` that of bench/send, with `ledger` a million people in the ledger, with `overtaking` what is
urgent beside them, with `pages` every page with a full database.
"""

import sys

from bench import ledger, overtaking, start, telegram, turns
from bench.send.__main__ import main as send


def main() -> None:
    """Measure one thing after another on a quiet machine."""
    seconds, serving = start.measure()
    with telegram.bot_api(people=0) as api:
        seconds_telegram, serving_telegram = start.measure(telegram.settings(api))
    crowd, alone = turns.crowd(), turns.alone()
    rows = (
        ("turns a second, 400 people at once", f"{crowd.turns_per_second:,.0f}", "1,500"),
        ("  one of these turns, p99, ms", f"{crowd.p99_ms:.0f}", ""),
        ("one person's turn alone, median, ms", f"{alone.median_ms:.1f}", ""),
        ("  p99, ms", f"{alone.p99_ms:.1f}", "15"),
        ("memory of that process, MB", f"{turns.memory_mb():.0f}", "170"),
        ("updates a second through Telegram, polling", f"{telegram.updates_per_second():,.0f}", ""),
        ("process start to first page, s", f"{seconds:.2f}", "1.5"),
        ("  memory of `serve` then, MB", f"{serving:.0f}", "170"),
        ("  with Telegram on, s", f"{seconds_telegram:.2f}", "1.5"),
        ("  memory of `serve` with Telegram on, MB", f"{serving_telegram:.0f}", "170"),
    )
    print(f"{'what':<44}{'measured':>10}{'aim':>10}")
    for what, measured, aim in rows:
        print(f"{what:<44}{measured:>10}{aim:>10}")


match sys.argv[1:2]:
    case ["send"]:
        send(sys.argv[2:])
    case ["ledger"]:
        ledger.main(sys.argv[2:])
    case ["overtaking"]:
        overtaking.main(sys.argv[2:])
    case ["pages"]:
        from bench import pages  # brings the whole desk along, which the memory of turns is measured without

        pages.main(sys.argv[2:])
    case _:
        main()
