package org.consilium.local.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.process.Diagnosis;
import org.consilium.local.process.FileTree;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.StartException;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of MariaDB. It is created once with the system tables, as the script {@code mariadb-install-db} does.
 */
final class MariaDbData {
    static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final String PREAMBLE = """
            create database if not exists mysql;
            use mysql;
            SET @auth_root_socket=NULL;
            set @skip_auth_anonymous=1;
            set @current_hostname='localhost';
            """;

    private final Path software;
    private final Path folder;
    private final Path log;

    MariaDbData(Path software, Path folder, Path log) {
        this.software = software;
        this.folder = folder;
        this.log = log;
    }

    /** Creates the data folder if it does not exist; an attempt that was interrupted is started over. */
    void create() {
        if (Files.exists(folder)) {
            return;
        }
        Path unfinished = folder.resolveSibling("initializing");
        try {
            FileTree.delete(unfinished, path -> true);
            PrivateFile.folder(unfinished);
            fill(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartException.of("create the database in " + folder, e);
        }
    }

    /** The program, and the options that it needs at every start, including the one that creates the data folder. */
    List<String> command(Path data) {
        List<String> command = new ArrayList<>(List.of(
                software.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + software,
                "--datadir=" + data,
                "--lc-messages-dir=" + software.resolve("share"),
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=32M"));
        if (isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    private void fill(Path data) throws IOException {
        List<String> command = command(data);
        command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--max-allowed-packet=64M"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(script().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(e);
        }
        if (exitValue(process) != 0) {
            throw failure(null);
        }
    }

    private StartException failure(@Nullable IOException cause) throws IOException {
        String reason = Diagnosis.ofLog(Files.readAllLines(log));
        return new StartException("MariaDB could not create its data folder: " + reason + "; see " + log, cause);
    }

    private String script() throws IOException {
        StringBuilder sql = new StringBuilder(PREAMBLE);
        for (String script : SCRIPTS) {
            sql.append(Files.readString(software.resolve("share").resolve(script)))
                    .append('\n');
        }
        return sql.toString();
    }

    private static int exitValue(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while creating the database", e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw StartException.of("determine the current user", e);
        }
    }
}
