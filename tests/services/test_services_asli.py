import pytest
from builders import NIK, NIK_LAIN

from sooko_desk.data import pencarian
from sooko_desk.data.tabel import TabelBerkas
from sooko_desk.domain.alur import list_langkah_terbuka
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, TandaBerkas

KEMBALI, DITARIK = AsliKeluar.DIKEMBALIKAN, AsliKeluar.DITARIK


@pytest.fixture
def titipan(kantor):
    """A case that came with two originals and a copy."""
    kode = [s.kode for s in kantor.sop().get_jenis("I.A.1").syarat][:3]
    tanda = (
        TandaBerkas(kode[0], ada=True, bentuk=Bentuk.ASLI),
        TandaBerkas(kode[1], ada=True, bentuk=Bentuk.ASLI, jumlah=2),
        TandaBerkas(kode[2], ada=True, bentuk=Bentuk.FOTOKOPI),
    )
    return kantor.terima(berkas=tanda), kode


def test_originals_in_the_office_are_listed_with_their_age(kantor, titipan):
    permohonan, kode = titipan
    kantor.terima("KTP")
    kantor.clock.maju(3 * 24 * 60)
    (baris,) = kantor.meja.asli.list_di_kantor()
    assert baris.ringkasan == permohonan.ringkasan
    assert [b.kode for b in baris.berkas] == kode[:2]
    assert baris.umur_hari == 3


def test_what_is_given_back_leaves_the_list_and_stays_in_the_story(kantor, titipan):
    permohonan, kode = titipan
    for _ in range(2):  # a double press
        baru = kantor.meja.asli.keluarkan(
            "t1", permohonan, frozenset(kode[:1]), KEMBALI, "Suwarti", kantor.operator
        )
    assert [b.kode for b in baru.berkas if b.asli_di_kantor] == [kode[1]]
    r, lama = baru.ringkasan, permohonan.ringkasan
    assert (r.posisi, r.posisi_sejak, r.status) == (lama.posisi, lama.posisi_sejak, lama.status)
    assert [(p.langkah, p.hasil) for p in baru.riwayat[1:]] == [("asli", "dikembalikan")]
    assert baru.riwayat[-1].rincian["Diterima oleh"] == "Suwarti"
    sop = kantor.sop()
    assert list_langkah_terbuka(sop, r.posisi, baru.riwayat)[0].id == "periksa"
    butir = kantor.meja.cetak_cerita.susun_cerita(baru)[-1]
    assert (butir.langkah, butir.hasil) == ("Berkas asli", "Asli dikembalikan")
    akhir = kantor.meja.asli.keluarkan(
        "t2", baru, frozenset(kode[1:2]), DITARIK, "", kantor.operator
    )
    assert "Diterima oleh" not in akhir.riwayat[-1].rincian
    assert kantor.meja.asli.list_di_kantor() == ()
    assert (
        kantor.gerak(akhir, "periksa", "tidak_lengkap", alasan="Buram").ringkasan.posisi == "terima"
    )


def test_what_is_no_original_in_the_office_cannot_leave_it(kantor, titipan):
    permohonan, kode = titipan
    for pilihan in (frozenset(), frozenset(kode[1:]), frozenset({"asing"})):
        with pytest.raises(RuleError, match="berkas asli yang masih ada di kantor"):
            kantor.meja.asli.keluarkan("t", permohonan, pilihan, DITARIK, "", kantor.operator)
    with pytest.raises(FieldsError) as galat:
        kantor.meja.asli.keluarkan(
            "t", permohonan, frozenset(kode[:1]), KEMBALI, " ", kantor.operator
        )
    assert galat.value.per_field["penerima"].startswith("Nama penerima")
    assert len(kantor.store.permohonan.get(permohonan.ringkasan.id).riwayat) == 1


def test_the_case_that_holds_originals_longest_comes_first(kantor):
    kode = kantor.sop().get_jenis("I.A.1").syarat[0].kode
    tanda = (TandaBerkas(kode, ada=True, bentuk=Bentuk.ASLI),)
    dahulu = kantor.terima(berkas=())
    kantor.clock.maju(24 * 60)
    kedua = kantor.terima(berkas=tanda)
    kantor.clock.maju(24 * 60)
    kantor.gerak(dahulu, "periksa", "tidak_lengkap", alasan="Buram", tanda=tanda)
    daftar = kantor.meja.asli.list_di_kantor()
    assert [b.ringkasan.id for b in daftar] == [kedua.ringkasan.id, dahulu.ringkasan.id]
    assert [b.umur_hari for b in daftar] == [1, 0]
    assert daftar[0].sejak == kedua.ringkasan.diterima


