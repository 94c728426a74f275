package org.consilium.web.site;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Injects a parameter of the request, or {@code null} if it is missing. OmniFaces' {@code @Param} would leave an
 * expression in the state of the page, which the server does not let into a session.
 */
@Documented
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD})
public @interface RequestParameter {

    /** The parameter's name; by default that of the field. */
    @Nonbinding
    String value() default "";
}
