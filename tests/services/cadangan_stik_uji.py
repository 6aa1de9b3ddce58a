"""Sticks that are plugged in and out without a hand, and backups onto them in one go."""

from __future__ import annotations

from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.services.cadangan_tempat import Volume

LEGA = 8_000_000_000
SEHARI = 24 * 60
"""Minutes."""


def pasang(tmp_path, kantor, nama):
    folder = tmp_path / nama
    folder.mkdir()
    volume = Volume(folder, nama.upper(), LEGA)
    kantor.volume.append(volume)
    return volume


def tandai(kantor, volume):
    tempat = kantor.meja.jaga.tempat.siapkan_tandai(volume)()
    kantor.meja.jaga.tempat.catat_flashdisk(tempat, kantor.operator)
    return tempat


def cari(kantor):
    return kantor.meja.jaga.tempat.siapkan_cari()()


def cadangkan(kantor, tempat=None, sebab=Sebab.OTOMATIS):
    otomatis = kantor.meja.jaga.otomatis
    tempat = otomatis.list_perlu(cari(kantor)) if tempat is None else tempat
    hasil = otomatis.siapkan(tempat, Kemajuan()).jalankan()
    otomatis.catat(hasil, kantor.operator, sebab)
    return hasil
