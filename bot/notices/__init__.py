"""What helps an officer with a notice: templates, their answers, facts about its text, the sentences for its rules."""
