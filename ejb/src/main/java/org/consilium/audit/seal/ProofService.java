package org.consilium.audit.seal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.trail.export.TrailSource.Stored;
import org.consilium.trail.seal.Anchor;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.jspecify.annotations.Nullable;

/** Shows the privacy officer whether the audit trail is intact, and hands it out to be verified by others. */
@Stateless
public class ProofService {
    @Inject
    private SealedTables tables;

    @Inject
    private TrailChecks checks;

    @Inject
    private TrustedKeys keys;

    @Inject
    private WholeTrail trail;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

    /** The newest seal and anchor, and the last check. */
    @Requires(Action.SEE_PROOF)
    public Proof get() {
        return new Proof(
                tables.newestSeal().map(ProofService::seal).orElse(null),
                tables.newestAnchor().map(ProofService::anchor).orElse(null),
                lastCheck(),
                keys.pem());
    }

    private @Nullable CheckResult lastCheck() {
        return checks.last().map(check -> check.asResult(clock.instant())).orElse(null);
    }

    private static Proof.@Nullable Step seal(Stored stored) {
        try {
            return new Proof.Step(
                    stored.number(),
                    Instant.parse(Seal.parse(SignedLine.parse(stored.line())).at()));
        } catch (IllegalArgumentException changed) {
            return null;
        }
    }

    private static Proof.@Nullable Step anchor(Stored stored) {
        try {
            return new Proof.Step(
                    stored.number(),
                    Instant.parse(Anchor.parse(SignedLine.parse(stored.line())).at()));
        } catch (IllegalArgumentException changed) {
            return null;
        }
    }

    /** Begins a verification of the whole trail in the background; nothing happens while one is running. */
    @Requires(Action.CHECK_TRAIL)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public void check() {
        checks.begin(callers.get().accountKey());
    }

    /** The whole trail as a file, with all that proves it. */
    @Requires(Action.DOWNLOAD_TRAIL)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public TrailDownload download(FreshTicket ticket) {
        return trail::write;
    }

    /** All entries as AuditEvents of FHIR R4, for other systems; without what proves them. */
    @Requires(Action.DOWNLOAD_TRAIL)
    @Limited(Limit.ADMINISTRATION_ACCOUNT)
    public TrailDownload downloadFhir(FreshTicket ticket) {
        return trail::writeFhir;
    }
}
