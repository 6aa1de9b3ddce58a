# Windows: install what Sooko Desk needs, once, then start it or test it. From a fresh clone:
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows.ps1 jalan [arguments of main.py]
#   powershell -ExecutionPolicy Bypass -File packaging\windows.ps1 uji [arguments of pytest]
#
# No administrator rights are needed. ASCII only: Windows PowerShell 5.1 reads a file without a
# byte order mark in the old code page. No param block: it would swallow arguments such as -k.
# Native programs are judged by their exit code, so their stderr must not become an exception.

$ErrorActionPreference = 'Continue'
$Akar = Split-Path -Parent $PSScriptRoot
Set-Location -LiteralPath $Akar

$Perintah = "$($args[0])"
$Sisa = @($args | Select-Object -Skip 1)
$Python = Join-Path $Akar '.venv\Scripts\python.exe'

function Stop-Pemasangan([string]$Pesan, [int]$Kode = 1) {
    [Console]::Error.WriteLine($Pesan)
    exit $Kode
}

# No double quotes inside Python code: Windows PowerShell 5.1 loses them on the way.
function Test-Python([string]$Program, [string]$Versi) {
    if (-not (Get-Command $Program -ErrorAction SilentlyContinue)) { return $false }
    $uji = 'import ensurepip, sys, venv; ' +
        'sys.exit(not ((3, 11) <= sys.version_info[:2] < (3, 15) and sys.maxsize > 2 ** 32))'
    if ($Versi) {
        & $Program $Versi -c $uji 2>$null | Out-Null
    } else {
        & $Program -c $uji 2>$null | Out-Null
    }
    return $LASTEXITCODE -eq 0
}

# The path of a fitting python.exe, or an empty string.
function Find-Python {
    foreach ($versi in '-3.13', '-3.12', '-3.11', '-3.14') {
        if (Test-Python 'py' $versi) {
            return "$(& py $versi -c 'import sys; print(sys.executable)')"
        }
    }
    $folder = "$env:LOCALAPPDATA\Programs\Python"
    foreach ($program in 'python', 'python3', "$folder\Python313\python.exe",
        "$folder\Python312\python.exe", "$folder\Python311\python.exe") {
        if (Test-Python $program '') { return $program }
    }
    return ''
}

function Install-Python {
    if (Get-Command winget -ErrorAction SilentlyContinue) {
        Write-Host 'Memasang Python 3.12 dengan winget (beberapa menit)'
        & winget install --id Python.Python.3.12 --exact --scope user --silent `
            --accept-package-agreements --accept-source-agreements | Out-Null
    }
    $program = Find-Python
    if (-not $program) {
        Stop-Pemasangan ('Python tidak ditemukan dan tidak dapat dipasang sendiri. ' +
            'Pasang Python 3.12 (64-bit) dari situs resmi Python atau Microsoft Store, ' +
            'buka jendela PowerShell baru, lalu jalankan perintah ini lagi.')
    }
    return $program
}

# The pinned dependencies of pyproject.toml, one a line; with uji also those of the tests.
$TulisPustaka = @'
import pathlib, sys, tomllib
proyek = tomllib.loads(pathlib.Path('pyproject.toml').read_text(encoding='utf-8'))['project']
pustaka = proyek['dependencies']
if sys.argv[1] == 'uji':
    pustaka = pustaka + proyek['optional-dependencies']['dev']
pathlib.Path('.venv', 'pustaka.txt').write_text('\n'.join(pustaka) + '\n', encoding='utf-8')
'@

function Install-Pustaka {
    if (-not (Test-Python $Python '')) {
        $program = Find-Python
        if (-not $program) { $program = Install-Python }
        & $program -m venv --clear .venv
        if ($LASTEXITCODE -ne 0) {
            Stop-Pemasangan 'Folder .venv tidak dapat dibuat. Periksa hak tulis untuk folder ini.'
        }
    }
    & $Python -c $TulisPustaka $Perintah
    if ($LASTEXITCODE -ne 0) { Stop-Pemasangan 'pyproject.toml tidak dapat dibaca.' }
    Write-Host 'Memasang pustaka Python ke .venv (sekali saja, beberapa menit)'
    & $Python -m pip install --quiet --disable-pip-version-check '--only-binary=:all:' `
        -r .venv\pustaka.txt
    if ($LASTEXITCODE -ne 0) {
        Stop-Pemasangan ('Pustaka Python tidak dapat dipasang. Periksa sambungan internet dan ' +
            'pesan di atas, lalu jalankan perintah ini lagi.')
    }
}

# A finished installation leaves its key in .venv; a change of the pins or of this file makes a new key.
function Initialize-Venv {
    $berkas = 'pyproject.toml', 'packaging\windows.ps1'
    $kunci = ($berkas | ForEach-Object { (Get-FileHash -LiteralPath $_ -Algorithm SHA256).Hash }) -join ' '
    foreach ($siap in '.venv\siap-uji', ".venv\siap-$Perintah") {
        if ((Test-Path -LiteralPath $Python) -and (Test-Path -LiteralPath $siap)) {
            if ((Get-Content -LiteralPath $siap -TotalCount 1) -eq $kunci) { return }
        }
    }
    Install-Pustaka
    Set-Content -LiteralPath ".venv\siap-$Perintah" -Value $kunci -Encoding Ascii
}

if ($Perintah -ne 'jalan' -and $Perintah -ne 'uji') {
    Stop-Pemasangan ('Pakai: packaging\windows.ps1 jalan (buka program) ' +
        'atau packaging\windows.ps1 uji (jalankan pengujian)') 2
}
Initialize-Venv
if ($Perintah -eq 'uji') {
    & $Python -m pytest -q -n 4 --dist loadfile @Sisa
} else {
    & $Python main.py @Sisa
}
exit $LASTEXITCODE
