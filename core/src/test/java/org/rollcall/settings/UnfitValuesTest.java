package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of the environment that cannot be what they should be: each is told by its variable, and
/// none is repeated.
class UnfitValuesTest {
  private static final Map<String, String> RIGHT =
      Map.of(
          "SUPABASE_URL", "https://ref.supabase.co",
          "SUPABASE_SERVICE_ROLE_KEY", "sb_secret_42",
          "INTERCOM_ACCESS_TOKEN", "dG9rOmludmVudGVkOjE6MA==");

  @ParameterizedTest
  @CsvSource({
    "INTERCOM_ACCESS_TOKEN, 'Bearer hidden42', begins with Bearer or the name of a header",
    "INTERCOM_ACCESS_TOKEN, '\"hidden42\"', is in quotation marks",
    "INTERCOM_ACCESS_TOKEN, '“hidden42”', is in quotation marks",
    "INTERCOM_ACCESS_TOKEN, 'hidden42\u00a0', has a blank",
    "INTERCOM_ACCESS_TOKEN, 'hidden\n42', has a line break in it",
    "INTERCOM_ACCESS_TOKEN, 0f8fad5b-d9cb-469f-a165-70867728950e, is a client id or a client secret",
    "SUPABASE_SERVICE_ROLE_KEY, '\"hidden42\"', is in quotation marks",
    "SUPABASE_SERVICE_ROLE_KEY, 'Bearer hidden42', begins with Bearer or the name of a header",
    "SUPABASE_SERVICE_ROLE_KEY, 'hidden 42', has a blank",
    "SUPABASE_SERVICE_ROLE_KEY, sb_publishable_hidden42, is a publishable key",
    "SUPABASE_URL, '''https://hidden42.supabase.co''', is in quotation marks",
    "SUPABASE_SCHEMA, '\"hidden42\"', is in quotation marks",
    "INTERCOM_API_URL, '\"https://hidden42.example.org\"', is in quotation marks",
    "DATABASE_URL, '\"postgresql://u:hidden42@h/d\"', is in quotation marks",
    "DATABASE_URL, DATABASE_URL=postgresql://u:hidden42@h/d, begins with the name of a variable",
    "DATABASE_URL, jdbc:postgresql://h/d?password=hidden42, is a JDBC address",
    "DATABASE_URL, postgresql://u:hidden42@h:5432x/d, names no host as it can be",
  })
  void a_value_of_another_kind_is_told_by_its_variable(
      String variable, String value, String fault) {
    var environment = new HashMap<>(RIGHT);
    if (variable.equals("DATABASE_URL")) {
      environment.remove("SUPABASE_URL");
    }
    environment.put(variable, value);
    var text = SettingsTest.minimal("limit: ${NONE}");
    var refusal =
        catchThrowableOfType(SettingsException.class, () -> Settings.read(text, environment));
    assertThat(refusal.callingIntercom().problems())
        .extracting(Problem::message)
        .anySatisfy(told -> assertThat(told).startsWith(variable + " " + fault))
        .hasSize(2)
        .allSatisfy(told -> assertThat(told).doesNotContain("hidden", "0f8fad5b"));
  }
}
