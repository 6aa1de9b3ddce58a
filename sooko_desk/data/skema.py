"""The schema of the register file, step by step. A released step is never edited again.

`PRAGMA user_version` holds the number of steps done; each step runs in one transaction together
with its new number. `tabel` describes the same tables to peewee; a test compares the two.
"""

from __future__ import annotations

from sooko_desk.data.skema_4 import LANGKAH_4
from sooko_desk.data.skema_5 import LANGKAH_5
from sooko_desk.data.skema_kunci import Perintah, kunci_tambah_saja

APPLICATION_ID = 0x534F4F4B  # "SOOK"

_APPEND_ONLY = ("peristiwa", "nomor", "cetakan")

_CARI = "nama_cari, nik, nkk, telepon, nomor_tanda_bukti, nomor_register, kode_pindai"
_CARI_NEW = ", ".join(f"NEW.{k}" for k in _CARI.split(", "))
_CARI_OLD = ", ".join(f"OLD.{k}" for k in _CARI.split(", "))

_LANGKAH_1: tuple[str, ...] = (
    """CREATE TABLE petugas (
        id INTEGER NOT NULL PRIMARY KEY,
        nama TEXT NOT NULL UNIQUE,
        peran TEXT NOT NULL CHECK (peran IN ('operator', 'kasi')),
        pin TEXT NOT NULL,
        aktif INTEGER NOT NULL,
        dibuat TEXT NOT NULL
    )""",
    """CREATE TABLE sop_tersimpan (
        sidik TEXT NOT NULL PRIMARY KEY,
        layanan TEXT NOT NULL,
        tanggal_efektif TEXT NOT NULL,
        teks TEXT NOT NULL,
        disimpan TEXT NOT NULL
    )""",
    """CREATE TABLE permohonan (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        layanan TEXT NOT NULL,
        jenis_kode TEXT NOT NULL,
        jenis_nama TEXT NOT NULL,
        sop_id TEXT NOT NULL REFERENCES sop_tersimpan (sidik),
        posisi TEXT NOT NULL,
        status TEXT NOT NULL,
        menunggu TEXT NOT NULL,
        posisi_sejak TEXT NOT NULL,
        diterima TEXT NOT NULL,
        versi INTEGER NOT NULL,
        nama TEXT NOT NULL,
        nama_cari TEXT NOT NULL,
        nik TEXT NOT NULL,
        nkk TEXT NOT NULL,
        desa TEXT NOT NULL,
        alamat TEXT NOT NULL,
        rt TEXT NOT NULL,
        rw TEXT NOT NULL,
        telepon TEXT NOT NULL,
        pembawa_nama TEXT NOT NULL,
        pembawa_hubungan TEXT NOT NULL,
        pembawa_telepon TEXT NOT NULL,
        pengantar_nomor TEXT NOT NULL,
        pengantar_tanggal TEXT NOT NULL,
        pengantar_penanda TEXT NOT NULL,
        catatan TEXT NOT NULL,
        nomor_tanda_bukti TEXT NOT NULL UNIQUE,
        nomor_register TEXT UNIQUE,
        kode_pindai TEXT NOT NULL UNIQUE
    )""",
    "CREATE INDEX permohonan_posisi ON permohonan (posisi, posisi_sejak)",
    "CREATE INDEX permohonan_nik ON permohonan (nik)",
    "CREATE INDEX permohonan_nkk ON permohonan (nkk)",
    """CREATE TABLE berkas (
        id INTEGER NOT NULL PRIMARY KEY,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        urutan INTEGER NOT NULL,
        kode TEXT NOT NULL,
        nama TEXT NOT NULL,
        sifat TEXT NOT NULL,
        bila TEXT NOT NULL,
        grup TEXT NOT NULL,
        ada INTEGER NOT NULL,
        catatan TEXT NOT NULL,
        UNIQUE (permohonan_id, kode)
    )""",
    """CREATE TABLE isian (
        id INTEGER NOT NULL PRIMARY KEY,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        kunci TEXT NOT NULL,
        nilai TEXT NOT NULL,
        UNIQUE (permohonan_id, kunci)
    )""",
    """CREATE TABLE peristiwa (
        urut INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        langkah TEXT NOT NULL,
        hasil TEXT NOT NULL,
        dari TEXT NOT NULL,
        ke TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        petugas_nama TEXT NOT NULL,
        peran TEXT NOT NULL,
        waktu TEXT NOT NULL,
        alasan TEXT NOT NULL,
        rincian TEXT NOT NULL
    )""",
    "CREATE INDEX peristiwa_permohonan ON peristiwa (permohonan_id, urut)",
    """CREATE TABLE nomor (
        id INTEGER NOT NULL PRIMARY KEY,
        layanan TEXT NOT NULL,
        buku TEXT NOT NULL CHECK (buku IN ('tanda_bukti', 'register')),
        tahun INTEGER NOT NULL,
        urut INTEGER NOT NULL CHECK (urut >= 1),
        nomor TEXT NOT NULL UNIQUE,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        dicatat TEXT NOT NULL,
        UNIQUE (layanan, buku, tahun, urut),
        UNIQUE (permohonan_id, buku)
    )""",
    """CREATE TABLE cetakan (
        id INTEGER NOT NULL PRIMARY KEY,
        permohonan_id INTEGER REFERENCES permohonan (id),
        dokumen TEXT NOT NULL,
        judul TEXT NOT NULL,
        tujuan TEXT NOT NULL,
        salinan INTEGER NOT NULL,
        hasil TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL
    )""",
    "CREATE INDEX cetakan_permohonan ON cetakan (permohonan_id, dokumen)",
    # Trigram search keeps a keystroke under a frame at a million cases; LIKE does not.
    (
        f"CREATE VIRTUAL TABLE cari USING fts5 ({_CARI}, content='permohonan', content_rowid='id', "
        "tokenize='trigram')"
    ),
    (
        f"CREATE TRIGGER cari_masuk AFTER INSERT ON permohonan BEGIN "
        f"INSERT INTO cari (rowid, {_CARI}) VALUES (NEW.id, {_CARI_NEW}); END"
    ),
    (
        f"CREATE TRIGGER cari_ubah AFTER UPDATE OF {_CARI} ON permohonan BEGIN "
        f"INSERT INTO cari (cari, rowid, {_CARI}) VALUES ('delete', OLD.id, {_CARI_OLD}); "
        f"INSERT INTO cari (rowid, {_CARI}) VALUES (NEW.id, {_CARI_NEW}); END"
    ),
    *(s for t in _APPEND_ONLY for s in kunci_tambah_saja(t, "urut" if t == "peristiwa" else "id")),
)

