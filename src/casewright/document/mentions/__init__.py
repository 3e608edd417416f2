"""What is checkable in a text, found sentence by sentence: one file a kind of mention."""
