import datetime as dt
import re
from dataclasses import fields, replace

import peewee as pw
import pytest
from builders import DESA, NAMA, NIK, NIK_LAIN, NKK, list_tanda, make_form
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError, UserError
from sooko_desk.domain.permohonan import Pembawa, Pengantar, TandaBerkas
from sooko_desk.domain.waktu import WIB
from sooko_desk.printing.huruf import huruf_tak_tercetak
from sooko_desk.services.penerimaan import FormPenerimaan


def hitung(store):
    tabel = ("permohonan", "nomor", "peristiwa", "berkas", "sop_tersimpan", "cari")
    return [store._db.execute_sql(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tabel]


GALAT = [
    ("layanan", {"layanan": ""}, "Pilih layanan dulu"),
    ("layanan", {"layanan": "SIM"}, "Pilih layanan dulu"),
    ("jenis", {"jenis": ""}, "Pilih alasan permohonan"),
    ("jenis", {"jenis": "II.A"}, "Pilih alasan permohonan"),
    ("jenis", {"berkas": (TandaBerkas("asing", ada=True),)}, "Daftar berkas .* sudah berubah"),
    ("nik", {"nik": ""}, "NIK belum diisi"),
    ("nik", {"nik": NIK[:15]}, "NIK harus 16 angka; yang terketik 15"),
    ("nik", {"nik": NIK + "1"}, "NIK harus 16 angka; yang terketik 17"),
    ("nik", {"nik": "O" + NIK[1:]}, r"Mungkin maksudnya angka 0 \(nol\)"),
    ("nik", {"nik": "３" + NIK[1:]}, "bukan 0 sampai 9 biasa"),
    ("nik", {"nik": NIK[:12] + "0000"}, "tidak mungkin 0000"),
    ("nik", {"nik": "3516133104909001"}, "April hanya sampai tanggal 30"),
    ("nik", {"nik": "3516137208459001"}, "41 sampai 71"),
    ("nik", {"nik": "3516131713459001"}, "harus 01 sampai 12"),
    ("nik", {"nik": "0516131708459001"}, "tidak diawali angka 0"),
    ("nama", {"nama": ""}, "Nama pemohon belum diisi"),
    ("nama", {"nama": " \n\t"}, "Nama pemohon belum diisi"),
    ("nama", {"nama": "A" * 200}, "Nama pemohon 200 huruf .* paling banyak 60"),
    ("nama", {"nama": "Budi 😀"}, "emoji"),
    ("nama", {"nama": "Иван"}, "bukan huruf Latin"),
    ("nama", {"nama": "...."}, "belum memuat huruf"),
    ("nama", {"nama": "Schɐfer"}, 'Nama pemohon memuat huruf "ɐ" yang tidak dapat dicetak'),
    ("nkk", {"nkk": "123"}, "No KK harus 16 angka; yang terketik 3"),
    ("nkk", {"nkk": "0" * 16}, "tidak mungkin angka 0 semua"),
    ("desa", {"desa": ""}, "Pilih desa pemohon"),
    ("desa", {"desa": "35.16.13.2999"}, "tidak ada dalam daftar"),
    ("alamat", {"alamat": "a" * 101}, "Alamat paling banyak 100 huruf; yang terketik 101"),
    ("alamat", {"alamat": "Jl. 😀"}, "Alamat memuat gambar/emoji yang tidak dapat dicetak"),
    ("alamat", {"alamat": "Jl.\u202e Contoh"}, "tanda yang tidak tampak yang tidak dapat dicetak"),
    ("alamat", {"alamat": "Jl. 漢"}, 'Alamat memuat huruf "漢" yang tidak dapat dicetak'),
    ("rt", {"rt": "satu"}, "RT diisi angka saja"),
    ("rt", {"rt": "1-2"}, "RT diisi angka saja"),
    ("rw", {"rw": "1234"}, "RW paling banyak 3 angka"),
    ("telepon", {"telepon": "0812x"}, "hanya berisi angka"),
    ("telepon", {"telepon": "0812"}, "9 sampai 14 angka"),
    ("pembawa_nama", {"pembawa_hubungan": "anak"}, "Nama pembawa berkas belum diisi"),
    ("pembawa_nama", {"pembawa_telepon": "081234567890"}, "Nama pembawa berkas belum diisi"),
    ("pembawa_nama", {"pembawa_nama": "😀", "pembawa_hubungan": "anak"}, "emoji"),
    ("pembawa_hubungan", {"pembawa_nama": "Tono"}, "Pilih hubungan pembawa"),
    ("pembawa_hubungan", {"pembawa_nama": "Tono", "pembawa_hubungan": "x"}, "Pilih hubungan"),
    (
        "pembawa_telepon",
        {"pembawa_nama": "Tono", "pembawa_hubungan": "anak", "pembawa_telepon": "1"},
        "Nomor telepon",
    ),
    ("pengantar_nomor", {"pengantar_nomor": "1" * 61}, "Nomor surat paling banyak 60 huruf"),
    ("pengantar_nomor", {"pengantar_nomor": "470/漢"}, "Nomor surat memuat"),
    ("pengantar_tanggal", {"pengantar_tanggal": "31/4/2026"}, "hanya sampai tanggal 30"),
    ("pengantar_tanggal", {"pengantar_tanggal": "24/11/2026"}, "lewat dari hari ini"),
    ("pengantar_penanda", {"pengantar_penanda": "1234"}, "belum memuat huruf"),
    ("catatan", {"catatan": "a" * 201}, "Catatan paling banyak 200 huruf"),
    ("catatan", {"catatan": "a\x00b"}, "tanda yang tidak tampak"),
]  # fmt: skip


@pytest.mark.parametrize(("bidang", "ganti", "kalimat"), GALAT)
def test_a_wrong_field_is_told_beside_it_and_nothing_is_stored(kantor, bidang, ganti, kalimat):
    form = replace(make_form(), **ganti)
    sebelum = hitung(kantor.store)
    galat = kantor.meja.penerimaan.periksa(form).galat
    assert set(galat) == {bidang}
    assert re.search(kalimat, galat[bidang])
    with pytest.raises(FieldsError) as ditolak:
        kantor.meja.penerimaan.terima(form, kantor.operator, peringatan_dilihat=True)
    assert ditolak.value.per_field == galat
    assert hitung(kantor.store) == sebelum


def test_an_empty_form_tells_all_that_is_missing_at_once(meja):
    hasil = meja.penerimaan.periksa(FormPenerimaan("t"))
    assert set(hasil.galat) == {"layanan", "nik", "nama", "desa"}
    assert (hasil.peringatan, hasil.keterangan) == ({}, {})


def test_every_message_stands_beside_a_field_of_the_form():
    assert {bidang for bidang, _, _ in GALAT} <= {f.name for f in fields(FormPenerimaan)}


PERINGATAN = [
    ("nama", {"nama": "Budi 2"}, "memuat angka"),
    ("nik", {"nik": "9916131708459001"}, "bukan kode provinsi mana pun"),
    ("nik", {"nik": "3516991708459001"}, "tidak ada di Kabupaten Mojokerto"),
    ("nkk", {"nkk": "3516132111250000"}, "bukan 0000"),
    ("nkk", {"nkk": "3516132411269001"}, "belum terjadi"),
    ("nkk", {"nkk": NIK}, "No KK sama dengan NIK"),
]


@pytest.mark.parametrize(("bidang", "ganti", "kalimat"), PERINGATAN)
def test_a_doubt_is_shown_once_and_then_the_case_is_stored(kantor, bidang, ganti, kalimat):
    form = replace(make_form(), **ganti)
    sebelum = hitung(kantor.store)
    with pytest.raises(PeringatanError, match="ada yang perlu dilihat") as dilihat:
        kantor.meja.penerimaan.terima(form, kantor.operator)
    assert set(dilihat.value.per_field) == {bidang}
    assert re.search(kalimat, dilihat.value.per_field[bidang])
    assert dilihat.value.per_field == kantor.meja.penerimaan.periksa(form).peringatan
    assert hitung(kantor.store) == sebelum
    permohonan = kantor.meja.penerimaan.terima(form, kantor.operator, peringatan_dilihat=True)
    assert permohonan.ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"


def test_an_error_goes_before_a_doubt(kantor):
    form = make_form(nama="Budi 2", desa="")
    for dilihat in (False, True):
        with pytest.raises(FieldsError):
            kantor.meja.penerimaan.terima(form, kantor.operator, peringatan_dilihat=dilihat)


def test_the_nik_is_explained_while_the_form_is_filled(meja):
    hasil = meja.penerimaan.periksa(make_form())
    assert (hasil.galat, hasil.peringatan) == ({}, {})
    assert "Perempuan, lahir 17/08/1945, wilayah Sooko" in hasil.keterangan["nik"]


@pytest.mark.parametrize(
    ("ganti", "bidang", "simpan"),
    [
        ({"nik": f" {NIK[:6]}.{NIK[6:12]}-{NIK[12:]}\n"}, "nik", NIK),
        ({"nkk": ""}, "nkk", ""),
        ({"nkk": " - "}, "nkk", ""),
        ({"nkk": f"{NKK[:8]}\n{NKK[8:]}"}, "nkk", NKK),
        ({"nama": "Sa’diyah"}, "nama", "Sa'diyah"),
        ({"nama": "Suparman"}, "nama", "Suparman"),
        ({"nama": "A" * 60}, "nama", "A" * 60),
        ({"nama": "Jose\u0301 de la O’Brien, S.Pd."}, "nama", "José de la O'Brien, S.Pd."),
        ({"alamat": " Jl.  Ijen\n No. 1 – Gg. Pe\u0301"}, "alamat", "Jl. Ijen No. 1 – Gg. Pé"),
        ({"rt": "", "rw": "0"}, "rt", ""),
        ({"rt": "7"}, "rt", "007"),
        ({"telepon": "+62 812-3456-7890"}, "telepon", "081234567890"),
    ],
)
def test_what_is_typed_loosely_is_stored_neatly(kantor, ganti, bidang, simpan):
    permohonan = kantor.terima(**ganti)
    assert getattr(permohonan.ringkasan.pemohon, bidang) == simpan


def test_a_case_begins_with_all_that_was_on_the_form(kantor):
    tanda = list_tanda(kantor.sop(), "I.A.1")[:1]
    permohonan = kantor.terima(
        berkas=tanda, pembawa_nama=" Tono  Misal", pembawa_hubungan="anak",
        pembawa_telepon="0812-3456-7891", pengantar_nomor=" 470/12 /2026 ",
        pengantar_tanggal="20 Nov 2026", pengantar_penanda=" Kades  Contoh ",
        catatan=" minta\ncepat ",
    )  # fmt: skip
    r = permohonan.ringkasan
    assert (r.layanan, r.jenis_kode, r.posisi, r.menunggu) == ("KK", "I.A.1", "periksa", "")
    assert (r.status, r.versi) == ("Menunggu pemeriksaan Kasi", 1)
    assert r.diterima == r.posisi_sejak == kantor.clock.now()
    assert (r.nomor_tanda_bukti, r.kode_pindai) == ("471.14/TB-1/416-313/2026", "TB-KK-2026-00001")
    assert (r.pemohon.nama, r.pemohon.desa, r.pemohon.rt) == (NAMA, DESA, "001")
    assert permohonan.pembawa == Pembawa("Tono Misal", "anak", "081234567891")
    assert permohonan.pengantar == Pengantar("470/12 /2026", dt.date(2026, 11, 20), "Kades Contoh")
    assert permohonan.catatan == "minta cepat"
    syarat = kantor.sop().get_jenis("I.A.1").syarat
    assert [(b.kode, b.ada) for b in permohonan.berkas] == [
        (s.kode, s.kode == tanda[0].kode) for s in syarat
    ]
    [peristiwa] = permohonan.riwayat
    assert (peristiwa.langkah, peristiwa.hasil) == ("terima", "diterima")
    assert (peristiwa.petugas, peristiwa.urut) == (kantor.operator.nama, 1)


def test_the_kasi_does_not_receive_papers(kantor):
    with pytest.raises(RuleError, match="dicatat oleh Operator"):
        kantor.meja.penerimaan.terima(make_form(), kantor.kasi)
    assert hitung(kantor.store)[0] == 0


def test_the_services_are_offered_in_the_order_of_the_tabs(meja):
    assert [s.layanan for s in meja.penerimaan.list_layanan()] == ["KK", "KTP"]


def test_the_same_form_saved_twice_is_one_case_with_one_number(kantor):
    form = make_form()
    satu = kantor.meja.penerimaan.terima(form, kantor.operator)
    dua = kantor.meja.penerimaan.terima(replace(form, nama="Lain"), kantor.operator)
    assert satu == dua
    assert hitung(kantor.store)[:3] == [1, 1, 1]
    lain = kantor.meja.penerimaan.terima(make_form(nik=NIK_LAIN), kantor.operator)
    assert lain.ringkasan.nomor_tanda_bukti == "471.14/TB-2/416-313/2026"


@pytest.mark.parametrize("tabel", ["sop_tersimpan", "permohonan", "nomor", "berkas", "peristiwa"])
def test_a_failure_in_the_middle_stores_nothing_and_takes_no_number(kantor, tabel):
    sebelum = hitung(kantor.store)
    kantor.store._db.execute_sql(
        f"CREATE TEMP TRIGGER gagal AFTER INSERT ON {tabel} "
        "BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END"
    )
    form = make_form(berkas=list_tanda(kantor.sop(), "I.A.1"))
    with pytest.raises(UserError, match="Belum tersimpan; coba lagi"):
        kantor.meja.penerimaan.terima(form, kantor.operator)
    assert hitung(kantor.store) == sebelum
    kantor.store._db.execute_sql("DROP TRIGGER gagal")
    permohonan = kantor.meja.penerimaan.terima(form, kantor.operator)
    assert permohonan.ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"


@pytest.mark.parametrize("tabel", ["peristiwa", "nomor", "isian"])
def test_a_move_that_fails_in_the_middle_moves_nothing(kantor, tabel):
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    kantor.store._db.execute_sql(
        f"CREATE TEMP TRIGGER gagal AFTER INSERT ON {tabel} "
        "BEGIN SELECT RAISE(ABORT, 'kerusakan uji'); END"
    )
    with pytest.raises(pw.IntegrityError, match="kerusakan uji"):
        kantor.gerak(permohonan, "cetak", "tercetak")
    kantor.store._db.execute_sql("DROP TRIGGER gagal")
    sekarang = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator).permohonan
    assert sekarang == permohonan
    permohonan = kantor.gerak(permohonan, "cetak", "tercetak")
    assert permohonan.ringkasan.nomor_register == "471.14/1/416-313/2026"


