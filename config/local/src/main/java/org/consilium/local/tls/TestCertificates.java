package org.consilium.local.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.StartException;

/** Creates a certificate authority, and a certificate signed by it for servers on this machine. Only for tests. */
public final class TestCertificates {
    private static final String VARIABLE = "STORE_PASSWORD";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final String password = UUID.randomUUID().toString();
    private final Path folder;
    private final Path store;

    private TestCertificates(Path folder) {
        this.folder = PrivateFile.folder(folder);
        this.store = folder.resolve("keys.p12");
    }

    /** Creates an authority and a certificate for 127.0.0.1 and localhost in the folder; takes about a second. */
    public static PemFiles createIn(Path folder) {
        return new TestCertificates(folder).create();
    }

    private PemFiles create() {
        try {
            Files.deleteIfExists(store);
            generate("authority", "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign,cRLSign");
            generate("server", "-signer", "authority", "-ext", "san=ip:127.0.0.1,dns:localhost");
            PemFiles files = export();
            Files.delete(store);
            return files;
        } catch (IOException e) {
            throw StartException.of("create certificates in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new StartException("cannot create certificates in " + folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while creating certificates", e);
        }
    }

    private void generate(String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name));
        command.addAll(List.of("-dname", "CN=" + name + " of a test", "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-validity", "365", "-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass:env", VARIABLE));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(VARIABLE, password);
        Process keytool = builder.start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new StartException("keytool created no certificate: " + output.strip());
        }
    }

    private PemFiles export() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, password.toCharArray());
        }
        Certificate authority = keys.getCertificate("authority");
        Certificate server = keys.getCertificate("server");
        Key key = keys.getKey("server", password.toCharArray());
        return new PemFiles(
                write("authority.pem", "CERTIFICATE", authority.getEncoded()),
                write("server.pem", "CERTIFICATE", server.getEncoded()),
                write("server-key.pem", "PRIVATE KEY", key.getEncoded()));
    }

    private Path write(String name, String type, byte[] content) {
        String text =
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, BASE64.encodeToString(content));
        return PrivateFile.write(folder.resolve(name), text);
    }
}
