"""`unmuted packs schema`: the JSON Schema with which editors underline mistakes in packs."""

from __future__ import annotations

from pathlib import Path

from guide.cli.frame import parser, print_lines
from guide.words import new_pack as words


def run(argv: list[str]) -> int:
    """Print the schema, or write it to a file."""
    made = parser(
        "packs schema", "A JSON Schema for pack.yaml and the files of exercises, for use in an editor."
    )
    made.add_argument(
        "-o", "--output", metavar="FILE", help="write it to this file, such as pack.schema.json"
    )
    args = made.parse_args(argv)
    from guide.packs import schema

    if args.output is None:
        print_lines([schema.text().rstrip("\n")])
        return 0
    from guide.places import shown

    file = Path(args.output)
    schema.write(file)
    name = shown(file)
    print_lines(
        [
            words.SCHEMA_WRITTEN.format(file=name),
            f"  {schema.COMMENT.replace(schema.FILE, shown(Path(file.name)))}",
        ]
    )
    return 0
