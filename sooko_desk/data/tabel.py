"""The tables of the register as peewee sees them. The schema itself is in `skema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw


class Tabel(pw.Model):
    """The base of all tables."""

    class Meta:
        legacy_table_names = False


class TabelPetugas(Tabel):
    """One officer a row; `pin` is an argon2 hash.

    `pin_sekali` = it must be changed at the next sign-in; `gagal` counts wrong PINs in a row, the
    last of them at `gagal_terakhir` (ISO 8601 in UTC, "" = none).
    """

    id = pw.AutoField()
    nama = pw.TextField(unique=True)
    peran = pw.TextField()
    pin = pw.TextField()
    aktif = pw.BooleanField()
    dibuat = pw.TextField()
    pin_sekali = pw.BooleanField()
    gagal = pw.IntegerField()
    gagal_terakhir = pw.TextField()

    class Meta:
        table_name = "petugas"


class TabelSop(Tabel):
    """The text of an SOP file, kept with the first case that began under it."""

    sidik = pw.TextField(primary_key=True)
    layanan = pw.TextField()
    tanggal_efektif = pw.TextField()
    teks = pw.TextField()
    disimpan = pw.TextField()

    class Meta:
        table_name = "sop_tersimpan"


class TabelPermohonan(Tabel):
    """One case a row; times are ISO 8601 in UTC."""

    id = pw.AutoField()
    token = pw.TextField(unique=True)
    layanan = pw.TextField()
    jenis_kode = pw.TextField()
    jenis_nama = pw.TextField()
    sop = pw.ForeignKeyField(TabelSop)
    posisi = pw.TextField()
    status = pw.TextField()
    menunggu = pw.TextField()
    posisi_sejak = pw.TextField()
    diterima = pw.TextField()
    versi = pw.IntegerField()
    nama = pw.TextField()
    nama_cari = pw.TextField()
    nik = pw.TextField()
    nkk = pw.TextField()
    desa = pw.TextField()
    alamat = pw.TextField()
    rt = pw.TextField()
    rw = pw.TextField()
    telepon = pw.TextField()
    pembawa_nama = pw.TextField()
    pembawa_hubungan = pw.TextField()
    pembawa_telepon = pw.TextField()
    pengantar_nomor = pw.TextField()
    pengantar_tanggal = pw.TextField()
    pengantar_penanda = pw.TextField()
    catatan = pw.TextField()
    nomor_tanda_bukti = pw.TextField(unique=True)
    nomor_register = pw.TextField(unique=True, null=True)
    kode_pindai = pw.TextField(unique=True)
    prioritas = pw.TextField()
    tunggu = pw.ForeignKeyField("self", null=True)
    kunjungan = pw.TextField()
    luar_sistem = pw.TextField()
    luar_kode = pw.TextField()
    luar_nama = pw.TextField()
    luar_referensi = pw.TextField()
    luar_tanggal = pw.TextField()
    tempat = pw.TextField()

    if TYPE_CHECKING:  # made by peewee beside the foreign key; reading it costs no query
        sop_id: str
        tunggu_id: int | None

    class Meta:
        table_name = "permohonan"


class TabelBerkas(Tabel):
    """One line of a case's checklist a row."""

    id = pw.AutoField()
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    urutan = pw.IntegerField()
    kode = pw.TextField()
    nama = pw.TextField()
    sifat = pw.TextField()
    bila = pw.TextField()
    grup = pw.TextField()
    ada = pw.BooleanField()
    catatan = pw.TextField()
    bentuk = pw.TextField()
    jumlah = pw.IntegerField()
    cocok = pw.TextField()
    diterima = pw.TextField()
    asli_keluar = pw.TextField()
    diperoleh = pw.TextField()
    rupa = pw.TextField()
    dasar = pw.TextField()
    sumber = pw.TextField()
    diunggah = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int

    class Meta:
        table_name = "berkas"


class TabelIsian(Tabel):
    """One entered value a row, so that a new SOP field needs no migration."""

    id = pw.AutoField()
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    kunci = pw.TextField()
    nilai = pw.TextField()

    class Meta:
        table_name = "isian"


