"""A register of many years in one go: a real encrypted file, its rows as the services write them.

Officers, SOPs, moves, checklists and numbers come from the program; only the storing is done in
bulk, in one unit of work, because 100,000 intakes through the counter take an hour.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from orang import Orang, buat_orang
from penulis_register import HARI, SEKARANG, Penulis

from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.app_meja import build_meja
from sooko_desk.data.buka import open_register
from sooko_desk.data.store import Store
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.buku import make_bentuk_awal
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.petugas import PengaturanAwal

if TYPE_CHECKING:
    from pathlib import Path


PIN_OPERATOR, PIN_KASI = "482915", "736104"


@dataclass(frozen=True, slots=True)
class RegisterBesar:
    """What the benchmark must know of the register to type.

    Attributes:
        orang: everybody in it.
        pengantar: (number, village) of letters that are in it.
    """

    orang: list[Orang]
    pengantar: list[tuple[str, str]]
    permohonan: int
    kekurangan: int


def hasher() -> PasswordHasher:
    """Too weak for an office: signing in is not what is measured."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def buat_register(folder: Path, jumlah: int) -> RegisterBesar:
    """Fill a new register in `folder` with `jumlah` applicants."""
    clock = JamTetap(SEKARANG)
    store = Store(folder)
    try:
        lingkungan = Lingkungan(folder, clock=clock, hasher=hasher())
        meja = build_meja(store, lingkungan, lingkungan.load_tabel())
        pin = map(meja.petugas.hash_pin, (PIN_OPERATOR, PIN_KASI))
        awal = PengaturanAwal(
            nama_operator="Rini Contoh",
            pin_operator=PIN_OPERATOR,
            ulang_operator=PIN_OPERATOR,
            nama_kasi="Bambang Misal",
            pin_kasi=PIN_KASI,
            ulang_kasi=PIN_KASI,
        )
        meja.petugas.simpan_pengaturan_awal(awal, *pin)
        petugas = {p.peran: p for p in meja.petugas.list_petugas()}
        desa = [d.kode for d in meja.tabel.desa]
        sop = meja.penerimaan.list_layanan()
        awal_buku = SEKARANG - dt.timedelta(days=HARI)
        bentuk = {
            s.layanan: store.buku.simpan_bentuk(
                s.layanan, make_bentuk_awal(), petugas[Peran.KASI], awal_buku
            ).id
            for s in sop
        }
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
    finally:
        store.close()
    orang = buat_orang(jumlah, desa)
    penulis = Penulis(sop, petugas, orang, bentuk, nama_desa)
    db = open_register(folder).db
    try:
        run_unit(db, lambda: None, lambda: penulis.tulis(db))
    finally:
        db.close()
    return RegisterBesar(orang, penulis.pengantar, penulis.permohonan, penulis.urut["kekurangan"])
