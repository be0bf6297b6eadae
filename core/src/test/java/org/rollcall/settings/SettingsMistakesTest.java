package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Freshness;
import org.rollcall.model.Newest;

/// Each kind of mistake, with its exact words and its exact place.
class SettingsMistakesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgres://u:p@h/d");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          limt: 3                                      | 11:1: unknown key "limt"; expected batch_size, contact, duplicates, exit_code, freshness, identity, intercom, leads, leavers, limit, notify, privacy, report_url, roster, safeguard, schedule, server, source, store, tests, vocabulary or zone; did you mean "limit"?
          schedule: every day                          | 11:11: schedule is "every day", which has 2 fields; expected five fields (minute, hour, day of the month, month, day of the week), such as "0 8 * * *"
          zone: Moon/Crater                            | 11:7: zone is "Moon/Crater"; expected a zone such as UTC or America/New_York
          wholly: 3                                    | 11:1: unknown key "wholly"; expected batch_size, contact, duplicates, exit_code, freshness, identity, intercom, leads, leavers, limit, notify, privacy, report_url, roster, safeguard, schedule, server, source, store, tests, vocabulary or zone
          limit: 0                                     | 11:8: limit is "0"; expected a whole number from 1 to 100000000
          limit: 1.5                                   | 11:8: limit is "1.5"; expected a whole number from 1 to 100000000
          limit: [1]                                   | 11:8: limit is a list; expected a whole number from 1 to 100000000
          batch_size: 10001                            | 11:13: batch_size is "10001"; expected a whole number from 1 to 10000
          batch_size: 99999999999                      | 11:13: batch_size is "99999999999"; expected a whole number from 1 to 10000
          duplicates: archiv                           | 11:13: duplicates is "archiv"; expected archive or report; did you mean "archive"?
          leavers: mark                                | 11:10: leavers is "mark"; expected ignore, archive, or attributes to write such as { mark: { member_type: Former Member } }
          leavers: { marc: {} }                        | 11:10: leavers.mark is missing; expected the attributes to write, such as { member_type: Former Member }¶11:12: unknown key "marc" in leavers; expected ineligible, mark or orphans; did you mean "mark"?
          leavers: { orphans: gone }                   | 11:21: leavers.orphans is "gone"; expected ignore, mark or archive
          leavers: { orphans: mark }                   | 11:21: leavers.mark is missing; expected the attributes to write, such as { member_type: Former Member }
          leavers: { mark: { left: Gone } }            | 11:26: leavers.mark.left is no attribute under contact.custom_attributes; expected one that is mapped
          leads: yes                                   | 11:8: leads is "yes"; expected keep or merge
          identity: { unknown_external_id: keep }      | 11:34: identity.unknown_external_id is "keep"; expected report, adopt, or the form of the ids of an older integration such as { adopt: uuid }
          identity: { unknown_external_id: { adopt: "(" } } | 11:43: identity.unknown_external_id.adopt is "("; expected uuid, or a regular expression that the whole id matches, such as legacy-[0-9]+
          identity: { unknown: adopt }                 | 11:13: unknown key "unknown" in identity; expected unknown_external_id
          privacy: Show                                | 11:10: privacy is "Show"; expected show or mask; did you mean "show"?
          safeguard: { updates: 101% }                 | 11:23: safeguard.updates is "101%"; expected a share such as 50% or 0.5, at most 100%
          safeguard: { creates: some }                 | 11:23: safeguard.creates is "some"; expected a share such as 50% or 0.5, at most 100%
          safeguard: { floor: -1 }                     | 11:21: safeguard.floor is "-1"; expected a whole number from 0 to 100000000
          safeguard: 3                                 | 11:12: safeguard is text; expected keys and values
          safeguard: { update: 1% }                    | 11:14: unknown key "update" in safeguard; expected archives, clears, creates, floor, identity, moves, shrink or updates; did you mean "updates"?
          intercom: { rate: fast }                     | 11:19: intercom.rate is "fast"; expected calls in a window, such as 166/10s, or auto
          intercom: { rate: 0/10s }                    | 11:19: intercom.rate is "0/10s"; expected calls in a window, such as 166/10s, or auto
          intercom: { connect_timeout: 10 parsecs }    | 11:30: intercom.connect_timeout is "10 parsecs"; expected a duration such as 500ms, 30s or 2m
          intercom: { request_timeout: 0s }            | 11:30: intercom.request_timeout is "0s"; expected a duration such as 500ms, 30s or 2m
          intercom: { patience: 36501d }               | 11:23: intercom.patience is "36501d"; expected a duration such as 500ms, 30s or 2m
          intercom: { concurrency: 0 }                 | 11:26: intercom.concurrency is "0"; expected a whole number from 1 to 100
          intercom: { headroom: 100% }                 | 11:23: intercom.headroom is "100%"; expected a share such as 5% or 0.05, below 100%
          intercom: { version: latest }                | 11:22: intercom.version is "latest"; expected a version such as 2.16, or Preview
          intercom: { bulk: true }                     | 11:19: intercom.bulk is true; expected false, or a version that has bulk calls: 2.17 or Preview
          intercom: { bulk: true, version: "2.9" }     | 11:19: intercom.bulk is true; expected false, or a version that has bulk calls: 2.17 or Preview
          intercom: { bulk: maybe }                    | 11:19: intercom.bulk is "maybe"; expected true or false
          intercom: { region: uk }                     | 11:21: intercom.region is "uk"; expected us, eu or au
          intercom: { allow_plain_http: yes }          | 11:31: intercom.allow_plain_http is "yes"; expected true or false
          intercom: { api_url: "http://example.org" }  | 11:22: intercom.api_url is plain http, which shows the secret to everyone on the way; expected https, or allow_plain_http: true beside it
          intercom: { api_url: "ftp://example.org" }   | 11:22: intercom.api_url is no web address; expected an address such as https://api.intercom.io
          intercom: { api_url: "https:" }              | 11:22: intercom.api_url is no web address; expected an address such as https://api.intercom.io
          intercom: { token: [a] }                     | 11:20: intercom.token is a list; expected text
          intercom: { workspace: "${NONE}" }           | 11:24: the environment variable NONE is not set; set it, or give a default: ${NONE:-default}
          intercom: { workspace: "${NO NAME}" }        | 11:24: ${ begins no reference; expected ${NAME} or ${NAME:-default}
          intercom: { workspace: ${NONE} }             | 11:25: this is not YAML: expected ',' or '}', but got {; put ${...} in quotes within { }
          intercom: [                                  | 11:12: this is not YAML: expected the node content, but found '<stream end>'
          [a]: 3                                       | 11:1: a key that is no word; expected a name
          contact: {}                                  | 11:1: the key "contact" was given in line 6 already; expected it once
          server: { listen: 8377 }                     | 11:19: server.listen is "8377"; expected an address with a port, such as 127.0.0.1:8377 or [::1]:8377
          server: { listen: "0.0.0.0:99999" }          | 11:19: server.listen is "0.0.0.0:99999"; expected an address with a port, such as 127.0.0.1:8377 or [::1]:8377
          server: { behind_proxy: yes }                | 11:25: server.behind_proxy is "yes"; expected true or false
          server: { public_url: example.org }          | 11:23: server.public_url is "example.org"; expected an address such as https://rollcall.example.org
          server: { public_url: "https://a.org/b" }    | 11:23: server.public_url is "https://a.org/b"; expected an address such as https://rollcall.example.org
          server: { certificate: { chain: a.pem } }    | 11:24: server.certificate.key is missing; expected a PEM file with its private key
          server: { tls: true }                        | 11:11: unknown key "tls" in server; expected behind_proxy, certificate, listen, oidc or public_url
          server: { oidc: { issuer: "https://a.org", client_id: r, client_secret: s, roles: { admin: [a] } } } | 11:9: server.oidc sends people back to server.public_url, which is missing; expected an address such as https://rollcall.example.org
          server: { public_url: "https://a.org", oidc: { issuer: "http://a.org", client_id: r, client_secret: s, roles: { admin: [a] } } } | 11:56: server.oidc.issuer is "http://a.org"; expected the provider's address by https, such as https://login.example.org
          server: { public_url: "https://a.org", oidc: { issuer: "https://a.org", client_id: r, client_secret: s, roles: { } } } | 11:112: server.oidc.roles is empty; expected groups under admin, operator or viewer
          server: { public_url: "https://a.org", oidc: { issuer: "https://a.org", client_id: r, client_secret: s, roles: { root: [a], admin: [b] } } } | 11:114: unknown key "root" in server.oidc.roles; expected admin, operator or viewer
          server: { public_url: "https://a.org", oidc: { issuer: "https://a.org", client_id: r, client_secret: "${NONE}", roles: { admin: [a] } } } | 11:102: the environment variable NONE is not set; set it, or give a default: ${NONE:-default}
          freshness: { }                               | 11:12: freshness names nothing that tells how new the roster is; expected exactly one of table with column, query, and function
          freshness: { table: t }                      | 11:12: freshness.column is missing; expected a column that holds each row's time
          freshness: { column: c }                     | 11:12: freshness.table is missing; expected the table whose newest row is looked at
          freshness: { function: "" }                  | 11:24: freshness.function is empty; expected the name of a function without arguments
          freshness: { query: "" }                     | 11:21: freshness.query is empty; expected one SELECT
          freshness: { query: "select now(); commit" } | 11:21: freshness.query holds a semicolon; expected a single SELECT without any
          freshness: { query: select now(), table: t, column: c } | 11:21: freshness.query stands beside freshness.table; expected exactly one of table with column, query, and function
          freshness: { column: c, function: f }        | 11:35: freshness.function stands beside freshness.column; expected exactly one of table with column, query, and function
          freshness: { function: f, tabel: t }         | 11:27: unknown key "tabel" in freshness; expected column, function, query, required, table or within; did you mean "table"?
          source: { }                                  | 11:9: source names neither; expected exactly one of supabase and postgres
          source: { postgres: { url: "mysql://h" } }   | 11:28: source.postgres.url is no connection string; expected postgresql://user:password@host:port/database
          source: { postgres: { url: "'postgres://u:p@h/d'" } } | 11:28: source.postgres.url is in quotation marks; leave them out
          store: { url: "mysql://u:hunter2@h" }         | 11:15: store.url is no connection string; expected postgresql://user:password@host:port/database
          source: { postgres: { } }                    | 11:21: source.postgres.url is missing; expected postgresql://user:password@host:port/database
          source: { postgres: { url: "" } }            | 11:28: source.postgres.url is empty; expected postgresql://user:password@host:port/database
          source: { patience: 25h }                    | 11:21: source.patience is "25h"; expected a duration such as 7s or 5m, at most 24h
          source: { mysql: {}, postgres: { url: "postgres://h/d" } } | 11:11: unknown key "mysql" in source; expected patience, postgres or supabase
          source: { supabase: { url: "https://h", key: "" } } | 11:46: source.supabase.key is empty; expected the project's service key
          source: { supabase: { url: "http://h.example.org", key: k } } | 11:28: source.supabase.url is plain http, which shows the secret to everyone on the way; expected https, or allow_plain_http: true beside it
          source: { supabase: { url: "https://supabase.com/dashboard/project/ref", key: k } } | 11:28: source.supabase.url is the address of a page for people; expected the project's address, such as https://ref.supabase.co
          source: { supabase: { url: "https://h?a", key: k } } | 11:28: source.supabase.url has a ? or a # in it; expected the project's address, such as https://ref.supabase.co
          source: { supabase: { url: "https://h:70000", key: k } } | 11:28: source.supabase.url is no web address; expected the project's address, such as https://ref.supabase.co
          source: { supabase: { url: "https://h", key: "Bearer k" } } | 11:46: source.supabase.key begins with Bearer or the name of a header; leave that out
          source: { supabase: { url: "h", key: k } }   | 11:28: source.supabase.url is no web address; expected the project's address, such as https://ref.supabase.co
          """)
  void a_mistake_beside_the_mapping(String line, String told) {
    assertThat(told(SettingsTest.minimal(line))).isEqualTo(lines(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          table: members           | tabel: members                          | 2:3: roster.table is missing; expected the members' table¶2:3: unknown key "tabel" in roster; expected columns, join, key, table or where; did you mean "table"?
          table: members           | table: ""                               | 2:10: roster.table is empty; expected the members' table
          table: members           | table: { a: b }                         | 2:10: roster.table is a group of keys; expected text
          key: membernumber        | key: membernumbr                        | 3:8: roster.key names "membernumbr"; expected one of the columns under roster.columns; did you mean "membernumber"?
          email: text              | email: txt                              | 4:41: roster.columns.email is "txt"; expected text, integer, number, boolean, date or timestamp; did you mean "text"?
          email: text              | email: text, email: text                | 4:47: the key "email" was given in line 4 already; expected it once
          key: membernumber        | key: membernumber¶  where: { a: [] }    | 4:15: roster.where.a is an empty list; expected at least one value
          key: membernumber        | key: membernumber¶  where: { a: [[b]] } | 4:16: roster.where.a is a list; expected text
          key: membernumber        | key: membernumber¶  where: { a: { not: 3 } } | 4:15: roster.where.a is no condition; expected a value, a list of values, null, or not: null
          key: membernumber        | key: membernumber¶  where: { a: { isnt: null } } | 4:15: roster.where.a is no condition; expected a value, a list of values, null, or not: null¶4:17: unknown key "isnt" in roster.where.a; expected not
          key: membernumber        | key: membernumber¶  join: { x: { on: a, columns: {} } } | 4:14: roster.join.x.table is missing; expected the table to join
          key: membernumber        | key: membernumber¶  join: { x: { table: t, columns: {} } } | 4:14: roster.join.x has neither on nor many; expected exactly one of on (a column of the roster) and many (a column of t)
          key: membernumber        | key: membernumber¶  join: { x: { table: t, on: a, many: b, columns: {} } } | 4:14: roster.join.x has both on and many; expected exactly one of on (a column of the roster) and many (a column of t)
          key: membernumber        | key: membernumber¶  join: { x: { table: t, on: a } } | 4:14: roster.join.x.columns is missing; expected the columns to read, each with its type
          key: membernumber        | key: membernumber¶  join: { email: { table: t, on: a, columns: {} } } | 4:18: roster.join.email is the name of a column too; expected another name
          email: member.email      | mail: member.email                      | 7:3: contact.email is missing; expected an expression for the e-mail¶8:3: unknown key "mail" in contact; expected custom_attributes, email, external_id, name or phone; did you mean "email"?
          email: member.email      | email:                                  | 8:9: contact.email is empty; expected an expression
          email: member.email      | email: [a]                              | 8:10: contact.email is a list; expected an expression
          email: member.email      | email: member.email¶  custom_attributes: { a.b: c } | 9:29: "a.b" is no name of an attribute; Intercom allows neither . nor $ in it
          A: Alpha                 | A:                                      | 10:18: vocabulary.positions.A is empty; expected the name for this code
          { A: Alpha }             | Alpha                                   | 10:14: vocabulary.positions is text; expected keys and values
          """)
  void a_mistake_within_the_mapping(String right, String wrong, String told) {
    var text = SettingsTest.minimal("").text().replace(right, wrong.replace('¶', '\n'));

    assertThat(told(new SettingsText("rollcall.yaml", text))).isEqualTo(lines(told));
  }

  private static String lines(String told) {
    return Stream.of(told.split("¶"))
        .map(line -> "rollcall.yaml:" + line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_file_without_the_two_great_parts_says_so() {
    assertThat(told(new SettingsText("rollcall.yaml", "limit: 3")))
        .isEqualTo(
            """
            rollcall.yaml:1:1: contact is missing; expected an expression for each field of a contact
            rollcall.yaml:1:1: roster is missing; expected the tables to read members from\
            """);
    assertThat(told(new SettingsText("rollcall.yaml", "# nothing\n")))
        .isEqualTo("rollcall.yaml:1:1: the file is empty; expected settings");
    assertThat(told(new SettingsText("rollcall.yaml", "a\u0001b")))
        .isEqualTo("rollcall.yaml:1:1: a character that YAML does not allow, number 1");
  }

  @Test
  void a_roster_that_stands_nowhere_or_twice_is_not_guessed() {
    assertThat(told(SettingsTest.minimal(""), Map.of()))
        .isEqualTo(
            "environment: nothing says where the roster is; set SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY, or DATABASE_URL for a plain PostgreSQL connection");
    assertThat(
            told(
                SettingsTest.minimal(""),
                Map.of("SUPABASE_URL", "https://h", "DATABASE_URL", "postgres://h/d")))
        .isEqualTo(
            "environment: both SUPABASE_URL and DATABASE_URL are set; the settings file must say which one is the roster, under source (`rollcall init` writes a file to start from)");
    assertThat(told(SettingsTest.minimal(""), Map.of("SUPABASE_URL", "http://h.example.org")))
        .isEqualTo(
            """
            environment: source.supabase.url is plain http, which shows the secret to everyone on the way; expected https, or allow_plain_http: true beside it
            environment: the environment variable SUPABASE_SERVICE_ROLE_KEY is not set; set it\
            """);
    assertThat(told(SettingsTest.minimal(""), Map.of("SUPABASE_SERVICE_ROLE_KEY", "k")))
        .isEqualTo("environment: the environment variable SUPABASE_URL is not set; set it");
    assertThat(
            told(
                SettingsTest.minimal(
                    "source: { supabase: { url: 'https://h', key: k }, postgres: { url: 'postgres://h' } }")))
        .isEqualTo(
            "rollcall.yaml:11:9: source names both; expected exactly one of supabase and postgres");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1",
    "http://127.0.0.1",
    "http://127.9.9.9:80",
    "http://[::1]:9",
    "HTTPS://h"
  })
  void an_address_on_this_machine_or_encrypted_is_safe(String url) {
    assertThat(
            Settings.read(
                    SettingsTest.minimal("intercom: { api_url: \"%s//\" }".formatted(url)),
                    ENVIRONMENT)
                .intercom()
                .url())
        .isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1.example.org", "http://localhost.example.org", "http://128.0.0.1"})
  void an_address_that_only_looks_like_this_machine_is_not_safe(String url) {
    assertThat(told(SettingsTest.minimal("intercom: { api_url: \"%s\" }".formatted(url))))
        .contains("is plain http");
  }

  @Test
  void plain_http_can_be_allowed_in_so_many_words() {
    var settings =
        Settings.read(
            SettingsTest.minimal(
                """
                source: { supabase: { url: "http://h", key: k, allow_plain_http: true } }
                intercom: { api_url: "http://h", allow_plain_http: true }
                """),
            ENVIRONMENT);

    assertThat(settings.intercom().url()).isEqualTo("http://h");
    assertThat(settings.source())
        .isEqualTo(
            new Source.Supabase("http://h", new Secret("k"), "public", Source.USUAL_PATIENCE));
  }

  @Test
  void a_query_for_freshness_needs_a_source_that_takes_sql() {
    var rest = "\nsource: { supabase: { url: 'https://h', key: k } }";
    assertThat(told(SettingsTest.minimal("freshness: { query: select now() }" + rest)))
        .isEqualTo(
            "rollcall.yaml:11:21: freshness.query is SQL, which Supabase's REST API does not take; expected function with the name of a function that runs it, or table with column");
    assertThat(
            Settings.read(
                    SettingsTest.minimal("freshness: { query: 'select now() ;' }"), ENVIRONMENT)
                .upkeep()
                .freshness())
        .hasValue(new Freshness(new Newest.Query("select now()"), Duration.ofHours(26), false));
  }

  @Test
  void all_mistakes_are_told_together_in_the_order_of_the_file() {
    assertThat(
            told(
                SettingsTest.minimal(
                    """
                    limit: many
                    intercom:
                      rate: fast
                      tokn: x
                    batch_size: "${NONE}-${NADA}"
                    """)))
        .isEqualTo(
            """
            rollcall.yaml:11:8: limit is "many"; expected a whole number from 1 to 100000000
            rollcall.yaml:13:9: intercom.rate is "fast"; expected calls in a window, such as 166/10s, or auto
            rollcall.yaml:14:3: unknown key "tokn" in intercom; expected allow_plain_http, api_url, archived, bulk, concurrency, connect_timeout, headroom, listing, patience, rate, region, request_timeout, token, version or workspace; did you mean "token"?
            rollcall.yaml:15:13: the environment variable NADA is not set; set it, or give a default: ${NADA:-default}
            rollcall.yaml:15:13: the environment variable NONE is not set; set it, or give a default: ${NONE:-default}\
            """);
  }

  @Test
  void a_token_that_is_none_is_told_with_the_others_where_it_is_needed() {
    var refusal =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                Settings.read(
                    SettingsTest.minimal("limit: many"),
                    Map.of(
                        "DATABASE_URL", "'postgres://u:p@h/d'",
                        "INTERCOM_ACCESS_TOKEN", "Bearer hidden-42")));

    assertThat(refusal)
        .hasMessage(
            """
            environment: DATABASE_URL is in quotation marks; leave them out
            rollcall.yaml:11:8: limit is "many"; expected a whole number from 1 to 100000000\
            """);
    assertThat(refusal.callingIntercom())
        .hasMessage(
            """
            environment: DATABASE_URL is in quotation marks; leave them out
            environment: INTERCOM_ACCESS_TOKEN begins with Bearer or the name of a header; leave that out
            rollcall.yaml:11:8: limit is "many"; expected a whole number from 1 to 100000000\
            """);
  }

  @Test
  void what_came_from_the_environment_is_never_repeated() {
    assertThat(
            told(
                SettingsTest.minimal(
                    "limit: ${HIDDEN}\nintercom: { api_url: '${HIDDEN}', rate: '${HIDDEN}' }\nsource: { postgres: { url: '${HIDDEN}' } }"),
                Map.of("HIDDEN", "hidden-42")))
        .isEqualTo(
            """
            rollcall.yaml:11:8: limit is "${HIDDEN}"; expected a whole number from 1 to 100000000
            rollcall.yaml:12:22: intercom.api_url is no web address; expected an address such as https://api.intercom.io
            rollcall.yaml:12:41: intercom.rate is "${HIDDEN}"; expected calls in a window, such as 166/10s, or auto
            rollcall.yaml:13:28: HIDDEN is no connection string; expected postgresql://user:password@host:port/database\
            """);
  }

  private static String told(SettingsText text) {
    return told(text, ENVIRONMENT);
  }

  private static String told(SettingsText text, Map<String, String> environment) {
    var refusal =
        catchThrowableOfType(SettingsException.class, () -> Settings.read(text, environment));
    assertThat(refusal.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")))
        .isEqualTo(refusal.getMessage());
    return String.valueOf(refusal.getMessage());
  }
}
