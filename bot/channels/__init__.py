"""Chat networks behind one contract, one folder or module each; none knows another."""
