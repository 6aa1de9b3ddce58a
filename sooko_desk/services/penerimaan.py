"""Step 1 of both SOPs: receive the papers, give the case its number.

`periksa` looks at the form without storing; `terima` checks again and stores everything or
nothing in one unit of work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import MintaNomor, PenerimaanBaru
from sooko_desk.domain import alur, kelengkapan
from sooko_desk.domain.errors import FieldsError, PeringatanError
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.jam import hari_periksa
from sooko_desk.services.periksa_penerimaan import read_form
from sooko_desk.services.pola_nomor import TANDA_BUKTI, find_pola
from sooko_desk.services.susulan import read_susulan
from sooko_desk.services.tahun_buku import find_tahun

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.kunci_kertas import KunciKertasService
    from sooko_desk.services.periksa_penerimaan import FormTerbaca, HasilPeriksa
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.susulan import SusulanTerbaca
    from sooko_desk.sop.tabel import Tabel

PRIORITAS = {"lansia": "Lansia", "difabel": "Difabel", "hamil": "Ibu hamil"}
"""Who is served first, as stored -> in words."""


@dataclass(frozen=True, slots=True)
class FormPenerimaan:
    """The intake form exactly as typed; field names are the ids of messages.

    Attributes:
        token: made when the form was emptied; the same form saved twice gives one case.
        layanan: id of the service, "" = not chosen.
        jenis: F-1.02 code, "" = not chosen.
        berkas: marks on the papers of the chosen type.
        prioritas: "lansia", "difabel", "hamil" or "".
        tunggu_id: the case of the same family that this one waits for; None = none.
        kunjungan: shared by the forms of one visit; "" = a single one.
        blangko: scan code of the slip that is typed in afterwards; "" = none.
        blangko_tanggal, blangko_pukul: when the papers came, as the slip says (WIB).
    """

    token: str
    layanan: str = ""
    jenis: str = ""
    nik: str = ""
    nama: str = ""
    nkk: str = ""
    desa: str = ""
    alamat: str = ""
    rt: str = ""
    rw: str = ""
    telepon: str = ""
    pembawa_nama: str = ""
    pembawa_hubungan: str = ""
    pembawa_telepon: str = ""
    pengantar_nomor: str = ""
    pengantar_tanggal: str = ""
    pengantar_penanda: str = ""
    catatan: str = ""
    berkas: tuple[TandaBerkas, ...] = ()
    prioritas: str = ""
    tunggu_id: int | None = None
    kunjungan: str = ""
    blangko: str = ""
    blangko_tanggal: str = ""
    blangko_pukul: str = ""


class PenerimaanService:
    """Receives applications."""

    def __init__(
        self,
        store: Store,
        rak: RakService,
        tabel: Tabel,
        clock: Clock,
        kunci_kertas: KunciKertasService,
    ) -> None:
        self._store = store
        self._kunci_kertas = kunci_kertas
        self._rak = rak
        self._tabel = tabel
        self._clock = clock

    def list_layanan(self) -> tuple[Sop, ...]:
        """The SOPs in force today, in the order of the tabs."""
        return self._rak.list_berlaku()

    def periksa(self, form: FormPenerimaan) -> HasilPeriksa:
        """Check the whole form as typed; stores nothing."""
        return self._baca(form, self._rak.find_berlaku(form.layanan))[0].hasil

    def terima(
        self, form: FormPenerimaan, petugas: Petugas, *, peringatan_dilihat: bool = False
    ) -> Permohonan:
        """Store a new case with its *nomor tanda bukti*; of a slip, the number that it carries.

        Raises:
            RuleError: no recovery code is on paper yet, the officer's role does not receive
                papers, or the slip is used or voided.
            FieldsError: fields to put right; nothing is stored.
            PeringatanError: nothing is wrong, but something should be looked at once.
        """
        self._kunci_kertas.require_siap()
        sop = self._rak.find_berlaku(form.layanan)
        if sop is not None:
            alur.check_peran(sop.awal, petugas.peran)
        baca, susulan = self._baca(form, sop)
        if baca.hasil.galat or sop is None or baca.jenis is None:
            raise FieldsError(baca.hasil.galat)
        if baca.hasil.peringatan and not peringatan_dilihat:
            raise PeringatanError(baca.hasil.peringatan)
        gerak = alur.get_gerak(sop, sop.awal.id, (), sop.awal.id, sop.awal.hasil[0].id)
        sekarang = self._clock.now()
        permohonan_id = self._store.permohonan.simpan_penerimaan(
            PenerimaanBaru(
                token=form.token,
                sop=sop,
                jenis_kode=baca.jenis.kode,
                jenis_nama=baca.jenis.nama,
                pemohon=baca.pemohon,
                pembawa=baca.pembawa,
                pengantar=baca.pengantar,
                catatan=baca.catatan,
                berkas=kelengkapan.beri_tanggal(
                    (), kelengkapan.salin_syarat(baca.jenis.syarat, form.berkas), susulan.waktu
                ),
                langkah=gerak.langkah.id,
                hasil=gerak.hasil.id,
                posisi=gerak.ke,
                status=gerak.status,
                menunggu=gerak.menunggu,
                petugas=petugas,
                waktu=susulan.waktu,
                nomor=MintaNomor(
                    TANDA_BUKTI,
                    find_pola(self._store, sop, TANDA_BUKTI),
                    find_tahun(self._store, sekarang),
                ),
                prioritas=form.prioritas if form.prioritas in PRIORITAS else "",
                tunggu_id=form.tunggu_id,
                kunjungan=form.kunjungan,
                rincian=susulan.sebut(sekarang, petugas),
                susulan=susulan.susun(sekarang),
            )
        )
        return self._store.permohonan.get(permohonan_id)

    def _baca(self, form: FormPenerimaan, sop: Sop | None) -> tuple[FormTerbaca, SusulanTerbaca]:
        """The form, judged on the day that its papers came, and the slip it is typed in from."""
        susulan = read_susulan(form, self._store, self._clock.now())
        hari = hari_periksa(self._store, self._clock)
        if susulan.slip is not None:
            hari = ke_wib(susulan.waktu).date()
        baca = read_form(form, sop, self._tabel, hari)
        baca.hasil.galat.update(susulan.galat)
        return baca, susulan
