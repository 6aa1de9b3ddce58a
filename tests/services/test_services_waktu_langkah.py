"""A step whose time is wrong is marked by the Kasi and left out of every statistic."""

from dataclasses import replace

import pytest

from sooko_desk.domain.akurat import list_tidak_akurat
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.services.isi_gerak import PANJANG_ALASAN
from sooko_desk.services.susun_kepatuhan import (
    TANPA_TANDA,
    list_catatan_bulan,
    susun_baris_bulan,
    susun_baris_kasus,
)
from sooko_desk.services.ukur_kepatuhan import ukur_bulan
from sooko_desk.services.waktu_langkah import PerintahWaktu


@pytest.fixture
def service(meja):
    return meja.waktu.langkah


def perintah(permohonan, langkah="periksa", **ganti):
    r = permohonan.ringkasan
    satu = PerintahWaktu(
        f"{r.versi}/{langkah}", r.id, r.versi, langkah, akurat=False, alasan="lupa dicatat"
    )
    return replace(satu, **ganti)


def ukur(kantor, permohonan_id):
    service = kantor.meja.kepatuhan
    p = kantor.store.permohonan.get(permohonan_id)
    sop = kantor.meja.rak.get(p.ringkasan.sop_sidik)
    return sop, service._ukur(sop, p.ringkasan, p.riwayat, service._baca_acuan())


def test_a_marked_step_is_in_no_sum_and_says_so(kantor, service, clock):
    satu = kantor.terima()
    clock.maju(500)
    satu = kantor.sampai(satu, "serahkan")
    clock.maju(3)
    dua = kantor.sampai(kantor.terima(nik="3516131708459001", nama="Sutrisno"), "serahkan")
    satu = service.atur(perintah(satu), kantor.kasi)
    assert list_tidak_akurat(satu.riwayat) == {"periksa"}
    sop, kasus = ukur(kantor, satu.ringkasan.id)
    [periksa] = [u for u in kasus.langkah if u.langkah.id == "periksa"]
    assert (periksa.menit, periksa.tidak_akurat, kasus.akurat, kasus.utuh) == (
        None, True, True, False,
    )  # fmt: skip
    *baris, jumlah = susun_baris_kasus(sop, kasus)
    assert TANPA_TANDA in jumlah.isi[-1]
    assert any("Waktu tidak akurat" in satu.isi[-1] for satu in baris)
    _, lain = ukur(kantor, dua.ringkasan.id)
    bulan = ukur_bulan(sop, [kasus, lain])
    per_langkah = {u.langkah.id: u for u in bulan if u.langkah is not None}
    assert (len(per_langkah["periksa"].menit), per_langkah["periksa"].tidak_akurat) == (1, 1)
    assert len(per_langkah["entri"].menit) == 2
    assert len(bulan[-1].menit) == 1
    assert any("1 waktunya tidak akurat" in b.isi[-1] for b in susun_baris_bulan(sop, bulan))
    [catatan] = list_catatan_bulan([kasus, lain])
    assert "langkah yang ditandai Kasi tidak dihitung, pada 1 permohonan" in catatan
    assert kantor.meja.kepatuhan.build_bulan("KK", 2026, 11).isi.startswith(b"%PDF")


def test_the_mark_is_taken_back_and_a_press_counts_once(kantor, service):
    satu = kantor.gerak(kantor.terima(), "periksa", "lengkap")
    satu = service.atur(perintah(satu), kantor.kasi)
    assert service.atur(perintah(satu, token=satu_token(satu)), kantor.kasi) == satu
    _, [periksa] = service.buka(satu.ringkasan.id, kantor.kasi)
    assert periksa.tidak_akurat
    satu = service.atur(perintah(satu, akurat=True, token="balik"), kantor.kasi)
    assert list_tidak_akurat(satu.riwayat) == frozenset()
    _, [periksa] = service.buka(satu.ringkasan.id, kantor.kasi)
    assert not periksa.tidak_akurat


def satu_token(permohonan):
    return f"{permohonan.ringkasan.versi - 1}/periksa"


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"alasan": " "}, {"alasan"}),
        ({"alasan": "x" * (PANJANG_ALASAN + 1)}, {"alasan"}),
        ({"alasan": "\u4e2d"}, {"alasan"}),
        ({"langkah": ""}, {"langkah"}),
        ({"langkah": "terima"}, {"langkah"}),
        ({"langkah": "entri", "alasan": ""}, {"langkah", "alasan"}),
        ({"akurat": True}, {"langkah"}),
    ],
)
def test_what_is_wrong_is_told_by_its_field(kantor, service, ganti, bidang):
    satu = kantor.gerak(kantor.terima(), "periksa", "lengkap")
    with pytest.raises(FieldsError) as galat:
        service.atur(perintah(satu, **ganti), kantor.kasi)
    assert set(galat.value.per_field) == bidang


def test_only_the_kasi_and_only_what_was_done(kantor, service):
    satu = kantor.terima()
    with pytest.raises(RuleError, match="Hanya Kasi"):
        service.buka(satu.ringkasan.id, kantor.operator)
    with pytest.raises(RuleError, match="Belum ada langkah"):
        service.buka(satu.ringkasan.id, kantor.kasi)
    kembali = kantor.gerak(satu, "periksa", "tidak_lengkap", alasan="Kurang KK")
    with pytest.raises(RuleError, match="Belum ada langkah"):
        service.buka(kembali.ringkasan.id, kantor.kasi)
