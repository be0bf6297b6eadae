package org.rollcall.scale;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.MemberIds;
import org.rollcall.model.Policy;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.NotKept;
import org.rollcall.run.Census;
import org.rollcall.run.Directory;
import org.rollcall.run.Planning;
import org.rollcall.run.Reading;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.settings.SettingsText;

/// Plans a night of as many members as contacts, mapping included, and prints what it took in this
/// process: see `bench/scale`.
final class PlanningBench {
  private PlanningBench() {}

  /// @param arguments how many members, and `shared` if all of them have one e-mail
  public static void main(String[] arguments) throws Exception {
    int members = Integer.parseInt(arguments[0]);
    boolean shared = arguments.length > 1 && arguments[1].equals("shared");
    var projection =
        SyncDefinition.read(
                new SettingsText(SampleSettings.NAME, SampleSettings.text()),
                Map.of("DATABASE_URL", "postgres://h/d"))
            .projection();
    var today = LocalDate.of(2026, 11, 1);
    var roster = new EndlessRoster(members, shared);
    var planning =
        new Planning(
            new Target(new RosterName("club"), new Workspace("club", "Club", "US")),
            new Reading(roster, member -> projection.project(member, today)),
            roster,
            new EndlessDirectory(members, shared),
            Policy.DEFAULT,
            NotKept.NOTHING);
    long began = System.nanoTime();
    var counts = planning.plan(OptionalInt.empty(), _ -> {}).plan().counts();
    var wall = Duration.ofNanos(System.nanoTime() - began);
    int stale = (members + Club.STALE - 1) / Club.STALE;
    if ((shared ? counts.update() < members / 2 : counts.update() != stale)
        || counts.total() != members
        || counts.create() != 0) {
      throw new AssertionError("The plan is not what it should be: " + counts);
    }
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f s | %.1f s | %d MB |%n",
        members,
        counts.update(),
        wall.toMillis() / 1000.0,
        cpu().toMillis() / 1000.0,
        peakResident());
  }

  /// Of the whole process, compiler and collector included.
  private static Duration cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  /// In megabytes, as Linux tells it; -1 elsewhere.
  private static long peakResident() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private record EndlessRoster(int members, boolean shared) implements Roster {
    @Override
    public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
      for (int index = 0; index < members; index++) {
        each.accept(shared ? Club.sharing(index) : Club.member(index));
      }
      return 1;
    }

    @Override
    public Census everybody(Consumer<RunEvent> events) {
      var everybody = new MemberIds();
      for (int index = 0; index < members; index++) {
        everybody.add(new MemberId(Club.number(index)));
      }
      return new Census(everybody, 1);
    }
  }

  private record EndlessDirectory(int contacts, boolean shared) implements Directory {
    @Override
    public Workspace workspace() {
      return new Workspace("club", "Club", "US");
    }

    @Override
    public List<DataAttribute> attributes() {
      return List.of();
    }

    /// From the newest to the oldest, so that contacts come in another order than members.
    @Override
    public void contacts(Supplier<Consumer<Contact>> begin, Consumer<RunEvent> events) {
      var each = begin.get();
      for (int index = contacts - 1; index >= 0; index--) {
        each.accept(shared ? Club.sharingContact(index) : Club.contact(index));
      }
    }
  }
}
