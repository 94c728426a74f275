package org.consilium.limit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says why a service method that changes something needs no {@link Limited}. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface NotLimited {

    /** The reason. */
    String value();
}
