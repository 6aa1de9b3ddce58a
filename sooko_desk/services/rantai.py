"""What the hash chain, the journal and the marker have to tell an officer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.rantai_putus import JenisPutus
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.domain.waktu import dari_iso
from sooko_desk.printing.sidik import sebut_sidik

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sooko_desk.data.jurnal import Mundur
    from sooko_desk.data.rantai import Kepala
    from sooko_desk.data.rantai_jaga import EntriTerakhir, PembuktiRantai
    from sooko_desk.data.rantai_putus import HasilRantai, Putus
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock

BATAS_SEBUT = 20
"""Findings that are told one by one."""
_APA_YANG_HARUS = (
    "Jangan hapus apa pun; bandingkan dengan kertas dan cadangan, lalu beri tahu Kasi Pelayanan."
)
_TABEL = {
    "peristiwa": "Riwayat",
    "nomor": "Nomor surat",
    "cetakan": "Riwayat cetak",
    "pengaturan": "Pengaturan",
    "gangguan": "Catatan gangguan",
    "kiriman": "Daftar pengiriman",
    "bentuk_buku": "Bentuk buku register",
    "buku_baris": "Baris buku register",
    "nomor_cadangan": "Nomor blangko",
    "nomor_cadangan_akhir": "Pemakaian nomor blangko",
    "tutup_harian": "Halaman buku harian",
    "kejadian_kantor": "Kejadian kantor",
    "rantai": "Mata rantai",
    "permohonan": "Data permohonan",
    "petugas": "Data petugas",
    "sop_tersimpan": "SOP tersimpan",
    "kekurangan": "Catatan kekurangan peristiwa",
}
_APA = {
    JenisPutus.DIUBAH: "diubah di luar program",
    JenisPutus.DIHAPUS: "dihapus di luar program",
    JenisPutus.DISISIPKAN: "disisipkan di luar program",
}
_KEPALA = (JenisPutus.TERPOTONG, JenisPutus.LAIN)


@dataclass(frozen=True, slots=True)
class KeadaanRantai:
    """What the light of the register must know.

    Attributes:
        jurnal_tertinggal: the journal's disk refuses, or it waits for `mundur` to be settled.
        jurnal_rusak: the journal was damaged and has begun anew from the register.
        mundur: the register is older than, or other than, the journal tells.
        temuan: of the last proof in this run of the program, one sentence a break.
        diperiksa: there was one.
    """

    jurnal_tertinggal: bool
    jurnal_rusak: bool
    mundur: Mundur | None
    temuan: tuple[str, ...]
    diperiksa: bool


class RantaiService:
    """Reads and proves; stays in the window's thread."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._rantai = store.rantai
        self._kejadian = store.kejadian
        self._clock = clock
        self._temuan: tuple[str, ...] | None = None

    def kepala(self) -> Kepala:
        """The end of the chain now."""
        return self._rantai.kepala()

    def sebut_kepala(self) -> str:
        """The end of the chain as papers carry it, e.g. "1207 · 1A2B 3C4D 5E6F 7A8B"."""
        return sebut_kepala(self.kepala())

    def entri_terakhir(self) -> EntriTerakhir | None:
        """What was written last; None = nothing yet."""
        return self._rantai.find_terakhir()

    def sebut_entri_terakhir(self) -> str:
        """For whoever signs in: what was stored before the power went is seen; "" = nothing yet."""
        entri = self.entri_terakhir()
        if entri is None:
            return ""
        return f"Entri terakhir: {entri.nomor}, {sebut_saat(entri.waktu)}, oleh {entri.petugas}."

    def keadaan(self) -> KeadaanRantai:
        """As of now; reads nothing from the disk."""
        jurnal = self._rantai.jurnal
        return KeadaanRantai(
            jurnal is not None and jurnal.tertinggal,
            jurnal is not None and jurnal.rusak,
            None if jurnal is None else jurnal.mundur,
            self._temuan or (),
            self._temuan is not None,
        )

    def periksa_awal(self) -> tuple[str, ...]:
        """All of `periksa_awal_bertahap` at once; one sentence a break, () = whole."""
        for _ in self.periksa_awal_bertahap():
            pass
        return self._temuan or ()

    def periksa_awal_bertahap(self) -> Iterator[None]:
        """The proof at the start, about 1 s per 100,000 events, in pieces of some milliseconds.

        The register may be written between them: what was there at the first is proved.

        Raises:
            UserError: the register cannot be read.
        """
        self._catat((yield from self._rantai.periksa_awal_bertahap()))

    def siapkan_penuh(self) -> PembuktiRantai:
        """What makes the full proof of a picture that is taken later, in any thread.

        Raises:
            UserError: the register cannot be read.
        """
        return self._rantai.siapkan_lengkap()

    def catat_penuh(self, hasil: HasilRantai) -> tuple[str, ...]:
        """Remember a full proof; one sentence a break, () = whole.

        Raises:
            UserError: a break could not be written into the trail.
        """
        self._rantai.terima_lengkap(hasil)
        return self._catat(hasil)

    def _catat(self, hasil: HasilRantai) -> tuple[str, ...]:
        """Keep what was found; a break within the register also goes into the trail, once.

        One against an older head does not: the register may be an older copy, and whatever is
        written into it now would part it from its journal for good.
        """
        self._temuan = sebut_semua(hasil.putus)
        dalam = [satu for satu in hasil.putus if satu.apa not in _KEPALA]
        if dalam and len(dalam) == len(hasil.putus) and self.keadaan().mundur is None:
            token = hashlib.sha256(repr(dalam).encode()).hexdigest()[:32]
            isi = {
                "banyak": str(len(dalam)),
                "di": "; ".join(f"{p.tabel} {p.kunci}: {p.apa}" for p in dalam[:BATAS_SEBUT]),
            }
            self._kejadian.catat(
                KejadianBaru(token, JenisKejadian.RANTAI_PUTUS, None, self._clock.now(), isi)
            )
        return self._temuan


