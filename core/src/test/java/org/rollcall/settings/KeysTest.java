package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String INTERCOM = "dG9rOmludmVudGVkX2ludmVudGVkOjE6MA==";
  private static final String SUPABASE = "sb_secret_invented0123456789abcdefghij";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "KEY"                  | is in quotation marks
          'KEY'                  | is in quotation marks
          “KEY”                  | is in quotation marks
          KEY"                   | is in quotation marks
          Bearer KEY             | begins with Bearer or the name of a header
          bearer  KEY            | begins with Bearer or the name of a header
          Authorization: KEY     | begins with Bearer or the name of a header
          apikey: KEY            | begins with Bearer or the name of a header
          SOME_NAME=KEY          | begins with the name of a variable
          export SOME_NAME=KEY   | begins with the name of a variable
          KEY¶KEY                | has a line break in it
          KEY KEY                | has a blank
          KEY\u00a0              | has a blank
          \u200bKEY              | has a blank
          KEYé                   | has a blank, or a letter that no key has
          https://h.example/KEY  | is a web address
          postgresql://u:KEY@h/d | is the connection string of a database
          <token>                | still has a placeholder
          """)
  void what_is_no_key_is_told_by_its_kind_and_not_repeated(String form, String fault) {
    assertFault(Keys.INTERCOM, form.replace('¶', '\n').replace("KEY", INTERCOM), fault);
    assertFault(Keys.SUPABASE, form.replace('¶', '\n').replace("KEY", SUPABASE), fault);
  }

  @Test
  void a_key_of_another_kind_is_told_with_what_to_set_instead() {
    for (var role : List.of("anon", "authenticated")) {
      assertFault(
          Keys.SUPABASE, token(role), "is the key of role " + role + ", to which row level");
    }
    assertFault(Keys.SUPABASE, "sb_publishable_invented0123456789", "is a publishable key");
    assertFault(Keys.SUPABASE, "sbp_0123456789abcdef", "is a personal access token");
    assertFault(Keys.SUPABASE, INTERCOM, "is an access token of Intercom; set a secret key");
    assertFault(
        Keys.INTERCOM,
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "is a client id or a client secret; set the access token");
    assertFault(Keys.INTERCOM, SUPABASE, "is a key of Supabase; set the access token");
    assertFault(Keys.INTERCOM, token("service_role"), "is a key of Supabase");
  }

  @Test
  void what_may_be_a_key_is_taken() {
    for (var key : List.of(SUPABASE, token("service_role"), token("nightly"), "a.b.c", "k")) {
      assertThat(Keys.SUPABASE.fault(key)).isEmpty();
    }
    for (var key : List.of(INTERCOM, "token-42", "token", "sandbox")) {
      assertThat(Keys.INTERCOM.fault(key)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=", "Aa==", "A=", "ab'c"})
  void what_only_looks_wrapped_is_taken(String text) {
    assertThat(Wrapping.fault(text)).isEmpty();
  }

  private static void assertFault(Keys keys, String key, String fault) {
    assertThat(keys.fault(key))
        .as(key)
        .hasValueSatisfying(
            told -> assertThat(told).startsWith(fault).doesNotContain(INTERCOM, SUPABASE, key));
  }

  private static String token(String role) {
    return encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"role\":\"" + role + "\"}") + ".c2ln";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
