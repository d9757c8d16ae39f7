"""Measurements that anyone can run again: `make bench`, and `make bench ARGS=send` for sending to many."""
