<#
.SYNOPSIS
Makes the MSI of Foramen from target\foramen.
.DESCRIPTION
Needs a JDK 25 or newer (FORAMEN_JDK or JAVA_HOME) and the WiX tools on the PATH, which jpackage calls.
Where FORAMEN_SIGN_CERTIFICATE names a PFX file and FORAMEN_SIGN_PASSWORD its password, the MSI is signed with signtool.
.PARAMETER Out
The folder for the MSI; target\installers where none is given.
#>
[CmdletBinding()]
param(
    [string] $Out = 'target\installers'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location -Path (Join-Path -Path $PSScriptRoot -ChildPath '..\..')

$jdk = if ($env:FORAMEN_JDK) { $env:FORAMEN_JDK } else { $env:JAVA_HOME }
if (-not $jdk -or -not (Test-Path -Path (Join-Path -Path $jdk -ChildPath 'bin\jpackage.exe'))) {
    throw 'build.ps1: no JDK with jpackage was found; name a JDK 25 or newer in FORAMEN_JDK.'
}
if (-not (Get-ChildItem -Path 'target\foramen\lib' -Filter 'foramen-*.jar' -ErrorAction SilentlyContinue)) {
    throw 'build.ps1: target\foramen is not built; run mvn -DskipTests package first.'
}
& (Join-Path -Path $jdk -ChildPath 'bin\java.exe') 'installers\common\builder\Package.java' build 'target\foramen' $Out msi
if ($LASTEXITCODE -ne 0) {
    throw "build.ps1: the MSI was not made (status $LASTEXITCODE)."
}
if ($env:FORAMEN_SIGN_CERTIFICATE) {
    foreach ($msi in Get-ChildItem -Path $Out -Filter '*.msi') {
        & signtool sign /fd SHA256 /td SHA256 /tr 'http://timestamp.digicert.com' /f $env:FORAMEN_SIGN_CERTIFICATE /p $env:FORAMEN_SIGN_PASSWORD $msi.FullName
        if ($LASTEXITCODE -ne 0) {
            throw "build.ps1: $($msi.Name) was not signed (status $LASTEXITCODE)."
        }
    }
}
