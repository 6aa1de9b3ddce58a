"""The late entry of a slip of the power-cut pad: which number it has, and when its papers came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import Susulan
from sooko_desk.data.tahun_buku import KUNCI
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import parse_tanggal, sebut_saat
from sooko_desk.domain.waktu import WIB, ke_wib
from sooko_desk.sop.jadwal_tulis import parse_jam

if TYPE_CHECKING:
    from sooko_desk.data.nomor_cadangan import NomorCadangan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.penerimaan import FormPenerimaan

_LIHAT_KERTAS = "Lihat lagi tanggal dan jam di kertas."


@dataclass(frozen=True, slots=True)
class SusulanTerbaca:
    """What the form says of its slip.

    Attributes:
        waktu: aware UTC, when the papers came; now for a form without a slip, and while the
            slip's own time cannot be read.
        slip: the slip's number; None = the form has no slip, or there is no such slip.
        galat: field id to sentence.
    """

    waktu: dt.datetime
    slip: NomorCadangan | None = None
    galat: dict[str, str] = field(default_factory=dict)

    def susun(self, sekarang: dt.datetime) -> Susulan | None:
        """What the store is told; None = the form has no slip."""
        return None if self.slip is None else Susulan(self.slip.id, sekarang)

    def sebut(self, sekarang: dt.datetime, petugas: Petugas) -> dict[str, str]:
        """The line of the case's story: who typed which slip when."""
        if self.slip is None:
            return {}
        kata = f"blangko {self.slip.kode_pindai}, diketik {sebut_saat(sekarang)} oleh"
        return {"Entri susulan": f"{kata} {petugas.nama}"}


def read_susulan(form: FormPenerimaan, store: Store, sekarang: dt.datetime) -> SusulanTerbaca:
    """Read the slip's fields as typed.

    The time lies between the reservation of the number and now; of a number that was reserved in
    a book of which a later year was open already, in that book's year. Whether the number is
    still open is for the store to say, in the transaction that uses it.

    Args:
        form: its `blangko` is "" where the papers stand at the counter now.
        store: the register.
        sekarang: aware UTC.
    """
    if not form.blangko:
        return SusulanTerbaca(sekarang)
    slip = store.nomor_cadangan.find_kode_pindai(form.blangko)
    if slip is None:
        kalimat = f"Blangko {form.blangko} tidak ada dalam register komputer ini."
        return SusulanTerbaca(sekarang, galat={"blangko_tanggal": kalimat})
    galat: dict[str, str] = {}
    tanggal = pukul = None
    try:
        tanggal = parse_tanggal(form.blangko_tanggal)
    except UserError as salah:
        galat["blangko_tanggal"] = str(salah)
    try:
        pukul = parse_jam(form.blangko_pukul)
    except UserError as salah:
        kosong = not form.blangko_pukul.strip()
        galat["blangko_pukul"] = "Jam belum diisi, misalnya 10.15." if kosong else str(salah)
    if tanggal is None or pukul is None:
        return SusulanTerbaca(sekarang, slip, galat)
    saat = dt.datetime.combine(tanggal, pukul, WIB).astimezone(dt.UTC)
    if _is_buku_lama(slip, store):
        galat = _periksa_tahun(saat, slip)
        return SusulanTerbaca(sekarang if galat else saat, slip, galat)
    galat = _periksa_saat(saat, slip, sekarang)
    # Minutes are typed, seconds are not: nothing was written before its number was reserved.
    return SusulanTerbaca(sekarang if galat else max(saat, slip.waktu), slip, galat)


def _is_buku_lama(slip: NomorCadangan, store: Store) -> bool:
    """Whether a later year was open when the number was reserved."""
    dibuka = store.pengaturan.find_pada(KUNCI, slip.waktu)
    return dibuka is not None and slip.tahun < int(dibuka)


def _periksa_tahun(saat: dt.datetime, slip: NomorCadangan) -> dict[str, str]:
    if ke_wib(saat).year == slip.tahun:
        return {}
    kalimat = f"Nomor ini dari buku {slip.tahun}; tanggalnya harus dalam tahun {slip.tahun}."
    return {"blangko_tanggal": f"{kalimat} {_LIHAT_KERTAS}"}


def _periksa_saat(saat: dt.datetime, slip: NomorCadangan, sekarang: dt.datetime) -> dict[str, str]:
    if saat > sekarang:
        kalimat, batas = f"Belum terjadi; sekarang {sebut_saat(sekarang)}.", sekarang
    elif saat < slip.waktu.replace(second=0, microsecond=0):
        kalimat, batas = f"Blangko ini baru dipesan {sebut_saat(slip.waktu)}.", slip.waktu
    else:
        return {}
    sehari = ke_wib(saat).date() == ke_wib(batas).date()
    return {"blangko_pukul" if sehari else "blangko_tanggal": f"{kalimat} {_LIHAT_KERTAS}"}
