"""What ties the keys of an SOP file together: references, the way through the steps, the papers.

Each check yields what is wrong; nothing is raised here, so that a file can be judged as a whole.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nomor import check_pola
from sooko_desk.domain.sop import SELESAI, JenisIsian, SifatSyarat
from sooko_desk.sop.pesan import Masalah, sebut_tempat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sooko_desk.domain.sop import Sop
    from sooko_desk.sop.skema import (
        IsianToml,
        JenisToml,
        KolomToml,
        LangkahToml,
        SopToml,
    )
    from sooko_desk.sop.tabel import Tabel


def list_masalah(sop: SopToml, tabel: Tabel) -> Iterator[Masalah]:
    """Everything that keeps this file from being used, in reading order of the checks."""
    yield from _pola_nomor(sop)
    yield from _urutan_langkah(sop)
    yield from _pelaksana(sop)
    for n, langkah in enumerate(sop.langkah):
        yield from _hasil(sop, n, langkah)
        yield from _boleh_dahulu(sop, n, langkah)
    yield from _jalan(sop)
    yield from _nomor_buku(sop)
    yield from _susunan(sop, tabel)
    yield from _isian(sop, tabel)
    yield from _jenis(sop)


def list_peringatan(sop: Sop) -> Iterator[str]:
    """What looks wrong on a sheet but may be so; the SOP is used all the same."""
    lembar = sop.lembar
    if not lembar.tanggal_pembuatan <= lembar.tanggal_revisi <= lembar.tanggal_efektif:
        yield (
            f"SOP {sop.layanan} nomor {lembar.nomor} tetap dipakai, tetapi tanggalnya tidak urut "
            "(pembuatan, revisi, efektif). Cocokkan dengan lembar aslinya."
        )


def _ganda(isi: Iterable[str], jalur: str, kunci: str) -> Iterator[Masalah]:
    """Values that must differ but do not; `jalur` has one {} for the place in the list."""
    ke: dict[str, int] = {}
    for n, satu in enumerate(isi):
        pertama = ke.setdefault(satu, n)
        if pertama != n:
            yield Masalah(
                sebut_tempat(jalur.format(n), kunci),
                f'"{satu}" sudah dipakai yang ke-{pertama + 1}; beri nama lain',
            )


def _pola_nomor(sop: SopToml) -> Iterator[Masalah]:
    pola = sop.pola_nomor
    for kunci, isi in (("tanda_bukti", pola.tanda_bukti), ("register", pola.register)):
        try:
            check_pola(isi)
        except UserError as galat:
            yield Masalah(sebut_tempat(f"pola_nomor.{kunci}"), str(galat).rstrip("."))
    if pola.tanda_bukti == pola.register:
        yield Masalah(
            sebut_tempat("pola_nomor.register"),
            "sama dengan pola tanda_bukti; dua surat akan bernomor sama, bedakan polanya",
        )


def _urutan_langkah(sop: SopToml) -> Iterator[Masalah]:
    yield from _ganda((x.id for x in sop.langkah), "langkah[{}]", "id")
    bernomor = [x.nomor for x in sop.langkah if x.nomor is not None]
    for n, langkah in enumerate(sop.langkah):
        if langkah.id == SELESAI:
            yield Masalah(
                sebut_tempat(f"langkah[{n}].id"), f'"{SELESAI}" adalah akhir, bukan langkah'
            )
        harus = n + 1 if n < len(bernomor) else None
        if langkah.nomor != harus:
            yield Masalah(
                sebut_tempat(f"langkah[{n}].nomor"),
                "langkah lembar SOP bernomor urut 1, 2, 3 dan ditulis lebih dahulu; "
                "langkah sesudah lembar tanpa nomor",
            )
        if langkah.nomor is None and langkah.waktu_menit is not None:
            yield Masalah(
                sebut_tempat(f"langkah[{n}].waktu_menit"),
                "langkah tanpa nomor di luar waktu SOP; hapus kunci ini",
            )
    if not bernomor:
        yield Masalah(
            sebut_tempat("langkah[0].nomor"), "langkah pertama harus baris 1 lembar SOP; isi 1"
        )


def _pelaksana(sop: SopToml) -> Iterator[Masalah]:
    kolom = sop.lembar.kolom_pelaksana
    for n, langkah in enumerate(sop.langkah):
        if langkah.nomor is not None and langkah.pelaksana not in kolom:
            yield Masalah(
                sebut_tempat(f"langkah[{n}].pelaksana"),
                f'"{langkah.pelaksana}" tidak ada di kolom_pelaksana lembar; tulis sama persis',
            )


def _hasil(sop: SopToml, n: int, langkah: LangkahToml) -> Iterator[Masalah]:
    jalur = f"langkah[{n}].hasil[{{}}]"
    urutan = {x.id: i for i, x in enumerate(sop.langkah)} | {SELESAI: len(sop.langkah)}
    yield from _ganda((x.id for x in langkah.hasil), jalur, "id")
    pintasan = (x.pintasan or f"tanpa {m}" for m, x in enumerate(langkah.hasil))
    yield from _ganda(pintasan, jalur, "pintasan")
    for m, hasil in enumerate(langkah.hasil):
        if hasil.ke not in urutan:
            yield Masalah(
                sebut_tempat(jalur.format(m), "ke"),
                f'langkah "{hasil.ke}" tidak ada; pilih {", ".join(urutan)}',
            )
        elif hasil.mundur and urutan[hasil.ke] >= n:
            yield Masalah(
                sebut_tempat(jalur.format(m), "mundur"),
                f'"{hasil.ke}" bukan langkah sebelumnya; hapus mundur atau betulkan ke',
            )
        elif not hasil.mundur and urutan[hasil.ke] <= n:
            yield Masalah(
                sebut_tempat(jalur.format(m), "ke"),
                f'"{hasil.ke}" bukan langkah sesudahnya; tambahkan mundur = true atau betulkan ke',
            )


def _boleh_dahulu(sop: SopToml, n: int, langkah: LangkahToml) -> Iterator[Masalah]:
    sesudah = [x.id for x in sop.langkah[n + 1 :]]
    for m, satu in enumerate(langkah.boleh_dahulu):
        if satu not in sesudah:
            yield Masalah(
                sebut_tempat(f"langkah[{n}].boleh_dahulu[{m}]"),
                f'"{satu}" bukan langkah sesudahnya; hanya langkah sesudahnya boleh didahulukan',
            )


def _jalan(sop: SopToml) -> Iterator[Masalah]:
    """Every step can be come to from the first, and from every step there is a way to the end."""
    maju: dict[str, set[str]] = {x.id: {h.ke for h in x.hasil} for x in sop.langkah}
    mundur: dict[str, set[str]] = {}
    for dari, tujuan in maju.items():
        for ke in tujuan:
            mundur.setdefault(ke, set()).add(dari)
    tercapai = _telusur(sop.langkah[0].id, maju)
    sampai = _telusur(SELESAI, mundur)
    for n, langkah in enumerate(sop.langkah):
        if langkah.id not in tercapai:
            yield Masalah(
                sebut_tempat(f"langkah[{n}]"),
                f'"{langkah.id}" tidak pernah dicapai; arahkan sebuah hasil ke langkah ini',
            )
        if langkah.id not in sampai:
            yield Masalah(
                sebut_tempat(f"langkah[{n}]"),
                f'dari "{langkah.id}" tidak ada jalan ke "{SELESAI}"; tambahkan hasil yang maju',
            )


def _telusur(awal: str, tetangga: dict[str, set[str]]) -> set[str]:
    tercapai: set[str] = set()
    antre = [awal]
    while antre:
        satu = antre.pop()
        if satu not in tercapai:
            tercapai.add(satu)
            antre.extend(tetangga.get(satu, ()))
    return tercapai


def _nomor_buku(sop: SopToml) -> Iterator[Masalah]:
    pemberi = [n for n, x in enumerate(sop.langkah) if x.nomor_buku]
    for n in pemberi[1:]:
        yield Masalah(
            sebut_tempat(f"langkah[{n}].nomor_buku"),
            f"nomor register sudah diberikan langkah ke-{pemberi[0] + 1}; hapus salah satu",
        )
    for n in pemberi:
        if all(hasil.mundur for hasil in sop.langkah[n].hasil):
            yield Masalah(
                sebut_tempat(f"langkah[{n}].nomor_buku"),
                "nomor register diberikan pada hasil yang maju; langkah ini tidak punya",
            )


def _susunan(sop: SopToml, tabel: Tabel) -> Iterator[Masalah]:
    yield from _ganda((x.id for x in sop.susunan), "susunan[{}]", "id")
    for n, susunan in enumerate(sop.susunan):
        yield from _isi_kolom(susunan.kolom, f"susunan[{n}]", tabel)


def _isian(sop: SopToml, tabel: Tabel) -> Iterator[Masalah]:
    kode_jenis = {x.kode for x in sop.jenis}
    id_susunan = [x.id for x in sop.susunan]
    dipakai: dict[str, str] = {}
    for n, langkah in enumerate(sop.langkah):
        for m, isian in enumerate(langkah.isian):
            jalur = f"langkah[{n}].isian[{m}]"
            tempat = dipakai.setdefault(isian.id, jalur)
            if tempat != jalur:
                yield Masalah(
                    sebut_tempat(jalur, "id"),
                    f'"{isian.id}" sudah dipakai {sebut_tempat(tempat)}; beri nama lain',
                )
            for k, kode in enumerate(isian.untuk):
                if kode not in kode_jenis:
                    yield Masalah(
                        sebut_tempat(f"{jalur}.untuk[{k}]"),
                        f'jenis permohonan "{kode}" tidak ada; pakai kode dari [[jenis]]',
                    )
            yield from _pilihan(isian, jalur, tabel)
            yield from _kolom(isian, jalur, id_susunan)
            if not isinstance(isian.kolom, str):
                yield from _isi_kolom(isian.kolom, jalur, tabel)
        if langkah.tolak and langkah.tolak not in tabel.pilihan:
            yield _tanpa_tabel(sebut_tempat(f"langkah[{n}].tolak"), langkah.tolak)


def _kolom(isian: IsianToml, jalur: str, id_susunan: Sequence[str]) -> Iterator[Masalah]:
    """A field of rows has columns, and nothing else has; a name must be that of a [[susunan]]."""
    if (isian.jenis is JenisIsian.TABEL) != bool(isian.kolom):
        yield Masalah(sebut_tempat(jalur, "kolom"), 'diisi bila jenis = "tabel", dan hanya itu')
    if isinstance(isian.kolom, str) and isian.kolom not in id_susunan:
        pilih = f"pilih {', '.join(id_susunan)}, atau " if id_susunan else ""
        yield Masalah(
            sebut_tempat(jalur, "kolom"),
            f'susunan "{isian.kolom}" tidak ada; {pilih}tulis bagian [[susunan]] dengan id itu',
        )


def _isi_kolom(isi: Sequence[KolomToml], jalur: str, tabel: Tabel) -> Iterator[Masalah]:
    """Columns differ in their ids, and a column is no field of rows."""
    yield from _ganda((x.id for x in isi), f"{jalur}.kolom[{{}}]", "id")
    for k, kolom in enumerate(isi):
        tempat = f"{jalur}.kolom[{k}]"
        if kolom.jenis is JenisIsian.TABEL:
            yield Masalah(sebut_tempat(tempat, "jenis"), "kolom tidak dapat berisi tabel lagi")
        yield from _pilihan(kolom, tempat, tabel)


def _tanpa_tabel(tempat: str, nama: str) -> Masalah:
    return Masalah(tempat, f'tabel "{nama}" tidak ada; taruh {nama}.csv di folder "tabel"')


def _pilihan(isian: IsianToml | KolomToml, jalur: str, tabel: Tabel) -> Iterator[Masalah]:
    if isian.jenis is not JenisIsian.PILIHAN:
        if isian.pilihan or isian.tabel:
            yield Masalah(
                sebut_tempat(jalur), 'pilihan dan tabel hanya untuk jenis = "pilihan"; hapus'
            )
    elif bool(isian.pilihan) == bool(isian.tabel):
        yield Masalah(sebut_tempat(jalur), "isi pilihan atau tabel, salah satu saja")
    elif isian.tabel and isian.tabel not in tabel.pilihan:
        yield _tanpa_tabel(sebut_tempat(jalur, "tabel"), isian.tabel)
    yield from _ganda((x.kode for x in isian.pilihan), f"{jalur}.pilihan[{{}}]", "kode")


def _jenis(sop: SopToml) -> Iterator[Masalah]:
    yield from _ganda((x.kode for x in sop.syarat), "syarat[{}]", "kode")
    yield from _ganda((x.kode for x in sop.jenis), "jenis[{}]", "kode")
    umum = {x.kode for x in sop.syarat}
    for n, jenis in enumerate(sop.jenis):
        yield from _ganda((x.kode for x in jenis.syarat), f"jenis[{n}].syarat[{{}}]", "kode")
        for m, syarat in enumerate(jenis.syarat):
            jalur = f"jenis[{n}].syarat[{m}]"
            if (syarat.sifat is SifatSyarat.BERSYARAT) != (syarat.bila is not None):
                yield Masalah(
                    sebut_tempat(jalur, "bila"), 'diisi bila sifat = "bersyarat", dan hanya itu'
                )
            if syarat.kode in umum:
                continue
            for kunci in ("nama", "dasar", "sumber", "keyakinan"):
                if getattr(syarat, kunci) is None:
                    yield Masalah(
                        sebut_tempat(jalur, kunci),
                        f'belum ada; "{syarat.kode}" tidak ada di [[syarat]], jadi isi di sini',
                    )
        yield from _grup(n, jenis)


def _grup(n: int, jenis: JenisToml) -> Iterator[Masalah]:
    """Papers that stand for each other are at least two and bind alike."""
    isi = Counter(x.grup for x in jenis.syarat)
    pertama = {x.grup: (x.sifat, x.bila) for x in reversed(jenis.syarat)}
    for m, syarat in enumerate(jenis.syarat):
        if syarat.grup is None:
            continue
        di = sebut_tempat(f"jenis[{n}].syarat[{m}].grup")
        if isi[syarat.grup] < 2:
            yield Masalah(di, f'"{syarat.grup}" hanya berisi satu syarat; tambah atau hapus grup')
        if syarat.sifat is SifatSyarat.CATATAN:
            yield Masalah(di, "catatan bukan surat, jadi tidak dapat saling menggantikan")
        elif (syarat.sifat, syarat.bila) != pertama[syarat.grup]:
            yield Masalah(di, f'sifat dan bila semua syarat grup "{syarat.grup}" harus sama')
