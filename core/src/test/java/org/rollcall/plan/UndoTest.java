package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wish;

class UndoTest {
  private static final FieldName COUNT = FieldName.attribute("count");
  private static final FieldName FLAG = FieldName.attribute("flag");
  private static final Contact ANN =
      with(user("a", "101", "ann@example.org"), REGION, new Value.Text("GL"));
  private static final Difference MOVED = new Difference(REGION, "NGL", "GL");

  @Test
  void a_field_that_still_holds_what_the_run_wrote_gets_its_value_of_before() {
    var write = (Deed.Write) deeds(updated(MOVED), ANN).getFirst();
    assertThat(write.contact()).isEqualTo(contactId("a"));
    assertThat(write.differences()).containsExactly(new Difference(REGION, "GL", "NGL"));
    assertThat(write.wanted().fields())
        .isEqualTo(Map.of(REGION, new Wish.Put(new Value.Text("NGL"))));
  }

  @Test
  void a_field_that_was_empty_before_is_emptied() {
    var write = (Deed.Write) deeds(updated(new Difference(REGION, "", "GL")), ANN).getFirst();
    assertThat(write.differences()).containsExactly(new Difference(REGION, "GL", ""));
  }

  @Test
  void what_somebody_changed_since_stays() {
    var since = with(ANN, REGION, new Value.Text("XX"));
    assertThat(of(updated(MOVED), since))
        .isEqualTo(
            new Change.Skip(
                member("101"),
                "ann@example.org",
                "Contact a was changed since, or its former state cannot be restored; nothing of it is taken back."));
  }

  @Test
  void of_two_fields_only_the_one_that_still_holds_it_is_taken_back() {
    var done = updated(MOVED, new Difference(FieldName.NAME, "Old", "New"));
    assertThat(((Deed.Write) deeds(done, ANN).getFirst()).differences())
        .containsExactly(new Difference(REGION, "GL", "NGL"));
  }

  @Test
  void a_role_and_an_external_id_that_was_none_cannot_be_taken_away() {
    var done =
        updated(
            new Difference(FieldName.ROLE, "lead", "user"),
            new Difference(FieldName.EXTERNAL_ID, "", "101"));
    assertThat(of(done, ANN)).isInstanceOf(Change.Skip.class);
    var adopted = updated(new Difference(FieldName.EXTERNAL_ID, "uuid-1", "101"));
    assertThat(((Deed.Write) deeds(adopted, ANN).getFirst()).differences())
        .containsExactly(new Difference(FieldName.EXTERNAL_ID, "101", "uuid-1"));
  }

  @Test
  void values_come_back_in_the_kind_they_had() {
    var now = with(with(ANN, COUNT, new Value.Numeric(BigDecimal.TWO)), FLAG, new Value.Flag(true));
    var done =
        updated(
            new Difference(COUNT, "1", "2"),
            new Difference(FLAG, "false", "true"),
            new Difference(FieldName.EMAIL, "old@example.org", "ann@example.org"));
    assertThat(((Deed.Write) deeds(done, now).getFirst()).wanted().fields())
        .containsEntry(COUNT, new Wish.Put(new Value.Numeric(BigDecimal.ONE)))
        .containsEntry(FLAG, new Wish.Put(new Value.Flag(false)))
        .containsEntry(FieldName.EMAIL, new Wish.Put(new Value.Email("old@example.org")));
  }

  @Test
  void values_of_emptied_fields_come_back_in_the_kind_of_their_mapping() {
    var done =
        updated(
            new Difference(COUNT, "1", ""),
            new Difference(FLAG, "true", ""),
            new Difference(FieldName.PHONE, "+12025550123", ""),
            new Difference(REGION, "GL", ""));
    assertThat(((Deed.Write) deeds(done, user("a", "101", "")).getFirst()).wanted().fields())
        .containsEntry(COUNT, new Wish.Put(new Value.Numeric(BigDecimal.ONE)))
        .containsEntry(FLAG, new Wish.Put(new Value.Flag(true)))
        .containsEntry(FieldName.PHONE, new Wish.Put(new Value.Text("+12025550123")))
        .containsEntry(REGION, new Wish.Put(new Value.Text("GL")));
    var mailed = updated(new Difference(FieldName.EMAIL, "ann@example.org", ""));
    assertThat(((Deed.Write) deeds(mailed, user("a", "101", "")).getFirst()).wanted().fields())
        .containsEntry(FieldName.EMAIL, new Wish.Put(new Value.Email("ann@example.org")));
  }

  @Test
  void a_contact_that_was_made_is_archived_unless_somebody_changed_it() {
    assertThat(deeds(created(new Difference(REGION, "", "GL")), ANN))
        .containsExactly(new Deed.Archive(contactId("a")));
    assertThat(of(created(new Difference(REGION, "", "XX")), ANN)).isInstanceOf(Change.Skip.class);
  }

  @Test
  void archived_duplicates_come_back_before_the_fields_are_written() {
    var older = contactId("older");
    var done =
        new Undo.Done(
            member("101"),
            "ann@example.org",
            contactId("a"),
            false,
            List.of(MOVED),
            List.of(older));
    assertThat(deeds(done, ANN))
        .extracting(deed -> deed.getClass().getSimpleName())
        .containsExactly("Unarchive", "Write");
    assertThat(deeds(done, ANN, user("older", "", "")))
        .extracting(deed -> deed.getClass().getSimpleName())
        .containsExactly("Write");
  }

  @Test
  void a_contact_that_is_gone_is_skipped() {
    assertThat(of(updated(MOVED)))
        .isEqualTo(
            new Change.Skip(
                member("101"),
                "ann@example.org",
                "Contact a is no longer there; nothing of it can be taken back."));
  }

  private static Undo.Done updated(Difference... differences) {
    return done(false, differences);
  }

  private static Undo.Done created(Difference... differences) {
    return done(true, differences);
  }

  private static Undo.Done done(boolean created, Difference... differences) {
    return new Undo.Done(
        member("101"), "ann@example.org", contactId("a"), created, List.of(differences), List.of());
  }

  private static List<Deed> deeds(Undo.Done done, Contact... contacts) {
    return ((Change.Restore) of(done, contacts)).deeds();
  }

  private static Change of(Undo.Done done, Contact... contacts) {
    var kinds = Map.of(COUNT, ValueKind.NUMBER, FLAG, ValueKind.FLAG);
    return new Undo(
            id -> Stream.of(contacts).filter(each -> each.id().equals(id)).findFirst(), kinds)
        .of(done);
  }
}
