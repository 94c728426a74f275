package org.consilium.aws.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** CDK needs Node.js to create templates; without it, their tests are skipped, with a message. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(
        value = "org.consilium.aws.stack.NodeJs#isThere",
        disabledReason = "Node.js is missing (apt-get install nodejs)")
public @interface NeedsNode {}
