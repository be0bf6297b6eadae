package org.rollcall.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void cells_are_quoted_where_they_have_to_be() {
    assertThat(Csv.line(List.of("plain", "a, b", "say \"so\"", "two\nlines", " blank", "", 7)))
        .isEqualTo("plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",\" blank\",,7");
  }

  @Test
  void nobodys_name_is_a_formula() {
    assertThat(Csv.line(List.of("=1+1", "@SUM(A1)", "-cmd|x", "+a")))
        .isEqualTo("'=1+1,'@SUM(A1),'-cmd|x,'+a");
    assertThat(Csv.line(List.of("+12025550123", "-5", "+1 (202) 555-0123", "a=b")))
        .isEqualTo("+12025550123,-5,+1 (202) 555-0123,a=b");
  }
}
