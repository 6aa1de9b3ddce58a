"""The card of the recovery code: what it tells whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sooko_desk.services.kunci_kertas import KunciKertasService
from sooko_desk.ui.jaga.kartu_kode import LATIHAN, KartuKode

SETAHUN = 60 * 24 * 365


@pytest.fixture
def tanpa_kertas(kantor, clock):
    """The same register, before the ceremony or for practice."""
    kantor.store.berkas_kunci.kunci = replace(kantor.store.kunci, kertas=None)

    def service(*, latihan=False):
        return KunciKertasService(kantor.store, clock, latihan=latihan)

    return service


@pytest.mark.parametrize(
    ("siapa", "anjuran"),
    [("kasi", "Buat kode baru sekarang."), ("operator", "Minta Kasi membuatnya di sini.")],
)
def test_without_a_paper_each_is_told_what_to_do(qtbot, kantor, tanpa_kertas, siapa, anjuran):
    kartu = KartuKode(tanpa_kertas(), getattr(kantor, siapa))
    qtbot.addWidget(kartu)
    assert kartu.fakta == (f"Belum ada di kertas, jadi permohonan belum dapat disimpan. {anjuran}")
    assert not kartu.uji.isEnabled()
    assert kartu.baru.isEnabled() == (siapa == "kasi")


def test_practice_needs_none(qtbot, kantor, tanpa_kertas):
    kartu = KartuKode(tanpa_kertas(latihan=True), kantor.kasi)
    qtbot.addWidget(kartu)
    assert kartu.fakta == LATIHAN


def test_after_a_year_the_operator_reminds_the_kasi(qtbot, kantor, clock):
    kartu = KartuKode(kantor.meja.kunci_kertas, kantor.operator)
    qtbot.addWidget(kartu)
    assert kartu.fakta.endswith("belum pernah diuji.")
    clock.maju(SETAHUN)
    kartu.segarkan()
    assert kartu.fakta.endswith("Sudah setahun tidak diuji: ingatkan Kasi mengujinya.")
