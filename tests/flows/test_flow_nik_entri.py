"""Data entry of a KTP: what the NIK says is filled in, what differs from it is asked once."""

from __future__ import annotations

from flows.siap import ktp_lengkap, mulai_entri

from sooko_desk.app_tangan import CTRL, ENTER
from sooko_desk.ui.theme import Nada


def test_a_birth_date_that_differs_from_the_nik_needs_a_second_look(loket):
    mulai_entri(loket, ktp_lengkap)
    borang = loket.panel.borang
    lahir = borang.baris["tanggal_lahir"]
    assert lahir.input.nilai()
    lahir.input.setFocus()
    lahir.input.selectAll()
    loket.ketik("01011990")
    isi = {
        "tempat_lahir": "Mojokerto",
        "agama": "Islam",
        "status_perkawinan": "Belum",
        "pekerjaan": "Pelajar",
        "kewarganegaraan": "WNI",
        "alamat": "Jl. Contoh 1",
        "rt": "1",
        "rw": "2",
    }
    borang.fokus_pertama()
    loket.tangan.isi_borang(borang, {k: v for k, v in isi.items() if not borang.nilai()[k]})
    loket.tekan(ENTER, CTRL)
    assert lahir.nada is Nada.PERINGATAN
    assert "berbeda dengan NIK" in lahir.pesan
    assert ("entri", "terinput") not in loket.riwayat()
    loket.tekan(ENTER, CTRL)
    assert loket.riwayat()[-1] == ("entri", "terinput")
    assert loket.permohonan().isian["tanggal_lahir"] == "1990-01-01"
