"""The Kasi's queue for the tests: cases received, and the signature under what is marked."""

from __future__ import annotations

import uuid
from dataclasses import replace

from builders import NAMA_OPERATOR, PIN_KASI, list_tanda, make_form, nilai_isian
from flows.loket import CTRL, ENTER

from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.alur_kerja import PerintahGerak

URUTAN = "SATU DUA TIGA EMPAT LIMA ENAM TUJUH DELAPAN SEMBILAN SEPULUH"
NAMA = [f"ORANG {x}" for x in URUTAN.split()]


def petugas(loket, nama):
    return next(p for p in loket.meja.petugas.list_petugas() if p.nama == nama)


def terima(loket, nama, layanan="KK", **ganti):
    """A case of the counter with every paper there, one minute after the one before; its id."""
    sop = loket.meja.rak.find_berlaku(layanan)
    form = make_form(layanan, nama=nama)
    form = replace(form, **({"berkas": list_tanda(sop, form.jenis)} | ganti))
    operator = petugas(loket, NAMA_OPERATOR)
    baru = loket.meja.penerimaan.terima(form, operator, peringatan_dilihat=True)
    loket.clock.maju(1)
    return baru.ringkasan.id


def isi(loket, banyak, pin=PIN_KASI, **ganti):
    """Open with so many cases received; the officer of `pin` stands in the queue."""
    loket.buka()
    for nama in NAMA[:banyak]:
        terima(loket, nama, **ganti)
    loket.masuk(pin)
    loket.buka_tab(2)
    return loket


def tanda_tangan(loket, pin=PIN_KASI):
    loket.tekan(ENTER, CTRL)
    dialog = loket.tab.dialog
    assert dialog is not None
    loket.ketik(pin)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: loket.tab.dialog is None or dialog.pin.pesan.startswith("PIN"))
    return dialog


def selesaikan(loket, permohonan_id, sampai=SELESAI):
    """Do the steps of a case by their first outcome, behind the screen's back."""
    while (kini := loket.permohonan(permohonan_id).ringkasan).posisi != sampai:
        langkah = loket.meja.rak.get(kini.sop_sidik).get_langkah(kini.posisi)
        siapa = next(p for p in loket.meja.petugas.list_petugas() if p.peran in langkah.peran)
        isian = {i.id: nilai_isian(i) for i in langkah.list_isian(kini.jenis_kode)}
        perintah = PerintahGerak(
            uuid.uuid4().hex,
            kini.id,
            kini.versi,
            langkah.id,
            langkah.hasil[0].id,
            isian=isian,
            peringatan_dilihat=True,  # every name is filled with the same
            unggah=frozenset(b.kode for b in list_unggah(loket.permohonan(permohonan_id).berkas)),
        )
        loket.meja.alur.jalankan(perintah, siapa)


def tolak(loket, permohonan_id):
    """The verifier refuses a case, behind the screen's back."""
    selesaikan(loket, permohonan_id, "verifikasi")
    kini = loket.permohonan(permohonan_id).ringkasan
    perintah = PerintahGerak(
        uuid.uuid4().hex, kini.id, kini.versi, "verifikasi", "ditolak", tolak="data_beda"
    )
    loket.meja.alur.jalankan(perintah, petugas(loket, NAMA_OPERATOR))
