"""Events of the office: once per token, newest first, never changed."""

from __future__ import annotations

from builders import NAMA_KASI, SENIN_PAGI

from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru


def make_kejadian(kantor, token, jenis=JenisKejadian.MASUK, **ganti):
    return KejadianBaru(
        **{"token": token, "jenis": jenis, "petugas": kantor.kasi} | ganti, waktu=SENIN_PAGI
    )


def test_an_event_is_written_once_per_token_and_read_as_it_was(kantor):
    kasus = kantor.terima().ringkasan.id
    isi = {"tujuan": "Flashdisk kantor", "banyak": "12"}
    baru = make_kejadian(kantor, "a", JenisKejadian.EKSPOR, isi=isi, permohonan_id=kasus)
    nomor = kantor.store.kejadian.catat(baru)
    assert kantor.store.kejadian.catat(baru) == nomor
    satu = next(k for k in kantor.store.kejadian.list_kejadian() if k.id == nomor)
    assert (satu.jenis, satu.petugas, satu.waktu) == ("ekspor", NAMA_KASI, SENIN_PAGI)
    assert (satu.isi, satu.permohonan_id) == (isi, kasus)


def test_events_come_newest_first_by_kind_and_no_more_than_asked(kantor):
    for nomor in range(3):
        kantor.store.kejadian.catat(make_kejadian(kantor, f"m{nomor}"))
    kantor.store.kejadian.catat(make_kejadian(kantor, "p", JenisKejadian.PIN_SALAH, petugas=None))
    salah = kantor.store.kejadian.list_kejadian([JenisKejadian.PIN_SALAH])
    assert [(k.petugas, k.permohonan_id) for k in salah] == [("", None)]
    masuk = kantor.store.kejadian.list_kejadian([JenisKejadian.MASUK], batas=2)
    assert [k.id for k in masuk] == sorted((k.id for k in masuk), reverse=True)
    assert len(masuk) == 2
    assert kantor.store.kejadian.list_kejadian()[0] == salah[0]
