"""Check and backup in the real program, by keys: a broken scan is told, a backup opens again."""

from __future__ import annotations

from io import BytesIO

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from data.cadangan_uji import pulihkan
from flows.loket import CTRL, ENTER, NAMA, K, kirim_hapusan
from PIL import Image
from PySide6.QtWidgets import QApplication

from sooko_desk.data.brankas import open_brankas
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.store import Store
from sooko_desk.ui.jaga.dialog import DialogJaga


@pytest.fixture
def dipindai(loket):
    """One KK case with one scan; the operator is at work."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    permohonan = loket.simpan()
    wadah = BytesIO()
    Image.new("RGB", (300, 420), "red").save(wadah, "JPEG")
    petugas = loket.jendela.kerja.petugas
    loket.isi_pindaian = wadah.getvalue()
    loket.meja.lampiran.tambah_isi("t", permohonan, "", "kk.jpg", loket.isi_pindaian, petugas)
    return loket


def buka(loket):
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    return dialog


def tuntas(loket, dialog):
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)


def tutup(loket, dialog):
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def test_a_scan_that_breaks_on_the_disk_is_told(dipindai):
    loket = dipindai
    dialog = buka(loket)
    loket.tekan(K.Key_F5)
    tuntas(loket, dialog)
    assert "Semua utuh: 1 permohonan" in dialog.pemeriksaan.spanduk.teks
    (path,) = loket.data.glob("lampiran/*/*.bin")
    isi = bytearray(path.read_bytes())
    isi[-1] ^= 1
    path.write_bytes(isi)
    loket.tekan(ENTER)
    tuntas(loket, dialog)
    nomor = loket.permohonan().ringkasan.nomor_tanda_bukti
    assert dialog.pemeriksaan.temuan.toPlainText() == (
        f"Pindaian “kk.jpg” pada permohonan {nomor} rusak. Kembalikan dari cadangan, atau pindai "
        "ulang."
    )
    tutup(loket, dialog)


def test_a_backup_opens_as_a_register_with_case_and_scan(dipindai, tmp_path):
    loket = dipindai
    stik = tmp_path / "stik"
    stik.mkdir()
    dialog = buka(loket)
    loket.ketik(str(stik))
    loket.tekan(ENTER, CTRL)
    tuntas(loket, dialog)
    assert "Cadangan selesai" in dialog.cadangan.spanduk.teks
    tutup(loket, dialog)
    loket.ganti(PIN_KASI)
    dialog = buka(loket)
    assert str(stik) in dialog.terakhir.text()
    loket.tekan(K.Key_F6)
    tuntas(loket, dialog)
    assert "utuh: 1 permohonan" in dialog.cadangan.spanduk.teks
    tutup(loket, dialog)
    loket.tutup()
    (cadangan,) = list_cadangan(stik / NAMA_FOLDER)
    pulihkan(cadangan, tmp_path / "baru")
    store = Store(tmp_path / "baru")
    assert store.permohonan.get(1).ringkasan.pemohon.nama == NAMA.upper()
    (pindaian,) = store.lampiran.list(1)
    assert (
        open_brankas(tmp_path / "baru", store.kunci.kunci).get(pindaian.sidik) == loket.isi_pindaian
    )
    store.close()
    loket.buka(PIN_OPERATOR)


def test_closing_the_program_during_a_backup_leaves_nothing_half(dipindai, tmp_path):
    loket = dipindai
    stik = tmp_path / "stik"
    stik.mkdir()
    buka(loket)
    loket.ketik(str(stik))
    loket.tekan(ENTER, CTRL)
    loket.tutup()
    assert not list(stik.rglob("*.part"))
    assert not (loket.data / "salinan-cadangan.part").exists()
    loket.buka(PIN_OPERATOR)


def test_before_anybody_signs_in_nothing_opens(loket):
    loket.buka()
    loket.tekan(K.Key_I, CTRL)
    assert QApplication.activeModalWidget() is None
