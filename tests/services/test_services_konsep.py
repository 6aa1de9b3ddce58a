"""Drafts of forms: what is read back is what was typed, and the newest always wins."""

import random
import threading
from dataclasses import replace

import msgspec
import pytest
from builders import NIK, SENIN_PAGI, list_tanda, make_form
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sooko_desk.data.konsep import BarisKonsep, KonsepStore
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.permohonan import Bentuk, Cocok, Petugas, TandaBerkas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.konsep import PENERIMAAN, KonsepService, is_kosong
from sooko_desk.services.penerimaan import FormPenerimaan

KUNCI = "5a" * 32
RINI = Petugas(1, "Rini Contoh", Peran.OPERATOR)
TONO = Petugas(2, "Tono Contoh", Peran.OPERATOR)
BERKAS = (
    TandaBerkas("kk_lama", ada=True, catatan="buram", bentuk=Bentuk.FOTOKOPI, jumlah=2),
    TandaBerkas("f_1_02", ada=False, cocok=Cocok.TIDAK),
)


class Laci:
    """A folder with drafts that can be closed and opened again."""

    def __init__(self, folder, clock):
        self._folder = folder
        self._clock = clock
        self.buka()

    def buka(self):
        self.store = KonsepStore(self._folder, KUNCI)
        self.konsep = KonsepService(self.store, self._clock)

    def tutup(self):
        self.store.close()

    def buka_lagi(self):
        """What a new start sees of what was written."""
        self.tutup()
        self.buka()
        return self.konsep

    def set_cakram_gagal(self, gagal):
        self.store._db.execute_sql(f"PRAGMA query_only = {int(gagal)}")


@pytest.fixture
def laci(tmp_path, clock):
    laci = Laci(tmp_path, clock)
    yield laci
    laci.tutup()


def test_a_form_comes_back_as_it_was_typed(laci, clock):
    form = make_form(berkas=BERKAS, catatan='kutip " dan \\ – Ñ\n', prioritas="lansia", tunggu_id=7)
    laci.konsep.simpan_penerimaan(form, RINI)
    clock.maju(5)
    laci.konsep.tulis()
    konsep = laci.buka_lagi().find_penerimaan()
    assert konsep.form == form
    assert (konsep.kunci, konsep.jenis, konsep.petugas_id) == (PENERIMAAN, "penerimaan", RINI.id)
    assert konsep.disimpan == SENIN_PAGI
    assert NIK not in repr(konsep)


def test_every_field_of_the_form_can_be_told_from_an_empty_one():
    isi = msgspec.to_builtins(make_form("KTP", berkas=BERKAS))
    tak_dianggap = {n for n in isi if is_kosong(replace(FormPenerimaan("t"), **{n: "beda"}))}
    assert tak_dianggap == {"token", "layanan", "kunjungan"}


def test_the_screen_reads_what_is_not_written_yet(laci):
    form = make_form()
    laci.konsep.simpan_penerimaan(form, RINI)
    assert laci.konsep.find_penerimaan().form == form
    assert laci.konsep.is_tertunda
    assert laci.buka_lagi().find_penerimaan() is None


def test_a_saved_form_leaves_no_draft(laci):
    laci.konsep.simpan_penerimaan(make_form(), RINI)
    laci.konsep.tulis()
    laci.konsep.hapus_penerimaan()
    assert laci.konsep.find_penerimaan() is None
    laci.konsep.tulis()
    assert laci.buka_lagi().find_penerimaan() is None
    laci.konsep.hapus_penerimaan()
    assert not laci.konsep.is_tertunda


def test_a_form_that_was_emptied_by_hand_leaves_no_draft(laci):
    laci.konsep.simpan_penerimaan(make_form(), RINI)
    laci.konsep.tulis()
    laci.konsep.simpan_penerimaan(FormPenerimaan("t", layanan="KK", kunjungan="k"), RINI)
    laci.konsep.tulis()
    assert laci.buka_lagi().find_penerimaan() is None


def test_forms_are_parked_and_taken_back_in_the_order_of_parking(laci, clock):
    form = [make_form(nama=nama) for nama in ("Orang Satu", "Orang Dua", "Orang Tiga")]
    kunci = []
    for satu in form:
        laci.konsep.simpan_penerimaan(satu, RINI)
        kunci.append(laci.konsep.parkir(satu, RINI))
        clock.maju(1)
    assert laci.konsep.find_penerimaan() is None
    laci.konsep.tulis()
    laci.buka_lagi()
    assert [k.form for k in laci.konsep.list_parkir()] == form
    assert {k.jenis for k in laci.konsep.list_parkir()} == {"parkir"}
    assert laci.konsep.ambil_parkir(kunci[1], TONO) == form[1]
    laci.konsep.tulis()
    laci.buka_lagi()
    assert [k.form for k in laci.konsep.list_parkir()] == [form[0], form[2]]
    assert laci.konsep.find_penerimaan().form == form[1]
    assert laci.konsep.find_penerimaan().petugas_id == TONO.id


