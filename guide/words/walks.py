"""What `packs walk` and `packs check` say. Constants only."""

from __future__ import annotations

from typing import Final

# Trial walks.
WALKED: Final = "{exercise}: {walks} walks of {steps}."
STEPS_FROM_TO: Final = "{shortest} to {longest} steps"
STEPS_ONE: Final = "1 step"
STEPS_MANY: Final = "{longest} steps"
UNREACHED: Final = "  never reached: {steps}"
UNCHOSEN: Final = "  never chosen: {options}"
TROUBLE: Final = "  at the step '{step}', {walk}: {message}"
TROUBLES_MORE: Final = "  and {n} more like these"
CUT: Final = "  There are more branches than were walked; {most} of them were."
SEED: Final = "Seed {seed}: `--seed {seed}` walks the same ways again."
ALL_REACHED: Final = "Every step was reached."
NOT_REACHED: Final = ("1 step was never reached.", "{n} steps were never reached.")
WHY: Final = "`unmuted packs check` says why, where it can be known without walking."
BROKEN: Final = ("1 thing did not work.", "{n} things did not work.")
BROKEN_OURS: Final = "That is likely a mistake of this program, not of the pack."
ERRORS_FIRST: Final = "The pack has errors, so nobody can walk it yet. They are listed above."

# What is wrong in a pack.
NO_PROBLEMS: Final = "No problems found."
PROBLEMS: Final = ("{n} problem", "{n} problems")
WARNINGS: Final = ("{n} warning", "{n} warnings")
UNREAD: Final = "{file} could be read in part only. What else is wrong in it is found once this is mended."

# What a change does to what is stored.
AGAINST_PATHS: Final = "--against compares one pack with its earlier version; here are {n} packs."
AGAINST_PATHS_REMEDY: Final = "Please name one pack."
AGAINST_LATER: Final = "Comparing with the earlier version waits until there are no errors."
AGAINST_OLD: Final = "The earlier version cannot be read: {first}"
AGAINST_OLD_REMEDY: Final = "`unmuted packs check` of it shows everything."
AGAINST_FINE: Final = "The change from {old} to {new} loses nothing that is stored: {counts}"
STEPS_NEW: Final = ("1 step is new", "{n} steps are new")
STEPS_CHANGED: Final = ("1 step is worded or built differently", "{n} steps are worded or built differently")
STEPS_JOIN: Final = "; "
NO_CHANGE: Final = "no step is new or changed."
