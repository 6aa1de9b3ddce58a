import shutil
from pathlib import Path

import pytest
from builders import SENIN_PAGI, list_tanda, make_form, make_meja

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import JamTetap

KIA = (Path(__file__).parents[1] / "sop" / "contoh" / "kia.toml").read_text(encoding="utf-8")
KK_TOML = "kk-2025-02-26.toml"
KK = (AKAR / "sop_data" / KK_TOML).read_text(encoding="utf-8")


@pytest.fixture
def folder_sop(tmp_path):
    """A copy of the shipped SOP folder that a test may change."""
    return Path(shutil.copytree(AKAR / "sop_data", tmp_path / "sop_data"))


@pytest.fixture
def buka(tmp_path, folder_sop):
    """Open the counter over that folder, as often as the program is started."""
    terbuka = []
    clock = JamTetap(SENIN_PAGI)

    def buka():
        for kantor in terbuka:
            kantor.store.close()
        terbuka.append(make_meja(tmp_path / "data", clock, folder_sop))
        return terbuka[-1]

    yield buka
    for kantor in terbuka:
        kantor.store.close()


def tulis_kantor(tmp_path, nama, teks):
    folder = tmp_path / "data" / "sop_data"
    (folder / "tabel").mkdir(parents=True, exist_ok=True)
    (folder / nama).write_text(teks, encoding="utf-8")


def tunda(folder_sop):
    """No SOP is in force yet."""
    for path in folder_sop.glob("*.toml"):
        teks = path.read_text(encoding="utf-8")
        baru = teks.replace("tanggal_efektif = 2025-02-26", "tanggal_efektif = 2030-01-01")
        path.write_text(baru, encoding="utf-8")


def versi_baru(efektif):
    """The KK's SOP with a later date, another screen for step 2 and another name for step 3."""
    baru = KK.replace("tanggal_efektif = 2025-02-26", f"tanggal_efektif = {efektif}")
    baru = baru.replace('layar = "kelengkapan"', 'layar = "penerimaan"')
    return baru.replace('id = "entri"', 'id = "ketik"').replace('ke = "entri"', 'ke = "ketik"')


def test_all_shipped_sops_are_in_force_and_without_fault(meja):
    assert meja.rak.masalah == ()
    assert [s.layanan for s in meja.rak.list_berlaku()] == ["KK", "KTP"]
    assert meja.rak.list_semua() == meja.rak.list_berlaku()
    assert meja.rak.find_berlaku("SIM") is None
    assert meja.rak.find_terakhir("SIM") is None


def test_a_running_case_outlives_the_file_of_its_sop(buka, folder_sop):
    permohonan = buka().terima()
    (folder_sop / KK_TOML).unlink()
    kantor = buka()
    assert [s.layanan for s in kantor.meja.rak.list_berlaku()] == ["KTP"]
    antrean = kantor.meja.alur.list_antrean(frozenset({"kelengkapan"}))
    assert [b.ringkasan.id for b in antrean] == [permohonan.ringkasan.id]
    assert kantor.meja.rak.get(permohonan.ringkasan.sop_sidik).teks == KK
    selesai = kantor.sampai(permohonan, "selesai")
    assert selesai.ringkasan.nomor_register == "471.14/1/416-313/2026"
    kantor = buka()
    assert [(b.layanan, b.tahun, b.jumlah) for b in kantor.meja.register.list_buku()] == [
        ("KTP", 2026, 0), ("KK", 2026, 1),
    ]  # fmt: skip
    assert kantor.meja.buku.build("KK", 2026).isi.startswith(b"%PDF")
    assert kantor.meja.pencetakan.build_tanda_bukti(permohonan.ringkasan.id).isi


