import datetime as dt
from dataclasses import replace

import pytest
from builders import SENIN_PAGI

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.alur import check_peran, get_gerak, list_langkah_terbuka
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import Peristiwa
from sooko_desk.domain.sop import SELESAI, Peran
from sooko_desk.sop.muat import load_rak

RAK = load_rak((AKAR / "sop_data",))
SOP = {sop.layanan: sop for sop in RAK.sop}
KK, KTP = SOP["KK"], SOP["KTP"]
SEMUA_LANGKAH = [(sop, langkah) for sop in SOP.values() for langkah in sop.langkah]
SEMUA_HASIL = [(sop, langkah, hasil) for sop, langkah in SEMUA_LANGKAH for hasil in langkah.hasil]


def sebut(nilai):
    return getattr(nilai, "layanan", getattr(nilai, "id", None))


def riwayat(*gerak):
    """Events from (dari, langkah, hasil, ke)."""
    return tuple(
        Peristiwa(
            n,
            langkah,
            hasil,
            dari,
            ke,
            "Rini Contoh",
            Peran.OPERATOR,
            SENIN_PAGI + dt.timedelta(minutes=n),
        )
        for n, (dari, langkah, hasil, ke) in enumerate(gerak, start=1)
    )


UPLOAD_DULU = ("verifikasi", "upload", "terupload", "verifikasi")


@pytest.mark.parametrize(("sop", "langkah", "hasil"), SEMUA_HASIL, ids=sebut)
def test_every_outcome_of_the_step_in_turn_leads_where_the_sop_says(sop, langkah, hasil):
    gerak = get_gerak(sop, langkah.id, (), langkah.id, hasil.id)
    assert (gerak.langkah, gerak.hasil, gerak.ke) == (langkah, hasil, hasil.ke)
    assert gerak.menunggu == hasil.menunggu
    assert not gerak.dahulu
    status = (
        "Selesai, sudah diserahkan" if hasil.ke == SELESAI else sop.get_langkah(hasil.ke).status
    )
    assert gerak.status == (hasil.status or status)


@pytest.mark.parametrize(("sop", "diminta"), SEMUA_LANGKAH, ids=sebut)
def test_every_jump_is_refused_with_the_reason(sop, diminta):
    urutan = [langkah.id for langkah in sop.langkah]
    for sekarang in sop.langkah:
        if diminta.id in (sekarang.id, *sekarang.boleh_dahulu):
            continue
        with pytest.raises(RuleError) as galat:
            get_gerak(sop, sekarang.id, (), diminta.id, diminta.hasil[0].id)
        kalimat = str(galat.value)
        assert diminta.kegiatan in kalimat
        assert sekarang.kegiatan in kalimat
        mundur = urutan.index(diminta.id) < urutan.index(sekarang.id)
        assert ("sudah dilewati" in kalimat) == mundur
        assert ("belum boleh dicatat" in kalimat) == (not mundur)


@pytest.mark.parametrize(("sop", "langkah"), SEMUA_LANGKAH, ids=sebut)
def test_a_finished_case_takes_no_move(sop, langkah):
    assert list_langkah_terbuka(sop, SELESAI, ()) == ()
    with pytest.raises(RuleError, match="sudah selesai dan diserahkan"):
        get_gerak(sop, SELESAI, (), langkah.id, langkah.hasil[0].id)


def test_a_step_or_an_outcome_the_sop_does_not_have_is_refused():
    with pytest.raises(RuleError, match="tidak ada dalam SOP permohonan ini"):
        get_gerak(KTP, "terima", (), "verifikasi", "terverifikasi")
    with pytest.raises(RuleError, match="tidak mengenal hasil itu"):
        get_gerak(KTP, "terima", (), "terima", "ditolak")


@pytest.mark.parametrize(("sop", "langkah"), SEMUA_LANGKAH, ids=sebut)
@pytest.mark.parametrize("peran", Peran)
def test_every_step_takes_its_role_and_names_it_to_the_other(sop, langkah, peran):
    if peran in langkah.peran:
        check_peran(langkah, peran)
        return
    with pytest.raises(RuleError) as galat:
        check_peran(langkah, peran)
    berhak = "Operator" if peran is Peran.KASI else "Kasi Pelayanan"
    assert f'Langkah "{langkah.kegiatan}" dicatat oleh {berhak}.' in str(galat.value)


