package org.consilium.care;

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

/** The date of birth of a person who is alive; a newborn is a patient, too. */
@NotNull
@NotAfterToday
@NotBefore(BirthDate.EARLIEST)
@Documented
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface BirthDate {

    /** No one alive was born before this day. */
    String EARLIEST = "1900-01-01";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
