"""Step 4 of the schema: the lines of books that were printed from the cases until then.

Each number becomes the line that its book showed when it was taken, with what was corrected later
turned back; each later correction of what the book shows becomes a dated line. This file belongs
to a released step: what it writes is not changed with the form or the words of later books.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import dari_iso, ke_wib

if TYPE_CHECKING:
    from collections.abc import Iterable

    import peewee as pw

_KOLOM = (
    ("urut", "No. urut", 8, "tengah"),
    ("nomor_register", "Nomor register", 30, "kiri"),
    ("tgl_register", "Tgl register", 16, "tengah"),
    ("nomor_tanda_bukti", "Nomor tanda bukti", 30, "kiri"),
    ("tgl_terima", "Tgl terima", 16, "tengah"),
    ("nama", "Nama pemohon", 42, "kiri"),
    ("nik", "NIK (tersamar)", 24, "tengah"),
    ("nkk", "No. KK (tersamar)", 24, "tengah"),
    ("desa", "Desa", 20, "kiri"),
    ("jenis", "Jenis permohonan", 26, "kiri"),
    ("petugas", "Petugas", 15, "kiri"),
    ("keterangan", "Keterangan", 18, "kiri"),
)
_BENTUK = {
    "kolom": [dict(zip(("id", "judul", "lebar_mm", "rata"), k, strict=True)) for k in _KOLOM],
    "per_halaman": 20,
    "halaman_jilid": 100,
}

_DESA = {
    f"35.16.13.{2001 + n}": nama
    for n, nama in enumerate(
        (
            "Gemekan",
            "Blimbingsari",
            "Brangkal",
            "Kedungmaling",
            "Klinterejo",
            "Modongan",
            "Sambiroto",
            "Jampirogo",
            "Japan",
            "Sooko",
            "Wringinrejo",
            "Karangkedawang",
            "Mojoranu",
            "Tempuran",
            "Ngingasrembyong",
        )
    )
}
"""The villages of Kecamatan Sooko; the register holds their codes only."""

_LABEL = {"Nama pemohon": "nama", "NIK": "nik", "Nomor KK": "nkk", "Desa": "desa"}
"""Label in the story of a correction -> column of the book."""
_PANAH = " → "
_KOSONG = "kosong"

# The event that took a number carries the very instant of the number.
_NOMOR = """
    SELECT n.layanan, n.tahun, n.urut, n.nomor, n.dicatat, n.permohonan_id, n.petugas_id, p.nama,
        m.nomor_tanda_bukti, m.diterima, m.nama, m.nik, m.nkk, m.desa, m.jenis_kode, m.jenis_nama,
        COALESCE((SELECT MIN(e.urut) FROM peristiwa e WHERE e.permohonan_id = n.permohonan_id
            AND e.waktu = n.dicatat AND e.langkah <> 'koreksi'), 0)
    FROM nomor n JOIN petugas p ON p.id = n.petugas_id JOIN permohonan m ON m.id = n.permohonan_id
    WHERE n.buku = 'register' ORDER BY n.layanan, n.tahun, n.urut
"""
_KOREKSI = """
    SELECT permohonan_id, urut, waktu, petugas_nama, rincian FROM peristiwa
    WHERE langkah = 'koreksi' ORDER BY urut
"""
_SISIP_BENTUK = "INSERT INTO bentuk_buku (layanan, isi, petugas_id, waktu) VALUES (?, ?, ?, ?)"
_SISIP_BARIS = """
    INSERT INTO buku_baris
        (layanan, tahun, baris, jenis, urut, permohonan_id, bentuk_id, isi, waktu)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(slots=True)
class _Baris:
    """A line to write; `peristiwa` is the number of the event it came from."""

    layanan: str
    tahun: int
    jenis: str
    urut: int | None
    permohonan_id: int
    petugas_id: int
    waktu: str
    peristiwa: int
    isi: dict[str, str]


