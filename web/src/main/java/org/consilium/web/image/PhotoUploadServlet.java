package org.consilium.web.image;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.access.NotFoundException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.StoredImage;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Language;
import org.consilium.web.site.Patience;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;
import org.consilium.web.site.Words;

/**
 * Takes one photo while its message is still being written: {@code POST /photos} with the bytes of the file as the body
 * answers with its id, {@code DELETE /photos/<id>} takes it back.
 */
@WebServlet({"/photos", "/photos/*"})
public class PhotoUploadServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient ImageService images;

    @Inject
    private transient Patience patience;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Visitor.of(request).isEmpty()) {
            say(HttpServletResponse.SC_UNAUTHORIZED, "image.signed-out", request, response);
        } else if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getMethod().equals("POST") && request.getPathInfo() == null) {
            upload(request, response);
        } else if (request.getMethod().equals("DELETE") && request.getPathInfo() != null) {
            discard(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void upload(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getContentLengthLong() > ImageService.MAX_BYTES) {
                throw new ImageRefusedException(ImageRefusedException.Reason.TOO_LARGE);
            }
            StoredImage image = store(request.getInputStream());
            write(
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder().add("id", image.id().value()).build(),
                    response);
        } catch (ImageRefusedException refused) {
            say(UNPROCESSABLE, PhotosField.key(refused.reason()), request, response);
        } catch (LimitReachedException reached) {
            String text =
                    patience.ask("limit.upload", reached, Language.of(request).locale(), response);
            write(response.getStatus(), message(text), response);
        } catch (ImagesUnavailableException | CacheUnavailableException away) {
            response.setHeader("Retry-After", "5");
            say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "image.unavailable", request, response);
        } catch (NotFoundException notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /**
     * A slow phone fills a file here, bounded and soon gone, and not one of the few places where photos are worked on.
     */
    private StoredImage store(InputStream slow) throws IOException {
        Path file = Files.createTempFile("photo", null);
        try {
            try (OutputStream copy = Files.newOutputStream(file)) {
                long left = ImageService.MAX_BYTES + 1;
                byte[] buffer = new byte[64 * 1024];
                for (int read; left > 0 && (read = slow.read(buffer, 0, (int) Math.min(left, buffer.length))) > 0; ) {
                    copy.write(buffer, 0, read);
                    left -= read;
                }
            }
            try (InputStream content = Files.newInputStream(file)) {
                return images.upload(content);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void discard(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            images.discard(new ImageId(request.getPathInfo().substring(1)));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void say(int status, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String text = Words.in(Language.of(request)).get(key);
        write(status, message(text), response);
    }

    private static JsonObject message(String text) {
        return Json.createObjectBuilder().add("message", text).build();
    }

    private static void write(int status, JsonObject answer, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.write(answer);
        }
    }
}
