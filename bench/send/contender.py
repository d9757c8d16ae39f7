"""One sender at work in this process: `python -m bench.send.contender MODULE API PEOPLE RATE SECONDS`.

Prints how long it took, the CPU seconds (without what importing took) and the megabytes, as JSON."""

import asyncio
import json
import sys
import time
from importlib import import_module
from pathlib import Path

from bench.send.notice import people


async def _measure(module: str, api: str, count: int, rate: int, most_seconds: float) -> dict[str, float]:
    send = import_module(f"bench.send.senders.{module}").send
    begun, cpu = time.perf_counter(), time.process_time()
    try:
        async with asyncio.timeout(most_seconds):
            await send(api, people(count), rate)
    except TimeoutError:
        pass  # what was not sent by then is what the server has not counted
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    return {"seconds": seconds, "cpu": cpu, "megabytes": _most_memory()}


def _most_memory() -> float:
    """Megabytes; `resource` would count what the starting process had."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    module, api, count, rate, most_seconds = sys.argv[1:]
    print(json.dumps(asyncio.run(_measure(module, api, int(count), int(rate), float(most_seconds)))))
