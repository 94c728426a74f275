package org.consilium.local.process;

/** The operating system and processor that the programs of the back ends are built for. */
public final class Platform {
    private Platform() {}

    /**
     * Fails on any other kind of machine.
     *
     * @param what the program, for the beginning of the message
     */
    public static void require(String what) {
        require(what, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void require(String what, String system, String processor) {
        if (!system.equals("Linux") || !processor.equals("amd64")) {
            throw new StartException(
                    "%s runs only on Linux on x86-64; this is %s on %s".formatted(what, system, processor));
        }
    }
}
