"""Notices from draft to report, and what people answer to them."""
