package org.consilium.web.expression;

import jakarta.faces.application.Application;
import jakarta.faces.application.ApplicationFactory;

/** Puts {@link PageResolver} in front of the resolvers of Faces; faces-config.xml names this class. */
public class PageApplicationFactory extends ApplicationFactory {

    public PageApplicationFactory(ApplicationFactory wrapped) {
        super(wrapped);
    }

    @Override
    public Application getApplication() {
        Application application = getWrapped().getApplication();
        return application instanceof PageApplication ? application : new PageApplication(application);
    }

    @Override
    public void setApplication(Application application) {
        getWrapped().setApplication(application);
    }
}
