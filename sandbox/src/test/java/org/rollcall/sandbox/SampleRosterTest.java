package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SampleRosterTest {
  private final List<SamplePerson> people = SampleRoster.of(SampleRoster.MEMBERS).people().toList();

  @Test
  void as_many_are_eligible_as_asked_for_and_others_are_not() {
    assertThat(people.stream().filter(SampleRosterTest::isEligible)).hasSize(20_123);
    assertThat(people.stream().filter(person -> !isEligible(person)).map(SamplePerson::status))
        .contains("Resigned", "Deceased", "Inactive", "Active");
  }

  @Test
  void the_same_seed_makes_the_same_people_and_more_begin_with_the_fewer() {
    assertThat(SampleRoster.of(500).people())
        .containsExactlyElementsOf(SampleRoster.of(500).people().toList());
    assertThat(people).startsWith(SampleRoster.of(500).people().toArray(SamplePerson[]::new));
  }

  @Test
  void nobody_shares_a_number_or_an_address_and_nobody_could_exist() {
    assertThat(people.stream().map(SamplePerson::number)).doesNotHaveDuplicates();
    var emails =
        people.stream().filter(SampleRosterTest::isEligible).map(SamplePerson::email).toList();
    assertThat(new HashSet<>(emails)).hasSameSizeAs(emails);
    assertThat(emails).allSatisfy(email -> assertThat(email).endsWith("@example.org"));
  }

  @Test
  void most_phones_are_valid_numbers_and_some_are_not() {
    var valid =
        people.stream()
            .collect(
                Collectors.partitioningBy(SampleRosterTest::hasValidPhone, Collectors.counting()));

    assertThat(valid.get(true)).isGreaterThan(people.size() * 8L / 10);
    assertThat(valid.get(false)).isGreaterThan(people.size() / 20);
  }

  @Test
  void closing_the_sample_database_leaves_no_server_behind() throws SQLException {
    var postgres = SamplePostgres.start();
    var port = postgres.port();
    try (var connection = postgres.connect("postgres")) {
      SampleRoster.of(10).load(connection);
    }
    postgres.close();
    postgres.close();

    assertThatThrownBy(() ->
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", ""))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(postgres::url).isInstanceOf(IllegalStateException.class);
  }

  private static boolean isEligible(SamplePerson person) {
    return List.of("Active", "Retired").contains(person.status()) && person.email() != null;
  }

  private static boolean hasValidPhone(SamplePerson person) {
    var phones = PhoneNumberUtil.getInstance();
    try {
      return person.phone() != null && phones.isValidNumber(phones.parse(person.phone(), "US"));
    } catch (NumberParseException _) {
      return false;
    }
  }
}