def test_a_form_parked_again_stands_in_the_list_once(laci):
    form = make_form()
    kunci = laci.konsep.parkir(form, RINI)
    form = replace(laci.konsep.ambil_parkir(kunci, RINI), nama="Orang Lain")
    assert laci.konsep.parkir(form, RINI) == kunci
    assert [k.form for k in laci.konsep.list_parkir()] == [form]


def test_an_empty_form_is_not_parked(laci):
    with pytest.raises(UserError, match="masih kosong"):
        laci.konsep.parkir(FormPenerimaan("t", layanan="KK"), RINI)
    assert laci.konsep.list_parkir() == ()


def test_what_is_not_parked_any_more_is_told(laci):
    laci.konsep.simpan_penerimaan(make_form(), RINI)
    with pytest.raises(UserError, match="tidak diparkir lagi"):
        laci.konsep.ambil_parkir(PENERIMAAN, RINI)
    assert laci.konsep.find_penerimaan() is not None


# --- drafts of other versions ---------------------------------------------------------------


def taruh(laci, isi, kunci=PENERIMAAN):
    laci.store.tulis({kunci: BarisKonsep(kunci, isi, 1, SENIN_PAGI)})
    return laci.buka_lagi()


def test_a_draft_of_an_older_or_newer_program_is_read_as_far_as_it_fits(laci):
    isi = """{"token": "t", "nama": "Suwarti Ningsih", "warna": {"kuning": [1, 2]},
              "berkas": [{"kode": "f_1_02", "ada": true, "bau": "harum"}]}"""
    assert taruh(laci, isi).find_penerimaan().form == FormPenerimaan(
        "t", nama="Suwarti Ningsih", berkas=(TandaBerkas("f_1_02", ada=True),)
    )


@pytest.mark.parametrize(
    "isi",
    [
        "",
        "{",
        "null",
        "[]",
        '"x"',
        "{}",
        '{"nama": "tanpa token"}',
        '{"token": 5}',
        '{"token": "t", "nama": null}',
        '{"token": "t", "berkas": {}}',
        '{"token": "t", "berkas": [{"kode": "x"}]}',
        '{"token": "t", "berkas": [{"kode": "x", "ada": true, "cocok": "entah"}]}',
    ],
)
def test_a_draft_that_cannot_be_read_is_skipped(laci, isi):
    assert taruh(laci, isi).find_penerimaan() is None
    konsep = taruh(laci, isi, "parkir/a")
    utuh = make_form()
    konsep.parkir(utuh, RINI)
    assert [k.form for k in konsep.list_parkir()] == [utuh]


def test_a_draft_of_another_kind_is_left_alone(laci):
    konsep = taruh(laci, '{"token": "t"}', "langkah/5")
    assert konsep.list_parkir() == ()
    assert konsep.find_penerimaan() is None
    konsep.simpan_penerimaan(make_form(), RINI)
    konsep.tulis()
    assert "langkah/5" in {b.kunci for b in laci.store.list_semua()}


def test_a_damaged_file_is_told_once_in_a_sentence(laci, tmp_path):
    assert laci.konsep.masalah == ""
    laci.konsep.parkir(make_form(), RINI)
    laci.konsep.tulis()
    laci.tutup()
    (tmp_path / "konsep.db").write_bytes(b"rusak")
    laci.buka()
    assert "disisihkan dengan nama konsep.rusak-1.db" in laci.konsep.masalah
    assert laci.konsep.list_parkir() == ()
    assert laci.buka_lagi().masalah == ""


# --- order ----------------------------------------------------------------------------------


def test_the_draft_of_a_real_form_costs_a_key_next_to_nothing(laci, kantor):
    """The marks of the longest list: well under a kilobyte for each paper."""
    sop = kantor.sop("KK")
    berkas = max((list_tanda(sop, j.kode) for j in sop.jenis), key=len)
    laci.konsep.simpan_penerimaan(make_form(berkas=berkas), RINI)
    laci.konsep.tulis()
    assert len(laci.store.list_semua()[0].isi) < 500 + 150 * len(berkas)


def test_a_write_that_fails_is_done_by_the_next_one(laci):
    laci.konsep.simpan_penerimaan(make_form(nama="Lama"), RINI)
    laci.konsep.parkir(parkir := make_form(nama="Tetap"), RINI)
    laci.konsep.simpan_penerimaan(make_form(nama="Lama"), RINI)
    laci.set_cakram_gagal(True)
    with pytest.raises(UserError, match="tidak dapat ditulisi"):
        laci.konsep.tulis()
    assert laci.konsep.is_tertunda
    laci.konsep.simpan_penerimaan(baru := make_form(nama="Baru"), RINI)
    laci.set_cakram_gagal(False)
    laci.konsep.tulis()
    assert not laci.konsep.is_tertunda
    assert laci.buka_lagi().find_penerimaan().form == baru
    assert [k.form for k in laci.konsep.list_parkir()] == [parkir]


