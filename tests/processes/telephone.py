"""An officer's telephone: a chat with the bot in which answers and calls come as they please."""

import json
import re
from datetime import datetime, timedelta

from bot.vietnamese.moments import VIETNAM
from tests.processes.served import Served
from tests.telegram_server.chat import Button, Seen
from tests.telegram_server.server import TelegramServer

PATIENCE = 120.0  # seconds for a screen, while thousands of messages leave
COMMUNE, OFFICE = "00721", "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"


class Telephone:
    """Types and presses, each as soon as the screen is there that it belongs to."""

    def __init__(self, server: TelegramServer, number: int, name: str) -> None:
        self.me = server.person(number, name)
        self.name = name

    async def appointed(self, role: str, bot: Served) -> None:
        """The administrator hands out a code, and with it this becomes an officer's telephone."""
        given = ("--name", self.name, "--office", OFFICE, "--role", role, "--area", COMMUNE)
        await self.me.starts(json.loads(await bot.run("officer", "add", *given, "--json"))["code"])
        await self.press("Đúng, gắn vào máy này")
        await self.sees("Máy này đã gắn")

    async def writes_a_storm_notice(self) -> None:
        """From the desk to an approver."""
        lands = datetime.now(VIETNAM) + timedelta(hours=5)
        await self.me.says("cán bộ")
        await self.press("Viết thông báo")
        await self.sees("loại việc gì")
        await self.me.says("bão")
        values = ("bão số 12", "12", f"{lands.hour}h ngày {lands.day}/{lands.month}", "trường tiểu học cạnh chợ")
        for number, value in enumerate(values, start=1):
            await self.sees(f"ô {number} trên {len(values)}")
            await self.me.says(value)
        preview = await self.sees("Xem lại trước khi GỬI THẬT")
        if any("Tôi đã xem" in label for label in preview.labels):
            await self.press("Tôi đã xem")
        await self.press("GỬI THẬT: đưa đi duyệt")

    async def approves(self) -> int:
        """Reads what was called for, types the head count; gives it."""
        await self.press("Đọc và duyệt")
        await self.press("Duyệt: GỬI THẬT")
        asked = await self.sees("để gửi thật")
        count = re.search(r"\(([0-9.]+)\) để gửi thật", asked.text)
        assert count, asked.text
        await self.me.says(count[1])
        return int(count[1].replace(".", ""))

    async def takes_it_back(self) -> None:
        """It was all a mistake."""
        await self.press("DỪNG và đính chính")
        await self.press("Dừng ngay: không có chuyện này")

    async def reads_the_report(self) -> str:
        """Of what was taken back."""
        await self.press("Báo cáo")
        return (await self.sees("Báo cáo:")).text

    async def press(self, label: str) -> None:
        """The newest button whose label holds these words, as soon as there is one."""
        await self.me.account.news.until(lambda: self._button(label) is not None, PATIENCE)
        found = self._button(label)
        assert found
        await self.me.presses(found[1].label, on=found[0])

    async def sees(self, words: str) -> Seen:
        """The newest message that holds these words, as soon as there is one."""
        await self.me.account.news.until(lambda: self._message(words) is not None, PATIENCE)
        found = self._message(words)
        assert found
        return found

    def _button(self, label: str) -> tuple[Seen, Button] | None:
        shown = ((seen, button) for seen in reversed(self.me.sees) for button in seen.buttons)
        return next((one for one in shown if label in one[1].label), None)

    def _message(self, words: str) -> Seen | None:
        return next((seen for seen in reversed(self.me.sees) if seen.by_bot and words in seen.text), None)
