package org.consilium.platform;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date on or after the one given in ISO 8601; an earlier one is a typing error. */
@Documented
@Constraint(validatedBy = NotBefore.Validator.class)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface NotBefore {

    String value();

    String message() default "{org.consilium.platform.NotBefore.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind the constraint. */
    class Validator implements ConstraintValidator<NotBefore, LocalDate> {

        private LocalDate earliest = LocalDate.MIN;

        @Override
        public void initialize(NotBefore constraint) {
            earliest = LocalDate.parse(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null || !date.isBefore(earliest);
        }
    }
}
