"""What a place offers for a restore: the backups on it, and the journal of this computer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from builders import PIN_KASI, make_meja
from services.pemulihan_uji import lupakan_komputer

from sooko_desk import __version__
from sooko_desk.data import skema
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services import pemulihan_daftar
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.services.pemulihan import Keputusan
from sooko_desk.services.pemulihan_daftar import JURNAL, Pilihan


def ubah_daftar(cadangan, **isi):
    lama = json.loads(cadangan.daftar.read_bytes())
    cadangan.daftar.write_text(json.dumps(lama | isi))


def test_backups_are_listed_newest_first_with_what_they_hold(kedua):
    kedua.terima(1, warna="red")
    kedua.cadangkan()
    kedua.terima(1)
    kedua.cadangkan()
    kedua.tutup()
    semua = kedua.service().lihat(kedua.stik)
    assert [p.daftar.permohonan for p in semua] == [2, 1]
    assert [p.halangan for p in semua] == ["", ""]
    assert {p.program for p in semua} == {__version__}
    assert {p.tempat for p in semua} == {str(kedua.stik)}


def test_a_place_without_backups_is_told(kedua, monkeypatch):
    kedua.cadangkan()
    kedua.tutup()
    service = kedua.service()
    with pytest.raises(UserError, match="Tidak ada cadangan yang selesai"):
        service.lihat(kedua.folder)
    monkeypatch.setattr(Path, "iterdir", rusak_cakram)
    with pytest.raises(UserError, match="tidak dapat dibaca"):
        service.lihat(kedua.stik)


def rusak_cakram(*_args, **_kwargs):
    raise OSError(5, "I/O error")


def test_a_backup_of_a_newer_program_is_refused_with_both_versions(kedua):
    cadangan = kedua.cadangkan()
    kedua.tutup()
    ubah_daftar(cadangan, program="9.2.0", skema=skema.VERSI + 1)
    (pilihan,) = kedua.service().lihat(kedua.stik)
    assert f"versi 9.2.0 (skema {skema.VERSI + 1})" in pilihan.halangan
    assert f"versi {__version__} (skema {skema.VERSI})" in pilihan.halangan
    ubah_daftar(cadangan, jenis="cadangan Sooko Desk 7")
    (pilihan,) = kedua.service().lihat(kedua.stik)
    assert "versi 9.2.0" in pilihan.halangan
    assert pilihan.program == "9.2.0"


def test_a_list_that_makes_no_sense_is_told_as_damaged(kedua):
    cadangan = kedua.cadangkan()
    kedua.tutup()
    cadangan.daftar.write_text("{}")
    (pilihan,) = kedua.service().lihat(kedua.stik)
    assert "rusak" in pilihan.halangan
    assert (pilihan.program, pilihan.waktu) == ("", None)
    ubah_daftar(cadangan, program="0.1.0", skema=1)
    assert "rusak" in kedua.service().lihat(kedua.stik)[0].halangan


@pytest.mark.parametrize("bagian", ["register", "kunci"])
def test_a_backup_that_lacks_a_file_is_not_offered(kedua, bagian, monkeypatch):
    path = getattr(kedua.cadangkan(), bagian)
    kedua.tutup()
    path.write_bytes(b"")
    (pilihan,) = kedua.service().lihat(kedua.stik)
    assert f"Berkas {path.name} hilang, kosong" in pilihan.halangan
    monkeypatch.setattr(pemulihan_daftar, "ukuran_berkas", rusak_cakram)
    assert "hilang" in kedua.service().lihat(kedua.stik)[0].halangan


def test_another_offices_backup_is_for_an_empty_pc_only(kedua, tmp_path):
    kedua.terima(1)
    kedua.cadangkan()
    lain = make_meja(tmp_path / "lain", kedua.clock)
    lain.terima()
    lain.store.close()
    service = kedua.service(tmp_path / "lain")
    assert not service.kosong
    assert "kantor atau register lain" in service.lihat(kedua.stik)[0].halangan
    assert kedua.service(tmp_path / "kosong").lihat(kedua.stik)[0].halangan == ""
    Store(tmp_path / "lahir").close()  # as the first start makes it, before anybody is set up
    lahir = kedua.service(tmp_path / "lahir")
    assert lahir.kosong
    assert lahir.lihat(kedua.stik)[0].halangan == ""
    assert lahir.cari() == ()
    (tmp_path / "lain" / "kunci.json").write_text("rusak")
    assert kedua.service(tmp_path / "lain").lihat(kedua.stik)[0].halangan == ""


def test_the_sticks_are_looked_through_and_the_journal_stands_first(kedua):
    kedua.terima(2)
    kedua.cadangkan()
    kedua.terima(1)
    kedua.tutup()
    volume = (Volume(kedua.stik, "STIK", 0), Volume(kedua.folder / "tanpa", "", 0))
    service = kedua.service(list_volume=lambda: volume)
    assert [p.jurnal for p in service.cari()] == [False]  # the register has all of it
    (kedua.data / "register.db").write_bytes(b"x" * 5000)
    assert [p.jurnal for p in kedua.service(list_volume=lambda: volume).cari()] == [True, False]
    lupakan_komputer()
    assert [p.jurnal for p in kedua.service(list_volume=lambda: volume).cari()] == [True, False]
    shutil.rmtree(kedua.data / "jurnal")
    assert [p.jurnal for p in kedua.service(list_volume=lambda: volume).cari()] == [False]


def test_an_older_register_file_is_seen_by_its_journal(kedua):
    kedua.terima(1)
    kedua.tutup()
    lama = (kedua.data / "register.db").read_bytes()
    kedua.buka()
    kedua.terima(1)
    kedua.tutup()
    (kedua.data / "register.db").write_bytes(lama)
    service = kedua.service()
    (jurnal,) = service.cari()
    beda = service.bandingkan(jurnal, service.buka_kunci(jurnal), Kemajuan())
    assert len(beda.isi.kasus) == 2
    assert beda.list_hilang(susulkan=False) == ()
    hasil = service.pulihkan(beda, Keputusan(petugas=service.check_pin(beda, PIN_KASI)), Kemajuan())
    assert (hasil.jumlah.permohonan, hasil.nomor_batal) == (2, 0)
    assert kedua.buka().terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-3"


def test_a_register_that_went_another_way_is_not_its_journals(kedua):
    """An old copy on which somebody worked: as many links, other seals."""
    kedua.terima(1)
    kedua.tutup()
    lama = (kedua.data / "register.db").read_bytes()
    kedua.buka()
    kedua.terima(1)
    kedua.tutup()
    (kedua.data / "register.db").write_bytes(lama)
    kedua.buka()
    kedua.terima(2)
    kedua.tutup()
    service = kedua.service()
    (jurnal,) = service.cari()
    beda = service.bandingkan(jurnal, service.buka_kunci(jurnal), Kemajuan())
    assert len(beda.list_hilang(susulkan=False)) == 2
    assert beda.count_catatan(susulkan=False) == 0


def test_a_journal_that_tells_nothing_more_is_no_choice(kedua):
    kedua.terima(1)
    kedua.tutup()
    service = kedua.service()
    jurnal = Pilihan(JURNAL)
    with pytest.raises(UserError, match="Pilih sebuah cadangan"):
        service.bandingkan(jurnal, service.buka_kunci(jurnal), Kemajuan())
    service.tinggalkan()
