"""Lines put straight into a register book, for tests of long books."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import NAMA, SENIN_PAGI

from sooko_desk.data.tabel_buku import TabelBukuBaris
from sooko_desk.domain.buku import JenisBaris, make_bentuk_awal
from sooko_desk.domain.waktu import iso_utc

SEPULUH = replace(make_bentuk_awal(), per_halaman=10)


def catat(kantor, banyak, nama=NAMA, layanan="KK"):
    """So many cases up to their number; returns the last one."""
    for _ in range(banyak):
        kasus = kantor.sampai(kantor.terima(layanan, nama=nama), "serahkan")
    return kasus


def tulis_buku(store, kasi, kasus, urutan, tahun=2026, waktu=SENIN_PAGI, layanan="KK"):
    """Write lines of one case: "c" a number, "k" a correction, "b" another form.

    A book without a form gets one of ten rows a page.
    """
    urut = store.buku.count_catat(layanan, tahun)
    bentuk = store.buku.find_bentuk(layanan) or store.buku.simpan_bentuk(
        layanan, SEPULUH, kasi, waktu
    )
    for satu in urutan:
        if satu == "b":
            per = 33 - bentuk.per_halaman
            baru = replace(bentuk, per_halaman=per)
            bentuk = store.buku.simpan_bentuk(layanan, baru, kasi, waktu)
            continue
        urut += satu == "c"
        isi = {"urut": str(urut), "nomor_register": f"R-{urut}/{tahun}", "nama": f"ORANG {urut}"}
        dibetulkan = {"tgl_register": "23/11/2026", "pembetulan": f"Desa: A → B {urut}"}
        TabelBukuBaris.insert(
            layanan=layanan,
            tahun=tahun,
            baris=store.buku.count_baris(layanan, tahun) + 1,
            jenis=JenisBaris.CATAT if satu == "c" else JenisBaris.KOREKSI,
            urut=urut if satu == "c" else None,
            permohonan=kasus,
            bentuk=bentuk.id,
            isi=json.dumps(isi if satu == "c" else isi | dibetulkan),
            waktu=iso_utc(waktu),
        ).execute()
