"""Generated cases for every document: the same names, papers, head and signer in each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from printing.logo_contoh import shield

from sooko_desk.domain.kantor import BentukJabatan
from sooko_desk.printing import (
    contoh,
    contoh_berita_acara,
    contoh_kiriman,
    contoh_laporan,
    contoh_pengambilan,
)
from sooko_desk.printing.cerita import BerkasCerita
from sooko_desk.printing.daftar import DAFTAR
from sooko_desk.printing.daftar_berkas import BarisBerkas
from sooko_desk.printing.f106 import AnggotaF106
from sooko_desk.printing.kop import Kop
from sooko_desk.printing.lembar_kekurangan import BarisKurang
from sooko_desk.printing.tanda_tangan import PenandaTangan

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.printing.kertas import Kertas

NAMES = st.from_regex(r"[AEIMNRSUWDKH]{1,14}( [AEIMNRSTUDKLH'.-]{1,12}){0,5}", fullmatch=True).map(
    lambda name: name[:60].strip()
)
ADDRESSES = st.lists(
    st.sampled_from(
        ("Dusun Kedungmaling", "Gang Melati", "Nomor 17 Blok C", "RT 003 RW 002", "Perumahan Griya")
    ),
    min_size=1,
    max_size=6,
).map(", ".join)
LINES = st.one_of(
    st.sampled_from(("KECAMATAN SOOKO", "Telepon (0321) 329001", "Jl. Bhayangkara No. 250 Sooko")),
    st.text(alphabet="WMAIiel .,:/-0", min_size=1, max_size=100).filter(str.strip),
)
HEADS = st.builds(
    Kop,
    st.lists(LINES, min_size=2, max_size=6).map(tuple),
    st.sampled_from((None, shield(), shield(500, 200), shield(120, 400, jpeg=True))),
)
OFFICES = st.sampled_from(
    (
        "CAMAT SOOKO",
        "Kepala Seksi Pelayanan",
        "Sekretaris Kecamatan",
        "Kepala Seksi Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat Kecamatan",
    )
)
SIGNERS = st.builds(
    PenandaTangan,
    st.just("Sooko, 31 Desember 2026"),
    OFFICES,
    NAMES,
    st.sampled_from(("", "Pembina Utama Muda")),
    st.sampled_from(("", "197001011998031999")),
    st.sampled_from(BentukJabatan),
    OFFICES,
    st.one_of(st.just(""), OFFICES),
)


@dataclass(frozen=True)
class Case:
    """What one print tells; `papers` is how many, `rows` how long a list is."""

    name: str
    other: str
    address: str
    papers: int
    rows: int
    head: Kop
    signer: PenandaTangan


CASES = st.builds(
    Case, NAMES, NAMES, ADDRESSES, st.integers(0, 10), st.integers(0, 24), HEADS, SIGNERS
)
LONGEST = Case(
    name=contoh.NAMA_TERPANJANG,
    other="W" * 30 + " " + "M" * 29,
    address="Dusun Kedungmaling Wetan Gang Melati Raya Barat Nomor 17 Blok C, RT 003 RW 002",
    papers=10,
    rows=24,
    head=Kop(
        (
            "PEMERINTAH KABUPATEN MOJOKERTO " * 3,
            "KECAMATAN SOOKO " * 6,
            *("Jalan Bhayangkara Nomor 250 Desa Sooko Kode Pos 61361 Jawa Timur " * 2,) * 4,
        ),
        shield(),
    ),
    signer=PenandaTangan(
        "Sooko, 31 Desember 2026",
        "Kepala Seksi Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat Kecamatan",
        "W" * 30 + " " + "M" * 29,
        "Pembina Utama Muda",
        "197001011998031999",
        BentukJabatan.ATAS_NAMA,
        "CAMAT SOOKO",
        "Sekretaris Kecamatan",
    ),
)
"""The most of everything at once."""

PAPERS = tuple(
    BarisBerkas(
        f"Surat pernyataan nomor {n} dari pemilik rumah", ada=n % 2 == 0, catatan="asli dilihat"
    )
    for n in range(10)
)


def _applicant(data: Any, case: Case) -> Any:
    return replace(data, kop=case.head, nama_pemohon=case.name)


def _receipt(data: Any, case: Case) -> Any:
    return replace(
        _applicant(data, case),
        pembawa=case.other,
        alamat=case.address,
        pengantar=f"No. 470/12/416-313.15/2026 tgl 20/11/2026 oleh {case.other}",
        berkas=PAPERS[: case.papers],
    )


def _missing(data: Any, case: Case) -> Any:
    rows = (BarisKurang(p.nama, "belum ada", "Kantor desa", "Asli") for p in PAPERS)
    return replace(
        _applicant(data, case),
        penerima=case.other,
        kasi=case.signer,
        kurang=tuple(rows)[: case.papers],
    )


def _handover(data: Any, case: Case) -> Any:
    return replace(
        _applicant(data, case),
        pengambil=case.other,
        petugas=case.other,
        dikembalikan=tuple(p.nama for p in PAPERS[: case.papers // 2]),
        di_kantor=tuple(p.nama for p in PAPERS[: case.papers // 4]),
    )


def _slip(data: Any, case: Case) -> Any:
    return replace(
        data,
        kop=case.head,
        alasan=tuple(f"I.{n} {case.name}" for n in range(case.rows // 2)),
        berkas=tuple(p.nama for p in PAPERS[: case.papers]),
    )


def _register(data: Any, case: Case) -> Any:
    rows = [(*row[:5], case.name, *row[6:]) for row in contoh.baris_register(case.rows)]
    dated = f"Pembetulan 03/02/2026, nomor 471.14/1/2026: Nama pemohon: {case.other} → {case.name}"
    book = contoh.susun_register(
        data.halaman[0].judul, [*rows, dated, dated * 2], case.signer, case.head
    )
    *first, last = book.halaman
    return replace(data, halaman=(*first, replace(last, penutup=contoh.BENTUK_BERGANTI)))


def _list(rows: Callable[[int], Any]) -> Callable[[Any, Case], Any]:
    def build(data: Any, case: Case) -> Any:
        named = tuple(replace(row, pemohon=case.name) for row in rows(case.rows))
        return replace(data, kop=case.head, penanda_tangan=case.signer, baris=named)

    return build


def _sending(data: Any, case: Case) -> Any:
    return replace(
        data,
        kop=case.head,
        baris=tuple(replace(b, nama=case.name) for b in contoh_kiriman.baris_kirim(case.rows)),
        pengirim=case.other,
        penerima=case.other,
    )


def _sop(data: Any, case: Case) -> Any:
    sheet = replace(data.sop.lembar, pengesah_nama=case.name)
    return replace(data, kop=case.head, sop=replace(data.sop, lembar=sheet))


def _compliance(data: Any, case: Case) -> Any:
    fields = (*data.isian[:1], (("Pemohon", case.name, 100.0), ("Alamat", case.address, 173.0)))
    return replace(data, kop=case.head, isian=fields, penanda_tangan=case.signer)


def _story(data: Any, case: Case) -> Any:
    return replace(
        _applicant(data, case),
        fakta=(("Alamat", case.address), ("Dibawa oleh", case.other)),
        berkas=tuple(BerkasCerita(p.nama, "ada", catatan=p.catatan) for p in PAPERS[: case.papers]),
        kejadian=data.kejadian[: case.rows],
    )


def _code(data: Any, case: Case) -> Any:
    return replace(data, kop=case.head, kasi=case.name)


def _f101(data: Any, case: Case) -> Any:
    member = {2: case.name, 39: case.other, 41: case.other}
    return replace(
        data, nama_kepala=case.name, alamat=case.address, anggota=(member,) * max(case.papers, 1)
    )


def _f102(data: Any, case: Case) -> Any:
    return replace(data, nama=case.name, petugas=case.other)


def _f106(data: Any, case: Case) -> Any:
    members = (AnggotaF106(case.other, shdk="ANAK"),) * case.papers
    return replace(data, nama=case.name, alamat=case.address, anggota=members)


def _day(data: Any, case: Case) -> Any:
    lines = [
        (*row[:3], case.name, *row[4:6], case.other)
        for row in contoh_laporan.baris_kejadian(max(case.rows, 1))
    ]
    return _report(data, case, {"kejadian": tuple(lines)})


def _month(data: Any, case: Case) -> Any:
    outages = (("12/11/2026 09.10", "belum pulih", "55", f"Kata {case.name} dan {case.other}"),)
    villages = contoh_laporan.baris_desa(case.rows)
    return _report(data, case, {"desa": villages, "gangguan": outages})


def _report(data: Any, case: Case, rows: dict[str, Any]) -> Any:
    tables = (replace(t, baris=rows.get(t.sifat, t.baris), kosong="-") for t in data.isi.tabel)
    facts = (("Cadangan terakhir", case.address),)
    notes = tuple(p.nama for p in PAPERS[: case.papers])
    report = replace(data.isi, fakta=facts, tabel=tuple(tables), catatan=notes)
    return replace(data, kop=case.head, penanda_tangan=case.signer, isi=report)


def _backups(data: Any, case: Case) -> Any:
    faults = tuple(("17/11/2026 15.22", p.nama, case.address, case.other) for p in PAPERS)
    return replace(
        data,
        kop=case.head,
        fakta=(("Cadangan terakhir", case.address),),
        cadangan=contoh_berita_acara.baris_cadangan(case.rows),
        gagal=faults[: case.papers],
        operator=case.name,
        penanda_tangan=case.signer,
    )


def _incident(data: Any, case: Case) -> Any:
    return replace(
        data,
        kop=case.head,
        fakta=(("Apa yang terjadi", case.name), ("Yang sudah dilakukan", case.address)),
        oleh=case.other,
        penanda_tangan=case.signer,
    )


BUILD: dict[str, Callable[[Any, Case], Any]] = {
    "blangko": _slip,
    "tanda_bukti": _receipt,
    "register_kk": _register,
    "register_ktp": _register,
    "lembar_kekurangan": _missing,
    "daftar_asli": _list(contoh.baris_asli),
    "lembar_sop": _sop,
    "f101": _f101,
    "f102": _f102,
    "f106": _f106,
    "lembar_kepatuhan": _compliance,
    "lembar_kode": _code,
    "cerita": _story,
    "tanda_terima": _handover,
    "daftar_belum_diambil": _list(contoh_pengambilan.baris_belum_diambil),
    "daftar_pengiriman": _sending,
    "buku_harian": _day,
    "laporan_bulanan": _month,
    "berita_acara": _backups,
    "insiden": _incident,
}


def build(name: str, case: Case, paper: Kertas) -> bytes:
    """The document of that id with the case in it, on that paper."""
    entry = DAFTAR[name]
    sample = entry.contoh()
    if isinstance(sample, tuple):
        data = tuple(replace(BUILD[name](one, case), kertas=paper) for one in sample[:1])
    else:
        data = replace(BUILD[name](sample, case), kertas=paper)
    return entry.render(data)