def test_a_full_disk_is_told_and_the_next_try_goes_on_without_a_gap(kantor):
    db = kantor.store._db
    halaman = db.execute_sql("PRAGMA page_count").fetchone()[0]
    db.execute_sql(f"PRAGMA max_page_count = {halaman}")
    form = make_form(catatan="c" * 200, berkas=list_tanda(kantor.sop(), "I.A.1"))

    def fill_the_disk():
        for _ in range(50):
            kantor.meja.penerimaan.terima(replace(form, token=make_form().token), kantor.operator)

    with pytest.raises(UserError, match="Cakram komputer penuh"):
        fill_the_disk()
    banyak, nomor, peristiwa, *_ = hitung(kantor.store)
    assert banyak == nomor == peristiwa < 50
    db.execute_sql("PRAGMA max_page_count = 100000")
    permohonan = kantor.meja.penerimaan.terima(form, kantor.operator)
    assert permohonan.ringkasan.kode_pindai == f"TB-KK-2026-{banyak + 1:05}"


def test_a_new_sop_at_midnight_does_not_break_a_form_that_stands_open(kantor):
    form = make_form(berkas=(*list_tanda(kantor.sop(), "I.A.1"), TandaBerkas("lama", ada=True)))
    kantor.clock.atur(dt.datetime(2026, 11, 24, 0, 1, tzinfo=WIB))
    with pytest.raises(FieldsError) as galat:
        kantor.meja.penerimaan.terima(form, kantor.operator)
    assert "Pilih lagi alasan permohonan" in galat.value.per_field["jenis"]


TEKS = [f.name for f in fields(FormPenerimaan) if f.name not in ("token", "berkas", "tunggu_id")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.dictionaries(st.sampled_from(TEKS), st.text(max_size=70)))
def test_any_typing_gives_sentences_or_printable_values(kantor, ganti):
    form = replace(make_form(), **ganti)
    hasil = kantor.meja.penerimaan.periksa(form)
    assert set(hasil.galat) <= set(TEKS)
    if not hasil.galat:
        p = kantor.meja.penerimaan.terima(form, kantor.operator, peringatan_dilihat=True)
        cetak = (p.ringkasan.pemohon.nama, p.ringkasan.pemohon.alamat, p.pengantar.nomor, p.catatan)
        for teks in (*cetak, p.pembawa.nama, p.pengantar.penanda_tangan):
            assert huruf_tak_tercetak(teks) == ""
