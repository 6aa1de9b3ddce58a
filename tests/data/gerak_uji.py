"""A move that is ready to be stored."""

from __future__ import annotations

from dataclasses import replace

from builders import SENIN_PAGI

from sooko_desk.data.perintah import GerakBaru, MintaNomor


def make_gerak(kantor, permohonan, **ganti):
    """The sending of a case that stands before "kirim", with a number of the register."""
    r = permohonan.ringkasan
    gerak = GerakBaru(
        token=f"gerak-{r.id}-{r.versi}",
        permohonan_id=r.id,
        versi=r.versi,
        langkah="kirim",
        hasil="terkirim",
        ke="di_dispendukcapil",
        status="Terkirim",
        menunggu="dispendukcapil",
        petugas=kantor.operator,
        waktu=SENIN_PAGI,
        nomor=MintaNomor("register", "R-{urut}-{tahun}", 2026),
    )
    return replace(gerak, **ganti)
