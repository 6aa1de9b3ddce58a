"""Tables that guard the register, as peewee sees them: office events and the hash chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.tabel import Tabel, TabelPermohonan, TabelPetugas


class TabelKejadianKantor(Tabel):
    """One event outside any case a row; append-only. `isi` is a JSON object of words."""

    id = pw.AutoField()
    token = pw.TextField(unique=True)
    jenis = pw.TextField()
    permohonan = pw.ForeignKeyField(TabelPermohonan, null=True)
    petugas = pw.ForeignKeyField(TabelPetugas, null=True)
    petugas_nama = pw.TextField()
    isi = pw.TextField()
    waktu = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int | None
        petugas_id: int | None

    class Meta:
        table_name = "kejadian_kantor"


class TabelRantai(Tabel):
    """One unit of work a row; append-only, without gap.

    `isi` says which rows it touched, `keadaan` how each case and officer of them was afterwards,
    `sidik` seals this and the row before.
    """

    urut = pw.AutoField()
    isi = pw.TextField()
    keadaan = pw.TextField()
    waktu = pw.TextField()
    sidik = pw.TextField()

    class Meta:
        table_name = "rantai"
