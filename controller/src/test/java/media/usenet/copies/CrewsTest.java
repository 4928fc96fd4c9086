package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewsTest {

    private static final int SPINS = 20_000;

    @Test
    void a_disk_that_spins_is_read_in_one_place_at_a_time() {
        var crews = new Crews(file -> new Lane(disk(file), true));
        var items = new ArrayList<List<Content>>();
        for (int n = 0; n < 100; n++) {
            items.add(List.of(file("x", n)));
            items.add(List.of(file("y", n)));
            items.add(List.of(file("x", n), file("y", n)));
        }
        Set<String> busy = ConcurrentHashMap.newKeySet();
        var done = new AtomicInteger();
        var collisions = new AtomicInteger();
        crews.each(items, item -> item, () -> item -> {
            var added = item.stream().filter(file -> busy.add(disk(file))).toList();
            collisions.addAndGet(item.size() - added.size());
            IntStream.range(0, SPINS).forEach(_ -> Thread.onSpinWait());
            added.forEach(file -> busy.remove(disk(file)));
            done.incrementAndGet();
        });
        assertThat(done).hasValue(300);
        assertThat(collisions).hasValue(0);
    }

    @Test
    void disks_are_read_beside_each_other() {
        var crews = new Crews(file -> new Lane(disk(file), true));
        var both = new CountDownLatch(2);
        var met = new AtomicInteger();
        crews.each(List.of(file("x", 1), file("y", 1)), List::of, () -> _ -> {
            both.countDown();
            if (waited(both)) {
                met.incrementAndGet();
            }
        });
        assertThat(met).hasValue(2);
    }

    @Test
    void a_disk_is_read_in_the_order_of_its_inodes() {
        var order = new ArrayList<Long>();
        new Crews(_ -> new Lane("x", true))
                .each(
                        List.of(file("x", 3), file("x", 1), file("x", 2)),
                        List::of,
                        () -> file -> order.add(file.key().inode()));
        assertThat(order).containsExactly(1L, 2L, 3L);
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Content file(String disk, int inode) {
        return new Content(Path.of("/", disk, "file-" + inode), 1, new FileKey(1, inode), Instant.EPOCH);
    }

    private static String disk(Content file) {
        return file.path().getName(0).toString();
    }
}
