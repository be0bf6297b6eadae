package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ContactId;

class KnownContactsTest {
  private static final int MANY = 5_000;

  private final KnownContacts known = new KnownContacts();

  @Test
  void what_was_met_is_known_and_nothing_else_is_however_many_there_are() {
    assertThat(known.contains(id(0))).isFalse();
    IntStream.range(0, MANY).forEach(number -> known.add(id(number)));
    assertThat(IntStream.range(0, MANY)).allMatch(number -> known.contains(id(number)));
    assertThat(IntStream.range(MANY, 2 * MANY)).noneMatch(number -> known.contains(id(number)));
  }

  @Test
  void ids_of_the_same_letters_in_another_order_are_others() {
    known.add(new ContactId("ab"));
    known.add(new ContactId("ab"));
    assertThat(known.contains(new ContactId("ab"))).isTrue();
    assertThat(known.contains(new ContactId("ba"))).isFalse();
    assertThat(known.contains(new ContactId("a"))).isFalse();
  }

  private static ContactId id(int number) {
    return new ContactId("65a0b1c2%016x".formatted(number));
  }
}
