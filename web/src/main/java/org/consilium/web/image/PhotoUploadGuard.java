package org.consilium.web.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.consilium.access.Caller;
import org.consilium.platform.CompleteJson;
import org.consilium.web.site.Language;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests of our own pages from people who are signed in, before anything else is decided, and reads only the
 * beginning of what they send.
 */
@PreMatching
@ApplicationScoped
public class PhotoUploadGuard implements ContainerRequestFilter, ReaderInterceptor {

    /** The header with the public id of the person whose page sends the request. */
    private static final String SHOWN_TO = "Shown-To";

    private static final int LONGEST_DESCRIPTION = 4096;

    /** Without HEAD and OPTIONS, which would be answered although no method here is for them. */
    private static final Set<String> METHODS = Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE);

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        Response refusal = refusal();
        if (refusal != null) {
            context.abortWith(refusal);
            return;
        }
        // everything here is JSON, whatever the headers say
        context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }

    private @Nullable Response refusal() {
        if (Visitor.of(request).isEmpty()) {
            String text = Words.in(Language.of(request)).get("image.signed-out");
            return Message.answer(HttpServletResponse.SC_UNAUTHORIZED, text).build();
        }
        String shownTo = request.getHeader(SHOWN_TO);
        if (shownTo != null && !Visitor.of(request).map(Caller::getName).equals(Optional.of(shownTo))) {
            String text = Words.in(Language.of(request)).get("error.another.what");
            return Message.answer(HttpServletResponse.SC_CONFLICT, text).build();
        }
        if (!SameOrigin.sent(request)) {
            return Response.status(HttpServletResponse.SC_BAD_REQUEST).build();
        }
        return METHODS.contains(request.getMethod())
                ? null
                : Response.status(HttpServletResponse.SC_METHOD_NOT_ALLOWED).build();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] beginning = context.getInputStream().readNBytes(LONGEST_DESCRIPTION);
        CompleteJson.check(new ByteArrayInputStream(beginning));
        context.setInputStream(new ByteArrayInputStream(beginning));
        Object read = context.proceed();
        if (read == null) {
            throw new BadRequestException("null");
        }
        return read;
    }
}
