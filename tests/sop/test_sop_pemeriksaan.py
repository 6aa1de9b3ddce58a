"""Every check of an SOP file: one change to a good file, and the sentence it brings."""

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.sop.muat import parse_sop

KOLOM = '{ id = "a", label = "A", jenis = "teks" }'
NIK_LAMA = 'jenis = "nik", panjang = 16'

BENTUK = [
    ("urutan = 3", "urutan = 3\ntarif = 0", 'kunci "tarif": tidak dikenal'),
    ("urutan = 3", 'urutan = 3\n"a.b" = 0', 'kunci "a.b": tidak dikenal'),
    ('id = "cetak"\n', "", 'langkah ke-3, kunci "id": belum ada'),
    ('unit = "SEKSI PELAYANAN"\n', "", 'bagian [lembar], kunci "unit": belum ada'),
    ('layanan = "KIA"\n', "", 'kunci "layanan": belum ada'),
    ("waktu_menit = 10", 'waktu_menit = "10"', 'langkah ke-2, kunci "waktu_menit": harus angka'),
    ("waktu_menit = 10", "waktu_menit = 10.5", "tertulis angka pecahan"),
    ("waktu_menit = 10", "waktu_menit = true", "tertulis true atau false"),
    ("waktu_menit = 10", "waktu_menit = 0", "paling kecil 1"),
    ("waktu_menit = 10", "waktu_menit = 100000", "paling besar 99999"),
    ("waktu_menit = 10", f"waktu_menit = {10**30}", "langkah ke-2"),
    ("waktu_menit = 10", f"waktu_menit = {'9' * 5000}", "ada angka terlalu panjang"),
    ("waktu_menit = 10", "waktu_menit = 2026-01-01", "tertulis tanggal"),
    ("waktu_menit = 10", "waktu_menit = 07:30:00", "tertulis jam"),
    ("waktu_menit = 10", "waktu_menit = [10]", "tertulis daftar"),
    ("waktu_menit = 10", "waktu_menit = { menit = 10 }", "tertulis bagian"),
    ("tanggal_revisi = 2026-01-06", 'tanggal_revisi = "6 Januari"', "harus tanggal seperti"),
    ("tanggal_revisi = 2026-01-06", "tanggal_revisi = 2026-01-06T07:00:00", "tanggal dengan jam"),
    ('peran = ["kasi"]', 'peran = "kasi"', 'langkah ke-2, kunci "peran": harus daftar'),
    ('peran = ["kasi"]', "peran = []", 'kunci "peran": paling sedikit berisi 1'),
    (
        'peran = ["kasi"]',
        'peran = ["camat"]',
        'peran ke-1: "camat" tidak dikenal; pilih "operator"',
    ),
    ('layar = "kelengkapan"', 'layar = "loket"', '"loket" tidak dikenal; pilih "penerimaan"'),
    ('menunggu = "pemohon"', 'menunggu = "camat"', 'hasil ke-2, kunci "menunggu": "camat"'),
    ('wajib = ["berkas"]', 'wajib = ["biaya"]', 'hasil ke-1, wajib ke-1: "biaya" tidak dikenal'),
    ('dari = "nama"', 'dari = "umur"', 'isian ke-1, kunci "dari": "umur" tidak dikenal'),
    ('jenis = "nik"', 'jenis = "nip"', 'isian ke-2, kunci "jenis": "nip" tidak dikenal'),
    ('nomor_buku = "register"', 'nomor_buku = "agenda"', '"agenda" tidak dikenal'),
    ('nomor_buku = "register"', 'bagian = "arsip"', 'kunci "bagian": "arsip" tidak dikenal'),
    ('label = "Foto"', 'label = "Foto", aturan = "suku"', 'kunci "aturan": "suku" tidak dikenal'),
    ('keyakinan = "tinggi"', 'keyakinan = "pasti"', 'syarat ke-1, kunci "keyakinan": "pasti"'),
    ('"kk", sifat = "wajib"', '"kk", sifat = "boleh"', 'jenis ke-1, syarat ke-1, kunci "sifat"'),
    ('id = "cetak"', 'id = "Cetak KIA"', "hanya huruf kecil"),
    ('id = "cetak"', 'id = "cetak\\n"', "hanya huruf kecil"),
    ('layanan = "KIA"', 'layanan = "K I A"', "hanya huruf besar dan angka"),
    ('pintasan = "L"', 'pintasan = "LL"', "harus satu huruf besar"),
    ('"199001012015019001"', '"1990"', "harus 18 angka"),
    ('unit = "SEKSI PELAYANAN"', 'unit = " "', "tidak boleh kosong"),
    ('unit = "SEKSI PELAYANAN"', 'unit = "SEKSI\\nPELAYANAN"', "berganti baris"),
    ('"Fotokopi KK"', '"' + "x" * 71 + '"', 'syarat ke-1, kunci "nama": paling panjang 70'),
    (
        'keyakinan = "tinggi"',
        'keyakinan = "tinggi"\nrupa = "' + "x" * 91 + '"',
        'syarat ke-1, kunci "rupa": paling panjang 90',
    ),
    ('nama = "Cetak KIA"', 'nama = "' + "x" * 27 + '"', "paling panjang 26"),
    ('dasar_hukum = ["Peraturan contoh"]', 'dasar_hukum = [" "]', "[lembar], dasar_hukum ke-1"),
    ('layanan = "KIA"', 'layanan = "KIA', "baris 1, huruf ke-15: salah tulis"),
    ('layanan = "KIA"', "layanan KIA", "baris 1, huruf ke-9: salah tulis"),
    ('layanan = "KIA"', "x = " + "[" * 5000, "kurung terlalu banyak"),
    ("urutan = 3", "urutan = 3\nurutan = 4", "salah tulis"),
]

