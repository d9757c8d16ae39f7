"""Sending one notice to many people over Telegram: ours against other senders, in alternating rounds.

`make bench ARGS=send` or `python -m bench.send`; `--help` lists what can be chosen. It needs no network but for the
first run, which installs the other senders into `.venv/bench` (requirements.txt here, with hashes). The server that
counts is server.py, in a process of its own; every sender runs in a process of its own too (contender.py). On a busy
machine trust the ratios, which compare senders within the same round, and CPU seconds more than messages a second.

To add a sender: a module in senders/ with `async def send(api, people, rate)`, and a row in senders/__init__.py.
"""
