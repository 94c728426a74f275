package org.consilium.aws.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** CDK computes templates in Node.js: without it, the tests of them are left out, and say so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(
        value = "org.consilium.aws.stack.NodeJs#isThere",
        disabledReason = "Node.js is missing (apt-get install nodejs)")
@interface NeedsNode {}
