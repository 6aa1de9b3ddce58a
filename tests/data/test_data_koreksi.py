"""What a correction may change beside the applicant: bringer, letter, note."""

from __future__ import annotations

import datetime as dt

from builders import SENIN_PAGI

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_KOREKSI
from sooko_desk.domain.permohonan import Pembawa, Pengantar


def simpan(kantor, permohonan, **isi):
    r = permohonan.ringkasan
    kantor.store.permohonan.simpan_gerak(
        GerakBaru(
            token=f"t{r.versi}",
            permohonan_id=r.id,
            versi=r.versi,
            langkah=LANGKAH_KOREKSI,
            hasil="dibetulkan",
            ke=r.posisi,
            status=r.status,
            menunggu=r.menunggu,
            petugas=kantor.operator,
            waktu=SENIN_PAGI,
            **isi,
        )
    )
    return kantor.store.permohonan.get(r.id)


def test_bringer_letter_and_note_change_each_by_itself(kantor):
    permohonan = kantor.terima(
        pembawa_nama="SLAMET",
        pembawa_hubungan="anak",
        pengantar_nomor="470/1",
        pengantar_tanggal="1/11/2026",
        catatan="Semula",
    )
    pembawa = Pembawa("SUGENG", "saudara", "081234569001")
    baru = simpan(kantor, permohonan, pembawa=pembawa)
    assert (baru.pembawa, baru.pengantar) == (pembawa, permohonan.pengantar)
    surat = Pengantar("470/2", dt.date(2026, 11, 2), "KADES")
    baru = simpan(kantor, baru, pengantar=surat)
    assert (baru.pembawa, baru.pengantar, baru.catatan) == (pembawa, surat, "Semula")
    baru = simpan(kantor, baru, catatan="", pengantar=Pengantar(), pembawa=Pembawa())
    assert (baru.pembawa, baru.pengantar, baru.catatan) == (Pembawa(), Pengantar(), "")
    assert baru.ringkasan.pemohon == permohonan.ringkasan.pemohon
