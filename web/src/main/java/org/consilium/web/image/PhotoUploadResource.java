package org.consilium.web.image;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ImageLinksService;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageService;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.image.upload.NewUpload;
import org.consilium.image.upload.UploadTicket;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;

/**
 * The upload API of the photos field, used while a message is still being written: {@code POST /photos} describes a
 * photo and returns permission to send it to the object store, {@code POST /photos/<id>} reports that all of it has
 * been sent, {@code GET /photos/<id>} returns its progress, and {@code DELETE /photos/<id>} discards it. Of photos that
 * were sent, {@code GET /photos/links?id=<id>&id=<id>} returns new links to thumbnails.
 */
@Path("")
@RequestScoped
@Produces(Message.JSON)
public class PhotoUploadResource {

    /** Whatever follows, with any slashes: an address with one too many belongs to no photo. */
    private static final String ONE = "{id: .+}";

    @Inject
    private ImageUploadService uploads;

    @Inject
    private ImageLinksService links;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Validator validator;

    @POST
    public Response begin(UploadRequest described) {
        return Response.status(Response.Status.CREATED)
                .entity(UploadPermission.of(ticket(described)))
                .build();
    }

    private UploadTicket ticket(UploadRequest described) {
        NewUpload photo = described.photo();
        if (photo.bytes() > ImageService.MAX_BYTES) {
            throw new ImageRefusedException(ImageRefusedException.Reason.TOO_LARGE);
        }
        // the service checks the same, but the container would log the violation as a failure of the service
        if (!validator.validate(photo).isEmpty()) {
            throw new BadRequestException();
        }
        String consultation = described.consultation();
        return consultation == null || consultation.isEmpty()
                ? uploads.ticket(photo)
                : uploads.ticketInto(new ConsultationId(consultation), photo);
    }

    /** New links to thumbnails, by the ids of their images. */
    @GET
    @Path("links")
    public Map<String, String> links(@QueryParam("id") List<ImageId> ids) {
        if (ids.size() > ImageLinksService.MOST) {
            throw new BadRequestException();
        }
        return links.renew(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        link -> link.getKey().value(), link -> link.getValue().toString()));
    }

    @POST
    @Path(ONE)
    public UploadProgress complete(@PathParam("id") ImageId id) {
        return UploadProgress.of(uploads.complete(id), words());
    }

    @GET
    @Path(ONE)
    public UploadProgress progress(@PathParam("id") ImageId id) {
        return UploadProgress.of(uploads.state(id), words());
    }

    @DELETE
    @Path(ONE)
    public void discard(@PathParam("id") ImageId id) {
        uploads.discard(id);
    }

    private Words words() {
        return Words.in(Language.of(request));
    }
}
