package org.consilium.local.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;

/** The key pair that signs the seals of the audit trail: made once, as seals outlive the start that made them. */
final class SealKeyFile {
    private static final int LINE = 64;

    private SealKeyFile() {}

    /** The file in the workspace, written if it is not there. */
    static Path in(Workspace workspace) {
        Path file = workspace.folder().resolve("seal-key.pem");
        return Files.exists(file) ? file : PrivateFile.write(file, pair());
    }

    private static String pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return pem("PRIVATE", pair.getPrivate().getEncoded())
                    + pem("PUBLIC", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new StartException("cannot make the key of the seals: " + e.getMessage(), e);
        }
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + kind
                + " KEY-----\n";
    }
}
