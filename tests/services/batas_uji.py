"""A case of somebody with telling words, and its restriction."""

from __future__ import annotations

from dataclasses import replace

from builders import NIK, SENIN_PAGI
from printing.pdf_baca import page_texts

from sooko_desk.services.batas_data import PerintahBatas

NAMA_R, ALAMAT_R, TELEPON_R, PEMBAWA_R = (
    "Xenia Rahasia",
    "Jl. Tersembunyi 77",
    "081299990077",
    "Yono",
)
NKK_R = "3516132111259077"
RAHASIA = ("XENIA", NIK, NKK_R, "TERSEMBUNYI", TELEPON_R, "YONO", "PENGANTAR77", "CATATAN77")
HARI = SENIN_PAGI.date()


def terima(kantor, **ganti):
    return kantor.terima(
        **{
            "nama": NAMA_R,
            "nkk": NKK_R,
            "alamat": ALAMAT_R,
            "telepon": TELEPON_R,
            "pembawa_nama": PEMBAWA_R,
            "pembawa_hubungan": "anak",
            "pembawa_telepon": TELEPON_R,
            "pengantar_nomor": "470/Pengantar77",
            "catatan": "Catatan77",
            "prioritas": "difabel",
        }
        | ganti
    )


def perintah(kantor, nomor=1, **ganti):
    versi = kantor.store.permohonan.get(nomor).ringkasan.versi
    return replace(PerintahBatas(f"b{nomor}-{versi}", nomor, versi, "Diminta pemohon"), **ganti)


def batasi(kantor, nomor=1):
    return kantor.meja.batas.batasi(perintah(kantor, nomor), kantor.kasi)


def teks(dokumen):
    return " ".join(" ".join(page_texts(dokumen.isi)).split())


def assert_tanpa_rahasia(apa):
    kata = apa if isinstance(apa, str) else repr(apa)
    for rahasia in RAHASIA:
        assert rahasia not in kata.upper(), rahasia