def sebut_kepala(kepala: Kepala) -> str:
    """The end of a chain as papers carry it; "" where there is no seal."""
    return kepala.sidik and f"{kepala.urut} · {sebut_sidik(kepala.sidik)}"


def sebut_semua(putus: Iterable[Putus]) -> tuple[str, ...]:
    """One sentence a break with what to do; of very many the first ones and how many more."""
    semua = [sebut_putus(satu) for satu in putus]
    if len(semua) > BATAS_SEBUT:
        lagi = f"Dan {len(semua) - BATAS_SEBUT} catatan lain yang tidak cocok. {_APA_YANG_HARUS}"
        return (*semua[:BATAS_SEBUT], lagi)
    return tuple(semua)


def sebut_ringkas(temuan: Sequence[str]) -> str:
    """The first finding, how many more there are, and where to read them; "" = there is none."""
    lagi = len(temuan) - 1
    lain = f" Ada {lagi} temuan lain: tekan Ctrl+I, lalu F5." if lagi > 0 else ""
    return f"{temuan[0]}{lain}" if temuan else ""


def sebut_putus(putus: Putus) -> str:
    """Say what is wrong where, and what to do."""
    if putus.apa is JenisPutus.TAK_TERBACA:
        kalimat = "Sebagian rantai register tidak dapat dibaca"
    elif putus.apa is JenisPutus.TERPOTONG:
        kalimat = (
            f"Register berakhir sebelum catatan ke-{putus.urut}{_kapan(putus)} yang sudah pernah "
            "ada: register ini salinan lama, atau ujungnya dipotong"
        )
    elif putus.apa is JenisPutus.LAIN:
        kalimat = (
            f"Rantai register sampai catatan ke-{putus.urut}{_kapan(putus)} berbeda dari yang "
            "pernah dicatat di luar register: rantai disusun ulang"
        )
    else:
        nama = _TABEL.get(putus.tabel, putus.tabel)
        nomor = f" (permohonan {putus.nomor})" if putus.nomor else ""
        kalimat = f"{nama} nomor {putus.kunci}{nomor} {_APA[putus.apa]}"
        if putus.waktu:
            kalimat += f"; terakhir dicatat {sebut_saat(dari_iso(putus.waktu))}"
    return f"{kalimat}. {_APA_YANG_HARUS}"


def _kapan(putus: Putus) -> str:
    return f" ({sebut_saat(dari_iso(putus.waktu))})" if putus.waktu else ""
