"""The office's own requirement lists: who changes them, what is refused, whom they bind."""

from dataclasses import replace

import pytest
from builders import NAMA_KASI, list_tanda
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kelengkapan import sebut_kurang
from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.services.syarat import PALING_BANYAK, PANJANG, SyaratService, periksa

JENIS = "I.C.1"
KUNCI = f"syarat/KK/{JENIS}"
WAJIB = Syarat("F-1.02", "F-1.02 diisi", SifatSyarat.WAJIB)
SURAT = Syarat("", "Surat pengantar RT", SifatSyarat.WAJIB, diperoleh="Ketua RT", rupa="Asli")


@pytest.fixture
def syarat(meja):
    return meja.syarat


@pytest.fixture
def sop(rak):
    """The KK's SOP as its file says."""
    return rak.list_bawaan()[0]


@pytest.fixture
def bawaan(sop):
    return sop.get_jenis(JENIS).syarat


@pytest.fixture
def rak(meja):
    return meja.rak


@pytest.fixture
def terima(kantor):
    """Receive the application of somebody whose KK is lost, nothing ticked."""

    def terima(berkas=()):
        return kantor.terima("KK", jenis=JENIS, berkas=berkas)

    return terima


def nama(daftar):
    return [s.nama for s in daftar]


def test_without_a_change_the_list_is_the_sops_own(syarat, sop, bawaan, rak):
    assert syarat.list_syarat(sop, JENIS) == bawaan
    assert not syarat.is_diubah("KK", JENIS)
    assert syarat.list_riwayat("KK", JENIS) == ()
    assert syarat.masalah == ()
    assert syarat.find_masalah("KK", JENIS) == ""
    assert rak.list_berlaku() == rak.list_bawaan()
    assert rak.find_berlaku("SIM") is None


def test_a_reason_that_the_sop_does_not_have_is_a_bug(syarat, sop):
    with pytest.raises(KeyError):
        syarat.list_syarat(sop, "X")


def test_the_kasi_changes_a_list_and_it_holds_for_this_reason_only(
    syarat, sop, bawaan, rak, kantor
):
    jadi = syarat.simpan(sop, JENIS, [*bawaan, SURAT], kantor.kasi)
    assert jadi == (*bawaan, replace(SURAT, kode="kantor_1"))
    assert syarat.list_syarat(sop, JENIS) == jadi
    assert syarat.is_diubah("KK", JENIS)
    assert not syarat.is_diubah("KK", "I.C.2")
    [berlaku, ktp] = rak.list_berlaku()
    assert berlaku.get_jenis(JENIS).syarat == jadi
    assert berlaku.get_jenis("I.C.2") == sop.get_jenis("I.C.2")
    assert (berlaku.sidik, berlaku.teks) == (sop.sidik, sop.teks)
    assert ktp == rak.list_bawaan()[1]
    assert rak.find_berlaku("KK") == berlaku
    assert rak.get(sop.sidik) == sop


def test_another_start_of_the_program_reads_the_same_list(syarat, sop, bawaan, kantor, clock):
    jadi = syarat.simpan(sop, JENIS, [*bawaan, SURAT], kantor.kasi)
    assert SyaratService(kantor.store.pengaturan, clock).list_syarat(sop, JENIS) == jadi


def test_the_operator_changes_nothing(syarat, sop, bawaan, kantor):
    for ubah in (
        lambda: syarat.simpan(sop, JENIS, [WAJIB], kantor.operator),
        lambda: syarat.kembalikan("KK", JENIS, kantor.operator),
    ):
        with pytest.raises(
            RuleError, match=r"Hanya Kasi Pelayanan yang mengubah daftar syarat\..* tekan F12"
        ):
            ubah()
    assert syarat.list_syarat(sop, JENIS) == bawaan


def test_every_change_is_kept_with_who_and_when(syarat, sop, bawaan, kantor, clock):
    syarat.simpan(sop, JENIS, [WAJIB], kantor.kasi)
    clock.maju(5)
    syarat.kembalikan("KK", JENIS, kantor.kasi)
    baru, lama = syarat.list_riwayat("KK", JENIS)
    assert (baru.isi, baru.petugas, baru.waktu) == ("", NAMA_KASI, clock.now())
    assert "F-1.02" in lama.isi
    assert syarat.list_syarat(sop, JENIS) == bawaan
    assert not syarat.is_diubah("KK", JENIS)


def test_what_holds_already_is_not_stored_again(syarat, sop, bawaan, kantor):
    syarat.simpan(sop, JENIS, bawaan, kantor.kasi)
    syarat.kembalikan("KK", JENIS, kantor.kasi)
    assert syarat.list_riwayat("KK", JENIS) == ()
    daftar = syarat.simpan(sop, JENIS, [*bawaan, SURAT], kantor.kasi)
    assert syarat.simpan(sop, JENIS, daftar, kantor.kasi) == daftar
    assert len(syarat.list_riwayat("KK", JENIS)) == 1


