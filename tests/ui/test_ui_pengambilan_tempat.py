"""F2 in "Belum diambil": laying documents onto a shelf, one or a pile, and what is refused."""

from __future__ import annotations

import shiboken6
from ui.jendela_uji import ALT, CTRL, ENTER, K, hapus, list_kata


def tempat(rak, semua):
    return [rak.simpanan(p).ringkasan.tempat for p in semua]


def test_one_document_is_laid_onto_a_shelf(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    rak.buka_tempat()
    rak.ketik("Rak B-3")
    rak.tekan(ENTER)
    assert tempat(rak, tiga) == ["Rak B-3", "", ""]
    assert dialog.spanduk.teks == "Dokumen dicatat di Rak B-3."
    assert dialog.panel.teks("Tempat") == "Rak B-3"
    assert rak.fokus() is dialog.daftar.tabel
    assert rak.berubah == [tiga[0].ringkasan.id]
    ulang = rak.buka_tempat()
    assert ulang.tempat.input.selectedText() == "Rak B-3"
    rak.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == "Sudah di Rak B-3; tidak ada yang berubah."
    assert len(rak.berubah) == 1


def test_marked_documents_go_to_the_place_used_last_with_one_key(rak, tiga):
    dialog = rak.buka_belum()
    rak.kantor.meja.pengambilan.atur_tempat(
        "t", [tiga[0].ringkasan.id], "Rak C", rak.kantor.operator
    )
    dialog.muat_ulang()
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_Space)
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_Space)
    assert [dialog.daftar.model.index(n, 0).data() for n in range(3)] == [
        "",
        "ditandai",
        "ditandai",
    ]
    assert any(kata.startswith("2 ditandai") for kata in list_kata(dialog))
    kecil = rak.buka_tempat()
    assert "2 dokumen ke satu tempat" in list_kata(kecil)
    assert [t.text() for t in kecil.terakhir] == ["Rak C"]
    rak.tekan(K.Key_1, ALT)
    assert tempat(rak, tiga) == ["Rak C"] * 3
    assert dialog.spanduk.teks == "2 dokumen dicatat di Rak C."
    assert not any("ditandai" in kata for kata in list_kata(dialog))


def test_all_that_are_seen_are_marked_and_escape_takes_the_marks_away(rak, tiga):
    dialog = rak.buka_belum()
    rak.ketik("japan")
    rak.tekan(ENTER)
    rak.tekan(K.Key_A, CTRL)
    assert len(dialog.daftar.terpilih()) == 2
    rak.tekan(K.Key_A, CTRL)
    assert len(dialog.daftar.terpilih()) == 1  # the current one
    rak.tekan(K.Key_A, CTRL)
    rak.tekan(K.Key_Escape)
    assert dialog.daftar.cari.text() == "japan"
    assert len(dialog.daftar.terpilih()) == 1
    rak.tekan(K.Key_Escape)
    assert dialog.daftar.cari.text() == ""
    rak.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)


def test_what_is_hidden_is_not_acted_on(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_A, CTRL)
    rak.ketik("budi")
    assert [b.ringkasan.pemohon.nama for b in dialog.daftar.terpilih()] == ["BUDI SANTOSO"]


def test_a_pile_of_receipts_is_scanned_onto_one_shelf(rak, tiga):
    dialog = rak.buka_belum()
    dialog.pindai("TB-KK-2026-00001")
    kecil = rak.buka_tempat()
    kecil.pindai("TB-KTP-2026-00001")
    kecil.pindai("TB-KTP-2026-00001")
    assert "2 dokumen ke satu tempat" in list_kata(kecil)
    kecil.pindai("TB-KK-2026-00099")
    assert kecil.spanduk.teks == "TB-KK-2026-00099 tidak menunggu diambil."
    kecil.pindai("TB-KK-2027-00001")
    assert not kecil.spanduk.isVisible()
    assert [t.teks for t in kecil.siapa[:3]] == [
        "TB-KK-2027-00001 · WAGIMAN",
        "TB-KTP-2026-00001 · BUDI SANTOSO",
        "TB-KK-2026-00001 · SITI AMINAH",
    ]
    rak.ketik("Lemari 2")
    rak.tekan(ENTER)
    assert tempat(rak, tiga) == ["Lemari 2"] * 3


def test_more_names_than_there_is_room_for_are_counted(rak):
    for nomor in range(7):
        rak.siap(nama=f"ORANG KE{nomor}")
    rak.buka_belum()
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_A, CTRL)
    kecil = rak.buka_tempat()
    assert kecil.siapa[-1].teks == "dan 3 dokumen lain"
    assert all(t.isVisible() for t in kecil.siapa)
    rak.tekan(K.Key_Escape)


def test_a_place_that_cannot_be_is_said_beside_the_field_and_escape_stores_nothing(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    kecil = rak.buka_tempat()
    rak.tekan(ENTER)
    assert kecil.tempat.pesan == "Tulis tempatnya, misalnya Rak B-3."
    rak.ketik("x" * 31)
    assert kecil.tempat.nada is None
    rak.tekan(ENTER)
    assert "yang terketik 31" in kecil.tempat.pesan
    rak.tekan(K.Key_Escape)
    hapus()
    assert dialog.isVisible()
    assert tempat(rak, tiga) == ["", "", ""]
    assert rak.berubah == []


def test_a_document_that_is_gone_meanwhile_is_said_and_leaves_the_list(rak, tiga):
    rak.buka_belum()
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_A, CTRL)
    kecil = rak.buka_tempat()
    rak.kantor.gerak(tiga[0], "serahkan", "diserahkan", peringatan_dilihat=True)
    rak.ketik("Rak B-3")
    rak.tekan(ENTER)
    assert "TB-KK-2026-00001 (SITI AMINAH) sudah diserahkan" in kecil.spanduk.teks
    assert tempat(rak, tiga) == ["", "", ""]
    rak.tekan(K.Key_Escape)
    assert rak.list_nama() == ["BUDI SANTOSO", "WAGIMAN"]
