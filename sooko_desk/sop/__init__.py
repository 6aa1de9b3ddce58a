"""SOP files (TOML) read into domain values. Knows nothing of cases."""

from sooko_desk.sop.muat import load_rak, load_sop, parse_sop
from sooko_desk.sop.rak import RakSop
from sooko_desk.sop.tabel import Desa, Tabel, load_tabel

__all__ = ["Desa", "RakSop", "Tabel", "load_rak", "load_sop", "load_tabel", "parse_sop"]
