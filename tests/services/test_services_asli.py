import pytest

from sooko_desk.domain.alur import list_langkah_terbuka
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, TandaBerkas
from sooko_desk.ui.kata import list_riwayat

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
    butir = list_riwayat(baru, sop)[-1]
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
