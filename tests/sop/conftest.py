from pathlib import Path
from types import MappingProxyType

import pytest

from sooko_desk.domain.sop import Pilihan
from sooko_desk.sop.tabel import Tabel


@pytest.fixture(scope="session")
def teks_kia():
    """A third service, complete in one file."""
    return (Path(__file__).parent / "contoh" / "kia.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def tabel_kecil():
    return Tabel((), MappingProxyType({"golongan_darah": (Pilihan("1", "A"), Pilihan("2", "B"))}))


@pytest.fixture
def folder_kia(tmp_path, teks_kia):
    """An office folder with the third service and its one table."""
    (tmp_path / "tabel").mkdir()
    (tmp_path / "tabel" / "golongan_darah.csv").write_text(
        "kode,nama\n1,A\n2,B\n", encoding="utf-8"
    )
    (tmp_path / "kia.toml").write_text(teks_kia, encoding="utf-8")
    return tmp_path
