import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui.kit.kolom_uji import CTRL, KOLOM, NIK_1, NIK_2, SHIFT, Key, papan_klip, salin, tekan

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.ui.kit.isian_tabel import IsianTabel
from sooko_desk.ui.kit.isian_tabel_model import NADA_ROLE
from sooko_desk.ui.kit.isian_tabel_tempel import Rentang, format_tsv, parse_tsv, plan_tempel
from sooko_desk.ui.theme import Nada

AWAL = Rentang(0, 0, 0, 0)
SATU = format_tabel([{"nama": "SITI", "nik": NIK_1, "lahir": "17/08/1945", "agama": "1"}])


@pytest.fixture
def tabel(shown):
    tabel = shown(IsianTabel(KOLOM))
    tabel.resize(900, 300)
    tabel.setFocus()
    return tabel


def tempel(teks):
    salin(teks)
    tekan(Key.Key_V, CTRL)


def isi(tabel):
    return list(parse_tabel(tabel.nilai()))


def test_a_block_from_excel_fills_rows_and_is_one_act(tabel):
    tempel(f"siti\t'{NIK_1}\t17/08/1945\tISLAM\r\nbudi\t3516 1317 0845 9002\t1970-08-17\t3\r\n")
    assert isi(tabel) == [
        {"nama": "SITI", "nik": NIK_1, "lahir": "17/08/1945", "agama": "1"},
        {"nama": "BUDI", "nik": NIK_2, "lahir": "17/08/1970", "agama": "3"},
    ]
    assert tabel.rentang() == Rentang(0, 0, 1, 3)
    tekan(Key.Key_Z, CTRL)
    assert isi(tabel) == []


@pytest.mark.parametrize(
    ("teks", "tanggal"),
    [
        ("17081990", "17/08/1990"),
        ("17/8/1990", "17/08/1990"),
        ("17-08-1990", "17/08/1990"),
        ("1990-08-17 00:00:00", "17/08/1990"),
        ("17 Agustus 1990", "17/08/1990"),
        ("8/17/1990", "08/17/1990"),
        ("kira-kira 1990", "kira-kira 1990"),
    ],
)
def test_dates_come_in_every_form_and_unread_ones_stay(tabel, teks, tanggal):
    tabel.ke(0, 2)
    tempel(teks)
    assert isi(tabel)[0]["lahir"] == tanggal


def test_what_cannot_be_read_is_kept_as_words_and_marked(tabel):
    tempel("siti\t12ab\tkemarin\tAgama lain\tJl. Raya\tdua\tx")
    assert isi(tabel) == [
        {
            "nama": "SITI",
            "nik": "12ab",
            "lahir": "kemarin",
            "agama": "Agama lain",
            "alamat": "JL. RAYA",
            "umur": "dua",
            "hp": "x",
        }
    ]
    marked = [tabel.model().index(0, k).data(NADA_ROLE) == Nada.BAHAYA for k in range(7)]
    assert marked == [False, True, True, True, False, True, True]


def test_one_copied_cell_fills_all_that_is_chosen(tabel):
    tabel.set_nilai(format_tabel([{"nama": x} for x in "ABC"]))
    tabel.ke(0, 3)
    tekan(Key.Key_Down, SHIFT, kali=2)
    tempel("Hindu")
    assert [b["agama"] for b in isi(tabel)] == ["4", "4", "4"]


def test_copy_and_cut_give_what_a_spreadsheet_reads(tabel):
    tabel.set_nilai(SATU)
    tekan(Key.Key_A, CTRL)
    tekan(Key.Key_C, CTRL)
    assert papan_klip().split("\r\n")[0] == f"SITI\t{NIK_1}\t17/08/1945\tIslam\t\t\t"
    tabel.ke(0, 3)
    tekan(Key.Key_X, CTRL)
    assert papan_klip() == "Islam"
    assert "agama" not in isi(tabel)[0]
    tekan(Key.Key_Insert, SHIFT)
    assert isi(tabel)[0]["agama"] == "1"


def test_what_was_copied_is_pasted_back_the_same(tabel):
    tabel.set_nilai(SATU)
    tekan(Key.Key_A, CTRL)
    tekan(Key.Key_C, CTRL)
    tabel.ke(1, 0)
    tekan(Key.Key_V, CTRL)
    assert isi(tabel)[0] == isi(tabel)[1]


