package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[YOUR-PASSWORD]",
        "<token>",
        "<your service role key>",
        "your-service-role-key",
        "YOUR_INTERCOM_ACCESS_TOKEN",
        "your_token_here",
        "sb_secret_your-key",
        "sb_secret_...",
        "eyJhbGciOi…",
        "${SUPABASE_SERVICE_ROLE_KEY}",
        "$INTERCOM_ACCESS_TOKEN",
        "$(cat /run/secrets/token)",
        "{{ secrets.TOKEN }}",
        "%TOKEN%",
        "changeme",
        "xxxxxxxx",
        "service_role_key",
        "access-token",
        " <token> "
      })
  void what_was_never_filled_in_is_no_secret(String text) {
    assertThat(Placeholder.isKey(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sb_secret_42",
        "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz",
        "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.c2ln",
        "dG9rOmludmVudGVk-intercom-token",
        "p<a>ss",
        "pa$$word",
        "k",
        "t"
      })
  void what_may_be_one_is_taken_as_meant(String text) {
    assertThat(Placeholder.isKey(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://<ref>.supabase.co",
        "https://[YOUR-PROJECT-REF].supabase.co",
        "https://your-project.supabase.co",
        "https://your-project-ref.supabase.co/rest/v1",
        "https://xxxxxxxxxxxx.supabase.co",
        "${SUPABASE_URL}",
        "https://${REF}.supabase.co"
      })
  void an_address_of_an_example(String text) {
    assertThat(Placeholder.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ref.supabase.co",
        "https://abcdefghijklmnopqrst.supabase.co",
        "http://127.0.0.1:54321",
        "http://[::1]:54321",
        "https://data.your-club.example.org"
      })
  void an_address_that_may_be_one(String text) {
    assertThat(Placeholder.isIn(text)).isFalse();
  }
}
