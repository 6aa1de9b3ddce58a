"""The process is killed at any moment of its work: what it had reported is there, all is whole.

A program of its own (`python -m daya.bunuh FOLDER ROUNDS SEED`, with this folder's parent and the
checkout on PYTHONPATH), so that it may fork without a window, threads or an open register; it
prints its figures as JSON.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builders import SENIN_PAGI, make_form, susun_kantor
from daya.cakram import kunci_hex
from daya.kerja import jalankan
from daya.padam import siapkan_folder
from daya.pekerja import Pekerja
from daya.periksa import list_cela

from sooko_desk.data.konsep import KonsepStore
from sooko_desk.data.store import Store
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.konsep import KonsepService

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SATU_REGISTER = 100
"""Rounds after which a new register is begun: the check grows with it."""
JEDA = 0.12
"""Most seconds between the first report and the kill."""
_SEMUA_NOMOR = "SELECT nomor FROM nomor UNION SELECT nomor FROM kiriman UNION SELECT nomor FROM "


@dataclass
class HasilBunuh:
    """What the kills showed.

    Attributes:
        lapor: acts and drafts that had been reported.
        hilang: reported numbers, moves or drafts that were not there.
        rusak: rounds after which the register was not whole.
    """

    putaran: int = 0
    lapor: int = 0
    hilang: int = 0
    rusak: int = 0
    cela: list[str] = field(default_factory=list)


def bekerja(folder: Path, biji: int, pipa: Connection) -> None:
    """Work until killed; each act is reported once the program calls it done."""
    store = Store(folder)
    konsep = KonsepStore(folder, kunci_hex(store._db))
    kantor = susun_kantor(store, folder, JamTetap(SENIN_PAGI))
    terakhir = store._db.execute_sql("SELECT max(waktu) FROM peristiwa").fetchone()[0]
    if terakhir:
        kantor.clock.maju(60 * 24 * (biji % 5))
    tulis = KonsepService(konsep, kantor.clock)
    pekerja = Pekerja(biji)
    for nomor in range(1_000_000):
        jadi = jalankan(kantor, pekerja.pilih(kantor)) or ()
        akhir = store._db.execute_sql("SELECT COALESCE(max(urut), 0) FROM peristiwa").fetchone()[0]
        pipa.send(("kerja", list(jadi), akhir))
        if nomor % 3 == 0:
            tulis.simpan_penerimaan(make_form(catatan=f"{biji}-{nomor:06d}"), kantor.operator)
            tulis.tulis()
            pipa.send(("konsep", [f"{biji}-{nomor:06d}"], 0))


def bunuh(folder: Path, putaran: int, biji: int) -> HasilBunuh:
    """So many rounds of work and kill."""
    cara = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    konteks = multiprocessing.get_context(cara)
    acak, hasil = random.Random(biji), HasilBunuh()
    for nomor in range(putaran):
        data = folder / f"data{nomor // SATU_REGISTER}"
        if nomor % SATU_REGISTER == 0:
            siapkan_folder(data)
        baca, tulis = konteks.Pipe(duplex=False)
        anak = konteks.Process(target=bekerja, args=(data, biji * 10_000 + nomor, tulis))
        anak.start()
        tulis.close()
        laporan = [baca.recv()]
        time.sleep(acak.uniform(0, JEDA))
        anak.kill()
        laporan += _sisa(baca)
        anak.join()
        hasil.putaran += 1
        hasil.lapor += len(laporan)
        _periksa(data, laporan, hasil)
    return hasil


def _sisa(baca: Connection) -> list[tuple]:
    semua = []
    try:
        while True:
            semua.append(baca.recv())
    except (EOFError, OSError):
        return semua


def _periksa(folder: Path, laporan: list[tuple], hasil: HasilBunuh) -> None:
    store = Store(folder)
    db = store._db
    if cela := list_cela(store):
        hasil.rusak += 1
        hasil.cela.append(str(cela))
    ada = {n for (n,) in db.execute_sql(_SEMUA_NOMOR + "nomor_cadangan").fetchall()}
    akhir = db.execute_sql("SELECT COALESCE(max(urut), 0) FROM peristiwa").fetchone()[0]
    kunci = kunci_hex(db)
    store.close()
    konsep = KonsepStore(folder, kunci)
    draf = [b.isi for b in konsep.list_semua()]
    konsep.close()
    kerja = [isi for apa, isi, _ in laporan if apa == "kerja"]
    hilang = {n for isi in kerja for n in isi} - ada
    hilang |= {f"peristiwa {urut}" for _, _, urut in laporan if urut > akhir}
    tulis = [isi[0] for apa, isi, _ in laporan if apa == "konsep"]
    if tulis and not any(_sesudah(satu, tulis[-1]) for satu in draf):
        hilang.add(tulis[-1])
    hasil.hilang += len(hilang)
    hasil.cela += sorted(hilang)


def _sesudah(isi: str, catatan: str) -> bool:
    """Whether a draft is the reported one, or one that was written after it."""
    ada = json.loads(isi)["catatan"]
    return ada.partition("-")[0] == catatan.partition("-")[0] and ada >= catatan


if __name__ == "__main__":
    hasil_ = bunuh(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(asdict(hasil_)))