def test_a_refusal_names_all_roles_of_a_shared_step():
    bersama = replace(KTP.awal, peran=frozenset())
    with pytest.raises(RuleError, match="dicatat oleh "):
        check_peran(bersama, Peran.KASI)
    check_peran(replace(KTP.awal, peran=frozenset(Peran)), Peran.KASI)


def test_upload_is_open_before_verification_and_only_there():
    for langkah in KK.langkah:
        terbuka = [t.id for t in list_langkah_terbuka(KK, langkah.id, ())]
        assert terbuka == [langkah.id, *(["upload"] if langkah.id == "verifikasi" else [])]


def test_upload_before_verification_leaves_the_case_where_it_is():
    gerak = get_gerak(KK, "verifikasi", (), "upload", "terupload")
    assert gerak.dahulu
    assert gerak.ke == "verifikasi"
    assert gerak.status == KK.get_langkah("verifikasi").status
    assert gerak.menunggu == ""


def test_an_early_upload_is_skipped_after_verification_and_cannot_be_recorded_twice():
    lalu = riwayat(("entri", "entri", "terinput", "verifikasi"), UPLOAD_DULU)
    assert [t.id for t in list_langkah_terbuka(KK, "verifikasi", lalu)] == ["verifikasi"]
    with pytest.raises(RuleError, match="belum boleh dicatat"):
        get_gerak(KK, "verifikasi", lalu, "upload", "terupload")
    gerak = get_gerak(KK, "verifikasi", lalu, "verifikasi", "terverifikasi")
    assert gerak.ke == "tanda_tangan"
    assert gerak.status == KK.get_langkah("tanda_tangan").status


def test_a_rejection_voids_the_early_upload():
    lalu = riwayat(
        ("entri", "entri", "terinput", "verifikasi"),
        UPLOAD_DULU,
        ("verifikasi", "verifikasi", "ditolak", "entri"),
        ("entri", "entri", "terinput", "verifikasi"),
    )
    assert [t.id for t in list_langkah_terbuka(KK, "verifikasi", lalu)] == ["verifikasi", "upload"]
    assert get_gerak(KK, "verifikasi", lalu, "verifikasi", "terverifikasi").ke == "upload"


def test_a_rejection_with_an_early_upload_goes_back_and_skips_nothing():
    lalu = riwayat(("entri", "entri", "terinput", "verifikasi"), UPLOAD_DULU)
    gerak = get_gerak(KK, "verifikasi", lalu, "verifikasi", "ditolak")
    assert (gerak.ke, gerak.status) == ("entri", "Ditolak verifikator, perbaiki data")


def test_a_step_that_came_back_to_itself_voids_what_was_recorded_early():
    lalu = riwayat(UPLOAD_DULU, ("verifikasi", "verifikasi", "ditunda", "verifikasi"))
    assert [t.id for t in list_langkah_terbuka(KK, "verifikasi", lalu)] == ["verifikasi", "upload"]


def test_an_early_step_can_only_be_recorded_as_done():
    dahulu = replace(KK.get_langkah("verifikasi"), boleh_dahulu=("tanda_tangan",))
    sop = replace(KK, langkah=tuple(dahulu if t.id == dahulu.id else t for t in KK.langkah))
    with pytest.raises(RuleError, match="hanya dapat dicatat berhasil"):
        get_gerak(sop, "verifikasi", (), "tanda_tangan", "ditolak")
    assert get_gerak(sop, "verifikasi", (), "tanda_tangan", "tertandatangani").dahulu


def test_several_early_steps_are_skipped_in_one_go():
    dahulu = replace(KK.get_langkah("verifikasi"), boleh_dahulu=("upload", "tanda_tangan"))
    sop = replace(KK, langkah=tuple(dahulu if t.id == dahulu.id else t for t in KK.langkah))
    lalu = riwayat(
        ("verifikasi", "tanda_tangan", "tertandatangani", "verifikasi"),
        UPLOAD_DULU,
    )
    gerak = get_gerak(sop, "verifikasi", lalu, "verifikasi", "terverifikasi")
    assert (gerak.ke, gerak.status) == ("cetak", KK.get_langkah("cetak").status)
