"""What came of a batch: received is a note, refused and returned move the case by the SOP."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.tanda_kiriman import PerintahTanda

DITOLAK = {"tolak": "data_beda", "alasan": "Nama ibu lain"}
KEADAAN = {"keadaan": "tunggu_blangko", "tanggal": "20/11/2026", "referensi": "B-77"}


@pytest.fixture
def kirim(kantor):
    """Sends so many new KTP cases in one list; gives their ids."""

    def jalankan(banyak=3, nama=("Ani", "Budi", "Cahyo")):
        semua = [kantor.terima("KTP", nama=nama[n % 3]) for n in range(banyak)]
        nomor = tuple(kantor.sampai(p, "kirim").ringkasan.id for p in semua)
        kirim_lagi(kantor, nomor)
        return nomor

    return jalankan


def kirim_lagi(kantor, nomor):
    perintah = PerintahKirim(uuid.uuid4().hex, tuple(nomor), {"cara_pengiriman": "siak"})
    return kantor.meja.kiriman.kirim(perintah, kantor.operator)


def tandai(kantor, nomor, tanda, token="", **ganti):
    perintah = PerintahTanda(token or uuid.uuid4().hex, tuple(nomor), tanda, {})
    petugas = ganti.pop("petugas", kantor.operator)
    return kantor.meja.kiriman.tanda.tandai(replace(perintah, **ganti), petugas)


def batalkan(kantor, nomor, token="", petugas=None):
    return kantor.meja.kiriman.tanda.batalkan(
        token or uuid.uuid4().hex, nomor, petugas or kantor.operator
    )


def catat(kantor, nomor, token="", isian=KEADAAN, petugas=None):
    return kantor.meja.kiriman.tanda.catat_keadaan(
        token or uuid.uuid4().hex, nomor, isian, petugas or kantor.operator
    )


def baris(kantor, kiriman_id=1):
    return [(b.tanda, b.di_luar, b.catatan) for b in kantor.meja.kiriman.list_baris(kiriman_id)]


def akhir(kantor, nomor):
    p = kantor.store.permohonan.get(nomor)
    return p.ringkasan.posisi, p.riwayat[-1]


def test_received_is_noted_once_and_moves_nothing(kantor, kirim):
    nomor = kirim()
    assert tandai(kantor, nomor[:2], Tanda.DITERIMA, "a") == nomor[:2]
    assert tandai(kantor, nomor[:2], Tanda.DITERIMA, "a") == nomor[:2]
    assert baris(kantor) == [(Tanda.DITERIMA, True, "")] * 2 + [(Tanda.BELUM, True, "")]
    posisi, peristiwa = akhir(kantor, nomor[0])
    assert posisi == "di_dispendukcapil"
    assert (peristiwa.langkah, peristiwa.hasil) == ("kiriman", "diterima")
    assert peristiwa.rincian == {"Daftar pengiriman": "DP-KTP/1/2026"}
    assert tandai(kantor, nomor, Tanda.DITERIMA, "b") == nomor[2:]  # the others had it before
    assert tandai(kantor, nomor, Tanda.DITERIMA, "b") == nomor
    with pytest.raises(RuleError, match="sudah ditandai diterima"):
        tandai(kantor, nomor, Tanda.DITERIMA)


def test_refused_goes_back_by_the_sop_with_the_reason_in_words(kantor, kirim):
    nomor = kirim()
    tandai(kantor, nomor[:2], Tanda.DITOLAK, isian=DITOLAK)
    posisi, peristiwa = akhir(kantor, nomor[0])
    assert posisi == "entri"
    assert (peristiwa.langkah, peristiwa.hasil) == ("di_dispendukcapil", "dikembalikan")
    assert peristiwa.alasan == "Data tidak sesuai dokumen: Nama ibu lain"
    assert peristiwa.rincian == {"Daftar pengiriman": "DP-KTP/1/2026"}
    assert baris(kantor)[0] == (Tanda.DITOLAK, False, "Data tidak sesuai dokumen: Nama ibu lain")
    assert baris(kantor)[2] == (Tanda.BELUM, True, "")


@pytest.mark.parametrize(
    ("isian", "alasan"),
    [({"tolak": "belum_rekam"}, "Belum perekaman KTP-el"), ({"alasan": "Buram"}, "Buram")],
)
def test_either_a_standard_reason_or_words_are_enough(kantor, kirim, isian, alasan):
    nomor = kirim(1)
    tandai(kantor, nomor, Tanda.DITOLAK, isian=isian)
    assert akhir(kantor, nomor[0])[1].alasan == alasan


def test_a_refusal_needs_a_reason_of_the_list(kantor, kirim):
    nomor = kirim(1)
    daftar = kantor.meja.kiriman.tanda.list_isian_tolak(nomor[0])
    assert [i.id for i in daftar] == ["tolak", "alasan"]
    for isian, kunci in (({}, "alasan"), ({"tolak": "karangan"}, "alasan")):
        with pytest.raises(FieldsError) as e:
            tandai(kantor, nomor, Tanda.DITOLAK, isian=isian)
        assert set(e.value.per_field) == {kunci}
    assert akhir(kantor, nomor[0])[0] == "di_dispendukcapil"


def test_an_sop_without_standard_reasons_asks_for_words_only(tmp_path, kantor):
    teks = kantor.sop("KTP").teks.replace('tolak = "alasan_tolak"\n', "")
    folder = tmp_path / "data" / "sop_data"
    folder.mkdir(parents=True)
    (folder / "ktp-2026-01-01.toml").write_text(
        teks.replace("2025-02-26", "2026-01-01"), encoding="utf-8"
    )
    kantor.store.close()
    from builders import make_meja

    lain = make_meja(tmp_path / "data", kantor.clock)
    permohonan = lain.sampai(lain.terima("KTP"), "di_dispendukcapil")
    daftar = lain.meja.kiriman.tanda.list_isian_tolak(permohonan.ringkasan.id)
    assert [i.id for i in daftar] == ["alasan"]
    lain.store.close()


def test_a_returned_card_waits_to_be_handed_over(kantor, kirim):
    nomor = kirim()
    tandai(kantor, nomor, Tanda.KARTU_KEMBALI)
    posisi, peristiwa = akhir(kantor, nomor[1])
    assert posisi == "serahkan"
    assert (peristiwa.langkah, peristiwa.hasil) == ("di_dispendukcapil", "kartu_diterima")
    assert baris(kantor) == [(Tanda.KARTU_KEMBALI, False, "")] * 3
    assert kantor.meja.kiriman.baca_papan().kiriman[0].di_luar == 0


def test_a_case_that_is_elsewhere_refuses_all_by_name(kantor, kirim):
    nomor = kirim()
    kantor.gerak(kantor.store.permohonan.get(nomor[1]), "di_dispendukcapil", "kartu_diterima")
    for tanda in (Tanda.DITERIMA, Tanda.KARTU_KEMBALI):
        with pytest.raises(RuleError, match=r"Budi tidak lagi di Dispendukcapil \(.*Siap diambil"):
            tandai(kantor, nomor, tanda)
    with pytest.raises(RuleError, match="Budi"):
        catat(kantor, nomor)
    assert akhir(kantor, nomor[0])[1].hasil == "terkirim"


def test_none_chosen_another_role_or_another_service_is_refused(kantor, kirim):
    nomor = kirim(1)
    kk = kantor.terima().ringkasan.id
    for gagal, kata in (
        (lambda: tandai(kantor, (), Tanda.DITERIMA), "Pilih dulu"),
        (lambda: catat(kantor, ()), "Pilih dulu"),
        (lambda: batalkan(kantor, ()), "Pilih dulu"),
        (lambda: tandai(kantor, nomor, Tanda.DITERIMA, petugas=kantor.kasi), "Operator"),
        (lambda: catat(kantor, nomor, petugas=kantor.kasi), "Operator"),
        (lambda: tandai(kantor, (kk,), Tanda.DITERIMA), "tidak lewat Dispendukcapil"),
    ):
        with pytest.raises(RuleError, match=kata):
            gagal()


def test_a_case_sent_by_itself_moves_but_has_no_list_to_mark(kantor):
    permohonan = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    nomor = (permohonan.ringkasan.id,)
    with pytest.raises(RuleError, match="tanpa daftar pengiriman"):
        tandai(kantor, nomor, Tanda.DITERIMA)
    with pytest.raises(RuleError, match="belum ditandai"):
        batalkan(kantor, nomor)
    tandai(kantor, nomor, Tanda.KARTU_KEMBALI)
    assert akhir(kantor, nomor[0])[1].rincian == {}
    batalkan(kantor, nomor)
    assert akhir(kantor, nomor[0])[0] == "di_dispendukcapil"


def test_marks_are_taken_back_to_what_they_were_before(kantor, kirim):
    nomor = kirim()
    tandai(kantor, nomor[:1], Tanda.DITERIMA)
    tandai(kantor, nomor, Tanda.KARTU_KEMBALI)
    assert batalkan(kantor, nomor, "u") == nomor
    assert batalkan(kantor, nomor, "u") == nomor
    assert baris(kantor) == [(Tanda.DITERIMA, True, ""), *[(Tanda.BELUM, True, "")] * 2]
    batalkan(kantor, nomor[:1])
    assert baris(kantor) == [(Tanda.BELUM, True, "")] * 3
    assert akhir(kantor, nomor[0])[1].hasil == "batal"
    with pytest.raises(RuleError, match="Ani belum ditandai"):
        batalkan(kantor, nomor[:1])
    tandai(kantor, nomor[:1], Tanda.DITOLAK, isian=DITOLAK)
    batalkan(kantor, nomor[:1])
    assert baris(kantor)[0] == (Tanda.BELUM, True, "")


def test_the_rules_of_undoing_hold_for_a_moved_case(kantor, kirim):
    nomor = kirim(1)
    tandai(kantor, nomor, Tanda.DITERIMA)
    with pytest.raises(RuleError, match="Operator"):
        batalkan(kantor, nomor, petugas=kantor.kasi)
    tandai(kantor, nomor, Tanda.KARTU_KEMBALI)
    with pytest.raises(RuleError, match="hanya petugas itu"):
        batalkan(kantor, nomor, petugas=kantor.kasi)
    kantor.clock.maju(menit=24 * 60)
    with pytest.raises(RuleError, match="hari sebelumnya"):
        batalkan(kantor, nomor)


def test_a_refusal_that_was_worked_on_since_stays(kantor, kirim):
    nomor = kirim(1)
    tandai(kantor, nomor, Tanda.DITOLAK, isian=DITOLAK)
    permohonan = kantor.gerak(kantor.store.permohonan.get(nomor[0]), "entri", "terinput")
    with pytest.raises(RuleError, match="sudah dikerjakan lagi"):
        batalkan(kantor, nomor)
    assert permohonan.ringkasan.posisi == "kirim"


def test_a_case_sent_again_stands_on_both_lists_and_the_new_one_counts(kantor, kirim):
    nomor = kirim(2)
    tandai(kantor, nomor[:1], Tanda.DITERIMA)
    tandai(kantor, nomor[:1], Tanda.DITOLAK, isian=DITOLAK)
    kantor.gerak(kantor.store.permohonan.get(nomor[0]), "entri", "terinput")
    register = kantor.store.permohonan.get(nomor[0]).ringkasan.nomor_register
    dua = kirim_lagi(kantor, nomor[:1])
    assert dua.nomor == "DP-KTP/2/2026"
    assert kantor.store.permohonan.get(nomor[0]).ringkasan.nomor_register == register
    assert baris(kantor, 1)[0][:2] == (Tanda.DITOLAK, False)
    assert baris(kantor, 2) == [(Tanda.BELUM, True, "")]
    tandai(kantor, nomor[:1], Tanda.KARTU_KEMBALI)
    assert baris(kantor, 1)[0][:2] == (Tanda.DITOLAK, False)
    assert baris(kantor, 2) == [(Tanda.KARTU_KEMBALI, False, "")]
    batalkan(kantor, nomor[:1])
    assert baris(kantor, 2) == [(Tanda.BELUM, True, "")]  # received was said of the first list
    xlsx = kantor.meja.kiriman.cetak.build_xlsx(dua.id)
    assert kantor.store.kiriman.list_ulang(dua.id) == {nomor[0]}
    assert xlsx.isi != kantor.meja.kiriman.cetak.build_xlsx(1).isi


def test_a_card_undone_in_the_case_itself_is_out_again(kantor, kirim):
    nomor = kirim(1)
    tandai(kantor, nomor, Tanda.KARTU_KEMBALI)
    kantor.meja.alur.batalkan("sendiri", nomor[0], kantor.operator)
    assert baris(kantor) == [(Tanda.BELUM, True, "")]


def test_a_state_is_noted_for_many_beside_the_clock(kantor, kirim):
    nomor = kirim()
    assert catat(kantor, nomor, "a") == nomor
    assert catat(kantor, nomor, "a") == nomor
    permohonan = kantor.store.permohonan.get(nomor[2])
    assert permohonan.ringkasan.luar == KeadaanLuar(
        "dispendukcapil",
        "tunggu_blangko",
        "Menunggu blangko",
        "B-77",
        kantor.clock.now().date().replace(day=20),
    )
    assert permohonan.ringkasan.posisi == "di_dispendukcapil"
    peristiwa = permohonan.riwayat[-1]
    assert (peristiwa.langkah, peristiwa.hasil) == ("luar", "tunggu_blangko")
    assert peristiwa.rincian == {
        "Dispendukcapil": "Menunggu blangko",
        "Nomor referensi": "B-77",
        "Tanggal": "20/11/2026",
    }
    catat(kantor, nomor[:1], isian={"keadaan": "tercetak"})
    luar = kantor.store.permohonan.get(nomor[0]).ringkasan.luar
    assert luar == KeadaanLuar("dispendukcapil", "tercetak", "Tercetak")


@pytest.mark.parametrize(
    ("ganti", "kunci"),
    [
        ({"keadaan": ""}, "keadaan"),
        ({"keadaan": "karangan"}, "keadaan"),
        ({"tanggal": "31/02/1990"}, "tanggal"),
        ({"tanggal": "24/11/2026"}, "tanggal"),
        ({"referensi": "x" * 41}, "referensi"),
        ({"referensi": "3516 1357 0845 9001"}, "referensi"),
    ],
)
def test_a_state_that_cannot_be_is_refused_and_nothing_noted(kantor, kirim, ganti, kunci):
    nomor = kirim(1)
    with pytest.raises(FieldsError) as e:
        catat(kantor, nomor, isian=KEADAAN | ganti)
    assert set(e.value.per_field) == {kunci}
    assert kantor.store.permohonan.get(nomor[0]).ringkasan.luar is None
