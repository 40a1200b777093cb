@echo off
rem Starts Foramen with a Java 25 or newer: FORAMEN_JAVA, JAVA_HOME, else the one on the PATH.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined FORAMEN_JAVA set "JAVA=%FORAMEN_JAVA%"
"%JAVA%" --module-path "%HERE%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %FORAMEN_JVM_OPTIONS% ^
  -cp "%HERE%\lib\*" foramen.app.Main %*
exit /b %ERRORLEVEL%
