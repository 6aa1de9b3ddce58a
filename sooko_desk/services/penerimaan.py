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
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.services.periksa_penerimaan import read_form

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.periksa_penerimaan import HasilPeriksa
    from sooko_desk.services.rak import RakService
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


class PenerimaanService:
    """Receives applications."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._tabel = tabel
        self._clock = clock

    def list_layanan(self) -> tuple[Sop, ...]:
        """The SOPs in force today, in the order of the tabs."""
        return self._rak.list_berlaku()

    def periksa(self, form: FormPenerimaan) -> HasilPeriksa:
        """Check the whole form as typed; stores nothing."""
        sop = self._rak.find_berlaku(form.layanan)
        return read_form(form, sop, self._tabel, hari_ini(self._clock)).hasil

    def terima(
        self, form: FormPenerimaan, petugas: Petugas, *, peringatan_dilihat: bool = False
    ) -> Permohonan:
        """Store a new case with its *nomor tanda bukti*.

        Raises:
            RuleError: the officer's role does not receive papers.
            FieldsError: fields to put right; nothing is stored.
            PeringatanError: nothing is wrong, but something should be looked at once.
        """
        sop = self._rak.find_berlaku(form.layanan)
        if sop is not None:
            alur.check_peran(sop.awal, petugas.peran)
        baca = read_form(form, sop, self._tabel, hari_ini(self._clock))
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
                    (), kelengkapan.salin_syarat(baca.jenis.syarat, form.berkas), sekarang
                ),
                langkah=gerak.langkah.id,
                hasil=gerak.hasil.id,
                posisi=gerak.ke,
                status=gerak.status,
                menunggu=gerak.menunggu,
                petugas=petugas,
                waktu=sekarang,
                nomor=MintaNomor("tanda_bukti", sop.pola_nomor.tanda_bukti, ke_wib(sekarang).year),
                prioritas=form.prioritas if form.prioritas in PRIORITAS else "",
                tunggu_id=form.tunggu_id,
                kunjungan=form.kunjungan,
            )
        )
        return self._store.permohonan.get(permohonan_id)
