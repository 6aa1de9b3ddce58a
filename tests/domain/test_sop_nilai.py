import pytest

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.sop import Peran
from sooko_desk.sop.muat import load_sop

KTP = load_sop(AKAR / "sop_data" / "ktp-2025-02-26.toml")


def test_parts_of_an_sop_are_found_by_their_ids_only():
    assert KTP.get_jenis("II.A").nama == "Baru"
    assert KTP.get_langkah("kirim").get_hasil("terkirim").ke == "di_dispendukcapil"
    for cari in (KTP.get_jenis, KTP.get_langkah, KTP.awal.get_hasil):
        with pytest.raises(KeyError, match="lain"):
            cari("lain")


def test_roles_have_the_words_of_the_office():
    assert [p.nama for p in Peran] == ["Operator", "Kasi Pelayanan"]
