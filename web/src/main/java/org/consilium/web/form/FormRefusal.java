package org.consilium.web.form;

import jakarta.servlet.http.HttpServletResponse;
import org.consilium.web.site.Fault;
import org.jspecify.annotations.Nullable;

/** Why a form is refused before its page reads it. */
enum FormRefusal {
    /** It is not refused. */
    NONE(HttpServletResponse.SC_OK),
    MALFORMED(HttpServletResponse.SC_BAD_REQUEST),
    TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    /** The server would read all of it into memory, without any limit; browsers tell the length. */
    OF_UNKNOWN_LENGTH(HttpServletResponse.SC_LENGTH_REQUIRED),
    /** It was shown to somebody else. */
    OF_ANOTHER(HttpServletResponse.SC_CONFLICT),
    /** Its media type is not that of the page's forms. */
    UNSUPPORTED(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);

    private final int status;

    FormRefusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The refusal of a form that the server failed to read. */
    static FormRefusal of(@Nullable Throwable failure) {
        return failure != null && Fault.isAboutSize(failure) ? TOO_LARGE : MALFORMED;
    }
}
