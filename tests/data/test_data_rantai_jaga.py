"""Chain and marker of the open register: what this computer remembers outside the data folder."""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
from dataclasses import replace

import pytest
from builders import SENIN_PAGI, make_meja
from data.hidup_uji import Hidup

from sooko_desk.data import penanda, rantai_jaga
from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.data.kunci import new_kunci
from sooko_desk.data.kunci_terbuka import BerkasKunci
from sooko_desk.data.pelindung import PelindungSesaat
from sooko_desk.data.penanda import Penanda, baca_penanda, find_folder, tulis_penanda
from sooko_desk.data.rantai import Kepala
from sooko_desk.data.rantai_putus import JenisPutus
from sooko_desk.data.store import Store
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.waktu import JamTetap, iso_utc


@pytest.fixture
def tempat(monkeypatch, tmp_path):
    """A user of their own for each test."""
    monkeypatch.setattr(penanda, "folder_pengguna", lambda: tmp_path / "pengguna")
    return tmp_path / "pengguna" / penanda.NAMA_BERKAS


def buka(folder):
    return make_meja(folder, JamTetap(SENIN_PAGI))


def test_the_marker_lies_beside_the_key_of_the_computer():
    assert folder_pengguna().name == "SookoDesk"


@pytest.mark.usefixtures("tempat")
def test_closing_remembers_head_folder_and_last_numbers(tmp_path):
    kantor = buka(tmp_path / "data")
    kantor.sampai(kantor.terima(), "serahkan")
    kantor.terima()
    id_kantor, kepala = kantor.store.kunci.kantor, kantor.store.rantai.kepala()
    assert baca_penanda(id_kantor) is None
    kantor.store.close()
    ini = baca_penanda(id_kantor)
    assert (ini.urut, ini.sidik, ini.waktu) == (kepala.urut, kepala.sidik, kepala.waktu)
    assert ini.nomor == {"KK/register/2026": 1, "KK/tanda_bukti/2026": 2}
    assert ini.diperiksa is None
    assert find_folder(tmp_path / "data") == ini
    assert find_folder(tmp_path / "lain") is None


def test_nothing_is_written_where_nothing_changed(tempat, tmp_path):
    buka(tmp_path / "data").store.close()
    sebelum = tempat.stat().st_mtime_ns
    buka(tmp_path / "data").store.close()
    assert tempat.stat().st_mtime_ns == sebelum


@pytest.mark.parametrize("isi", [b"", b"{", b"\xff", b'{"jenis":"lain","kantor":{}}'])
def test_a_marker_that_cannot_be_read_tells_nothing_and_is_written_anew(tempat, tmp_path, isi):
    tempat.parent.mkdir()
    tempat.write_bytes(isi)
    kantor = buka(tmp_path / "data")
    assert kantor.store.rantai.list_kepala() == ()
    kantor.store.close()
    assert find_folder(tmp_path / "data") is not None


@pytest.mark.usefixtures("tempat")
def test_registers_of_other_offices_stay_and_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr(penanda, "BATAS", 3)
    for n in (1, 2, 3, 1, 4):
        tulis_penanda(f"{n}", Penanda(f"/{n}", n, f"{n}" * 64, "", {}))
    assert [baca_penanda(n) is not None for n in "1234"] == [True, False, True, True]


def test_a_disk_that_refuses_the_marker_hinders_nobody(tempat, tmp_path):
    tempat.parent.write_bytes(b"")
    kantor = buka(tmp_path / "data")
    kantor.terima()
    kantor.store.close()
    assert find_folder(tmp_path / "data") is None


def test_a_register_for_practice_is_not_remembered(tempat, tmp_path):
    pelindung = PelindungSesaat()
    store = Store(tmp_path / "data", pelindung)
    assert store.berkas_kunci.sesaat
    store.close()
    assert not tempat.exists()
    assert not BerkasKunci(tmp_path / "k", new_kunci(), _Lain()).sesaat


class _Lain(PelindungSesaat):
    cara = "berkas"


@pytest.mark.usefixtures("tempat")
def test_the_start_sees_that_the_register_is_older_than_the_marker(tmp_path):
    folder = tmp_path / "data"
    buka(folder).store.close()
    shutil.copytree(folder, tmp_path / "lama")
    kantor = buka(folder)
    lama = kantor.store.rantai.kepala().urut
    kantor.terima()
    kantor.terima()
    kantor.store.close()
    ini = find_folder(folder)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "lama", folder)  # journal and all: only the marker knows
    kantor = buka(folder)
    hasil = kantor.store.rantai.periksa_awal()
    assert [(p.apa, p.urut) for p in hasil.putus] == [(JenisPutus.TERPOTONG, ini.urut)]
    assert hasil.titik is None
    assert [p.apa for p in kantor.store.rantai.periksa_lengkap().putus] == [JenisPutus.TERPOTONG]
    kantor.store.close()
    assert find_folder(folder) == ini
    kantor = buka(folder)
    catat_pemulihan(kantor, {"urut": str(ini.urut)})  # goes on from no earlier link
    assert len(kantor.store.rantai.periksa_awal().putus) == 1
    catat_pemulihan(kantor, {"urut": str(lama)})
    assert kantor.store.rantai.penanda() is None
    assert kantor.store.rantai.periksa_awal().putus == ()
    kantor.store.close()
    assert find_folder(folder) != ini
    kantor = buka(folder)
    assert kantor.store.rantai.penanda() == find_folder(folder)
    assert kantor.store.rantai.periksa_lengkap().putus == ()
    kantor.store.close()


