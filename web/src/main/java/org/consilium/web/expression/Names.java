package org.consilium.web.expression;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * The names with which expressions in pages begin: the words of the page's language, the current component, variables
 * of the request (the rows of a list), and beans. The proxy of a bean serves all requests, so it is looked up once.
 */
class Names {

    private final Map<String, Optional<Object>> beans = new ConcurrentHashMap<>();

    /** Names that are neither beans, nor classes, nor in any scope: parameters that a page leaves out. */
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    /** The value of a name, or null if it has to be looked for elsewhere. */
    @Nullable
    Object value(FacesContext faces, String name) {
        if (name.equals("words")) {
            return Words.in(faces.getViewRoot().getLocale());
        }
        if (name.equals("component")) {
            return UIComponent.getCurrentComponent(faces);
        }
        Object bean = beans.computeIfAbsent(name, Names::bean).orElse(null);
        return bean == null ? faces.getExternalContext().getRequestMap().get(name) : bean;
    }

    /** Notes that nothing has this name; it is looked for in the request alone from now on. */
    void unknown(String name) {
        unknown.add(name);
    }

    boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    private static Optional<Object> bean(String name) {
        BeanManager manager = CDI.current().getBeanManager();
        Bean<?> bean = manager.resolve(manager.getBeans(name));
        return bean != null
                        && bean.getBeanClass().getName().startsWith("org.consilium.")
                        && manager.isNormalScope(bean.getScope())
                ? Optional.of(manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean)))
                : Optional.empty();
    }
}
