#include "frame/req_int.h"

int err_status(enum err_code code)
{
    switch (code) {
    case ERR_NONE: return 200;
    case ERR_INVALID: return 422;
    case ERR_DENIED: return 403;
    case ERR_NOTFOUND: return 404;
    case ERR_CONFLICT: return 409;
    case ERR_UNAVAILABLE: return 503;
    case ERR_INTERNAL: return 500;
    }
    return 500;
}
