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

/** A required text: something of it can be seen, which {@code @NotBlank} does not ask for. */
@Documented
@Constraint(validatedBy = VisibleText.Validator.class)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface VisibleText {

    /** Whether it may also be left out, but not left blank. */
    boolean optional() default false;

    String message() default "{jakarta.validation.constraints.NotBlank.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind the constraint. */
    class Validator implements ConstraintValidator<VisibleText, String> {

        private boolean optional;

        @Override
        public void initialize(VisibleText constraint) {
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null ? optional : TypedText.isVisible(text);
        }
    }
}
