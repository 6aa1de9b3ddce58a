"""What kind of thing an event was, for the counts of the daily book and the monthly report.

What an SOP says of its steps decides; an outcome that was undone counts nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_KHUSUS, LANGKAH_KOREKSI, list_yang_berlaku
from sooko_desk.domain.lama import PEMOHON
from sooko_desk.domain.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sooko_desk.data.peristiwa_harian import NomorTercatat, PeristiwaKasus
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Sop
    from sooko_desk.services.rak import RakService

BUKU_REGISTER = "register"


class Golongan(StrEnum):
    """A column of the counts; the value is its heading."""

    TERIMA = "Diterima"
    LENGKAP = "Lengkap"
    KEMBALI = "Dikembalikan"
    TOLAK = "Ditolak"
    ENTRI = "Entri data"
    VERIFIKASI = "Verifikasi"
    REGISTER = "Register"
    SERAH = "Diserahkan"
    KOREKSI = "Pembetulan"


_LANGKAH = {"entri": Golongan.ENTRI, "verifikasi": Golongan.VERIFIKASI}
"""Steps known by their id, as in the columns of the register book."""


@dataclass(frozen=True, slots=True)
class Kejadian:
    """An event with its case.

    Attributes:
        golongan: what it counts as; empty = nothing.
        pertama: it began the case.
        nomor_register: the number that was taken with it; "" = none.
    """

    kasus: RingkasanPermohonan
    peristiwa: Peristiwa
    golongan: frozenset[Golongan]
    pertama: bool
    nomor_register: str


def list_kejadian(
    store: Store, rak: RakService, semua: Sequence[PeristiwaKasus]
) -> tuple[Kejadian, ...]:
    """The events with their cases and what they count as, in the order given.

    An outcome counts as undone where the undoing is among the events of the case by now.
    """
    milik = {satu.permohonan_id for satu in semua}
    kasus = store.peristiwa_harian.list_ringkasan(milik)
    cerita = store.permohonan.list_riwayat(sorted(milik))
    berlaku = {i: {p.urut for p in list_yang_berlaku(riwayat)} for i, riwayat in cerita.items()}
    nomor = {
        (n.permohonan_id, n.dicatat): n.nomor
        for n in store.peristiwa_harian.list_nomor(milik)
        if n.buku == BUKU_REGISTER
    }
    hasil = []
    for satu in semua:
        r, p = kasus[satu.permohonan_id], satu.peristiwa
        pertama = p.urut == cerita[r.id][0].urut
        tercatat = nomor.get((r.id, p.waktu), "") if _ambil_nomor(rak.get(r.sop_sidik), p) else ""
        golongan = frozenset(
            golongkan(rak.get(r.sop_sidik), p, pertama=pertama, bernomor=bool(tercatat))
            if p.langkah in LANGKAH_KHUSUS or p.urut in berlaku[r.id]
            else ()
        )
        hasil.append(Kejadian(r, p, golongan, pertama, tercatat))
    return tuple(hasil)


def golongkan(sop: Sop, p: Peristiwa, *, pertama: bool, bernomor: bool) -> Iterator[Golongan]:
    """What an event that stands counts as.

    Args:
        sop: the SOP of its case.
        p: the event.
        pertama: it began the case.
        bernomor: a register number was taken with it.
    """
    if p.langkah in LANGKAH_KHUSUS:
        if p.langkah == LANGKAH_KOREKSI:
            yield Golongan.KOREKSI
        return
    langkah = sop.get_langkah(p.langkah)
    hasil = langkah.get_hasil(p.hasil)
    if pertama:
        yield Golongan.TERIMA
    if "berkas" in hasil.wajib:
        yield Golongan.LENGKAP
    if hasil.menunggu == PEMOHON:
        yield Golongan.KEMBALI
    elif hasil.mundur and langkah.tolak:
        yield Golongan.TOLAK
    if p.langkah in _LANGKAH and not hasil.mundur:
        yield _LANGKAH[p.langkah]
    if bernomor:
        yield Golongan.REGISTER
    if p.ke == SELESAI:
        yield Golongan.SERAH


def hitung(semua: Sequence[Kejadian]) -> Counter[Golongan]:
    """How many of each kind."""
    return Counter(g for satu in semua for g in satu.golongan)


def susun_hitungan(
    semua: Sequence[Kejadian], kolom: Sequence[Golongan], layanan: Collection[str]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Counts by service and reason of request as rows of words.

    Args:
        semua: the events.
        kolom: what is counted.
        layanan: the services in their order; those not named follow.

    Returns:
        Rows of label and a number for each of `kolom`, and how many of the last are sums.
    """
    urutan = {nama: n for n, nama in enumerate(layanan)}
    dihitung = [k for k in semua if k.golongan & set(kolom)]
    per_jenis: dict[tuple[int, str, str, str], list[Kejadian]] = {}
    for k in dihitung:
        r = k.kasus
        kunci = (urutan.get(r.layanan, len(urutan)), r.layanan, r.jenis_kode, r.jenis_nama)
        per_jenis.setdefault(kunci, []).append(k)
    if not per_jenis:
        return (), 0
    baris = [
        _baris(f"{nama}  {kode} {jenis}", per_jenis[kunci], kolom, "–")
        for kunci in sorted(per_jenis)
        for _, nama, kode, jenis in (kunci,)
    ]
    per_layanan = list(dict.fromkeys(nama for _, nama, _, _ in sorted(per_jenis)))
    jumlah = [
        _baris(f"Jumlah {nama}", [k for k in dihitung if k.kasus.layanan == nama], kolom, "0")
        for nama in (per_layanan if len(per_layanan) > 1 else ())
    ]
    jumlah.append(_baris("JUMLAH", dihitung, kolom, "0"))
    return (*baris, *jumlah), len(jumlah)


def list_nomor_dipakai(
    semua: Sequence[Kejadian], nomor: Sequence[NomorTercatat]
) -> tuple[tuple[str, str, str, str, str], ...]:
    """Service, book, first and last number and how many, of the numbers that the events took."""
    register = {k.nomor_register for k in semua if k.nomor_register}
    terima = {k.kasus.id for k in semua if k.pertama}
    per_buku: dict[tuple[str, str], list[NomorTercatat]] = {}
    for n in nomor:
        if n.nomor in register or (n.buku != BUKU_REGISTER and n.permohonan_id in terima):
            per_buku.setdefault((n.layanan, n.buku), []).append(n)
    return tuple(
        (
            layanan,
            "Register" if buku == BUKU_REGISTER else "Tanda bukti",
            milik[0].nomor,
            milik[-1].nomor,
            _sebut_banyak(milik),
        )
        for (layanan, buku), milik in per_buku.items()
    )


def _sebut_banyak(milik: Sequence[NomorTercatat]) -> str:
    """How many, and which places between the first and the last were taken on other days."""
    ada = {n.urut for n in milik}
    sela = max(ada) - min(ada) + 1 - len(ada)
    return f"{len(milik)} ({sela} di antaranya hari lain)" if sela > 0 else str(len(milik))


def _baris(
    label: str, semua: Sequence[Kejadian], kolom: Sequence[Golongan], nol: str
) -> tuple[str, ...]:
    banyak = hitung(semua)
    return (label, *(str(banyak[g]) if banyak[g] else nol for g in kolom))


def _ambil_nomor(sop: Sop, p: Peristiwa) -> bool:
    if p.langkah in LANGKAH_KHUSUS or p.hasil == HASIL_BATAL:
        return False
    return bool(sop.get_langkah(p.langkah).nomor_buku)