def test_the_newest_kept_version_names_the_books_of_a_service_taken_away(
    buka, folder_sop, tmp_path
):
    kantor = buka()
    kantor.sampai(kantor.terima(), "serahkan")
    baru = versi_baru("2026-11-24").replace(
        'nama_register = "Register Pelayanan', 'nama_register = "Buku Pelayanan'
    )
    tulis_kantor(tmp_path, "kk-baru.toml", baru)
    kantor = buka()
    kantor.clock.maju(24 * 60)
    kantor.terima()
    (folder_sop / KK_TOML).unlink()
    (tmp_path / "data" / "sop_data" / "kk-baru.toml").unlink()
    nama = {b.layanan: b.nama for b in buka().meja.register.list_buku()}
    assert nama["KK"] == "Buku Pelayanan Kartu Keluarga (KK)"


def test_a_new_version_does_not_touch_running_cases(buka, tmp_path):
    lama = buka().terima()
    tulis_kantor(tmp_path, "kk-baru.toml", versi_baru("2026-11-24"))
    kantor = buka()
    assert kantor.meja.rak.masalah == ()
    assert kantor.terima().ringkasan.sop_sidik == lama.ringkasan.sop_sidik
    kantor.clock.maju(24 * 60)
    baru = kantor.terima()
    assert baru.ringkasan.sop_sidik != lama.ringkasan.sop_sidik
    assert baru.ringkasan.nomor_tanda_bukti == "471.14/TB-3/416-313/2026"

    def antre(layar):
        daftar = kantor.meja.alur.list_antrean(frozenset({layar}))
        return [b.ringkasan.id for b in daftar]

    assert antre("kelengkapan") == [1, 2]
    assert antre("penerimaan") == [3]
    lama = kantor.gerak(lama, "periksa", "lengkap")
    baru = kantor.gerak(baru, "periksa", "lengkap")
    assert (lama.ringkasan.posisi, baru.ringkasan.posisi) == ("entri", "ketik")
    assert antre("entri_data") == [1, 3]


def test_a_form_that_stands_open_over_the_change_is_checked_by_the_new_version(buka, tmp_path):
    tulis_kantor(
        tmp_path, "kk-baru.toml", versi_baru("2026-11-24").replace('kode = "F-1.02"', 'kode = "F2"')
    )
    kantor = buka()
    form = make_form(berkas=list_tanda(kantor.sop(), "I.A.1"))
    kantor.clock.maju(24 * 60)
    assert "sudah berubah" in kantor.meja.penerimaan.periksa(form).galat["jenis"]


def test_before_the_sop_is_in_force_nothing_is_offered_but_the_books_stay(buka, folder_sop):
    kantor = buka()
    kantor.sampai(kantor.terima(), "serahkan")
    tunda(folder_sop)
    kantor = buka()
    assert kantor.meja.penerimaan.list_layanan() == ()
    assert [(b.layanan, b.tahun) for b in kantor.meja.register.list_buku()] == [("KK", 2026)]


def test_a_third_service_from_a_data_file_takes_cases(buka, tmp_path):
    tulis_kantor(tmp_path, "kia.toml", KIA)
    (tmp_path / "data" / "sop_data" / "tabel" / "golongan_darah.csv").write_text(
        "kode,nama\n1,A\n2,B\n", encoding="utf-8"
    )
    kantor = buka()
    jenis = kantor.sop("KIA").jenis[0].kode
    permohonan = kantor.sampai(kantor.terima("KIA", jenis=jenis), "selesai")
    assert permohonan.ringkasan.nomor_tanda_bukti == "471.15/TB-1/416-313/2026"


KIA_TANDA_BUKTI = 'tanda_bukti = "471.15/TB-{urut}/416-313/{tahun}"'
KIA_REGISTER = 'register = "471.15/{urut}/416-313/{tahun}"'


