"""Scans of a case: file first, then row and event in one unit; never half."""

from __future__ import annotations

import pytest
from builders import NIK, make_meja
from services.pindaian_uji import berbintik as bintik
from services.pindaian_uji import (
    jpeg,
    list_bin,
    pdf,
    peristiwa,
    png,
    simpan,
    tiff,
    token,
    tulis,
)

from sooko_desk.data.brankas import NAMA_FOLDER
from sooko_desk.data.lampiran import LampiranBaru
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.lampiran import JenisLampiran

# Adding and taking off ---------------------------------------------------------------------------


def test_a_file_becomes_a_scan_of_its_paper_and_part_of_the_story(
    kantor, lampiran, kasus, kode, tmp_path, clock
):
    path = tulis(tmp_path, f"KK {NIK}.tif", tiff(2))
    satu = lampiran.tambah(token(), kasus, kode, path, kantor.operator)
    assert (satu.permohonan_id, satu.berkas_kode) == (kasus.ringkasan.id, kode)
    assert (satu.nama, satu.jenis, satu.halaman) == (
        "KK ************9001.tif",
        JenisLampiran.TIFF,
        2,
    )
    assert (satu.ukuran, satu.petugas) == (len(tiff(2)), kantor.operator.nama)
    assert (satu.waktu, satu.dilepas) == (clock.now(), None)
    assert lampiran.list(kasus.ringkasan.id) == (satu,)
    assert lampiran.baca(satu) == tiff(2)
    kisah = peristiwa(kantor, kasus)
    assert [(p.hasil, p.rincian) for p in kisah] == [
        ("tambah", {"Pindaian": f"{kasus.berkas[0].nama} (2 halaman)"})
    ]
    assert (kisah[0].dari, kisah[0].ke) == (kasus.ringkasan.posisi, kasus.ringkasan.posisi)


def test_a_pasted_picture_may_belong_to_no_paper(kantor, lampiran, kasus):
    satu = lampiran.tambah_isi(token(), kasus, "", "", png(), kantor.operator)
    assert (satu.nama, satu.jenis, satu.berkas_kode) == ("pindaian", JenisLampiran.PNG, "")
    assert peristiwa(kantor, kasus)[0].rincian == {"Pindaian": "Lain-lain (1 halaman)"}


def test_a_scan_goes_beside_a_case_that_moved_meanwhile_and_leaves_it_where_it_is(
    kantor, lampiran, kasus, kode
):
    pindah = kantor.gerak(kasus, kasus.ringkasan.posisi, "lengkap")
    lampiran.tambah_isi(token(), kasus, kode, "a.png", png(), kantor.operator)
    sesudah = kantor.store.permohonan.get(kasus.ringkasan.id).ringkasan
    assert (sesudah.posisi, sesudah.status) == (pindah.ringkasan.posisi, pindah.ringkasan.status)
    assert sesudah.posisi_sejak == pindah.ringkasan.posisi_sejak


def test_the_same_token_stores_once_though_the_file_is_gone(
    kantor, lampiran, kasus, kode, tmp_path
):
    path = tulis(tmp_path, "a.pdf", pdf())
    kunci = token()
    satu = lampiran.tambah(kunci, kasus, kode, path, kantor.operator)
    lain = lampiran.tambah_isi(token(), kasus, kode, "b.png", png(), kantor.operator)
    path.unlink()
    assert lampiran.tambah(kunci, kasus, kode, path, kantor.operator) == satu
    assert lampiran.tambah_isi(kunci, kasus, "", "c.jpg", jpeg(), kantor.operator) == satu
    assert lampiran.list(kasus.ringkasan.id) == (satu, lain)
    assert len(peristiwa(kantor, kasus)) == 2


def test_a_token_finds_its_own_scan_among_many_of_one_instant(kantor, lampiran, kasus, kode):
    kunci = [token() for _ in range(5)]
    asal = [
        lampiran.tambah_isi(k, kasus, kode, f"{n}.png", png(lebar=20 + n), kantor.operator)
        for n, k in enumerate(kunci)
    ]
    lampiran.lepas(token(), asal[1].id, kantor.operator)
    lagi = [lampiran.tambah_isi(k, kasus, kode, "x", png(), kantor.operator) for k in kunci]
    assert [satu.id for satu in lagi] == [satu.id for satu in asal]


