package org.consilium.local.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.consilium.local.StartException;

/**
 * What a server needs to speak TLS, as PEM files.
 *
 * @param authority the certificate of whoever has signed the server's
 * @param certificate the server's own certificate
 * @param key the server's private key, which only its owner can read
 */
public record PemFiles(Path authority, Path certificate, Path key) {
    /** For a client that trusts this authority and no other. */
    public SSLContext clientContext() {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw StartException.of("read " + authority, e);
        } catch (GeneralSecurityException e) {
            throw new StartException("cannot trust " + authority + ": " + e.getMessage(), e);
        }
    }
}
