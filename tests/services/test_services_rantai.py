"""What officers are told of the chain and its journal."""

from __future__ import annotations

import pytest
from builders import NAMA_OPERATOR, SENIN_PAGI

from sooko_desk.data import rantai_periksa
from sooko_desk.data.jurnal import Mundur
from sooko_desk.data.rantai import Kepala
from sooko_desk.data.rantai_putus import JenisPutus, Putus
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.waktu import iso_utc
from sooko_desk.services.rantai import (
    BATAS_SEBUT,
    RantaiService,
    sebut_kepala,
    sebut_putus,
    sebut_ringkas,
    sebut_semua,
)

WAKTU = iso_utc(SENIN_PAGI)


@pytest.fixture
def rantai(kantor):
    return kantor.meja.jaga.rantai


def ubah(kantor, perintah, pemicu="peristiwa_tanpa_ubah"):
    kantor.store._db.execute_sql(f"DROP TRIGGER IF EXISTS {pemicu}")
    kantor.store._db.execute_sql(perintah)


def penuh(kantor, kepala=()):
    """The full proof as the check makes it, of the register itself."""
    rantai = kantor.meja.jaga.rantai
    bukti = rantai.siapkan_penuh()
    return rantai.catat_penuh(bukti.jalankan(kantor.store._db.connection(), kepala))


def list_putus(kantor):
    return kantor.store.kejadian.list_kejadian([JenisKejadian.RANTAI_PUTUS])


def test_a_whole_register_has_nothing_to_tell(kantor, rantai):
    kantor.terima()
    assert not rantai.keadaan().diperiksa
    assert rantai.periksa_awal() == penuh(kantor) == ()
    keadaan = rantai.keadaan()
    assert (keadaan.temuan, keadaan.diperiksa) == ((), True)
    assert (keadaan.jurnal_tertinggal, keadaan.jurnal_rusak, keadaan.mundur) == (False, False, None)
    assert list_putus(kantor) == ()


def test_the_head_is_told_as_papers_carry_it(kantor, rantai):
    kantor.terima()
    kepala = rantai.kepala()
    assert rantai.sebut_kepala() == sebut_kepala(kepala)
    awal = kepala.sidik[:4].upper()
    assert rantai.sebut_kepala().startswith(f"{kepala.urut} · {awal} ")
    assert sebut_kepala(Kepala(0, "", "")) == ""


def test_the_last_entry_is_told_to_who_signs_in(kantor, rantai):
    assert (rantai.entri_terakhir(), rantai.sebut_entri_terakhir()) == (None, "")
    nomor = kantor.terima().ringkasan.nomor_tanda_bukti
    assert rantai.entri_terakhir().nomor == nomor
    assert rantai.sebut_entri_terakhir() == (
        f"Entri terakhir: {nomor}, 23/11/2026 09.05, oleh {NAMA_OPERATOR}."
    )


