package org.consilium.platform;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;

/** The context of validators that need none. */
final class NoContext {

    private NoContext() {}

    static ConstraintValidatorContext get() {
        return (ConstraintValidatorContext) Proxy.newProxyInstance(
                NoContext.class.getClassLoader(),
                new Class<?>[] {ConstraintValidatorContext.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
