package org.consilium.trail.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.consilium.trail.seal.JsonLine;
import org.consilium.trail.seal.PublicKeys;
import org.consilium.trail.seal.Sha256;
import org.consilium.trail.seal.Signer;

/** Writes a whole trail as a file that proves itself: its last line is the signed hash of all before. */
public final class TrailFile implements LineSink {
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = Sha256.begin();
    private long lines;

    private TrailFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the file, and leaves the stream open.
     *
     * @param name of the trail
     * @param signer of the last line
     */
    public static void write(String name, TrailSource source, PublicKeys keys, Signer signer, OutputStream stream)
            throws IOException {
        OutputStream out = new BufferedOutputStream(stream, BUFFER);
        TrailFile file = new TrailFile(out);
        file.accept(head(name, source.kept().isPresent()));
        new TrailExport(source, keys).writeTo(file);
        String end = signer.sign(new JsonLine()
                        .with("end", name)
                        .with("lines", file.lines)
                        .with("hash", HexFormat.of().formatHex(file.digest.digest())))
                .line();
        out.write(Sha256.bytes(end + '\n'));
        out.flush();
    }

    /**
     * The first line.
     *
     * @param objects whether the anchors of the object store are in it
     */
    public static String head(String name, boolean objects) {
        return new JsonLine()
                .with("trail", name)
                .with("format", VERSION)
                .with("objects", objects ? "yes" : "no")
                .close();
    }

    @Override
    public void accept(String line) throws IOException {
        byte[] bytes = Sha256.bytes(line + '\n');
        digest.update(bytes);
        out.write(bytes);
        lines++;
    }
}