def test_the_same_content_is_one_file_for_all_who_use_it(kantor, lampiran, kasus, folder_data):
    lain = kantor.terima(nama="Orang Lain")
    a, b = kasus.berkas[0].kode, kasus.berkas[1].kode
    for permohonan, berkas in ((kasus, a), (kasus, b), (lain, a)):
        lampiran.tambah_isi(token(), permohonan, berkas, "a.png", png(), kantor.operator)
    assert len(list_bin(folder_data)) == 1
    assert len(lampiran.list(kasus.ringkasan.id)) == 2


def test_the_same_content_is_not_put_twice_on_one_paper(kantor, lampiran, kasus, kode):
    satu = lampiran.tambah_isi(token(), kasus, kode, "a.png", png(), kantor.operator)
    with pytest.raises(RuleError, match="sudah ada pada “" + kasus.berkas[0].nama[:10]):
        lampiran.tambah_isi(token(), kasus, kode, "b.png", png(), kantor.operator)
    lampiran.lepas(token(), satu.id, kantor.operator)
    lagi = lampiran.tambah_isi(token(), kasus, kode, "b.png", png(), kantor.operator)
    assert lagi.dilepas is None


def test_a_paper_that_the_case_has_not_is_refused(kantor, lampiran, kasus, folder_data):
    with pytest.raises(RuleError, match="tidak ada dalam daftar permohonan ini"):
        lampiran.tambah_isi(token(), kasus, "x9", "a.png", png(), kantor.operator)
    assert lampiran.list(kasus.ringkasan.id) == ()
    assert lampiran.bersihkan() == 1
    assert list_bin(folder_data) == []


def test_taking_off_keeps_row_and_file_and_is_told(kantor, lampiran, kasus, kode, clock):
    satu = lampiran.tambah_isi(token(), kasus, kode, "a.png", png(), kantor.operator)
    clock.maju(5)
    kunci = token()
    lepas = lampiran.lepas(kunci, satu.id, kantor.kasi)
    assert (lepas.dilepas, lepas.petugas) == (clock.now(), kantor.operator.nama)
    assert lampiran.list(kasus.ringkasan.id) == (lepas,)
    assert lampiran.baca(lepas) == png()
    assert lampiran.lepas(kunci, satu.id, kantor.kasi) == lepas
    with pytest.raises(RuleError, match="sudah dilepas"):
        lampiran.lepas(token(), satu.id, kantor.kasi)
    with pytest.raises(RuleError, match="tidak ada dalam register"):
        lampiran.lepas(token(), 999, kantor.kasi)
    kisah = peristiwa(kantor, kasus)
    assert [(p.hasil, p.petugas) for p in kisah] == [
        ("tambah", kantor.operator.nama),
        ("lepas", kantor.kasi.nama),
    ]
    assert kisah[1].rincian == {"Pindaian": f"{kasus.berkas[0].nama} (1 halaman)"}
    assert lampiran.bersihkan() == 0
    assert lampiran.periksa() == ()


def test_what_another_press_stored_meanwhile_is_found_inside_the_unit(
    kantor, lampiran, kasus, kode, monkeypatch
):
    """The look before the unit sees nothing yet; the unit's own look decides."""
    satu = lampiran.tambah_isi(kunci := token(), kasus, kode, "a.png", png(), kantor.operator)
    lepas = lampiran.lepas(kunci_lepas := token(), satu.id, kantor.operator)
    gerak = lampiran._gerak(kunci, kasus.ringkasan.id, "tambah", "x", kantor.operator)
    baru = LampiranBaru(gerak, kode, satu.sidik, "a", satu.jenis, 1, 1)
    assert kantor.store.lampiran.tambah(baru) == satu.id
    gerak = lampiran._gerak(kunci_lepas, kasus.ringkasan.id, "lepas", "x", kantor.operator)
    assert kantor.store.lampiran.lepas(satu.id, gerak) == satu.id
    assert kantor.store.lampiran.get(satu.id) == lepas
    assert len(peristiwa(kantor, kasus)) == 2


# The rest ----------------------------------------------------------------------------------------


