package org.rollcall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.Tokens;

/// How long a roster takes to read and map, over a real PostgREST and from the same PostgreSQL:
/// what `bench/roster` runs. Intercom is not called.
final class RosterBench {
  private static final int TIMES = 3;

  private RosterBench() {}

  /// @param arguments how many members
  public static void main(String[] arguments) throws Exception {
    int members = Integer.parseInt(arguments[0]);
    var folder = Files.createTempDirectory("rollcall-roster-");
    Files.writeString(folder.resolve("rollcall.yaml"), SampleSettings.text());
    try (var supabase = SupabaseStage.of(SampleRoster.of(members))) {
      measure(
          members,
          "REST, pages of 1,000",
          Map.of(
              "SUPABASE_URL",
              supabase.gateway().url().toString(),
              "SUPABASE_SERVICE_ROLE_KEY",
              Tokens.SECRET_KEY),
          folder);
      measure(members, "PostgreSQL", Map.of("DATABASE_URL", supabase.database().url()), folder);
    }
  }

  private static void measure(int members, String way, Map<String, String> source, Path folder)
      throws Exception {
    for (int time = 0; time < TIMES; time++) {
      var rollcall = Path.of(System.getProperty("rollcall.home"), "rollcall");
      var command =
          new ProcessBuilder(List.of(rollcall.toString(), "sync", "--dry-run"))
              .directory(folder.toFile())
              .redirectOutput(folder.resolve("out.txt").toFile())
              .redirectError(folder.resolve("err.txt").toFile());
      command.environment().putAll(source);
      var run = Watched.run(command);
      if (run.code() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("err.txt")));
      }
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.1f s | %.1f s | %d MB |%n",
          members,
          way,
          run.wall().toMillis() / 1000.0,
          run.processor().toMillis() / 1000.0,
          run.peak() / 1_000_000);
    }
  }
}
