import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from ui.kit.kolom_uji import AGAMA_, DARAH, KAWIN, KOLOM, LAHIR, NAMA, NIK, NIK_1, UMUR, pilihan

from sooko_desk.domain.sop import Pilihan
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.ui.kit.isian_tabel_model import ModelTabel
from sooko_desk.ui.kit.isian_tabel_nilai import (
    TabelKode,
    check_bentuk,
    format_baris,
    rapikan,
    sebut_sel,
)

KOSONG = TabelKode(())


@pytest.mark.parametrize(
    ("daftar", "teks", "kode"),
    [
        (KAWIN, "KAWIN TERCATAT", "2"),
        (KAWIN, "belum", "1"),
        (KAWIN, "kawin", ""),
        (KAWIN, " cerai  mati ", "4"),
        (KAWIN, "02", "2"),
        (KAWIN, "5", ""),
        (DARAH, "a", "1"),
        (DARAH, "A+", "5"),
        (DARAH, "A-", "6"),
        (DARAH, "-", ""),
        (DARAH, "tidaktahu", "7"),
        (DARAH, "", ""),
    ],
)
def test_choices_are_read_by_words_or_code_and_never_guessed(daftar, teks, kode):
    assert TabelKode(pilihan(daftar)).baca(teks) == kode


def test_codes_with_leading_zeros_are_read_without_them_too():
    tabel = TabelKode((Pilihan("01", "Ada"), Pilihan("L", "Laki-laki")))
    assert [tabel.baca(x) for x in ("1", "01", "l", "x")] == ["01", "01", "L", ""]


def test_suggestions_begin_with_the_best():
    tabel = TabelKode(pilihan(KAWIN))
    assert [p.nama for p in tabel.cari("kawin")] == [
        "Kawin tercatat",
        "Kawin belum tercatat",
        "Belum kawin",
    ]
    assert [p.kode for p in tabel.cari("3")] == ["3"]
    assert tabel.cari("") == pilihan(KAWIN)
    assert tabel.cari("qq") == ()


@pytest.mark.parametrize(
    ("kolom", "teks", "nilai"),
    [
        (NAMA, " siti  nur’aini\u200e", "SITI NUR'AINI"),
        (NIK, "'3516.1357.0845 9001", NIK_1),
        (UMUR, "'81", "81"),
        (LAHIR, "17 8 1990", "17/08/1990"),
    ],
)
def test_typed_words_are_kept_tidy(kolom, teks, nilai):
    assert rapikan(kolom, KOSONG, teks) == nilai


@pytest.mark.parametrize("kolom", KOLOM)
@given(teks=st.text(max_size=30))
def test_tidy_words_stay_as_they_are_and_are_always_shown(kolom, teks):
    kode = TabelKode(kolom.pilihan)
    nilai = rapikan(kolom, kode, teks)
    assert rapikan(kolom, kode, nilai) == nilai
    assert bool(sebut_sel(kolom, kode, nilai)) == bool(nilai)
    assert isinstance(check_bentuk(kolom, kode, nilai), str)


def test_a_short_nik_is_told_without_the_number():
    kalimat = check_bentuk(NIK, KOSONG, "351613")
    assert kalimat.startswith("NIK harus 16 angka")
    assert "351613" not in kalimat


SEL = st.sampled_from(["", "", "A", "b c", "1"])
BARIS = st.lists(st.tuples(*[SEL] * len(KOLOM)), max_size=6)


@given(BARIS)
def test_rows_without_gaps_are_written_as_the_domain_does(baris):
    penuh = [b for b in baris if any(b)]
    teks = format_baris(KOLOM, penuh)
    dicts = [{k.id: x for k, x in zip(KOLOM, b, strict=True) if x} for b in penuh]
    assert teks == format_tabel(dicts)


@given(BARIS)
def test_row_numbers_survive_writing_and_reading(baris):
    teks = format_baris(KOLOM, baris)
    for nomor, satu in enumerate(parse_tabel(teks)):
        assert tuple(satu.get(k.id, "") for k in KOLOM) == baris[nomor]
    assert teks == "" or json.loads(teks)[-1] != {}


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("ubah"), st.integers(0, 5), st.integers(0, 6), st.sampled_from("x1 ")),
        st.tuples(st.just("hapus"), st.integers(0, 5)),
        st.tuples(st.just("sisip"), st.integers(0, 5)),
    ),
    max_size=12,
)


@given(ACTS)
def test_undoing_everything_gives_back_the_beginning(acts):
    pemilik = QObject()
    model = ModelTabel((*KOLOM[:3], AGAMA_, *KOLOM[4:]), 6, pemilik)
    model.set_nilai('[{"nama":"SITI"},{"nama":"BUDI","agama":"2"}]')
    awal = model.nilai()
    for nama, baris, *lain in acts:
        if baris >= model.rowCount():
            continue
        if nama == "ubah":
            model.ubah({(baris, lain[0]): lain[1]}, "Isi sel")
        elif nama == "hapus":
            model.hapus_baris(baris, baris)
        else:
            model.sisip_baris(baris)
        assert len(model.baris) <= 6
        assert model.rowCount() == min(6, len(model.baris) + 1)
    akhir = model.nilai()
    while model.urungan.canUndo():
        model.urungan.undo()
    assert model.nilai() == awal
    while model.urungan.canRedo():
        model.urungan.redo()
    assert model.nilai() == akhir
