package org.consilium.ear.stand;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An authenticator app, after RFC 6238 and RFC 4226 alone. */
public final class AuthenticatorApp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param text the secret in Base32 (RFC 4648), as a person types it */
    public AuthenticatorApp(String text) {
        String bits = text.replace(" ", "")
                .chars()
                .mapToObj(letter ->
                        Integer.toBinaryString(32 + BASE_32.indexOf(letter)).substring(1))
                .reduce("", String::concat);
        secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
    }

    /** With the secret that a page shows to be typed. */
    public static AuthenticatorApp of(String page) {
        Document html = Jsoup.parse(page);
        String text = html.select("code").text();
        if (!html.select("a[href^=otpauth:]").attr("href").contains("secret=" + text.replace(" ", ""))) {
            throw new AssertionError("the link has another secret");
        }
        return new AuthenticatorApp(text);
    }

    /** The code of a step of 30 seconds, counted from now on. */
    public String code(int step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30 + step)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
