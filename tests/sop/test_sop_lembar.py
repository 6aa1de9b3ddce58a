"""The two shipped sheets, word for word against what is printed on the office's wall."""

import datetime as dt
from pathlib import Path

import pytest

from sooko_desk.domain.sop import SELESAI, Peran, SifatSyarat
from sooko_desk.sop import load_rak, load_sop

FOLDER = Path(__file__).resolve().parents[2] / "sop_data"
OPERATOR = "STAF / PENGOLAH DATA PELAYANAN/ OPERATOR"
KASI = "KASI PELAYANAN"
VERIFIKATOR = "VERIFIKATOR DISPENDUKCAPIL"


@pytest.fixture(scope="module")
def kk():
    return load_sop(FOLDER / "kk-2025-02-26.toml")


@pytest.fixture(scope="module")
def ktp():
    return load_sop(FOLDER / "ktp-2025-02-26.toml")


@pytest.fixture(scope="module", params=["kk", "ktp"])
def sop(request):
    return request.getfixturevalue(request.param)


def test_both_sheets_stand_on_the_shelf_without_a_complaint():
    rak = load_rak([FOLDER])
    assert rak.masalah == ()
    assert [s.layanan for s in rak.list_layanan(dt.date(2025, 2, 26))] == ["KK", "KTP"]
    assert rak.list_layanan(dt.date(2025, 2, 25)) == ()


def test_both_heads_share_office_dates_and_signer(sop):
    lembar = sop.lembar
    assert lembar.kop == (
        "PEMERINTAH KABUPATEN MOJOKERTO",
        "KECAMATAN SOOKO",
        "Jl. Bhayangkara No. 250 Sooko Kode Pos 61361 Kabupaten Mojokerto Jawa Timur",
        "Website: http://www.sooko.mojokerto.go.id",
    )
    assert lembar.unit == "SEKSI PELAYANAN"
    assert lembar.tanggal_pembuatan == dt.date(2025, 1, 30)
    assert lembar.tanggal_revisi == dt.date(2025, 2, 25)
    assert lembar.tanggal_efektif == dt.date(2025, 2, 26)
    assert lembar.pengesah_nama == "MASLUCHMAN, SH. M.Si"
    assert lembar.pengesah_pangkat == "Pembina Tk.I"
    assert lembar.pengesah_nip == "196911191998031005"
    assert lembar.keterkaitan == ("SOP Surat menyurat",)
    assert lembar.peralatan == (
        "Berkas pemohon",
        "Alat tulis kantor",
        "Seperangkat Komputer yang dilengkapi aplikasi office (word, excell) dan cetak",
    )


def test_head_of_the_kk_sheet(kk):
    lembar = kk.lembar
    assert lembar.nomor == "065/76/416-313/2025"
    assert lembar.nama_sop == "PELAYANAN KARTU KELUARGA (KK)"
    assert lembar.judul_tabel == (
        "STANDART OPERASIONAL PROSEDUR (SOP) PELAYANAN KARTU KELUARGA (KK)"
    )
    assert lembar.kolom_pelaksana == (OPERATOR, KASI, VERIFIKATOR)
    assert lembar.dasar_hukum == (
        "Undang – Undang Nomor 23 Tahun 2006 Tentang Administrasi Kependudukan",
        (
            "Peraturan Pemerintah Nomor 37 Tahun 2007 Tentang Pelaksanaan Undang – undang Nomor 23 "
            "Tahun 2006 tentang Administrasi Kependudukan"
        ),
        (
            "Peraturan Daerah Kabupaten Mojokerto Nomor 8 Tahun 2010 Tentang Penyelenggaraan "
            "Administrasi Kependudukan"
        ),
    )
    assert lembar.kualifikasi_pelaksana == (
        "Menguasai Kebijakan mengenai Pelayanan Kartu Keluarga (KK)",
        (
            "Memiliki pemahaman dan kemampuan mengenai mekanisme dan prosedur pelayanan Kartu "
            "Keluarga (KK)"
        ),
    )
    assert lembar.peringatan == (
        "Pelayanan penerimaan dan penelitian berkas yang kurang prima akan menghambat "
        "penyelesaian ketepatan waktu dalam proses penyelesaian Pelayanan Kartu Keluarga (KK)"
    )
    assert lembar.pencatatan == "Dicatat dalam Register Pelayanan Kartu Keluarga (KK)"
    assert lembar.pencatatan == f"Dicatat dalam {kk.nama_register}"
    assert kk.nama_layanan == "Kartu Keluarga (KK)"


