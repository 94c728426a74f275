package org.consilium.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.consilium.platform.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A password that a person chooses: long rather than complex (NIST SP 800-63B, section 5.1.1.2). Its length is that of
 * its composed form, so that it does not depend on the keyboard.
 */
@NotNull
@VisibleText(optional = true, message = "{org.consilium.account.Password.message}")
@TypedPassword
@Documented
@Constraint(validatedBy = Password.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface Password {

    /** Characters at least. */
    int MIN = 12;

    /** Characters at most. */
    int MAX = 128;

    int min() default MIN;

    int max() default MAX;

    String message() default "{jakarta.validation.constraints.Size.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check of the length. */
    class Validator implements ConstraintValidator<Password, String> {

        private int min = MIN;
        private int max = MAX;

        @Override
        public void initialize(Password constraint) {
            min = constraint.min();
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (typed == null) {
                return true;
            }
            int length = PasswordForms.stored(typed).length();
            return length >= min && length <= max;
        }
    }
}
