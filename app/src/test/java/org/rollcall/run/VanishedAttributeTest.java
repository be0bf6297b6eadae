package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.StoredAttribute;

/// An attribute that is locked while a run goes on, after the run made sure of it.
class VanishedAttributeTest {
  private static final int MEMBERS = 120;
  private static final int BEFOREHAND = 3;

  @Test
  void after_twenty_five_refusals_everybody_else_is_written_without_it() {
    var stage = stage(Behaviour.DEFAULT);
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(MEMBERS);
    assertThat(report.totals().notKept()).isEqualTo(MEMBERS - 25);
    assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
    assertThat(stage.intercom.log().size()).isEqualTo(BEFOREHAND + MEMBERS + 25);
    assertThat(stage.troubles()).singleElement().asString().contains("25 members in a row");
  }

  @Test
  void so_it_is_where_intercom_does_not_name_the_field() {
    var stage = stage(Behaviour.DEFAULT.with(OpenQuestion.RefusedField.UNNAMED));
    var report = stage.night();
    assertThat(report.totals().created()).isEqualTo(MEMBERS);
    assertThat(stage.intercom.log().size()).isLessThan(BEFOREHAND + MEMBERS + 25 * 4);
  }

  private static NightStage stage(Behaviour behaviour) {
    var stage = new NightStage(MEMBERS, behaviour);
    stage.meanwhile =
        () ->
            stage.world.define(
                new StoredAttribute(1, "region", "string", List.of(), false, false, "", 0));
    return stage;
  }
}
