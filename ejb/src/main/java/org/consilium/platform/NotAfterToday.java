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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A date that is not in the future at the hospital, which is where pages show it. The constraints of Jakarta Validation
 * would go by the time zone of the machine.
 */
@Documented
@Constraint(validatedBy = NotAfterToday.Validator.class)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface NotAfterToday {

    String message() default "{org.consilium.platform.NotAfterToday.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind the constraint. */
    class Validator implements ConstraintValidator<NotAfterToday, LocalDate> {

        private final Supplier<LocalDate> today;

        public Validator() {
            this(HospitalDay::today);
        }

        Validator(Supplier<LocalDate> today) {
            this.today = today;
        }

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null || !date.isAfter(today.get());
        }
    }
}
