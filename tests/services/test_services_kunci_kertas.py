"""The recovery code: no case before it is on paper, only the Kasi, and nothing opens unrecorded."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace

import pytest
from builders import KODE, make_form, make_meja

from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.app_meja import build_meja
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.kunci import (
    KunciTerkunciError,
    buka_dengan_kode,
    load_kunci,
    new_kertas,
    new_kunci,
    save_kunci,
)
from sooko_desk.data.kunci_berkas import read_berkas
from sooko_desk.data.pelindung import PelindungError, PelindungSesaat, pelindung_komputer
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kode_pemulihan import format_kode, list_kelompok, read_kode
from sooko_desk.services.kunci_kertas import buka_register_dengan_kode

KODE_LAIN = format_kode(bytes(16))
SEHARI = 24 * 60


@pytest.fixture
def service(meja):
    return meja.kunci_kertas


@pytest.fixture
def tanpa(kantor, tmp_path):
    """The counter of `kantor` before any code was on paper."""
    buang_kertas(kantor.store)
    return kantor


def buang_kertas(store):
    store.berkas_kunci.pasang_kertas(None)


def ketik(service, kode):
    """The groups that are asked for, as they stand on the paper."""
    kelompok = list_kelompok(kode.kode)
    return {nomor: kelompok[nomor - 1] for nomor in service.minta_ulang(kode)}


def list_kejadian(store):
    jenis = (
        JenisKejadian.KODE_DITERBITKAN,
        JenisKejadian.KODE_DIUJI,
        JenisKejadian.DIBUKA_DENGAN_KODE,
    )
    return [(k.jenis, k.petugas, k.isi) for k in store.kejadian.list_kejadian(jenis)]


# -- before the first paper


def test_no_case_is_stored_before_a_code_is_on_paper(tanpa, operator):
    service = tanpa.meja.kunci_kertas
    assert (service.siap, service.nomor, service.dibuat) == (False, None, None)
    assert (service.terakhir_diuji, service.perlu_diuji) == (None, False)
    with pytest.raises(RuleError, match="Belum tersimpan: kode pemulihan register ini belum ada"):
        tanpa.terima()
    with pytest.raises(RuleError, match="Belum tersimpan"):
        tanpa.meja.penerimaan.terima(make_form(), operator)
    assert tanpa.store.pencarian.list_cari("suwarti", 9) == ()
    kode = service.terbitkan()
    service.kukuhkan(kode, ketik(service, kode), tanpa.kasi)
    assert tanpa.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"


def test_practice_needs_no_paper(tanpa):
    lingkungan = Lingkungan(tanpa.store.terbuka.folder, clock=tanpa.clock, latihan=True)
    meja = build_meja(tanpa.store, lingkungan, tanpa.meja.tabel)
    assert meja.kunci_kertas.siap
    assert meja.kunci_kertas.nomor is None
    meja.kunci_kertas.require_siap()


def test_a_code_that_was_never_typed_back_leaves_no_trace(tanpa, tmp_path):
    """The power goes while the paper is being printed: the ceremony begins anew."""
    path = tmp_path / "data" / NAMA_KUNCI
    sebelum = path.read_bytes()
    kode = tanpa.meja.kunci_kertas.terbitkan()
    tanpa.store.close()
    assert path.read_bytes() == sebelum
    store = Store(tmp_path / "data")
    assert store.kunci.kertas is None
    assert list_kejadian(store) == []
    store.close()
    with pytest.raises(UserError, match="tidak memuat kertas kode pemulihan"):
        buka_dengan_kode(path, kode.kode)


# -- the ceremony


def test_a_new_code_is_numbered_dated_and_nowhere_but_in_the_hand(kantor, service, clock, tmp_path):
    kode = service.terbitkan()
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){6}", kode.kode)
    assert (kode.nomor, kode.dibuat) == (2, clock.now())
    assert kode.kantor == kantor.store.kunci.kantor
    assert service.terbitkan().kode != kode.kode
    assert kode.kode not in repr(kode)
    buka_dengan_kode(tmp_path / "data" / NAMA_KUNCI, KODE)  # the old paper still opens


def test_three_different_groups_are_asked_for_others_every_time(service):
    kode = service.terbitkan()
    diminta = [service.minta_ulang(kode) for _ in range(60)]
    assert all(list(satu) == sorted(set(satu)) and len(satu) == 3 for satu in diminta)
    assert {nomor for satu in diminta for nomor in satu} == {1, 2, 3, 4, 5, 6, 7}
    assert len(set(diminta)) > 5


def test_a_confirmed_code_opens_the_old_one_no_more_and_is_recorded(
    kantor, service, kasi, clock, tmp_path
):
    kode = service.terbitkan()
    clock.maju(3)
    service.kukuhkan(kode, ketik(service, kode), kasi)
    path = tmp_path / "data" / NAMA_KUNCI
    assert buka_dengan_kode(path, kode.kode).kunci == kantor.store.kunci.kunci
    with pytest.raises(UserError, match="bukan kode kertas nomor 2"):
        buka_dengan_kode(path, KODE)
    assert (service.nomor, service.dibuat, service.siap) == (2, kode.dibuat, True)
    assert list_kejadian(kantor.store) == [("kode_diterbitkan", kasi.nama, {"nomor": "2"})]
    assert service.terbitkan().nomor == 3


def test_a_code_is_confirmed_once(kantor, service, kasi):
    kode = service.terbitkan()
    for _ in range(2):
        service.kukuhkan(kode, ketik(service, kode), kasi)
    assert len(list_kejadian(kantor.store)) == 1


def test_a_group_typed_in_any_dress_counts(service, kasi):
    kode = service.terbitkan()
    ketikan = {n: f" {teks.lower()} " for n, teks in ketik(service, kode).items()}
    service.kukuhkan(kode, ketikan, kasi)
    assert service.nomor == 2


@pytest.mark.parametrize("salah", ["", "0", "UUUU"])
def test_a_wrong_group_is_named_and_nothing_is_changed(kantor, service, kasi, salah):
    kode = service.terbitkan()
    ketikan = ketik(service, kode)
    nomor = next(iter(ketikan))
    with pytest.raises(FieldsError) as galat:
        service.kukuhkan(kode, ketikan | {nomor: salah}, kasi)
    assert galat.value.per_field == {
        f"kelompok_{nomor}": f"Kelompok {nomor} tidak sama dengan kertasnya. Ketik lagi."
    }
    assert (service.nomor, list_kejadian(kantor.store)) == (1, [])


def test_less_than_three_groups_or_an_eighth_confirm_nothing(kantor, service, kasi):
    kode = service.terbitkan()
    ketikan = ketik(service, kode)
    with pytest.raises(UserError, match="Ketik 3 kelompok dari kertasnya dulu"):
        service.kukuhkan(kode, dict(list(ketikan.items())[:2]), kasi)
    with pytest.raises(FieldsError):
        service.kukuhkan(kode, ketikan | {8: ""}, kasi)
    assert (service.nomor, list_kejadian(kantor.store)) == (1, [])


def test_only_the_kasi_confirms_and_drills(kantor, service, operator):
    kode = service.terbitkan()
    with pytest.raises(RuleError, match="Hanya Kasi Pelayanan yang mengukuhkan kode pemulihan"):
        service.kukuhkan(kode, ketik(service, kode), operator)
    with pytest.raises(RuleError, match="Hanya Kasi Pelayanan yang menguji kode pemulihan"):
        service.uji(KODE, operator)
    assert (service.nomor, list_kejadian(kantor.store)) == (1, [])


def test_a_key_file_that_cannot_be_written_leaves_the_old_paper_and_no_event(
    kantor, service, kasi, tmp_path
):
    (tmp_path / "data" / f"{NAMA_KUNCI}.part").mkdir()
    kode = service.terbitkan()
    with pytest.raises(UserError, match=r"kunci\.json tidak dapat ditulis"):
        service.kukuhkan(kode, ketik(service, kode), kasi)
    assert (service.nomor, list_kejadian(kantor.store)) == (1, [])
    service.check_kode(KODE)


def test_a_number_is_not_given_twice_though_the_slot_was_lost(kantor, service, kasi):
    kode = service.terbitkan()
    service.kukuhkan(kode, ketik(service, kode), kasi)
    buang_kertas(kantor.store)
    assert service.terbitkan().nomor == 3


# -- the yearly drill


def test_a_drill_changes_nothing_and_is_recorded(kantor, service, kasi, clock, tmp_path):
    path = tmp_path / "data" / NAMA_KUNCI
    sebelum = path.read_bytes()
    clock.maju(SEHARI)
    service.uji(KODE.lower(), kasi)
    assert service.terakhir_diuji == clock.now()
    with pytest.raises(UserError, match="bukan kode kertas nomor 1"):
        service.uji(KODE_LAIN, kasi)
    with pytest.raises(UserError, match="Kode pemulihan berisi 7 kelompok"):
        service.uji(KODE[1:].replace("-", ""), kasi)  # a slip of the finger is no event
    assert list_kejadian(kantor.store) == [
        ("kode_diuji", kasi.nama, {"nomor": "1", "hasil": "tidak cocok"}),
        ("kode_diuji", kasi.nama, {"nomor": "1", "hasil": "cocok"}),
    ]
    assert path.read_bytes() == sebelum


def test_the_drill_comes_due_a_year_after_the_paper_or_the_last_drill(service, kasi, clock):
    clock.maju(365 * SEHARI - 1)
    assert not service.perlu_diuji
    clock.maju(1)
    assert service.perlu_diuji
    service.uji(KODE, kasi)
    assert not service.perlu_diuji
    clock.maju(365 * SEHARI)
    assert service.perlu_diuji


def test_a_new_paper_has_not_been_drilled(service, kasi):
    service.uji(KODE, kasi)
    kode = service.terbitkan()
    service.kukuhkan(kode, ketik(service, kode), kasi)
    assert service.terakhir_diuji is None


def test_a_code_may_be_checked_without_an_event(kantor, service):
    service.check_kode(KODE)
    with pytest.raises(UserError, match="bukan kode kertas"):
        service.check_kode(KODE_LAIN)
    assert list_kejadian(kantor.store) == []


@pytest.fixture
def kunci_lain(kantor, clock, tmp_path):
    """Another office's kunci.json is laid into the data folder while the program runs."""
    lain = new_kunci()
    kertas = new_kertas(lain, read_kode(KODE_LAIN), 1, clock.now())
    save_kunci(tmp_path / "data" / NAMA_KUNCI, replace(lain, kertas=kertas), pelindung_komputer())


