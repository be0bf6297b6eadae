package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the figures were measured on.
public record Machine(
    String processor, int cores, long memory, String system, String java, String node) {
  public static Machine here() throws IOException {
    return new Machine(
        said("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(said("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) * 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version().toString(),
        nodeVersion());
  }

  private static String said(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    }
  }

  private static String nodeVersion() throws IOException {
    var process = new ProcessBuilder("node", "--version").start();
    try (var out = process.inputReader()) {
      return out.readLine();
    }
  }
}
