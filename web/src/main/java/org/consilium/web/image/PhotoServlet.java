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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.NotFoundException;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.ImageView;
import org.consilium.imaging.Rendition;
import org.consilium.web.site.FaultFilter;

/**
 * Leads from {@code /photo/<id>/<rendition>}, or {@code /photo/<id>/original}, to a link of five minutes, or shows the
 * photo itself where only this application can read it. Each look is permitted anew, and a page may stay open for as
 * long as it likes: the address in it never goes out of date. In the audit trail, a look has an entry of its own,
 * unless the page says in the address that it has shown the photo a moment ago: {@code /photo/<id>/<rendition>/<look>}.
 */
@WebServlet("/photo/*")
public class PhotoServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(PhotoServlet.class.getName());

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
        Optional<Rendition> rendition = parts.length == 3 || parts.length == 4 ? named(parts[2]) : Optional.empty();
        if (rendition.isPresent()) {
            show(view(new ImageId(parts[1]), rendition.get(), parts.length == 4 ? parts[3] : ""), response);
        } else if (parts.length == 3 && parts[2].equals("original")) {
            show(images.original(new ImageId(parts[1])), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private ImageView view(ImageId id, Rendition rendition, String look) {
        if (!look.isEmpty()) {
            try {
                return images.shown(id, rendition, look);
            } catch (NotFoundException old) {
                LOG.log(Level.FINE, "its page is not the visitor's, or has been open for long", old);
            }
        }
        return images.view(id, rendition);
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
