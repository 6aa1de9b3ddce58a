"""What only reads: every such public method of every service, with a call that is in order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from builders import KODE, NIK, NKK, SENIN_PAGI, make_awal, make_form
from daya.kerja import gambar_kecil
from daya.loket_hak import (
    BESOK,
    HARI,
    KASI,
    OPERATOR,
    SEMUA,
    baru_diputus,
    bentuk,
    berkas,
    hilang,
    jam,
    kasus,
    koreksi,
    lampiran,
    latihan,
    perintah,
    pola,
    tempat,
    tercatat,
    tujuan,
)

from sooko_desk.data.rantai_putus import HasilRantai
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.cadangan_tempat import Temuan, Volume
from sooko_desk.services.catatan_kantor import SaringCatatan
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.services.laporan_bulanan import Bulan

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import Kantor

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Peran

SAAT = SENIN_PAGI.astimezone(dt.UTC)

BERHAK: dict[str, tuple[frozenset[Peran], Callable[[Kantor, Petugas], object]]] = {
    "alur.check": (KASI, lambda k, o: k.meja.alur.check(perintah(k, "KK", "periksa"), o)),
    "alur.susun_bersama": (
        OPERATOR,
        lambda k, o: k.meja.alur.susun_bersama([perintah(k, "KK", "entri")], o),
    ),
    "alur.susun_batal": (
        KASI,
        lambda k, o: k.meja.alur.susun_batal("b", baru_diputus(k), o),
    ),
    "alur.buka": (SEMUA, lambda k, o: k.meja.alur.buka(1, o)),
    "koreksi.buka": (SEMUA, lambda k, o: k.meja.koreksi.buka(1, o)),
    "blangko.check_susulan": (
        OPERATOR,
        lambda k, o: k.meja.blangko.check_susulan(k.meja.blangko.list_terbuka()[0].slip, o),
    ),
    "catatan.list_catatan": (KASI, lambda k, o: k.meja.catatan.list_catatan(SaringCatatan(), o)),
    "catatan.list_petugas": (KASI, lambda k, o: k.meja.catatan.list_petugas(o)),
    "batas.buka": (KASI, lambda k, o: k.meja.batas.buka(1, o)),
    "insiden.build_xlsx": (KASI, lambda k, o: k.meja.insiden.build_xlsx(tercatat(k), o)),
    "insiden.get": (KASI, lambda k, o: k.meja.insiden.get(tercatat(k), o)),
    "insiden.hitung": (KASI, lambda k, o: k.meja.insiden.hitung(hilang(), o)),
    "insiden.list_cadangan": (KASI, lambda k, o: k.meja.insiden.list_cadangan(o)),
    "jaga.latihan.pengingat": (SEMUA, lambda k, o: k.meja.jaga.latihan.pengingat(o)),
    "waktu.langkah.buka": (
        KASI,
        lambda k, o: k.meja.waktu.langkah.buka(kasus(k, "KK", "verifikasi").ringkasan.id, o),
    ),
    "petugas.get": (SEMUA, lambda k, o: k.meja.petugas.get(o)),
    "petugas.pin.get": (SEMUA, lambda k, o: k.meja.petugas.pin.get(o)),
    "petugas.pin.lupakan": (SEMUA, lambda k, o: k.meja.petugas.pin.lupakan(o)),
    "petugas.pin.sebut_salah": (SEMUA, lambda k, o: k.meja.petugas.pin.sebut_salah(o)),
}
"""Reads that ask who reads: method -> roles that may, and the call."""

MEMBACA: dict[str, Callable[[Kantor], object]] = {
    "alur.count_antrean": lambda k: k.meja.alur.count_antrean(frozenset({"entri"})),
    "alur.list_antrean": lambda k: k.meja.alur.list_antrean(frozenset({"entri"})),
    "asli.buka": lambda k: k.meja.asli.buka(1),
    "asli.list_di_kantor": lambda k: k.meja.asli.list_di_kantor(),
    "berita_acara.build_dokumen": lambda k: k.meja.berita_acara.build_dokumen(2026, 11),
    "berita_acara.list_bulan": lambda k: k.meja.berita_acara.list_bulan(2026),
    "berita_acara.list_tahun": lambda k: k.meja.berita_acara.list_tahun(),
    "blangko.build": lambda k: k.meja.blangko.build("blok"),
    "blangko.find": lambda k: k.meja.blangko.find("x"),
    "blangko.find_berikut": lambda k: k.meja.blangko.find_berikut("x"),
    "blangko.list_tahun": lambda k: k.meja.blangko.list_tahun(),
    "blangko.list_terbuka": lambda k: k.meja.blangko.list_terbuka(),
    "buku.bentuk.build_contoh": lambda k: k.meja.buku.bentuk.build_contoh(*bentuk(k).buku[0]),
    "buku.bentuk.check": lambda k: k.meja.buku.bentuk.check(bentuk(k)),
    "buku.bentuk.find_halaman_terbuka": lambda k: k.meja.buku.bentuk.find_halaman_terbuka("KK"),
    "buku.bentuk.gambar_contoh": lambda k: k.meja.buku.bentuk.gambar_contoh(
        *bentuk(k).buku[0], 200
    ),
    "buku.bentuk.get_semua": lambda k: k.meja.buku.bentuk.get_semua(),
    "buku.bentuk.is_bawaan": lambda k: k.meja.buku.bentuk.is_bawaan(),
    "buku.bentuk.is_beda": lambda k: k.meja.buku.bentuk.is_beda(*bentuk(k).buku[0]),
    "buku.build": lambda k: k.meja.buku.build("KK", 2026),
    "buku.build_xlsx": lambda k: k.meja.buku.build_xlsx("KK", 2026),
    "buku.find_bulan": lambda k: k.meja.buku.find_bulan("KK", 2026, 11),
    "buku.keadaan": lambda k: k.meja.buku.keadaan("KK", 2026),
    "buku.siapkan": lambda k: k.meja.buku.siapkan("KK", 2026),
    "buku.siapkan_nomor": lambda k: k.meja.buku.siapkan_nomor("KK", 2026, [1]),
    "cetak_cerita.build_cerita": lambda k: k.meja.cetak_cerita.build_cerita(1),
    "cetak_cerita.keraguan": lambda k: k.meja.cetak_cerita.keraguan(),
    "cetak_cerita.sebut_kejadian": lambda k: k.meja.cetak_cerita.sebut_kejadian(
        k.sop(), k.store.permohonan.get(1).riwayat[0], k.meja.cetak_cerita.keraguan()
    ),
    "cetak_cerita.susun_cerita": lambda k: k.meja.cetak_cerita.susun_cerita(
        k.store.permohonan.get(1)
    ),
    "cetak_formulir.build": lambda k: k.meja.cetak_formulir.build(KodeFormulir.F102, 1),
    "cetak_formulir.build_kosong": lambda k: k.meja.cetak_formulir.build_kosong(KodeFormulir.F102),
    "cetak_formulir.list_tawaran": lambda k: k.meja.cetak_formulir.list_tawaran(1),
    "cetak_kekurangan.build_daftar_asli": lambda k: k.meja.cetak_kekurangan.build_daftar_asli(),
    "cetak_kekurangan.build_lembar": lambda k: k.meja.cetak_kekurangan.build_lembar(
        [kasus(k, "KK", "terima").ringkasan.id]
    ),
    "gangguan.list_jeda": lambda k: k.meja.gangguan.list_jeda(),
    "gangguan.list_semua": lambda k: k.meja.gangguan.list_semua(),
    "insiden.build_dokumen": lambda k: k.meja.insiden.build_dokumen(tercatat(k)),
    "insiden.hitung_batas": lambda k: k.meja.insiden.hitung_batas(hilang()),
    "jadwal.check_jam": lambda k: k.meja.jadwal.check_jam(jam(k)),
    "jadwal.check_libur": lambda k: k.meja.jadwal.check_libur(k.meja.jadwal.get_libur()),
    "jadwal.gabung_libur": lambda k: k.meja.jadwal.gabung_libur(k.meja.jadwal.get_libur(), ()),
    "jadwal.get_jam": lambda k: k.meja.jadwal.get_jam(),
    "jadwal.get_libur": lambda k: k.meja.jadwal.get_libur(),
    "jadwal.import_berkas_libur": lambda k: k.meja.jadwal.import_berkas_libur(_libur(k)),
    "jadwal.import_libur": lambda k: k.meja.jadwal.import_libur(LIBUR),
    "jadwal.is_bawaan_jam": lambda k: k.meja.jadwal.is_bawaan_jam(),
    "jadwal.is_bawaan_libur": lambda k: k.meja.jadwal.is_bawaan_libur(),
    "jadwal.list_riwayat": lambda k: k.meja.jadwal.list_riwayat(),
    "jadwal.pratinjau_jam": lambda k: k.meja.jadwal.pratinjau_jam(jam(k)),
    "jadwal.tambah_libur_tahun": lambda k: k.meja.jadwal.tambah_libur_tahun((), 2027),
    "jaga.cadangan.periksa": lambda k: k.meja.jaga.cadangan.periksa(
        tujuan(k.store.terbuka.folder), Kemajuan()
    ),
    "jaga.cadangan.siapkan": lambda k: k.meja.jaga.cadangan.siapkan(
        tujuan(k.store.terbuka.folder), Kemajuan()
    ).bahan.lepas(),
    "jaga.cadangan.siapkan_bahan": lambda k: k.meja.jaga.cadangan.siapkan_bahan().lepas(),
    "jaga.indeks.selesaikan": lambda k: k.meja.jaga.indeks.selesaikan(
        k.meja.jaga.indeks.siapkan_periksa()
    ),
    "jaga.indeks.siapkan_periksa": lambda k: k.meja.jaga.indeks.siapkan_periksa().jalankan(),
    "jaga.latihan.buang_sisa": lambda k: k.meja.jaga.latihan.buang_sisa(),
    "jaga.latihan.find_tiba": lambda k: k.meja.jaga.latihan.find_tiba(Temuan()),
    "jaga.latihan.sebut_terakhir": lambda k: k.meja.jaga.latihan.sebut_terakhir(),
    "jaga.latihan.siapkan": latihan,
    "jaga.latihan.siapkan_folder": lambda k: latihan(k, di_folder=True),
    "jaga.otomatis.keadaan": lambda k: k.meja.jaga.otomatis.keadaan(Temuan()),
    "jaga.otomatis.list_perlu": lambda k: k.meja.jaga.otomatis.list_perlu(Temuan()),
    "jaga.otomatis.list_tiba": lambda k: k.meja.jaga.otomatis.list_tiba(Temuan()),
    "jaga.otomatis.siapkan": lambda k: k.meja.jaga.otomatis.siapkan(
        [tempat(k)], Kemajuan()
    ).bahan.lepas(),
    "jaga.otomatis.siapkan_periksa": lambda k: k.meja.jaga.otomatis.siapkan_periksa(
        tempat(k), Kemajuan()
    )(),
    "jaga.pemeriksaan.periksa": lambda k: k.meja.jaga.pemeriksaan.periksa(),
    "jaga.pemeriksaan.siapkan": lambda k: k.meja.jaga.pemeriksaan.siapkan(Kemajuan()),
    "jaga.rantai.entri_terakhir": lambda k: k.meja.jaga.rantai.entri_terakhir(),
    "jaga.rantai.keadaan": lambda k: k.meja.jaga.rantai.keadaan(),
    "jaga.rantai.kepala": lambda k: k.meja.jaga.rantai.kepala(),
    "jaga.rantai.periksa_awal": lambda k: k.meja.jaga.rantai.periksa_awal(),
    "jaga.rantai.periksa_awal_bertahap": lambda k: [*k.meja.jaga.rantai.periksa_awal_bertahap()],
    "jaga.rantai.catat_penuh": lambda k: k.meja.jaga.rantai.catat_penuh(HasilRantai((), None, 0)),
    "jaga.rantai.siapkan_penuh": lambda k: k.meja.jaga.rantai.siapkan_penuh(),
    "jaga.rantai.sebut_entri_terakhir": lambda k: k.meja.jaga.rantai.sebut_entri_terakhir(),
    "jaga.rantai.sebut_kepala": lambda k: k.meja.jaga.rantai.sebut_kepala(),
    "jaga.riwayat.find_terakhir": lambda k: k.meja.jaga.riwayat.find_terakhir(),
    "jaga.riwayat.list_antara": lambda k: k.meja.jaga.riwayat.list_antara(SAAT, SAAT),
    "jaga.riwayat.list_latihan": lambda k: k.meja.jaga.riwayat.list_latihan(),
    "jaga.riwayat.list_terbaru": lambda k: k.meja.jaga.riwayat.list_terbaru(),
    "jaga.tempat.siapkan_cari": lambda k: k.meja.jaga.tempat.siapkan_cari()(),
    "jaga.tempat.siapkan_tandai": lambda k: k.meja.jaga.tempat.siapkan_tandai(
        Volume(tujuan(k.store.terbuka.folder), "", 1)
    )(),
    "kantor.isi.find_pejabat": lambda k: k.meja.kantor.isi.find_pejabat("Camat", HARI),
    "kantor.isi.is_bawaan": lambda k: k.meja.kantor.isi.is_bawaan(),
    "kantor.isi.kantor": lambda k: k.meja.kantor.isi.kantor(),
    "kantor.isi.list_pejabat": lambda k: k.meja.kantor.isi.list_pejabat(),
    "kantor.isi.pejabat": lambda k: k.meja.kantor.isi.pejabat(HARI),
    "kantor.kop.catatan_kaki": lambda k: k.meja.kantor.kop.catatan_kaki(SAAT),
    "kantor.kop.kop": lambda k: k.meja.kantor.kop.kop(SAAT),
    "kantor.kop.kop_lembar": lambda k: k.meja.kantor.kop.kop_lembar(k.sop(), SAAT),
    "kantor.kop.penanda_tangan": lambda k: k.meja.kantor.kop.penanda_tangan(SAAT),
    "kantor.kop.tempat_tanggal": lambda k: k.meja.kantor.kop.tempat_tanggal(SAAT),
    "kantor.logo.find": lambda k: k.meja.kantor.logo.find(""),
    "kantor.logo.siapkan": lambda k: k.meja.kantor.logo.siapkan(berkas(k)),
    "kantor.pola.check": lambda k: k.meja.kantor.pola.check(pola(k)),
    "kantor.pola.get": lambda k: k.meja.kantor.pola.get(),
    "kantor.pola.is_bawaan": lambda k: k.meja.kantor.pola.is_bawaan(),
    "kantor.pola.nomor_berikut": lambda k: k.meja.kantor.pola.nomor_berikut(pola(k)[0]),
    "kepatuhan.build_bulan": lambda k: k.meja.kepatuhan.build_bulan("KK", 2026, 11),
    "kepatuhan.build_permohonan": lambda k: k.meja.kepatuhan.build_permohonan(1),
    "kepatuhan.list_buku": lambda k: k.meja.kepatuhan.list_buku(),
    "kepatuhan.list_bulan": lambda k: k.meja.kepatuhan.list_bulan("KK", 2026),
    "kepatuhan.list_ringkas": lambda k: k.meja.kepatuhan.list_ringkas(2026, 11),
    "kiriman.baca_papan": lambda k: k.meja.kiriman.baca_papan(),
    "kiriman.cetak.build_daftar": lambda k: k.meja.kiriman.cetak.build_daftar(1),
    "kiriman.cetak.build_xlsx": lambda k: k.meja.kiriman.cetak.build_xlsx(1),
    "kiriman.list_baris": lambda k: k.meja.kiriman.list_baris(1),
    "kiriman.list_isian": lambda k: k.meja.kiriman.list_isian(k.meja.kiriman.list_siap()),
    "kiriman.list_siap": lambda k: k.meja.kiriman.list_siap(),
    "kiriman.tanda.list_isian_keadaan": lambda k: k.meja.kiriman.tanda.list_isian_keadaan(),
    "kiriman.tanda.list_isian_tolak": lambda k: k.meja.kiriman.tanda.list_isian_tolak(
        kasus(k, "KTP", "di_dispendukcapil").ringkasan.id
    ),
    "koreksi.periksa": lambda k: k.meja.koreksi.periksa(koreksi(k)),
    "kunci_kertas.check_kode": lambda k: k.meja.kunci_kertas.check_kode(KODE),
    "kunci_kertas.minta_ulang": lambda k: k.meja.kunci_kertas.minta_ulang(
        k.meja.kunci_kertas.terbitkan()
    ),
    "kunci_kertas.require_siap": lambda k: k.meja.kunci_kertas.require_siap(),
    "kunci_kertas.terbitkan": lambda k: k.meja.kunci_kertas.terbitkan(),
    "lampiran.baca": lambda k: k.meja.lampiran.baca(lampiran(k)),
    "lampiran.bersihkan": lambda k: k.meja.lampiran.bersihkan(),
    "lampiran.halaman": lambda k: k.meja.lampiran.halaman(lampiran(k), 0, 50),
    "lampiran.halaman_salinan": lambda k: k.meja.lampiran.halaman_salinan(
        k.meja.lampiran.kecilkan(lampiran(k), 50_000), 0, 50
    ),
    "lampiran.kecilkan": lambda k: k.meja.lampiran.kecilkan(lampiran(k), 50_000),
    "lampiran.list": lambda k: k.meja.lampiran.list(1),
    "lampiran.periksa": lambda k: k.meja.lampiran.periksa(),
    "lampiran.siapkan": lambda k: k.meja.lampiran.siapkan(berkas(k)),
    "lampiran.siapkan_isi": lambda k: k.meja.lampiran.siapkan_isi("b.png", gambar_kecil(2)),
    "lampiran.simpan_salinan": lambda k: k.meja.lampiran.simpan_salinan(
        k.meja.lampiran.kecilkan(lampiran(k), 50_000), tujuan(k.store.terbuka.folder) / "s.jpg"
    ),
    "laporan.bulanan.build_dokumen": lambda k: k.meja.laporan.bulanan.build_dokumen(2026, 11),
    "laporan.bulanan.build_xlsx": lambda k: k.meja.laporan.bulanan.build_xlsx(2026, 11),
    "laporan.bulanan.list_bulan": lambda k: k.meja.laporan.bulanan.list_bulan(2026),
    "laporan.bulanan.list_tahun": lambda k: k.meja.laporan.bulanan.list_tahun(),
    "laporan.bulanan.susun": lambda k: k.meja.laporan.bulanan.susun(Bulan(2026, 11)),
    "laporan.harian.build_dokumen": lambda k: k.meja.laporan.harian.build_dokumen(HARI),
    "laporan.harian.find_terlupa": lambda k: k.meja.laporan.harian.find_terlupa(),
    "laporan.harian.list_hari": lambda k: k.meja.laporan.harian.list_hari(),
    "laporan.harian.siapkan": lambda k: k.meja.laporan.harian.siapkan(BESOK),
    "luar.list_dikembalikan": lambda k: k.meja.luar.list_dikembalikan(),
    "luar.list_keadaan": lambda k: k.meja.luar.list_keadaan("siak"),
    "pemohon_lama.find": lambda k: k.meja.pemohon_lama.find(NIK),
    "pemohon_lama.list_awalan": lambda k: k.meja.pemohon_lama.list_awalan(NIK[:8]),
    "pemohon_lama.list_keluarga": lambda k: k.meja.pemohon_lama.list_keluarga(NKK),
    "pencetakan.build_lembar_sop": lambda k: k.meja.pencetakan.build_lembar_sop(k.sop()),
    "pencetakan.build_tanda_bukti": lambda k: k.meja.pencetakan.build_tanda_bukti(1),
    "pencetakan.build_tanda_bukti_bersama": lambda k: k.meja.pencetakan.build_tanda_bukti_bersama(
        [1, 2]
    ),
    "pencetakan.list_cetakan": lambda k: k.meja.pencetakan.list_cetakan(),
    "pendamping.check_detik": lambda k: k.meja.pendamping.check_detik("x"),
    "pendamping.is_bawaan": lambda k: k.meja.pendamping.is_bawaan(),
    "penerimaan.list_layanan": lambda k: k.meja.penerimaan.list_layanan(),
    "penerimaan.periksa": lambda k: k.meja.penerimaan.periksa(make_form()),
    "pengambilan.build_daftar": lambda k: k.meja.pengambilan.build_daftar(
        [kasus(k, "KK", "serahkan").ringkasan.id], "semua"
    ),
    "pengambilan.build_tanda_terima": lambda k: k.meja.pengambilan.build_tanda_terima(
        kasus(k, "KK", "selesai").ringkasan.id
    ),
    "pengambilan.buka": lambda k: k.meja.pengambilan.buka(1),
    "pengambilan.find_kode": lambda k: k.meja.pengambilan.find_kode("x"),
    "pengambilan.find_penyerahan": lambda k: k.meja.pengambilan.find_penyerahan(1),
    "pengambilan.list_belum": lambda k: k.meja.pengambilan.list_belum(),
    "pengambilan.list_tempat": lambda k: k.meja.pengambilan.list_tempat(),
    "petugas.check_pengaturan_awal": lambda k: k.meja.petugas.check_pengaturan_awal(make_awal()),
    "petugas.hash_pin": lambda k: k.meja.petugas.hash_pin("482915"),
    "petugas.kelola.check_nama": lambda k: k.meja.petugas.kelola.check_nama("Tono"),
    "petugas.kelola.list_semua": lambda k: k.meja.petugas.kelola.list_semua(),
    "petugas.kunci_layar.check_menit": lambda k: k.meja.petugas.kunci_layar.check_menit("x"),
    "petugas.kunci_layar.is_bawaan": lambda k: k.meja.petugas.kunci_layar.is_bawaan(),
    "petugas.list_petugas": lambda k: k.meja.petugas.list_petugas(),
    "petugas.pin.check_baru": lambda k: k.meja.petugas.pin.check_baru("482915", "482915"),
    "petugas.pin.detik": lambda k: k.meja.petugas.pin.detik(),
    "petugas.pin.hash_baru": lambda k: k.meja.petugas.pin.hash_baru(
        k.meja.petugas.pin.get(k.kasi), "150397"
    ),
    "petugas.pin.hitung_gagal": lambda k: k.meja.petugas.pin.hitung_gagal((k.kasi,)),
    "petugas.pin.periksa": lambda k: k.meja.petugas.pin.periksa(
        (k.meja.petugas.pin.get(k.kasi),), "1"
    ),
    "petugas.pin.siapkan": lambda k: k.meja.petugas.pin.siapkan((k.kasi,)),
    "petugas.pin.sisa_jeda": lambda k: k.meja.petugas.pin.sisa_jeda((k.kasi,)),
    "petugas.sebut_buku_awal": lambda k: k.meja.petugas.sebut_buku_awal(),
    "radar.list_sering_kurang": lambda k: k.meja.radar.list_sering_kurang(
        "KK", k.sop().jenis[0], "35.16.13.2009"
    ),
    "rak.find_berlaku": lambda k: k.meja.rak.find_berlaku("KK"),
    "rak.find_terakhir": lambda k: k.meja.rak.find_terakhir("KK"),
    "rak.get": lambda k: k.meja.rak.get(k.sop().sidik),
    "rak.list_bawaan": lambda k: k.meja.rak.list_bawaan(),
    "rak.list_berjalan": lambda k: k.meja.rak.list_berjalan(),
    "rak.list_berlaku": lambda k: k.meja.rak.list_berlaku(),
    "rak.list_semua": lambda k: k.meja.rak.list_semua(),
    "register.list_baris": lambda k: k.meja.register.list_baris("KK", 2026),
    "register.list_buku": lambda k: k.meja.register.list_buku(),
    "register.list_cari": lambda k: k.meja.register.list_cari("suwarti"),
    "syarat.find_masalah": lambda k: k.meja.syarat.find_masalah("KK", "I.A.1"),
    "syarat.is_diubah": lambda k: k.meja.syarat.is_diubah("KK", "I.A.1"),
    "syarat.list_riwayat": lambda k: k.meja.syarat.list_riwayat("KK", "I.A.1"),
    "syarat.list_syarat": lambda k: k.meja.syarat.list_syarat(k.sop(), "I.A.1"),
    "syarat.terapkan": lambda k: k.meja.syarat.terapkan(k.sop()),
    "temuan.list_temuan": lambda k: k.meja.temuan.list_temuan(make_form()),
    "waktu.jam.find_tanya": lambda k: k.meja.waktu.jam.find_tanya(masuk=True),
    "waktu.jam.hari_periksa": lambda k: k.meja.waktu.jam.hari_periksa(),
    "waktu.jam.keraguan": lambda k: k.meja.waktu.jam.keraguan(),
    "waktu.jam.ulangi": lambda k: k.meja.waktu.jam.ulangi(),
    "waktu.tahun_buku.find_baru": lambda k: k.meja.waktu.tahun_buku.find_baru(),
    "waktu.tahun_buku.list_riwayat": lambda k: k.meja.waktu.tahun_buku.list_riwayat(),
}
"""Reads that are open to everybody: method -> the call."""

LIBUR = "tanggal,nama,jenis\n2027-01-01,Tahun Baru,libur nasional\n"


def _libur(k: Kantor):
    path = tujuan(k.store.terbuka.folder) / "hari_libur.csv"
    path.write_text(LIBUR, encoding="utf-8")
    return path
