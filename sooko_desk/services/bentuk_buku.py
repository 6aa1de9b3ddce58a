"""The form of the register books: which columns, in which order, how many rows and pages.

Only the Kasi changes it, and a change begins a new page: what is written keeps the form it has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from sooko_desk.domain.buku import (
    KOLOM_NOMOR,
    KOLOM_PENA,
    KOLOM_URUT,
    list_halaman,
    list_salah_bentuk,
    make_bentuk_awal,
)
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.hak_pengaturan import require_kasi
from sooko_desk.services.pdfium import gambar_halaman_pdf
from sooko_desk.services.pencetakan import check_tercetak
from sooko_desk.services.tahun_buku import find_tahun
from sooko_desk.services.tugas_buku import find_judul, get_bentuk, susun_kolom

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.buku import BentukBuku, HalamanBuku
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService

BUKU_REGISTER = "buku register"
"""What is changed, in words."""
CONTOH = {
    "nomor_tanda_bukti": "471.14/TB-12/416-313/2026",
    "nama": "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS",
    "nik": "************9001",
    "nkk": "************9002",
    "kepala_keluarga": "BAGUS TRI WAHYUDI",
    "desa": "Ngingasrembyong",
    "rt_rw": "003/002",
    "alamat": "Jl. Contoh Raya No. 12, Dusun Misal",
    "jenis": "I.A.1 Membentuk Keluarga Baru",
    "berkas": "7",
    "petugas": "Rini Contoh",
    "nkk_baru": "************9003",
    "status_rekam": "Sudah",
}
"""Words of an invented case, by column; other columns hold a day."""
BARIS_CONTOH = 3


@dataclass(frozen=True, slots=True)
class BentukSemua:
    """The forms of all books, by service in the order of the SOPs."""

    buku: tuple[tuple[str, BentukBuku], ...]

    def get(self, layanan: str) -> BentukBuku:
        """The form of one book; KeyError when there is none."""
        return dict(self.buku)[layanan]

    def ganti(self, layanan: str, bentuk: BentukBuku) -> BentukSemua:
        """The same with another form of one book."""
        return BentukSemua(tuple((k, bentuk if k == layanan else b) for k, b in self.buku))


class BentukBukuService:
    """Reads and changes the forms."""

    def __init__(self, store: Store, rak: RakService, kop: KopDokumen, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._kop = kop
        self._clock = clock

    def get_semua(self) -> BentukSemua:
        """What the next line of each book gets; stored forms have an id, others 0."""
        return BentukSemua(
            tuple((s.layanan, get_bentuk(self._store, s.layanan)) for s in self._rak.list_bawaan())
        )

    def check(self, semua: BentukSemua) -> dict[str, str]:
        """What is wrong: "<service>.<field of `list_salah_bentuk`>" -> sentence; {} = nothing."""
        salah: dict[str, str] = {}
        for layanan, bentuk in semua.buku:
            rapi = _rapikan(bentuk)
            per_bidang = list_salah_bentuk(layanan, rapi)
            for n, kolom in enumerate(rapi.kolom, start=1):
                try:
                    check_tercetak(kolom.judul, "Judul kolom")
                except UserError as galat:
                    per_bidang.setdefault(f"kolom.{n}.judul", str(galat))
            salah |= {f"{layanan}.{bidang}": kalimat for bidang, kalimat in per_bidang.items()}
        return salah

    def simpan_semua(self, semua: BentukSemua, petugas: Petugas) -> None:
        """Let these forms hold for the lines to come; a form that is the same stays.

        Raises:
            RuleError: this is not the Kasi.
            FieldsError: by field as in `check`; nothing is stored.
        """
        require_kasi(petugas, BUKU_REGISTER)
        if salah := self.check(semua):
            raise FieldsError(salah)
        baru = {
            layanan: _rapikan(bentuk)
            for layanan, bentuk in semua.buku
            if not _is_sama(bentuk, get_bentuk(self._store, layanan))
        }
        self._store.buku.simpan_semua_bentuk(baru, petugas, self._clock.now())

    def kembalikan(self, petugas: Petugas) -> None:
        """Let the form hold that every book begins with. RuleError: this is not the Kasi."""
        kini = self.get_semua()
        awal = make_bentuk_awal()
        self.simpan_semua(BentukSemua(tuple((k, awal) for k, _ in kini.buku)), petugas)

    def is_bawaan(self) -> bool:
        """Whether every book has the form that it begins with."""
        awal = make_bentuk_awal()
        return all(_is_sama(bentuk, awal) for _, bentuk in self.get_semua().buku)

    def is_beda(self, layanan: str, bentuk: BentukBuku) -> bool:
        """Whether storing this form would begin a new page."""
        return not _is_sama(bentuk, get_bentuk(self._store, layanan))

    def find_halaman_terbuka(self, layanan: str) -> HalamanBuku | None:
        """The page of the open book that a new form would close half empty; None = none."""
        tahun = find_tahun(self._store, self._clock.now())
        ruas = self._store.buku.list_ruas(layanan, tahun)
        terakhir = next(reversed(list_halaman(ruas)), None)
        return None if terakhir is None or terakhir.tertutup else terakhir

    def build_contoh(self, layanan: str, bentuk: BentukBuku) -> bytes:
        """A page of that form with invented lines, as PDF.

        Raises:
            FieldsError: the form cannot be printed; by field as in `list_salah_bentuk`.
        """
        from sooko_desk.printing import buku_register

        if salah := self.check(BentukSemua(((layanan, bentuk),))):
            raise FieldsError({k.removeprefix(f"{layanan}."): v for k, v in salah.items()})
        kini = self._clock.now()
        hari = ke_wib(kini).date()
        halaman = buku_register.HalamanRegister(
            kop=self._kop.kop(kini),
            judul=find_judul(self._rak, layanan, hari),
            tahun=hari.year,
            sebutan=f"Jilid 1 · Halaman 1 dari {bentuk.halaman_jilid}",
            kolom=susun_kolom(_rapikan(bentuk)),
            per_halaman=bentuk.per_halaman,
            baris=tuple(
                _baris_contoh(bentuk, n, tanggal_pendek(hari)) for n in range(1, BARIS_CONTOH + 1)
            ),
            pindahan=0,
            tercatat=BARIS_CONTOH,
            penanda_tangan=self._kop.penanda_tangan(kini),
            catatan="Contoh halaman: orang dan nomornya karangan.",
        )
        return buku_register.render(buku_register.BukuRegisterData((halaman,)))

    def gambar_contoh(self, layanan: str, bentuk: BentukBuku, lebar_px: int) -> bytes:
        """The page of `build_contoh` as PNG of that width; raises as that does."""
        isi = self.build_contoh(layanan, bentuk)
        hasil = BytesIO()
        gambar_halaman_pdf(isi, 1, (lebar_px, lebar_px)).save(hasil, "PNG", compress_level=1)
        return hasil.getvalue()


def _baris_contoh(bentuk: BentukBuku, nomor: int, tanggal: str) -> tuple[str, ...]:
    isi = dict.fromkeys(KOLOM_PENA, "") | CONTOH
    isi |= {KOLOM_URUT: str(nomor), KOLOM_NOMOR: f"471.14/{nomor}/416-313/2026"}
    return tuple(isi.get(k.id, tanggal) for k in bentuk.kolom)


def _rapikan(bentuk: BentukBuku) -> BentukBuku:
    """Blanks of the headings put in order."""
    kolom = tuple(replace(k, judul=" ".join(k.judul.split())) for k in bentuk.kolom)
    return replace(bentuk, kolom=kolom)


def _is_sama(bentuk: BentukBuku, lain: BentukBuku) -> bool:
    """Whether pages of both look alike."""
    return replace(_rapikan(bentuk), id=lain.id) == lain