def test_the_list_read_again_follows_every_change_and_keeps_what_did_not_change(kantor):
    kode = [s.kode for s in kantor.sop().get_jenis("I.A.1").syarat]
    tanda = tuple(TandaBerkas(k, ada=True, bentuk=Bentuk.ASLI) for k in kode[:2])
    satu, dua = (kantor.terima(berkas=tanda, nik=nik) for nik in (NIK, NIK_LAIN))
    pertama = kantor.meja.asli.list_di_kantor()
    assert [b.ringkasan for b in pertama] == [satu.ringkasan, dua.ringkasan]
    satu = kantor.gerak(satu, "periksa", "lengkap")
    kedua = kantor.meja.asli.list_di_kantor()
    assert [b.ringkasan for b in kedua] == [satu.ringkasan, dua.ringkasan]
    assert kedua[1] is pertama[1]  # not read a second time
    keluarkan(kantor, dua, kode[:1])
    tiga = kantor.terima("KTP", berkas=(), nkk="")
    kantor.clock.maju(24 * 60)
    ketiga = kantor.meja.asli.list_di_kantor()
    assert [[b.kode for b in baris.berkas] for baris in ketiga] == [kode[:2], kode[1:2]]
    assert [b.umur_hari for b in ketiga] == [1, 1]
    assert tiga.ringkasan not in [b.ringkasan for b in ketiga]


def test_papers_of_some_cases_are_found_by_their_index(kantor):
    rencana = TabelBerkas.raw(f"EXPLAIN QUERY PLAN {pencarian._ASLI}", "[]").tuples()
    langkah = [baris[-1] for baris in rencana]
    assert any("USING INDEX berkas_asli" in satu for satu in langkah)


def keluarkan(kantor, permohonan, kode, petugas=None, token="keluar"):
    return kantor.meja.asli.keluarkan(
        token, permohonan, frozenset(kode), KEMBALI, "Suwarti", petugas or kantor.operator
    )


def batalkan(kantor, keluar, kode, petugas=None, token="batal"):
    return kantor.meja.asli.batalkan(token, keluar, frozenset(kode), petugas or kantor.operator)


def test_a_hand_over_recorded_by_mistake_is_taken_back_and_both_are_told(kantor, titipan):
    permohonan, kode = titipan
    sebelum = kantor.meja.asli.list_di_kantor()
    keluar = keluarkan(kantor, permohonan, kode[:2])
    assert kantor.meja.asli.list_di_kantor() == ()
    for _ in range(2):  # a double press
        baru = batalkan(kantor, keluar, kode[:2])
    assert baru == kantor.meja.asli.buka(permohonan.ringkasan.id)
    assert baru.berkas == permohonan.berkas
    assert [(p.langkah, p.hasil) for p in baru.riwayat[1:]] == [
        ("asli", "dikembalikan"),
        ("asli", "batal"),
    ]
    assert baru.riwayat[-1].rincian["Berkas"] == baru.riwayat[-2].rincian["Berkas"]
    (baris,) = kantor.meja.asli.list_di_kantor()
    assert baris.berkas == sebelum[0].berkas
    r, lama = baru.ringkasan, permohonan.ringkasan
    assert (r.posisi, r.posisi_sejak, r.status) == (lama.posisi, lama.posisi_sejak, lama.status)
    # The step goes on as if nothing had been, and the decision before it can still be undone.
    maju = kantor.gerak(baru, "periksa", "tidak_lengkap", alasan="Buram")
    assert maju.ringkasan.posisi == "terima"
    mundur = kantor.meja.alur.batalkan("u", maju.ringkasan.id, kantor.kasi)
    assert mundur.ringkasan.posisi == "periksa"
    assert [b.kode for b in mundur.berkas if b.asli_di_kantor] == kode[:2]


def test_only_the_officer_who_recorded_a_hand_over_takes_it_back(kantor, titipan):
    permohonan, kode = titipan
    keluar = keluarkan(kantor, permohonan, kode[:1], kantor.kasi)
    with pytest.raises(RuleError, match=f"dicatat oleh {kantor.kasi.nama}"):
        batalkan(kantor, keluar, kode[:1])
    assert batalkan(kantor, keluar, kode[:1], kantor.kasi).berkas == permohonan.berkas


def test_a_hand_over_that_somebody_built_upon_stays(kantor, titipan):
    permohonan, kode = titipan
    keluar = keluarkan(kantor, permohonan, kode[:1])
    kantor.gerak(keluar, "periksa", "tidak_lengkap", alasan="Buram")
    with pytest.raises(RuleError, match="sudah berubah sejak ditampilkan"):
        batalkan(kantor, keluar, kode[:1])


def test_what_was_not_the_last_hand_over_cannot_be_taken_back(kantor, titipan):
    permohonan, kode = titipan
    tidak = pytest.raises(RuleError, match="sudah dicatat lagi")
    with tidak:
        batalkan(kantor, permohonan, kode[:1])  # nothing went out yet
    satu = keluarkan(kantor, permohonan, kode[:1])
    dua = keluarkan(kantor, satu, kode[1:2], token="dua")
    with tidak:
        batalkan(kantor, dua, kode[:1])
    kembali = batalkan(kantor, dua, kode[1:2])
    with tidak:
        batalkan(kantor, kembali, kode[1:2], token="lagi")
