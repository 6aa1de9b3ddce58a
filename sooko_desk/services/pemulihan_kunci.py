"""The key for a restore: by itself where this computer opens it, by the code on paper elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.cadangan_daftar import list_cadangan, sidik_kunci
from sooko_desk.data.kunci import KunciTerkunciError, buka_dengan_kode, load_kunci
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kode_pemulihan import read_kode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.services.pemulihan_daftar import Pilihan

_LAIN = (
    "Kunci di komputer ini bukan kunci cadangan itu. Ketik kode pemulihan dari kertas, atau pilih "
    "cadangan yang lain."
)


def buka_kunci(pilihan: Pilihan, kunci_kini: Path, pelindung: Pelindung) -> KunciData:
    """Open the key without a code: as this computer's, or as a backup of old whose key is plain.

    Args:
        pilihan: what is to be restored.
        kunci_kini: key file of the data folder; there may be none.
        pelindung: this computer's.

    Raises:
        KunciTerkunciError: the code on paper is needed.
        UserError: no key file can be read at all.
    """
    galat: UserError = UserError(_LAIN)
    berkas = [kunci_kini] if pilihan.cadangan is None else [kunci_kini, pilihan.cadangan.kunci]
    for path in berkas:
        try:
            kunci = load_kunci(path, pelindung)
        except UserError as salah:
            # That a paper opens is worth more to know than that another file is damaged.
            galat = galat if isinstance(galat, KunciTerkunciError) and galat.kertas else salah
            continue
        if kunci is not None and _is_cocok(kunci, pilihan):
            return kunci
    raise galat


def buka_kunci_dengan_kode(pilihan: Pilihan, kunci_kini: Path, kode: str) -> KunciData:
    """Open the key by the code on paper.

    An older backup bears an older paper's slot, but the key is the same: so the slots of this
    computer and of the other backups in the folder are tried as well.

    Args:
        pilihan: what is to be restored.
        kunci_kini: key file of the data folder; there may be none.
        kode: as typed.

    Raises:
        UserError: no code, or it opens none of them.
    """
    read_kode(kode)
    galat: UserError | None = None
    for path in _list_kunci(pilihan, kunci_kini):
        try:
            kunci = buka_dengan_kode(path, kode)
        except UserError as salah:
            galat = galat or salah
            continue
        if _is_cocok(kunci, pilihan):
            return kunci
    raise galat or UserError(
        "Kode ini membuka kunci register lain, bukan kunci cadangan itu. Ambil kertas kode yang "
        "lain, atau pilih cadangan yang lain."
    )


def _list_kunci(pilihan: Pilihan, kunci_kini: Path) -> Iterator[Path]:
    """The chosen backup's own first: its refusal names the paper that belongs to it."""
    if pilihan.cadangan is not None:
        yield pilihan.cadangan.kunci
    if kunci_kini.exists():
        yield kunci_kini
    if pilihan.cadangan is not None:
        for lain in list_cadangan(pilihan.cadangan.folder):
            if lain != pilihan.cadangan:
                yield lain.kunci


def _is_cocok(kunci: KunciData, pilihan: Pilihan) -> bool:
    return pilihan.daftar is None or sidik_kunci(kunci.kunci) == pilihan.daftar.sidik_kunci
