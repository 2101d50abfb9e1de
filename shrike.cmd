@echo off
rem Builds Shrike where needed, then runs the built program directly. Delete artifacts\shrike to build again.
setlocal
where dotnet >nul 2>nul || (echo shrike: needs the .NET 10 SDK. Get it at https://dotnet.microsoft.com/download/dotnet/10.0 1>&2 & exit /b 2)
set "out=%~dp0artifacts\shrike"
if not exist "%out%\shrike.dll" (
  echo shrike: building once, about a minute ... 1>&2
  dotnet publish "%~dp0src\Shrike\Shrike.csproj" -c Release -p:RunAnalyzers=false -o "%out%" 1>&2 || exit /b 2
)
dotnet "%out%\shrike.dll" %*
exit /b %errorlevel%
