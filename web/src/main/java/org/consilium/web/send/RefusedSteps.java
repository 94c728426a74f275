package org.consilium.web.send;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.web.address.Address;
import org.consilium.web.site.Navigation;

/**
 * Runs the step of every button. If the step was refused for a reason that any step may have, the page is shown again
 * with what was typed, and the button says why. A step that was done always ends with a redirect, to this page if it
 * leads to no other: reloading the next page does nothing again. No page has to do anything for either.
 */
public class RefusedSteps implements ActionListener {

    private final ActionListener steps;

    public RefusedSteps(ActionListener steps) {
        this.steps = steps;
    }

    @Override
    public void processAction(ActionEvent event) {
        try {
            steps.processAction(event);
            redirect(FacesContext.getCurrentInstance());
        } catch (RuntimeException failure) {
            if (!CDI.current().select(Refusal.class).get().isShown(failure, event.getComponent())) {
                throw failure;
            }
        }
    }

    private static void redirect(FacesContext faces) {
        if (!faces.getResponseComplete() && !faces.isValidationFailed()) {
            HttpServletRequest request =
                    (HttpServletRequest) faces.getExternalContext().getRequest();
            CDI.current()
                    .select(Navigation.class)
                    .get()
                    .to(Address.shown(request).toString());
        }
    }
}
