"""Numbers of the power-cut pad: never given to anyone else, each one used or voided."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

import peewee as pw
import pytest
from builders import DESA, NAMA_KASI, NIK, SENIN_PAGI, make_meja
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.perintah import MintaNomor, PenerimaanBaru, Susulan
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar
from sooko_desk.domain.waktu import JamTetap

POLA = "TB-{urut}/{tahun}"
JUMAT = SENIN_PAGI - dt.timedelta(days=3)


def pesan(kantor, token="a", banyak=2, **ganti):
    baru = CadanganBaru(token, "KK", POLA, 2026, banyak, kantor.kasi, SENIN_PAGI)
    return kantor.store.nomor_cadangan.pesan(replace(baru, **ganti))


def terima(kantor, token, cadangan_id=None, **ganti):
    """An intake, or the late entry of a slip that was written on Friday."""
    susulan = None if cadangan_id is None else Susulan(cadangan_id, SENIN_PAGI)
    baru = PenerimaanBaru(
        token=token,
        sop=kantor.sop(),
        jenis_kode="I.A.1",
        jenis_nama="Baru",
        pemohon=Pemohon("ANI MISAL", NIK, "", DESA),
        pembawa=Pembawa(),
        pengantar=Pengantar(),
        catatan="",
        berkas=(),
        langkah="terima",
        hasil="diterima",
        posisi="periksa",
        status="Menunggu",
        menunggu="",
        petugas=kantor.operator,
        waktu=SENIN_PAGI if susulan is None else JUMAT,
        nomor=MintaNomor("tanda_bukti", POLA, 2026),
        rincian={} if susulan is None else {"Entri susulan": "23/11/2026"},
        susulan=susulan,
    )
    satu = kantor.store.permohonan.simpan_penerimaan(replace(baru, **ganti))
    return kantor.store.permohonan.get(satu)


def baca_nomor(kantor):
    tanya = "SELECT urut, nomor, permohonan_id, dicatat FROM nomor ORDER BY urut"
    return kantor.store._db.execute_sql(tanya).fetchall()


def test_reserved_numbers_follow_the_last_one_and_are_stepped_over(kantor):
    assert terima(kantor, "1").ringkasan.nomor_tanda_bukti == "TB-1/2026"
    dua, tiga = pesan(kantor)
    assert [(c.urut, c.nomor, c.kode_pindai) for c in (dua, tiga)] == [
        (2, "TB-2/2026", "TB-KK-2026-00002"),
        (3, "TB-3/2026", "TB-KK-2026-00003"),
    ]
    assert (dua.petugas, dua.waktu, dua.akhir, dua.token) == (NAMA_KASI, SENIN_PAGI, "", "a")
    assert terima(kantor, "2").ringkasan.nomor_tanda_bukti == "TB-4/2026"
    [lima] = pesan(kantor, "b", 1)
    assert lima.urut == 5
    store = kantor.store.nomor_cadangan
    assert store.list_terbuka() == store.list_terbuka("KK") == (dua, tiga, lima)
    assert store.list_terbuka("KTP") == ()
    assert (store.list_token("b"), store.list_token("c")) == ((lima,), ())
    assert store.find_kode_pindai("TB-KK-2026-00003") == tiga
    assert store.find_kode_pindai("TB-KK-2026-00004") is None


def test_the_same_press_twice_reserves_once(kantor):
    assert pesan(kantor) == pesan(kantor)
    assert len(kantor.store.nomor_cadangan.list_terbuka()) == 2


def test_a_late_entry_carries_the_number_and_the_day_of_its_slip(kantor):
    satu, dua = pesan(kantor)
    permohonan = terima(kantor, "s", dua.id)
    r = permohonan.ringkasan
    assert (r.nomor_tanda_bukti, r.kode_pindai) == (dua.nomor, dua.kode_pindai)
    assert (r.diterima, r.posisi_sejak, permohonan.riwayat[0].waktu) == (JUMAT,) * 3
    assert permohonan.riwayat[0].rincian == {"Entri susulan": "23/11/2026"}
    [(urut, nomor, kasus, dicatat)] = baca_nomor(kantor)
    assert (urut, nomor, kasus, dicatat[:10]) == (2, dua.nomor, r.id, "2026-11-23")
    assert kantor.store.nomor_cadangan.list_terbuka() == (satu,)
    [_, dipakai] = kantor.store.nomor_cadangan.list_token("a")
    assert (dipakai.akhir, dipakai.permohonan_id, dipakai.alasan) == ("dipakai", r.id, "")
    assert terima(kantor, "s", dua.id) == permohonan
    assert terima(kantor, "biasa").ringkasan.nomor_tanda_bukti == "TB-3/2026"


def test_a_voided_number_keeps_its_reason_and_its_place(kantor):
    satu, dua = pesan(kantor)
    store = kantor.store.nomor_cadangan
    batal = store.batalkan(satu.id, "Lembar sobek", kantor.kasi, SENIN_PAGI)
    assert (batal.akhir, batal.alasan, batal.permohonan_id) == ("batal", "Lembar sobek", None)
    assert store.batalkan(satu.id, "Lain", kantor.operator, SENIN_PAGI) == batal
    assert store.list_terbuka() == (dua,)
    assert terima(kantor, "1").ringkasan.nomor_tanda_bukti == "TB-3/2026"


def test_what_is_not_open_is_refused_with_its_number_and_stores_nothing(kantor):
    satu, dua = pesan(kantor)
    store = kantor.store.nomor_cadangan
    store.batalkan(satu.id, "Sobek", kantor.kasi, SENIN_PAGI)
    terima(kantor, "dua", dua.id)
    with pytest.raises(RuleError, match="TB-1/2026 sudah dibatalkan"):
        terima(kantor, "x", satu.id)
    with pytest.raises(RuleError, match="TB-2/2026 sudah dipakai"):
        terima(kantor, "y", dua.id)
    with pytest.raises(RuleError, match="TB-2/2026 sudah dipakai"):
        store.batalkan(dua.id, "Sobek", kantor.kasi, SENIN_PAGI)
    for coba in (
        lambda: terima(kantor, "z", 99),
        lambda: store.batalkan(99, "Sobek", kantor.kasi, SENIN_PAGI),
    ):
        with pytest.raises(RuleError, match="tidak ada dalam register"):
            coba()
    [tiga] = pesan(kantor, "b", 1, layanan="KTP", pola="KTP" + POLA)
    with pytest.raises(RuleError, match="milik layanan KTP"):
        terima(kantor, "k", tiga.id)
    assert len(baca_nomor(kantor)) == 1
    assert store.list_terbuka() == (tiga,)


def test_the_same_text_in_two_books_is_told_as_a_pattern_to_put_right(kantor):
    pesan(kantor)
    with pytest.raises(UserError, match="tab Nomor"):
        pesan(kantor, "b", layanan="KTP")
    with pytest.raises(UserError, match="tab Nomor"):
        terima(kantor, "x", sop=kantor.sop("KTP"))
    terima(kantor, "y")
    with pytest.raises(UserError, match="tab Nomor"):
        pesan(kantor, "c", 3, layanan="KTP")


SISIP_NOMOR = "INSERT INTO nomor VALUES (NULL, 'KK', 'tanda_bukti', 2026, ?, ?, ?, 1, '')"
SISIP_CADANGAN = (
    "INSERT INTO nomor_cadangan VALUES (NULL, 'x', 'KK', 'tanda_bukti', 2026, ?, ?, 'k', 1, '')"
)
SISIP_AKHIR = "INSERT INTO nomor_cadangan_akhir VALUES (NULL, ?, ?, ?, ?, 1, '')"


def test_the_file_itself_keeps_reserved_and_given_numbers_apart(kantor):
    lain = kantor.terima("KTP").ringkasan.id
    pemilik = terima(kantor, "1").ringkasan.id
    dua, tiga = pesan(kantor)
    tulis = kantor.store._db.execute_sql
    for perintah, isi in (
        (SISIP_NOMOR, (dua.urut, "bebas", lain)),
        (SISIP_NOMOR, (9, dua.nomor, lain)),
        (SISIP_CADANGAN, (1, "bebas")),
        (SISIP_CADANGAN, (9, "TB-1/2026")),
    ):
        with pytest.raises(pw.IntegrityError, match="nomor kembar"):
            tulis(perintah, isi)
    terima(kantor, "3", tiga.id)
    for isi in (
        (dua.id, "dipakai", None, ""),
        (dua.id, "batal", pemilik, "Sobek"),
        (dua.id, "batal", None, ""),
        (dua.id, "lain", None, "Sobek"),
        (tiga.id, "batal", None, "Sobek"),
    ):
        with pytest.raises(pw.IntegrityError):
            tulis(SISIP_AKHIR, isi)


GERAK = st.one_of(
    st.tuples(st.just("terima"), st.just(0)),
    st.tuples(st.just("pesan"), st.integers(1, 4)),
    st.tuples(st.just("pakai"), st.integers(0, 9)),
    st.tuples(st.just("batal"), st.integers(0, 9)),
)


def main_sekali(kantor, gerakan):
    dipakai = {}
    for n, (apa, isi) in enumerate(gerakan):
        terbuka = kantor.store.nomor_cadangan.list_terbuka()
        if apa == "terima":
            terima(kantor, f"t{n}")
        elif apa == "pesan":
            pesan(kantor, f"p{n}", isi)
        elif terbuka and apa == "pakai":
            satu = terbuka[isi % len(terbuka)]
            dipakai[satu.urut] = terima(kantor, f"t{n}", satu.id).ringkasan.id
        elif terbuka:
            satu = terbuka[isi % len(terbuka)]
            kantor.store.nomor_cadangan.batalkan(satu.id, "Sobek", kantor.kasi, SENIN_PAGI)
    return dipakai


@settings(max_examples=25)
@given(st.lists(GERAK, max_size=25))
def test_in_any_order_no_number_is_missing_and_none_is_given_twice(gerakan):
    with tempfile.TemporaryDirectory() as nama:
        kantor = make_meja(Path(nama), JamTetap(SENIN_PAGI))
        dipakai = main_sekali(kantor, gerakan)
        diberikan = {urut: kasus for urut, _, kasus, _ in baca_nomor(kantor)}
        cadangan = {
            c.urut: c.akhir
            for n in range(len(gerakan))
            for c in kantor.store.nomor_cadangan.list_token(f"p{n}")
        }
        teks = {nomor for _, nomor, _, _ in baca_nomor(kantor)}
        kode = kantor.store._db.execute_sql(
            "SELECT kode_pindai FROM permohonan UNION ALL SELECT kode_pindai FROM nomor_cadangan c "
            "WHERE NOT EXISTS (SELECT 1 FROM nomor n WHERE n.nomor = c.nomor)"
        ).fetchall()
        kantor.store.close()
    semua = diberikan.keys() | cadangan.keys()
    assert sorted(semua) == [*range(1, len(semua) + 1)]
    assert {u for u in cadangan if u in diberikan} == dipakai.keys()
    assert {u for u, akhir in cadangan.items() if akhir == "dipakai"} == dipakai.keys()
    assert all(diberikan[u] == kasus for u, kasus in dipakai.items())
    assert len(set(diberikan.values())) == len(diberikan) == len(teks)
    assert len(set(kode)) == len(kode) == len(semua)
