"""Undoing a decision also puts the papers back as they were marked before it."""

import pytest
from builders import make_meja

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Cocok, TandaBerkas


@pytest.fixture
def permohonan(kantor):
    """A case with an original, a copy with a note, and papers that are not there."""
    kode = [s.kode for s in kantor.sop().get_jenis("I.A.1").syarat]
    return kantor.terima(
        berkas=(
            TandaBerkas(kode[0], ada=True, bentuk=Bentuk.ASLI, jumlah=2),
            TandaBerkas(kode[1], ada=True, catatan="agak buram", bentuk=Bentuk.FOTOKOPI),
        )
    )


def batalkan(kantor, permohonan):
    return kantor.meja.alur.batalkan("batal", permohonan.ringkasan.id, kantor.kasi)


def ubah_semua(permohonan):
    """Marks that leave no mark as it was."""
    satu, dua, *sisa = (b.kode for b in permohonan.berkas)
    return (
        TandaBerkas(
            satu, ada=True, catatan="lain orang", bentuk=Bentuk.FOTOKOPI, cocok=Cocok.TIDAK
        ),
        TandaBerkas(dua, ada=False, catatan="dibawa pulang"),
        *(TandaBerkas(kode, ada=True, jumlah=3) for kode in sisa),
    )


def test_incomplete_with_other_marks_is_undone_with_them(kantor, permohonan):
    kantor.clock.maju(3)
    tanda = ubah_semua(permohonan)
    berubah = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    assert all(lama != baru for lama, baru in zip(permohonan.berkas, berubah.berkas, strict=True))
    assert batalkan(kantor, permohonan).berkas == permohonan.berkas


def test_complete_is_undone_with_what_it_said_of_the_data(kantor):
    permohonan = kantor.terima()
    berubah = kantor.gerak(permohonan, "periksa", "lengkap")
    assert {b.cocok for b in berubah.berkas} == {Cocok.COCOK}
    assert batalkan(kantor, permohonan).berkas == permohonan.berkas


def test_the_marks_come_back_after_a_restart_too(kantor, permohonan, tmp_path):
    kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=ubah_semua(permohonan))
    kantor.store.close()
    lagi = make_meja(tmp_path / "data", kantor.clock)
    try:
        assert batalkan(lagi, permohonan).berkas == permohonan.berkas
    finally:
        lagi.store.close()


def test_only_the_undone_decision_goes_not_the_one_before(kantor, permohonan):
    kode = permohonan.berkas[2].kode
    kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="Buram")
    ada = (TandaBerkas(kode, ada=True, bentuk=Bentuk.ASLI),)
    kembali = kantor.gerak(permohonan, "terima", "diterima", tanda=ada)
    kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=ubah_semua(permohonan))
    assert batalkan(kantor, permohonan).berkas == kembali.berkas


def test_an_original_that_was_handed_back_meanwhile_stays_handed_back(kantor, permohonan):
    satu, dua = permohonan.berkas[:2]
    tanda = (TandaBerkas(dua.kode, ada=False),)
    kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    sekarang = kantor.store.permohonan.get(permohonan.ringkasan.id)
    kantor.meja.asli.keluarkan(
        "asli",
        sekarang,
        frozenset({satu.kode}),
        AsliKeluar.DIKEMBALIKAN,
        "Suwarti",
        kantor.operator,
    )
    berkas = batalkan(kantor, permohonan).berkas
    assert berkas[0].asli_keluar is AsliKeluar.DIKEMBALIKAN
    assert berkas[1:] == permohonan.berkas[1:]


def test_a_paper_taken_off_the_list_gets_its_custody_back(kantor, permohonan):
    satu = permohonan.berkas[0]
    sekarang = kantor.meja.asli.keluarkan(
        "asli", permohonan, frozenset({satu.kode}), AsliKeluar.DITARIK, "", kantor.operator
    )
    tanda = (TandaBerkas(satu.kode, ada=False),)
    berubah = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    assert berubah.berkas[0].asli_keluar is AsliKeluar.BELUM
    assert batalkan(kantor, permohonan).berkas == sekarang.berkas


def test_a_refused_undoing_changes_no_paper(kantor, permohonan):
    berubah = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=ubah_semua(permohonan))
    kantor.clock.maju(24 * 60)
    with pytest.raises(RuleError, match="hari sebelumnya"):
        batalkan(kantor, permohonan)
    assert kantor.store.permohonan.get(permohonan.ringkasan.id).berkas == berubah.berkas


def lengkapi(permohonan):
    return tuple(TandaBerkas(b.kode, ada=True) for b in permohonan.berkas)


def test_a_decision_from_before_this_was_kept_is_undone_without_its_marks(kantor, permohonan):
    """An older register: its events keep nothing of how papers were before."""
    db = kantor.store._db
    kantor.gerak(permohonan, "periksa", "lengkap", tanda=lengkapi(permohonan))
    db.execute_sql("DROP TRIGGER peristiwa_tanpa_ubah")
    db.execute_sql("UPDATE peristiwa SET semula = ''")
    kembali = batalkan(kantor, permohonan)
    assert kembali.ringkasan.posisi == "periksa"
    assert all(b.ada for b in kembali.berkas)
