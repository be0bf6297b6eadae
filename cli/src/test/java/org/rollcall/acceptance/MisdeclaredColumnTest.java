package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.sandbox.SampleRoster;
import tools.jackson.databind.json.JsonMapper;

/// Columns of lists and documents that the settings declare as text, over both ways in.
@Tag("slow")
class MisdeclaredColumnTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void they_are_told_once_a_run_and_the_rest_is_written(Way way) throws Exception {
    try (var stage = stage("tags text[]", "'{a,b}'")) {
      stage.sql("alter table members add document jsonb default '{\"a\": 1}'");
      stage.settings(
          text -> settings(text).replace("tags: text\n", "tags: text\n    document: text\n"));
      var ran = way.run(stage, "sync");
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      assertThat(ran.err().lines().filter(line -> line.contains("The column tags")))
          .singleElement()
          .asString()
          .contains("holds a list and is declared as text")
          .contains("left alone for 5 members");
      assertThat(stage.world.contacts()).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REST, text[], '{a,b}', a list",
    "REST, json, '{\"a\": 1}', an object",
    "POSTGRES, jsonb, '[1]', a list",
  })
  void explain_names_them(Way way, String type, String value, String holds) throws Exception {
    try (var stage = stage("tags " + type, "'" + value + "'")) {
      stage.settings(MisdeclaredColumnTest::settings);
      stage.sql(
          "update members set membernumber = '1' where membernumber = (select min(membernumber) from members where status = 'Active' and email is not null)");
      assertThat(way.run(stage, "explain", "1").out())
          .contains("! The column tags holds %s and is declared as text".formatted(holds));
      var ran = way.run(stage, "explain", "1", "--json");
      var misdeclared = JsonMapper.shared().readTree(ran.out()).path("misdeclared");
      assertThat(misdeclared.toString())
          .isEqualTo(
              "[{\"column\":\"tags\",\"declared\":\"text\",\"holds\":\"%s\"}]".formatted(holds));
    }
  }

  private Stage stage(String column, String value) throws Exception {
    var stage = new Stage(SampleRoster.of(5).withoutForeignKeys(), folder);
    stage.sql("alter table members add %s default %s".formatted(column, value));
    return stage;
  }

  private static String settings(String usual) {
    return usual
        .replace("    membertypeid: integer\n", "    membertypeid: integer\n    tags: text\n")
        .replace(
            "    region: \"member.status == 'Retired' ? 'RNAV' : member.region.code\"",
            "    region: member.tags")
        .replaceFirst("(?s)\\ntests:.*?\\n\\n", "\\n\\n");
  }
}
