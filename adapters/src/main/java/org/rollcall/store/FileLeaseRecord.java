package org.rollcall.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// A file for each workspace in a folder that all runs of a person on one machine share, whatever
/// folder and store they use. It is locked only while it is read and written; who has the right
/// stands in it. For many threads, also for one that is interrupted: a run that is told to stop
/// gives back what it has.
public final class FileLeaseRecord implements LeaseRecord {
  private static final int MOST = 8_192;

  /// A program that does not let go of the file for so long hangs.
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  /// The operating system's locks are a process's, so threads wait for each other here.
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Path folder;
  private final InstantSource clock;
  private final Duration patience;

  /// @param folder made where there is none, for its owner alone
  public FileLeaseRecord(Path folder, InstantSource clock) {
    this(folder, clock, USUAL_PATIENCE);
  }

  /// @param patience how long to wait for another program that has the file
  FileLeaseRecord(Path folder, InstantSource clock, Duration patience) {
    this.folder = folder;
    this.clock = clock;
    this.patience = patience;
  }

  private record Line(Holder holder, Instant expires) {
    boolean isOf(String run) {
      return holder.run().equals(run);
    }
  }

  @Override
  public Optional<Holder> take(String workspace, String run, String name, Duration life) {
    return locked(
        workspace,
        file -> {
          var now = clock.instant();
          var held = file.read().filter(line -> !line.expires().isBefore(now) && !line.isOf(run));
          if (held.isEmpty()) {
            file.write(Optional.of(new Line(new Holder(run, name, now), now.plus(life))));
          }
          return held.map(Line::holder);
        });
  }

  @Override
  public boolean renew(String workspace, String run, Duration life) {
    return locked(
        workspace,
        file -> {
          var ours = file.read().filter(line -> line.isOf(run));
          if (ours.isPresent()) {
            var until = clock.instant().plus(life);
            file.write(Optional.of(new Line(ours.get().holder(), until)));
          }
          return ours.isPresent();
        });
  }

  @Override
  public void release(String workspace, String run) {
    locked(
        workspace,
        file -> {
          if (file.read().filter(line -> line.isOf(run)).isPresent()) {
            file.write(Optional.empty());
          }
          return true;
        });
  }

  /// What is done with the file while nobody else has it. Done twice it does the same.
  @FunctionalInterface
  private interface Work<T> {
    T with(LeaseFile file) throws IOException;
  }

  private <T> T locked(String workspace, Work<T> work) {
    var path = folder.resolve(fileName(workspace));
    return StoreTrouble.told(
        "The lease file %s cannot be used".formatted(path),
        () -> {
          Store.ownersAlone(folder);
          return uninterrupted(path, work);
        });
  }

  /// The system closes a file under a thread that is interrupted; then it is opened once more.
  private <T> T uninterrupted(Path path, Work<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return alone(path, work);
        } catch (ClosedByInterruptException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Whoever can write to the folder could put a link there; what it leads to is not ours to write.
  private <T> T alone(Path path, Work<T> work) throws IOException {
    TURN.lock();
    try (var channel =
            FileChannel.open(
                path,
                Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS),
                Store.forOwnerAlone(path, "rw-------"));
        var _ = lock(channel)) {
      return work.with(new LeaseFile(channel));
    } finally {
      TURN.unlock();
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    long began = System.nanoTime();
    var lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() - began > patience.toNanos()) {
        throw new IOException("another program has it open and does not let go of it");
      }
      LockSupport.parkNanos(PAUSE);
      lock = channel.tryLock();
    }
    return lock;
  }

  /// What a server calls a workspace is not trusted to be the name of a file, and not all file
  /// systems tell small letters from great ones. No two workspaces have one file.
  private static String fileName(String workspace) {
    return workspace.matches("[a-z0-9_-]{1,64}")
        ? workspace + ".lease"
        : "digest.%s.lease"
            .formatted(UUID.nameUUIDFromBytes(workspace.getBytes(StandardCharsets.UTF_8)));
  }

  /// An open file, locked. One that cannot be understood counts as held by nobody: whoever wrote it
  /// has died meanwhile.
  private record LeaseFile(FileChannel channel) {
    Optional<Line> read() throws IOException {
      var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST));
      while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
        // The rest comes with the next reading.
      }
      return parsed(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    /// Writes over what is there and cuts the rest off afterwards: a disk that is full must not
    /// take the right from whoever has it. Blank lines stand for the rest until then.
    void write(Optional<Line> line) throws IOException {
      var text = line.isPresent() ? text(line.get()) : "";
      int size = text.getBytes(StandardCharsets.UTF_8).length;
      int rest = (int) Math.max(0, Math.min(channel.size(), MOST) - size);
      var bytes = ByteBuffer.wrap((text + "\n".repeat(rest)).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
      channel.truncate(size);
    }

    private static Optional<Line> parsed(String text) throws IOException {
      var properties = new Properties();
      try {
        properties.load(new StringReader(text));
        return Optional.of(
                new Line(
                    new Holder(
                        properties.getProperty("run", ""),
                        properties.getProperty("holder", ""),
                        instant(properties, "since")),
                    instant(properties, "expires")))
            .filter(line -> !line.isOf(""));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    private static Instant instant(Properties properties, String key) {
      return Instant.ofEpochMilli(Long.parseLong(properties.getProperty(key, "")));
    }

    private static String text(Line line) throws IOException {
      var properties = new Properties();
      properties.setProperty("run", line.holder().run());
      properties.setProperty("holder", line.holder().name());
      properties.setProperty("since", "" + line.holder().since().toEpochMilli());
      properties.setProperty("expires", "" + line.expires().toEpochMilli());
      var text = new StringWriter();
      properties.store(text, null);
      return text.toString();
    }
  }
}
