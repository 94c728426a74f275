package org.consilium.web.image;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.Rendition;

/**
 * Leads from {@code /photo/<id>/<rendition>} to a link of five minutes. Each look is permitted anew, and a page may
 * stay open for as long as it likes: the address in it never goes out of date.
 */
@WebServlet("/photo/*")
public class PhotoServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ImageService images;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", -1);
        Optional<Rendition> rendition = parts.length == 3 ? named(parts[2]) : Optional.empty();
        if (rendition.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", images.link(new ImageId(parts[1]), rendition.get()).toString());
    }

    private static Optional<Rendition> named(String name) {
        return Arrays.stream(Rendition.values())
                .filter(rendition -> rendition.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
