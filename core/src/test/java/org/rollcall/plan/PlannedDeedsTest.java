package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.lead;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.Wanted;

class PlannedDeedsTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Contact OWN = user("own", "101", "old@example.org");
  private static final List<Difference> DIFFERENCES = Diff.between(ANN, OWN.profile());
  private static final List<Contact> SURPLUS =
      List.of(user("older", "", "ann@example.org"), lead("lead", "ann@example.org"));
  private static final ContactId ID = contactId("own");

  @Test
  void each_change_says_what_it_will_do() {
    assertThat(PlannedDeeds.of(new Change.Create(ANN, Diff.ofNew(ANN))))
        .containsExactly(new PastDeed.Create(Optional.empty(), Diff.ofNew(ANN)));
    assertThat(
            PlannedDeeds.of(new Change.Update(ANN, OWN, Match.EXTERNAL_ID, DIFFERENCES, SURPLUS)))
        .containsExactly(
            new PastDeed.Write(ID, DIFFERENCES),
            new PastDeed.Archive(contactId("older")),
            new PastDeed.Merge(contactId("lead"), ID));
    assertThat(PlannedDeeds.of(new Change.Unchanged(ANN, right("own", ANN), SURPLUS)))
        .containsExactly(
            new PastDeed.Archive(contactId("older")), new PastDeed.Merge(contactId("lead"), ID));
    assertThat(PlannedDeeds.of(new Change.Skip(member("101"), "", "no e-mail"))).isEmpty();
    assertThat(PlannedDeeds.of(new Change.Depart(member("101"), OWN, new Deed.Archive(ID))))
        .containsExactly(new PastDeed.Archive(ID));
  }

  @Test
  void what_an_undo_will_do_is_said_deed_by_deed() {
    List<Deed> deeds =
        List.of(
            new Deed.Unblock(ID),
            new Deed.Unarchive(ID),
            new Deed.Write(ID, ANN, DIFFERENCES),
            new Deed.Block(ID));
    assertThat(
            PlannedDeeds.of(new Change.Restore(member("101"), "", ID, deeds, List.of(), List.of())))
        .containsExactly(
            new PastDeed.Unblock(ID),
            new PastDeed.Unarchive(ID),
            new PastDeed.Write(ID, DIFFERENCES),
            new PastDeed.Block(ID));
  }

  @Test
  void a_deed_is_known_again_on_record() {
    assertThat(
            PlannedDeeds.isSame(
                new Deed.Unarchive(ID), new PastDeed.Unarchive(ID, Optional.of("x"))))
        .isTrue();
    assertThat(
            PlannedDeeds.isSame(new Deed.Archive(ID), new PastDeed.Unarchive(ID, Optional.empty())))
        .isFalse();
    assertThat(PlannedDeeds.isSame(new Deed.Block(ID), new PastDeed.Block(ID))).isTrue();
    assertThat(PlannedDeeds.isSame(new Deed.Block(ID), new PastDeed.Archive(ID))).isFalse();
  }
}