@pytest.mark.usefixtures("kunci_lain")
def test_the_paper_of_another_office_is_no_leave_to_set_a_pin(service):
    with pytest.raises(UserError, match=r"kunci\.json di folder data bukan milik register ini"):
        service.check_kode(KODE_LAIN)


@pytest.mark.usefixtures("kunci_lain")
def test_a_drill_with_the_paper_of_another_office_is_recorded_as_failed(kantor, service, kasi):
    with pytest.raises(UserError, match="bukan milik register ini"):
        service.uji(KODE_LAIN, kasi)
    assert list_kejadian(kantor.store) == [
        ("kode_diuji", kasi.nama, {"nomor": "1", "hasil": "tidak cocok"})
    ]
    assert service.terakhir_diuji is None


# -- opening by the code


def test_another_computer_opens_by_the_code_and_from_then_on_by_itself(kantor, clock, tmp_path):
    folder = tmp_path / "data"
    kantor.terima()
    kantor.store.close()
    lain = PelindungSesaat()
    with pytest.raises(KunciTerkunciError):
        Store(folder, lain)
    buka_register_dengan_kode(folder, KODE.lower(), clock, lain)
    store = Store(folder, lain)
    assert list_kejadian(store) == [("dibuka_dengan_kode", "", {"nomor": "1"})]
    assert store.permohonan.get(1).ringkasan.id == 1
    store.close()
    buka_register_dengan_kode(folder, KODE, clock)  # and home again
    make_meja(folder, clock).store.close()


