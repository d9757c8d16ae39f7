"""The JSON API: what other programs of an office may read and write."""
