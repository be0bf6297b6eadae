package org.rollcall.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Value;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;
import org.rollcall.run.Directory;
import org.rollcall.run.RunEvent;

class UndoingTest {
  private static final Workspace WORKSPACE = new Workspace("ab12", "Example Union", "US");
  private static final Target TARGET = new Target(new RosterName("a roster"), WORKSPACE);
  private static final Difference WRITTEN = new Difference(REGION, "NGL", "GL");
  private static final Contact NOW =
      with(user("a", "101", "ann@example.org"), REGION, new Value.Text("GL"));

  @Test
  void a_contact_that_the_run_made_is_archived() throws InterruptedException {
    assertThat(takenBack(change(PlannedKind.CREATE, Optional.of(SettledAs.CREATED), WRITTEN)))
        .containsExactly(
            new Change.Restore(
                member("101"),
                "ann@example.org",
                contactId("a"),
                List.of(new Deed.Archive(contactId("a"))),
                List.of(),
                List.of()));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CREATED", "UNKNOWN"})
  void however_else_it_ended_the_fields_are_taken_back(SettledAs ending)
      throws InterruptedException {
    assertThat(takenBack(change(PlannedKind.UPDATE, Optional.of(ending), WRITTEN)))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Restore.class,
            restore -> assertThat(restore.deeds()).singleElement().isInstanceOf(Deed.Write.class));
  }

  @Test
  void whoever_was_not_written_is_left_alone() throws InterruptedException {
    assertThat(takenBack(change(PlannedKind.UPDATE, Optional.empty()))).isEmpty();
    assertThat(takenBack(change(PlannedKind.SKIP, Optional.of(SettledAs.SKIPPED)))).isEmpty();
  }

  @Test
  void what_only_a_later_version_knows_is_left_to_that_version() throws InterruptedException {
    var skip =
        new Change.Skip(
            member("101"),
            "ann@example.org",
            "A later version of Rollcall did something here that this one does not know; nothing of it is taken back. Undo the run with that version.");
    assertThat(takenBack(change(PlannedKind.UPDATE, Optional.of(SettledAs.UNKNOWN), WRITTEN)))
        .containsExactly(skip);
    assertThat(takenBack(change(PlannedKind.UNKNOWN, Optional.of(SettledAs.UPDATED), WRITTEN)))
        .containsExactly(skip);
    assertThat(takenBack(change(PlannedKind.UNKNOWN, Optional.empty()))).containsExactly(skip);
  }

  private static List<Change> takenBack(JournaledChange change) throws InterruptedException {
    return new Undoing(TARGET, List.of(change), new Shown(), Map.of())
        .plan(OptionalInt.empty(), _ -> {})
        .plan()
        .changes();
  }

  private static JournaledChange change(
      PlannedKind kind, Optional<SettledAs> ending, Difference... fields) {
    return new JournaledChange(
        "run-1",
        member("101"),
        kind,
        "ann@example.org",
        Optional.of(contactId("a")),
        Optional.empty(),
        Optional.empty(),
        ending,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(fields),
        Optional.of(
            new EarlierDeeds(
                    kind,
                    ending,
                    Optional.of(contactId("a")),
                    List.of(),
                    List.of(fields),
                    List.of())
                .deeds()),
        "");
  }

  /// A workspace of one contact.
  private record Shown() implements Directory {
    @Override
    public Workspace workspace() {
      return WORKSPACE;
    }

    @Override
    public List<DataAttribute> attributes() {
      return List.of();
    }

    @Override
    public void contacts(Supplier<Consumer<Contact>> begin, Consumer<RunEvent> events) {
      begin.get().accept(NOW);
    }
  }
}
