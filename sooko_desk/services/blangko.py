"""The power-cut pad: intake slips with reserved numbers, printed before they are needed.

Numbers are official, so the Kasi reserves and voids them; every officer prints a pad again, and
who takes in papers types the slips in afterwards.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.domain import alur
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.sop import Peran, SifatSyarat
from sooko_desk.domain.tanggal import sebut_saat_panjang
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.hak_pengaturan import GANTI_PETUGAS, may_edit
from sooko_desk.services.pencetakan import BATAS_RIWAYAT, Dokumen, check_tercetak
from sooko_desk.services.pola_nomor import TANDA_BUKTI, find_pola
from sooko_desk.services.rujukan import pada_kertas, susun_rujukan
from sooko_desk.services.tahun_buku import find_tahun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.nomor_cadangan import NomorCadangan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService

TERBANYAK = 50
"""Slips of one pad."""
PANJANG_ALASAN = 120
BERKAS_TERBANYAK = 11
"""Papers to tick on a slip; one more line is for the pen."""
DOKUMEN = "blangko"
HANYA_KASI = f"Hanya {Peran.KASI.nama} yang memesan dan membatalkan nomor blangko. {GANTI_PETUGAS}"


@dataclass(frozen=True, slots=True)
class BlangkoTerbuka:
    """A slip that nobody has typed in or voided.

    Attributes:
        umur: days since its number was reserved; 0 = today.
    """

    slip: NomorCadangan
    umur: int


class BlangkoService:
    """Reserves, lists, voids and prints the slips."""

    def __init__(self, store: Store, rak: RakService, kop: KopDokumen, clock: Clock) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._clock = clock

    def pesan(
        self, token: str, layanan: str, banyak: int, petugas: Petugas, tahun: int | None = None
    ) -> tuple[NomorCadangan, ...]:
        """Reserve the next receipt numbers of a service; a token known gives the same ones.

        Args:
            token: made when the fields were shown.
            layanan: id of the service.
            banyak: how many.
            petugas: the Kasi.
            tahun: one of `list_tahun`; None = the open book. Of an earlier book they are for
                papers that came in its year and were not typed in then.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: "layanan", "banyak" or "tahun".
        """
        _require_kasi(petugas)
        sop = self._rak.find_berlaku(layanan)
        boleh = self.list_tahun()
        tahun = boleh[0] if tahun is None else tahun
        galat = {}
        if sop is None:
            galat["layanan"] = "Pilih layanan dulu."
        if not 1 <= banyak <= TERBANYAK:
            galat["banyak"] = f"Tulis 1 sampai {TERBANYAK} lembar."
        if tahun not in boleh:
            galat["tahun"] = f"Buku {tahun} tidak dapat dipesan nomornya lagi."
        if sop is None or galat:
            raise FieldsError(galat)
        sekarang = self._clock.now()
        pola = find_pola(self._store, sop, TANDA_BUKTI)
        baru = CadanganBaru(token, layanan, pola, tahun, banyak, petugas, sekarang)
        return self._store.nomor_cadangan.pesan(baru)

    def list_tahun(self) -> tuple[int, ...]:
        """Books whose numbers can be reserved: the open one, then the one before it, if any."""
        terbuka = find_tahun(self._store, self._clock.now())
        lama = self._store.tahun_buku.find_sebelum(terbuka)
        return (terbuka,) if lama is None else (terbuka, lama)

    def batalkan(self, slip_id: int, alasan: str, petugas: Petugas) -> NomorCadangan:
        """Void the number of a slip that is spoilt, lost or not needed.

        Raises:
            RuleError: the officer is not the Kasi, or the number is used.
            FieldsError: "alasan" is empty or too long.
            UserError: the reason holds a letter that cannot be printed.
        """
        _require_kasi(petugas)
        bersih = " ".join(alasan.split())
        if not bersih:
            raise FieldsError({"alasan": "Tulis alasannya, misalnya: lembar sobek."})
        if len(bersih) > PANJANG_ALASAN:
            raise FieldsError(
                {
                    "alasan": f"Alasan paling banyak {PANJANG_ALASAN} huruf; yang terketik "
                    f"{len(bersih)}."
                }
            )
        check_tercetak(bersih, "Alasan")
        store = self._store.nomor_cadangan
        return store.batalkan(slip_id, bersih, petugas, self._clock.now())

    def list_terbuka(self) -> tuple[BlangkoTerbuka, ...]:
        """The slips that are still to be typed in or voided, oldest first."""
        hari = hari_ini(self._clock)
        return tuple(
            BlangkoTerbuka(slip, max(0, (hari - ke_wib(slip.waktu).date()).days))
            for slip in self._store.nomor_cadangan.list_terbuka()
        )

    def find(self, kode: str) -> NomorCadangan | None:
        """The slip that carries that scan code; None = there is none."""
        return self._store.nomor_cadangan.find_kode_pindai(kode)

    def find_berikut(self, kode: str) -> NomorCadangan | None:
        """The next open slip of the same pad; None = it was the last one."""
        slip = self.find(kode)
        if slip is None:
            return None
        sepad = self._store.nomor_cadangan.list_token(slip.token)
        return next((s for s in sepad if s.urut > slip.urut and not s.akhir), None)

    def check_susulan(self, slip: NomorCadangan, petugas: Petugas) -> None:
        """Refuse a slip that cannot be typed in (any more), or not by this officer.

        Raises:
            RuleError: it is voided or used, or the officer does not take in papers.
        """
        if slip.akhir:
            raise RuleError(_sebut_akhir(slip))
        sop = self._rak.find_berlaku(slip.layanan)
        if sop is None:
            raise RuleError(_sebut_tanpa_sop(slip.layanan))
        alur.check_peran(sop.awal, petugas.peran)

    def build(self, token: str, kertas: Kertas | None = None) -> Dokumen:
        """The open slips of one pad; from the second print on they say "SALINAN ke-n".

        Raises:
            RuleError: no slip of that pad is open any more.
        """
        from sooko_desk.printing import blangko
        from sooko_desk.printing.blangko import BlangkoData

        terbuka = [s for s in self._store.nomor_cadangan.list_token(token) if not s.akhir]
        if not terbuka:
            raise RuleError(
                "Semua nomor blangko ini sudah diketik atau dibatalkan, jadi tidak ada yang "
                "dicetak."
            )
        layanan = terbuka[0].layanan
        sop = self._rak.find_terakhir(layanan)
        if sop is None:
            raise RuleError(_sebut_tanpa_sop(layanan))
        rujukan = susun_rujukan(DOKUMEN, token=token)
        salinan = self._count_keluar(rujukan)
        data = [
            BlangkoData(
                kop=self._kop.kop(slip.waktu, sop),
                nama_layanan=sop.nama_layanan,
                nomor=slip.nomor,
                kode_pindai=slip.kode_pindai,
                salinan=salinan,
                dipesan=sebut_saat_panjang(slip.waktu),
                alasan=tuple(f"{j.kode} {j.nama}" for j in sop.jenis),
                berkas=list_berkas_lazim(sop),
            )
            for slip in terbuka
        ]
        return Dokumen(
            DOKUMEN,
            sebut_blangko(terbuka),
            f"blangko-{terbuka[0].kode_pindai}.pdf",
            blangko.render([pada_kertas(satu, kertas) for satu in data]),
            rujukan=rujukan,
            salinan=salinan,
        )

    def _count_keluar(self, rujukan: str) -> int:
        saring = SaringCetakan(dokumen=DOKUMEN)
        semua = self._store.cetakan.list_cetakan(BATAS_RIWAYAT, saring)
        return sum(b.rujukan == rujukan and b.hasil != "gagal" for b in semua)


def sebut_blangko(slip: Sequence[NomorCadangan]) -> str:
    """Name slips of one pad, at least one, e.g. "Blangko TB-KK-2026-00031 sampai 00034"."""
    pertama, terakhir = slip[0], slip[-1]
    kata = f"Blangko {pertama.kode_pindai}"
    if pertama is terakhir:
        return kata
    return f"{kata} sampai {terakhir.kode_pindai.rpartition('-')[2]}"


def list_berkas_lazim(sop: Sop) -> tuple[str, ...]:
    """The papers asked for most often, by their usual names: what must be brought comes first."""
    wajib: Counter[str] = Counter()
    semua: Counter[str] = Counter()
    nama: dict[str, Counter[str]] = {}
    for syarat in (
        s for jenis in sop.jenis for s in jenis.syarat if s.sifat is not SifatSyarat.CATATAN
    ):
        semua[syarat.kode] += 1
        wajib[syarat.kode] += syarat.sifat is SifatSyarat.WAJIB
        nama.setdefault(syarat.kode, Counter())[syarat.nama] += 1
    urut = sorted(semua, key=lambda kode: (-wajib[kode], -semua[kode]))
    return tuple(nama[kode].most_common(1)[0][0] for kode in urut[:BERKAS_TERBANYAK])


def _require_kasi(petugas: Petugas) -> None:
    if not may_edit(petugas):
        raise RuleError(HANYA_KASI)


def _sebut_akhir(slip: NomorCadangan) -> str:
    if slip.permohonan_id is not None:
        return f"Blangko {slip.kode_pindai} sudah diketik."
    return (
        f"Blangko {slip.kode_pindai} sudah dibatalkan: {slip.alasan}. "
        "Bila berkasnya ada, terima sebagai permohonan baru."
    )


def _sebut_tanpa_sop(layanan: str) -> str:
    return f"Tidak ada SOP {layanan} yang berlaku. Periksa berkas SOP, lalu buka ulang program."