@pytest.mark.parametrize(
    ("semula", "menjadi", "pemilik"),
    [
        (KIA_REGISTER, 'register = "471.14/{urut}/416-313/{tahun}"', "register KK"),
        (KIA_REGISTER, 'register = "471.13/TB-{urut}/416-313/{tahun}"', "tanda bukti KTP"),
        (KIA_TANDA_BUKTI, 'tanda_bukti = "471.14/{urut}/416-313/{tahun}"', "register KK"),
    ],
)
def test_a_service_with_another_books_pattern_is_left_out_in_words(
    buka, tmp_path, semula, menjadi, pemilik
):
    assert semula in KIA
    tulis_kantor(tmp_path, "kia.toml", KIA.replace(semula, menjadi))
    kantor = buka()
    [kalimat] = kantor.meja.rak.masalah
    assert kalimat.startswith("SOP KIA efektif 07/01/2026 tidak dipakai: pola nomor")
    assert f"sudah dipakai {pemilik}. Bedakan pola_nomor" in kalimat
    assert [s.layanan for s in kantor.meja.rak.list_berlaku()] == ["KK", "KTP"]
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-1/416-313/2026"


def test_patterns_that_meet_in_one_number_are_refused_when_it_comes_to_that(buka, tmp_path):
    """Different patterns, same text: "1{urut}" of number 1 is "{urut}" of number 11."""
    kia = KIA.replace(KIA_TANDA_BUKTI, 'tanda_bukti = "471.14/TB-1{urut}/416-313/{tahun}"')
    tulis_kantor(tmp_path, "kia.toml", kia)
    kantor = buka()
    assert kantor.meja.rak.masalah == ()
    for _ in range(11):
        kantor.terima()
    jenis = kantor.sop("KIA").jenis[0].kode
    with pytest.raises(UserError, match=r"sudah dipakai di buku lain.*tab Nomor"):
        kantor.terima("KIA", jenis=jenis)
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "471.14/TB-12/416-313/2026"


def test_a_register_number_that_another_book_gave_is_refused_in_words(buka, tmp_path):
    kia = KIA.replace(KIA_TANDA_BUKTI, 'tanda_bukti = "471.14/1{urut}/416-313/{tahun}"')
    tulis_kantor(tmp_path, "kia.toml", kia)
    kantor = buka()
    kantor.terima("KIA", jenis=kantor.sop("KIA").jenis[0].kode)
    for _ in range(10):
        kantor.sampai(kantor.terima(), "serahkan")
    permohonan = kantor.sampai(kantor.terima(), "cetak")
    with pytest.raises(UserError, match="tab Nomor"):
        kantor.gerak(permohonan, "cetak", "tercetak")


def test_an_sop_that_is_nowhere_is_told(meja):
    with pytest.raises(UserError, match="tidak ditemukan lagi"):
        meja.rak.get("0" * 64)


def test_a_kept_sop_that_cannot_be_read_is_told_and_the_other_queues_go_on(buka, folder_sop):
    kantor = buka()
    permohonan = kantor.terima("KTP")
    lain = kantor.terima("KK")
    (folder_sop / "ktp-2025-02-26.toml").unlink()
    (folder_sop / "tabel" / "status_perkawinan_ktp.csv").unlink()
    kantor = buka()
    [kalimat] = kantor.meja.rak.masalah
    assert 'tabel "status_perkawinan_ktp" tidak ada' in kalimat
    assert kalimat.endswith("Permohonan yang memakainya tidak tampil di antrean.")
    antrean = kantor.meja.alur.list_antrean(frozenset({"kelengkapan"}))
    assert [b.ringkasan.id for b in antrean] == [lain.ringkasan.id]
    with pytest.raises(UserError, match=r"SOP tersimpan \w{8} tidak dipakai"):
        kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator)


def test_the_sop_of_finished_cases_need_not_be_readable(buka, folder_sop):
    kantor = buka()
    kantor.sampai(kantor.terima("KTP"), "selesai")
    (folder_sop / "ktp-2025-02-26.toml").unlink()
    (folder_sop / "tabel" / "status_perkawinan_ktp.csv").unlink()
    kantor = buka()
    assert kantor.meja.rak.masalah == ()
    assert kantor.meja.rak.list_berjalan() == ()