def test_a_wrong_code_opens_nothing_and_touches_nothing(kantor, clock, tmp_path):
    folder = tmp_path / "data"
    kantor.store.close()
    sebelum = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    for kode in ("", KODE_LAIN, KODE[:-1]):
        with pytest.raises(UserError):
            buka_register_dengan_kode(folder, kode, clock, PelindungSesaat())
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == sebelum


def test_a_register_that_does_not_open_leaves_the_key_file_alone(kantor, clock, tmp_path):
    folder = tmp_path / "data"
    kantor.store.close()
    (folder / NAMA_BERKAS).write_bytes(b"Laporan bulan ini\n" * 1000)
    sebelum = (folder / NAMA_KUNCI).read_bytes()
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        buka_register_dengan_kode(folder, KODE, clock, PelindungSesaat())
    assert (folder / NAMA_KUNCI).read_bytes() == sebelum


class PelindungMacet(PelindungSesaat):
    def lindungi(self, isi):
        raise PelindungError(uuid.uuid4().hex)


def test_a_computer_that_does_not_seal_keeps_the_event_and_the_old_slot(kantor, clock, tmp_path):
    folder = tmp_path / "data"
    kantor.store.close()
    sebelum = read_berkas(folder / NAMA_KUNCI)
    with pytest.raises(UserError, match="tidak dapat dilindungi di komputer ini"):
        buka_register_dengan_kode(folder, KODE, clock, PelindungMacet())
    assert read_berkas(folder / NAMA_KUNCI) == sebelum
    assert load_kunci(folder / NAMA_KUNCI, pelindung_komputer()) is not None
    store = Store(folder)
    assert [jenis for jenis, *_ in list_kejadian(store)] == ["dibuka_dengan_kode"]
    store.close()
