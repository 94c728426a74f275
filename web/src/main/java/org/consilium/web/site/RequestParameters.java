package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountId;
import org.consilium.consultation.ConsultationId;
import org.consilium.emergency.EmergencyId;
import org.consilium.image.ImageId;
import org.consilium.review.FindingId;
import org.consilium.review.mark.MarkId;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the request: texts, numbers, and the public ids of records. */
@RequestScoped
public class RequestParameters {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

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

    @Produces
    @RequestParameter
    public @Nullable EmergencyId emergency(InjectionPoint point) {
        return id(point, EmergencyId::new);
    }

    @Produces
    @RequestParameter
    public @Nullable FindingId finding(InjectionPoint point) {
        return id(point, FindingId::new);
    }

    @Produces
    @RequestParameter
    public @Nullable MarkId mark(InjectionPoint point) {
        return id(point, MarkId::new);
    }

    /** A number of a writing, from 1; any other value is one of no page. */
    @Produces
    @RequestParameter
    public @Nullable Integer number(InjectionPoint point) {
        String text = text(point);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new NotFoundException();
        }
        return Integer.valueOf(text);
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
