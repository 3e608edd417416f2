"""New projects: a first case.yaml explained where it stands, and imports of what is there already."""
