"""The measures of the SOP's steps as the rows and notes of the lembar kepatuhan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.akurat import KATA_TIDAK_AKURAT
from sooko_desk.domain.lama import DISPENDUKCAPIL, PEMOHON
from sooko_desk.domain.tanggal import sebut_saat, tanggal_panjang
from sooko_desk.services.ukur_kepatuhan import SATU_ANGKA, list_lembar, sum_norma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sooko_desk.domain.sop import Langkah, Sop
    from sooko_desk.printing.lembar_kepatuhan import BarisKepatuhan, LangkahLembar
    from sooko_desk.services.ukur_kepatuhan import UkuranBulan, UkuranKasus, UkuranLangkah

TANPA_UKURAN = "–"
MENIT_KANTOR = (
    "Menit adalah menit jam kantor. Malam, istirahat, hari libur, waktu menunggu pemohon atau "
    "Dispendukcapil, dan waktu SIAK gangguan tidak dihitung."
)
AWAL_TAK_TERUKUR = "Tidak terukur: tercatat saat berkas diterima"
TANPA_BATAS = "Tanpa batas waktu"
TANPA_TANDA = "Tanpa langkah yang waktunya tidak akurat"
KODE_TERBANYAK = 8
"""Receipt codes named in one note; the others are counted."""

Isian = tuple[str, str, float]
"""Label, value, width in mm."""


def sebut_menit(menit: float) -> str:
    """A tenth of a minute, e.g. "12,4", "1.204,0"."""
    return f"{menit:,.{SATU_ANGKA}f}".translate(str.maketrans(",.", ".,"))


def sebut_selisih(selisih: float | None) -> str:
    """Over or under the norm, e.g. "+2,4", "-3,0"; "–" where there is no norm."""
    if selisih is None:
        return TANPA_UKURAN
    return f"{'+' if selisih > 0 else '-' if selisih < 0 else ''}{sebut_menit(abs(selisih))}"


def sebut_bagian(bagian: int, semua: int) -> str:
    """A share in words, e.g. "9 dari 12 (75%)"; "–" of none."""
    return f"{bagian} dari {semua} ({round(100 * bagian / semua)}%)" if semua else TANPA_UKURAN


def isian_sop(sop: Sop, akhir: Isian) -> tuple[Isian, ...]:
    """The first row of fields: which SOP, and one field more."""
    lembar = sop.lembar
    return (
        ("Nomor SOP", lembar.nomor, 56.0),
        ("Nama SOP", lembar.nama_sop, 105.0),
        ("Tgl Efektif", tanggal_panjang(lembar.tanggal_efektif), 56.0),
        akhir,
    )


def susun_baris_kasus(sop: Sop, kasus: UkuranKasus) -> tuple[BarisKepatuhan, ...]:
    """The sheet's rows of one case and the row of sums."""
    from sooko_desk.printing.lembar_kepatuhan import BarisKepatuhan

    baris = [
        BarisKepatuhan(
            _langkah_lembar(sop, u.langkah),
            (_nyata(u), sebut_selisih(u.selisih), _oleh(u), "; ".join(_ket_kasus(sop, u))),
            lewat=u.lewat,
        )
        for u in kasus.langkah
    ]
    norma = sum_norma(sop)
    tuntas = kasus.langkah[-1].penutup is not None
    selisih = round(kasus.jumlah - norma, SATU_ANGKA) if tuntas and kasus.utuh else None
    belum = ("" if tuntas else "Belum tuntas", "" if kasus.utuh else TANPA_TANDA)
    isi = (
        *(sebut_menit(kasus.jumlah), sebut_selisih(selisih), ""),
        "; ".join(filter(None, belum)),
    )
    jumlah = BarisKepatuhan(None, isi, judul=_sebut_jumlah(sop), norma=f"{norma} Menit")
    return (*baris, jumlah)


def susun_baris_bulan(sop: Sop, ukuran: Sequence[UkuranBulan]) -> tuple[BarisKepatuhan, ...]:
    """The sheet's rows of a month and the row of all of them together."""
    from sooko_desk.printing.lembar_kepatuhan import BarisKepatuhan

    baris = []
    for u in ukuran:
        selisih = None
        if u.median is not None and u.norma is not None:
            selisih = round(u.median - u.norma, SATU_ANGKA)
        isi = (
            str(len(u.menit)) if u.menit else TANPA_UKURAN,
            TANPA_UKURAN if u.median is None else sebut_menit(u.median),
            sebut_selisih(selisih),
            TANPA_UKURAN if u.tepat is None else sebut_bagian(u.tepat, len(u.menit)),
            f"{sebut_menit(u.menit[-1])} ({u.terlama})" if u.menit else TANPA_UKURAN,
            "; ".join(_ket_bulan(sop, u)),
        )
        if u.langkah is None:
            norma = f"{u.norma} Menit"
            baris.append(BarisKepatuhan(None, isi, judul=_sebut_jumlah(sop), norma=norma))
        else:
            langkah = _langkah_lembar(sop, u.langkah)
            baris.append(BarisKepatuhan(langkah, isi, lewat=(selisih or 0) > 0))
    return tuple(baris)


