"""Number patterns of the office: from the next number on, and never a number twice."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.pola_nomor import KIRIMAN, NAMA_BUKU, REGISTER, TANDA_BUKTI, PolaBuku


@pytest.fixture
def pola(kantor):
    return kantor.meja.kantor.pola


def ganti(pola, layanan, buku, baru):
    """What holds, with another pattern in one book."""
    return tuple(
        replace(s, pola=baru) if (s.layanan, s.buku) == (layanan, buku) else s for s in pola.get()
    )


def test_the_sops_patterns_hold_until_others_are_set(kantor, pola):
    sop = kantor.sop("KK")
    assert pola.is_bawaan()
    assert pola.get()[:3] == (
        PolaBuku("KK", TANDA_BUKTI, sop.pola_nomor.tanda_bukti),
        PolaBuku("KK", REGISTER, sop.pola_nomor.register),
        PolaBuku("KK", KIRIMAN, "DP-KK/{urut}/{tahun}"),
    )
    assert [(s.layanan, s.buku) for s in pola.get()[3:]] == [("KTP", buku) for buku in NAMA_BUKU]
    assert pola.check(pola.get()) == {}


def test_a_change_holds_from_the_next_number_and_the_running_number_goes_on(kantor, pola):
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"
    pola.simpan(ganti(pola, "KK", TANDA_BUKTI, "KK.{tahun}/{urut}"), kantor.kasi)
    assert pola.nomor_berikut(pola.get()[0]) == "KK.2026/2"
    baru = kantor.terima()
    assert baru.ringkasan.nomor_tanda_bukti == "KK.2026/2"
    assert baru.ringkasan.kode_pindai == "TB-KK-2026-00002"
    pola.kembalikan(kantor.kasi)
    assert pola.is_bawaan()
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-3/416-313/2026"
    assert kantor.meja.register.list_cari("KK.2026/2")[0].id == baru.ringkasan.id


def test_the_register_and_the_lists_of_what_is_sent_follow_their_patterns(kantor, pola):
    pola.simpan(ganti(pola, "KK", REGISTER, "REG-{urut}/{tahun}"), kantor.kasi)
    assert kantor.sampai(kantor.terima(), "selesai").ringkasan.nomor_register == "REG-1/2026"
    pola.simpan(ganti(pola, "KTP", KIRIMAN, "Kirim {urut} tahun {tahun}"), kantor.kasi)
    permohonan = kantor.sampai(kantor.terima("KTP"), "kirim")
    siap = kantor.meja.kiriman.list_siap()
    isian = {
        i.id: (i.pilihan[0].kode if i.pilihan else "") for i in kantor.meja.kiriman.list_isian(siap)
    }
    perintah = PerintahKirim(uuid.uuid4().hex, (permohonan.ringkasan.id,), isian)
    kiriman = kantor.meja.kiriman.kirim(perintah, kantor.operator)
    assert kiriman.nomor == "Kirim 1 tahun 2026"
    assert pola.nomor_berikut(pola.get()[5]) == "Kirim 2 tahun 2026"
    # What went out counts as given.
    with pytest.raises(FieldsError, match="bertanda merah"):
        pola.simpan(ganti(pola, "KK", KIRIMAN, "Kirim {urut} tahun {tahun}"), kantor.kasi)


def test_the_slips_of_the_power_cut_pad_follow_too(kantor, pola):
    pola.simpan(ganti(pola, "KK", TANDA_BUKTI, "KK.{tahun}/{urut}"), kantor.kasi)
    (slip,) = kantor.meja.blangko.pesan(uuid.uuid4().hex, "KK", 1, kantor.kasi)
    assert slip.nomor == "KK.2026/1"


@pytest.mark.parametrize(
    ("baru", "kalimat"),
    [
        ("", "belum memuat {urut}"),
        ("{urut}", "belum memuat {tahun}"),
        ("{urut}/{tahun}/{x}", "Kurung kurawal"),
        ("{urut}/{tahun}" + "x" * 60, "huruf"),
        ("{urut}/{tahun} 😀", "tidak dapat dicetak"),
        ("471.14/{urut}/416-313/{tahun}", "nomor yang sama dengan"),
        ("471.13/TB-{urut}/416-313/{tahun}", "nomor yang sama dengan"),
        ("DP-KTP/{urut}/{tahun}", "nomor yang sama dengan"),
    ],
)
def test_a_pattern_that_is_none_or_anothers_is_told_and_nothing_is_stored(
    kantor, pola, baru, kalimat
):
    daftar = ganti(pola, "KK", TANDA_BUKTI, baru)
    salah = pola.check(daftar)
    assert kalimat in " ".join(salah.values())
    assert len(salah) == 1
    with pytest.raises(FieldsError) as galat:
        pola.simpan(daftar, kantor.kasi)
    assert galat.value.per_field == salah
    assert pola.is_bawaan()
    assert pola.nomor_berikut(replace(daftar[0], pola="")) == ""


def test_numbers_of_this_year_are_never_given_again_by_another_book(kantor, pola):
    for _ in range(3):
        kantor.terima("KK")
    kantor.terima("KTP")
    kk, ktp = pola.get()[0].pola, pola.get()[3].pola
    tukar = tuple(replace(s, pola={kk: ktp, ktp: kk}.get(s.pola, s.pola)) for s in pola.get())
    with pytest.raises(FieldsError) as galat:
        pola.simpan(tukar, kantor.kasi)
    assert galat.value.per_field == {
        "pola/KTP/tanda_bukti": "Pola ini akan memberi nomor 471.14/TB-2/416-313/2026 untuk kedua "
        "kali. Bedakan polanya."
    }
    assert pola.is_bawaan()
    # In a new year no number of either is taken yet.
    kantor.clock.atur(dt.datetime(2027, 1, 4, 8, 0, tzinfo=WIB))
    kantor.buka_tahun()
    pola.simpan(tukar, kantor.kasi)
    assert kantor.terima("KTP").ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2027"
    assert kantor.terima("KK").ringkasan.nomor_tanda_bukti == "471.13/TB-1/416-313/2027"


def test_an_own_earlier_pattern_may_come_back(kantor, pola):
    kantor.terima()
    pola.simpan(ganti(pola, "KK", TANDA_BUKTI, "A-{urut}-{tahun}"), kantor.kasi)
    kantor.terima()
    pola.kembalikan(kantor.kasi)
    pola.simpan(ganti(pola, "KK", TANDA_BUKTI, "A-{urut}-{tahun}"), kantor.kasi)
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "A-3-2026"


def test_only_the_kasi_changes_them(kantor, pola):
    with pytest.raises(RuleError, match="Hanya Kasi Pelayanan yang mengubah pola nomor"):
        pola.simpan(ganti(pola, "KK", TANDA_BUKTI, "A-{urut}-{tahun}"), kantor.operator)
    with pytest.raises(RuleError):
        pola.kembalikan(kantor.operator)
    assert pola.is_bawaan()
