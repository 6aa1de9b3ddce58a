"""All services of one open register, made by `app.build` and handed to the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.alur_kerja import AlurKerjaService
    from sooko_desk.services.asli import AsliService
    from sooko_desk.services.batas_data import BatasDataService
    from sooko_desk.services.blangko import BlangkoService
    from sooko_desk.services.buku_register import BukuRegisterService
    from sooko_desk.services.cadangan_berita import BeritaAcaraService
    from sooko_desk.services.catatan_kantor import CatatanKantorService
    from sooko_desk.services.cetak_cerita import CetakCeritaService
    from sooko_desk.services.cetak_formulir import CetakFormulirService
    from sooko_desk.services.cetak_kekurangan import CetakKekuranganService
    from sooko_desk.services.data_kantor import DataKantor
    from sooko_desk.services.gangguan import GangguanService
    from sooko_desk.services.insiden import InsidenService
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.services.jaga import Jaga
    from sooko_desk.services.kepatuhan import KepatuhanService
    from sooko_desk.services.kiriman import KirimanService
    from sooko_desk.services.koreksi import KoreksiService
    from sooko_desk.services.kunci_kertas import KunciKertasService
    from sooko_desk.services.lampiran import LampiranService
    from sooko_desk.services.laporan import Laporan
    from sooko_desk.services.luar import LuarService
    from sooko_desk.services.pemohon_lama import PemohonLamaService
    from sooko_desk.services.pencetakan import PencetakanService
    from sooko_desk.services.pendamping import PendampingService
    from sooko_desk.services.penerimaan import PenerimaanService
    from sooko_desk.services.pengambilan import PengambilanService
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.services.radar import RadarService
    from sooko_desk.services.rak import RakService
    from sooko_desk.services.register import RegisterService
    from sooko_desk.services.syarat import SyaratService
    from sooko_desk.services.temuan import TemuanService
    from sooko_desk.services.waktu import Waktu
    from sooko_desk.sop.tabel import Tabel


@dataclass(frozen=True, slots=True)
class Meja:
    """The counter: everything the window may ask for."""

    petugas: PetugasService
    penerimaan: PenerimaanService
    blangko: BlangkoService
    alur: AlurKerjaService
    register: RegisterService
    buku: BukuRegisterService
    pencetakan: PencetakanService
    cetak_kekurangan: CetakKekuranganService
    rak: RakService
    syarat: SyaratService
    jadwal: JadwalService
    pemohon_lama: PemohonLamaService
    temuan: TemuanService
    radar: RadarService
    asli: AsliService
    kiriman: KirimanService
    kantor: DataKantor
    lampiran: LampiranService
    jaga: Jaga
    berita_acara: BeritaAcaraService
    insiden: InsidenService
    waktu: Waktu
    kunci_kertas: KunciKertasService
    luar: LuarService
    gangguan: GangguanService
    pengambilan: PengambilanService
    koreksi: KoreksiService
    batas: BatasDataService
    pendamping: PendampingService
    cetak_formulir: CetakFormulirService
    kepatuhan: KepatuhanService
    cetak_cerita: CetakCeritaService
    catatan: CatatanKantorService
    laporan: Laporan
    tabel: Tabel
    clock: Clock
