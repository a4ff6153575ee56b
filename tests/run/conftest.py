from __future__ import annotations

from collections.abc import Iterator

import pytest

from agreementlint.run.many import closed


@pytest.fixture(scope="module", autouse=True)
def _one_nursery() -> Iterator[None]:
    """The tests of a module share a nursery, unless they end it; none is left for others."""
    yield
    closed()
