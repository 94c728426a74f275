package org.consilium.web.expression;

import jakarta.el.ELResolver;
import jakarta.faces.application.Application;
import jakarta.faces.application.ApplicationWrapper;
import org.jspecify.annotations.Nullable;

/** The application of Faces, with {@link PageResolver} in front of its resolvers. */
class PageApplication extends ApplicationWrapper {

    private volatile @Nullable ELResolver resolver;

    PageApplication(Application wrapped) {
        super(wrapped);
    }

    @Override
    public ELResolver getELResolver() {
        ELResolver known = resolver;
        if (known == null) {
            known = new PageResolver(getWrapped().getELResolver());
            resolver = known;
        }
        return known;
    }
}
