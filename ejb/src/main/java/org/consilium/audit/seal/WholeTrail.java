package org.consilium.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consilium.audit.TrailTables;
import org.consilium.storage.AnchorStore;
import org.consilium.storage.ArchiveStore;
import org.consilium.storage.SealKey;
import org.consilium.trail.export.ArchivedTrail;
import org.consilium.trail.export.TrailArchive;
import org.consilium.trail.export.TrailExport;
import org.consilium.trail.export.TrailFile;
import org.consilium.trail.export.TrailSource;
import org.consilium.trail.fhir.FhirAuditEvent;
import org.consilium.trail.seal.EntryLine;
import org.consilium.trail.seal.Ids;
import org.consilium.trail.seal.JsonLine;
import org.consilium.trail.verify.Report;
import org.consilium.trail.verify.Verification;

/**
 * The trail with its seals and anchors, read in pieces, as a file or to be verified; days that are in the archive are
 * read there.
 */
@ApplicationScoped
public class WholeTrail {
    @Inject
    private SealedTables tables;

    @Inject
    private AnchorStore store;

    @Inject
    private ArchiveStore archive;

    @Inject
    private TrailTables names;

    @Inject
    private TrustedKeys keys;

    @Inject
    private SealKey signer;

    /** The database and the object store as one source, which lists the objects once. */
    private final class Source implements TrailSource {
        private final long newest = tables.newestAnchor().map(Stored::number).orElse(0L);
        private final List<Long> objects = store.numbers(names.schema());

        @Override
        public List<Stored> seals(long after, int most) {
            return tables.seals(after, most);
        }

        @Override
        public List<EntryLine> entries(Ids ids, long after, int most) {
            return tables.entries(ids, after, most);
        }

        @Override
        public long newestAnchor() {
            return newest;
        }

        @Override
        public List<Stored> anchors(long after, int most) {
            return tables.anchors(after, most);
        }

        @Override
        public Optional<List<Long>> kept() {
            return Optional.of(objects);
        }

        @Override
        public Optional<String> kept(long anchor) {
            return store.read(names.schema(), anchor);
        }
    }

    private final class Archive implements TrailArchive {
        @Override
        public List<File> files(long from, long to) {
            return tables.archived(from, to);
        }

        @Override
        public InputStream open(File file) {
            return archive.open(file.name());
        }
    }

    private ArchivedTrail open() {
        return new ArchivedTrail(new Source(), new Archive());
    }

    /** Writes the file that the command verifies. */
    void write(OutputStream out) throws IOException {
        try (ArchivedTrail trail = open()) {
            TrailFile.write(names.schema(), trail, keys.get(), signer, out);
        }
    }

    /** Writes its entries as AuditEvents of FHIR R4, one in a line (NDJSON). */
    void writeFhir(OutputStream stream) throws IOException {
        OutputStream out = new BufferedOutputStream(stream);
        try (ArchivedTrail trail = open()) {
            new TrailExport(trail, keys.get()).writeTo(line -> {
                if (EntryLine.isEntry(line)) {
                    out.write((FhirAuditEvent.line(JsonLine.parse(line)) + '\n').getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        out.flush();
    }

    /**
     * Verifies all of it, from the primary database and the archive.
     *
     * @param watching is told after each line
     */
    Report verify(Consumer<Verification> watching) {
        Verification verification = Verification.ofDatabase(keys.get());
        verification.accept(TrailFile.head(names.schema(), true));
        try (ArchivedTrail trail = open()) {
            new TrailExport(trail, keys.get()).writeTo(line -> {
                verification.accept(line);
                watching.accept(verification);
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return verification.finish();
    }
}
