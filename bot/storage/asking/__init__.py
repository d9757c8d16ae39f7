"""What people ask, what was sighted, and whether answers helped."""
