"""What is typed in one turn, and the rows of the table that its keys count in."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orang import BIJI, Orang, buat_orang

if TYPE_CHECKING:
    from register_besar import RegisterBesar

DAFTAR_LAMA, NIK_LAMA = "daftar_lama", "nik_lama"
DAFTAR_BARU, NIK_BARU = "daftar_baru", "nik_baru"
NAMA, NKK, PENGANTAR, ALASAN = "nama", "nkk", "pengantar", "alasan"
CARI_PENDEK, CARI_NAMA, CARI_NOMOR = "cari_pendek", "cari_nama", "cari_nomor"
TANPA = "tanpa"

BARIS = {
    DAFTAR_LAMA: "NIK pemohon lama, angka 8-15: daftar",
    NIK_LAMA: "NIK pemohon lama, angka 16: isian, temuan",
    DAFTAR_BARU: "NIK baru, angka 8-15: daftar",
    NIK_BARU: "NIK baru, angka 16: temuan",
    NAMA: "Nama, Enter: temuan",
    NKK: "No KK keluarga lama, angka 16: isian, temuan",
    PENGANTAR: "Nomor pengantar, Enter: temuan",
    ALASAN: "Alasan, Enter: berkas, radar",
    CARI_PENDEK: "Register (F3), huruf atau angka 1-2",
    CARI_NAMA: "Register (F3), nama dari huruf 3",
    CARI_NOMOR: "Register (F3), NIK dari angka 3",
}
"""Row -> its words. Every key of these looks something up."""

ANGKA_DAFTAR = 7
"""Digits of a NIK before the first that is looked up."""
ANGKA_AKHIR = 15
HURUF_PENDEK = 2
ALASAN_PER_LAYANAN = (("KK", "I.A.1"), ("KTP", "II.A"), ("KK", "I.B.2"), ("KTP", "II.B"))


@dataclass(frozen=True, slots=True)
class Giliran:
    """One turn.

    Attributes:
        lama: comes again.
        baru: never came, but somebody of the same family did.
        pengantar: number of a letter that this village has given already.
        layanan, alasan: what `lama` wants.
        dicari: is looked for in the register.
    """

    lama: Orang
    baru: Orang
    pengantar: str
    layanan: str
    alasan: str
    dicari: Orang


def susun_giliran(register: RegisterBesar, putaran: int) -> list[Giliran]:
    """That many turns, of people drawn by lot; the same ones every time."""
    acak = random.Random(BIJI + 2)
    ada = {o.nik for o in register.orang}
    surat: dict[str, list[str]] = {}
    for nomor_surat, desa in register.pengantar:
        surat.setdefault(desa, []).append(nomor_surat)
    asing = iter(buat_orang(5 * putaran + 50, [""], BIJI + 3))
    keluarga = [o for o in register.orang if o.desa in surat]
    giliran = []
    for nomor in range(putaran):
        satu = acak.choice(keluarga)
        orang = next(o for o in asing if o.nik not in ada)
        layanan, alasan = ALASAN_PER_LAYANAN[nomor % len(ALASAN_PER_LAYANAN)]
        giliran.append(
            Giliran(
                lama=acak.choice(register.orang),
                baru=Orang(orang.nik, orang.nama, satu.nkk, satu.desa, "", "", "", ""),
                pengantar=acak.choice(surat[satu.desa]),
                layanan=layanan,
                alasan=alasan,
                dicari=acak.choice(register.orang),
            )
        )
    return giliran
