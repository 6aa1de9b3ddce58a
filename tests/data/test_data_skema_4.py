"""A register of schema 3 comes up whole: what it held, and the books that were not yet written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import peewee as pw
import pytest
from builders import SENIN_PAGI, make_meja
from playhouse.sqlcipher_ext import SqlCipherDatabase

from sooko_desk.data import buka, skema
from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.perintah import SaringCetakan
from sooko_desk.data.store import Store
from sooko_desk.domain.buku import JenisBaris, list_kolom_tersedia, make_bentuk_awal
from sooko_desk.domain.waktu import WIB, JamTetap

SKEMA_3 = Path(__file__).parent.parent / "old_files" / "skema_3"
TABEL_3 = (
    "petugas", "sop_tersimpan", "permohonan", "berkas", "isian", "peristiwa", "nomor", "cetakan",
    "kekurangan", "pengaturan", "lampiran", "gangguan", "kiriman", "kiriman_baris",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SKEMA_3, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def lama(folder):
    store = Store(folder)
    yield store
    store.close()


def buka_mentah(folder):
    kunci = json.loads((folder / NAMA_KUNCI).read_text(encoding="utf-8"))["kunci"]
    return SqlCipherDatabase(str(folder / NAMA_BERKAS), passphrase=f"x'{kunci}'")


def isi_tabel(db, kolom=None):
    """Every row of every table of schema 3, by its columns of then."""
    isi = {}
    for tabel in TABEL_3:
        nama = (kolom or {}).get(tabel) or [
            k[1] for k in db.execute_sql(f"PRAGMA table_info({tabel})").fetchall()
        ]
        tanya = f"SELECT {', '.join(nama)} FROM {tabel} ORDER BY 1"
        isi[tabel] = (nama, db.execute_sql(tanya).fetchall())
    return isi


def test_no_row_of_schema_3_is_changed(folder):
    db = buka_mentah(folder)
    assert db.execute_sql("PRAGMA user_version").fetchone() == (3,)
    sebelum = isi_tabel(db)
    db.close()
    store = Store(folder)
    sesudah = isi_tabel(store._db, {t: nama for t, (nama, _) in sebelum.items()})
    versi = store._db.execute_sql("PRAGMA user_version").fetchone()
    store.close()
    assert sesudah == sebelum
    assert versi == (skema.VERSI,)
    assert {t for t, (_, baris) in sebelum.items() if not baris} == {"lampiran"}


def test_the_cases_are_read_whole(lama):
    semua = [lama.permohonan.get(n) for n in range(1, 8)]
    assert [(p.ringkasan.layanan, p.ringkasan.posisi) for p in semua] == [
        ("KK", "selesai"), ("KK", "serahkan"), ("KTP", "serahkan"), ("KTP", "di_dispendukcapil"),
        ("KK", "terima"), ("KTP", "entri"), ("KK", "serahkan"),
    ]  # fmt: skip
    assert [p.ringkasan.nomor_register for p in semua] == [
        "471.14/1/416-313/2026", "471.14/2/416-313/2026", "471.13/1/416-313/2026",
        "471.13/2/416-313/2026", "", "", "471.14/1/416-313/2027",
    ]  # fmt: skip
    assert semua[0].ringkasan.pemohon.nama == "Suwarti Ningrum"
    assert (semua[0].ringkasan.prioritas, semua[1].ringkasan.tunggu_id) == ("lansia", 1)
    assert semua[0].isian["nama_pengambil"]
    [kiriman] = lama.kiriman.list_kiriman(9)
    assert (kiriman.nomor, kiriman.banyak) == ("DP-KTP/1/2026", 2)
    [gangguan] = lama.gangguan.list_semua("siak")
    assert (gangguan.alasan, gangguan.penutup) == ("Jaringan putus", "Bambang Misal")
    assert lama.pengaturan.find("catatan_kantor") == "isi"


def test_the_print_log_keeps_its_lines_and_has_nothing_in_the_new_columns(lama):
    cetakan = lama.cetakan.list_cetakan(9)
    assert [(c.id, c.hasil) for c in cetakan] == [(3, "tersimpan"), (2, "tercetak"), (1, "gagal")]
    assert {(c.alasan, c.kertas, c.rujukan, c.ulang_dari) for c in cetakan} == {("", "", "", None)}
    assert lama.cetakan.count_keluar(1, "tanda_bukti") == 1
    assert [c.id for c in lama.cetakan.list_cetakan(9, SaringCetakan(hasil="gagal"))] == [1]


def ringkas(store, layanan, tahun):
    return [
        (b.baris, b.jenis.value, b.urut, b.permohonan_id)
        for b in store.buku.list_baris(layanan, tahun)
    ]


def test_every_number_has_its_line_and_every_later_correction_its_dated_line(lama):
    assert ringkas(lama, "KK", 2026) == [
        (1, "catat", 1, 1),
        (2, "koreksi", None, 1),
        (3, "catat", 2, 2),
        (4, "koreksi", None, 2),
    ]
    assert ringkas(lama, "KK", 2027) == [(1, "catat", 1, 7), (2, "koreksi", None, 2)]
    assert ringkas(lama, "KTP", 2026) == [(1, "catat", 1, 3), (2, "catat", 2, 4)]
    for layanan in ("KK", "KTP"):
        for tahun in lama.register.list_tahun(layanan):
            catat = [b for b in lama.buku.list_baris(layanan, tahun) if b.jenis is JenisBaris.CATAT]
            nomor = lama.register.list_baris(layanan, tahun)
            assert [(b.urut, b.isi["nomor_register"], b.waktu) for b in catat] == [
                (n.urut, n.nomor, n.dicatat) for n in nomor
            ]


def test_a_line_says_what_its_book_said_on_that_day(lama):
    satu, koreksi, dua, _ = lama.buku.list_baris("KK", 2026)
    assert satu.isi == {
        "urut": "1",
        "nomor_register": "471.14/1/416-313/2026",
        "tgl_register": "23/11/2026",
        "nomor_tanda_bukti": "471.14/TB-1/416-313/2026",
        "tgl_terima": "23/11/2026",
        "nama": "Suwarti Ningsih",
        "nik": "************9001",
        "nkk": "************9001",
        "desa": "Japan",
        "jenis": "I.A.1 Membentuk Keluarga Baru",
        "petugas": "Rini Contoh",
    }
    assert koreksi.isi == {
        "nomor_register": "471.14/1/416-313/2026",
        "tgl_register": "23/11/2026",
        "petugas": "Bambang Misal",
        "pembetulan": "NIK: ************9001 → ************9001 (angka di depan dibetulkan); "
        "Nama pemohon: Suwarti Ningsih → Suwarti Ningrum; Desa: Japan → Gemekan",
    }
    assert (dua.isi["nama"], dua.isi["nkk"]) == ("Budi Umpama", "************9001")
    assert dua.isi["desa"] == "Sooko"
    [_, tahun_lalu] = lama.buku.list_baris("KK", 2027)
    assert tahun_lalu.isi["nomor_register"] == "471.14/2/416-313/2026"
    assert tahun_lalu.isi["pembetulan"] == "Desa: Sooko → Brangkal"
    assert tahun_lalu.isi["tgl_register"] == "04/01/2027"


def test_the_first_form_is_the_one_that_was_printed(lama):
    for layanan in ("KK", "KTP"):
        bentuk = lama.buku.find_bentuk(layanan)
        assert (bentuk.kolom, bentuk.per_halaman, bentuk.halaman_jilid) == (
            make_bentuk_awal().kolom,
            20,
            100,
        )
        [riwayat] = lama.buku.list_bentuk(layanan)
        assert (riwayat.petugas, riwayat.bentuk) == ("Rini Contoh", bentuk)
    assert lama.buku.list_bentuk("KTP")[0].waktu == lama.buku.list_baris("KTP", 2026)[0].waktu
    assert list_kolom_tersedia("KTP")[0] == bentuk.kolom[0]


def test_the_book_goes_on_where_the_old_program_left_it(folder):
    kantor = make_meja(folder, JamTetap(SENIN_PAGI.replace(year=2027, tzinfo=WIB)))
    try:
        permohonan = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
        assert permohonan.ringkasan.nomor_register == "471.13/1/416-313/2027"
        assert ringkas(kantor.store, "KTP", 2027) == [(1, "catat", 1, 8)]
        assert len(kantor.store.buku.list_bentuk("KTP")) == 1
    finally:
        kantor.store.close()


def test_a_step_that_fails_in_its_python_part_leaves_the_old_file(folder, monkeypatch):
    def gagal(db):
        db.execute_sql("SELECT * FROM tidak_ada")

    langkah = (*skema.LANGKAH[3], gagal)
    with monkeypatch.context() as patch:
        patch.setattr(skema, "LANGKAH", (*skema.LANGKAH[:3], langkah))
        with pytest.raises(pw.OperationalError, match="no such table"):
            buka.open_register(folder)
    db = buka_mentah(folder)
    assert db.execute_sql("PRAGMA user_version").fetchone() == (3,)
    assert not db.table_exists("buku_baris")
    db.close()


@pytest.fixture
def tiga(tmp_path):
    """A register of schema 3 whose rows a test writes itself."""
    db = SqlCipherDatabase(str(tmp_path / "tiga.db"), passphrase="x", pragmas=buka._PRAGMA)
    db.connect()
    for perintah in (p for langkah in skema.LANGKAH[:3] for p in langkah):
        db.execute_sql(perintah)
    db.execute_sql("PRAGMA user_version = 3")
    db.execute_sql("INSERT INTO petugas VALUES (1, 'Rini Contoh', 'operator', '-', 1, '')")
    db.execute_sql("INSERT INTO sop_tersimpan VALUES ('s', 'KK', '', '', '')")
    yield db
    db.close()


def sisip_kasus(db, n, nkk="", desa="35.16.13.2009"):
    kolom = [k[1] for k in db.execute_sql("PRAGMA table_info(permohonan)").fetchall()]
    isi = dict.fromkeys(kolom, "") | {
        "id": n, "token": f"t{n}", "layanan": "KK", "sop_id": "s", "versi": 1, "nama": "ANI MISAL",
        "nik": "3516135708459001", "nkk": nkk, "desa": desa, "diterima": saat(0),
        "jenis_kode": "I.A.1", "jenis_nama": "Baru", "nomor_tanda_bukti": f"TB{n}",
        "nomor_register": f"R{n}", "kode_pindai": f"K{n}", "tunggu_id": None,
    }  # fmt: skip
    tanda = ", ".join("?" * len(kolom))
    db.execute_sql(f"INSERT INTO permohonan VALUES ({tanda})", [isi[k] for k in kolom])


def sisip_peristiwa(db, n, kasus, langkah, menit, rincian=None):
    db.execute_sql(
        "INSERT INTO peristiwa VALUES (?, ?, ?, ?, '', '', '', 1, 'Rini Contoh', 'operator', ?, "
        "'', ?, '')",
        (n, f"p{n}", kasus, langkah, saat(menit), json.dumps(rincian or {})),
    )


def sisip_nomor(db, kasus, urut, menit):
    db.execute_sql(
        "INSERT INTO nomor VALUES (NULL, 'KK', 'register', 2026, ?, ?, ?, 1, ?)",
        (urut, f"R{kasus}", kasus, saat(menit)),
    )


def saat(menit):
    return f"2026-11-23T02:{menit:02}:00.000000Z"


def list_buku(db):
    buka.migrate(db)
    tanya = "SELECT baris, jenis, urut, permohonan_id, isi FROM buku_baris ORDER BY id"
    return [(*b, json.loads(isi)) for *b, isi in db.execute_sql(tanya).fetchall()]


def test_an_empty_register_gets_neither_lines_nor_forms(tiga):
    assert list_buku(tiga) == []
    assert tiga.execute_sql("SELECT COUNT(*) FROM bentuk_buku").fetchone() == (0,)


def test_a_clock_that_was_set_back_does_not_put_the_book_out_of_order(tiga):
    sisip_kasus(tiga, 1)
    sisip_kasus(tiga, 2)
    sisip_peristiwa(tiga, 1, 1, "cetak", 30)
    sisip_nomor(tiga, 1, 1, 30)
    sisip_peristiwa(tiga, 2, 1, "koreksi", 5, {"Nama pemohon": "ANI MISEL → ANI MISAL"})
    sisip_peristiwa(tiga, 3, 2, "cetak", 6)
    sisip_nomor(tiga, 2, 2, 6)
    buku = list_buku(tiga)
    assert [tuple(b[:4]) for b in buku] == [
        (1, "catat", 1, 1),
        (2, "koreksi", None, 1),
        (3, "catat", 2, 2),
    ]
    assert buku[0][4]["nama"] == "ANI MISEL"


def test_only_the_first_correction_of_a_datum_tells_what_the_line_said(tiga):
    sisip_kasus(tiga, 1, nkk="3516132111259003", desa="luar")
    sisip_peristiwa(tiga, 1, 1, "koreksi", 1, {"Nama pemohon": "SEBELUM → ANI SATU"})
    sisip_peristiwa(tiga, 2, 1, "cetak", 2)
    sisip_nomor(tiga, 1, 1, 2)
    sisip_peristiwa(tiga, 3, 1, "koreksi", 3, {"Nomor KK": "kosong → ************9002"})
    sisip_peristiwa(tiga, 4, 1, "koreksi", 4, {"Catatan": "Lama → kosong"})
    sisip_peristiwa(tiga, 5, 1, "koreksi", 5, {"Nomor KK": "************9002 → ************9003"})
    catat, satu, dua = list_buku(tiga)
    assert "nkk" not in catat[4]
    assert (catat[4]["nama"], catat[4]["desa"]) == ("ANI MISAL", "luar")
    assert satu[4]["pembetulan"] == "Nomor KK: kosong → ************9002"
    assert dua[4]["pembetulan"] == "Nomor KK: ************9002 → ************9003"


def test_a_number_without_its_event_still_has_its_line(tiga):
    sisip_kasus(tiga, 1)
    sisip_nomor(tiga, 1, 1, 2)
    assert [tuple(b[:4]) for b in list_buku(tiga)] == [(1, "catat", 1, 1)]
