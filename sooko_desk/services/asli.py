"""Custody of originals: what the office holds, what was given back, what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_ASLI
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.permohonan import AsliKeluar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Berkas, Permohonan, Petugas, RingkasanPermohonan
    from sooko_desk.domain.waktu import Clock


@dataclass(frozen=True, slots=True)
class BarisAsli:
    """One case whose originals the office holds.

    Attributes:
        sejak: aware UTC, when the oldest of them came.
        umur_hari: whole days since then.
    """

    ringkasan: RingkasanPermohonan
    berkas: tuple[Berkas, ...]
    sejak: dt.datetime
    umur_hari: int


class AsliService:
    """Who has the citizens' own papers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._dikenal: dict[int, BarisAsli] = {}

    def list_di_kantor(self) -> tuple[BarisAsli, ...]:
        """Cases with originals in the office; the one that holds them longest comes first.

        Read are only those that moved since the last time: the list is shown anew after each act.
        """
        versi = self._store.pencarian.list_versi_asli()
        kini = {i: b for i, b in self._dikenal.items() if versi.get(i) == b.ringkasan.versi}
        baru = [i for i in versi if i not in kini]
        kini |= {b.ringkasan.id: b for b in self._baca(baru)}
        sekarang = self._clock.now()
        kini = {i: _beri_umur(b, sekarang) for i, b in kini.items()}
        self._dikenal = kini
        return tuple(sorted(kini.values(), key=_urutan))

    def _baca(self, permohonan_id: Sequence[int]) -> Iterator[BarisAsli]:
        for r, berkas in self._store.pencarian.list_asli(permohonan_id) if permohonan_id else ():
            yield BarisAsli(r, berkas, min(b.diterima or r.diterima for b in berkas), 0)

    def buka(self, permohonan_id: int) -> Permohonan:
        """The case as it is stored now, for showing its papers and acting on them."""
        return self._store.permohonan.get(permohonan_id)

    def keluarkan(
        self,
        token: str,
        permohonan: Permohonan,
        kode: frozenset[str],
        cara: AsliKeluar,
        penerima: str,
        petugas: Petugas,
    ) -> Permohonan:
        """Record that originals left the office's hands. A token known already does nothing.

        Args:
            token: made when the question was shown.
            permohonan: the case as the officer sees it.
            kode: codes of the papers.
            cara: given back, or withdrawn by law (the old KK or KTP).
            penerima: who took them; not asked for what is withdrawn.
            petugas: who hands them over.

        Raises:
            RuleError: one of the papers is not an original in the office, or the case has moved.
            FieldsError: "penerima" is missing or no name.
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(permohonan.ringkasan.id)
        dipilih = [b for b in permohonan.berkas if b.kode in kode and b.asli_di_kantor]
        if not dipilih or len(dipilih) != len(kode):
            raise RuleError("Pilih berkas asli yang masih ada di kantor.")
        rincian = {"Berkas": _sebut(dipilih)}
        if cara is AsliKeluar.DIKEMBALIKAN:
            try:
                rincian["Diterima oleh"] = check_nama(penerima, "Nama penerima")
            except UserError as galat:
                raise FieldsError({"penerima": str(galat)}) from galat
        baru = [replace(b, asli_keluar=cara) for b in dipilih]
        return self._catat(token, permohonan, baru, cara.value, rincian, petugas)

    def batalkan(
        self, token: str, keluar: Permohonan, kode: frozenset[str], petugas: Petugas
    ) -> Permohonan:
        """Put right what was recorded by mistake: the papers are in the office after all.

        The story keeps both events. Only as long as nothing else happened to the case, and only
        for the officer who recorded it: he knows where the papers are. A token known already does
        nothing.

        Args:
            token: made when the undoing was offered.
            keluar: the case as `keluarkan` returned it.
            kode: the codes that were given to `keluarkan`.
            petugas: who takes it back.

        Raises:
            RuleError: another officer recorded it, or the case has moved since.
        """
        if self._store.permohonan.find_gerak(token) is not None:
            return self._store.permohonan.get(keluar.ringkasan.id)
        akhir = keluar.riwayat[-1]
        kembali = [b for b in keluar.berkas if b.kode in kode and b.asli_keluar]
        rincian = {"Berkas": _sebut(kembali)}
        is_asli = akhir.langkah == LANGKAH_ASLI and bool(kembali)
        if not is_asli or akhir.rincian["Berkas"] != rincian["Berkas"]:
            raise RuleError(
                "Permohonan ini sudah dicatat lagi setelah penyerahan itu, jadi penyerahannya "
                "tidak dapat dibatalkan."
            )
        if akhir.petugas != petugas.nama:
            raise RuleError(
                f"Penyerahan ini dicatat oleh {akhir.petugas}; hanya petugas itu yang dapat "
                "membatalkannya."
            )
        kembali = [replace(b, asli_keluar=AsliKeluar.BELUM) for b in kembali]
        return self._catat(token, keluar, kembali, HASIL_BATAL, rincian, petugas)

    def _catat(
        self,
        token: str,
        lama: Permohonan,
        berkas: Sequence[Berkas],
        hasil: str,
        rincian: dict[str, str],
        petugas: Petugas,
    ) -> Permohonan:
        """Append a custody event; the case stays where it is."""
        r = lama.ringkasan
        gerak = GerakBaru.di_tempat(r, token, (LANGKAH_ASLI, hasil), petugas, self._clock.now())
        gerak = replace(gerak, berkas=tuple(berkas), rincian=rincian)
        self._store.permohonan.simpan_gerak(gerak)
        return self._store.permohonan.get(r.id)


def _beri_umur(baris: BarisAsli, sekarang: dt.datetime) -> BarisAsli:
    umur = max((sekarang - baris.sejak).days, 0)
    return baris if umur == baris.umur_hari else replace(baris, umur_hari=umur)


def _urutan(baris: BarisAsli) -> tuple[dt.datetime, dt.datetime, int]:
    return baris.sejak, baris.ringkasan.diterima, baris.ringkasan.id


def _sebut(berkas: Sequence[Berkas]) -> str:
    return "; ".join(b.nama for b in berkas)
