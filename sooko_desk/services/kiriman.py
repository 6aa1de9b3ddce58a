"""Batches for the other office: who is ready, what goes out together, what is still out there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.kiriman import KirimanBaru
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kiriman import (
    BAGIAN_KIRIM,
    BAGIAN_LUAR,
    Tanda,
    find_bagian,
    get_hasil,
)
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.cetak_kiriman import CetakKiriman
from sooko_desk.services.isi_gerak import sebut_isian
from sooko_desk.services.pencetakan import check_tercetak
from sooko_desk.services.pola_nomor import KIRIMAN, find_pola
from sooko_desk.services.tahun_buku import find_tahun
from sooko_desk.services.tanda_kiriman import TandaKiriman

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.kiriman import BarisKiriman, Kiriman
    from sooko_desk.domain.permohonan import Petugas, RingkasanPermohonan
    from sooko_desk.domain.sop import Isian, Langkah
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

ISIAN_CARA = "cara_pengiriman"
ISIAN_PENERIMA = "petugas_penerima"
"""Fields of the sending step that stand on the list itself; the SOP may leave either out."""
BATAS_DAFTAR = 200
"""Finished batches that are shown; those with a case still out are shown however old."""
SEBUT_TERBANYAK = 3


class KirimanBerubahError(RuleError):
    """Some of the chosen cases no longer wait to be sent; nothing was stored.

    Attributes:
        permohonan_id: those cases; without them the rest can go out.
    """

    def __init__(self, berubah: Sequence[RingkasanPermohonan]) -> None:
        self.permohonan_id = tuple(r.id for r in berubah)
        sebut = [f"{r.pemohon.nama} (sekarang: {r.status})" for r in berubah[:SEBUT_TERBANYAK]]
        if len(berubah) > SEBUT_TERBANYAK:
            sebut.append(f"dan {len(berubah) - SEBUT_TERBANYAK} permohonan lain")
        super().__init__(
            f"Belum ada yang dikirim, karena {'; '.join(sebut)} tidak lagi menunggu pengiriman. "
            "Keluarkan dari daftar, lalu kirim sisanya."
        )


@dataclass(frozen=True, slots=True)
class PerintahKirim:
    """A batch as the officer gives it; values exactly as typed.

    Attributes:
        token: made when the choice was shown; the same press twice gives one batch.
        permohonan_id: in the order of the list.
        isian: fields of the sending step, the same for all cases.
    """

    token: str
    permohonan_id: tuple[int, ...]
    isian: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BarisKeluar:
    """A case that was sent.

    Attributes:
        kiriman: the list that it went out with; None = it was sent by itself.
        urutan: its number there; 0 without a list.
        di_luar: the other office still has it from this list.
        catatan: the reason where it was refused.
    """

    ringkasan: RingkasanPermohonan
    kiriman: Kiriman | None
    urutan: int
    tanda: Tanda
    di_luar: bool
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class RingkasKiriman:
    """A list, how many of its cases are still out, and the whole days since it was sent."""

    kiriman: Kiriman
    di_luar: int
    umur_hari: int


@dataclass(frozen=True, slots=True)
class PapanKiriman:
    """What was sent, read at one time.

    Attributes:
        kiriman: lists with a case still out first, the oldest on top; then the newest others.
        di_luar: every case that the other office has, in the order of the lists; those sent by
            themselves last.
    """

    kiriman: tuple[RingkasKiriman, ...]
    di_luar: tuple[BarisKeluar, ...]


class KirimanService:
    """Sends cases in batches and tells what is still out.

    Attributes:
        tanda: what came of the cases.
        cetak: the list as PDF and as a spreadsheet.
    """

    def __init__(
        self,
        store: Store,
        rak: RakService,
        alur: AlurKerjaService,
        tabel: Tabel,
        clock: Clock,
        kop: KopDokumen,
    ) -> None:
        self._store = store
        self._rak = rak
        self._alur = alur
        self._clock = clock
        self.tanda = TandaKiriman(store, rak, alur, tabel, clock)
        self.cetak = CetakKiriman(store, rak, tabel, kop)

    def list_siap(self) -> tuple[RingkasanPermohonan, ...]:
        """Cases of every service that wait to be sent, longest waiting first."""
        return self._store.permohonan.list_posisi(self._list_posisi(BAGIAN_KIRIM))

    def list_isian(self, siap: Sequence[RingkasanPermohonan]) -> tuple[Isian, ...]:
        """The fields that sending asks for, once for all; of the SOP of the last of `siap`."""
        if not siap:
            return ()
        return self._langkah_kirim(siap[-1]).list_isian(siap[-1].jenis_kode)

    def kirim(self, perintah: PerintahKirim, petugas: Petugas) -> Kiriman:
        """Send these cases: one list with its number, the step of each closed, all or none.

        Each takes its register number in the order given. A token known already gives the list
        that it made.

        Raises:
            KirimanBerubahError: some of them no longer wait to be sent.
            RuleError: none is chosen, they are of several services, or it is not this role's.
            FieldsError: about the fields of the step; nothing is stored.
        """
        if (sudah := self._store.kiriman.find_token(perintah.token)) is not None:
            return self._store.kiriman.get(sudah)
        semua = [self._store.permohonan.get(i).ringkasan for i in perintah.permohonan_id]
        self._check_pilihan(semua)
        gerak = self._alur.susun_bersama([self._gerak(r, perintah) for r in semua], petugas)
        sebut = {
            i.id: sebut_isian(i, gerak[0].isian.get(i.id, ""))
            for i in self.list_isian(semua[:1])
            if gerak[0].isian.get(i.id)
        }
        _check_penerima(sebut.get(ISIAN_PENERIMA, ""))
        layanan = semua[0].layanan
        sekarang = self._clock.now()
        kiriman_id = self._store.kiriman.buat(
            KirimanBaru(
                token=perintah.token,
                layanan=layanan,
                pola=find_pola(self._store, self._rak.get(semua[0].sop_sidik), KIRIMAN),
                tahun=find_tahun(self._store, sekarang),
                cara=sebut.get(ISIAN_CARA, ""),
                penerima=sebut.get(ISIAN_PENERIMA, ""),
                petugas=petugas,
                waktu=sekarang,
                gerak=gerak,
            )
        )
        return self._store.kiriman.get(kiriman_id)

    def baca_papan(self) -> PapanKiriman:
        """The lists and every case that is out, as of now."""
        luar = self._store.permohonan.list_posisi(self._list_posisi(BAGIAN_LUAR))
        terakhir = self._store.kiriman.list_terakhir(r.id for r in luar)
        banyak = Counter(b.kiriman_id for b in terakhir.values())
        kiriman = self._store.kiriman.list_kiriman(BATAS_DAFTAR, banyak)
        per_id = {k.id: k for k in kiriman}
        baris = [
            self._keluar(b, per_id[b.kiriman_id], di_luar=True)
            if (b := terakhir.get(r.id))
            else BarisKeluar(r, None, 0, Tanda.BELUM, di_luar=True)
            for r in luar
        ]
        sekarang = self._clock.now()
        ringkas = [
            RingkasKiriman(k, banyak[k.id], max((sekarang - k.waktu).days, 0)) for k in kiriman
        ]
        terbuka = [r for r in reversed(ringkas) if r.di_luar]
        return PapanKiriman(
            (*terbuka, *(r for r in ringkas if not r.di_luar)),
            tuple(sorted(baris, key=_urutan_keluar)),
        )

    def list_baris(self, kiriman_id: int) -> tuple[BarisKeluar, ...]:
        """The cases of one list, in its order, each as it stands now."""
        kiriman = self._store.kiriman.get(kiriman_id)
        baris = self._store.kiriman.list_baris(kiriman_id)
        terakhir = self._store.kiriman.list_terakhir(b.permohonan.id for b in baris)
        return tuple(
            self._keluar(
                b,
                kiriman,
                di_luar=terakhir[b.permohonan.id].id == b.id and self._is_di_luar(b.permohonan),
            )
            for b in baris
        )

    def _keluar(self, b: BarisKiriman, kiriman: Kiriman, *, di_luar: bool) -> BarisKeluar:
        """A line as it stands; a move that was undone in the case itself unmarks its line."""
        diterima = b.tanda if b.tanda is Tanda.DITERIMA else Tanda.BELUM
        tanda, catatan = (diterima, "") if di_luar else (b.tanda, b.catatan)
        return BarisKeluar(b.permohonan, kiriman, b.urutan, tanda, di_luar, catatan)

    def _is_di_luar(self, r: RingkasanPermohonan) -> bool:
        langkah = find_bagian(self._rak.get(r.sop_sidik), BAGIAN_LUAR)
        return langkah is not None and langkah.id == r.posisi

    def _list_posisi(self, bagian: str) -> list[tuple[str, str]]:
        return [
            (sop.sidik, langkah.id)
            for sop in self._rak.list_berjalan()
            if (langkah := find_bagian(sop, bagian)) is not None
        ]

    def _langkah_kirim(self, r: RingkasanPermohonan) -> Langkah:
        langkah = find_bagian(self._rak.get(r.sop_sidik), BAGIAN_KIRIM)
        assert langkah is not None  # it waits for that very step
        return langkah

    def _check_pilihan(self, semua: Sequence[RingkasanPermohonan]) -> None:
        if not semua:
            raise RuleError("Pilih dulu permohonan yang akan dikirim.")
        siap = set(self._list_posisi(BAGIAN_KIRIM))
        if berubah := [r for r in semua if (r.sop_sidik, r.posisi) not in siap]:
            raise KirimanBerubahError(berubah)
        if len(layanan := sorted({r.layanan for r in semua})) > 1:
            raise RuleError(
                f"Satu daftar pengiriman memuat satu layanan, sedangkan yang dipilih "
                f"{' dan '.join(layanan)}. Kirim satu per satu layanan."
            )

    def _gerak(self, r: RingkasanPermohonan, perintah: PerintahKirim) -> PerintahGerak:
        langkah = self._langkah_kirim(r)
        return PerintahGerak(
            token=f"{perintah.token}/{r.id}",
            permohonan_id=r.id,
            versi=r.versi,
            langkah=langkah.id,
            hasil=get_hasil(langkah, mundur=False).id,
            isian=dict(perintah.isian),
            peringatan_dilihat=True,  # one answer for many cannot be weighed against each
        )


def _check_penerima(nama: str) -> None:
    """It is printed under the line that the receiver signs on."""
    try:
        check_tercetak(nama, "Nama penerima")
    except UserError as galat:
        raise FieldsError({ISIAN_PENERIMA: str(galat)}) from galat


def _urutan_keluar(b: BarisKeluar) -> tuple[bool, int, int, int]:
    kiriman = b.kiriman
    return (kiriman is None, kiriman.id if kiriman else 0, b.urutan, b.ringkasan.id)
