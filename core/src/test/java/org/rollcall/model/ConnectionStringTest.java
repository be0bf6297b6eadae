package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {
  @Test
  void it_has_its_parts() {
    assertThat(
            ConnectionString.of(
                " postgresql://postgres.ref:p%40ss%2Fw+rd@h.example.org:6543/po%C3%A4?a=b%20c&sslmode=require\n"))
        .isEqualTo(
            new ConnectionString(
                "postgres.ref",
                "p@ss/w+rd",
                "h.example.org:6543",
                "poä",
                Map.of("a", "b c", "sslmode", "require")))
        .hasToString("postgresql://postgres.ref:***@h.example.org:6543/poä");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:hunter2@db.example.org:5432/roster?sslmode=verify-full&pgbouncer=true",
        "postgres://ann@my_db",
        "postgresql://[::1]:5433",
        "postgresql://ann:100%@lo:ud@localhost:5433/roster",
        "postgresql://u:p@one:5432,two:5433/d?target_session_attrs=read-write",
        "postgresql://u:p@bücher.example/d?connect_timeout=3",
      })
  void what_can_be_used_has_no_fault(String text) {
    assertThat(ConnectionString.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h:5432/d?user=ann&password=hunter2 | is a JDBC address; write it as postgresql://user:password@host:port/database
          https://hunter2.supabase.co | is a web address; expected postgresql://user:password@host:port/database
          psql postgresql://ann:hunter2@h/d | begins with psql; expected the address alone
          host=h password=hunter2 | is a list of names and values; write it as postgresql://
          mysql://ann:hunter2@h/d | is no connection string; expected postgresql://
          hunter2 | is no connection string; expected postgresql://
          postgresql://ann:hunter2@/d | is no connection string of the form postgresql://user:password@host:port/database; percent-encode
          postgresql://ann:hunter2@h:port/d | names no host as it can be
          postgresql://ann:hunter2@h:0/d | names no host as it can be
          postgresql://ann:hunter2@h:70000/d | names no host as it can be
          postgresql://ann:hunter2@h,/d | names no host as it can be
          postgresql://ann:hunter2@h h/d | names no host as it can be
          postgresql://ann:hunter2@h/d?sslmode=hunter2 | has an unknown sslmode; expected disable, allow, prefer, require, verify-ca, verify-full
          postgresql://ann:hunter2@h/d?channel_binding=yes | has an unknown channel_binding; expected disable, prefer, require
          postgresql://ann:hunter2@h/d?target_session_attrs=master | has an unknown target_session_attrs; expected any
          postgresql://ann:hunter2@h/d?connect_timeout=3s | has an unknown connect_timeout; expected a whole number
          postgresql://postgres:[YOUR-PASSWORD]@db.abcdefgh.supabase.co:5432/postgres | still has a placeholder for the password; put the real password in its place
          postgresql://postgres:hunter2@<host>:5432/postgres | still has a placeholder for the host
          postgresql://postgres.[YOUR-PROJECT-REF]:hunter2@h/postgres | still has a placeholder for the user
          postgresql://<user>:hunter2@db.example.org/postgres | still has a placeholder for the user
          postgresql://ann:hunter2@db.example.org/<database> | still has a placeholder for the database
          """)
  void what_cannot_be_used_is_told_and_not_repeated(String text, String fault) {
    assertThat(ConnectionString.fault(text))
        .hasValueSatisfying(told -> assertThat(told).startsWith(fault).doesNotContain("hunter2"));
  }

  @Test
  void what_is_none_has_no_parts() {
    assertThatThrownBy(() -> ConnectionString.of("mysql://ann:hunter2@h/d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }
}
