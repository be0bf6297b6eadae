package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c",
        "Ana.Diaz+tag@mail.example.org",
        "ana@bücher.example",
        "ana@[192.0.2.1]",
        "o'x@e.f"
      })
  void what_a_server_may_take_passes(String text) {
    assertThat(EmailAddress.objection(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ana, has no @",
    "ana@b@example.org, has more than one @",
    "@example.org, has nothing before its @",
    "an a@example.org, has a blank in it",
    "ana@exam\u00a0ple.org, has a blank in it",
    "an\u200ba@example.org, has a blank in it",
    "an\u0007a@example.org, has a blank in it",
    "ana@, names no domain after its @",
    "ana@example, names no domain after its @",
    "ana@.org, names no domain after its @",
    "ana@example., names no domain after its @",
    "ana@example..org, names no domain after its @",
  })
  void what_none_can_take_does_not(String text, String fault) {
    assertThat(EmailAddress.objection(text))
        .contains("The roster's e-mail address %s.".formatted(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mailto:ana@example.org | begins with mailto:",
        "MailTo:ana@example.org | begins with mailto:",
        "ana\uFF20example.org | has a full-width @",
        "<ana@example.org> | has angle brackets",
        "Ana <ana@example.org> | has angle brackets",
        "ana@example.org> | has angle brackets",
        "\"ana\"@example.org | has quotation marks",
        "'ana@example.org' | has quotation marks",
        "ana@example.org' | has quotation marks",
        "“ana@example.org” | has quotation marks",
        "ana@example.org, | has a comma or a semicolon",
        "ana@example.org; | has a comma or a semicolon",
        "ana@example.org, bo@example.org | is more than one address",
        "ana@example.org;bo@example.org | is more than one address",
        ".ana@example.org | has a dot in the wrong place before its @",
        "ana.@example.org | has a dot in the wrong place before its @",
        "a..na@example.org | has a dot in the wrong place before its @",
      })
  void what_stands_around_an_address_is_named(String text, String fault) {
    assertThat(EmailAddress.objection(text))
        .contains("The roster's e-mail address %s.".formatted(fault));
  }

  @Test
  void an_address_has_at_most_254_characters() {
    assertThat(EmailAddress.objection("a".repeat(242) + "@example.org")).isEmpty();
    assertThat(EmailAddress.objection("a".repeat(243) + "@example.org"))
        .contains("The roster's e-mail address is longer than 254 characters.");
  }

  @Test
  void nothing_is_no_address() {
    assertThat(EmailAddress.objection("")).contains("The roster has no e-mail address.");
  }
}
