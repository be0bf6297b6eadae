package org.rollcall.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// A file for each workspace in a folder that all runs of a person on one machine share, whatever
/// folder and store they use. It is locked only while it is read and written; who has the right
/// stands in it. For many threads.
public final class FileLeaseRecord implements LeaseRecord {
  private static final int MOST = 8_192;

  /// The operating system's locks are a process's, so threads wait for each other here.
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Path folder;
  private final InstantSource clock;

  /// @param folder made where there is none, for its owner alone
  public FileLeaseRecord(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  private record Line(Holder holder, Instant expires) {}

  @Override
  public Optional<Holder> take(String workspace, String run, String name, Duration life) {
    var now = clock.instant();
    return locked(
        workspace,
        file -> {
          var held = file.read().filter(line -> !line.expires().isBefore(now));
          if (held.isEmpty()) {
            file.write(Optional.of(new Line(new Holder(run, name, now), now.plus(life))));
          }
          return held.map(Line::holder);
        });
  }

  @Override
  public boolean renew(String workspace, String run, Duration life) {
    var until = clock.instant().plus(life);
    return locked(
        workspace,
        file -> {
          var ours = file.read().filter(line -> line.holder().run().equals(run));
          ours.ifPresent(line -> file.write(Optional.of(new Line(line.holder(), until))));
          return ours.isPresent();
        });
  }

  @Override
  public void release(String workspace, String run) {
    locked(
        workspace,
        file -> {
          if (file.read().filter(line -> line.holder().run().equals(run)).isPresent()) {
            file.write(Optional.empty());
          }
          return true;
        });
  }

  private <T> T locked(String workspace, Function<LeaseFile, T> work) {
    var path = folder.resolve(fileName(workspace));
    return StoreTrouble.told(
        "The lease file %s cannot be used".formatted(path),
        () -> {
          Store.ownersAlone(folder);
          TURN.lock();
          try (var channel =
                  FileChannel.open(
                      path,
                      StandardOpenOption.CREATE,
                      StandardOpenOption.READ,
                      StandardOpenOption.WRITE);
              var _ = channel.lock()) {
            return work.apply(new LeaseFile(channel));
          } finally {
            TURN.unlock();
          }
        });
  }

  /// What a server calls a workspace is not trusted to be the name of a file.
  private static String fileName(String workspace) {
    return workspace.matches("[A-Za-z0-9_-]{1,64}")
        ? workspace + ".lease"
        : UUID.nameUUIDFromBytes(workspace.getBytes(StandardCharsets.UTF_8)) + ".lease";
  }

  /// An open file, locked. One that cannot be understood counts as held by nobody.
  private record LeaseFile(FileChannel channel) {
    Optional<Line> read() {
      return StoreTrouble.told(
          "A lease cannot be read",
          () -> {
            var bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST));
            channel.read(bytes, 0);
            return parsed(new String(bytes.array(), StandardCharsets.UTF_8));
          });
    }

    void write(Optional<Line> line) {
      StoreTrouble.told(
          "A lease cannot be written",
          () -> {
            var text = line.isPresent() ? text(line.get()) : "";
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(bytes), 0);
            return true;
          });
    }

    private static Optional<Line> parsed(String text) throws IOException {
      var properties = new Properties();
      properties.load(new StringReader(text));
      try {
        return Optional.of(
            new Line(
                new Holder(
                    properties.getProperty("run", ""),
                    properties.getProperty("holder", ""),
                    instant(properties, "since")),
                instant(properties, "expires")));
      } catch (NumberFormatException _) {
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
