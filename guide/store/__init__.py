"""What a person wrote, kept in one SQLite file. Only `journal` (and a few commands) talk to this room."""
