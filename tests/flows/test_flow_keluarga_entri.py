"""A family is entered by the keyboard alone, kept while it is typed, and pasted from a table."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, NIK, NKK, SHIFT, K
from flows.siap import keluarga_lengkap, mulai_entri
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.ui.form_langkah import JEDA_PERIKSA_MS

KOLOM = (
    "nama_lengkap",
    "nik",
    "shdk",
    "jenis_kelamin",
    "tempat_lahir",
    "tanggal_lahir",
    "agama",
    "status_perkawinan",
    "pendidikan",
    "pekerjaan",
    "nama_ibu",
)
SAMA = "\0"
"""The same as the cell above: Ctrl+D."""
KEPALA = ("", "", "kepala", "", "mojokerto", "", "islam", "kawin tercatat", "slta", "wiraswasta")
ANAK = ("anak", "l", "mojokerto", "islam", "belum kawin", "belum tamat", "pelajar")


def list_anggota(jumlah):
    """The head as a widow's row is prefilled, then children: name, birth date and mother."""
    yield (*KEPALA, "Siti Rohmah")
    for n in range(1, jumlah):
        shdk, kelamin, tempat, agama, kawin, sekolah, kerja = ANAK if n == 1 else (SAMA,) * 7
        yield (
            f"Anak ke {'abcdefghijklmnop'[n]}",
            "",
            shdk,
            kelamin,
            tempat,
            f"{n:02}0119{70 + n}",
            agama,
            kawin,
            sekolah,
            kerja,
            NAMA if n == 1 else SAMA,
        )


@pytest.fixture
def entri(loket):
    """The entry form of a new family is open."""
    return mulai_entri(loket, keluarga_lengkap)


def ke_tabel(loket):
    tabel = loket.panel.borang.baris["anggota"].input
    for _ in range(20):
        if loket.fokus() is tabel:
            return tabel
        loket.tekan(ENTER)
    raise LookupError("anggota")


def isi_anggota(loket, tabel, daftar):
    kolom = [k.id for k in tabel.model().kolom]
    for baris in daftar:
        nilai = dict(zip(KOLOM, baris, strict=True))
        for satu in kolom[: kolom.index(KOLOM[-1]) + 1]:
            teks = nilai.get(satu, "")
            if teks == SAMA:
                loket.tekan(K.Key_D, CTRL)
            elif teks:
                loket.ketik(teks)
            loket.tekan(ENTER)
        loket.tekan(K.Key_Home)
        loket.tekan(K.Key_Down)


def selesaikan(loket, tabel):
    """Out of the table by Tab from the row not yet begun, the last field, Ctrl+Enter."""
    loket.tekan(K.Key_Tab)
    for _ in range(20):
        if loket.fokus() is loket.panel.borang.baris["nomor_referensi_siak"].input:
            break
        loket.tekan(ENTER)
    loket.ketik("SIAK-1")
    loket.tekan(ENTER, CTRL)
    if loket.permohonan().ringkasan.posisi == "entri":  # doubts were told; they stand
        loket.tekan(ENTER, CTRL)


@pytest.mark.parametrize("jumlah", [9, 14])
def test_a_family_is_entered_by_the_keyboard_alone(entri, jumlah):
    tabel = ke_tabel(entri)
    isi_anggota(entri, tabel, list_anggota(jumlah))
    selesaikan(entri, tabel)
    permohonan = entri.permohonan()
    assert permohonan.ringkasan.posisi == "verifikasi", entri.panel.spanduk.teks
    anggota = parse_tabel(permohonan.isian["anggota"])
    assert len(anggota) == jumlah
    assert anggota[0]["nama_lengkap"] == NAMA.upper()
    assert (anggota[0]["nik"], anggota[0]["shdk"]) == (NIK, "1")
    assert {a["agama"] for a in anggota} == {"1"}
    assert {a["tempat_lahir"] for a in anggota} == {"MOJOKERTO"}
    assert anggota[-1]["nama_ibu"] == NAMA.upper()


LEMBAR = (
    "Nama lengkap\tNIK\tHubungan keluarga\tJenis kelamin\tTempat lahir\tTanggal lahir\tAgama\t"
    "Status perkawinan\tPendidikan terakhir\tPekerjaan\tNama ibu\r\n"
)


def tempel_lembar(loket, baris):
    """What a spreadsheet puts on the clipboard, pasted at the table's first cell."""
    tabel = ke_tabel(loket)
    loket.tekan(K.Key_Home)
    QApplication.clipboard().setText(LEMBAR + "\r\n".join("\t".join(b) for b in baris))
    loket.tekan(K.Key_V, CTRL)
    return tabel


def list_lembar(jumlah=9):
    for n in range(jumlah):
        shdk = "KEPALA KELUARGA" if n == 0 else "ANAK"
        nik = "3516 1357 0845 9001" if n == 0 else ""
        lahir = "17/08/1945" if n == 0 else f"{n:02}/01/19{70 + n}"
        kelamin = "PEREMPUAN" if n == 0 else "LAKI-LAKI"
        nama = NAMA if n == 0 else f"Anak ke {'abcdefghijkl'[n]}"
        yield (
            nama, nik, shdk, kelamin, "Mojokerto", lahir, "Islam", "Belum Kawin",
            "Tamat SD/Sederajat", "Wiraswasta", "Siti Rohmah",
        )  # fmt: skip


