"""What a move may store beside the step: another system's word, the shelf, a correction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from builders import NAMA, SENIN_PAGI

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_KOREKSI, LANGKAH_LUAR
from sooko_desk.domain.permohonan import KeadaanLuar

LUAR = KeadaanLuar("siak", "ditolak", "Ditolak", "SIAK-1", dt.date(2026, 11, 23))


def simpan(kantor, permohonan, token, **isi):
    r = permohonan.ringkasan
    gerak = GerakBaru(
        token=token,
        permohonan_id=r.id,
        versi=r.versi,
        langkah=isi.pop("langkah", LANGKAH_LUAR),
        hasil="ditolak",
        ke=r.posisi,
        status=r.status,
        menunggu=r.menunggu,
        petugas=kantor.operator,
        waktu=SENIN_PAGI,
        **isi,
    )
    kantor.store.permohonan.simpan_gerak(gerak)
    return kantor.store.permohonan.get(r.id)


def test_the_word_of_another_system_stays_until_a_newer_one(kantor):
    permohonan = kantor.terima()
    assert permohonan.ringkasan.luar is None
    permohonan = simpan(kantor, permohonan, "a", luar=LUAR)
    assert permohonan.ringkasan.luar == LUAR
    permohonan = simpan(kantor, permohonan, "b", tempat="Rak B-3")
    assert (permohonan.ringkasan.luar, permohonan.ringkasan.tempat) == (LUAR, "Rak B-3")
    baru = replace(LUAR, kode="selesai", nama="Selesai", tanggal=None)
    permohonan = simpan(kantor, permohonan, "c", luar=baru)
    assert (permohonan.ringkasan.luar, permohonan.ringkasan.tempat) == (baru, "Rak B-3")


def test_a_paper_is_ticked_as_uploaded_and_ticked_off_again(kantor):
    permohonan = kantor.terima()
    berkas = replace(permohonan.berkas[0], diunggah=SENIN_PAGI)
    permohonan = simpan(kantor, permohonan, "a", berkas=(berkas,))
    assert [b.diunggah for b in permohonan.berkas] == [
        SENIN_PAGI,
        *[None] * (len(permohonan.berkas) - 1),
    ]
    permohonan = simpan(kantor, permohonan, "b", berkas=(replace(berkas, diunggah=None),))
    assert not any(b.diunggah for b in permohonan.berkas)


def test_a_corrected_applicant_is_found_by_the_new_name_only(kantor):
    permohonan = kantor.terima()
    baru = replace(permohonan.ringkasan.pemohon, nama="Sulastri Ningrum", rt="9")
    permohonan = simpan(kantor, permohonan, "a", langkah=LANGKAH_KOREKSI, pemohon=baru)
    assert permohonan.ringkasan.pemohon == baru
    assert [r.id for r in kantor.store.pencarian.list_cari("SULASTRI", 9)] == [1]
    assert kantor.store.pencarian.list_cari(NAMA.split()[0].upper(), 9) == ()
