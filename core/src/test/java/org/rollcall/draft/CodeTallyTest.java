package org.rollcall.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollcall.mapping.Projected;
import org.rollcall.mapping.Projected.UnknownCode;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

class CodeTallyTest {
  private static final FieldName POSITIONS = FieldName.attribute("positions");
  private static final FieldName REGION = FieldName.attribute("region");

  private final CodeTally tally = new CodeTally(Map.of("positions", Set.of(POSITIONS)));

  @Test
  void each_member_counts_once_for_each_code() {
    member("1", "VP");
    member("2", "VP", "SEC");
    member("3");
    assertThat(uses())
        .containsExactly(
            new CodeUse("VP", 2, Optional.empty()), new CodeUse("SEC", 1, Optional.empty()));
  }

  @Test
  void only_contacts_of_members_with_exactly_one_code_tell() {
    member("1", "VP");
    member("2", "VP");
    member("3", "VP");
    member("4", "VP", "SEC");
    contact("1", "Vice President", "Ana Diaz");
    contact("2", "Vice President", "Bo Lee");
    contact("3", "Deputy", "Cy Roe");
    contact("4", "Vice President, Secretary", "Di Poe");
    contact("5", "Deputy", "Ed Moe");
    contact("1", " ", "Ana Diaz");
    assertThat(uses())
        .containsExactly(
            new CodeUse("VP", 4, Optional.of(new Saying("Vice President", 2, 3))),
            new CodeUse("SEC", 1, Optional.empty()));
  }

  @Test
  void a_persons_own_name_is_no_name_of_a_code() {
    member("1", "VP");
    contact("1", "Office of Ana Diaz", "Ana Diaz");
    assertThat(uses()).containsExactly(new CodeUse("VP", 1, Optional.empty()));
  }

  @Test
  void a_list_that_is_read_anew_is_heard_anew() {
    member("1", "VP");
    contact("1", "Deputy", "Ana Diaz");
    tally.forgetContacts();
    contact("1", "Vice President", "Ana Diaz");
    assertThat(uses())
        .containsExactly(new CodeUse("VP", 1, Optional.of(new Saying("Vice President", 1, 1))));
  }

  private List<CodeUse> uses() {
    return tally.uses().getOrDefault("positions", List.of());
  }

  private void member(String number, String... codes) {
    var fields = new TreeMap<FieldName, Wish>();
    if (codes.length > 0) {
      fields.put(POSITIONS, new Wish.Put(new Value.Text(String.join(", ", codes))));
    }
    fields.put(REGION, new Wish.Put(new Value.Text("VP")));
    tally.member(
        new Projected.Ready(
            new Wanted(new MemberId(number), fields, List.of()),
            Arrays.stream(codes).map(code -> new UnknownCode("positions", code)).toList()));
  }

  private void contact(String number, String positions, String name) {
    var values = new TreeMap<FieldName, Value>();
    values.put(FieldName.EXTERNAL_ID, new Value.Text(number));
    values.put(FieldName.NAME, new Value.Text(name));
    values.put(REGION, new Value.Text("GL"));
    if (!positions.isBlank()) {
      values.put(POSITIONS, new Value.Text(positions));
    }
    tally.contact(new Contact(new ContactId("c" + number), new Profile(values), 0));
  }
}
