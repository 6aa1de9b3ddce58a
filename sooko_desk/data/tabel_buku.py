"""The tables of what is written for good: lines of the book, reserved numbers, closed days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.tabel import Tabel, TabelPermohonan, TabelPetugas


class TabelBentukBuku(Tabel):
    """One form of a register book a row; append-only, the newest of a service holds.

    `isi` is a JSON object: columns, rows a page, pages a volume.
    """

    id = pw.AutoField()
    layanan = pw.TextField()
    isi = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "bentuk_buku"


class TabelBukuBaris(Tabel):
    """One written line of a register book a row; append-only, without gap per service and year.

    `isi` is a JSON object: column id -> words as they were on that day, numbers of people masked.
    """

    id = pw.AutoField()
    layanan = pw.TextField()
    tahun = pw.IntegerField()
    baris = pw.IntegerField()
    jenis = pw.TextField()
    urut = pw.IntegerField(null=True)
    permohonan = pw.ForeignKeyField(TabelPermohonan, null=True)
    bentuk = pw.ForeignKeyField(TabelBentukBuku)
    isi = pw.TextField()
    waktu = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int | None
        bentuk_id: int

    class Meta:
        table_name = "buku_baris"


class TabelNomorCadangan(Tabel):
    """One number of the power-cut pad a row; append-only. Rows of one pad share `token`."""

    id = pw.AutoField()
    token = pw.TextField()
    layanan = pw.TextField()
    buku = pw.TextField()
    tahun = pw.IntegerField()
    urut = pw.IntegerField()
    nomor = pw.TextField(unique=True)
    kode_pindai = pw.TextField(unique=True)
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "nomor_cadangan"


class TabelNomorCadanganAkhir(Tabel):
    """What became of a reserved number; append-only, one row a number."""

    id = pw.AutoField()
    cadangan = pw.ForeignKeyField(TabelNomorCadangan, unique=True)
    jenis = pw.TextField()
    permohonan = pw.ForeignKeyField(TabelPermohonan, null=True)
    alasan = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int | None

    class Meta:
        table_name = "nomor_cadangan_akhir"


class TabelTutupHarian(Tabel):
    """One closed day a row; append-only. `isi` is a JSON object: the totals as printed."""

    id = pw.AutoField()
    token = pw.TextField(unique=True)
    tanggal = pw.TextField(unique=True)
    sampai_urut = pw.IntegerField()
    isi = pw.TextField()
    sidik = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "tutup_harian"
