"""The documents for people are held to what the program does."""
