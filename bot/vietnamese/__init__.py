"""Vietnamese as people really write it and as it is said aloud."""