def test_a_list_made_the_same_as_the_sops_goes_back_to_it(syarat, sop, bawaan, kantor):
    syarat.simpan(sop, JENIS, [WAJIB], kantor.kasi)
    syarat.simpan(sop, JENIS, bawaan, kantor.kasi)
    assert not syarat.is_diubah("KK", JENIS)
    assert syarat.list_riwayat("KK", JENIS)[0].isi == ""


def test_the_code_of_a_paper_is_never_given_twice(syarat, sop, kantor):
    satu, dua = (replace(SURAT, nama=f"Surat {n}") for n in (1, 2))
    daftar = syarat.simpan(sop, JENIS, [satu, WAJIB, dua], kantor.kasi)
    assert [s.kode for s in daftar] == ["kantor_1", "F-1.02", "kantor_2"]
    syarat.simpan(sop, JENIS, [WAJIB], kantor.kasi)
    syarat.kembalikan("KK", JENIS, kantor.kasi)
    assert syarat.simpan(sop, JENIS, [WAJIB, SURAT], kantor.kasi)[1].kode == "kantor_3"
    assert syarat.simpan(sop, "I.C.2", [WAJIB, SURAT], kantor.kasi)[1].kode == "kantor_1"


def test_the_list_goes_on_applying_to_a_new_version_of_the_sop(syarat, sop, bawaan, kantor):
    daftar = syarat.simpan(sop, JENIS, [*bawaan, SURAT], kantor.kasi)
    jenis = tuple(replace(j, syarat=(WAJIB,)) for j in sop.jenis)
    baru = replace(sop, jenis=jenis, sidik="lain")
    assert syarat.terapkan(baru).get_jenis(JENIS).syarat == daftar
    assert syarat.terapkan(baru).get_jenis("I.C.2").syarat == (WAJIB,)
    tanpa = replace(sop, jenis=tuple(j for j in sop.jenis if j.kode != JENIS))
    assert syarat.terapkan(tanpa) is tanpa


def test_texts_are_tidied_and_a_condition_belongs_to_conditional_papers_only(syarat, sop, kantor):
    kotor = Syarat("", " Surat\n izin ", SifatSyarat.WAJIB, bila="bila apa", rupa="e\u0301  x")
    catatan = Syarat("", "Umur", SifatSyarat.CATATAN, bila="bila", grup="g")
    _, surat, umur = syarat.simpan(sop, JENIS, [WAJIB, kotor, catatan], kantor.kasi)
    assert (surat.nama, surat.bila, surat.rupa) == ("Surat izin", "", "é x")
    assert (umur.bila, umur.grup) == ("", "")


def _baris(**ganti):
    return [WAJIB, replace(SURAT, **ganti)]


GRUP = replace(SURAT, nama="Satu", grup="g")

