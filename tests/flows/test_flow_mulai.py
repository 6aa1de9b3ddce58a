"""Starting the program: first day, PINs, SOP files of the office, registers that will not open."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, K, salin_sop
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.kit.tombol import Tombol

KK_BAWAAN = AKAR / "sop_data/kk-2025-02-26.toml"
KIA = AKAR / "tests/sop/contoh/kia.toml"


# -- the first day


@pytest.mark.parametrize(
    ("salah", "bidang", "kalimat"),
    [
        ({1: "123456", 2: "123456"}, "pin_operator", "terlalu mudah ditebak"),
        ({1: "222222", 2: "222222"}, "pin_operator", "terlalu mudah ditebak"),
        ({1: "48291", 2: "48291"}, "pin_operator", "PIN harus 6 angka"),
        ({4: "73610a", 5: "73610a"}, "pin_kasi", "PIN harus 6 angka"),  # a letter types nothing
        ({2: "482916"}, "ulang_operator", "PIN ulangan tidak sama"),
        ({5: "736105"}, "ulang_kasi", "PIN ulangan tidak sama"),
        ({0: ""}, "nama_operator", "belum diisi"),
        ({3: NAMA_OPERATOR.upper()}, "nama_kasi", "harus berbeda"),
    ],
)
def test_a_first_set_up_with_a_wrong_field_says_which(baru, salah, bidang, kalimat):
    loket = baru.buka()
    benar = [NAMA_OPERATOR, PIN_OPERATOR, PIN_OPERATOR, NAMA_KASI, PIN_KASI, PIN_KASI]
    loket.isi(*(salah.get(nomor, teks) for nomor, teks in enumerate(benar)))
    baris = loket.jendela.awal.bidang[bidang]
    assert kalimat in baris.pesan
    assert loket.fokus() is baris.input
    assert loket.meja.petugas.list_petugas() == ()
    assert loket.jendela.awal.bidang["nama_kasi"].input.text() != ""


def test_a_first_set_up_put_right_leads_to_sign_in(baru):
    loket = baru.buka()
    loket.isi(NAMA_OPERATOR, PIN_OPERATOR, "482916", NAMA_KASI, PIN_KASI, PIN_KASI)
    loket.ketik(PIN_OPERATOR)  # the caret stands in the wrong field, its digits are replaced
    loket.tekan(K.Key_A, Qt.KeyboardModifier.ControlModifier)
    loket.isi(PIN_OPERATOR)
    loket.klik(tombol(loket.jendela.awal, "Simpan dan mulai"))
    loket.tangan.tunggu(loket.jendela.masuk.isVisible)
    assert [p.nama for p in loket.meja.petugas.list_petugas()] == [NAMA_OPERATOR, NAMA_KASI]


# -- PINs


def test_a_wrong_pin_is_refused_and_the_right_one_works_after(loket):
    loket.buka()
    masuk = loket.jendela.masuk
    loket.isi("000000")
    loket.tangan.tunggu(lambda: bool(masuk.pin.pesan.startswith("PIN salah")))
    assert masuk.isVisible()
    assert masuk.pin.input.text() == ""
    loket.tekan(ENTER)
    assert masuk.pin.pesan == "Ketik PIN dulu."
    loket.masuk(PIN_KASI)
    assert loket.jendela.kerja.kelengkapan.isVisible()


def test_the_pin_of_one_officer_does_not_open_for_the_other(loket):
    loket.buka()
    loket.tekan(K.Key_Down)
    loket.isi(PIN_OPERATOR)
    loket.tangan.tunggu(lambda: loket.jendela.masuk.pin.pesan.startswith("PIN salah"))
    loket.tekan(K.Key_Up)
    loket.tangan.masuk(PIN_OPERATOR)
    assert loket.jendela.kerja.petugas.nama == NAMA_OPERATOR


def test_f12_offers_the_other_officer_and_escape_goes_back_to_work(loket):
    loket.buka(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.tekan(K.Key_F12)
    assert loket.jendela.masuk.isVisible()
    loket.tekan(K.Key_Escape)
    assert loket.jendela.kerja.petugas.nama == NAMA_OPERATOR
    assert loket.jendela.kerja.entri_data.isVisible()
    loket.ganti(PIN_KASI)
    assert loket.jendela.kerja.petugas.nama == NAMA_KASI
    assert loket.jendela.kerja.kelengkapan.isVisible()


def test_escape_at_the_start_of_the_day_signs_nobody_in(loket):
    loket.buka()
    loket.tekan(K.Key_Escape)
    assert loket.jendela.masuk.isVisible()
    assert loket.jendela.kerja.petugas is None


def test_escape_while_a_pin_is_being_checked_waits_for_the_answer(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_F12)
    masuk = loket.jendela.masuk.pin.input
    loket.fokus()
    QTest.keyClicks(masuk, PIN_KASI)
    QTest.keyClick(masuk, ENTER)
    QTest.keyClick(masuk, K.Key_Escape)
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)
    assert loket.jendela.kerja.petugas.nama == NAMA_KASI


def test_a_pin_hash_of_older_parameters_is_renewed_at_sign_in(loket):
    loket.buka()
    operator = loket.meja.petugas.list_petugas()[0]
    tua = PasswordHasher(2, 16, 1).hash(PIN_OPERATOR)
    loket.store.petugas.catat_benar(operator.id, tua, None)
    loket.masuk(PIN_OPERATOR)
    assert loket.meja.petugas.pin.get(operator).hash != tua


# -- the window


def test_the_window_keeps_its_size_for_tomorrow(loket):
    loket.buka()
    loket.jendela.resize(1000, 666)  # Qt cuts what is wider than this 800 px screen
    loket.tutup()
    loket.buka()
    assert (loket.jendela.width(), loket.jendela.height()) == (1000, 666)


@pytest.mark.parametrize("isi", ["é", "AdnQyw", "%%%", "@Invalid()"])
def test_a_damaged_preference_file_harms_nothing(loket, isi):
    (loket.data / "setelan.ini").write_text(f"[jendela]\nukuran={isi}\n", encoding="utf-8")
    loket.buka(PIN_OPERATOR)
    assert loket.jendela.width() >= 1000


def test_a_long_name_of_the_officer_does_not_push_the_buttons_off_a_small_screen(baru):
    nama = "Raden Mas Bambang Soetrisno Hadiningrat, S.Sos., M.Si."
    loket = baru.buka()
    loket.isi("Rini", PIN_OPERATOR, PIN_OPERATOR, nama, PIN_KASI, PIN_KASI)
    loket.tangan.tunggu(loket.jendela.masuk.isVisible)
    loket.pasang_kertas()
    loket.masuk(PIN_KASI)
    (label,) = (x for x in loket.jendela.kerja.findChildren(QLabel) if x.toolTip() == nama)
    assert label.text().startswith("Raden Mas Bambang")
    assert label.text().endswith("…")
    assert loket.jendela.minimumSizeHint().width() <= 1040


def test_the_page_of_work_is_made_in_pieces_that_a_key_can_come_between(loket):
    loket.buka()
    jendela, sela, siap = loket.jendela, [], []
    detak = QTimer(jendela)
    detak.timeout.connect(lambda: siap or sela.append(jendela._kerja is None))
    jendela.siap.connect(lambda: siap.append(True))
    detak.start(0)
    loket.tangan.tunggu(lambda: bool(siap))
    detak.stop()
    assert sela.count(True) > 10
    assert sela[-1] is False  # and once more between the page and the tidying of the memory


def test_a_fault_before_the_page_of_work_is_told_in_front_of_sign_in(loket):
    loket.buka()
    loket.jendela.tampilkan_galat("Ada kesalahan di dalam program.")
    loket.tangan.tunggu(lambda: loket.jendela.findChild(PesanDepan) is not None)
    assert loket.jendela.findChild(PesanDepan).teks == "Ada kesalahan di dalam program."
    assert loket.jendela.masuk.isVisible()


# -- SOP files of the office


def test_a_broken_sop_file_is_named_with_its_key_and_the_rest_works(loket):
    folder = salin_sop(loket)
    teks = KIA.read_text(encoding="utf-8").replace('status = "Siap dicetak"', 'statsu = "x"')
    (folder / "kia-2026-01-07.toml").write_text(teks, encoding="utf-8")
    (folder / "rusak.toml").write_text("layanan = \n", encoding="utf-8")
    loket.buka(PIN_OPERATOR)
    banner = loket.jendela.kerja.spanduk
    assert banner.isVisible()
    assert "kia-2026-01-07.toml" in banner.teks
    assert "statsu" in banner.teks
    assert "rusak.toml" in banner.teks
    assert [sop.layanan for sop in loket.meja.penerimaan.list_layanan()] == ["KK", "KTP"]
    loket.isi_ktp()
    loket.simpan()


def test_a_new_version_is_for_new_cases_and_running_ones_keep_theirs(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(nama="Orang Lama")
    loket.simpan()
    loket.tutup()
    teks = KK_BAWAAN.read_text(encoding="utf-8")
    teks = teks.replace("tanggal_efektif = 2025-02-26", "tanggal_efektif = 2026-11-24")
    teks = teks.replace('label = "Peristiwa penting"', 'label = "Kejadian"')
    (salin_sop(loket) / "kk-2026-11-24.toml").write_text(teks, encoding="utf-8")
    loket.clock.maju(24 * 60)
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(nama="Orang Baru")
    loket.simpan()
    sidik = [loket.permohonan(n).ringkasan.sop_sidik for n in (1, 2)]
    assert sidik[0] != sidik[1]
    loket.ganti(PIN_KASI)
    for _ in range(2):
        loket.tekan(ENTER)
        loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    for nama, label in (
        ("Lama", "Peristiwa penting, wajib"),
        ("Baru", "Kejadian, wajib"),
    ):
        loket.pilih(nama)
        assert loket.panel.borang.baris["peristiwa"].input.accessibleName() == label


def test_a_third_service_is_one_file_and_gets_its_button_numbers_and_book(loket):
    (salin_sop(loket) / "kia-2026-01-07.toml").write_text(KIA.read_text("utf-8"), "utf-8")
    loket.buka(PIN_OPERATOR)
    form = loket.jendela.kerja.penerimaan.form
    assert "KIA" in form.layanan.tombol("KIA").text()
    loket.isi_form("3", "III.A", ("1", "2"), {})
    tanda_bukti = loket.simpan()
    assert tanda_bukti.ringkasan.nomor_tanda_bukti == "471.15/TB-1/416-313/2026"
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(4)
    loket.kerjakan("Suwarti", foto="Ada")
    loket.kerjakan("Suwarti")
    assert loket.permohonan().ringkasan.nomor_register == "471.15/1/416-313/2026"
    loket.tekan(K.Key_F3)
    assert loket.jendela.kerja.register.buku.findData("KIA/2026") >= 0


def test_a_case_whose_sop_file_was_taken_away_still_goes_on(loket):
    berkas = salin_sop(loket) / "kia-2026-01-07.toml"
    berkas.write_text(KIA.read_text("utf-8"), "utf-8")
    loket.buka(PIN_OPERATOR)
    loket.isi_form("3", "III.A", ("1", "2"), {})
    loket.simpan()
    loket.tutup()
    berkas.unlink()
    loket.buka(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "cetak"


def tombol(induk, teks):
    return next(t for t in induk.findChildren(Tombol) if t.text() == teks)
