"""Acts of officers at the counter, chosen by chance: what the rigs let the register do.

An act is chosen by looking at the register and is then a value: it can be done again, with the same
token, on the same register opened anew.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial

from builders import NAMA_OPERATOR, Kantor, list_tanda, make_form, nilai_isian
from daya.kerja import Kerja
from daya.pekerja_lain import PekerjaLain

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.pengambilan import ISIAN_NAMA
from sooko_desk.domain.permohonan import Bentuk
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.tanda_kiriman import PerintahTanda


class Pekerja(PekerjaLain):
    """Chooses acts; the same seed chooses the same ones on the same register."""

    def pilih(self, kantor: Kantor, jenis: str = "") -> Kerja:
        """The next act that this register offers.

        Args:
            jenis: of `JENIS`; "" = by chance.

        Raises:
            LookupError: the register offers no act of that kind now.
        """
        self._majukan(kantor)
        while True:
            nama = jenis or self._acak.choices(list(JENIS), list(JENIS.values()))[0]
            lakukan = getattr(self, f"_{nama}")(kantor)
            if lakukan is not None:
                return Kerja(nama, lakukan, kantor.clock.now(), nama not in TANPA_TOKEN)
            if jenis:
                raise LookupError(jenis)

    def list_dapat(self, kantor: Kantor) -> set[str]:
        """The kinds of act that this register offers now."""
        return {nama for nama in JENIS if getattr(self, f"_{nama}")(kantor) is not None}

    def _majukan(self, kantor: Kantor) -> None:
        kantor.clock.maju(self._acak.randrange(1, 12) if self._acak.random() < 0.98 else 1440)

    def _form(self, kantor: Kantor, layanan: str, **ganti):
        nomor = self._nomor()
        form = make_form(
            layanan,
            token=self._token(),
            nik=f"351613570845{9000 + nomor % 1000}",
            nkk=f"351613211125{9000 + nomor // 2 % 1000}",
            alamat=f"Jl. Contoh No. {nomor}",
            **ganti,
        )
        tanda = list_tanda(kantor.sop(layanan), form.jenis)
        if nomor % 3 == 0:
            tanda = tuple(replace(t, bentuk=Bentuk.ASLI) for t in tanda)
        if nomor % 5 == 0:
            tanda = tanda[1:]
        return replace(form, berkas=tanda)

    def _terima(self, kantor: Kantor):
        form = self._form(kantor, self._acak.choice(("KK", "KTP")))

        def lakukan(k: Kantor) -> tuple[str, ...]:
            p = k.meja.penerimaan.terima(form, k.operator, peringatan_dilihat=True)
            return (p.ringkasan.nomor_tanda_bukti,)

        return lakukan

    def _susulan(self, kantor: Kantor):
        terbuka = kantor.meja.blangko.list_terbuka()
        if not terbuka:
            return None
        slip = self._acak.choice(terbuka).slip
        saat = ke_wib(kantor.clock.now())
        form = self._form(
            kantor,
            slip.layanan,
            blangko=slip.kode_pindai,
            blangko_tanggal=tanggal_pendek(saat.date()),
            blangko_pukul=f"{saat:%H.%M}",
        )

        def lakukan(k: Kantor) -> tuple[str, ...]:
            p = k.meja.penerimaan.terima(form, k.operator, peringatan_dilihat=True)
            assert p.ringkasan.nomor_tanda_bukti == slip.nomor
            return (slip.nomor,)

        return lakukan

    def _gerak(self, kantor: Kantor):
        nomor = self._kasus(kantor)
        if nomor is None:
            return None
        buka = kantor.meja.alur.buka(nomor, kantor.operator)
        step = buka.terbuka[0]
        hasil = step.hasil[0] if self._acak.random() < 0.9 else self._acak.choice(step.hasil)
        r = buka.permohonan.ringkasan
        isian = {i.id: nilai_isian(i) for i in step.list_isian(r.jenis_kode)}
        if step.bagian == "serah":
            isian[ISIAN_NAMA] = r.pemohon.nama
        kurang = step.id == "terima"
        perintah = PerintahGerak(
            token=self._token(),
            permohonan_id=nomor,
            versi=r.versi,
            langkah=step.id,
            hasil=hasil.id,
            alasan="Contoh alasan" if hasil.mundur else "",
            isian=isian,
            tanda=list_tanda(buka.sop, r.jenis_kode) if kurang else (),
            peringatan_dilihat=True,
            unggah=frozenset(b.kode for b in list_unggah(buka.permohonan.berkas)),
        )
        operator = Peran.OPERATOR in step.peran

        def lakukan(k: Kantor) -> tuple[str, ...]:
            p = k.meja.alur.jalankan(perintah, k.operator if operator else k.kasi)
            baru = p.ringkasan.nomor_register if not r.nomor_register else ""
            return (baru,) if baru else ()

        return lakukan

    def _batal(self, kantor: Kantor):
        sql = "SELECT DISTINCT permohonan_id FROM peristiwa ORDER BY urut DESC LIMIT 12"
        token = self._token()
        for (nomor,) in kantor.store._db.execute_sql(sql).fetchall():
            operator = kantor.store.permohonan.get(nomor).riwayat[-1].petugas == NAMA_OPERATOR
            petugas = kantor.operator if operator else kantor.kasi
            with contextlib.suppress(OfficerError):
                kantor.meja.alur.susun_batal(token, nomor, petugas)
                return partial(_batalkan, token, nomor, operator)
        return None

    def _koreksi(self, kantor: Kantor):
        nomor = self._kasus(kantor)
        if nomor is None:
            return None
        buka = kantor.meja.koreksi.buka(nomor, kantor.kasi)
        baru = self._nomor()
        form = replace(
            buka.form, alamat=f"Jl. Betul No. {baru}", nik=f"351613570845{9000 + baru % 1000}"
        )
        perintah = PerintahKoreksi(
            self._token(),
            nomor,
            buka.permohonan.ringkasan.versi,
            form,
            {},
            "Salah ketik",
            peringatan_dilihat=True,
        )

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.koreksi.betulkan(perintah, k.kasi)
            return ()

        return lakukan

    def _kirim(self, kantor: Kantor):
        siap = kantor.meja.kiriman.list_siap()
        if not siap:
            return None
        dipilih = siap[: self._acak.randrange(1, 5)]
        isian = {i.id: nilai_isian(i) for i in kantor.meja.kiriman.list_isian(dipilih)}
        perintah = PerintahKirim(self._token(), tuple(r.id for r in dipilih), isian)

        def lakukan(k: Kantor) -> tuple[str, ...]:
            kiriman = k.meja.kiriman.kirim(perintah, k.operator)
            baris = k.store.kiriman.list_baris(kiriman.id)
            return (kiriman.nomor, *(b.permohonan.nomor_register for b in baris))

        return lakukan

    def _tanda(self, kantor: Kantor):
        luar = [b for b in kantor.meja.kiriman.baca_papan().di_luar if b.kiriman]
        if not luar:
            return None
        nomor = tuple(b.ringkasan.id for b in luar[: self._acak.randrange(1, 4)])
        tanda = self._acak.choice((Tanda.DITERIMA, Tanda.KARTU_KEMBALI, Tanda.DITOLAK))
        isian = {"tolak": "", "alasan": "Contoh alasan"} if tanda is Tanda.DITOLAK else {}
        perintah = PerintahTanda(self._token(), nomor, tanda, isian)

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.kiriman.tanda.tandai(perintah, k.operator)
            return ()

        return lakukan

    def _tarik_tanda(self, kantor: Kantor):
        ditandai = "SELECT permohonan_id FROM kiriman_baris WHERE keadaan = 'diterima'"
        syarat = f"posisi = 'di_dispendukcapil' AND id IN ({ditandai})"
        nomor, token = self._kasus(kantor, syarat), self._token()
        if nomor is None:
            return None

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.kiriman.tanda.batalkan(token, (nomor,), k.operator)
            return ()

        return lakukan

    def _cetak(self, kantor: Kantor):
        satu, lain = self._kasus(kantor), self._kasus(kantor)
        if satu is None or lain is None:
            return None
        bagian = ((satu, "Tanda bukti"), (lain, "Tanda bukti")) if satu != lain else ()
        dokumen = Dokumen("tanda_bukti", "Tanda bukti", "tanda-bukti.pdf", b"", satu, bagian)

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.pencetakan.catat(dokumen, "Printer", 1, "tercetak", k.operator)
            return ()

        return lakukan

    def _tutup_hari(self, kantor: Kantor):
        terbuka = [h.tanggal for h in kantor.meja.laporan.harian.list_hari() if not h.ditutup]
        if not terbuka:
            return None
        tanggal, token = min(terbuka), self._token()

        def lakukan(k: Kantor) -> tuple[str, ...]:
            k.meja.laporan.harian.tutup(token, tanggal, k.kasi)
            return ()

        return lakukan


def _batalkan(token: str, nomor: int, operator: bool, k: Kantor) -> tuple[str, ...]:
    k.meja.alur.batalkan(token, nomor, k.operator if operator else k.kasi)
    return ()


JENIS = {
    "terima": 18,
    "gerak": 40,
    "koreksi": 5,
    "kirim": 8,
    "tanda": 6,
    "tarik_tanda": 2,
    "batal": 3,
    "cetak": 6,
    "tutup_hari": 1,
    "setelan": 4,
    "pesan_blangko": 2,
    "batal_blangko": 1,
    "susulan": 3,
    "gangguan": 2,
    "asli": 3,
    "luar": 3,
    "tempat": 3,
    "lampiran": 2,
    "kejadian": 2,
    "ganti_pin": 1,
    "dibuka": 2,
}
"""Every kind of act -> how often it is chosen."""
TANPA_TOKEN = frozenset({"cetak", "setelan", "ganti_pin", "dibuka"})
"""Acts that are no submit of a form: done again, they are written again."""
