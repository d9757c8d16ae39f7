from tests.telegram_server.fixtures import bot, client, future, server

__all__ = ["bot", "client", "future", "server"]
