package org.consilium.aws.stack;

import java.util.regex.Pattern;

/** What a node computes with, and so which machine image it needs. */
enum Processor {
    AMD64,
    ARM64;

    /** Graviton: a g behind the generation, as in m7g and c8gd. */
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]+g[a-z]*[.].*");

    static Processor of(String nodeType) {
        return GRAVITON.matcher(nodeType).matches() ? ARM64 : AMD64;
    }
}
