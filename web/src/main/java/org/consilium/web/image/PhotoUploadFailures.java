package org.consilium.web.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.Fault;
import org.consilium.web.site.FaultFilter;
import org.consilium.web.site.Language;
import org.consilium.web.site.TooManyRequests;
import org.consilium.web.site.Words;

/**
 * Answers failed requests of the photos field: with a message for the person, or with a status alone, for which the
 * server adds its error page.
 */
@ApplicationScoped
public class PhotoUploadFailures implements ExceptionMapper<RuntimeException> {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TooManyRequests tooManyRequests;

    @Override
    public Response toResponse(RuntimeException failure) {
        return switch (failure) {
            case ImageRefusedException refused ->
                message(UNPROCESSABLE, PhotosField.key(refused.reason())).build();
            case LimitReachedException reached -> tooMany(reached);
            case ImagesUnavailableException unused -> unavailable();
            case CacheUnavailableException unused -> unavailable();
            // not the JSON that our pages send
            case JsonException unused -> page(HttpServletResponse.SC_BAD_REQUEST);
            case ProcessingException unused -> page(HttpServletResponse.SC_BAD_REQUEST);
            case WebApplicationException refused -> page(refused.getResponse().getStatus());
            default -> page(FaultFilter.report(failure, request));
        };
    }

    private Response tooMany(LimitReachedException reached) {
        String text = tooManyRequests.text(
                "limit.upload", reached, Language.of(request).locale());
        return Message.answer(TooManyRequests.STATUS, text)
                .header(HttpHeaders.RETRY_AFTER, TooManyRequests.seconds(reached))
                .build();
    }

    private Response unavailable() {
        return message(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "image.unavailable")
                .header(HttpHeaders.RETRY_AFTER, FaultFilter.SECONDS_TO_WAIT)
                .build();
    }

    private Response.ResponseBuilder message(int status, String key) {
        return Message.answer(status, Words.in(Language.of(request)).get(key));
    }

    private static Response page(Fault fault) {
        return fault == Fault.UNAVAILABLE
                ? Response.status(fault.status())
                        .header(HttpHeaders.RETRY_AFTER, FaultFilter.SECONDS_TO_WAIT)
                        .build()
                : page(fault.status());
    }

    private static Response page(int status) {
        return Response.status(status).build();
    }
}
