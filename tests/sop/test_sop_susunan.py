"""Columns written once and used by several fields of rows: read as if they stood in each."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.sop import load_sop, load_tabel, parse_sop

FOLDER = Path(__file__).resolve().parents[2] / "sop_data"
KK = FOLDER / "kk-2025-02-26.toml"
NOMOR_LAMA = 'jenis = "nik", panjang = 16'
FOTO = 'jenis = "pilihan", pilihan = [{ kode = "ya", nama = "Ada" }'
KOLOM = (
    '{ id = "a", label = "A", jenis = "nama", dari = "nama" }, '
    '{ id = "darah", label = "Darah", jenis = "pilihan", tabel = "golongan_darah" }'
)


def berbaris(teks_kia, kolom, aturan="keluarga"):
    """The third service with a field of rows, whose columns are `kolom`."""
    assert NOMOR_LAMA in teks_kia
    return teks_kia.replace(NOMOR_LAMA, f'jenis = "tabel", aturan = "{aturan}", kolom = {kolom}')


def dengan_susunan(teks, isi=f'id = "orang"\nkolom = [{KOLOM}]'):
    return f"{teks}\n[[susunan]]\n{isi}\n"


@pytest.mark.parametrize("aturan", ["", "keluarga", "anggota"])
def test_named_columns_are_read_as_written_ones(teks_kia, tabel_kecil, aturan):
    tertulis = parse_sop(berbaris(teks_kia, f"[{KOLOM}]", aturan), "kia.toml", tabel_kecil)
    bernama = parse_sop(
        dengan_susunan(berbaris(teks_kia, '"orang"', aturan)), "kia.toml", tabel_kecil
    )
    assert bernama.langkah == tertulis.langkah
    kolom = bernama.get_langkah("cetak").isian[1].kolom
    assert kolom[1].pilihan == tabel_kecil.get("golongan_darah")
    assert kolom[0].dari == ("nama" if aturan == "keluarga" else "")


def test_the_shipped_kk_is_the_same_with_its_columns_written_twice():
    teks = KK.read_text(encoding="utf-8")
    susunan = re.search(
        r'\[\[susunan\]\]\nid = "anggota"\nkolom = (\[\n.*?\n\])\n', teks, re.DOTALL
    )
    panjang = teks.replace(susunan[0], "").replace('kolom = "anggota"', f"kolom = {susunan[1]}")
    assert panjang.count('id = "nama_lengkap"') == 2
    dua_kali = parse_sop(panjang, KK.name, load_tabel(FOLDER / "tabel"))
    sekali = load_sop(KK)
    assert replace(dua_kali, teks="", sidik="") == replace(sekali, teks="", sidik="")


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (
            'id = "lain"\nkolom = [{ id = "a", label = "A", jenis = "nama" }]',
            (
                'langkah ke-3, isian ke-2, kunci "kolom": susunan "orang" tidak ada; pilih lain, '
                "atau tulis bagian [[susunan]] dengan id itu"
            ),
        ),
        (f"kolom = [{KOLOM}]", 'susunan ke-1, kunci "id": belum ada'),
        ('id = "orang"\nkolom = []', 'susunan ke-1, kunci "kolom": paling sedikit berisi 1'),
        (
            f'id = "orang"\nkolom = [{KOLOM}, {KOLOM}]',
            'susunan ke-1, kolom ke-3, kunci "id": "a" sudah dipakai yang ke-1',
        ),
        (
            'id = "orang"\nkolom = [{ id = "a", label = "A", jenis = "tabel" }]',
            'susunan ke-1, kolom ke-1, kunci "jenis": kolom tidak dapat berisi tabel lagi',
        ),
        (
            'id = "orang"\nkolom = [{ id = "a", label = "A", jenis = "pilihan", tabel = "suku" }]',
            'susunan ke-1, kolom ke-1, kunci "tabel": tabel "suku" tidak ada',
        ),
        (
            f'id = "orang"\nkolom = [{KOLOM}]\n\n[[susunan]]\nid = "orang"\nkolom = [{KOLOM}]',
            'susunan ke-2, kunci "id": "orang" sudah dipakai yang ke-1',
        ),
    ],
)
def test_a_wrong_set_of_columns_is_refused_with_its_place(teks_kia, tabel_kecil, isi, kalimat):
    teks = dengan_susunan(berbaris(teks_kia, '"orang"'), isi)
    with pytest.raises(UserError) as galat:
        parse_sop(teks, "kia.toml", tabel_kecil)
    assert kalimat in str(galat.value)


@pytest.mark.parametrize(
    ("kolom", "kalimat"),
    [
        (
            '"orang"',
            ('kunci "kolom": susunan "orang" tidak ada; tulis bagian [[susunan]] dengan id itu'),
        ),
        ('"Orang Lain"', 'isian ke-2, kunci "kolom": hanya huruf kecil'),
        ("7", "harus teks dalam tanda kutip atau daftar dalam kurung siku, tertulis angka bulat"),
    ],
)
def test_a_name_that_is_none_is_refused(teks_kia, tabel_kecil, kolom, kalimat):
    with pytest.raises(UserError) as galat:
        parse_sop(berbaris(teks_kia, kolom), "kia.toml", tabel_kecil)
    assert kalimat in str(galat.value)


def test_only_a_field_of_rows_takes_columns_by_name(teks_kia, tabel_kecil):
    teks = dengan_susunan(teks_kia.replace(FOTO, f'kolom = "orang", {FOTO}'))
    with pytest.raises(UserError, match=r'isian ke-4, kunci "kolom": diisi bila jenis = "tabel"'):
        parse_sop(teks, "kia.toml", tabel_kecil)
