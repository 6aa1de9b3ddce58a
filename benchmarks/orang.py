"""Invented people of the fourteen villages: families, names, numbers. The same ones every time.

Every NIK and No KK ends with a serial 9xxx, which no office has ever given out.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BIJI = 20261123
WILAYAH = ("351613",) * 8 + ("351617", "351609", "357602", "352401")
SERI_PERTAMA, SERI_TERAKHIR = 9001, 9998


def _kata(teks: str) -> tuple[str, ...]:
    return tuple(teks.split())


DEPAN_L = _kata(
    "Muhammad Ahmad Achmad Moch. Agus Bambang Budi Dwi Eko Tri Slamet Sugeng Suyanto Sutrisno "
    "Sugiono Suparman Supriyadi Sunarto Suwito Mulyono Hartono Hariyanto Heri Hendra Joko Andi "
    "Arif Aris Rudi Rizky Rizal Fajar Dimas Bagus Bayu Galih Yoga Yusuf Ibrahim Abdul Imam Nur "
    "Khoirul Zainal Syaiful Saiful Miftahul Lukman Hadi Wahyu Teguh Anang Didik Edi Gatot Kasiyanto"
)
DEPAN_P = _kata(
    "Siti Sri Nur Dewi Dwi Tri Endang Sulastri Sumiati Suwarti Suparmi Sunarti Kasiyem Rukmini "
    "Ani Anik Ana Ayu Putri Rina Rini Ratna Retno Lilik Luluk Lestari Wahyu Yuli Yuni Yanti Indah "
    "Intan Fitri Fatimah Khusnul Umi Ummu Nanik Ninik Mujiati Mariyam Aisyah Zahra Salsabila "
    "Nabila Kartini Tutik Titin Wiwik Winarsih Erna Evi Elok Nia"
)
TENGAH = _kata(
    "Nur Adi Budi Catur Dian Eka Fajar Hadi Imam Jaya Kusuma Lukman Mulya Novita Puji Rahma Setya "
    "Tirta Utami Wahyu Yulia Ainur Choirul Dwi Fitri Indra Kurnia Maulida Nurul Putra Rizki"
)
BELAKANG_L = _kata(
    "Santoso Wibowo Prasetyo Susanto Setiawan Hidayat Rahman Wijaya Kurniawan Saputra Nugroho "
    "Purnomo Firmansyah Maulana Ramadhan Efendi Anwar Fauzi Arifin Wahyudi Utomo Pratama Hakim "
    "Mustofa Rohman Subagyo Handoko Suprapto Iswanto Cahyono Prayitno Basuki Widodo Gunawan"
)
BELAKANG_P = _kata(
    "Ningsih Wahyuni Rahayu Lestari Astuti Handayani Kusumaningtyas Puspitasari Rohmah Hidayati "
    "Fatmawati Susanti Anggraini Wulandari Maharani Kurniawati Setyowati Khasanah Mufidah Safitri "
    "Agustina Purwanti Sulistyowati Mardiana Nurjanah Aminah Zulaikha Permatasari Andriani"
)
JALAN = ("Jl. Raya", "Jl. Pahlawan", "Jl. Melati", "Jl. Masjid", "Dsn. Krajan", "Gg. Mawar")


@dataclass(frozen=True, slots=True)
class Orang:
    """One applicant; the fields are those of the register."""

    nik: str
    nama: str
    nkk: str
    desa: str
    alamat: str
    rt: str
    rw: str
    telepon: str


def buat_orang(jumlah: int, desa: Sequence[str], biji: int = BIJI) -> list[Orang]:
    """That many different people in families of one to six, all of one family in one house.

    Args:
        desa: codes of the villages; the first ones are the larger ones.
        biji: another seed gives other people, whose numbers may be the same.
    """
    acak = random.Random(biji)
    seri: Counter[str] = Counter()
    semua: list[Orang] = []
    while len(semua) < jumlah:
        semua.extend(_keluarga(acak, seri, desa))
    return semua[:jumlah]


def _keluarga(acak: random.Random, seri: Counter[str], desa: Sequence[str]) -> Iterator[Orang]:
    terbit = dt.date(2012, 1, 1) + dt.timedelta(days=acak.randrange(5200))
    nkk = _bernomor(f"351613{terbit:%d%m%y}", seri)
    tempat = acak.choices(desa, weights=range(2 * len(desa), len(desa), -1))[0]
    alamat = f"{acak.choice(JALAN)} No. {acak.randrange(1, 300)}"
    rt, rw = f"{acak.randrange(1, 13):03}", f"{acak.randrange(1, 9):03}"
    for anggota in range(acak.choices((1, 2, 3, 4, 5, 6), weights=(2, 3, 4, 4, 2, 1))[0]):
        perempuan = bool(anggota) if anggota < 2 else acak.random() < 0.5
        yield Orang(
            nik=_nik(acak, seri, anak=anggota > 1, perempuan=perempuan),
            nama=_nama(acak, perempuan=perempuan),
            nkk=nkk,
            desa=tempat,
            alamat=alamat,
            rt=rt,
            rw=rw,
            telepon=f"08{acak.randrange(10**9, 10**10)}" if acak.random() < 0.8 else "",
        )


def _nik(acak: random.Random, seri: Counter[str], *, anak: bool, perempuan: bool) -> str:
    awal, hari = (dt.date(1996, 1, 1), 5100) if anak else (dt.date(1948, 1, 1), 17500)
    lahir = awal + dt.timedelta(days=acak.randrange(hari))
    tanggal = lahir.day + (40 if perempuan else 0)
    return _bernomor(f"{acak.choice(WILAYAH)}{tanggal:02}{lahir:%m%y}", seri)


def _bernomor(depan: str, seri: Counter[str]) -> str:
    nomor = SERI_PERTAMA + seri[depan]
    seri[depan] += 1
    assert nomor <= SERI_TERAKHIR, "more people of one birthday than serials"
    return f"{depan}{nomor}"


def _nama(acak: random.Random, *, perempuan: bool) -> str:
    depan, belakang = (DEPAN_P, BELAKANG_P) if perempuan else (DEPAN_L, BELAKANG_L)
    # Popular names are popular: the first of the list come far more often than the last.
    kata = [depan[min(int(acak.expovariate(4.0 / len(depan))), len(depan) - 1)]]
    if acak.random() < 0.45:
        kata.append(acak.choice(TENGAH))
    if acak.random() < 0.9:
        kata.append(acak.choice(belakang))
    return " ".join(dict.fromkeys(kata)).upper()
