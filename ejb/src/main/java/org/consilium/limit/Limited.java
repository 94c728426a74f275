package org.consilium.limit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares the limits that a service method counts for, in the order in which they are checked: a call that one refuses
 * does not count for those after it. Stands beside {@code @Requires}, and is enforced by the same interceptor, after
 * the permission. The method takes the {@link LimitSubject} of each limit among its parameters.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface Limited {

    Limit[] value();
}
