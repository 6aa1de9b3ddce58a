"""What must hold of a register whatever happened to it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sooko_desk.data.rantai_periksa import periksa_lengkap

if TYPE_CHECKING:
    import peewee as pw

    from sooko_desk.data.store import Store

_TABEL = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
    "ORDER BY name"
)
INDEKS = ("cari_data", "cari_idx", "cari_docsize", "cari_config")
"""How the search index keeps its pieces: the same words may lie there in other pieces."""
_BUKU = """
SELECT layanan || '/' || buku || '/' || tahun, urut, nomor FROM nomor
UNION ALL
SELECT layanan || '/kiriman/' || tahun, urut, nomor FROM kiriman
UNION ALL
SELECT layanan || '/tanda_bukti/' || tahun, c.urut, c.nomor FROM nomor_cadangan c
WHERE NOT EXISTS (SELECT 1 FROM nomor n WHERE n.nomor = c.nomor)
"""
_KASUS = """
SELECT count(*) FROM permohonan p
WHERE NOT EXISTS (SELECT 1 FROM nomor n WHERE n.nomor = p.nomor_tanda_bukti)
   OR NOT EXISTS (SELECT 1 FROM peristiwa r WHERE r.permohonan_id = p.id)
   OR (p.nomor_register IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM nomor n WHERE n.nomor = p.nomor_register))
"""


def sidik_isi(db: pw.Database, tanpa: tuple[str, ...] = ()) -> str:
    """SHA-256 of every row of every table, the search index among them."""
    sidik = hashlib.sha256()
    for (tabel,) in db.execute_sql(_TABEL).fetchall():
        if tabel in tanpa:
            continue
        sidik.update(tabel.encode())
        for baris in db.execute_sql(f'SELECT * FROM "{tabel}"').fetchall():
            sidik.update(repr(baris).encode())
    return sidik.hexdigest()


def list_nomor(db: pw.Database) -> dict[str, list[int]]:
    """Running numbers of each book and year; a slip's number counts once."""
    buku: dict[str, list[int]] = {}
    for nama, urut, _ in db.execute_sql(_BUKU).fetchall():
        buku.setdefault(nama, []).append(urut)
    return buku


def list_cela(store: Store) -> list[str]:
    """What is wrong with an open register, in words; [] = it is whole."""
    db = store._db
    if cela := [str(satu.value) for satu in store.terbuka.periksa()]:
        return cela
    for nama, urut in list_nomor(db).items():
        if sorted(urut) != list(range(1, len(urut) + 1)):
            cela.append(f"{nama}: sela atau kembar")
    teks = [nomor for _, _, nomor in db.execute_sql(_BUKU).fetchall()]
    if len(teks) != len(set(teks)):
        cela.append("nomor kembar")
    if (banyak := db.execute_sql(_KASUS).fetchone()[0]) != 0:
        cela.append(f"{banyak} permohonan setengah")
    return cela + list_cela_rantai(db)


def list_cela_rantai(db: pw.Database) -> list[str]:
    """Where the hash chain is broken, each case's present state looked at too."""
    return [f"rantai: {putus}" for putus in periksa_lengkap(db.connection()).putus]
