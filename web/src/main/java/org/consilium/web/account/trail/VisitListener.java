package org.consilium.web.account.trail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.audit.VisitTrailService;
import org.consilium.audit.VisitTrailService.End;

/** Puts the end of a session on record, however it ends: the node that ends it is told. */
@WebListener
public class VisitListener implements HttpSessionListener {
    private static final Logger LOG = Logger.getLogger(VisitListener.class.getName());

    @Inject
    private VisitTrailService trail;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        VisitMark.of(event.getSession()).ifPresent(this::ended);
    }

    private void ended(VisitMark visit) {
        try {
            trail.ended(visit.accountKey(), visit.role(), SigningOut.isNow() ? End.SIGNED_OUT : End.ENDED);
        } catch (RuntimeException failure) {
            // a session ends in any case
            LOG.log(Level.WARNING, failure, () -> "the end of a session is not on record");
        }
    }
}
