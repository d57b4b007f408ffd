"""Which barrier of the old draft is which of the new one: by what it says, never by where it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from .standing import Barrier, Change, Comparison, Standing

Pair = tuple[Barrier, Barrier]

_SAME: tuple[Callable[[Barrier], Hashable], ...] = (
    lambda one: (one.rule, _flat(one.quote), one.message),
    lambda one: (one.rule, one.message),
    lambda one: (one.rule, _flat(one.quote)),
    lambda one: one.rule,
)
"""Reasons to take two for one, the best first: a clause that moved says the same, a mended one is of the same rule."""


def compared(old: Standing, new: Standing) -> Comparison:
    """What became of the barriers of *old* in *new*."""
    pairs = list(_pairs(old.barriers, new.barriers))
    known_old, known_new = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    left = [one for one in old.barriers if id(one) not in known_old]
    come = [one for one in new.barriers if id(one) not in known_new]
    changed = [Change(before, after) for before, after in pairs if _differs(before, after)]
    return Comparison(
        old=old,
        new=new,
        gone=tuple(one for one in left if one.rule not in new.not_assessed),
        added=tuple(one for one in come if one.rule not in old.not_assessed),
        changed=tuple(sorted(changed, key=lambda one: (-one.new.severity, -one.new.points))),
        still=tuple(after for before, after in pairs if not _differs(before, after)),
        unknown=(
            *(one for one in left if one.rule in new.not_assessed),
            *(one for one in come if one.rule in old.not_assessed),
        ),
    )


def _pairs(old: Sequence[Barrier], new: Sequence[Barrier]) -> Iterator[Pair]:
    """Each barrier with the one that it became; one of either side stands in one pair at most."""
    left, right = list(old), list(new)
    for key in _SAME:
        for before in list(left):
            after = next((one for one in right if key(one) == key(before)), None)
            if after is not None:
                left.remove(before)
                right.remove(after)
                yield before, after


def _differs(before: Barrier, after: Barrier) -> bool:
    return (before.severity, before.message) != (after.severity, after.message)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
