package org.consilium.web.image;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.consilium.access.NotFoundException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.image.UploadState;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.image.upload.NewUpload;
import org.consilium.image.upload.UploadTicket;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Language;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.TooManyRequests;
import org.consilium.web.site.Visitor;
import org.consilium.web.site.Words;

/**
 * What the photos field asks while a message is still being written: {@code POST /photos} describes a photo and is
 * answered with the permission to send it to the object store, {@code POST /photos/<id>} says that all of it is there,
 * {@code GET /photos/<id>} asks how far it has come, {@code DELETE /photos/<id>} takes it back.
 */
@WebServlet({"/photos", "/photos/*"})
public class PhotoUploadServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_DESCRIPTION = 4096;

    @Inject
    private transient ImageUploadService uploads;

    @Inject
    private transient TooManyRequests tooManyRequests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Visitor.of(request).isEmpty()) {
            say(HttpServletResponse.SC_UNAUTHORIZED, "image.signed-out", request, response);
        } else if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            step(request, response);
        } catch (ImageRefusedException refused) {
            say(UNPROCESSABLE, PhotosField.key(refused.reason()), request, response);
        } catch (LimitReachedException reached) {
            String text = tooManyRequests.answer(
                    "limit.upload", reached, Language.of(request).locale(), response);
            write(response.getStatus(), message(text), response);
        } catch (ImagesUnavailableException | CacheUnavailableException away) {
            response.setHeader("Retry-After", "5");
            say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "image.unavailable", request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (ConstraintViolationException | JsonException not) {
            // not what our pages send
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void step(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        boolean one = path != null && path.length() > 1;
        String step = request.getMethod() + (one ? " one" : "");
        ImageId id = new ImageId(one ? path.substring(1) : "");
        switch (step) {
            case "POST" -> write(HttpServletResponse.SC_CREATED, told(ticket(request)), response);
            case "POST one" -> write(HttpServletResponse.SC_OK, told(uploads.complete(id), request), response);
            case "GET one" -> write(HttpServletResponse.SC_OK, told(uploads.state(id), request), response);
            case "DELETE one" -> {
                uploads.discard(id);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private UploadTicket ticket(HttpServletRequest request) throws IOException {
        JsonObject described = read(request.getInputStream().readNBytes(LONGEST_DESCRIPTION));
        NewUpload photo = photo(described);
        if (photo.bytes() > ImageService.MAX_BYTES) {
            throw new ImageRefusedException(ImageRefusedException.Reason.TOO_LARGE);
        }
        String consultation = described.getString("consultation", "");
        return consultation.isEmpty()
                ? uploads.ticket(photo)
                : uploads.ticketInto(new ConsultationId(consultation), photo);
    }

    private static JsonObject read(byte[] text) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }

    /** What is left out, or is of another kind, is found by the checks of the service. */
    private static NewUpload photo(JsonObject described) {
        long bytes = described.get("bytes") instanceof JsonNumber number ? number.longValue() : 0;
        List<String> parts = described.get("parts") instanceof JsonArray array
                ? array.stream()
                        .map(part -> part instanceof JsonString text ? text.getString() : "")
                        .toList()
                : List.of();
        return new NewUpload(described.getString("type", ""), bytes, described.getString("sha256", ""), parts);
    }

    private static JsonObject told(UploadTicket ticket) {
        JsonArrayBuilder ends = Json.createArrayBuilder();
        ticket.parts().ends().forEach(ends::add);
        JsonArrayBuilder there = Json.createArrayBuilder();
        ticket.there().forEach(there::add);
        return Json.createObjectBuilder()
                .add("id", ticket.id().value())
                .add("part", NewUpload.PART)
                .add("address", ticket.parts().address())
                .add("query", ticket.parts().query())
                .add("ends", ends)
                .add("there", there)
                .build();
    }

    private static JsonObject told(UploadState state, HttpServletRequest request) {
        var told = Json.createObjectBuilder().add("step", state.step().name());
        if (state.step() == UploadState.Step.REFUSED) {
            String key = state.problem() == null ? "image.gone" : PhotosField.key(state.problem());
            told.add("message", Words.in(Language.of(request)).get(key));
        }
        return told.build();
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
