"""The JSON API as an application of its own, below /api/v1: its endpoints, its problems, its description."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bot.web.api import areas, docs, lessons, notices, reports
from bot.web.api.asking import Limits
from bot.web.api.limits import BodyLimit
from bot.web.api.problems import Problem, install, told
from bot.web.api.wrongs import Wrong
from bot.web.console.console import Console

BASE = "/api/v1"
ALWAYS = told(Wrong.NO_TOKEN, Wrong.SCOPE, Wrong.TOO_FAST)


def create_api(console: Console) -> FastAPI:
    """The API over what the console is given; tokens alone open it, no cookie does."""
    app = FastAPI(
        title="Cầm Tay",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        root_path_in_servers=False,
        servers=[{"url": BASE}],
        routes=list(docs.ROUTES),
    )
    app.state.console, app.state.limits = console, Limits()
    for router in (areas.router, lessons.router, notices.router, reports.router):
        app.include_router(router, responses=ALWAYS)
    app.add_middleware(BodyLimit)
    install(app)
    _describe(app)
    return app


def _describe(app: FastAPI) -> None:
    """Have the document hold the problems as they are answered; FastAPI's own shape of mistakes is left out."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = get_openapi(
                title=app.title, version=app.version, routes=app.routes, servers=app.servers, tags=app.openapi_tags
            )
            schemas = found["components"]["schemas"]
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= {**problem.pop("$defs", {}), "Problem": problem}
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
