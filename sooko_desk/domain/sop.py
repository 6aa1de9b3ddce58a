"""An SOP as frozen values: the sheet's own words, the steps, the request types, the papers.

Built by `sooko_desk.sop` from one TOML file a version; read by every other room. Which move is
open to whom is decided in `alur`, not here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

SELESAI = "selesai"
"""Target of an outcome that closes the case."""


class Peran(StrEnum):
    """The two roles that sign in at the counter PC."""

    OPERATOR = "operator"
    KASI = "kasi"

    @property
    def nama(self) -> str:
        """The role in the office's words."""
        return "Operator" if self is Peran.OPERATOR else "Kasi Pelayanan"


class SifatSyarat(StrEnum):
    """How binding a paper is. Papers of one `grup` stand for each other ("A atau B")."""

    WAJIB = "wajib"
    BERSYARAT = "bersyarat"
    CATATAN = "catatan"
    """A condition to look at, not a paper to hand in; never blocks *lengkap*."""


class JenisIsian(StrEnum):
    """Kind of an entry field; decides its widget and its check."""

    TEKS = "teks"
    NAMA = "nama"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    NIK = "nik"
    NKK = "nkk"
    TELEPON = "telepon"
    TABEL = "tabel"
    """Rows of fields, e.g. the members of a family; see `Isian.kolom`."""


@dataclass(frozen=True, slots=True)
class Syarat:
    """One paper (or condition) that a request type asks for.

    Attributes:
        kode: stable id within the request type, e.g. "F-1.02" or "pengantar_desa".
        bila: condition in words for a `bersyarat` paper, e.g. "bila orang asing"; "" otherwise.
        grup: papers with the same non-empty group stand for each other; one of them is enough.
        keyakinan: "tinggi", "sedang" or "rendah" (see the shared DOMAIN page).
        diperoleh: where the applicant gets it, e.g. "Balai desa".
        rupa: what it must look like, e.g. "Fotokopi jelas, seluruh halaman".
    """

    kode: str
    nama: str
    sifat: SifatSyarat
    bila: str = ""
    grup: str = ""
    dasar: str = ""
    sumber: str = ""
    keyakinan: str = "sedang"
    diperoleh: str = ""
    rupa: str = ""


@dataclass(frozen=True, slots=True)
class JenisPermohonan:
    """A reason of request, coded as on form F-1.02 (e.g. "I.A.1")."""

    kode: str
    nama: str
    kelompok: str
    syarat: tuple[Syarat, ...]


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One choice of a code table: the code that is stored, the words that are shown."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class Isian:
    """One field that a step asks for.

    Attributes:
        id: key under which the value is stored, unique within the SOP.
        untuk: codes of the request types that ask for it; empty = all.
        dari: intake value offered as the first value: "nama", "nik", "nkk", "alamat", "rt", "rw",
            "desa", "telepon", and what the NIK says: "tanggal_lahir" (ISO, where the century is
            not in doubt) and "jenis_kelamin" ("1" Laki-laki, "2" Perempuan, as on F-1.01);
            "" = none.
            Of a column: offered in the first row of a whole family.
        panjang: most characters.
        terkecil: smallest number of an `ANGKA`, e.g. 1 for sheets printed.
        mendatang: a `TANGGAL` may lie after today, e.g. when a passport expires.
        kolom: the columns of a `TABEL`, themselves fields of any other kind; empty otherwise.
        aturan: which rules tie the rows together: "keluarga" (a whole family), "anggota" (some
            members of one, without its head); see `keluarga`. "" = none.
        baris_min: fewest rows of a required `TABEL`.
        siak: False = not typed into SIAK, so not offered by the companion. The order of the
            fields is the order in SIAK; a table goes row by row.
    """

    id: str
    label: str
    jenis: JenisIsian
    wajib: bool = False
    pilihan: tuple[Pilihan, ...] = ()
    untuk: tuple[str, ...] = ()
    dari: str = ""
    panjang: int = 60
    terkecil: int = 0
    mendatang: bool = False
    bantuan: str = ""
    kolom: tuple[Isian, ...] = ()
    aturan: str = ""
    baris_min: int = 0
    siak: bool = True


