package org.rollcall.roster.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Member;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.support.NodeModules;
import org.rollcall.support.Reading;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.Tokens;

/// Supabase's own client reads the same roster through the same gateway.
class OfficialClientTest {
  @Test
  void supabase_s_own_client_reads_the_same_members() throws Exception {
    try (var stage = SupabaseStage.of(SampleRoster.of(2100))) {
      var ours = Reading.of(stage.overRest(stage.query(), new RecordingWaiter())).members();
      var process =
          new ProcessBuilder(
                  "node",
                  NodeModules.script("read-roster.mjs").toString(),
                  stage.gateway().url().toString(),
                  Tokens.SERVICE_ROLE)
              .directory(NodeModules.directory().toFile())
              .redirectErrorStream(true)
              .start();
      var theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(theirs).isZero();
      assertThat(theirs.lines())
          .containsExactlyElementsOf(ours.stream().map(OfficialClientTest::line).toList());
    }
  }

  private static String line(Member member) {
    var row = member.row();
    var region = row.get("region") instanceof Map<?, ?> joined ? joined.get("code") : "";
    var positions =
        ((List<?>) Objects.requireNonNull(row.get("positions")))
            .stream()
                .map(position -> String.valueOf(((Map<?, ?>) position).get("positiontype")))
                .collect(Collectors.joining("|"));
    return "%s;%s;%s;%s".formatted(member.id(), row.get("email"), region, positions);
  }
}
