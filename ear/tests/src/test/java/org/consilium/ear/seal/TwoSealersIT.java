package org.consilium.ear.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.local.node.Node;
import org.consilium.testing.http.HttpVisit;
import org.consilium.trail.seal.Seal;
import org.consilium.trail.seal.SignedLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Of two nodes one seals, and the other takes over when that one is killed; each entry is in one seal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoSealersIT {
    private final SealedHospital hospital = new SealedHospital("sealers");
    private final StoredTrail trail = hospital.trail();
    private List<Node> nodes;

    @BeforeAll
    void start() {
        nodes = IntStream.range(0, 2).mapToObj(hospital::start).toList();
    }

    @AfterAll
    void end() {
        nodes.forEach(Node::kill);
    }

    private String holder() {
        return trail.column("SELECT holder FROM " + trail.schema().replace("_trail", "") + ".seal_lease")
                .getFirst();
    }

    @Test
    void theOtherTakesOver() {
        List<HttpVisit> doctors = nodes.stream()
                .map(node -> SealedHospital.doctor(node.address()))
                .toList();
        CompletableFuture.allOf(doctors.stream()
                        .map(doctor -> CompletableFuture.runAsync(() -> SealedHospital.look(doctor, 20)))
                        .toArray(CompletableFuture[]::new))
                .join();
        trail.awaitSealed();
        String before = holder();
        int sealer = before.endsWith("/" + nodes.getFirst().process().pid()) ? 0 : 1;
        nodes.get(sealer).kill();
        SealedHospital.look(doctors.get(1 - sealer), 5);
        trail.awaitSealed();
        assertThat(holder()).isNotEqualTo(before);
        assertSealedOnce();
    }

    private void assertSealedOnce() {
        List<Long> sealed = trail
                .column("SELECT CONCAT(line, ',\"signature\":\"', signature, '\"}') FROM " + trail.table("seal"))
                .stream()
                .map(line -> Seal.parse(SignedLine.parse(line)))
                .flatMapToLong(seal -> seal.ids().ranges().stream()
                        .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to())))
                .boxed()
                .toList();
        assertThat(sealed).doesNotHaveDuplicates();
        assertThat(trail.column("SELECT id FROM " + trail.table("entry") + " WHERE id <= " + trail.sealedUpTo()))
                .map(Long::valueOf)
                .containsExactlyInAnyOrderElementsOf(sealed);
    }
}
