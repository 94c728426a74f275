package org.consilium.server.session;

import com.sun.enterprise.security.SecurityContext;
import com.sun.enterprise.security.auth.login.DistinguishedPrincipalCredential;
import com.sun.enterprise.security.web.integration.WebPrincipal;
import jakarta.security.enterprise.CallerPrincipal;
import java.io.Serializable;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The caller who is signed in, in a form from which any node can rebuild the container's own objects. Sessions in Redis
 * contain the name of this class: it must not change.
 *
 * @param authType how the caller signed in
 * @param caller the application's principal
 * @param principals the caller and the groups
 */
record StoredCaller(@Nullable String authType, Principal caller, ArrayList<Principal> principals)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Fails if a component is missing, as it may be in one from another version. */
    StoredCaller {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(principals);
    }

    static StoredCaller of(Principal principal, @Nullable String authType) {
        ArrayList<Principal> principals = new ArrayList<>();
        Principal caller = principal;
        if (principal instanceof WebPrincipal web) {
            SecurityContext context = web.getSecurityContext();
            caller = callerOf(web, context);
            if (context != null && context.getSubject() != null) {
                context.getSubject().getPrincipals().stream()
                        .filter(one -> !isOfContainer(one))
                        .forEach(principals::add);
            }
        }
        return new StoredCaller(authType, serializable(caller), principals);
    }

    /** The principal that the container keeps in its session. */
    WebPrincipal principal() {
        Subject subject = new Subject();
        subject.getPrincipals().addAll(principals);
        Object distinguished = new DistinguishedPrincipalCredential(caller);
        subject.getPublicCredentials().add(distinguished);
        // a principal in Payara 7, but not in the older classes that this is compiled against
        Optional.of(distinguished)
                .filter(Principal.class::isInstance)
                .map(Principal.class::cast)
                .ifPresent(subject.getPrincipals()::add);
        return new WebPrincipal(caller, new SecurityContext(subject));
    }

    /** A principal in Payara 7 only, which Payara 6 could not read: each node creates its own. */
    private static boolean isOfContainer(Object principal) {
        return principal instanceof DistinguishedPrincipalCredential;
    }

    private static Principal callerOf(WebPrincipal web, @Nullable SecurityContext context) {
        if (web.getCustomPrincipal() != null) {
            return web.getCustomPrincipal();
        }
        return context != null && context.getCallerPrincipal() != null ? context.getCallerPrincipal() : web;
    }

    private static Principal serializable(Principal caller) {
        return caller instanceof Serializable && !(caller instanceof WebPrincipal)
                ? caller
                : new CallerPrincipal(caller.getName());
    }
}
