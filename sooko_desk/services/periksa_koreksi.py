"""A correction as typed against what is stored: what changes, what is wrong, what is doubtful.

Intake data are judged as at intake. Entered values are judged step by step and only where something
changes: what another step has wrong must not stand in the way of putting right a single digit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import list_yang_berlaku
from sooko_desk.domain.errors import FieldsError
from sooko_desk.domain.isian import check_semua, keep_isian, list_peringatan
from sooko_desk.domain.pengambilan import (
    BAGIAN_SERAH,
    list_peringatan_pengambilan,
    list_salah_pengambilan,
)
from sooko_desk.services.beda_isian import (
    betulkan_isian,
    betulkan_kata,
    betulkan_nomor,
    sebut_tanggal,
)
from sooko_desk.services.periksa_penerimaan import read_form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar, Permohonan
    from sooko_desk.domain.sop import Isian, Langkah, Sop
    from sooko_desk.services.beda_isian import Betulan
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.services.periksa_penerimaan import FormTerbaca
    from sooko_desk.sop.tabel import Tabel

AWALAN = "isian."
"""Before the id of an entered field, so that it is not taken for the intake field of that id."""
_BUKAN_BIDANG = frozenset({"layanan", "jenis"})
"""Intake fields that are not corrected: another reason of request is another case."""

LangkahTercatat = tuple["Langkah", tuple["Isian", ...]]
"""A step that was recorded, with the fields that it asks for."""


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """A correction form, compared with what is stored.

    Attributes:
        betulan: what changes, in the order of the form; fields with an error are left out.
        galat, peringatan, keterangan: field id to sentence; entered fields by `AWALAN` + id.
        pemohon: the applicant as corrected.
        pembawa, pengantar, catatan: as corrected; None = unchanged.
        isian: entered values that change, id -> stored form, "" = emptied.
    """

    betulan: tuple[Betulan, ...]
    galat: dict[str, str]
    peringatan: dict[str, str]
    keterangan: dict[str, str]
    pemohon: Pemohon = field(repr=False)
    pembawa: Pembawa | None = field(repr=False)
    pengantar: Pengantar | None = field(repr=False)
    catatan: str | None = field(repr=False)
    isian: dict[str, str] = field(repr=False)


def list_langkah_tercatat(sop: Sop, permohonan: Permohonan) -> tuple[LangkahTercatat, ...]:
    """The steps whose entered values may be corrected.

    Those that went forward; not the one in turn, whose own form is open.
    """
    sudah = {
        p.langkah
        for p in list_yang_berlaku(permohonan.riwayat)
        if not sop.get_langkah(p.langkah).get_hasil(p.hasil).mundur
    }
    r = permohonan.ringkasan
    return tuple(
        (langkah, daftar)
        for langkah in sop.langkah
        if langkah.id in sudah
        and langkah.id != r.posisi
        and (daftar := langkah.list_isian(r.jenis_kode))
    )


def list_ikut(permohonan: Permohonan, sop: Sop) -> dict[str, str]:
    """Entered field -> intake field whose value it repeats.

    Who collected is a fact of its own, even where the name is the applicant's.
    """
    p = permohonan.ringkasan.pemohon
    ikut: dict[str, str] = {}
    for langkah, daftar in list_langkah_tercatat(sop, permohonan):
        for i in daftar:
            lama = getattr(p, i.dari, "") if i.dari else ""
            if langkah.bagian != BAGIAN_SERAH and lama and permohonan.isian.get(i.id) == lama:
                ikut[i.id] = i.dari
    return ikut


def bandingkan(
    permohonan: Permohonan,
    sop: Sop,
    diketik: tuple[FormPenerimaan, Mapping[str, str]],
    tabel: Tabel,
    hari_ini: dt.date,
) -> Perbandingan:
    """Read and judge a correction.

    Args:
        permohonan: the case as stored.
        sop: the SOP it began under.
        diketik: intake data and entered values, each field as typed.
        tabel: villages, regions and choices.
        hari_ini: today in WIB.
    """
    form, nilai = diketik
    r = permohonan.ringkasan
    form = replace(form, layanan=r.layanan, jenis=r.jenis_kode, berkas=())
    baca = read_form(form, sop, tabel, hari_ini)
    galat = {k: v for k, v in baca.hasil.galat.items() if k not in _BUKAN_BIDANG}
    betulan = [b for b in _beda_penerimaan(permohonan, baca, tabel) if b.bidang not in galat]
    bidang = {b.bidang for b in betulan}
    peringatan = {k: v for k, v in baca.hasil.peringatan.items() if k in bidang}
    isian: dict[str, str] = {}
    for langkah, daftar in list_langkah_tercatat(sop, permohonan):
        bagian = _Bagian(langkah, daftar, permohonan, nilai, hari_ini)
        galat |= bagian.galat
        betulan += bagian.list_betulan()
        isian |= bagian.baru
        if bagian.baru and not bagian.galat:
            peringatan |= bagian.list_peringatan(baca.pemohon.nama)
    for kunci, dari in list_ikut(permohonan, sop).items():
        if dari in bidang and kunci not in isian and AWALAN + kunci not in galat:
            peringatan.setdefault(AWALAN + kunci, "Masih data lama. Betulkan juga bila perlu.")
    return Perbandingan(
        betulan=tuple(betulan),
        galat=galat,
        peringatan=peringatan,
        keterangan={k: v for k, v in baca.hasil.keterangan.items() if k in bidang},
        pemohon=baca.pemohon,
        pembawa=None if baca.pembawa == permohonan.pembawa else baca.pembawa,
        pengantar=None if baca.pengantar == permohonan.pengantar else baca.pengantar,
        catatan=None if baca.catatan == permohonan.catatan else baca.catatan,
        isian=isian,
    )


class _Bagian:
    """The fields of one recorded step: typed against stored.

    Attributes:
        baru: values that change, id -> stored form.
        galat: `AWALAN` + key -> sentence; empty while nothing of the step changes.
    """

    def __init__(
        self,
        langkah: Langkah,
        daftar: tuple[Isian, ...],
        permohonan: Permohonan,
        nilai: Mapping[str, str],
        hari_ini: dt.date,
    ) -> None:
        self._langkah = langkah
        self._daftar = daftar
        self._lama = {i.id: permohonan.isian.get(i.id, "") for i in daftar}
        self._nilai = self._lama | {k: v for k, v in nilai.items() if k in self._lama}
        self._nama_pemohon = permohonan.ringkasan.pemohon.nama
        self._hari_ini = hari_ini
        self.galat: dict[str, str] = {}
        terbaca = keep_isian(daftar, self._nilai, hari_ini)
        diubah = [i for i in daftar if terbaca.get(i.id) != self._lama[i.id]]
        if diubah:
            self._periksa()
        salah = {kunci.removeprefix(AWALAN).partition(".")[0] for kunci in self.galat}
        self.baru = {i.id: terbaca[i.id] for i in diubah if i.id not in salah}

    def list_betulan(self) -> Iterator[Betulan]:
        for i in self._daftar:
            if i.id in self.baru:
                label = f"{self._langkah.nama}: {i.label}"
                yield from betulkan_isian(
                    AWALAN + i.id, label, i, self._lama[i.id], self.baru[i.id]
                )

    def list_peringatan(self, nama_pemohon: str) -> dict[str, str]:
        """Doubts that were not there before."""
        semula = list_peringatan(self._daftar, self._lama, self._hari_ini)
        kini = list_peringatan(self._daftar, self._nilai, self._hari_ini)
        if self._langkah.bagian == BAGIAN_SERAH:
            semula |= list_peringatan_pengambilan(self._lama, self._nama_pemohon)
            kini |= list_peringatan_pengambilan(self._lama | self.baru, nama_pemohon)
        return {AWALAN + k: v for k, v in kini.items() if semula.get(k) != v}

    def _periksa(self) -> None:
        try:
            baik = check_semua(self._daftar, self._nilai, self._hari_ini)
        except FieldsError as galat:
            salah = galat.per_field
        else:
            semua = {i.id: baik.get(i.id, "") for i in self._daftar}
            salah = list_salah_pengambilan(semua) if self._is_serah() else {}
        self.galat = {AWALAN + kunci: kalimat for kunci, kalimat in salah.items()}

    def _is_serah(self) -> bool:
        return self._langkah.bagian == BAGIAN_SERAH


def _beda_penerimaan(permohonan: Permohonan, baca: FormTerbaca, tabel: Tabel) -> Iterator[Betulan]:
    """What changes of the intake data, in the order of the form."""
    lama, baru = permohonan.ringkasan.pemohon, baca.pemohon
    for bidang, label in (("nik", "NIK"), ("nkk", "Nomor KK")):
        if getattr(lama, bidang) != getattr(baru, bidang):
            yield betulkan_nomor(bidang, label, getattr(lama, bidang), getattr(baru, bidang))
    for (bidang, label, semula), (_, _, menjadi) in zip(
        _kata_penerimaan(lama, permohonan.pembawa, permohonan.pengantar, permohonan.catatan, tabel),
        _kata_penerimaan(baru, baca.pembawa, baca.pengantar, baca.catatan, tabel),
        strict=True,
    ):
        if semula != menjadi:
            yield betulkan_kata(bidang, label, semula, menjadi)


def _kata_penerimaan(
    pemohon: Pemohon, pembawa: Pembawa, surat: Pengantar, catatan: str, tabel: Tabel
) -> tuple[tuple[str, str, str], ...]:
    """Field id, label and value in words."""
    desa = next((d.nama for d in tabel.desa if d.kode == pemohon.desa), pemohon.desa)
    hubungan = {p.kode: p.nama for p in tabel.hubungan_pembawa}
    return (
        ("nama", "Nama pemohon", pemohon.nama),
        ("telepon", "Telepon", pemohon.telepon),
        ("desa", "Desa", desa),
        ("alamat", "Alamat", pemohon.alamat),
        ("rt", "RT", pemohon.rt),
        ("rw", "RW", pemohon.rw),
        ("pembawa_nama", "Pembawa berkas", pembawa.nama),
        (
            "pembawa_hubungan",
            "Hubungan pembawa",
            hubungan.get(pembawa.hubungan, pembawa.hubungan),
        ),
        ("pembawa_telepon", "Telepon pembawa", pembawa.telepon),
        ("pengantar_nomor", "Nomor pengantar desa", surat.nomor),
        ("pengantar_tanggal", "Tanggal pengantar", sebut_tanggal(surat.tanggal)),
        ("pengantar_penanda", "Penanda tangan pengantar", surat.penanda_tangan),
        ("catatan", "Catatan", catatan),
    )
