"""The fields of the intake form: what is refused beside which field, and what is taken."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NIK, NKK, SHIFT, K, Loket

from sooko_desk.ui.theme import Nada

LEBAR = NIK.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
NAMA_PANJANG = " ".join(["Kusumaningtyas"] * 14)[:200]


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    """One window for the whole table; each test begins with an empty form."""
    loket = Loket(tmp_path_factory.mktemp("loket")).atur_petugas().buka(PIN_OPERATOR)
    yield loket
    loket.tutup()


@pytest.mark.parametrize(
    ("bidang", "teks", "kalimat"),
    [
        ("nik", NIK[:15], "harus 16 angka; yang terketik 15"),
        ("nik", NIK + "7", "harus 16 angka; yang terketik 17"),
        ("nik", "35161357O8459001", 'huruf "O" pada urutan ke-9. Mungkin maksudnya angka 0'),
        ("nik", LEBAR, "angka yang bukan 0 sampai 9 biasa"),
        ("nik", "3516135708450000", "tidak mungkin 0000"),
        ("nik", "3516133104909001", "April hanya sampai tanggal 30"),
        ("nik", "3516137201909001", "01 sampai 31 untuk laki-laki atau 41 sampai 71"),
        ("nik", "3516130113909001", "harus 01 sampai 12"),
        ("nik", "", "NIK belum diisi"),
        ("nkk", NKK[:15], "No KK harus 16 angka; yang terketik 15"),
        ("nama", "", "Nama pemohon belum diisi"),
        ("nama", NAMA_PANJANG, "200 huruf termasuk spasi; tulis paling banyak 60"),
        ("nama", "Siti 😀", "gambar/emoji"),
        ("nama", "Сити", "bukan huruf Latin"),
        ("telepon", "08", "elepon"),
        ("desa", "", "Pilih desa"),
        ("alamat", "Jl. 😀 1", "gambar/emoji yang tidak dapat dicetak"),
        ("rt", "12a", "RT"),
        ("pengantar_tanggal", "31/4/2026", "April 2026 hanya sampai tanggal 30"),
        ("pengantar_tanggal", "24/11/2026", "lewat dari hari ini"),
        ("pembawa_telepon", "081234569002", None),
    ],
)
def test_a_wrong_field_says_so_beside_itself_and_nothing_is_lost(loket, bidang, teks, kalimat):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    sebelum = loket.jumlah()
    loket.isi_kk()
    loket.ganti_isi(bidang, teks)
    tampak = loket.bidang[bidang].input
    loket.tekan(ENTER, CTRL)
    tertulis = tampak.text() if hasattr(tampak, "text") else tampak.currentText()
    assert loket.jumlah() == sebelum
    if kalimat is None:  # a phone without a name: the sentence stands where the name belongs
        assert "belum diisi" in loket.bidang["pembawa_nama"].pesan
        bidang = "pembawa_nama"
    else:
        assert kalimat in loket.bidang[bidang].pesan
        assert "".join(tertulis.split()).casefold() == "".join(teks.split()).casefold()
    assert loket.bidang[bidang].nada is Nada.BAHAYA
    assert loket.fokus() is loket.bidang[bidang].input
    assert "Belum tersimpan" in loket.jendela.kerja.penerimaan.spanduk.teks
    salah = [nama for nama, baris in loket.bidang.items() if baris.nada is Nada.BAHAYA]
    assert salah == [bidang]
    assert sum(t.ada for t in loket.jendela.kerja.penerimaan.baca_form().berkas) == 3
    lain = loket.bidang["nama" if bidang != "nama" else "alamat"].input.text()
    assert lain in ("SUWARTI NINGSIH", "JL. CONTOH 1")


@pytest.mark.parametrize(
    "tempelan", [" 3516 1357 0845 9001 ", "3516-1357-0845-9001\n", "3516.1357\r\n0845.9001\t"]
)
def test_pasted_blanks_and_line_breaks_are_cleaned(loket, tempelan):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    loket.ganti_isi("nik", tempelan)
    assert loket.simpan().ringkasan.pemohon.nik == NIK


@pytest.mark.parametrize(
    ("diketik", "tersimpan"),
    [
        ("Nur'aini", "NUR'AINI"),
        ("Nur’aini", "NUR'AINI"),
        ("Suparmi", "SUPARMI"),
        ("  siti   nur\nhaliza ", "SITI NUR HALIZA"),
        ("H. M. Noor, S.Pd.", "H. M. NOOR, S.PD."),
        ("Zoë", "ZOË"),
    ],
)
def test_a_name_as_people_have_them_is_taken(loket, diketik, tersimpan):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    loket.ganti_isi("nama", diketik)
    assert loket.simpan().ringkasan.pemohon.nama == tersimpan


def test_the_address_is_written_as_the_family_card_has_it(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk(alamat="dsn. japan tengah, gg. melati 5")
    assert loket.simpan().ringkasan.pemohon.alamat == "DSN. JAPAN TENGAH, GG. MELATI 5"


def test_every_error_of_a_small_screen_is_read_in_full(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    ukuran = loket.jendela.size()
    loket.jendela.resize(1040, 560)
    try:
        loket.isi_kk(nik=NIK[:15], nama="", rt="1a", rw="2b")
        loket.ganti_isi("nama", "")
        loket.tekan(ENTER, CTRL)
        salah = {n: b for n, b in loket.bidang.items() if b.nada is Nada.BAHAYA}
        assert list(salah) == ["nik", "nama", "rt", "rw"]
        for baris in salah.values():
            assert baris.is_muat() or baris._lanjut.isVisible() or baris._penuh.isVisible()
        assert not any(b.is_muat() for n, b in salah.items() if n != "nama")
    finally:
        loket.jendela.resize(ukuran)


def test_the_nik_is_checked_while_it_is_typed(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    loket.ganti_isi("nik", "")
    loket.ketik(NIK[:5])
    assert loket.bidang["nik"].pesan == "5 dari 16 angka"
    loket.ketik(NIK[5:])
    assert loket.bidang["nik"].nada is Nada.SELESAI
    assert "Perempuan, lahir 17/08/1945" in loket.bidang["nik"].pesan
    assert loket.fokus() is not loket.bidang["nik"].input
    loket.ganti_isi("nik", NIK)
    loket.tekan(K.Key_Tab, SHIFT)
    loket.ganti_isi("nik", NIK + "1")
    assert "yang terketik 17" in loket.bidang["nik"].pesan


def test_a_field_left_wrong_says_so_at_once(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.tekan(K.Key_1, ALT)
    loket.isi("I.B.2", NIK[:15])
    assert "yang terketik 15" in loket.bidang["nik"].pesan
    assert loket.fokus() is loket.bidang["nama"].input  # said, not enforced


def test_a_service_without_a_reason_is_refused_at_the_reason(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    loket.ganti_isi("jenis", "")
    loket.tekan(ENTER, CTRL)
    assert loket.bidang["jenis"].pesan == "Pilih alasan permohonan."
    loket.isi("I.B.2")
    loket.simpan()


def test_something_doubtful_is_saved_at_the_second_ctrl_enter(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    sebelum = loket.jumlah()
    loket.isi_kk(nik="3516995708459001")  # a district that Kab. Mojokerto does not have
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == sebelum
    assert loket.bidang["nik"].nada is Nada.PERINGATAN
    assert "Ctrl+Enter sekali lagi" in loket.jendela.kerja.penerimaan.spanduk.teks
    assert loket.simpan().ringkasan.pemohon.nik == "3516995708459001"


def test_another_doubt_after_the_first_is_shown_too(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    sebelum = loket.jumlah()
    loket.isi_kk(nik="3516995708459001")
    loket.tekan(ENTER, CTRL)
    loket.ganti_isi("nama", "Suwarti 2")
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == sebelum
    assert "Nama memuat angka" in loket.bidang["nama"].pesan
    loket.simpan()


def test_a_village_that_is_not_in_the_list_is_said_at_once_and_can_be_typed_over(loket):
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.isi_kk()
    loket.ganti_isi("desa", "")
    loket.isi("Jakarta")
    desa = loket.bidang["desa"]
    assert loket.fokus() is desa.input
    assert desa.nada is Nada.BAHAYA
    assert "Jakarta" in desa.pesan
    loket.isi("Sooko")
    assert desa.nada is not Nada.BAHAYA
    assert loket.simpan().ringkasan.pemohon.desa == desa_bernama(loket, "Sooko")


def desa_bernama(loket, nama):
    return next(d.kode for d in loket.meja.tabel.desa if d.nama == nama)
