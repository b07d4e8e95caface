"""The step widgets: one file a kind. `REGISTRY[kind]` imports a kind's file when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from guide.ui.steps.base import StepView

_VIEWS: Final = {
    "text": "TextView",
    "choice": "ChoiceView",
    "choices": "ChoicesView",
    "yes-no": "YesNoView",
    "scale": "ScaleView",
    "number": "NumberView",
    "short": "ShortView",
    "long": "LongView",
    "date": "DateView",
    "list": "ListView",
    "grid": "GridView",
    "pick": "PickView",
    "update": "UpdateView",
    "sentence": "SentenceView",
    "rehearse": "RehearseView",
    "plan": "PlanView",
    "chart": "ChartView",
    "recall": "RecallView",
    "count": "CountView",
}


class _Registry(Mapping[str, "type[StepView]"]):
    """Kind to view class. A text field costs 10 ms to import, and the first screen needs none."""

    def __getitem__(self, kind: str) -> type[StepView]:
        """Return the view class of a kind. Raises KeyError for an unknown one."""
        module = import_module(f"{__name__}.{kind.replace('-', '_')}") if kind in _VIEWS else None
        if module is None:
            raise KeyError(kind)
        view: type[StepView] = getattr(module, _VIEWS[kind])
        return view

    def __iter__(self) -> Iterator[str]:
        return iter(_VIEWS)

    def __len__(self) -> int:
        return len(_VIEWS)


REGISTRY: Final[Mapping[str, type[StepView]]] = _Registry()
