import datetime as dt

from builders import NAMA_KASI, SENIN_PAGI

SATU_MENIT = dt.timedelta(minutes=1)


def test_what_was_never_set_is_not_found(store):
    assert store.pengaturan.find("jam_kerja") is None
    assert store.pengaturan.list_awalan("syarat/") == {}
    assert store.pengaturan.list_riwayat("jam_kerja") == ()


def test_the_newest_text_holds_and_every_change_stays(kantor):
    pengaturan = kantor.store.pengaturan
    pengaturan.simpan("jam_kerja", "lama", kantor.kasi, SENIN_PAGI)
    pengaturan.simpan("jam_kerja", "baru", kantor.kasi, SENIN_PAGI + SATU_MENIT)
    pengaturan.simpan("hari_libur", "lain", kantor.kasi, SENIN_PAGI)
    assert pengaturan.find("jam_kerja") == "baru"
    riwayat = pengaturan.list_riwayat("jam_kerja")
    assert [(b.isi, b.petugas) for b in riwayat] == [("baru", NAMA_KASI), ("lama", NAMA_KASI)]
    assert riwayat[0].waktu - riwayat[1].waktu == SATU_MENIT


def test_an_empty_text_goes_back_to_what_is_shipped(kantor):
    pengaturan = kantor.store.pengaturan
    for isi in ("kantor", ""):
        pengaturan.simpan("syarat/KK/I.B.2", isi, kantor.kasi, SENIN_PAGI)
    pengaturan.simpan("syarat/KTP/II.A", "kantor", kantor.kasi, SENIN_PAGI)
    pengaturan.simpan("syaratan", "bukan", kantor.kasi, SENIN_PAGI)
    assert pengaturan.find("syarat/KK/I.B.2") is None
    assert pengaturan.list_awalan("syarat/") == {"syarat/KTP/II.A": "kantor"}
    assert len(pengaturan.list_riwayat("syarat/KK/I.B.2")) == 2


def test_a_text_is_found_as_it_held_at_a_moment(kantor):
    pengaturan = kantor.store.pengaturan
    for menit, isi in ((0, "lama"), (10, "baru"), (20, ""), (30, "lagi")):
        pengaturan.simpan("kantor", isi, kantor.kasi, SENIN_PAGI + menit * SATU_MENIT)
    pengaturan.simpan("lain", "bukan", kantor.kasi, SENIN_PAGI)
    pada = {
        menit: pengaturan.find_pada("kantor", SENIN_PAGI + menit * SATU_MENIT)
        for menit in (-1, 0, 9, 10, 25, 30, 99)
    }
    assert pada == {
        -1: None, 0: "lama", 9: "lama", 10: "baru", 25: None, 30: "lagi", 99: "lagi"
    }  # fmt: skip


def test_after_a_clock_that_jumped_back_the_change_made_later_holds(kantor):
    pengaturan = kantor.store.pengaturan
    pengaturan.simpan("kantor", "lama", kantor.kasi, SENIN_PAGI)
    pengaturan.simpan("kantor", "baru", kantor.kasi, SENIN_PAGI - SATU_MENIT)
    assert pengaturan.find_pada("kantor", SENIN_PAGI) == "baru"
