"""Step 4 of the schema: the register book's written lines, reserved numbers, closed days."""

from __future__ import annotations

from sooko_desk.data.skema_4_buku import isi_buku
from sooko_desk.data.skema_kunci import Perintah, kunci_tambah_saja

_TAMBAH_SAJA = (
    "bentuk_buku",
    "buku_baris",
    "nomor_cadangan",
    "nomor_cadangan_akhir",
    "tutup_harian",
)

LANGKAH_4: tuple[Perintah, ...] = (
    *(
        f"ALTER TABLE cetakan ADD COLUMN {kolom}"
        for kolom in (
            "alasan TEXT NOT NULL DEFAULT ''",
            "kertas TEXT NOT NULL DEFAULT ''",
            "rujukan TEXT NOT NULL DEFAULT ''",
            "ulang_dari INTEGER REFERENCES cetakan (id)",
        )
    ),
    """CREATE TABLE bentuk_buku (
        id INTEGER NOT NULL PRIMARY KEY,
        layanan TEXT NOT NULL,
        isi TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL
    )""",
    "CREATE INDEX bentuk_buku_layanan ON bentuk_buku (layanan, id)",
    """CREATE TABLE buku_baris (
        id INTEGER NOT NULL PRIMARY KEY,
        layanan TEXT NOT NULL,
        tahun INTEGER NOT NULL,
        baris INTEGER NOT NULL CHECK (baris >= 1),
        jenis TEXT NOT NULL CHECK (jenis IN ('catat', 'koreksi', 'batal')),
        urut INTEGER,
        permohonan_id INTEGER REFERENCES permohonan (id),
        bentuk_id INTEGER NOT NULL REFERENCES bentuk_buku (id),
        isi TEXT NOT NULL,
        waktu TEXT NOT NULL,
        UNIQUE (layanan, tahun, baris),
        UNIQUE (layanan, tahun, urut),
        CHECK (jenis <> 'catat' OR urut IS NOT NULL),
        CHECK (jenis <> 'koreksi' OR urut IS NULL),
        CHECK (jenis = 'batal' OR permohonan_id IS NOT NULL)
    )""",
    "CREATE INDEX buku_baris_permohonan ON buku_baris (permohonan_id)",
    """CREATE TABLE nomor_cadangan (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL,
        layanan TEXT NOT NULL,
        buku TEXT NOT NULL CHECK (buku IN ('tanda_bukti', 'register')),
        tahun INTEGER NOT NULL,
        urut INTEGER NOT NULL CHECK (urut >= 1),
        nomor TEXT NOT NULL UNIQUE,
        kode_pindai TEXT NOT NULL UNIQUE,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL,
        UNIQUE (layanan, buku, tahun, urut),
        UNIQUE (token, urut)
    )""",
    """CREATE TABLE nomor_cadangan_akhir (
        id INTEGER NOT NULL PRIMARY KEY,
        cadangan_id INTEGER NOT NULL UNIQUE REFERENCES nomor_cadangan (id),
        jenis TEXT NOT NULL CHECK (jenis IN ('dipakai', 'batal')),
        permohonan_id INTEGER REFERENCES permohonan (id),
        alasan TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL,
        CHECK ((jenis = 'dipakai') = (permohonan_id IS NOT NULL)),
        CHECK (jenis = 'dipakai' OR alasan <> '')
    )""",
    """CREATE TABLE tutup_harian (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        tanggal TEXT NOT NULL UNIQUE,
        sampai_urut INTEGER NOT NULL,
        isi TEXT NOT NULL,
        sidik TEXT NOT NULL CHECK (length(sidik) = 64),
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL
    )""",
    isi_buku,
    *(s for t in _TAMBAH_SAJA for s in kunci_tambah_saja(t, "id")),
    # A book has no torn-out line, and nothing is written between two lines.
    """CREATE TRIGGER buku_baris_tanpa_sela BEFORE INSERT ON buku_baris WHEN NEW.baris <> (
        SELECT COALESCE(MAX(baris), 0) + 1 FROM buku_baris
        WHERE layanan = NEW.layanan AND tahun = NEW.tahun
    ) BEGIN SELECT RAISE(ABORT, 'append-only'); END""",
    # A reserved number belongs to the paper on which it stands: only the case of that paper may
    # carry it, and a number that was given out is not reserved.
    """CREATE TRIGGER nomor_bukan_cadangan BEFORE INSERT ON nomor WHEN EXISTS (
        SELECT 1 FROM nomor_cadangan c
        WHERE ((c.layanan = NEW.layanan AND c.buku = NEW.buku
                AND c.tahun = NEW.tahun AND c.urut = NEW.urut) OR c.nomor = NEW.nomor)
            AND NOT EXISTS (
                SELECT 1 FROM nomor_cadangan_akhir a
                WHERE a.cadangan_id = c.id AND a.permohonan_id = NEW.permohonan_id
            )
    ) BEGIN SELECT RAISE(ABORT, 'nomor kembar'); END""",
    """CREATE TRIGGER nomor_cadangan_bukan_nomor BEFORE INSERT ON nomor_cadangan WHEN EXISTS (
        SELECT 1 FROM nomor n
        WHERE (n.layanan = NEW.layanan AND n.buku = NEW.buku
                AND n.tahun = NEW.tahun AND n.urut = NEW.urut) OR n.nomor = NEW.nomor
    ) BEGIN SELECT RAISE(ABORT, 'nomor kembar'); END""",
)
"""SQL statements, and one step in Python that needs the tables before it."""
