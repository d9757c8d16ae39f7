"""The addresses of the editor."""

from bot.web.console.access import may
from bot.web.console.content import (
    edit_page,
    history_page,
    list_page,
    new_page,
    picture_page,
    recording_page,
    second_page,
)
from bot.web.console.door import Door
from broadcasts.officer import Action

TEACH = may(Action.TEACH)
SETTING = may(Action.APPOINT, Action.ALL_CLEAR)  # administrators and provinces; others with these are refused inside
ROUTES = (
    Door("/noi-dung", list_page.rooms, TEACH),
    Door("/noi-dung/tinh-trang", list_page.states, TEACH),
    Door("/noi-dung/sua/{path:path}", edit_page.edit, TEACH),
    Door("/noi-dung/sua/{path:path}", edit_page.edited, TEACH, ("POST",)),
    Door("/noi-dung/xem/{path:path}", edit_page.preview, TEACH, ("POST",)),
    Door("/noi-dung/nhap/{path:path}", edit_page.autosave, TEACH, ("POST",)),
    Door("/noi-dung/lich-su/{path:path}", history_page.history, TEACH),
    Door("/noi-dung/khoi-phuc/{path:path}", history_page.restored, TEACH, ("POST",)),
    Door("/noi-dung/ngung/{path:path}", history_page.retired, TEACH, ("POST",)),
    Door("/noi-dung/hai-ban/{path:path}", history_page.two, TEACH),
    Door("/noi-dung/moi", new_page.blank, TEACH),
    Door("/noi-dung/moi", new_page.begun, TEACH, ("POST",)),
    Door("/noi-dung/them/{path:path}", new_page.added, TEACH, ("POST",)),
    Door("/noi-dung/hinh", picture_page.pictures, TEACH),
    Door("/noi-dung/hinh", picture_page.sent, TEACH, ("POST",)),
    Door("/noi-dung/tieng", recording_page.recordings, TEACH),
    Door("/noi-dung/tieng", recording_page.sent, TEACH, ("POST",)),
    Door("/noi-dung/cho-duyet", second_page.waiting, TEACH),
    Door("/noi-dung/cho-duyet/{id}", second_page.compared, TEACH),
    Door("/noi-dung/cho-duyet/{id}", second_page.decided, TEACH, ("POST",)),
    Door("/noi-dung/cai-dat", second_page.settings, SETTING),
    Door("/noi-dung/cai-dat", second_page.switched, SETTING, ("POST",)),
)
