"""A sound file that a browser can play."""

SILENCE = (b"\xff\xfb\x90\x00" + bytes(413)) * 60  # frames of MPEG-1 Layer III at 128 kbit/s, 1.5 seconds
