package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ValueKind;
import org.rollcall.survey.Repair;

class HttpAttributesTest {
  private static final Repair REPAIR = new Repair("points", ValueKind.NUMBER);

  @Test
  void a_token_that_may_not_create_is_told_which_permission_it_lacks() throws InterruptedException {
    var refused =
        """
        {"type":"error.list","errors":[{"code":"forbidden","message":"Not allowed"}]}\
        """;
    assertThat(
            make(
                new WireAnswer.Whole(
                    403, Headers.of(Map.of("Content-Type", "application/json")), refused)))
        .isEqualTo("Not allowed. The token needs the permission “Write data attributes”.");
  }

  @Test
  void an_answer_that_is_lost_may_have_made_it() throws InterruptedException {
    assertThat(make(new WireAnswer.CutOff("the connection broke")))
        .contains("it may have been made all the same");
  }

  private static String make(WireAnswer answer) throws InterruptedException {
    return new HttpAttributes(
            call -> {
              assertThat(call.body().orElseThrow())
                  .isEqualTo("{\"name\":\"points\",\"model\":\"contact\",\"data_type\":\"float\"}");
              return answer;
            })
        .make(REPAIR)
        .orElseThrow();
  }
}
