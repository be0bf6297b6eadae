package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.put;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.FieldSearch.Next;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;

class FieldSearchTest {
  private static final Set<FieldName> IDENTITY =
      Set.of(FieldName.ROLE, FieldName.EXTERNAL_ID, FieldName.EMAIL, FieldName.NAME);

  private final List<SortedMap<FieldName, Wish>> sent = new ArrayList<>();
  private final Set<FieldName> stored = new HashSet<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void one_refused_field_is_found_in_four_calls_and_all_others_are_written(int attributes) {
    var fields = fields(attributes, true);
    for (int bad = 0; bad < attributes; bad++) {
      var refused = attribute(bad);
      var found = searched(fields, Set.of(refused));
      assertThat(found.refused()).containsOnlyKeys(refused);
      assertThat(sent).hasSizeLessThanOrEqualTo(4);
      var others = new HashSet<>(fields.keySet());
      others.remove(refused);
      assertThat(stored).isEqualTo(others);
      assertThat(found.taken().keySet()).isEqualTo(others);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void so_it_is_in_an_update_of_attributes_alone(int attributes) {
    var fields = fields(attributes, false);
    for (int bad = 0; bad < attributes; bad++) {
      var found = searched(fields, Set.of(attribute(bad)));
      assertThat(found.refused()).containsOnlyKeys(attribute(bad));
      assertThat(sent).hasSizeLessThanOrEqualTo(4);
      assertThat(stored).hasSize(attributes - 1);
    }
  }

  @Test
  void of_a_single_field_nothing_is_sent_again() {
    searched(fields(1, false), Set.of(attribute(0)));
    assertThat(sent).isEmpty();
  }

  @Test
  void two_refused_fields_are_both_found_where_four_calls_are_enough() {
    var found = searched(fields(2, true), Set.of(attribute(0), attribute(1)));
    assertThat(found.refused()).containsOnlyKeys(attribute(0), attribute(1));
    assertThat(stored).isEqualTo(IDENTITY);
  }

  @Test
  void it_is_given_up_after_four_calls() {
    assertThat(search(fields(16, true), Set.of(attribute(3)))).isInstanceOf(Next.GivenUp.class);
    assertThat(sent).hasSize(4);
  }

  @Test
  void a_refused_identity_is_none_of_the_fields_that_may_be_left_out() {
    assertThat(search(fields(2, true), Set.of(FieldName.EMAIL))).isInstanceOf(Next.GivenUp.class);
    assertThat(search(fields(0, true), Set.of(FieldName.EMAIL))).isInstanceOf(Next.GivenUp.class);
    assertThat(sent).isEmpty();
    var named = new Reply.Refused(Optional.of(FieldName.EMAIL), "", "bad");
    assertThat(FieldSearch.begin(fields(4, true), named)).isInstanceOf(Next.GivenUp.class);
  }

  @Test
  void a_field_that_intercom_names_needs_no_search() {
    var fields = fields(4, true);
    var named = new Reply.Refused(Optional.of(attribute(2)), "", "bad");
    var next = ((Next.Ask) FieldSearch.begin(fields, named)).search();
    assertThat(next.sent()).doesNotContainKey(attribute(2)).hasSize(fields.size() - 1);
    assertThat(next.accepted())
        .isInstanceOfSatisfying(
            Next.Found.class, found -> assertThat(found.search().refused()).isEmpty());
    var again = ((Next.Ask) next.refused(new Reply.Refused(Optional.of(attribute(0)), "", "too")));
    assertThat(again.search().sent()).hasSize(fields.size() - 2);
  }

  @Test
  void the_words_that_belong_to_a_field_stay_with_it() {
    var asked = (Next.Ask) FieldSearch.begin(fields(2, true), refusal("first"));
    var closing = (Next.Ask) asked.search().refused(refusal("second"));
    var found = (Next.Found) closing.search().accepted();
    assertThat(found.search().refused()).containsEntry(attribute(0), "second");
  }

  @Test
  void a_lead_becomes_a_user_before_it_is_emptied() {
    var fields = fields(2, true);
    fields.put(attribute(1), new Wish.Clear());
    var first = ((Next.Ask) FieldSearch.beginOfLead(fields, refusal("null"))).search();
    assertThat(first.sent()).containsKey(FieldName.ROLE).doesNotContainKey(attribute(1));
    var second = ((Next.Ask) first.accepted()).search();
    assertThat(second.sent()).containsOnlyKeys(attribute(1));
    assertThat(second.accepted()).isInstanceOf(Next.Found.class);
    var plain = (Next.Ask) FieldSearch.beginOfLead(fields(2, true), refusal("bad"));
    assertThat(plain.search().suspects()).containsExactly(attribute(1));
  }

  private FieldSearch searched(SortedMap<FieldName, Wish> fields, Set<FieldName> bad) {
    return ((Next.Found) search(fields, bad)).search();
  }

  /// Searches against a server that takes no write with one of the bad fields and names none.
  private Next search(SortedMap<FieldName, Wish> fields, Set<FieldName> bad) {
    sent.clear();
    stored.clear();
    var next = FieldSearch.begin(fields, refusal("no"));
    while (next instanceof Next.Ask(var search)) {
      sent.add(search.sent());
      if (search.sent().keySet().stream().anyMatch(bad::contains)) {
        next = search.refused(refusal("no"));
      } else {
        stored.addAll(search.sent().keySet());
        next = search.accepted();
      }
    }
    return next;
  }

  private static Reply.Refused refusal(String text) {
    return new Reply.Refused(Optional.empty(), "parameter_invalid", text);
  }

  private static SortedMap<FieldName, Wish> fields(int attributes, boolean identity) {
    var fields = new TreeMap<FieldName, Wish>();
    for (int number = 0; number < attributes; number++) {
      fields.put(attribute(number), put("value"));
    }
    if (identity) {
      IDENTITY.forEach(field -> fields.put(field, put("value")));
    }
    return fields;
  }

  private static FieldName attribute(int number) {
    return FieldName.attribute("a%02d".formatted(number));
  }
}