HUBUNGAN = [
    ("TB-{urut}", "TB", 'bagian [pola_nomor], kunci "tanda_bukti": Pola nomor belum memuat {urut}'),
    ("471.15/{urut}/416-313/{tahun}", "471.15/{urut}", "belum memuat {tahun}"),
    ("471.15/{urut}/", "471.15/TB-{urut}/", 'kunci "register": sama dengan pola tanda_bukti'),
    (
        'id = "serahkan"',
        'id = "cetak"',
        'langkah ke-4, kunci "id": "cetak" sudah dipakai yang ke-3',
    ),
    ('id = "serahkan"', 'id = "selesai"', "adalah akhir, bukan langkah"),
    ("nomor = 3", "nomor = 4", 'langkah ke-3, kunci "nomor": langkah lembar SOP bernomor urut'),
    ("nomor = 3\n", "", 'langkah ke-3, kunci "waktu_menit": langkah tanpa nomor'),
    ("nomor = 1\n", "", 'langkah ke-1, kunci "nomor"'),
    ('"KASI PELAYANAN"\nperan', '"Kasi"\nperan', 'langkah ke-2, kunci "pelaksana": "Kasi" tidak'),
    ('id = "tidak_lengkap"', 'id = "lengkap"', 'hasil ke-2, kunci "id": "lengkap" sudah dipakai'),
    ('pintasan = "T"', 'pintasan = "L"', 'hasil ke-2, kunci "pintasan": "L" sudah dipakai'),
    ('ke = "cetak"', 'ke = "kirim"', 'langkah ke-2, hasil ke-1, kunci "ke": langkah "kirim" tidak'),
    (
        'ke = "terima", wajib = ["kurang"], mundur = true',
        'ke = "terima"',
        "tambahkan mundur = true",
    ),
    ('ke = "cetak", wajib', 'ke = "cetak", mundur = true, wajib', "bukan langkah sebelumnya"),
    ('ke = "cetak"', 'ke = "periksa"', '"periksa" bukan langkah sesudahnya'),
    ('id = "periksa"', 'id = "periksa"\nboleh_dahulu = ["terima"]', "boleh_dahulu ke-1"),
    ('id = "periksa"', 'id = "periksa"\nboleh_dahulu = ["x"]', "bukan langkah sesudahnya"),
    ('ke = "cetak"', 'ke = "serahkan"', 'langkah ke-3: "cetak" tidak pernah dicapai'),
    ('ke = "selesai"', 'ke = "terima", mundur = true', 'tidak ada jalan ke "selesai"'),
    ('id = "terima"', 'id = "terima"\nnomor_buku = "register"', "sudah diberikan langkah ke-1"),
    ('id = "foto"', 'id = "nama_anak"', '"nama_anak" sudah dipakai langkah ke-3, isian ke-1'),
    ('untuk = ["III.B.1"]', 'untuk = ["III.B.1", "III.Z"]', "isian ke-2, untuk ke-2: jenis permo"),
    (
        'tabel = "golongan_darah"',
        'tabel = "darah"',
        'isian ke-3, kunci "tabel": tabel "darah" tidak',
    ),
    (', tabel = "golongan_darah"', "", "isian ke-3: isi pilihan atau tabel, salah satu saja"),
    ('dari = "nama"', 'tabel = "golongan_darah"', "isian ke-1: pilihan dan tabel hanya untuk"),
    ('jenis = "nik", panjang = 16', 'jenis = "tabel"', 'isian ke-2, kunci "kolom": diisi bila'),
    ('dari = "nama"', f"kolom = [{KOLOM}]", 'isian ke-1, kunci "kolom": diisi bila'),
    (NIK_LAMA, f'jenis = "tabel", kolom = [{KOLOM}, {KOLOM}]', 'kolom ke-2, kunci "id": "a" sudah'),
    (
        NIK_LAMA,
        'jenis = "tabel", kolom = [{ id = "a", label = "A", jenis = "tabel" }]',
        'kolom ke-1, kunci "jenis": kolom tidak dapat berisi tabel',
    ),
    (
        NIK_LAMA,
        'jenis = "tabel", kolom = [{ id = "a", label = "A", jenis = "pilihan", tabel = "suku" }]',
        'kolom ke-1, kunci "tabel": tabel "suku" tidak ada',
    ),
    (
        'nomor_buku = "register"',
        'tolak = "alasan"',
        'langkah ke-3, kunci "tolak": tabel "alasan" tidak ada',
    ),
    ('{ kode = "tidak"', '{ kode = "ya"', 'isian ke-4, pilihan ke-2, kunci "kode": "ya" sudah'),
    ('kode = "III.A"', 'kode = "III.B.1"', 'jenis ke-2, kunci "kode": "III.B.1" sudah dipakai'),
    ('kode = "surat_lahir"', 'kode = "kk"', 'jenis ke-1, syarat ke-3, kunci "kode": "kk" sudah'),
    ('bila = "bila KK berubah", ', "", 'jenis ke-2, syarat ke-1, kunci "bila": diisi bila'),
    ('"kk", sifat = "wajib"', '"kk", sifat = "wajib", bila = "bila A"', 'kunci "bila": diisi bila'),
    ('nama = "Surat kelahiran", ', "", 'syarat ke-3, kunci "nama": belum ada; "surat_lahir" tidak'),
    (', keyakinan = "rendah"', "", 'syarat ke-3, kunci "keyakinan": belum ada'),
    ('sifat = "wajib" }', 'sifat = "wajib", grup = "g" }', '"g" hanya berisi satu syarat'),
    ('"Surat kelahiran", sifat = "wajib"', '"Surat", sifat = "catatan"', "catatan bukan surat"),
    (
        '"Surat kelahiran", sifat = "wajib"',
        '"Surat", sifat = "bersyarat", bila = "bila A"',
        'sifat dan bila semua syarat grup "lahir" harus sama',
    ),
]


