"""Databases for the tests: a private PostgreSQL server that is gone when they end, and SQLite files with tables."""

import asyncio
import os
import re
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest
from sqlalchemy import create_engine

from bot.storage.database import open_database
from bot.storage.migrations import migrate
from tests.memory import is_in_memory

SETTINGS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=100"


@dataclass(frozen=True)
class Server:
    """Where a server is: `postgresql://user:password@host`, and what follows behind a database's name."""

    start: str
    end: str = ""
    copying: str = ""  # how PostgreSQL is to copy a database; its own choice spares the disk
    template: str = field(default_factory=lambda: _new_name("template"))  # is copied for every test

    def address(self, name: str) -> str:
        """The address of one of its databases."""
        return f"{self.start}/{name}{self.end}"

    async def order(self, sql: str) -> None:
        """Run one statement beside all test databases."""
        connection = await asyncpg.connect(self.address("postgres"))
        await connection.execute(sql)
        await connection.close()

    async def make_template(self) -> None:
        """Make the tables once for all."""
        await self.order(f"CREATE DATABASE {self.template}")
        await (await open_database(self.address(self.template))).close()

    @asynccontextmanager
    async def fresh_database(self, with_tables: bool = True) -> AsyncIterator[str]:
        """The address of a database for one test."""
        name, template = _new_name("test"), self.template if with_tables else "template0"
        await self.order(f"CREATE DATABASE {name} TEMPLATE {template} {self.copying}")
        yield self.address(name)
        await self.order(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running_server(settings: str = SETTINGS) -> Iterator[Server]:
    """The server that CAMTAY_TEST_POSTGRES names, or one of our own; skips where there is none, fails with CI=true."""
    given = os.environ.get("CAMTAY_TEST_POSTGRES")
    if given:
        server = Server(given.rstrip("/"))
        asyncio.run(server.make_template())
        yield server
        asyncio.run(server.order(f"DROP DATABASE {server.template}"))
        return
    control, initdb = _program("pg_ctl"), _program("initdb")
    with tempfile.TemporaryDirectory(prefix="camtay-") as folder:
        data = f"{folder}/data"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _run(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        _run(control, "-D", data, "-l", f"{folder}/log", "-w", "-o", f"-k {folder} {settings}", "start")
        try:
            server = Server("postgresql://postgres@", f"?host={folder}", _quickest_copy(folder, initdb))
            asyncio.run(server.make_template())
            yield server
        finally:
            _run(control, "-D", data, "-m", "immediate", "stop")


def new_file(file: Path) -> str:
    """The address of a SQLite file that has its tables and nothing in them: a copy, since to make them takes long."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_file_with_tables())
    return f"sqlite:///{file}"


@cache
def _file_with_tables() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "camtay.db"
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as transaction:
            migrate(transaction)
        engine.dispose()
        return file.read_bytes()


def _quickest_copy(folder: str, initdb: str) -> str:
    """File by file, where no disk has to take them and PostgreSQL (15 and later) can be told so."""
    said = subprocess.run((initdb, "--version"), check=True, capture_output=True, text=True).stdout
    version = int(re.findall(r"\d+", said)[0])
    return "STRATEGY FILE_COPY" if is_in_memory(folder) and version >= 15 else ""


def _new_name(purpose: str) -> str:
    return f"camtay_{purpose}_{secrets.token_hex(6)}"


def _program(name: str) -> str:
    folders = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*folders, os.environ.get("PATH", "")]))
    if found is None:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("PostgreSQL is missing: install it, or set CAMTAY_TEST_POSTGRES=postgresql://user:password@host")
    return found


def _run(*command: str) -> None:
    # initdb and postgres refuse to work for root
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, group=user, cwd="/")
