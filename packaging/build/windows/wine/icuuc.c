/* Stands in for the icuuc.dll of Windows 10, which Wine 10 lacks and Qt 6 asks for: no converter is ever found, so that
   Qt keeps to its own (UTF-8, UTF-16, UTF-32, Latin 1, the system's). For tests under Wine alone; it is never shipped. */
typedef int Status;
enum { FILE_ACCESS_ERROR = 4 };
#define OUT __declspec(dllexport)
#define NONE(name) OUT void name(void) {}
NONE(UCNV_FROM_U_CALLBACK_SUBSTITUTE) NONE(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NONE(ucnv_close) NONE(ucnv_reset) NONE(ucnv_getToUCallBack) NONE(ucnv_getFromUCallBack)
NONE(ucnv_setToUCallBack) NONE(ucnv_setFromUCallBack) NONE(ucnv_cbToUWriteUChars) NONE(ucnv_cbFromUWriteUChars)
NONE(ucnv_toUnicode) NONE(ucnv_fromUnicode)
OUT void *ucnv_open(const char *name, Status *status) { (void)name; *status = FILE_ACCESS_ERROR; return 0; }
OUT const char *ucnv_getName(const void *converter, Status *status) { (void)converter; *status = FILE_ACCESS_ERROR; return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, Status *status) { (void)name; (void)standard; *status = FILE_ACCESS_ERROR; return 0; }
OUT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
OUT signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
OUT int ucnv_toUCountPending(const void *converter, Status *status) { (void)converter; *status = 0; return 0; }
OUT int ucnv_fromUCountPending(const void *converter, Status *status) { (void)converter; *status = 0; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
