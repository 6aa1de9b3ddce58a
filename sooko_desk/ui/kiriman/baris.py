"""How lists and their cases are shown: words, tones and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.kit.tabel import Kolom, Rata
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import KeadaanLuar
    from sooko_desk.services.kiriman import BarisKeluar, PapanKiriman

SEMUA = 0
"""Id of the row that stands for every case that is out, whatever its list."""
UMUR_LAMA_HARI = 30
"""Days after which a list with cases still out is to be asked after. No rule says how many."""

KATA_TANDA = {
    Tanda.BELUM: "Belum ada kabar",
    Tanda.DITERIMA: "Diterima",
    Tanda.DITOLAK: "Ditolak",
    Tanda.KARTU_KEMBALI: "Kartu kembali",
}
NADA_TANDA = {
    Tanda.BELUM: Nada.NETRAL,
    Tanda.DITERIMA: Nada.INFO,
    Tanda.DITOLAK: Nada.PERINGATAN,
    Tanda.KARTU_KEMBALI: Nada.SELESAI,
}


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One list in the table on the left; `SEMUA` stands for all that is out.

    Attributes:
        keterangan: second line: when and how it was sent.
        umur_hari: since it was sent; None for `SEMUA`.
    """

    id: int
    nomor: str
    keterangan: str
    banyak: int
    di_luar: int
    umur_hari: int | None


def susun_daftar(papan: PapanKiriman) -> tuple[BarisDaftar, ...]:
    """The rows on the left: all that is out, then list by list."""
    banyak = len(papan.di_luar)
    semua = BarisDaftar(SEMUA, "Belum kembali", "Dari semua daftar", banyak, banyak, None)
    satu = (
        BarisDaftar(
            k.kiriman.id,
            k.kiriman.nomor,
            " · ".join(x for x in (_tanggal(k.kiriman.waktu), k.kiriman.cara) if x),
            k.kiriman.banyak,
            k.di_luar,
            k.umur_hari,
        )
        for k in papan.kiriman
    )
    return (*((semua,) if banyak else ()), *satu)


def _tanggal(saat: dt.datetime) -> str:
    return tanggal_pendek(ke_wib(saat).date())


def _nomor(b: BarisDaftar) -> str:
    return f"{b.nomor}\n{b.keterangan}"


def _di_luar(b: BarisDaftar) -> str:
    if not b.di_luar:
        return "selesai"
    return str(b.di_luar) if b.di_luar == b.banyak else f"{b.di_luar} dari {b.banyak}"


def _nada_di_luar(b: BarisDaftar) -> Nada:
    if not b.di_luar:
        return Nada.SELESAI
    lama = b.umur_hari is not None and b.umur_hari > UMUR_LAMA_HARI
    return Nada.PERINGATAN if lama else Nada.INFO


def _umur(b: BarisDaftar) -> str:
    if b.umur_hari is None:
        return ""
    return f"{b.umur_hari} hari" if b.umur_hari else "hari ini"


def _urut_umur(b: BarisDaftar) -> int:
    return -1 if b.umur_hari is None else b.umur_hari


def _jumlah(b: BarisDaftar) -> int:
    return b.di_luar


KOLOM_DAFTAR: tuple[Kolom[BarisDaftar], ...] = (
    Kolom("Daftar", _nomor),
    Kolom("Belum kembali", _di_luar, lebar=110, chip=_nada_di_luar, sort_key=_jumlah),
    Kolom("Umur", _umur, lebar=70, sort_key=_urut_umur),
)


def kunci_daftar(b: BarisDaftar) -> int:
    """Identity of a row on the left."""
    return b.id


def is_bertanda(b: BarisKeluar) -> bool:
    """Whether there is a mark on the case that could be taken back."""
    return b.tanda is Tanda.DITERIMA or (not b.di_luar and bool(b.tanda))


def kunci_keluar(b: BarisKeluar) -> int:
    """Identity of a case's row."""
    return b.ringkasan.id


def sebut_luar(luar: KeadaanLuar | None) -> str:
    """What Dispendukcapil last said: state, then date and number where given; "" = nothing."""
    if luar is None:
        return ""
    tanggal = tanggal_pendek(luar.tanggal) if luar.tanggal else ""
    rincian = " · ".join(x for x in (tanggal, luar.referensi) if x)
    return f"{luar.nama}\n{rincian}" if rincian else luar.nama


def _siapa(b: BarisKeluar) -> str:
    return f"{b.ringkasan.pemohon.nama}\n{b.ringkasan.nomor_tanda_bukti}"


def _nama(b: BarisKeluar) -> str:
    return b.ringkasan.pemohon.nama.casefold()


def _keadaan(b: BarisKeluar) -> str:
    """A case that went on without being ticked off here says itself where it is."""
    if b.di_luar or b.tanda in (Tanda.DITOLAK, Tanda.KARTU_KEMBALI):
        return KATA_TANDA[b.tanda]
    return b.ringkasan.status


def _nada(b: BarisKeluar) -> Nada:
    return NADA_TANDA[b.tanda]


def _keterangan(b: BarisKeluar) -> str:
    return b.catatan or sebut_luar(b.ringkasan.luar)


def _urutan(b: BarisKeluar) -> str:
    """Its number on its list, below the list's own."""
    return str(b.urutan) if b.kiriman else "–"


def _urut(b: BarisKeluar) -> tuple[int, int]:
    return (b.kiriman.id if b.kiriman else 0, b.urutan)


KOLOM_KELUAR: tuple[Kolom[BarisKeluar], ...] = (
    Kolom("No.", _urutan, Rata.TENGAH, lebar=44, sort_key=_urut),
    Kolom("Pemohon", _siapa, sort_key=_nama),
    Kolom("Keadaan berkas", _keadaan, lebar=140, chip=_nada),
    Kolom("Kabar terakhir\ndari Dispendukcapil", _keterangan, lebar=146),
)
