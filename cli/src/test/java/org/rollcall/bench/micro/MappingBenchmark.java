package org.rollcall.bench.micro;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projection;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.settings.SettingsText;

/// One member's contact by the built-in profile: nine expressions, a phone number among them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MappingBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Projection projection =
      SyncDefinition.read(
              new SettingsText(SampleSettings.NAME, SampleSettings.text()),
              Map.of(
                  "DATABASE_URL", "postgresql://club@db.example.org/club",
                  "INTERCOM_ACCESS_TOKEN", "invented"))
          .projection();

  private final Member member =
      new Member(
          new MemberId("10023"),
          Map.ofEntries(
              Map.entry("membernumber", "10023"),
              Map.entry("firstname", "Ann"),
              Map.entry("lastname", "Example"),
              Map.entry("email", "ann@example.org"),
              Map.entry("phone", "(202) 555-0123"),
              Map.entry("status", "Active"),
              Map.entry("membertypeid", 6L),
              Map.entry("region", Map.of("code", "GL")),
              Map.entry("facility", Map.of("code", "ZAU")),
              Map.entry("type", Map.of("type_name", "Current Member")),
              Map.entry(
                  "positions",
                  List.of(
                      Map.of("positiontype", "PRES", "end_date", "2031-01-31"),
                      Map.of("positiontype", "AREP", "end_date", "2020-01-31")))));

  @Benchmark
  public Projected project() {
    return projection.project(member, TODAY);
  }
}