@pytest.mark.parametrize(("lama", "baru", "kalimat"), BENTUK + HUBUNGAN)
def test_a_wrong_file_is_refused_with_file_place_and_cause(
    lama, baru, kalimat, teks_kia, tabel_kecil
):
    assert lama in teks_kia
    teks = teks_kia.replace(lama, baru, 1)
    with pytest.raises(UserError) as galat:
        parse_sop(teks, "kia.toml", tabel_kecil)
    pesan = str(galat.value)
    assert pesan.startswith("Berkas SOP kia.toml tidak dipakai: ")
    assert kalimat in pesan
    assert pesan.endswith("Betulkan, lalu buka ulang program.")
    for inggris in ("Expected", "Object", "Invalid", "required", "field"):
        assert inggris not in pesan


def test_a_bracket_left_open_is_told(teks_kia, tabel_kecil):
    with pytest.raises(UserError, match="tidak dapat dibaca sampai akhir; tutup tanda kutip"):
        parse_sop(teks_kia.rstrip().removesuffix("]"), "kia.toml", tabel_kecil)


def test_a_register_number_needs_an_outcome_that_goes_forward(teks_kia, tabel_kecil):
    teks = teks_kia.replace('nomor_buku = "register"\n', "").replace(
        'id = "serahkan"\n',
        'id = "ulang"\nnama = "Ulang"\nkegiatan = "Mengulang"\npelaksana = "Operator"\n'
        'peran = ["operator"]\nstatus = "Ulang"\nlayar = "pencetakan"\nnomor_buku = "register"\n'
        'hasil = [{ id = "lagi", label = "Lagi", ke = "terima", mundur = true }]\n\n'
        '[[langkah]]\nid = "serahkan"\n',
    )
    teks = teks.replace(
        '{ id = "tercetak", label = "Tercetak", ke = "serahkan" }',
        '{ id = "tercetak", label = "Tercetak", ke = "serahkan" }, '
        '{ id = "cacat", label = "Cacat", ke = "ulang" }',
    )
    with pytest.raises(UserError, match=r"langkah ke-4, kunci .nomor_buku.: nomor register diberi"):
        parse_sop(teks, "kia.toml", tabel_kecil)
    assert parse_sop(teks.replace('nomor_buku = "register"\n', ""), "kia.toml", tabel_kecil)


