"""All services of one open register, made by `app.build` and handed to the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.asli import AsliService
    from sooko_desk.services.cetak_kekurangan import CetakKekuranganService
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.pemohon_lama import PemohonLamaService
    from sooko_desk.services.pencetakan import PencetakanService
    from sooko_desk.services.penerimaan import PenerimaanService
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.services.radar import RadarService
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.register import RegisterService
    from sooko_desk.services.syarat import SyaratService
    from sooko_desk.services.temuan import TemuanService
    from sooko_desk.sop.tabel import Tabel


@dataclass(frozen=True, slots=True)
class Meja:
    """The counter: everything the window may ask for."""

    petugas: PetugasService
    penerimaan: PenerimaanService
    alur: AlurKerjaService
    register: RegisterService
    pencetakan: PencetakanService
    cetak_kekurangan: CetakKekuranganService
    rak: RakService
    syarat: SyaratService
    jadwal: JadwalService
    pemohon_lama: PemohonLamaService
    temuan: TemuanService
    radar: RadarService
    asli: AsliService
    tabel: Tabel
    clock: Clock
