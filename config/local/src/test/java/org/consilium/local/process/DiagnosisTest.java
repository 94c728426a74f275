package org.consilium.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mariadbd: error while loading shared libraries: libcrypt.so.1: cannot open shared object file"
                        + "|the library libcrypt.so.1 is missing on this system"
                        + " (on Debian or Ubuntu: apt-get install libcrypt1)",
                "x: error while loading shared libraries: libodd.so.9: cannot open shared object file"
                        + "|the library libodd.so.9 is missing on this system",
                "mariadbd: /lib/libc.so.6: version `GLIBC_2.34' not found (required by mariadbd)"
                        + "|this system's C library is too old: GLIBC_2.34 is needed",
                "[ERROR] mariadbd: Error writing file 'ib_logfile0' (Errcode: 28 \"No space left on device\")"
                        + "|the disk is full",
                "java.io.IOException: Disk quota exceeded|the disk quota is used up",
                "java.net.BindException: Address already in use|its port is in use",
                "There is insufficient memory for the Java Runtime Environment|not enough memory"
            })
    void namesTheCause(String line, String cause) {
        assertThat(Diagnosis.ofLog(List.of("starting", line, "Aborting"))).isEqualTo(cause);
    }

    @Test
    void quotesTheLastLineIfTheCauseIsUnknown() {
        assertThat(Diagnosis.ofLog(List.of("one", "  two  ", ""))).isEqualTo("two");
    }

    @Test
    void saysSoIfTheLogIsEmpty() {
        assertThat(Diagnosis.ofLog(List.of())).isEqualTo("it printed nothing");
    }
}
