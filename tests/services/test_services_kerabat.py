import pytest
from builders import NIK_LAIN, NKK

from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.kerabat import Hubungan

DITUNGGU, PENUNGGU, SEKUNJUNGAN, SEKELUARGA = Hubungan
NKK_LAIN = NKK[:-1] + "2"


def list_kerabat(kantor, permohonan_id):
    """(id, link) of each related case, as shown."""
    buka = kantor.meja.alur.buka(permohonan_id, kantor.operator)
    return [(k.ringkasan.id, k.hubungan) for k in buka.kerabat]


def terima(kantor, layanan="KTP", **ganti):
    return kantor.terima(layanan, **ganti).ringkasan.id


def test_a_case_alone_has_no_relatives(kantor):
    nomor = terima(kantor)
    terima(kantor, nkk=NKK_LAIN)
    terima(kantor, nkk="")
    assert list_kerabat(kantor, nomor) == list_kerabat(kantor, 3) == []


def test_a_ktp_that_waits_and_the_kk_it_waits_for_name_each_other(kantor):
    kk = terima(kantor, "KK")
    ktp = terima(kantor, tunggu_id=kk)
    assert list_kerabat(kantor, ktp) == [(kk, DITUNGGU)]
    assert list_kerabat(kantor, kk) == [(ktp, PENUNGGU)]


def test_links_are_told_in_their_order_and_each_case_once(kantor):
    lain = terima(kantor, nkk=NKK_LAIN, kunjungan="k")
    keluarga = terima(kantor)
    kk = terima(kantor, "KK", kunjungan="k")
    ini = terima(kantor, tunggu_id=kk, kunjungan="k")
    penunggu = [terima(kantor, "KK", tunggu_id=ini, kunjungan=k) for k in ("k", "")]
    assert list_kerabat(kantor, ini) == [
        (kk, DITUNGGU),
        *((nomor, PENUNGGU) for nomor in penunggu),
        (lain, SEKUNJUNGAN),
        (keluarga, SEKELUARGA),
    ]


@pytest.mark.parametrize("kunjungan", ["", "k2"])
def test_only_a_shared_visit_ties(kantor, kunjungan):
    nomor = terima(kantor, kunjungan=kunjungan)
    terima(kantor, nkk=NKK_LAIN, kunjungan="k")
    terima(kantor, nkk=NKK_LAIN)
    assert list_kerabat(kantor, nomor) == []


def test_the_awaited_kk_tells_that_it_is_finished_and_blocks_nothing(kantor):
    kk = kantor.terima("KK")
    ktp = kantor.terima("KTP", tunggu_id=kk.ringkasan.id)
    ktp = kantor.sampai(ktp, "entri")  # while the KK still runs
    kantor.sampai(kk, SELESAI)
    buka = kantor.meja.alur.buka(ktp.ringkasan.id, kantor.operator)
    (kerabat,) = buka.kerabat
    assert (kerabat.hubungan, kerabat.ringkasan.posisi) == (DITUNGGU, SELESAI)
    assert kerabat.ringkasan.status == "Selesai, sudah diserahkan"
    assert buka.boleh == {"entri"}
    assert kantor.sampai(ktp, SELESAI).ringkasan.posisi == SELESAI


def test_finished_cases_of_the_family_stay_only_with_a_closer_link(kantor):
    ini = terima(kantor, "KK", kunjungan="k")
    sekunjungan = kantor.terima("KTP", kunjungan="k")
    penunggu = kantor.terima("KTP", tunggu_id=ini)
    keluarga = kantor.terima("KTP", nik=NIK_LAIN)
    for permohonan in (sekunjungan, penunggu, keluarga):
        kantor.sampai(permohonan, SELESAI)
    assert list_kerabat(kantor, ini) == [
        (penunggu.ringkasan.id, PENUNGGU),
        (sekunjungan.ringkasan.id, SEKUNJUNGAN),
    ]


def test_a_finished_case_of_another_family_in_the_visit_is_left_out(kantor):
    """A village officer brings ten files; those already handed over say nothing any more."""
    ini = terima(kantor, kunjungan="k")
    lain = kantor.terima("KTP", nkk=NKK_LAIN, kunjungan="k")
    assert list_kerabat(kantor, ini) == [(lain.ringkasan.id, SEKUNJUNGAN)]
    kantor.sampai(lain, SELESAI)
    assert list_kerabat(kantor, ini) == []