def test_an_sop_without_sheet_rows_is_refused(teks_kia, tabel_kecil):
    baris = [b for b in teks_kia.splitlines() if not b.startswith(("nomor = ", "waktu_menit"))]
    teks = "\n".join(baris).replace("[lembar]", '[lembar]\nnomor = "1"')
    with pytest.raises(UserError, match="langkah pertama harus baris 1 lembar SOP"):
        parse_sop(teks, "kia.toml", tabel_kecil)


def test_the_sentence_counts_further_mistakes(teks_kia, tabel_kecil):
    teks = teks_kia.replace('dari = "nama"', 'dari = "nama", untuk = ["X"]').replace(
        'untuk = ["III.B.1"]', 'untuk = ["Y"]'
    )
    with pytest.raises(UserError, match="Masih ada 1 kesalahan lain"):
        parse_sop(teks, "kia.toml", tabel_kecil)


def test_an_unknown_refusal_of_the_schema_library_is_still_placed(teks_kia, tabel_kecil):
    with pytest.raises(UserError) as galat:
        parse_sop(f'"x - at `$" = 1\n{teks_kia}', "kia.toml", tabel_kecil)
    assert "isinya tidak dapat dipakai" in str(galat.value)


def test_a_field_of_rows_and_reasons_to_refuse_are_read(teks_kia, tabel_kecil):
    kolom = '{ id = "darah", label = "Darah", jenis = "pilihan", tabel = "golongan_darah" }'
    teks = teks_kia.replace(
        NIK_LAMA, f'jenis = "tabel", baris_min = 2, aturan = "keluarga", kolom = [{KOLOM}, {kolom}]'
    ).replace('nomor_buku = "register"', 'tolak = "golongan_darah"\nbagian = "serah"')
    langkah = parse_sop(teks, "kia.toml", tabel_kecil).get_langkah("cetak")
    isian = langkah.isian[1]
    assert [k.id for k in isian.kolom] == ["a", "darah"]
    assert isian.kolom[1].pilihan == langkah.tolak == tabel_kecil.get("golongan_darah")
    assert (isian.baris_min, isian.aturan, isian.siak) == (2, "keluarga", True)
    assert (langkah.bagian, langkah.perlu_siak) == ("serah", False)
