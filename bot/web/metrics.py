"""`/metrics` for Prometheus: figures about the machine, never about a person; for this machine's own eyes only."""

from collections.abc import Iterable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.ports import Figure, Ports

NEAR = frozenset({"127.0.0.1", "::1"})
PASSED_ON = (  # a proxy speaks for somebody from outside
    *("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"),
    *("forwarded", "x-real-ip", "via"),
)


async def metrics(request: Request) -> Response:
    """The figures in Prometheus' text form; 404 for everybody who does not ask from this very machine."""
    ports: Ports = request.app.state.ports
    near = request.client is not None and request.client.host in NEAR
    if ports.figures is None or not near or any(name in request.headers for name in PASSED_ON):
        raise HTTPException(404)
    body, kind = _written(await ports.figures())
    return Response(body, headers={"Content-Type": kind, "Cache-Control": "no-store"})


def _written(figures: Iterable[Figure]) -> tuple[bytes, str]:
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
    from prometheus_client.registry import Collector

    class Found(Collector):
        def collect(self) -> Iterable[Metric]:
            for figure in figures:
                kind = CounterMetricFamily if figure.grows else GaugeMetricFamily
                family = kind(f"camtay_{figure.name}", figure.help, labels=figure.labels)
                for labels, value in figure.values.items():
                    family.add_metric(labels, value)
                yield family

    registry = CollectorRegistry(auto_describe=False)
    registry.register(Found())
    return generate_latest(registry), CONTENT_TYPE_LATEST


ROUTES = (Route("/metrics", metrics),)
