"""Step 5 of the schema: what guards the register: office events, hash chain, tries of a PIN."""

from __future__ import annotations

from sooko_desk.data.skema_kunci import Perintah, kunci_tambah_saja

LANGKAH_5: tuple[Perintah, ...] = (
    *(
        f"ALTER TABLE petugas ADD COLUMN {kolom}"
        for kolom in (
            "pin_sekali INTEGER NOT NULL DEFAULT 0",
            "gagal INTEGER NOT NULL DEFAULT 0",
            "gagal_terakhir TEXT NOT NULL DEFAULT ''",
        )
    ),
    # What happens in the office outside any case: who signed in, which key was renewed, what was
    # exported. `petugas_id` is empty where nobody had signed in.
    """CREATE TABLE kejadian_kantor (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        jenis TEXT NOT NULL,
        permohonan_id INTEGER REFERENCES permohonan (id),
        petugas_id INTEGER REFERENCES petugas (id),
        petugas_nama TEXT NOT NULL,
        isi TEXT NOT NULL,
        waktu TEXT NOT NULL
    )""",
    "CREATE INDEX kejadian_kantor_jenis ON kejadian_kantor (jenis, id)",
    "CREATE INDEX kejadian_kantor_permohonan ON kejadian_kantor (permohonan_id)",
    # One row a unit of work: which rows it touched, and the seal over them and the row before.
    """CREATE TABLE rantai (
        urut INTEGER NOT NULL PRIMARY KEY,
        isi TEXT NOT NULL,
        keadaan TEXT NOT NULL,
        waktu TEXT NOT NULL,
        sidik TEXT NOT NULL CHECK (length(sidik) = 64)
    )""",
    """CREATE TRIGGER rantai_tanpa_sela BEFORE INSERT ON rantai WHEN NEW.urut <> (
        SELECT COALESCE(MAX(urut), 0) + 1 FROM rantai
    ) BEGIN SELECT RAISE(ABORT, 'append-only'); END""",
    *kunci_tambah_saja("kejadian_kantor", "id"),
    *kunci_tambah_saja("rantai", "urut"),
)
"""SQL statements."""
