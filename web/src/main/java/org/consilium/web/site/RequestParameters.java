package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.consilium.account.AccountId;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImageId;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the request: texts, and the public ids of records. */
@RequestScoped
public class RequestParameters {

    @Inject
    private HttpServletRequest request;

    @Produces
    @RequestParameter
    public @Nullable String text(InjectionPoint point) {
        return request.getParameter(name(point));
    }

    @Produces
    @RequestParameter
    public @Nullable AccountId account(InjectionPoint point) {
        return id(point, AccountId::new);
    }

    @Produces
    @RequestParameter
    public @Nullable ConsultationId consultation(InjectionPoint point) {
        return id(point, ConsultationId::new);
    }

    @Produces
    @RequestParameter
    public @Nullable ImageId image(InjectionPoint point) {
        return id(point, ImageId::new);
    }

    /** An empty one counts as missing. */
    private <T> @Nullable T id(InjectionPoint point, Function<String, T> type) {
        return Optional.ofNullable(text(point))
                .filter(text -> !text.isEmpty())
                .map(type)
                .orElse(null);
    }

    private static String name(InjectionPoint point) {
        String name = point.getAnnotated().getAnnotation(RequestParameter.class).value();
        return name.isEmpty() ? point.getMember().getName() : name;
    }
}
