"""No number is given out twice, whatever is restored: every book goes on after its last."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from builders import NAMA_KASI, PIN_KASI, make_meja, nilai_isian
from services.pemulihan_uji import KODE, lupakan_komputer, pulihkan

from sooko_desk.data.pemulihan_nomor import Buku, NomorHilang, baca_penanda_nomor
from sooko_desk.data.penanda import Penanda, tulis_penanda
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.pemulihan import Keputusan
from sooko_desk.services.pemulihan_nomor import baca_jawaban, list_tanya, pembaca_pola
from sooko_desk.services.tugas_buku import sebut_bertanggal
from sooko_desk.sop.rak import RakSop


def test_every_book_that_was_touched_goes_on_after_its_last_number(kedua):
    kedua.cadangkan()
    kantor = kedua.kantor
    siap = [kantor.sampai(kantor.terima("KTP"), "kirim").ringkasan for _ in range(2)]
    isian = {i.id: nilai_isian(i) for i in kantor.meja.kiriman.list_isian(siap)}
    perintah = PerintahKirim("k", tuple(r.id for r in siap), isian)
    kantor.meja.kiriman.kirim(perintah, kantor.operator)
    kedua.catat_register()
    kantor.meja.blangko.pesan("pad", "KK", 3, kantor.kasi)
    berikut = {
        (layanan, buku): kantor.store.nomor_buku.urut_berikut(layanan, buku, 2026)
        for layanan in ("KK", "KTP")
        for buku in ("tanda_bukti", "register", "daftar_pengiriman")
    }
    kedua.tutup()
    (pilihan,) = kedua.service().lihat(kedua.stik)
    hasil = pulihkan(kedua.service(), pilihan, petugas=kantor.kasi)
    assert hasil.nomor_batal == sum(n - 1 for n in berikut.values())
    kantor = kedua.buka()
    for (layanan, buku), urut in berikut.items():
        assert kantor.store.nomor_buku.urut_berikut(layanan, buku, 2026) == urut
    assert [k.cara for k in kantor.store.kiriman.list_kiriman(9)] == ["Nomor batal"]
    baris = kantor.store.buku.list_baris("KK", 2026)
    assert [(b.jenis, b.urut, b.permohonan_id) for b in baris] == [("batal", 1, None)]
    assert "Nomor batal 23/11/2026" in sebut_bertanggal(baris[0])
    assert kantor.sampai(kantor.terima(), "selesai").ringkasan.nomor_register.split("/")[1] == "2"
    assert kantor.meja.blangko.list_terbuka() == ()
    with pytest.raises(RuleError, match="hilang pada pemulihan 23 November 2026"):
        kantor.meja.blangko.check_susulan(
            kantor.meja.blangko.find("TB-KK-2026-00003"), kantor.operator
        )
    kejadian = kantor.store.kejadian.list_kejadian([JenisKejadian.PEMULIHAN])[0]
    assert kejadian.petugas == NAMA_KASI


def test_restoring_twice_still_gives_no_number_twice(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    terpakai = {kedua.terima().ringkasan.nomor_tanda_bukti}
    for _ in range(3):
        kasi = kedua.kantor.kasi
        kedua.tutup()
        (pilihan,) = kedua.service().lihat(kedua.stik)
        pulihkan(kedua.service(), pilihan, petugas=kasi)
        kedua.buka()
        nomor = kedua.terima().ringkasan.nomor_tanda_bukti
        assert nomor not in terpakai
        terpakai.add(nomor)
        kedua.clock.maju(1)
    assert len(list(kedua.data.glob("disimpan-*"))) == 3


def test_two_restores_within_a_second_keep_both_registers(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    kasi = kedua.kantor.kasi
    kedua.tutup()
    for _ in range(2):
        (pilihan,) = kedua.service().lihat(kedua.stik)
        pulihkan(kedua.service(), pilihan, petugas=kasi)
    assert len(list(kedua.data.glob("disimpan-*"))) == 2


def test_on_a_new_pc_paper_tells_the_last_numbers(kedua, tmp_path):
    kedua.terima(2)
    kedua.cadangkan()
    kedua.tutup()
    lupakan_komputer()
    service = kedua.service(tmp_path / "baru")
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci_dengan_kode(pilihan, KODE), Kemajuan())
    tanya = service.list_tanya(beda)
    assert [(t.nama, t.paling) for t in tanya] == [
        ("Tanda bukti KK 2026", 2),
        ("Register KK 2026", 0),
        ("Daftar pengiriman KK 2026", 0),
        ("Tanda bukti KTP 2026", 0),
        ("Register KTP 2026", 0),
        ("Daftar pengiriman KTP 2026", 0),
    ]
    semua = {t.buku: str(t.paling) for t in tanya}
    pertama = tanya[0]
    for salah, kata in (("1", "paling kecil 2"), ("x", "paling kecil"), ("99999", "Terlalu jauh")):
        with pytest.raises(FieldsError) as galat:
            baca_jawaban(tanya, semua | {pertama.buku: salah})
        assert kata in galat.value.per_field[pertama.kunci]
    sampai = baca_jawaban(tanya, semua | {pertama.buku: "5", tanya[1].buku: ""})
    hasil = service.pulihkan(beda, Keputusan(sampai=sampai), Kemajuan())
    assert hasil.nomor_batal == 3
    kantor = make_meja(tmp_path / "baru", kedua.clock)
    assert kantor.terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-6"
    assert kantor.store.kejadian.list_kejadian([JenisKejadian.PEMULIHAN])[0].petugas == ""
    kantor.store.close()


def test_this_computers_marker_counts_where_nothing_else_is_left(kedua):
    kedua.terima(1)
    kedua.cadangkan()
    kedua.terima(3)
    kedua.tutup()
    shutil.rmtree(kedua.data)
    service = kedua.service()
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci(pilihan), Kemajuan())
    assert service.list_tanya(beda)[0].paling == 4
    hasil = service.pulihkan(beda, Keputusan(petugas=service.check_pin(beda, PIN_KASI)), Kemajuan())
    assert hasil.nomor_batal == 3


def test_a_service_without_sop_is_asked_and_numbered_too():
    rak = RakSop(())
    tanya = list_tanya({Buku("KIA", "register", 2025): 4}, rak, dt.date(2026, 1, 2))
    assert [(t.buku.tahun, t.paling) for t in tanya] == [(2025, 0), (2025, 4), (2025, 0)]
    assert list_tanya({}, rak, dt.date(2026, 1, 2)) == ()
    pola = pembaca_pola(None, rak, dt.date(2026, 1, 2))
    assert pola("KIA", "register") == "KIA/register/{urut}/{tahun}"


def test_a_text_that_a_pattern_gave_before_is_told_apart(kedua, tmp_path):
    """The pattern was changed after the backup, and back."""
    kedua.terima(1)
    kedua.cadangkan()
    kedua.tutup()
    lupakan_komputer()
    service = kedua.service(tmp_path / "baru")
    (pilihan,) = service.lihat(kedua.stik)
    beda = service.bandingkan(pilihan, service.buka_kunci_dengan_kode(pilihan, KODE), Kemajuan())
    teks = NomorHilang(Buku("KK", "tanda_bukti", 2026), 2, "471.14/TB-1/416-313/2026")
    service._list_nomor = lambda *_: (teks,)
    assert service.pulihkan(beda, Keputusan(), Kemajuan()).nomor_batal == 1
    store = Store(tmp_path / "baru")
    assert "471.14/TB-1/416-313/2026 (2)" in store.nomor_buku.list_teks()
    store.close()


def test_a_marker_that_names_no_book_is_passed_over(kedua):
    kantor = "ab" * 16
    tulis_penanda(kantor, Penanda("x", 1, "0" * 64, "", {"KK/register/2026": 4, "aneh": 7}))
    assert baca_penanda_nomor(kantor) == {Buku("KK", "register", 2026): 4}
