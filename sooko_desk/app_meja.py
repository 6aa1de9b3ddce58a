"""All services of one open register, put together; imported when the page of work is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.app_lingkungan import build_petugas
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
from sooko_desk.services.data_kantor import build_data_kantor
from sooko_desk.services.gangguan import GangguanService
from sooko_desk.services.insiden import InsidenService
from sooko_desk.services.jadwal import JadwalService
from sooko_desk.services.jaga import build_jaga
from sooko_desk.services.kepatuhan import KepatuhanService
from sooko_desk.services.kiriman import KirimanService
from sooko_desk.services.koreksi import KoreksiService
from sooko_desk.services.kunci_kertas import KunciKertasService
from sooko_desk.services.lampiran import LampiranService
from sooko_desk.services.laporan import build_laporan
from sooko_desk.services.luar import LuarService
from sooko_desk.services.meja import Meja
from sooko_desk.services.pemohon_lama import PemohonLamaService
from sooko_desk.services.pencetakan import PencetakanService
from sooko_desk.services.pendamping import PendampingService
from sooko_desk.services.penerimaan import PenerimaanService
from sooko_desk.services.pengambilan import PengambilanService
from sooko_desk.services.radar import RadarService
from sooko_desk.services.rak import RakService
from sooko_desk.services.register import RegisterService
from sooko_desk.services.syarat import SyaratService
from sooko_desk.services.temuan import TemuanService
from sooko_desk.services.waktu import build_waktu
from sooko_desk.sop.muat import load_rak
from sooko_desk.ui.jaga.volume import pembaca_volume

if TYPE_CHECKING:
    from sooko_desk.app_lingkungan import Lingkungan
    from sooko_desk.data.store import Store
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.sop.tabel import Tabel


def build_meja(
    store: Store, lingkungan: Lingkungan, tabel: Tabel, petugas: PetugasService | None = None
) -> Meja:
    """Make the services over an open register; `petugas` if sign-in has made it already.

    Raises:
        UserError: a shipped table or the key file is missing or wrong.
    """
    clock = lingkungan.clock
    folder_kantor = lingkungan.folder_data / "sop_data"
    syarat = SyaratService(store.pengaturan, clock)
    rak = RakService(load_rak((lingkungan.folder_sop, folder_kantor)), tabel, store, clock, syarat)
    jadwal = JadwalService(store.pengaturan, lingkungan.folder_sop / "tabel", clock)
    alur = AlurKerjaService(store, rak, jadwal, clock)
    lampiran = LampiranService(store, lingkungan.folder_data, clock)
    kantor = build_data_kantor(store, rak, lampiran.brankas, clock)
    kop = kantor.kop
    kunci_kertas = KunciKertasService(store, clock, latihan=lingkungan.latihan)
    list_volume = lingkungan.list_volume or pembaca_volume(lingkungan.folder_data)
    jaga = build_jaga(store, lampiran, clock, list_volume)
    return Meja(
        petugas=petugas or build_petugas(store, lingkungan),
        penerimaan=PenerimaanService(store, rak, tabel, clock, kunci_kertas),
        blangko=BlangkoService(store, rak, kop, clock),
        alur=alur,
        register=RegisterService(store, rak, clock),
        buku=BukuRegisterService(store, rak, kantor.isi, kop, clock),
        pencetakan=PencetakanService(store, rak, tabel, clock, kop),
        cetak_kekurangan=CetakKekuranganService(store, rak, tabel, jadwal, clock, kop),
        rak=rak,
        syarat=syarat,
        jadwal=jadwal,
        pemohon_lama=PemohonLamaService(store),
        temuan=TemuanService(store, clock),
        radar=RadarService(store),
        asli=AsliService(store, clock),
        kiriman=KirimanService(store, rak, alur, tabel, clock, kop),
        kantor=kantor,
        lampiran=lampiran,
        jaga=jaga,
        berita_acara=BeritaAcaraService(store, jaga.riwayat, kop, clock),
        insiden=InsidenService(store, jaga.riwayat, tabel, kop, clock),
        waktu=build_waktu(store, rak, clock, lingkungan.detik),
        kunci_kertas=kunci_kertas,
        luar=LuarService(store, rak, tabel, clock),
        gangguan=GangguanService(store, jadwal, clock),
        pengambilan=PengambilanService(store, rak, tabel, clock, kop),
        koreksi=KoreksiService(store, rak, tabel, clock),
        batas=BatasDataService(store, clock),
        pendamping=PendampingService(store.pengaturan, clock),
        cetak_formulir=CetakFormulirService(store, rak, tabel, clock, kop),
        kepatuhan=KepatuhanService(store, rak, jadwal, clock, kop),
        cetak_cerita=CetakCeritaService(store, rak, tabel, clock, kop),
        catatan=CatatanKantorService(store, clock),
        laporan=build_laporan(store, rak, jadwal, jaga.cadangan, kantor, clock),
        tabel=tabel,
        clock=clock,
    )
