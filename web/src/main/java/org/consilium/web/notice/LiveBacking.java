package org.consilium.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.notice.LiveService;
import org.consilium.web.site.Visitor;
import org.jspecify.annotations.Nullable;

/** The version of what a page shows, by which the page learns that it is out of date. */
@Named("live")
@RequestScoped
public class LiveBacking {

    @Inject
    private LiveService live;

    @Inject
    private HttpServletRequest request;

    private @Nullable String version;

    /**
     * Asks for the version, at the first call. A page does so before it reads anything else: a change in between then
     * makes it look out of date, and not up to date.
     */
    public void begin() {
        if (version == null) {
            version = Visitor.of(request)
                    .flatMap(live::audienceOf)
                    .map(live::version)
                    .orElse("");
        }
    }

    /** The version for the reader's audience; empty if nobody has signed in. */
    public String getVersion() {
        begin();
        return Objects.requireNonNullElse(version, "");
    }
}
