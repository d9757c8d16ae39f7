"""The dialogue: pure and synchronous. State and message in; new state, facts and a screen out."""