def list_catatan_kasus(kasus: UkuranKasus) -> Iterator[str]:
    """What was left out of one case's minutes, and how they were measured."""
    if kasus.ragu:
        yield f"{KATA_TIDAK_AKURAT}: jam komputer diragukan pada sebagian langkah ini."
    elif not kasus.akurat:
        yield f"{KATA_TIDAK_AKURAT}: jam komputer pernah mundur di antara langkah-langkah ini."
    lama = kasus.lama
    pihak = (
        ("menunggu pemohon", lama.menit_pihak(PEMOHON)),
        ("menunggu Dispendukcapil", lama.menit_pihak(DISPENDUKCAPIL)),
        ("SIAK gangguan", lama.menit_gangguan),
    )
    diluar = [f"{nama} {sebut_menit(menit)} menit" for nama, menit in pihak if menit]
    if diluar:
        yield f"Tidak dihitung: {', '.join(diluar)}."
    yield MENIT_KANTOR


def list_catatan_bulan(kasus: Sequence[UkuranKasus]) -> Iterator[str]:
    """What was left out of a month's minutes."""
    for kata, kacau in (
        ("pernah mundur", [k.ringkasan.kode_pindai for k in kasus if not (k.akurat or k.ragu)]),
        ("diragukan", [k.ringkasan.kode_pindai for k in kasus if k.ragu]),
    ):
        if kacau:
            yield (
                f"{KATA_TIDAK_AKURAT}: {len(kacau)} permohonan tidak dihitung karena jam komputer "
                f"{kata} ({_sebut_kode(kacau)})."
            )
    if tanda := [k.ringkasan.kode_pindai for k in kasus if k.akurat and not k.utuh]:
        yield (
            f"{KATA_TIDAK_AKURAT}: langkah yang ditandai Kasi tidak dihitung, pada {len(tanda)} "
            f"permohonan ({_sebut_kode(tanda)})."
        )
    akurat = [k.lama for k in kasus if k.akurat]
    for nama, menit in (
        ("Berkas dikembalikan, menunggu pemohon", [x.menit_pihak(PEMOHON) for x in akurat]),
        ("SIAK gangguan", [x.menit_gangguan for x in akurat]),
    ):
        kena = [x for x in menit if x]
        if kena:
            yield (
                f"{nama}: {len(kena)} permohonan, seluruhnya {sebut_menit(sum(kena))} menit; "
                "tidak dihitung."
            )


def _sebut_jumlah(sop: Sop) -> str:
    if all(langkah.waktu_menit is not None for langkah in list_lembar(sop)):
        return "JUMLAH"
    return "JUMLAH langkah yang berbatas waktu"


def _sebut_kode(kode: Sequence[str]) -> str:
    lebih = len(kode) - KODE_TERBANYAK
    sebut = ", ".join(kode[:KODE_TERBANYAK])
    return f"{sebut}, dan {lebih} lagi" if lebih > 0 else sebut


def _langkah_lembar(sop: Sop, langkah: Langkah) -> LangkahLembar:
    from sooko_desk.printing.lembar_kepatuhan import LangkahLembar

    assert langkah.nomor is not None
    judul = [" ".join(k.casefold().split()) for k in sop.lembar.kolom_pelaksana]
    return LangkahLembar(
        nomor=langkah.nomor,
        kegiatan=langkah.kegiatan,
        lajur=judul.index(" ".join(langkah.pelaksana.casefold().split())),
        disimpulkan=langkah.pelaksana_disimpulkan,
        kelengkapan=langkah.kelengkapan,
        norma=langkah.waktu_menit,
        output=langkah.output,
    )


def _nyata(u: UkuranLangkah) -> str:
    return TANPA_UKURAN if u.menit is None else sebut_menit(u.menit)


def _oleh(u: UkuranLangkah) -> str:
    if u.berjalan:
        return "Sedang berjalan"
    if u.penutup is None:
        return "Belum dikerjakan"
    return f"{u.penutup.petugas}, {sebut_saat(u.penutup.waktu)}"


def _ket_kasus(sop: Sop, u: UkuranLangkah) -> Iterator[str]:
    if u.langkah.keterangan:
        yield u.langkah.keterangan.rstrip(".")
    if u.langkah.waktu_menit is None:
        yield TANPA_BATAS
    if u.tidak_akurat:
        yield KATA_TIDAK_AKURAT
    elif u.mendahului is not None:
        yield f"Dicatat mendahului {_sebut_langkah(u.mendahului)}"
    elif u.menit is None and u.langkah is sop.awal:
        yield AWAL_TAK_TERUKUR
    if u.kali > 1 and u.langkah is not sop.awal:
        yield f"{u.kali} kali dikerjakan"
    if u.jeda:
        yield f"Menunggu pihak lain {sebut_menit(u.jeda)} menit, tidak dihitung"
    if u.gangguan:
        yield f"SIAK gangguan {sebut_menit(u.gangguan)} menit, tidak dihitung"
    if u.lewat:
        yield "Lewat waktu SOP"


def _ket_bulan(sop: Sop, u: UkuranBulan) -> Iterator[str]:
    if u.langkah is None:
        return
    if u.langkah.keterangan:
        yield u.langkah.keterangan.rstrip(".")
    if u.norma is None:
        yield TANPA_BATAS
    if not u.menit and u.langkah is sop.awal:
        yield AWAL_TAK_TERUKUR
    if u.mendahului:
        yield f"{u.mendahului} dicatat mendahului"
    if u.berulang:
        yield f"{u.berulang} dikerjakan ulang"
    if u.tidak_akurat:
        yield f"{u.tidak_akurat} waktunya tidak akurat"


def _sebut_langkah(langkah: Langkah) -> str:
    nama = langkah.nama.lower()
    return f"langkah {langkah.nomor} ({nama})" if langkah.nomor else nama