def isi_buku(db: pw.SqliteDatabase) -> None:
    """Write the lines of every book and the form they have; the tables are there and empty."""
    catat = [_baca_nomor(baris) for baris in db.execute_sql(_NOMOR).fetchall()]
    koreksi = _list_koreksi(db, {b.permohonan_id: b for b in catat})
    bentuk = {b.layanan: 0 for b in catat}
    for layanan in bentuk:
        pertama = next(b for b in catat if b.layanan == layanan)
        isi = json.dumps(_BENTUK, ensure_ascii=False)
        kursor = db.execute_sql(_SISIP_BENTUK, (layanan, isi, pertama.petugas_id, pertama.waktu))
        bentuk[layanan] = kursor.lastrowid
    baris_ke: dict[tuple[str, int], int] = defaultdict(int)
    for b in _urutkan(catat, koreksi):
        baris_ke[b.layanan, b.tahun] += 1
        baris = (b.layanan, b.tahun, baris_ke[b.layanan, b.tahun], b.jenis, b.urut)
        isi = json.dumps(b.isi, ensure_ascii=False)
        db.execute_sql(_SISIP_BARIS, (*baris, b.permohonan_id, bentuk[b.layanan], isi, b.waktu))


def _baca_nomor(kolom: tuple[object, ...]) -> _Baris:
    layanan, tahun, urut, nomor, dicatat, permohonan_id, petugas_id, petugas, *sisa = kolom
    tanda_bukti, diterima, nama, nik, nkk, desa, kode, jenis, peristiwa = sisa
    isi = {
        "urut": str(urut),
        "nomor_register": str(nomor),
        "tgl_register": _tanggal(str(dicatat)),
        "nomor_tanda_bukti": str(tanda_bukti),
        "tgl_terima": _tanggal(str(diterima)),
        "nama": str(nama),
        "nik": samarkan(str(nik)),
        "nkk": samarkan(str(nkk)),
        "desa": _DESA.get(str(desa), str(desa)),
        "jenis": f"{kode} {jenis}",
        "petugas": str(petugas),
    }
    angka = (int(str(n)) for n in (tahun, urut, permohonan_id, petugas_id, peristiwa))
    tahun_, urut_, permohonan, petugas_, urut_peristiwa = angka
    return _Baris(
        str(layanan),
        tahun_,
        "catat",
        urut_,
        permohonan,
        petugas_,
        str(dicatat),
        urut_peristiwa,
        {k: v for k, v in isi.items() if v},
    )


def _list_koreksi(db: pw.SqliteDatabase, catat: dict[int, _Baris]) -> list[_Baris]:
    """The dated lines; what they corrected is turned back in the lines of the numbers."""
    koreksi: list[_Baris] = []
    dibetulkan: set[tuple[int, str]] = set()
    for permohonan_id, urut, waktu, petugas, teks in db.execute_sql(_KOREKSI).fetchall():
        asal = catat.get(permohonan_id)
        if asal is None or urut < asal.peristiwa:
            continue
        rincian = {k: v for k, v in json.loads(teks).items() if k in _LABEL}
        for label, cerita in rincian.items():
            if (permohonan_id, label) not in dibetulkan:
                dibetulkan.add((permohonan_id, label))
                semula = cerita.partition(_PANAH)[0]
                asal.isi[_LABEL[label]] = "" if semula == _KOSONG else semula
        if rincian:
            isi = {
                "nomor_register": asal.isi["nomor_register"],
                "tgl_register": _tanggal(waktu),
                "petugas": petugas,
                "pembetulan": "; ".join(f"{k}: {v}" for k, v in rincian.items()),
            }
            tahun = ke_wib(dari_iso(waktu)).year
            koreksi.append(
                _Baris(asal.layanan, tahun, "koreksi", None, permohonan_id, 0, waktu, urut, isi)
            )
    for baris in catat.values():
        baris.isi = {k: v for k, v in baris.isi.items() if v}
    return koreksi


def _urutkan(catat: Iterable[_Baris], koreksi: Iterable[_Baris]) -> list[_Baris]:
    """Lines as they would have been written; numbers stay in their order whatever the clock did."""
    terakhir: dict[tuple[str, int], int] = defaultdict(int)
    for b in catat:
        buku = b.layanan, b.tahun
        terakhir[buku] = b.peristiwa = max(b.peristiwa, terakhir[buku])
    return sorted((*catat, *koreksi), key=_menurut_peristiwa)


def _menurut_peristiwa(b: _Baris) -> int:
    return b.peristiwa


def _tanggal(iso: str) -> str:
    return tanggal_pendek(ke_wib(dari_iso(iso)).date())
