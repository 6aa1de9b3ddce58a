import pytest
from flows.loket import Loket


@pytest.fixture
def loket(qapp, tmp_path):
    """A counter with both officers, not yet opened; closed and freed afterwards."""
    loket = Loket(tmp_path).atur_petugas()
    yield loket
    loket.tutup()


@pytest.fixture
def baru(qapp, tmp_path):
    """A counter on its very first day."""
    loket = Loket(tmp_path)
    yield loket
    loket.tutup()
