"""The faces on the web: the chat page for people now, the console for officers later."""
