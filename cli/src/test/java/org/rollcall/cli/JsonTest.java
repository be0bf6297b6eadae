package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.rollcall.json.Json;
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

  @Test
  void a_terminal_obeys_nothing_of_it_and_a_program_reads_it_all() {
    var text = "Zoë 👩\u200d👧\u001b\u009b\u202e\u2028\u007f\n";
    var json = JsonText.of(JsonNodeFactory.instance.objectNode().put("name", text));
    assertThat(json)
        .contains("Zoë \\ud83d\\udc69\u200d\\ud83d\\udc67\\u001B\\u009b\\u202e\\u2028\\u007F\\n\"");
    assertThat(JsonMapper.shared().readTree(json).get("name").asString()).isEqualTo(text);
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
