"""The bare stack's side: a QMainWindow with a field and a table, and the plainest query.

Its own copy of the same encrypted file (the program holds the other one alone), the same indexes
and the same page cache. It looks up, on the same keys, what the program looks up first, and
shows the rows; nothing else.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import giliran as g
import peewee as pw
from layar import Pengukur, pasang_pesan
from playhouse.sqlcipher_ext import SqlCipherDatabase
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.kunci import load_kunci
from sooko_desk.data.pelindung import pelindung_komputer

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from layar import Catatan

Hasil = list[tuple[str, ...]]
AnyIndex = QModelIndex | QPersistentModelIndex
KOLOM = 4
LEBAR, TINGGI = 1280, 680
TENANG_MS = 400
DAFTAR, TEMUAN, CARI = 6, 20, 200
"""Most rows, as in the program."""
_ROOT = QModelIndex()
_db = pw.DatabaseProxy()


class Permohonan(pw.Model):
    id = pw.AutoField()
    layanan = pw.TextField()
    status = pw.TextField()
    nama = pw.TextField()
    nama_cari = pw.TextField()
    nik = pw.TextField()
    nkk = pw.TextField()
    desa = pw.TextField()
    pengantar_nomor = pw.TextField()
    nomor_tanda_bukti = pw.TextField()

    class Meta:
        database = _db
        table_name = "permohonan"


class Kekurangan(pw.Model):
    id = pw.AutoField()
    layanan = pw.TextField()
    jenis_kode = pw.TextField()
    desa = pw.TextField()
    kode = pw.TextField()

    class Meta:
        database = _db
        table_name = "kekurangan"


def _baca(tanya: Any) -> Hasil:
    return list(tanya.tuples())


def _pilih(saring: pw.Expression, batas: int) -> Hasil:
    p = Permohonan
    kolom = (p.nomor_tanda_bukti, p.nama, p.nik, p.status)
    return _baca(p.select(*kolom).where(saring).order_by(p.id.desc()).limit(batas))


def cari_awalan(teks: str) -> Hasil:
    """The first applicants whose NIK begins so."""
    p = Permohonan
    kolom = (p.nomor_tanda_bukti, p.nama, p.nik, p.status)
    saring = (p.nik >= teks) & (p.nik < teks + ":")
    return _baca(p.select(*kolom).where(saring).order_by(p.nik).limit(DAFTAR))


def cari_nik(teks: str) -> Hasil:
    return _pilih(Permohonan.nik == teks, TEMUAN)


def cari_nama(teks: str) -> Hasil:
    return _pilih(Permohonan.nama_cari == teks.upper(), TEMUAN)


def cari_nkk(teks: str) -> Hasil:
    return _pilih(Permohonan.nkk == teks, TEMUAN)


def cari_like(teks: str) -> Hasil:
    return _pilih(Permohonan.nama_cari.contains(teks), CARI)


def cari_indeks(teks: str) -> Hasil:
    """By the trigram index, the usual way."""
    kata = " AND ".join(f'"{k}"' for k in teks.upper().split() if len(k) > g.HURUF_PENDEK)
    rowid = pw.SQL("(SELECT rowid FROM cari WHERE cari MATCH ?)", (kata,))
    return _pilih(Permohonan.id.in_(rowid), CARI)


class Baris(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._baris: Hasil = []

    def tampilkan(self, baris: Hasil) -> None:
        self.beginResetModel()
        self._baris = baris
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._baris)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else KOLOM

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._baris[index.row()][index.column()])


class JendelaPolos(QMainWindow):
    """One field, one table. `tanya` answers a key, `tanya_enter` Enter; None = no question."""

    def __init__(self) -> None:
        super().__init__()
        self.tanya: Callable[[str], Hasil] | None = None
        self.tanya_enter: Callable[[str], Hasil] | None = None
        self.bidang = QLineEdit()
        self.baris = Baris()
        tabel = QTableView()
        tabel.setModel(self.baris)
        tengah = QWidget()
        tata = QVBoxLayout(tengah)
        tata.addWidget(self.bidang)
        tata.addWidget(tabel)
        self.setCentralWidget(tengah)
        self.resize(LEBAR, TINGGI)
        self.bidang.textEdited.connect(self._on_text_edited)
        self.bidang.returnPressed.connect(self._on_return_pressed)

    def mulai(self) -> None:
        """An empty field and table, the caret in the field."""
        self.tanya = self.tanya_enter = None
        self.bidang.clear()
        self.baris.tampilkan([])
        self.bidang.setFocus()
        QTest.qWait(TENANG_MS)

    def _on_text_edited(self, teks: str) -> None:
        if self.tanya is not None:
            self.baris.tampilkan(self.tanya(teks))

    def _on_return_pressed(self) -> None:
        if self.tanya_enter is not None:
            self.baris.tampilkan(self.tanya_enter(self.bidang.text()))


def jalankan(sambungan: Connection, folder: str) -> None:
    """Open the copy, then type every turn that comes; None ends."""
    pasang_pesan()
    app = QApplication(["ketik"])
    kunci = load_kunci(Path(folder) / NAMA_KUNCI, pelindung_komputer())
    assert kunci is not None
    _db.initialize(
        SqlCipherDatabase(
            str(Path(folder) / NAMA_BERKAS),
            passphrase=f"x'{kunci.kunci}'",
            pragmas=(("cache_size", -65536),),
        )
    )
    _db.connect()
    jendela = JendelaPolos()
    jendela.show()
    QTest.qWaitForWindowActive(jendela)
    pengetik = _Pengetik(jendela)
    sambungan.send([])
    while (giliran := sambungan.recv()) is not None:
        sambungan.send(pengetik.kerjakan(giliran))
    jendela.close()
    _db.close()
    app.quit()


class _Pengetik:
    """Types the same texts as the officer."""

    def __init__(self, jendela: JendelaPolos) -> None:
        self._jendela = jendela
        self._ukur = Pengukur(jendela)

    def kerjakan(self, giliran: g.Giliran) -> list[Catatan]:
        self._ukur.catatan.clear()
        lama, baru, dicari = giliran.lama, giliran.baru, giliran.dicari
        self._nik(lama.nik, g.DAFTAR_LAMA, g.NIK_LAMA)
        self._enter(giliran.alasan, g.ALASAN, self._radar(giliran))
        self._nik(baru.nik, g.DAFTAR_BARU, g.NIK_BARU)
        self._enter(baru.nama.lower(), g.NAMA, cari_nama)
        self._nkk(baru.nkk)
        self._enter(giliran.pengantar, g.PENGANTAR, self._pengantar(giliran))
        self._cari(dicari.nama.lower(), g.CARI_NAMA)
        self._cari(dicari.nik, g.CARI_NOMOR)
        return list(self._ukur.catatan)

    def _nik(self, nik: str, daftar: str, penuh: str) -> None:
        self._jendela.mulai()
        self._ukur.ketik(nik[: g.ANGKA_DAFTAR], g.TANPA)
        self._jendela.tanya = cari_awalan
        self._ukur.ketik(nik[g.ANGKA_DAFTAR : g.ANGKA_AKHIR], daftar)
        self._jendela.tanya = cari_nik
        self._ukur.ketik(nik[g.ANGKA_AKHIR :], penuh)

    def _nkk(self, nkk: str) -> None:
        self._jendela.mulai()
        self._ukur.ketik(nkk[: g.ANGKA_AKHIR], g.TANPA)
        self._jendela.tanya = cari_nkk
        self._ukur.ketik(nkk[g.ANGKA_AKHIR :], g.NKK)

    def _enter(self, teks: str, baris: str, tanya: Callable[[str], Hasil]) -> None:
        self._jendela.mulai()
        self._ukur.ketik(teks, g.TANPA)
        self._jendela.tanya_enter = tanya
        self._ukur.tekan(Qt.Key.Key_Return, baris=baris)

    def _cari(self, teks: str, panjang: str) -> None:
        self._jendela.mulai()
        self._jendela.tanya = cari_like
        self._ukur.ketik(teks[: g.HURUF_PENDEK], g.CARI_PENDEK)
        self._jendela.tanya = cari_indeks
        self._ukur.ketik(teks[g.HURUF_PENDEK :], panjang)

    def _pengantar(self, giliran: g.Giliran) -> Callable[[str], Hasil]:
        desa = giliran.baru.desa
        return lambda teks: _pilih(
            (Permohonan.pengantar_nomor == teks) & (Permohonan.desa == desa), TEMUAN
        )

    def _radar(self, giliran: g.Giliran) -> Callable[[str], Hasil]:
        k, desa = Kekurangan, giliran.lama.desa
        kali = pw.fn.COUNT(k.id)
        return lambda teks: _baca(
            k.select(k.kode, kali, k.layanan, k.desa)
            .where(k.layanan == giliran.layanan, k.jenis_kode == teks, k.desa == desa)
            .group_by(k.kode)
            .order_by(kali.desc())
            .limit(2)
        )
