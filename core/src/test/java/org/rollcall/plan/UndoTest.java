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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Belonging;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wish;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.support.ListedContacts;

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
                "Contact a was changed since: custom_attributes.region stays."));
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
  void a_value_that_intercom_dropped_keeps_no_contact_that_was_made() {
    var dropped = created(new Difference(REGION, "", "GL"), new Difference(COUNT, "", "1"));
    assertThat(deeds(dropped, ANN)).containsExactly(new Deed.Archive(contactId("a")));
  }

  @Test
  void archived_duplicates_come_back_before_the_fields_are_written() {
    var done =
        past(
            new PastDeed.Write(contactId("a"), List.of(MOVED)),
            new PastDeed.Archive(contactId("older")));
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

  @Test
  void a_contact_that_is_another_members_by_now_is_left_to_a_person() {
    var theirs = with(ANN, FieldName.EXTERNAL_ID, new Value.Text("900"));
    for (var done : List.of(updated(MOVED), created(new Difference(REGION, "", "GL")))) {
      assertThat(of(done, theirs))
          .isInstanceOfSatisfying(
              Change.Restore.class,
              restore -> {
                assertThat(restore.deeds()).isEmpty();
                assertThat(restore.asks()).isFalse();
                assertThat(restore.open()).singleElement().asString().contains("number 900");
              });
    }
  }

  @Test
  void a_contact_that_was_made_and_used_since_is_left_to_a_person() {
    var used =
        new Contact(
            ANN.id(),
            ANN.profile(),
            ANN.createdAt(),
            0,
            0,
            Set.of(Belonging.TAGS, Belonging.OWNER));
    assertThat(of(created(new Difference(REGION, "", "GL")), used))
        .isInstanceOfSatisfying(
            Change.Restore.class,
            restore -> {
              assertThat(restore.deeds()).isEmpty();
              assertThat(restore.open()).singleElement().asString().contains("an owner, tags");
            });
  }

  @Test
  void a_contact_that_was_brought_back_is_put_away_again_once_its_fields_are_as_before() {
    var done =
        past(new PastDeed.Unarchive(contactId("a")), new PastDeed.Write(ANN.id(), List.of(MOVED)));
    assertThat(deeds(done, ANN))
        .extracting(deed -> deed.getClass().getSimpleName())
        .containsExactly("Write", "Archive");
    var blocked =
        past(
            new PastDeed.Unblock(contactId("a")),
            new PastDeed.Unarchive(contactId("a")),
            new PastDeed.Write(ANN.id(), List.of(MOVED)));
    assertThat(deeds(blocked, ANN))
        .extracting(deed -> deed.getClass().getSimpleName())
        .containsExactly("Write", "Block");
  }

  @Test
  void what_was_brought_back_and_put_away_again_in_one_run_stays_where_it_is() {
    assertThat(
            of(past(new PastDeed.Unarchive(contactId("x")), new PastDeed.Archive(contactId("x")))))
        .isInstanceOf(Change.Skip.class);
  }

  @Test
  void what_an_undo_put_away_is_brought_back_and_written_again() {
    var undone =
        past(
            new PastDeed.Write(contactId("a"), List.of(new Difference(REGION, "GL", "NGL"))),
            new PastDeed.Block(contactId("a")));
    assertThat(deeds(undone))
        .extracting(deed -> deed.getClass().getSimpleName())
        .containsExactly("Unblock", "Unarchive", "Write");
    assertThat(((Deed.Write) deeds(undone).getLast()).differences())
        .containsExactly(new Difference(REGION, "NGL", "GL"));
  }

  @Test
  void a_block_that_was_lifted_is_put_back_though_the_contact_stayed_archived() {
    var unblocked = past(new PastDeed.Unblock(contactId("x")));
    assertThat(deeds(unblocked))
        .containsExactly(new Deed.Unarchive(contactId("x")), new Deed.Block(contactId("x")));
    var blocked = past(new PastDeed.Unarchive(contactId("x")), new PastDeed.Block(contactId("x")));
    assertThat(deeds(blocked)).containsExactly(new Deed.Unblock(contactId("x")));
    var unfinished =
        past(new PastDeed.Unblock(contactId("x")), new PastDeed.Unarchive(contactId("x")));
    assertThat(deeds(unfinished))
        .containsExactly(new Deed.Unarchive(contactId("x")), new Deed.Block(contactId("x")));
  }

  @Test
  void what_is_back_already_is_not_brought_back() {
    assertThat(of(past(new PastDeed.Archive(contactId("a"))), ANN)).isInstanceOf(Change.Skip.class);
    assertThat(of(past(new PastDeed.Unarchive(contactId("x"))), ANN))
        .isInstanceOf(Change.Skip.class);
    assertThat(of(past(new PastDeed.Block(contactId("x")), new PastDeed.Unblock(contactId("x")))))
        .isInstanceOf(Change.Restore.class);
    assertThat(
            of(past(new PastDeed.Archive(contactId("x")), new PastDeed.Unarchive(contactId("x")))))
        .isInstanceOf(Change.Skip.class);
  }

  @Test
  void a_contact_that_was_brought_back_with_somebodys_number_is_put_away_with_it() {
    var theirs = with(ANN, FieldName.EXTERNAL_ID, new Value.Text("x-9"));
    var known = past(new PastDeed.Unarchive(ANN.id(), Optional.of("x-9")));
    assertThat(deeds(known, theirs))
        .containsExactly(new Deed.Archive(ANN.id(), Optional.of("x-9")));
    var unknown = past(new PastDeed.Unarchive(ANN.id(), Optional.of("x-8")));
    assertThat(of(unknown, theirs))
        .isInstanceOfSatisfying(
            Change.Restore.class, restore -> assertThat(restore.open()).hasSize(1));
  }

  @Test
  void a_number_that_the_run_replaced_or_wrote_is_the_members() {
    var before = with(ANN, FieldName.EXTERNAL_ID, new Value.Text("uuid"));
    var moved = new Difference(FieldName.EXTERNAL_ID, "uuid", "101");
    var written = past(new PastDeed.Write(ANN.id(), List.of(moved, MOVED)));
    assertThat(((Deed.Write) deeds(written, before).getFirst()).differences())
        .containsExactly(new Difference(REGION, "GL", "NGL"));
    var made =
        past(
            new PastDeed.Create(
                Optional.of(ANN.id()), List.of(new Difference(FieldName.EXTERNAL_ID, "", "uuid"))));
    assertThat(deeds(made, before)).containsExactly(new Deed.Archive(ANN.id(), Optional.empty()));
  }

  @Test
  void the_contact_of_a_change_is_the_one_that_the_run_left_as_the_members() {
    var done =
        past(
            new PastDeed.Archive(contactId("older")),
            new PastDeed.Write(contactId("other"), List.of(MOVED)),
            new PastDeed.Write(ANN.id(), List.of(MOVED)));
    assertThat(((Change.Restore) of(done, ANN)).contact()).isEqualTo(ANN.id());
    var archived = past(new PastDeed.Archive(contactId("older")));
    assertThat(((Change.Restore) of(archived, ANN)).contact()).isEqualTo(contactId("older"));
    assertThat(((Change.Restore) of(done, ANN)).notes())
        .containsExactly("Contact other is no longer there; nothing of it can be taken back.");
  }

  @Test
  void a_contact_that_was_made_and_is_gone_is_named() {
    assertThat(of(created(new Difference(REGION, "", "GL"))))
        .isEqualTo(
            new Change.Skip(
                member("101"),
                "ann@example.org",
                "Contact a is no longer there; nothing of it can be taken back."));
    assertThat(of(past()))
        .isEqualTo(
            new Change.Skip(
                member("101"),
                "ann@example.org",
                "Nothing of what the run began here is in Intercom; nothing is taken back."));
  }

  @Test
  void a_merge_cannot_be_taken_back_and_is_named() {
    assertThat(of(past(new PastDeed.Merge(contactId("lead"), contactId("a"))), ANN))
        .isEqualTo(
            new Change.Skip(
                member("101"),
                "ann@example.org",
                "Lead lead was merged into contact a; Intercom cannot part them."));
  }

  @Test
  void what_intercom_refused_is_not_taken_back() {
    var refused =
        new Undo.Past(
            member("101"),
            "ann@example.org",
            List.of(new DeedRecord(new PastDeed.Write(ANN.id(), List.of(MOVED)), Landing.REFUSED)),
            0);
    assertThat(of(refused, ANN)).isInstanceOf(Change.Skip.class);
  }

  @Test
  void a_create_of_which_nobody_knows_whether_it_landed_is_found_by_its_number() {
    var unknown =
        new Undo.Past(
            member("101"),
            "ann@example.org",
            List.of(
                DeedRecord.ahead(
                    new PastDeed.Create(
                        Optional.empty(), List.of(new Difference(REGION, "", "GL"))))),
            ANN.createdAt());
    assertThat(of(unknown)).isInstanceOf(Change.Skip.class);
    var older = new Contact(ANN.id(), ANN.profile(), ANN.createdAt() - 10_000);
    assertThat(of(unknown, older)).isInstanceOf(Change.Skip.class);
    assertThat(deeds(unknown, ANN)).containsExactly(new Deed.Archive(ANN.id()));
  }

  @Test
  void a_contact_that_a_broken_run_brought_back_and_did_not_put_away_again_is_put_away() {
    var away = List.of(new PastDeed.Archive(ANN.id()), new PastDeed.Block(ANN.id()));
    for (var last : away) {
      var broken = broken(back(), DeedRecord.ahead(last));
      assertThat(deeds(broken, ANN)).containsExactly(new Deed.Archive(ANN.id()));
    }
  }

  @Test
  void a_contact_that_was_brought_back_after_it_was_perhaps_put_away_stays() {
    var put = DeedRecord.ahead(new PastDeed.Archive(ANN.id()));
    assertThat(of(broken(put, back()), ANN)).isInstanceOf(Change.Skip.class);
  }

  private static DeedRecord back() {
    return new DeedRecord(new PastDeed.Unarchive(ANN.id()), Landing.LANDED);
  }

  private static Undo.Past broken(DeedRecord... deeds) {
    return new Undo.Past(member("101"), "ann@example.org", List.of(deeds), 0);
  }

  private static Undo.Past updated(Difference... differences) {
    return past(new PastDeed.Write(contactId("a"), List.of(differences)));
  }

  private static Undo.Past created(Difference... differences) {
    return past(new PastDeed.Create(Optional.of(contactId("a")), List.of(differences)));
  }

  private static Undo.Past past(PastDeed... deeds) {
    return new Undo.Past(
        member("101"),
        "ann@example.org",
        Stream.of(deeds).map(deed -> new DeedRecord(deed, Landing.LANDED)).toList(),
        0);
  }

  private static List<Deed> deeds(Undo.Past past, Contact... contacts) {
    return ((Change.Restore) of(past, contacts)).deeds();
  }

  private static Change of(Undo.Past past, Contact... contacts) {
    var kinds = Map.of(COUNT, ValueKind.NUMBER, FLAG, ValueKind.FLAG);
    return new Undo(new ListedContacts(List.of(contacts)), kinds).of(past);
  }
}