def test_head_of_the_ktp_sheet(ktp):
    lembar = ktp.lembar
    assert lembar.nomor == "065/79/416-313/2025"
    assert lembar.nama_sop == "PELAYANAN KARTU TANDA PENDUDUK (KTP)"
    assert lembar.judul_tabel == (
        "STANDART OPERASIONAL PROSEDUR (SOP) PELAYANAN KARTU TANDA PENDUDUK (KTP)"
    )
    assert lembar.kolom_pelaksana == (OPERATOR, KASI)
    assert lembar.dasar_hukum[1] == (
        "Peraturan Pemerintah Nomor 37 Tahun 2007 Tentang Pelaksanaan Undang – Undang Nomor 23 "
        "Tahun 2006 tentang Administrasi Kependudukan"
    )
    assert lembar.kualifikasi_pelaksana == (
        "Menguasai Kebijakan mengenai Pelayanan Kartu Tanda Penduduk (KTP)",
        (
            "Memiliki pemahaman dan kemampuan mengenai mekanisme dan prosedur pelayanan Kartu "
            "Tanda Penduduk (KTP)"
        ),
    )
    assert lembar.peringatan == (
        "Pelayanan penerimaan dan penelitian berkas yang kurang prima akan menghambat "
        "penyelesaian ketepatan waktu dalam proses Pelayanan Kartu Tanda Penduduk (KTP)"
    )
    assert lembar.pencatatan == f"Dicatat dalam {ktp.nama_register}"
    assert ktp.nama_register == "Register Pelayanan Kartu Tanda Penduduk (KTP)"
    assert ktp.nama_layanan == "Kartu Tanda Penduduk (KTP)"


def _baris(sop):
    return [
        (x.nomor, x.kegiatan, x.pelaksana, x.kelengkapan, x.waktu_menit, x.output, x.keterangan)
        for x in sop.langkah
        if x.nomor is not None
    ]


def test_the_seven_rows_of_the_kk_sheet(kk):
    staf = "Staf Seksi Pelayanan/operator"
    berkas, komputer = "Berkas permohonan pembuatan Kartu Keluarga", "Komputer dan ATK"
    assert _baris(kk) == [
        (
            1,
            f"{staf} menerima berkas permohonan serta memberi tanda bukti penerimaan",
            OPERATOR,
            "Berkas pendaftaran dan tanda bukti penerimaan",
            5,
            "Berkas lengkap",
            "",
        ),
        (
            2,
            "Kepala Seksi Pelayanan mengecek kelengkapan berkas dari pemohon",
            KASI,
            berkas,
            10,
            "Berkas lengkap",
            "",
        ),
        (
            3,
            f"{staf} menginput data di Sistem Informasi Administrasi Kependudukan (SIAK) Terpusat",
            OPERATOR,
            berkas,
            10,
            "Data Kartu Keluarga terinput",
            "",
        ),
        (
            4,
            "Verifikasi data yang diinput",
            VERIFIKATOR,
            komputer,
            10,
            "Berkas terverifikasi",
            "",
        ),
        (5, f"{staf} mengupload berkas pemohon", OPERATOR, komputer, 10, "Berkas terupload", ""),
        (6, "Tanda tangan", VERIFIKATOR, komputer, 5, "Kartu Keluarga tertandatangani", ""),
        (
            7,
            f"{staf} mencetak Kartu Keluarga dan meregister",
            OPERATOR,
            komputer,
            5,
            "Kartu Keluarga tercetak dan siap diambil pemohon",
            "",
        ),
    ]
    assert sum(x.waktu_menit for x in kk.langkah if x.waktu_menit) == 55


