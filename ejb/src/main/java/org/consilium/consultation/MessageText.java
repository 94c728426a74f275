package org.consilium.consultation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.consilium.platform.PlainText;
import org.consilium.platform.VisibleText;

/** The text of a message, a staff note, or a part of an after-visit summary. */
@VisibleText
@PlainText(lines = true)
@Size(max = MessageText.MAX)
@Documented
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface MessageText {

    /** Characters at most, as Java counts them: an emoji counts as two. */
    int MAX = 5_000;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