_LANGKAH_2: tuple[str, ...] = (
    *(
        f"ALTER TABLE berkas ADD COLUMN {kolom} NOT NULL DEFAULT {bawaan}"
        for kolom, bawaan in (
            ("bentuk TEXT", "''"),
            ("jumlah INTEGER", "1"),
            ("cocok TEXT", "''"),
            ("diterima TEXT", "''"),
            ("asli_keluar TEXT", "''"),
            ("diperoleh TEXT", "''"),
            ("rupa TEXT", "''"),
            ("dasar TEXT", "''"),
            ("sumber TEXT", "''"),
        )
    ),
    "ALTER TABLE permohonan ADD COLUMN prioritas TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE permohonan ADD COLUMN tunggu_id INTEGER REFERENCES permohonan (id)",
    "ALTER TABLE permohonan ADD COLUMN kunjungan TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX permohonan_nama ON permohonan (nama_cari)",
    "CREATE INDEX permohonan_pengantar ON permohonan (pengantar_nomor)",
    # The few originals that the office holds, among all papers ever handed in.
    (
        "CREATE INDEX berkas_asli ON berkas (permohonan_id) "
        "WHERE bentuk = 'asli' AND ada = 1 AND asli_keluar = ''"
    ),
    # Which papers were missing, by code: an index of the story for the radar, not the story.
    """CREATE TABLE kekurangan (
        id INTEGER NOT NULL PRIMARY KEY,
        peristiwa_id INTEGER NOT NULL REFERENCES peristiwa (urut),
        layanan TEXT NOT NULL,
        jenis_kode TEXT NOT NULL,
        desa TEXT NOT NULL,
        kode TEXT NOT NULL
    )""",
    "CREATE INDEX kekurangan_radar ON kekurangan (layanan, jenis_kode, desa, kode)",
    "CREATE INDEX kekurangan_peristiwa ON kekurangan (peristiwa_id)",
    """CREATE TABLE pengaturan (
        id INTEGER NOT NULL PRIMARY KEY,
        kunci TEXT NOT NULL,
        isi TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL
    )""",
    "CREATE INDEX pengaturan_kunci ON pengaturan (kunci, id)",
    *kunci_tambah_saja("pengaturan", "id"),
)

