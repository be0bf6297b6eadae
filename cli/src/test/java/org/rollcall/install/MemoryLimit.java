package org.rollcall.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A control group whose processes may use only so much memory, where this machine lets us make
/// one.
///
/// @param group its folder; empty where there is none
record MemoryLimit(String group, long bytes) implements AutoCloseable {
  static MemoryLimit of(long bytes) {
    var name = "rollcall-" + UUID.randomUUID();
    var old = in(Path.of("/sys/fs/cgroup/memory", name), "memory.limit_in_bytes", bytes);
    return old.group.isEmpty() ? in(Path.of("/sys/fs/cgroup", name), "memory.max", bytes) : old;
  }

  private static MemoryLimit in(Path folder, String file, long bytes) {
    try {
      Files.createDirectory(folder);
      if (Files.exists(folder.resolve(file))) {
        Files.writeString(folder.resolve(file), Long.toString(bytes));
        return new MemoryLimit(folder.toString(), bytes);
      }
      Files.delete(folder);
    } catch (IOException _) {
      // This machine has none of this kind, or none for us.
    }
    return new MemoryLimit("", bytes);
  }

  @Override
  public void close() throws IOException {
    if (!group.isEmpty()) {
      Files.delete(Path.of(group));
    }
  }

  @Override
  public String toString() {
    return group.isEmpty()
        ? "no control group here, the peak was looked up"
        : "in a control group of %d MB".formatted(bytes >> 20);
  }
}
