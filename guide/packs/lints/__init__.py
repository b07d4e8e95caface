"""What works but an author will want to know: wording, reading level, steps nobody reaches, names nothing uses."""
