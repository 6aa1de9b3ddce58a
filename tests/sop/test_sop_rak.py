"""The shelf: which version is in force, what a broken file does, a third service without code."""

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.sop import Peran
from sooko_desk.sop import RakSop, load_rak, load_sop, load_tabel, parse_sop

FOLDER = Path(__file__).resolve().parents[2] / "sop_data"
AWAL = dt.date(2026, 1, 7)
HARI = st.dates(dt.date(2025, 1, 1), dt.date(2030, 12, 31))
BAWAAN = load_rak([FOLDER])
TABEL = load_tabel(FOLDER / "tabel")


def _versi(layanan, tanggal, urutan=0, sidik=""):
    sop = BAWAAN.sop[0]
    return replace(
        sop,
        layanan=layanan,
        urutan=urutan,
        sidik=sidik,
        lembar=replace(sop.lembar, tanggal_efektif=tanggal),
    )


def test_a_third_service_needs_only_a_data_file(folder_kia):
    (folder_kia / "tabel" / "agama.csv").write_text("kode,nama\n1,ISLAM\n", encoding="utf-8")
    rak = load_rak([FOLDER, folder_kia])
    assert rak.masalah == ()
    assert [s.layanan for s in rak.list_layanan(AWAL)] == ["KK", "KTP", "KIA"]
    kia = rak.find_berlaku("KIA", AWAL)
    assert kia.awal.id == "terima"
    assert kia.get_langkah("serahkan").peran == {Peran.OPERATOR, Peran.KASI}
    assert [p.nama for p in kia.get_langkah("cetak").isian[2].pilihan] == ["A", "B"]
    assert [p.nama for p in kia.get_langkah("cetak").isian[3].pilihan] == ["Ada", "Tidak ada"]
    assert kia.get_langkah("cetak").kelengkapan == ""


def test_a_paper_takes_from_the_common_list_what_it_does_not_say_itself(teks_kia, tabel_kecil):
    kia = parse_sop(teks_kia, "kia.toml", tabel_kecil)
    umum, sendiri = kia.get_jenis("III.A").syarat[0], kia.get_jenis("III.B.1").syarat[0]
    assert (umum.nama, umum.dasar, umum.bila) == ("Fotokopi KK", "Dasar umum", "")
    assert (sendiri.nama, sendiri.dasar, sendiri.bila) == (
        "Fotokopi KK",
        "Dasar sendiri",
        "bila KK berubah",
    )


def test_where_a_paper_is_obtained_and_how_it_looks_may_be_said_once_or_for_one_reason(
    teks_kia, tabel_kecil
):
    teks = teks_kia.replace(
        'keyakinan = "tinggi"', 'keyakinan = "tinggi"\ndiperoleh = "Umum"\nrupa = "Jelas"', 1
    ).replace('"kk", sifat = "bersyarat"', '"kk", diperoleh = "Sendiri", sifat = "bersyarat"', 1)
    kia = parse_sop(teks, "kia.toml", tabel_kecil)
    umum, lain = kia.get_jenis("III.A").syarat[:2]
    sendiri = kia.get_jenis("III.B.1").syarat[0]
    assert (umum.diperoleh, umum.rupa) == ("Umum", "Jelas")
    assert (sendiri.diperoleh, sendiri.rupa) == ("Sendiri", "Jelas")
    assert (lain.diperoleh, lain.rupa) == ("", "")


def test_the_fingerprint_is_that_of_the_text_and_the_text_gives_the_same_sop(folder_kia):
    path = folder_kia / "kia.toml"
    (sop,) = load_rak([folder_kia]).sop
    assert sop.sidik == hashlib.sha256(path.read_text("utf-8").encode()).hexdigest()
    assert load_rak([folder_kia]).find_sidik(sop.sidik) == sop
    assert load_rak([folder_kia]).find_sidik("0" * 64) is None


def test_byte_order_mark_and_windows_line_ends_keep_the_fingerprint(folder_kia, teks_kia):
    (asli,) = load_rak([folder_kia]).sop
    (folder_kia / "kia.toml").write_bytes(b"\xef\xbb\xbf" + teks_kia.replace("\n", "\r\n").encode())
    (disimpan,) = load_rak([folder_kia]).sop
    assert disimpan.sidik == asli.sidik
    assert disimpan.teks == asli.teks


def test_a_revised_sheet_comes_into_force_on_its_day(folder_kia, teks_kia):
    (folder_kia / "kia-baru.toml").write_text(
        teks_kia.replace("tanggal_efektif = 2026-01-07", "tanggal_efektif = 2026-03-01"),
        encoding="utf-8",
    )
    rak = load_rak([folder_kia])
    assert len(rak.sop) == 2
    assert rak.find_berlaku("KIA", dt.date(2026, 1, 6)) is None
    assert rak.find_berlaku("KIA", dt.date(2026, 2, 28)).lembar.tanggal_efektif == AWAL
    assert rak.find_berlaku("KIA", dt.date(2026, 3, 1)).lembar.tanggal_efektif.month == 3


def test_the_office_file_stands_in_for_the_shipped_one_of_the_same_day(
    folder_kia, tmp_path_factory
):
    kantor = tmp_path_factory.mktemp("kantor")
    teks = (folder_kia / "kia.toml").read_text(encoding="utf-8")
    (kantor / "kia-kantor.toml").write_text(
        teks.replace("Kasi memeriksa", "Kepala Seksi memeriksa"), encoding="utf-8"
    )
    rak = load_rak([folder_kia, kantor])
    assert rak.masalah == ()
    assert rak.find_berlaku("KIA", AWAL).langkah[1].kegiatan.startswith("Kepala Seksi")
    assert rak.find_sidik(rak.sop[0].sidik).langkah[1].kegiatan.startswith("Kasi memeriksa")


