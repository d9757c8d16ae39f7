"""The broadcast engine. It is not built yet; whatever comes here imports nothing of `bot`."""
