"""Lessons, quizzes and progress: what is taught, how an answer is judged. Pure but for `library`, which reads files."""
