"""A notice as the API takes it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.web.api.problems import say
from broadcasts.notice import Level

_NO_NUL = r"^[^\x00]*$"
Line = Annotated[str, StringConstraints(max_length=300, pattern=_NO_NUL)]
Text = Annotated[str, StringConstraints(max_length=4000, pattern=_NO_NUL)]
MOMENT = say("Giờ Việt Nam nếu không ghi múi giờ, ví dụ 2026-11-21T19:30")


class KindIn(StrEnum):
    """What the notice is; a drill is one from its first draft to its end."""

    ACTUAL = "actual"
    DRILL = "drill"
    UPDATE = "update"
    CANCEL = "cancel"
    ALL_CLEAR = "allclear"


class TextsIn(BaseModel):
    """A correction or an all-clear in own words; what is missing is filled in general ones."""

    model_config = ConfigDict(extra="forbid")

    headline: Line | None = None
    description: Text | None = None
    instruction: Text | None = None


class NoticeIn(BaseModel):
    """One notice, as `camtay broadcast check` reads it."""

    model_config = ConfigDict(extra="forbid")

    kind: KindIn
    level: Level
    event: Line = Field("")
    headline: Line
    description: Text = Field(description=say("Chuyện gì đang xảy ra"))
    instruction: Text = Field(description=say("Bà con cần làm gì"))
    area: Line | Annotated[list[Line], Field(max_length=200)] = Field(
        description=say("Tên hoặc mã xã, mã tỉnh; nhiều nơi thì ngăn bằng dấu ;"), examples=["00721"]
    )
    office: Line = Field("", description=say("Cơ quan viết; trống là cơ quan của mã truy cập"))
    starts: Line = Field("", description=MOMENT)
    ends: Line = Field("", description=MOMENT)
    contact: Line = Field("", description=say("Số điện thoại để hỏi"))
    web: Line = ""
    refers_to: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{0,40}$")] = Field(
        "", description=say("Số hoặc mã của thông báo mà bản này thay, rút lại hoặc kết thúc")
    )
    begins: Line = Field("", description=say("Chưa gửi trước giờ này.") + " " + MOMENT)
    correction: TextsIn | None = None
    all_clear: TextsIn | None = None

    def fields(self, office: str) -> Mapping[str, Any]:
        """As `bot.notices.written` reads them; `office` where none is named."""
        return {**self.model_dump(mode="json", exclude_none=True), "office": self.office.strip() or office}
