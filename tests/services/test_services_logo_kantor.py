"""The office's logo: taken in, refused in one sentence, in the vault, in backups, in the check."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import BATAS_PIKSEL
from sooko_desk.services.gambar import LOGO_PIKSEL

KECIL = (40, 20)


def gambar(mode="RGB", ukuran=KECIL, warna="red", jenis="PNG", **lain):
    wadah = BytesIO()
    Image.new(mode, ukuran, warna).save(wadah, jenis, **lain)
    return wadah.getvalue()


def apng():
    """Two pictures that follow one another, the first of them red."""
    wadah = BytesIO()
    biru = Image.new("RGB", KECIL, "blue")
    Image.new("RGB", KECIL, "red").save(wadah, "PNG", save_all=True, append_images=[biru])
    return wadah.getvalue()


@pytest.fixture
def logo(kantor):
    return kantor.meja.kantor.logo


@pytest.fixture
def siapkan(logo, tmp_path):
    def siapkan(isi, nama="logo.png"):
        (tmp_path / nama).write_bytes(isi)
        return logo.siapkan(tmp_path / nama)

    return siapkan


@pytest.fixture
def pakai(kantor, siapkan):
    """Let the office have a logo of that colour; returns its SHA-256."""

    def pakai(warna):
        siap = siapkan(gambar(warna=warna))
        isi = kantor.meja.kantor.isi
        isi.simpan_kantor(replace(isi.kantor(), logo_sidik=siap.sidik), kantor.kasi)
        kantor.clock.maju(1)
        return siap.sidik

    return pakai


def buka(isi):
    with Image.open(BytesIO(isi)) as hasil:
        return hasil.convert("RGB")


@pytest.mark.parametrize(
    ("isi", "warna"),
    [
        (gambar(), (255, 0, 0)),
        (gambar(jenis="JPEG", quality=95), (254, 0, 0)),
        (gambar("RGBA", warna=(0, 0, 0, 0)), (255, 255, 255)),
        (gambar("P", warna=0), (0, 0, 0)),
        (apng(), (255, 0, 0)),
    ],
    ids=["png", "jpg", "transparent", "palette", "moving"],
)
def test_every_kind_of_picture_becomes_a_plain_png(siapkan, logo, isi, warna):
    siap = siapkan(isi)
    hasil = buka(siap.isi)
    assert hasil.size == KECIL
    assert hasil.getpixel((5, 5)) == warna
    assert siap.isi.startswith(b"\x89PNG")
    assert logo.find(siap.sidik) == siap.isi


@pytest.mark.parametrize("ukuran", [(3000, 1500), (1500, 3000)])
def test_a_large_picture_is_made_small(siapkan, ukuran):
    assert max(buka(siapkan(gambar(ukuran=ukuran)).isi).size) == LOGO_PIKSEL


def besar():
    """A head that promises more pixels than are taken, of a file that has none of them."""
    sisi = int(BATAS_PIKSEL**0.5) + 1
    return gambar("1", (sisi, sisi), 0)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"%PDF-1.4 bukan gambar", "bukan gambar PNG atau JPG yang utuh"),
        (gambar()[:60], "bukan gambar PNG atau JPG yang utuh"),
        (gambar(jenis="TIFF"), "bukan gambar PNG atau JPG yang utuh"),
        (gambar(jenis="GIF"), "bukan gambar PNG atau JPG yang utuh"),
        (besar(), "terlalu besar untuk logo"),
        (gambar("1", (20_000, 20_000), 0), "terlalu besar untuk logo"),
        (b"", "kosong"),
    ],
    ids=["pdf", "cut", "tiff", "gif", "huge", "bomb", "empty"],
)
def test_what_is_no_logo_is_told_in_a_sentence_and_not_kept(kantor, siapkan, isi, kalimat, recwarn):
    with pytest.raises(UserError, match=kalimat):
        siapkan(isi)
    assert kantor.meja.lampiran.brankas.list_sidik() == frozenset()


def test_a_file_that_is_gone_is_told(logo, tmp_path):
    with pytest.raises(UserError, match="tidak ada lagi"):
        logo.siapkan(tmp_path / "tidak-ada.png")


def test_no_logo_and_a_lost_one_hold_up_no_paper(kantor, logo, pakai, tmp_path):
    assert logo.find("") is None
    sidik = pakai("red")
    (tmp_path / "data" / "lampiran" / sidik[:2] / f"{sidik}.bin").unlink()
    assert kantor.meja.kantor.logo.find(sidik) is None
    assert kantor.meja.pencetakan.build_tanda_bukti(kantor.terima().ringkasan.id).isi


def test_every_logo_that_was_used_stays_in_the_vault_and_one_never_saved_goes(
    kantor, siapkan, pakai
):
    lama, baru = pakai("red"), pakai("blue")
    dicoba = siapkan(gambar(warna="green")).sidik
    lampiran = kantor.meja.lampiran
    assert lampiran.periksa() == (
        (
            "Ada 1 berkas pindaian yang tidak tercatat dalam register. Tidak berbahaya; "
            "dibersihkan saat program dibuka."
        ),
    )
    assert lampiran.bersihkan() == 1
    assert lampiran.brankas.list_sidik() == {lama, baru}
    assert not lampiran.brankas.ada(dicoba)
    assert lampiran.periksa() == ()
    # Going back to the SOP's head takes no logo from old papers.
    kantor.meja.kantor.isi.kembalikan_kantor(kantor.kasi)
    assert lampiran.bersihkan() == 0


def test_backups_hold_the_logos_and_the_check_reads_them(kantor, pakai, tmp_path):
    sidik = pakai("red")
    stik = tmp_path / "stik"
    stik.mkdir()
    jaga = kantor.meja.jaga
    hasil = jaga.cadangan.buat(stik, kantor.kasi)
    assert hasil.jumlah == JumlahRegister(0, 0, 1)
    assert (hasil.cadangan.folder / "lampiran" / sidik[:2] / f"{sidik}.bin").is_file()
    assert jaga.pemeriksaan.periksa().temuan == ()
    assert jaga.pemeriksaan.periksa().diperiksa == 1
    (tmp_path / "data" / "lampiran" / sidik[:2] / f"{sidik}.bin").write_bytes(b"x")
    kalimat = (
        (
            "Gambar logo kantor rusak. Kembalikan dari cadangan, atau pilih lagi gambarnya di "
            "Pengaturan (F10), tab Kantor."
        ),
    )
    assert jaga.pemeriksaan.periksa().temuan == kalimat
    assert kantor.meja.lampiran.periksa() == kalimat
