"""The files below static/, each under an address that carries the hash of its content, so that it never grows old."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_CSS_FILE = re.compile(rb'url\("([^"]+)"\)')


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served."""

    url: str
    content: bytes
    type: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All files, by their name below static/."""

    by_name: dict[str, Asset]

    def url(self, name: str) -> str:
        """The address of a file, for example of "chat.css"; KeyError where there is none."""
        return self.by_name[name].url

    def at(self, url: str) -> Asset | None:
        """The file at an address."""
        return next((asset for asset in self.by_name.values() if asset.url == url), None)

    @property
    def version(self) -> str:
        """A short name for the state of all files together."""
        return _hash("\n".join(sorted(asset.url for asset in self.by_name.values())).encode())


@cache
def assets() -> Assets:
    """The files of this installation, read once."""
    files = [path for path in sorted(STATIC.rglob("*")) if path.suffix in TYPES]
    found: dict[str, Asset] = {}
    for path in sorted(
        files, key=lambda path: path.suffix == ".css"
    ):  # style sheets name other files, so they come last
        name = path.relative_to(STATIC).as_posix()
        found[name] = _asset(name, path.read_bytes(), found)
    return Assets(found)


def _asset(name: str, content: bytes, known: dict[str, Asset]) -> Asset:
    path = PurePosixPath(name)
    if path.suffix == ".css":
        content = _CSS_FILE.sub(lambda match: b'url("' + known[match[1].decode()].url.encode() + b'")', content)
    return Asset(f"/static/{path.stem}.{_hash(content)}{path.suffix}", content, TYPES[path.suffix])


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
