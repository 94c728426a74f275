package org.consilium.web.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.consilium.web.site.Words;

/** Hands texts of the bundle to the scripts of a page, in its language, as a block of JSON. */
@Named("scriptTexts")
@ApplicationScoped
public class ScriptTexts {

    private record Key(Locale language, String keys) {}

    /** Each page's blocks, which are the same for everybody who reads its language. */
    private final Map<Key, String> blocks = new ConcurrentHashMap<>();

    /** The block with the texts of some keys, which are separated by spaces; texts.js reads it. */
    public String block(String keys) {
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return blocks.computeIfAbsent(
                new Key(language, keys), key -> block(key.keys(), Words.in(key.language())::text));
    }

    static String block(String keys, UnaryOperator<String> texts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : keys.strip().split("\\s+", -1)) {
            json.add(key, texts.apply(key));
        }
        // a "<" could end the element
        String escaped = json.build().toString().replace("<", "\\u003c");
        return "<script type=\"application/json\" class=\"texts\">" + escaped + "</script>";
    }
}
