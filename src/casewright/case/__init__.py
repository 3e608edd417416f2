"""The facts of one case: YAML in, frozen facts with their places out."""