@dataclass(frozen=True, slots=True)
class Hasil:
    """One outcome of a step and where it leads.

    Attributes:
        id: e.g. "lengkap"; unique within its step.
        label: words on the button, e.g. "Lengkap".
        ke: id of the next step, or `SELESAI`.
        status: words for the case's state after this outcome; "" = the next step's `status`.
        wajib: what the officer must give: "alasan", "berkas" (every required paper is there),
            "kurang" (at least one required paper missing, or a reason). The step's own fields
            are checked on every outcome that goes forward.
        mundur: True when the outcome sends the case back.
        menunggu: who has the case then: "pemohon", "dispendukcapil" or "" (the office).
        pintasan: one letter, e.g. "L"; "" = none.
    """

    id: str
    label: str
    ke: str
    status: str = ""
    wajib: frozenset[str] = frozenset()
    mundur: bool = False
    menunggu: str = ""
    pintasan: str = ""


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of the SOP's table, or (``nomor`` None) a step after the sheet ends.

    Attributes:
        nama: two or three words for screen and receipt, e.g. "Periksa kelengkapan".
        nomor: row number on the sheet; None = outside the SOP clock.
        kegiatan: the sheet's own sentence.
        pelaksana: heading of the sheet's actor column, verbatim.
        pelaksana_disimpulkan: True when the flow-chart mark is not readable and the actor inferred.
        peran: the roles that record this step at the counter PC.
        waktu_menit: norm in office minutes; None = the sheet gives none, never late.
        keterangan: the sheet's KET column.
        status: words for a case that waits for this step.
        layar: tab that performs it: "penerimaan", "kelengkapan", "entri_data" or "pencetakan".
        nomor_buku: "register" where this step's forward outcome takes the register number.
        boleh_dahulu: ids of later steps that may be recorded while the case waits here.
        perlu_siak: the step needs SIAK; its clock stops while SIAK is down.
        bagian: what the screens add to the step: "unggah" (papers are ticked as uploaded),
            "kirim" (goes out in a batch), "luar" (Dispendukcapil has it), "serah" (hand-over).
        tolak: standard reasons of the outcomes that refuse; empty = free words only.
    """

    id: str
    nama: str
    nomor: int | None
    kegiatan: str
    pelaksana: str
    peran: frozenset[Peran]
    kelengkapan: str
    waktu_menit: int | None
    output: str
    keterangan: str
    status: str
    layar: str
    hasil: tuple[Hasil, ...]
    isian: tuple[Isian, ...] = ()
    nomor_buku: str = ""
    boleh_dahulu: tuple[str, ...] = ()
    pelaksana_disimpulkan: bool = False
    perlu_siak: bool = False
    bagian: str = ""
    tolak: tuple[Pilihan, ...] = ()

    def get_hasil(self, hasil_id: str) -> Hasil:
        """Return the outcome; KeyError when this step has none of that id."""
        for hasil in self.hasil:
            if hasil.id == hasil_id:
                return hasil
        raise KeyError(hasil_id)

    def list_isian(self, jenis_kode: str) -> tuple[Isian, ...]:
        """The fields that this step asks for in a request of that type, in sheet order."""
        return tuple(i for i in self.isian if not i.untuk or jenis_kode in i.untuk)


@dataclass(frozen=True, slots=True)
class LembarSop:
    """The head of the sheet, word for word (scanning slips mended and listed in the file).

    Attributes:
        kolom_pelaksana: headings of the actor columns, left to right.
        ralat: every mended slip as "terbaca → ditulis (alasan)".
    """

    kop: tuple[str, ...]
    unit: str
    nama_sop: str
    nomor: str
    tanggal_pembuatan: dt.date
    tanggal_revisi: dt.date
    tanggal_efektif: dt.date
    pengesah_nama: str
    pengesah_pangkat: str
    pengesah_nip: str
    dasar_hukum: tuple[str, ...]
    kualifikasi_pelaksana: tuple[str, ...]
    keterkaitan: tuple[str, ...]
    peralatan: tuple[str, ...]
    peringatan: str
    pencatatan: str
    judul_tabel: str
    kolom_pelaksana: tuple[str, ...]
    ralat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolaNomor:
    """Number patterns of one service: `{urut}` and `{tahun}` are filled in, see `nomor`."""

    tanda_bukti: str
    register: str


@dataclass(frozen=True, slots=True)
class Sop:
    """One SOP in one version. Two versions of a service differ in `lembar.tanggal_efektif`.

    Attributes:
        layanan: id of the service and short name on screen, e.g. "KK".
        nama_layanan: e.g. "Kartu Keluarga (KK)".
        nama_register: title of the register book the sheet names.
        langkah: the sheet's rows in order, then the steps after the sheet.
        sidik: SHA-256 (hex) of the file's text: the identity that a case keeps.
        teks: the file's text itself, stored with the first case that uses it.
    """

    layanan: str
    nama_layanan: str
    nama_register: str
    lembar: LembarSop
    pola_nomor: PolaNomor
    langkah: tuple[Langkah, ...]
    jenis: tuple[JenisPermohonan, ...]
    urutan: int = 0
    sidik: str = field(default="", compare=False)
    teks: str = field(default="", compare=False, repr=False)

    def get_langkah(self, langkah_id: str) -> Langkah:
        """Return the step; KeyError when the SOP has none of that id."""
        for langkah in self.langkah:
            if langkah.id == langkah_id:
                return langkah
        raise KeyError(langkah_id)

    def get_jenis(self, kode: str) -> JenisPermohonan:
        """Return the request type with that F-1.02 code; KeyError when there is none."""
        for jenis in self.jenis:
            if jenis.kode == kode:
                return jenis
        raise KeyError(kode)

    @property
    def awal(self) -> Langkah:
        """The step that opens a case (row 1: receiving the papers)."""
        return self.langkah[0]
