"""Look-ups while an officer types: each answers from an index, also with a million cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import peewee as pw

from sooko_desk.data import baca
from sooko_desk.data.galat import GAGAL, may_indeks, reraise, translated
from sooko_desk.data.indeks_cari import is_rusak
from sooko_desk.data.tabel import TabelBerkas, TabelKekurangan, TabelPeristiwa, TabelPermohonan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.permohonan import Berkas, RingkasanPermohonan


TRIGRAM = 3
"""The search index has nothing shorter."""
PANJANG_CARI = 200
"""No name or number is longer; a pasted page is looked for nowhere."""
TERBARU = 2000
"""Cases that are looked through one by one before all names are."""
DIGIT_AWALAN = 6
"""From so many digits on a NIK or No KK that begins so is looked for first: an index finds it at
once, where the search index would compare the long lists of pieces that all NIKs share."""


class BarisRingkasan(NamedTuple):
    """The columns that `baca.ringkasan` reads, as the database gives them."""

    id: int
    layanan: str
    jenis_kode: str
    jenis_nama: str
    sop_id: str
    posisi: str
    status: str
    menunggu: str
    posisi_sejak: str
    diterima: str
    nomor_tanda_bukti: str
    kode_pindai: str
    nomor_register: str | None
    nama: str
    nik: str
    nkk: str
    desa: str
    alamat: str
    rt: str
    rw: str
    telepon: str
    versi: int
    prioritas: str
    tunggu_id: int | None
    kunjungan: str
    luar_sistem: str
    luar_kode: str
    luar_nama: str
    luar_referensi: str
    luar_tanggal: str
    tempat: str


_P, _E = TabelPermohonan, TabelPeristiwa
_KOLOM = tuple(getattr(_P, nama) for nama in BarisRingkasan._fields)


def _siapkan(saring: pw.Expression, *urut: pw.Node) -> str:
    """The text of a look-up, put together once: that takes peewee longer than SQLite the answer.

    Its parameters are those of `saring`, then the most rows.
    """
    return str(_P.select(*_KOLOM).where(saring).order_by(*urut).limit(0).sql()[0])


_SEMUA = "FROM json_each(?)"
_SALAH_SATU = pw.SQL(f"(SELECT value {_SEMUA})", ("",))
_PASANGAN = pw.SQL(f"(SELECT value ->> 0, value ->> 1 {_SEMUA})", ("",))
"""Pairs, each in the order of the columns that are compared with it."""
_TERBARU = (
    _P.select(pw.fn.MAX(_P.id))
    .where(_P.nik >= "", _P.nik < "")
    .group_by(_P.nik)
    .order_by(_P.nik)
    .limit(0)
)
_CARI_AWALAN = _siapkan(_P.id.in_(_TERBARU), _P.nik)
_CARI_NIK = _siapkan(_P.nik.in_(_SALAH_SATU), _P.id.desc())
_CARI_ID = _siapkan(_P.id.in_(_SALAH_SATU), _P.id)
_CARI_PERNAH = _siapkan(
    _P.posisi.in_(pw.SQL(f"(SELECT value ->> 1 {_SEMUA})", ("",)))
    & pw.Tuple(_P.sop, _P.posisi).in_(_PASANGAN)
    & pw.fn.EXISTS(
        _E.select(_E.urut).where(
            _E.permohonan == _P.id, pw.Tuple(_E.langkah, _E.hasil).in_(_PASANGAN)
        )
    ),
    _P.id,
)
_CARI_NKK = _siapkan(_P.nkk == "", _P.id.desc())
_CARI_NAMA = _siapkan(_P.nama_cari == "", _P.id.desc())
_CARI_PENGANTAR = _siapkan((_P.pengantar_nomor == "") & (_P.desa == ""), _P.id.desc())

_ASLI_DI_KANTOR = pw.SQL("bentuk = 'asli' AND ada = 1 AND asli_keluar = ''")
"""Word for word the condition of the index `berkas_asli`: with parameters it is not used."""
_ASLI = str(
    TabelBerkas.select(TabelBerkas.permohonan, *baca.KOLOM_BERKAS)
    .where(_ASLI_DI_KANTOR, TabelBerkas.permohonan.in_(_SALAH_SATU))
    .order_by(TabelBerkas.permohonan, TabelBerkas.urutan)
    .sql()[0]
)


class IndeksRusakError(UserError):
    """The search index is damaged, the cases need not be: it can be made anew out of them."""

    def __init__(self) -> None:
        super().__init__(
            "Indeks pencarian rusak dan tidak dapat dibangun ulang. Jangan hapus apa pun; tekan "
            "Ctrl+I, lalu F5 untuk memeriksa register."
        )


class PencarianStore:
    """Earlier applicants, cases that resemble each other, papers often missing."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def list_nik_awalan(self, awalan: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """The newest case of each NIK that begins so, in the order of the NIKs.

        Args:
            awalan: digits, at least one.
            batas: most rows.
        """
        # ":" follows "9". As many NIKs as rows: each has one newest case.
        return _ringkasan(_CARI_AWALAN, awalan, awalan + ":", batas, batas)

    @translated
    def list_nik(self, nik: Sequence[str], batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of these NIKs, newest first."""
        return _ringkasan(_CARI_NIK, json.dumps(nik), batas)

    @translated
    def list_nkk(self, nkk: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of one family card, newest first."""
        return _ringkasan(_CARI_NKK, nkk, batas)

    @translated
    def list_nama(self, nama: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases of applicants of exactly this name (case does not matter), newest first."""
        return _ringkasan(_CARI_NAMA, nama.upper(), batas)

    @translated
    def list_pengantar(self, nomor: str, desa: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases that came with that village's letter of that number, newest first."""
        return _ringkasan(_CARI_PENGANTAR, nomor, desa, batas)

    def list_cari(self, teks: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        """Cases whose name, NIK, No KK, phone or number contains the words, newest first.

        Args:
            teks: at least one character; words of three and more are looked for everywhere,
                shorter ones in the name. More than `PANJANG_CARI` letters are found nowhere.
            batas: most rows.

        Raises:
            IndeksRusakError: the search index is damaged.
            UserError: the register is.
        """
        try:
            return self._cari(teks, batas)
        except GAGAL as galat:
            if may_indeks(galat) and is_rusak(self._db.connection()):
                raise IndeksRusakError from galat
            reraise(galat)

    def _cari(self, teks: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
        if len(teks) > PANJANG_CARI:
            return ()
        kata = teks.upper().split()
        pendek = [_P.nama_cari.contains(k) for k in kata if len(k) < TRIGRAM]
        panjang = [k for k in kata if len(k) >= TRIGRAM]
        semua = _P.select(*_KOLOM)
        if len(kata) == 1 and len(teks) >= DIGIT_AWALAN and teks.isdecimal():
            awalan = _cari_awalan(teks, batas)
            if awalan:
                return awalan
        if panjang:
            # From the newest case on, and no further than the last row that is shown.
            cocok = " ".join('"' + k.replace('"', '""') + '"' for k in panjang)
            semua = (
                semua.from_(pw.SQL("cari"), _P)
                .where(pw.SQL("cari MATCH ?", (cocok,)), _P.id == pw.SQL("cari.rowid"), *pendek)
                .order_by(pw.SQL("cari.rowid DESC"))
            )
        else:
            return _cari_pendek(pendek, batas)
        return _baca(semua.limit(batas).tuples())

    @translated
    def list_sering_kurang(
        self, layanan: str, jenis_kode: str, desa: str, batas: int
    ) -> tuple[tuple[str, int], ...]:
        """Papers most often missing: (code, times), most often first.

        Args:
            desa: village code; "" = all villages.
            batas: most rows.
        """
        kali = pw.fn.COUNT(TabelKekurangan.id)
        milik = (TabelKekurangan.layanan == layanan) & (TabelKekurangan.jenis_kode == jenis_kode)
        if desa:
            milik &= TabelKekurangan.desa == desa
        baris = (
            TabelKekurangan.select(TabelKekurangan.kode, kali.alias("kali"))
            .where(milik)
            .group_by(TabelKekurangan.kode)
            .order_by(kali.desc(), TabelKekurangan.kode)
            .limit(batas)
        )
        return tuple((str(b.kode), int(b.kali)) for b in baris)

    @translated
    def list_pernah(
        self, posisi: Sequence[tuple[str, str]], hasil: Sequence[tuple[str, str]]
    ) -> tuple[RingkasanPermohonan, ...]:
        """Cases at one of the steps whose story has one of the outcomes, lowest id first.

        Args:
            posisi: pairs of SOP fingerprint and step id.
            hasil: pairs of step id and outcome id.
        """
        dicari = json.dumps(posisi)
        return _ringkasan(_CARI_PERNAH, dicari, dicari, json.dumps(hasil), -1)

    @translated
    def list_versi_asli(self) -> dict[int, int]:
        """The cases whose originals the office holds: id -> `RingkasanPermohonan.versi`."""
        milik = TabelBerkas.select(TabelBerkas.permohonan).where(_ASLI_DI_KANTOR)
        baris = _P.select(_P.id, _P.versi).where(_P.id.in_(milik))
        return {int(b.id): int(b.versi) for b in baris.namedtuples()}

    @translated
    def list_asli(
        self, permohonan_id: Sequence[int]
    ) -> tuple[tuple[RingkasanPermohonan, tuple[Berkas, ...]], ...]:
        """Of these cases those whose originals the office holds, with those papers."""
        dicari = json.dumps(permohonan_id)
        per_permohonan: dict[int, list[Berkas]] = {}
        for milik, *kolom in TabelBerkas.raw(_ASLI, dicari).tuples():
            b = baca.berkas(baca.BarisBerkas(*kolom))
            per_permohonan.setdefault(milik, []).append(b)
        semua = _ringkasan(_CARI_ID, json.dumps(list(per_permohonan)), -1)
        return tuple((r, tuple(per_permohonan[r.id])) for r in semua)


def _cari_awalan(digit: str, batas: int) -> tuple[RingkasanPermohonan, ...]:
    """Cases whose NIK or No KK begins so, newest first; () when none or more than `batas` do."""
    akhir = digit + chr(ord("9") + 1)
    calon = [
        _P.select(_P.id).where(kolom >= digit, kolom < akhir).limit(batas + 1)
        for kolom in (_P.nik, _P.nkk)
    ]
    per_id = {int(b.id) for milik in calon for b in milik}
    if not per_id or len(per_id) > batas:
        return ()
    return _baca(_P.select(*_KOLOM).where(_P.id.in_(per_id)).order_by(_P.id.desc()).tuples())


def _cari_pendek(saring: list[pw.Expression], batas: int) -> tuple[RingkasanPermohonan, ...]:
    """Names that contain one or two letters: the newest cases mostly have enough of them."""
    semua = _P.select(*_KOLOM).order_by(_P.id.desc()).limit(batas)
    terakhir = _P.select(pw.fn.MAX(_P.id)).scalar() or 0
    baris = _baca(semua.where(*saring, _P.id > terakhir - TERBARU).tuples())
    if len(baris) < batas:
        # "-id": the names alone are read, from their index, not all cases in their order.
        calon = _P.select(_P.id).where(*saring).order_by(pw.SQL("-id")).limit(batas)
        baris = _baca(semua.where(_P.id.in_(calon)).tuples())
    return baris


def _ringkasan(perintah: str, *nilai: object) -> tuple[RingkasanPermohonan, ...]:
    return _baca(_P.raw(perintah, *nilai).tuples())


def _baca(semua: Iterable[Any]) -> tuple[RingkasanPermohonan, ...]:
    """Rows of `_KOLOM` as tuples: a model per row takes several times as long to make."""
    baris = (BarisRingkasan(*satu) for satu in semua)
    return tuple(baca.ringkasan(satu) for satu in baris)  # type: ignore[arg-type]  # as a model
