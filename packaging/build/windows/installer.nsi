; The installer for a single user, without an administrator; silent with /S. Libraries lie elsewhere and are not touched.
; package_windows.py writes parts.nsh: the program's files, and what the registry is told of it.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include "Win\COM.nsh"
!include "Win\Propkey.nsh"
!define NAME "Delegate Desk"
!define PROGRAM "delegate-desk-window.exe"
!define APP_ID "eu.delegatedesk.DelegateDesk"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DelegateDesk"
!include "parts.nsh"

Name "${NAME}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
SetCompressorDictSize 32
ManifestDPIAware true
ManifestLongPathAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey FileDescription "${NAME}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "The authors of ${NAME}"
!define MUI_ICON "delegate-desk.ico"
!define MUI_UNICON "delegate-desk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Greek
!insertmacro MUI_LANGUAGE French
LangString OPEN ${LANG_ENGLISH} "Close Delegate Desk first."
LangString OPEN ${LANG_GREEK} "Κλείστε πρώτα το Delegate Desk."
LangString OPEN ${LANG_FRENCH} "Fermez d’abord Delegate Desk."
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

; A folder with a file that is in use cannot be renamed.
!macro REMOVE_PROGRAM
  ${If} ${FileExists} "$INSTDIR\lib"
    ClearErrors
    Rename "$INSTDIR\lib" "$INSTDIR\lib.old"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OPEN)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    RMDir /r "$INSTDIR\lib.old"
  ${EndIf}
!macroend

; The taskbar joins the shortcut and the window by this name, which the launchers bear, too.
!macro NAME_SHORTCUT FILE
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}", .r1)'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}", .r2)'
    ${If} $1 P<> 0
    ${AndIf} $2 P<> 0
      ${IPersistFile::Load} $1 '("${FILE}", 2)'
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
      System::Call '*(&w64 "${APP_ID}")p.r4'
      System::Call '*(&i2 ${VT_LPWSTR}, &i2 0, &i2 0, &i2 0, p r4, p 0)p.r5'
      ${IPropertyStore::SetValue} $2 '($3, $5)'
      ${IPropertyStore::Commit} $2 ""
      ${IPersistFile::Save} $1 '("${FILE}", 1)'
      System::Free $5
      System::Free $4
      System::Free $3
      ${IUnknown::Release} $2 ""
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

Section
  !insertmacro REMOVE_PROGRAM
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  !insertmacro NAME_SHORTCUT "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro REGISTER
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "Publisher" "The authors of ${NAME}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
  !insertmacro REMOVE_PROGRAM
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro UNREGISTER
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
