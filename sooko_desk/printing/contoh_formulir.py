"""Sample data for the forms, the compliance sheet and the story: invented people, long names."""

from __future__ import annotations

from .cerita import BerkasCerita, CeritaData, KejadianCerita
from .contoh import KOP, NAMA_TERPANJANG
from .contoh_sop import sop_kk
from .f101 import WNI, F101Data
from .f102 import F102Data
from .f106 import AnggotaF106, BarisUbahan, F106Data, Ubahan
from .lembar_kepatuhan import (
    KOLOM_BULAN,
    KOLOM_KASUS,
    BarisKepatuhan,
    LangkahLembar,
    LembarKepatuhanData,
    PenandaTangan,
)

NIK_IBU, NIK_AYAH, NKK = "3516135708459001", "3516131708459001", "3516132111259001"
KODE = "TB-KK-2026-00012"
_SOOKO = "Sooko, 21 November 2026"
_KEPALA = {
    2: NAMA_TERPANJANG,
    3: "Prof. Dr. Ir.",
    4: "S.Pd., M.Si., Ph.D.",
    5: "X1234567",
    6: "21/11/2030",
    10: "2 PEREMPUAN",
    11: "KABUPATEN ADMINISTRASI KEPULAUAN SERIBU",
    12: "17/08/1945",
    13: "WNI",
    14: "AHU-12.AH.10.01 TAHUN 2020",
    15: "Tidak ada",
    16: "3516-LT-21112025-0001/IST/2025",
    17: "13 TIDAK TAHU",
    18: "7 KEPERCAYAAN TERHADAP TUHAN YME",
    19: "PAGUYUBAN NGESTI TUNGGAL KABUPATEN MOJOKERTO",
    20: "5 CERAI HIDUP BELUM TERCATAT",
    21: "Tidak ada",
    22: "3516-KW-21112025-0001",
    23: "21/11/2025",
    24: "Tidak ada",
    25: "3516-CR-21112025-0001",
    26: "21/11/2025",
    27: "1 KEPALA KELUARGA",
    28: "Tidak ada",
    29: "5 CACAT FISIK DAN MENTAL",
    30: "7 AKADEMI/DIPLOMA III/S. MUDA",
    31: "41 ANGGOTA MAHKAMAH KONSTITUSI",
    38: NIK_IBU,
    39: NAMA_TERPANJANG,
    40: NIK_AYAH,
    41: NAMA_TERPANJANG,
}


def f101(banyak: int = 14) -> F101Data:
    """A family of so many members: the head in every column, the others as short as can be."""
    anak = {2: "SITI", 10: "2 PEREMPUAN", 12: "01/01/2020", 13: "WNI", 27: "4 ANAK"}
    return F101Data(
        kabupaten="Kabupaten Mojokerto",
        golongan=WNI,
        nama_kepala=NAMA_TERPANJANG,
        alamat="DUSUN KEDUNGMALING WETAN GANG MELATI NOMOR 17 BLOK C",
        kode_pos="61361",
        rt="003",
        rw="002",
        jumlah=str(banyak),
        telepon="081200009001",
        wilayah=(
            ("35", "JAWA TIMUR"),
            ("16", "MOJOKERTO"),
            ("13", "SOOKO"),
            ("2015", "NGINGASREMBYONG"),
        ),
        dusun="KEDUNGMALING WETAN",
        anggota=(_KEPALA, *[anak] * (banyak - 1)),
        nomor=KODE,
    )


def f102() -> F102Data:
    """A change of the data on a KK with two papers."""
    return F102Data(
        nama=NAMA_TERPANJANG,
        nik=NIK_IBU,
        nkk=NKK,
        jenis="I.B.3",
        persyaratan=frozenset({"KK_LAMA", "BUKTI_PERUBAHAN"}),
        tempat_tanggal=_SOOKO,
        petugas="ENDANG PUSPITORINI, S.AP.",
        nomor=KODE,
    )


def f106() -> F106Data:
    """Three members with changes of every kind."""
    ijazah = "Ijazah S-1 Universitas Contoh nomor 123/2025 tanggal 21 November 2025"
    naik = Ubahan("SLTA/SEDERAJAT", "DIPLOMA IV/STRATA I", ijazah)
    nama = Ubahan("SITI NURHALIZA", NAMA_TERPANJANG, "Akta kelahiran 3516-LT-21112025-0001")
    return F106Data(
        nama=NAMA_TERPANJANG,
        nik=NIK_IBU,
        nkk=NKK,
        alamat="DUSUN KEDUNGMALING WETAN GANG MELATI NOMOR 17 RT 003 RW 002 DESA NGINGASREMBYONG",
        anggota=(
            AnggotaF106(NAMA_TERPANJANG, NIK_IBU, "KEPALA KELUARGA"),
            AnggotaF106("SUGENG WIDODO PRASETYO", NIK_AYAH),
            AnggotaF106("SITI"),
        ),
        pendidikan_pekerjaan=(
            BarisUbahan(1, naik, Ubahan("BELUM/TIDAK BEKERJA", "GURU", "SK kerja")),
            BarisUbahan(2, kanan=Ubahan("BURUH", "WIRASWASTA", "Surat keterangan usaha")),
        ),
        agama_lainnya=(
            BarisUbahan(1, kanan=nama, keterangan="Nama"),
            BarisUbahan(
                3,
                Ubahan("ISLAM", "KEPERCAYAAN TERHADAP TUHAN YME", "Surat pernyataan"),
                Ubahan("01/01/1990", "10/01/1990", "Ijazah"),
                "Tanggal lahir",
            ),
        ),
        lainnya="Nama, Tanggal lahir",
        tempat_tanggal=_SOOKO,
        nomor=KODE,
    )


