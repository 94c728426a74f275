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
import org.jspecify.annotations.Nullable;

/**
 * Text as {@link TypedText} leaves it: any script and any emoji, line feeds and tabs, but no other control characters
 * (NUL among them) and no half of a surrogate pair. Markup is text like any other: pages escape it. Forms are cleaned
 * before they are read; for other callers of a service, this constraint refuses what would have been removed.
 */
@Documented
@Constraint(validatedBy = PlainText.Validator.class)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface PlainText {

    /** Whether it may have several lines. */
    boolean lines() default false;

    String message() default "{org.consilium.platform.PlainText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind the constraint. */
    class Validator implements ConstraintValidator<PlainText, String> {

        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.equals(lines ? TypedText.clean(text) : TypedText.cleanLine(text));
        }
    }
}
