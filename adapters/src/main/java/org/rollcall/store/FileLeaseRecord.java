package org.rollcall.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.rollcall.files.PrivateFolder;

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
  private final LeaseClock clock;
  private final Duration patience;

  /// @param folder made where there is none, for its owner alone
  /// @param clock of this machine
  public FileLeaseRecord(Path folder, LeaseClock clock) {
    this(folder, clock, USUAL_PATIENCE);
  }

  /// @param patience how long to wait for another program that has the file
  FileLeaseRecord(Path folder, LeaseClock clock, Duration patience) {
    this.folder = folder;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Sight look(String workspace) {
    return locked(workspace, file -> new Sight(file.read(), clock.now().day(), false));
  }

  @Override
  public Optional<Tenure> take(String workspace, Sight seen, Claim claim) {
    return locked(
        workspace,
        file -> {
          if (!file.read().equals(seen.row())) {
            return Optional.empty();
          }
          var row = LeaseRow.taken(seen.row(), claim, clock);
          file.write(row);
          return Optional.of(new Tenure(workspace, claim.run(), row.generation(), claim.life()));
        });
  }

  @Override
  public boolean renew(Tenure tenure) {
    return locked(
        tenure.workspace(),
        file -> {
          var ours =
              file.read()
                  .filter(row -> row.isOf(tenure))
                  .filter(row -> !row.expires().isBefore(clock.now().day()));
          if (ours.isPresent()) {
            file.write(ours.get().renewed(clock));
          }
          return ours.isPresent();
        });
  }

  @Override
  public void release(Tenure tenure) {
    locked(
        tenure.workspace(),
        file -> {
          var ours = file.read().filter(row -> row.isOf(tenure));
          if (ours.isPresent()) {
            file.write(ours.get().released());
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
          var ours = new PrivateFolder(folder);
          ours.open();
          ours.check(fileName(workspace));
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
    long tries = patience.toNanos() / PAUSE;
    var lock = channel.tryLock();
    while (lock == null) {
      if (tries-- <= 0) {
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

  /// An open file, locked.
  private record LeaseFile(FileChannel channel) {
    Optional<LeaseRow> read() throws IOException {
      var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST));
      while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
        // The rest comes with the next reading.
      }
      return LeaseText.row(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    /// Writes over what is there and cuts the rest off afterwards: a disk that is full must not
    /// take the right from whoever has it. Blank lines stand for the rest until then.
    void write(LeaseRow row) throws IOException {
      var text = LeaseText.of(row);
      int size = text.getBytes(StandardCharsets.UTF_8).length;
      int rest = (int) Math.max(0, Math.min(channel.size(), MOST) - size);
      var bytes = ByteBuffer.wrap((text + "\n".repeat(rest)).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
      channel.truncate(size);
    }
  }
}
