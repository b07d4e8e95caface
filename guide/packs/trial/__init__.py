"""Trial walks: a pack walked at random and along every branch, with nobody there."""