def test_a_broken_office_file_leaves_the_shipped_one_in_force(folder_kia, tmp_path_factory):
    kantor = tmp_path_factory.mktemp("kantor")
    (kantor / "kia.toml").write_text("layanan KIA", encoding="utf-8")
    (kantor / "latin.toml").write_bytes(b'layanan = "\xe9"')
    (kantor / "folder.toml").mkdir()
    rak = load_rak([folder_kia, kantor, kantor / "belum-ada"])
    assert [s.layanan for s in rak.list_layanan(AWAL)] == ["KIA"]
    tak_terbaca, rusak, latin = rak.masalah
    assert "folder.toml tidak dapat dibaca" in tak_terbaca
    assert "kia.toml tidak dipakai: baris 1" in rusak
    assert "latin.toml bukan teks UTF-8" in latin


def test_two_files_of_one_folder_for_the_same_day_are_told(folder_kia, teks_kia):
    (folder_kia / "salinan.toml").write_text(teks_kia, encoding="utf-8")
    rak = load_rak([folder_kia])
    assert len(rak.sop) == 1
    assert rak.masalah == (
        (
            "Berkas SOP salinan.toml tidak dipakai: layanan dan tanggal_efektif-nya sama dengan "
            "kia.toml. Ganti tanggal_efektif atau pindahkan salah satu."
        ),
    )


def test_dates_out_of_order_warn_but_the_sheet_is_used(folder_kia, teks_kia):
    (folder_kia / "kia.toml").write_text(
        teks_kia.replace("tanggal_revisi = 2026-01-06", "tanggal_revisi = 2026-02-06"),
        encoding="utf-8",
    )
    rak = load_rak([folder_kia])
    assert len(rak.sop) == 1
    (peringatan,) = rak.masalah
    assert "tetap dipakai, tetapi tanggalnya tidak urut" in peringatan


def test_a_broken_office_table_is_told_and_the_shipped_one_used(folder_kia, tmp_path_factory):
    kantor = tmp_path_factory.mktemp("kantor")
    (kantor / "tabel").mkdir()
    (kantor / "tabel" / "golongan_darah.csv").write_text("rusak\n", encoding="utf-8")
    rak = load_rak([folder_kia, kantor])
    assert len(rak.sop) == 1
    assert "golongan_darah.csv" in rak.masalah[0]


def test_an_office_table_replaces_the_shipped_choices(folder_kia, tmp_path_factory):
    kantor = tmp_path_factory.mktemp("kantor")
    (kantor / "tabel").mkdir()
    (kantor / "tabel" / "golongan_darah.csv").write_text("kode;nama\n3;AB\n", encoding="utf-8")
    (sop,) = load_rak([folder_kia, kantor]).sop
    assert [p.nama for p in sop.get_langkah("cetak").isian[2].pilihan] == ["AB"]


def test_load_sop_refuses_a_missing_file(tmp_path):
    with pytest.raises(UserError, match=r"x\.toml tidak dapat dibaca"):
        load_sop(tmp_path / "x.toml")


def test_services_are_listed_by_order_then_name():
    rak = RakSop(
        tuple(_versi(nama, AWAL, urutan) for nama, urutan in [("C", 1), ("B", 2), ("A", 2)])
    )
    assert [s.layanan for s in rak.list_layanan(AWAL)] == ["C", "A", "B"]


@given(st.lists(st.tuples(st.sampled_from(["KK", "KTP"]), HARI), max_size=8), HARI)
def test_in_force_is_the_latest_version_not_after_the_day(versi, hari):
    rak = RakSop(tuple(_versi(nama, tgl, sidik=str(n)) for n, (nama, tgl) in enumerate(versi)))
    for nama in ("KK", "KTP"):
        calon = [s for s in rak.sop if s.layanan == nama and s.lembar.tanggal_efektif <= hari]
        berlaku = rak.find_berlaku(nama, hari)
        assert (berlaku is None) == (not calon)
        if berlaku is not None:
            terbaru = max(s.lembar.tanggal_efektif for s in calon)
            sama = [s for s in calon if s.lembar.tanggal_efektif == terbaru]
            assert berlaku.sidik == sama[-1].sidik
            assert berlaku in rak.list_layanan(hari)


@given(st.data())
def test_a_mangled_file_is_either_read_or_refused_in_words(data):
    asli = BAWAAN.sop[1].teks.splitlines()
    n = data.draw(st.integers(0, len(asli) - 1))
    baris = data.draw(st.sampled_from([[], [asli[n]] * 2, [asli[n][:-1]], [data.draw(st.text())]]))
    _baca_atau_tolak("\n".join([*asli[:n], *baris, *asli[n + 1 :]]))


@given(st.text())
def test_any_text_is_either_read_or_refused_in_words(teks):
    _baca_atau_tolak(teks)


def _baca_atau_tolak(teks):
    try:
        pesan = f"dipakai: {parse_sop(teks, 'acak.toml', TABEL).layanan}"
    except UserError as galat:
        pesan = str(galat)
    assert pesan.startswith(("dipakai: ", "Berkas SOP acak.toml tidak dipakai: "))
