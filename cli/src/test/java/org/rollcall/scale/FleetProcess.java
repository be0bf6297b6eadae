package org.rollcall.scale;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A service in a process of its own, as `./rollcall serve` starts it, and what it uses.
final class FleetProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final double TICKS = 100;

  private final Process process;
  private final Path output;
  private final HttpClient client = HttpClient.newHttpClient();

  private FleetProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// @param ahead how many seconds its clock is ahead
  static FleetProcess start(
      Path folder, String name, int runs, long ahead, Map<String, String> environment)
      throws IOException {
    var output = folder.resolve(name + ".log");
    var home = Path.of(System.getProperty("rollcall.home", ".")).toAbsolutePath();
    var command =
        new ProcessBuilder(
                home.resolve("rollcall").toString(),
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--runs",
                Integer.toString(runs))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    command.environment().putAll(environment);
    command.environment().put("XDG_STATE_HOME", folder.resolve(name).toString());
    command.environment().put("ROLLCALL_JAVA_OPTS", "-Drollcall.clock=" + ahead);
    return new FleetProcess(command.start(), output);
  }

  Optional<URI> address() throws IOException {
    return ADDRESS
        .matcher(Files.readString(output))
        .results()
        .map(found -> URI.create(found.group()))
        .findFirst();
  }

  boolean isReady() throws InterruptedException {
    try {
      var address = address();
      return address.isPresent() && status(address.get().resolve("/readyz")) == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private int status(URI uri) throws IOException, InterruptedException {
    var question = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    return client.send(question, BodyHandlers.discarding()).statusCode();
  }

  /// Processor time until now, in seconds.
  double processor() throws IOException {
    return processor(process.pid(), 11);
  }

  /// Processor time of a process with that of its children that have ended.
  static double processorWithEnded(long process) throws IOException {
    return processor(process, 11) + processor(process, 13);
  }

  private static double processor(long process, int from) throws IOException {
    var text = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) / TICKS;
  }

  /// Memory that is resident, now or at most, in bytes.
  ///
  /// @param key `VmRSS` or `VmHWM`
  long memory(String key) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0L);
  }

  int threads() throws IOException {
    return Math.toIntExact(count("task"));
  }

  int handles() throws IOException {
    return Math.toIntExact(count("fd"));
  }

  private long count(String folder) throws IOException {
    try (Stream<Path> entries =
        Files.list(Path.of("/proc/%d/%s".formatted(process.pid(), folder)))) {
      return entries.count();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String said() throws IOException {
    return Files.readString(output);
  }

  /// Ends it in good order.
  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(15))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static void closeAll(List<FleetProcess> processes) {
    new ArrayList<>(processes).forEach(FleetProcess::close);
  }
}
