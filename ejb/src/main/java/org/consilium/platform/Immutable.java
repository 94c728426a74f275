package org.consilium.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An entity that is written once and never changed, and so has no version. An architecture test enforces it. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Immutable {}
