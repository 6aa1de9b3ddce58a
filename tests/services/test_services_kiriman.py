"""A batch: one number, every case of it moved with its register number, all or none."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from builders import SENIN_PAGI, make_meja

from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kiriman import Tanda, find_bagian, get_hasil, tanda_sebelum
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.kiriman import KirimanBerubahError, PerintahKirim

ISIAN = {"cara_pengiriman": "diantar", "petugas_penerima": "Wulan Misal"}
NAMA = ("Ani", "Budi", "Cahyo", "Dewi", "Eko")


@pytest.fixture
def siap(kantor):
    """Five KTP cases that wait to be sent; their ids in that order."""
    return siapkan(kantor, 5)


def siapkan(kantor, banyak):
    semua = [kantor.terima("KTP", nama=NAMA[n % 5]) for n in range(banyak)]
    return tuple(kantor.sampai(p, "kirim").ringkasan.id for p in semua)


def kirim(kantor, permohonan_id, token="", **ganti):
    perintah = PerintahKirim(token or uuid.uuid4().hex, tuple(permohonan_id), ISIAN)
    petugas = ganti.pop("petugas", kantor.operator)
    return kantor.meja.kiriman.kirim(replace(perintah, **ganti), petugas)


def posisi(kantor, permohonan_id):
    return [kantor.store.permohonan.get(n).ringkasan.posisi for n in permohonan_id]


def test_entered_cases_of_every_service_are_ready_the_longest_waiting_first(kantor, siap):
    kantor.terima("KTP")
    kantor.terima()
    assert tuple(r.id for r in kantor.meja.kiriman.list_siap()) == siap
    (cara, penerima) = kantor.meja.kiriman.list_isian(kantor.meja.kiriman.list_siap())
    assert (cara.id, penerima.id) == ("cara_pengiriman", "petugas_penerima")
    assert kantor.meja.kiriman.list_isian(()) == ()


def test_a_batch_closes_the_step_of_all_with_register_numbers_in_its_order(kantor, siap):
    urutan = (siap[2], siap[0], siap[4])
    kiriman = kirim(kantor, urutan)
    assert (kiriman.nomor, kiriman.banyak, kiriman.petugas) == ("DP-KTP/1/2026", 3, "Rini Contoh")
    assert (kiriman.cara, kiriman.penerima) == ("Diantar ke Dispendukcapil", "Wulan Misal")
    assert posisi(kantor, siap) == ["di_dispendukcapil", "kirim"] * 2 + ["di_dispendukcapil"]
    baris = kantor.meja.kiriman.list_baris(kiriman.id)
    assert [b.ringkasan.id for b in baris] == list(urutan)
    assert [b.ringkasan.nomor_register for b in baris] == [
        f"471.13/{n}/416-313/2026" for n in (1, 2, 3)
    ]
    assert [(b.urutan, b.tanda, b.di_luar) for b in baris] == [
        (n, Tanda.BELUM, True) for n in (1, 2, 3)
    ]
    akhir = kantor.store.permohonan.get(siap[0]).riwayat[-1]
    assert (akhir.langkah, akhir.hasil) == ("kirim", "terkirim")
    assert akhir.rincian == {
        "Daftar pengiriman": "DP-KTP/1/2026",
        "Cara pengiriman": "Diantar ke Dispendukcapil",
        "Petugas Dispendukcapil penerima": "Wulan Misal",
    }


def test_the_same_press_twice_gives_one_batch_and_numbers_have_no_gap(kantor, siap):
    satu = kirim(kantor, siap[:2], "token")
    assert kirim(kantor, siap[:2], "token") == satu
    assert kirim(kantor, siap[2:]).nomor == "DP-KTP/2/2026"


def test_a_batch_of_the_new_year_begins_at_one(tmp_path):
    clock = JamTetap(SENIN_PAGI)
    kantor = make_meja(tmp_path, clock)
    siap = siapkan(kantor, 2)
    kirim(kantor, siap[:1])
    clock.atur(dt.datetime(2027, 1, 4, 9, tzinfo=SENIN_PAGI.tzinfo))
    kantor.buka_tahun()
    assert kirim(kantor, siap[1:]).nomor == "DP-KTP/1/2027"
    kantor.store.close()


def test_a_case_returned_meanwhile_refuses_the_batch_by_name_and_nothing_is_stored(kantor, siap):
    sebelum = [kantor.store.permohonan.get(n) for n in siap]
    kantor.meja.alur.batalkan("batal", siap[1], kantor.operator)
    with pytest.raises(KirimanBerubahError, match=r"Budi \(sekarang: Menunggu entri data\)") as e:
        kirim(kantor, siap)
    assert e.value.permohonan_id == (siap[1],)
    assert [kantor.store.permohonan.get(n) for n in (siap[0], *siap[2:])] == [
        sebelum[0],
        *sebelum[2:],
    ]
    assert kantor.meja.kiriman.baca_papan().kiriman == ()
    kiriman = kirim(kantor, [n for n in siap if n not in e.value.permohonan_id])
    assert (kiriman.nomor, kiriman.banyak) == ("DP-KTP/1/2026", 4)


def test_of_many_that_changed_the_first_three_are_named(kantor, siap):
    for n in siap:
        kantor.meja.alur.batalkan(f"batal{n}", n, kantor.operator)
    with pytest.raises(KirimanBerubahError, match="dan 2 permohonan lain") as e:
        kirim(kantor, siap)
    assert e.value.permohonan_id == siap


def test_none_chosen_another_role_and_an_empty_field_are_refused(kantor, siap):
    with pytest.raises(RuleError, match="Pilih dulu"):
        kirim(kantor, ())
    with pytest.raises(RuleError, match="dicatat oleh Operator"):
        kirim(kantor, siap, petugas=kantor.kasi)
    with pytest.raises(FieldsError) as e:
        kirim(kantor, siap, isian={})
    assert set(e.value.per_field) == {"cara_pengiriman"}
    with pytest.raises(FieldsError) as e:
        kirim(kantor, siap, isian=ISIAN | {"petugas_penerima": "Wulan Ꝭ"})
    assert "tidak dapat dicetak" in e.value.per_field["petugas_penerima"]
    assert posisi(kantor, siap) == ["kirim"] * 5
    kiriman = kirim(kantor, siap, isian={"cara_pengiriman": "siak", "petugas_penerima": ""})
    assert (kiriman.cara, kiriman.penerima) == ("Lewat SIAK", "")


def test_lists_with_cases_out_stand_first_the_oldest_on_top(tmp_path):
    clock = JamTetap(SENIN_PAGI)
    kantor = make_meja(tmp_path, clock)
    siap = siapkan(kantor, 5)
    for n in siap[:4]:
        kirim(kantor, [n])
        clock.maju(menit=24 * 60)
    sendiri = kantor.gerak(kantor.store.permohonan.get(siap[4]), "kirim", "terkirim")
    for n in (siap[0], siap[2]):
        kantor.gerak(kantor.store.permohonan.get(n), "di_dispendukcapil", "kartu_diterima")
    papan = kantor.meja.kiriman.baca_papan()
    assert [(k.kiriman.nomor, k.di_luar, k.umur_hari) for k in papan.kiriman] == [
        ("DP-KTP/2/2026", 1, 3),
        ("DP-KTP/4/2026", 1, 1),
        ("DP-KTP/3/2026", 0, 2),
        ("DP-KTP/1/2026", 0, 4),
    ]
    assert [b.ringkasan.id for b in papan.di_luar] == [siap[1], siap[3], sendiri.ringkasan.id]
    assert [b.kiriman is None for b in papan.di_luar] == [False, False, True]
    (baris,) = kantor.meja.kiriman.list_baris(1)  # moved on in the case itself, not here
    assert (baris.tanda, baris.di_luar) == (Tanda.BELUM, False)
    kantor.store.close()


def test_one_list_holds_one_service(kantor, siap, tmp_path):
    # A third service with a sending step of its own, in the office's folder.
    teks = kantor.sop("KTP").teks.replace('layanan = "KTP"', 'layanan = "KIA"', 1)
    folder = tmp_path / "data" / "sop_data"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kia-2025-02-26.toml").write_text(
        teks.replace("471.13/", "471.15/"), encoding="utf-8"
    )
    kantor.store.close()
    lain = make_meja(tmp_path / "data", kantor.clock)
    kia = lain.sampai(lain.terima("KIA", jenis="II.A"), "kirim").ringkasan.id
    with pytest.raises(RuleError, match="KIA dan KTP"):
        kirim(lain, (*siap, kia))
    assert kirim(lain, siap).nomor == "DP-KTP/1/2026"
    assert kirim(lain, (kia,)).nomor == "DP-KIA/1/2026"
    lain.store.close()


def test_an_unknown_list_is_refused(kantor):
    with pytest.raises(RuleError, match="tidak ada dalam register"):
        kantor.meja.kiriman.list_baris(9)


def test_a_step_is_found_by_its_part_and_its_outcomes_by_their_way(kantor):
    sop = kantor.sop("KTP")
    luar = find_bagian(sop, "luar")
    assert find_bagian(kantor.sop("KK"), "kirim") is None
    assert get_hasil(luar, mundur=False).id == "kartu_diterima"
    assert get_hasil(luar, mundur=True).id == "dikembalikan"
    with pytest.raises(RuleError, match="mengembalikan"):
        get_hasil(find_bagian(sop, "kirim"), mundur=True)
    with pytest.raises(RuleError, match="meneruskan"):
        get_hasil(replace(luar, hasil=luar.hasil[1:]), mundur=False)
    assert tanda_sebelum(()) is Tanda.BELUM


def test_the_documents_tell_what_is_stored_and_mask_the_nik(kantor, siap):
    kiriman = kirim(kantor, siap)
    pdf = kantor.meja.kiriman.cetak.build_daftar(kiriman.id)
    assert (pdf.id, pdf.judul) == ("daftar_pengiriman", "Daftar pengiriman DP-KTP/1/2026")
    assert pdf.nama_berkas == "DP-KTP-1-2026.pdf"
    assert pdf.isi.startswith(b"%PDF")
    assert pdf.permohonan_id is None
    xlsx = kantor.meja.kiriman.cetak.build_xlsx(kiriman.id)
    assert (xlsx.id, xlsx.nama_berkas) == ("daftar_pengiriman_xlsx", "DP-KTP-1-2026.xlsx")
    assert kantor.meja.kiriman.cetak.build_daftar(kiriman.id).isi == pdf.isi
