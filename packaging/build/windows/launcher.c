/* The launchers of the program for Windows: they run the Python in lib in their own process, so that Windows, the
   taskbar and the policy file know the program by their name. Built twice: for the window, and for the command line. */
#define UNICODE
#include <windows.h>
#include <shellapi.h>
#include <shobjidl.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*PythonMain)(int, wchar_t **);

static int fail(const wchar_t *text) {
  MessageBoxW(NULL, text, L"Delegate Desk", MB_ICONERROR);
  return 3;
}

int main(void) {
  static wchar_t library[LONGEST + 32], start[LONGEST + 32];
  DWORD length = GetModuleFileNameW(NULL, library, LONGEST);
  wchar_t *name = wcsrchr(library, L'\\');
  if (length == 0 || length >= LONGEST || name == NULL) return fail(L"The path of the program is too long.");
  wcscpy(name, L"\\lib\\start.pyc");
  wcscpy(start, library);
  wcscpy(name, L"\\lib\\" PYTHON);
  HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  PythonMain run = python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
  if (run == NULL) return fail(L"Delegate Desk is incomplete: install it again.");
  SetCurrentProcessExplicitAppUserModelID(APP_ID);

  int count;
  wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
  wchar_t *options[] = {L"-X", L"utf8", start};
  int more = sizeof options / sizeof *options;
  wchar_t **all = given ? calloc(count + more + 1, sizeof *all) : NULL;
  if (all == NULL) return fail(L"There is not enough memory.");
  all[0] = given[0];
  memcpy(all + 1, options, sizeof options);
  memcpy(all + 1 + more, given + 1, (count - 1) * sizeof *given);
  return run(count + more, all);
}
