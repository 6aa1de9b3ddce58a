"""What is written for good cannot be changed, removed or pushed out, whatever SQL says."""

from __future__ import annotations

import datetime as dt

import peewee as pw
import pytest
from builders import SENIN_PAGI

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.tutup_harian import TutupHarianBaru
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru

PERINTAH = (
    "UPDATE {tabel} SET {kunci} = {kunci} + 1000",
    "UPDATE {tabel} SET {kunci} = {kunci}",
    "DELETE FROM {tabel}",
    "INSERT OR REPLACE INTO {tabel} SELECT * FROM {tabel}",
    "INSERT OR IGNORE INTO {tabel} SELECT * FROM {tabel}",
    "REPLACE INTO {tabel} SELECT * FROM {tabel} LIMIT 1",
)


def baca(store, sql):
    return store._db.execute_sql(sql).fetchall()


@pytest.mark.parametrize(
    ("tabel", "kunci"),
    [
        ("peristiwa", "urut"),
        ("nomor", "id"),
        ("cetakan", "id"),
        ("pengaturan", "id"),
        ("bentuk_buku", "id"),
        ("buku_baris", "id"),
        ("nomor_cadangan", "id"),
        ("nomor_cadangan_akhir", "id"),
        ("tutup_harian", "id"),
        ("kejadian_kantor", "id"),
    ],
)
class TestAppendOnly:
    @pytest.fixture(autouse=True)
    def _lines(self, kantor):
        permohonan = kantor.sampai(kantor.terima(), "serahkan")
        dokumen = kantor.meja.pencetakan.build_tanda_bukti(permohonan.ringkasan.id)
        kantor.meja.pencetakan.catat(dokumen, "berkas", 1, "tersimpan", kantor.operator)
        kantor.store.pengaturan.simpan("jam_kerja", "isi", kantor.kasi, SENIN_PAGI)
        kantor.store.kejadian.catat(KejadianBaru("k", JenisKejadian.MASUK, kantor.kasi, SENIN_PAGI))
        [cadangan] = kantor.store.nomor_cadangan.pesan(
            CadanganBaru("c", "KK", "C/{urut}/{tahun}", 2026, 1, kantor.kasi, SENIN_PAGI)
        )
        kantor.store.nomor_cadangan.batalkan(cadangan.id, "Rusak", kantor.kasi, SENIN_PAGI)
        hari = dt.date(2026, 11, 23)
        kantor.store.tutup_harian.tutup(
            TutupHarianBaru("h", hari, 1, "{}", "0" * 64, kantor.kasi, SENIN_PAGI)
        )

    def test_lines_cannot_be_changed(self, store, tabel, kunci):
        sebelum = baca(store, f"SELECT * FROM {tabel}")
        assert sebelum
        for perintah in PERINTAH:
            with pytest.raises(pw.IntegrityError, match="append-only"):
                store._db.execute_sql(perintah.format(tabel=tabel, kunci=kunci))
            assert baca(store, f"SELECT * FROM {tabel}") == sebelum

    def test_a_line_cannot_be_pushed_out_by_another_unique_column(self, store, tabel, kunci):
        kolom = [k[1] for k in baca(store, f"PRAGMA table_info({tabel})") if k[1] != kunci]
        sebelum = baca(store, f"SELECT * FROM {tabel}")
        perintah = (
            f"INSERT OR REPLACE INTO {tabel} ({kunci}, {', '.join(kolom)}) "
            f"SELECT {kunci} + 1000, {', '.join(kolom)} FROM {tabel}"
        )
        # Only their id is unique: a new line.
        if tabel in ("cetakan", "pengaturan", "bentuk_buku"):
            store._db.execute_sql(perintah)
            assert baca(store, f"SELECT * FROM {tabel}")[: len(sebelum)] == sebelum
            return
        with pytest.raises(pw.IntegrityError, match="append-only"):
            store._db.execute_sql(perintah)
        assert baca(store, f"SELECT * FROM {tabel}") == sebelum


@pytest.mark.parametrize("baris", [1, 3, 7])
def test_no_line_is_written_between_lines_or_beyond_the_end_of_the_book(kantor, baris):
    kantor.sampai(kantor.terima(), "serahkan")
    with pytest.raises(pw.IntegrityError, match="append-only"):
        kantor.store._db.execute_sql(
            "INSERT INTO buku_baris SELECT NULL, layanan, tahun, ?, 'koreksi', NULL, "
            "permohonan_id, bentuk_id, isi, waktu FROM buku_baris",
            (baris,),
        )
