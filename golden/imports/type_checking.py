# Below `if TYPE_CHECKING:` is what only readers of annotations need: it never runs, so its modules need not be there.
from __future__ import annotations

import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from no_such_package import Shape

if typing.TYPE_CHECKING:
    import another_package
else:
    kind = "at run time"


def total(sizes: Iterable[int], shape: Shape | None = None) -> int:
    if TYPE_CHECKING:
        from no_such_package import check
    return sum(sizes)


print(total([1, 2, 3]), kind)
