package org.consilium.web.form;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A form as it was sent, measured against the longest that a page of ours sends. */
final class SubmittedForm {

    /** UTF-16 characters of one value: the longest is a drawing. */
    static final int MAX_VALUE = 20_000;

    static final int MAX_NAME = 100;

    /** More than the fields and photos of any form. */
    static final int MAX_VALUES = 60;

    /** Bytes of all texts together: of two messages of 5,000 characters, each of 9 bytes when it is encoded. */
    static final int MAX_TEXTS = 128 * 1024;

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private final HttpServletRequest request;

    SubmittedForm(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Reads the form.
     *
     * @param photos whether the page has a field for files
     */
    FormRefusal refusal(boolean photos) throws IOException, ServletException {
        String type = mediaType();
        if (type.equals(MULTIPART)) {
            return photos ? refusalOfParts(request.getParts()) : FormRefusal.UNSUPPORTED;
        }
        if (!type.equals(URL_ENCODED)) {
            return FormRefusal.UNSUPPORTED;
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            return FormRefusal.OF_UNKNOWN_LENGTH;
        }
        // the server would refuse it, too, but with a warning in the log
        return length > MAX_TEXTS ? FormRefusal.TOO_LARGE : refusalOf(request.getParameterMap());
    }

    private String mediaType() {
        String type = Objects.toString(request.getContentType(), "");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private FormRefusal refusalOfParts(Collection<Part> parts) {
        long texts = parts.stream()
                .filter(part -> part.getSubmittedFileName() == null)
                .mapToLong(Part::getSize)
                .sum();
        if (texts > MAX_TEXTS || parts.size() > MAX_VALUES) {
            return FormRefusal.TOO_LARGE;
        }
        return refusalOf(request.getParameterMap());
    }

    private static FormRefusal refusalOf(Map<String, String[]> values) {
        boolean large = values.size() > MAX_VALUES
                || values.entrySet().stream()
                        .anyMatch(field -> field.getKey().length() > MAX_NAME
                                || field.getValue().length > MAX_VALUES
                                || Arrays.stream(field.getValue()).anyMatch(value -> value.length() > MAX_VALUE));
        return large ? FormRefusal.TOO_LARGE : FormRefusal.NONE;
    }
}
