"""What must fit together across a pack: names that exist, conditions that can be met, one report a cause."""