def test_a_scan_is_shown_page_by_page_and_copied_small(kantor, lampiran, kasus, kode, tmp_path):
    isi = simpan(bintik(500, 700), "TIFF", save_all=True, append_images=[bintik(500, 700)])
    satu = lampiran.tambah_isi(token(), kasus, kode, "KK.tif", isi, kantor.operator)
    assert lampiran.halaman(satu, 2, 100).startswith(b"\x89PNG")
    hasil = lampiran.kecilkan(satu, 600_000)
    assert hasil.ukuran <= 600_000
    assert lampiran.halaman_salinan(hasil, 2, 100).startswith(b"\x89PNG")
    tersimpan = lampiran.simpan_salinan(hasil, tmp_path / "unggah")
    assert tersimpan == tmp_path / "unggah.pdf"
    assert tersimpan.read_bytes() == hasil.isi


def test_the_vault_is_found_again_after_the_program_was_closed(
    kantor, lampiran, kasus, kode, folder_data, clock
):
    satu = lampiran.tambah_isi(token(), kasus, kode, "a.png", png(), kantor.operator)
    kantor.store.close()
    lagi = make_meja(folder_data, clock)
    try:
        lampiran = lagi.meja.lampiran
        assert lampiran.list(kasus.ringkasan.id) == (satu,)
        assert lampiran.baca(satu) == png()
    finally:
        lagi.store.close()


def test_the_check_names_every_fault(kantor, lampiran, kasus, kode, folder_data):
    utuh, hilang, rusak = (
        lampiran.tambah_isi(token(), kasus, kode, f"{n}.png", png(lebar=30 + n), kantor.operator)
        for n in range(3)
    )
    lain = kasus.berkas[1].kode
    lampiran.tambah_isi(token(), kasus, lain, "2.png", png(lebar=32), kantor.operator)
    assert lampiran.periksa() == ()
    lampiran.siapkan_isi("orphan.png", png(lebar=99))
    (folder_data / NAMA_FOLDER / "Thumbs.db").write_bytes(b"foreign")
    letak = {p.stem: p for p in list_bin(folder_data)}
    letak[hilang.sidik].unlink()
    isi = bytearray(letak[rusak.sidik].read_bytes())
    isi[-1] ^= 1
    letak[rusak.sidik].write_bytes(isi)
    nomor = kasus.ringkasan.nomor_tanda_bukti
    saran = "Kembalikan dari cadangan, atau pindai ulang."
    assert lampiran.periksa() == (
        f"Pindaian “1.png” pada permohonan {nomor} hilang. {saran}",
        f"Pindaian “2.png” pada permohonan {nomor} rusak. {saran}",
        f"Pindaian “2.png” pada permohonan {nomor} rusak. {saran}",
        (
            "Ada 1 berkas pindaian yang tidak tercatat dalam register. Tidak berbahaya; "
            "dibersihkan saat program dibuka."
        ),
        "Berkas “Thumbs.db” di folder pindaian bukan buatan program ini.",
    )
    assert lampiran.bersihkan() == 1
    assert len(lampiran.periksa()) == 4
    assert lampiran.baca(utuh) == png(lebar=30)


def test_the_upload_limit_is_set_by_the_kasi(kantor, lampiran):
    assert lampiran.batas_unggah == 1_000_000
    lampiran.simpan_batas_unggah(350, kantor.kasi)
    assert lampiran.batas_unggah == 350_000
    for salah in (0, 99, 25_001, -5):
        with pytest.raises(UserError, match="antara 100 dan 25000 kB"):
            lampiran.simpan_batas_unggah(salah, kantor.kasi)
    with pytest.raises(RuleError, match="mengubah batas unggah"):
        lampiran.simpan_batas_unggah(500, kantor.operator)
    assert lampiran.batas_unggah == 350_000


def test_every_method_that_the_docs_call_thread_safe_keeps_off_the_register(
    kantor, lampiran, kasus, kode, tmp_path
):
    """The register belongs to the window's thread: with it closed, these still work."""
    satu = lampiran.tambah_isi(token(), kasus, kode, "a.png", png(), kantor.operator)
    kantor.store.close()
    lampiran.siapkan(tulis(tmp_path, "b.pdf", pdf()))
    assert lampiran.baca(satu) == png()
    lampiran.halaman(satu, 1, 50)
    hasil = lampiran.kecilkan(satu, 100_000)
    lampiran.halaman_salinan(hasil, 1, 50)
    assert lampiran.simpan_salinan(hasil, tmp_path / "x").name == "x.jpg"
