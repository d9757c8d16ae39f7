"""Where a request comes from, for counting what one place tries."""

import ipaddress

from starlette.requests import Request


def place_of(request: Request) -> str:
    """The network address; of the newer kind the part that one household shares."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ipaddress.ip_network(f"{host}/64", strict=False))
