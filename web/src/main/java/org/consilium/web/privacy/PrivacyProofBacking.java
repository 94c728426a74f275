package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.consilium.audit.seal.CheckResult;
import org.consilium.audit.seal.Proof;
import org.consilium.audit.seal.ProofService;
import org.consilium.trail.verify.Finding;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/** Whether the audit trail is intact, and how others can see that for themselves. */
@Named
@RequestScoped
public class PrivacyProofBacking {

    @Inject
    private ProofService service;

    @Inject
    private Navigation navigation;

    private @Nullable Proof proof;

    public Proof getProof() {
        Proof found = proof;
        if (found == null) {
            found = service.get();
            proof = found;
        }
        return found;
    }

    /** What the last check has found, in words. */
    public List<String> getFindings() {
        CheckResult check = getProof().check();
        return check == null
                ? List.of()
                : check.findings().stream().map(PrivacyProofBacking::text).toList();
    }

    private static String text(Finding finding) {
        String code = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return Words.in(locale)
                .get("privacy.proof.finding." + code, finding.values().toArray());
    }

    /** How many findings the list does not show. */
    public long getOthers() {
        CheckResult check = getProof().check();
        return check == null ? 0 : check.findingCount() - check.findings().size();
    }

    public void check() {
        service.check();
        navigation.to(Done.CHECK_BEGUN.at(Page.PRIVACY_PROOF.path()));
    }
}
