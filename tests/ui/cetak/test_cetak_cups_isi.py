"""What comes out of a real CUPS: text, codes, offset, papers, and what became of the job."""

from __future__ import annotations

import random

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageOps

from sooko_desk.domain.errors import UserError
from sooko_desk.printing.daftar import DAFTAR
from sooko_desk.printing.kertas import A4, Pinggir
from sooko_desk.printing.lembar_kalibrasi import SILANG_MM, LembarKalibrasiData, render
from sooko_desk.ui.cetak import cups as pustaka
from sooko_desk.ui.cetak import pesan, printer
from sooko_desk.ui.cetak.tugas import KabarTugas, Kiriman, Nasib, TugasCetak, find_kertas

TEPI_MM = 12 * 25.4 / 72


def _picture(path, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(path) as dokumen:
        return dokumen[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def _scan(bersih: Image.Image) -> Image.Image:
    """As a cheap scanner gives it: a degree askew, grey paper, faded ink, noise."""
    miring = bersih.rotate(1, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    pudar = miring.point(lambda terang: 60 + terang * 150 // 255)
    acak = random.Random(1)
    bintik = Image.frombytes("L", pudar.size, acak.randbytes(pudar.width * pudar.height))
    return ImageChops.add(pudar, bintik.point(lambda terang: terang // 8), 1, -16)


@pytest.fixture
def tanda_bukti(cups, qtbot):
    """The sample receipt as it comes out of the printer."""
    contoh = DAFTAR["tanda_bukti"]
    data = contoh.contoh()
    printer.cetak_pdf(contoh.render(data), TugasCetak("UJI"))
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    return cups.hasil, data


def test_the_text_of_a_receipt_can_be_read(tanda_bukti):
    path, data = tanda_bukti
    with pypdfium2.PdfDocument(path) as dokumen:
        teks = dokumen[0].get_textpage().get_text_bounded()
    assert data[0].nomor in teks
    assert data[0].kode_pindai in teks


def test_the_code_is_read_at_300_dpi(tanda_bukti):
    path, data = tanda_bukti
    terbaca = {satu.text for satu in zxingcpp.read_barcodes(_picture(path, 300))}
    assert data[0].kode_pindai in terbaca


def test_the_code_is_read_from_a_bad_scan_at_200_dpi(tanda_bukti):
    path, data = tanda_bukti
    terbaca = {satu.text for satu in zxingcpp.read_barcodes(_scan(_picture(path, 200)))}
    assert data[0].kode_pindai in terbaca


@pytest.mark.parametrize("geser", [(0, 0), (2.0, -1.5), (-0.5, 3.0)])
def test_the_offset_moves_what_comes_out(cups, qtbot, geser):
    pdf = render(LembarKalibrasiData("UJI", A4))
    printer.cetak_pdf(pdf, TugasCetak("UJI", geser=geser))
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    per_mm = 300 / 25.4
    sudut = _picture(cups.hasil, 300).crop((0, 0, round(20 * per_mm), round(20 * per_mm)))
    kiri, atas, kanan, bawah = ImageOps.invert(sudut).point(lambda t: 255 * (t > 90)).getbbox()
    tengah = (kiri + kanan) / 2 / per_mm, (atas + bawah) / 2 / per_mm
    assert tengah == pytest.approx((SILANG_MM + geser[0], SILANG_MM + geser[1]), abs=0.1)


def test_a_shrunken_page_leaves_the_margins_free(cups, pdf_of, qtbot):
    printer.cetak_pdf(pdf_of(), TugasCetak("UJI", bidang=Pinggir(12, 15, 12, 15)))
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    kotak = ImageOps.invert(_picture(cups.hasil, 300)).getbbox()
    kiri, atas, kanan, bawah = (sisi * 25.4 / 300 for sisi in kotak)
    assert min(kiri, 210 - kanan) >= 12
    assert min(atas, 297 - bawah) >= 15


def test_the_queue_tells_its_papers_and_what_it_does_not_reach(cups):
    daftar = printer.list_kertas("UJI")
    for ukuran in ((210, 297), (148, 210), (215, 330), (210, 330)):
        kertas = find_kertas(daftar, *ukuran)
        assert (kertas.lebar, kertas.tinggi) == pytest.approx(ukuran, abs=0.1)
        pinggir = kertas.pinggir
        semua = (pinggir.kiri, pinggir.atas, pinggir.kanan, pinggir.bawah)
        assert semua == pytest.approx((TEPI_MM,) * 4, abs=0.1)
    assert find_kertas(daftar, 250, 353) is None


@pytest.mark.parametrize("nama", ["JEDA", "HILANG"])
def test_a_queue_without_driver_tells_no_papers(cups, nama):
    assert printer.list_kertas(nama) is None


def test_paper_that_the_queue_does_not_have_is_refused(cups, pdf_of):
    with pytest.raises(UserError, match="tidak mengenal kertas 250 × 353 mm"):
        printer.cetak_pdf(pdf_of(250, 353), TugasCetak("UJI"))
    assert not cups.hasil.exists()


def test_a_finished_job_is_told_but_not_as_the_printers_own_word(cups, pdf_of, qtbot):
    kiriman = printer.cetak_pdf(pdf_of(), TugasCetak("UJI"))
    assert kiriman.nomor > 0
    qtbot.waitUntil(lambda: printer.read_kabar(kiriman).nasib is Nasib.SELESAI, timeout=20_000)
    kabar = printer.read_kabar(kiriman)
    assert (kabar.kalimat, kabar.pasti) == (pesan.SUDAH_DITERIMA, False)


def test_a_printer_that_is_switched_off_and_a_cancelled_job_are_told(cups, pdf_of, qtbot):
    kiriman = printer.cetak_pdf(pdf_of(), TugasCetak("MATI"))
    offline = KabarTugas(Nasib.TERTAHAN, pesan.Halangan.OFFLINE.value)
    # CUPS tries again now and then, and says "processing" while it does.
    qtbot.waitUntil(lambda: printer.read_kabar(kiriman) == offline, timeout=20_000)
    cups.admin("cancel", f"MATI-{kiriman.nomor}")
    qtbot.waitUntil(lambda: printer.read_kabar(kiriman).nasib is Nasib.GAGAL, timeout=20_000)
    assert printer.read_kabar(kiriman).kalimat == pesan.DIBATALKAN


def test_a_queue_that_is_paused_meanwhile_is_told(cups, pdf_of, qtbot):
    cups.admin("cupsdisable", "UJI")
    try:
        nomor = cups.admin("lp", "-d", "UJI", "/etc/hostname").split("-")[1].split()[0]
        kabar = printer.read_kabar(Kiriman("UJI", int(nomor)))
        assert (kabar.nasib, kabar.kalimat) == (Nasib.TERTAHAN, pesan.Halangan.DIJEDA.value)
        cups.admin("cancel", f"UJI-{nomor}")
    finally:
        cups.admin("cupsenable", "UJI")


def test_a_job_held_in_the_queue_is_told(cups, qtbot):
    nomor = cups.admin("lp", "-d", "UJI", "-H", "hold", "/etc/hostname").split("-")[1].split()[0]
    kabar = printer.read_kabar(Kiriman("UJI", int(nomor)))
    assert (kabar.nasib, kabar.kalimat) == (Nasib.TERTAHAN, pesan.DITAHAN)
    cups.admin("cancel", f"UJI-{nomor}")


@pytest.mark.parametrize("kiriman", [Kiriman("UJI", 99_999), Kiriman("HILANG", 1), Kiriman("UJI")])
def test_a_job_that_nobody_knows_is_asked_of_the_officer(cups, kiriman):
    assert printer.read_kabar(kiriman).nasib is Nasib.TAK_TAHU


@pytest.mark.parametrize(
    ("alasan", "kalimat"),
    [
        ("media-empty", pesan.Halangan.KERTAS.value),
        ("media-jam", pesan.Halangan.MACET.value),
        ("cover-open", pesan.Halangan.TUTUP.value),
        ("toner-empty", pesan.Halangan.TINTA.value),
        ("toner-low", pesan.MASIH_MENCETAK),
    ],
)
def test_what_a_printer_complains_of_becomes_a_sentence(monkeypatch, alasan, kalimat):
    monkeypatch.setattr(
        pustaka, "read_antrean", lambda _n: pustaka.KeadaanAntrean(frozenset({alasan}), "usb://x")
    )
    monkeypatch.setattr(pustaka, "read_tugas", lambda _n, _t: 5)
    assert printer.printer_lp.read_kabar(Kiriman("Loket", 1)).kalimat == kalimat


@pytest.mark.parametrize(
    ("alamat", "pasti"), [("ipp://x/ipp/print", True), ("usb://HP/x", False), ("socket://x", False)]
)
def test_only_a_printer_that_is_asked_itself_is_believed(monkeypatch, alamat, pasti):
    monkeypatch.setattr(
        pustaka, "read_antrean", lambda _n: pustaka.KeadaanAntrean(frozenset(), alamat)
    )
    monkeypatch.setattr(pustaka, "read_tugas", lambda _n, _t: pustaka.JOB_COMPLETED)
    kabar = printer.printer_lp.read_kabar(Kiriman("Loket", 1))
    assert (kabar.nasib, kabar.pasti) == (Nasib.SELESAI, pasti)


@pytest.mark.parametrize(
    ("keadaan", "nasib"),
    [(pustaka.JOB_ABORTED, Nasib.GAGAL), (pustaka.JOB_STOPPED, Nasib.TERTAHAN)],
)
def test_a_job_that_cups_gave_up_is_told(monkeypatch, keadaan, nasib):
    monkeypatch.setattr(
        pustaka, "read_antrean", lambda _n: pustaka.KeadaanAntrean(frozenset(), "usb://x")
    )
    monkeypatch.setattr(pustaka, "read_tugas", lambda _n, _t: keadaan)
    kabar = printer.printer_lp.read_kabar(Kiriman("Loket", 1))
    assert kabar.nasib is nasib
    assert kabar.kalimat