SALAH = [
    (_baris(nama=" "), "2.nama", "Nama berkas belum diisi."),
    (_baris(nama="x" * 121), "2.nama", "Nama berkas paling banyak 120 huruf; yang terketik 121."),
    (_baris(nama="Surat \u200b"), "2.nama", "tidak dapat dicetak. Hapus, lalu simpan lagi."),
    (_baris(rupa="😀"), "2.rupa", "tidak dapat dicetak"),
    (_baris(diperoleh="x" * 91), "2.diperoleh", "Diperoleh di paling banyak 90 huruf"),
    (_baris(sumber="x" * 401), "2.sumber", "Sumber paling banyak 400 huruf"),
    (_baris(sifat=SifatSyarat.BERSYARAT), "2.bila", "Tulis keadaannya, misalnya: bila"),
    (_baris(kode="F-1.02"), "2.kode", "Berkas ini sudah ada di baris 1. Hapus satu."),
    (_baris(nama="f-1.02 DIISI"), "2.nama", "Nama ini sama dengan baris 1."),
    (_baris(grup="g"), "2.grup", "Tidak ada berkas lain yang menggantikannya."),
    (
        [GRUP, replace(GRUP, nama="Dua", sifat=SifatSyarat.BERSYARAT, bila="bila A")],
        "2.grup",
        "harus sama sifat dan keadaannya",
    ),
    ([], "daftar", "Belum ada berkas wajib."),
    ([replace(SURAT, sifat=SifatSyarat.BERSYARAT, bila="bila A")], "daftar", "Belum ada berkas"),
    (
        [replace(SURAT, nama=f"Surat {n}") for n in range(PALING_BANYAK + 1)],
        "daftar",
        "Paling banyak 20 berkas untuk satu alasan; sekarang 21.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("daftar", "bidang", "kalimat"), SALAH)
def test_a_wrong_list_is_refused_by_row_and_nothing_is_stored(
    syarat, sop, bawaan, kantor, daftar, bidang, kalimat
):
    with pytest.raises(FieldsError) as galat:
        syarat.simpan(sop, JENIS, daftar, kantor.kasi)
    assert kalimat in galat.value.per_field[bidang]
    assert set(galat.value.per_field) == {bidang}
    assert syarat.list_syarat(sop, JENIS) == bawaan


def test_papers_that_stand_for_each_other_are_taken_when_they_bind_alike():
    assert periksa([GRUP, replace(GRUP, nama="Dua")]) == {}


def test_every_shipped_list_could_be_stored_as_it_is(kantor):
    for sop in kantor.meja.rak.list_bawaan():
        for jenis in sop.jenis:
            assert periksa(jenis.syarat) == {}


TEKS = st.text(max_size=130)


@given(st.lists(st.builds(Syarat, TEKS, TEKS, st.sampled_from(SifatSyarat), TEKS, TEKS)))
def test_any_list_is_either_in_order_or_refused_at_its_rows(daftar):
    for bidang, kalimat in periksa(daftar).items():
        baris, _, kunci = bidang.partition(".")
        assert bidang == "daftar" or (1 <= int(baris) <= len(daftar))
        assert bidang == "daftar" or kunci in {*PANJANG, "kode", "grup"}
        assert kalimat.endswith(".")


SATU = '{"kode": "a", "nama": "A", "sifat": "wajib"}'


@pytest.mark.parametrize(
    "rusak",
    [
        "bukan json",
        "{}",
        '{"syarat": []}',
        '{"syarat": [{"kode": "a", "nama": "A", "sifat": "boleh"}]}',
        '{"syarat": [{"kode": "", "nama": "A", "sifat": "wajib"}]}',
        '{"syarat": [{"kode": "a", "nama": "", "sifat": "wajib"}]}',
        f'{{"syarat": [{SATU}, {SATU}]}}',
    ],
)
def test_a_kept_list_that_cannot_be_read_is_told_and_the_sops_own_holds(
    kantor, syarat, sop, bawaan, rak, rusak
):
    kantor.store.pengaturan.simpan(KUNCI, rusak, kantor.kasi, kantor.clock.now())
    assert syarat.list_syarat(sop, JENIS) == bawaan
    assert not syarat.is_diubah("KK", JENIS)
    [kalimat] = syarat.masalah
    assert kalimat.startswith("Daftar syarat kantor untuk KK I.C.1 tidak dapat dibaca, jadi daftar")
    assert syarat.find_masalah("KK", JENIS) == kalimat
    assert rak.masalah == (kalimat,)
    syarat.simpan(sop, JENIS, [WAJIB], kantor.kasi)
    assert syarat.masalah == ()
    assert syarat.list_syarat(sop, JENIS) == (WAJIB,)


def test_taking_a_broken_list_back_ends_the_complaint(kantor, syarat):
    kantor.store.pengaturan.simpan(KUNCI, "rusak", kantor.kasi, kantor.clock.now())
    syarat.kembalikan("KK", JENIS, kantor.kasi)
    assert syarat.masalah == ()


def test_a_running_case_keeps_the_list_it_began_with(kantor, syarat, sop, bawaan, terima):
    lama = terima()
    syarat.simpan(sop, JENIS, [WAJIB, SURAT], kantor.kasi)
    baru = terima()
    assert nama(kantor.store.permohonan.get(lama.ringkasan.id).berkas) == nama(bawaan)
    assert nama(baru.berkas) == ["F-1.02 diisi", "Surat pengantar RT"]
    assert (baru.berkas[1].diperoleh, baru.berkas[1].rupa) == ("Ketua RT", "Asli")
    assert "Surat pengantar RT" in sebut_kurang(baru.berkas)
    assert baru.ringkasan.sop_sidik == lama.ringkasan.sop_sidik
    syarat.kembalikan("KK", JENIS, kantor.kasi)
    assert nama(kantor.store.permohonan.get(baru.ringkasan.id).berkas) == nama(baru.berkas)


def test_a_half_typed_form_is_told_that_a_paper_was_taken_from_the_list(
    kantor, syarat, sop, terima
):
    tanda = list_tanda(sop, JENIS)
    syarat.simpan(sop, JENIS, [WAJIB, SURAT], kantor.kasi)
    with pytest.raises(FieldsError) as galat:
        terima(berkas=tanda)
    assert galat.value.per_field["jenis"] == (
        "Daftar berkas untuk alasan ini sudah berubah. Pilih lagi alasan permohonan."
    )


def test_a_half_typed_form_gets_the_paper_that_was_added_as_not_yet_there(
    kantor, syarat, sop, bawaan, terima
):
    tanda = list_tanda(sop, JENIS)
    syarat.simpan(sop, JENIS, [*bawaan, SURAT], kantor.kasi)
    berkas = terima(berkas=tanda).berkas
    assert [b.nama for b in berkas if not b.ada] == ["Surat pengantar RT"]
