package org.consilium.web.privacy.proof;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.consilium.access.NotFreshException;
import org.consilium.audit.seal.ProofService;
import org.consilium.audit.seal.TrailDownload;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.FaultFilter;
import org.consilium.web.site.Page;

/** Hands out the whole audit trail as a file; after some minutes, the page asks for the password first. */
@WebServlet("/privacy-export/whole")
public class WholeTrailServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProofService service;

    @Inject
    private transient FreshForm fresh;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            TrailDownload trail = service.download(fresh.kept());
            response.setContentType("application/x-ndjson");
            response.setHeader("Content-Disposition", "attachment; filename=\"consilium-trail.ndjson\"");
            response.setHeader("Cache-Control", "private, no-store");
            trail.writeTo(response.getOutputStream());
        } catch (NotFreshException old) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + Page.PRIVACY_PROOF.path());
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                // the connection is cut, and the file has no last line
                throw failure;
            }
            response.reset();
            FaultFilter.answer(failure, request, response);
        }
    }
}
