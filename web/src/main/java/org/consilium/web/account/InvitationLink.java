package org.consilium.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.account.Invitation;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/** The link of an invitation, shown once to the administrator who made it: the database keeps only its hash. */
@Named
@RequestScoped
public class InvitationLink {

    @Inject
    private HttpServletRequest request;

    private @Nullable String address;

    public void show(Invitation invitation) {
        String host = request.getRequestURL().toString().replaceFirst("(?<=[^:/])/.*", "");
        address = host + request.getContextPath() + Page.INVITATION.path() + "?" + LinkTokenFilter.PARAMETER + "="
                + invitation.token();
    }

    public @Nullable String getAddress() {
        return address;
    }
}
