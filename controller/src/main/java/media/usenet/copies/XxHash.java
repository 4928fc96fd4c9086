package media.usenet.copies;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The calls of libxxhash 0.8 for 128 bits of XXH3; xxhash.h.
@SuppressWarnings("restricted")
final class XxHash {

    static final ValueLayout.OfLong WORD = JAVA_LONG;

    /// `XXH128_hash_t`.
    static final StructLayout RESULT = MemoryLayout.structLayout(WORD.withName("low64"), WORD.withName("high64"));

    private static final Optional<XxHash> LOADED = load();

    private final MethodHandle createState;
    private final MethodHandle freeState;
    private final MethodHandle reset;
    private final MethodHandle update;
    private final MethodHandle digest;

    private XxHash(SymbolLookup symbols) {
        this.createState = call(symbols, "XXH3_createState", FunctionDescriptor.of(ADDRESS));
        this.freeState = call(symbols, "XXH3_freeState", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        this.reset = call(symbols, "XXH3_128bits_reset", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        this.update =
                call(symbols, "XXH3_128bits_update", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        this.digest = call(symbols, "XXH3_128bits_digest", FunctionDescriptor.of(RESULT, ADDRESS));
    }

    /// Nothing where the machine does not have it.
    static Optional<XxHash> loaded() {
        return LOADED;
    }

    private static Optional<XxHash> load() {
        try {
            return Optional.of(new XxHash(SymbolLookup.libraryLookup("libxxhash.so.0", Arena.global())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static MethodHandle call(SymbolLookup symbols, String name, FunctionDescriptor shape) {
        var symbol = symbols.find(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
        return Linker.nativeLinker().downcallHandle(symbol, shape);
    }

    /// Freed with the arena.
    MemorySegment newState(Arena arena) {
        var state = call(() -> (MemorySegment) createState.invokeExact());
        return state.reinterpret(arena, this::free);
    }

    private void free(MemorySegment state) {
        call(() -> (int) freeState.invokeExact(state));
    }

    void reset(MemorySegment state) {
        call(() -> (int) reset.invokeExact(state));
    }

    void update(MemorySegment state, MemorySegment bytes) {
        call(() -> (int) update.invokeExact(state, bytes, bytes.byteSize()));
    }

    void digest(MemorySegment state, MemorySegment result) {
        SegmentAllocator there = (_, _) -> result;
        call(() -> (MemorySegment) digest.invokeExact(there, state));
    }

    @FunctionalInterface
    private interface Call<T> {
        /// As method handles declare it; these calls throw nothing of their own.
        T call() throws Throwable;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