_TTD = PenandaTangan(
    tempat_tanggal=_SOOKO,
    jabatan="Kepala Seksi Pelayanan",
    nama="RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si.",
)
_CATATAN = (
    "Tidak dihitung: menunggu pemohon 900,0 menit, SIAK gangguan 125,5 menit.",
    "Menit adalah menit jam kantor.",
)


def _langkah() -> tuple[LangkahLembar, ...]:
    """The rows of the sample SOP; the last one without a norm."""
    sop = sop_kk()
    judul = [" ".join(k.casefold().split()) for k in sop.lembar.kolom_pelaksana]
    baris = [k for k in sop.langkah if k.nomor is not None]
    return tuple(
        LangkahLembar(
            nomor=k.nomor or 0,
            kegiatan=k.kegiatan,
            lajur=judul.index(" ".join(k.pelaksana.casefold().split())),
            disimpulkan=k.pelaksana_disimpulkan,
            kelengkapan=k.kelengkapan,
            norma=k.waktu_menit if k is not baris[-1] else None,
            output=k.output,
        )
        for k in baris
    )


def _lembar(subjudul: str, *baris: BarisKepatuhan, bulan: bool = False) -> LembarKepatuhanData:
    lembar = sop_kk().lembar
    return LembarKepatuhanData(
        kop=KOP,
        subjudul=subjudul,
        isian=(
            (("Nomor SOP", lembar.nomor, 56), ("Nama SOP", lembar.nama_sop, 217)),
            (("Pemohon", NAMA_TERPANJANG, 100), ("NIK", "************9001", 173)),
        ),
        pelaksana=lembar.kolom_pelaksana,
        kolom=KOLOM_BULAN if bulan else KOLOM_KASUS,
        baris=baris,
        catatan=_CATATAN,
        penanda_tangan=_TTD,
    )


def lembar_kepatuhan() -> tuple[LembarKepatuhanData, ...]:
    """The sheet of one case, then that of a month."""
    oleh = "ENDANG PUSPITORINI, S.AP., 21/11/2026 09.45"
    kasus = [
        BarisKepatuhan(
            langkah,
            ("14,4", "+4,4", oleh, "2 kali dikerjakan; Lewat waktu SOP")
            if langkah.nomor == 2
            else ("–", "–", "Belum dikerjakan", "")
            if langkah.norma is None
            else ("4,0", "-1,0", oleh, ""),
            lewat=langkah.nomor == 2,
        )
        for langkah in _langkah()
    ]
    isi = ("1.204,5", "+1.149,5", "", "")
    jumlah = BarisKepatuhan(None, isi, judul="JUMLAH", norma="55 Menit")
    bulan = [
        BarisKepatuhan(langkah, ("120", "4,0", "-1,0", "96 dari 120 (80%)", f"31,0 ({KODE})", ""))
        for langkah in _langkah()
    ]
    semua = BarisKepatuhan(
        None,
        ("120", "41,0", "-14,0", "96 dari 120 (80%)", f"1.204,5 ({KODE})", ""),
        judul="JUMLAH langkah yang berbatas waktu",
        norma="55 Menit",
    )
    return (
        _lembar(f"Satu permohonan: {KODE}", *kasus, jumlah),
        _lembar("Kartu Keluarga (KK), November 2026", *bulan, semua, bulan=True),
    )


def cerita(banyak: int = 9) -> CeritaData:
    """A case with so many papers and three times as many events."""
    oleh = "ENDANG PUSPITORINI, S.AP. (Operator)"
    tiga = (
        ("Terima berkas", "Berkas diterima", "Keadaan: Menunggu pemeriksaan Kasi"),
        ("Cetakan", "Tercetak", f"Tanda bukti penerimaan {KODE}. Ke: Epson L3110. Salinan: 2"),
        (
            "Pembetulan data",
            "Data dibetulkan",
            (
                "Alamat: Dusun Kedungmaling Wetan Gang Melati Nomor 17 → Dusun Kedungmaling Kulon "
                "Gang Mawar Nomor 71. Alasan: salah ketik"
            ),
        ),
    )
    return CeritaData(
        kop=KOP,
        nama_layanan="Kartu Keluarga (KK)",
        nomor="471.14/TB-12/416-313/2026",
        kode_pindai=KODE,
        nama_pemohon=NAMA_TERPANJANG,
        nik_tersamar="************9001",
        jenis="I.B.3 Perubahan elemen data yang tercantum dalam KK",
        status="Ditolak verifikator, perbaiki data",
        dibuat="Sabtu, 21 November 2026 pukul 09.05 WIB",
        fakta=(
            ("Diterima", "21/11/2026 09.05"),
            ("Nomor register", ""),
            ("No. KK", "************9001"),
            ("Alamat", "Dusun Kedungmaling Wetan Gang Melati Nomor 17, RT 003 RW 002, Japan"),
            ("Dibawa oleh", "SUGENG WIDODO PRASETYO, kakak kandung"),
        ),
        berkas=tuple(
            BerkasCerita(
                "Surat pernyataan tidak keberatan dari pemilik rumah tinggal"
                if urut % 3 == 0
                else "KK lama",
                "ada, asli, 2 lembar, data cocok" if urut % 2 else "belum ada",
                "21/11/2026" if urut % 2 else "",
                "22/11/2026" if urut % 4 == 1 else "",
                "" if urut % 3 else "menyusul paling lambat Senin",
            )
            for urut in range(banyak)
        ),
        kejadian=tuple(
            KejadianCerita("21/11/2026 09.05", langkah, hasil, oleh, rincian)
            for _ in range(banyak)
            for langkah, hasil, rincian in tiga
        ),
    )
