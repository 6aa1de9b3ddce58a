"""What the print log keeps of a document so that the same one can be built again.

A reference is JSON text: the kind of document under "dokumen", and what its builder was asked
for. It holds ids and no personal data.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import Field

    from sooko_desk.printing.kertas import Kertas

    Isi = str | int | Sequence[int] | None


class BerKertas(Protocol):
    """Document data (a frozen dataclass) that says on which paper it is printed."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def kertas(self) -> Kertas:
        """The paper."""


DataCetak = TypeVar("DataCetak", bound=BerKertas)


def susun_rujukan(dokumen: str, **isi: Isi) -> str:
    """Write a reference.

    Args:
        dokumen: kind of document, e.g. "register".
        isi: what its builder was asked for, e.g. `layanan="KK", tahun=2026`.
    """
    return json.dumps({"dokumen": dokumen, **isi}, separators=(",", ":"))


def baca_rujukan(rujukan: str) -> dict[str, Any]:
    """Read a reference; {} for what is none."""
    try:
        isi = json.loads(rujukan)
    except ValueError:
        return {}
    return isi if isinstance(isi, dict) else {}


def pada_kertas(data: DataCetak, kertas: Kertas | None) -> DataCetak:
    """The same document for another paper.

    Args:
        data: what a document's `render` takes, with a field `kertas`.
        kertas: None = the one that it has.
    """
    return data if kertas is None else replace(data, kertas=kertas)
