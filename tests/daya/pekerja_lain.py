"""Acts beside the way of a case: settings, slips, outages, originals, scans, office events."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from builders import NAMA, Kantor
from daya.kerja import gambar_kecil

from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.services.luar import KeadaanTeks

if TYPE_CHECKING:
    from collections.abc import Callable


class PekerjaLain:
    """Chooses those acts; see `pekerja`."""

    def __init__(self, biji: int) -> None:
        self._acak = random.Random(biji)
        self._urut = 0

    def _token(self) -> str:
        return f"{self._acak.getrandbits(128):032x}"

    def _nomor(self) -> int:
        self._urut += 1
        return self._urut

    def _kasus(self, kantor: Kantor, syarat: str = "posisi <> 'selesai'") -> int | None:
        """Any case that meets an SQL condition."""
        sql = f"SELECT id FROM permohonan WHERE {syarat} ORDER BY id DESC LIMIT 40"
        semua = kantor.store._db.execute_sql(sql).fetchall()
        return self._acak.choice(semua)[0] if semua else None

    def _setelan(self, kantor: Kantor):
        nomor = self._nomor()
        isi = replace(kantor.meja.kantor.isi.kantor(), catatan_kaki=f"Catatan {nomor}")
        detik = str(5 + nomor % 296)
        syarat = replace(kantor.sop().get_jenis("I.A.1").syarat[0], dasar=f"Pasal {nomor}")
        buku = kantor.meja.buku.bentuk.get_semua()
        baris = 18 + nomor % 5
        buku = replace(buku, buku=tuple((k, replace(b, per_halaman=baris)) for k, b in buku.buku))
        libur = kantor.meja.jadwal.get_libur()
        libur = (*libur[1:], libur[0])

        def simpan_syarat(k: Kantor) -> None:
            sop = next(s for s in k.meja.rak.list_bawaan() if s.layanan == "KK")
            daftar = (syarat, *sop.get_jenis("I.A.1").syarat[1:])
            k.meja.syarat.simpan(sop, "I.A.1", daftar, k.kasi)

        simpan: Callable[[Kantor], object] = self._acak.choice(
            (
                lambda k: k.meja.kantor.isi.simpan_kantor(isi, k.kasi),
                lambda k: k.meja.pendamping.simpan_detik(detik, k.kasi),
                lambda k: k.meja.buku.bentuk.simpan_semua(buku, k.kasi),
                lambda k: k.meja.jadwal.simpan_libur(libur, k.kasi),
                simpan_syarat,
            )
        )

        def lakukan(k: Kantor) -> tuple[str, ...]:
            simpan(k)
            return ()

        return lakukan

    def _pesan_blangko(self, kantor: Kantor):
        token, banyak = self._token(), self._acak.randrange(1, 4)
        layanan = self._acak.choice(("KK", "KTP"))

        def lakukan(k: Kantor) -> tuple[str, ...]:
            slip = k.meja.blangko.pesan(token, layanan, banyak, k.kasi)
            return tuple(s.nomor for s in slip)

        return lakukan

    def _batal_blangko(self, kantor: Kantor):
        terbuka = kantor.meja.blangko.list_terbuka()
        if not terbuka:
            return None
        slip = self._acak.choice(terbuka).slip

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.blangko.batalkan(slip.id, "Lembar sobek", k.kasi)
            return ()

        return lakukan

    def _gangguan(self, kantor: Kantor):
        token, berjalan = self._token(), kantor.meja.gangguan.berjalan is not None

        def lakukan(k: Kantor) -> tuple[str, ...]:
            if berjalan:
                k.meja.gangguan.selesai(token, k.operator, peringatan_dilihat=True)
            else:
                k.meja.gangguan.mulai(token, "Jaringan putus", k.operator)
            return ()

        return lakukan

    def _asli(self, kantor: Kantor):
        semua = kantor.meja.asli.list_di_kantor()
        if not semua:
            return None
        baris, token = self._acak.choice(semua), self._token()
        permohonan = kantor.meja.asli.buka(baris.ringkasan.id)
        kode = frozenset({baris.berkas[0].kode})

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.asli.keluarkan(
                token, permohonan, kode, AsliKeluar.DIKEMBALIKAN, NAMA, k.operator
            )
            return ()

        return lakukan

    def _luar(self, kantor: Kantor):
        nomor, token = self._kasus(kantor), self._token()
        if nomor is None:
            return None
        permohonan = kantor.meja.asli.buka(nomor)
        keadaan = self._acak.choice(kantor.meja.luar.list_keadaan("siak"))
        teks = KeadaanTeks("siak", keadaan.kode, f"SIAK-{self._nomor()}")

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.luar.catat(token, permohonan, teks, k.operator)
            return ()

        return lakukan

    def _tempat(self, kantor: Kantor):
        belum = kantor.meja.pengambilan.list_belum()
        if not belum:
            return None
        nomor, token = self._acak.choice(belum).ringkasan.id, self._token()
        tempat = f"Rak {self._nomor()}"

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.pengambilan.atur_tempat(token, (nomor,), tempat, k.operator)
            return ()

        return lakukan

    def _lampiran(self, kantor: Kantor):
        nomor, token = self._kasus(kantor), self._token()
        if nomor is None:
            return None
        permohonan = kantor.meja.asli.buka(nomor)
        isi = gambar_kecil(self._nomor() % 200)

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.lampiran.tambah_isi(token, permohonan, "", "pindaian.png", isi, k.operator)
            return ()

        return lakukan

    def _kejadian(self, kantor: Kantor):
        baru = KejadianBaru(
            self._token(), JenisKejadian.EKSPOR, kantor.kasi, kantor.clock.now(), {"apa": "contoh"}
        )

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.store.kejadian.catat(baru)
            return ()

        return lakukan

    def _ganti_pin(self, kantor: Kantor):
        teks = f"$argon2id$contoh{self._nomor()}"

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.petugas.pin.ganti(k.operator, teks, "PIN lama")
            return ()

        return lakukan

    def _dibuka(self, kantor: Kantor):
        nomor = self._kasus(kantor)
        if nomor is None:
            return None

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.catatan.catat_dibuka(nomor, k.operator)
            return ()

        return lakukan
