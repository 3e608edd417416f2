"""Case data, prose and a journal's templates into marked Markdown, with the origin of every character."""
