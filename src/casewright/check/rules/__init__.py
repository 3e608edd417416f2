"""The rules: a folder a family, a file a rule, each family's list in its `__init__`."""
