"""What an outcome asks of papers and reason, and what its event tells of them in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sooko_desk.domain import kelengkapan
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.luar import gabung_alasan
from sooko_desk.domain.permohonan import Cocok
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.domain.tanggal import tanggal_pendek

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Berkas
    from sooko_desk.domain.sop import Hasil, Isian, Langkah

BAGIAN_UNGGAH = "unggah"
"""`Langkah.bagian` of the step in which papers are ticked as uploaded."""
PANJANG_ALASAN = 300


def susun_alasan(langkah: Langkah, hasil: Hasil, tolak: str, alasan: str) -> str:
    """The reason as it is stored: the standard one, where one was chosen, and the free words.

    Args:
        tolak: code of `Langkah.tolak`; "" = free words only. Without meaning where the outcome
            goes forward.
        alasan: as typed.

    Raises:
        FieldsError: "alasan": the step has no such standard reason.
    """
    bebas = " ".join(alasan.split())
    if not tolak or not hasil.mundur:
        return bebas
    baku = next((p for p in langkah.tolak if p.kode == tolak), None)
    if baku is None:
        raise FieldsError({"alasan": "Alasan itu tidak ada lagi dalam daftar. Pilih yang lain."})
    return gabung_alasan(baku, bebas)


def susun_unggahan(
    langkah: Langkah,
    hasil: Hasil,
    berkas: tuple[Berkas, ...],
    kode: frozenset[str],
    saat: dt.datetime,
) -> tuple[Berkas, ...]:
    """The checklist with what a move says of uploads.

    Going back voids every tick: corrected data must be uploaded anew, as an early step must.

    Args:
        kode: codes of the papers that the officer ticked.
        saat: aware UTC, instant of the move.

    Raises:
        FieldsError: "unggah": nothing is ticked, or a paper that is not there.
    """
    if hasil.mundur:
        return kelengkapan.tandai_unggahan(berkas, (), saat)
    if langkah.bagian != BAGIAN_UNGGAH:
        return berkas
    dapat = {b.kode for b in kelengkapan.list_unggah(berkas)}
    if not kode:
        raise FieldsError({"unggah": "Centang dulu berkas yang sudah terunggah ke SIAK."})
    if lain := sorted(kode - dapat):
        raise FieldsError(
            {"unggah": f"{', '.join(lain)} tidak ada dalam berkas, jadi tidak dapat terunggah."}
        )
    return kelengkapan.tandai_unggahan(berkas, kode, saat)


def list_belum_unggah(langkah: Langkah, berkas: tuple[Berkas, ...]) -> dict[str, str]:
    """A sentence under "unggah" where papers that are there stay without a tick; {} = none.

    Args:
        langkah: a step that goes forward.
        berkas: the checklist after it.
    """
    if langkah.bagian != BAGIAN_UNGGAH:
        return {}
    belum = [b.nama for b in kelengkapan.list_unggah(berkas) if b.diunggah is None]
    return {"unggah": f"Belum dicentang: {'; '.join(belum)}."} if belum else {}


def check_syarat_hasil(hasil: Hasil, berkas: tuple[Berkas, ...], alasan: str) -> None:
    """Refuse an outcome whose conditions (`Hasil.wajib`) are not met.

    Args:
        hasil: the outcome that was chosen.
        berkas: the checklist as marked now.
        alasan: the reason, spaces put in order; "" = none.

    Raises:
        RuleError: required papers are missing; names them.
        FieldsError: "alasan" is missing or too long.
    """
    kurang = kelengkapan.sebut_kurang(berkas)
    if "berkas" in hasil.wajib and kurang:
        raise RuleError(
            f"Belum dapat dinyatakan lengkap. Berkas wajib yang belum ada: {kurang}. "
            "Centang bila ada, atau pilih Tidak lengkap."
        )
    if "kurang" in hasil.wajib and not (kurang or alasan):
        raise FieldsError(
            {
                "alasan": "Semua berkas wajib sudah dicentang. Hapus centang berkas yang kurang, "
                "atau tulis alasannya di sini."
            }
        )
    if "alasan" in hasil.wajib and not alasan:
        raise FieldsError({"alasan": "Tulis alasannya dulu."})
    if len(alasan) > PANJANG_ALASAN:
        raise FieldsError(
            {"alasan": f"Alasan paling banyak {PANJANG_ALASAN} huruf; yang terketik {len(alasan)}."}
        )


def list_kekurangan(hasil: Hasil, berkas: tuple[Berkas, ...]) -> tuple[str, ...]:
    """Codes of the missing papers that an outcome tells of; () where it tells of none."""
    if "kurang" not in hasil.wajib:
        return ()
    return tuple(b.kode for b in kelengkapan.list_kurang(berkas))


def susun_rincian(
    lama: tuple[Berkas, ...],
    hasil: Hasil,
    berkas: tuple[Berkas, ...],
    daftar: tuple[Isian, ...],
    isian: dict[str, str],
) -> dict[str, str]:
    """What the story tells of the move, in words; numbers of people stay masked.

    Args:
        lama: the checklist before.
        hasil: the outcome.
        berkas: the checklist as marked now.
        daftar: the fields of the step.
        isian: their stored values, id -> value.
    """
    sudah_ada = {b.kode for b in lama if b.ada}
    sudah_unggah = {b.kode for b in lama if b.diunggah}
    sudah_salah = {b.kode for b in lama if b.cocok is Cocok.TIDAK}
    per_kata = {
        "Berkas ada": [b for b in berkas if b.ada and b.kode not in sudah_ada],
        "Berkas tidak ada": [b for b in berkas if not b.ada and b.kode in sudah_ada],
        "Diunggah": [b for b in berkas if b.diunggah and b.kode not in sudah_unggah],
        "Data tidak cocok": [
            b for b in berkas if b.cocok is Cocok.TIDAK and b.kode not in sudah_salah
        ],
    }
    rincian = {kata: "; ".join(b.nama for b in isi) for kata, isi in per_kata.items() if isi}
    if "kurang" in hasil.wajib and (kurang := kelengkapan.sebut_kurang(berkas)):
        rincian["Kurang"] = kurang
    for i in daftar:
        if isi := isian.get(i.id):
            rincian[i.label] = sebut_isian(i, isi)
    return rincian


def sebut_isian(isian: Isian, nilai: str) -> str:
    """A stored value in words for people: masked, dated, counted, or by the choice's name."""
    if isian.jenis is JenisIsian.TABEL:
        return f"{len(parse_tabel(nilai))} baris"
    if isian.jenis in (JenisIsian.NIK, JenisIsian.NKK):
        return samarkan(nilai)
    if isian.jenis is JenisIsian.TANGGAL:
        return tanggal_pendek(dt.date.fromisoformat(nilai))
    if isian.jenis is JenisIsian.PILIHAN:
        return next((p.nama for p in isian.pilihan if p.kode == nilai), nilai)
    return nilai
