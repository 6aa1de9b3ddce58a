"""Hand-over of a finished document: which answers about the collector do not fit together.

The fields are those of a step whose `Langkah.bagian` is "serah", found by their ids. A service
whose SOP asks for fewer of them is judged by those that it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError, PeringatanError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.sop import Hasil, Langkah

BAGIAN_SERAH = "serah"
"""`Langkah.bagian` of the step that hands the document over."""

ISIAN_NAMA = "nama_pengambil"
ISIAN_HUBUNGAN = "hubungan_pengambil"
ISIAN_IDENTITAS = "identitas_pengambil"
ISIAN_SURAT_KUASA = "surat_kuasa"
ISIAN_DITARIK = "tanda_bukti_ditarik"
ISIAN_SEBAB = "sebab_tanpa_tanda_bukti"

SENDIRI = "sendiri"
"""Relation of an applicant who comes himself; `KUASA` of who holds a letter of authority."""
KUASA = "kuasa"
ADA = "ada"
TIDAK_ADA = "tidak_ada"
TIDAK = "tidak"

_SURAT_KUASA_HARUS_ADA = (
    "Kuasa mengambil dengan surat kuasa F-1.07. Pilih Ada bila suratnya diserahkan; bila tidak "
    "ada, dokumen belum dapat diserahkan kepadanya."
)
_IDENTITAS_HARUS_ADA = (
    "Yang mengambil bukan pemohon: minta identitasnya, lalu pilih yang ditunjukkan."
)
_DITARIK_BELUM_DIISI = (
    "Pilih Ya bila tanda bukti ditarik. Bila tidak, pilih Tidak dan tulis sebabnya."
)
_SEBAB_BELUM_DIISI = "Tulis sebab tanda bukti tidak ditarik."
_NAMA_SAMA = (
    "Nama ini nama pemohon. Bila pemohon yang datang, pilih Pemohon sendiri; bila bukan, ketik "
    "nama yang mengambil."
)


def check_pengambilan(
    langkah: Langkah, hasil: Hasil, isian: Mapping[str, str], nama_pemohon: str, *, dilihat: bool
) -> None:
    """Refuse a hand-over that is not in order; any other step passes.

    Args:
        langkah, hasil: the step and its outcome.
        isian: as for `list_salah_pengambilan`.
        nama_pemohon: the applicant as stored.
        dilihat: these very values were warned of, and stand.

    Raises:
        FieldsError: something stands against it.
        PeringatanError: something should be looked at once.
    """
    if langkah.bagian != BAGIAN_SERAH or hasil.mundur:
        return
    if salah := list_salah_pengambilan(isian):
        raise FieldsError(salah)
    if not dilihat and (ragu := list_peringatan_pengambilan(isian, nama_pemohon)):
        raise PeringatanError(ragu)


def list_salah_pengambilan(isian: Mapping[str, str]) -> dict[str, str]:
    """What stands against the hand-over.

    Source: practice of the counters (receipt withdrawn at collection); F-1.07 is the letter of
    authority of Permendagri 109/2019.

    Args:
        isian: field id to stored value, of every field that the step asks for; "" = left empty.

    Returns:
        Field id to one sentence for the officer; empty when the document may be handed over.
    """
    salah: dict[str, str] = {}
    hubungan = isian.get(ISIAN_HUBUNGAN, "")
    if hubungan == KUASA and isian.get(ISIAN_SURAT_KUASA, ADA) != ADA:
        salah[ISIAN_SURAT_KUASA] = _SURAT_KUASA_HARUS_ADA
    lain = hubungan not in ("", SENDIRI)
    if lain and ISIAN_IDENTITAS in isian and isian[ISIAN_IDENTITAS] in ("", TIDAK_ADA):
        salah[ISIAN_IDENTITAS] = _IDENTITAS_HARUS_ADA
    if isian.get(ISIAN_DITARIK) == "":
        salah[ISIAN_DITARIK] = _DITARIK_BELUM_DIISI
    if isian.get(ISIAN_DITARIK) == TIDAK and isian.get(ISIAN_SEBAB) == "":
        salah[ISIAN_SEBAB] = _SEBAB_BELUM_DIISI
    return salah


def list_peringatan_pengambilan(isian: Mapping[str, str], nama_pemohon: str) -> dict[str, str]:
    """Doubts about who collects; the officer may go on.

    Args:
        isian: as for `list_salah_pengambilan`.
        nama_pemohon: the applicant as stored.

    Returns:
        Field id to one sentence for the officer.
    """
    nama, hubungan = isian.get(ISIAN_NAMA, ""), isian.get(ISIAN_HUBUNGAN, "")
    if not nama or not hubungan:
        return {}
    sama = find_hubungan(nama, nama_pemohon) == SENDIRI
    if hubungan == SENDIRI and not sama:
        kalimat = f"Pemohon sendiri yang mengambil, tetapi nama pemohon {nama_pemohon}. Periksa."
        return {ISIAN_NAMA: kalimat}
    if hubungan != SENDIRI and sama:
        return {ISIAN_NAMA: _NAMA_SAMA}
    return {}


def find_hubungan(nama: str, nama_pemohon: str) -> str:
    """Relation that the name of who collects tells by itself: `SENDIRI`, else "" = to be asked.

    Args:
        nama: as typed; "" tells nothing.
        nama_pemohon: the applicant as stored.
    """
    return SENDIRI if nama and _huruf(nama) == _huruf(nama_pemohon) else ""


def _huruf(nama: str) -> str:
    """A name as it is compared: apostrophes, dots, blanks and capitals do not make another."""
    return "".join(filter(str.isalpha, nama.casefold()))
