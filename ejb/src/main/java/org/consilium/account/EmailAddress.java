package org.consilium.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.consilium.platform.Mailbox;
import org.consilium.platform.PlainText;
import org.consilium.platform.VisibleText;
import org.jspecify.annotations.Nullable;

/** An e-mail address that a person must give. */
@VisibleText
@PlainText
@Email
@Size(max = EmailAddress.MAX)
@Documented
@Constraint(validatedBy = EmailAddress.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface EmailAddress {

    /** Characters at most (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
    int MAX = 254;

    String message() default "{jakarta.validation.constraints.Email.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether the canonical form can be made, and is not too long. */
    class Validator implements ConstraintValidator<EmailAddress, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (Mailbox.isCanonicalizable(text)
                            && Mailbox.of(text).address().length() <= MAX);
        }
    }
}