@pytest.mark.parametrize(
    ("teks", "tempat", "kalimat"),
    [
        ("", (0, 0), "Papan klip kosong. Salin dulu sel dari Excel atau LibreOffice."),
        (
            "a\tb\tc",
            (0, 5),
            (
                "Belum ditempel. Yang disalin 3 kolom, padahal mulai kolom Umur hanya ada 2. "
                "Salin sebanyak itu saja."
            ),
        ),
        (
            "a\nb\n" * 11,
            (0, 0),
            (
                "Belum ditempel. Yang disalin 22 baris, padahal mulai baris 1 hanya muat 20. "
                "Salin sebanyak itu saja."
            ),
        ),
        (
            "siti\t3.51614E+15",
            (1, 0),
            (
                "Belum ditempel. Baris 2, NIK: Excel menulis 3.51614E+15, sebagian angkanya "
                "sudah hilang. Di Excel, jadikan kolom itu Teks, isi lagi, lalu salin."
            ),
        ),
        (
            "NIK\tNama lengkap\tKota\n1\t2\t3",
            (0, 0),
            (
                "Belum ditempel. Judul kolom “Kota” tidak ada di tabel ini. "
                "Betulkan judulnya, atau salin tanpa judul."
            ),
        ),
        (
            "NIK\tNama lengkap\tNIK\n1\t2\t3",
            (0, 0),
            (
                "Belum ditempel. Ada judul kolom yang tertulis dua kali. "
                "Betulkan judulnya, atau salin tanpa judul."
            ),
        ),
        (
            "NIK\tNama lengkap\t\n1\t2\t3",
            (0, 0),
            ("Belum ditempel. Ada kolom tanpa judul. Betulkan judulnya, atau salin tanpa judul."),
        ),
    ],
)
def test_what_cannot_be_pasted_whole_is_refused_in_one_sentence(tabel, teks, tempat, kalimat):
    tabel.set_nilai(SATU)
    tabel.ke(*tempat)
    before = tabel.nilai()
    told = []
    tabel.edited.connect(lambda: told.append(1))
    tempel(teks)
    assert tabel.nilai() == before
    assert told == []
    assert tabel.kalimat == kalimat


@pytest.mark.parametrize(
    ("teks", "sel"),
    [
        ("Nama Lengkap\tNIK\nSiti\t1", {(0, 0): "Siti", (0, 1): "1"}),
        ("NAMA LENGKAP\tKeterangan\nSiti\t1", {(0, 0): "Siti", (0, 1): "1"}),
        ("No.\tAgama\tNama lengkap\n1\tIslam\tSiti", {(0, 3): "Islam", (0, 0): "Siti"}),
        ("Siti\tNIK\nBudi\t1", None),
    ],
)
def test_a_heading_row_is_left_out_and_followed(teks, sel):
    rencana = plan_tempel(teks, KOLOM, AWAL, 20)
    assert rencana == sel if sel else (1, 0) in rencana or len(rencana) == 2


def test_quoted_cells_may_hold_tabs_lines_and_quotes():
    assert parse_tsv('"Jl. ""Raya""\n1"\tb\r\n') == [['Jl. "Raya"\n1', "b"]]
    assert parse_tsv('Haji "Udin\tb\r\nc') == [['Haji "Udin', "b"], ["c", ""]]
    assert parse_tsv('"tak ditutup\tb\nc\td') == [['"tak ditutup', "b"], ["c", "d"]]


def test_empty_rows_and_columns_around_a_block_are_nothing():
    assert parse_tsv("a\t\t\r\n\r\nb\t \r\n\r\n") == [["a"], [""], ["b"]]


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=4), min_size=1, max_size=5))
def test_copied_text_is_read_back_as_it_was(baris):
    lebar = max(len(b) for b in baris)
    utuh = [b + ["x"] * (lebar - len(b)) for b in baris]
    utuh.append(["x"] * lebar)
    assert parse_tsv(format_tsv(utuh)) == utuh


@given(st.text(max_size=200))
def test_any_clipboard_is_planned_or_refused_in_words(teks):
    with contextlib.suppress(UserError):
        rencana = plan_tempel(teks, KOLOM, Rentang(18, 3, 18, 3), 20)
        assert all(18 <= b < 20 and 0 <= k < len(KOLOM) for b, k in rencana)


@pytest.mark.parametrize(
    ("sel", "tertulis"),
    [
        ("=1+1", "'=1+1"),
        ("+628123", "'+628123"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("- 2+3", "'- 2+3"),
        ("\t=1", '"\'\t=1"'),
        ("-", "-"),
        ("- -", "- -"),
        ("SITI-AMINAH", "SITI-AMINAH"),
        ("'AISYAH", "'AISYAH"),
        (NIK_1, NIK_1),
        ("", '""'),
    ],
)
def test_a_copied_cell_is_no_formula_of_a_spreadsheet_and_comes_back_as_it_was(sel, tertulis):
    """A name that is a dash, or has one, stays as it is."""
    assert format_tsv([[sel]]) == tertulis
    assert parse_tsv(format_tsv([[sel, "x"]])) == [[sel, "x"]]


@pytest.mark.parametrize("huruf", ["x", "a\t", "a\n", '"'])
def test_a_paste_of_a_million_characters_is_refused_at_once(tabel, huruf):
    salin(huruf * 1_000_000)
    sebelum = isi(tabel)
    mulai = time.process_time()
    tekan(Key.Key_V, CTRL)
    assert time.process_time() - mulai < 0.1
    assert isi(tabel) == sebelum
    assert tabel.kalimat == (
        "Belum ditempel. Yang disalin terlalu banyak. Salin sel keluarga ini saja."
    )
