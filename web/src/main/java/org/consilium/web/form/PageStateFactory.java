package org.consilium.web.form;

import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.faces.render.ResponseStateManager;
import java.util.Iterator;

/** Replaces the storage of view states in Faces by {@link PageStates}; registered in faces-config.xml. */
public class PageStateFactory extends RenderKitFactory {

    public PageStateFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public RenderKit getRenderKit(FacesContext context, String id) {
        RenderKit kit = getWrapped().getRenderKit(context, id);
        PageStates states = new PageStates(kit.getResponseStateManager());
        return new RenderKitWrapper(kit) {
            @Override
            public ResponseStateManager getResponseStateManager() {
                return states;
            }
        };
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }
}
