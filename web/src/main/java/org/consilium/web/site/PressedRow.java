package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.consilium.access.NotFoundException;

/** The row of a list in which a button was pressed: its value is an id, as rows may have moved in the meantime. */
public final class PressedRow {
    private PressedRow() {}

    /**
     * The value of a button.
     *
     * @param button its id on the page
     */
    public static String of(HttpServletRequest request, String button) {
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> name.endsWith(':' + button))
                .map(request::getParameter)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
