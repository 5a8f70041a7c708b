; The installer for Windows, for Inno Setup 6. NOT TRIED: it was written with care on Linux, where it cannot be run.
; After `py packaging/dev.py package frozen`, on Windows:
;     iscc /DVersion=0.8.0 /DFolder=..\..\..\dist\delegate-desk-0.8.0-windows-amd64 packaging\build\windows\installer.iss
; It installs for one person, without an administrator, and never touches a library: what a person wrote lies in
; %LOCALAPPDATA%\delegate-desk, which is neither made, changed nor removed here.

#ifndef Version
  #error Name the version: /DVersion=…
#endif
#ifndef Folder
  #error Name the frozen folder: /DFolder=…
#endif
#define Name "Delegate Desk"
#define Package "DelegateDesk.Package"

[Setup]
; Kept for ever: by it an upgrade finds what it replaces.
AppId={{6B0E0C5B-3F0B-4C57-9A0B-2D1C7B6E4D11}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The authors of Delegate Desk
DefaultDirName={autopf}\Delegate Desk
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
OutputDir=..\..\..\dist
OutputBaseFilename=delegate-desk-{#Version}-setup
UninstallDisplayIcon={app}\delegate-desk-window.exe
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "el"; MessagesFile: "compiler:Languages\Greek.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.Comment=Read, find and annotate Council documents, and draft positions on them
el.Comment=Ανάγνωση, αναζήτηση και σχολιασμός εγγράφων του Συμβουλίου και σύνταξη θέσεων
fr.Comment=Lire, retrouver et annoter les documents du Conseil, et rédiger des positions
en.PackageType=Delegate Desk package
el.PackageType=Πακέτο του Delegate Desk
fr.PackageType=Paquet Delegate Desk

[InstallDelete]
; What an older version had and this one has not; libraries lie elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\delegate-desk-window.exe"; Comment: "{cm:Comment}"; AppUserModelID: "eu.delegatedesk.DelegateDesk"

[Registry]
; Packages open with the program; PDF and Word files may ("Open with"), and keep the program that they open with.
Root: HKA; Subkey: "Software\Classes\.ddpack"; ValueType: string; ValueData: "{#Package}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Package}"; ValueType: string; ValueData: "{cm:PackageType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Package}\shell\open\command"; ValueType: string; ValueData: """{app}\delegate-desk-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\delegate-desk-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\delegate-desk-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\delegate-desk-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\delegate-desk-window.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\delegate-desk-window.exe\SupportedTypes"; ValueType: string; ValueName: ".docx"; ValueData: ""

[Run]
Filename: "{app}\delegate-desk-window.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
