"""What came of the cases that the other office has: ticked off, refused, returned, their state.

All of it is beside the SOP's clock: the step that waits for the other office has no norm.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.kiriman import RINCIAN_NOMOR, TandaBaru
from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import (
    HASIL_BATAL,
    LANGKAH_KIRIMAN,
    LANGKAH_LUAR,
    check_peran,
    list_yang_berlaku,
)
from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.isian import check_semua
from sooko_desk.domain.kiriman import (
    BAGIAN_LUAR,
    Tanda,
    find_bagian,
    get_hasil,
    tanda_sebelum,
)
from sooko_desk.domain.luar import (
    DISPENDUKCAPIL,
    LABEL_REFERENSI,
    LABEL_TANGGAL,
    susun_rincian_luar,
)
from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.isi_gerak import PANJANG_ALASAN

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.kiriman import BarisKiriman
    from sooko_desk.domain.permohonan import Permohonan, Petugas, RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

TABEL_KEADAAN = "keadaan_dispendukcapil"
PANJANG_REFERENSI = 40
BELUM_DIPILIH = "Pilih dulu permohonannya."


@dataclass(frozen=True, slots=True)
class PerintahTanda:
    """What came of some cases, as the officer gives it.

    Attributes:
        token: made when the choice was shown; the same press twice stores it once.
        isian: for `Tanda.DITOLAK`: "tolak" (code of a standard reason) and "alasan" (words).
    """

    token: str
    permohonan_id: tuple[int, ...]
    tanda: Tanda
    isian: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Kabar:
    """What an event beside the steps tells."""

    langkah: str
    hasil: str
    rincian: dict[str, str]
    luar: KeadaanLuar | None = None


class TandaKiriman:
    """Ticks off what was sent. The role is the one that records the other office's step."""

    def __init__(
        self,
        store: Store,
        rak: RakService,
        alur: AlurKerjaService,
        tabel: Tabel,
        clock: Clock,
    ) -> None:
        self._store = store
        self._rak = rak
        self._alur = alur
        self._clock = clock
        self._keadaan = tabel.pilihan.get(TABEL_KEADAAN, ())

    def list_isian_tolak(self, permohonan_id: int) -> tuple[Isian, ...]:
        """What is asked when a case is refused; both may be left out, but not together."""
        tolak = self._get_luar(self._store.permohonan.get(permohonan_id)).tolak
        kata = Isian("alasan", "Penjelasan", JenisIsian.TEKS, panjang=PANJANG_ALASAN)
        if not tolak:
            return (kata,)
        return (Isian("tolak", "Alasan", JenisIsian.PILIHAN, pilihan=tolak), kata)

    def list_isian_keadaan(self) -> tuple[Isian, ...]:
        """What is asked to note a state at Dispendukcapil."""
        return (
            Isian(
                "keadaan", "Kabar terakhir", JenisIsian.PILIHAN, wajib=True, pilihan=self._keadaan
            ),
            Isian("tanggal", LABEL_TANGGAL, JenisIsian.TANGGAL, panjang=10),
            Isian("referensi", LABEL_REFERENSI, JenisIsian.TEKS, panjang=PANJANG_REFERENSI),
        )

    def tandai(self, perintah: PerintahTanda, petugas: Petugas) -> tuple[int, ...]:
        """Tick these cases off, all or none; a token known already does nothing.

        Received is only noted. Refused takes the SOP's way back from the other office, a returned
        card its way forward: with the same rules, and told by the step itself.

        Returns:
            The cases that were ticked off; those marked as received before are left out.

        Raises:
            RuleError: none is chosen, one of them is no longer out, all were marked before, or it
                is not this role's.
            FieldsError: about the reason; nothing is stored.
        """
        if self._is_tersimpan(perintah.token, perintah.permohonan_id):
            return perintah.permohonan_id
        semua = self._list_di_luar(perintah.permohonan_id, petugas)
        baris = self._store.kiriman.list_terakhir(perintah.permohonan_id)
        if perintah.tanda is Tanda.DITERIMA:
            return self._terima(perintah.token, semua, baris, petugas)
        gerak = self._alur.susun_bersama([self._gerak(p, perintah) for p in semua], petugas)
        sebut = self._sebut_daftar(baris.values())
        return self._store.kiriman.tandai(
            [
                TandaBaru(
                    replace(satu, rincian=sebut.get(satu.permohonan_id, {}) | satu.rincian),
                    perintah.tanda,
                    satu.alasan,
                )
                for satu in gerak
            ]
        )

    def batalkan(
        self, token: str, permohonan_id: Sequence[int], petugas: Petugas
    ) -> tuple[int, ...]:
        """Take back what these cases were ticked off as, all or none.

        A note of receipt can always be taken back; a case that was moved under the rules of
        `alur.get_batal`: the same officer on the same day, and nobody has built upon it. A token
        known already does nothing.

        Raises:
            RuleError: none is chosen, a case is not ticked off, or a rule stands against it.
        """
        if self._is_tersimpan(token, permohonan_id):
            return tuple(permohonan_id)
        if not permohonan_id:
            raise RuleError(BELUM_DIPILIH)
        baris = self._store.kiriman.list_terakhir(permohonan_id)
        sebut = self._sebut_daftar(baris.values())
        semua = [self._store.permohonan.get(satu) for satu in permohonan_id]
        daftar: list[TandaBaru] = []
        for p in semua:
            r = p.ringkasan
            langkah = self._get_luar(p)
            if r.posisi != langkah.id:
                daftar.append(self._batal_gerak(token, p, langkah, petugas))
                continue
            if r.id not in baris or baris[r.id].tanda is not Tanda.DITERIMA:
                raise RuleError(f"{r.pemohon.nama} belum ditandai, jadi tidak ada yang dibatalkan.")
            check_peran(langkah, petugas.peran)
            kabar = _Kabar(LANGKAH_KIRIMAN, HASIL_BATAL, sebut[r.id])
            daftar.append(TandaBaru(self._catatan(token, r, kabar, petugas), Tanda.BELUM))
        return self._store.kiriman.tandai(daftar)

    def catat_keadaan(
        self,
        token: str,
        permohonan_id: Sequence[int],
        isian: Mapping[str, str],
        petugas: Petugas,
    ) -> tuple[int, ...]:
        """Note what Dispendukcapil last said of these cases, all or none.

        Args:
            token: made when the choice was shown; the same press twice stores it once.
            permohonan_id: at least one case that Dispendukcapil has.
            isian: "keadaan", "tanggal" and "referensi" as typed.
            petugas: who notes it.

        Raises:
            RuleError: none is chosen, one is no longer out, or it is not this role's.
            FieldsError: about the fields; nothing is stored.
        """
        if self._is_tersimpan(token, permohonan_id):
            return tuple(permohonan_id)
        semua = self._list_di_luar(permohonan_id, petugas)
        daftar = self.list_isian_keadaan()
        nilai = check_semua(daftar, isian, hari_ini(self._clock))
        _check_bukan_nik(nilai.get("referensi", ""), semua)
        tanggal = nilai.get("tanggal", "")
        luar = KeadaanLuar(
            DISPENDUKCAPIL,
            nilai["keadaan"],
            next(p.nama for p in self._keadaan if p.kode == nilai["keadaan"]),
            nilai.get("referensi", ""),
            dt.date.fromisoformat(tanggal) if tanggal else None,
        )
        kabar = _Kabar(LANGKAH_LUAR, luar.kode, susun_rincian_luar(luar), luar)
        return self._store.permohonan.simpan_gerak_bersama(
            [self._catatan(token, p.ringkasan, kabar, petugas) for p in semua]
        )

    def _terima(
        self,
        token: str,
        semua: Sequence[Permohonan],
        baris: Mapping[int, BarisKiriman],
        petugas: Petugas,
    ) -> tuple[int, ...]:
        for p in semua:
            if p.ringkasan.id not in baris:
                raise RuleError(
                    f"{p.ringkasan.pemohon.nama} dikirim tanpa daftar pengiriman, jadi tidak ada "
                    "daftar yang ditandai. Catat kabarnya, atau kartunya bila sudah kembali."
                )
        belum = [p.ringkasan for p in semua if baris[p.ringkasan.id].tanda is not Tanda.DITERIMA]
        if not belum:
            raise RuleError("Semua yang dipilih sudah ditandai diterima.")
        sebut = self._sebut_daftar(baris.values())
        return self._store.kiriman.tandai(
            [
                TandaBaru(
                    self._catatan(
                        token, r, _Kabar(LANGKAH_KIRIMAN, Tanda.DITERIMA, sebut[r.id]), petugas
                    ),
                    Tanda.DITERIMA,
                )
                for r in belum
            ]
        )

    def _gerak(self, permohonan: Permohonan, perintah: PerintahTanda) -> PerintahGerak:
        r = permohonan.ringkasan
        langkah = self._get_luar(permohonan)
        mundur = perintah.tanda is Tanda.DITOLAK
        return PerintahGerak(
            token=_token(perintah.token, r.id),
            permohonan_id=r.id,
            versi=r.versi,
            langkah=langkah.id,
            hasil=get_hasil(langkah, mundur=mundur).id,
            alasan=perintah.isian.get("alasan", ""),
            tolak=perintah.isian.get("tolak", ""),
        )

    def _batal_gerak(
        self, token: str, permohonan: Permohonan, luar: Langkah, petugas: Petugas
    ) -> TandaBaru:
        r = permohonan.ringkasan
        akhir = list_yang_berlaku(permohonan.riwayat)[-1]
        if akhir.dari != luar.id:
            raise RuleError(
                f"{r.pemohon.nama} sudah dikerjakan lagi sesudah ditandai (sekarang: {r.status}), "
                "jadi tandanya tidak dapat dibatalkan."
            )
        gerak = self._alur.susun_batal(_token(token, r.id), r.id, petugas)
        return TandaBaru(gerak, tanda_sebelum(permohonan.riwayat))

    def _list_di_luar(self, permohonan_id: Sequence[int], petugas: Petugas) -> list[Permohonan]:
        """The cases in one piece, each of them with the other office.

        Raises:
            RuleError: none is chosen, one of them is elsewhere, or it is not this role's.
        """
        if not permohonan_id:
            raise RuleError(BELUM_DIPILIH)
        semua = [self._store.permohonan.get(satu) for satu in permohonan_id]
        for p in semua:
            langkah = self._get_luar(p)
            if langkah.id != p.ringkasan.posisi:
                raise RuleError(
                    f"{p.ringkasan.pemohon.nama} tidak lagi di Dispendukcapil (sekarang: "
                    f"{p.ringkasan.status}), jadi belum ada yang dicatat. Hapus pilihannya, lalu "
                    "ulangi."
                )
            check_peran(langkah, petugas.peran)
        return semua

    def _get_luar(self, permohonan: Permohonan) -> Langkah:
        r = permohonan.ringkasan
        langkah = find_bagian(self._rak.get(r.sop_sidik), BAGIAN_LUAR)
        if langkah is None:
            raise RuleError(f"{r.pemohon.nama}: layanan {r.layanan} tidak lewat Dispendukcapil.")
        return langkah

    def _sebut_daftar(self, baris: Collection[BarisKiriman]) -> dict[int, dict[str, str]]:
        """What the story tells of the list that each case went out with: case id -> words."""
        dicari = {b.kiriman_id for b in baris}
        nomor = {k.id: k.nomor for k in self._store.kiriman.list_kiriman(0, dicari)}
        return {b.permohonan.id: {RINCIAN_NOMOR: nomor[b.kiriman_id]} for b in baris}

    def _is_tersimpan(self, token: str, permohonan_id: Sequence[int]) -> bool:
        """Whether a press with this token stored something; it may have left cases out."""
        cari = self._store.permohonan.find_gerak
        return any(cari(_token(token, satu)) is not None for satu in permohonan_id)

    def _catatan(
        self, token: str, r: RingkasanPermohonan, kabar: _Kabar, petugas: Petugas
    ) -> GerakBaru:
        """An event that leaves the case where it is."""
        kejadian = (kabar.langkah, kabar.hasil)
        waktu = self._clock.now()
        gerak = GerakBaru.di_tempat(r, _token(token, r.id), kejadian, petugas, waktu)
        return replace(gerak, rincian=kabar.rincian, luar=kabar.luar)


def _token(token: str, permohonan_id: int) -> str:
    return f"{token}/{permohonan_id}"


def _check_bukan_nik(referensi: str, semua: Sequence[Permohonan]) -> None:
    """The number stands in lists, so it may be no NIK or No KK of one of the cases."""
    digit = bersihkan_digit(referensi)
    if digit and any(digit in (p.ringkasan.pemohon.nik, p.ringkasan.pemohon.nkk) for p in semua):
        raise FieldsError(
            {"referensi": "Itu NIK atau nomor KK pemohon. Tulis nomor dari Dispendukcapil."}
        )
