"""Betulkan data: before and after live, a reason, what follows along, who may, nothing lost."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA, NIK, NIK_LAIN, nilai_isian
from PySide6.QtWidgets import QLabel
from ui.ambil_uji import Tangan
from ui.jendela_uji import CTRL, ENTER, PANJANG, UKURAN, K, hapus, list_kata

from sooko_desk.domain.permohonan import Pengantar
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.services.koreksi import PERLU_KASI
from sooko_desk.ui.form_koreksi import TERKUNCI
from sooko_desk.ui.kit.isian_tabel import IsianTabel
from sooko_desk.ui.koreksi import BELUM_ADA, TANYA_BUANG
from sooko_desk.ui.theme import Nada


@pytest.fixture
def meja_koreksi(qapp, kantor, tmp_path):
    tangan = Tangan(kantor, tmp_path)
    yield tangan
    tangan.tutup()


def isi(tangan, bidang, teks):
    """Type over an intake field."""
    masukan = tangan.dialog.form.bidang[bidang].input
    masukan.setFocus()
    tangan.tekan(K.Key_A, CTRL)
    tangan.tekan(K.Key_Delete)
    if teks:
        tangan.ketik(teks)


def beri_alasan(tangan, teks="Salah ketik"):
    tangan.dialog.alasan.input.setFocus()
    tangan.ketik(teks)


def simpan(tangan):
    tangan.tekan(ENTER, CTRL)
    hapus()


def beda(tangan):
    """The words on the right-hand side, once the pause after the last key is over."""
    dialog = tangan.dialog
    tangan.tunggu(lambda: not dialog._jeda.isActive())
    hapus()
    return [w.text() for w in dialog.beda.findChildren(QLabel)]


def test_what_changes_is_shown_as_before_and_after_while_it_is_typed(meja_koreksi):
    dialog = meja_koreksi.buka_koreksi(meja_koreksi.kantor.terima())
    assert dialog.windowTitle() == "Betulkan data TB-KK-2026-00001"
    assert meja_koreksi.fokus() is dialog.form.bidang["nik"].input
    assert beda(meja_koreksi) == [BELUM_ADA]
    meja_koreksi.tekan(K.Key_A, CTRL)
    meja_koreksi.ketik(NIK_LAIN)
    isi(meja_koreksi, "catatan", "Titip di loket 2")
    assert beda(meja_koreksi) == [
        "NIK",
        "3516 1357 0845 9001",
        "→ 3516 1317 0845 9001",
        "Catatan",
        "kosong",
        "→ Titip di loket 2",
    ]
    isi(meja_koreksi, "nik", NIK)
    isi(meja_koreksi, "catatan", "")
    assert beda(meja_koreksi) == [BELUM_ADA]


def test_a_correction_is_stored_with_its_reason_and_told_to_the_window(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    kabar = []
    dialog.tersimpan.connect(lambda *isi: kabar.append(isi))
    isi(meja_koreksi, "rt", "9")
    isi(meja_koreksi, "telepon", "0812 3456 9002")
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    baru = meja_koreksi.simpanan(permohonan)
    assert (baru.ringkasan.pemohon.rt, baru.ringkasan.pemohon.telepon) == ("009", "081234569002")
    assert baru.riwayat[-1].alasan == "Salah ketik"
    assert kabar == [(1, f"{NAMA}: 2 data dibetulkan.")]
    assert meja_koreksi.berubah == [1]
    assert not shiboken6.isValid(dialog)


def test_enter_leads_from_field_to_field_and_never_stores(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    urutan = []
    for _ in range(len(dialog.form.bidang)):
        fokus = meja_koreksi.fokus()
        urutan += [n for n, b in dialog.form.bidang.items() if b.input is fokus]
        meja_koreksi.tekan(ENTER)
    assert urutan == list(dialog.form.bidang)
    assert meja_koreksi.fokus() is dialog.alasan.input
    meja_koreksi.tekan(ENTER)
    assert dialog.isVisible()
    assert len(meja_koreksi.simpanan(permohonan).riwayat) == 1


def test_without_a_reason_or_a_difference_nothing_is_stored(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    simpan(meja_koreksi)
    assert dialog.spanduk.teks.startswith("Belum ada yang dibetulkan")
    isi(meja_koreksi, "rt", "9")
    simpan(meja_koreksi)
    assert dialog.alasan.pesan == "Tulis alasan pembetulan."
    assert meja_koreksi.fokus() is dialog.alasan.input
    meja_koreksi.ketik("S")
    assert dialog.alasan.nada is None
    assert len(meja_koreksi.simpanan(permohonan).riwayat) == 1
    simpan(meja_koreksi)
    assert len(meja_koreksi.simpanan(permohonan).riwayat) == 2


def test_what_is_wrong_is_said_beside_its_field_and_stays_typed(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    bidang = dialog.form.bidang
    isi(meja_koreksi, "telepon", "12")
    isi(meja_koreksi, "pengantar_tanggal", "31/02/2026")
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert dialog.spanduk.teks == "Belum tersimpan. Perbaiki isian yang bertanda merah."
    assert bidang["telepon"].nada is Nada.BAHAYA
    assert bidang["pengantar_tanggal"].nada is Nada.BAHAYA
    assert meja_koreksi.fokus() is bidang["telepon"].input
    isi(meja_koreksi, "telepon", "081234569002")
    assert bidang["telepon"].nada is None
    isi(meja_koreksi, "pengantar_tanggal", "28022026")
    simpan(meja_koreksi)
    surat = meja_koreksi.simpanan(permohonan).pengantar
    assert isinstance(surat, Pengantar)
    assert f"{surat.tanggal}" == "2026-02-28"


def test_a_doubt_is_asked_about_once_and_anew_after_another_key(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    isi(meja_koreksi, "nama", "SUWARTI 2")
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert dialog.form.bidang["nama"].nada is Nada.PERINGATAN
    assert meja_koreksi.fokus() is dialog.form.bidang["nama"].input
    isi(meja_koreksi, "rt", "9")
    simpan(meja_koreksi)
    assert dialog.isVisible()
    simpan(meja_koreksi)
    assert meja_koreksi.simpanan(permohonan).ringkasan.pemohon.nama == "SUWARTI 2"


def test_an_unknown_village_is_not_taken(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    isi(meja_koreksi, "desa", "antah")
    meja_koreksi.tekan(ENTER)
    assert "tidak ada dalam daftar" in dialog.form.bidang["desa"].pesan
    meja_koreksi.tekan(K.Key_A, CTRL)
    meja_koreksi.ketik("geme")
    meja_koreksi.tekan(ENTER)
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert meja_koreksi.simpanan(permohonan).riwayat[-1].rincian["Desa"] == "Japan → Gemekan"


def test_escape_with_something_typed_asks_once(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    isi(meja_koreksi, "rt", "9")
    meja_koreksi.tekan(K.Key_Escape)
    assert dialog.spanduk.teks == TANYA_BUANG
    meja_koreksi.ketik("1")
    meja_koreksi.tekan(K.Key_Escape)
    assert dialog.isVisible()
    beri_alasan(meja_koreksi)
    meja_koreksi.tekan(K.Key_Escape)
    assert dialog.isVisible()
    meja_koreksi.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)
    assert len(meja_koreksi.simpanan(permohonan).riwayat) == 1


def test_escape_with_nothing_typed_closes(meja_koreksi):
    dialog = meja_koreksi.buka_koreksi(meja_koreksi.kantor.terima())
    meja_koreksi.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)


# -- entered values


def test_entered_values_stand_below_by_step_and_follow_the_intake(meja_koreksi):
    permohonan = meja_koreksi.kantor.sampai(meja_koreksi.kantor.terima(rt="1"), "tanda_tangan")
    dialog = meja_koreksi.buka_koreksi(permohonan)
    assert list(dialog.form.borang) == ["entri", "verifikasi"]
    assert {"Entri data", "Verifikasi data"} <= {*list_kata(dialog.form)}
    entri = dialog.form.borang["entri"].baris
    isi(meja_koreksi, "nama", "SRI REJEKI")
    assert entri["nama_kepala_keluarga"].input.text() == "SRI REJEKI"
    entri["nama_kepala_keluarga"].input.setFocus()
    meja_koreksi.tekan(K.Key_End)
    meja_koreksi.ketik("X")
    isi(meja_koreksi, "nama", "SRI")
    assert entri["nama_kepala_keluarga"].input.text() == "SRI REJEKIX"
    isi(meja_koreksi, "nik", NIK_LAIN)
    assert entri["nik_kepala_keluarga"].input.digits() == NIK_LAIN
    assert "Entri data: NIK kepala keluarga" in beda(meja_koreksi)


def test_what_was_entered_as_intake_has_it_keeps_its_zeros(meja_koreksi):
    kantor = meja_koreksi.kantor
    permohonan = kantor.sampai(kantor.terima(), "entri")
    langkah = kantor.sop().get_langkah("entri")
    isian = {i.id: nilai_isian(i) for i in langkah.list_isian("I.A.1")} | {"rt": "001"}
    permohonan = kantor.gerak(permohonan, "entri", "terinput", isian=isian)
    dialog = meja_koreksi.buka_koreksi(permohonan)
    isi(meja_koreksi, "rt", "9")
    assert dialog.form.borang["entri"].baris["rt"].input.text() == "009"
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    baru = meja_koreksi.simpanan(permohonan)
    assert (baru.ringkasan.pemohon.rt, baru.isian["rt"]) == ("009", "009")


def test_a_family_is_corrected_in_its_table_and_marked_where_it_is_wrong(meja_koreksi):
    permohonan = meja_koreksi.kantor.sampai(meja_koreksi.kantor.terima(), "verifikasi")
    dialog = meja_koreksi.buka_koreksi(permohonan)
    tabel = dialog.form.borang["entri"].baris["anggota"].input
    assert isinstance(tabel, IsianTabel)
    (kepala,) = parse_tabel(permohonan.isian["anggota"])
    tabel.set_nilai(format_tabel([kepala | {"tempat_lahir": ""}]))
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert "Tempat lahir belum diisi" in tabel.kalimat
    assert meja_koreksi.fokus() is tabel
    meja_koreksi.ketik("Kediri")
    meja_koreksi.tekan(ENTER)
    kata = beda(meja_koreksi)
    assert "Entri data: Anggota keluarga, baris 1, Tempat lahir" in kata
    assert kata[-2:] == ["Contoh", "→ KEDIRI"]
    simpan(meja_koreksi)
    (baru,) = parse_tabel(meja_koreksi.simpanan(permohonan).isian["anggota"])
    assert baru["tempat_lahir"] == "KEDIRI"


def test_a_wrong_entered_field_is_said_beside_it(meja_koreksi):
    permohonan = meja_koreksi.kantor.sampai(meja_koreksi.kantor.terima(), "verifikasi")
    dialog = meja_koreksi.buka_koreksi(permohonan)
    baris = dialog.form.borang["entri"].baris["nomor_referensi_siak"]
    baris.input.setFocus()
    meja_koreksi.tekan(K.Key_A, CTRL)
    meja_koreksi.tekan(K.Key_Delete)
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert baris.pesan == "Nomor referensi SIAK belum diisi."
    assert meja_koreksi.fokus() is baris.input


def test_of_very_many_changes_the_first_are_listed(meja_koreksi):
    permohonan = meja_koreksi.kantor.sampai(meja_koreksi.kantor.terima(), "verifikasi")
    dialog = meja_koreksi.buka_koreksi(permohonan)
    (kepala,) = parse_tabel(permohonan.isian["anggota"])
    anak = [
        kepala | {"nama_lengkap": f"ANAK {n}", "nik": "", "shdk": "4", "nama_ibu": "SITI"}
        for n in range(45)
    ]
    dialog.form.borang["entri"].baris["anggota"].input.set_nilai(format_tabel([kepala, *anak]))
    dialog._periksa()
    assert beda(meja_koreksi)[-1] == "dan 5 lagi"


# -- rights


def test_the_operator_looks_at_whose_it_is_once_it_is_registered(meja_koreksi):
    permohonan = meja_koreksi.siap(nama=PANJANG)
    dialog = meja_koreksi.buka_koreksi(permohonan)
    assert dialog.hak.teks == PERLU_KASI
    bidang, entri = dialog.form.bidang, dialog.form.borang["entri"].baris
    assert not bidang["nik"].input.isEnabled()
    assert not bidang["nama"].input.isEnabled()
    assert bidang["nama"].pesan == TERKUNCI
    assert entri["anggota"].input.is_readonly()
    assert not entri["nik_kepala_keluarga"].input.isEnabled()
    assert meja_koreksi.fokus() is bidang["nkk"].input
    isi(meja_koreksi, "telepon", "081234569002")
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    assert meja_koreksi.simpanan(permohonan).ringkasan.pemohon.telepon == "081234569002"


def test_the_kasi_corrects_it(meja_koreksi):
    permohonan = meja_koreksi.siap()
    dialog = meja_koreksi.buka_koreksi(permohonan, meja_koreksi.kantor.kasi)
    assert not dialog.hak.isVisible()
    isi(meja_koreksi, "nama", "SRI")
    beri_alasan(meja_koreksi)
    simpan(meja_koreksi)
    baru = meja_koreksi.simpanan(permohonan)
    assert baru.ringkasan.pemohon.nama == "SRI"
    assert baru.riwayat[-1].petugas == meja_koreksi.kantor.kasi.nama


def test_a_case_that_moved_meanwhile_is_said_and_what_was_typed_stays(meja_koreksi):
    permohonan = meja_koreksi.kantor.terima()
    dialog = meja_koreksi.buka_koreksi(permohonan)
    isi(meja_koreksi, "rt", "9")
    beri_alasan(meja_koreksi)
    meja_koreksi.kantor.gerak(permohonan, "periksa", "lengkap")
    simpan(meja_koreksi)
    assert "sudah berubah" in dialog.spanduk.teks
    assert dialog.form.bidang["rt"].input.text() == "9"


def test_a_register_that_cannot_be_read_is_said(meja_koreksi, tmp_path):
    dialog = meja_koreksi.buka_koreksi(meja_koreksi.kantor.terima())
    isi(meja_koreksi, "rt", "9")
    meja_koreksi.kantor.store.close()
    (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
    dialog._periksa()
    assert "kembalikan dari cadangan" in dialog.spanduk.teks
    simpan(meja_koreksi)
    assert dialog.isVisible()
    meja_koreksi.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)


@pytest.mark.parametrize("ukuran", UKURAN)
def test_the_window_fits_the_screens_of_the_office(meja_koreksi, ukuran):
    dialog = meja_koreksi.buka_koreksi(meja_koreksi.siap(nama=PANJANG))
    dialog.resize(*ukuran)
    hapus()
    assert (dialog.width(), dialog.height()) == ukuran
    form = dialog.form
    assert form.minimumSizeHint().width() <= form.width()
    for baris in form.bidang.values():
        assert baris.input.width() >= 60
    assert form.bidang["nik"].input.width() >= 180