def test_a_break_is_told_with_the_case_and_goes_into_the_trail_once(kantor, rantai):
    nomor = kantor.terima().ringkasan.nomor_tanda_bukti
    ubah(kantor, "UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    [kalimat] = rantai.periksa_awal()
    assert kalimat.startswith(
        f"Riwayat nomor 1 (permohonan {nomor}) diubah di luar program; terakhir dicatat "
        "23/11/2026 09.05. Jangan hapus apa pun"
    )
    assert rantai.keadaan().temuan == (kalimat,)
    assert penuh(kantor) == rantai.periksa_awal() == (kalimat,)
    [kejadian] = list_putus(kantor)
    assert kejadian.isi == {"banyak": "1", "di": "peristiwa 1: diubah"}
    assert kejadian.petugas == ""


def test_the_check_of_everything_tells_it_too(kantor):
    kantor.terima()
    assert kantor.meja.jaga.pemeriksaan.periksa().temuan == ()
    ubah(kantor, "UPDATE permohonan SET alamat = 'Palsu'")
    hasil = kantor.meja.jaga.pemeriksaan.periksa()
    [kalimat] = hasil.temuan
    assert kalimat.startswith("Data permohonan nomor 1 (permohonan ")
    assert hasil.jumlah.permohonan == 1


def test_heads_from_backups_and_papers_are_compared(kantor, rantai):
    kantor.terima()
    benar = rantai.kepala()
    pendek = Kepala(benar.urut, benar.sidik[:16], "")
    assert penuh(kantor, [benar, pendek]) == ()
    salah = [Kepala(benar.urut + 9, "a" * 64, WAKTU), Kepala(benar.urut, "b" * 16, "")]
    lebih, lain = penuh(kantor, salah)
    assert f"catatan ke-{benar.urut + 9} (23/11/2026 09.05) yang sudah pernah ada" in lebih
    assert f"sampai catatan ke-{benar.urut} berbeda" in lain
    assert list_putus(kantor) == ()


def test_nothing_is_written_into_a_register_that_may_be_an_older_copy(kantor, rantai):
    kantor.terima()
    ubah(kantor, "UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    assert len(penuh(kantor, [Kepala(999, "a" * 64, "")])) == 2
    kantor.store.rantai.jurnal.mundur = Mundur(1, 2, bercabang=False)
    assert len(penuh(kantor)) == 1
    assert rantai.keadaan().mundur == Mundur(1, 2, bercabang=False)
    assert list_putus(kantor) == ()


def test_a_register_without_a_journal_has_none_that_lags(kantor):
    class TanpaJurnal:
        jurnal = None

    class Store:
        rantai = TanpaJurnal()
        kejadian = kantor.store.kejadian

    keadaan = RantaiService(Store(), kantor.clock).keadaan()
    assert (keadaan.jurnal_tertinggal, keadaan.jurnal_rusak, keadaan.mundur) == (False, False, None)


@pytest.mark.parametrize(
    ("putus", "kata"),
    [
        (
            Putus(3, JenisPutus.DIHAPUS, "nomor", "7", "TB-1"),
            "Nomor surat nomor 7 (permohonan TB-1) dihapus",
        ),
        (Putus(0, JenisPutus.DISISIPKAN, "baru", "7"), "baru nomor 7 disisipkan di luar program. "),
        (Putus(3, JenisPutus.DIUBAH, "rantai", "3", "", WAKTU), "Mata rantai nomor 3 diubah"),
        (
            Putus(3, JenisPutus.TAK_TERBACA, "rantai", "4"),
            "Sebagian rantai register tidak dapat dibaca. ",
        ),
    ],
)
def test_each_break_has_its_words(putus, kata):
    assert sebut_putus(putus).startswith(kata)


def test_of_very_many_breaks_the_first_are_told():
    satu = Putus(3, JenisPutus.DIHAPUS, "nomor", "7")
    semua = sebut_semua([satu] * (BATAS_SEBUT + 5))
    assert len(semua) == BATAS_SEBUT + 1
    assert semua[-1].startswith("Dan 5 catatan lain yang tidak cocok. Jangan hapus")
    assert len(sebut_semua([satu] * BATAS_SEBUT)) == BATAS_SEBUT


def test_in_short_the_first_finding_and_how_many_more_are_told():
    assert [sebut_ringkas(x) for x in ((), ("Satu.",))] == ["", "Satu."]
    tiga = sebut_ringkas(("Satu.", "Dua.", "Tiga."))
    assert tiga == "Satu. Ada 2 temuan lain: tekan Ctrl+I, lalu F5."


def test_a_closed_page_carries_the_head_of_the_chain_for_ever(kantor, rantai):
    from printing.pdf_baca import words

    harian = kantor.meja.laporan.harian
    hari = SENIN_PAGI.date()
    kantor.terima()
    assert "Rantai" not in words(harian.build_dokumen(hari).isi)
    kepala = rantai.sebut_kepala()
    harian.tutup("a", hari, kantor.kasi)
    lembar = harian.build_dokumen(hari).isi
    assert " ".join(kepala.split()) in " ".join(words(lembar).split())
    kantor.clock.maju(24 * 60)
    kantor.terima()
    assert harian.build_dokumen(hari).isi == lembar


def test_a_case_that_comes_while_the_proof_at_the_start_goes_is_no_break(
    kantor, rantai, monkeypatch
):
    monkeypatch.setattr(rantai_periksa, "_SEPOTONG", 1)  # as if there were hundreds of times more
    for _ in range(3):
        kantor.terima()
    banyak = kantor.store.rantai.kepala().urut
    potong = 0
    for _ in rantai.periksa_awal_bertahap():
        potong += 1
        kantor.terima()
    assert potong >= banyak
    assert rantai.keadaan().diperiksa
    assert rantai.keadaan().temuan == ()
    assert penuh(kantor) == ()


def test_a_break_is_found_by_pieces_as_well(kantor, rantai, monkeypatch):
    monkeypatch.setattr(rantai_periksa, "_SEPOTONG", 1)
    kantor.terima()
    ubah(kantor, "UPDATE peristiwa SET alasan = 'palsu' WHERE urut = 1")
    assert len(rantai.periksa_awal()) == 1


def test_a_register_that_cannot_be_read_ends_the_proof_with_a_sentence(kantor, rantai):
    kantor.store.close()
    (kantor.store.terbuka.folder / "register.db").write_bytes(b"rusak" * 9000)
    with pytest.raises(UserError, match="tidak cocok dengan kuncinya"):
        rantai.periksa_awal()
    assert not rantai.keadaan().diperiksa