def test_the_four_rows_of_the_ktp_sheet(ktp):
    assert _baris(ktp) == [
        (
            1,
            "Menerima Berkas Pengajuan Kartu Tanda Penduduk (KTP)",
            OPERATOR,
            "Pengantar Dari Desa dan Berkas Pemohon",
            5,
            "Berkas Lengkap",
            "",
        ),
        (
            2,
            "Kepala Seksi Pelayanan Mengecek Kelengkapan Berkas dari Pemohon",
            KASI,
            "Berkas Pemohon",
            5,
            "Berkas Lengkap",
            "",
        ),
        (
            3,
            "Mengentry data permohonan pembuatan KTP baru dan atau memperbaiki KTP",
            OPERATOR,
            "Berkas di ACC",
            10,
            "Data Permohonan Pembuatan KTP baru dan atau pembetulan KTP",
            "",
        ),
        (
            4,
            "Mengirimkan data permohonan pembuatan KTP baru dan atau memperbaiki KTP",
            OPERATOR,
            "",
            None,
            (
                "Data Permohonan Pembuatan KTP baru dan atau pembetulan KTP yang terkirim ke "
                "petugas Dispendukcapil"
            ),
            (
                "Proses selanjutnya dilakukan oleh Dispendukcapil mulai dari pencetakan KTP dan "
                "pendistribusian sampai pada tangan pemohon"
            ),
        ),
    ]
    assert sum(x.waktu_menit for x in ktp.langkah if x.waktu_menit) == 20


@pytest.mark.parametrize(
    ("layanan", "slip"),
    [
        ("kk", "GOP Surat menyurat"),
        ("kk", "ОИТРИТ"),
        ("kk", "065/ 76 /416-313/2025"),
        ("kk", "Undang –Undang"),
        ("ktp", "MASLUCHIMAN"),
        ("ktp", "Nomor23"),
        ("ktp", "ОИТРИТ"),
        ("ktp", "065/ 79 /416-313/2025"),
    ],
)
def test_a_mended_slip_is_listed_and_gone_from_the_sheet(layanan, slip, request):
    sop = request.getfixturevalue(layanan)
    assert any(slip in satu.partition(" → ")[0] for satu in sop.lembar.ralat)
    di_luar_ralat = [baris for baris in sop.teks.splitlines() if not baris.startswith('  "\\"')]
    assert slip not in "\n".join(di_luar_ralat)


def test_every_mended_slip_says_what_was_read_what_is_written_and_why(sop):
    for satu in sop.lembar.ralat:
        terbaca, panah, sisa = satu.partition(" → ")
        assert terbaca
        assert panah
        assert sisa.endswith(")")
        assert " (" in sisa


def test_steps_and_outcomes_of_kk(kk):
    assert {x.id: {h.id: h.ke for h in x.hasil} for x in kk.langkah} == {
        "terima": {"diterima": "periksa"},
        "periksa": {"lengkap": "entri", "tidak_lengkap": "terima"},
        "entri": {"terinput": "verifikasi", "kembali_periksa": "periksa"},
        "verifikasi": {"terverifikasi": "upload", "ditolak": "entri"},
        "upload": {"terupload": "tanda_tangan"},
        "tanda_tangan": {"tertandatangani": "cetak", "ditolak": "entri"},
        "cetak": {"tercetak": "serahkan"},
        "serahkan": {"diserahkan": SELESAI},
    }
    assert [x.id for x in kk.langkah if x.nomor_buku] == ["cetak"]
    assert [x.id for x in kk.langkah if x.pelaksana_disimpulkan and x.nomor] == [
        "verifikasi",
        "tanda_tangan",
    ]
    assert kk.get_langkah("verifikasi").boleh_dahulu == ("upload",)
    assert kk.get_langkah("serahkan").status == "Siap diambil"


def test_steps_and_outcomes_of_ktp(ktp):
    assert {x.id: {h.id: h.ke for h in x.hasil} for x in ktp.langkah} == {
        "terima": {"diterima": "periksa"},
        "periksa": {"lengkap": "entri", "tidak_lengkap": "terima"},
        "entri": {"terinput": "kirim", "kembali_periksa": "periksa"},
        "kirim": {"terkirim": "di_dispendukcapil"},
        "di_dispendukcapil": {"kartu_diterima": "serahkan", "dikembalikan": "entri"},
        "serahkan": {"diserahkan": SELESAI},
    }
    assert [x.id for x in ktp.langkah if x.nomor_buku] == ["kirim"]
    terkirim = ktp.get_langkah("kirim").get_hasil("terkirim")
    assert (terkirim.menunggu, terkirim.status) == ("dispendukcapil", "Terkirim ke Dispendukcapil")