def test_a_deletion_after_a_failed_write_is_not_undone_by_it(laci):
    laci.konsep.simpan_penerimaan(make_form(nama="Pertama"), RINI)
    laci.konsep.tulis()
    laci.konsep.simpan_penerimaan(make_form(nama="Kedua"), RINI)
    laci.set_cakram_gagal(True)
    with pytest.raises(UserError):
        laci.konsep.tulis()
    laci.konsep.hapus_penerimaan()
    laci.set_cakram_gagal(False)
    laci.konsep.tulis()
    assert laci.buka_lagi().find_penerimaan() is None


@pytest.mark.parametrize("benih", range(3))
def test_while_two_threads_write_nothing_is_lost_or_overtaken(laci, benih):
    acak = random.Random(benih)
    berhenti = threading.Event()

    def tulis_terus():
        while not berhenti.is_set():
            laci.konsep.tulis()

    utas = [threading.Thread(target=tulis_terus) for _n in range(2)]
    for satu in utas:
        satu.start()
    for n in range(400):
        aksi = acak.random()
        parkir = laci.konsep.list_parkir()
        if aksi < 0.7:
            laci.konsep.simpan_penerimaan(make_form(nama=f"Orang {n}"), RINI)
        elif aksi < 0.8:
            laci.konsep.hapus_penerimaan()
        elif aksi < 0.9 or not parkir:
            laci.konsep.parkir(make_form(nama=f"Orang {n}"), RINI)
        else:
            laci.konsep.ambil_parkir(acak.choice(parkir).kunci, RINI)
    berhenti.set()
    for satu in utas:
        satu.join()
    harus = (laci.konsep.find_penerimaan(), laci.konsep.list_parkir())
    laci.konsep.tulis()
    laci.buka_lagi()
    assert (laci.konsep.find_penerimaan(), laci.konsep.list_parkir()) == harus


class LaciAcak(RuleBasedStateMachine):
    """Any order of typing, parking, saving, writing, failing disk and power cut."""

    def __init__(self):
        super().__init__()
        self.layar = None
        self.parkir = {}
        self.di_cakram = (None, {})
        self.nomor = 0
        self.gagal = False
        self.laci = None

    def _siapkan(self, folder):
        self.laci = Laci(folder, JamTetap(SENIN_PAGI))

    @property
    def konsep(self):
        return self.laci.konsep

    def _form(self):
        self.nomor += 1
        return make_form(nama=f"Orang {self.nomor}")

    @rule()
    def ketik(self):
        self.layar = self._form()
        self.konsep.simpan_penerimaan(self.layar, RINI)

    @rule()
    def simpan_atau_buang(self):
        self.layar = None
        self.konsep.hapus_penerimaan()

    @rule()
    def parkirkan(self):
        form = self.layar or self._form()
        self.parkir[self.konsep.parkir(form, RINI)] = form
        self.layar = None

    @precondition(lambda self: self.parkir)
    @rule(data=st.data())
    def ambil(self, data):
        kunci = data.draw(st.sampled_from(sorted(self.parkir)))
        self.layar = self.parkir.pop(kunci)
        assert self.konsep.ambil_parkir(kunci, RINI) == self.layar

    @rule()
    def tulis(self):
        if self.gagal and self.konsep.is_tertunda:
            with pytest.raises(UserError):
                self.konsep.tulis()
        else:
            self.konsep.tulis()
            self.di_cakram = (self.layar, dict(self.parkir))

    @rule()
    def cakram(self):
        self.gagal = not self.gagal
        self.laci.set_cakram_gagal(self.gagal)

    @rule()
    def listrik_padam(self):
        self.laci.buka_lagi()
        self.gagal = False
        self.layar, self.parkir = self.di_cakram[0], dict(self.di_cakram[1])

    @invariant()
    def layar_dan_konsep_sama(self):
        if self.laci is not None:
            konsep = self.konsep.find_penerimaan()
            assert (konsep and konsep.form) == self.layar
            assert {k.kunci: k.form for k in self.konsep.list_parkir()} == self.parkir

    def teardown(self):
        self.laci.tutup()


def test_in_any_order_the_disk_holds_exactly_what_the_last_write_saw(tmp_path_factory):
    class Mesin(LaciAcak):
        def __init__(self):
            super().__init__()
            self._siapkan(tmp_path_factory.mktemp("laci"))

    Mesin.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
    Mesin.TestCase("runTest").runTest()