def test_nine_rows_are_pasted_from_a_spreadsheet(entri):
    tabel = tempel_lembar(entri, list_lembar())
    anggota = parse_tabel(tabel.nilai())
    assert [len(a) >= 10 for a in anggota] == [True] * 9
    entri.tekan(K.Key_Home)
    for _ in range(9):
        entri.tekan(K.Key_Down)
    selesaikan(entri, tabel)
    assert entri.permohonan().ringkasan.posisi == "verifikasi", entri.panel.spanduk.teks
    simpan = parse_tabel(entri.permohonan().isian["anggota"])
    assert {a["tempat_lahir"] for a in simpan} == {"MOJOKERTO"}
    assert (simpan[0]["nik"], simpan[8]["tanggal_lahir"]) == (NIK, "1978-01-08")


def test_rows_with_too_many_columns_change_nothing(entri):
    tabel = ke_tabel(entri)
    sebelum = tabel.nilai()
    QApplication.clipboard().setText("\t".join("x" * 40))
    entri.tekan(K.Key_V, CTRL)
    assert tabel.nilai() == sebelum
    assert tabel.kalimat == (
        "Belum ditempel. Yang disalin 40 kolom, padahal mulai kolom Nama lengkap hanya ada 32. "
        "Salin sebanyak itu saja."
    )


def test_an_empty_row_in_between_is_no_member_and_keeps_the_numbers_of_the_others(entri):
    baris = [list(b) for b in list_lembar(3)]
    baris[2][5] = "31/02/1990"
    tabel = tempel_lembar(entri, baris)
    entri.tekan(K.Key_Home)
    entri.tekan(K.Key_Down)
    entri.tekan(K.Key_Insert, CTRL)
    entri.tekan(ENTER, CTRL)
    assert entri.fokus() is tabel
    assert (tabel.currentIndex().row(), tabel.kolom.id) == (3, "tanggal_lahir")
    assert tabel.kalimat == ("Baris 4: Februari 1990 hanya sampai tanggal 28. Periksa tanggalnya.")
    baris = entri.panel.borang.baris["anggota"]
    assert baris.is_muat() or baris._penuh.isVisible()
    entri.ketik("28021990")
    entri.tekan(ENTER)
    assert len(parse_tabel(tabel.nilai())) == 4
    entri.tekan(K.Key_Home)
    entri.tekan(K.Key_Down)
    selesaikan(entri, tabel)
    assert entri.permohonan().ringkasan.posisi == "verifikasi", entri.panel.spanduk.teks
    assert len(parse_tabel(entri.permohonan().isian["anggota"])) == 3


@pytest.mark.parametrize(
    ("ubah", "sel", "kalimat"),
    [
        ((3, 5, "31/02/1990"), "3.tanggal_lahir", "Februari 1990"),
        (
            (3, 2, "KEPALA KELUARGA"),
            "3.shdk",
            "Baris 3: Kepala keluarga sudah ada di baris 1, padahal satu KK hanya satu.",
        ),
        ((3, 2, "sepupu"), "3.shdk", "“sepupu” tidak ada dalam daftar Hubungan keluarga."),
        ((3, 1, "3516 1357 0845 9001"), "3.nik", "NIK"),
    ],
)
def test_what_cannot_stand_is_told_in_its_cell_and_nothing_is_stored(entri, ubah, sel, kalimat):
    baris = [list(b) for b in list_lembar(4)]
    nomor, kolom, isi = ubah
    baris[nomor - 1][kolom] = isi
    tabel = tempel_lembar(entri, baris)
    entri.tekan(ENTER, CTRL)
    assert entri.permohonan().ringkasan.posisi == "entri"
    assert entri.permohonan().isian == {}
    for _ in range(4):
        if entri.fokus() is tabel:
            break
        entri.tekan(ENTER)
    letak = (tabel.currentIndex().row() + 1, tabel.kolom.id)
    assert f"{letak[0]}.{letak[1]}" == sel
    assert kalimat.casefold() in tabel.kalimat.casefold()


def test_a_doubt_is_shown_while_the_officer_types_on(entri, qtbot):
    baris = [list(b) for b in list_lembar(2)]
    baris[1][5] = "01/01/1940"  # older than the mother who heads the family
    tabel = tempel_lembar(entri, baris)
    entri.tekan(K.Key_Home)
    entri.tekan(K.Key_Down)
    for _ in range(20):
        if tabel.kolom.id == "tanggal_lahir":
            break
        entri.tekan(K.Key_Right)
    qtbot.waitUntil(lambda: tabel.kalimat != "", timeout=20 * JEDA_PERIKSA_MS)
    assert entri.fokus() is tabel
    assert entri.permohonan().isian == {}


def test_a_half_typed_family_is_there_after_a_crash(entri):
    tabel = tempel_lembar(entri, list_lembar(3))
    diketik = tabel.nilai()
    entri.tutup()
    entri.buka(PIN_OPERATOR)
    entri.buka_tab(3)
    entri.pilih(NAMA)
    assert entri.panel.borang.baris["anggota"].input.nilai() == diketik
    assert samarkan(NKK) in entri.panel.fakta.teks("Nomor KK").replace(" ", "")


def test_the_data_of_the_case_are_a_key_away_from_the_wide_table(entri):
    panel = entri.panel
    assert not panel.fakta.isVisible()
    entri.tekan(K.Key_F5)
    assert panel.fakta.isVisible()
    entri.tekan(K.Key_F5)
    assert not panel.fakta.isVisible()


def test_the_way_back_asks_for_the_reason_before_it_is_taken(entri):
    panel = entri.panel
    assert not panel.alasan.isVisible()
    entri.tekan(ENTER, CTRL | SHIFT)
    assert entri.fokus() is panel.alasan.input
    assert entri.permohonan().ringkasan.posisi == "entri"
    entri.ketik("Akta kelahiran anak kedua belum ada")
    entri.tekan(ENTER)
    entri.tekan(ENTER)
    r = entri.permohonan().ringkasan
    assert (r.posisi, entri.permohonan().riwayat[-1].hasil) == ("periksa", "kembali_periksa")