_LANGKAH_3: tuple[str, ...] = (
    *(
        f"ALTER TABLE permohonan ADD COLUMN {kolom} TEXT NOT NULL DEFAULT ''"
        for kolom in (
            "luar_sistem",
            "luar_kode",
            "luar_nama",
            "luar_referensi",
            "luar_tanggal",
            "tempat",
        )
    ),
    "ALTER TABLE berkas ADD COLUMN diunggah TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE peristiwa ADD COLUMN semula TEXT NOT NULL DEFAULT ''",
    # What lies beside the register: one row a scan, its file is named by `sidik`. A scan that was
    # taken off keeps its row; the file stays for the case's story.
    """CREATE TABLE lampiran (
        id INTEGER NOT NULL PRIMARY KEY,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        berkas_kode TEXT NOT NULL,
        sidik TEXT NOT NULL CHECK (length(sidik) = 64),
        nama TEXT NOT NULL,
        jenis TEXT NOT NULL CHECK (jenis IN ('pdf', 'jpeg', 'png', 'tiff')),
        ukuran INTEGER NOT NULL,
        halaman INTEGER NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL,
        dilepas TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX lampiran_permohonan ON lampiran (permohonan_id)",
    "CREATE INDEX lampiran_sidik ON lampiran (sidik)",
    """CREATE TABLE gangguan (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        sistem TEXT NOT NULL,
        keadaan TEXT NOT NULL CHECK (keadaan IN ('mulai', 'selesai')),
        alasan TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL
    )""",
    """CREATE TABLE kiriman (
        id INTEGER NOT NULL PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        layanan TEXT NOT NULL,
        tahun INTEGER NOT NULL,
        urut INTEGER NOT NULL CHECK (urut >= 1),
        nomor TEXT NOT NULL UNIQUE,
        cara TEXT NOT NULL,
        penerima TEXT NOT NULL,
        petugas_id INTEGER NOT NULL REFERENCES petugas (id),
        waktu TEXT NOT NULL,
        UNIQUE (layanan, tahun, urut)
    )""",
    """CREATE TABLE kiriman_baris (
        id INTEGER NOT NULL PRIMARY KEY,
        kiriman_id INTEGER NOT NULL REFERENCES kiriman (id),
        urutan INTEGER NOT NULL,
        permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
        keadaan TEXT NOT NULL DEFAULT '',
        keadaan_waktu TEXT NOT NULL DEFAULT '',
        catatan TEXT NOT NULL DEFAULT '',
        UNIQUE (kiriman_id, permohonan_id)
    )""",
    "CREATE INDEX kiriman_baris_permohonan ON kiriman_baris (permohonan_id)",
    *kunci_tambah_saja("gangguan", "id"),
    *kunci_tambah_saja("kiriman", "id"),
)

LANGKAH: tuple[tuple[Perintah, ...], ...] = (
    _LANGKAH_1,
    _LANGKAH_2,
    _LANGKAH_3,
    LANGKAH_4,
    LANGKAH_5,
)
"""One tuple a schema version, oldest first: SQL statements, and steps in Python between them."""

VERSI = len(LANGKAH)
