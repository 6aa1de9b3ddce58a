"""Windows' print spooler through ctypes: names, default printer, papers, state. No drawing here."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import TYPE_CHECKING, ClassVar

from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.tugas import PrinterTersedia

assert sys.platform == "win32"

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENUM_LOCAL_AND_CONNECTED = 2 | 4
STATUS_PAUSED = 1
STATUS_OFFLINE = 0x80
_ATTRIBUTE_WORK_OFFLINE = 0x400
_DC_PAPERS, _DC_PAPERSIZE, _DC_PAPERNAMES, _DC_COPIES = 2, 3, 16, 18
_PANJANG_NAMA_KERTAS = 64
_DM_OUT_BUFFER, _DM_IN_BUFFER = 2, 8


class DevMode(ctypes.Structure):
    """DEVMODEW: the driver's print settings; the driver's private part follows behind it.

    Lengths are in 0.1 mm.
    """

    _fields_: ClassVar = [
        ("dmDeviceName", wintypes.WCHAR * 32),
        ("dmSpecVersion", wintypes.WORD),
        ("dmDriverVersion", wintypes.WORD),
        ("dmSize", wintypes.WORD),
        ("dmDriverExtra", wintypes.WORD),
        ("dmFields", wintypes.DWORD),
        ("dmOrientation", ctypes.c_short),
        ("dmPaperSize", ctypes.c_short),
        ("dmPaperLength", ctypes.c_short),
        ("dmPaperWidth", ctypes.c_short),
        ("dmScale", ctypes.c_short),
        ("dmCopies", ctypes.c_short),
        ("dmDefaultSource", ctypes.c_short),
        ("dmPrintQuality", ctypes.c_short),
        ("dmColor", ctypes.c_short),
        ("dmDuplex", ctypes.c_short),
        ("dmYResolution", ctypes.c_short),
        ("dmTTOption", ctypes.c_short),
        ("dmCollate", ctypes.c_short),
        ("dmFormName", wintypes.WCHAR * 32),
        ("dmLogPixels", wintypes.WORD),
        ("dmBitsPerPel", wintypes.DWORD),
        ("dmPelsWidth", wintypes.DWORD),
        ("dmPelsHeight", wintypes.DWORD),
        ("dmDisplayFlags", wintypes.DWORD),
        ("dmDisplayFrequency", wintypes.DWORD),
        ("dmReserved", wintypes.DWORD * 8),
    ]


class _PrinterInfo2(ctypes.Structure):
    _fields_: ClassVar = [
        *[(kolom, wintypes.LPWSTR) for kolom in ("server", "nama", "share", "port", "driver")],
        *[(kolom, wintypes.LPWSTR) for kolom in ("comment", "location")],
        ("devmode", ctypes.c_void_p),
        *[(kolom, wintypes.LPWSTR) for kolom in ("sep_file", "processor", "datatype", "params")],
        ("security", ctypes.c_void_p),
        *[(kolom, wintypes.DWORD) for kolom in ("attributes", "priority", "default_priority")],
        *[(kolom, wintypes.DWORD) for kolom in ("start", "until", "status", "jobs", "ppm")],
    ]


class _JobInfo1(ctypes.Structure):
    _fields_: ClassVar = [
        ("nomor", wintypes.DWORD),
        *[(kolom, wintypes.LPWSTR) for kolom in ("printer", "komputer", "pemakai", "judul")],
        *[(kolom, wintypes.LPWSTR) for kolom in ("datatype", "kata_status")],
        *[(kolom, wintypes.DWORD) for kolom in ("status", "priority", "urutan")],
        *[(kolom, wintypes.DWORD) for kolom in ("halaman", "tercetak")],
        ("waktu", wintypes.WORD * 8),
    ]


class _PrinterInfo4(ctypes.Structure):
    _fields_: ClassVar = [
        ("nama", wintypes.LPWSTR),
        ("server", wintypes.LPWSTR),
        ("attributes", wintypes.DWORD),
    ]


_spool = ctypes.WinDLL("winspool.drv", use_last_error=True)
_spool.OpenPrinterW.argtypes = [
    wintypes.LPWSTR,
    ctypes.POINTER(wintypes.HANDLE),
    ctypes.c_void_p,
]
_spool.ClosePrinter.argtypes = [wintypes.HANDLE]
_spool.GetPrinterW.argtypes = [
    wintypes.HANDLE,
    wintypes.DWORD,
    ctypes.c_void_p,
    wintypes.DWORD,
    ctypes.POINTER(wintypes.DWORD),
]
_spool.GetJobW.argtypes = [
    wintypes.HANDLE,
    wintypes.DWORD,
    wintypes.DWORD,
    ctypes.c_void_p,
    wintypes.DWORD,
    ctypes.POINTER(wintypes.DWORD),
]
_spool.EnumPrintersW.argtypes = [
    wintypes.DWORD,
    wintypes.LPWSTR,
    wintypes.DWORD,
    ctypes.c_void_p,
    wintypes.DWORD,
    ctypes.POINTER(wintypes.DWORD),
    ctypes.POINTER(wintypes.DWORD),
]
_spool.GetDefaultPrinterW.argtypes = [wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD)]
_spool.DocumentPropertiesW.argtypes = [
    wintypes.HWND,
    wintypes.HANDLE,
    wintypes.LPWSTR,
    ctypes.c_void_p,
    ctypes.c_void_p,
    wintypes.DWORD,
]
_spool.DocumentPropertiesW.restype = ctypes.c_long
_spool.DeviceCapabilitiesW.argtypes = [
    wintypes.LPCWSTR,
    wintypes.LPCWSTR,
    wintypes.WORD,
    ctypes.c_void_p,
    ctypes.c_void_p,
]
_spool.DeviceCapabilitiesW.restype = ctypes.c_int


def list_printer() -> tuple[PrinterTersedia, ...]:
    """List installed printers from the registry (level 4): a dead network printer costs nothing."""
    butuh, jumlah = wintypes.DWORD(), wintypes.DWORD()
    ke_jumlah, ke_butuh = ctypes.byref(jumlah), ctypes.byref(butuh)
    _spool.EnumPrintersW(_ENUM_LOCAL_AND_CONNECTED, None, 4, None, 0, ke_butuh, ke_jumlah)
    wadah = ctypes.create_string_buffer(max(butuh.value, 1))
    if not _spool.EnumPrintersW(
        _ENUM_LOCAL_AND_CONNECTED, None, 4, wadah, butuh.value, ke_butuh, ke_jumlah
    ):
        return ()
    bawaan = _default_nama()
    daftar = (_PrinterInfo4 * jumlah.value).from_buffer(wadah) if jumlah.value else ()
    return tuple(PrinterTersedia(satu.nama, satu.nama == bawaan) for satu in daftar)


class Printer:
    """An opened printer. Use as a context manager.

    Raises:
        UserError: no printer of this name.
    """

    def __init__(self, nama: str) -> None:
        self._nama = nama
        self._handle = wintypes.HANDLE()

    def __enter__(self) -> Printer:
        if not _spool.OpenPrinterW(self._nama, ctypes.byref(self._handle), None):
            raise pesan.printer_hilang(self._nama)
        return self

    def __exit__(self, *_salah: object) -> None:
        _spool.ClosePrinter(self._handle)

    def check_ready(self) -> None:
        """Refuse a paused or offline printer: the queue would keep the job and print it later.

        Raises:
            UserError: paused, or "use printer offline" is ticked. Paper-out and the like are not
                asked for: many USB drivers never report them.
        """
        keadaan = self.read_status()
        if keadaan is not None and keadaan & (STATUS_PAUSED | STATUS_OFFLINE):
            raise pesan.printer_dijeda(self._nama)

    def read_status(self) -> int | None:
        """PRINTER_STATUS bits; "use printer offline" counts as `STATUS_OFFLINE`; None = unknown."""
        butuh = wintypes.DWORD()
        _spool.GetPrinterW(self._handle, 2, None, 0, ctypes.byref(butuh))
        wadah = ctypes.create_string_buffer(max(butuh.value, ctypes.sizeof(_PrinterInfo2)))
        if not _spool.GetPrinterW(self._handle, 2, wadah, len(wadah), ctypes.byref(butuh)):
            return None
        info = _PrinterInfo2.from_buffer(wadah)
        dicentang = STATUS_OFFLINE if info.attributes & _ATTRIBUTE_WORK_OFFLINE else 0
        return int(info.status) | dicentang

    def read_tugas(self, nomor: int) -> int | None:
        """JOB_STATUS bits of a job; None = it is no longer in the queue."""
        butuh = wintypes.DWORD()
        _spool.GetJobW(self._handle, nomor, 1, None, 0, ctypes.byref(butuh))
        wadah = ctypes.create_string_buffer(max(butuh.value, ctypes.sizeof(_JobInfo1)))
        if not _spool.GetJobW(self._handle, nomor, 1, wadah, len(wadah), ctypes.byref(butuh)):
            return None
        return int(_JobInfo1.from_buffer(wadah).status)

    def read_devmode(self) -> ctypes.Array[ctypes.c_char]:
        """Read the driver's settings: a buffer that starts with a `DevMode`.

        Raises:
            UserError: the driver does not answer.
        """
        ukuran = _spool.DocumentPropertiesW(None, self._handle, self._nama, None, None, 0)
        wadah = ctypes.create_string_buffer(max(ukuran, ctypes.sizeof(DevMode)))
        hasil = _spool.DocumentPropertiesW(
            None, self._handle, self._nama, wadah, None, _DM_OUT_BUFFER
        )
        if hasil < 0:
            raise pesan.printer_diam(self._nama)
        return wadah

    def merge_devmode(self, wadah: ctypes.Array[ctypes.c_char]) -> None:
        """Let the driver check changed settings and fill in what depends on them."""
        _spool.DocumentPropertiesW(
            None, self._handle, self._nama, wadah, wadah, _DM_OUT_BUFFER | _DM_IN_BUFFER
        )

    def list_kertas(self) -> Iterator[tuple[int, str, float, float]]:
        """Yield the driver's papers: id, name, width in mm, height in mm."""
        jumlah = _capability(self._nama, _DC_PAPERS, None)
        if jumlah <= 0:
            return
        nomor = (wintypes.WORD * jumlah)()
        ukuran = (wintypes.POINT * jumlah)()
        nama = ctypes.create_unicode_buffer(_PANJANG_NAMA_KERTAS * jumlah)
        _capability(self._nama, _DC_PAPERS, nomor)
        _capability(self._nama, _DC_PAPERSIZE, ukuran)
        _capability(self._nama, _DC_PAPERNAMES, nama)
        for urutan, (satu, luas) in enumerate(zip(nomor, ukuran, strict=True)):
            awal = _PANJANG_NAMA_KERTAS * urutan
            kata = "".join(nama[awal : awal + _PANJANG_NAMA_KERTAS]).partition("\0")[0]
            yield satu, kata, luas.x / 10, luas.y / 10

    def count_salinan(self) -> int:
        """Most copies that the driver makes by itself."""
        return max(1, _capability(self._nama, _DC_COPIES, None))


def _capability(nama: str, jenis: int, wadah: object) -> int:
    return int(_spool.DeviceCapabilitiesW(nama, None, jenis, wadah, None))


def _default_nama() -> str:
    panjang = wintypes.DWORD()
    _spool.GetDefaultPrinterW(None, ctypes.byref(panjang))
    wadah = ctypes.create_unicode_buffer(max(panjang.value, 1))
    return wadah.value if _spool.GetDefaultPrinterW(wadah, ctypes.byref(panjang)) else ""
