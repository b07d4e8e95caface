"""Three made-up people, each through four weeks of use, by the real walker and store."""
