"""Document to files: one file a format, and how the finished files reach the build folder."""
