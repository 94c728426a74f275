package org.consilium.trail.owner;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line of the trail's owner; {@code usage.txt} says what it accepts. */
public final class OwnerCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int BUSY = 3;

    private final PrintStream out;
    private final Clock clock;
    private final OwnerLog log;

    OwnerCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        log = new OwnerLog(out, clock);
    }

    /** Ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        Runtime.getRuntime().exit(new OwnerCommand(out, Clock.systemUTC()).run(List.of(arguments)));
    }

    /** Runs the command, and gives its exit code. */
    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(usage());
            return DONE;
        }
        try {
            run(new Arguments(arguments));
            return DONE;
        } catch (InvalidSettingsException wrong) {
            log.severe(Objects.toString(wrong.getMessage()));
            return WRONG;
        } catch (BusyException busy) {
            log.severe(Objects.toString(busy.getMessage()));
            return BUSY;
        } catch (ArchiveException failure) {
            log.severe(Objects.toString(failure.getMessage()));
            return FAILED;
        } catch (SQLException failure) {
            // its message may contain values of a statement
            log.severe("the database failed: " + failure.getClass().getSimpleName() + ", code " + failure.getErrorCode()
                    + ", state " + failure.getSQLState());
            return FAILED;
        } catch (IOException | SdkException failure) {
            log.severe("files or the archive failed: " + failure.getMessage());
            return FAILED;
        }
    }

    private void run(Arguments arguments) throws SQLException, IOException {
        Path file = arguments.settings();
        if (file == null) {
            throw new InvalidSettingsException("--settings is missing; see --help");
        }
        TrailOwner owner = new TrailOwner(OwnerSettings.read(file), clock, log);
        switch (arguments.command()) {
            case "setup" -> owner.setUp();
            case "partitions" -> owner.addPartitions();
            case "archive" -> owner.archive();
            case "fetch" -> owner.fetch(arguments.day(), arguments.folder());
            case "daily" -> daily(owner);
            default -> throw new InvalidSettingsException("unknown command; see --help");
        }
    }

    private void daily(TrailOwner owner) throws SQLException, IOException {
        owner.setUp();
        owner.addPartitions();
        owner.archive();
        log.info("the daily task is done", Map.of("dailyTask", 1));
    }

    private static String usage() {
        try (InputStream usage = Objects.requireNonNull(OwnerCommand.class.getResourceAsStream("usage.txt"))) {
            return new String(usage.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /** The arguments, in any order. */
    private static final class Arguments {
        private final List<String> words = new ArrayList<>();
        private @Nullable Path settings;
        private @Nullable Path folder;

        Arguments(List<String> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.startsWith("--") && i + 1 == arguments.size()) {
                    throw new InvalidSettingsException(argument + " needs a value; see --help");
                }
                switch (argument) {
                    case "--settings" -> settings = Path.of(arguments.get(++i));
                    case "--to" -> folder = Path.of(arguments.get(++i));
                    default -> words.add(argument);
                }
            }
            if (words.isEmpty() || words.size() != ("fetch".equals(words.getFirst()) ? 2 : 1)) {
                throw new InvalidSettingsException("the arguments are wrong; see --help");
            }
        }

        String command() {
            return words.getFirst();
        }

        LocalDate day() {
            try {
                return LocalDate.parse(words.get(1));
            } catch (DateTimeException e) {
                throw new InvalidSettingsException("a day is written as 2026-01-31", e);
            }
        }

        @Nullable
        Path settings() {
            return settings;
        }

        @Nullable
        Path folder() {
            return folder;
        }
    }
}
