package org.consilium.privacy.disclosure;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.consilium.platform.NotAfterToday;
import org.consilium.platform.NotBefore;

/** The day of a disclosure. */
@NotNull
@NotAfterToday
@NotBefore(DisclosureDate.EARLIEST)
@Documented
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface DisclosureDate {

    /** When the Privacy Rule came into force. */
    String EARLIEST = "2003-04-14";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
