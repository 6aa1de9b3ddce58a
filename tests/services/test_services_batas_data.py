"""A restricted case: nothing is deleted, its steps stop, looks are told, it can be lifted."""

from __future__ import annotations

import pytest
from builders import nilai_isian
from daya.kerja import gambar_kecil
from services.batas_uji import (
    HARI,
    NAMA_R,
    PEMBAWA_R,
    assert_tanpa_rahasia,
    batasi,
    perintah,
    terima,
)

from sooko_desk.data.store import Store
from sooko_desk.domain.dibatasi import DIBATASI
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.isian_awal import list_nilai_awal


def test_a_request_to_delete_leaves_number_and_chain_and_seals_the_content(diserahkan):
    kantor = diserahkan
    sebelum = kantor.store.permohonan.get(1)
    semula = kantor.store._db.execute_sql(
        "SELECT nama, nik, nkk, alamat, nomor_register FROM permohonan"
    ).fetchall()
    surat = {"surat": "12/PDP", "tanggal": "20/11/2026"}
    p = kantor.meja.batas.batasi(perintah(kantor, **surat), kantor.kasi)
    r = p.ringkasan
    assert r.dibatasi
    assert r.pemohon.nama == DIBATASI
    assert (r.nomor_tanda_bukti, r.nomor_register, r.layanan, r.posisi, r.diterima) == (
        sebelum.ringkasan.nomor_tanda_bukti,
        sebelum.ringkasan.nomor_register,
        "KK",
        "selesai",
        sebelum.ringkasan.diterima,
    )
    assert [(x.langkah, x.hasil, x.waktu) for x in p.riwayat[:-1]] == [
        (x.langkah, x.hasil, x.waktu) for x in sebelum.riwayat
    ]
    akhir = p.riwayat[-1]
    assert (akhir.alasan, akhir.rincian) == ("Diminta pemohon", {"Surat": "12/PDP tgl 20/11/2026"})
    assert_tanpa_rahasia(p)
    # Nothing was deleted or overwritten, and the chain holds.
    sql = "SELECT nama, nik, nkk, alamat, nomor_register FROM permohonan"
    assert kantor.store._db.execute_sql(sql).fetchall() == semula
    assert kantor.store.rantai.periksa_lengkap().putus == ()
    [kejadian] = kantor.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBATASI])
    assert kejadian.permohonan_id == 1
    assert_tanpa_rahasia(kejadian)


def test_it_stays_restricted_in_a_register_that_is_opened_anew(dibatasi, folder_data):
    dibatasi.store.close()
    lagi = Store(folder_data)
    try:
        assert lagi.permohonan.get(1).ringkasan.dibatasi
        assert lagi.permohonan.list_dibatasi() == {1}
    finally:
        lagi.close()


def test_its_steps_stop_and_its_place_may_be_noted(kantor):
    terima(kantor)
    kasus = kantor.gerak(kantor.store.permohonan.get(1), "periksa", "lengkap")
    versi = batasi(kantor).ringkasan.versi
    assert versi == kasus.ringkasan.versi + 1
    buka = kantor.meja.alur.buka(1, kantor.operator)
    assert buka.boleh == frozenset()
    assert list_nilai_awal(buka.terbuka[0].isian, buka.permohonan, kantor.meja.tabel, HARI) == {}
    entri = kantor.sop().get_langkah("entri")
    isian = {i.id: nilai_isian(i) for i in entri.list_isian("I.A.1")}
    gerak = PerintahGerak("g", 1, versi, "entri", entri.hasil[0].id, isian=isian)
    with pytest.raises(RuleError, match=r"Ctrl.Shift.D"):
        kantor.meja.alur.jalankan(gerak, kantor.operator)
    kode = kantor.store.permohonan.get(1).berkas[0].kode
    asli = kantor.store._db.execute_sql("SELECT count(*) FROM peristiwa").fetchone()
    with pytest.raises(RuleError, match="dibatasi"):
        kantor.meja.lampiran.tambah_isi(
            "l", kantor.store.permohonan.get(1), kode, "a.png", gambar_kecil(1), kantor.operator
        )
    assert kantor.store._db.execute_sql("SELECT count(*) FROM peristiwa").fetchone() == asli
    kantor.meja.pengambilan.atur_tempat("p", [1], "Rak B-3", kantor.operator)
    assert kantor.store.permohonan.get(1).ringkasan.tempat == "Rak B-3"


def test_a_scan_keeps_its_content_and_not_its_name(kantor):
    kasus = terima(kantor)
    kode = kasus.berkas[0].kode
    satu = kantor.meja.lampiran.tambah_isi(
        "l", kasus, kode, "xenia.png", gambar_kecil(1), kantor.operator
    )
    batasi(kantor)
    [(_, lampiran)] = kantor.store.lampiran.list_semua()
    assert (lampiran.nama, lampiran.sidik) == (DIBATASI, satu.sidik)
    assert kantor.meja.lampiran.periksa() == ()


