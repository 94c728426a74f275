package org.consilium.account.password;

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
 * A password that a person chooses. Its length is that of its composed form, in code points, so that it does not depend
 * on the keyboard (NIST SP 800-63B-4, section 3.1.1.2). {@link PasswordPolicy} says how long and how strong it has to
 * be.
 */
@NotNull
@VisibleText(optional = true, message = "{org.consilium.account.password.Password.message}")
@TypedPassword
@Documented
@Constraint(validatedBy = Password.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface Password {

    /** Characters at least, where it may be the only factor. */
    int MIN = 15;

    /** Characters at least, where signing in takes a second factor. */
    int MIN_WITH_SECOND_FACTOR = 8;

    /** Characters at most. */
    int MAX = 200;

    int max() default MAX;

    String message() default "{org.consilium.account.password.Password.length}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check of the length. */
    class Validator implements ConstraintValidator<Password, String> {

        private int max = MAX;

        @Override
        public void initialize(Password constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            if (typed == null) {
                return true;
            }
            String stored = PasswordForms.stored(typed);
            return stored.codePointCount(0, stored.length()) <= max;
        }
    }
}