def test_only_the_kasi_checks_and_the_operator_records_the_rest(sop):
    for langkah in sop.langkah:
        harus = Peran.KASI if langkah.id == "periksa" else Peran.OPERATOR
        assert langkah.peran == {harus}


def test_the_kasi_decides_with_one_key_and_with_what_is_missing(sop):
    lengkap, kurang = sop.get_langkah("periksa").hasil
    assert (lengkap.pintasan, kurang.pintasan) == ("L", "T")
    assert (lengkap.wajib, kurang.wajib) == ({"berkas"}, {"kurang"})
    assert (kurang.menunggu, kurang.status) == ("pemohon", "Dikembalikan, menunggu pemohon")


def test_every_way_back_asks_for_a_reason(sop):
    mundur = [h for x in sop.langkah for h in x.hasil if h.mundur]
    assert len(mundur) >= 3
    assert all(h.wajib & {"alasan", "kurang"} for h in mundur)


def test_every_step_is_reached_and_reaches_the_end(sop):
    tujuan = {x.id: {h.ke for h in x.hasil} for x in sop.langkah} | {SELESAI: set()}
    for awal in tujuan:
        dicapai = {awal}
        while baru := {ke for x in dicapai for ke in tujuan[x]} - dicapai:
            dicapai |= baru
        assert SELESAI in dicapai
        assert awal != sop.awal.id or dicapai == set(tujuan)


def test_every_requirement_has_legal_basis_source_and_confidence(sop):
    for jenis in sop.jenis:
        for syarat in jenis.syarat:
            assert syarat.dasar
            assert syarat.sumber
            assert syarat.keyakinan in {"tinggi", "sedang", "rendah"}
            assert len(syarat.nama) <= 70
            assert (syarat.sifat is SifatSyarat.BERSYARAT) == bool(syarat.bila)


def test_request_types_are_those_of_f102(kk, ktp):
    assert [x.kode for x in kk.jenis] == [
        *(f"I.A.{n}" for n in range(1, 7)),
        *(f"I.B.{n}" for n in range(1, 4)),
        "I.C.1",
        "I.C.2",
        "IV.A",
    ]
    assert [x.kode for x in ktp.jenis] == [
        *("II.A", "II.B", "II.C.1", "II.C.2", "II.D", "II.E", "II.F", "II.G", "IV.B")
    ]


def test_every_ktp_request_needs_the_letter_of_the_village(ktp):
    for jenis in ktp.jenis:
        pengantar = jenis.syarat[0]
        assert (pengantar.kode, pengantar.sifat) == ("pengantar_desa", SifatSyarat.WAJIB)
        assert pengantar.dasar == "SOP 065/79/416-313/2025 langkah 1"


def test_a_new_family_shows_one_of_four_marriage_papers(kk):
    syarat = kk.get_jenis("I.A.1").syarat
    assert [x.kode for x in syarat if x.grup == "perkawinan"] == [
        "buku_nikah",
        "akta_perkawinan",
        "akta_perceraian",
        "F-1.05",
    ]


def test_choices_of_a_field_come_from_the_tables(ktp):
    per_id = {x.id: x for langkah in ktp.langkah for x in langkah.isian}
    assert len(per_id["pekerjaan"].pilihan) == 89
    assert [x.nama for x in per_id["status_perkawinan"].pilihan] == [
        "BELUM KAWIN",
        "KAWIN",
        "CERAI HIDUP",
        "CERAI MATI",
    ]


def test_number_patterns(kk, ktp):
    assert kk.pola_nomor.tanda_bukti == "471.14/TB-{urut}/416-313/{tahun}"
    assert kk.pola_nomor.register == "471.14/{urut}/416-313/{tahun}"
    assert ktp.pola_nomor.tanda_bukti == "471.13/TB-{urut}/416-313/{tahun}"
    assert ktp.pola_nomor.register == "471.13/{urut}/416-313/{tahun}"