def catat_pemulihan(kantor, isi):
    kantor.store.kejadian.catat(
        KejadianBaru(uuid.uuid4().hex, JenisKejadian.PEMULIHAN, None, SENIN_PAGI, isi)
    )


@pytest.mark.usefixtures("tempat")
def test_a_head_is_forgotten_only_when_it_is_later_than_the_restored_link_and_older_than_the_act(
    tmp_path,
):
    kantor = buka(tmp_path / "data")
    rantai = kantor.store.rantai
    akhir = rantai.kepala().urut
    catat_pemulihan(kantor, {"urut": "tiga"})
    catat_pemulihan(kantor, {})
    asing = Kepala(akhir + 100, "a" * 64, iso_utc(SENIN_PAGI))
    assert [p.apa for p in rantai.periksa_lengkap([asing]).putus] == [JenisPutus.TERPOTONG]
    catat_pemulihan(kantor, {"urut": str(akhir)})
    assert rantai.periksa_lengkap([asing]).putus == ()
    sesudah = iso_utc(SENIN_PAGI + dt.timedelta(minutes=1))
    for satu in (
        replace(asing, waktu=sesudah),
        replace(asing, waktu=""),
        replace(asing, urut=akhir),
    ):
        assert len(rantai.periksa_lengkap([satu]).putus) == 1
    kantor.store.close()


@pytest.mark.usefixtures("tempat")
def test_numbers_of_the_pad_and_of_lists_are_remembered_too(tmp_path):
    kantor = buka(tmp_path / "data")
    db = kantor.store._db
    db.execute_sql(
        "INSERT INTO nomor_cadangan (token, layanan, buku, tahun, urut, nomor, kode_pindai, "
        "petugas_id, waktu) VALUES ('t', 'KK', 'tanda_bukti', 2026, 7, 'TB-7', 'K-7', 1, 'x')"
    )
    kantor.store.close()
    assert find_folder(tmp_path / "data").nomor == {"KK/tanda_bukti/2026": 7}


@pytest.mark.usefixtures("tempat")
def test_a_large_register_is_proved_from_the_last_full_proof_on(tmp_path, monkeypatch):
    kantor = buka(tmp_path / "data")
    Hidup(kantor).jalan(20)
    jaga = kantor.store.rantai
    semua = jaga.periksa_awal().mata
    penuh = jaga.periksa_lengkap()
    assert penuh.mata == semua
    kantor.terima()
    jaga.tulis_penanda()
    assert jaga.penanda().diperiksa.urut == penuh.titik.urut
    assert jaga.periksa_awal().mata == semua + 1
    monkeypatch.setattr(rantai_jaga, "BATAS_UTUH", 10)
    hasil = jaga.periksa_awal()
    assert (hasil.mata, hasil.putus) == (1, ())
    kantor.store._db.execute_sql("DROP TRIGGER peristiwa_tanpa_ubah")
    kantor.store._db.execute_sql("UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    assert jaga.periksa_awal().putus == ()  # left to the full proof
    assert [p.kunci for p in jaga.periksa_lengkap().putus] == ["1"]
    kantor.store._db.execute_sql(
        "UPDATE peristiwa SET alasan = 'palsu' WHERE urut = (SELECT MAX(urut) FROM peristiwa)"
    )
    assert len(jaga.periksa_awal().putus) == 1
    kantor.store.close()


@pytest.mark.usefixtures("tempat")
def test_the_newest_entry_is_told_after_a_crash_too(tmp_path):
    kantor = buka(tmp_path / "data")
    assert kantor.store.rantai.find_terakhir() is None
    permohonan = kantor.terima()
    entri = kantor.store.rantai.find_terakhir()
    assert (entri.urut, entri.nomor) == (1, permohonan.ringkasan.nomor_tanda_bukti)
    assert (entri.langkah, entri.petugas, entri.waktu) == ("terima", "Rini Contoh", SENIN_PAGI)
    kantor.store.close()


@pytest.mark.usefixtures("tempat")
def test_a_register_without_a_journal_is_watched_by_its_chain(tmp_path):
    kantor = buka(tmp_path / "data")
    db, kunci = kantor.store._db, kantor.store.berkas_kunci
    from sooko_desk.data import penjaga

    penjaga._PENJAGA.pop(db)
    store = Store.dari(db, kunci)
    assert store.rantai.jurnal is None
    penjaga._PENJAGA[db] = penjaga.Penjaga(None, None)
    assert store.rantai.jurnal is None
    penjaga._PENJAGA[db].tersimpan(None)
    kantor.store.close()