class TabelPeristiwa(Tabel):
    """One move a row; append-only. `rincian` is a JSON object of words.

    `semula` is what the move changed on papers, as it was before: a JSON object, code -> column ->
    value; "" where it changed none.
    """

    urut = pw.AutoField()
    token = pw.TextField(unique=True)
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    langkah = pw.TextField()
    hasil = pw.TextField()
    dari = pw.TextField()
    ke = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    petugas_nama = pw.TextField()
    peran = pw.TextField()
    waktu = pw.TextField()
    alasan = pw.TextField()
    rincian = pw.TextField()
    semula = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int

    class Meta:
        table_name = "peristiwa"


class TabelNomor(Tabel):
    """One number given out a row; append-only, without gap per service, book and year."""

    id = pw.AutoField()
    layanan = pw.TextField()
    buku = pw.TextField()
    tahun = pw.IntegerField()
    urut = pw.IntegerField()
    nomor = pw.TextField(unique=True)
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    petugas = pw.ForeignKeyField(TabelPetugas)
    dicatat = pw.TextField()

    class Meta:
        table_name = "nomor"


class TabelCetakan(Tabel):
    """One print or saved document a row; append-only. `rujukan` is JSON that rebuilds it."""

    id = pw.AutoField()
    permohonan = pw.ForeignKeyField(TabelPermohonan, null=True)
    dokumen = pw.TextField()
    judul = pw.TextField()
    tujuan = pw.TextField()
    salinan = pw.IntegerField()
    hasil = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()
    alasan = pw.TextField()
    kertas = pw.TextField()
    rujukan = pw.TextField()
    ulang_dari = pw.ForeignKeyField("self", null=True, column_name="ulang_dari")

    if TYPE_CHECKING:
        permohonan_id: int | None
        ulang_dari_id: int | None

    class Meta:
        table_name = "cetakan"


class TabelKekurangan(Tabel):
    """One paper that was missing at one *tidak lengkap* a row."""

    if TYPE_CHECKING:
        kali: int  # the count that `pencarian` asks for

    id = pw.AutoField()
    peristiwa = pw.ForeignKeyField(TabelPeristiwa)
    layanan = pw.TextField()
    jenis_kode = pw.TextField()
    desa = pw.TextField()
    kode = pw.TextField()

    class Meta:
        table_name = "kekurangan"


class TabelPengaturan(Tabel):
    """One change of an office setting a row; append-only, the newest of a key holds."""

    id = pw.AutoField()
    kunci = pw.TextField()
    isi = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "pengaturan"


class TabelLampiran(Tabel):
    """One scan a row; the file beside the register is named by `sidik` (SHA-256, hex)."""

    id = pw.AutoField()
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    berkas_kode = pw.TextField()
    sidik = pw.TextField()
    nama = pw.TextField()
    jenis = pw.TextField()
    ukuran = pw.IntegerField()
    halaman = pw.IntegerField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()
    dilepas = pw.TextField()

    if TYPE_CHECKING:
        permohonan_id: int

    class Meta:
        table_name = "lampiran"


class TabelGangguan(Tabel):
    """One beginning or end of an outage of another system a row; append-only."""

    id = pw.AutoField()
    token = pw.TextField(unique=True)
    sistem = pw.TextField()
    keadaan = pw.TextField()
    alasan = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "gangguan"


class TabelKiriman(Tabel):
    """One daftar pengiriman a row; append-only, without gap per service and year."""

    id = pw.AutoField()
    token = pw.TextField(unique=True)
    layanan = pw.TextField()
    tahun = pw.IntegerField()
    urut = pw.IntegerField()
    nomor = pw.TextField(unique=True)
    cara = pw.TextField()
    penerima = pw.TextField()
    petugas = pw.ForeignKeyField(TabelPetugas)
    waktu = pw.TextField()

    class Meta:
        table_name = "kiriman"


class TabelKirimanBaris(Tabel):
    """One case of a daftar pengiriman a row; `keadaan` is what came of it."""

    id = pw.AutoField()
    kiriman = pw.ForeignKeyField(TabelKiriman)
    urutan = pw.IntegerField()
    permohonan = pw.ForeignKeyField(TabelPermohonan)
    keadaan = pw.TextField()
    keadaan_waktu = pw.TextField()
    catatan = pw.TextField()

    if TYPE_CHECKING:
        kiriman_id: int
        permohonan_id: int

    class Meta:
        table_name = "kiriman_baris"
