package org.consilium.peer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records each view and action in the transaction that it happens in. */
@Service
class AuditTrail {

    private final AuditRepository entries;
    private final HttpServletRequest request;

    AuditTrail(AuditRepository entries, HttpServletRequest request) {
        this.entries = entries;
        this.request = request;
    }

    @Transactional
    void record(SignedIn person, Action action, Long consultation) {
        entries.save(new AuditEntry(person.getId(), action, consultation, request.getRemoteAddr()));
    }

    @EventListener
    @Transactional
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        record(event.getAuthentication(), Action.SIGN_IN);
    }

    @EventListener
    @Transactional
    void signedOut(LogoutSuccessEvent event) {
        record(event.getAuthentication(), Action.SIGN_OUT);
    }

    private void record(Authentication authentication, Action action) {
        if (authentication.getPrincipal() instanceof SignedIn person) {
            record(person, action, null);
        }
    }
}
