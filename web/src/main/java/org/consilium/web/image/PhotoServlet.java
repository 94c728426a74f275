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
import org.consilium.image.ImageView;
import org.consilium.imaging.Rendition;
import org.consilium.web.site.FaultFilter;

/**
 * Leads from {@code /photo/<id>/<rendition>}, or {@code /photo/<id>/original}, to a link of five minutes, or shows the
 * photo itself where only this application can read it. Each look is permitted anew, and a page may stay open for as
 * long as it likes: the address in it never goes out of date.
 */
@WebServlet("/photo/*")
public class PhotoServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ImageService images;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            find(request, response);
        } catch (RuntimeException failure) {
            FaultFilter.answer(failure, request, response);
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", -1);
        Optional<Rendition> rendition = parts.length == 3 ? named(parts[2]) : Optional.empty();
        if (rendition.isPresent()) {
            show(images.view(new ImageId(parts[1]), rendition.get()), response);
        } else if (parts.length == 3 && parts[2].equals("original")) {
            show(images.original(new ImageId(parts[1])), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void show(ImageView view, HttpServletResponse response) throws IOException {
        byte[] file = view.file();
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", String.valueOf(view.link()));
        } else {
            response.setContentType(view.contentType());
            response.setContentLength(file.length);
            response.setHeader("Cache-Control", "private, no-store");
            response.getOutputStream().write(file);
        }
    }

    private static Optional<Rendition> named(String name) {
        return Arrays.stream(Rendition.values())
                .filter(rendition -> rendition.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
