"""`/lessons`: what is taught, as plain structure with the hash of its text."""

from hashlib import sha256
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Path, Query
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from bot.learning.lesson import Lesson
from bot.learning.library import Library
from bot.storage.offices.api_grants import Scope
from bot.web.api.asking import Asking, needs
from bot.web.api.lesson_models import LessonOut, LessonsOut, head, whole
from bot.web.api.problems import Refused, say, told
from bot.web.api.wrongs import Wrong

router = APIRouter(tags=[say("Bài học")])
_READS = Annotated[Asking, needs(Scope.READ_LESSONS)]
_LANGUAGE = Annotated[Literal["vi", "en"], Query(description=say("Bài chưa dịch thì trả bản tiếng Việt"))]
_KNOWN = Annotated[str, Header(alias="If-None-Match", max_length=200, description=say("ETag đã có"))]


_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": say("Chưa có gì đổi")}}


@router.get("/lessons", response_model=LessonsOut, responses={**told(Wrong.INVALID), **_UNCHANGED})
async def every(asking: _READS, language: _LANGUAGE = "vi", known: _KNOWN = "") -> Response:
    """Mọi bài đang dùng, theo khóa."""
    found = LessonsOut(
        lessons=[head(one, title) for one, title in _all(asking.console.content.world.library, language)]
    )
    return _answered(found, sha256(" ".join(one.version for one in found.lessons).encode()).hexdigest()[:16], known)


@router.get("/lessons/{code}", response_model=LessonOut, responses={**told(Wrong.MISSING, Wrong.INVALID), **_UNCHANGED})
async def one(
    asking: _READS,
    code: Annotated[str, Path(pattern=r"^[a-z0-9-]{1,40}$")],
    language: _LANGUAGE = "vi",
    known: _KNOWN = "",
) -> Response:
    """Một bài, từng thẻ và từng câu hỏi."""
    for lesson, title in _all(asking.console.content.world.library, language):
        if lesson.id == code:
            return _answered(whole(lesson, title), lesson.version, known)
    raise Refused(Wrong.MISSING)


def _answered(found: BaseModel, version: str, known: str) -> Response:
    headers = {"ETag": f'"{version}"', "Cache-Control": "private, no-cache"}
    if headers["ETag"] in {one.strip().removeprefix("W/") for one in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return JSONResponse(found.model_dump(), headers=headers)


def _all(library: Library, language: str) -> list[tuple[Lesson, str]]:
    return [(lesson, course.title) for course in library.courses_for(None, language) for lesson in course.lessons]
