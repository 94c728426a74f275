package org.consilium.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password for the SMTP interface of Amazon SES, which is derived from a secret access key (Amazon SES Developer
 * Guide, "Obtaining Amazon SES SMTP credentials by converting existing AWS credentials").
 */
final class SesPassword {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String DATE = "11111111";
    private static final String SERVICE = "ses";
    private static final String TERMINAL = "aws4_request";
    private static final String MESSAGE = "SendRawEmail";
    private static final byte VERSION = 4;

    private SesPassword() {}

    static String of(String secretAccessKey, String region) {
        byte[] signature = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {DATE, region, SERVICE, TERMINAL, MESSAGE}) {
            signature = sign(signature, step);
        }
        byte[] versioned = new byte[signature.length + 1];
        versioned[0] = VERSION;
        System.arraycopy(signature, 0, versioned, 1, signature.length);
        return Base64.getEncoder().encodeToString(versioned);
    }

    private static byte[] sign(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