def test_lifting_it_gives_everything_back_and_both_stand_in_the_story(dibatasi):
    kantor = dibatasi
    dibuka = kantor.meja.batas.cabut(perintah(kantor, alasan="Ditarik kembali"), kantor.kasi)
    assert dibuka.ringkasan.pemohon.nama == NAMA_R
    assert dibuka.pembawa.nama == PEMBAWA_R
    assert dibuka.isian
    assert [p.hasil for p in dibuka.riwayat[-2:]] == ["dibatasi", "dicabut"]
    cerita = kantor.meja.cetak_cerita.susun_cerita(dibuka)
    assert [c.hasil for c in cerita[-2:]] == ["Data pribadi dibatasi", "Batas data dicabut"]
    assert len(kantor.meja.register.list_cari("xenia")) == 1
    assert kantor.meja.batas.buka(1, kantor.kasi).peristiwa is None
    assert kantor.meja.buku.build("KK", 2026).dibatasi == 0
    assert kantor.store.rantai.periksa_lengkap().putus == ()


def test_a_look_is_written_down_before_it_is_had(dibatasi):
    kantor = dibatasi
    penuh = kantor.meja.batas.lihat(1, " Diminta  polisi ", kantor.kasi)
    assert penuh.ringkasan.pemohon.nama == NAMA_R
    [kejadian] = kantor.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    assert kejadian.isi == {"apa": "data yang dibatasi", "alasan": "Diminta polisi"}
    assert kantor.store.permohonan.get(1).ringkasan.dibatasi
    with pytest.raises(FieldsError):
        kantor.meja.batas.lihat(1, " ", kantor.kasi)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        kantor.meja.batas.lihat(1, "Ingin tahu", kantor.operator)


def test_the_other_cases_of_the_same_person_are_named_first(dibatasi):
    kantor = dibatasi
    terima(kantor)
    terima(kantor)
    keadaan = kantor.meja.batas.buka(2, kantor.kasi)
    assert keadaan.lain == ("TB-KK-2026-00003",)
    assert kantor.meja.batas.buka(1, kantor.kasi).lain == ()


def test_the_same_press_and_the_same_wish_do_nothing_twice(kantor):
    terima(kantor)
    satu = perintah(kantor)
    pertama = kantor.meja.batas.batasi(satu, kantor.kasi)
    assert kantor.meja.batas.batasi(satu, kantor.kasi) == pertama
    assert kantor.meja.batas.buka(1, kantor.kasi).peristiwa == pertama.riwayat[-1]
    with pytest.raises(RuleError, match="sudah dibatasi"):
        kantor.meja.batas.batasi(perintah(kantor), kantor.kasi)
    kantor.terima()
    with pytest.raises(RuleError, match="tidak dibatasi"):
        kantor.meja.batas.cabut(perintah(kantor, 2), kantor.kasi)
    with pytest.raises(RuleError, match="tidak dibatasi"):
        kantor.meja.batas.lihat(2, "Ingin tahu", kantor.kasi)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        kantor.meja.batas.batasi(perintah(kantor, 2), kantor.operator)


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"alasan": " "}, "alasan"),
        ({"surat": "x" * 61}, "surat"),
        ({"surat": "12 🙂"}, "surat"),
        ({"tanggal": "31/2/2026"}, "tanggal"),
        ({"tanggal": "24/11/2026"}, "tanggal"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(kantor, ganti, bidang):
    terima(kantor)
    with pytest.raises(FieldsError) as galat:
        kantor.meja.batas.batasi(perintah(kantor, **ganti), kantor.kasi)
    assert list(galat.value.per_field) == [bidang]
    assert not kantor.store.permohonan.get(1).ringkasan.dibatasi


def test_a_backup_of_it_is_proved_as_any_other(dibatasi, tmp_path):
    tujuan = tmp_path / "stik"
    tujuan.mkdir()
    dibatasi.meja.jaga.cadangan.buat(tujuan, dibatasi.kasi)
    assert dibatasi.meja.jaga.cadangan.periksa(tujuan, Kemajuan()) is not None


def test_the_page_is_opened_for_the_kasi_alone_and_told(dibatasi):
    catatan = dibatasi.meja.catatan
    catatan.catat_halaman_dibatasi("Register KK 2026", 1, dibatasi.kasi)
    [kejadian] = dibatasi.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    assert kejadian.isi["dokumen"] == "Register KK 2026"
    with pytest.raises(RuleError, match="Hanya Kasi"):
        catatan.catat_halaman_dibatasi("Register KK 2026", 1, dibatasi.operator)
