"""What changes the register: every such public method of every service, and who may call it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builders import KODE, Kantor, list_tanda, make_form
from daya.kerja import gambar_kecil
from daya.loket_hak import (
    BESOK,
    KASI,
    LANGKAH,
    OPERATOR,
    SEMUA,
    asli,
    baru_diputus,
    batas,
    bentuk,
    berkas,
    cadangan,
    cari,
    catatan,
    di_luar,
    dibatasi,
    gerak,
    hilang,
    jam,
    kasus,
    keluarkan,
    koreksi,
    koreksi_terdaftar,
    kukuhkan,
    lain_dulu,
    lampiran,
    latihan,
    periksa_cadangan,
    perintah,
    pola,
    siap,
    susulan,
    syarat,
    tandai,
    tandai_waktu,
    tempat,
    tujuan,
)

from sooko_desk.domain.permohonan import Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.services.cadangan_otomatis import HasilBersama, HasilPeriksaLama
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.services.catatan_kantor import Ekspor
from sooko_desk.services.gangguan import SaatTeks
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.luar import KeadaanTeks
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.petugas_pin import HasilPin

Panggil = Callable[[Kantor, Petugas], object]

DENGAN = {"syarat.kembalikan": ("KK", "I.A.1")}

MENULIS: dict[str, tuple] = {
    **{
        f"alur.jalankan/{layanan}/{langkah}": (
            KASI if langkah == "periksa" else OPERATOR,
            gerak(layanan, langkah),
        )
        for layanan, semua in LANGKAH.items()
        for langkah in semua
    },
    "alur.jalankan_bersama": (
        KASI,
        lambda k, o: k.meja.alur.jalankan_bersama([perintah(k, "KK", "periksa")], o),
    ),
    "alur.batalkan": (
        KASI,
        lambda k, o: k.meja.alur.batalkan("batal", baru_diputus(k), o),
    ),
    "batas.batasi": (KASI, lambda k, o: k.meja.batas.batasi(batas(k), o)),
    "batas.cabut": (KASI, lambda k, o: k.meja.batas.cabut(batas(k, dibatasi(k)), o)),
    "batas.lihat": (KASI, lambda k, o: k.meja.batas.lihat(dibatasi(k), "Diminta polisi", o)),
    "catatan.catat_halaman_dibatasi": (
        KASI,
        lambda k, o: k.meja.catatan.catat_halaman_dibatasi("Register KK 2026", 1, o),
    ),
    "insiden.catat": (KASI, lambda k, o: k.meja.insiden.catat(hilang(), o)),
    "penerimaan.terima": (
        OPERATOR,
        lambda k, o: k.meja.penerimaan.terima(
            replace(make_form(), berkas=list_tanda(k.sop(), "I.A.1")), o, peringatan_dilihat=True
        ),
    ),
    "penerimaan.terima/susulan": (OPERATOR, susulan),
    "blangko.batalkan": (KASI, lambda k, o: k.meja.blangko.batalkan(1, "Sobek", o)),
    "blangko.pesan": (KASI, lambda k, o: k.meja.blangko.pesan("p", "KK", 2, o)),
    "buku.bentuk.simpan_semua": (KASI, lambda k, o: k.meja.buku.bentuk.simpan_semua(bentuk(k), o)),
    "pencetakan.catat": (
        SEMUA,
        lambda k, o: k.meja.pencetakan.catat(
            Dokumen("tanda_bukti", "Tanda bukti", "t.pdf", b"", 1), "Printer", 1, "tercetak", o
        ),
    ),
    "syarat.simpan": (KASI, lambda k, o: k.meja.syarat.simpan(*syarat(k), o)),
    "jadwal.simpan_jam": (KASI, lambda k, o: k.meja.jadwal.simpan_jam(jam(k), o)),
    "jadwal.simpan_libur": (
        KASI,
        lambda k, o: k.meja.jadwal.simpan_libur(k.meja.jadwal.get_libur()[1:], o),
    ),
    "asli.keluarkan": (SEMUA, keluarkan),
    "asli.batalkan": (
        SEMUA,
        lambda k, o: k.meja.asli.batalkan("b", keluarkan(k, o), asli(k)[1], o),
    ),
    "kiriman.kirim": (
        OPERATOR,
        lambda k, o: k.meja.kiriman.kirim(
            PerintahKirim(
                "k", (kasus(k, "KTP", "kirim").ringkasan.id,), {"cara_pengiriman": "siak"}
            ),
            o,
        ),
    ),
    "kiriman.tanda.tandai": (OPERATOR, tandai),
    "kiriman.tanda.catat_keadaan": (
        OPERATOR,
        lambda k, o: k.meja.kiriman.tanda.catat_keadaan(
            "c", di_luar(k), {"keadaan": "tunggu_blangko", "tanggal": "", "referensi": ""}, o
        ),
    ),
    "kiriman.tanda.batalkan": (
        OPERATOR,
        lambda k, o: k.meja.kiriman.tanda.batalkan("b", di_luar(k), o),
        lambda k: tandai(k, k.operator),
    ),
    "kantor.isi.simpan_kantor": (
        KASI,
        lambda k, o: k.meja.kantor.isi.simpan_kantor(
            replace(k.meja.kantor.isi.kantor(), catatan_kaki="Baru"), o
        ),
    ),
    "kantor.isi.simpan_pejabat": (
        KASI,
        lambda k, o: k.meja.kantor.isi.simpan_pejabat(k.meja.kantor.isi.list_pejabat(), o),
    ),
    "kantor.isi.kembalikan_kantor": (KASI, lambda k, o: k.meja.kantor.isi.kembalikan_kantor(o)),
    "kantor.pola.simpan": (KASI, lambda k, o: k.meja.kantor.pola.simpan(pola(k), o)),
    "lampiran.lepas": (SEMUA, lambda k, o: k.meja.lampiran.lepas("l", lampiran(k).id, o)),
    "lampiran.simpan_batas_unggah": (
        KASI,
        lambda k, o: k.meja.lampiran.simpan_batas_unggah(500, o),
    ),
    "lampiran.tambah": (
        SEMUA,
        lambda k, o: k.meja.lampiran.tambah("t", k.store.permohonan.get(1), "", berkas(k), o),
    ),
    "lampiran.tambah_isi": (
        SEMUA,
        lambda k, o: k.meja.lampiran.tambah_isi(
            "t", k.store.permohonan.get(1), "", "b.png", gambar_kecil(2), o
        ),
    ),
    "lampiran.tambah_siap": (
        SEMUA,
        lambda k, o: k.meja.lampiran.tambah_siap("t", k.store.permohonan.get(1), "", siap(k), o),
    ),
    "jaga.cadangan.buat": (
        SEMUA,
        lambda k, o: k.meja.jaga.cadangan.buat(tujuan(k.store.terbuka.folder), o),
    ),
    "jaga.cadangan.catat": (SEMUA, lambda k, o: k.meja.jaga.cadangan.catat(cadangan(k), o)),
    "jaga.cadangan.catat_gagal": (
        SEMUA,
        lambda k, o: k.meja.jaga.cadangan.catat_gagal(tempat(k), "Penuh", o),
    ),
    "jaga.cadangan.catat_periksa": (
        SEMUA,
        lambda k, o: k.meja.jaga.cadangan.catat_periksa(periksa_cadangan(k), o),
    ),
    "jaga.indeks.bangun_ulang": (
        SEMUA,
        lambda k, _o: k.meja.jaga.indeks.bangun_ulang(),
        lambda k: k.store._db.execute_sql("DELETE FROM cari_docsize"),
    ),
    "jaga.latihan.catat": (SEMUA, lambda k, o: k.meja.jaga.latihan.catat(latihan(k), o)),
    "jaga.otomatis.catat": (
        SEMUA,
        lambda k, o: k.meja.jaga.otomatis.catat(
            HasilBersama((cadangan(k),), ()), o, Sebab.OTOMATIS
        ),
    ),
    "jaga.otomatis.catat_periksa": (
        SEMUA,
        lambda k, o: k.meja.jaga.otomatis.catat_periksa(
            HasilPeriksaLama(tempat(k), periksa_cadangan(k)), o
        ),
    ),
    "jaga.riwayat.tulis": (SEMUA, lambda k, o: k.meja.jaga.riwayat.tulis(catatan(k), o)),
    "jaga.riwayat.tulis_folder_kedua": (
        SEMUA,
        lambda k, o: k.meja.jaga.riwayat.tulis_folder_kedua(catatan(k), o),
    ),
    "jaga.tempat.catat_flashdisk": (
        SEMUA,
        lambda k, o: k.meja.jaga.tempat.catat_flashdisk(tempat(k), o),
    ),
    "jaga.tempat.set_folder_kedua": (
        SEMUA,
        lambda k, o: k.meja.jaga.tempat.set_folder_kedua(str(tujuan(k.store.terbuka.folder)), o),
    ),
    "jaga.tempat.set_tiap": (KASI, lambda k, o: k.meja.jaga.tempat.set_tiap("10", o)),
    "kunci_kertas.kukuhkan": (KASI, kukuhkan),
    "kunci_kertas.uji": (KASI, lambda k, o: k.meja.kunci_kertas.uji(KODE, o)),
    "luar.catat": (
        SEMUA,
        lambda k, o: k.meja.luar.catat(
            "l",
            kasus(k, "KK", "entri"),
            KeadaanTeks("siak", k.meja.luar.list_keadaan("siak")[0].kode),
            o,
        ),
    ),
    "gangguan.mulai": (SEMUA, lambda k, o: k.meja.gangguan.mulai("m", "", o)),
    "gangguan.selesai": (
        SEMUA,
        lambda k, o: (k.meja.gangguan.mulai("m", "", o), k.meja.gangguan.selesai("s", o)),
    ),
    "gangguan.betulkan": (
        SEMUA,
        lambda k, o: k.meja.gangguan.betulkan("b", o, SaatTeks("23/11/2026", "09.08")),
    ),
    "pengambilan.atur_tempat": (
        SEMUA,
        lambda k, o: k.meja.pengambilan.atur_tempat(
            "t", (kasus(k, "KK", "serahkan").ringkasan.id,), "Rak 1", o
        ),
    ),
    "koreksi.betulkan": (SEMUA, lambda k, o: k.meja.koreksi.betulkan(koreksi(k), o)),
    "koreksi.betulkan/terdaftar": (
        KASI,
        lambda k, o: k.meja.koreksi.betulkan(koreksi_terdaftar(k), o),
    ),
    "pendamping.simpan_detik": (KASI, lambda k, o: k.meja.pendamping.simpan_detik("77", o)),
    "catatan.catat_dibuka": (SEMUA, lambda k, o: k.meja.catatan.catat_dibuka(1, o)),
    "catatan.catat_ekspor": (
        KASI,
        lambda k, o: k.meja.catatan.catat_ekspor(Ekspor("Register", "XLSX", 3), o, k.operator),
    ),
    "laporan.harian.tutup": (KASI, lambda k, o: k.meja.laporan.harian.tutup("t", BESOK, o)),
    "waktu.jam.ragukan": (SEMUA, lambda k, o: k.meja.waktu.jam.ragukan(o)),
    "waktu.jam.pastikan": (
        SEMUA,
        lambda k, o: k.meja.waktu.jam.pastikan(o),
        lambda k: k.meja.waktu.jam.ragukan(k.kasi),
    ),
    "waktu.jam.pastikan/mundur": (
        KASI,
        lambda k, o: k.meja.waktu.jam.pastikan(o),
        lambda k: k.clock.maju(-120),
    ),
    "waktu.langkah.atur": (KASI, lambda k, o: k.meja.waktu.langkah.atur(tandai_waktu(k), o)),
    "waktu.tahun_buku.buka": (
        KASI,
        lambda k, o: k.meja.waktu.tahun_buku.buka("t", o),
        lambda k: k.clock.maju(60 * 24 * 40),
    ),
    "petugas.pin.catat": (
        SEMUA,
        lambda k, o: k.meja.petugas.pin.catat(
            (k.meja.petugas.pin.get(o),), HasilPin(None), "masuk"
        ),
    ),
    "petugas.pin.catat_kode_salah": (
        SEMUA,
        lambda k, o: k.meja.petugas.pin.catat_kode_salah(o),
    ),
    "petugas.pin.catat_masuk": (SEMUA, lambda k, o: k.meja.petugas.pin.catat_masuk(o)),
    "petugas.pin.ganti": (SEMUA, lambda k, o: k.meja.petugas.pin.ganti(o, "$x", "PIN lama")),
    "petugas.kelola.tambah": (
        KASI,
        lambda k, o: k.meja.petugas.kelola.tambah("Tono Misal", Peran.OPERATOR, "$x", o),
    ),
    "petugas.kelola.ubah_nama": (
        KASI,
        lambda k, o: k.meja.petugas.kelola.ubah_nama(k.operator, "Rini Betul", o),
    ),
    "petugas.kelola.nonaktifkan": (
        KASI,
        lambda k, o: k.meja.petugas.kelola.nonaktifkan(k.operator, o),
    ),
    "petugas.kelola.aktifkan": (KASI, lambda k, o: k.meja.petugas.kelola.aktifkan(k.operator, o)),
    "petugas.kelola.beri_pin_sekali": (
        KASI,
        lambda k, o: k.meja.petugas.kelola.beri_pin_sekali(k.operator, "$x", o),
    ),
    "petugas.kunci_layar.simpan_menit": (
        KASI,
        lambda k, o: k.meja.petugas.kunci_layar.simpan_menit("7", o),
    ),
    **{
        metode: (
            KASI,
            lambda k, o, n=metode: cari(k, n)(*DENGAN.get(n, ()), o),
            lain_dulu(metode),
        )
        for metode in (
            "buku.bentuk.kembalikan",
            "syarat.kembalikan",
            "jadwal.kembalikan_jam",
            "jadwal.kembalikan_libur",
            "kantor.pola.kembalikan",
            "pendamping.kembalikan",
            "petugas.kunci_layar.kembalikan",
        )
    },
}
"""Service method (and a case of it after "/") -> roles that may, the call, what goes before it."""
