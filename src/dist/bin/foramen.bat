@echo off
rem Starts Foramen with a Java 25 or newer: FORAMEN_JAVA, JAVA_HOME, else the one on the PATH.
setlocal disabledelayedexpansion
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined FORAMEN_JAVA set "JAVA=%FORAMEN_JAVA%"
if not "%JAVA%"=="java" if not exist "%JAVA%" echo foramen: there is no Java at "%JAVA%"; install Java 25 or newer, or name one in FORAMEN_JAVA 1>&2
if not "%JAVA%"=="java" if not exist "%JAVA%" exit /b 1

rem The window's classes are kept as the Java machine laid them out, in the user's own cache; the first closing of the
rem window writes them. A file that does not fit (another Java, other jars) is ignored and written anew.
set "CLASSES="
if defined LOCALAPPDATA set "CLASSES=%LOCALAPPDATA%\Foramen"
if defined FORAMEN_HOME set "CLASSES=%FORAMEN_HOME%\cache"
if not "%~1"=="" if /i not "%~1"=="open" set "CLASSES="
if defined CLASSES if not exist "%CLASSES%\" mkdir "%CLASSES%" 2>nul
if defined CLASSES if not exist "%CLASSES%\" set "CLASSES="
set "ARCHIVE="
if defined CLASSES set ARCHIVE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CLASSES%\classes.jsa" "-Xlog:cds*=off"

"%JAVA%" %ARCHIVE% --module-path "%HERE%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %FORAMEN_JVM_OPTIONS% ^
  -cp "%HERE%\lib\*" foramen.app.Main %*
exit /b %ERRORLEVEL%
