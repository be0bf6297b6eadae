package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.rollcall.model.ComputedList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonTest {
  private static final int MANY = 50_000;

  @Test
  void a_computed_list_is_written_while_it_is_made() throws IOException {
    var out = new ByteArrayOutputStream();
    var writtenBeforeTheLast = new AtomicInteger();
    Json.write(
        list(at -> {
          if (at == MANY - 1) {
            writtenBeforeTheLast.set(out.size());
          }
        }),
        out);
    assertThat(writtenBeforeTheLast.get()).isGreaterThan(out.size() * 9 / 10);
  }

  @Test
  void what_is_written_is_indented_json_and_a_lines_end() {
    var list = list(_ -> {});
    var indented = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    assertThat(JsonText.of(list)).isEqualTo(indented + "\n");
  }

  private static ObjectNode list(IntConsumer asked) {
    var nodes = JsonNodeFactory.instance;
    return nodes
        .objectNode()
        .putPOJO(
            "members",
            new ComputedList<>(
                MANY,
                at -> {
                  asked.accept(at);
                  return nodes.objectNode().put("member", at);
                }));
  }
}
