/* The complex functions that Wine 10's ucrtbase names without having them, and numpy asks for.
   For tests under Wine alone; it is never shipped. */
#include <complex.h>
typedef struct { float re, im; } Float;
typedef struct { double re, im; } Double;
#define OUT __declspec(dllexport)
#define IN(z) __builtin_complex((z).re, (z).im)
#define RETURN(type, value) { __auto_type w = value; return (type){__real__ w, __imag__ w}; }
#define TO_COMPLEX(name) \
    OUT Float dd_##name##f(Float z) RETURN(Float, name##f(IN(z))) \
    OUT Double dd_##name(Double z) RETURN(Double, name(IN(z))) \
    OUT Double dd_##name##l(Double z) RETURN(Double, name(IN(z)))
#define TO_REAL(name) \
    OUT float dd_##name##f(Float z) { return name##f(IN(z)); } \
    OUT double dd_##name(Double z) { return name(IN(z)); } \
    OUT double dd_##name##l(Double z) { return name(IN(z)); }
TO_COMPLEX(ccos) TO_COMPLEX(ccosh) TO_COMPLEX(cexp) TO_COMPLEX(csin) TO_COMPLEX(csinh) TO_COMPLEX(ctan) TO_COMPLEX(ctanh)
TO_REAL(cabs) TO_REAL(carg) TO_REAL(cimag) TO_REAL(creal)
OUT Float dd_cpowf(Float z, Float e) RETURN(Float, cpowf(IN(z), IN(e)))
OUT Double dd_cpow(Double z, Double e) RETURN(Double, cpow(IN(z), IN(e)))
OUT Double dd_cpowl(Double z, Double e) RETURN(Double, cpow(IN(z), IN(e)))
