package org.consilium.web.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * The names with which expressions in pages begin: the words of the page's language, the current component, variables
 * of the request (the rows of a list), and beans. A bean is looked up once, its instance once a request.
 */
class Names {

    /** A bean, and the key of its instance among the attributes of a request. */
    private static final class Named {
        private final Bean<?> bean;
        private final BeanManager manager;

        Named(Bean<?> bean, BeanManager manager) {
            this.bean = bean;
            this.manager = manager;
        }

        Object instance() {
            return instance(bean);
        }

        private <T> T instance(Bean<T> contextual) {
            return manager.getContext(contextual.getScope())
                    .get(contextual, manager.createCreationalContext(contextual));
        }
    }

    private static final Set<Class<? extends Annotation>> SCOPES = Set.of(RequestScoped.class, ApplicationScoped.class);

    private final Map<String, Optional<Named>> beans = new ConcurrentHashMap<>();

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
        Optional<Named> bean = beans.computeIfAbsent(name, Names::bean);
        return bean.isPresent()
                ? faces.getAttributes().computeIfAbsent(bean.get(), found -> ((Named) found).instance())
                : faces.getExternalContext().getRequestMap().get(name);
    }

    /** Notes that nothing has this name; it is looked for in the request alone from now on. */
    void unknown(String name) {
        unknown.add(name);
    }

    boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    /** A bean of the application that lives as long as a request at least. */
    private static Optional<Named> bean(String name) {
        BeanManager manager = CDI.current().getBeanManager();
        Bean<?> bean = manager.resolve(manager.getBeans(name));
        return bean != null && SCOPES.contains(bean.getScope())
                ? Optional.of(new Named(bean, manager))
                : Optional.empty();
    }
}
