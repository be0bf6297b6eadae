package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

class PackingTest {
  private static final FieldName REGION = FieldName.attribute("region");
  private final Packing packing = new Packing();

  @Test
  void a_contact_comes_out_as_it_went_in_letter_case_and_all() {
    var fields =
        Map.<FieldName, Value>of(
            FieldName.EMAIL,
            new Value.Email("Ann@Example.ORG"),
            FieldName.NAME,
            new Value.Text("Žofie 😀 " + "x".repeat(100_000)),
            FieldName.attribute("dues"),
            new Value.Numeric(new BigDecimal("1E+3")),
            FieldName.attribute("paid"),
            new Value.Flag(true),
            FieldName.attribute("late"),
            new Value.Flag(false),
            REGION,
            new Value.Text("GL"));
    for (var id : List.of("5ba682d23d7cf92bef87bfd4", "5BA682", "abc", "a-1", "00")) {
      for (long created : List.of(0L, 127L, 128L, 1_734_537_243L, -1L, Long.MAX_VALUE)) {
        var contact = new Contact(new ContactId(id), Profile.of(fields), created).seenAt(created);
        var again = packing.contact(packing.pack(contact));
        assertThat(again).isEqualTo(contact);
        assertThat(again.profile().shown(FieldName.EMAIL)).isEqualTo("Ann@Example.ORG");
      }
    }
  }

  @Test
  void every_wish_comes_out_as_it_went_in() {
    var fields =
        new TreeMap<FieldName, Wish>(
            Map.of(
                FieldName.EXTERNAL_ID,
                new Wish.Put(new Value.Text("101")),
                FieldName.EMAIL,
                new Wish.Put(new Value.Email("101")),
                FieldName.ROLE,
                new Wish.Put(new Value.Text("user")),
                FieldName.PHONE,
                new Wish.Leave(),
                REGION,
                new Wish.Clear()));
    var wanted = new Wanted(new MemberId("101"), fields, List.of("One.", "Two."));
    assertThat(packing.wanted(packing.pack(wanted))).isEqualTo(wanted);
  }

  @Tag("scale")
  @Test
  void a_workspace_finds_everybody_however_many_and_however_alike() {
    var workspace = new ContactIndex();
    var contacts = new ArrayList<Contact>();
    for (int index = 0; index < 20_000; index++) {
      contacts.add(contact(index));
      workspace.add(contacts.getLast());
    }
    for (int index = 0; index < contacts.size(); index++) {
      assertThat(workspace.of(new MemberId("1" + index))).contains(contacts.get(index));
      assertThat(workspace.withEmail("p" + index % 15_000 + "@example.org"))
          .containsExactlyElementsOf(
              index % 15_000 < 5_000
                  ? List.of(contacts.get(index % 15_000), contacts.get(index % 15_000 + 15_000))
                  : List.of(contacts.get(index)));
    }
    assertThat(workspace.of(new MemberId("x"))).isEmpty();
    assertThat(workspace.withEmail("x")).isEmpty();
  }

  private static Contact contact(int index) {
    return new Contact(
        new ContactId(Integer.toHexString(index)),
        Profile.of(
            Map.of(
                FieldName.EXTERNAL_ID,
                new Value.Text("1" + index),
                REGION,
                new Value.Text("R" + index),
                FieldName.EMAIL,
                new Value.Email("P" + index % 15_000 + "@example.org"))),
        index);
  }
}
