package org.consilium.local.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.consilium.local.process.StartException;

/**
 * The certificates and the key of a TLS server, as PEM files.
 *
 * @param authority the certificate of the authority that signed the server's certificate
 * @param certificate the server's certificate
 * @param key the server's private key; only the owner of the file can read it
 */
public record PemFiles(Path authority, Path certificate, Path key) {
    /** A trust store (PKCS #12, without a password) with the authority and no other, for clients. */
    public byte[] trustStore() {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            trusted.store(content, new char[0]);
            return content.toByteArray();
        } catch (IOException e) {
            throw StartException.of("read " + authority, e);
        } catch (GeneralSecurityException e) {
            throw new StartException("cannot trust " + authority + ": " + e.getMessage(), e);
        }
    }
}
