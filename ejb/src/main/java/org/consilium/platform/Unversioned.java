package org.consilium.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An entity that changes, and has no version all the same. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Unversioned {

    /** What keeps concurrent changes apart instead. */
    String value();
}
