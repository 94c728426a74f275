package org.consilium.aws.stack.stage;

import java.util.regex.Pattern;

/** The processor architecture of a node, which decides the machine image. */
public enum Processor {
    AMD64("t3.small"),
    ARM64("t4g.small");

    /** Graviton types have a g after the generation, as in m7g and c8gd. */
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]+g[a-z]*[.].*");

    private final String smallType;

    Processor(String smallType) {
        this.smallType = smallType;
    }

    /** A machine with 2 GB of memory, for a task that runs for minutes. */
    public String smallType() {
        return smallType;
    }

    public static Processor of(String nodeType) {
        return GRAVITON.matcher(nodeType).matches() ? ARM64 : AMD64;
    }
}
