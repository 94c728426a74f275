package org.consilium.web.send;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;

/**
 * Runs the step of every button. If the step was refused for a reason that any step may have, the page is shown again
 * with what was typed, and the button says why; no page has to do anything for it.
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
        } catch (RuntimeException failure) {
            if (!CDI.current().select(Refusal.class).get().isShown(failure, event.getComponent())) {
                throw failure;
            }
        }
    }
}
