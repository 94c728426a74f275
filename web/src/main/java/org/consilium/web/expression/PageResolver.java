package org.consilium.web.expression;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.faces.context.FacesContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names, properties, and method calls in pages by look-ups that are made once. Everything else, and whatever
 * is written to, is left to the resolvers of Faces.
 */
class PageResolver extends ELResolver {

    private final ELResolver others;
    private final Names names = new Names();
    private final Members members = new Members();

    PageResolver(ELResolver others) {
        this.others = others;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (!(property instanceof String name)) {
            return others.getValue(context, base, property);
        }
        if (base == null) {
            return named(context, name);
        }
        if (base instanceof Words words) {
            context.setPropertyResolved(base, property);
            return words.find(name).orElseGet(() -> "???" + name + "???");
        }
        Optional<Method> getter = members.getter(base.getClass(), name);
        return getter.isPresent()
                ? called(context, getter.get(), base, name)
                : others.getValue(context, base, property);
    }

    private @Nullable Object named(ELContext context, String name) {
        FacesContext faces = (FacesContext) context.getContext(FacesContext.class);
        Object value = names.value(faces, name);
        if (value == null && !names.isUnknown(name)) {
            value = others.getValue(context, null, name);
            if (value == null && context.isPropertyResolved()) {
                names.unknown(name);
            }
            return value;
        }
        context.setPropertyResolved(null, name);
        return value;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] values) {
        if (base != null && types == null && method instanceof String name) {
            Object[] given = values == null ? new Object[0] : values;
            Optional<Method> only = members.method(base.getClass(), name, given.length);
            if (only.isPresent() && Arguments.fit(only.get(), given)) {
                return called(context, only.get(), base, name, given);
            }
        }
        return others.invoke(context, base, method, types, values);
    }

    private static @Nullable Object called(
            ELContext context, Method method, Object base, String name, Object... values) {
        try {
            Object result = method.invoke(base, values);
            context.setPropertyResolved(base, name);
            return result;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof ELException expression) {
                throw expression;
            }
            throw new ELException(thrown.getCause());
        } catch (IllegalAccessException refused) {
            throw new ELException(refused);
        }
    }

    @Override
    public <T> @Nullable T convertToType(ELContext context, @Nullable Object value, Class<T> type) {
        if (type.isInstance(value)) {
            context.setPropertyResolved(true);
            return type.cast(value);
        }
        return others.convertToType(context, value, type);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return others.getType(context, base, property);
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        others.setValue(context, base, property, value);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return others.isReadOnly(context, base, property);
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return others.getCommonPropertyType(context, base);
    }
}
